# SPDX-License-Identifier: MIT
"""The help of commands in one language: their texts hold both, with a slash between."""

from __future__ import annotations

from typing import Any

from reviewer.cli import help_page
from reviewer.cli.words import phrase
from reviewer.model.document import Language

_BETWEEN = "/".center(3)
_SHOW_HELP = {Language.EN: "Show this message and exit.", Language.FR: "Afficher ce message et quitter."}


def half(text: str | None, language: Language) -> str | None:
    """The half of a text in one language; a text that has no halves as it is."""
    if text is None or _BETWEEN not in text:
        return text
    english, _, french = text.partition(_BETWEEN)
    return french.strip() if language is Language.FR else english.strip()


def speak(command: Any, language: Language) -> None:  # Any: typer brings a click of its own, or not
    """Give a command and those below it the help of one language."""
    help_page.give(command, language)
    command.help = half(command.help, language)
    for parameter in command.params:
        parameter.help = half(parameter.help, language)
        if parameter.param_type_name == "argument":
            parameter.metavar = phrase(f"help_name_{parameter.metavar.lower()}", language)
    # click's own option has a text of its own, in English.
    option = command.get_help_option(command.context_class(command))
    if option is not None:
        option.help = _SHOW_HELP[language]
    for below in getattr(command, "commands", {}).values():
        speak(below, language)
