# SPDX-License-Identifier: MIT
"""More of headers, footers, notes and comments: every place of them, and the parts that go with them."""

from __future__ import annotations

from collections.abc import Mapping

from tests.corpus.docx.case import Case, Outcome, Surface, Words, maker
from tests.corpus.docx.graphics import vml
from tests.corpus.docx.pack import REL, Rel, complex_field, line, package, para, part, rels_xml, run, table

_OFFICE_2011 = "http://schemas.microsoft.com/office/2011/relationships"
_OFFICE_2016 = "http://schemas.microsoft.com/office/2016/09/relationships"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"


def _with_header(name: str, words: Words, content: str, kind: str = "header", **parts: str) -> Case:
    root = {"header": "hdr", "footer": "ftr"}[kind]
    data = package(
        words.kept,
        rels=[Rel("rId9", kind, f"{kind}1.xml")],
        parts={f"word/{kind}1.xml": part(root, content), **parts},
        section=f'<w:{kind}Reference w:type="default" r:id="rId9"/>',
    )
    return Case(name, words, data, kind=kind)


@maker(Surface.HEADERS, numbers=True)
def header_table(words: Words) -> Case:
    return _with_header("header_table", words, table([line(words.first), line(words.last)]) + para(""))


@maker(Surface.HEADERS)
def footer_with_page_field(words: Words) -> Case:
    content = para(run(f"{words.secret} ") + complex_field(" PAGE ", run("3")))
    return _with_header("footer_with_page_field", words, content, "footer")


@maker(Surface.HEADERS)
def header_of_an_early_section(words: Words) -> Case:
    """The last section has no header of its own: it shows the one of the section before."""
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId9"/></w:sectPr>'
    data = package(
        words.kept + para(run("end of part"), section) + line("part two"),
        rels=[Rel("rId9", "header", "header1.xml")],
        parts={"word/header1.xml": part("hdr", line(words.secret))},
    )
    return Case("header_of_an_early_section", words, data, kind="header", keep=("part two",))


@maker(Surface.HEADERS, numbers=True)
def three_headers(words: Words) -> Case:
    kinds = ("default", "first", "even")
    data = package(
        words.kept,
        rels=[Rel(f"rId{n}", "header", f"header{n}.xml") for n, _ in enumerate(kinds)],
        parts={
            f"word/header{n}.xml": part("hdr", line(f"{kind} {words.secret}")) for n, kind in enumerate(kinds)
        },
        section="".join(f'<w:headerReference w:type="{k}" r:id="rId{n}"/>' for n, k in enumerate(kinds))
        + "<w:titlePg/>",
    )
    return Case("three_headers", words, data, kind="header")


@maker(Surface.HEADERS)
def watermark_in_header(words: Words) -> Case:
    shape = (
        f'<w:r><w:pict><v:shapetype id="t136" path="m0,0"/><v:shape id="PowerPlusWaterMarkObject" type="#t136" alt="{words.secret}">'
        f'<v:textpath style="font-family:&quot;Calibri&quot;" string="{words.secret}"/></v:shape></w:pict></w:r>'
    )
    case = _with_header("watermark_in_header", words, para(shape))
    return Case(case.name, words, case.data, kind="text_box")


@maker(Surface.HEADERS)
def box_in_footer(words: Words) -> Case:
    case = _with_header("box_in_footer", words, para(f"<w:r>{vml(words.secret)}</w:r>"), "footer")
    return Case(case.name, words, case.data, kind="text_box")


@maker(Surface.LINKS)
def link_in_header(words: Words) -> Case:
    rels = rels_xml([Rel("rId4", "hyperlink", f"https://www.example.org/{words.last}", external=True)])
    content = para(f'<w:hyperlink r:id="rId4">{run("site")}</w:hyperlink>')
    case = _with_header("link_in_header", words, content, **{"word/_rels/header1.xml.rels": rels})
    return Case(case.name, words, case.data, kind="link_target", keep=("site",), secrets=(words.last,))


def _noted(name: str, words: Words, notes: str, kind: str = "footnote", **options: object) -> Case:
    body = words.kept + para(run("see") + f'<w:r><w:{kind}Reference w:id="5"/></w:r>')
    parts: Mapping[str, str] = {f"word/{kind}s.xml": part(f"{kind}s", notes)}
    data = package(body, rels=[Rel("rId3", f"{kind}s", f"{kind}s.xml")], parts=parts)
    return Case(name, words, data, **{"kind": kind, **options})  # type: ignore[arg-type]


@maker(Surface.NOTES, numbers=True)
def footnote_split(words: Words) -> Case:
    letters = "".join(run(letter, "<w:i/>" if n % 2 else "") for n, letter in enumerate(words.secret))
    return _noted("footnote_split", words, f'<w:footnote w:id="5">{para(letters)}</w:footnote>')


@maker(Surface.NOTES)
def footnote_table(words: Words) -> Case:
    content = table([line(words.first), line(words.last)]) + para("")
    return _noted("footnote_table", words, f'<w:footnote w:id="5">{content}</w:footnote>')


@maker(Surface.NOTES)
def endnote_over_paragraphs(words: Words) -> Case:
    content = line(f"Said by {words.first}") + line(f"{words.last} in May")
    return _noted("endnote_over_paragraphs", words, f'<w:endnote w:id="5">{content}</w:endnote>', "endnote")


