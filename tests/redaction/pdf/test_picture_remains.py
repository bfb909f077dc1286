# SPDX-License-Identifier: MIT
"""After masking nothing of the old dots is left: not in colour tables, profiles, masks, thumbnails or finer bits.

Each file is made for two names; the copies must have the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image, ImageCms

from reviewer.model.document import Box
from reviewer.redaction.pdf.writer import write_pdf
from reviewer.redaction.plan import BoxRemoval
from tests.corpus.painted import painted
from tests.corpus.pdf.sheets import add_page, new_pdf, paragraph, saved
from tests.redaction.pdf.plans import LABEL, plan_for, read

pytestmark = pytest.mark.usefixtures("without_tesseract")

Maker = Callable[[pikepdf.Pdf, str], Any]
_WIDE, _HIGH = 400, 160


def picture(name: str) -> Image.Image:
    """The name in the upper half, other words below."""
    return painted((name, "", "about the culvert"), 24, least=(_WIDE, _HIGH)).resize((_WIDE, _HIGH))


def image(pdf: pikepdf.Pdf, data: bytes, **more: Any) -> Any:
    values = {
        "Type": Name.XObject,
        "Subtype": Name.Image,
        "Width": _WIDE,
        "Height": _HIGH,
        "BitsPerComponent": 8,
    }
    return pdf.make_indirect(
        Stream(pdf, data, Dictionary({f"/{key}": each for key, each in {**values, **more}.items()}))
    )


def profile(pdf: pikepdf.Pdf, name: str) -> Any:
    """Colours by a profile; its bytes end with the name."""
    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes() + name.encode()
    space = Array([Name.ICCBased, pdf.make_indirect(Stream(pdf, data, N=3, Alternate=Name.DeviceRGB))])
    return image(pdf, picture(name).tobytes(), ColorSpace=space)


def table(pdf: pikepdf.Pdf, name: str) -> Any:
    """A colour of the table is used by no dot and says the name."""
    few = picture(name).convert("L").point(lambda level: level // 128)
    colours = b"\x00\x00\x00\xff\xff\xff" + name.encode().ljust(30, b".")[:30]
    return image(pdf, few.tobytes(), ColorSpace=Array([Name.Indexed, Name.DeviceRGB, 11, String(colours)]))


def key(pdf: pikepdf.Pdf, name: str) -> Any:
    """What is white is not drawn."""
    return image(pdf, picture(name).tobytes(), ColorSpace=Name.DeviceRGB, Mask=Array([250, 255] * 3))


def turned_over(pdf: pikepdf.Pdf, name: str) -> Any:
    dots = picture(name).convert("L").point(lambda level: 255 - level)
    return image(pdf, dots.tobytes(), ColorSpace=Name.DeviceGray, Decode=Array([1, 0]))


def finer(pdf: pikepdf.Pdf, name: str) -> Any:
    """Sixteen bits: white above and black below differ in bits that nobody sees."""
    high = picture(name).convert("L").tobytes()
    low = picture(name).convert("L").transpose(Image.Transpose.FLIP_LEFT_RIGHT).tobytes()
    data = b"".join(bytes(pair) for pair in zip(high, low, strict=True))
    return image(pdf, data, ColorSpace=Name.DeviceGray, BitsPerComponent=16)


def waves(pdf: pikepdf.Pdf, name: str) -> Any:
    """JPEG 2000 with the words in the alpha of its own data."""
    shape = picture(name).convert("L").point(lambda level: 255 - level)
    both = Image.merge("RGBA", (*Image.new("RGB", shape.size).split(), shape))
    buffer = io.BytesIO()
    both.save(buffer, "JPEG2000")
    return pdf.make_indirect(
        Stream(
            pdf, buffer.getvalue(),
            Dictionary(
                Type=Name.XObject, Subtype=Name.Image, Width=_WIDE, Height=_HIGH, Filter=Name.JPXDecode, SMaskInData=1
            ),
        )
    )  # fmt: skip


def stencil_and_mask(pdf: pikepdf.Pdf, name: str) -> Any:
    """A soft mask with a matte, coarser than the picture."""
    shape = picture(name).convert("L").resize((200, 80))
    mask = image(
        pdf, shape.tobytes(), ColorSpace=Name.DeviceGray, Width=200, Height=80, Matte=Array([0, 0, 0])
    )
    return image(pdf, bytes(3 * _WIDE * _HIGH), ColorSpace=Name.DeviceRGB, SMask=mask)


def segments(pdf: pikepdf.Pdf, name: str) -> Any:
    """A photograph whose application segments hold the name and a small copy of it."""
    small = io.BytesIO()
    picture(name).resize((100, 40)).save(small, "JPEG")
    buffer = io.BytesIO()
    plain = Image.new("RGB", (_WIDE, _HIGH), "white")
    plain.save(
        buffer, "JPEG", exif=b"Exif\0\0" + name.encode() + small.getvalue(), icc_profile=name.encode() * 9
    )
    return image(pdf, buffer.getvalue(), ColorSpace=Name.DeviceRGB, Filter=Name.DCTDecode)


MAKERS = (profile, table, key, turned_over, finer, waves, stencil_and_mask, segments)


def copy_of(maker: Maker, name: str) -> bytes:
    pdf = new_pdf()
    made = maker(pdf, name)
    content = paragraph("Minutes of the meeting") + f"q {_WIDE} 0 0 {_HIGH} 72 400 cm /I1 Do Q".encode()
    page = add_page(pdf, content, XObject=Dictionary({"/I1": made}))
    page["/Thumb"] = image(pdf, picture(name).convert("L").tobytes(), ColorSpace=Name.DeviceGray)
    source = read(saved(pdf))
    box = BoxRemoval(Box(1, 71, 400 + _HIGH // 2, 73 + _WIDE, 401 + _HIGH), LABEL)
    plan = plan_for(source.document, answers={"image:p1:1": "keep"}, boxes=(box,))
    return write_pdf(source, plan).data


@pytest.mark.parametrize("maker", MAKERS, ids=lambda maker: maker.__name__)
def test_nothing_of_the_old_dots_is_left(maker: Maker) -> None:
    one, other = copy_of(maker, "Quillfeather"), copy_of(maker, "Tréchouinard")
    assert one == other
    with pikepdf.open(io.BytesIO(one)) as pdf:
        assert any(each.get("/Subtype") == Name.Image for each in pdf.objects if isinstance(each, Stream))
        assert "/Thumb" not in pdf.pages[0].obj
