# SPDX-License-Identifier: MIT
"""What goes from one page: glyphs by span, by box, hidden ones, and the areas to paint over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from reviewer.documents.pdf.geometry import Rect, area, overlap, touches
from reviewer.documents.pdf.orders import Sought, found_elsewhere
from reviewer.documents.pdf.records import UNPLACED, Glyph, PaintKind, Walk
from reviewer.documents.pdf.rows import Rows
from reviewer.documents.pdf.source import PdfSource
from reviewer.documents.pdf.views import PageView
from reviewer.model.document import Document, StoryKind
from reviewer.redaction.plan import BoxRemoval, Plan, Removal

_SHARE = 0.3
"""A glyph goes when so much of it lies under what is removed, or when its centre does."""

_ALIKE = 3.0
_LONGEST = 120
"""Characters; a longer passage stands in one place, and nobody writes it in another order."""


@dataclass(slots=True, eq=False)
class Mark:
    """One removal on a page: its label, the glyphs it takes, and its rectangle when a person drew one.

    `blind`: a box that somebody drew over a word before; another takes its place, with nothing to say.
    """

    label: str
    glyphs: list[Glyph] = field(default_factory=list)
    rect: Rect | None = None
    blind: bool = False


@dataclass(slots=True)
class PageMarks:
    """All removals of a page. `gone` maps each removed glyph to its mark, or to None when it goes without a label.

    `unseen` has the marks of what a person withheld from the text out of view; all of that text goes anyway.
    """

    marks: list[Mark] = field(default_factory=list)
    gone: dict[Glyph, Mark | None] = field(default_factory=dict)
    unseen: dict[Glyph, Mark] = field(default_factory=dict)
    painted: list[tuple[Rect, str]] = field(default_factory=list)
    image_painted: list[tuple[Rect, str]] = field(default_factory=list)
    emptied: set[int] = field(default_factory=set)

    @property
    def any(self) -> bool:
        """Whether a person removed something from this page."""
        return bool(self.marks or self.painted or self.image_painted)


def mark_page(source: PdfSource, view: PageView, plan: Plan, sought: Mapping[Sought, str]) -> PageMarks:
    """Collect what the plan removes from a page; `sought` are its terms as `terms_of` gives them."""
    marks = PageMarks()
    for glyph in view.walk.glyphs:
        if glyph.hidden:
            marks.gone[glyph] = None
    story = f"{StoryKind.PAGE}:{view.number}"
    for removal in removals_of(plan, story, len(view.text.text)):
        _mark_span(view, marks, removal)
    for removal in plan.removals.get(f"{StoryKind.HIDDEN}:p{view.number}", ()):
        glyphs = view.glyphs(removal.start, removal.end, hidden=True)
        marks.unseen.update(dict.fromkeys(glyphs, Mark(removal.label, glyphs)))
    for each in plan.boxes:
        if each.box.page == view.number:
            _mark_box(view, marks, each)
    for term, found in found_elsewhere(view.walk, view.text, [*sought]):
        _mark_glyphs(marks, sought[term], [each for glyph in found for each in (glyph, *glyph.shadows)])
    _mark_pictures(source, view, plan, marks)
    _spread(view.walk, marks)
    for glyph in marks.gone:
        number = _unplaced_canvas(view.walk, glyph)
        if number is not None:
            marks.emptied.add(number)
    return marks


def removals_of(plan: Plan, story: str, length: int) -> tuple[Removal, ...]:
    """The removals of a story; all of it when the whole story is left out."""
    if story in plan.left_out and length:
        return (Removal(0, length, ""),)
    return plan.removals.get(story, ())


def terms_of(document: Document, plan: Plan) -> dict[Sought, str]:
    """Every text that goes, with its label: what another reader of a page may put together goes there too."""
    found = dict(plan.sought)
    for story, removals in plan.removals.items():
        text = document.story(story).text
        for removal in removals:
            for start, end in ((removal.start, removal.end), *removal.parts):
                if end - start <= _LONGEST:
                    found.setdefault(text[start:end], removal.label)
    return {Sought.of(text): label for text, label in found.items()}


def _mark_span(view: PageView, marks: PageMarks, removal: Removal) -> None:
    _mark_glyphs(marks, removal.label, view.glyphs(removal.start, removal.end))


def _mark_glyphs(marks: PageMarks, label: str, glyphs: Iterable[Glyph]) -> None:
    mark = Mark(label)
    for glyph in glyphs:
        if marks.gone.get(glyph) is None:
            marks.gone[glyph] = mark
            mark.glyphs.append(glyph)
    if mark.glyphs:
        marks.marks.append(mark)
        layered: dict[int, list[Rect]] = {}
        for glyph in mark.glyphs:
            if glyph.layered:
                layered.setdefault(glyph.line, []).append(glyph.box)
        marks.image_painted += [(_around(rects), label) for rects in layered.values()]


def _mark_box(view: PageView, marks: PageMarks, removal: BoxRemoval) -> None:
    box = removal.box
    rect = (box.x0, box.y0, box.x1, box.y1)
    mark = Mark(removal.label)
    for glyph in view.walk.glyphs:
        if glyph not in marks.gone and _is_under(glyph.box, rect):
            for each in (glyph, *glyph.shadows):
                marks.gone[each] = mark
                mark.glyphs.append(each)
    lines = {glyph.line for glyph in mark.glyphs}
    covered = any(
        touches(paint.rect, rect)
        and paint.kind is not PaintKind.CLIP
        and (paint.kind is not PaintKind.PATH or paint.curved)
        for paint in view.walk.paints
    )
    layered = any(glyph.layered for glyph in mark.glyphs)
    if len(lines) != 1 or covered or layered:
        mark.rect = rect
        marks.painted.append((rect, removal.label))
    if mark.glyphs:
        marks.marks.append(mark)


def _is_under(glyph: Rect, rect: Rect) -> bool:
    x, y = (glyph[0] + glyph[2]) / 2, (glyph[1] + glyph[3]) / 2
    if rect[0] <= x <= rect[2] and rect[1] <= y <= rect[3]:
        return True
    whole = area(glyph)
    return whole > 0 and overlap(glyph, rect) / whole >= _SHARE


def _mark_pictures(source: PdfSource, view: PageView, plan: Plan, marks: PageMarks) -> None:
    for picture in source.pictures_on(view.number):
        story = f"{StoryKind.IMAGE_TEXT}:{picture.id}"
        for removal in removals_of(plan, story, len(picture.text)):
            for page, rect in picture.boxes(removal.start, removal.end):
                if page == view.number:
                    marks.image_painted.append((rect, removal.label))
    removed = {id(glyph) for glyph in marks.gone}
    for rect, label in tuple(marks.image_painted):
        mark = Mark(label, rect=rect)
        for glyph in view.walk.glyphs:
            if id(glyph) not in removed and _is_under(glyph.box, rect):
                marks.gone[glyph] = mark


def _spread(walk: Walk, marks: PageMarks) -> None:
    """Take along whatever is drawn in the place of a removed glyph: text under it, over it, drawn twice."""
    cells: dict[tuple[int, int], list[Glyph]] = {}
    for glyph in _around_lost(walk, marks):
        if glyph not in marks.gone and not glyph.blank:
            for cell in _cells(glyph.core):
                cells.setdefault(cell, []).append(glyph)
    for glyph, mark in tuple(marks.gone.items()):
        if mark is None or glyph.blank:
            continue
        core = glyph.core
        for cell in _cells(core):
            for other in cells.get(cell, ()):
                if other not in marks.gone and _meets(core, other.core) and _is_alike(glyph, other):
                    marks.gone[other] = mark
                    mark.glyphs.append(other)


def _around_lost(walk: Walk, marks: PageMarks) -> Iterator[Glyph]:
    """The glyphs of the operators that reach the place of a removed one."""
    cores = [glyph.core for glyph, mark in marks.gone.items() if mark is not None and not glyph.blank]
    if cores:
        rows = Rows((core, core) for core in cores)
        for show in walk.shows:
            band = show.band if show.glyphs else None
            if band is not None and any(touches(band, core) for core in rows.near(band)):
                yield from show.glyphs


def _cells(rect: Rect) -> Iterable[tuple[int, int]]:
    columns = range(int(rect[0] // 24), int(rect[2] // 24) + 1)
    rows = range(int(rect[1] // 24), int(rect[3] // 24) + 1)
    if len(columns) * len(rows) > 400:
        return ()
    return [(column, row) for column in columns for row in rows]


def _is_alike(glyph: Glyph, other: Glyph) -> bool:
    """Whether two glyphs are of about one size: the words under the huge letters of a watermark are other words."""
    return max(glyph.em, other.em) <= _ALIKE * min(glyph.em, other.em)


def _meets(core: Rect, other: Rect) -> bool:
    smaller = min(area(core), area(other))
    return smaller > 0 and overlap(core, other) / smaller >= _SHARE


def _unplaced_canvas(walk: Walk, glyph: Glyph) -> int | None:
    """The outermost pattern or mask that a glyph is drawn in."""
    found = None
    number: int | None = glyph.show.canvas
    while number is not None:
        canvas = walk.canvases[number]
        if canvas.kind in UNPLACED:
            found = number
        number = canvas.parent
    return found


def _around(rects: list[Rect]) -> Rect:
    x0s, y0s, x1s, y1s = zip(*rects, strict=True)
    return min(x0s), min(y0s), max(x1s), max(y1s)
