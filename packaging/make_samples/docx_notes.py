# SPDX-License-Identifier: MIT
"""Adds the comments and the footnotes of a DOCX sample."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn
from docx.text.run import Run

if TYPE_CHECKING:
    import datetime as dt

    from docx.document import Document

SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
    "</w:footnote>"
)
FOOTNOTE = (
    '<w:footnote w:id="{number}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    '<w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>'
)


def add_footnotes(document: Document, notes: list[str]) -> None:
    """Add the part with the footnotes; each note is written `number text`."""
    if not notes:
        return
    body = "".join(
        FOOTNOTE.format(number=number, text=escape(text))
        for number, text in (note.split(" ", 1) for note in notes)
    )
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<w:footnotes {nsdecls('w')}>{SEPARATORS}{body}</w:footnotes>"
    )
    part = Part(
        PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, xml.encode(), document.part.package
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def add_comments(document: Document, comments: list[str], when: dt.datetime) -> None:
    """Add the comments at the runs that wait for them; each is written `number author|initials|text`."""
    for comment in comments:
        number, rest = comment.split(" ", 1)
        author, initials, text = rest.split("|")
        for run in [r for r in document.element.body.iter(qn("w:r")) if r.get("comment") == number]:
            del run.attrib["comment"]
            runs = Run(run, document.paragraphs[0])
            added = document.add_comment(runs, text=text, author=author, initials=initials)
            added._comment_elm.set(qn("w:date"), when.strftime("%Y-%m-%dT%H:%M:%SZ"))
