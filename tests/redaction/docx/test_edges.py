# SPDX-License-Identifier: MIT
"""Odd but readable documents: the reader and the writer must agree on every character of them."""

from __future__ import annotations

import re

import pytest

from reviewer.documents.uris import unquoted
from reviewer.errors import CannotRedact, HostileContent, UnsupportedContent
from reviewer.model.document import Language
from reviewer.redaction.docx.writer import write_docx
from reviewer.redaction.note import ReaderNote
from tests.corpus.docx.pack import NS, Rel, line, package, para, part, run, table
from tests.redaction.docx.checks import LABEL, entries, expected_texts, plan_for, read, shown_texts

DELETED = '<w:del w:id="1"><w:r><w:delText>gone</w:delText></w:r></w:del>'
MARK = '<w:rPr><w:del w:id="2"/></w:rPr>'
BEGIN, SEPARATE, END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)
PAGE = "<w:r><w:instrText> PAGE </w:instrText></w:r>"
BOX = f"<wps:txbx><w:txbxContent>{line('in a box')}</w:txbxContent></wps:txbx>"


def drawn(content: str) -> str:
    return (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="n"/><a:graphic><a:graphicData uri="urn:x">'
        f"{content}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def alternate(content: str) -> str:
    return f'<mc:AlternateContent><mc:Choice Requires="zz"/><mc:Fallback>{content}</mc:Fallback></mc:AlternateContent>'


ODD = {
    "a deleted paragraph between blocks": line("a") + f'<w:del w:id="1">{line("x")}</w:del>' + line("b"),
    "a mark deleted before a deleted paragraph": para(run("a"), MARK) + f'<w:del w:id="1">{line("x")}</w:del>',
    "a mark deleted before a table": para(run("a"), MARK) + table([line("b")]),
    "three paragraphs joined": para(run("a"), MARK) + para(run("b"), MARK) + line("c"),
    "a table that is deleted": line("a")
    + f'<w:tbl><w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>{line("x")}</w:tc></w:tr></w:tbl>'
    + line("b"),
    "an empty cell": '<w:tbl><w:tr><w:tc/><w:tc><w:permStart w:id="1"/></w:tc></w:tr></w:tbl>' + line("a"),
    "a block-level equation": "<m:oMathPara><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></m:oMathPara>" + line("y"),
    "two deletions side by side": para(run("a") + DELETED + DELETED + run("b") + DELETED),
    "a content control without content": "<w:sdt><w:sdtPr/></w:sdt>" + line("a"),
    "blocks in a branch": alternate(line("a")) + line("b"),
    "a branch nobody understands": para(
        run("a") + '<mc:AlternateContent><mc:Choice Requires="zz"/></mc:AlternateContent>'
    ),
    "runs in a branch": para(f"<w:r>{alternate('<w:t>a</w:t>')}</w:r>"),
    "a subdocument among runs": para(run("a") + '<w:subDoc r:id="rId9"/>'),
    "a separator and an end without a field": para(SEPARATE + run("a") + END),
    "a field over runs of two parents": para(BEGIN + PAGE + f"<w:smartTag>{SEPARATE}{run('3')}{END}</w:smartTag>"),
    "a page field around a link": para(BEGIN + PAGE + SEPARATE + f"<w:hyperlink>{run('3')}</w:hyperlink>" + END),
    "a page field around a field": para(
        BEGIN + PAGE + SEPARATE + BEGIN + PAGE + SEPARATE + run("3") + END + END
    ),
    "a page field with a picture": para(BEGIN + PAGE + SEPARATE + drawn("<wps:wsp/>") + END + run("a")),
    "a deleted page field": para(f'<w:del w:id="1">{BEGIN}{PAGE}{SEPARATE}{run("3")}{END}</w:del>' + run("a")),
    "a field without result": para(BEGIN + PAGE + END + run("a")),
    "a drawing in an instruction": para(BEGIN + drawn(f"<wps:wsp>{BOX}</wps:wsp>") + SEPARATE + run("a") + END),
    "a note in an instruction": para(BEGIN + '<w:r><w:footnoteReference w:id="1"/></w:r>' + SEPARATE + run("a") + END),
    "an empty ruby": para("<w:r><w:ruby><w:rubyBase/></w:ruby><w:t>a</w:t></w:r>"),
    "a ticked box": para(
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>'
        "</w:ffData></w:fldChar></w:r>" + END
    ),
    "a box that is not ticked": para(
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox>'
        "</w:ffData></w:fldChar></w:r>" + END
    ),
    "unknown things without text": table([line("a")]).replace("</w:tr>", "<w:new/></w:tr><w:new/>")
    + para(run("b") + "<w:r><w:new/></w:r><w:new/>"),
    "an object in a deletion": para(f'<w:del w:id="1"><w:r><w:object/></w:r></w:del>{run("a")}'),
    "a hidden chart": para(f"<w:r><w:rPr><w:vanish/></w:rPr>{drawn('<c:chart/>')[5:-6]}</w:r>{run('a')}"),
    "a hidden picture": para(
        "<w:r><w:rPr><w:vanish/></w:rPr>"
        + drawn("<pic:pic><a:blip r:embed='r'/></pic:pic>").removeprefix("<w:r>")
        + run("a")
    ),
    "hidden word art": para(
        '<w:r><w:rPr><w:vanish/></w:rPr><w:pict><v:shape alt="x"><v:textpath string="x"/></v:shape></w:pict></w:r>'
        + run("a")
    ),
    "word art without words": para('<w:r><w:pict><v:shape><v:textpath/></v:shape></w:pict></w:r>' + run("a")),
    "word art": para('<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>' + run("a")),
    "a linked VML picture": para('<w:r><w:pict><v:shape><v:imagedata r:href="x"/></v:shape></w:pict></w:r>' + run("a")),
    "an empty link": para('<w:bookmarkStart w:id="1" w:name="x"/><w:hyperlink w:anchor="x"/>' + run("a")),
    "a note twice": para('<w:r><w:footnoteReference w:id="1"/><w:footnoteReference w:id="1"/></w:r>' + run("a")),
    "tables as deep as the parser goes": "".join("<w:tbl><w:tr><w:tc>" for _ in range(80))
    + line("a")
    + "".join("</w:tc></w:tr></w:tbl><w:p/>" for _ in range(80)),
}  # fmt: skip


@pytest.mark.parametrize("content", ODD.values(), ids=ODD)
def test_what_is_read_is_what_is_written(content: str) -> None:
    source = read(package(content))
    plan = plan_for(source, ())
    placeholder = re.compile(r"\[(?:object|image|chart|diagram|handwriting) removed\]")
    shown = [(kind, placeholder.sub("", text)) for kind, text in shown_texts(write_docx(source, plan).data)]
    assert shown == expected_texts(source, plan)


def test_parts_that_are_missing_are_no_reason_to_stop() -> None:
    kinds = (
        "header",
        "footer",
        "footnotes",
        "endnotes",
        "comments",
        "numbering",
        "styles",
        "settings",
        "theme",
    )
    rels = [Rel(f"rId{number}", kind, f"{kind}.xml") for number, kind in enumerate(kinds, 1)]
    content = para(run("a") + '<w:r><w:footnoteReference w:id="1"/></w:r>')
    section = '<w:headerReference w:type="default" r:id="rId1"/>'
    roots = [Rel("rId2", "custom-properties", "docProps/custom.xml")]
    source = read(package(content, rels=rels, section=section, root_rels=roots))
    copy = write_docx(source, plan_for(source, ())).data
    assert [text for _kind, text in shown_texts(copy)] == ["a"]


def test_a_comment_without_an_author_is_its_text() -> None:
    comments = part("comments", f'<w:comment w:id="0">{line("Why?")}</w:comment>')
    source = read(package(line("a"), rels=[Rel("rId1", "comments", "c.xml")], parts={"word/c.xml": comments}))
    assert source.document.story("comment:1").text == "Why?"


def test_a_label_takes_the_place_of_a_tab_or_a_line_break() -> None:
    source = read(package(para("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>")))
    plan = plan_for(source, ())
    from reviewer.redaction.plan import Removal

    plan.removals["body"] = (Removal(1, 2, LABEL),)  # type: ignore[index]
    assert shown_texts(write_docx(source, plan).data) == [("body", f"a{LABEL}b")]


def test_the_note_takes_the_heading_style_of_the_source() -> None:
    styles = part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="twice"/></w:style>'
        '<w:style w:type="numbering" w:styleId="L"><w:name w:val="Mine"/></w:style>',
    )
    numbering = part(
        "numbering",
        '<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    rels = [Rel("rId1", "styles", "styles.xml"), Rel("rId2", "numbering", "numbering.xml")]
    parts = {"word/styles.xml": styles, "word/numbering.xml": numbering}
    source = read(package(line("a"), rels=rels, parts=parts))
    note = ReaderNote(Language.EN, "Note", ("Text.",))
    made = dict(entries(write_docx(source, plan_for(source, (), note=note)).data))
    assert b'w:pStyle w:val="Heading1"' in made["word/document.xml"]
    assert made["word/styles.xml"].count(b'w:styleId="Heading1"') == 1
    assert b'w:styleLink w:val="Style3"' in made["word/numbering.xml"]


def test_text_that_no_writer_can_place_refuses_the_copy() -> None:
    """A shape with two text boxes is no shape of Word; both are read, one could be written."""
    source = read(package(para(drawn(f"<wps:wsp>{BOX}{BOX}</wps:wsp>"))))
    with pytest.raises(CannotRedact):
        write_docx(source, plan_for(source, ()))


def test_word_text_in_an_unknown_graphic_refuses_the_document() -> None:
    with pytest.raises(UnsupportedContent):
        read(package(para(drawn(f'<x:y xmlns:x="urn:x">{line("text")}</x:y>'))))


def test_a_newer_extension_is_read_through_its_fallback() -> None:
    """Word writes an emoji as w16se:symEx, whose character is in an attribute, with plain text as the fallback."""
    content = (
        '<mc:AlternateContent xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex">'
        '<mc:Choice Requires="w16se"><w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="1F60F"/></mc:Choice>'
        "<mc:Fallback><w:t>😏</w:t></mc:Fallback></mc:AlternateContent>"
    )
    source = read(package(para(run("a") + f"<w:r>{content}</w:r>")))
    assert shown_texts(write_docx(source, plan_for(source, ())).data) == [("body", "a😏")]


def test_strict_attributes_are_understood() -> None:
    content = para(run("seen") + run("not", '<w:vanish w:val="true"/>'))
    document = part("document", f"<w:body>{content}</w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    stories = read(package("", parts={"word/document.xml": document})).document.stories
    assert {story.id: story.text for story in stories} == {"body": "seen", "hidden:document:1": "not"}


def test_a_doctype_in_another_encoding_is_found() -> None:
    text = f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x><w:document {NS}/>'
    with pytest.raises(HostileContent):
        read(package("", parts={"word/document.xml": text.encode("utf-16")}))


def test_addresses_are_decoded_however_often_they_were_encoded() -> None:
    assert unquoted("a%2520b") == "a b"
    assert unquoted("%" + "25" * 20 + "41") != ""
