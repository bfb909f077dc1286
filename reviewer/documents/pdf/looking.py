# SPDX-License-Identifier: MIT
"""Reads a page as it is shown, with OCR, and says how far its text agrees with that.

OCR misreads words, so a single one proves nothing, unless a font that is in doubt draws it.
"""

from __future__ import annotations

import io
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from PIL import Image

from reviewer.documents import ocr
from reviewer.documents.pdf.fonts import Font
from reviewer.documents.pdf.geometry import Rect, grow, overlap
from reviewer.documents.pdf.letterforms import Likeness
from reviewer.documents.pdf.lines import along
from reviewer.documents.pdf.pixels import render_plain
from reviewer.documents.pdf.records import Glyph, PaintKind
from reviewer.documents.pdf.rows import Rows
from reviewer.documents.pdf.views import PageView
from reviewer.errors import DamagedFile

_SCALE = 200 / 72
_SURE = 60.0
_VERY_SURE = 80.0
_LETTERS = 3
_LONG = 4
_SAME = 0.6
_MANY = 4
_SHARE = 0.3
_UNSAID = 2
_LAST_LATIN = "\u024f"


@dataclass(frozen=True, slots=True)
class Seen:
    """A word that is shown, and where it stands on the page."""

    text: str
    rect: Rect
    line: tuple[int, ...]
    confidence: float


@dataclass(slots=True)
class Agreement:
    """How many words say what they show, by font, and how many words are shown that no text says."""

    same: dict[int, int]
    other: dict[int, int]
    unsaid: int = 0

    def denies(self, doubted: Collection[Font], *, outlines: bool) -> bool:
        """Whether the text must not be trusted."""
        for font in doubted:
            other = self.other.get(id(font), 0)
            if other and other >= self.same.get(id(font), 0):
                return True
        other, same = sum(self.other.values()), sum(self.same.values())
        if other >= _MANY and other >= _SHARE * (same + other):
            return True
        return outlines and self.unsaid >= _UNSAID

    def confirms(self, font: Font) -> bool:
        """Whether enough words of a font were seen to be what they say."""
        return self.same.get(id(font), 0) >= _MANY


def look(data: bytes, view: PageView, rotation: int) -> tuple[Seen, ...] | None:
    """The words that a page shows, in reading order; None where nothing can read them."""
    if not ocr.available():
        return None
    try:
        picture = render_plain(data, view.number, scale=_SCALE)
    except DamagedFile:
        return None
    image = Image.frombuffer(
        "RGB", (picture.width, picture.height), picture.rgba, "raw", "RGBX", picture.stride, 1
    ).convert("L")
    buffer = io.BytesIO()
    image.save(buffer, "PNG", dpi=(200, 200))
    words = ocr.words_in(buffer.getvalue())
    if words is None:
        return None
    return tuple(
        Seen(
            word.text,
            _placed(word, image.size, view.walk.visible, rotation % 360),
            word.line,
            word.confidence,
        )
        for word in words
    )


def _placed(word: ocr.Word, size: tuple[int, int], page: Rect, rotation: int) -> Rect:
    """From pixels of a page as it is shown to its own, unturned space."""
    left, right = word.left / size[0], (word.left + word.width) / size[0]
    top, bottom = word.top / size[1], (word.top + word.height) / size[1]
    x0, y0, x1, y1 = page
    width, height = x1 - x0, y1 - y0
    match rotation:
        case 90:
            return x0 + top * width, y0 + left * height, x0 + bottom * width, y0 + right * height
        case 180:
            return x1 - right * width, y0 + top * height, x1 - left * width, y0 + bottom * height
        case 270:
            return x1 - bottom * width, y1 - right * height, x1 - top * width, y1 - left * height
        case _:
            return x0 + left * width, y1 - bottom * height, x0 + right * width, y1 - top * height


