# SPDX-License-Identifier: MIT
"""`parvis portal`: check a record against the portal's profile; load a verified release into the portal."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from reviewer.cli.app import By, Json, Lang, app, speaker
from reviewer.cli.passphrase import read_secret
from reviewer.cli.review import read_json
from reviewer.errors import RecordInvalid
from reviewer.workflow.people import person
from reviewer.workflow.publish import push, rule_words, set_token
from reviewer.workflow.record_checks import check_record
from reviewer.workflow.session import open_session

commands = typer.Typer(no_args_is_help=True, help="The portal. / Le portail.")
app.add_typer(commands, name="portal")


@commands.command()
def validate(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A record (JSON) / Une fiche (JSON)")],
    *,
    profile: Annotated[
        str, typer.Option("--profile", help="Profile of the portal / Profil du portail")
    ] = "doc",
    json: Json = False,
    lang: Lang = None,
) -> None:
    """Check a record, field by field. / Valider une fiche, champ par champ."""
    voice = speaker(lang, as_json=json)
    errors = check_record(read_json(file), today=dt.datetime.now(dt.UTC).date(), profile=profile)
    for error in errors:
        voice.line(f"{error.field}: {rule_words(error.rule, voice.language)}")
    blocking = [error for error in errors if error.blocks]
    voice.result(
        {
            "valid": not blocking,
            "errors": [
                {
                    "field": error.field,
                    "rule": error.rule,
                    "blocks": error.blocks,
                    "message": rule_words(error.rule, voice.language),
                }
                for error in errors
            ],
        }
    )
    if not blocking:
        voice.tell("record_valid")
    raise typer.Exit(RecordInvalid.exit_code if blocking else 0)


@commands.command("token")
def token_(
    *,
    fd: Annotated[int | None, typer.Option("--fd", help="Descriptor / Descripteur")] = None,
    json: Json = False,
    lang: Lang = None,
) -> None:
    """Keep the portal token in the keyring. / Conserver le jeton du portail dans le trousseau."""
    voice = speaker(lang, as_json=json)
    token = read_secret(voice, fd, "ask_token")
    with open_session() as session:
        set_token(session, token)
    voice.tell("token_kept")
    voice.result({"token": "kept"})


@commands.command("push")
def push_(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A release folder / Un dossier de diffusion")],
    *,
    url: Annotated[str, typer.Option("--url", help="Address of the portal / Adresse du portail")],
    by: By,
    json: Json = False,
    lang: Lang = None,
) -> None:
    """Load a verified release into the portal. / Téléverser une diffusion vérifiée dans le portail."""
    voice = speaker(lang, as_json=json)
    with open_session() as session, voice.progress() as report:
        results = push(session, folder, url, person(session, by), report=report)
    for result in results:
        voice.line(f"{result.dataset}\t{result.status}")
        if not result.format_kept:
            voice.tell("format_lost", dataset=result.dataset)
    voice.result(
        [
            {"dataset": result.dataset, "resource": result.resource, "status": result.status}
            for result in results
        ]
    )
