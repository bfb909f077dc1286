# SPDX-License-Identifier: MIT
"""Builds a draft as a PDF: a tagged one with an embedded font, or an untagged one full of side rooms for text."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pictures
from pdf_flow import Flow
from pdf_fonts import CoreFont, EmbeddedFont
from pdf_page import HEIGHT, WIDTH, Face
from pdf_tags import Element, write_tree
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, OutlineItem, Pdf, String

if TYPE_CHECKING:
    from draft import Draft
    from pikepdf import Object

FONTS = Path(__file__).parent / "fonts"
WRITTEN = "2026-06-12T14:30:00-04:00"
PDF_WRITTEN = "D:20260612143000-04'00'"


def build_tagged(draft: Draft) -> bytes:
    """A PDF with a structure tree, a language for each element and an embedded font; the same bytes each time."""
    text = Face("F1", EmbeddedFont(FONTS / "DejaVuSans.ttf", "PARVIS"), 9)
    bold = Face("F2", EmbeddedFont(FONTS / "DejaVuSans-Bold.ttf", "PARVIT"), 9)
    root = Element("Document")
    flow = Flow(draft, text, bold, root)
    flow.run()
    pdf = _write_pages(flow)
    write_tree(pdf, root, [page.marked for page in flow.pages])
    return _finish(pdf, draft, author="Leocadia Bramwell")


def build_untagged(draft: Draft) -> bytes:
    """A PDF with bookmarks, a note, links, page labels and a picture of text; the same bytes each time."""
    picture = pictures.text_picture(draft.extras["image"])
    flow = Flow(
        draft, Face("F1", CoreFont("Helvetica"), 10), Face("F2", CoreFont("Helvetica-Bold"), 10), None
    )
    flow.picture_size = picture.size
    flow.run()
    pdf = _write_pages(flow)
    stream = pdf.make_stream(picture.tobytes())
    stream.stream_dict.update(
        Dictionary(
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=picture.width,
            Height=picture.height,
            ColorSpace=Name.DeviceRGB,
            BitsPerComponent=8,
        )
    )
    for page in flow.pages:
        if page.images:
            pdf.pages[page.number].obj.Resources.XObject = Dictionary(Im1=stream)
    _notes(pdf, draft)
    _outline(pdf, draft, flow)
    labels = Array([0, Dictionary(S=Name.r), 1, Dictionary(S=Name.D, P=String("SSR2-"))])
    pdf.Root.PageLabels = Dictionary(Nums=labels)
    return _finish(pdf, draft, author="Caspian Leduc-Amari")


def _write_pages(flow: Flow) -> Pdf:
    pdf = Pdf.new()
    fonts = Dictionary({f"/{face.key}": face.font.embed(pdf) for face in (flow.text, flow.bold)})
    for page in flow.pages:
        written = pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
        written.obj.Resources = Dictionary(Font=fonts)
        written.obj.Contents = pdf.make_stream(b"\n".join(page.operators))
        if page.links:
            written.obj.Annots = Array([_link(pdf, box, uri) for box, uri in page.links])
    return pdf


def _link(pdf: Pdf, box: tuple[float, float, float, float], uri: str) -> Object:
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([round(value, 2) for value in box]),
            Border=Array([0, 0, 0]),
            A=Dictionary(S=Name.URI, URI=String(uri)),
        )
    )


def _notes(pdf: Pdf, draft: Draft) -> None:
    for note in draft.extras.get("note", []):
        number, rest = note.split(" ", 1)
        author, text = rest.split("|")
        page = pdf.pages[int(number) - 1].obj
        sticky = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Text,
            Rect=Array([560, 400, 580, 420]),
            Contents=String(text),
            T=String(author),
            M=String(PDF_WRITTEN),
            Name=Name.Comment,
            C=Array([1, 0.85, 0.2]),
            Open=False,
        )
        page.Annots = Array([*page.get("/Annots", Array()), pdf.make_indirect(sticky)])


def _outline(pdf: Pdf, draft: Draft, flow: Flow) -> None:
    page, top = 0, float(HEIGHT)
    with pdf.open_outline() as outline:
        for title in draft.extras["outline"]:
            # A bookmark that repeats no heading goes where the one before it went.
            page, top = flow.places.get(title, (page, top))
            outline.root.append(OutlineItem(title, page, "XYZ", left=0, top=round(top, 2), zoom=0))


def _finish(pdf: Pdf, draft: Draft, *, author: str) -> bytes:
    language = draft.facts["language"]
    title, keywords = draft.facts[f"title_{language}"], ", ".join(draft.values(f"keywords_{language}"))
    pdf.Root.Lang = String(f"{language}-CA")
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.docinfo.update(
        Dictionary(
            Title=String(title),
            Author=String(author),
            Subject=String(draft.extras["header"][0]),
            Keywords=String(keywords),
            Creator=String("Parvis make_samples"),
            CreationDate=String(PDF_WRITTEN),
            ModDate=String(PDF_WRITTEN),
        )
    )
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"], metadata["dc:creator"] = title, [author]
        metadata["dc:language"] = {f"{language}-CA"}
        metadata["pdf:Keywords"], metadata["xmp:CreatorTool"] = keywords, "Parvis make_samples"
        metadata["xmp:CreateDate"] = metadata["xmp:ModifyDate"] = WRITTEN
    stream = io.BytesIO()
    pdf.save(
        stream, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate, compress_streams=True
    )
    return stream.getvalue()
