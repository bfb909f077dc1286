# SPDX-License-Identifier: MIT
"""The root of the command line: the program's own options and what all commands share."""

from __future__ import annotations

import os
from typing import Annotated

import click
import typer

from reviewer import __version__
from reviewer.cli.output import Speaker
from reviewer.model.document import Language

app = typer.Typer(
    name="parvis",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def system_language() -> Language:
    """French when the system speaks French, else English."""
    spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return Language.FR if spoken.lower().startswith("fr") else Language.EN


Lang = Annotated[Language | None, typer.Option("--lang", help="Language of messages / Langue des messages")]
Json = Annotated[
    bool, typer.Option("--json", help="One JSON document on stdout / Un document JSON sur stdout")
]
By = Annotated[str, typer.Option("--by", help="Who acts: name or id / Qui agit : nom ou identifiant")]


def speaker(lang: Language | None = None, *, as_json: bool = False) -> Speaker:
    """The voice of a command; an option of the command outweighs the root's, which outweighs the system's."""
    context = click.get_current_context(silent=True)
    said = context.find_root().obj if context else None
    root_lang, root_json = said if isinstance(said, tuple) else (None, False)
    return Speaker(lang or root_lang or system_language(), as_json or root_json)


@app.callback()
def root(
    context: typer.Context,
    *,
    lang: Lang = None,
    json: Json = False,
    version: Annotated[bool, typer.Option("--version", is_eager=True)] = False,
) -> None:
    """Parvis: review drafts before they are published. / Parvis : examiner des ébauches avant leur publication."""
    if version:
        typer.echo(__version__)
        raise typer.Exit
    context.obj = (lang, json)
