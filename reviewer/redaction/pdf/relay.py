# SPDX-License-Identifier: MIT
"""Lays out anew each line that lost glyphs, so that no gap tells how wide they were.

After Bland, Iyer and Levchenko, "Story Beyond the Eye" (2022): the width of a gap, the spacing of a justified line and
the sub-pixel shifts a program leaves behind cut thousands of names down to a few. So a line that lost anything is set
with natural widths only, from an anchor that does not depend on what was lost.

What this does not hide: on which line something was, that a long passage took several lines, and how wide the gap is
where a word was out of view already (under a black box, white on white): such a word goes, its place stays.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reviewer.documents.pdf.geometry import Rect, join
from reviewer.documents.pdf.lines import SPACE_GAP, Line, across, along, gap_between, same_row
from reviewer.documents.pdf.records import Glyph
from reviewer.documents.pdf.views import PageView
from reviewer.redaction.pdf.lettering import Label, label_width
from reviewer.redaction.pdf.marks import Mark, PageMarks

_BLANK = 0.27
"""A blank that nobody drew, in em."""
_OVERLAY = -0.1
"""A glyph set back further than this belongs on top of the one before it (an accent)."""
_SPACED = 0.05
"""Letter spacing beyond this, if other lines have it too, is on purpose; else it is the trace of justification."""
_NEAR = 1.0
_TIGHTEST = 0.45
_MILD = 0.85
_MARGIN = 14.0
_STILL = 0.01


@dataclass(slots=True)
class Setting:
    """The new layout: how far along its line each glyph now starts, by how much it is tightened, the labels.

    `crossing` tells that a line runs through several Forms, whose places would tell where its pieces were.
    """

    shifts: dict[Glyph, tuple[float, float]] = field(default_factory=dict)
    labels: dict[Glyph, list[Label]] = field(default_factory=dict)
    bands: list[tuple[Rect, Rect]] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)
    crossing: bool = False


@dataclass(slots=True)
class _Step:
    glyph: Glyph
    label: str | None
    start: float
    width: float


def relay(view: PageView, marks: PageMarks) -> Setting:
    """Lay out the lines of a page that lost visible glyphs."""
    setting = Setting()
    lost = {
        glyph.line
        for glyph, mark in marks.gone.items()
        if mark is not None and glyph.line >= 0 and not glyph.layered
    }
    done: set[int] = set()
    whole = [line for line in view.text.lines if line.number not in lost]
    for line in view.text.lines:
        if line.number in lost:
            setting.lines.add(line.number)
            _Setter(view, marks, setting, line, whole, done).run()
    return setting


class _Setter:
    """One line being set."""

    def __init__(
        self,
        view: PageView,
        marks: PageMarks,
        setting: Setting,
        line: Line,
        whole: list[Line],
        done: set[int],
    ) -> None:
        self.view, self.marks, self.setting, self.line = view, marks, setting, line
        self.whole, self.done = whole, done
        self.meant = {spacing(glyph) for each in whole for glyph in each.glyphs[:1]} - {0.0}

    def run(self) -> None:
        """Set the line from its anchor, tightened where it would run into something."""
        steps, length = self._steps()
        anchor = self._anchor(length)
        tight = self._tightness(anchor, length)
        for step in steps:
            start = anchor + step.start * tight
            if step.label is None:
                moved = abs(start - along(step.glyph)) > _STILL
                if moved and step.glyph.show.canvas != self.line.glyphs[0].show.canvas:
                    self.setting.crossing = True
                self._shift(step.glyph, start, tight)
            else:
                self._label(step, start, tight)
        self._band()

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
                cursor += self._gap(previous, glyph, after_label=previous in self.marks.gone)
            if open_mark is not None and open_mark.rect is not None:
                cursor = max(cursor, open_mark.rect[2] + _BLANK * glyph.em - self.line.start)
            open_mark = None
            steps.append(_Step(glyph, None, cursor, 0.0))
            cursor += self._advance(glyph)
            previous = glyph
        return steps, self._trim(steps, cursor)

    def _open(
        self, steps: list[_Step], glyph: Glyph, mark: Mark, previous: Glyph | None, cursor: float
    ) -> float:
        """Put the label of a removal where its first glyph stood; on later lines it has none."""
        if id(mark) in self.done or mark.rect is not None:
            return cursor
        self.done.add(id(mark))
        if not mark.label:
            return cursor
        parted = previous is not None and (
            previous in self.marks.gone or gap_between(previous, glyph) > SPACE_GAP
        )
        if parted and cursor:
            cursor += _BLANK * self.line.em
        width = label_width(mark.label, self.line.em)
        steps.append(_Step(glyph, mark.label, cursor, width))
        return cursor + width

    def _gap(self, previous: Glyph, glyph: Glyph, *, after_label: bool) -> float:
        gap = gap_between(previous, glyph)
        em = max(previous.em, glyph.em)
        if gap > SPACE_GAP and not (previous.blank or glyph.blank):
            return _BLANK * em
        if after_label:
            return 0.06 * em
        return gap * em if gap < _OVERLAY else 0.0

    def _advance(self, glyph: Glyph) -> float:
        """The natural width in user space, with letter spacing only where it is meant."""
        unit = unit_of(glyph)
        extra = spacing(glyph)
        return abs(glyph.advance) * unit + (extra * glyph.em if extra in self.meant else 0.0)

    def _trim(self, steps: list[_Step], cursor: float) -> float:
        last = next(
            (step for step in reversed(steps) if step.label is not None or not step.glyph.blank), None
        )
        if last is None:
            return cursor
        return last.start + (last.width if last.label is not None else self._advance(last.glyph))

    def _anchor(self, length: float) -> float:
        """Where the line now begins: where it did, unless its middle or its end was what held it."""
        line = self.line
        others = [each for each in self.whole if each.angle == line.angle]
        if not others:
            return line.start
        left, right = min(each.start for each in others), max(each.end for each in others)
        middle = (line.start + line.end) / 2
        starts = [each.start for each in others if abs(each.start - line.start) < _NEAR]
        ends = [each.end for each in others if abs(each.end - line.end) < _NEAR]
        middles = [each for each in map(_middle, others) if abs(each - middle) < _NEAR]
        if not starts and not middles and abs((left + right) / 2 - middle) < _NEAR:
            middles = [(left + right) / 2]
        if len(middles) > max(len(starts), len(ends)):
            return min(middles) - length / 2
        if len(ends) > len(starts):
            return max(ends) - length
        return min(starts, default=line.start)

    def _tightness(self, anchor: float, length: float) -> float:
        """By how much the line is narrowed to stay clear of its neighbour or of the margin."""
        line = self.line
        if length <= 0:
            return 1.0
        rights = [
            each.start
            for each in self.view.text.lines
            if each is not line
            and same_row(each, line)
            and each.start > line.start + line.em
            and not all(glyph.blank for glyph in each.glyphs)
        ]
        if rights:
            return _fit(min(rights) - 0.4 * line.em - anchor, length, _TIGHTEST)
        ends = [each.end for each in self.whole if each.angle == line.angle]
        if ends:
            mild = _fit(max(ends) - anchor, length, 0.0)
            if mild >= _MILD:
                return mild
        return _fit(self._page_end() - anchor, length, _TIGHTEST)

    def _page_end(self) -> float:
        glyph = self.line.glyphs[0]
        x0, y0, x1, y1 = self.view.walk.visible
        return max(x * glyph.ux + y * glyph.uy for x in (x0, x1) for y in (y0, y1)) - _MARGIN

    def _shift(self, glyph: Glyph, start: float, tight: float) -> None:
        self.setting.shifts[glyph] = (start - along(glyph), tight)
        for shadow in glyph.shadows:
            if shadow not in self.marks.gone:
                self.setting.shifts[shadow] = (start - along(glyph), tight)

    def _label(self, step: _Step, start: float, tight: float) -> None:
        glyph = step.glyph
        height = across(glyph)
        ux, uy = glyph.ux, glyph.uy
        x, y = start * ux - height * uy, start * uy + height * ux
        label = Label(step.label or "", (ux, uy, -uy, ux, x, y), self.line.em, step.width * tight)
        self.setting.labels.setdefault(glyph, []).append(label)

    def _band(self) -> None:
        """The area of the line: rules and grounds that follow its letters go with it."""
        em = self.line.em
        whole = join(_grown(glyph, em) for glyph in self.line.glyphs)
        gone = [glyph for glyph in self.line.glyphs if self.marks.gone.get(glyph) is not None]
        first = next((at for at, glyph in enumerate(self.line.glyphs) if glyph in self.marks.gone), 0)
        moved = join(_grown(glyph, em) for glyph in self.line.glyphs[first:]) if gone else whole
        self.setting.bands.append((whole, moved))


def _fit(room: float, length: float, least: float) -> float:
    return max(min(room / length, 1.0), least) if room > 0 else least or 1.0


def unit_of(glyph: Glyph) -> float:
    """The length in user space of one unit of text space along the line."""
    a, b = glyph.show.matrix[0], glyph.show.matrix[1]
    outer = glyph.show.outer
    dx, dy = a * outer[0] + b * outer[2], a * outer[1] + b * outer[3]
    return float((dx * dx + dy * dy) ** 0.5)


def _middle(line: Line) -> float:
    return (line.start + line.end) / 2


def spacing(glyph: Glyph) -> float:
    """The letter spacing in em, 0 when it is slight."""
    extra = abs(glyph.show.char_space * glyph.show.scale) * unit_of(glyph) / (glyph.em or 1.0)
    return round(extra, 4) if extra > _SPACED else 0.0


def _grown(glyph: Glyph, em: float) -> Rect:
    x0, y0, x1, y1 = glyph.box
    return x0, y0 - 0.25 * em, x1, y1 + 0.3 * em
