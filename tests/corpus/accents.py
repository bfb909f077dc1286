# SPDX-License-Identifier: MIT
"""Sets lines in the font that comes with the imaging library, with accents drawn by hand: it has plain letters only.

Left to itself the font draws a crossed box for an é, which nobody can read, person or program.
"""

from __future__ import annotations

import unicodedata

from PIL import ImageDraw, ImageFont

Colour = tuple[int, int, int]
_RISE, _REACH, _STROKE, _DOT = 0.06, 0.13, 0.07, 0.16


def set_line(
    draw: ImageDraw.ImageDraw, place: tuple[float, float], line: str, size: float, ink: Colour, paper: Colour
) -> None:
    """A line with its accents."""
    font = ImageFont.load_default(size)
    plain = bare(line)
    draw.text(place, plain, font=font, fill=ink)
    for at, letter in enumerate(unicodedata.normalize("NFC", line)):
        base, *marks = unicodedata.normalize("NFD", letter)
        if marks:
            left = place[0] + font.getlength(plain[:at])
            box = draw.textbbox((left, place[1]), base, font=font)
            if base == "i":
                draw.rectangle((box[0] - 1, box[1] - 1, box[2] + 1, box[1] + _DOT * size), fill=paper)
                box = (box[0], box[1] + _DOT * size, box[2], box[3])
            _mark(draw, box, marks[0], size, ink)


def bare(line: str) -> str:
    """A line without its accents."""
    return "".join(each for each in unicodedata.normalize("NFD", line) if not unicodedata.combining(each))


def _mark(
    draw: ImageDraw.ImageDraw, box: tuple[float, float, float, float], mark: str, size: float, ink: Colour
) -> None:
    middle, top = (box[0] + box[2]) / 2, box[1] - _RISE * size
    reach, stroke = _REACH * size, max(1, round(_STROKE * size))
    match unicodedata.name(mark):
        case "COMBINING ACUTE ACCENT":
            draw.line((middle - reach / 2, top, middle + 0.7 * reach, top - reach), fill=ink, width=stroke)
        case "COMBINING GRAVE ACCENT":
            draw.line((middle + reach / 2, top, middle - 0.7 * reach, top - reach), fill=ink, width=stroke)
        case "COMBINING CIRCUMFLEX ACCENT":
            peak = (middle - reach, top, middle, top - reach, middle + reach, top)
            draw.line(peak, fill=ink, width=stroke)
        case "COMBINING DIAERESIS":
            for x in (middle - reach, middle + reach):
                draw.ellipse(
                    (x - 0.7 * stroke, top - 1.6 * stroke, x + 0.7 * stroke, top - 0.2 * stroke), fill=ink
                )
        case "COMBINING CEDILLA":
            foot, half = box[3], reach / 2
            hook = (middle, foot, middle + half, foot + half, middle - half, foot + reach)
            draw.line(hook, fill=ink, width=stroke)
        case name:
            raise ValueError(name)
