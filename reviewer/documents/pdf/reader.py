# SPDX-License-Identifier: MIT
"""Reads a PDF file: every page, and every other surface that carries text, becomes a story or a question."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pikepdf

from reviewer.documents import READER_VERSION
from reviewer.documents.language import language_of
from reviewer.documents.pdf.beside import bounded
from reviewer.documents.pdf.opening import open_pdf
from reviewer.documents.pdf.page_stories import add_page, picture_stories, unreadable_pages
from reviewer.documents.pdf.questions import document_questions
from reviewer.documents.pdf.source import BROKEN, PdfSource
from reviewer.documents.pdf.surface_stories import surface_stories, surfaces_of
from reviewer.errors import DamagedFile, UnsupportedContent
from reviewer.model.document import Document, Format, Language, Problem, Story, StoryKind
from reviewer.progress import Progress, Report, Stage, silent

_LETTERS = 12
_TELLING = 50_000


def read_pdf(data: bytes, *, path: Path, report: Report = silent) -> PdfSource:
    """Read a file. Raises EncryptedFile, EmptyFile, DamagedFile, LimitExceeded, HostileContent, UnsupportedContent."""
    try:
        source = PdfSource(data, path, open_pdf(data, path))
        _refuse_unsupported(source)
        stories: list[Story] = []
        problems: list[Problem] = []
        for number in range(1, source.page_count + 1):
            report(Progress(Stage.READING, number - 1, source.page_count))
            add_page(source, number, stories, problems)
        # Reading pictures takes long: a person who stops the reading is heard between two of them.
        stories += picture_stories(source, problems, partial(report, _all_pages(source)))
        problems += unreadable_pages(source)
        report(_all_pages(source))
        found = bounded(surfaces_of(source), path, partial(report, _all_pages(source)))
        stories += surface_stories(source, found)
        problems += document_questions(source, found)
    except DamagedFile as error:
        # What PDFium could not draw does not know which file it was of.
        raise DamagedFile(path=path, detail=error.facts["detail"]) from error
    except BROKEN as error:
        raise DamagedFile(path=path, detail="content") from error
    language = language_of(_beginning(stories))
    document = Document(
        hashlib.sha256(data).hexdigest(),
        Format.PDF,
        READER_VERSION,
        source.page_count,
        tuple(_with_language(each, language) for each in stories),
        tuple(problems),
        language,
    )
    source.begin(document)
    report(_all_pages(source))
    return source


def _beginning(stories: Iterable[Story]) -> str:
    """The text of the first pages, as much as tells its language."""
    pieces: list[str] = []
    room = _TELLING
    for story in stories:
        if story.kind is StoryKind.PAGE and room > 0:
            pieces.append(story.text[:room])
            room -= len(pieces[-1]) + 1
    return "\n".join(pieces)


def _all_pages(source: PdfSource) -> Progress:
    return Progress(Stage.READING, source.page_count, source.page_count)


def _refuse_unsupported(source: PdfSource) -> None:
    root = source.pdf.Root
    form = root.get("/AcroForm")
    if isinstance(form, pikepdf.Dictionary) and "/XFA" in form and bool(root.get("/NeedsRendering", False)):
        raise UnsupportedContent(path=source.path, content="xfa", place="form")
    if "/Collection" in root:
        raise UnsupportedContent(path=source.path, content="portfolio", place="document")


def _with_language(story: Story, language: Language) -> Story:
    letters = sum(each.isalpha() for each in story.text[:2000])
    return replace(story, language=language_of(story.text[:20_000]) if letters >= _LETTERS else language)
