# SPDX-License-Identifier: MIT
"""What is wrong with a call, in the person's language: the library that reads calls speaks English only."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Any

from reviewer.cli.help_page import form
from reviewer.cli.words import phrase
from reviewer.model.document import Language
from reviewer.workflow.words import clean

_NO_COMMAND = re.compile(r"No such command (?P<quote>['\"])(?P<name>.*?)(?P=quote)")
_TOO_MANY = re.compile(r"unexpected extra argument(?:s|\(s\))? \((?P<words>.*)\)")


def told(error: Any, language: Language) -> str:  # Any: typer brings a click of its own, or not
    """One sentence about a wrong call, and how to ask for help."""
    context = getattr(error, "ctx", None)
    if context is not None and _asks_nothing(error):
        return str(context.get_help())
    said = phrase("usage", language, said=_said(error, language))
    if context is None:
        return said
    return f"{said}\n{phrase('usage_help', language, command=context.command_path)}"


def _asks_nothing(error: Any) -> bool:
    """A call without a command, or without anything: the help page says what there is."""
    return type(error).__name__ == "NoArgsIsHelpError" or str(error.message).startswith("Missing command")


def _said(error: Any, language: Language) -> str:
    told_by = _BY_KIND.get(type(error).__name__, _other)
    return told_by(error, language)


def _missing(error: Any, language: Language) -> str:
    key = "usage_missing_option" if _is_option(error.param) else "usage_missing_argument"
    return phrase(key, language, name=_form(error, language))


def _bad_value(error: Any, language: Language) -> str:
    if error.param is None:
        return phrase("usage_other", language)
    return phrase("usage_bad_value", language, name=_form(error, language))


def _no_option(error: Any, language: Language) -> str:
    return phrase("usage_no_option", language, name=clean(error.option_name)) + _perhaps(
        list(error.possibilities or ()), language
    )


def _option_alone(error: Any, language: Language) -> str:
    """An option without its value, or with one that it does not take."""
    # Its message says which, and nothing else does: this error knows no command.
    key = "usage_takes_none" if "does not take" in str(error.message) else "usage_takes_value"
    return phrase(key, language, name=clean(error.option_name))


def _other(error: Any, language: Language) -> str:
    message = str(error.message)
    unknown, extra = _NO_COMMAND.search(message), _TOO_MANY.search(message)
    if unknown is not None:
        name = unknown["name"]
        near = get_close_matches(name, getattr(error.ctx.command, "commands", ()))
        return phrase("usage_no_command", language, name=clean(name)) + _perhaps(near, language)
    if extra is not None:
        return phrase("usage_too_many", language, words=clean(extra["words"]))
    return phrase("usage_other", language)


def _perhaps(names: list[str], language: Language) -> str:
    return " " + phrase("usage_perhaps", language, names=", ".join(names)) if names else ""


def _is_option(parameter: Any) -> bool:
    return bool(parameter.param_type_name == "option")


def _form(error: Any, language: Language) -> str:
    """The name of what was to be given, with the form of its value as the help page shows it."""
    record = error.param.get_help_record(error.ctx)
    return form(record[0] if record else error.param.human_readable_name, language)


_BY_KIND = {
    "MissingParameter": _missing,
    "BadParameter": _bad_value,
    "NoSuchOption": _no_option,
    "BadOptionUsage": _option_alone,
}
