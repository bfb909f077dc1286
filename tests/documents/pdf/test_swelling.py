# SPDX-License-Identifier: MIT
"""Images that hold more than they show are refused before PDFium unpacks them; filters that fail are errors of ours."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream

from reviewer.documents.opener import open_bytes
from reviewer.documents.pdf import streams
from reviewer.errors import DamagedFile, LimitExceeded
from reviewer.redaction.pdf.writer import write_pdf
from tests.corpus.pdf.sheets import add_page, new_pdf, paragraph, saved
from tests.redaction.pdf.plans import plan_for

pytestmark = pytest.mark.usefixtures("without_tesseract")
MIB = 2**20


def packed(size: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join([*(packer.compress(bytes(MIB)) for _ in range(size // MIB)), packer.flush()])


def with_image(raw: bytes, *filters: str, mask: Any = None, **values: Any) -> bytes:
    pdf = new_pdf()
    image = Stream(pdf, b"")
    image.write(raw, filter=Array([Name(each) for each in filters]))
    image.stream_dict.update(
        Dictionary(Subtype=Name.Image, Width=90, Height=90, BitsPerComponent=8, ColorSpace=Name.DeviceGray)
    )
    for key, value in values.items():
        image[f"/{key}"] = value
    if mask is not None:
        image["/SMask"] = pdf.make_indirect(pdf.copy_foreign(mask))
    content = paragraph("Wetland survey") + b"q 300 0 0 300 72 72 cm /I Do Q"
    add_page(pdf, content, XObject=Dictionary({"/I": pdf.make_indirect(image)}))
    return saved(pdf)


def limit_of(data: bytes) -> object:
    with pytest.raises(LimitExceeded) as caught:
        open_bytes(data, path=Path("odd.pdf"))
    return caught.value.facts["limit"]


def test_an_image_that_swells() -> None:
    """A picture of 300 by 300 dots held 1 GiB: 2 GiB of memory for a file of 1 MB."""
    assert limit_of(with_image(packed(80 * MIB), "/FlateDecode")) == "image"


def test_an_image_that_swells_twice() -> None:
    assert limit_of(with_image(zlib.compress(packed(80 * MIB)), "/FlateDecode", "/FlateDecode")) == "image"


def test_a_mask_that_swells() -> None:
    pdf = pikepdf.new()
    mask = Stream(pdf, b"")
    mask.write(packed(80 * MIB), filter=Name.FlateDecode)
    mask.stream_dict.update(Dictionary(Subtype=Name.Image, Width=90, Height=90, BitsPerComponent=8))
    assert limit_of(with_image(bytes(8100), mask=pdf.make_indirect(mask))) == "image"


def test_an_image_in_the_content_that_swells() -> None:
    pdf = new_pdf()
    raw = packed(80 * MIB)
    add_page(pdf, b"q BI /W 90 /H 90 /CS /G /BPC 8 /F /Fl ID " + raw + b"\nEI Q")
    assert limit_of(saved(pdf)) == "image"


def test_an_image_as_large_as_it_says_is_read() -> None:
    data = with_image(packed(80 * MIB), "/FlateDecode", Width=8192, Height=10_240)
    assert open_bytes(data, path=Path("scan.pdf")).document.pages == 1


def test_rows_that_swell() -> None:
    """Each of them takes a gigabyte, whatever the data are."""
    odd = Dictionary(Predictor=15, Columns=2_000_000_000, Colors=4)
    assert (
        limit_of(with_image(zlib.compress(bytes(8100)), "/FlateDecode", DecodeParms=Array([odd]))) == "image"
    )
    pdf = pikepdf.new()
    stream = Stream(pdf, b"")
    odd = Dictionary(Predictor=12, Columns=2**31 - 1)
    stream.write(zlib.compress(bytes(99)), filter=Name.FlateDecode, decode_parms=odd)
    with pytest.raises(streams.TooLarge):
        streams.read(stream)


def test_a_predictor_that_makes_no_sense() -> None:
    """What pikepdf raised for it was none of its errors, and ended the program."""
    odd = Dictionary(Predictor=15, Columns=0)
    data = with_image(zlib.compress(bytes(8100)), "/FlateDecode", DecodeParms=Array([odd]))
    source = open_bytes(data, path=Path("odd.pdf"))
    written = write_pdf(source, plan_for(source.document, ("Wetland",)))
    assert "image:1" in written.losses


def test_rows_of_the_table_of_objects_that_swell() -> None:
    """qpdf reads that table before anything of ours can look at it."""
    pdf = new_pdf()
    add_page(pdf, paragraph("Wetland survey"))
    data = saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    found = data.replace(b"/Columns 4", b"/Columns 2000000000").replace(b"/Columns 5", b"/Columns 2000000000")
    assert found != data
    with pytest.raises(DamagedFile):
        open_bytes(found, path=Path("odd.pdf"))


def with_pattern(step: float, side: int, scale: float = 1.0) -> bytes:
    pdf = new_pdf()
    pattern = Stream(pdf, b"0 0 1 1 re f")
    pattern.stream_dict.update(
        Dictionary(
            PatternType=1, PaintType=1, TilingType=1, BBox=Array([0, 0, side, side]), XStep=step, YStep=step,
            Matrix=Array([scale, 0, 0, scale, 0, 0]), Resources=Dictionary(),
        )
    )  # fmt: skip
    content = paragraph("Wetland survey") + b"/Pattern cs /P scn 0 0 612 792 re f"
    add_page(pdf, content, Pattern=Dictionary({"/P": pdf.make_indirect(pattern)}))
    return saved(pdf)


@pytest.mark.parametrize(("step", "side", "scale"), [(0.0001, 1, 1.0), (1, 600, 1.0), (5, 5, 0.0001)])
def test_a_pattern_without_end(step: float, side: int, scale: float) -> None:
    """PDFium, which draws the page, does not come back, and nobody can stop it."""
    assert limit_of(with_pattern(step, side, scale)) == "pattern"


@pytest.mark.parametrize(("step", "side", "scale"), [(1, 1, 1.0), (4, 8, 0.24), (0, 5, 1.0), (600, 600, 1.0)])
def test_a_hatch_is_read(step: float, side: int, scale: float) -> None:
    assert open_bytes(with_pattern(step, side, scale), path=Path("plan.pdf")).document.pages == 1
