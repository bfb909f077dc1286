# SPDX-License-Identifier: MIT
"""Characters that stand in elements instead of text: tabs, breaks, hyphens, symbols."""

from __future__ import annotations

from lxml.etree import _Element as Element

from reviewer.documents.docx.names import w

SINGLE = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\u00ad",
}
"""Elements that are one character of the text."""
RUBY_GAP = " "
"""Stands after the base and after the text above it: they are two words, and a name in one of them is a whole one."""
_SYMBOL_FONTS = ("symbol", "wingdings", "webdings")


def symbol(element: Element) -> str:
    """The character of a w:sym; in a text font the private-use range F000–F0FF stands for the plain characters."""
    try:
        code = int(element.get(w("char"), ""), 16)
    except ValueError:
        return ""
    font = (element.get(w("font")) or "").lower()
    if 0xF020 <= code <= 0xF0FF and not font.startswith(_SYMBOL_FONTS):
        code -= 0xF000
    return chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
