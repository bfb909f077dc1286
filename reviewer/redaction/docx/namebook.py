# SPDX-License-Identifier: MIT
"""New names for styles, lists, fonts and bookmarks: no name that a person wrote reaches a copy."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml.etree import _Element as Element

from reviewer.documents.docx import names
from reviewer.documents.docx.markup import child, value
from reviewer.documents.docx.names import w
from reviewer.redaction.docx.ink import Guard

_BUILT_IN = re.compile(
    r"normal|normal table|no list|default paragraph font|table normal|heading [1-9]|toc [1-9]|"
    r"toc heading|index [1-9]|index heading|title|subtitle|header|footer|caption|strong|"
    r"emphasis|quote|intense quote|intense emphasis|intense reference|subtle emphasis|"
    r"subtle reference|book title|no spacing|list paragraph|hyperlink|followedhyperlink|"
    r"footnote text|footnote reference|endnote text|endnote reference|page number|line number|"
    r"table grid|table grid light|table grid [1-8]|table simple [1-3]|table classic [1-4]|"
    r"table columns [1-5]|table list [1-8]|table 3d effects [1-3]|table contemporary|"
    r"table elegant|table professional|table subtle [12]|table web [1-3]|table theme|"
    r"plain table [1-5]|grid table [1-7] (?:light|dark|colorful)(?: accent [1-6])?|"
    r"grid table [2-4](?: accent [1-6])?|"
    r"list table [1-7] (?:light|dark|colorful)(?: accent [1-6])?|"
    r"list table [2-4](?: accent [1-6])?|light (?:shading|list|grid)(?: accent [1-6])?|"
    r"medium (?:shading|list) [12](?: accent [1-6])?|medium grid [1-3](?: accent [1-6])?|"
    r"dark list(?: accent [1-6])?|colorful (?:shading|list|grid)(?: accent [1-6])?|"
    r"list(?: [2-5])?|list bullet(?: [2-5])?|list number(?: [2-5])?|list continue(?: [2-5])?|"
    r"body text(?: [23])?|body text indent(?: [23])?|body text first indent(?: 2)?|block text|"
    r"plain text|date|salutation|signature|closing|normal \(web\)|normal indent|note heading|"
    r"table of figures|table of authorities|toa heading|annotation text|annotation reference|"
    r"balloon text|document map|placeholder text|outline list [1-3]"
)
"""Names that Word itself gives and treats in a way of its own; they are the format's words."""
_FONT_LIST = (
    "Aptos|Aptos Display|Aptos Narrow|Aptos Mono|Arial|Arial Black|Arial Narrow|Arial Unicode MS|"
    "Aharoni|Angsana New|Bahnschrift|Baskerville Old Face|Bookman Old Style|Book Antiqua|"
    "Bierstadt|Browallia New|Calibri|Calibri Light|Cambria|Cambria Math|Candara|Carlito|Caladea|"
    "Century|Century Gothic|Century Schoolbook|Comic Sans MS|Consolas|Constantia|Corbel|"
    "Cordia New|Courier|Courier New|DejaVu Sans|DejaVu Sans Mono|DejaVu Serif|DengXian|Ebrima|"
    "Euphemia|Franklin Gothic Book|Franklin Gothic Medium|Gadugi|Garamond|Georgia|Gill Sans MT|"
    "Helvetica|Helvetica Neue|Impact|Lato|Leelawadee|Liberation Mono|Liberation Sans|"
    "Liberation Sans Narrow|Liberation Serif|Lucida Console|Lucida Sans|Lucida Sans Unicode|"
    "Malgun Gothic|Microsoft Sans Serif|MS Gothic|MS Mincho|MS PGothic|MS PMincho|Meiryo|"
    "Monotype Sorts|Montserrat|Noto Sans|Noto Sans Symbols|Noto Serif|Nunito Sans|Open Sans|"
    "OpenSymbol|Palatino Linotype|Perpetua|PMingLiU|Roboto|Rockwell|Segoe UI|Segoe UI Emoji|"
    "Segoe UI Historic|Segoe UI Light|Segoe UI Semibold|Segoe UI Symbol|SimSun|Source Sans Pro|"
    "Source Serif Pro|Sylfaen|Symbol|Tahoma|Times|Times New Roman|Trebuchet MS|Tw Cen MT|Univers|"
    "Verdana|Webdings|Wingdings|Wingdings 2|Wingdings 3|Yu Gothic|Yu Mincho|Yu Gothic Light|"
    "PT Sans|PT Serif|Lohit Devanagari|Mangal|Noto Sans CJK SC|Raleway|Ubuntu|ＭＳ 明朝|ＭＳ ゴシック|宋体|"
    "新細明體|游明朝|游ゴシック Light|等线|等线 Light|맑은 고딕"
)
_FONTS = frozenset(_FONT_LIST.split("|"))
"""Fonts that come with office programs and systems. Another font's name is dropped: the default takes its place."""


