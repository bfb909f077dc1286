# SPDX-License-Identifier: MIT
"""Fields: which characters are an instruction (never shown) and which are a result (part of the text)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from reviewer.documents.docx import names
from reviewer.documents.docx.markup import child, switched_on, value, whole_number
from reviewer.documents.docx.names import w

_KEPT = re.compile(r"\s*(PAGE|NUMPAGES|SECTIONPAGES)(?:\s+\\[*#]\s*\S+)*\s*", re.IGNORECASE)
_LINK = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]\S*))', re.IGNORECASE)

_SHOWN = re.compile(r'\s*(?:(?:MACROBUTTON|GOTOBUTTON)\s+(?:"[^"]*"|\S+)|EQ)\s+', re.IGNORECASE)
_SYMBOL = re.compile(r"\s*SYMBOL\s+(0x[0-9A-F]{1,4}|\d{1,5})\b", re.IGNORECASE)


@dataclass
class Field:
    """A complex field that is open."""

    start: Element
    parts: list[Element] = field(default_factory=list)
    separated: bool = False

    @property
    def instruction(self) -> str:
        """The whole instruction, which may stand in several runs."""
        return "".join(each.text or "" for each in self.parts)


@dataclass
class FieldStack:
    """The fields that are open at one place of a story; they nest."""

    open: list[Field] = field(default_factory=list)

    @property
    def in_instruction(self) -> bool:
        """Whether characters here belong to an instruction of any open field."""
        return any(not each.separated for each in self.open)

    def instruct(self, element: Element) -> None:
        """Add to the instruction of the innermost field."""
        if self.open:
            self.open[-1].parts.append(element)

    def start(self, element: Element) -> None:
        """A field begins."""
        self.open.append(Field(element))

    def separate(self) -> Field | None:
        """The innermost field's result begins."""
        if not self.open or self.open[-1].separated:
            return None
        self.open[-1].separated = True
        return self.open[-1]

    def end(self) -> Field | None:
        """The innermost field ends."""
        return self.open.pop() if self.open else None


def kept_field(instruction: str) -> str | None:
    """The name of a page-number field, the only kind that stays a field; its switches do not."""
    match = _KEPT.fullmatch(instruction)
    return match[1].upper() if match else None


def link_target(instruction: str) -> str | None:
    """The address in a HYPERLINK instruction."""
    match = _LINK.match(instruction)
    return (match[1] or match[2] or None) if match else None


def displayed(closed: Field) -> list[tuple[Element, str]]:
    """What a field without a result shows of its own instruction, by the elements that hold it.

    A button shows its caption; the old equation field is shown as it is written, for no other form of it is at hand.
    """
    symbol = _SYMBOL.match(closed.instruction)
    if symbol is not None:
        code = int(symbol[1], 16 if symbol[1].lower().startswith("0x") else 10)
        code -= 0xF000 if 0xF020 <= code <= 0xF0FF else 0
        return [(closed.parts[0], chr(code))] if 0x20 <= code < 0xD800 else []
    shown = _SHOWN.match(closed.instruction)
    if shown is None:
        return []
    at, found = shown.end(), []
    end = len(closed.instruction.rstrip())
    for part in closed.parts:
        text = part.text or ""
        piece = text[max(at, 0) : max(end, 0)]
        if piece:
            found.append((part, piece))
        at, end = at - len(text), end - len(text)
    return found


def form_text(start: Element) -> str:
    """What an old form field shows without having it in its result: a chosen list entry, a box ticked or not."""
    data = child(start, w("ffData"))
    if data is None:
        return ""
    box = child(data, w("checkBox"))
    if box is not None:
        ticked = child(box, w("checked"))
        return "☒" if switched_on(child(box, w("default")) if ticked is None else ticked) else "☐"
    choices = child(data, w("ddList"))
    if choices is None:
        return ""
    entries = [each.get(names.VAL, "") for each in choices.iterchildren(w("listEntry"))]
    chosen = whole_number(value(choices, w("result")) or value(choices, w("default")) or "0")
    return entries[chosen] if chosen is not None and 0 <= chosen < len(entries) else ""
