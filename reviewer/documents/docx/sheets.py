# SPDX-License-Identifier: MIT
"""The texts outside the body: headers, notes, comments, properties, the literal words of list numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from reviewer.documents.docx import names
from reviewer.documents.docx.drafts import Reading
from reviewer.documents.docx.markup import Mode
from reviewer.documents.docx.names import r, w
from reviewer.documents.docx.package import Part
from reviewer.documents.docx.walker import Walker
from reviewer.documents.folding import fold
from reviewer.model.document import StoryKind

_NOTE_PARTS = {
    StoryKind.FOOTNOTE: ("footnotes", w("footnote")),
    StoryKind.ENDNOTE: ("endnotes", w("endnote")),
}
_COUNTED = frozenset(
    {
        "TotalTime",
        "Pages",
        "Words",
        "Characters",
        "CharactersWithSpaces",
        "Lines",
        "Paragraphs",
        "ScaleCrop",
        "LinksUpToDate",
        "SharedDoc",
        "HyperlinksChanged",
        "AppVersion",
        "DocSecurity",
        "Application",
        "HeadingPairs",
        "revision",
        "created",
        "modified",
        "lastPrinted",
        "version",
    }
)
"""Properties that are numbers, dates or the program's name; they are rewritten like all others."""
_NAMED = frozenset(
    {
        "title",
        "subject",
        "creator",
        "keywords",
        "description",
        "lastModifiedBy",
        "category",
        "contentStatus",
        "language",
        "identifier",
        "contentType",
        "Company",
        "Manager",
        "Template",
        "HyperlinkBase",
        "TitlesOfParts",
    }
)
"""Properties that are words of the format: a story's id may name them."""


def header_parts(main: Part, body: Element) -> Iterator[tuple[StoryKind, str]]:
    """Headers and footers that a section refers to, each once, in order."""
    seen: set[str] = set()
    for reference in body.iter(w("headerReference"), w("footerReference")):
        row = main.relationships.get(reference.get(r("id")) or "")
        if row is not None and not row.external and row.target not in seen:
            seen.add(row.target)
            is_header = reference.tag == w("headerReference")
            yield (StoryKind.HEADER if is_header else StoryKind.FOOTER), row.target


def read_headers(reading: Reading, walker: Walker, main: Part, body: Element) -> None:
    """One story for each header and footer in use."""
    for kind, name in header_parts(main, body):
        if not reading.package.has(name):
            continue
        part = reading.package.part(name)
        draft = reading.begin(kind, part)
        walker.story(part.root, draft, draft.id.replace(":", ""))


def read_notes(reading: Reading, walker: Walker, main: Part, kind: StoryKind) -> None:
    """One story for each note that the text refers to; a note may refer to no other."""
    part_kind, tag = _NOTE_PARTS[kind]
    wanted = reading.notes.get(kind, [])
    for name in main.related(part_kind):
        if not reading.package.has(name):
            continue
        part = reading.package.part(name)
        by_id = {each.get(w("id"), ""): each for each in part.root.iterchildren(tag)}
        for number in wanted:
            if number in by_id:
                walker.story(by_id[number], reading.begin(kind, part), part_kind)
        _unreferenced(reading, part, {by_id[number] for number in wanted if number in by_id}, tag)


def _unreferenced(reading: Reading, part: Part, used: set[Element], tag: str) -> None:
    """Notes nobody refers to and the separators are not shown in print: they are passed over and never copied."""
    for note in part.root.iterchildren(tag):
        if note not in used:
            reading.passed_over.add(note)
            if any((each.text or "").strip() for each in note.iter(names.TEXT)):
                reading.counts["unreachable_note"] += 1


def read_comments(reading: Reading, walker: Walker, main: Part) -> None:
    """One story for each comment: its author, then its text. Comments are never in a copy."""
    for name in main.related("comments"):
        if not reading.package.has(name):
            continue
        part = reading.package.part(name)
        for comment in part.root.iterchildren(w("comment")):
            draft = reading.begin(StoryKind.COMMENT, part, visible=False)
            author = comment.get(w("author"), "")
            if author.strip():
                draft.write(comment, author, w("author"))
                draft.separate("\n")
            # out of view: its pictures and links are not asked about, they never reach a copy
            walker.story(comment, draft, "comments", Mode.HIDDEN)


def read_properties(reading: Reading) -> None:
    """One story for each property with words in it."""
    for kind, place in (
        ("core-properties", "core"),
        ("extended-properties", "app"),
        ("custom-properties", "custom"),
    ):
        rows = reading.package.relationships.values()
        targets = {row.target for row in rows if row.kind in {kind, _strict(kind)} and not row.external}
        for name in sorted(targets):
            if reading.package.has(name):
                _properties(reading, reading.package.part(name), place)


def _strict(kind: str) -> str:
    first, _, second = kind.partition("-")
    return first + second.capitalize()


def _properties(reading: Reading, part: Part, place: str) -> None:
    for element in part.root.iterchildren():
        key = names.local(str(element.tag))
        texts = [(each, each.text) for each in element.iter() if each.text and each.text.strip()]
        title = element.get("name", "") if place == "custom" else ""
        if key in _COUNTED or not (texts or title.strip()):
            continue
        where = (place, key.lower()) if key in _NAMED else (place,)
        draft = reading.begin(StoryKind.PROPERTY, part, *where, visible=False, number=key not in _NAMED)
        if title:
            draft.write(element, title, "name")
        for each, text in texts:
            if draft.length:
                draft.separate("\n")
            draft.write(each, text or "")


def read_numbering(reading: Reading, main: Part) -> None:
    """Literal words in list numbers ("Annex %1"): text that stands in no paragraph."""
    for name in main.related("numbering"):
        if not reading.package.has(name):
            continue
        part = reading.package.part(name)
        for level in part.root.iter(w("lvlText")):
            text = level.get(names.VAL, "")
            if says_something(text):
                draft = reading.begin(StoryKind.STRUCTURE_TEXT, part, "numbering")
                draft.write(level, text, names.VAL)


def says_something(pattern: str) -> bool:
    """Whether the pattern of a list number is more than signs, one letter and its levels in order."""
    levels = re.findall(r"%(\d)", pattern)
    return len(fold(re.sub(r"%\d", " ", pattern)).text) > 1 or levels != sorted(set(levels))