class NameBook:
    """Old names to new ones, for one document."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._styles: dict[str, str] = {}
        self._style_names: dict[str, str] = {}
        self._lists: dict[str, str] = {}
        self._anchors: dict[str, str] = {}
        self._used_styles: set[str] = set()

    @property
    def styles(self) -> Mapping[str, str]:
        """New style ids by old ones."""
        return self._styles

    def learn_styles(self, root: Element | None) -> None:
        """Give every style of the source its new id and name."""
        for number, style in enumerate(() if root is None else root.iterchildren(w("style")), start=1):
            old, name = style.get(w("styleId"), ""), (value(style, w("name")) or "").strip()
            if old in self._styles:
                continue
            kept = _BUILT_IN.fullmatch(name.lower()) is not None and not self._guard.holds(name)
            kept = kept and name.lower() not in map(str.lower, self._style_names.values())
            new_name = name if kept else f"Style {number}"
            words = (each[:1].upper() + each[1:] for each in re.findall(r"[A-Za-z0-9]+", new_name))
            self._styles[old], self._style_names[old] = "".join(words), new_name

    def style(self, old: str) -> str | None:
        """The new id of a style, noted as used."""
        if old in self._styles:
            self._used_styles.add(old)
        return self._styles.get(old)

    def style_name(self, old: str) -> str:
        """The new name of a style."""
        return self._style_names[old]

    def used_styles(self) -> frozenset[str]:
        """Old ids of the styles that the copy refers to so far."""
        return frozenset(self._used_styles)

    def learn_lists(self, root: Element | None) -> None:
        """Number the list definitions anew, in their order."""
        for each in () if root is None else root.iterchildren(w("num")):
            self._lists.setdefault(each.get(w("numId"), ""), str(len(self._lists) + 1))

    def list_id(self, old: str) -> str | None:
        """The new number of a list; 0 takes a paragraph out of its style's list."""
        return "0" if old == "0" else self._lists.get(old)

    def font(self, name: str) -> str | None:
        """A font's name when it is a known one and no withheld word is in it."""
        return name if name in _FONTS and not self._guard.holds(name) else None

    def withheld(self, value: str) -> bool:
        """Whether a word of the format is, or holds, a withheld word."""
        return self._guard.holds(value)

    def learn_anchors(self, root: Element) -> None:
        """Name the bookmarks anew that a link in the same document leads to."""
        wanted = {each.get(w("anchor"), "") for each in root.iter(names.HYPERLINK)}
        for mark in root.iter(w("bookmarkStart")):
            old = mark.get(w("name"), "")
            if old and old in wanted:
                self._anchors.setdefault(old, f"b{len(self._anchors) + 1}")

    def anchor(self, old: str | None) -> str | None:
        """The new name of a bookmark that is linked to."""
        return self._anchors.get(old or "")


def default_style(root: Element | None, kind: str) -> str | None:
    """The old id of the default style of a kind."""
    for style in () if root is None else root.iterchildren(w("style")):
        if style.get(w("type")) == kind and style.get(w("default"), "0") in {"1", "true", "on"}:
            return style.get(w("styleId"))
    return None


def based_on(style: Element) -> tuple[str, ...]:
    """The styles that a style refers to."""
    return tuple(filter(None, (value(style, w(name)) for name in ("basedOn", "next", "link")))) + tuple(
        filter(None, [value(child(style, names.PPR), w("pStyle"))])
    )
