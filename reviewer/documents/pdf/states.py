# SPDX-License-Identifier: MIT
"""The graphics and text state of a content stream, and what its colours and parameters mean for visibility."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

import pikepdf

from reviewer.documents.pdf.fonts import Font
from reviewer.documents.pdf.geometry import IDENTITY, Matrix, Rect, crop, number

_WHITE = 0.97


class Space(StrEnum):
    """What numbers mean in a colour space."""

    LIGHT = "light"
    INK = "ink"
    OTHER = "other"


@dataclass(slots=True)
class State:
    """What q saves and Q restores (text matrices are not part of it)."""

    ctm: Matrix = IDENTITY
    font: Font | None = None
    font_name: str = ""
    size: float = 0.0
    char_space: float = 0.0
    word_space: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0
    fill_white: bool = False
    stroke_white: bool = False
    fill_space: Space = Space.LIGHT
    stroke_space: Space = Space.LIGHT
    fill_pattern: str = ""
    stroke_pattern: str = ""
    faint: bool = False
    opaque: bool = True
    blended: bool = False
    masked: bool = False
    clip: Rect | None = None

    def copy(self) -> State:
        """A state of its own for q."""
        return replace(self)

    def clip_to(self, rect: Rect) -> None:
        """From here on nothing is shown outside a rectangle, nor outside the ones before it."""
        self.clip = rect if self.clip is None else crop(self.clip, rect)

    def text_operator(self, operator: str, operands: list[Any]) -> bool:
        """Take one of the operators that set a number of the text state; False for any other operator."""
        match operator:
            case "Tc":
                self.char_space = number(operands[0])
            case "Tw":
                self.word_space = number(operands[0])
            case "Tz":
                self.scale = number(operands[0]) / 100
            case "TL":
                self.leading = number(operands[0])
            case "Ts":
                self.rise = number(operands[0])
            case "Tr":
                self.mode = int(number(operands[0]))
            case _:
                return False
        return True

    def colour_operator(self, operator: str, operands: list[Any]) -> bool:
        """Take a colour operator; False for any other."""
        low = operator.lower()
        if low not in {"g", "rg", "k", "sc", "scn", "cs"}:
            return False
        filling = operator == low
        pattern, white = "", False
        if low in {"sc", "scn"}:
            space = self.fill_space if filling else self.stroke_space
            if operands and isinstance(operands[-1], pikepdf.Name):
                pattern = str(operands[-1])
            else:
                white = is_white([number(each) for each in operands], space)
        elif low != "cs":
            white = is_white([number(each) for each in operands], Space.LIGHT)
        self._set_space(low, filling=filling)
        if operator == low:
            self.fill_white, self.fill_pattern = white, pattern
        else:
            self.stroke_white, self.stroke_pattern = white, pattern
        return True

    def _set_space(self, operator: str, *, filling: bool) -> None:
        """The operators that name their space; `cs` is answered by whoever can look it up."""
        if operator in {"g", "rg", "k"}:
            if filling:
                self.fill_space = Space.LIGHT
            else:
                self.stroke_space = Space.LIGHT

    @property
    def text_white(self) -> bool:
        """Whether text comes out white in the current rendering mode."""
        filled, stroked = self.mode in {0, 2, 4, 6}, self.mode in {1, 2, 5, 6}
        return (filled or stroked) and (self.fill_white or not filled) and (self.stroke_white or not stroked)


def space_of(source: Any) -> Space:
    """What the components of a colour space stand for."""
    family = str(source[0]) if isinstance(source, pikepdf.Array) and len(source) else str(source)
    if family in {
        "/DeviceGray",
        "/DeviceRGB",
        "/DeviceCMYK",
        "/CalGray",
        "/CalRGB",
        "/ICCBased",
        "/G",
        "/RGB",
        "/CMYK",
    }:
        return Space.LIGHT
    return Space.INK if family in {"/Separation", "/DeviceN"} else Space.OTHER


def is_white(values: list[float], space: Space) -> bool:
    """Whether colour components are white: in light by their count (gray, RGB, CMYK), in ink when there is none."""
    if space is not Space.LIGHT:
        return space is Space.INK and bool(values) and all(value <= 1 - _WHITE for value in values)
    match len(values):
        case 1 | 3:
            return all(value >= _WHITE for value in values)
        case 4:
            return all(value <= 1 - _WHITE for value in values)
        case _:
            return False
