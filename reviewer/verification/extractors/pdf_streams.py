# SPDX-License-Identifier: MIT
"""The words inside one content stream: what its show operators print, and every other string in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reviewer.model.document import StoryKind
from reviewer.verification.extractors.pdf_fonts import LATIN, Font
from reviewer.verification.extractors.pdf_syntax import Sort, letters_of_numbers, readings_of, tokens
from reviewer.verification.pdf_standard import STANDARD_NAMES, without_names
from reviewer.verification.residue import printable
from reviewer.verification.surface import Depth, Surface

SHOWN = (StoryKind.PAGE, StoryKind.FORM_FIELD)
"""Stories whose text a page prints; a kept form field is printed flat."""
IN_STREAM = (*SHOWN, StoryKind.STRUCTURE_TEXT)

_SHOW = frozenset({b"Tj", b"TJ", b"'", b'"'})
_NEW_LINE = frozenset({b"T*", b"'", b'"', b"BT", b"Tm", b"Td", b"TD"})
_SPACE_KERN = 150
"""In thousandths of an em: the blanks of a justified line may be so narrow."""
_NUMBER = re.compile(rb"(?<![\w.#+-])\d{2,3}(?![\w.])")


@dataclass(slots=True)
class Drawn:
    """What a stream draws that readers of text take on trust: the codes of each font, and things that are no text."""

    codes: dict[int, set[int]] = field(default_factory=dict)
    names: set[bytes] = field(default_factory=set)
    unnamed: bool = False

    def take(self, font: Font, value: bytes) -> None:
        """A string shown in a font. Letters that are drawings themselves are no letters for sure."""
        self.codes.setdefault(id(font), set()).update(font.codes(value))
        self.unnamed |= font.drawn


@dataclass(slots=True)
class _Shown:
    """What was printed: for each view the pieces, with blanks where the operators move on."""

    views: list[list[str]] = field(default_factory=lambda: [[], []])
    other: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    looks: Drawn = field(default_factory=Drawn)


def read_stream(
    data: bytes,
    fonts: Mapping[str, Font],
    place: str,
    kinds: tuple[StoryKind, ...],
    page: int | None,
    *,
    otherwise: Font = LATIN,
    looks: Drawn | None = None,
) -> Iterator[Surface]:
    """All text of a content stream. `fonts` are by resource name; text in another one is read as `otherwise`.

    What it draws is added to `looks`.
    """
    shown = _Shown(looks=looks or Drawn())
    _read(data, fonts, otherwise, shown)
    for name, pieces in zip(("unicode", "encoding"), shown.views, strict=True):
        yield Surface(f"streams.{name}", place, "".join(pieces), kinds, page)
        if not kinds:
            # No page draws it, so no reader places its letters: an operator's border may be a word's only border.
            yield Surface(f"streams.{name}.apart", place, "\n".join(pieces), kinds, page)
    structure = (StoryKind.STRUCTURE_TEXT,) if kinds else ()
    yield Surface("streams.properties", f"{place}:properties", "\n".join(shown.other), structure, page)
    yield Surface("streams.comments", f"{place}:comment", "\n".join(shown.comments), depth=Depth.NAMES)
    numbers = letters_of_numbers(_NUMBER.findall(data))
    yield Surface("streams.numbers", f"{place}:numbers", numbers, depth=Depth.BINARY)
    for surface in printable("streams.raw", place, without_names(data)):
        yield Surface(surface.reader, place, surface.text, (*kinds, *structure), page, Depth.STREAM)


def _read(data: bytes, fonts: Mapping[str, Font], otherwise: Font, shown: _Shown) -> None:
    font = otherwise
    operands: list[tuple[Sort, bytes]] = []
    for token in tokens(data, content=True):
        if token.sort is Sort.COMMENT:
            shown.comments.append(token.value.decode("latin-1"))
        elif token.sort is not Sort.WORD:
            operands.append((token.sort, token.value))
        else:
            if token.value == b"Tf":
                name = next((value for sort, value in operands if sort is Sort.NAME), b"")
                font = fonts.get("/" + name.decode("latin-1"), otherwise)
            _operate(token.value, operands, font, shown)
            operands = []


def _operate(operator: bytes, operands: Sequence[tuple[Sort, bytes]], font: Font, shown: _Shown) -> None:
    if operator in _NEW_LINE and not _stays_on_line(operator, operands):
        for view in shown.views:
            view.append("\n")
    if operator in _SHOW:
        for sort, value in operands:
            if sort is Sort.STRING:
                shown.looks.take(font, value)
            for view, text in zip(shown.views, _shown(sort, value, font), strict=True):
                view.append(text)
        return
    if operator == b"Do":
        shown.looks.names.update(value for sort, value in operands if sort is Sort.NAME)
    # Pictures in the stream, shadings, and patterns (colours that are names) have no letters.
    shown.looks.unnamed |= operator in {b"BI", b"sh"} or (
        operator in {b"scn", b"SCN"} and any(sort is Sort.NAME for sort, _ in operands)
    )
    for sort, value in operands:
        if sort is Sort.STRING:
            shown.other.extend(readings_of(value))
        elif sort is Sort.NAME and value not in STANDARD_NAMES:
            shown.other.append(value.decode("latin-1"))


def _stays_on_line(operator: bytes, operands: Sequence[tuple[Sort, bytes]]) -> bool:
    """Whether a move goes sideways only: glyphs may be set one by one."""
    numbers = [value for sort, value in operands if sort is Sort.NUMBER]
    return operator in {b"Td", b"TD"} and len(numbers) == 2 and not numbers[1].strip(b"0.+-")


def _shown(sort: Sort, value: bytes, font: Font) -> tuple[str, str]:
    """A string's letters in both views; a wide step back in the kerning is a blank."""
    if sort is Sort.STRING:
        return font.readings(value)
    wide = sort is Sort.NUMBER and value.startswith(b"-") and float(value.lstrip(b"+-")) > _SPACE_KERN
    return (" ", " ") if wide else ("", "")
