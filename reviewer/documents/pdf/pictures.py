# SPDX-License-Identifier: MIT
"""The pictures of a file: where each is used, and what OCR reads in it when tesseract is on the machine."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from PIL import Image

from reviewer.documents import ocr, picture_words
from reviewer.documents.pdf.geometry import Matrix, Rect, apply, bounds
from reviewer.documents.pdf.pixels import render_plain
from reviewer.documents.pdf.records import Paint, PaintKind, Walk
from reviewer.documents.pictures import flat
from reviewer.errors import DamagedFile

_SMALLEST = 16 * 16
"""Pixels; an image with fewer cannot hold a readable word."""
_MAX_PIXELS = 100_000_000
_POOR = 70.0
"""A confidence below which a picture may stand otherwise, or have letters too small for one look."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word read by OCR: characters `start` to `end` of the image's text, in a box of the unit square (y upward)."""

    start: int
    end: int
    rect: Rect


@dataclass(slots=True)
class PictureUse:
    """One image of the file, with its uses as (page, canvas, operator) and what was read in it."""

    id: str
    page: int
    key: tuple[object, ...]
    obj: Any
    uses: list[tuple[int, int, int]] = field(default_factory=list)
    matrices: list[tuple[int, Matrix]] = field(default_factory=list)
    text: str = ""
    words: tuple[Word, ...] = ()
    was_read: bool = False

    @property
    def identity(self) -> tuple[int, int] | None:
        """The id of the image's object, None for one that has none."""
        return (self.key[1], self.key[2]) if self.key[0] == "object" else None  # type: ignore[return-value]

    def boxes(self, start: int, end: int) -> list[tuple[int, Rect]]:
        """Where the words of a span stand, on each page that shows the image."""
        found = []
        for page, matrix in self.matrices:
            for word in self.words:
                if word.start < end and start < word.end:
                    x0, y0, x1, y1 = word.rect
                    found.append(
                        (
                            page,
                            bounds(apply(matrix, x, y) for x, y in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))),
                        )
                    )
        return found


def key_of(paint: Paint, page: int) -> tuple[object, ...]:
    """What makes two uses the same image."""
    if paint.kind is PaintKind.IMAGE and paint.obj.objgen != (0, 0):
        return ("object", *paint.obj.objgen)
    return ("place", page, paint.canvas, paint.op)


def collect(walk: Walk, pictures: dict[tuple[object, ...], PictureUse]) -> None:
    """Add the shown images of a page that are large enough to be read."""
    fresh = 0
    for paint in walk.paints:
        if (
            paint.kind not in {PaintKind.IMAGE, PaintKind.INLINE_IMAGE}
            or paint.hidden
            or not _is_readable_size(paint)
        ):
            continue
        key = key_of(paint, walk.page)
        if key not in pictures:
            fresh += 1
            pictures[key] = PictureUse(f"p{walk.page}:{fresh}", walk.page, key, paint.obj)
        pictures[key].uses.append((walk.page, paint.canvas, paint.op))
        if paint.matrix is not None:
            pictures[key].matrices.append((walk.page, paint.matrix))


def _is_readable_size(paint: Paint) -> bool:
    if paint.kind is PaintKind.INLINE_IMAGE:
        return int(paint.obj.width) * int(paint.obj.height) > _SMALLEST
    try:
        return int(paint.obj.get("/Width", 0)) * int(paint.obj.get("/Height", 0)) > _SMALLEST
    except (TypeError, ValueError):
        return True


def decode(obj: Any) -> Image.Image | None:
    """The pixels of an image, or None when no decoder reads it."""
    try:
        if isinstance(obj, pikepdf.PdfInlineImage):
            if obj.width * obj.height > _MAX_PIXELS:
                return None
            return obj.as_pil_image()
        image = pikepdf.PdfImage(obj)
        if image.width * image.height > _MAX_PIXELS:
            return None
        decoded = image.as_pil_image()
        decoded.load()
    except Exception:  # noqa: BLE001 - pikepdf, Pillow and its plug-ins raise what a damaged image makes them stumble over
        return _drawn(obj)
    return decoded


def _drawn(obj: Any) -> Image.Image | None:
    """The pixels as PDFium draws them, which reads fax codes (JBIG2) that Pillow does not; masks are left away."""
    if not isinstance(obj, pikepdf.Stream):
        return None
    try:
        width, height = int(obj["/Width"]), int(obj["/Height"])
        if min(width, height) < 1 or width * height > _MAX_PIXELS:
            return None
        data = _sheet_of(obj, width, height)
        picture = render_plain(data, 1, scale=1)
    except (pikepdf.PdfError, DamagedFile, RuntimeError, ValueError, TypeError, KeyError):
        return None
    size = (picture.width, picture.height)
    return Image.frombuffer("RGBA", size, picture.rgba, "raw", "RGBX", picture.stride, 1).convert("RGB")


def _sheet_of(obj: Any, width: int, height: int) -> bytes:
    """A file of one page that shows an image alone, a point for each of its pixels."""
    with pikepdf.new() as sheet:
        image = sheet.copy_foreign(obj) if obj.is_indirect else obj
        for key in ("/SMask", "/Mask", "/OC"):
            if key in image:
                del image[key]
        sheet.add_blank_page(page_size=(width, height))
        page = sheet.pages[0]
        page.obj["/Resources"] = pikepdf.Dictionary(XObject=pikepdf.Dictionary({"/I": image}))
        page.obj["/Contents"] = sheet.make_stream(f"{width} 0 0 {height} 0 0 cm /I Do".encode())
        buffer = io.BytesIO()
        sheet.save(buffer)
    return buffer.getvalue()


def read_words(picture: PictureUse) -> None:
    """Run OCR on an image, in more ways if the first is in doubt; without tesseract the image stays unread."""
    if not ocr.available():
        return
    image = decode(picture.obj)
    if image is None:
        return
    seen = flat(image).convert("L")
    buffer = io.BytesIO()
    seen.save(buffer, "PNG")
    words = ocr.words_in(buffer.getvalue())
    if words is None:
        return
    if words and _sureness(words) < _POOR:
        words = max(words, picture_words.read_words(seen) or (), key=_sure_letters)
    picture.was_read = True
    picture.text, placed = ocr.laid_out(words)
    wide, high = image.size
    picture.words = tuple(
        Word(each.start, each.end, (each.x0 / wide, 1 - each.y1 / high, each.x1 / wide, 1 - each.y0 / high))
        for each in placed
    )


def _sureness(words: Sequence[ocr.Word]) -> float:
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters


def _sure_letters(words: Sequence[ocr.Word]) -> int:
    return sum(len(word.text) for word in words if word.confidence >= _POOR)
