# SPDX-License-Identifier: MIT
"""Text that readers can hardly see is asked about; white on dark, small print and the rest is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.documents.docx.colours import Theme, alike, hexadecimal, named, shading
from reviewer.documents.docx.reader import DocxSource, read_docx
from reviewer.model.document import Choice, ProblemKind
from tests.corpus.docx.graphics import WPS
from tests.corpus.docx.pack import Rel, line, package, para, part, run

TEXT = "orchard survey"
WHITE = '<w:color w:val="FFFFFF"/>'
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="x">'
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>'
    '<a:accent1><a:srgbClr val="1F3864"/></a:accent1></a:clrScheme></a:themeElements></a:theme>'
)
STYLES = part(
    "styles",
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
    f'<w:style w:type="character" w:styleId="Pale"><w:name w:val="pale"/><w:rPr>{WHITE}</w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Paler"><w:name w:val="paler"/><w:basedOn w:val="Pale"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Tiny"><w:name w:val="tiny"/><w:rPr><w:sz w:val="2"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Dark"><w:name w:val="dark"/>'
    '<w:pPr><w:shd w:val="clear" w:fill="1F3864"/></w:pPr></w:style>'
    '<w:style w:type="table" w:styleId="Banded"><w:name w:val="banded"/><w:tblStylePr w:type="firstRow"><w:tcPr>'
    '<w:shd w:val="clear" w:fill="1F3864"/></w:tcPr></w:tblStylePr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Ring"><w:name w:val="r"/><w:basedOn w:val="Ring"/></w:style>',
)


def read(content: str, section: str = "") -> DocxSource:
    rels = [Rel("rId1", "styles", "styles.xml"), Rel("rId2", "theme", "theme/theme1.xml")]
    parts = {"word/styles.xml": STYLES, "word/theme/theme1.xml": THEME}
    data = package(line("Shown to all.") + content, rels=rels, parts=parts, section=section)
    return read_docx(data, path=Path("a.docx"))


def faint(content: str, section: str = "") -> list[str]:
    source = read(content, section)
    return [source.document.text_of(span) for span in source.faint]


def styled(look: str, paragraph: str = "") -> str:
    return para(run(TEXT, look), paragraph)


def cell(look: str, shade: str = "", *, style: str = "", rows: int = 1) -> str:
    inside = f"<w:tc><w:tcPr>{shade}</w:tcPr>{styled(look)}</w:tc>"
    first = f"<w:tr><w:tc>{line('head')}</w:tc></w:tr>" * (rows - 1)
    return f"<w:tbl><w:tblPr>{style}</w:tblPr><w:tblGrid/>{first}<w:tr>{inside}</w:tr></w:tbl>"


def shape(fill: str, look: str = WHITE, outer: str = "inline", place: str = "") -> str:
    box = (
        f"<wps:wsp><wps:cNvSpPr/><wps:spPr>{fill}</wps:spPr><wps:txbx><w:txbxContent>{styled(look)}"
        "</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
    )
    return (
        f'<w:p><w:r><w:drawing><wp:{outer}>{place}<wp:extent cx="914400" cy="914400"/><wp:docPr id="1" name="n"/>'
        f'<a:graphic><a:graphicData uri="{WPS}">{box}</a:graphicData></a:graphic></wp:{outer}></w:drawing></w:r></w:p>'
    )


def away(axis: str, origin: str, offset: int) -> str:
    place = f'<wp:{axis} relativeFrom="{origin}"><wp:posOffset>{offset}</wp:posOffset></wp:{axis}>'
    return shape("<a:noFill/>", "", "anchor", place)


def vml(attributes: str, look: str = WHITE) -> str:
    return (
        f"<w:p><w:r><w:pict><v:shape {attributes}><v:textbox><w:txbxContent>{styled(look)}</w:txbxContent>"
        "</v:textbox></v:shape></w:pict></w:r></w:p>"
    )


SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="{}"/>'
SEEN_BY_NOBODY = {
    "white": styled(WHITE),
    "nearly white": styled('<w:color w:val="FAFAFA"/>'),
    "one point": styled('<w:sz w:val="2"/>'),
    "two and a half points": styled('<w:sz w:val="5"/>'),
    "squeezed": styled('<w:w w:val="1"/>'),
    "by character style": styled('<w:rStyle w:val="Paler"/>'),
    "by paragraph style": styled("", '<w:pStyle w:val="Tiny"/>'),
    "by theme": styled('<w:color w:val="000000" w:themeColor="background1"/>'),
    "by theme, hardly shaded": styled('<w:color w:themeColor="background1" w:themeShade="FA"/>'),
    "on its own shading": styled('<w:color w:val="1F3864"/>' + SHADE.format("1F3864")),
    "on a shading of the theme": styled(
        '<w:color w:val="1F3864"/><w:shd w:val="clear" w:themeFill="accent1"/>'
    ),
    "on a paragraph's shading": styled('<w:color w:val="1F3864"/>', '<w:pStyle w:val="Dark"/>'),
    "black on black highlight": styled('<w:highlight w:val="black"/>'),
    "in a cell of the same colour": cell('<w:color w:val="1F3864"/>', SHADE.format("1F3864")),
    "white in a plain cell": cell(WHITE),
    "white below a dark first row": cell(WHITE, style='<w:tblStyle w:val="Banded"/>', rows=2),
    "in the colour of the table": cell(WHITE, style=SHADE.format("FFFFFF")),
    "indented off the page": styled("", '<w:ind w:left="30000"/>'),
    "in a frame off the page": styled("", '<w:framePr w:x="-20000" w:y="10"/>'),
    "in a white box": shape('<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'),
    "in a box of the theme's white": shape('<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'),
    "in a box without fill": shape("<a:noFill/>"),
    "in a box off the page": away("positionH", "page", -2_000_000),
    "in a box below the page": away("positionV", "paragraph", 20_000_000),
    "in a VML box": vml('style="width:9pt" fillcolor="white [3212]"'),
    "in a VML box off the page": vml('style="position:absolute;margin-left:-9999pt"', ""),
}
SEEN_BY_ALL = {
    "plain": styled(""),
    "grey": styled('<w:color w:val="BFBFBF"/>'),
    "small print": styled('<w:sz w:val="12"/>'),
    "no size at all": styled('<w:sz w:val="0"/><w:w w:val="x"/>'),
    "white on a dark shading": styled(WHITE + SHADE.format("1F3864")),
    "white on a dark paragraph": styled(WHITE, '<w:pStyle w:val="Dark"/>'),
    "white on a pattern": styled(WHITE + '<w:shd w:val="pct75" w:color="000000" w:fill="FFFFFF"/>'),
    "white on solid black": styled(WHITE + '<w:shd w:val="solid" w:color="000000" w:fill="FFFFFF"/>'),
    "white on a dark highlight": styled(WHITE + '<w:highlight w:val="darkBlue"/>'),
    "white in a dark cell": cell(WHITE, SHADE.format("1F3864")),
    "white in a dark first row": cell(WHITE, style='<w:tblStyle w:val="Banded"/>'),
    "yellow highlight": styled('<w:highlight w:val="yellow"/>'),
    "white in a dark box": shape('<a:solidFill><a:srgbClr val="1F3864"/></a:solidFill>'),
    "white on a shade of the theme": shape(
        '<a:solidFill><a:schemeClr val="bg1"><a:lumMod val="50000"/></a:schemeClr></a:solidFill>'
    ),
    "white on a gradient": shape("<a:gradFill/>"),
    "white in a dark VML box": vml('fillcolor="#1f3864"'),
    "white on an unknown fill": vml('fillcolor="fill darken(118)"'),
    "a floating box on the page": away("positionH", "column", 914_400),
    "outside the margin": styled("", '<w:ind w:left="-1200"/>'),
    "only blanks": para(run("   ", WHITE)),
    "a style that is based on itself": styled("", '<w:pStyle w:val="Ring"/>'),
    "hidden": styled(WHITE + "<w:vanish/>"),
}


@pytest.mark.parametrize("content", SEEN_BY_NOBODY.values(), ids=SEEN_BY_NOBODY)
def test_it_is_asked_about(content: str) -> None:
    assert faint(content) == [TEXT]


@pytest.mark.parametrize("content", SEEN_BY_ALL.values(), ids=SEEN_BY_ALL)
def test_it_is_not_asked_about(content: str) -> None:
    assert faint(content) == []


def test_the_question_counts_passages_and_keeping_is_safe() -> None:
    twice = para(run("one ", WHITE) + run("two", '<w:sz w:val="2"/>') + run(" seen ") + run("three", WHITE))
    source = read(twice)
    [problem] = source.document.problems
    assert (problem.id, problem.kind, problem.count) == ("faint_text", ProblemKind.FAINT_TEXT, 2)
    assert (problem.choices, problem.safe, problem.story) == ((Choice.KEEP, Choice.STOP), Choice.KEEP, "body")
    assert [source.document.text_of(span) for span in source.faint] == ["one two", "three"]


def test_a_large_page_reaches_farther() -> None:
    content = styled("", '<w:ind w:left="15000"/>')
    assert faint(content) == [TEXT]
    assert faint(content, '<w:pgSz w:w="23811" w:h="16838"/>') == []


def test_dark_pages_are_a_ground() -> None:
    shown = part("settings", "<w:displayBackgroundShape/>")
    document = part(
        "document", f'<w:background w:color="1F3864"/><w:body>{styled(WHITE)}<w:sectPr/></w:body>'
    )
    for settings, expected in ((shown, []), (part("settings", ""), [TEXT])):
        parts = {"word/document.xml": document, "word/settings.xml": settings}
        data = package("", rels=[Rel("rId1", "settings", "settings.xml")], parts=parts)
        source = read_docx(data, path=Path("a.docx"))
        assert [source.document.text_of(span) for span in source.faint] == expected


def test_colours() -> None:
    assert (hexadecimal("#0A0b0C"), hexadecimal("auto"), hexadecimal(None)) == ((10, 11, 12), None, None)
    assert (named("darkBlue"), named("none"), named("#ffffff [1]")) == ((0, 0, 139), None, (255, 255, 255))
    assert alike((255, 255, 255), (250, 250, 250))
    assert not alike((255, 255, 0), (255, 255, 255))
    assert not alike((0, 0, 139), (0, 0, 0))
    assert shading(None, Theme(None)) is None


def test_a_theme_without_colours_has_black_and_white() -> None:
    assert Theme(None).colour("background1") == (255, 255, 255)
    assert Theme(None).colour("tx1") == (0, 0, 0)
    assert Theme(None).colour("accent1") is None
