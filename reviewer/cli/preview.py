# SPDX-License-Identifier: MIT
"""`parvis preview`: one redacted copy that passed the gate. No store, no key; nobody approved it, and it says so."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reviewer.cli.app import Json, Lang, app, speaker
from reviewer.errors import UsageError
from reviewer.model.document import Language
from reviewer.workflow import decision_file
from reviewer.workflow.preview import preview as make_preview
from reviewer.workflow.words import of_code, of_place, of_problem


@app.command()
def preview(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="A DOCX, PDF, TXT or MD file / Un fichier DOCX, PDF, TXT ou MD"),
    ],
    *,
    out: Annotated[Path, typer.Option("--out", help="Folder for the copy / Dossier de la copie")],
    withhold: Annotated[
        list[str] | None, typer.Option("--withhold", help="A term, everywhere / Un terme, partout")
    ] = None,
    decisions: Annotated[
        Path | None, typer.Option("--decisions", help="A JSON file / Un fichier JSON")
    ] = None,
    ground: Annotated[str, typer.Option("--ground", help="Provision / Disposition")] = "19(1)",
    language: Annotated[
        Language | None, typer.Option("--language", help="Language of labels / Langue des étiquettes")
    ] = None,
    safe_defaults: Annotated[
        bool, typer.Option("--safe-defaults", help="Answer problems safely / Choix sûrs")
    ] = False,
    json: Json = False,
    lang: Lang = None,
) -> None:
    """Write a redacted copy that passed the gate. / Écrire une copie caviardée et vérifiée."""
    voice = speaker(lang, as_json=json)
    untrusted = dict(decision_file.load(decisions)) if decisions else {}
    rows = untrusted.get("withhold", [])
    terms: list[object] = [{"term": term, "ground": ground} for term in withhold or []]
    if not terms and decisions is None:
        raise UsageError(detail="nothing_to_withhold")
    untrusted["withhold"] = [*rows, *terms] if isinstance(rows, list) else rows
    with voice.progress() as report:
        made = make_preview(
            file, untrusted, out, ground=ground, language=language, safe_defaults=safe_defaults, report=report
        )
    for problem, choice in made.safe.items():
        said = of_code("choice", choice, voice.language)
        voice.tell("safe_default", problem=of_problem(problem, voice.language), choice=said)
    voice.tell_offers(made.offers)
    if made.unmatched:
        voice.tell("unmatched", count=made.unmatched)
    for hit in made.gate.warnings:
        voice.tell("gate_warning", place=of_place(hit.place, voice.language), count=hit.count)
    voice.tell("preview_written", removed=made.removed)
    voice.line(str(made.path))
    voice.result(
        {
            "file": made.path,
            "removed": made.removed,
            "safe_defaults": made.safe,
            **made.offers.facts(),
            "unmatched_terms": made.unmatched,
            "warnings": [{"place": hit.place, "count": hit.count} for hit in made.gate.warnings],
        }
    )
