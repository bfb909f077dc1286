# SPDX-License-Identifier: MIT
"""Writes the pieces of one paragraph as runs, links, tracked changes and hidden text.

The underscored attributes are python-docx's door to its XML: it has no public way to write these things.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.run import Run
from draft import Kind, Piece

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.shared import Length
    from docx.text.paragraph import Paragraph

REVISOR = "Maude Terrebasse-Ng"
REVISED = "2026-06-12T09:15:00Z"
# A word processor cuts runs where a proofing mark or an edit was: so do we, every so many characters.
CUT = re.compile(r".{1,37}", re.DOTALL)


def add_pieces(
    paragraph: Paragraph, pieces: tuple[Piece, ...], *, size: Length | None = None, bold: bool = False
) -> None:
    """Append the pieces to the paragraph."""
    for piece in pieces:
        _WRITERS.get(piece.kind, _text)(paragraph, piece)
    # Not paragraph.runs, which leaves out the runs in links and tracked changes.
    for run in (Run(r, paragraph) for r in paragraph._p.iter(qn("w:r"))):
        if size is not None:
            run.font.size = size
        if bold:
            run.font.bold = True


def field_runs(paragraph: Paragraph, code: str, result: str, size: Length) -> None:
    """A complex field, as Word writes one: begin, instruction, separate, result, end."""
    for kind, text in (("begin", ""), ("", f" {code} "), ("separate", ""), ("result", result), ("end", "")):
        run = paragraph.add_run(text if kind == "result" else "")
        run.font.size = size
        if kind in {"begin", "separate", "end"}:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        elif not kind:
            instruction = OxmlElement("w:instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = text
            run._r.append(instruction)


def _text(paragraph: Paragraph, piece: Piece) -> None:
    parts = CUT.findall(piece.text)
    for index, part in enumerate(parts):
        paragraph.add_run(part)
        if index % 2 == 0 and index + 1 < len(parts):
            mark = OxmlElement("w:proofErr")
            mark.set(qn("w:type"), "spellStart" if index % 4 == 0 else "spellEnd")
            paragraph._p.append(mark)


def _hidden(paragraph: Paragraph, piece: Piece) -> None:
    paragraph.add_run(piece.text).font.hidden = True


def _inserted(paragraph: Paragraph, piece: Piece) -> None:
    _revision(paragraph, "w:ins", "101").append(paragraph.add_run(piece.text)._r)


def _deleted(paragraph: Paragraph, piece: Piece) -> None:
    run = paragraph.add_run(piece.text)._r
    for text in run.iter(qn("w:t")):
        text.tag = qn("w:delText")
        text.set(qn("xml:space"), "preserve")
    _revision(paragraph, "w:del", "102").append(run)


def _revision(paragraph: Paragraph, tag: str, identifier: str) -> BaseOxmlElement:
    element = OxmlElement(tag)
    for name, value in (("id", identifier), ("author", REVISOR), ("date", REVISED)):
        element.set(qn(f"w:{name}"), value)
    paragraph._p.append(element)
    return element


def _link(paragraph: Paragraph, piece: Piece) -> None:
    link = OxmlElement("w:hyperlink")
    relation = paragraph.part.relate_to(piece.value, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link.set(qn("r:id"), relation)
    paragraph._p.append(link)
    run = paragraph.add_run(piece.text)
    run.font.underline = True
    link.append(run._r)


def _footnote(paragraph: Paragraph, piece: Piece) -> None:
    run = paragraph.add_run()
    run.font.superscript = True
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), piece.value)
    run._r.append(reference)


def _comment(paragraph: Paragraph, piece: Piece) -> None:
    run = paragraph.add_run(piece.text)
    # Kept for docx_notes, which turns it into the range of a comment.
    run._r.set("comment", piece.value)


_WRITERS = {
    Kind.HIDDEN: _hidden,
    Kind.INSERTED: _inserted,
    Kind.DELETED: _deleted,
    Kind.LINK: _link,
    Kind.FOOTNOTE: _footnote,
    Kind.COMMENT: _comment,
}
