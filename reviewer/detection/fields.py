# SPDX-License-Identifier: MIT
"""Labels and what stands under or beside them: columns, two-column forms, "Label: value" lines, a label on the line above."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewer.detection.blocks import Line

_LABEL_LENGTH = 45
_VALUE_LENGTH = 80
_INLINE = re.compile(
    r"[^\w\n\t]{0,3}(?P<label>[^\W\d_][^\t:=\n_…]{0,44}?)(?: ?[:=]| ?_{3}| ?\.{3}| ?…)[ ._…:]*+(?P<value>[^\s._…].{0,79})$"
)
_LETTERS = re.compile(r"[^\W\d_]")
_SHORTENED = re.compile(r"\b[^\W\d]{1,6}\.")
_SENTENCE = re.compile(r"[.!?;,]\s|[.!?;,]$")


@dataclass(frozen=True, slots=True)
class Field:
    """A label as it is written, and the place of the value that it speaks for."""

    label: str
    start: int
    end: int
    headings: tuple[str, ...] = ()
    """All headings of the row, when the label is a column's."""


def fields(text: str, lines: Sequence[Line]) -> Iterator[Field]:
    """Every labelled value; one value may come under more than one label."""
    for number, line in enumerate(lines):
        if line.is_row:
            yield from _row(text, line)
        else:
            yield from _line(text, line, lines[number - 1] if number else None)


def _row(text: str, line: Line) -> Iterator[Field]:
    headings = tuple(cell.header for cell in line.cells)
    for cell in line.cells:
        if cell.header and cell.header != text[cell.start : cell.end]:
            yield from _field(text, cell.header, cell.start, cell.end, headings)
    for left, right in zip(line.cells, line.cells[1:], strict=False):
        label = text[left.start : left.end].strip()
        if _is_label(label):
            yield from _field(text, label, right.start, right.end)
    for cell in line.cells:
        if inline := _INLINE.match(text, cell.start, _filled(text, cell.start, cell.end)):
            yield from _field(text, inline["label"], *inline.span("value"))


def _line(text: str, line: Line, above: Line | None) -> Iterator[Field]:
    if inline := _INLINE.match(text, line.start, _filled(text, line.start, line.end)):
        yield from _field(text, inline["label"], *inline.span("value"))
        return
    if line.cells[0].header:
        for label in line.cells[0].header.split(" | "):
            yield from _field(text, label, line.start, line.end)
    if above is not None and not above.is_row and line.end - line.start <= _VALUE_LENGTH:
        label = text[above.start : above.end].strip()
        if _is_label(label):
            yield from _field(text, label, line.start, line.end)


def _filled(text: str, start: int, end: int) -> int:
    """The end of what is written before the dots and underscores that fill a line."""
    while end > start and text[end - 1] in " ._…":
        end -= 1
    return end


def _is_label(text: str) -> bool:
    if not text or len(text) > _LABEL_LENGTH or sum(sign.isdigit() for sign in text) > 1:
        return False
    return bool(_LETTERS.search(text)) and not _SENTENCE.search(_SHORTENED.sub("", text).rstrip(": "))


def _field(text: str, label: str, start: int, end: int, headings: tuple[str, ...] = ()) -> Iterator[Field]:
    while start < end and text[start] in " _.…":
        start += 1
    while end > start and text[end - 1] in " _…":
        end -= 1
    if start < end and end - start <= _VALUE_LENGTH:
        yield Field(label, start, end, headings)
