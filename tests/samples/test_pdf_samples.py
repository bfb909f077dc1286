# SPDX-License-Identifier: MIT
"""The PDF samples: one properly tagged, one with text in every side room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pdfplumber
import pikepdf
import pytest

from tests.samples.reading import SAMPLES

TAGGED, UNTAGGED = SAMPLES / "field-notes-bilingual.pdf", SAMPLES / "project-plan-en.pdf"


def _elements(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for kid in element.K:
        if kid.get("/Type") == "/StructElem":
            yield kid
            yield from _elements(kid)


def _marked(page: pikepdf.Page) -> list[int]:
    """The MCIDs of a page in the order of its content; every mark is closed before the next one opens."""
    found, depth = [], 0
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "BDC":
            depth += 1
            assert depth == 1
            if "/MCID" in operands[1]:
                found.append(int(operands[1].MCID))
        elif str(operator) == "EMC":
            depth -= 1
        elif str(operator) in {"TJ", "f", "S", "re"}:
            assert depth == 1, "every mark on the page is content or an artifact"
    assert depth == 0
    return found


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (
            TAGGED,
            ("Sedge meadow north of the rail trail", "quenouilles denses", "45.63214, -76.30418", "œufs"),
        ),
        (UNTAGGED, ("broadband sensors, digitizers", "192.0.2.10", "Terrapulse Géophysique")),
    ],
)
def test_pdfplumber_finds_the_words(path: object, words: tuple[str, ...]) -> None:
    with pdfplumber.open(str(path)) as pdf:
        assert 2 <= len(pdf.pages) <= 4
        text = " ".join((page.extract_text() or "").replace("\n", " ") for page in pdf.pages)
    assert [word for word in words if word not in text] == []


def test_the_tagged_one_has_a_whole_structure_tree() -> None:
    with pikepdf.open(TAGGED) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en-CA"
        assert str(pdf.docinfo.Title)
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        tags = Counter(str(element.S) for element in _elements(pdf.Root.StructTreeRoot))
    expected = ("Document", "H1", "H2", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Figure")
    assert [tag for tag in expected if not tags[f"/{tag}"]] == []
    assert tags["/H1"] == tags["/Figure"] == 1
    assert tags["/LI"] == tags["/Lbl"] == tags["/LBody"]


def test_marked_content_and_the_parent_tree_agree() -> None:
    with pikepdf.open(TAGGED) as pdf:
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        parents = {int(numbers[i]): list(numbers[i + 1]) for i in range(0, len(numbers), 2)}
        for page in pdf.pages:
            owners = parents[int(page.obj.StructParents)]
            assert _marked(page) == list(range(len(owners)))
            for number, owner in enumerate(owners):
                kids = [kid for kid in owner.K if kid.get("/Type") == "/MCR"]
                assert any(int(kid.MCID) == number and kid.Pg.objgen == page.obj.objgen for kid in kids)


def test_elements_carry_language_scope_and_alternative_text() -> None:
    with pikepdf.open(TAGGED) as pdf:
        elements = list(_elements(pdf.Root.StructTreeRoot))
        assert sum(1 for e in elements if str(e.get("/Lang", "")) == "fr-CA") >= 12
        assert all(e.A.Scope == "/Column" for e in elements if e.S == "/TH")
        (figure,) = [e for e in elements if e.S == "/Figure"]
        assert "Ashgrove" in str(figure.Alt)


def test_the_tagged_one_embeds_its_fonts() -> None:
    with pikepdf.open(TAGGED) as pdf:
        fonts = [font for page in pdf.pages for _, font in page.obj.Resources.Font.items()]
        assert fonts
        for font in fonts:
            assert font.Subtype == "/Type0"
            assert "/ToUnicode" in font
            assert "+" in str(font.BaseFont)
            assert len(font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()) > 2000


def test_lines_are_drawn_in_pieces_with_kerns_and_cuts() -> None:
    with pikepdf.open(TAGGED) as pdf:
        drawn = [
            operands[0]
            for page in pdf.pages
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "TJ"
        ]
    assert sum(1 for operand in drawn if len(operand) > 3) > 40
    assert (
        sum(1 for operand in drawn for value in operand if not isinstance(value, pikepdf.String) and value)
        > 10
    )


def test_the_untagged_one_has_text_in_its_side_rooms() -> None:
    with pikepdf.open(UNTAGGED) as pdf:
        assert "/StructTreeRoot" not in pdf.Root
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
        assert "Absence of Tobias Lindqvist-Arsenault" in titles
        annotations = [a for page in pdf.pages for a in page.obj.get("/Annots", [])]
        (note,) = [a for a in annotations if a.Subtype == "/Text"]
        assert "cried in my office" in str(note.Contents)
        targets = {str(a.A.URI) for a in annotations if a.Subtype == "/Link"}
        assert targets == {"https://earthquakes.example/status", "mailto:ssr-rss@nrcan-rncan.gc.ca"}
        assert str(pdf.docinfo.Author) == "Caspian Leduc-Amari"
        with pdf.open_metadata() as metadata:
            assert metadata["dc:creator"] == ["Caspian Leduc-Amari"]
        assert [page.label for page in pdf.pages] == ["i", "SSR2-1"]


def test_a_list_exists_only_as_pixels() -> None:
    with pikepdf.open(UNTAGGED) as pdf:
        images = [image for page in pdf.pages for image in page.get_images().values()]
        (picture,) = [pikepdf.PdfImage(image).as_pil_image() for image in images]
    assert picture.width == 1000
    assert len({picture.getpixel((x, 140)) for x in range(50, 600)}) > 5
    with pdfplumber.open(str(UNTAGGED)) as pdf:
        assert "Grandmaison" not in "".join(page.extract_text() or "" for page in pdf.pages)


@pytest.mark.parametrize("path", [TAGGED, UNTAGGED])
def test_qpdf_finds_nothing_to_complain_about(path: object) -> None:
    with pikepdf.open(str(path)) as pdf:
        assert pdf.check_pdf_syntax() == []
