# SPDX-License-Identifier: MIT
"""Writes the cleaned copy of a Word document: a new package of allow-listed parts, from what the reader found.

The bytes depend on what stays, on the labels and on nothing else: neither on what was withheld nor on the clock.
It does not guarantee that a label takes the room of the withheld words, so pages may break elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from reviewer.documents.docx.names import w
from reviewer.documents.docx.package import Part
from reviewer.documents.docx.reader import DocxSource, read_docx
from reviewer.errors import CannotRedact, UnansweredProblem
from reviewer.model.document import Choice, Format, StoryKind
from reviewer.progress import Progress, Report, Stage, silent
from reviewer.redaction.docx.blocks import BlockWriter, note_block
from reviewer.redaction.docx.ink import Guard, Ink
from reviewer.redaction.docx.namebook import NameBook
from reviewer.redaction.docx.numbering_sheet import numbering_sheet
from reviewer.redaction.docx.properties import element, fill
from reviewer.redaction.docx.sheet import Sheet, new_root, packed
from reviewer.redaction.docx.sheets import core_sheet, notes_root, settings_sheet
from reviewer.redaction.docx.styles_sheet import heading_style, styles_sheet
from reviewer.redaction.docx.theme_sheet import theme_sheet
from reviewer.redaction.docx.work import Desk, Work
from reviewer.redaction.plan import Plan
from reviewer.redaction.result import Copy

_NOTE_KINDS = ((StoryKind.FOOTNOTE, "footnote"), (StoryKind.ENDNOTE, "endnote"))
_DROPPED_KINDS = (StoryKind.COMMENT, StoryKind.DELETION, StoryKind.HIDDEN, StoryKind.PROPERTY)


def write_docx(source: DocxSource, plan: Plan, *, report: Report = silent) -> Copy:
    """Write the copy in memory.

    Raises CannotRedact when the source does not read as it did at review, UnansweredProblem for a question without
    an answer or with the answer to stop.
    """
    fresh = read_docx(source.data, path=source.reading.package.path, words_in_images=False)
    if _texts(fresh) != _texts(source):
        raise CannotRedact(story=None, page=None, detail="the source reads otherwise than at review")
    for key, image in source.reading.images.items():
        fresh.reading.images[key].adopt(image)
    _check_answers(source, plan)
    work = _work(fresh, plan)
    try:
        sheets = _sheets(work)
    except RecursionError as error:
        raise CannotRedact(story=None, page=None, detail="nested too deeply") from error
    lost = work.ink.unwritten()
    if lost:
        raise CannotRedact(story=lost[0], page=None, detail="text that was not withheld would be lost")
    report(Progress(Stage.REDACTING, 1, 1))
    return Copy(packed(sheets, work.media), Format.DOCX, tuple(_losses(work)))


def _texts(source: DocxSource) -> tuple[object, ...]:
    """What must be the same as at review; pictures are not read a second time."""
    stories = tuple(each for each in source.document.stories if each.kind is not StoryKind.IMAGE_TEXT)
    return source.document.sha256, stories, tuple(each.id for each in source.document.problems)


def _check_answers(source: DocxSource, plan: Plan) -> None:
    answers = {problem.id: plan.choices.get(problem.id) for problem in source.document.problems}
    stopping = tuple(key for key, choice in answers.items() if choice in {None, Choice.STOP})
    if stopping:
        raise UnansweredProblem(problems=stopping)


def _work(source: DocxSource, plan: Plan) -> Work:
    reading = source.reading
    guard = Guard(reading, plan)
    work = Work(reading, plan, Ink(reading, plan), guard, NameBook(guard))
    main = reading.package.main
    styles, numbering = _beside(work, "styles"), _beside(work, "numbering")
    work.book.learn_styles(None if styles is None else styles.root)
    work.book.learn_lists(None if numbering is None else numbering.root)
    work.book.learn_anchors(main.root)
    return work


def _beside(work: Work, kind: str) -> Part | None:
    package = work.reading.package
    listed = [name for name in package.main.related(kind) if package.has(name)]
    return package.part(listed[0]) if listed else None


def _sheets(work: Work) -> list[Sheet]:
    main = work.reading.package.main
    document = Sheet("word/document.xml", "document", new_root("document"))
    fill(document.root, main.root, "document", work.book)
    headers = _headers(work)
    body = etree.SubElement(document.root, w("body"))
    styles = _beside(work, "styles")
    style_root = None if styles is None else styles.root
    desk = Desk(work, main, document)
    note = work.plan.note
    heading = None if note is None else heading_style(work, style_root)
    if note is not None and heading is not None:
        note_block(note, body, heading)
    source = next(main.root.iterchildren(w("body")))
    blocks = BlockWriter(desk)
    blocks.blocks(source, body)
    section = next(source.iterchildren(w("sectPr")), None)
    body.append(element("sectPr") if section is None else blocks.section(section))
    notes = [sheet for kind, name in _NOTE_KINDS if (sheet := _notes(work, kind, name)) is not None]
    numbering = numbering_sheet(work, _beside(work, "numbering"))
    theme = theme_sheet(work, _beside(work, "theme"))
    settings = settings_sheet(work, _beside(work, "settings"))
    beside = [styles_sheet(work, style_root, heading), settings, numbering, theme, *notes]
    parts = [sheet for sheet in beside if sheet is not None]
    for sheet in parts:
        document.relate(sheet.kind, sheet.name.removeprefix("word/"))
    referred = {target for _kind, target, _external in document.rows}
    used = [sheet for sheet in headers if sheet.name.removeprefix("word/") in referred]
    work.losses["header"] += len(headers) - len(used)
    drawn = {target for sheet in (document, *used, *parts) for _kind, target, _external in sheet.rows}
    charts = [sheet for sheet in work.charts.values() if sheet.name.removeprefix("word/") in drawn]
    return [document, *used, *parts, *charts, core_sheet(work)]


def _headers(work: Work) -> list[Sheet]:
    """Headers and footers, one sheet for each story in use, in the reader's order."""
    made: list[Sheet] = []
    numbers: Counter[str] = Counter()
    for draft in work.reading.drafts:
        if draft.kind not in {StoryKind.HEADER, StoryKind.FOOTER}:
            continue
        kind = draft.kind.value
        numbers[kind] += 1
        sheet = Sheet(
            f"word/{kind}{numbers[kind]}.xml", kind, new_root({"header": "hdr", "footer": "ftr"}[kind])
        )
        BlockWriter(Desk(work, draft.part, sheet)).blocks(draft.part.root, sheet.root)
        work.headers[draft.part.name] = sheet
        made.append(sheet)
    return made


def _notes(work: Work, kind: StoryKind, name: str) -> Sheet | None:
    wanted = work.reading.notes.get(kind, [])
    if not wanted:
        return None
    sheet = Sheet(f"word/{name}s.xml", f"{name}s", notes_root(name))
    part = _beside(work, f"{name}s")
    sources = (
        {} if part is None else {each.get(w("id"), ""): each for each in part.root.iterchildren(w(name))}
    )
    for number, old in enumerate(wanted, start=1):
        made = etree.SubElement(sheet.root, w(name))
        made.set(w("id"), str(number))
        if part is not None and old in sources:
            BlockWriter(Desk(work, part, sheet)).blocks(sources[old], made)
        else:
            etree.SubElement(made, w("p"))
    return sheet


def _losses(work: Work) -> Iterator[str]:
    """What was dropped or flattened, as `code:count`."""
    counts = Counter(work.losses)
    for code, count in work.reading.counts.items():
        counts[code] += count
    for draft in work.reading.drafts:
        if draft.kind in _DROPPED_KINDS and draft.length:
            counts[draft.kind.value] += 1
    yield from (f"{code}:{count}" for code, count in sorted(counts.items()) if count)
