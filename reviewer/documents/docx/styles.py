# SPDX-License-Identifier: MIT
"""What the reader needs of the style sheet: which runs are hidden by formatting."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.etree import _Element as Element

from reviewer.documents.docx import names
from reviewer.documents.docx.markup import child, switched_on, value
from reviewer.documents.docx.names import w

_LONGEST_CHAIN = 64
"""Word stops at 11; a cycle must not keep the reader busy."""


@dataclass(frozen=True, slots=True)
class _Style:
    based_on: str | None
    vanish: bool | None


class StyleSheet:
    """The effect of w:vanish through styles and defaults (ISO 29500-1, 17.7.3: toggle properties)."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, _Style] = {}
        self._default_hidden = False
        self._default_paragraph: str | None = None
        if root is None:
            return
        defaults = child(root, w("docDefaults"), w("rPrDefault"), names.RPR, w("vanish"))
        self._default_hidden = switched_on(defaults)
        for style in root.iterchildren(w("style")):
            vanish = child(style, names.RPR, w("vanish"))
            name = style.get(w("styleId"), "")
            self._styles[name] = _Style(
                value(style, w("basedOn")), None if vanish is None else switched_on(vanish)
            )
            if style.get(w("type")) == "paragraph" and style.get(w("default"), "0") in {"1", "true", "on"}:
                self._default_paragraph = name

    def hides(self, run: Element, paragraph: str | None, table: str | None) -> bool:
        """Whether a run's text is hidden: by its own formatting, else by its styles, else by default."""
        properties = child(run, names.RPR)
        direct = child(properties, w("vanish"))
        if direct is not None:
            return switched_on(direct)
        if self._default_hidden:
            return True
        styles = (value(properties, w("rStyle")), paragraph or self._default_paragraph, table)
        return sum(self._vanishes(each) for each in styles) % 2 == 1

    def _vanishes(self, style: str | None) -> bool:
        for _ in range(_LONGEST_CHAIN):
            found = self._styles.get(style or "")
            if found is None:
                return False
            if found.vanish is not None:
                return found.vanish
            style = found.based_on
        return False
