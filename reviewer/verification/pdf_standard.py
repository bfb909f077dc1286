# SPDX-License-Identifier: MIT
"""What PDF itself prescribes (ISO 32000, ISO 14289, XMP): words of the format that say nothing about the document.

A copy in which "type", "pattern" or "source" is withheld still is a PDF file. Only a whole name, a whole word of a
character map or a whole tag of the properties is excused; the same letters in a string are searched like any others.
"""

from __future__ import annotations

import re

_OBJECTS = """
Parent Size Lang Type XRef Info Predictor ViewerPreferences Root Resources DisplayDocTitle Contents Catalog XML
Subtype Filter Pages DecodeParms FlateDecode DCTDecode JPXDecode JBIG2Decode JBIG2Globals CCITTFaxDecode
RunLengthDecode LZWDecode ASCIIHexDecode ASCII85Decode PageLabels IDTree EarlyChange Colors Columns ObjStm Kids
Count First Last Next Prev Page Title Length Length1 Length2 Length3 Metadata Index Dests Names Limits Nums Producer
Version MediaBox CropBox Rotate UserUnit Tabs Group Annots Annot Rect Border Link Dest Outlines Action URI GoTo XYZ
Fit FitH FitV FitR FitB FitBH FitBV Form XObject Image BBox Matrix ProcSet PDF Text ImageB ImageC ImageI
StructParents StructParent Extends
"""
_TEXT = """
Font BaseFont Encoding Widths FirstChar LastChar ExtGState Type0 Type1 MMType1 TrueType Type3 ToUnicode
WinAnsiEncoding MacRomanEncoding MacExpertEncoding StandardEncoding PDFDocEncoding Normal None Custom FontBBox Flags
FontDescriptor FontName FontFamily FontStretch FontWeight Ascent Descent Leading StemV StemH CapHeight XHeight
ItalicAngle AvgWidth MaxWidth MissingWidth CharSet FontFile FontFile2 FontFile3 Ordering Registry Supplement
DescendantFonts CIDSystemInfo CIDFontType0 CIDFontType2 CIDFontType0C Type1C OpenType CIDToGIDMap CIDSet Identity
Identity-H Identity-V CMap CMapName UseCMap WMode Differences BaseEncoding FontMatrix CharProcs
"""
_DRAWN = """
SMask SMaskInData Mask ImageMask Transparency Luminosity Alpha Backdrop ColorSpace DeviceRGB DeviceGray DeviceCMYK
CalRGB CalGray Lab Indexed ICCBased DeviceN Separation Pattern PatternType PaintType TilingType XStep YStep Shading
ShadingType Domain Range Function Functions FunctionType Bounds Encode Decode BitsPerComponent BitsPerSample
BitsPerFlag BitsPerCoordinate Coords Extend Background AntiAlias Width Height Interpolate Intent Alternate Order
Formula WhitePoint BlackPoint Gamma Knockout Isolated LineWidth Compatible Multiply Screen Overlay Darken Lighten
ColorDodge ColorBurn HardLight SoftLight Difference Exclusion Hue Saturation Color Luminosity Default Colorants
Components Process MixingHints HalftoneName Halftone TransferFunction RelativeColorimetric AbsoluteColorimetric
Perceptual All True False VerticesPerRow Rows BlackIs1 EncodedByteAlign EndOfLine EndOfBlock ColorTransform
DamagedRowsBeforeError
"""
_TAGS = """
Marked MarkInfo Suspects ParentTree ParentTreeNextKey StructTreeRoot StructElem MCID MCR OBJR Artifact Span
Pagination ActualText Alt Document DocumentFragment Part Art Sect Div Aside BlockQuote Caption TOC TOCI Index
NonStruct Private FENote Title Sub Lbl LBody Table THead TBody TFoot Figure Formula Form Link Annot Note Quote
Reference BibEntry Code Ruby Warichu Layout List Placement Block Inline Before After Start End TextAlign Center
Justify WritingMode SpaceBefore SpaceAfter StartIndent EndIndent TextIndent BlockAlign InlineAlign LineHeight
BaselineShift TextDecorationType Underline Overline LineThrough BackgroundColor BorderColor BorderStyle
BorderThickness Padding RowSpan ColSpan Headers Scope Summary Row Column Both ListNumbering Decimal Disc Circle
Square UpperAlpha LowerAlpha UpperRoman LowerRoman Ordered Unordered Description RoleMap Pg Header Footer Watermark
Attached Top Bottom Left Right
"""
_FONTS = """
Helvetica Helvetica-Bold Helvetica-Oblique Helvetica-BoldOblique Times-Roman Times-Bold Times-Italic
Times-BoldItalic Courier Courier-Bold Courier-Oblique Courier-BoldOblique Symbol ZapfDingbats Arial ArialMT
Arial-BoldMT Arial-ItalicMT Arial-BoldItalicMT TimesNewRomanPSMT TimesNewRomanPS-BoldMT TimesNewRomanPS-ItalicMT
TimesNewRomanPS-BoldItalicMT CourierNewPSMT CourierNewPS-BoldMT Calibri Verdana Tahoma
"""
_GLYPHS = """
space exclam quotedbl numbersign dollar percent ampersand quotesingle quoteright quoteleft parenleft parenright
asterisk plus comma hyphen minus period slash zero one two three four five six seven eight nine colon semicolon less
equal greater question at bracketleft backslash bracketright asciicircum underscore grave braceleft bar braceright
asciitilde bullet ellipsis endash emdash quotedblleft quotedblright quotesinglbase quotedblbase guillemotleft
guillemotright guilsinglleft guilsinglright degree section paragraph currency cent sterling yen Euro copyright
registered trademark periodcentered dagger daggerdbl acute cedilla dieresis macron circumflex tilde caron breve ring
ogonek multiply divide plusminus germandbls ordfeminine ordmasculine
"""
STANDARD_NAMES = frozenset(
    each.encode("ascii")
    for listed in (_OBJECTS, _TEXT, _DRAWN, _TAGS, _FONTS, _GLYPHS)
    for each in listed.split()
)
"""Names of objects, of drawing, of tags, of the fonts and letters that every viewer knows."""

