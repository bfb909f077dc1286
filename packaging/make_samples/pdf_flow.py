# SPDX-License-Identifier: MIT
"""Lays the blocks of a draft out on pages: wrapped text, tables, lists, a drawing, a picture."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from draft import Block, Draft, Kind, Piece
from pdf_page import BOTTOM, MARGIN, WIDTH, Face, Page
from pdf_tags import Element

COLUMN = WIDTH - 2 * MARGIN
PADDING = 3.5
LANGUAGE = {"en": "en-CA", "fr": "fr-CA"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word and the link it lies under."""

    text: str
    uri: str = ""


@dataclass(slots=True)
class Flow:
    """The pages while they fill; `root` is None in an untagged file."""

    draft: Draft
    text: Face
    bold: Face
    root: Element | None
    pages: list[Page] = field(default_factory=list)
    places: dict[str, tuple[int, float]] = field(default_factory=dict)
    picture_size: tuple[int, int] = (1, 1)
    _list: Element | None = None

    @property
    def page(self) -> Page:
        """The page that is being filled."""
        return self.pages[-1]

    def run(self) -> None:
        """Lay out every block."""
        self._new_page()
        rows: list[Block] = []
        for block in self.draft.blocks:
            if rows and block.kind is not Kind.ROW:
                self._table(rows)
                rows = []
            if block.kind is Kind.ROW:
                rows.append(block)
            else:
                self._block(block)
        if rows:
            self._table(rows)
        self.page.close()

    def _block(self, block: Block) -> None:
        if block.kind is not Kind.BULLET:
            self._list = None
        if block.kind is Kind.DRAWING:
            self._drawing(block)
        elif block.kind is Kind.PICTURE:
            self._picture()
        elif block.kind is Kind.BULLET:
            self._bullet(block)
        elif block.kind is Kind.HEADING:
            self._heading(block)
        else:
            self._lines(block.pieces, self.text, self._element("P", block), MARGIN, COLUMN)
            self.page.y -= 5

    def _heading(self, block: Block) -> None:
        face = Face(self.bold.key, self.bold.font, 16 if block.level == 1 else 11.5)
        self._room(60)
        self.page.y -= 8
        self.places[block.text] = (self.page.number, self.page.y + face.size)
        self._lines(block.pieces, face, self._element(f"H{block.level}", block), MARGIN, COLUMN)
        self.page.y -= 3

    def _bullet(self, block: Block) -> None:
        if self.root is not None and self._list is None:
            self._list = self.root.add("L")
        item = self._list.add("LI", self._language(block)) if self._list else None
        self._room(16)
        self.page.mark(item.add("Lbl") if item else None)
        self.page.text(MARGIN + 6, self.page.y - self.text.size, "•", self.text)
        self._lines(block.pieces, self.text, item.add("LBody") if item else None, MARGIN + 20, COLUMN - 20)

    def _lines(
        self, content: tuple[Piece, ...], face: Face, element: Element | None, x: float, width: float
    ) -> None:
        for line in wrap(content, face, width):
            self._room(face.size * 1.35)
            self.page.mark(element)
            self._line(line, face, x, self.page.y - face.size)
            self.page.y -= face.size * 1.35

    def _line(self, line: list[Word], face: Face, x: float, y: float) -> None:
        self.page.text(x, y, " ".join(word.text for word in line), face)
        for index, word in enumerate(line):
            if word.uri:
                left = x + face.width(" ".join(w.text for w in line[:index]) + (" " if index else ""))
                box = (left, y - 2, left + face.width(word.text), y + face.size)
                self.page.links.append((box, word.uri))

    def _table(self, rows: list[Block]) -> None:
        table = self.root.add("Table") if self.root is not None else None
        faces = [Face(face.key, face.font, 8.5) for face in (self.bold, self.text)]
        widths = _column_widths(rows)
        self.page.y -= 3
        for index, row in enumerate(rows):
            header = index == 0
            self._row(row, faces[not header], widths, table.add("TR") if table else None, header=header)
        self.page.y -= 9

    def _row(
        self, row: Block, face: Face, widths: list[float], tags: Element | None, *, header: bool
    ) -> None:
        cells = [wrap(cell, face, w - 2 * PADDING) for cell, w in zip(row.cells, widths, strict=True)]
        height = max(len(cell) for cell in cells) * face.size * 1.3 + 2 * PADDING
        self._room(height)
        page, x = self.page, MARGIN
        for cell, width in zip(cells, widths, strict=True):
            page.artifact("Layout") if tags is not None else None
            if header:
                page.draw(f"0.9 g {x:.2f} {page.y - height:.2f} {width:.2f} {height:.2f} re f 0 g")
            page.draw(f"0.5 w {x:.2f} {page.y - height:.2f} {width:.2f} {height:.2f} re S")
            page.end_artifact() if tags is not None else None
            page.mark(tags.add("TH" if header else "TD", self._language(row)) if tags is not None else None)
            for index, line in enumerate(cell):
                self._line(line, face, x + PADDING, page.y - PADDING - face.size * (1 + 1.3 * index))
            x += width
        page.close()
        page.y -= height

    def _drawing(self, block: Block) -> None:
        self._room(130)
        figure = self.root.add("Figure", self._language(block), block.text) if self.root is not None else None
        page, base = self.page, self.page.y - 118
        page.mark(figure)
        page.draw(f"q 1 0 0 1 {MARGIN} {base:.2f} cm 0.7 w 0 0 300 112 re S")
        page.draw(
            "0.35 0.5 0.3 RG 0 40 m 90 62 190 22 300 50 c S 0.3 0.45 0.75 RG 0 84 m 110 70 200 104 300 88 c S"
        )
        page.draw("0.55 0.3 0.2 rg 40 12 26 18 re f 36 30 m 53 44 l 70 30 l f")
        page.draw("0.2 0.2 0.2 rg 150 52 10 10 re f 0.8 0.1 0.1 rg 196 56 m 204 56 l 200 66 l f 0 g 0 G Q")
        page.close()
        page.y = base - 8

    def _picture(self) -> None:
        width, height = self.picture_size
        height = round(230 * height / width)
        self._room(height + 12)
        self.page.draw(f"q 230 0 0 {height} {MARGIN} {self.page.y - height:.2f} cm /Im1 Do Q")
        self.page.images.append(b"Im1")
        self.page.y -= height + 10

    def _room(self, height: float) -> None:
        if self.page.y - height < BOTTOM:
            self._new_page()

    def _new_page(self) -> None:
        if self.pages:
            self.page.close()
        page = Page(len(self.pages))
        self.pages.append(page)
        small = Face(self.text.key, self.text.font, 8)
        for kind, y, text in (
            ("Header", 750, self.draft.extras["header"][0]),
            ("Footer", 44, f"{self.draft.extras['footer'][0]} - {page.number + 1}"),
        ):
            page.artifact(kind) if self.root is not None else None
            page.text(WIDTH - MARGIN - small.width(text), y, text, small)
            page.end_artifact() if self.root is not None else None

    def _element(self, tag: str, block: Block) -> Element | None:
        return self.root.add(tag, self._language(block)) if self.root is not None else None

    def _language(self, block: Block) -> str:
        return "" if block.language == self.draft.facts["language"] else LANGUAGE[block.language]


