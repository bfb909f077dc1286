# SPDX-License-Identifier: MIT
"""All commands together, and the one place where errors become sentences and exit codes."""

from __future__ import annotations

import io
import logging
import sys
import traceback
from itertools import zip_longest
from pathlib import Path

import typer
from typer.main import get_command

from reviewer.cli import (
    demo,
    journal,
    memory,
    person,
    portal,
    preview,
    recognizers,
    release,
    review,
    scan,
    sign,
)
from reviewer.cli.app import app, system_language
from reviewer.cli.halves import speak
from reviewer.cli.output import Speaker, error_facts
from reviewer.cli.wrong_call import told
from reviewer.errors import Cancelled, ReviewerError, UsageError
from reviewer.model.document import Language

UNFORESEEN = 1
# Some versions of typer bring a click of their own: the root of the family that this one raises.
_WRONG_CALL: type[Exception] = next(
    kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "ClickException"
)
COMMANDS = (demo, journal, memory, person, portal, preview, recognizers, release, review, scan, sign)


def run(arguments: list[str]) -> int:
    """Carry out one command and give its exit code. With --json stdout is one JSON document whatever happens."""
    _speak_utf8()
    # A library's warning may quote the document: without a handler Python would print it on stderr.
    logging.getLogger().addHandler(logging.NullHandler())
    voice = Speaker(_language(arguments), "--json" in arguments)
    try:
        program = get_command(app)
        speak(program, voice.language)
        code = program(args=arguments, prog_name="parvis", standalone_mode=False)
    except ReviewerError as error:
        return _told(voice, error)
    except _WRONG_CALL as error:
        voice.console.print(told(error, voice.language), markup=False)
        voice.result(error_facts(UsageError(detail=type(error).__name__)))
        return UsageError.exit_code
    except (KeyboardInterrupt, typer.Abort):
        return _told(voice, Cancelled())
    except BrokenPipeError:
        sys.stdout = io.StringIO()  # nobody reads any more; the interpreter must not complain while it closes
        return UNFORESEEN
    except Exception as error:  # noqa: BLE001 - the edge: the unforeseen leaves with 1 and without content
        facts = {"kind": type(error).__name__, "place": place_of(error)}
        voice.tell("unforeseen", **facts)
        voice.result({"error": "Unforeseen", "exit_code": UNFORESEEN, "facts": facts})
        return UNFORESEEN
    return int(code or 0)


def place_of(error: BaseException) -> str:
    """File and line where it happened, never a value: a value may be text of a document."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"


def _told(voice: Speaker, error: ReviewerError) -> int:
    voice.error(error)
    voice.result(error_facts(error))
    return error.exit_code


def _speak_utf8() -> None:
    """French needs more than the code page that a Windows console may have."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _language(arguments: list[str]) -> Language:
    for word, following in zip_longest(arguments, arguments[1:], fillvalue=""):
        if word.startswith("--lang"):
            value = word.partition("=")[2] or following
            if value in set(Language):
                return Language(value)
    return system_language()
