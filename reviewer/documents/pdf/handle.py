# SPDX-License-Identifier: MIT
"""Holds a PDF file open, and opens a long one anew from time to time: qpdf keeps every object that it has ever read.

An object lives no longer than the handle it was read with. Who needs one for longer keeps its id, or keeps `pdf` too.
"""

from __future__ import annotations

import gc
import io
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pikepdf

_LONG = 100
"""A shorter file is opened once."""
_PAGE, _MOST = 32, 4096
"""What a page costs, and what is spent before the file is opened anew; any other object costs one."""
_PLAIN = re.compile(rb"\[ (?:\d+ (?:\d+ R )?)*\]")
_ITEM = re.compile(rb"(\d+)(?: (\d+) R)?(?= )")
_FOREIGN = (pikepdf.PdfError, NotImplementedError, RuntimeError, ValueError, TypeError)


class Id(NamedTuple):
    """The id of an object of the file."""

    number: int
    generation: int


class Handle:
    """An open file."""

    def __init__(self, data: bytes, pdf: pikepdf.Pdf) -> None:
        self._data, self._pdf = data, pdf
        self._pages = [Id(*page.obj.objgen) for page in pdf.pages]
        size: Any = pdf.trailer.get("/Size")
        # What qpdf mended (pages listed twice, a broken table) it would have to mend again, and name alike.
        whole = not pdf.get_warnings() and isinstance(size, int)
        whole = whole and all(0 < each.number < size for each in self._pages)
        self._may_renew = whole and _LONG < len(self._pages) == len(set(self._pages))
        self._shelf: pikepdf.Pdf | None = None
        # Counting the pages has read them all.
        self._spent, self._last = _MOST, 0

    @property
    def pdf(self) -> pikepdf.Pdf:
        """The file as qpdf has it open at the moment."""
        return self._pdf

    @property
    def page_ids(self) -> list[Id]:
        """The ids of the pages."""
        return self._pages

    @property
    def page_count(self) -> int:
        """How many pages the file has."""
        return len(self._pages)

    @property
    def is_spent(self) -> bool:
        """Whether the next call of `rest` opens the file anew."""
        return self._may_renew and self._spent >= _MOST

    def rest(self) -> None:
        """Open the file anew if much was read with this handle; for whoever holds none of its objects just now."""
        if not self.is_spent:
            return
        self._spent = 0
        del self._pdf
        gc.collect()  # records of pages point at each other, and to objects of the old handle
        self._pdf = pikepdf.open(io.BytesIO(self._data), suppress_warnings=True)

    def page(self, number: int) -> pikepdf.Page:
        """A page (from 1), with the handle of the moment."""
        if number != self._last:
            self._spent, self._last = self._spent + _PAGE, number
        if not self._may_renew:
            return self._pdf.pages[number - 1]
        return pikepdf.Page(self._pdf.get_object(self._pages[number - 1]))

    def object(self, identity: Id) -> Any:
        """An object, with the handle of the moment."""
        self._spent += 1
        return self._pdf.get_object(identity)

    def stay(self) -> None:
        """Never open the file anew: somebody keeps an object that has no id."""
        self._may_renew = False

    def kept(self, obj: Any) -> Any:
        """An object, with all that it leads to, that outlives the handle."""
        if not self._may_renew:
            return obj
        if obj.is_indirect:
            if self._shelf is None:
                self._shelf = pikepdf.new()
            try:
                return self._shelf.copy_foreign(obj)
            except _FOREIGN:
                pass
        self.stay()
        return obj


class Items(NamedTuple):
    """The items of an array. Where they are `lasting`, all are ids and numbers, which outlive the handle."""

    each: Iterator[Any]
    lasting: bool


def items_of(value: Any) -> Items:
    """The items of an array (or a value as its only item): an Id for each that has one, and nothing is read for it."""
    if not isinstance(value, pikepdf.Array):
        item = _named(value)
        return Items(iter([item]), not isinstance(item, pikepdf.Object))
    text = value.unparse(resolved=True)
    if _PLAIN.fullmatch(text):
        return Items(_read(text), lasting=True)
    return Items(map(_named, value.as_list()), lasting=False)


def _read(text: bytes) -> Iterator[Any]:
    for found in _ITEM.finditer(text):
        yield int(found[1]) if found[2] is None else Id(int(found[1]), int(found[2]))


def _named(value: Any) -> Any:
    return Id(*value.objgen) if isinstance(value, pikepdf.Object) and value.is_indirect else value
