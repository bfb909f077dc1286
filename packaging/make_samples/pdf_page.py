# SPDX-License-Identifier: MIT
"""Writes the content streams of a sample PDF: lines of text in pieces, rules, marked content."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pdf_fonts import KERN

if TYPE_CHECKING:
    from pdf_fonts import Font
    from pdf_tags import Element

WIDTH, HEIGHT, MARGIN, TOP, BOTTOM = 612, 792, 62, 716, 74
# A text that is drawn in one go is rare in real files: every so many signs a new piece begins.
PIECE = 11


@dataclass(frozen=True, slots=True)
class Face:
    """A font at a size: `key` is its name in the page's resources."""

    key: str
    font: Font
    size: float

    def width(self, text: str) -> float:
        """How wide the text is, in points, kerned as `pieces` draws it."""
        kerns = sum(KERN.get(text[index : index + 2], 0) for index in range(len(text) - 1))
        return (self.font.width(text) - kerns) * self.size / 1000


@dataclass(slots=True)
class Page:
    """One page while it is drawn."""

    number: int
    operators: list[bytes] = field(default_factory=list)
    marked: list[Element] = field(default_factory=list)
    links: list[tuple[tuple[float, float, float, float], str]] = field(default_factory=list)
    images: list[bytes] = field(default_factory=list)
    y: float = TOP
    _open: Element | None = None

    def mark(self, element: Element | None) -> None:
        """What is drawn next belongs to this element; None: nothing is marked (an untagged file)."""
        if element is self._open:
            return
        self.close()
        if element is not None:
            self.draw(f"/{element.tag} << /MCID {len(self.marked)} >> BDC")
            element.kids.append((self.number, len(self.marked)))
            self.marked.append(element)
        self._open = element

    def close(self) -> None:
        """End the marked content that is open."""
        if self._open is not None:
            self.draw("EMC")
        self._open = None

    def artifact(self, subtype: str) -> None:
        """What is drawn until `end_artifact` is furniture, not content."""
        self.close()
        kind = "Pagination" if subtype in {"Header", "Footer"} else "Layout"
        detail = f" /Subtype /{subtype}" if kind == "Pagination" else ""
        self.draw(f"/Artifact << /Type /{kind}{detail} >> BDC")

    def end_artifact(self) -> None:
        """Close what `artifact` opened."""
        self.draw("EMC")

    def draw(self, operator: str | bytes) -> None:
        """Append one operator with its operands."""
        self.operators.append(operator.encode() if isinstance(operator, str) else operator)

    def text(self, x: float, y: float, text: str, face: Face) -> None:
        """Draw one line of text."""
        head = f"BT /{face.key} {face.size:g} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm ".encode()
        if sum(map(ord, text)) % 5 == 0 and len(text) > PIECE:
            # Some lines are drawn by two operators, cut inside a word.
            cut = len(text) // 2
            tail = pieces(text[:cut], face) + b" TJ " + pieces(text[cut:], face)
        else:
            tail = pieces(text, face)
        self.draw(head + tail + b" TJ ET")


def pieces(text: str, face: Face) -> bytes:
    """The operand of TJ: the text in pieces, with the kerns between them."""
    parts, start = [], 0
    for index in range(1, len(text)):
        kern = KERN.get(text[index - 1 : index + 1], 0)
        if kern or index - start >= PIECE:
            parts += [face.font.encode(text[start:index]), str(kern).encode()]
            start = index
    return b"[" + b" ".join([*parts, face.font.encode(text[start:])]) + b"]"
