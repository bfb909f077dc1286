# SPDX-License-Identifier: MIT
"""Pages that became pictures can be searched and heard: the words that tesseract reads in the painted picture."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name

from reviewer.redaction.pdf.writer import write_pdf
from tests.corpus.pdf.sheets import add_page, helvetica, new_pdf, saved
from tests.redaction.pdf.evidence import folded, pdfium_text, places_of
from tests.redaction.pdf.plans import plan_for, read

LINES = ("Wetland survey of the marsh", "Call Quillfeather today", "Relevé des joncs terminé")
SIZE = (320, 240)
TURNS = {
    0: (1, 0, 0, 1, 20, 180),
    90: (0, 1, -1, 0, 60, 20),
    180: (-1, 0, 0, -1, 300, 60),
    270: (0, -1, 1, 0, 260, 220),
}


def turned_page(rotation: int, *, tagged: bool = False) -> bytes:
    """A page that must become a picture (its font is set by graphics parameters), upright once it is turned."""
    pdf = new_pdf()
    state = Dictionary(Type=Name.ExtGState, Font=Array([pdf.make_indirect(helvetica()), 18]))
    matrix = " ".join(map(str, TURNS[rotation]))
    lines = b" 0 -30 Td ".join(b"(" + line.encode("cp1252") + b") Tj" for line in LINES)
    page = add_page(
        pdf,
        f"/G1 gs BT {matrix} Tm ".encode() + lines + b" ET",
        size=SIZE,
        ExtGState=Dictionary({"/G1": state}),
    )
    page["/Rotate"] = rotation
    if tagged:
        tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=tree, Pg=page, K=0))
        tree["/K"] = Array([element])
        pdf.Root["/StructTreeRoot"], pdf.Root["/MarkInfo"] = tree, Dictionary(Marked=True)
    return saved(pdf)


def written(data: bytes, **changes: Any) -> bytes:
    source = read(data)
    copy = write_pdf(source, replace(plan_for(source.document, ("Quillfeather",)), **changes))
    assert copy.pictured == ((1, "font_by_parameters"),)
    return copy.data


def box_of(data: bytes, words: str) -> tuple[float, float, float, float]:
    """Where PDFium finds some words, in the user space of the first page."""
    document = pypdfium2.PdfDocument(data)
    page = document[0]
    text = page.get_textpage()
    found = text.search(words).get_next()
    assert found is not None
    boxes = [text.get_charbox(at) for at in range(found[0], found[0] + found[1])]
    for each in (text, page, document):
        each.close()
    return (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )


@pytest.mark.parametrize("rotation", sorted(TURNS))
def test_the_words_lie_where_they_are_shown(rotation: int) -> None:
    data = turned_page(rotation)
    copy = written(data)
    said = folded(pdfium_text(copy))
    for line in (LINES[0], LINES[2]):
        assert folded(line)[:-1] in said  # PDFium loses the last letter of some turned lines
    assert places_of("Quillfeather", copy) == []
    for words in ("Wetland", "survey", "joncs"):
        for was, now in zip(box_of(data, words), box_of(copy, words), strict=True):
            assert now == pytest.approx(was, abs=8)


def test_nothing_of_the_layer_is_drawn() -> None:
    with pikepdf.open(io.BytesIO(written(turned_page(0)))) as pdf:
        shown = pikepdf.parse_content_stream(pdf.pages[0])
    modes = [int(each.operands[0]) for each in shown if str(each.operator) == "Tr"]
    words = [bytes(each.operands[0]) for each in shown if str(each.operator) == "Tj"]
    assert modes.count(0) == words.count(b"[s. 19(1)]") == 1
    assert modes.count(3) >= 2
    assert [str(each.operator) for each in shown].count("Do") == 1


def test_a_tagged_file_stays_tagged() -> None:
    with pikepdf.open(io.BytesIO(written(turned_page(0, tagged=True)))) as pdf:
        kids: list[Any] = list(pdf.Root.StructTreeRoot.K)
        assert {str(each.S) for each in kids} == {"/P"}
        assert [int(mcid) for each in kids for mcid in each.K] == list(range(len(kids)))
        row: list[Any] = list(pdf.Root.StructTreeRoot.ParentTree.Nums[1])
        assert [each.objgen for each in row] == [each.objgen for each in kids]
        content = pdf.pages[0].Contents.read_bytes()
        assert content.startswith(b"/Artifact BMC")
        assert content.count(b"/MCID") == len(kids)


@pytest.mark.usefixtures("without_tesseract")
def test_a_picture_that_nobody_read_says_that_it_is_one() -> None:
    with pikepdf.open(io.BytesIO(written(turned_page(0, tagged=True)))) as pdf:
        kids: list[Any] = list(pdf.Root.StructTreeRoot.K)
        assert str(kids[0].S) == "/P"  # the label
    data = turned_page(0, tagged=True)
    source = read(data)
    with pikepdf.open(io.BytesIO(write_pdf(source, plan_for(source.document)).data)) as pdf:
        (figure,) = pdf.Root.StructTreeRoot.K
        assert (str(figure.S), str(figure.Alt)) == ("/Figure", "Page shown as a picture")
