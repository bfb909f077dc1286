# SPDX-License-Identifier: MIT
"""Parts that ride along and must stay behind: macros, controls, signatures, chunks, workbooks, other pictures."""

from __future__ import annotations

import io
import zipfile
import zlib
from urllib.parse import quote

from tests.corpus.docx.case import Case, Outcome, Surface, Words, maker
from tests.corpus.docx.graphics import inline, picture
from tests.corpus.docx.pack import PACKAGE_RELS, Rel, line, package, para, part, rels_xml, run

_MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def _carrying(
    name: str, words: Words, rels: list[Rel], parts: dict[str, str | bytes], body: str = ""
) -> Case:
    return Case(name, words, package(words.kept + body, rels=rels, parts=parts), Outcome.DROPPED)


def _workbook(words: Words) -> bytes:
    """A workbook with the secret in a sheet that its program never shows."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr(zipfile.ZipInfo("xl/sharedStrings.xml"), f"<sst><si><t>{words.secret}</t></si></sst>")
        book.writestr(
            zipfile.ZipInfo("xl/workbook.xml"),
            f'<workbook><sheet name="{words.last}" state="veryHidden"/></workbook>',
        )
    return buffer.getvalue()


@maker(Surface.FORMS, numbers=True)
def macros(words: Words) -> Case:
    raw = zlib.compress(f'MsgBox "{words.secret}"'.encode())
    return _carrying(
        "macros",
        words,
        [
            Rel("rId3", f"{_MICROSOFT}/vbaProject", "vbaProject.bin"),
            Rel("rId4", f"{_MICROSOFT}/keyMapCustomizations", "customizations.xml"),
        ],
        {
            "word/vbaProject.bin": raw,
            "word/vbaData.xml": f'<wne:vbaSuppData xmlns:wne="u"><wne:mcd wne:macroName="{words.secret}"/></wne:vbaSuppData>',
            "word/customizations.xml": f'<wne:tcg xmlns:wne="u"><wne:keymap wne:macro="{words.secret}"/></wne:tcg>',
        },
    )


@maker(Surface.FORMS)
def active_control(words: Words) -> Case:
    body = para(
        f'<w:r><w:object><v:shape style="width:9pt"/><w:control r:id="rId9" w:name="{words.last}" w:shapeid="s"/></w:object></w:r>'
    )
    parts: dict[str, str | bytes] = {
        "word/activeX/activeX1.xml": f'<ax:ocx xmlns:ax="u"><ax:ocxPr ax:name="Caption" ax:value="{words.secret}"/></ax:ocx>',
        "word/activeX/activeX1.bin": words.secret.encode("utf-16-le"),
    }
    return _carrying("active_control", words, [Rel("rId9", "control", "activeX/activeX1.xml")], parts, body)


@maker(Surface.FORMS)
def signatures(words: Words) -> Case:
    signature = f'<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><X509SubjectName>CN={words.secret}</X509SubjectName></Signature>'
    data = package(
        words.kept,
        root_rels=[Rel("rId5", f"{PACKAGE_RELS}/digital-signature/origin", "_xmlsignatures/origin.sigs")],
        parts={
            "_xmlsignatures/origin.sigs": b"",
            "_xmlsignatures/sig1.xml": signature,
            "_xmlsignatures/_rels/origin.sigs.rels": rels_xml(
                [Rel("rId1", f"{PACKAGE_RELS}/digital-signature/signature", "sig1.xml")]
            ),
        },
    )
    return Case("signatures", words, data, Outcome.DROPPED)


@maker(Surface.FORMS)
def extensions_and_printers(words: Words) -> Case:
    data = package(
        words.kept,
        rels=[Rel("rId6", "printerSettings", "printerSettings1.bin")],
        root_rels=[
            Rel(
                "rId5",
                "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes",
                "word/webextensions/taskpanes.xml",
            ),
            Rel("rId6", f"{_MICROSOFT}/ui/extensibility", "customUI/customUI.xml"),
        ],
        parts={
            "word/printerSettings1.bin": words.secret.encode("utf-16-le"),
            "word/webextensions/taskpanes.xml": f"<wetp>{words.secret}</wetp>",
            "customUI/customUI.xml": f'<customUI><button label="{words.secret}"/></customUI>',
        },
    )
    return Case("extensions_and_printers", words, data, Outcome.DROPPED)


@maker(Surface.OBJECTS, numbers=True)
def workbook_of_a_chart(words: Words) -> Case:
    body = para(inline('<c:chart r:id="rId9"/>', _CHART))
    series = (
        "<c:ser><c:idx val='0'/><c:order val='0'/><c:cat><c:strRef><c:f>Sheet1!$A$2</c:f><c:strCache><c:ptCount val='1'/>"
        "<c:pt idx='0'><c:v>May</c:v></c:pt></c:strCache></c:strRef></c:cat></c:ser>"
    )
    chart = (
        f'<c:chartSpace xmlns:c="{_CHART}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:chart>'
        f'<c:plotArea><c:barChart><c:barDir val="col"/>{series}</c:barChart></c:plotArea></c:chart><c:externalData r:id="rId1"/></c:chartSpace>'
    )
    parts: dict[str, str | bytes] = {
        "word/charts/chart1.xml": chart,
        "word/charts/_rels/chart1.xml.rels": rels_xml([Rel("rId1", "package", "../embeddings/book.xlsx")]),
        "word/embeddings/book.xlsx": _workbook(words),
    }
    return _carrying("workbook_of_a_chart", words, [Rel("rId9", "chart", "charts/chart1.xml")], parts, body)


@maker(Surface.OBJECTS)
def chunks_of_text(words: Words) -> Case:
    inner = package(line(words.secret))
    kinds: dict[str, str | bytes] = {
        "a.html": f"<html><body>{words.secret}</body></html>",
        "b.rtf": "{\\rtf1 " + words.last + "}",
        "c.docx": inner,
        "d.txt": words.secret,
        "e.mht": f"Subject: {quote(words.secret)}",
    }
    rels = [Rel(f"rId{n}", "aFChunk", name) for n, name in enumerate(kinds)]
    body = "".join(f'<w:altChunk r:id="rId{n}"/>' for n, _ in enumerate(kinds))
    return _carrying(
        "chunks_of_text", words, rels, {f"word/{name}": content for name, content in kinds.items()}, body
    )


@maker(Surface.OBJECTS)
def diagram_with_all_parts(words: Words) -> Case:
    body = para(
        inline(
            '<dgm:relIds r:dm="rId1" r:lo="rId2" r:qs="rId3" r:cs="rId4"/>',
            "http://schemas.openxmlformats.org/drawingml/2006/diagram",
        )
    )
    names = ("diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors")
    rels = [Rel(f"rId{n}", name, f"diagrams/{name}1.xml") for n, name in enumerate(names, start=1)]
    parts: dict[str, str | bytes] = {
        f"word/diagrams/{name}1.xml": f'<d uniqueId="{words.secret}"/>' for name in names
    }
    parts["word/diagrams/drawing1.xml"] = (
        f'<dsp:drawing xmlns:dsp="u"><a:t xmlns:a="v">{words.secret}</a:t></dsp:drawing>'
    )
    return _carrying("diagram_with_all_parts", words, rels, parts, body)


@maker(Surface.OBJECTS)
def linked_object(words: Words) -> Case:
    body = para(
        f'<w:r><w:object><v:shape style="width:9pt"/><o:OLEObject Type="Link" ProgID="{words.last}" r:id="rId9" UpdateMode="Always">'
        f"<o:LinkType>{words.last}</o:LinkType><o:FieldCodes>\\f 0</o:FieldCodes></o:OLEObject></w:object></w:r>"
    )
    data = package(
        words.kept + body,
        rels=[Rel("rId9", "oleObject", f"file:///C:/{quote(words.secret)}.xlsx", external=True)],
    )
    return Case("linked_object", words, data, Outcome.DROPPED)


@maker(Surface.LINKED)
def attached_template(words: Words) -> Case:
    rels = rels_xml(
        [Rel("rId1", "attachedTemplate", f"file:///\\\\server\\{quote(words.secret)}.dotm", external=True)]
    )
    data = package(
        words.kept,
        rels=[Rel("rId3", "settings", "settings.xml")],
        parts={
            "word/settings.xml": part("settings", '<w:attachedTemplate r:id="rId1"/>'),
            "word/_rels/settings.xml.rels": rels,
        },
    )
    return Case("attached_template", words, data, Outcome.DROPPED)


@maker(Surface.VECTOR, numbers=True)
def vector_beside_a_picture(words: Words) -> Case:
    """A picture whose extension names an SVG original with the words in it."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg"><text>{words.secret}</text></svg>'
    extension = (
        '<a:extLst><a:ext uri="{96DAC541}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
        'r:embed="rId8"/></a:ext></a:extLst>'
    )
    shape = picture("rId9").replace(
        '<a:blip r:embed="rId9"/>', f'<a:blip r:embed="rId9">{extension}</a:blip>'
    )
    parts: dict[str, str | bytes] = {"word/media/image1.png": b"\x89PNG broken", "word/media/image2.svg": svg}
    rels = [Rel("rId9", "image", "media/image1.png"), Rel("rId8", "image", "media/image2.svg")]
    return _carrying("vector_beside_a_picture", words, rels, parts, para(shape))


