# SPDX-License-Identifier: MIT
"""Writes the elements of the structure tree into the file, each as soon as its children are known."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field

import pikepdf

from reviewer.redaction.pdf.packed import PackedFile

_NOWHERE = -1


@dataclass(slots=True)
class Kids:
    """Children as they are written, with the page (from 0) on which each begins, and whether they lost glyphs."""

    each: list[bytes] = field(default_factory=list)
    pages: array[int] = field(default_factory=lambda: array("l"))
    touched: bool = False

    def add(self, kid: bytes, page: int = _NOWHERE) -> None:
        """One more child."""
        self.each.append(kid)
        self.pages.append(page)

    def join(self, more: Kids) -> None:
        """All of these too."""
        self.each += more.each
        self.pages += more.pages
        self.touched = self.touched or more.touched

    def put(self, leaves: Sequence[Leaf]) -> None:
        """Leaves of one page before the first child that begins behind it."""
        after = leaves[0].index
        at = next((at for at, page in enumerate(self.pages) if page > after), len(self.each))
        self.each[at:at] = [reference(leaf.number) for leaf in leaves]
        self.pages[at:at] = array("l", [after] * len(leaves))

    @property
    def first(self) -> int:
        """The page on which they begin; -1 when they say of none."""
        return next((page for page in self.pages if page != _NOWHERE), _NOWHERE)


@dataclass(frozen=True, slots=True)
class Leaf:
    """An element that this program made: of the reader's note, or of a page that became a picture."""

    number: int
    kind: str
    page: int
    index: int
    mcid: int
    values: pikepdf.Dictionary

    def write(self, file: PackedFile, parent: int) -> None:
        """Write it under its parent."""
        kids = Kids([b"%d" % self.mcid])
        head = b"/Pg %d 0 R" % self.page
        write_element(file, self.number, self.kind, parent, kids, self.values, head)


@dataclass(frozen=True, slots=True)
class Trunk:
    """The one element that all others are in; more may be put into it before it is written."""

    number: int
    parent: int
    kids: Kids
    values: pikepdf.Dictionary

    def write(self, file: PackedFile) -> None:
        """Write it."""
        write_element(file, self.number, "Document", self.parent, self.kids, self.values)


def write_element(
    file: PackedFile, number: int, kind: str, parent: int, kids: Kids, values: pikepdf.Dictionary, head: bytes = b"",
) -> None:  # fmt: skip
    """Write an element with its children."""
    pieces = [b"<< /Type /StructElem /S /%s /P %d 0 R" % (kind.encode("ascii"), parent), head]
    if kids.each:
        pieces.append(b"/K [ " + b" ".join(kids.each) + b" ]")
    file.add(number, b" ".join([*filter(None, pieces), values.unparse()[2:].lstrip()]))


def reference(number: int) -> bytes:
    """How an object is named by others."""
    return b"%d 0 R" % number


def marked_content(page: int, mcid: int, form: int = 0) -> bytes:
    """How an element names a marked content of a page, or of a Form that is drawn on it."""
    stream = b" /Stm %d 0 R" % form if form else b""
    return b"<< /Type /MCR /Pg %d 0 R /MCID %d%s >>" % (page, mcid, stream)
