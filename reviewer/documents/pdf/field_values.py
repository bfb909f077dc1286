# SPDX-License-Identifier: MIT
"""Draws the values of text fields that a file leaves to its viewer to draw, so that they are read, decided and copied.

Only where the form asks for it (NeedAppearances) and a field brings no appearance. What it does not do: choices and
buttons, letters in cells of their own, values outside of Windows-1252, fonts of the form itself (a standard one stands
in). A value longer than its box is cut off by it, as in a viewer.
"""

from __future__ import annotations

import contextlib
import re
from typing import Any

import pikepdf
from pdfminer.fontmetrics import FONT_METRICS
from pikepdf import Dictionary, Name, Stream

from reviewer.documents.pdf.geometry import normal, number

_SHOWN_IN = re.compile(r"/(\S+)\s+(-?[\d.]+)\s+Tf")
_COLOUR = re.compile(r"(?:[\d.]+\s+){1,4}(?:g|rg|k)\b")
_UNSHOWN = 2 | 32
_MULTILINE, _PASSWORD, _COMB = 1 << 12, 1 << 13, 1 << 24
_LARGEST, _SMALLEST = 12.0, 4.0
_MARGIN = 2.0
_MAX_DEPTH = 32
_MAX_LETTERS = 20_000
_BROKEN = (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, RuntimeError)


def draw_values(pdf: pikepdf.Pdf) -> bool:
    """Give each text field that needs it the appearance that a viewer would make; says whether any got one.

    What is drawn here is gone once the file is opened anew.
    """
    form = pdf.Root.get("/AcroForm")
    if not isinstance(form, Dictionary) or not bool(form.get("/NeedAppearances", False)):
        return False
    drawn = False
    for page in pdf.pages:
        for field in _listed(page.obj.get("/Annots")):
            # A field that is written wrongly stays without, as it was.
            with contextlib.suppress(*_BROKEN):
                if _needs_drawing(field):
                    _draw(pdf, field, form)
                    drawn = True
    return drawn


def _listed(value: Any) -> list[Any]:
    listed = list(value) if isinstance(value, pikepdf.Array) else []
    return [each for each in listed if isinstance(each, Dictionary)]


def _needs_drawing(field: Any) -> bool:
    appearance = field.get("/AP")
    return (
        str(field.get("/Subtype", "")) == "/Widget"
        and str(_inherited(field, "/FT")) == "/Tx"
        and not int(number(field.get("/F", 0))) & _UNSHOWN
        and not (isinstance(appearance, Dictionary) and "/N" in appearance)
    )


def _inherited(field: Any, key: str) -> Any:
    for _level in range(_MAX_DEPTH):
        if key in field:
            return field[key]
        field = field.get("/Parent")
        if not isinstance(field, Dictionary):
            break
    return None


def _draw(pdf: pikepdf.Pdf, field: Any, form: Any) -> None:
    value, flags = _inherited(field, "/V"), int(number(_inherited(field, "/Ff") or 0))
    if not isinstance(value, pikepdf.String) or flags & (_PASSWORD | _COMB) or "/Rect" not in field:
        return
    shown = str(value)[:_MAX_LETTERS].encode("cp1252")
    x0, y0, x1, y1 = normal(field["/Rect"])
    if not shown.strip() or x1 <= x0 or y1 <= y0:
        return
    look = str(_inherited(field, "/DA") or form.get("/DA") or "")
    size = _size(look, y1 - y0, multiline=bool(flags & _MULTILINE))
    colour = found[0] if (found := _COLOUR.search(look)) else "0 g"
    multiline = bool(flags & _MULTILINE)
    lines = shown.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    if not multiline:
        lines = [b" ".join(lines)]
    start = y1 - y0 - size - _MARGIN if multiline else (y1 - y0 - 0.7 * size) / 2
    content = f"/Tx BMC q {colour} BT /F {size:.3f} Tf\n".encode("ascii")
    align = int(number(_inherited(field, "/Q") or 0))
    for at, line in enumerate(lines):
        x, y = _start(line, size, x1 - x0, align), start - 1.15 * size * at
        content += f"1 0 0 1 {x:.3f} {y:.3f} Tm <{line.hex()}> Tj\n".encode("ascii")
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
    )
    drawn = Stream(pdf, content + b"ET Q EMC")
    drawn.stream_dict = Dictionary(
        Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, x1 - x0, y1 - y0],
        Resources=Dictionary(Font=Dictionary(F=font)),
    )  # fmt: skip
    field["/AP"] = Dictionary(N=pdf.make_indirect(drawn))


def _size(look: str, height: float, *, multiline: bool) -> float:
    """The size that a field names; 0 is as large as fits."""
    named = _SHOWN_IN.search(look)
    size = abs(float(named[2])) if named and named[2].strip(".-") else 0.0
    return size or (_LARGEST if multiline else max(min(0.7 * height, _LARGEST), _SMALLEST))


def _start(line: bytes, size: float, width: float, align: int) -> float:
    """Where a line begins: at the left, in the middle, at the right."""
    rest = width - _width(line, size)
    return {1: rest / 2, 2: rest - _MARGIN}.get(align, _MARGIN)


def _width(line: bytes, size: float) -> float:
    table = FONT_METRICS["Helvetica"][1]
    return sum(float(table.get(each, 556)) for each in line.decode("cp1252", "replace")) * size / 1000
