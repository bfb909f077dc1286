# SPDX-License-Identifier: MIT
"""What the tests of the Word writer share: a plan that withholds terms, an expected text, a search of their own."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from lxml import etree

from reviewer.documents.docx.reader import DocxSource, read_docx
from reviewer.documents.folding import find_all, fold
from reviewer.model.document import Choice, StoryKind
from reviewer.redaction.note import ReaderNote
from reviewer.redaction.plan import Plan, Removal

LABEL = "[s. 19(1)]"
SEPARATOR = "界"
SHOWN = (
    StoryKind.BODY,
    StoryKind.HEADER,
    StoryKind.FOOTER,
    StoryKind.FOOTNOTE,
    StoryKind.ENDNOTE,
    StoryKind.TEXT_BOX,
)
PATH = Path("case.docx")


def read(data: bytes) -> DocxSource:
    return read_docx(data, path=PATH)


def spans(text: str, terms: Iterable[str]) -> list[tuple[int, int]]:
    """Every occurrence of the terms, overlapping ones joined."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted({pair for term in terms for pair in find_all(text, term, whole_words=False)}):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def plan_for(
    source: DocxSource,
    terms: Iterable[str],
    *,
    choices: Mapping[str, Choice] | None = None,
    note: ReaderNote | None = None,
    label: str = LABEL,
) -> Plan:
    """Withhold every occurrence of the terms in every story; safe answers unless told otherwise."""
    document = source.document
    listed = tuple(terms)
    removals = {
        story.id: tuple(Removal(start, end, label) for start, end in found)
        for story in document.stories
        if (found := spans(story.text, listed))
    }
    answers = {problem.id: problem.safe for problem in document.problems} | dict(choices or {})
    language = document.language
    assert language is not None
    return Plan(language, "A title", removals, (), answers, frozenset(), note)


def expected_texts(source: DocxSource, plan: Plan) -> list[tuple[StoryKind, str]]:
    """The shown stories after the plan: a label for each span, and the separators inside it left standing."""
    result = []
    for draft in source.reading.drafts:
        if draft.kind not in SHOWN or not (draft.length or draft.kind is StoryKind.BODY):
            continue
        backed = {at for piece in draft.pieces for at in range(piece.start, piece.start + piece.length)}
        text = draft.text
        for removal in reversed(plan.removals.get(draft.id, ())):
            inside = range(removal.start, removal.end)
            first = next(at for at in inside if at in backed)
            kept = "".join(
                removal.label if at == first else "" if at in backed else text[at] for at in inside
            )
            text = text[: removal.start] + kept + text[removal.end :]
        result.append((draft.kind, text))
    return result


def shown_texts(data: bytes) -> list[tuple[StoryKind, str]]:
    return [(story.kind, story.text) for story in read(data).document.stories if story.kind in SHOWN]


def entries(data: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            yield name, archive.read(name)


def leaks(data: bytes, secrets: Iterable[str]) -> list[tuple[str, str]]:
    """Where a secret is still found: raw bytes, names, attributes, text nodes joined over runs and paragraphs."""
    found: list[tuple[str, str]] = []
    for secret in secrets:
        needle = fold(secret).text
        raws = [secret.encode(coding, "ignore") for coding in ("utf-8", "utf-16-le", "utf-16-be", "latin-1")]
        for name, content in (("zip", data), *entries(data)):
            if any(raw in content for raw in raws) or needle in fold(name).text:
                found.append((name, "raw"))
            if name == "zip" or name.startswith("word/media/"):
                continue
            root = etree.fromstring(content)
            # a label separates: "decision" and "[s. 19(1)]" do not make "decisions"
            texts = "".join(root.itertext()).replace(LABEL, SEPARATOR)
            if needle in fold(texts).text:
                found.append((name, "text"))
            values = [value for element in root.iter() for value in element.attrib.values()]
            found.extend((name, "attribute") for value in values if needle in fold(value).text)
    return found
