# SPDX-License-Identifier: MIT
"""A value that a form leaves to its viewer to draw is read on its page, stays in the copy, and goes when withheld."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String

from reviewer.documents.pdf.reader import read_pdf
from reviewer.workflow.preview import preview
from tests.corpus.pdf.sheets import add_page, new_pdf, saved, text


def form(value: object, *, asks: bool = True, **more: Any) -> bytes:
    pdf = new_pdf()
    page = add_page(pdf, text(72, 700, "A form that was filled in"))
    given = {"F": 4, "Rect": Array([72, 500, 300, 520]), "DA": String("/Helv 11 Tf 0 g"), **more}
    plain = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("owner"), V=value, **given)
    field = pdf.make_indirect(plain)
    page["/Annots"] = Array([field])
    pdf.Root["/AcroForm"] = pdf.make_indirect(Dictionary(Fields=Array([field]), NeedAppearances=asks))
    return saved(pdf)


def read(data: bytes) -> str:
    return read_pdf(data, path=Path("x.pdf")).document.story("page:1").text


@pytest.mark.parametrize(
    ("value", "more", "said"),
    [
        ("Zoé Gagné-Roy", {}, "Zoé Gagné-Roy"),
        ("Zoé\rGagné", {"Ff": 1 << 12}, "Gagné"),
        ("Zoé", {"Q": 2}, "Zoé"),
    ],
)
def test_a_value_that_the_viewer_draws_is_read(value: str, more: dict[str, Any], said: str) -> None:
    assert said in read(form(String(value), **more))


@pytest.mark.parametrize(
    "data",
    [
        form(String("Gagné"), asks=False), form(String("Gagné"), F=2), form(String("Gagné"), Ff=1 << 13),
        form(String("8437"), Ff=1 << 24, MaxLen=4),
        form(String("Γαγνέ")), form(Name.Yes), form(String("Gagné"), DA=String("/Helv . Tf"), Rect=Array([0])),
    ],
)  # fmt: skip
def test_a_value_that_nobody_sees_or_that_is_written_wrongly_is_not_drawn(data: bytes) -> None:
    assert read(data).strip() == "A form that was filled in"


@pytest.mark.parametrize(("withheld", "shown"), [([], True), ([{"term": "Gagner"}], False)])
def test_the_copy_shows_the_value_unless_it_is_withheld(
    withheld: list[dict[str, str]], shown: bool, tmp_path: Path, without_tesseract: None
) -> None:
    source = tmp_path / "form.pdf"
    source.write_bytes(form(String("Zoe Gagner")))
    made = preview(source, {"withhold": withheld}, tmp_path / "out", safe_defaults=True)
    text_of_copy = pypdfium2.PdfDocument(made.path)[0].get_textpage().get_text_bounded()
    assert ("Gagner" in text_of_copy) is shown
