# SPDX-License-Identifier: MIT
"""A tagged PDF file of any length to measure with: minutes in English and French, four private passages on each page.

    python packaging/bench_pdf_document.py PAGES FILE.pdf FILE.json

The second file gets the passages of each page. Made without a word processor, the same bytes each time. A page has a running head, a heading, paragraphs, a ruled table
with a header row and a list: about 2,600 letters in a composite subset whose letters are numbered as they come
(as LibreOffice writes it, with kerns in the operators), a simple subset (as Word writes it) and a standard font.
"""

from __future__ import annotations

import io
import json
import random
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf
from bench_document import Made, Maker, Person
from bench_words import FILLER, HEADINGS, LIST_ITEMS, REMARK, TABLE_HEADER
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from pdfminer.fontmetrics import FONT_METRICS
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import ImageFont

_LANGUAGES = ("en", "en", "fr")
_HEAD = "Draft minutes of the working group / Ébauche du compte rendu"
_PRIVATE = {
    "en": ("{p.name} asked that the file be closed.", "The call from {p.phone} was not returned."),
    "fr": ("{p.name} a demandé que le dossier soit fermé.", "Personne n’a rappelé le {p.phone}."),
}
_ADDRESS = {"en": "Letters go to {p.street} until the summer.", "fr": "Le courrier va au {p.street}."}
_WIDTHS: dict[str, int] = FONT_METRICS["Helvetica"][1]
_LEFT, _RIGHT, _TOP, _LEADING, _SIZE = 72.0, 540.0, 740.0, 14.0, 10.0
_PARAGRAPHS = 7
_LETTERS = TTFont(io.BytesIO(ImageFont.load_default(10).font_bytes))  # type: ignore[union-attr]  # with a size it is a FreeTypeFont


@dataclass
class _Subset:
    """An embedded font whose letters get their numbers as they come."""

    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, letter: str) -> int:
        """The number of a letter; 0 is the empty box."""
        return self.numbers.setdefault(letter, len(self.numbers) + 1)

    def program(self, *, by_code: bool) -> bytes:
        """A TrueType program with the letters of this subset."""
        names = [".notdef", *(f"glyph{number:05d}" for number in self.numbers.values())]
        builder = FontBuilder(1000, isTTF=True)
        builder.setupGlyphOrder(names)
        codes = {
            ord(letter): names[number] for letter, number in self.numbers.items() if by_code and letter != " "
        }
        builder.setupCharacterMap(codes)
        outlines = [_outline("\uffff"), *(_outline(letter) for letter in self.numbers)]
        builder.setupGlyf(dict(zip(names, outlines, strict=True)))
        widths = [500, *(_WIDTHS.get(letter, 556) for letter in self.numbers)]
        builder.setupHorizontalMetrics({name: (widths[at], 50) for at, name in enumerate(names)})
        builder.setupHorizontalHeader(ascent=800, descent=-200)
        builder.setupOS2()
        builder.setupPost(keepGlyphNames=False)
        builder.updateHead(created=0, modified=0)
        buffer = io.BytesIO()
        builder.font.recalcTimestamp = False
        builder.save(buffer)
        return buffer.getvalue()


def _outline(letter: str) -> Any:
    """A letter of Aileron, the font without rights that comes with Pillow; it has no accents, so they are bars here."""
    pen = TTGlyphPen(None)
    base = unicodedata.normalize("NFD", {"\u2013": "-", "\u2022": "."}.get(letter, letter))
    name = _LETTERS.getBestCmap().get(ord(base[0]), ".notdef")
    drawn = DecomposingRecordingPen(_LETTERS.getGlyphSet())
    drawn.glyphSet[name].draw(drawn)
    drawn.replay(pen)
    if len(base) > 1:
        low = 780 if letter.isupper() else 600
        for step, corner in enumerate(((180, low), (180, low + 60), (340, low + 90), (340, low + 30))):
            (pen.lineTo if step else pen.moveTo)(corner)
        pen.closePath()
    return pen.glyph()


