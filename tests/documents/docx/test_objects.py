# SPDX-License-Identifier: MIT
"""Charts, diagrams and embedded objects: what each says is a story, and each is asked about."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.documents.docx.embedded import lines_of
from reviewer.documents.docx.reader import read_docx
from reviewer.errors import HostileContent
from reviewer.model.document import Choice, Document, ProblemKind
from tests.corpus.docx.case import EN
from tests.corpus.docx.chart_parts import A, Chart, document, workbook, zipped
from tests.corpus.docx.graphics import inline
from tests.corpus.docx.pack import Rel, line, package, para, run

PATH = Path("a.docx")
DGM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
DSP = "http://schemas.microsoft.com/office/drawing/2008/diagram"


def read(data: bytes) -> Document:
    return read_docx(data, path=PATH).document


def stories(found: Document) -> dict[str, str]:
    return {story.id: story.text for story in found.stories if story.id != "body"}


def questions(found: Document) -> dict[str, tuple[tuple[Choice, ...], str | None]]:
    assert {each.kind for each in found.problems} <= {ProblemKind.OBJECT}
    assert {each.safe for each in found.problems} <= {Choice.REMOVE}
    return {each.id: (each.choices, each.story) for each in found.problems}


def test_a_chart_is_told_row_by_row() -> None:
    found = read(document(EN, Chart()))
    assert stories(found)["chart:document:1"] == (
        "Orchard yield by region\nYield 2024\nNorth\t4.3\nSouth\t2.5\nEast\t3.5\n"
        "Yield 2025\n2.4\n4.4\n1.8\nTonnes per hectare"
    )
    assert questions(found) == {"object:chart:1": ((Choice.KEEP, Choice.REMOVE), "chart:document:1")}


def test_the_workbook_is_shown_with_the_sheets_that_nobody_sees() -> None:
    book = workbook("North", "Paid twice", hidden=("Old rates",), hidden_name="Archive")
    assert stories(read(document(EN, Chart(), book=book)))["embedded:document:1"] == (
        "Sheet1\nArchive\nNorth\nPaid twice\nOld rates\n0.5\n1.5"
    )


def test_a_chart_that_cannot_be_drawn_again_can_only_go() -> None:
    chart = Chart(
        plots="<c:surfaceChart><c:ser><c:val><c:numLit><c:pt idx='0'><c:v>1</c:v></c:pt></c:numLit></c:val></c:ser>"
        "</c:surfaceChart>"
    )
    assert questions(read(document(EN, chart)))["object:chart:1"][0] == (Choice.REMOVE,)


@pytest.mark.parametrize("content", ["", "<c", "<other/>"], ids=["empty", "broken", "another root"])
def test_a_chart_without_a_chart_is_an_object_without_words(content: str) -> None:
    found = read(document(EN, Chart(), parts={"word/charts/chart1.xml": content}))
    assert questions(found) == {"object:chart:1": ((Choice.REMOVE,), None)}


def test_a_doctype_in_a_chart_is_hostile() -> None:
    with pytest.raises(HostileContent):
        read(document(EN, Chart(), parts={"word/charts/chart1.xml": "<!DOCTYPE c []><c/>"}))


def test_a_chart_out_of_view_is_hidden_text() -> None:
    content = inline('<c:chart r:id="rId9"/>', "urn:chart", 'id="1" name="n" hidden="1"')
    data = package(
        line("x") + para(content),
        rels=[Rel("rId9", "chart", "charts/chart1.xml")],
        parts={"word/charts/chart1.xml": Chart().xml()},
    )
    found = read(data)
    assert "Orchard yield by region" in stories(found)["hidden:document:1"]
    assert [each.kind for each in found.problems] == [ProblemKind.HIDDEN_TEXT]


def diagram(*rels: Rel, **parts: str) -> Document:
    content = inline('<dgm:relIds r:dm="rId7" r:lo="rId6"/>', DGM)
    named = {f"word/diagrams/{name}.xml": text for name, text in parts.items()}
    return read(package(line("x") + para(content), rels=rels, parts=named))


def model(root: str, *paragraphs: str) -> str:
    said = "".join(
        f"<a:p><a:r><a:t>{each[:3]}</a:t></a:r><a:r><a:t>{each[3:]}</a:t></a:r></a:p>" for each in paragraphs
    )
    return f'<{root} xmlns:dgm="{DGM}" xmlns:dsp="{DSP}" xmlns:a="{A}">{said}</{root}>'


def test_a_diagram_is_told_from_its_data_and_its_drawn_form() -> None:
    found = diagram(
        Rel("rId7", "diagramData", "diagrams/data1.xml"),
        Rel(
            "rId8",
            "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing",
            "diagrams/drawing1.xml",
        ),
        data1=model("dgm:dataModel", "Director", "Deputy"),
        drawing1=model("dsp:drawing", "Director", "Deputy", "Drawn only"),
    )
    assert stories(found) == {"diagram:document:1": "Director\nDeputy\nDrawn only"}
    assert questions(found) == {"object:diagram:1": ((Choice.REMOVE,), "diagram:document:1")}


def test_a_diagram_without_its_parts_is_asked_about_all_the_same() -> None:
    assert questions(diagram()) == {"object:diagram:1": ((Choice.REMOVE,), None)}
    broken = diagram(Rel("rId7", "diagramData", "diagrams/data1.xml"), data1="<d")
    assert stories(broken) == {}


def embedded(data: bytes | str, name: str = "embeddings/a.bin") -> dict[str, str]:
    content = para('<w:r><w:object><o:OLEObject ProgID="x" r:id="rId9"/></w:object></w:r>')
    found = read(
        package(line("x") + content, rels=[Rel("rId9", "package", name)], parts={f"word/{name}": data})
    )
    story = next(iter(stories(found)), None)
    assert questions(found) == {"object:ole:1": ((Choice.REMOVE,), story)}
    return stories(found)


def test_an_embedded_document_is_told_by_paragraphs() -> None:
    inner = package(line("First paragraph") + para(run("in ") + run("runs")))
    assert embedded(inner) == {"embedded:document:1": "First paragraph\nin runs"}


def test_embedded_slides_are_told() -> None:
    slide = f'<p:sld xmlns:p="urn:p" xmlns:a="{A}"><a:p><a:r><a:t>On a slide</a:t></a:r></a:p></p:sld>'
    assert embedded(zipped({"ppt/slides/slide1.xml": slide})) == {"embedded:document:1": "On a slide"}


@pytest.mark.parametrize(
    "data",
    [
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1binary",
        b"PK\x03\x04 broken",
        zipped({"xl/sharedStrings.xml": "<!DOCTYPE x []><x><si><t>word</t></si></x>"}),
        zipped({"xl/sharedStrings.xml": "<x>"}),
        zipped({"other.xml": "<x><si><t>word</t></si></x>"}),
        b"",
    ],
    ids=["old", "broken", "doctype", "torn", "another part", "empty"],
)
def test_what_cannot_be_read_is_asked_about_unseen(data: bytes) -> None:
    assert embedded(data) == {}


def test_a_chunk_of_a_web_page_is_told() -> None:
    page = "<!DOCTYPE html><html><head><!-- by hand --></head><body><p>Said <b>here</b></p></body></html>"
    data = package(
        line("x") + '<w:altChunk r:id="rId9"/>',
        rels=[Rel("rId9", "aFChunk", "a.html")],
        parts={"word/a.html": page},
    )
    found = read(data)
    assert stories(found) == {"embedded:document:1": "Said\nhere"}
    assert questions(found) == {"object:chunk:1": ((Choice.REMOVE,), "embedded:document:1")}


def test_a_huge_object_is_shown_in_part() -> None:
    book = workbook(*(f"Row number {at} of many" for at in range(20_000)))
    lines = list(lines_of(book, PATH))
    assert lines[2] == "Row number 0 of many"
    assert 150_000 < sum(map(len, lines)) <= 200_000


def test_ink_is_named_as_such() -> None:
    found = read(package(line("x") + para("<w:r><w:contentPart r:id='rId9'/></w:r>")))
    assert list(questions(found)) == ["object:ink:1"]


def test_what_is_embedded_many_times_is_told_once_and_asked_about_each_time() -> None:
    content = para('<w:r><w:object><o:OLEObject r:id="rId9"/></w:object></w:r>')
    drawn = para(inline('<dgm:relIds r:dm="rId7" r:lo="rId6"/>', DGM))
    found = read(
        package(
            line("x") + content * 3 + drawn * 2,
            rels=[
                Rel("rId9", "package", "embeddings/a.bin"),
                Rel("rId7", "diagramData", "diagrams/data1.xml"),
            ],
            parts={
                "word/embeddings/a.bin": workbook("North"),
                "word/diagrams/data1.xml": model("dgm:dataModel", "Director"),
            },
        )
    )
    assert set(stories(found)) == {"embedded:document:1", "diagram:document:1"}
    assert [story for _choices, story in questions(found).values()] == [
        *["embedded:document:1"] * 3,
        *["diagram:document:1"] * 2,
    ]


def test_an_object_that_inflates_beyond_measure_is_not_looked_into() -> None:
    rows = "".join(f"<row><c><v>{at * 7919 % 104_729}</v></c></row>" for at in range(50_000))
    assert len(list(lines_of(zipped({"xl/worksheets/sheet1.xml": f"<x>{rows}</x>"}), PATH))) > 30_000
    huge = zipped({f"xl/worksheets/sheet{at}.xml": f"<x>{rows}</x>" for at in range(40)})
    assert list(lines_of(huge, PATH)) == []
