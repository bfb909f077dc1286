# SPDX-License-Identifier: MIT
"""Draws letters and digits in the faces that PDFium carries, for resources/lexicons/letterforms.json: no arguments.

Each sign is 16 by 16 bits, cut out of its white ground and stretched to the square, as the reader makes them of
outlines. The faces are those that PDFium takes for Helvetica, Times and Courier; run it where none of
these is installed.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from pikepdf import Dictionary, Name
from PIL import Image, ImageChops

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

from reviewer.documents.pdf.letterforms import SIGNS, bits_of  # noqa: E402 - the path comes first
from reviewer.documents.pdf.pixels import render_plain  # noqa: E402

TARGET = ROOT / "resources" / "lexicons" / "letterforms.json"
FACES = (
    "Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique",
    "Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic",
    "Courier", "Courier-Bold", "Courier-Oblique", "Courier-BoldOblique",
)  # fmt: skip
CELL = 90
FINE = 64


def sheet() -> bytes:
    """A PDF page with a row for each face and a column for each sign."""
    pdf = pikepdf.new()
    fonts = {
        f"/F{at}": Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{face}"))
        for at, face in enumerate(FACES)
    }
    content = " ".join(
        f"BT /F{row} 60 Tf {CELL * column + 20} {CELL * row + 25} Td ({sign}) Tj ET"
        for row in range(len(FACES))
        for column, sign in enumerate(SIGNS)
    )
    page = Dictionary(
        Type=Name.Page,
        MediaBox=[0, 0, CELL * len(SIGNS), CELL * len(FACES)],
        Resources=Dictionary(Font=Dictionary(fonts)),
        Contents=pdf.make_stream(content.encode("ascii")),
    )
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


def forms(picture: Image.Image, column: int) -> Iterator[str]:
    """One sign in each face."""
    for row in range(len(FACES)):
        cell = picture.crop((CELL * column, CELL * row, CELL * (column + 1), CELL * (row + 1)))
        box = cell.point(lambda level: 255 * (level > 127)).getbbox()
        if box is not None:
            yield f"{bits_of(cell.crop(box).resize((FINE, FINE), Image.Resampling.BILINEAR)):064x}"


def main() -> None:
    """Write the file."""
    drawn = render_plain(sheet(), 1, scale=1)
    picture = Image.frombuffer("RGB", (drawn.width, drawn.height), drawn.rgba, "raw", "RGBX", drawn.stride, 1)
    dark = ImageChops.invert(picture.convert("L"))
    found = {sign: sorted(set(forms(dark, column))) for column, sign in enumerate(SIGNS)}
    TARGET.write_text(json.dumps(found, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
