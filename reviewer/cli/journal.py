# SPDX-License-Identifier: MIT
"""`parvis journal`: who did what, when; with --verify the chain is followed from end to end."""

from __future__ import annotations

from typing import Annotated

import typer

from reviewer.cli.app import Json, Lang, app, speaker
from reviewer.workflow.listing import check_journal, entries
from reviewer.workflow.session import open_session


@app.command()
def journal(
    *,
    verify: Annotated[bool, typer.Option("--verify", help="Follow the chain / Vérifier la chaîne")] = False,
    json: Json = False,
    lang: Lang = None,
) -> None:
    """Show the journal. / Afficher le journal."""
    voice = speaker(lang, as_json=json)
    with open_session() as session:
        if verify:
            check_journal(session)
        found = entries(session)
    voice.columns("columns_journal")
    for entry in found:
        voice.line(
            f"{entry.number}\t{entry.time.isoformat()}\t{entry.action}\t{entry.person or ''}\t{entry.review or ''}"
        )
    if verify:
        voice.tell("journal_whole", count=len(found))
    voice.result(
        {
            "verified": verify or None,
            "entries": [
                {
                    "number": entry.number,
                    "time": entry.time.isoformat(),
                    "action": entry.action.value,
                    "person": entry.person,
                    "review": entry.review,
                    "details": dict(entry.details),
                    "hash": entry.hash,
                }
                for entry in found
            ],
        }
    )
