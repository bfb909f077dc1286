# SPDX-License-Identifier: MIT
"""Which of the two languages a text is in, paragraph by paragraph."""

from __future__ import annotations

import errno
import re
import tempfile
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from reviewer.errors import DiskError, NoSpace
from reviewer.model.document import Language

_SHORT = 60
"""Paragraphs with fewer letters lean on their neighbours."""
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_LETTER = re.compile(r"[^\W\d_]")


@cache
def _identifier() -> LanguageIdentifier:
    try:
        # The library unpacks its model (never a document) into a temporary file.
        identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    except OSError as error:
        kind = NoSpace if error.errno in _FULL else DiskError
        raise kind(path=Path(tempfile.gettempdir()), detail=type(error).__name__) from error
    identifier.set_languages(["en", "fr"])
    return identifier


def language_of(text: str) -> Language:
    """The likelier of the two languages; English for a text without letters."""
    if not _LETTER.search(text):
        return Language.EN
    language, _score = _identifier().classify(text)
    return Language(str(language))


def paragraphs(text: str) -> Iterator[tuple[int, int, Language | None]]:
    """Each line of a text as (start, end, language), the line end left out; None for a line without letters.

    A short line is judged together with the lines around it, which are nearly always of its language.
    """
    edges = [-1, *(match.start() for match in re.finditer("\n", text)), len(text)]
    lines = [(left + 1, right) for left, right in pairwise(edges)]
    for number, (start, end) in enumerate(lines):
        line = text[start:end]
        letters = len(_LETTER.findall(line))
        if not letters:
            yield start, end, None
        elif letters >= _SHORT:
            yield start, end, language_of(line)
        else:
            around = lines[max(number - 1, 0)][0], lines[min(number + 1, len(lines) - 1)][1]
            # the line itself counts twice, so that a heading between two paragraphs of the other language can win
            yield start, end, language_of(f"{line} {text[around[0] : around[1]]}")
