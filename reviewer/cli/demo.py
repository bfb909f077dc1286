# SPDX-License-Identifier: MIT
"""`parvis demo`: the whole way on the bundled samples, ending with a verified release folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from reviewer.cli.app import Json, Lang, app, speaker
from reviewer.cli.words import phrase
from reviewer.model.review import PersonRole
from reviewer.workflow import demo as demonstration

_PERSONS = (PersonRole.AUTHOR, PersonRole.OFFICER, PersonRole.IMSO)


@app.command()
def demo(
    *,
    out: Annotated[Path, typer.Option("--out", help="A new folder / Un nouveau dossier")],
    json: Json = False,
    lang: Lang = None,
) -> None:
    """Take the samples from draft to release. / Mener les exemples de l’ébauche à la diffusion."""
    voice = speaker(lang, as_json=json)
    names = {role: phrase(f"demo_person_{role}", voice.language) for role in _PERSONS}

    def tell(name: str, step: str) -> None:
        voice.tell("demo_step", name=name, step=phrase(f"step_{step}", voice.language))

    with voice.progress() as report:
        outcome = demonstration.run(out, names, tell=tell, report=report)
    heads = ("document", "findings", "withheld", "disclosed", "gate")
    table = Table(*(phrase(f"demo_table_{head}", voice.language) for head in heads))
    clean = phrase("demo_gate_clean", voice.language)
    for row in outcome.rows:
        table.add_row(row.name, str(row.findings), str(row.withheld), str(row.disclosed), clean)
    if not voice.as_json:
        Console(width=100).print(table)
    voice.line(str(outcome.release.folder.resolve()))
    voice.result(
        {
            "documents": [
                {
                    "document": row.name,
                    "findings": row.findings,
                    "withheld": row.withheld,
                    "disclosed": row.disclosed,
                }
                for row in outcome.rows
            ],
            "release": outcome.release.folder.resolve(),
            "internal": outcome.release.internal.resolve(),
            "signer": outcome.release.fingerprint,
        }
    )