def compare(view: PageView, seen: Iterable[Seen]) -> Agreement:
    """Each word that is shown against the letters that stand in its place."""
    shown = [
        glyph
        for glyph in view.walk.glyphs
        if not glyph.hidden and not glyph.blank and glyph.shadow_of is None
    ]
    rows = Rows((glyph.core, glyph) for glyph in shown)
    pictures = [
        paint.shown
        for paint in view.walk.paints
        if paint.kind in {PaintKind.IMAGE, PaintKind.INLINE_IMAGE} and not paint.hidden
    ]
    found = Agreement(defaultdict(int), defaultdict(int))
    words = list(seen)
    knows = 2 * sum(word.confidence >= _VERY_SURE for word in words) >= len(words)
    for word in words:
        read = _plain(word.text)
        if len(read) < _LETTERS or word.confidence < _SURE:
            continue
        glyphs = _inside(rows, word.rect)
        if glyphs:
            _judge(found, read, glyphs, knows=knows and word.confidence >= _VERY_SURE)
        elif word.confidence >= _VERY_SURE and len(read) >= _LONG and read.isalpha():
            found.unsaid += not any(overlap(word.rect, each) > 0 for each in pictures)
    return found


def _judge(found: Agreement, read: str, glyphs: list[Glyph], *, knows: bool) -> None:
    """Count a word; OCR that does not know the letters of a page makes Latin words of Hebrew, which prove nothing."""
    said = _plain("".join(glyph.text for glyph in glyphs))
    if any(glyph.layered for glyph in glyphs) or (said and len(said) < _LETTERS):
        return
    if said and not knows and min(said) > _LAST_LATIN:
        return
    fonts = [id(glyph.show.font) for glyph in glyphs]
    font = max(set(fonts), key=fonts.count)
    alike = said in read or read in said if said else False
    if alike or SequenceMatcher(None, said, read, autojunk=False).ratio() >= _SAME:
        found.same[font] += 1
    else:
        found.other[font] += 1


def told_apart(
    view: PageView, seen: Iterable[Seen], font: Font, odd: Mapping[int, Likeness]
) -> tuple[set[int], set[int]]:
    """Of codes that look like other signs than they say, those that OCR reads as they say, and those that it denies."""
    shown = [each for each in view.walk.glyphs if _is_shown(each)]
    rows = Rows((glyph.core, glyph) for glyph in shown)
    same, other = Counter[int](), Counter[int]()
    for word in seen:
        glyphs = [each for each in _inside(rows, word.rect) if len(each.text) == 1]
        if not any(each.show.font is font and each.code in odd for each in glyphs):
            continue
        for glyph, read in _beside(glyphs, word.text):
            if glyph.show.font is font and glyph.code in odd:
                likeness = odd[glyph.code]
                same[glyph.code] += likeness.is_said_as(read)
                other[glyph.code] += likeness.is_shown_as(read)
    confirmed = {code for code in same if same[code] > other[code]}
    return confirmed, {code for code in other if other[code] > same[code]}


def _beside(glyphs: Sequence[Glyph], read: str) -> Iterator[tuple[Glyph, str]]:
    """Each letter of a word with the one that OCR read in its place."""
    said = "".join(glyph.text for glyph in glyphs)
    if len(said) == len(read):
        yield from zip(glyphs, read, strict=True)
        return
    for tag, start, end, first, last in SequenceMatcher(None, said, read, autojunk=False).get_opcodes():
        if tag in {"equal", "replace"} and end - start == last - first:
            yield from zip(glyphs[start:end], read[first:last], strict=True)


def _is_shown(glyph: Glyph) -> bool:
    return not (glyph.hidden or glyph.layered or glyph.blank) and glyph.shadow_of is None


def _inside(rows: Rows[Glyph], rect: Rect) -> list[Glyph]:
    box = grow(rect, 1.0)
    found = {
        id(glyph): glyph
        for glyph in rows.near(box)
        if box[0] <= (glyph.core[0] + glyph.core[2]) / 2 <= box[2]
        and box[1] <= (glyph.core[1] + glyph.core[3]) / 2 <= box[3]
    }
    return sorted(found.values(), key=along)


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(each for each in folded if each.isalnum())


def letters(seen: Iterable[Seen]) -> list[tuple[str, Rect | None]]:
    """What is shown, as text: each character with its box, blanks and line ends between words with none."""
    found: list[tuple[str, Rect | None]] = []
    before: Seen | None = None
    for word in seen:
        if before is not None:
            found.append((" " if before.line == word.line else "\n", None))
        x0, y0, x1, y1 = word.rect
        step = (x1 - x0) / len(word.text)
        found += [(each, (x0 + step * at, y0, x0 + step * (at + 1), y1)) for at, each in enumerate(word.text)]
        before = word
    return found