class _Sheet:
    """One page being set."""

    def __init__(self, body: _Subset, plain: _Subset) -> None:
        self.body, self.plain = body, plain
        self.out: list[bytes] = []
        self.height = _TOP
        self.tree: list[tuple[str, Any]] = []
        self._mcid = -1

    def begin(self, kind: str) -> int:
        """Marked content that belongs to an element."""
        self._mcid += 1
        self.out.append(f"/{kind} <</MCID {self._mcid}>> BDC".encode())
        return self._mcid

    def end(self) -> None:
        """The end of it."""
        self.out.append(b"EMC")

    def line(self, text: str, x: float, font: str, size: float) -> None:
        """A line in one operator; the composite subset with kerns."""
        if font == "/F2":
            shown = b"".join(self._kerned(text))
        elif font == "/F3":
            for letter in text:
                self.plain.number(letter)
            shown = String(text.encode("cp1252")).unparse()
        else:
            shown = String(text.encode("cp1252")).unparse()
        operator = b"] TJ" if font == "/F2" else b" Tj"
        opening = b"[" if font == "/F2" else b""
        place = f"BT {font} {size:g} Tf 1 0 0 1 {x:g} {self.height:g} Tm 0 g ".encode()
        self.out.append(place + opening + shown + operator + b" ET")

    def _kerned(self, text: str) -> Iterator[bytes]:
        piece = b""
        for letter in text:
            piece += f"{self.body.number(letter):04x}".encode()
            if letter in "Tvwyr":
                yield b"<" + piece + b">" + (b"-12" if letter in "vw" else b"6")
                piece = b""
        yield b"<" + piece + b">"

    def paragraph(self, text: str, kind: str = "P", font: str = "/F2", size: float = _SIZE) -> int:
        """Wrapped text; the blank at which a line ends is drawn, as word processors do."""
        mcid = self.begin(kind)
        for line in _wrapped(text, size):
            self.line(line, _LEFT, font, size)
            self.height -= _LEADING
        self.end()
        self.height -= 4
        return mcid

    def table(self, rows: list[tuple[str, ...]]) -> list[tuple[str, Any]]:
        """A ruled table; gives its rows as (TR, cells)."""
        found: list[tuple[str, Any]] = []
        column = (_RIGHT - _LEFT) / len(rows[0])
        for at, row in enumerate(rows):
            kind = "TD" if at else "TH"
            cells = []
            for index, text in enumerate(row):
                x = _LEFT + column * index
                self.out.append(
                    f"/Artifact BMC q 0.5 w {x:g} {self.height - 4:g} {column:g} {_LEADING:g} re S Q EMC".encode()
                )
                cells.append((kind, self.begin(kind)))
                self.line(text, x + 3, "/F3" if at else "/F1", 9)
                self.end()
            found.append(("TR", cells))
            self.height -= _LEADING
        self.height -= 10
        return found


def _wrapped(text: str, size: float) -> Iterator[str]:
    line, width = "", 0.0
    for word in text.split():
        wide = sum(_WIDTHS.get(letter, 556) for letter in word + " ") / 1000 * size
        if line and width + wide > _RIGHT - _LEFT:
            yield line
            line, width = "", 0.0
        line, width = f"{line}{word} ", width + wide
    yield line.rstrip()


def _page(sheet: _Sheet, number: int, person: Person, dice: random.Random) -> None:
    language = _LANGUAGES[number % len(_LANGUAGES)]
    sheet.out.append(b"/Artifact BMC")
    sheet.height = 765
    sheet.line(_HEAD, _LEFT, "/F1", 8)
    sheet.out.append(b"EMC")
    sheet.height = _TOP
    heading = f"{number}. {dice.choice(HEADINGS[language])}"
    sheet.tree.append(("H1", sheet.paragraph(heading, "H1", "/F1", 14)))
    private = [template.format(p=person) for template in _PRIVATE[language]]
    for at in range(_PARAGRAPHS):
        sentences = dice.sample(FILLER[language], 3)
        if at in {1, 4}:
            sentences.insert(dice.randrange(3), private.pop())
        sheet.tree.append(("P", sheet.paragraph(" ".join(sentences))))
    remark = REMARK[language]
    rows = [TABLE_HEADER[language], (remark, "", person.email, remark), (remark, "", "", remark)]
    sheet.tree.append(("Table", sheet.table(rows)))
    items = [*dice.sample(LIST_ITEMS[language], 2), _ADDRESS[language].format(p=person)]
    listed = [("LI", [("LBody", sheet.paragraph(f"• {text}", "LBody", "/F3"))]) for text in items]
    sheet.tree.append(("L", listed))


@dataclass
class MadePdf(Made):
    """The file, with the secrets of each page: whoever removes them need not search the others."""

    by_page: tuple[tuple[str, ...], ...] = ()


