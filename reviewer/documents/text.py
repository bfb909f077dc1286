# SPDX-License-Identifier: MIT
"""The reader of plain text and Markdown: one story, the file's own text."""

from __future__ import annotations

import codecs
import hashlib
from dataclasses import dataclass
from pathlib import Path

from reviewer.documents import READER_VERSION
from reviewer.documents.language import language_of
from reviewer.documents.source import Location, TextRange
from reviewer.errors import DamagedFile, EmptyFile
from reviewer.model.document import (
    ENCODINGS,
    Choice,
    Document,
    Format,
    Problem,
    ProblemKind,
    Span,
    Story,
    StoryKind,
)

STORY_ID = "body"


@dataclass(frozen=True, slots=True)
class TextSource:
    """A plain text file."""

    document: Document
    data: bytes

    def locate(self, span: Span) -> tuple[Location, ...]:
        """The span itself: the story's text is the file's text."""
        return (TextRange(span.start, span.end),)


def read_text(data: bytes, *, path: Path, encoding: str | None = None) -> TextSource:
    """Read UTF-8 text, its byte order mark removed and its line ends kept.

    Text in another encoding becomes a document without stories and with a problem, whose answer names the encoding.
    Raises EmptyFile, DamagedFile.
    """
    format_ = Format.MARKDOWN if path.suffix.lower() in {".md", ".markdown"} else Format.TEXT
    text = _decode(data, path, encoding)
    if text is not None and not text.strip():
        raise EmptyFile(path=path)
    language = language_of(text) if text else None
    problems = () if _is_utf8(data) else (_encoding_problem(),)
    stories = () if text is None else (Story(STORY_ID, StoryKind.BODY, text, language=language),)
    digest = hashlib.sha256(data).hexdigest()
    return TextSource(Document(digest, format_, READER_VERSION, None, stories, problems, language), data)


def _decode(data: bytes, path: Path, encoding: str | None) -> str | None:
    if _is_utf8(data):
        text = data.decode("utf-8-sig")
    elif encoding is None:
        _refuse_binary(data, path)
        return None
    else:
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError) as error:
            raise DamagedFile(path=path, detail=f"encoding {encoding}") from error
    if "\0" in text:
        raise DamagedFile(path=path, detail="binary")
    return text


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _refuse_binary(data: bytes, path: Path) -> None:
    if b"\0" in data and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise DamagedFile(path=path, detail="binary")


def _encoding_problem() -> Problem:
    return Problem("encoding", ProblemKind.ENCODING, (Choice.STOP, *ENCODINGS), Choice.STOP)
