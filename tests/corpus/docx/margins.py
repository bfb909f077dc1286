# SPDX-License-Identifier: MIT
"""Secrets in headers, footers, notes and comments."""

from __future__ import annotations

from tests.corpus.docx.case import Case, Outcome, Surface, Words, maker
from tests.corpus.docx.pack import (
    Rel,
    line,
    package,
    para,
    part,
    run,
)


def _header(words: Words, name: str, kind: str, page: str, *, refer: bool = True) -> Case:
    root = {"header": "hdr", "footer": "ftr"}[kind]
    reference = f'<w:{kind}Reference w:type="{page}" r:id="rId9"/>' if refer else ""
    data = package(
        words.kept,
        rels=[Rel("rId9", kind, f"{kind}7.xml")],
        parts={f"word/{kind}7.xml": part(root, line(f"About {words.secret}"))},
        section=reference,
    )
    outcome = Outcome.FOUND if refer else Outcome.DROPPED
    return Case(name, words, data, outcome, kind if refer else "")


def _notes(kind: str, content: str, *extra: str) -> str:
    return part(f"{kind}s", f'<w:{kind} w:id="5">{content}</w:{kind}>' + "".join(extra))


@maker(Surface.HEADERS)
def header_default(words: Words) -> Case:
    return _header(words, "header_default", "header", "default")


@maker(Surface.HEADERS)
def header_first(words: Words) -> Case:
    return _header(words, "header_first", "header", "first")


@maker(Surface.HEADERS)
def footer_even(words: Words) -> Case:
    return _header(words, "footer_even", "footer", "even")


@maker(Surface.HEADERS)
def header_unreachable(words: Words) -> Case:
    return _header(words, "header_unreachable", "header", "default", refer=False)


@maker(Surface.NOTES, numbers=True)
def footnote(words: Words) -> Case:
    body = words.kept + para(run("see") + '<w:r><w:footnoteReference w:id="5"/></w:r>')
    notes = _notes("footnote", para("<w:r><w:footnoteRef/></w:r>" + run(f" Said by {words.secret}")))
    data = package(
        body, rels=[Rel("rId3", "footnotes", "footnotes.xml")], parts={"word/footnotes.xml": notes}
    )
    return Case("footnote", words, data, kind="footnote")


@maker(Surface.NOTES)
def endnote(words: Words) -> Case:
    body = words.kept + para('<w:r><w:endnoteReference w:id="5"/></w:r>')
    data = package(
        body,
        rels=[Rel("rId3", "endnotes", "endnotes.xml")],
        parts={"word/endnotes.xml": _notes("endnote", line(words.secret))},
    )
    return Case("endnote", words, data, kind="endnote")


@maker(Surface.NOTES)
def footnote_unreachable(words: Words) -> Case:
    separator = f'<w:footnote w:type="separator" w:id="-1">{line(words.secret)}</w:footnote>'
    data = package(
        words.kept,
        rels=[Rel("rId3", "footnotes", "footnotes.xml")],
        parts={"word/footnotes.xml": _notes("footnote", line(words.secret), separator)},
    )
    return Case("footnote_unreachable", words, data, Outcome.DROPPED)


@maker(Surface.COMMENTS, numbers=True)
def comment(words: Words) -> Case:
    body = words.kept + para(
        f'<w:commentRangeStart w:id="0"/>{run("x")}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    )
    comments = part(
        "comments",
        f'<w:comment w:id="0" w:author="{words.secret}" w:initials="Q">{line(words.secret)}</w:comment>',
    )
    people = f'<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:person w15:author="{words.secret}"/></w15:people>'
    data = package(
        body,
        rels=[
            Rel("rId3", "comments", "comments.xml"),
            Rel("rId4", "http://schemas.microsoft.com/office/2011/relationships/people", "people.xml"),
        ],
        parts={"word/comments.xml": comments, "word/people.xml": people},
    )
    return Case("comment", words, data, kind="comment")


@maker(Surface.HEADERS)
def header_by_two_names(words: Words) -> Case:
    """One part under two spellings of its name: two readings of the same characters."""
    data = package(
        words.kept,
        rels=[Rel("rId1", "header", "header1.xml"), Rel("rId2", "header", "HEADER1.xml")],
        parts={"word/header1.xml": part("hdr", line(words.secret))},
        section='<w:headerReference w:type="default" r:id="rId1"/><w:headerReference w:type="first" r:id="rId2"/>',
    )
    return Case("header_by_two_names", words, data, Outcome.REFUSED, error="UnsupportedContent")
