# SPDX-License-Identifier: MIT
"""Reads a picture in every way it may be written: small, light on dark, turned, mirrored.

A first look takes the picture as it is shown. What that look did not read for sure is looked at again, smaller or
larger, inverted, and in the other quarter turns. Text that slants otherwise is not read.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from threading import Event

from PIL import Image, ImageFilter, ImageOps

from reviewer.documents import ocr
from reviewer.documents.ocr import Turn, Word

_LARGE = 12_000_000
"""Pixels of a first look; more only costs time."""
_MEDIUM = 4_000_000
_SURE = 60.0
_POOR = 70.0
"""Mean confidence below which the first look is taken for a picture that stands otherwise."""
_EDGE, _FEW_EDGES = 80, 60
_DARK, _DARK_SHARE = 110, 0.03
_COVERED = 0.5


@dataclass(frozen=True)
class _Look:
    """One way of looking: the picture enlarged, turned, inverted, and the way back to its own pixels."""

    turn: Turn
    scale: float
    inverted: bool = False

    def of(self, picture: Image.Image) -> Image.Image:
        """The picture as this look sees it."""
        size = (max(1, round(picture.width * self.scale)), max(1, round(picture.height * self.scale)))
        seen = picture if size == picture.size else picture.resize(size, Image.Resampling.LANCZOS)
        seen = ImageOps.mirror(seen) if self.turn.mirrored else seen
        quarters = {
            1: Image.Transpose.ROTATE_270,
            2: Image.Transpose.ROTATE_180,
            3: Image.Transpose.ROTATE_90,
        }
        seen = seen.transpose(quarters[self.turn.quarters]) if self.turn.quarters else seen
        return ImageOps.invert(seen) if self.inverted else seen

    def back(self, word: Word, size: tuple[int, int], look: int) -> Word:
        """The word with its place in the picture itself."""
        width, height = size
        left, top = word.left / self.scale, word.top / self.scale
        right, bottom = left + word.width / self.scale, top + word.height / self.scale
        match self.turn.quarters:
            case 1:
                left, top, right, bottom = top, height - right, bottom, height - left
            case 2:
                left, top, right, bottom = width - right, height - bottom, width - left, height - top
            case 3:
                left, top, right, bottom = width - bottom, left, width - top, right
        if self.turn.mirrored:
            left, right = width - right, width - left
        x0, y0 = max(0, int(left)), max(0, int(top))
        x1, y1 = min(width, int(-(-right // 1))), min(height, int(-(-bottom // 1)))
        place = {"left": x0, "top": y0, "width": max(1, x1 - x0), "height": max(1, y1 - y0)}
        return replace(word, line=(look, *word.line), page=1, **place)  # type: ignore[arg-type]


def read_words(
    pixels: Image.Image, turns: Sequence[Turn] = (), *, stop: Event | None = None
) -> tuple[Word, ...] | None:
    """The words of a picture; `turns` is how the document shows it. None when nothing could read it."""
    picture = pixels.convert("L")
    shown = list(dict.fromkeys([*turns, Turn()]))
    first = _Look(shown[0], _scale(picture, _LARGE))
    found = _read(picture, [first], stop)
    if found is None:
        return None
    settled = [word for word in found[0] if word.confidence >= _SURE]
    poor = _mean(found[0]) < _POOR
    rest = picture if poor else _without(picture, settled)
    looks = _more_looks(rest, first, shown)
    more = _read(rest, looks, stop, start=1) if looks else []
    if more is None:
        return None
    passes = [found[0], *more]
    if poor:
        passes.sort(key=_letters, reverse=True)
    return tuple(_merged(passes))


def _scale(picture: Image.Image, most: int) -> float:
    """Small letters are read better when they are enlarged twice or three times."""
    area = picture.width * picture.height
    if area > most:
        return float((most / area) ** 0.5)
    return 3.0 if area * 9 <= most // 4 else 2.0 if area * 4 <= most else 1.0


def _more_looks(rest: Image.Image, first: _Look, shown: Sequence[Turn]) -> list[_Look]:
    """The other ways to look at what is left; none when hardly anything is."""
    edges = rest.filter(ImageFilter.FIND_EDGES).crop((1, 1, max(2, rest.width - 1), max(2, rest.height - 1)))
    if sum(edges.histogram()[_EDGE:]) < _FEW_EDGES:
        return []
    scale = _scale(rest, _MEDIUM)
    other = min(1.0, scale) if first.scale > 1 else scale
    looks = [_Look(first.turn, other)]
    if sum(rest.histogram()[:_DARK]) > _DARK_SHARE * rest.width * rest.height:
        looks.append(_Look(first.turn, scale, inverted=True))
    mirrored = sorted({turn.mirrored for turn in shown})
    turns = (Turn(quarters, mirror) for mirror in mirrored for quarters in (0, 1, 3, 2))
    return looks + [_Look(turn, scale) for turn in turns if turn != first.turn]


def _read(
    picture: Image.Image, looks: Sequence[_Look], stop: Event | None, *, start: int = 0
) -> list[list[Word]] | None:
    """What each look reads: all of them in one call, as the pages of one file."""
    pages = [look.of(picture) for look in looks]
    buffer = io.BytesIO()
    pages[0].save(buffer, format="TIFF", save_all=True, append_images=pages[1:])
    words = ocr.words_in(buffer.getvalue(), stop=stop)
    if words is None:
        return None
    found: list[list[Word]] = [[] for _ in looks]
    for word in words:
        if 1 <= word.page <= len(looks):
            look = word.page - 1
            found[look].append(looks[look].back(word, picture.size, start + look))
    return found


def _without(picture: Image.Image, words: Iterable[Word]) -> Image.Image:
    """The picture with these words filled with what stands around them."""
    rest = picture.copy()
    for word in words:
        box = (word.left, word.top, word.left + word.width, word.top + word.height)
        counts = picture.crop(box).histogram()
        rest.paste(counts.index(max(counts)), box)
    return rest


def _mean(words: Sequence[Word]) -> float:
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0


def _letters(words: Sequence[Word]) -> int:
    return sum(len(word.text) for word in words if word.confidence >= _SURE)


def _merged(passes: Sequence[Sequence[Word]]) -> list[Word]:
    """All words of the best pass, and of the others what was read for sure where nothing was."""
    kept = list(passes[0])
    for words in passes[1:]:
        kept += [
            word
            for word in words
            if word.confidence >= _SURE
            and sum(map(str.isalnum, word.text)) > 1
            and not any(other.confidence >= _SURE and _covers(other, word) for other in kept)
        ]
    return kept


def _covers(word: Word, other: Word) -> bool:
    """Whether two words share most of the smaller one's area."""
    across = min(word.left + word.width, other.left + other.width) - max(word.left, other.left)
    down = min(word.top + word.height, other.top + other.height) - max(word.top, other.top)
    smaller = min(word.width * word.height, other.width * other.height)
    return across > 0 and down > 0 and across * down > _COVERED * smaller