def wrap(content: tuple[Piece, ...], face: Face, width: float) -> list[list[Word]]:
    """Break the pieces into lines of words, at ordinary spaces only."""
    lines: list[list[Word]] = [[]]
    for word in words(content):
        line = " ".join([w.text for w in lines[-1]] + [word.text])
        if lines[-1] and face.width(line) > width:
            lines.append([])
        lines[-1].append(word)
    return lines


def words(content: tuple[Piece, ...]) -> list[Word]:
    """The words of the pieces; a word that touches a link is under it."""
    text = "".join(piece.text for piece in content)
    found = []
    for match in re.finditer("[^ ]+", text):
        at, uri = 0, ""
        for piece in content:
            if piece.value and at < match.end() and match.start() < at + len(piece.text):
                uri = piece.value
            at += len(piece.text)
        found.append(Word(match.group(), uri))
    return found


def _column_widths(rows: list[Block]) -> list[float]:
    lengths = []
    for column in range(len(rows[0].cells)):
        texts = ["".join(piece.text for piece in row.cells[column]) for row in rows]
        longest_word = max(len(word) for text in texts for word in [*text.split(), ""])
        lengths.append(max(1.15 * longest_word, *(min(len(text), 44) for text in texts)) + 4)
    return [COLUMN * length / sum(lengths) for length in lengths]
