# SPDX-License-Identifier: MIT
"""Secrets in tracked changes."""

from __future__ import annotations

from tests.corpus.docx.case import Case, Outcome, Surface, Words, in_body, maker
from tests.corpus.docx.pack import (
    line,
    para,
    run,
)


@maker(Surface.REVISIONS, numbers=True)
def insertion(words: Words) -> Case:
    content = para(
        run("Met ")
        + f'<w:ins w:id="1" w:author="X" w:date="2026-01-01T00:00:00Z">{run(words.secret)}</w:ins>'
    )
    return in_body("insertion", words, content)


@maker(Surface.REVISIONS, numbers=True)
def deletion(words: Words) -> Case:
    deleted = f'<w:del w:id="1" w:author="X"><w:r><w:delText>{words.secret}</w:delText></w:r></w:del>'
    return in_body("deletion", words, para(run("Met ") + deleted), kind="deletion")


@maker(Surface.REVISIONS, numbers=True)
def moved(words: Words) -> Case:
    away = f'<w:moveFromRangeStart w:id="1" w:name="mv"/><w:moveFrom w:id="2">{run(words.secret)}</w:moveFrom><w:moveFromRangeEnd w:id="1"/>'
    to = f'<w:moveToRangeStart w:id="3" w:name="mv"/><w:moveTo w:id="4">{run(words.secret)}</w:moveTo><w:moveToRangeEnd w:id="3"/>'
    return in_body("moved", words, para(away) + para(to))


@maker(Surface.REVISIONS, numbers=True)
def deleted_row(words: Words) -> Case:
    rows = (
        f"<w:tr><w:tc><w:tcPr/>{line('a')}</w:tc></w:tr>"
        f'<w:tr><w:trPr><w:del w:id="1" w:author="X"/></w:trPr><w:tc><w:tcPr/>{line(words.secret)}</w:tc></w:tr>'
    )
    content = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='3000'/></w:tblGrid>{rows}</w:tbl>"
    return in_body("deleted_row", words, content, kind="deletion")


@maker(Surface.REVISIONS)
def deleted_cell(words: Words) -> Case:
    cells = (
        f"<w:tc><w:tcPr/>{line('a')}</w:tc>"
        f'<w:tc><w:tcPr><w:cellDel w:id="1" w:author="X"/></w:tcPr>{line(words.secret)}</w:tc>'
    )
    content = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='3000'/></w:tblGrid><w:tr>{cells}</w:tr></w:tbl>"
    return in_body("deleted_cell", words, content, kind="deletion")


@maker(Surface.REVISIONS)
def deleted_mark(words: Words) -> Case:
    first = para(run(words.first[:3]), '<w:rPr><w:del w:id="1" w:author="X"/></w:rPr>')
    return in_body("deleted_mark", words, first + line(f"{words.first[3:]} {words.last}"))


@maker(Surface.CHANGE_RECORDS, numbers=True)
def formatting_change(words: Words) -> Case:
    change = f'<w:b/><w:rPrChange w:id="1" w:author="{words.secret}" w:date="2026-01-01T00:00:00Z"><w:rPr/></w:rPrChange>'
    mark = f'<w:pPrChange w:id="2" w:author="{words.secret}"><w:pPr/></w:pPrChange>'
    return in_body("formatting_change", words, para(run("x", change), mark), outcome=Outcome.DROPPED)
