# SPDX-License-Identifier: MIT
"""Puts under a page that became a picture the words that can be read in it, so that it can be searched and heard.

The words come from the painted picture alone, never from the text that the page had. What this does not promise: that
every word is read, or read right; and without tesseract there are none.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pikepdf
from PIL import Image

from reviewer.documents import ocr
from reviewer.documents.pdf.geometry import Matrix, Rect
from reviewer.redaction.pdf.lettering import LABEL_FONT, encode, number, text_width

_SURE = 30.0
_UNDER = 0.2
"""Of a word that lies so far under paint, only a rest was read."""
_DESCENT = 0.2


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand side by side, with their places in pixels from the top left of the page as it is shown."""

    words: tuple[ocr.Word, ...]
    paragraph: tuple[int, ...]

    @property
    def left(self) -> int:
        """Where the line begins."""
        return min(word.left for word in self.words)

    @property
    def top(self) -> int:
        """The height of its tallest letter."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> int:
        """The foot of its deepest letter."""
        return max(word.top + word.height for word in self.words)


@dataclass(frozen=True, slots=True)
class Sheet:
    """How the pixels of a picture, as it is shown, lie on its page; `quarters` clockwise turns."""

    width: int
    height: int
    visible: Rect
    quarters: int

    def place(self, x: float, y: float) -> tuple[float, float]:
        """The point of the page under a pixel."""
        x0, y0, x1, y1 = self.visible
        across, down = x / self.width, y / self.height
        match self.quarters:
            case 1:
                return x0 + down * (x1 - x0), y0 + across * (y1 - y0)
            case 2:
                return x1 - across * (x1 - x0), y0 + down * (y1 - y0)
            case 3:
                return x1 - down * (x1 - x0), y1 - across * (y1 - y0)
            case _:
                return x0 + across * (x1 - x0), y1 - down * (y1 - y0)

    def rect(self, area: Rect) -> Rect:
        """An area of the page in pixels of the picture as it is shown."""
        corners = [self._pixel(x, y) for x in (area[0], area[2]) for y in (area[1], area[3])]
        xs, ys = [x for x, _y in corners], [y for _x, y in corners]
        return min(xs), min(ys), max(xs), max(ys)

    def _pixel(self, x: float, y: float) -> tuple[float, float]:
        x0, y0, x1, y1 = self.visible
        across, up = (x - x0) / (x1 - x0), (y - y0) / (y1 - y0)
        match self.quarters:
            case 1:
                return up * self.width, across * self.height
            case 2:
                return (1 - across) * self.width, up * self.height
            case 3:
                return (1 - up) * self.width, (1 - across) * self.height
            case _:
                return across * self.width, (1 - up) * self.height

    def matrix(self, x: float, y: float) -> Matrix:
        """The text matrix of letters that begin at a pixel and stand upright as the page is shown."""
        cosine, sine = ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))[self.quarters]
        return cosine, sine, -sine, cosine, *self.place(x, y)

    @property
    def point(self) -> float:
        """The size of a pixel in units of the page."""
        x0, _y0, x1, y1 = self.visible
        return (x1 - x0) / self.width if self.quarters % 2 == 0 else (y1 - self.visible[1]) / self.width


def sheet_of(image: Image.Image, visible: Rect, rotation: int) -> Sheet:
    """The sheet of a picture that is stored unturned."""
    quarters = rotation // 90 % 4
    width, height = image.size if quarters % 2 == 0 else (image.height, image.width)
    return Sheet(width, height, visible, quarters)


def read_lines(image: Image.Image, sheet: Sheet, painted: Iterable[Rect]) -> tuple[Line, ...]:
    """The lines of a painted picture; words that lie under paint are no words."""
    upright = image.rotate(-90 * sheet.quarters, expand=True) if sheet.quarters else image
    buffer = io.BytesIO()
    upright.convert("L").save(buffer, "PNG")
    black = [sheet.rect(each) for each in painted]
    lines: dict[tuple[int, ...], list[ocr.Word]] = {}
    for word in ocr.words_in(buffer.getvalue()) or ():
        if word.confidence >= _SURE and _is_word(word.text) and not _is_under(word, black):
            lines.setdefault(word.line, []).append(word)
    return tuple(Line(tuple(words), key[:2]) for key, words in lines.items())


def _is_word(text: str) -> bool:
    """Whether the font of the layer can say it: letters of another script would become question marks."""
    return any(each.isalnum() for each in text) and b"?" not in encode(text.replace("?", ""))


def _is_under(word: ocr.Word, black: Sequence[Rect]) -> bool:
    right, bottom = word.left + word.width, word.top + word.height
    for x0, y0, x1, y1 in black:
        wide, high = min(right, x1) - max(word.left, x0), min(bottom, y1) - max(word.top, y0)
        if wide > 0 and high > 0 and wide * high > _UNDER * word.width * word.height:
            return True
    return False


def draw_line(line: Line, sheet: Sheet) -> bytes:
    """The operators that put the words of a line where they can be seen, in letters that are not drawn."""
    size = (line.bottom - line.top) * sheet.point
    base = line.bottom - _DESCENT * (line.bottom - line.top)
    pieces = [f"BT 3 Tr 0 Tc 0 Tw 0 Ts {LABEL_FONT} {number(size)} Tf".encode()]
    for at, word in enumerate(line.words):
        stretch = 100 * word.width * sheet.point / (text_width(word.text, size) or 1.0)
        matrix = " ".join(number(each) for each in sheet.matrix(word.left, base))
        text = word.text if at == len(line.words) - 1 else f"{word.text} "
        pieces.append(f"{number(stretch)} Tz {matrix} Tm".encode())
        pieces.append(
            pikepdf.unparse_content_stream([([pikepdf.String(encode(text))], pikepdf.Operator("Tj"))])
        )
    return b"\n".join([*pieces, b"ET"])
