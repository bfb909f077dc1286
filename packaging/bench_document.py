# SPDX-License-Identifier: MIT
"""A Word document of any length to measure with: minutes in English and French, with what is to be withheld.

    python packaging/bench_document.py PAGES FILE.docx

Each page has a heading, paragraphs whose runs are cut as a word processor cuts them, a table with a header row, a list,
a link and a footnote, about 450 words, and a dozen private passages about three new people: both the text and the number of
different things to search for grow with the pages. Every name is made of syllables, every number is a reserved one.
"""

from __future__ import annotations

import io
import random
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

from bench_words import FILLER, FIRST, HEADINGS, LIST_ITEMS, PRIVATE, REMARK, SYLLABLES, TABLE_HEADER

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/package/2006"
_NS = f'xmlns:w="{_W}" xmlns:r="{_R}"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FILLER_WORDS = 265
_LANGUAGES = ("en", "en", "fr")


@dataclass
class Person:
    """Somebody invented, with what is private about them."""

    name: str
    phone: str
    sin: str
    email: str
    street: str

    @property
    def private(self) -> tuple[str, ...]:
        """The exact strings to withhold."""
        return (self.name, self.phone, self.sin, self.email, self.street)


@dataclass
class Made:
    """A document's bytes and the exact strings that are to be withheld, each once."""

    data: bytes
    secrets: tuple[str, ...]


@dataclass
class Maker:
    """Writes pages; the same number of pages gives the same bytes each time."""

    dice: random.Random
    notes: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    names: set[str] = field(default_factory=set)

    def person(self) -> Person:
        """Somebody new; never twice the same name."""
        while True:
            last = "".join(self.dice.choices(SYLLABLES, k=self.dice.choice((3, 4)))).capitalize()
            name = f"{self.dice.choice(FIRST)} {last}"
            if name not in self.names:
                break
        self.names.add(name)
        number = len(self.people)
        person = Person(
            name,
            f"{self.dice.choice((613, 819, 506, 902))}-555-01{number % 100:02d}",
            f"000 {number // 1000 % 1000:03d} {number % 1000:03d}",
            f"{last.lower()}{number}@example.org",
            f"{100 + number} {last} {self.dice.choice(('Street', 'Avenue', 'Road'))}",
        )
        self.people.append(person)
        return person

    def page(self, number: int) -> str:
        """The blocks of one page."""
        language = _LANGUAGES[number % len(_LANGUAGES)]
        people = [self.person() for _ in range(3)]
        blocks = [
            _paragraph(
                f"{number}. {self.dice.choice(HEADINGS[language])}", style="Heading1", fresh=number > 1
            )
        ]
        private = [template.format(p=people[at % 3]) for at, template in enumerate(PRIVATE[language])]
        self.dice.shuffle(private)
        words = 0
        while words < _FILLER_WORDS or private:
            sentences = self.dice.sample(FILLER[language], 3)
            if private:
                sentences.insert(self.dice.randrange(3), private.pop())
            text = " ".join(sentences)
            words += len(" ".join(sentences[:3]).split())
            tail = (
                self._note(people, language)
                if len(blocks) == 2
                else self._link(number)
                if len(blocks) == 3
                else ""
            )
            blocks.append(_paragraph(text, dice=self.dice, tail=tail))
        blocks.extend(_paragraph(each, style="List") for each in self.dice.sample(LIST_ITEMS[language], 3))
        blocks.append(_table(TABLE_HEADER[language], people, REMARK[language]))
        return "".join(blocks)

    def _note(self, people: list[Person], language: str) -> str:
        said = {"en": "According to {}, by telephone.", "fr": "Selon {}, au téléphone."}[language]
        self.notes.append(said.format(people[0].name))
        return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{len(self.notes)}"/></w:r>'

    def _link(self, number: int) -> str:
        self.links.append(f"https://www.example.org/minutes/{number}")
        return f'<w:hyperlink r:id="rLink{len(self.links)}">{_run(" (annex)")}</w:hyperlink>'


def make(pages: int) -> Made:
    """A document of so many pages."""
    maker = Maker(random.Random(pages))
    body = "".join(maker.page(number) for number in range(1, pages + 1))
    secrets = tuple(each for person in maker.people for each in person.private)
    return Made(_packed(maker, body), secrets)


