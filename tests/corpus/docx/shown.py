# SPDX-License-Identifier: MIT
"""Secrets that Word shows from odd places: captions of buttons, old equations, branches without a fallback; and objects."""

from __future__ import annotations

from tests.corpus.docx.case import Case, Outcome, Surface, Words, in_body, maker
from tests.corpus.docx.chart_parts import A, workbook, zipped
from tests.corpus.docx.graphics import WPS, box, inline
from tests.corpus.docx.pack import Rel, line, package, para, run, table

_DGM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"


def _without_result(*instruction: str) -> str:
    parts = "".join(
        f'<w:r><w:instrText xml:space="preserve">{each}</w:instrText></w:r>' for each in instruction
    )
    return f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{parts}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


@maker(Surface.FIELDS, numbers=True)
def button_caption(words: Words) -> Case:
    field = _without_result(" MACROBUTTON ", f'"NoMacro" [Ask {words.first}', f" {words.last} first] ")
    return in_body("button_caption", words, para(run("then ") + field), keep=("[Ask ", " first]"))


@maker(Surface.FIELDS)
def goto_caption(words: Words) -> Case:
    return in_body("goto_caption", words, para(_without_result(f" GOTOBUTTON mark {words.secret}")))


@maker(Surface.FIELDS)
def old_equation(words: Words) -> Case:
    return in_body("old_equation", words, para(_without_result(f" EQ \\f({words.secret},2) ")))


@maker(Surface.FIELDS)
def old_symbols(words: Words) -> Case:
    spelled = "".join(_without_result(f' SYMBOL {ord(each)} \\f "Arial" ') for each in words.secret)
    return in_body("old_symbols", words, para(run("Met ") + spelled))


@maker(Surface.XML)
def branch_without_fallback(words: Words) -> Case:
    """A newer Word shows the one branch there is."""
    content = (
        '<w:r><mc:AlternateContent><mc:Choice xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" Requires="w15">'
        f"<w:t>{words.secret}</w:t></mc:Choice></mc:AlternateContent></w:r>"
    )
    return in_body("branch_without_fallback", words, para(run("Met ") + content))


def _diagram(name: str, words: Words, data: str, drawn: str) -> Case:
    content = inline('<dgm:relIds r:dm="rId7"/>', _DGM, f'id="1" name="{words.last}"')
    said = '<{0} xmlns:dgm="{1}" xmlns:dsp="urn:dsp" xmlns:a="{2}"><a:p><a:r><a:t>{3}</a:t></a:r></a:p></{0}>'
    rels = [
        Rel("rId7", "diagramData", "diagrams/data1.xml"),
        Rel(
            "rId8",
            "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing",
            "diagrams/drawing1.xml",
        ),
        Rel("rId6", "diagramColors", "diagrams/colors1.xml"),
    ]
    parts = {
        "word/diagrams/data1.xml": said.format("dgm:dataModel", _DGM, A, data),
        "word/diagrams/drawing1.xml": said.format("dsp:drawing", _DGM, A, drawn),
        "word/diagrams/colors1.xml": f"<c title='{words.secret}'/>",
    }
    return Case(name, words, package(words.kept + para(content), rels=rels, parts=parts), kind="diagram")


@maker(Surface.OBJECTS, numbers=True)
def diagram_data(words: Words) -> Case:
    return _diagram("diagram_data", words, words.secret, words.secret)


@maker(Surface.OBJECTS)
def diagram_drawn(words: Words) -> Case:
    return _diagram("diagram_drawn", words, "Director", words.secret)


def _object(name: str, words: Words, data: bytes, kind: str = "embedded") -> Case:
    content = (
        '<w:r><w:object><o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" r:id="rId9"/></w:object></w:r>'
    )
    whole = package(
        words.kept + para(content),
        rels=[Rel("rId9", "package", "embeddings/a.bin")],
        parts={"word/embeddings/a.bin": data},
    )
    return Case(name, words, whole, kind=kind)


@maker(Surface.OBJECTS)
def embedded_workbook(words: Words) -> Case:
    return _object("embedded_workbook", words, workbook("Total", hidden=(words.secret,)))


@maker(Surface.OBJECTS)
def embedded_document(words: Words) -> Case:
    return _object("embedded_document", words, package(para(run(words.first) + run(f" {words.last}"))))


@maker(Surface.OBJECTS)
def embedded_slides(words: Words) -> Case:
    slide = f'<p:sld xmlns:p="urn:p" xmlns:a="{A}"><a:p><a:r><a:t>{words.secret}</a:t></a:r></a:p></p:sld>'
    return _object("embedded_slides", words, zipped({"ppt/slides/slide1.xml": slide}))


@maker(Surface.OBJECTS)
def web_chunk(words: Words) -> Case:
    page = f"<html><body><p>Said by <b>{words.secret}</b></p><!-- {words.last} --></body></html>"
    data = package(
        words.kept + '<w:altChunk r:id="rId9"/>',
        rels=[Rel("rId9", "aFChunk", "chunk.html")],
        parts={"word/chunk.html": page},
    )
    return Case("web_chunk", words, data, kind="embedded")


@maker(Surface.HIDDEN)
def in_the_colour_of_the_cell(words: Words) -> Case:
    look = '<w:color w:val="1F3864"/>'
    cell = para(run(words.secret, look))
    shaded = table([cell]).replace("<w:tcPr/>", '<w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr>')
    return in_body("in_the_colour_of_the_cell", words, shaded)


@maker(Surface.HIDDEN)
def under_a_black_highlight(words: Words) -> Case:
    """How people think that they redact."""
    return in_body("under_a_black_highlight", words, para(run(words.secret, '<w:highlight w:val="black"/>')))


@maker(Surface.HIDDEN)
def off_the_page(words: Words) -> Case:
    return in_body("off_the_page", words, para(run(words.secret), '<w:ind w:left="31000"/>'))


@maker(Surface.HIDDEN)
def in_a_box_off_the_page(words: Words) -> Case:
    drawn = inline(box(words.secret), WPS)
    place = '<wp:positionH relativeFrom="page"><wp:posOffset>-9000000</wp:posOffset></wp:positionH>'
    moved = drawn.replace('<wp:inline distT="0">', f'<wp:anchor distT="0">{place}').replace(
        "</wp:inline>", "</wp:anchor>"
    )
    return in_body("in_a_box_off_the_page", words, para(moved), kind="text_box")


@maker(Surface.OBJECTS)
def ink(words: Words) -> Case:
    content = para('<w:r><w:contentPart r:id="rId9"/></w:r>')
    data = package(
        words.kept + content + line("..."),
        rels=[Rel("rId9", "customXml", "ink/ink1.xml")],
        parts={"word/ink/ink1.xml": f"<i><annotation>{words.secret}</annotation></i>"},
    )
    return Case("ink", words, data, Outcome.DROPPED)
