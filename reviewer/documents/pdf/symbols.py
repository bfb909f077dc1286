# SPDX-License-Identifier: MIT
"""What the standard fonts of signs show: Greek and mathematics in Symbol, and signs that are no letters elsewhere."""

from __future__ import annotations

from fontTools import agl
from pdfminer.fontmetrics import FONT_METRICS

BULLET = "\u2022"
"""What a sign that has no name in Unicode stands for in a story."""
_SIGN_FONTS = ("symbol", "dingbat", "webding", "wingding", "commpi", "mtextra")
_GREEK = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_\u203eαβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
_MATHEMATICS = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…\u23d0\u23af↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"
SYMBOL = {
    **dict(enumerate(_GREEK, 0x20)),
    **dict(enumerate(_MATHEMATICS, 0xA0)),
    **dict.fromkeys((*range(0xE6, 0xF0), *range(0xF3, 0xFF)), BULLET),
    0xF1: "〉",
    0xF2: "∫",
}
"""Codes of the Symbol font (ISO 32000-1, annex D.5); pieces of large brackets are signs."""
_ELSEWHERE = {
    0x25: 0x260E, 0x2A: 0x261B, 0x2B: 0x261E, 0x48: 0x2605, 0x6C: 0x25CF, 0x6E: 0x25A0, 0x73: 0x25B2, 0x74: 0x25BC,
    0x75: 0x25C6, 0x77: 0x25D7, 0xA8: 0x2663, 0xA9: 0x2666, 0xAA: 0x2665, 0xAB: 0x2660, 0xD5: 0x2192, 0xD6: 0x2194,
    0xD7: 0x2195,
}  # fmt: skip
DINGBATS = {
    0x20: " ",
    **{code: chr(0x2700 + code - 0x20) for code in range(0x21, 0x7F)},
    **{code: chr(0x2768 + code - 0x80) for code in range(0x80, 0x8E)},
    **{code: chr(0x2761 + code - 0xA1) for code in range(0xA1, 0xA8)},
    **{code: chr(0x2460 + code - 0xAC) for code in range(0xAC, 0xB6)},
    **{code: chr(0x2776 + code - 0xB6) for code in range(0xB6, 0xF0)},
    **{code: chr(0x27B1 + code - 0xF1) for code in range(0xF1, 0xFF)},
    **{code: chr(sign) for code, sign in _ELSEWHERE.items()},
}
"""Codes of ZapfDingbats (annex D.6), after which the Dingbats of Unicode were made."""


_AS_MEASURED = {"Δ": "∆", "Ω": "\u2126", "μ": "µ", "®": "\uf6da", "©": "\uf6d9", "™": "\uf6db"}
"""Characters under which Adobe's metrics list a sign."""


_AS_TOLD = {"µ": "μ", "\u2126": "Ω", "∆": "Δ"}
"""Letters of Symbol whose glyph names lead to a sign of Unicode's compatibility blocks."""


def as_encoded(sign: str) -> str:
    """A sign as the encoding of Symbol has it, whatever its glyph name leads to."""
    return _AS_TOLD.get(sign, sign)


def own_widths(name: str) -> dict[int, float]:
    """The widths of a standard font of signs; nothing for any other font."""
    if "Dingbats" in name:
        table = FONT_METRICS["ZapfDingbats"][1]
        # These metrics list the sign a109 under the character 109.
        numbered = {agl.toUnicode(f"a{at}", isZapfDingbats=True): table.get(chr(at)) for at in range(1, 207)}
        found = {code: numbered.get(sign) for code, sign in DINGBATS.items()} | {0x20: 278}
        return {code: float(width) for code, width in found.items() if width is not None}
    if "Symbol" in name:
        table = FONT_METRICS["Symbol"][1]
        known = {code: table.get(_AS_MEASURED.get(sign, sign)) for code, sign in SYMBOL.items()}
        return {code: float(width) for code, width in known.items() if width is not None}
    return {}


def is_sign_font(name: str) -> bool:
    """Whether a font by its name shows signs and no letters of a text."""
    plain = name.lower()
    return any(each in plain for each in _SIGN_FONTS)


def own_encoding(name: str) -> dict[int, str]:
    """The encoding of a standard font of signs that is not embedded; nothing for any other font."""
    if "Dingbats" in name:
        return dict(DINGBATS)
    return dict(SYMBOL) if "Symbol" in name else {}


def named_sign(glyph_name: str, *, dingbats: bool) -> str:
    """The characters of a glyph name; the numbered names of ZapfDingbats only where that font is meant."""
    return str(agl.toUnicode(glyph_name.split(".", 1)[0], isZapfDingbats=dingbats))
