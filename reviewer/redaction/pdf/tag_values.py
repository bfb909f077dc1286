# SPDX-License-Identifier: MIT
"""What an element of the structure tree says of itself: its kind, language, texts that are clean, attributes, id."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from reviewer.documents.pdf.source import PdfSource
from reviewer.documents.pdf.strings import string_of
from reviewer.documents.pdf.structure import roles_of
from reviewer.documents.pdf.surfaces import structure_reference
from reviewer.redaction.pdf.furniture import cleaned
from reviewer.redaction.pdf.resources import Unsupported, plain_value
from reviewer.redaction.pdf.standard import STANDARD_TAGS
from reviewer.redaction.plan import Plan

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$")
_ATTRIBUTES = {"/Scope", "/RowSpan", "/ColSpan", "/ListNumbering", "/Placement", "/WritingMode", "/TextAlign"}
_OWNERS = {"/Layout", "/List", "/Table"}
_NEWER = {
    "Title": "P", "Aside": "Sect", "DocumentFragment": "Part", "FENote": "Note", "Sub": "Span", "Em": "Span",
    "Strong": "Span", "Artifact": "NonStruct", "H7": "H6", "H8": "H6", "H9": "H6",
}  # fmt: skip
"""Kinds of PDF 2.0, as the ones of PDF 1.7 that say most of it."""
_HOPS = 6


class TagValues:
    """Copies the values of elements by allow-list; ids are text of the source and get numbers instead."""

    def __init__(self, source: PdfSource, plan: Plan) -> None:
        self._source, self._plan = source, plan
        self._roles = roles_of(source.pdf.Root.StructTreeRoot)
        self._numbers: dict[bytes, str] = {}
        self.identified: dict[str, int] = {}
        """The numbers of the elements of the copy that have an id."""

    def role(self, name: str) -> str:
        """The standard kind that a kind stands for; what is none is a Span."""
        for _hop in range(_HOPS):
            if name[1:] in STANDARD_TAGS:
                return name[1:]
            if name not in self._roles:
                break
            name = self._roles[name]
        return _NEWER.get(name[1:], "Span")

    def copied(self, source: Any, number: int, *, touched: bool) -> pikepdf.Dictionary:
        """The values of the element that gets this number; `touched` tells that its content lost glyphs."""
        element = pikepdf.Dictionary()
        language = string_of(source.get("/Lang"))
        if _LANGUAGE.match(language):
            element["/Lang"] = pikepdf.String(language)
        for key in ("/Alt", "/ActualText", "/E"):
            if key in source and not touched:
                story = self._source.stories_of.get(structure_reference(source, key))
                text = cleaned(self._plan, story, string_of(source.get(key)))
                if text is not None and text.strip():
                    element[key] = pikepdf.String(text)
        kept = [values for each in self._given(source) if (values := self._attributes(each)) is not None]
        if kept:
            element["/A"] = kept[0] if len(kept) == 1 else pikepdf.Array(kept)
        if isinstance(source.get("/ID"), pikepdf.String):
            identity = self._number(source["/ID"])
            element["/ID"] = pikepdf.String(identity)
            self.identified.setdefault(identity, number)
        return element

    def _given(self, source: Any) -> Iterator[Any]:
        """Attributes of the element itself, then those of its classes."""
        for each in _listed(source.get("/A")):
            if isinstance(each, pikepdf.Dictionary):
                yield each
        classes = self._source.pdf.Root.StructTreeRoot.get("/ClassMap") if "/C" in source else None
        if isinstance(classes, pikepdf.Dictionary):
            for name in _listed(source.get("/C")):
                if isinstance(name, pikepdf.Name):
                    found = _listed(classes.get(str(name)))
                    yield from (each for each in found if isinstance(each, pikepdf.Dictionary))

    def _attributes(self, given: Any) -> Any:
        values = pikepdf.Dictionary()
        for key in sorted(_ATTRIBUTES & set(given.keys())):
            try:
                values[key] = plain_value(given[key])
            except Unsupported:
                continue
        if isinstance(given.get("/Headers"), pikepdf.Array):
            headers = [each for each in given["/Headers"] if isinstance(each, pikepdf.String)]
            values["/Headers"] = pikepdf.Array([pikepdf.String(self._number(each)) for each in headers])
        if not len(values.keys()) or str(given.get("/O")) not in _OWNERS:
            return None
        values["/O"] = pikepdf.Name(str(given["/O"]))
        return values

    def _number(self, value: Any) -> str:
        return self._numbers.setdefault(bytes(value), f"id{len(self._numbers) + 1:05d}")


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, pikepdf.Array) else [value]