COLLECTION = {"Registry": {b"Adobe"}, "Ordering": {b"Identity", b"UCS"}}
"""What the collection of letters of a composite font is called, by its keys."""

_NAME = re.compile(rb"/([A-Za-z0-9.-]+)(?=[\s()<>\[\]{}/%]|$)")
_VALUE = re.compile(rb"(?<=[\s\[\]<>])(?:true|false|null)(?=[\s\[\]<>/]|$)")
_MAP_WORD = re.compile(
    rb"(?<![^\s])(?:/?(?:CIDInit|ProcSet|CIDSystemInfo|CMapName|CMapType|CMap)|/Unicode|/Supplement|"
    rb"/Registry \(Adobe\)|/Ordering \((?:Identity|UCS)\)|"
    rb"findresource|defineresource|currentdict|dict|begincmap|endcmap|begin|end|def|pop|"
    rb"(?:begin|end)(?:codespacerange|bfchar|bfrange|cidchar|cidrange))(?![^\s])"
)
_PACKET_WORD = re.compile(
    rb"<\?xpacket (?:begin=\"[^\"\w]*\" id=\"W5M0MpCehiHzreSzNTczkc9d\"|end=\"[rw]\")\?>"
    rb"|</?(?:x:xmpmeta|rdf:(?:RDF|Description|Alt|Bag|Seq|li)|dc:(?:title|language)|pdfuaid:part)(?=[\s>])"
    rb"|xmlns:(?:x|rdf|dc|pdfuaid)=\"(?:adobe:ns:meta/|http://www\.w3\.org/1999/02/22-rdf-syntax-ns#|"
    rb"http://purl\.org/dc/elements/1\.1/|http://www\.aiim\.org/pdfua/ns/id/)\""
    rb"|rdf:about=\"\"|xml:lang=\"(?:x-default|en-CA|fr-CA)\""
)


def without_names(data: bytes) -> bytes:
    """Bytes of objects or of a page's content, without the names and the truth values that are the format's own."""
    named = _NAME.sub(lambda match: b"/" if match[1] in STANDARD_NAMES else match[0], data)
    return _VALUE.sub(b" ", named)


def without_map_words(data: bytes) -> bytes:
    """A character map without the words that every one is made of."""
    return _MAP_WORD.sub(b"", data) if b"begincmap" in data else data


def without_packet_words(data: bytes) -> bytes:
    """A packet of properties without the tags and addresses that every one is made of."""
    return _PACKET_WORD.sub(b" ", data)
