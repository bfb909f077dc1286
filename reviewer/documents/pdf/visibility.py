# SPDX-License-Identifier: MIT
"""Which glyphs nobody sees: hidden layers, white or transparent ink, off the page, clipped away, tiny, covered.

Text of an OCR layer (invisible, over or under the picture of a page) is not hidden: it is the page's text, and what is
removed from it is painted over in the picture too.
"""

from __future__ import annotations

from collections import defaultdict

from reviewer.documents.pdf.geometry import Rect, area, grow, inside, overlap, touches
from reviewer.documents.pdf.records import Glyph, Paint, PaintKind, Show, Walk
from reviewer.documents.pdf.rows import Rows

_TINY = 1.0
"""Points; print this small is not read by anybody."""
_COVERED = 0.7
_INVISIBLE = 3
"""The rendering mode of text that is not drawn at all."""
_SHADOW = 0.18
"""How far a glyph drawn again may stand from the first, in em."""
_MANY = 4
"""So many glyphs an operator make it worth asking which operators meet before their glyphs are compared."""
_CLIPPED = 0.15
"""Nobody reads a letter of which a clipping path leaves less than this."""
_PAGE_SHARE = 0.3
"""An image that covers this much of the page is taken for a scan."""


def mark_hidden(walk: Walk) -> None:
    """Set `hidden`, `layered` and shadows on the glyphs of a page."""
    scan = is_scan(walk)
    apart = walk.apart()
    covers = Rows((each.shown, each) for each in walk.paints if _covers(each) and each.canvas not in apart)
    grounds = Rows((each.shown, each) for each in walk.paints if _is_ground(each))
    for show in walk.shows:
        if not _is_plain(show, walk, covers):
            for glyph in show.glyphs:
                glyph.hidden, glyph.layered = _state(glyph, walk, covers, grounds, scan=scan)
    _mark_shadows(_meeting(walk))


def is_scan(walk: Walk) -> bool:
    """Whether pictures make up a good part of the page."""
    page = area(walk.visible) or 1.0
    covered = sum(
        overlap(each.shown, walk.visible)
        for each in walk.paints
        if each.kind in {PaintKind.IMAGE, PaintKind.INLINE_IMAGE} and not each.hidden
    )
    return covered / page >= _PAGE_SHARE


def _covers(paint: Paint) -> bool:
    if paint.hidden or not paint.opaque:
        return False
    return (paint.kind is PaintKind.PATH and paint.fills and paint.boxy) or paint.kind is PaintKind.IMAGE


def _is_ground(paint: Paint) -> bool:
    """What white text can stand out against."""
    if paint.hidden or paint.kind is PaintKind.CLIP:
        return False
    return paint.kind is not PaintKind.PATH or (paint.fills and not paint.white)


def _is_plain(show: Show, walk: Walk, covers: Rows[Paint]) -> bool:
    """Whether it is plain that all of an operator's glyphs are shown, without a look at each."""
    if show.hidden or show.faint or show.white or show.mode == _INVISIBLE or not show.glyphs:
        return False
    band = show.band
    return (
        show.glyphs[0].em >= _TINY
        and inside(band, walk.visible)
        and (show.clip is None or inside(band, show.clip))
        and not any(each.order > show.order and touches(band, each.shown) for each in covers.near(band))
    )


def _state(
    glyph: Glyph, walk: Walk, covers: Rows[Paint], grounds: Rows[Paint], *, scan: bool
) -> tuple[bool, bool]:
    show = glyph.show
    if show.hidden or show.faint or glyph.em < _TINY:
        return True, False
    box = glyph.core
    if not _meets(box, walk.visible) or _is_clipped(glyph):
        return True, False
    if show.mode == _INVISIBLE:
        return not scan, scan
    over = [
        each for each in covers.near(box) if each.order > show.order and _share(box, each.shown) >= _COVERED
    ]
    if over:
        over_picture = scan and max(over, key=lambda each: each.order).kind is PaintKind.IMAGE
        return not over_picture, over_picture
    if show.white and show.mode != 7:
        under = grounds.near(box)
        return not any(_is_behind(each, show) and _share(box, each.shown) >= 0.5 for each in under), False
    return False, False


def _is_behind(ground: Paint, show: Show) -> bool:
    """What is blended with the page, as shadings often are, may be the ground of a text that was there before it."""
    return ground.order < show.order or ground.blended or ground.kind is PaintKind.SHADING


def _meets(box: Rect, page: Rect) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return page[0] <= x <= page[2] and page[1] <= y <= page[3]


def _is_clipped(glyph: Glyph) -> bool:
    clip = glyph.show.clip
    return clip is not None and not inside(glyph.core, clip) and _share(glyph.box, clip) < _CLIPPED


def _share(box: Rect, cover: Rect) -> float:
    whole = area(box)
    if whole <= 0:
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return 1.0 if cover[0] <= x <= cover[2] and cover[1] <= y <= cover[3] else 0.0
    return overlap(box, cover) / whole


def _meeting(walk: Walk) -> list[Glyph]:
    """The glyphs that may have been drawn twice: those of operators that reach into one another."""
    if len(walk.glyphs) < _MANY * len(walk.shows):
        return walk.glyphs
    boxes = [
        (grow(show.origins, _SHADOW * abs(show.glyphs[0].em)), show) for show in walk.shows if show.glyphs
    ]
    rows = Rows((box, (box, show)) for box, show in boxes)
    found: list[Glyph] = []
    for box, show in boxes:
        if any(other is not show and touches(box, place) for place, other in rows.near(box)):
            found += show.glyphs
    return found


def _mark_shadows(glyphs: list[Glyph]) -> None:
    """A glyph drawn again at (nearly) the same place is false bold or a shadow: one character, drawn twice."""
    places: dict[tuple[str, int, int], list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        if glyph.em <= 0:
            continue
        cell = max(glyph.em * 0.5, 0.5)
        column, row = int(glyph.x // cell), int(glyph.y // cell)
        first = next(
            (
                other
                for dx in (-1, 0, 1)
                for dy in (-1, 0, 1)
                for other in places.get((glyph.text, column + dx, row + dy), ())
                if abs(other.x - glyph.x) < _SHADOW * glyph.em
                and abs(other.y - glyph.y) < _SHADOW * glyph.em
                and other.show is not glyph.show
                and other.hidden == glyph.hidden
            ),
            None,
        )
        if first is None:
            places[glyph.text, column, row].append(glyph)
        else:
            glyph.shadow_of = first
            first.shadows = (*first.shadows, glyph)
