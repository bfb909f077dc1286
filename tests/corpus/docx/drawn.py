# SPDX-License-Identifier: MIT
"""Secrets in drawings, pictures and embedded objects."""

from __future__ import annotations

import io
import zlib

from PIL import Image, PngImagePlugin

from tests.corpus.docx.case import Case, Outcome, Words, maker
from tests.corpus.docx.pack import Rel, line, package, para

_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def _inline(content: str, uri: str, properties: str = 'id="1" name="n"') -> str:
    return (
        '<w:r><w:drawing><wp:inline distT="0"><wp:extent cx="914400" cy="914400"/>'
        f'<wp:docPr {properties}/><a:graphic><a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def _picture(relation: str, properties: str = 'id="1" name="n"', crop: str = "", embed: str = "embed") -> str:
    content = (
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="n"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:{embed}="{relation}"/>'
        f"{crop}</pic:blipFill><pic:spPr/></pic:pic>"
    )
    return _inline(content, "http://schemas.openxmlformats.org/drawingml/2006/picture", properties)


def _box(text: str) -> str:
    return f"<wps:wsp><wps:cNvSpPr/><wps:spPr/><wps:txbx><w:txbxContent>{line(text)}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"


def _vml(text: str) -> str:
    return (
        '<w:pict><v:shape style="width:100pt;height:50pt"><v:textbox><w:txbxContent>'
        f"{line(text)}</w:txbxContent></v:textbox></v:shape></w:pict>"
    )


def png(words: Words) -> bytes:
    """A picture with the secret in text chunks, in EXIF and after its end."""
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", words.secret)
    info.add_itxt("Comment", words.secret, zip=True)
    picture = Image.new("RGBA", (40, 20), (200, 30, 30, 255))
    exif = Image.Exif()
    exif[0x010E] = words.secret
    buffer = io.BytesIO()
    picture.save(buffer, format="PNG", pnginfo=info, exif=exif)
    return buffer.getvalue() + words.secret.encode("utf-8")


@maker
def text_box_both_branches(words: Words) -> Case:
    choice = _inline(_box(words.secret), _WPS).removeprefix("<w:r>").removesuffix("</w:r>")
    content = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice><mc:Fallback>{_vml(words.secret)}</mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )
    return Case("text_box", words, package(words.kept + para(content)), kind="text_box")


@maker
def fallback_only(words: Words) -> Case:
    choice = _inline(_box("other"), _WPS).removeprefix("<w:r>").removesuffix("</w:r>")
    content = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice><mc:Fallback>{_vml(words.secret)}</mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )
    return Case("fallback_only", words, package(words.kept + para(content)), Outcome.DROPPED)


