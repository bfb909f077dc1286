# SPDX-License-Identifier: MIT
"""Small files that would fill the memory are refused before anything is unpacked or parsed."""

from __future__ import annotations

import base64
import struct
import zlib
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Name, Stream

from reviewer.documents.opener import open_bytes
from reviewer.documents.pdf import streams
from reviewer.documents.pdf.known_fonts import Fonts
from reviewer.errors import LimitExceeded
from tests.corpus.pdf.sheets import add_page, new_pdf, paragraph, saved

MIB = 2**20
BLANKS = b" " * (2 * MIB)
A85, HEX, FLATE, RUNS, LZW = (
    "/ASCII85Decode",
    "/ASCIIHexDecode",
    "/FlateDecode",
    "/RunLengthDecode",
    "/LZWDecode",
)


def a85(data: bytes) -> bytes:
    return base64.a85encode(data) + b"~>"


def packed(pdf: pikepdf.Pdf, raw: bytes, *filters: str) -> Any:
    stream = Stream(pdf, b"")
    stream.write(raw, filter=Array([Name(each) for each in filters]))
    return stream


@pytest.mark.parametrize(
    ("raw", "filters"),
    [
        (a85(zlib.compress(BLANKS)), (A85, FLATE)),
        (zlib.compress(BLANKS).hex().encode() + b">", (HEX, FLATE)),
        (a85(zlib.compress(zlib.compress(BLANKS))), (A85, FLATE, FLATE)),
        (zlib.compress(b"\x81 " * (2**15)), (FLATE, RUNS)),
        (zlib.compress(b"\x80\x0b\x60\x50" + bytes(2**16)), (FLATE, LZW)),
        (b"z" * (2**19) + b"~>", (A85,)),
        (b"\xff not of its kind \xff" * 100, (A85, FLATE)),
    ],
    ids=["a85", "hex", "twice", "runs", "lzw", "zeros", "hidden"],
)
def test_filters_one_within_another(raw: bytes, filters: tuple[str, ...]) -> None:
    """A Flate bomb behind an ASCII filter was unpacked whole: 3 GB for a file of 1 MB."""
    pdf = pikepdf.new()
    with pytest.raises(streams.TooLarge):
        streams.read(packed(pdf, raw, *filters), MIB)


@pytest.mark.parametrize(
    ("raw", "filters"),
    [
        (a85(zlib.compress(b"Wetland" * 9000)), (A85, FLATE)),
        (zlib.compress(b"Wetland".hex().encode() + b">"), (FLATE, HEX)),
        (zlib.compress(b"\x06Wetland\x80"), (FLATE, RUNS)),
    ],
    ids=["a85", "hex", "runs"],
)
def test_what_fits_is_read(raw: bytes, filters: tuple[str, ...]) -> None:
    pdf = pikepdf.new()
    assert streams.read(packed(pdf, raw, *filters), MIB).startswith(b"Wetland")


def refused(data: bytes) -> object:
    with pytest.raises(LimitExceeded) as caught:
        open_bytes(data, path=Path("odd.pdf"))
    return caught.value.facts["limit"]


def with_content(content: bytes) -> bytes:
    pdf = new_pdf()
    add_page(pdf, content)
    return saved(pdf)


@pytest.mark.parametrize("token", [b"q ", b"[", b"()", b"/A", b"1\0"])
def test_more_tokens_than_a_page_may_have(token: bytes) -> None:
    """They were counted after they had been taken apart: 300 bytes of memory for two of the file."""
    assert refused(with_content(b"BT " + token * 5_000_001)) == "page_operations"


@pytest.mark.parametrize("opening", [b"q ", b"/P BMC ", b"/P <</MCID 0>> BDC "])
def test_more_open_than_a_page_may_have(opening: bytes) -> None:
    assert refused(with_content(opening * 5_002)) == "page_operations"


def test_a_letter_that_swells() -> None:
    """PDFium, which draws the page, unpacked it: 2 GB."""
    pdf = new_pdf()
    font = pikepdf.Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=Array([0, 0, 1, 1]),
        FontMatrix=Array([1, 0, 0, 1, 0, 0]),
        FirstChar=97,
        LastChar=97,
        Widths=Array([1]),
        Encoding=pikepdf.Dictionary(Differences=Array([97, Name("/a")])),
        CharProcs=pikepdf.Dictionary(a=pdf.make_indirect(Stream(pdf, b" " * (5 * MIB)))),
    )
    add_page(pdf, b"BT /F9 12 Tf (a) Tj ET")
    pdf.pages[0].obj.Resources["/Font"] = pikepdf.Dictionary(F9=pdf.make_indirect(font))
    assert refused(saved(pdf)) == "content_stream"


