# SPDX-License-Identifier: MIT
"""`parvis review`: begin, look at, decide on and prepare the review of a document."""

from __future__ import annotations

import datetime as dt
import json as json_format
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from reviewer.cli.app import By, Json, Lang, app, speaker
from reviewer.cli.output import Row, Speaker, each
from reviewer.cli.recognizers import Folder, use
from reviewer.cli.scan import walk
from reviewer.cli.show import sheet_json
from reviewer.errors import InvalidDecisions, UnreadableFile, UsageError
from reviewer.model.review import Person, Review
from reviewer.workflow import decide as step
from reviewer.workflow import decision_file
from reviewer.workflow.batch import scan_many
from reviewer.workflow.detect import MOVING, keep
from reviewer.workflow.listing import names, rows
from reviewer.workflow.open import TAKES_IN, begin, require
from reviewer.workflow.people import person
from reviewer.workflow.publish import recall as recall_release
from reviewer.workflow.publish import set_record
from reviewer.workflow.session import Session, open_session
from reviewer.workflow.sign_off import approve as approve_release
from reviewer.workflow.sign_off import refuse as refuse_review
from reviewer.workflow.sign_off import send_back, sheet
from reviewer.workflow.verify import prepare as prepare_copy
from reviewer.workflow.words import of_code, of_place

commands = typer.Typer(no_args_is_help=True, help="The review of a document. / La révision d’un document.")
app.add_typer(commands, name="review")

Because = Annotated[str, typer.Option("--because", help="The reason / Le motif")]
Id = Annotated[str, typer.Argument(metavar="ID", help="The review / La révision")]


@commands.command("add")
def add(
    files: Annotated[
        list[Path], typer.Argument(metavar="PATH", help="Files or folders / Fichiers ou dossiers")
    ],
    *,
    by: By,
    fast: Annotated[bool, typer.Option("--fast", help="Rules only / Règles seulement")] = False,
    encoding: Annotated[
        str | None, typer.Option(help="Encoding of text files / Encodage des fichiers texte")
    ] = None,
    recognizers: Folder = None,
    json: Json = False,
    lang: Lang = None,
) -> None:
    """Open files and find what may be sensitive. / Ouvrir des fichiers et signaler ce qui peut être délicat."""
    voice = speaker(lang, as_json=json)
    use(recognizers)
    inside = list(walk(files))
    with open_session(fast=fast) as session, voice.progress() as report:
        who = person(session, by)
        searched = scan_many(inside, fast=fast, encoding=encoding, to_take_in=True, report=report)

        def work(path: Path) -> Row:
            require(who, *TAKES_IN)
            one = next(searched)
            if one.document is None or one.refusal is not None:
                raise one.refusal or one.error or UnreadableFile(path=path, detail="nothing read")
            review = begin(session, path, one.document, who, encoding=encoding)
            if review.state in MOVING:
                found = keep(session, review.id, who, one.found)
            else:  # the same bytes are under review and signed already
                found = session.case(review.id).findings
            voice.row(review.id, review.name, len(found))
            return {**row(review), "findings": len(found)}

        voice.columns("columns_add")
        with closing(searched):
            results, worst = each(inside, work, voice)
    voice.result(results)
    raise typer.Exit(worst)


@commands.command("list")
def list_(*, json: Json = False, lang: Lang = None) -> None:
    """Every review and its state. / Toutes les révisions et leur état."""
    voice = speaker(lang, as_json=json)
    with open_session() as session:
        listed = rows(session)
    voice.columns("columns_list")
    for each_row in listed:
        review = each_row.review
        state = of_code("state", review.state, voice.language)
        voice.row(review.id, state, each_row.found, each_row.undecided, review.name)
    voice.result([{**row(one.review), "findings": one.found, "undecided": one.undecided} for one in listed])


@commands.command()
def show(review_id: Id, *, json: Json = False, lang: Lang = None) -> None:
    """One review: findings, decisions, what blocks. / Passages signalés, décisions et blocages."""
    voice = speaker(lang, as_json=json)
    with open_session() as session:
        content = sheet_json(sheet(session, review_id), names(session), voice.language)
    voice.line(json_format.dumps(content, ensure_ascii=False, indent=2))
    voice.result(content)


@commands.command()
def decide(
    review_id: Id,
    *,
    decisions: Annotated[Path, typer.Option("--decisions", help="A JSON file / Un fichier JSON")],
    by: By,
    ground: Annotated[str, typer.Option("--ground", help="Provision / Disposition")] = "19(1)",
    json: Json = False,
    lang: Lang = None,
) -> None:
    """Record decisions and answers from a file. / Consigner les décisions et les réponses d’un fichier."""
    voice = speaker(lang, as_json=json)
    untrusted = decision_file.load(decisions)
    with open_session() as session:
        who = person(session, by)
        case = session.case(review_id)
        resolved = decision_file.resolve(untrusted, case.document, ground=ground, path=decisions)
        with session.store.transaction():
            if resolved.rulings:
                step.decide_each(session, case.review.id, resolved.rulings, who)
            if resolved.answers:
                step.answer(session, case.review.id, resolved.answers, who)
    if resolved.unmatched:
        voice.tell("unmatched", count=resolved.unmatched)
    voice.tell("decided", count=len(resolved.rulings), answers=len(resolved.answers))
    voice.result(
        {
            "decisions": len(resolved.rulings),
            "answers": len(resolved.answers),
            "unmatched_terms": resolved.unmatched,
        }
    )