@maker
def unknown_choice(words: Words) -> Case:
    content = (
        f'<w:r><mc:AlternateContent xmlns:zz="urn:zz"><mc:Choice Requires="zz"><zz:x/></mc:Choice><mc:Fallback>{_vml(words.secret)}'
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    return Case("unknown_choice", words, package(words.kept + para(content)), kind="text_box")


@maker
def vml_box(words: Words) -> Case:
    return Case(
        "vml_box", words, package(words.kept + para(f"<w:r>{_vml(words.secret)}</w:r>")), kind="text_box"
    )


@maker
def box_in_box(words: Words) -> Case:
    inner = _inline(_box(words.secret), _WPS, f'id="2" name="n" descr="{words.secret}"')
    box = _box("x").replace("<w:t ", f"<w:t/></w:r>{inner}<w:r><w:t ", 1)
    return Case("box_in_box", words, package(words.kept + para(_inline(box, _WPS))), kind="text_box")


@maker
def picture_in_box(words: Words) -> Case:
    inner = _picture("rId9", f'id="2" name="n" descr="{words.secret}"')
    box = _box("x").replace("<w:t ", f"<w:t/></w:r>{inner}<w:r><w:t ", 1)
    data = package(
        words.kept + para(_inline(box, _WPS)),
        rels=[Rel("rId9", "image", "media/a.png")],
        parts={"word/media/a.png": png(words)},
    )
    return Case("picture_in_box", words, data, kind="alt_text", keep_images=True)


@maker
def canvas(words: Words) -> Case:
    content = (
        "<wpc:wpc><wpc:bg/><wpc:whole/>"
        f"<mc:AlternateContent><mc:Choice Requires='wps'>{_box(words.secret)}</mc:Choice></mc:AlternateContent></wpc:wpc>"
    )
    return Case("canvas", words, package(words.kept + para(_inline(content, "urn:canvas"))), kind="text_box")


@maker
def group(words: Words) -> Case:
    content = _inline(f"<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr/>{_box(words.secret)}</wpg:wgp>", "urn:group")
    return Case("group", words, package(words.kept + para(content)), kind="text_box")


@maker
def box_in_deletion(words: Words) -> Case:
    content = f'<w:del w:id="1">{_inline(_box(words.secret), _WPS)}</w:del>'
    return Case("box_in_deletion", words, package(words.kept + para(content)), kind="deletion")


@maker
def hidden_drawing(words: Words) -> Case:
    content = _inline(_box(words.secret), _WPS, 'id="1" name="n" hidden="1"')
    return Case("hidden_drawing", words, package(words.kept + para(content)), kind="hidden")


@maker
def word_art(words: Words) -> Case:
    content = f'<w:r><w:pict><v:shape id="{words.last}" style="width:9pt;height:9pt"><v:textpath string="{words.secret}"/></v:shape></w:pict></w:r>'
    return Case("word_art", words, package(words.kept + para(content)), kind="text_box")


@maker
def chart(words: Words) -> Case:
    content = _inline('<c:chart r:id="rId9"/>', "http://schemas.openxmlformats.org/drawingml/2006/chart")
    data = package(
        words.kept + para(content),
        rels=[Rel("rId9", "chart", "charts/chart1.xml")],
        parts={
            "word/charts/chart1.xml": f"<c>{words.secret}</c>",
            "word/embeddings/book.xlsx": words.secret.encode(),
        },
    )
    return Case("chart", words, data, Outcome.DROPPED)


@maker
def diagram(words: Words) -> Case:
    content = _inline('<dgm:relIds r:dm="rId9"/>', "http://schemas.openxmlformats.org/drawingml/2006/diagram")
    data = package(
        words.kept + para(content),
        rels=[Rel("rId9", "diagramData", "diagrams/data1.xml")],
        parts={"word/diagrams/data1.xml": f"<d>{words.secret}</d>"},
    )
    return Case("diagram", words, data, Outcome.DROPPED)


@maker
def ole(words: Words) -> Case:
    content = (
        f'<w:r><w:object><v:shape alt="{words.secret}"><v:imagedata r:id="rId8" o:title="{words.secret}"/></v:shape>'
        '<o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" r:id="rId9"/></w:object></w:r>'
    )
    data = package(
        words.kept + para(content),
        rels=[Rel("rId8", "image", "media/image1.emf"), Rel("rId9", "package", "embeddings/book.xlsx")],
        parts={
            "word/media/image1.emf": words.secret.encode("utf-16-le"),
            "word/embeddings/book.xlsx": words.secret.encode(),
        },
    )
    return Case("ole", words, data, Outcome.DROPPED)


@maker
def picture_metadata(words: Words) -> Case:
    data = package(
        words.kept + para(_picture("rId9")),
        rels=[Rel("rId9", "image", f"media/{words.first}.png")],
        parts={f"word/media/{words.first}.png": png(words)},
    )
    return Case(
        "picture_metadata",
        words,
        data,
        Outcome.DROPPED,
        keep_images=True,
        secrets=(words.secret, words.first),
    )


@maker
def picture_not_kept(words: Words) -> Case:
    data = package(
        words.kept + para(_picture("rId9")),
        rels=[Rel("rId9", "image", "media/a.png")],
        parts={"word/media/a.png": png(words)},
    )
    return Case("picture_not_kept", words, data, Outcome.DROPPED)


@maker
def picture_of_another_kind(words: Words) -> Case:
    """Vector pictures cannot be kept, whatever the person answers."""
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg"><text>{words.secret}</text></svg>'
    data = package(
        words.kept + para(_picture("rId9")),
        rels=[Rel("rId9", "image", "media/a.svg")],
        parts={"word/media/a.svg": drawing},
    )
    return Case("picture_svg", words, data, Outcome.DROPPED, keep_images=True)


@maker
def picture_linked(words: Words) -> Case:
    data = package(
        words.kept + para(_picture("rId9", embed="link")),
        rels=[Rel("rId9", "image", f"file:///C:/{words.last}.png", external=True)],
    )
    return Case("picture_linked", words, data, Outcome.DROPPED, keep_images=True, secrets=(words.last,))


@maker
def picture_with_original(words: Words) -> Case:
    """An uncropped original beside the shown picture, as `extLst` keeps it."""
    extension = '<a:srcRect l="10000" r="10000"/>'
    data = package(
        words.kept + para(_picture("rId9", crop=extension)),
        rels=[Rel("rId9", "image", "media/a.png"), Rel("rId8", "image", "media/original.wdp")],
        parts={"word/media/a.png": png(words), "word/media/original.wdp": words.secret.encode()},
    )
    return Case("picture_original", words, data, Outcome.DROPPED, keep_images=True)


@maker
def alternative_text(words: Words) -> Case:
    properties = (
        f'id="1" name="{words.last}.png" title="{words.secret}" descr="A photo of {words.secret} outside"'
    )
    data = package(
        words.kept + para(_picture("rId9", properties)),
        rels=[Rel("rId9", "image", "media/a.png")],
        parts={"word/media/a.png": png(words)},
    )
    return Case("alt_text", words, data, kind="alt_text", keep_images=True)


@maker
def locked_canvas(words: Words) -> Case:
    canvas = (
        '<lc:lockedCanvas xmlns:lc="http://schemas.openxmlformats.org/drawingml/2006/lockedCanvas"><a:sp><a:txBody><a:p><a:r>'
        f"<a:t>{words.secret}</a:t></a:r></a:p></a:txBody></a:sp></lc:lockedCanvas>"
    )
    content = _inline(canvas, "http://schemas.openxmlformats.org/drawingml/2006/lockedCanvas")
    return Case("locked_canvas", words, package(words.kept + para(content)), Outcome.DROPPED)


@maker
def drawn_in_compressed(words: Words) -> Case:
    """A deflated stream in a part of an unknown kind."""
    data = package(words.kept, parts={"word/media/x.bin": zlib.compress(words.secret.encode())})
    return Case("compressed", words, data, Outcome.DROPPED)
