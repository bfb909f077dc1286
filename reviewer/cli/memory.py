# SPDX-License-Identifier: MIT
"""`parvis memory`: what the office decided before, looked through, forgotten, carried to another office."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reviewer.cli.app import By, Json, Lang, app, speaker
from reviewer.cli.passphrase import read_secret
from reviewer.cli.person import PassphraseFd
from reviewer.errors import UsageError
from reviewer.workflow import memory_file
from reviewer.workflow.memory_file import Row
from reviewer.workflow.people import person
from reviewer.workflow.session import open_session
from reviewer.workflow.words import of_code

commands = typer.Typer(
    no_args_is_help=True, help="What the office decided before. / Ce que le bureau a déjà décidé."
)
app.add_typer(commands, name="memory")


@commands.command("list")
def list_(*, json: Json = False, lang: Lang = None) -> None:
    """Every text that is remembered, with its rulings. / Tous les textes en mémoire et leurs décisions."""
    voice = speaker(lang, as_json=json)
    with open_session() as session:
        listed = memory_file.rows(session)
    voice.columns("columns_memory")
    for each in listed:
        last = each.last
        verdict = of_code("verdict", last.ruling.verdict, voice.language)
        voice.row(each.id, verdict, each.documents, f"{last.time:%Y-%m-%d}", last.name, each.text)
    voice.result([_row(each) for each in listed])


@commands.command()
def forget(
    ids: Annotated[list[str] | None, typer.Argument(metavar="ID", help="Of the list / De la liste")] = None,
    *,
    by: By,
    everything: Annotated[bool, typer.Option("--all", help="All of them / Tous")] = False,
    json: Json = False,
    lang: Lang = None,
) -> None:
    """Remember nothing more of these texts. / Oublier ces textes."""
    voice = speaker(lang, as_json=json)
    if bool(ids) == everything:
        raise UsageError(detail="forget_what")
    with open_session() as session:
        count = memory_file.forget(session, ids or (), person(session, by), everything=everything)
    voice.tell("memory_forgotten", count=count)
    voice.result({"forgotten": count})


@commands.command()
def export(
    *,
    out: Annotated[Path, typer.Option("--out", help="The file to write / Le fichier à écrire")],
    by: By,
    passphrase_fd: PassphraseFd = None,
    json: Json = False,
    lang: Lang = None,
) -> None:
    """Write all into one file that a passphrase opens. / Tout écrire dans un fichier qu’une phrase de passe ouvre."""
    voice = speaker(lang, as_json=json)
    passphrase = read_secret(voice, passphrase_fd, "ask_new_passphrase")
    with open_session() as session:
        count = memory_file.export(session, out, passphrase, person(session, by))
    voice.tell("memory_exported", count=count)
    voice.result({"exported": count})


@commands.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What was exported / Le fichier exporté")],
    *,
    by: By,
    passphrase_fd: PassphraseFd = None,
    json: Json = False,
    lang: Lang = None,
) -> None:
    """Remember what another office exported. / Retenir ce qu’un autre bureau a exporté."""
    voice = speaker(lang, as_json=json)
    passphrase = read_secret(voice, passphrase_fd, "ask_passphrase")
    with open_session() as session:
        done = memory_file.import_(session, file, passphrase, person(session, by))
    voice.tell("memory_imported", count=done.texts, kept=done.kept, known=done.known)
    voice.result({"texts": done.texts, "kept": done.kept, "known": done.known})


def _row(row: Row) -> dict[str, object]:
    return {
        "id": row.id,
        "text": row.text,
        "category": row.category.value,
        "documents": row.documents,
        "disagrees": row.disagrees,
        "rulings": [
            {
                "verdict": each.ruling.verdict.value,
                "grounds": list(each.ruling.grounds),
                "reason": each.ruling.reason.value if each.ruling.reason else None,
                "by": each.name,
                "time": each.time.isoformat(),
            }
            for each in row.ruled
        ],
    }
