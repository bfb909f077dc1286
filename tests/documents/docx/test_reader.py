# SPDX-License-Identifier: MIT
"""The text model of a Word document: what its text is, where it stands, and what a person is asked."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import docx
import pytest

from reviewer.documents.docx.reader import DocxSource, read_docx
from reviewer.errors import (
    DamagedFile,
    EmptyFile,
    HostileContent,
    LimitExceeded,
    UnsupportedContent,
    UnsupportedFormat,
)
from reviewer.model.document import Choice, Format, Language, ProblemKind, Span, StoryKind
from tests.corpus.docx.pack import Rel, line, package, para, part, run, table

PATH = Path("minutes.docx")


def read(data: bytes) -> DocxSource:
    return read_docx(data, path=PATH)


def body(content: str) -> str:
    return read(package(content)).document.story("body").text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (line("one") + line("two"), "one\ntwo"),
        (line("one") + para("") + line("two"), "one\n\ntwo"),
        (table([line("a"), line("b")], [line("c"), line("d")]), "a\tb\nc\td"),
        (table([line("a") + line("b"), para("")]), "a\nb\t"),
        (line("x") + table([line("a")]) + line("y"), "x\na\ny"),
        (para(run("a") + "<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>"), "a\tb\nc"),
        (para("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/></w:r>"), "a\u2011b\u00ad"),
        (para('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'), "\uf0fc"),
        (para('<w:r><w:sym w:font="Arial" w:char="0041"/><w:sym w:char="zz"/></w:r>'), "A"),
        (para(run("a") + f"<w:ins w:id='1'>{run('b')}</w:ins><w:del w:id='2'>{run('c')}</w:del>"), "ab"),
        (para(run("a"), "<w:rPr><w:del w:id='1'/></w:rPr>") + line("b"), "ab"),
        (para(f"<w:sdt><w:sdtContent>{run('in')}</w:sdtContent></w:sdt>"), "in"),
    ],
)  # fmt: skip
def test_text_of_the_body(content: str, text: str) -> None:
    assert body(content) == text


def test_a_document_says_what_it_is() -> None:
    data = package(line("Le comité a adopté le compte rendu de la réunion précédente sans modification."))
    document = read(data).document
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert (document.format, document.pages, document.language) == (Format.DOCX, None, Language.FR)
    assert document.story("body").language is Language.FR
    assert document.problems == ()


def test_locate_leads_to_the_nodes() -> None:
    source = read(package(para(run("Ann ") + run("Example")) + table([line("x"), line("y")])))
    found = source.locate(Span("body", 2, 6))
    assert [(each.start, each.end) for each in found] == [(2, 4), (0, 2)]
    assert all(each.part == "word/document.xml" for each in found)
    assert found[0].path.endswith("w:r[1]/w:t")
    text = source.document.story("body").text
    assert source.locate(Span("body", text.index("\t"), text.index("\t") + 1)) == ()
    assert source.locate(Span("no such story", 0, 1)) == ()


def test_locate_in_an_attribute() -> None:
    content = table([line("a")], properties='<w:tblCaption w:val="Participants"/>')
    [found] = read(package(content)).locate(Span("alt_text:document:1", 0, 4))
    assert found.path.endswith("/@val")


def test_stories_and_questions_of_a_document_with_everything() -> None:
    content = (
        para(run("shown") + run("hidden", "<w:vanish/>"))
        + para(
            f'<w:ins w:id="1">{run("new")}</w:ins><w:del w:id="2"><w:r><w:delText>old</w:delText></w:r></w:del>'
        )
        + para(f'<w:hyperlink r:id="rId1">{run("site")}</w:hyperlink>')
        + para('<w:r><w:object><o:OLEObject r:id="rId2"/></w:object></w:r>')
    )
    rels = [
        Rel("rId1", "hyperlink", "https://www.example.org/a%20b", external=True),
        Rel("rId3", "comments", "comments.xml"),
    ]
    comments = part("comments", f'<w:comment w:id="0" w:author="Ann Example">{line("Why?")}</w:comment>')
    document = read(package(content, rels=rels, parts={"word/comments.xml": comments})).document
    texts = {story.id: story.text for story in document.stories}
    assert texts == {
        "body": "shown\nnew\nsite\n",
        "hidden:document:1": "hidden",
        "deletion:document:1": "old",
        "link_target:document:1": "https://www.example.org/a b",
        "comment:1": "Ann Example\nWhy?",
    }
    assert {story.id for story in document.stories if story.visible} == {"body"}
    asked = {problem.id: (problem.choices, problem.safe, problem.count) for problem in document.problems}
    assert asked == {
        "tracked_changes": ((Choice.ACCEPT, Choice.STOP), Choice.ACCEPT, 2),
        "comments": ((Choice.LEAVE_OUT,), Choice.LEAVE_OUT, 1),
        "hidden_text": ((Choice.LEAVE_OUT,), Choice.LEAVE_OUT, 1),
        "links": ((Choice.LEAVE_OUT, Choice.KEEP), Choice.LEAVE_OUT, 1),
        "object:ole:1": ((Choice.REMOVE,), Choice.REMOVE, 1),
    }


def test_what_is_in_a_comment_raises_no_question_of_its_own() -> None:
    content = para(
        run("see ", "<w:vanish/>")
        + '<w:del w:id="1"><w:r><w:delText>old</w:delText></w:r></w:del>'
        + f'<w:hyperlink r:id="rId1">{run("site")}</w:hyperlink>'
        + '<w:r><w:pict><v:shape><v:imagedata r:id="rId2"/></v:shape></w:pict></w:r>'
    )
    comments = part("comments", f'<w:comment w:id="0">{content}{line("more")}</w:comment>')
    rels = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    rows = (
        Rel("rId1", "hyperlink", "https://www.example.org/", external=True).xml
        + Rel("rId2", "image", "a.png").xml
    )
    data = package(
        line("a"),
        rels=[Rel("rId1", "comments", "c.xml")],
        parts={"word/c.xml": comments, "word/_rels/c.xml.rels": rels.format(rows), "word/a.png": b"x"},
    )
    document = read(data).document
    assert document.story("comment:1").text == "see oldsite\nmore"
    assert [problem.id for problem in document.problems] == ["tracked_changes", "comments"]


def test_one_question_for_each_image_however_often_it_is_used() -> None:
    drawing = (
        '<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="1" name="n" descr="A map"/>'
        '<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId1"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )  # fmt: skip
    data = package(
        para(drawing) + para(drawing),
        rels=[Rel("rId1", "image", "media/a.png")],
        parts={"word/media/a.png": b"x"},
    )
    document = read(data).document
    [problem] = document.problems
    assert (problem.id, problem.kind, problem.safe, problem.count) == (
        "image:1",
        ProblemKind.IMAGE,
        Choice.REMOVE,
        2,
    )
    assert [story.text for story in document.stories if story.kind is StoryKind.ALT_TEXT] == [
        "A map",
        "A map",
    ]


def test_a_linked_header_is_one_story() -> None:
    section = '<w:headerReference w:type="default" r:id="rId1"/>'
    content = para("", f"<w:sectPr>{section}</w:sectPr>") + line("x")
    parts = {"word/header1.xml": part("hdr", line("PROTECTED A / PROTÉGÉ A"))}
    data = package(content, rels=[Rel("rId1", "header", "header1.xml")], parts=parts, section=section)
    headers = [story for story in read(data).document.stories if story.kind is StoryKind.HEADER]
    assert [(story.id, story.text, story.visible) for story in headers] == [
        ("header:1", "PROTECTED A / PROTÉGÉ A", True)
    ]


def test_vanish_is_a_toggle_over_styles() -> None:
    styles = part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="P" w:default="1"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="C"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>',
    )
    content = (
        para(run("one"))
        + para(run("two", '<w:rStyle w:val="C"/>'))
        + para(run("three", '<w:vanish w:val="0"/>'))
        + para(run("four"), '<w:pStyle w:val="Loop"/>')
    )
    rels = [Rel("rId1", "styles", "styles.xml")]
    document = read(package(content, rels=rels, parts={"word/styles.xml": styles})).document
    assert document.story("body").text == "\ntwo\nthree\nfour"
    assert document.story("hidden:document:1").text == "one"


def test_properties_have_ids_of_their_own_names() -> None:
    made = docx.Document()
    made.core_properties.author = "Ann Example"
    made.core_properties.title = "Plan"
    buffer = io.BytesIO()
    made.save(buffer)
    document = read(buffer.getvalue()).document
    assert document.story("property:core:creator").text == "Ann Example"
    assert document.story("property:core:title").text == "Plan"


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"PK\x03\x04 no zip", DamagedFile),
        (package("")[:400], DamagedFile),
        (package("", parts={"word/document.xml": "<w:document"}), DamagedFile),
        (package("", parts={"word/document.xml": "<x/>"}), UnsupportedFormat),
        (package("", parts={"_rels/.rels": "<x/>"}), DamagedFile),
        (package("", parts={"word/document.xml": "<!DOCTYPE x><x/>"}), HostileContent),
        (package(line("x") + "loose"), UnsupportedContent),
        (
            package("<w:p>" + "<w:sdt><w:sdtContent>" * 300 + "</w:sdtContent></w:sdt>" * 300 + "</w:p>"),
            DamagedFile,
        ),
        (package(line("a" * 3_000_000)), LimitExceeded),
        (package(""), EmptyFile),
        (package(para("") + para(run(" "))), EmptyFile),
    ],
)
def test_bad_files_are_refused(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        read(data)


def test_deep_nesting_is_read() -> None:
    deep = line("deep")
    for _ in range(40):
        deep = table([deep + para("")])
    assert "deep" in body(deep)


def test_an_error_names_no_untrusted_part() -> None:
    section = '<w:headerReference w:type="default" r:id="rId1"/>'
    data = package(
        line("x"),
        rels=[Rel("rId1", "header", "Quillfeather.xml")],
        parts={"word/Quillfeather.xml": "<!DOCTYPE x><x/>"},
        section=section,
    )
    with pytest.raises(HostileContent) as caught:
        read(data)
    assert "Quillfeather" not in str(caught.value)
