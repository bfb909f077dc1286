# SPDX-License-Identifier: MIT
"""Letters whose map lies, hidden from the eye or turned: the gate looks behind what hides them. Tesseract is real."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name

from reviewer.model.document import Format
from reviewer.verification.extractors.page_looks import looks
from reviewer.verification.extractors.pdf_bared import Barer
from reviewer.verification.report import HitKind
from tests.corpus.painted import EN_LINES, EN_NAME, painted
from tests.corpus.pdf.make import entries
from tests.verification.builders import line, look, pdf

LIES = next(each for each in entries() if each.name == "a_map_that_lies-en")
COVER = b"\n0 g 0 0 612 792 re f\n"


def lying(before: bytes, after: bytes = b"") -> bytes:
    """A page whose letters are all said to be an x, with something before and behind them."""
    with pikepdf.open(io.BytesIO(LIES.data)) as made:
        page = made.pages[0].obj
        page.Contents = Array([made.make_stream(before), *page.Contents, made.make_stream(after)])
        return _saved(made)


def in_a_form() -> bytes:
    """All of it in a hidden form that is cut at its box, behind a soft mask."""
    with pikepdf.open(io.BytesIO(LIES.data)) as made:
        page = made.pages[0].obj
        drawn = b"/G1 gs " + b"\n".join(each.read_bytes() for each in page.Contents)
        mask = Dictionary(Type=Name.Mask, S=Name.Luminosity, G=form(made, b""))
        states = Dictionary(G1=Dictionary(SMask=mask, ca=0))
        inner = form(made, drawn, Resources=Dictionary(Font=page.Resources.Font, ExtGState=states))
        inner.update(Dictionary(OC=Dictionary(Type=Name.OCG), Group=Dictionary(S=Name.Transparency)))
        page.Resources["/XObject"] = Dictionary(X1=inner, X2=inner, I1=Dictionary())
        page.Contents = made.make_stream(b"BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI /X1 Do /X2 Do /Nobody Do")
        return _saved(made)


def form(made: pikepdf.Pdf, content: bytes, **keys: Any) -> Any:
    stream = made.make_stream(content)
    stream.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 1, 1]), **keys))
    return stream


def _saved(made: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


HIDDEN: dict[str, tuple[Callable[[], bytes], str]] = {
    "covered": (lambda: lying(b"", COVER), "tesseract.bared"),
    "invisible, white and cut away": (lambda: lying(b"3 Tr 1 g 0 0 1 1 re W n"), "tesseract.bared"),
    "in a form": (in_a_form, "tesseract.bared"),
    "turned": (lambda: lying(b".866 .5 -.5 .866 250 -150 cm"), "tesseract.turned"),
}


@pytest.mark.parametrize("way", HIDDEN)
def test_letters_that_lie_are_seen_however_hidden(way: str) -> None:
    make, reader = HIDDEN[way]
    report = look(make(), Format.PDF, *LIES.secrets)
    assert any(hit.kind is HitKind.LEAK and hit.place == "page:1:pixels" for hit in report.hits), report
    assert reader in report.readers


def readers(data: bytes, *angles: int, pictures: bool = False) -> list[str]:
    with (
        contextlib.closing(Barer(data)) as barer,
        contextlib.closing(pypdfium2.PdfDocument(data)) as document,
        contextlib.closing(document[0]) as page,
    ):
        return [each.reader for each in looks(page, 1, barer, angles, pictures=pictures)]


def test_a_plain_page_is_looked_at_once() -> None:
    ruled = b"0.5 w 72 500 m 540 500 l S " + line("Plain words", y=520).encode()
    assert readers(pdf(line("Plain words"))) == ["tesseract"]
    assert readers(pdf(ruled)) == ["tesseract"]
    assert readers(pdf(line("Plain words")), 30, pictures=True) == [
        "tesseract",
        "tesseract.turned",
        "tesseract.finer",
    ]


def test_what_is_cut_off_the_sheet_is_looked_at() -> None:
    cropped = pdf(
        line("Words"), lambda made: made.pages[0].obj.__setitem__("/CropBox", Array([0, 0, 50, 50]))
    )
    assert readers(cropped) == ["tesseract", "tesseract.bared"]


def test_a_picture_is_seen_as_it_lies_in_the_file() -> None:
    """Drawn so small that no eye reads it, behind a mask: the picture is there for whoever takes it out."""
    painting = painted(EN_LINES)

    def small(made: pikepdf.Pdf) -> None:
        image = made.make_stream(painting.tobytes())
        image.update(
            Dictionary(
                Type=Name.XObject,
                Subtype=Name.Image,
                Width=painting.width,
                Height=painting.height,
                BitsPerComponent=8,
                ColorSpace=Name.DeviceRGB,
            )
        )
        made.pages[0].obj.Resources["/XObject"] = Dictionary(Im1=image)

    report = look(pdf(b"q 9 0 0 9 9 9 cm /Im1 Do Q", small), Format.PDF, EN_NAME)
    assert any(
        hit.place.startswith("page:1:object:") and hit.place.endswith(":Image:pixels") for hit in report.hits
    )
