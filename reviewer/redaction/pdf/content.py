# SPDX-License-Identifier: MIT
"""What the canvases of one page share while they are written: what goes, what is painted over, what was lost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pikepdf

from reviewer.documents.pdf.fonts import Font
from reviewer.documents.pdf.geometry import Matrix, Rect, inside, touches
from reviewer.documents.pdf.pictures import key_of
from reviewer.documents.pdf.records import Paint, PaintKind
from reviewer.documents.pdf.rows import Rows
from reviewer.documents.pdf.source import PdfSource
from reviewer.documents.pdf.views import PageView
from reviewer.model.document import Choice, Language
from reviewer.redaction.pdf.fonts import FontWriter
from reviewer.redaction.pdf.images import copy_image, inline_copy
from reviewer.redaction.pdf.marked import MarkedPage
from reviewer.redaction.pdf.marks import PageMarks
from reviewer.redaction.pdf.masks import PageMasks, Word, widened
from reviewer.redaction.pdf.painting import mask_image, paint_image
from reviewer.redaction.pdf.relay import Setting


class Losses:
    """Counts what a copy could not keep."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}

    def add(self, code: str, count: int = 1) -> None:
        """Count a loss."""
        self._counts[code] = self._counts.get(code, 0) + count

    def codes(self) -> tuple[str, ...]:
        """`code:count`, sorted."""
        return tuple(f"{code}:{count}" for code, count in sorted(self._counts.items()))


class PageContent:
    """The canvases of one page, written into the new file."""

    def __init__(
        self,
        source: PdfSource,
        view: PageView,
        marks: PageMarks,
        setting: Setting,
        new: pikepdf.Pdf,
        fonts: FontWriter,
        choices: Mapping[str, Choice],
        losses: Losses,
        *,
        tagged: Language | None,
        shared: dict[Any, Any],
    ) -> None:
        self.source, self.view, self.marks, self.setting, self.new = source, view, marks, setting, new
        self.fonts, self.choices, self.losses, self.tagged, self.shared = (
            fonts,
            choices,
            losses,
            tagged,
            shared,
        )
        self.shows = {(show.canvas, show.op): show for show in view.walk.shows}
        self.canvas_fonts: dict[tuple[int, str], Font] = {
            (show.canvas, show.font_name): show.font for show in view.walk.shows
        }
        self.paints: dict[tuple[int, int], Paint] = {
            (paint.canvas, paint.op): paint for paint in view.walk.paints
        }
        self.bands = Rows((band[0], band) for band in setting.bands)
        self.dropped = self._dropped_paths()
        self.marked = MarkedPage()
        self.masks = PageMasks(view, marks)
        changed = {*marks.gone, *setting.shifts}
        self.touched = {glyph.show.canvas for glyph in changed}
        self.changed_shows = {id(glyph.show) for glyph in changed}
        self.lost_shows = {id(glyph.show) for glyph in marks.gone}
        self.lost_canvases = self._around({glyph.show.canvas for glyph in marks.gone})

    def _around(self, canvases: set[int]) -> set[int]:
        """Some canvases and all that they are drawn in."""
        found: set[int] = set()
        for each in canvases:
            number: int | None = each
            while number is not None and number not in found:
                found.add(number)
                number = self.view.walk.canvases[number].parent
        return found

    def _dropped_paths(self) -> dict[int, set[int]]:
        """Operators of the paths that go: under a box, ruled under what was removed, in hidden layers."""
        dropped: dict[int, set[int]] = {}
        for paint in self.view.walk.paints:
            if paint.kind in {PaintKind.PATH, PaintKind.CLIP} and self._goes(paint):
                dropped.setdefault(paint.canvas, set()).update(range(paint.first, paint.op + 1))
            elif paint.kind is PaintKind.SHADING and (paint.hidden or self._goes(paint)):
                dropped.setdefault(paint.canvas, set()).add(paint.op)
        return dropped

    def _goes(self, paint: Paint) -> bool:
        if paint.hidden:
            return paint.kind is not PaintKind.CLIP
        if (paint.canvas, paint.op) in self.setting.covers:
            return True
        if paint.kind is not PaintKind.SHADING and self._is_in_moved_line(paint.rect):
            return True
        for rect, _label in self.marks.painted:
            if paint.kind is PaintKind.PATH and inside(paint.rect, rect, 1.0):
                return True
            if paint.kind is PaintKind.PATH and paint.curved and touches(paint.rect, rect):
                return True
        return False

    def _is_in_moved_line(self, rect: Rect) -> bool:
        """Whether something stands in a line behind what was removed, where its place would tell of it."""
        if any(slant.holds(rect) for slant in self.setting.slants):
            return True
        return any(
            inside(rect, whole, 2.0) and touches(rect, moved)
            for whole, moved in (self.bands.near(rect) if self.setting.bands else ())
        )

    def image_copy(self, paint: Paint, source: Any) -> Any:
        """An image of this page in the new file, painted over where something goes; None when it is left out."""
        key = key_of(paint, self.view.number)
        picture = self.source.pictures.get(key)
        if picture is not None and self.choices.get(f"image:{picture.id}") is not Choice.KEEP:
            self.losses.add("image")
            self.masks.left_out(paint)
            return None
        if self._is_in_moved_line(paint.rect):
            self.losses.add("image")
            return None
        areas, words = self.masks.of(paint)
        if (areas or words) and paint.matrix is not None:
            image = self._masked(source, paint.matrix, areas, words)
        elif paint.kind is PaintKind.INLINE_IMAGE:
            image = inline_copy(self.new, source)
        else:
            if key not in self.shared:
                self.shared[key] = copy_image(self.new, source)
            image = self.shared[key]
        if image is None:
            self.losses.add("image")
        return image

    def _masked(self, source: Any, matrix: Matrix, areas: list[Rect], words: list[Word]) -> Any:
        rotation = int(self.source.page(self.view.number).rotation)
        made = mask_image(self.new, source, matrix, areas, words, rotation=rotation) if words else None
        if made is None:
            coarse = areas + [
                rect for rect, _label in widened((rect, label) for rect, label, _drawn in words)
            ]
            return paint_image(self.new, source, matrix, coarse)
        image, boxes = made
        self.masks.done(words, boxes)
        return image
