# SPDX-License-Identifier: MIT
"""Lays out anew each line that lost glyphs, so that no gap tells how wide they were.

After Bland, Iyer and Levchenko, "Story Beyond the Eye" (2022): the width of a gap, the spacing of a justified line and
the sub-pixel shifts a program leaves behind cut thousands of names down to a few. So a line that lost anything is set
with natural widths only, from an anchor that does not depend on what was lost.

What this does not hide: on which line something was, that a long passage took several lines, and how wide a block of
several lines is that an earlier hand covered.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reviewer.documents.pdf.geometry import Rect, inside, join
from reviewer.documents.pdf.lines import SPACE_GAP, Line, along, gap_between, same_row
from reviewer.documents.pdf.records import Glyph
from reviewer.documents.pdf.views import PageView
from reviewer.redaction.pdf.anchors import Surroundings
from reviewer.redaction.pdf.gathering import gather
from reviewer.redaction.pdf.lettering import Label, label_on, label_width
from reviewer.redaction.pdf.marks import Mark, PageMarks
from reviewer.redaction.pdf.measures import Natural
from reviewer.redaction.pdf.slants import Slant, is_slanted

_BLANK = 0.27
"""A blank that nobody drew, in em."""
_OVERLAY = -0.1
"""A glyph set back further than this belongs on top of the one before it (an accent)."""
_STILL = 0.01
_HUGE = 3.0
"""A watermark is so much larger than the words over it: its label is of their size, and what is ruled there stays."""


@dataclass(slots=True)
class Setting:
    """The new layout: how far along its line each glyph now starts, by how much it is tightened, the labels.

    `covers` are shapes (canvas, operator) over words out of view, or as wide as a word that goes. `crossing` tells
    that a line runs through several Forms, whose places would tell where its pieces were.
    """

    shifts: dict[Glyph, tuple[float, float]] = field(default_factory=dict)
    labels: dict[Glyph, list[Label]] = field(default_factory=dict)
    bands: list[tuple[Rect, Rect]] = field(default_factory=list)
    slants: list[Slant] = field(default_factory=list)
    covers: set[tuple[int, int]] = field(default_factory=set)
    crossing: bool = False


@dataclass(slots=True)
class _Step:
    glyph: Glyph
    label: str | None
    start: float
    width: float


def relay(view: PageView, marks: PageMarks) -> Setting:
    """Lay out the lines of a page that lost glyphs."""
    gathered = gather(view, marks)
    setting = Setting(covers=gathered.covers)
    natural = Natural(gathered.whole)
    done: dict[int, Line] = {}
    parted = _parted(view) if gathered.lost else frozenset()
    for line in gathered.lost:
        _Setter(marks, setting, line, natural, done, parted).run(view, gathered.whole)
    return setting


def _parted(view: PageView) -> frozenset[tuple[Glyph, Glyph]]:
    """Neighbours between which the reader saw a blank that nobody drew, in both orders: a line may run either way."""
    text, glyphs = view.text.text, view.text.glyphs
    pairs = (
        (glyphs[at - 1], glyphs[at + 1])
        for at in range(1, len(glyphs) - 1)
        if glyphs[at] is None and text[at] == " "
    )
    known = [(one, other) for one, other in pairs if one is not None and other is not None]
    return frozenset([*known, *((other, one) for one, other in known)])


class _Setter:
    """One line being set."""

    def __init__(
        self,
        marks: PageMarks,
        setting: Setting,
        line: Line,
        natural: Natural,
        done: dict[int, Line],
        parted: frozenset[tuple[Glyph, Glyph]],
    ) -> None:
        self.marks, self.setting, self.line, self.natural, self.done = marks, setting, line, natural, done
        self.parted = parted
        self.em = line.em

    def run(self, view: PageView, whole: list[Line]) -> None:
        """Set the line from its anchor, tightened where it would run into something."""
        band, following = self._bands()
        under = [each for each in whole if each.em * _HUGE < self.em and _is_in(each, band)]
        if under:
            self.em = max(each.em for each in under)
        steps, length = self._steps()
        around = Surroundings(view, self.line, whole, band, self.setting.covers)
        anchor = around.anchor(length)
        tight = around.tightness(anchor, length)
        if not under and not self.line.glyphs[0].layered:
            moves = abs(anchor - self.line.start) > _STILL
            if is_slanted(self.line.angle):
                first = 0 if moves else self._first_gone()
                self.setting.slants.append(Slant.of(band, self.line.glyphs, first, self.line.em))
            else:
                self.setting.bands.append((band, band if moves else following))
        for step in steps:
            start = anchor + step.start * tight
            if step.label is None:
                moved = abs(start - along(step.glyph)) > _STILL
                if moved and step.glyph.show.canvas != self.line.glyphs[0].show.canvas:
                    self.setting.crossing = True
                self._shift(step.glyph, start, tight * self.natural.scale(step.glyph))
            else:
                self._label(step, start, tight)

    def _steps(self) -> tuple[list[_Step], float]:
        steps: list[_Step] = []
        cursor = 0.0
        previous: Glyph | None = None
        open_mark: Mark | None = None
        for glyph in self.line.glyphs:
            mark = self.marks.gone.get(glyph)
            if glyph in self.marks.gone:
                if mark is not None and mark is not open_mark:
                    cursor = self._open(steps, glyph, mark, previous, cursor)
                open_mark = mark
                previous = glyph
                continue
            if previous is not None:
                cursor += self._gap(steps, previous, glyph)
            if open_mark is not None and open_mark.rect is not None and not glyph.layered:
                cursor = max(cursor, open_mark.rect[2] + _BLANK * glyph.em - self.line.start)
            open_mark = None
            steps.append(_Step(glyph, None, cursor, 0.0))
            cursor += self.natural.advance(glyph)
            previous = glyph
        return steps, self._trim(steps, cursor)

    def _open(
        self, steps: list[_Step], glyph: Glyph, mark: Mark, previous: Glyph | None, cursor: float
    ) -> float:
        """Put the label of a removal where its first glyph stood, and in each cell of a row that it goes through; on
        later lines it has none.
        """
        before = self.done.get(id(mark))
        beside = before is not None and before is not self.line and same_row(before, self.line)
        if (before is not None and not beside) or (mark.rect is not None and not glyph.layered):
            return cursor
        self.done[id(mark)] = self.line
        width = label_width(mark.label, self.em, blind=mark.blind)
        if not width:
            return cursor
        parted = previous is not None and (
            previous in self.marks.gone
            or gap_between(previous, glyph) > SPACE_GAP
            or (previous, glyph) in self.parted
        )
        if parted and cursor:
            cursor += _BLANK * self.line.em
        steps.append(_Step(glyph, mark.label, cursor, width))
        return cursor + width

    def _gap(self, steps: list[_Step], previous: Glyph, glyph: Glyph) -> float:
        gap = gap_between(previous, glyph)
        em = max(previous.em, glyph.em)
        if previous in self.marks.gone:
            last = steps[-1] if steps else None
            unmarked = last is not None and last.label is None
            if unmarked and last is not None:
                return 0.0 if last.glyph.blank or glyph.blank else _BLANK * em
        elif (gap <= SPACE_GAP and (previous, glyph) not in self.parted) or previous.blank or glyph.blank:
            return gap * em if gap < _OVERLAY else 0.0
        elif gap <= SPACE_GAP:
            return _BLANK * em
        return _BLANK * em if gap > SPACE_GAP and not (previous.blank or glyph.blank) else 0.06 * em

    def _trim(self, steps: list[_Step], cursor: float) -> float:
        last = next(
            (step for step in reversed(steps) if step.label is not None or not step.glyph.blank), None
        )
        if last is None:
            return cursor
        return last.start + (last.width if last.label is not None else self.natural.advance(last.glyph))

    def _shift(self, glyph: Glyph, start: float, tight: float) -> None:
        self.setting.shifts[glyph] = (start - along(glyph), tight)
        for shadow in glyph.shadows:
            if shadow not in self.marks.gone:
                self.setting.shifts[shadow] = (start - along(glyph), tight)

    def _label(self, step: _Step, start: float, tight: float) -> None:
        glyph = step.glyph
        if glyph.layered:  # the picture over it has a box of its own
            return
        label = label_on(glyph, step.label or "", self.em, start, step.width * tight)
        self.setting.labels.setdefault(glyph, []).append(label)

    def _first_gone(self) -> int:
        return next((at for at, glyph in enumerate(self.line.glyphs) if glyph in self.marks.gone), 0)

    def _bands(self) -> tuple[Rect, Rect]:
        """The area of the line, and of what follows the first loss: rules and grounds of its letters go with it."""
        em, glyphs = self.line.em, self.line.glyphs
        first = self._first_gone()
        return join(_grown(glyph, em) for glyph in glyphs), join(
            _grown(glyph, em) for glyph in glyphs[first:]
        )


def _is_in(line: Line, band: Rect) -> bool:
    """Whether letters of a line stand in an area."""
    return any(not glyph.blank and inside(glyph.core, band) for glyph in line.glyphs)


def _grown(glyph: Glyph, em: float) -> Rect:
    x0, y0, x1, y1 = glyph.box
    return x0, y0 - 0.25 * em, x1, y1 + 0.3 * em
