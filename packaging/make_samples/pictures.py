# SPDX-License-Identifier: MIT
"""Draws the pictures of the samples: a list pinned to a wall, a slope with a shed."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FONTS = Path(__file__).parent / "fonts"
PAPER, INK, GRASS, EARTH, SKY, WOOD = (
    (250, 248, 240),
    (25, 25, 35),
    (96, 132, 84),
    (146, 118, 88),
    (206, 222, 234),
    (112, 78, 52),
)


def text_picture(lines: list[str]) -> Image.Image:
    """A photographed list: text that exists only as pixels, first line as a title."""
    image = Image.new("RGB", (1000, 110 + 70 * len(lines)), PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((8, 8, 991, image.height - 9), outline=INK, width=3)
    for index, line in enumerate(lines):
        name = "DejaVuSans-Bold.ttf" if index == 0 else "DejaVuSans.ttf"
        # The basic layout engine, because the other one is not in every build of Pillow.
        font = ImageFont.truetype(FONTS / name, 40, layout_engine=ImageFont.Layout.BASIC)
        draw.text((50, 50 + 70 * index), line, font=font, fill=INK)
    return image


def slope_picture() -> Image.Image:
    """A slope, a shed and two persons, without any text."""
    image = Image.new("RGB", (900, 360), SKY)
    draw = ImageDraw.Draw(image)
    draw.polygon([(0, 110), (330, 150), (560, 280), (900, 300), (900, 360), (0, 360)], fill=EARTH)
    draw.polygon([(0, 100), (330, 140), (350, 160), (0, 124)], fill=GRASS)
    draw.rectangle((610, 210, 740, 290), fill=WOOD)
    draw.polygon([(596, 214), (675, 160), (754, 214)], fill=INK)
    for x, height in ((800, 90), (845, 58)):
        draw.ellipse((x - 12, 300 - height, x + 12, 324 - height), fill=INK)
        draw.rounded_rectangle((x - 14, 326 - height, x + 14, 306), 8, fill=INK)
    return image
