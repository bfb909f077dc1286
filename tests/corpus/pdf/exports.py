# SPDX-License-Identifier: MIT
"""Exports that office programs really made (`export.py` says how), and pages set by hand as Word writes them."""

from __future__ import annotations

from pathlib import Path

from pikepdf import Array, Dictionary, Name, Stream, String

from tests.corpus.pdf.letterforms import coded, composite, descriptor, letters_of
from tests.corpus.pdf.recipes import Made, Surface, Words, maker, opened
from tests.corpus.pdf.sheets import saved, to_unicode, truetype
from tests.corpus.pdf.structured import tagged

FOLDER = Path(__file__).with_name("exported")


def _kept(kind: str, words: Words) -> Made:
    data = (FOLDER / f"{kind}-{words.tag}.pdf").read_bytes()
    return data, {"secrets": (words.full, words.last), "keep": (words.kept[:20], words.after)}


@maker(Surface.OFFICE)
def libreoffice_tagged(words: Words) -> Made:
    return _kept("tagged", words)


@maker(Surface.OFFICE)
def libreoffice_archive(words: Words) -> Made:
    """PDF/A-2."""
    return _kept("archive", words)


@maker(Surface.OFFICE)
def libreoffice_columns(words: Words) -> Made:
    return _kept("columns", words)


@maker(Surface.OFFICE)
def libreoffice_plain(words: Words) -> Made:
    return _kept("plain", words)


@maker(Surface.OFFICE)
def as_word_writes(words: Words) -> Made:
    """Composite fonts under Identity, a span a run, marks with language, running lines as artifacts, spaces apart."""
    letters = letters_of(words.kept, words.line, " ")
    pdf, page = opened(words)

    def run(said: str, number: int, x: float, y: float, tag: str = "P") -> bytes:
        shown = coded(said, letters, size=2)
        clip = b"q 0.000008871 0 612 792 re W* n BT /F2 11.04 Tf "
        place = f"1 0 0 1 {x} {y} Tm 0 g 0 G ".encode()
        return (
            f"/{tag} <</MCID {number}/Lang (en-CA)>> BDC ".encode()
            + clip
            + place
            + b"["
            + shown
            + b"] TJ ET Q EMC\n"
        )

    pieces = (words.before + " ", words.first + " ", words.last[:5], words.last[5:], " " + words.after)
    content, x = b"", 72.0
    for number, piece in enumerate(pieces):
        content += run(piece, number, round(x, 2), 600)
        x += len(piece) * 5.52
    header = run(words.full, 9, 72, 760, "Artifact").replace(
        b"/MCID 9", b"/Type /Pagination /Attached [/Top]"
    )
    page.Contents = Array([page.Contents, pdf.make_indirect(Stream(pdf, header + content))])
    described = descriptor(pdf, "/FontFile2", truetype(letters, honest=False), name="/BCDEEE+Calibri")
    said = to_unicode(pdf, dict(enumerate(letters, 1)))
    font = composite(
        pdf, "/CIDFontType2", described, Name("/Identity-H"), ToUnicode=said, CIDToGIDMap=Name.Identity
    )
    page.Resources.Font["/F2"] = font
    kinds = [Dictionary(S=Name.P if not at else Name.Span, K=at) for at in range(len(pieces))]
    tree = tagged(
        pdf, page, *kinds, RoleMap=Dictionary(Footnote=Name.Note, Endnote=Name.Note, Textbox=Name.Sect)
    )
    tree.K["/Lang"] = String("en-CA")
    page["/Tabs"], page["/Group"] = (
        Name.S,
        Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceRGB),
    )
    pdf.docinfo["/Author"], pdf.docinfo["/Creator"] = String(words.full), String("Microsoft® Word")
    return saved(pdf), {"also": (words.after,)}