@maker(Surface.NOTES)
def note_separators(words: Words) -> Case:
    kinds = ("separator", "continuationSeparator", "continuationNotice")
    extra = "".join(
        f'<w:footnote w:type="{kind}" w:id="{n}">{line(words.secret)}</w:footnote>'
        for n, kind in enumerate(kinds)
    )
    content = f'{extra}<w:footnote w:id="5">{line("A note.")}</w:footnote>'
    return _noted("note_separators", words, content, outcome=Outcome.DROPPED, keep=("A note.",))


@maker(Surface.NOTES)
def note_in_a_note(words: Words) -> Case:
    """A footnote that is referred to only in a footnote."""
    inner = f'<w:footnote w:id="6">{line(words.secret)}</w:footnote>'
    reference = '<w:r><w:footnoteReference w:id="6"/></w:r>'
    outer = f'<w:footnote w:id="5">{para(run("n") + reference)}</w:footnote>'
    return _noted("note_in_a_note", words, outer + inner, pages=False)


def _comment_parts(words: Words) -> tuple[list[Rel], dict[str, str]]:
    """The four parts that newer versions keep beside the comments."""
    extended = f'<w15:commentsEx xmlns:w15="{_W15}"><w15:commentEx w15:paraId="11111111" w15:done="0" w15:x="{words.secret}"/></w15:commentsEx>'
    people = (
        f'<w15:people xmlns:w15="{_W15}"><w15:person w15:author="{words.secret}">'
        f'<w15:presenceInfo w15:providerId="AD" w15:userId="{words.last}@mail.example"/></w15:person></w15:people>'
    )
    ids = f'<w16cid:commentsIds xmlns:w16cid="http://schemas.microsoft.com/office/word/2016/wordml/cid"><w16cid:commentId w16cid:paraId="11111111" w16cid:x="{words.secret}"/></w16cid:commentsIds>'
    extensible = f'<w16cex:commentsExtensible xmlns:w16cex="http://schemas.microsoft.com/office/word/2018/wordml/cex"><w16cex:x name="{words.secret}">{words.secret}</w16cex:x></w16cex:commentsExtensible>'
    rels = [
        Rel("rId4", f"{_OFFICE_2011}/commentsExtended", "commentsExtended.xml"),
        Rel("rId5", f"{_OFFICE_2011}/people", "people.xml"),
        Rel("rId6", f"{_OFFICE_2016}/commentsIds", "commentsIds.xml"),
        Rel("rId7", f"{_OFFICE_2016}/commentsExtensible", "commentsExtensible.xml"),
    ]
    contents = {
        "commentsExtended": extended,
        "people": people,
        "commentsIds": ids,
        "commentsExtensible": extensible,
    }
    return rels, {f"word/{name}.xml": content for name, content in contents.items()}


@maker(Surface.COMMENTS, numbers=True)
def comment_with_all_parts(words: Words) -> Case:
    rels, parts = _comment_parts(words)
    comments = part(
        "comments",
        f'<w:comment w:id="0" w:author="{words.secret}" w:initials="{words.first[0]}" w:date="2026-01-01T00:00:00Z">'
        f'<w:p w14:paraId="11111111">{run(words.first)}{run(" " + words.last)}</w:p></w:comment>'
        f'<w:comment w:id="1" w:author="X">{line("A reply to " + words.secret)}</w:comment>',
    )
    body = words.kept + para(run("x") + '<w:r><w:commentReference w:id="0"/></w:r>')
    data = package(
        body,
        rels=[Rel("rId3", "comments", "comments.xml"), *rels],
        parts={"word/comments.xml": comments, **parts},
    )
    return Case("comment_with_all_parts", words, data, kind="comment")


@maker(Surface.COMMENTS)
def comment_without_a_reference(words: Words) -> Case:
    comments = part("comments", f'<w:comment w:id="9" w:author="X">{line(words.secret)}</w:comment>')
    data = package(
        words.kept, rels=[Rel("rId3", "comments", "comments.xml")], parts={"word/comments.xml": comments}
    )
    return Case("comment_without_a_reference", words, data, kind="comment")


@maker(Surface.COMMENTS)
def comment_with_a_table(words: Words) -> Case:
    content = table([line(words.first), line(words.last)]) + para("")
    comments = part("comments", f'<w:comment w:id="0" w:author="X">{content}</w:comment>')
    body = words.kept + para('<w:r><w:commentReference w:id="0"/></w:r>')
    data = package(
        body, rels=[Rel("rId3", "comments", "comments.xml")], parts={"word/comments.xml": comments}
    )
    return Case("comment_with_a_table", words, data, kind="comment")


@maker(Surface.COMMENTS)
def comment_with_a_link(words: Words) -> Case:
    link = para(f'<w:hyperlink r:id="rId1">{run(words.secret)}</w:hyperlink>')
    comments = part("comments", f'<w:comment w:id="0">{link}</w:comment>')
    rels = rels_xml([Rel("rId1", f"{REL}/hyperlink", f"mailto:{words.last}@mail.example", external=True)])
    data = package(
        words.kept + para('<w:r><w:commentReference w:id="0"/></w:r>'),
        rels=[Rel("rId3", "comments", "comments.xml")],
        parts={"word/comments.xml": comments, "word/_rels/comments.xml.rels": rels},
    )
    return Case("comment_with_a_link", words, data, kind="comment")
