# SPDX-License-Identifier: MIT
"""The two kinds of font in the sample PDFs: an embedded subset with its own codes, and standard Helvetica."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Protocol

from fontTools import subset
from fontTools.ttLib import TTFont
from pdfminer.fontmetrics import FONT_METRICS
from pikepdf import Array, Dictionary, Name, Pdf

if TYPE_CHECKING:
    from pathlib import Path

    from pikepdf import Object

# Pairs that a typesetter moves closer, in thousandths of an em.
KERN = {"Te": 70, "To": 70, "Ta": 70, "Tr": 40, "AV": 60, "Av": 45, "We": 35, "Wa": 35, "Ve": 40, "Va": 40,
        "Yo": 60, "P.": 90, "r.": 35, "r,": 35, "y.": 45, "y,": 45, "w.": 35, "L'": 80, "Ph": 0, "fa": 10}  # fmt: skip
TO_UNICODE = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<{low}> <{high}>\nendcodespacerange\n{ranges}"
    "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
)


class Font(Protocol):
    """What the layout needs of a font."""

    def width(self, text: str) -> int:
        """The advance of the text in thousandths of an em."""

    def encode(self, text: str) -> bytes:
        """The text as a PDF string, with its delimiters."""

    def embed(self, pdf: Pdf) -> Object:
        """The font as an object of the file; call it when all text has been encoded."""


class EmbeddedFont:
    """A TrueType font written as Type0 with two-byte glyph ids; only the glyphs that were used are embedded."""

    def __init__(self, path: Path, tag: str) -> None:
        self._path, self._tag = path, tag
        self._font = TTFont(path)
        self._cmap, self._metrics = self._font.getBestCmap(), self._font["hmtx"].metrics
        self._scale = 1000 / self._font["head"].unitsPerEm
        self._used: dict[int, str] = {}

    def width(self, text: str) -> int:
        """The advance of the text in thousandths of an em."""
        return sum(round(self._metrics[self._cmap[ord(sign)]][0] * self._scale) for sign in text)

    def encode(self, text: str) -> bytes:
        """The text as a PDF string, with its delimiters."""
        ids = []
        for sign in text:
            glyph = self._font.getGlyphID(self._cmap[ord(sign)])
            # The space and the no-break space share a glyph; a reader gets the ordinary one.
            self._used.setdefault(glyph, " " if sign == "\u00a0" else sign)
            ids.append(f"{glyph:04X}")
        return f"<{''.join(ids)}>".encode()

    def embed(self, pdf: Pdf) -> Object:
        """The font as an object of the file; call it when all text has been encoded."""
        name = Name(f"/{self._tag}+{self._path.stem}")
        descendant = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=name,
            CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
            CIDToGIDMap=Name.Identity,
            DW=600,
            W=Array([part for g in sorted(self._used) for part in (g, Array([self.width(self._used[g])]))]),
            FontDescriptor=pdf.make_indirect(self._descriptor(pdf, name)),
        )
        return pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type0,
                BaseFont=name,
                Encoding=Name("/Identity-H"),
                DescendantFonts=Array([pdf.make_indirect(descendant)]),
                ToUnicode=_to_unicode(pdf, self._used, 2),
            )
        )

    def _descriptor(self, pdf: Pdf, name: Name) -> Dictionary:
        head, hhea = self._font["head"], self._font["hhea"]
        box = (head.xMin, head.yMin, head.xMax, head.yMax)
        return Dictionary(
            Type=Name.FontDescriptor,
            FontName=name,
            Flags=4,
            FontBBox=Array([round(value * self._scale) for value in box]),
            ItalicAngle=0,
            Ascent=round(hhea.ascent * self._scale),
            Descent=round(hhea.descent * self._scale),
            CapHeight=729,
            StemV=165 if "Bold" in self._path.stem else 80,
            FontFile2=pdf.make_stream(self._subset()),
        )

    def _subset(self) -> bytes:
        options = subset.Options(
            retain_gids=True, notdef_outline=True, drop_tables=["GDEF", "GPOS", "GSUB", "MATH"]
        )
        font = TTFont(self._path, recalcTimestamp=False)
        subsetter = subset.Subsetter(options)
        subsetter.populate(gids=sorted(self._used))
        subsetter.subset(font)
        stream = io.BytesIO()
        font.save(stream)
        return stream.getvalue()


class CoreFont:
    """One of the fonts that every PDF reader has, with the Windows encoding and a ToUnicode map."""

    def __init__(self, name: str) -> None:
        self._name, self._widths = name, FONT_METRICS[name][1]

    def width(self, text: str) -> int:
        """The advance of the text in thousandths of an em."""
        return sum(self._widths.get(" " if sign == "\u00a0" else sign, 556) for sign in text)

    def encode(self, text: str) -> bytes:
        """The text as a PDF string, with its delimiters."""
        data = text.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
        return b"(" + data + b")"

    def embed(self, pdf: Pdf) -> Object:
        """The font as an object of the file."""
        codes = {
            code: bytes([code]).decode("cp1252") for code in (*range(32, 127), *range(160, 256), 0x92, 0x96)
        }
        return pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type1,
                BaseFont=Name(f"/{self._name}"),
                Encoding=Name.WinAnsiEncoding,
                ToUnicode=_to_unicode(pdf, codes, 1),
            )
        )


def _to_unicode(pdf: Pdf, codes: dict[int, str], size: int) -> Object:
    lines = [f"<{code:0{2 * size}X}> <{ord(sign):04X}>" for code, sign in sorted(codes.items())]
    ranges = ""
    for start in range(0, len(lines), 100):
        chunk = lines[start : start + 100]
        ranges += f"{len(chunk)} beginbfchar\n" + "\n".join(chunk) + "\nendbfchar\n"
    return pdf.make_stream(TO_UNICODE.format(low="00" * size, high="FF" * size, ranges=ranges).encode())
