# SPDX-License-Identifier: MIT
"""`parvis release` writes a release folder from signed copies; `parvis verify` proves one, with no store and no key."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reviewer.cli.app import Json, Lang, app, speaker
from reviewer.workflow.people import person
from reviewer.workflow.publish import release as write_release
from reviewer.workflow.publish import verify_release
from reviewer.workflow.session import open_session


@app.command()
def release(
    review_ids: Annotated[
        list[str], typer.Argument(metavar="ID", help="Signed reviews / Les révisions signées")
    ],
    *,
    out: Annotated[Path, typer.Option("--out", help="The new folder / Le nouveau dossier")],
    by: Annotated[
        str | None, typer.Option("--by", help="Who acts (name or id) / Qui agit (nom ou identificateur)")
    ] = None,
    json: Json = False,
    lang: Lang = None,
) -> None:
    """Write the release folder from signed copies. / Écrire le dossier de diffusion à partir des copies signées."""
    voice = speaker(lang, as_json=json)
    with open_session() as session, voice.progress() as report:
        who = person(session, by) if by else None
        made = write_release(session, review_ids, out, who, report=report)
    voice.tell("released", fingerprint=made.fingerprint)
    voice.line(str(made.folder))
    voice.result(
        {
            "release": made.release,
            "folder": made.folder,
            "internal": made.internal,
            "signer": made.fingerprint,
        }
    )


@app.command()
def verify(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A release folder / Un dossier de diffusion")],
    *,
    signer: Annotated[str | None, typer.Option("--signer", help="Fingerprint / Empreinte")] = None,
    json: Json = False,
    lang: Lang = None,
) -> None:
    """Prove that a release folder is whole and unchanged. / Prouver qu’une diffusion est complète et intacte."""
    voice = speaker(lang, as_json=json)
    checked = verify_release(folder, signer=signer)
    voice.tell("verified" if signer else "verified_integrity", fingerprint=checked.fingerprint)
    voice.result({"verified": True, "signer": checked.fingerprint, "origin_proved": signer is not None})