@pytest.mark.parametrize("box", [[0, 0, 10, 14_401], [-10_000, 0, 10_000, 10], [0, 0, 10**9, 10**9]])
def test_a_page_larger_than_any_paper(box: list[int]) -> None:
    pdf = new_pdf()
    add_page(pdf, paragraph("Wetland survey of the northern marsh"))
    pdf.pages[0].obj["/MediaBox"] = Array(box)
    assert refused(saved(pdf)) == "page_size"


def test_a_large_sheet_of_which_a_page_is_cut() -> None:
    pdf = new_pdf()
    add_page(pdf, paragraph("Wetland survey of the northern marsh"))
    pdf.pages[0].obj["/MediaBox"] = Array([-20_000, -20_000, 20_000, 20_000])
    pdf.pages[0].obj["/CropBox"] = Array([0, 0, 612, 792])
    read = open_bytes(saved(pdf), path=Path("plan.pdf"))
    assert "northern marsh" in read.document.story("page:1").text


def with_stream(kind: bytes, body: bytes, more: bytes = b"") -> bytes:
    """A file whose page stands in a stream of objects, all told by a stream of references."""
    data, places = b"%PDF-1.5\n", {}
    squeezed = zlib.compress(body)
    parts = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        4: b"<</Type/%b/N 1/First 4/Length %d%b>>stream\n%b\nendstream"
        % (kind, len(squeezed), more or b"/Filter/FlateDecode", squeezed),
    }
    for number, part in parts.items():
        places[number] = len(data)
        data += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    rows = [(0, 0, 0), (1, places[1], 0), (1, places[2], 0), (2, 4, 0), (1, places[4], 0), (1, len(data), 0)]
    table = b"".join(struct.pack(">BIH", *row) for row in rows)
    return (
        data
        + b"5 0 obj\n<</Type/XRef/Size 6/W[1 4 2]/Root 1 0 R/Length %d>>stream\n" % len(table)
        + table
        + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(data)
    )


PAGE = b"3 0 <</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>"


def test_a_page_in_a_stream_of_objects_is_read() -> None:
    assert open_bytes(with_stream(b"ObjStm", PAGE), path=Path("small.pdf")).document.pages == 1


@pytest.mark.parametrize(
    ("kind", "body", "more", "limit"),
    [
        (b"ObjStm", PAGE + b"[" * 12_000_001, b"", "objects"),
        (b"#4fbjStm", PAGE + b"[" * 12_000_001, b"", "objects"),
        (b"ObjStm", PAGE + b"a" * (129 * MIB), b"", "object_stream"),
        (b"XRef", bytes(129 * MIB), b"", "object_stream"),
        (b"ObjStm", PAGE, b"/Filter[/ASCII85Decode/FlateDecode]", "object_stream"),
        (b"ObjStm", PAGE, b"/Filter 1 0 R", "object_stream"),
    ],
)
def test_a_stream_of_objects_that_swells(kind: bytes, body: bytes, more: bytes, limit: str) -> None:
    """qpdf unpacks it whole before anything of ours is asked: 2 GB for a file of 2 MB."""
    assert refused(with_stream(kind, body, more)) == limit


def test_more_objects_than_memory_holds() -> None:
    data = saved(new_pdf(), object_stream_mode=pikepdf.ObjectStreamMode.disable)
    assert refused(data.replace(b"/Catalog", b"/Catalog /Odd [" + b"1 " * 12_000_000 + b"]", 1)) == "objects"


def test_widths_told_again_and_again() -> None:
    """Each range was spelled out: minutes for a small file. Such a page is not trusted as text."""
    descendant = pikepdf.Dictionary(
        Subtype=Name.CIDFontType2, BaseFont=Name.Odd, W=Array([0, 65_535, 500] * 20_000)
    )
    font = pikepdf.Dictionary(
        Subtype=Name.Type0,
        BaseFont=Name.Odd,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([descendant]),
    )
    read = Fonts(lambda obj: obj).read(font)
    assert read.unsafe == "cmap"
    assert read.widths[65_535] == 500
