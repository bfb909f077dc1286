# SPDX-License-Identifier: MIT
"""From the bytes of a DOCX to the text model, with the way back to the elements that hold each character."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml.etree import _Element as Element

from reviewer.documents import READER_VERSION
from reviewer.documents.docx import names
from reviewer.documents.docx.colours import Theme
from reviewer.documents.docx.completeness import check_complete
from reviewer.documents.docx.drafts import Draft, Reading
from reviewer.documents.docx.faint import Eye, page_sizes, paper_of
from reviewer.documents.docx.images import PictureView, read_images, view
from reviewer.documents.docx.names import w
from reviewer.documents.docx.package import Package, Part
from reviewer.documents.docx.questions import questions
from reviewer.documents.docx.sheets import (
    header_parts,
    read_comments,
    read_headers,
    read_notes,
    read_numbering,
    read_properties,
)
from reviewer.documents.docx.styles import StyleSheet
from reviewer.documents.docx.walker import Walker
from reviewer.documents.language import language_of
from reviewer.documents.ocr import PlacedWord
from reviewer.documents.source import PartRange
from reviewer.errors import DamagedFile, EmptyFile, LimitExceeded, UnsupportedContent
from reviewer.model.document import (
    Document,
    Format,
    Span,
    Story,
    StoryKind,
)
from reviewer.progress import Progress, Report, Stage, silent

_CHANGES = tuple(
    w(name)
    for name in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "numberingChange")
)
_CHANGE_RECORDS = tuple(
    w(name)
    for name in (
        "rPrChange",
        "pPrChange",
        "sectPrChange",
        "tblPrChange",
        "trPrChange",
        "tcPrChange",
        "tblGridChange",
    )
)
_WORDS_TO_JUDGE = 20
"""Letters below which the language of a story is not judged."""


@dataclass(frozen=True)
class DocxSource:
    """A Word document as read: the text model, the bytes, and the elements behind each story."""

    document: Document
    data: bytes
    reading: Reading

    def locate(self, span: Span) -> tuple[PartRange, ...]:
        """The text nodes (or attributes, as `path/@name`) that hold the characters of a span."""
        draft = next((each for each in self.reading.drafts if each.id == span.story), None)
        return () if draft is None else tuple(_ranges(draft, span))

    @property
    def faint(self) -> tuple[Span, ...]:
        """The passages that readers can hardly see."""
        return tuple(Span(draft.id, start, end) for draft, start, end in self.reading.faint)

    def picture(self, problem: str) -> PictureView | None:
        """What the document shows of the picture of that problem; None when it cannot be decoded."""
        return view(self.reading, problem)

    def words_of_picture(self, problem: str) -> tuple[str, tuple[PlacedWord, ...]]:
        """The story of a picture's words, and where each word stands in the picture."""
        images = (each for each in self.reading.images.values() if each.problem == problem)
        return next(((each.story or "", each.words) for each in images), ("", ()))


def _ranges(draft: Draft, span: Span) -> Iterator[PartRange]:
    for piece in draft.pieces:
        start, end = max(span.start, piece.start), min(span.end, piece.start + piece.length)
        if start < end:
            element, attribute = piece.holder
            path = element.getroottree().getpath(element)
            path = f"{path}/@{names.local(attribute)}" if attribute else path
            yield PartRange(draft.part.name, path, start - piece.start, end - piece.start)


def read_docx(
    data: bytes, *, path: Path, report: Report = silent, words_in_images: bool = True
) -> DocxSource:
    """Read a DOCX, DOCM, DOTX or DOTM; with tesseract on the machine, the words in its pictures too.

    Raises DamagedFile, EmptyFile, HostileContent, LimitExceeded, and UnsupportedContent for text that cannot be
    treated safely.
    """
    report(Progress(Stage.READING, 0))
    try:
        reading = _read(Package(data, path=path), report, words_in_images=words_in_images)
    except RecursionError as error:
        raise LimitExceeded(path=path, limit="depth", value=0, maximum=256) from error
    drafts = [each for each in reading.drafts if each.length or each.kind is StoryKind.BODY]
    if not (any(each.text.strip() for each in drafts) or reading.pictures or reading.objects):
        raise EmptyFile(path=path)
    stories = tuple(_story(draft) for draft in drafts)
    body = next(each.text for each in stories if each.kind is StoryKind.BODY)
    document = Document(
        sha256=hashlib.sha256(data).hexdigest(),
        format=Format.DOCX,
        reader_version=READER_VERSION,
        pages=None,
        stories=stories,
        problems=tuple(questions(reading)),
        language=language_of(body or " ".join(each.text for each in stories)),
    )
    report(Progress(Stage.READING, 1, 1))
    return DocxSource(document, data, reading)


def _read(package: Package, report: Report, *, words_in_images: bool) -> Reading:
    main = package.main
    body = next(main.root.iterchildren(w("body")), None)
    if body is None:
        raise DamagedFile(path=package.path, detail="no body")
    reading = Reading(package)
    sheet = _beside(main, package, "styles")
    theme = Theme(_beside(main, package, "theme"))
    paper = paper_of(main.root, _beside(main, package, "settings"), theme)
    eye = Eye(sheet, theme, page_sizes(body), paper)
    walker = Walker(reading, StyleSheet(sheet), eye)
    walker.story(body, reading.begin(StoryKind.BODY, main, number=False), "document")
    read_headers(reading, walker, main, body)
    for kind in (StoryKind.FOOTNOTE, StoryKind.ENDNOTE):
        read_notes(reading, walker, main, kind)
    read_comments(reading, walker, main)
    read_numbering(reading, main)
    if words_in_images:
        read_images(reading, main, report)
    read_properties(reading)
    holders = [piece.holder for _, piece in reading.holders()]
    if len(set(holders)) != len(holders):
        # two stories over the same characters could be decided in two ways
        raise UnsupportedContent(path=package.path, content="text read twice", place="document")
    read = {element for element, _attribute in holders}
    for part in _content_parts(reading, main, body):
        check_complete(reading, part, read)
        reading.changes += sum(1 for _ in part.root.iter(*_CHANGES))
        reading.counts["formatting_change"] += sum(1 for _ in part.root.iter(*_CHANGE_RECORDS))
    return reading


def _beside(main: Part, package: Package, kind: str) -> Element | None:
    """The root of the part of a kind that the main part refers to first."""
    listed = (package.part(name).root for name in main.related(kind) if package.has(name))
    return next(listed, None)


def _content_parts(reading: Reading, main: Part, body: Element) -> Iterator[Part]:
    yield main
    targets = [name for _, name in header_parts(main, body)]
    for kind in ("footnotes", "endnotes", "comments"):
        targets.extend(main.related(kind))
    for name in targets:
        if reading.package.has(name):
            yield reading.package.part(name)


def _story(draft: Draft) -> Story:
    text = draft.text
    letters = sum(map(str.isalpha, text))
    language = language_of(text) if letters >= _WORDS_TO_JUDGE else None
    return Story(draft.id, draft.kind, text, None, draft.visible, language)
