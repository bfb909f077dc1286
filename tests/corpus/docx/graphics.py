# SPDX-License-Identifier: MIT
"""Pieces of DrawingML and VML for the cases: a drawing, a picture, a text box; and a picture full of words."""

from __future__ import annotations

import io

from PIL import Image, PngImagePlugin

from tests.corpus.docx.case import Words
from tests.corpus.docx.pack import line

WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def inline(content: str, uri: str, properties: str = 'id="1" name="n"') -> str:
    return (
        '<w:r><w:drawing><wp:inline distT="0"><wp:extent cx="914400" cy="914400"/>'
        f'<wp:docPr {properties}/><a:graphic><a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def picture(relation: str, properties: str = 'id="1" name="n"', crop: str = "", embed: str = "embed") -> str:
    content = (
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="n"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:{embed}="{relation}"/>'
        f"{crop}</pic:blipFill><pic:spPr/></pic:pic>"
    )
    return inline(content, "http://schemas.openxmlformats.org/drawingml/2006/picture", properties)


def box(text: str) -> str:
    return f"<wps:wsp><wps:cNvSpPr/><wps:spPr/><wps:txbx><w:txbxContent>{line(text)}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"


def vml(text: str) -> str:
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