def make(pages: int) -> MadePdf:
    """A file of so many pages."""
    dice = random.Random(pages)
    people = Maker(random.Random(pages))
    pdf = pikepdf.new()
    body, plain = _Subset(), _Subset()
    fonts = {name: pdf.make_indirect(Dictionary(Type=Name.Font)) for name in ("/F1", "/F2", "/F3")}
    tags = _Tags(pdf)
    by_page = []
    for number in range(1, pages + 1):
        sheet = _Sheet(body, plain)
        person = people.person()
        _page(sheet, number, person, dice)
        page = Dictionary(
            Type=Name.Page,
            MediaBox=Array([0, 0, 612, 792]),
            Resources=Dictionary(Font=Dictionary(fonts)),
            Contents=pdf.make_indirect(Stream(pdf, b"\n".join(sheet.out))),
            StructParents=number - 1,
        )
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
        tags.page(pdf.pages[-1].obj, number - 1, sheet.tree)
        by_page.append((person.name, person.phone, person.email, person.street))
    _fonts(pdf, fonts, body, plain)
    tags.finish()
    buffer = io.BytesIO()
    pdf.save(buffer, static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return MadePdf(buffer.getvalue(), tuple(each for page in by_page for each in page), tuple(by_page))


class _Tags:
    """The structure tree."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self.document = self._element("Document", self.root)
        self.kids: list[Any] = []
        self.numbers: list[Any] = []

    def _element(self, kind: str, parent: Any) -> Any:
        return self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"), P=parent))

    def page(self, page: Any, index: int, tree: list[tuple[str, Any]]) -> None:
        """The elements of a page."""
        owners: dict[int, Any] = {}
        self.kids += [self._grow(kind, inner, self.document, page, owners) for kind, inner in tree]
        row = [owners[mcid] for mcid in range(len(owners))]
        self.numbers += [index, self.pdf.make_indirect(Array(row))]

    def _grow(self, kind: str, inner: Any, parent: Any, page: Any, owners: dict[int, Any]) -> Any:
        element = self._element(kind, parent)
        if isinstance(inner, int):
            element["/K"], element["/Pg"] = inner, page
            owners[inner] = element
        else:
            element["/K"] = Array([self._grow(*each, element, page, owners) for each in inner])
        return element

    def finish(self) -> None:
        """Hang the tree into the file."""
        self.document["/K"] = Array(self.kids)
        self.root["/K"] = self.document
        self.root["/ParentTree"] = self.pdf.make_indirect(Dictionary(Nums=Array(self.numbers)))
        self.pdf.Root["/StructTreeRoot"] = self.root
        self.pdf.Root["/MarkInfo"] = Dictionary(Marked=True)
        self.pdf.Root["/Lang"] = String("en-CA")


def _fonts(pdf: pikepdf.Pdf, fonts: dict[str, Any], body: _Subset, plain: _Subset) -> None:
    standard, composite, simple = fonts["/F1"], fonts["/F2"], fonts["/F3"]
    standard["/Subtype"], standard["/BaseFont"] = Name.Type1, Name("/Helvetica-Bold")
    standard["/Encoding"] = Name.WinAnsiEncoding
    widths = [_WIDTHS.get(letter, 556) for letter in body.numbers]
    child = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name("/BAAAAA+Body"),
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        DW=0,
        W=Array([1, Array(widths)]),
        CIDToGIDMap=Name.Identity,
        FontDescriptor=_descriptor(pdf, "/BAAAAA+Body", body.program(by_code=False)),
    )
    composite["/Subtype"], composite["/BaseFont"] = Name.Type0, Name("/BAAAAA+Body")
    composite["/Encoding"] = Name("/Identity-H")
    composite["/DescendantFonts"] = Array([pdf.make_indirect(child)])
    composite["/ToUnicode"] = pdf.make_indirect(Stream(pdf, _to_unicode(body)))
    simple["/Subtype"], simple["/BaseFont"] = Name.TrueType, Name("/BAAAAB+Plain")
    simple["/Encoding"] = Name.WinAnsiEncoding
    simple["/FirstChar"], simple["/LastChar"] = 32, 255
    letters = [bytes([code]).decode("cp1252", "ignore") for code in range(32, 256)]
    simple["/Widths"] = Array([_WIDTHS.get(letter, 556) for letter in letters])
    simple["/FontDescriptor"] = _descriptor(pdf, "/BAAAAB+Plain", plain.program(by_code=True))


def _descriptor(pdf: pikepdf.Pdf, name: str, program: bytes) -> Any:
    return pdf.make_indirect(
        Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name(name),
            Flags=32,
            FontBBox=Array([0, -200, 1000, 900]),
            ItalicAngle=0,
            Ascent=800,
            Descent=-200,
            CapHeight=700,
            StemV=80,
            FontFile2=pdf.make_indirect(Stream(pdf, program, Length1=len(program))),
        )
    )


def _to_unicode(body: _Subset) -> bytes:
    rows = [f"<{number:04x}> <{letter.encode('utf-16-be').hex()}>" for letter, number in body.numbers.items()]
    groups = "\n".join(
        "\n".join([f"{len(part)} beginbfchar", *part, "endbfchar"])
        for part in (rows[at : at + 100] for at in range(0, len(rows), 100))
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{groups}\nendcmap end end"
    ).encode("ascii")


if __name__ == "__main__":
    MADE = make(int(sys.argv[1]))
    Path(sys.argv[2]).write_bytes(MADE.data)
    Path(sys.argv[3]).write_text(json.dumps(MADE.by_page), encoding="utf-8")
