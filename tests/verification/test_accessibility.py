# SPDX-License-Identifier: MIT
"""What is counted for people who read with assistive technology: in tags, pages, styles; in both formats."""

from __future__ import annotations

import pytest
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String

from reviewer.model.accessibility import Accessibility
from reviewer.model.document import Format
from reviewer.verification.accessibility import accessibility
from reviewer.verification.report import GateReport
from tests.verification.builders import LABEL, W, docx, line, look, pdf, zipped

_A = "http://schemas.openxmlformats.org/drawingml/2006"
_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"


def counted(data: bytes, format_: Format = Format.PDF, labels: tuple[str, ...] = ()) -> Accessibility:
    found = accessibility(data, format_, labels)
    assert found is not None
    return found


def element(made: Pdf, kind: str, *kids: object, **keys: object) -> Dictionary:
    return made.make_indirect(Dictionary(S=Name(f"/{kind}"), K=Array(list(kids)), **keys))


def link(made: Pdf) -> Dictionary:
    target = Dictionary(S=Name.URI, URI=String("https://example.org/"))
    return made.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=target)
    )


def tag(made: Pdf) -> None:
    """A title of the file's own kind, two figures, two tables, two links of which one is in the text."""
    met, unmet = link(made), link(made)
    made.pages[0].obj.Annots = Array([met, unmet, Dictionary(Subtype=Name.Text, Rect=Array([0, 0, 9, 9]))])
    header = element(made, "TR", element(made, "TH", 1))
    inner = element(made, "Table", element(made, "TR", element(made, "TD", 2)))
    tables = element(made, "Table", header, element(made, "TR", element(made, "TD", inner)))
    described = element(made, "Figure", 3, Alt=String("A map of the valley"))
    bare = element(made, "Figure", Dictionary(Type=Name.MCR, MCID=4), Alt=String("  "))
    reference = element(made, "Link", 5, Dictionary(Type=Name.OBJR, Obj=met))
    stray = element(made, "TH", 6)
    titled, unknown = element(made, "Titre", 0), element(made, "Sidebar", 7)
    document = element(
        made, "Document", titled, element(made, "H2", 8), tables, described, bare, reference, stray, unknown
    )
    document.K.append(described)
    roles = Dictionary(Titre=Name.Heading, Heading=Name.H1)
    made.Root.StructTreeRoot = made.make_indirect(Dictionary(K=document, RoleMap=roles))
    made.Root.MarkInfo = Dictionary(Marked=True)
    made.Root.Lang = String("fr-CA")
    with made.open_outline() as outline:
        outline.root.append(OutlineItem("Ordre du jour", 0))


def test_tags_of_a_pdf_are_counted_each_once() -> None:
    found = counted(pdf("", tag))
    assert found == Accessibility(
        tagged=True,
        language="fr-CA",
        title=True,
        pages=1,
        picture_pages=(),
        figures=2,
        figures_described=1,
        headings=2,
        tables=2,
        tables_with_headers=1,
        links=2,
        links_tagged=1,
        bookmarks=True,
    )


def test_a_type_mapped_to_itself_ends() -> None:
    def loop(made: Pdf) -> None:
        tag(made)
        made.Root.StructTreeRoot.RoleMap = Dictionary(Titre=Name.Titre)

    assert counted(pdf("", loop)).headings == 1


def test_of_an_untagged_pdf_what_tags_would_say_is_unknown() -> None:
    def untitled(made: Pdf) -> None:
        del made.docinfo["/Title"]
        made.Root.Lang = String("the language of Ghislaine")
        made.pages[0].obj.Annots = Array([link(made)])

    found = counted(pdf("", untitled))
    assert (found.tagged, found.language, found.title, found.bookmarks) == (False, None, False, False)
    assert (found.figures, found.headings, found.tables, found.tables_with_headers) == (None,) * 4
    assert (found.links, found.links_tagged) == (1, 0)


def test_tags_that_are_not_switched_on_or_empty_are_none() -> None:
    def off(made: Pdf) -> None:
        tag(made)
        made.Root.MarkInfo = Dictionary(Marked=False)

    def empty(made: Pdf) -> None:
        made.Root.StructTreeRoot = made.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        made.Root.MarkInfo = Dictionary(Marked=True)

    assert counted(pdf("", off)).tagged is False
    assert counted(pdf("", empty)).tagged is False


def _pictures(made: Pdf) -> None:
    """Page 1 as it is; 2 a picture with a label; 3 a picture in a form; 4 a picture with its caption; 5 blank."""
    picture = made.make_stream(b"\x80")
    picture.update(
        Dictionary(
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=1,
            Height=1,
            ColorSpace=Name.DeviceGray,
            BitsPerComponent=8,
        )
    )
    form = made.make_stream(b"q 500 0 0 500 0 0 cm /I0 Do Q")
    form.update(
        Dictionary(
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, 612, 792]),
            Resources=Dictionary(XObject=Dictionary(I0=picture)),
        )
    )
    drawn = b"q 500 0 0 500 0 0 cm /I0 Do Q "
    contents = {1: drawn + line(LABEL).encode(), 2: b"/F0 Do", 3: drawn + line("Plan").encode(), 4: b""}
    for at, content in contents.items():
        page = made.pages[at].obj
        page.Contents = made.make_stream(content)
        page.Resources["/XObject"] = Dictionary(I0=picture, F0=form)


