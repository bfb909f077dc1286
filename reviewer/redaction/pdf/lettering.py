# SPDX-License-Identifier: MIT
"""How labels and notes are drawn: Helvetica in WinAnsi, a label white on black."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pikepdf
from pdfminer.fontmetrics import FONT_METRICS

from reviewer.documents.pdf.geometry import Matrix
from reviewer.documents.pdf.lines import across
from reviewer.documents.pdf.records import Glyph
from reviewer.model.document import Language
from reviewer.redaction.labels import separator_of

LABEL_FONT = "/LF"
LABEL_STATE = "/LS"
REDACTED = {Language.EN: "redacted", Language.FR: "caviardé"}
PICTURED = {Language.EN: "Page shown as a picture", Language.FR: "Page présentée en image"}
_WIDTHS: dict[str, int] = FONT_METRICS["Helvetica"][1]
_BOLD_WIDTHS: dict[str, int] = FONT_METRICS["Helvetica-Bold"][1]
_SIZE = 0.8
"""A label's letters, in em of its line."""
_PAD = 0.12
_BARE = 4.0
"""The width of a box without a label, in em."""
_PLAIN = {
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2011": "-", "\u2212": "-", "\u2248": "~", "\u2264": "<=",
    "\u2265": ">=", "\u2032": "'", "\u2033": '"', "\u2192": "->",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Label:
    """A label in its place: a matrix that leads to its left end on the baseline, in points; the em of its line."""

    text: str
    place: Matrix
    em: float
    width: float


def label_on(glyph: Glyph, text: str, em: float, start: float, width: float) -> Label:
    """A label on the line of a glyph, so far along it; upright with it, and never as in a mirror."""
    ux, uy = glyph.ux, glyph.uy
    height = across(glyph)
    if glyph.show.mirrored:
        start += width
    x, y = start * ux - height * uy, start * uy + height * ux
    if glyph.show.mirrored:
        ux, uy = -ux, -uy
    return Label(text, (ux, uy, -uy, ux, x, y), em, width)


def plain(text: str) -> str:
    """Signs that WinAnsi has no code for, in its nearest form."""
    return "".join(_PLAIN.get(each, each) for each in text)


def encode(text: str) -> bytes:
    """Text in WinAnsi; what it cannot say becomes a question mark."""
    return plain(text).encode("cp1252", "replace")


def can_say(text: str) -> bool:
    """Whether WinAnsi has a code for every sign of a text."""
    try:
        plain(text).encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a text in Helvetica."""
    widths = _BOLD_WIDTHS if bold else _WIDTHS
    return sum(widths.get(each, 556) for each in plain(text)) / 1000 * size


def label_width(text: str, em: float, *, blind: bool = False) -> float:
    """The width of a label with its black ground: it depends on the label alone; a `blind` one is a bare box."""
    if not text:
        return _BARE * em if blind else 0.0
    return text_width(text, _SIZE * em) + 2 * _PAD * em


def number(value: float) -> str:
    """A number in a content stream: short, without exponent, the same for the same value."""
    text = f"{value:.5f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def draw_label(label: Label, outer: Matrix | None, *, tagged: Language | None) -> bytes:
    """The operators of a label; `outer` undoes the matrix in force.

    With `tagged`, a Span says what it stands for. A generalised value says itself what is known.
    """
    size, pad = _SIZE * label.em, _PAD * label.em
    lines = [b"q"]
    if outer is not None:
        lines.append(_cm(outer))
    lines.append(_cm(label.place))
    lines.append(f"{LABEL_STATE} gs 0 g".encode())
    lines.append(
        f"0 {number(-0.2 * label.em)} {number(label.width)} {number(0.96 * label.em)} re f 1 g".encode()
    )
    shrink = (label.width - 2 * pad) / (text_width(label.text, size) or 1.0)
    text = pikepdf.unparse_content_stream([([pikepdf.String(encode(label.text))], pikepdf.Operator("Tj"))])
    lines.append(
        f"BT 0 Tr 0 Tc 0 Tw 0 Ts {number(100 * min(shrink, 1.0))} Tz {LABEL_FONT} {number(size)} Tf".encode()
    )
    lines.append(f"{number(pad)} {number(0.04 * label.em)} Td".encode())
    if tagged is not None and separator_of(label.text, tagged) == label.text:
        said = pikepdf.String(REDACTED[tagged]).unparse()
        text = b"/Span <</ActualText " + said + b">> BDC\n" + text + b"\nEMC"
    return b"\n".join([*lines, text, b"ET Q"])


def _cm(matrix: Matrix) -> bytes:
    return (" ".join(number(each) for each in matrix) + " cm").encode()


def label_font() -> pikepdf.Dictionary:
    """The font of labels, of the standard fourteen."""
    return helvetica("/Helvetica")


def helvetica(name: str) -> pikepdf.Dictionary:
    """A font dictionary of the standard fourteen, with its widths."""
    widths = _BOLD_WIDTHS if name.endswith("Bold") else _WIDTHS
    letters = [bytes([code]).decode("cp1252", "ignore") for code in range(32, 256)]
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name(name),
        Encoding=pikepdf.Name.WinAnsiEncoding,
        FirstChar=32,
        LastChar=255,
        Widths=pikepdf.Array([widths.get(letter, 278) for letter in letters]),
    )


def label_state() -> pikepdf.Dictionary:
    """Parameters under which a label is opaque, and in its own colours, whatever was set before."""
    return pikepdf.Dictionary(
        Type=pikepdf.Name.ExtGState, ca=1, CA=1, BM=pikepdf.Name.Normal, SMask=pikepdf.Name("/None"),
        TR=pikepdf.Name.Identity,
    )  # fmt: skip


def add_label_resources(new: pikepdf.Pdf, resources: pikepdf.Dictionary, shared: dict[Any, Any]) -> None:
    """Give a canvas the font and the parameters of labels."""
    if "label" not in shared:
        shared["label"] = (new.make_indirect(label_font()), new.make_indirect(label_state()))
    font, state = shared["label"]
    for kind, name, value in (("/Font", LABEL_FONT, font), ("/ExtGState", LABEL_STATE, state)):
        if kind not in resources:
            resources[kind] = pikepdf.Dictionary()
        resources[kind][name] = value
