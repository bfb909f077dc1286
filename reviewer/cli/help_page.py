# SPDX-License-Identifier: MIT
"""The page that --help shows, in one language: its headings, the forms of values, what must be given."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from reviewer.cli.words import phrase
from reviewer.model.document import Language

_VALUE = re.compile(r"<(?P<many>list\[)?(?P<kind>str|int|[Pp]ath)\]?>")
_NOTES = re.compile(r"\[(?P<notes>(?:required|default: )[^\[\]]*)\]$")
_HEADINGS = ("Arguments", "Options", "Commands")


def give(command: Any, language: Language) -> None:  # Any: typer brings a click of its own, or not
    """Let a command write its page in one language."""
    command.options_metavar = phrase("help_some_options", language)
    if hasattr(command, "subcommand_metavar"):
        command.subcommand_metavar = phrase("help_some_command", language)
    kind = command.context_class
    command.context_class = type(
        kind.__name__, (kind,), {"formatter_class": _page(kind.formatter_class, language)}
    )


def form(named: str, language: Language) -> str:
    """An option or argument with the form of its value: `--page <number>...`."""

    def said(found: re.Match[str]) -> str:
        value = phrase(f"help_value_{found['kind'].lower()}", language)
        return f"<{value}>..." if found["many"] else f"<{value}>"

    return _VALUE.sub(said, named).replace("......", "...")


def _noted(text: str, language: Language) -> str:
    """The text of an option with what is noted behind it: that it must be given, what it is otherwise."""
    found = _NOTES.search(text)
    if found is None:
        return text
    notes = [_note(note, language) for note in found["notes"].split("; ")]
    return f"{text[: found.start()]}[{'; '.join(notes)}]"


def _note(note: str, language: Language) -> str:
    name, _, value = note.partition(": ")
    key = f"help_note_{name}"
    return phrase(key, language, value=value) if name in {"required", "default"} else note


def _page(base: Any, language: Language) -> Any:
    class Page(base):  # type: ignore[misc] # the class is known only when the program runs
        """A help page in one language."""

        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            super().write_usage(prog, args, prefix or phrase("help_usage", language))

        def write_heading(self, heading: str) -> None:
            said = phrase(f"help_{heading.lower()}", language) if heading in _HEADINGS else heading
            self.write(f"{'':>{self.current_indent}}{said}\n")

        def write_dl(self, rows: Sequence[tuple[str, str]], *places: Any, **named: Any) -> None:
            said = [(form(first, language), _noted(second, language)) for first, second in rows]
            super().write_dl(said, *places, **named)

    return Page