def test_pages_without_a_letter_beside_the_labels_are_pictures() -> None:
    data = pdf("", _pictures, pages=5)
    assert counted(data, labels=(LABEL,)).picture_pages == (2, 3)
    assert counted(data).picture_pages == (3,), "without knowing the label it is a text like any other"


_STYLES = f"""<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="fr-CA"/></w:rPr>
</w:rPrDefault></w:docDefaults>
<w:style w:styleId="Titre1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:styleId="Mien"><w:basedOn w:val="Titre1"/></w:style>
<w:style w:styleId="Corps"><w:basedOn w:val="Autre"/></w:style>
<w:style w:styleId="Autre"><w:basedOn w:val="Corps"/></w:style></w:styles>"""


def _drawing(properties: str, inside: str, more: str = "") -> str:
    """A drawing in a paragraph; `inside` is what it shows."""
    return (
        f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{_A}/wordprocessingDrawing">'
        f"<wp:docPr {properties}>{more}</wp:docPr>{inside}</wp:inline></w:drawing></w:r></w:p>"
    )


def _styled(style: str, level: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{level}</w:pPr><w:r><w:t>Points</w:t></w:r></w:p>'


def test_a_word_copy_is_counted_by_its_styles_and_marks() -> None:
    picture = f'<pic:pic xmlns:pic="{_A}/picture"/>'
    chart = f'<c:chart xmlns:c="{_A}/chart"/>'
    decoration = f'<d:decorative xmlns:d="{_DECORATIVE}" val="1"/>'
    body = "".join(
        (
            _drawing('id="1" name="a" descr="A map"', picture),
            _drawing('id="2" name="b" title="Costs"', chart),
            _drawing('id="3" name="c"', picture),
            _drawing('id="4" name="d"', picture, decoration),
            _drawing('id="5" name="e"', "<w:txbx/>"),
            _styled("Titre1"),
            _styled("Mien"),
            _styled("Corps"),
            _styled("Corps", '<w:outlineLvl w:val="2"/>'),
            _styled("Titre1", '<w:outlineLvl w:val="9"/>'),
            "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
            '<w:tbl><w:tr><w:trPr><w:tblHeader w:val="0"/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>',
            "<w:tbl/>",
            '<w:p><w:hyperlink w:anchor="a"><w:r><w:t>here</w:t></w:r></w:hyperlink></w:p>',
            '<a:Fallback xmlns:a="urn:a"><w:tbl/></a:Fallback>',
        )
    )
    assert counted(docx(body, parts={"word/styles.xml": _STYLES}), Format.DOCX) == Accessibility(
        tagged=None,
        language="fr-CA",
        title=True,
        pages=None,
        picture_pages=(),
        figures=3,
        figures_described=2,
        headings=3,
        tables=3,
        tables_with_headers=1,
        links=1,
        links_tagged=1,
        bookmarks=None,
    )


def test_the_style_of_plain_paragraphs_has_the_last_word_on_the_language() -> None:
    style = '<w:style w:type="{}" w:default="1" w:styleId="{}"><w:rPr><w:lang w:val="{}"/></w:rPr></w:style>'
    other, plain = style.format("character", "C", "de-DE"), style.format("paragraph", "P", "en-CA")
    styles = _STYLES.replace("</w:styles>", f"{other}{plain}</w:styles>")
    assert counted(docx(parts={"word/styles.xml": styles}), Format.DOCX).language == "en-CA"


def test_a_word_copy_without_styles_or_title_says_so() -> None:
    plain = f'<w:document xmlns:w="{W}"><w:body><w:p/></w:body></w:document>'
    found = counted(zipped({"word/document.xml": plain.encode()}), Format.DOCX)
    assert (found.language, found.title, found.headings) == (None, False, 0)


@pytest.mark.parametrize("format_", list(Format))
def test_what_is_no_copy_is_not_counted(format_: Format) -> None:
    assert accessibility(b"neither one nor the other", format_) is None


def test_the_report_of_the_gate_carries_the_counts() -> None:
    report = look(pdf("", tag), Format.PDF)
    assert report.accessibility is not None
    assert report.accessibility.figures == 2
    assert GateReport.from_json(report.to_json()) == report
    assert look(b"Minutes.", Format.TEXT).accessibility is None


def test_a_report_kept_by_an_earlier_version_is_still_read() -> None:
    kept = '{"hits": [], "warnings": [], "readers": ["pdfium"], "digest": "ab"}'
    assert GateReport.from_json(kept).accessibility is None
