# SPDX-License-Identifier: MIT
"""Secrets in tables: over cells, in merged and nested ones, in captions."""

from __future__ import annotations

from tests.corpus.docx.case import Case, Surface, Words, in_body, maker
from tests.corpus.docx.pack import (
    line,
    para,
    table,
)


@maker(Surface.TABLES, numbers=True)
def across_cells(words: Words) -> Case:
    return in_body("across_cells", words, table([line(words.first), line(words.last)]))


@maker(Surface.TABLES, numbers=True)
def cell_in_nested_table(words: Words) -> Case:
    inner = table([line("a"), line(words.secret)]) + para("")
    return in_body("nested_table", words, table([line("x"), inner]))


@maker(Surface.TABLES)
def merged_cell(words: Words) -> Case:
    rows = "<w:tr><w:tc><w:tcPr><w:vMerge{}/></w:tcPr>{}</w:tc></w:tr>"
    content = (
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='3000'/></w:tblGrid>"
        + rows.format(' w:val="restart"', line("top"))
        + rows.format("", line(words.secret))
        + "</w:tbl>"
    )
    return in_body("merged_cell", words, content)


@maker(Surface.ALT_TEXT, numbers=True)
def caption_of_table(words: Words) -> Case:
    properties = f'<w:tblCaption w:val="{words.secret}"/><w:tblDescription w:val="about {words.secret}"/>'
    return in_body("table_caption", words, table([line("a")], properties=properties), kind="alt_text")
