# SPDX-License-Identifier: MIT
"""More of tracked changes: nested ones, in tables and margins, and the records that name who made them."""

from __future__ import annotations

from tests.corpus.docx.case import Case, Outcome, Surface, Words, in_body, maker
from tests.corpus.docx.pack import Rel, line, package, para, part, run

_WHO = 'w:id="1" w:author="X" w:date="2026-01-01T00:00:00Z"'


def _who(words: Words) -> str:
    return f'w:id="1" w:author="{words.secret}" w:date="2026-01-01T00:00:00Z"'


def _deleted(text: str) -> str:
    return f'<w:del {_WHO}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


@maker(Surface.REVISIONS, numbers=True)
def deleted_inside_inserted(words: Words) -> Case:
    content = f"<w:ins {_WHO}>{run('a ')}{_deleted(words.secret)}</w:ins>"
    return in_body("deleted_inside_inserted", words, para(content), kind="deletion")


@maker(Surface.REVISIONS)
def half_deleted(words: Words) -> Case:
    """One half is deleted, the other stays: together they are the secret, and the deletion is a story of its own."""
    content = para(run(words.first + " ") + _deleted(words.last))
    return in_body("half_deleted", words, content, kind="deletion", secrets=(words.last,))


@maker(Surface.REVISIONS)
def deleted_letter_by_letter(words: Words) -> Case:
    content = "".join(_deleted(letter) for letter in words.secret)
    return in_body("deleted_letter_by_letter", words, para(content), kind="deletion")


@maker(Surface.REVISIONS)
def deleted_text_outside_a_deletion(words: Words) -> Case:
    content = f"<w:r><w:delText>{words.secret}</w:delText></w:r>"
    return in_body("deleted_text_outside", words, para(content), kind="deletion")


@maker(Surface.REVISIONS)
def moved_paragraphs(words: Words) -> Case:
    away = (
        f'<w:moveFromRangeStart w:id="5" w:author="{words.secret}" w:name="{words.last}"/>'
        f"<w:p><w:pPr><w:rPr><w:moveFrom {_WHO}/></w:rPr></w:pPr><w:moveFrom {_WHO}>{run(words.secret)}</w:moveFrom></w:p>"
        '<w:moveFromRangeEnd w:id="5"/>'
    )
    to = (
        f'<w:moveToRangeStart w:id="6" w:author="{words.secret}" w:name="{words.last}"/>'
        f"<w:p><w:pPr><w:rPr><w:moveTo {_WHO}/></w:rPr></w:pPr><w:moveTo {_WHO}>{run(words.secret)}</w:moveTo></w:p>"
        '<w:moveToRangeEnd w:id="6"/>'
    )
    return in_body("moved_paragraphs", words, away + line("between") + to, keep=("between",))


@maker(Surface.REVISIONS)
def inserted_row(words: Words) -> Case:
    row = f"<w:tr><w:trPr><w:ins {_who(words)}/></w:trPr><w:tc><w:tcPr><w:cellIns {_who(words)}/></w:tcPr>{line(words.secret)}</w:tc></w:tr>"
    content = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='900'/></w:tblGrid>{row}</w:tbl>"
    return in_body("inserted_row", words, content)


@maker(Surface.REVISIONS)
def deleted_in_a_header(words: Words) -> Case:
    header = part("hdr", para(run("About ") + _deleted(words.secret)))
    data = package(
        words.kept,
        rels=[Rel("rId9", "header", "header1.xml")],
        parts={"word/header1.xml": header},
        section='<w:headerReference w:type="default" r:id="rId9"/>',
    )
    return Case("deleted_in_a_header", words, data, kind="deletion")


@maker(Surface.REVISIONS)
def deleted_in_a_note(words: Words) -> Case:
    notes = part("endnotes", f'<w:endnote w:id="2">{para(run("n ") + _deleted(words.secret))}</w:endnote>')
    data = package(
        words.kept + para('<w:r><w:endnoteReference w:id="2"/></w:r>'),
        rels=[Rel("rId9", "endnotes", "endnotes.xml")],
        parts={"word/endnotes.xml": notes},
    )
    return Case("deleted_in_a_note", words, data, kind="deletion")


@maker(Surface.REVISIONS)
def deleted_field(words: Words) -> Case:
    marks = [f'<w:r><w:fldChar w:fldCharType="{sort}"/></w:r>' for sort in ("begin", "separate", "end")]
    content = (
        f'<w:del {_WHO}>{marks[0]}<w:r><w:delInstrText> AUTHOR "{words.secret}" </w:delInstrText></w:r>{marks[1]}'
        f"<w:r><w:delText>{words.secret}</w:delText></w:r>{marks[2]}</w:del>"
    )
    return in_body("deleted_field", words, para(run("By ") + content), kind="deletion")


@maker(Surface.REVISIONS)
def deleted_equation(words: Words) -> Case:
    content = f"<m:oMath><w:del {_WHO}><m:r><m:t>{words.secret}</m:t></m:r></w:del></m:oMath>"
    return in_body("deleted_equation", words, para(content), kind="deletion")


@maker(Surface.CHANGE_RECORDS)
def changed_table(words: Words) -> Case:
    who = _who(words)
    content = (
        f"<w:tbl><w:tblPr><w:tblPrChange {who}><w:tblPr/></w:tblPrChange></w:tblPr><w:tblGrid><w:gridCol w:w='900'/>"
        f"<w:tblGridChange w:id='1'><w:tblGrid/></w:tblGridChange></w:tblGrid><w:tr><w:tblPrEx><w:tblPrExChange {who}>"
        f"<w:tblPrEx/></w:tblPrExChange></w:tblPrEx><w:trPr><w:trPrChange {who}><w:trPr/></w:trPrChange></w:trPr><w:tc>"
        f"<w:tcPr><w:tcPrChange {who}><w:tcPr/></w:tcPrChange></w:tcPr>{line('cell')}</w:tc></w:tr></w:tbl>"
    )
    return in_body("changed_table", words, content, outcome=Outcome.DROPPED, keep=("cell",))


@maker(Surface.CHANGE_RECORDS)
def changed_section_and_list(words: Words) -> Case:
    who = _who(words)
    marked = para(
        run("item"),
        f"<w:numPr><w:ins {who}/><w:numberingChange {who} w:original='%1:{words.last}'/></w:numPr>",
    )
    section = f"<w:sectPrChange {who}><w:sectPr/></w:sectPrChange>"
    data = package(words.kept + marked, section=section)
    return Case("changed_section_and_list", words, data, Outcome.DROPPED, keep=("item",))


@maker(Surface.CHANGE_RECORDS)
def changed_style_and_mark(words: Words) -> Case:
    """The old formatting names a style with the secret, and the paragraph mark has an author."""
    mark = f'<w:rPr><w:ins {_who(words)}/></w:rPr><w:pPrChange {_who(words)}><w:pPr><w:pStyle w:val="{words.last}"/></w:pPr></w:pPrChange>'
    return in_body("changed_style_and_mark", words, para(run("x"), mark), outcome=Outcome.DROPPED)


@maker(Surface.REVISIONS)
def custom_xml_ranges(words: Words) -> Case:
    content = (
        f'<w:customXmlInsRangeStart {_who(words)}/><w:customXml w:uri="{words.last}" w:element="{words.first}">'
        f"{line(words.secret)}</w:customXml><w:customXmlInsRangeEnd w:id='1'/>"
    )
    return in_body("custom_xml_ranges", words, content)