@maker(Surface.VECTOR)
def metafiles(words: Words) -> Case:
    raw = words.secret.encode("utf-16-le")
    names = ("image1.emf", "image2.wmf", "image3.eps", "image4.tiff", "image5.bmp")
    rels = [Rel(f"rId{n}", "image", f"media/{name}") for n, name in enumerate(names)]
    body = "".join(para(picture(f"rId{n}")) for n, _ in enumerate(names))
    return _carrying("metafiles", words, rels, {f"word/media/{name}": raw for name in names}, body)


@maker(Surface.LINKED)
def picture_by_address(words: Words) -> Case:
    shape = '<w:r><w:pict><v:shape style="width:9pt"><v:imagedata r:id="rId9" o:href="{0}" src="{0}"/></v:shape></w:pict></w:r>'
    address = f"https://www.example.org/{quote(words.secret)}.png"
    data = package(
        words.kept + para(shape.format(address)), rels=[Rel("rId9", "image", address, external=True)]
    )
    return Case("picture_by_address", words, data, Outcome.DROPPED)


@maker(Surface.OBJECTS)
def sub_document(words: Words) -> Case:
    content = f'<w:p><w:subDoc r:id="rId9"/></w:p>{para(run("after"))}'
    data = package(
        words.kept + content,
        rels=[Rel("rId9", "subDocument", f"file:///C:/{quote(words.secret)}.docx", external=True)],
    )
    return Case("sub_document", words, data, Outcome.DROPPED, keep=("after",))