def _run(text: str, properties: str = "") -> str:
    formatting = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{formatting}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _paragraph(
    text: str, *, style: str = "", fresh: bool = False, dice: random.Random | None = None, tail: str = ""
) -> str:
    parts = [f'<w:pStyle w:val="{style}"/>'] if style else []
    parts += ["<w:pageBreakBefore/>"] if fresh else []
    properties = f"<w:pPr>{''.join(parts)}</w:pPr>" if parts else ""
    runs = "".join(_cut(text, dice)) if dice else _run(text)
    return f"<w:p>{properties}{runs}{tail}</w:p>"


def _cut(text: str, dice: random.Random) -> Iterator[str]:
    """Runs that end anywhere, some with a proofing mark between, some in bold."""
    at = 0
    while at < len(text):
        end = at + dice.randrange(12, 90)
        yield _run(text[at:end], "<w:b/>" if dice.random() < 0.1 else "")
        if dice.random() < 0.3:
            yield '<w:proofErr w:type="spellStart"/>'
        at = end


def _table(header: tuple[str, ...], people: list[Person], remark: str) -> str:
    rows = [f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{''.join(map(_cell, header))}</w:tr>"]
    for person in people:
        cells = (person.name, person.phone, person.email, remark)
        rows.append(f"<w:tr>{''.join(map(_cell, cells))}</w:tr>")
    grid = '<w:gridCol w:w="2300"/>' * len(header)
    return f'<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'


def _cell(text: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="2300" w:type="dxa"/></w:tcPr>{_paragraph(text)}</w:tc>'


_STYLES = """<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="18"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="60"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>
<w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="List"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4"/>
<w:bottom w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/></w:tblBorders></w:tblPr></w:style>"""
_NUMBERING = """<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>
<w:lvlText w:val="&#8226;"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"""
_FOOTER = '<w:p><w:r><w:t xml:space="preserve">Page </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def _packed(maker: Maker, body: str) -> bytes:
    parts = {
        "document": f'<w:document {_NS}><w:body>{body}<w:sectPr><w:headerReference w:type="default" r:id="rheader1"/>'
        '<w:footerReference w:type="default" r:id="rfooter1"/><w:pgSz w:w="12240" w:h="15840"/>'
        '<w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="500" w:footer="500" w:gutter="0"/>'
        "</w:sectPr></w:body></w:document>",
        "styles": f"<w:styles {_NS}>{_STYLES}</w:styles>",
        "numbering": f"<w:numbering {_NS}>{_NUMBERING}</w:numbering>",
        "footnotes": f"<w:footnotes {_NS}>{''.join(_notes(maker.notes))}</w:footnotes>",
        "header1": f"<w:hdr {_NS}>{_paragraph('Draft minutes of the working group / Ébauche du compte rendu')}</w:hdr>",
        "footer1": f"<w:ftr {_NS}>{_FOOTER}</w:ftr>",
    }
    rows = "".join(
        f'<Relationship Id="r{name}" Type="{_R}/{name.rstrip("1")}" Target="{name}.xml"/>'
        for name in parts
        if name != "document"
    ) + "".join(
        f'<Relationship Id="rLink{at}" Type="{_R}/hyperlink" Target="{address}" TargetMode="External"/>'
        for at, address in enumerate(maker.links, start=1)
    )
    kinds = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_CONTENT_TYPE}.{"document.main" if name == "document" else name.rstrip("1")}+xml"/>'
        for name in parts
    )
    types = (
        f'<Types xmlns="{_P}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{kinds}</Types>'
    )
    main = f'<Relationship Id="r1" Type="{_R}/officeDocument" Target="word/document.xml"/>'
    entries = {
        "[Content_Types].xml": types,
        "_rels/.rels": f'<Relationships xmlns="{_P}/relationships">{main}</Relationships>',
        **{f"word/{name}.xml": content for name, content in parts.items()},
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_P}/relationships">{rows}</Relationships>',
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(zipfile.ZipInfo(name), _HEAD + content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _notes(texts: list[str]) -> Iterator[str]:
    for number, text in enumerate(texts, start=1):
        yield f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>{_run(f" {text}")}</w:p></w:footnote>'


if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(make(int(sys.argv[1])).data)
