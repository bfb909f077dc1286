# SPDX-License-Identifier: MIT
"""Objects and streams of one open PDF copy: what they say, what pages draw, and how they are written."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import cast

import pikepdf
from PIL import Image

from reviewer.verification.extractors.pdf_carve import check_bytes
from reviewer.verification.extractors.pdf_contents import ContentFinder
from reviewer.verification.extractors.pdf_fonts import LATIN, private_part
from reviewer.verification.extractors.pdf_index import ObjectIndex
from reviewer.verification.extractors.pdf_looks import Lookout
from reviewer.verification.extractors.pdf_objects import (
    IN_OBJECTS,
    ObjectReader,
    Value,
    name_of,
    parse,
    references,
)
from reviewer.verification.extractors.pdf_streams import SHOWN, Drawn, read_stream
from reviewer.verification.extractors.pdf_written import (
    check_content,
    check_filters,
    check_packed,
    check_syntax,
)
from reviewer.verification.extractors.pixels import Picture
from reviewer.verification.findings import Reading
from reviewer.verification.pdf_standard import without_map_words, without_names, without_packet_words
from reviewer.verification.residue import MAX_INFLATED, image_surfaces, printable, unpack
from reviewer.verification.structure_pdf import check_catalogue, check_object, check_streams
from reviewer.verification.surface import ANYWHERE, Depth, Surface

_MAX_FONTS = 64
_DOTS = 60_000_000
"""So many dots of pictures are read as they lie in the file; each is looked at seven times."""
_SHEET, _LEAST, _LINE = 4_000_000, 1_500, 8
"""More dots are a scanned sheet; fewer, or lower ones, hold no word."""


class FileReader:
    """Objects and streams of one open file."""

    def __init__(self, pdf: pikepdf.Pdf, reading: Reading, title: str) -> None:
        self._pdf = pdf
        # Before the pages are asked for: qpdf then adds objects of its own. Numbers and truth values come as Python's
        # own, without a word in them.
        listed = cast("Iterable[object]", pdf.objects)
        self._objects = [each for each in listed if isinstance(each, pikepdf.Object)]
        self._reading = reading
        self._title = title
        self._left = MAX_INFLATED
        self._drawn: set[int] = set()
        self._streams: set[int] = set()
        self._images: set[int] = set()
        self._finder = ContentFinder()
        self._strings = ObjectReader(set())
        self._index = ObjectIndex()
        self._pages = {page.obj.objgen[0]: number for number, page in enumerate(pdf.pages, 1)}
        self.lookout = Lookout()

    def read(self, data: bytes) -> Iterator[None]:
        """Contents page by page first, then every object, then the bytes between them; yields now and then."""
        for number in range(1, len(self._pdf.pages) + 1):
            guarded(f"page:{number}", self._reading, self._read_contents, number)
            yield
        yield from self._read_objects()
        for number, font in self._finder.fonts.items():
            for spelled in font.tables():
                self._reading.add(
                    Surface("fonts.tables", f"object:{number}", spelled, SHOWN, depth=Depth.BINARY)
                )
        trailer = parse(self._pdf.trailer.unparse())
        self._reading.add(*self._strings.read(trailer, 0, None))
        ends = {number: self._value(number) for number in references(trailer)}
        check_catalogue(self._index, trailer, ends, self._reading, self._title)
        check_streams(self._index, self._streams - self._drawn, self._reading)
        self._reading.owners = self._index.owners(self._pages)
        self._reading.sorts = self._index.sorts
        check_bytes(data, self._index.known(), self._reading)

    def _read_objects(self) -> Iterator[None]:
        pages = self._pages_of_objects()
        for found in self._objects:
            number = found.objgen[0]
            plain = found.stream_dict if isinstance(found, pikepdf.Stream) else found
            value = parse(plain.unparse(resolved=True))
            self._index.take(value, number)
            self._reading.add(*self._strings.read(value, number, pages.get(number)))
            check_object(value, number, self._reading)
            if isinstance(found, pikepdf.Stream):
                self._streams.add(number)
                self._read_stream(found, value, number)
                yield

    def _value(self, number: int) -> Value:
        """One object again."""
        return parse(self._pdf.get_object(number, 0).unparse(resolved=True))

    def pictures(self) -> Iterator[Picture]:
        """Every picture and mask as it lies in the file, unless it is too small for words, or a sheet of its own: that
        one is read where a page shows it.
        """
        left = _DOTS
        for number in sorted(self._images):
            picture = _decoded(cast("pikepdf.Stream", self._pdf.get_object(number, 0)))
            if picture is not None and (left := left - picture.width * picture.height) >= 0:
                buffer = io.BytesIO()
                picture.save(buffer, "PNG", compress_level=1)
                yield buffer.getvalue(), f"object:{number}"

    def _pages_of_objects(self) -> dict[int, int]:
        """The page of each annotation, for what its link says belongs to that page."""
        return {
            annotation.objgen[0]: number
            for number, page in enumerate(self._pdf.pages, 1)
            for annotation in page.obj.get("/Annots") or ()
        }

    def _read_contents(self, number: int) -> None:
        for content in self._finder.of_page(self._pdf, number):
            data = b"\n".join(self._bytes(each) or b"" for each in content.streams)
            check_content(data, number, self._reading)
            place = f"page:{number}" if not content.numbers & self._drawn else f"page:{number}:again"
            self._drawn |= content.numbers
            drawn = Drawn()
            self._reading.add(*read_stream(data, content.fonts, place, SHOWN, number, looks=drawn))
            self.lookout.take(content, drawn)

    def _read_stream(self, stream: pikepdf.Stream, value: Value, number: int) -> None:
        """A stream that no page draws: metadata, font, image, file, or an orphan that still holds text."""
        place = f"object:{number}"
        if number in self._drawn:
            return
        data = self._bytes(stream)
        keys = value if isinstance(value, dict) else {}
        kind, subtype = (name_of(keys.get(key)) for key in ("Type", "Subtype"))
        if kind in {"ObjStm", "XRef"}:
            # Its objects were read one by one; what lies between them is read here.
            if kind == "ObjStm":
                check_syntax(data or b"", place, self._reading)
            for each in printable("streams.data", place, without_names(data or b""), Depth.STREAM):
                self._reading.add(replace(each, kinds=IN_OBJECTS))
            return
        if subtype == "Image":
            self._images.add(number)
        if data is None:
            raw = stream.read_raw_bytes()
            if subtype == "Image":
                self._reading.add(*image_surfaces("streams.image", place, raw))
            else:
                self._reading.unreadable(place)
            return
        data = without_map_words(data)
        prose = subtype == "XML" or b"<?xpacket" in data[:200]
        if prose:
            data = without_packet_words(data)
        self._reading.add(*printable("streams.data", place, data, Depth.NAMES if prose else Depth.BINARY))
        self._reading.add(*printable("streams.private", place, private_part(data)))
        if prose:
            self._read_metadata(data, place)
        elif subtype != "Image" and (b"Tj" in data or b"TJ" in data):
            for font in [LATIN, *self._finder.fonts.values()][:_MAX_FONTS]:
                self._reading.add(*read_stream(data, {}, place, ANYWHERE, None, otherwise=font))

    def _read_metadata(self, data: bytes, place: str) -> None:
        self._reading.add(
            Surface("streams.metadata", place, data.decode("utf-8", "replace"), depth=Depth.NAMES)
        )

    def _bytes(self, stream: pikepdf.Object) -> bytes | None:
        """A stream's data, unpacked within what is left of the limit; None when only a picture decoder could.

        Raises TooLarge.
        """
        number = stream.objgen[0]
        filters = [str(each)[1:] for each in _listed(stream.get("/Filter"))]
        check_filters(filters, number, self._reading)
        if filters[:1] == ["FlateDecode"]:
            picture = stream.get("/Subtype") == pikepdf.Name.Image
            raw = stream.read_raw_bytes()
            content, rest = unpack(raw, limit=MAX_INFLATED if picture else self._left)
            # Pictures are large by nature; each is held to the limit by itself.
            self._left -= 0 if picture else len(content)
            check_packed(raw, rest, number, self._reading)
        try:
            return stream.read_bytes()
        except pikepdf.PdfError:
            return None


def _listed(value: pikepdf.Object | None) -> list[pikepdf.Object]:
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def guarded(place: str, reading: Reading, work: Callable[..., None], *arguments: object) -> None:
    """A reader that fails at a page has not read it, whatever its reason."""
    try:
        work(*arguments)
    except Exception:  # noqa: BLE001 - readers of hostile files fail in every way; all of them mean "not read"
        reading.unreadable(place)


def _decoded(image: pikepdf.Stream) -> Image.Image | None:
    """A picture that may hold words; None for another one, and for one that only a page's reader decodes."""
    try:
        width, height = int(image.get("/Width", 0)), int(image.get("/Height", 0))
        if not _LEAST <= width * height <= _SHEET or min(width, height) < _LINE:
            return None
        decoded: Image.Image = pikepdf.PdfImage(image).as_pil_image()
        flat = decoded.convert("L") if decoded.mode not in {"RGB", "RGBA", "L", "LA", "P", "1"} else decoded
        return None if flat.convert("L").getextrema()[0] == flat.convert("L").getextrema()[1] else flat
    except Exception:  # noqa: BLE001 - decoders of hostile pictures fail in every way; the page still shows it
        return None
