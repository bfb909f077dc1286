# SPDX-License-Identifier: MIT
"""Publishes a page as a picture, with what goes painted over: the way out when its text layer cannot be trusted."""

from __future__ import annotations

from collections.abc import Iterable

import pikepdf
from PIL import Image, ImageDraw

from reviewer.documents.pdf.geometry import Rect
from reviewer.documents.pdf.pixels import Picture, render_plain
from reviewer.redaction.pdf.lettering import Label, label_width

DPI = 200
_LABEL_EM = 10.0


def picture_page(
    data: bytes, number: int, visible: Rect, areas: Iterable[Rect], rotation: int
) -> Image.Image:
    """The page, unrotated, as an image with areas painted black."""
    picture: Picture = render_plain(data, number, scale=DPI / 72)
    image = Image.frombuffer(
        "RGBX", (picture.width, picture.height), picture.rgba, "raw", "RGBX", picture.stride, 1
    )
    image = image.convert("RGB")
    if rotation % 360:
        image = image.rotate(rotation, expand=True)
    draw = ImageDraw.Draw(image)
    across = image.width / (visible[2] - visible[0])
    upward = image.height / (visible[3] - visible[1])
    for x0, y0, x1, y1 in areas:
        left, right = (x0 - visible[0]) * across, (x1 - visible[0]) * across
        top, bottom = (visible[3] - y1) * upward, (visible[3] - y0) * upward
        draw.rectangle((int(left), int(top), int(right) + 1, int(bottom) + 1), fill=0)
    return image


def image_stream(new: pikepdf.Pdf, image: Image.Image) -> pikepdf.Object:
    """The image as an object of the new file; gray when no pixel has a colour."""
    red, green, blue = image.split()
    gray = red.tobytes() == green.tobytes() == blue.tobytes()
    flat = red if gray else image
    return new.make_indirect(
        pikepdf.Stream(
            new, flat.tobytes(),
            pikepdf.Dictionary(
                Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=flat.width, Height=flat.height,
                BitsPerComponent=8, ColorSpace=pikepdf.Name.DeviceGray if gray else pikepdf.Name.DeviceRGB,
            ),
        )
    )  # fmt: skip


def label_in(rect: Rect, text: str) -> Label:
    """A label inside a painted area, as large as fits."""
    em = min(_LABEL_EM, max(rect[3] - rect[1], 1.0))
    room = rect[2] - rect[0]
    em = min(em, em * room / label_width(text, em)) if text and label_width(text, em) > room else em
    base = (rect[1] + rect[3]) / 2 - 0.28 * em
    return Label(text, (1.0, 0.0, 0.0, 1.0, rect[0], base), em, label_width(text, em))
