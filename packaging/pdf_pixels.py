# SPDX-License-Identifier: MIT
"""Compares pages of an original and of its copy as they are drawn, but for the lines that had to change.

A line had to change where the withheld word stood in the original, or where a label stands in the copy: the rest of it
moves. Both are found by PDFium, letter by letter, whatever way the line runs; a word over two lines leaves out both.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from typing import Any

import numpy
import pypdfium2
from pdf_apart import folded

MARGIN = 4
"""Pixels at 72 dpi around a withheld line, where a label may stand."""
PADDING = 0.3
"""How far the box of a label reaches above and below its letters, as a share of their height."""
VISIBLE = 48
"""Levels of grey by which a pixel must differ to be another one for an eye."""
TOLERATED = 0.0005
"""Share of a page's pixels that may differ: edges of letters that a new subset of a font rounds otherwise."""
_HYPHENS = {0x02, 0xFFFE}
"""What PDFium writes where a word is hyphenated at the end of a line."""
_NEW_LINE = {0x0A, 0x0D}
Point = tuple[float, float]
Letter = tuple[str, tuple[float, float, float, float] | None]


def differing(before: Any, after: Any, number: int, secret: str, labels: Iterable[str]) -> float | None:
    """Share of the pixels of a page, outside the lines that had to change, that differ; None when the size does."""
    try:
        old, new = _pixels(before[number - 1]), _pixels(after[number - 1])
    except (ValueError, pypdfium2.PdfiumError):  # a page without area, or one that PDFium cannot draw
        return None
    if old.shape != new.shape:
        return None
    for page, wanted in ((before[number - 1], [secret] if secret else []), (after[number - 1], labels)):
        for changed in _lines(page, wanted, old.shape):
            old[changed] = new[changed] = 0
    apart = numpy.abs(old.astype(numpy.int16) - new) > VISIBLE
    return float(apart.mean())


def has_notes(page: Any) -> bool:
    """Whether a page shows annotations beside links and form fields: a copy leaves them out."""
    raw = pypdfium2.raw
    plain = {raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_POPUP}
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        raw.FPDFPage_CloseAnnot(annotation)
        if kind not in plain:
            return True
    return False


def _pixels(page: Any) -> Any:
    picture = page.render(scale=1, grayscale=True).to_numpy()
    return picture.reshape(picture.shape[0], picture.shape[1]).copy()


def _lines(page: Any, wanted: Iterable[str], shape: tuple[int, int]) -> Iterator[Any]:
    """The pixels of each line in which one of the texts stands, as a mask: a strip across the page along the text."""
    letters = list(_letters(page))
    said = "".join(text for text, _box in letters)
    owners = [box for text, box in letters for _sign in text]
    down, across = numpy.indices(shape)
    for each in wanted:
        sought = " ".join(folded(each).split())
        at = said.find(sought) if sought else -1
        while at >= 0:
            for piece in _pieces(owners[at : at + len(sought)]):
                yield _strip(page, piece, shape, across, down)
            at = said.find(sought, at + 1)


def _letters(page: Any) -> Iterator[Letter]:
    """Each letter that PDFium reads, folded, with its box; one blank between lines, nothing where a word goes on."""
    raw, text = pypdfium2.raw, page.get_textpage()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    joins = False
    for at in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, at)
        joins = code in _HYPHENS or (joins and code in _NEW_LINE)
        if joins:
            yield "", None
        elif code < 33 or code > 0x10FFFF or chr(code).isspace():
            yield " ", None
        elif not 0xD800 <= code < 0xE000:
            raw.FPDFText_GetCharBox(text, at, left, right, bottom, top)
            yield folded(chr(code)), (left.value, bottom.value, right.value, top.value)


def _pieces(boxes: list[Any]) -> Iterator[list[Any]]:
    """The boxes of a hit, line by line: the next letter of a line stands no further away than three of them."""
    piece: list[Any] = []
    for box in boxes:
        if box is None:
            continue
        if piece and _distance(piece[-1], box) > 3 * max(_size(piece[-1]), _size(box), 1.0):
            yield piece
            piece = []
        piece.append(box)
    if piece:
        yield piece


def _centre(box: Any) -> Point:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _distance(one: Any, other: Any) -> float:
    (x0, y0), (x1, y1) = _centre(one), _centre(other)
    return float(numpy.hypot(x1 - x0, y1 - y0))


def _size(box: Any) -> float:
    return max(float(box[2] - box[0]), float(box[3] - box[1]))


def _strip(page: Any, piece: list[Any], shape: tuple[int, int], across: Any, down: Any) -> Any:
    """Every pixel of the page between the two lines that touch the letters above and below, and a margin."""
    corners = [
        _on_device(page, x, y, shape)
        for x0, y0, x1, y1 in piece
        for x, y in ((x0, y0), (x0, y1), (x1, y0), (x1, y1))
    ]
    (x0, y0), (x1, y1) = (_on_device(page, *_centre(each), shape) for each in (piece[0], piece[-1]))
    length = float(numpy.hypot(x1 - x0, y1 - y0))
    # Letters differ in height, so their middles do not lie on one line: a line that is nearly level is level.
    ux, uy = ((x1 - x0) / length, (y1 - y0) / length) if length else (1.0, 0.0)
    if abs(uy) < 0.2:
        ux, uy = 1.0, 0.0
    elif abs(ux) < 0.2:
        ux, uy = 0.0, 1.0
    heights = [y * ux - x * uy for x, y in corners]
    height = down * ux - across * uy
    margin = MARGIN + PADDING * (max(heights) - min(heights))
    return (height >= min(heights) - margin) & (height <= max(heights) + margin)


def _on_device(page: Any, x: float, y: float, shape: tuple[int, int]) -> Point:
    across, down = ctypes.c_int(), ctypes.c_int()
    pypdfium2.raw.FPDF_PageToDevice(page, 0, 0, shape[1], shape[0], 0, x, y, across, down)
    return across.value, down.value