@commands.command()
def undo(review_id: Id, *, by: By, json: Json = False, lang: Lang = None) -> None:
    """Take the last act back. / Annuler la dernière action."""
    voice = speaker(lang, as_json=json)
    with open_session() as session:
        undone = step.undo(session, review_id, person(session, by))
    voice.tell("undone", count=undone.count)
    voice.result({"undone": undone.count})


@commands.command()
def seen(
    review_id: Id,
    *,
    by: By,
    page: Annotated[
        list[int] | None, typer.Option("--page", help="A page, from 1 / Une page, à partir de 1")
    ] = None,
    story: Annotated[
        list[str] | None,
        typer.Option("--story", help="A text, by its id / Un fil de texte, par son identificateur"),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="All pages and texts / Pages et textes")] = False,
    json: Json = False,
    lang: Lang = None,
) -> None:
    """Record what was read. / Consigner ce qui a été lu."""
    voice = speaker(lang, as_json=json)
    with open_session() as session:
        who = person(session, by)
        if everything:
            count = step.see_all(session, review_id, who)
        elif page or story:
            count = step.see(session, review_id, who, pages=page or (), stories=story or ())
        else:
            raise UsageError(detail="seen_what")
    voice.tell("seen", count=count)
    voice.result({"seen": count})


@commands.command()
def record(
    review_id: Id,
    *,
    file: Annotated[Path, typer.Option("--file", help="The record (JSON) / La fiche (JSON)")],
    by: By,
    json: Json = False,
    lang: Lang = None,
) -> None:
    """Keep the portal record. / Enregistrer la fiche du portail."""
    voice = speaker(lang, as_json=json)
    content = read_json(file)
    with open_session() as session:
        set_record(session, review_id, content, person(session, by))
    voice.tell("record_set")
    voice.result({"record": "set"})


@commands.command()
def prepare(review_id: Id, *, by: By, json: Json = False, lang: Lang = None) -> None:
    """Make the cleaned copy and prove it clean. / Préparer la copie caviardée et la faire vérifier."""
    voice = speaker(lang, as_json=json)
    with open_session() as session, voice.progress() as report:
        candidate = prepare_copy(session, review_id, person(session, by), report=report)
        offers = sheet(session, review_id).offers
    for warning in candidate.warnings:
        voice.tell("gate_warning", place=of_place(warning, voice.language), count=1)
    if offers is not None:
        voice.tell_offers(offers)
    voice.tell("prepared")
    facts = {"sha256": candidate.sha256, "warnings": candidate.warnings}
    voice.result({**facts, **(offers.facts() if offers is not None else {})})


@commands.command()
def approve(
    review_id: Id,
    *,
    by: By,
    name: Annotated[str, typer.Option("--name", help="The IMSO / Le CSGI")],
    date: Annotated[str, typer.Option("--date", help="YYYY-MM-DD / AAAA-MM-JJ")],
    reference: Annotated[str, typer.Option("--reference", help="Of the approval / Numéro de l’approbation")],
    json: Json = False,
    lang: Lang = None,
) -> None:
    """Record the IMSO's approval. / Consigner l’approbation du CSGI."""
    voice = speaker(lang, as_json=json)
    try:
        day = dt.date.fromisoformat(date)
    except ValueError as error:
        raise UsageError(detail="date") from error
    with open_session() as session:
        approve_release(session, review_id, person(session, by), name=name, date=day, reference=reference)
    voice.tell("approved")
    voice.result({"approved": date})


@commands.command("send-back")
def send_back_(
    review_id: Id,
    *,
    by: By,
    note: Annotated[str, typer.Option("--note", help="For the author / Pour l’auteur")],
    json: Json = False,
    lang: Lang = None,
) -> None:
    """Give a review back to its author. / Renvoyer une révision à son auteur."""
    _turn(send_back, review_id, by, note, speaker(lang, as_json=json))


@commands.command()
def refuse(
    review_id: Id,
    *,
    by: By,
    because: Because,
    json: Json = False,
    lang: Lang = None,
) -> None:
    """Refuse a review, with the reason. / Refuser une révision, avec le motif."""
    _turn(refuse_review, review_id, by, because, speaker(lang, as_json=json))


@commands.command()
def recall(
    review_id: Id,
    *,
    by: By,
    because: Because,
    json: Json = False,
    lang: Lang = None,
) -> None:
    """Take a release back. / Retirer une diffusion."""
    _turn(recall_release, review_id, by, because, speaker(lang, as_json=json))


def _turn(
    turned: Callable[[Session, str, Person, str], Review], review_id: str, by: str, words: str, voice: Speaker
) -> None:
    """A review goes another way, with the words that say why."""
    with open_session() as session:
        review = turned(session, review_id, person(session, by), words)
    voice.result(row(review))


def row(review: Review) -> dict[str, object]:
    """A review as JSON."""
    return {
        "id": review.id,
        "name": review.name,
        "state": review.state.value,
        "sha256": review.document,
        "opened": review.opened.isoformat(),
    }


def read_json(path: Path) -> dict[str, object]:
    """A JSON object from a file. Raises InvalidDecisions."""
    try:
        content = json_format.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise InvalidDecisions(path=path, detail=type(error).__name__) from error
    if not isinstance(content, dict):
        raise InvalidDecisions(path=path, detail="object")
    return content
