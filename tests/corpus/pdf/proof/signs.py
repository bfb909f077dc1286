# SPDX-License-Identifier: MIT
"""The characters of a page with their places, as PDFium reads them, and where some words stand among them."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import pypdfium2

LABELS = re.compile(
    r"\[(?:s\.|par\.|art\.|al\.)[^\]]{1,60}\]|\[(?:withheld|caviardé|marking struck|cote radiée)\]"
)
Rect = tuple[float, float, float, float]
_FAR = 1e4
_FEW = 2
_UPRIGHT = 0.5
"""The cosine of the angle of letters that run upwards, rather than stand one below the other."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One character; its box is that of its ink, in points, from the bottom left; its angle, counterclockwise."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    angle: float = 0.0

    @property
    def blank(self) -> bool:
        """Whether it draws nothing."""
        return not self.text.strip() or self.x1 <= self.x0

    @property
    def middle(self) -> float:
        """The height of its centre."""
        return (self.y0 + self.y1) / 2


@lru_cache(4)
def pages_of(data: bytes) -> list[list[Sign]]:
    """The characters of all pages, in the order in which PDFium tells them."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [_signs(page) for page in document]
    finally:
        document.close()


def _signs(page: pypdfium2.PdfPage) -> list[Sign]:
    text = page.get_textpage()
    try:
        found = []
        half = 0
        for index in range(text.count_chars()):
            x0, y0, x1, y1 = text.get_charbox(index)
            angle = -max(pypdfium2.raw.FPDFText_GetCharAngle(text, index), 0.0)
            said, code = text.get_text_range(index, 1, errors="ignore"), 0
            if not said:
                code = pypdfium2.raw.FPDFText_GetUnicode(text, index)
                said = _joined(half, code)
            half = code
            found.append(Sign(said, x0, y0, x1, y1, angle))
        return found
    finally:
        text.close()
        page.close()


def _joined(high: int, low: int) -> str:
    """The letter that PDFium tells as two halves, at the second of them."""
    pair = b"".join(code.to_bytes(2, "big") for code in (high & 0xFFFF, low & 0xFFFF))
    return pair.decode("utf-16-be", "ignore") if 0xD800 <= high < 0xDC00 <= low < 0xE000 else ""


def folded(text: str) -> str:
    """Letters and digits only, without case and accents."""
    return "".join(each for each in unicodedata.normalize("NFKD", text).casefold() if each.isalnum())


def occurrences(signs: Sequence[Sign], words: Iterable[str]) -> Iterator[list[int]]:
    """The numbers of the characters of each occurrence of some words, wherever lines end in between."""
    letters, places = [], []
    for number, sign in enumerate(signs):
        for letter in folded(sign.text):
            letters.append(letter)
            places.append(number)
    text = "".join(letters)
    for needle in filter(None, map(folded, words)):
        at = text.find(needle)
        while at >= 0:
            yield list(dict.fromkeys(places[at : at + len(needle)]))
            at = text.find(needle, at + len(needle))


def rows(signs: Iterable[Sign]) -> list[list[Sign]]:
    """Characters with ink, put together by the line on which they stand, each from left to right."""
    found: list[list[Sign]] = []
    for sign in sorted((each for each in signs if not each.blank), key=lambda each: -each.middle):
        last = found[-1] if found else None
        if last is not None and sign.y0 < last[0].middle < sign.y1:
            last.append(sign)
        else:
            found.append([sign])
    return [sorted(row, key=lambda each: each.x0) for row in found]


def around(signs: Iterable[Sign]) -> Rect:
    """The smallest rectangle around some characters."""
    x0s, y0s, x1s, y1s = zip(*((each.x0, each.y0, each.x1, each.y1) for each in signs), strict=True)
    return min(x0s), min(y0s), max(x1s), max(y1s)


def bands(signs: Sequence[Sign], words: Iterable[str]) -> list[Rect]:
    """The lines that hold some words, over the whole page; those of text that runs upwards over its whole height."""
    found: list[Rect] = []
    for occurrence in occurrences(signs, words):
        held = [signs[number] for number in occurrence]
        lines = rows(held)
        x0, y0, x1, y1 = around(held)
        upright = all(abs(math.cos(each.angle)) < _UPRIGHT for each in held)
        if len(held) > _FEW and len(lines) == len(held) and y1 - y0 > x1 - x0 and upright:
            grown = 0.35 * (x1 - x0)
            found.append((x0 - grown, -_FAR, x1 + grown, _FAR))
            continue
        for row in lines:
            _x0, y0, _x1, y1 = around(row)
            beside = [
                each
                for each in signs
                if not each.blank and min(each.y1, y1) - max(each.y0, y0) > 0.3 * (each.y1 - each.y0)
            ]
            _x0, y0, _x1, y1 = around([*row, *beside])
            grown = 0.35 * (y1 - y0)
            found.append((-_FAR, y0 - grown, _FAR, y1 + grown))
    return found
