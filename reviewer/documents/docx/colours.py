# SPDX-License-Identifier: MIT
"""Colours as Word reckons them: hexadecimal, of the theme, by name; and whether two can be told apart."""

from __future__ import annotations

import re

from lxml.etree import _Element as Element

from reviewer.documents.docx import names
from reviewer.documents.docx.markup import whole_number
from reviewer.documents.docx.names import w

Colour = tuple[int, int, int]
WHITE: Colour = (255, 255, 255)
_LEAST_CONTRAST = 1.2
"""As WCAG 2 reckons contrast, from 1 (the same) to 21; text of the page's grey boxes has 1.4 and more."""
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_NAMED: dict[str, Colour] = {
    "black": (0, 0, 0),
    "white": WHITE,
    "yellow": (255, 255, 0),
    "green": (0, 255, 0),
    "cyan": (0, 255, 255),
    "magenta": (255, 0, 255),
    "blue": (0, 0, 255),
    "red": (255, 0, 0),
    "darkBlue": (0, 0, 139),
    "darkCyan": (0, 139, 139),
    "darkGreen": (0, 100, 0),
    "darkMagenta": (128, 0, 128),
    "darkRed": (139, 0, 0),
    "darkYellow": (128, 128, 0),
    "darkGray": (169, 169, 169),
    "lightGray": (211, 211, 211),
}
_IN_THEME = {
    "background1": "lt1",
    "light1": "lt1",
    "text1": "dk1",
    "dark1": "dk1",
    "background2": "lt2",
    "light2": "lt2",
    "text2": "dk2",
    "dark2": "dk2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
    "bg1": "lt1",
    "tx1": "dk1",
    "bg2": "lt2",
    "tx2": "dk2",
}
_USUAL_THEME = {"lt1": WHITE, "dk1": (0, 0, 0)}


def hexadecimal(text: str | None) -> Colour | None:
    """A colour written as six digits, with or without a sign before them."""
    text = (text or "").removeprefix("#")
    return (int(text[:2], 16), int(text[2:4], 16), int(text[4:], 16)) if _HEX.fullmatch(text) else None


def named(text: str | None) -> Colour | None:
    """A highlight or a colour of VML."""
    word = (text or "").partition(" ")[0]
    return _NAMED.get(word) or hexadecimal(word)


class Theme:
    """The colours of a document's theme."""

    def __init__(self, root: Element | None) -> None:
        self._colours: dict[str, Colour] = dict(_USUAL_THEME)
        scheme = None if root is None else next(root.iter(f"{{{names.A}}}clrScheme"), None)
        for each in () if scheme is None else scheme.iterchildren():
            found = next(each.iterchildren(), None)
            colour = None if found is None else hexadecimal(found.get("lastClr") or found.get("val"))
            if colour is not None:
                self._colours[names.local(str(each.tag))] = colour

    def colour(self, name: str | None) -> Colour | None:
        """A colour by its name in the theme or in the document."""
        return self._colours.get(_IN_THEME.get(name or "", name or ""))

    def of(self, element: Element | None, plain: str, theme: str) -> Colour | None:
        """The colour that an element's attributes name: one of the theme, tinted or shaded, before a plain one."""
        if element is None:
            return None
        prefix = theme.removesuffix("Color") if theme.endswith("Color") else theme
        found = self.colour(element.get(w(theme)))
        if found is None:
            return hexadecimal(element.get(w(plain)))
        for edge, target in (("Tint", 255), ("Shade", 0)):
            share = element.get(w(f"{prefix}{edge}"), "")
            if re.fullmatch(r"[0-9A-Fa-f]{2}", share):
                part = int(share, 16) / 255
                found = _mixed(found, part, target)
        return found


def _mixed(colour: Colour, part: float, target: int) -> Colour:
    mixed = [round(each * part + target * (1 - part)) for each in colour]
    return mixed[0], mixed[1], mixed[2]


def shading(element: Element | None, theme: Theme) -> Colour | None:
    """The background of a w:shd; a pattern is taken for the mean of its two colours."""
    if element is None or element.get(names.VAL) == "nil":
        return None
    fill = theme.of(element, "fill", "themeFill")
    pattern = element.get(names.VAL, "clear")
    front = theme.of(element, "color", "themeColor")
    if pattern == "solid":
        return front
    share = whole_number(pattern.removeprefix("pct")) if pattern.startswith("pct") else None
    if share is not None and front is not None:
        return _blend(front, fill or WHITE, min(max(share, 0), 100) / 100)
    return fill


def _blend(front: Colour, back: Colour, part: float) -> Colour:
    mixed = [round(one * part + other * (1 - part)) for one, other in zip(front, back, strict=True)]
    return mixed[0], mixed[1], mixed[2]


def alike(one: Colour, other: Colour) -> bool:
    """Whether text in one colour can hardly be seen on the other."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    if (brighter + 0.05) / (darker + 0.05) >= _LEAST_CONTRAST:
        return False
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) < 64


def _luminance(colour: Colour) -> float:
    red, green, blue = (
        each / 255 / 12.92 if each <= 10 else ((each / 255 + 0.055) / 1.055) ** 2.4 for each in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
