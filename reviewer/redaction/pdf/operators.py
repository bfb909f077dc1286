# SPDX-License-Identifier: MIT
"""The operators of one canvas as they are written: saved states, the text object, matrices that are due."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pikepdf

from reviewer.documents.pdf.geometry import IDENTITY, Matrix, matrix_of, multiply
from reviewer.redaction.pdf.lettering import number as figure
from reviewer.redaction.pdf.tidy import FAMILIES, Entry, Kind, renumbered, tidy


@dataclass(slots=True)
class _Pen:
    """What q saves of the text state that has been written, and of the matrix that has not been written yet."""

    spacing: tuple[float, float] = (0.0, 0.0)
    wanted: tuple[str, Any] | None = None
    written: tuple[str, Any] | None = None
    pending: Matrix = IDENTITY


class Operators:
    """What has been written of a canvas. `touched`: all its places are absolute, no order of its own survives.

    `numbers` gives, once it is finished, the new number of each marked content that is left.
    """

    def __init__(self, *, touched: bool) -> None:
        self.touched = touched
        self.numbers: dict[int, int] = {}
        self.pen = _Pen()
        self._out: list[Entry] = []
        self._saved: list[_Pen] = []
        self._marked = 0
        self._text_open = False

    def finished(self) -> bytes:
        """All operators, balanced."""
        self.close_text()
        for _mark in range(self._marked):
            self.write(b"EMC", Kind.UNMARK)
        for _state in self._saved:
            self._out.append((Kind.RESTORE, "", b"Q"))
        lines, self.numbers = renumbered(tidy(self._out, touched=self.touched))
        return b"\n".join(lines) + b"\n"

    def write(self, data: bytes, kind: Kind = Kind.PAINT, family: str = "") -> None:
        """Bytes as they are."""
        self._out.append((kind, family, data))

    def emit(self, operands: list[Any], operator: str, kind: Kind = Kind.PAINT) -> None:
        """One operator with its operands."""
        data = pikepdf.unparse_content_stream([(operands, pikepdf.Operator(operator))])
        self.write(data, kind, FAMILIES.get(operator, ""))

    def bracket(self, operator: str, operands: list[Any]) -> None:
        """An operator that saves, restores or moves the state."""
        match operator:
            case "q":
                self.break_text()
                self._saved.append(replace(self.pen))
                self.write(b"q", Kind.SAVE)
            case "Q" if self._saved:
                self.break_text()
                self.pen = self._saved.pop()
                self.write(b"Q", Kind.RESTORE)
            case "cm":
                self.pen.pending = multiply(matrix_of(operands), self.pen.pending)
                if not self.touched:
                    self.settle()
            case "BT" if not self.touched:
                self.open_text()
            case "ET":
                self.close_text()

    def settle(self) -> None:
        """Write the matrix that is still due: something other than text needs it."""
        if self.pen.pending != IDENTITY:
            numbers = " ".join(figure(each) for each in self.pen.pending)
            self.write(f"{numbers} cm".encode(), Kind.STATE)
            self.pen.pending = IDENTITY

    def open_text(self) -> None:
        """Begin a text object, unless one is open."""
        if not self._text_open:
            self.write(b"BT", Kind.STATE)
            self._text_open = True

    def close_text(self) -> None:
        """End the text object, if one is open."""
        if self._text_open:
            self.write(b"ET", Kind.STATE)
            self._text_open = False

    def break_text(self) -> None:
        """Nothing but text may stand in a text object; where all places are absolute, it is simply closed."""
        if self.touched:
            self.close_text()

    def begin_marked(self, data: bytes) -> None:
        """Begin marked content."""
        self._marked += 1
        self.break_text()
        self.write(data, Kind.MARK)

    def end_marked(self) -> None:
        """End marked content, if any is open."""
        if self._marked:
            self.break_text()
            self._marked -= 1
            self.write(b"EMC", Kind.UNMARK)

    def space_out(self, character: float, word: float) -> None:
        """Set letter and word spacing, where they are others."""
        if self.pen.spacing != (character, word):
            self.write(f"{figure(character)} Tc {figure(word)} Tw".encode(), Kind.STATE)
            self.pen.spacing = (character, word)

    def matrix(self, matrix: Matrix) -> None:
        """Put the pen at an absolute place."""
        placed = multiply(matrix, self.pen.pending)
        self.write((" ".join(figure(each) for each in placed) + " Tm").encode(), Kind.STATE)
