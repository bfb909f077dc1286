# SPDX-License-Identifier: MIT
"""Pictures with words painted in them, in the font that comes with the imaging library."""

from __future__ import annotations

import io
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFont

from tests.corpus.accents import bare, set_line

Colour = tuple[int, int, int]
BLACK, WHITE, NAVY = (0, 0, 0), (255, 255, 255), (12, 24, 96)
EN_NAME, FR_NAME = "Harriet Quillfeather", "Ghislain Tranchemontagne"
EN_LINES = ("Minutes of the orchard meeting", f"Chair was {EN_NAME} again", "Nothing else was decided")
FR_LINES = ("Compte rendu sur le verger", f"Absence de {FR_NAME} hier", "Rien de plus au dossier")
LINES = {"en": EN_LINES, "fr": FR_LINES}
NAMES = {"en": EN_NAME, "fr": FR_NAME}
_MARGIN = 20


def painted(
    lines: Sequence[str],
    size: int = 24,
    *,
    ink: Colour = BLACK,
    paper: Colour = WHITE,
    least: tuple[int, int] = (0, 0),
) -> Image.Image:
    """Lines of text, as large as they need."""
    font = ImageFont.load_default(size)
    width = max(least[0], round(max(font.getlength(bare(line)) for line in lines)) + 2 * _MARGIN)
    height = max(least[1], round(len(lines) * size * 1.7) + 2 * _MARGIN)
    picture = Image.new("RGB", (width, height), paper)
    draw = ImageDraw.Draw(picture)
    for number, line in enumerate(lines):
        set_line(draw, (_MARGIN, _MARGIN + number * size * 1.7), line, size, ink, paper)
    return picture


def place_of(lines: Sequence[str], number: int, words: str, size: int = 24) -> tuple[int, int, int, int]:
    """Where words of one line stand in what `painted` gives: left, top, right, bottom of their ink."""
    font = ImageFont.load_default(size)
    before = lines[number].partition(words)[0]
    left, top, right, bottom = font.getbbox(words)
    x, y = _MARGIN + font.getlength(before), _MARGIN + number * size * 1.7
    return round(x + left), round(y + top), round(x + right), round(y + bottom)


def png(picture: Image.Image, **options: object) -> bytes:
    """The picture as a PNG."""
    return _saved(picture, "PNG", **options)


def jpeg(picture: Image.Image, **options: object) -> bytes:
    """The picture as a JPEG."""
    return _saved(picture, "JPEG", **{"quality": 60, **options})


def _saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, format=kind, **options)
    return buffer.getvalue()
