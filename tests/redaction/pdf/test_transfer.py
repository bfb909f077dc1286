# SPDX-License-Identifier: MIT
"""Transfer functions: what a file stores in other colours is shown in the right ones, labels in their own."""

from __future__ import annotations

import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from reviewer.redaction.pdf.writer import write_pdf
from tests.corpus.pdf.sheets import add_page, new_pdf, saved, text
from tests.redaction.pdf.plans import plan_for, read


def document(count: int) -> bytes:
    """Black areas, shown as white ones by functions, one with a word over it."""
    pdf = new_pdf()
    turned = pdf.make_stream(b"\xff\x00")
    for key, value in {
        "/FunctionType": 0, "/Domain": Array([0, 1]), "/Range": Array([0, 1]), "/Size": Array([2]), "/BitsPerSample": 8,
    }.items():  # fmt: skip
        turned[key] = value
    transfer = turned if count == 1 else Array([turned] * count)
    content = (
        b"0.5 g 40 40 400 400 re f q /T gs 0 g 50 50 100 100 re f 1 g "
        + text(60, 90, "Odile")
        + b"/N gs 0 g 200 50 100 100 re f Q"
    )
    states = {
        "/T": Dictionary(Type=Name.ExtGState, TR=transfer),
        "/N": Dictionary(Type=Name.ExtGState, TR=Name.Identity),
    }
    add_page(pdf, content, ExtGState=Dictionary(states))
    return saved(pdf)


def drawn(data: bytes) -> Image.Image:
    opened = pypdfium2.PdfDocument(data)
    page = opened[0]
    image = page.render(scale=1).to_pil().convert("L")
    page.close()
    opened.close()
    return image


@pytest.mark.parametrize("count", [1, 4])
def test_colours_are_those_that_were_shown_and_a_label_is_black(count: int) -> None:
    data = document(count)
    source = read(data)
    copy = write_pdf(source, plan_for(source.document, ("Odile",)))
    before, after = drawn(data), drawn(copy.data)
    height = before.height
    for x, y, seen in ((55, 140, 255), (250, 100, 0), (400, 400, 128)):
        assert abs(before.getpixel((x, height - y)) - seen) < 3
        assert before.getpixel((x, height - y)) == after.getpixel((x, height - y))
    label = after.crop((50, height - 150, 150, height - 50))
    assert label.histogram()[0] > 150


def test_the_function_of_a_soft_mask_is_kept() -> None:
    pdf = new_pdf()
    group = pdf.make_stream(b"")
    for key, value in {
        "/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": Array([50, 50, 150, 150]),
        "/Group": Dictionary(S=Name.Transparency, CS=Name.DeviceGray),
    }.items():  # fmt: skip
        group[key] = value
    turned = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([1]), C1=Array([0]), N=1)
    mask = Dictionary(Type=Name.Mask, S=Name.Alpha, G=group, TR=turned)
    states = Dictionary(T=Dictionary(Type=Name.ExtGState, SMask=mask))
    add_page(pdf, b"q /T gs 0 g 0 0 600 600 re f Q " + text(60, 700, "Odile"), ExtGState=states)
    data = saved(pdf)
    source = read(data)
    copy = write_pdf(source, plan_for(source.document, ("Odile",)))
    before, after = drawn(data), drawn(copy.data)
    assert before.getpixel((100, 600)) == after.getpixel((100, 600)) == 0
