# SPDX-License-Identifier: MIT
"""Builds a draft as a DOCX the way an office leaves it: tracked changes, comments, notes, runs cut anywhere."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING

import pictures
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Inches, Pt
from docx_inline import add_pieces, field_runs
from docx_notes import add_comments, add_footnotes
from draft import Block, Draft, Kind

if TYPE_CHECKING:
    from docx.document import Document as DocumentType
    from docx.table import Table

WRITTEN = dt.datetime(2026, 6, 12, 14, 30, tzinfo=dt.UTC)
ZIP_TIME = (2026, 6, 12, 14, 30, 0)
LANGUAGE = {"en": "en-CA", "fr": "fr-CA"}
PAGE_WORDS = {"en": ("Page ", " of "), "fr": ("Page ", " de ")}


def build(draft: Draft) -> bytes:
    """The bytes of the DOCX; the same bytes each time."""
    document = Document()
    _drop_template_leftovers(document)
    _styles(document, LANGUAGE[draft.facts["language"]])
    _properties(document, draft)
    _header_and_footer(document, draft)
    rows: list[Block] = []
    for block in [*draft.blocks, Block(Kind.PARAGRAPH, "")]:
        if block.kind is Kind.ROW:
            rows.append(block)
            continue
        if rows:
            _table(document, rows)
            rows = []
        if block.language:
            _block(document, block)
    add_footnotes(document, draft.extras.get("footnote", []))
    add_comments(document, draft.extras.get("comment", []), WRITTEN)
    stream = io.BytesIO()
    document.save(stream)
    return _canonical_zip(stream.getvalue())


def _drop_template_leftovers(document: DocumentType) -> None:
    """Parts of python-docx's own template that say nothing: a picture, empty custom XML, a second style list."""
    for rels in (document.part.package.rels, document.part.rels):
        for key in [
            k
            for k, rel in rels.items()
            if rel.reltype.endswith(("/thumbnail", "/customXml", "/stylesWithEffects"))
        ]:
            del rels[key]


def _styles(document: DocumentType, language: str) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10.5)
    normal.paragraph_format.space_after = Pt(6)
    tag = OxmlElement("w:lang")
    tag.set(qn("w:val"), language)
    normal.element.get_or_add_rPr().append(tag)
    for section in document.sections:
        section.left_margin = section.right_margin = Inches(1)
        section.top_margin = section.bottom_margin = Inches(0.9)


def _properties(document: DocumentType, draft: Draft) -> None:
    properties, language = document.core_properties, draft.facts["language"]
    header = [row for row in draft.blocks if row.kind is Kind.ROW][1:3]
    chair, secretary = ("".join(piece.text for piece in row.cells[0]) for row in header)
    properties.title = draft.facts[f"title_{language}"]
    properties.author, properties.last_modified_by = secretary.split(" (")[0], chair.split(" (")[0]
    properties.keywords = ", ".join(draft.values(f"keywords_{language}"))
    properties.category = draft.extras["header"][0]
    properties.comments = draft.extras.get("remark", [""])[0]
    properties.language, properties.revision = LANGUAGE[language], 7
    properties.created = properties.modified = WRITTEN.replace(tzinfo=None)


def _header_and_footer(document: DocumentType, draft: Draft) -> None:
    section = document.sections[0]
    header = section.header.paragraphs[0]
    header.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    header.add_run(draft.extras["header"][0]).bold = True
    footer = section.footer.paragraphs[0]
    page, of = PAGE_WORDS[draft.facts["language"]]
    for stop in list(footer.style.paragraph_format.tab_stops):
        footer.paragraph_format.tab_stops.add_tab_stop(stop.position, WD_TAB_ALIGNMENT.CLEAR)
    footer.paragraph_format.tab_stops.add_tab_stop(Inches(6.5), WD_TAB_ALIGNMENT.RIGHT)
    footer.add_run(f"{draft.extras['footer'][0]}\t{page}").font.size = Pt(8)
    field_runs(footer, "PAGE", "1", Pt(8))
    footer.add_run(of).font.size = Pt(8)
    field_runs(footer, "NUMPAGES", "3", Pt(8))


def _block(document: DocumentType, block: Block) -> None:
    if block.kind is Kind.PICTURE:
        _picture(document, block.text)
        return
    style = {Kind.BULLET: "List Bullet", Kind.NUMBER: "List Number"}.get(block.kind, "Normal")
    if block.kind is Kind.HEADING:
        style = "Title" if block.level == 1 else "Heading 2"
    add_pieces(document.add_paragraph(style=style), block.pieces)


def _picture(document: DocumentType, description: str) -> None:
    stream = io.BytesIO()
    pictures.slope_picture().save(stream, "PNG")
    document.add_picture(stream, width=Inches(3.6))
    shape = document.inline_shapes[-1]._inline.docPr
    shape.set("descr", description)
    shape.set("name", "Image 1")


def _table(document: DocumentType, rows: list[Block]) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0].cells), style="Table Grid")
    for index, row in enumerate(rows):
        for cell, content in zip(table.rows[index].cells, row.cells, strict=True):
            add_pieces(cell.paragraphs[0], content, size=Pt(8.5), bold=index == 0)
            cell.paragraphs[0].paragraph_format.space_after = Pt(1)
    _column_widths(table, rows)
    header = table.rows[0]._tr.get_or_add_trPr()
    header.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    document.add_paragraph().paragraph_format.space_after = Pt(2)


def _column_widths(table: Table, rows: list[Block]) -> None:
    lengths = [
        max(min(sum(len(piece.text) for piece in row.cells[column]), 46) for row in rows)
        for column in range(len(rows[0].cells))
    ]
    total = sum(length + 9 for length in lengths)
    table.autofit = False
    for column, length in zip(table.columns, lengths, strict=True):
        width = Inches(round(6.5 * (length + 9) / total, 2))
        column.width = width
        for cell in column.cells:
            cell.width = width


def _canonical_zip(data: bytes) -> bytes:
    """The same entries in a fixed order with a fixed time."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in sorted(source.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            entry = zipfile.ZipInfo(name, ZIP_TIME)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            entry.external_attr = 0
            target.writestr(entry, source.read(name))
    return stream.getvalue()
