# SPDX-License-Identifier: MIT
"""The root of the command line: the program's own options and what all commands share."""

from __future__ import annotations

import os
from contextvars import ContextVar
from typing import Annotated

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
By = Annotated[str, typer.Option("--by", help="Who acts (name or id) / Qui agit (nom ou identificateur)")]


_root: ContextVar[tuple[Language | None, bool]] = ContextVar("_root", default=(None, False))
"""What was said before the command: language, JSON."""


def speaker(lang: Language | None = None, *, as_json: bool = False) -> Speaker:
    """The voice of a command; an option of the command outweighs the root's, which outweighs the system's."""
    root_lang, root_json = _root.get()
    return Speaker(lang or root_lang or system_language(), as_json or root_json)


def _print_version(*, asked: bool) -> None:
    if asked:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def root(
    *,
    lang: Lang = None,
    json: Json = False,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            is_eager=True,
            callback=lambda asked: _print_version(asked=asked),
            help="Print the version / Afficher la version",
        ),
    ] = False,
) -> None:
    """Parvis: review drafts before they are published. / Parvis, pour réviser des ébauches avant leur publication."""
    _root.set((lang, json))
