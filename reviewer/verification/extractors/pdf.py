# SPDX-License-Identifier: MIT
"""Reads a PDF copy in every way the gate knows: bytes, objects, streams, pages by several readers."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import cast

import pikepdf

from reviewer.model.document import StoryKind
from reviewer.verification.extractors import tools
from reviewer.verification.extractors.pdf_carve import check_bytes
from reviewer.verification.extractors.pdf_contents import ContentFinder
from reviewer.verification.extractors.pdf_fonts import LATIN
from reviewer.verification.extractors.pdf_looks import Lookout
from reviewer.verification.extractors.pdf_miner import MinerReader
from reviewer.verification.extractors.pdf_objects import (
    IN_OBJECTS,
    ObjectReader,
    Value,
    name_of,
    parse,
    references,
)
from reviewer.verification.extractors.pdf_pages import PdfiumReader
from reviewer.verification.extractors.pdf_streams import SHOWN, Drawn, read_stream
from reviewer.verification.findings import Reading
from reviewer.verification.pdf_standard import without_map_words, without_names, without_packet_words
from reviewer.verification.residue import MAX_INFLATED, TooLarge, image_surfaces, inflate, printable
from reviewer.verification.structure_pdf import check_catalogue, check_object, check_streams
from reviewer.verification.surface import ANYWHERE, Depth, Surface

MAX_PAGES = 10_000
_MAX_FONTS = 64
_PIXELS = frozenset({"DCTDecode", "JPXDecode", "CCITTFaxDecode", "JBIG2Decode"})


def read(data: bytes, reading: Reading, title: str) -> Iterator[tuple[int, int]]:
    """Hand in all text of the copy and every fault; yields pages done and pages in all."""
    try:
        # No repair: a copy that needs one was not written by us.
        pdf = pikepdf.open(io.BytesIO(data), attempt_recovery=False, inherit_page_attributes=False)
    except pikepdf.PasswordError:
        reading.structure("pdf:encryption")
        return
    except (pikepdf.PdfError, ValueError):
        reading.unreadable("pdf")
        check_bytes(data, frozenset(), reading)
        return
    with pdf:
        reader = _FileReader(pdf, reading, title)
        total = len(pdf.pages)
        if total == 0 or total > MAX_PAGES:
            reading.structure("pdf:page-count")
            return
        if pdf.is_encrypted:
            reading.structure("pdf:encryption")
        try:
            for _ in reader.read(data):
                yield 0, total
        except TooLarge:
            reading.structure("pdf:too-large")
            return
    yield 0, total
    yield from _read_pages(data, total, reading, reader.lookout.chosen(total))


def _read_pages(
    data: bytes, total: int, reading: Reading, looked: frozenset[int]
) -> Iterator[tuple[int, int]]:
    with contextlib.closing(PdfiumReader(data, looked)) as pdfium:
        miner = MinerReader(data)
        for number in range(1, total + 1):
            _guarded(f"page:{number}", reading, miner.read, number, reading)
            _guarded(f"page:{number}", reading, pdfium.read, number, reading)
            yield number, total
        _guarded("pdf:looks", reading, pdfium.finish, reading)
    kinds = (*SHOWN, StoryKind.ANNOTATION, StoryKind.STRUCTURE_TEXT)
    for number, text in enumerate(tools.pdftotext(data) or (), 1):
        reading.add(Surface("poppler", f"page:{number}", text, kinds, number))


def _guarded(place: str, reading: Reading, work: Callable[..., None], *arguments: object) -> None:
    """A reader that fails at a page has not read it, whatever its reason."""
    try:
        work(*arguments)
    except Exception:  # noqa: BLE001 - readers of hostile files fail in every way; all of them mean "not read"
        reading.unreadable(place)


class _FileReader:
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
        self._finder = ContentFinder()
        self.lookout = Lookout()

    def read(self, data: bytes) -> Iterator[None]:
        """Contents page by page first, then every object, then the bytes between them; yields now and then."""
        for number in range(1, len(self._pdf.pages) + 1):
            _guarded(f"page:{number}", self._reading, self._read_contents, number)
            yield
        objects: dict[int, Value] = {}
        strings = ObjectReader(set())
        pages = self._pages_of_objects()
        for found in self._objects:
            number = found.objgen[0]
            plain = found.stream_dict if isinstance(found, pikepdf.Stream) else found
            value = objects[number] = parse(plain.unparse(resolved=True))
            self._reading.add(*strings.read(value, number, pages.get(number)))
            check_object(value, number, self._reading)
            if isinstance(found, pikepdf.Stream):
                self._streams.add(number)
                self._read_stream(found, value, number)
        trailer = parse(self._pdf.trailer.unparse())
        self._reading.add(*strings.read(trailer, 0, None))
        check_catalogue(objects, trailer, self._reading, self._title)
        check_streams(objects, self._streams - self._drawn, self._reading)
        known = frozenset(objects).union(*(references(each) for each in objects.values()))
        check_bytes(data, known, self._reading)

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
            for each in printable("streams.data", place, without_names(data or b""), Depth.STREAM):
                self._reading.add(replace(each, kinds=IN_OBJECTS))
            return
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
        filters = [str(each)[1:] for each in _listed(stream.get("/Filter"))]
        if filters[:1] == ["FlateDecode"]:
            picture = stream.get("/Subtype") == pikepdf.Name.Image
            size = len(inflate(stream.read_raw_bytes(), limit=MAX_INFLATED if picture else self._left))
            # Pictures are large by nature; each is held to the limit by itself.
            self._left -= 0 if picture else size
        try:
            return stream.read_bytes()
        except pikepdf.PdfError:
            return None


def _listed(value: pikepdf.Object | None) -> list[pikepdf.Object]:
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]
