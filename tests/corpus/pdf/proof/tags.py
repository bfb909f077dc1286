# SPDX-License-Identifier: MIT
"""The elements of a structure tree that lead to content which is really drawn, by standard kind and first page."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import Any

import pikepdf

_DEPTH = 150
_STANDARD = {
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct",
    "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH",
    "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot",
    "Ruby", "Warichu", "Figure", "Formula", "Form",
}  # fmt: skip
"""ISO 32000-1, 14.8.4."""
_DRAWS = {"Tj", "TJ", "'", '"', "Do", "S", "s", "f", "f*", "B", "B*", "b", "b*", "sh", "INLINE IMAGE"}
Tally = Counter[tuple[str, int]]


def elements(
    data: bytes, most_pages: int, without: Mapping[int, Collection[int]] = MappingProxyType({})
) -> Tally | None:
    """The elements of a file that lead to content, by kind and first page; None if untagged, too long or broken.

    Marked contents of pages (from 0) that are named in `without` count for nothing.
    """
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            if "/StructTreeRoot" not in pdf.Root or len(pdf.pages) > most_pages:
                return None
            return _Tree(pdf, without).tally()
    except (
        pikepdf.PdfError,
        pikepdf.PasswordError,
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
        RecursionError,
    ):
        return None


class _Tree:
    """One file's structure tree."""

    def __init__(self, pdf: Any, without: Mapping[int, Collection[int]]) -> None:
        self._roles = pdf.Root.StructTreeRoot.get("/RoleMap", pikepdf.Dictionary())
        self._top = pdf.Root.StructTreeRoot.get("/K")
        self._pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        self._drawn = {
            page.obj.objgen: set(_numbers(page)) - set(without.get(number, ()))
            for number, page in enumerate(pdf.pages)
        }
        self._links = {
            each.objgen: number
            for number, page in enumerate(pdf.pages)
            for each in page.obj.get("/Annots", [])
            if str(each.get("/Subtype")) == "/Link"
        }
        self._forms: dict[tuple[int, int], set[int]] = {}
        self._found: Tally = Counter()

    def tally(self) -> Tally:
        """All elements that lead to content."""
        self._below(self._top, None, 0)
        return self._found

    def _below(self, kids: Any, page: Any, depth: int) -> int | None:
        """The first page of what stands below; None when there is nothing."""
        first = None
        for kid in list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
            at = self._page_of(kid, page, depth)
            first = at if first is None else first
        return first

    def _page_of(self, kid: Any, page: Any, depth: int) -> int | None:
        if kid is None or depth > _DEPTH:
            return None
        if not isinstance(kid, pikepdf.Dictionary):
            return self._content(int(kid), page, None)
        kind = str(kid.get("/Type", "/StructElem"))
        if kind == "/MCR":
            return self._content(int(kid.MCID), kid.get("/Pg", page), kid.get("/Stm"))
        if kind == "/OBJR":
            return (
                self._links.get(kid.Obj.objgen) if isinstance(kid.get("/Obj"), pikepdf.Dictionary) else None
            )
        first = self._below(kid.get("/K"), kid.get("/Pg", page), depth + 1)
        if first is not None:
            self._found[self._role(str(kid.get("/S", "/Span"))), first] += 1
        return first

    def _content(self, number: int, page: Any, stream: Any) -> int | None:
        if not isinstance(page, pikepdf.Dictionary) or page.objgen not in self._pages:
            return None
        drawn = self._drawn[page.objgen]
        if isinstance(stream, pikepdf.Stream):
            drawn = self._forms.setdefault(stream.objgen, set(_numbers(stream)))
        return self._pages[page.objgen] if number in drawn else None

    def _role(self, name: str) -> str:
        for _hop in range(6):
            if name[1:] in _STANDARD or name not in self._roles:
                break
            name = str(self._roles[name])
        return name[1:] if name[1:] in _STANDARD else "Span"


def _numbers(holder: Any) -> Iterator[int]:
    """The numbers of the marked contents of a page or a Form in which something is drawn."""
    owner = holder.obj if isinstance(holder, pikepdf.Page) else holder
    group = owner.get("/Resources", pikepdf.Dictionary()).get("/Properties", pikepdf.Dictionary())
    opened: list[int | None] = []
    for each in pikepdf.parse_content_stream(holder):
        operator = str(each.operator)
        if operator in {"BDC", "BMC"}:
            given = each.operands[1] if len(each.operands) > 1 else None
            values = group.get(str(given)) if isinstance(given, pikepdf.Name) else given
            opened.append(
                int(values.MCID) if isinstance(values, pikepdf.Dictionary) and "/MCID" in values else None
            )
        elif operator == "EMC":
            del opened[-1:]
        elif operator in _DRAWS:
            yield from (number for number in opened if number is not None)
