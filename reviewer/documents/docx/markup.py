# SPDX-License-Identifier: MIT
"""Small questions about WordprocessingML that the reader and the writer must answer alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from lxml.etree import _Element as Element

from reviewer.documents.docx import names
from reviewer.documents.docx.names import w

_OFF = frozenset({"0", "false", "off", "none"})
_UNDERSTOOD = frozenset(
    {names.WPS, names.WPG, names.WPC, names.WP14, names.W14, names.W, names.WP, names.PIC, names.A}
)
"""Newer extensions (emoji as w16se:symEx, chart styles …) are read through their fallback, which says the same."""
_WHOLE = re.compile(r"[+-]?[0-9]{1,12}")


class Mode(StrEnum):
    """Whether characters are in the document's view, were deleted by a tracked change, or are formatted as hidden."""

    VISIBLE = "visible"
    DELETED = "deleted"
    HIDDEN = "hidden"

    def under(self, outer: Mode) -> Mode:
        """This mode inside another: what is out stays out."""
        return self if outer is Mode.VISIBLE else outer


def child(element: Element | None, *path: str) -> Element | None:
    """The first descendant along a path of qualified names."""
    for name in path:
        element = None if element is None else next(element.iterchildren(name), None)
    return element


def value(element: Element | None, *path: str) -> str | None:
    """The w:val of a descendant along a path."""
    found = child(element, *path)
    return None if found is None else found.get(names.VAL)


def whole_number(text: str | None) -> int | None:
    """A whole number as the format writes it; None for all else, and for one too long to measure anything."""
    found = (text or "").strip()
    return int(found) if _WHOLE.fullmatch(found) else None


def switched_on(element: Element | None) -> bool:
    """Whether an on/off element is there and on."""
    return element is not None and (element.get(names.VAL) or "1").lower() not in _OFF


def branch(alternate: Element) -> Element | None:
    """The branch of an mc:AlternateContent that is read and copied: the first that is understood, else the fallback.

    Without a fallback the first branch counts: a newer Word shows it, and what is unknown in it is asked about.
    """
    for candidate in alternate.iterchildren(names.CHOICE):
        wanted = [candidate.nsmap.get(prefix) for prefix in (candidate.get("Requires") or "").split()]
        if wanted and all(uri in _UNDERSTOOD for uri in wanted):
            return candidate
    others = (each for tag in (names.FALLBACK, names.CHOICE) for each in alternate.iterchildren(tag))
    return next(others, None)


def unwrapped(container: Element, mode: Mode = Mode.VISIBLE) -> Iterator[tuple[Element, Mode]]:
    """The children that count, with wrappers taken off: content controls, custom XML, smart tags, tracked changes."""
    for element in container.iterchildren():
        tag = element.tag
        if tag == names.SDT:
            content = child(element, names.SDT_CONTENT)
            if content is not None:
                yield from unwrapped(content, mode)
        elif tag in names.TRANSPARENT:
            yield from unwrapped(element, mode)
        elif tag in names.DELETED:
            yield from unwrapped(element, Mode.DELETED)
        elif tag == names.ALTERNATE:
            chosen = branch(element)
            if chosen is not None:
                yield from unwrapped(chosen, mode)
        else:
            yield element, mode


def shown_blocks(container: Element, mode: Mode = Mode.VISIBLE) -> list[tuple[Element, Mode]]:
    """The blocks that stand in the text. A deleted block stands nowhere, nor does a table without a row in view."""
    return [
        (block, inner)
        for block, inner in unwrapped(container, mode)
        if inner is mode
        and block.tag not in names.UNSEEN
        and not (block.tag == names.TABLE and _without_rows(block, inner))
    ]


def _without_rows(table: Element, mode: Mode) -> bool:
    rows = [row_mode(row, inner) for row, inner in unwrapped(table, mode) if row.tag == names.ROW]
    return all(each is not mode for each in rows)


def mark_deleted(paragraph: Element) -> bool:
    """Whether a tracked change deleted the paragraph's mark, which joins it to the next one."""
    mark = child(paragraph, names.PPR, names.RPR)
    return mark is not None and any(child(mark, name) is not None for name in names.DELETED)


def joins_next(blocks: list[tuple[Element, Mode]], index: int) -> bool:
    """Whether this block and the next are one paragraph once the deletion of the mark between them is accepted."""
    return (
        index + 1 < len(blocks)
        and blocks[index][0].tag == names.P
        and blocks[index + 1][0].tag == names.P
        and mark_deleted(blocks[index][0])
    )


def drops_cap(block: Element) -> bool:
    """Whether it is a paragraph with the large first letter of the next one: together they are a word."""
    frame = child(block, names.PPR, w("framePr")) if block.tag == names.P else None
    return frame is not None and frame.get(w("dropCap"), "none") != "none"


def row_mode(row: Element, mode: Mode) -> Mode:
    """Whether a table row is shown."""
    properties = child(row, names.TRPR)
    cells = [cell_mode(cell, inner) for cell, inner in unwrapped(row, mode) if cell.tag == names.CELL]
    if child(properties, w("del")) is not None or all(each is not mode for each in cells):
        return Mode.DELETED.under(mode)
    return Mode.HIDDEN.under(mode) if switched_on(child(properties, w("hidden"))) else mode


def cell_mode(cell: Element, mode: Mode) -> Mode:
    """Whether a table cell is shown."""
    return Mode.DELETED.under(mode) if child(cell, names.TCPR, w("cellDel")) is not None else mode
