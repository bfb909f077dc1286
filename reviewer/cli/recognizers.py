# SPDX-License-Identifier: MIT
"""`parvis recognizers`: a department's own recognizers are checked, and all recognizers are listed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from reviewer import paths
from reviewer.cli.app import Json, Lang, app, speaker
from reviewer.errors import UnreadableFile
from reviewer.model.document import Language
from reviewer.workflow import recognizers
from reviewer.workflow.recognizers import Listed

commands = typer.Typer(
    no_args_is_help=True, help="Recognizers of a department's own. / Détecteurs propres à un ministère."
)
app.add_typer(commands, name="recognizers")

Folder = Annotated[
    Path | None,
    typer.Option(
        "--recognizers",
        metavar="DIR",
        help="A folder of recognizers of your own / Un dossier de vos propres détecteurs",
    ),
]


def use(folder: Path | None) -> None:
    """Let the recognizers of a folder act in this program and in the processes it starts. Raises InvalidRecognizer."""
    if folder is not None and not folder.exists():
        raise UnreadableFile(path=folder, detail="FileNotFoundError")
    if folder is not None:
        os.environ[paths.RECOGNIZERS_VARIABLE] = str(folder.resolve())
    recognizers.here()


@commands.command("check")
def check(
    path: Annotated[
        Path | None, typer.Argument(metavar="PATH", help="A file or a folder / Un fichier ou un dossier")
    ] = None,
    *,
    json: Json = False,
    lang: Lang = None,
) -> None:
    """Try each recognizer on its examples. / Essayer chaque détecteur sur ses exemples."""
    voice = speaker(lang, as_json=json)
    if path is not None and not path.exists():
        raise UnreadableFile(path=path, detail="FileNotFoundError")
    found = recognizers.check((path,) if path is not None else paths.own_recognizers())
    voice.columns("columns_recognizers")
    for one in found:
        voice.row(*_cells(one, voice.language))
    voice.tell("recognizers_checked", count=len(found))
    voice.result({"recognizers": [_row(one) for one in found]})


@commands.command("list")
def list_(*, folder: Folder = None, json: Json = False, lang: Lang = None) -> None:
    """All recognizers. / Tous les détecteurs."""
    voice = speaker(lang, as_json=json)
    use(folder)
    found = recognizers.everyone(paths.own_recognizers())
    voice.columns("columns_recognizers")
    for one in found:
        voice.row(*_cells(one, voice.language))
    voice.result([_row(one) for one in found])


def _cells(one: Listed, language: Language) -> tuple[str, ...]:
    return one.id, one.category.value, one.label(language), one.path.name if one.path else "Parvis"


def _row(one: Listed) -> dict[str, str | None]:
    return {
        "id": one.id,
        "category": one.category.value,
        "label_en": one.labels[0],
        "label_fr": one.labels[1],
        "path": str(one.path) if one.path else None,
    }
