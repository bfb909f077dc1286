# SPDX-License-Identifier: MIT
"""The namespaces and element names of WordprocessingML that the reader and the writer share."""

from __future__ import annotations

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
WPC = "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
WP14 = "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
CX = "http://schemas.microsoft.com/office/drawing/2014/chartex"
DGM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
V = "urn:schemas-microsoft-com:vml"
O = "urn:schemas-microsoft-com:office:office"  # noqa: E741 - the prefix that every VML file uses
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
XML = "http://www.w3.org/XML/1998/namespace"

STRICT = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": W,
    "http://purl.oclc.org/ooxml/officeDocument/relationships": R,
    "http://purl.oclc.org/ooxml/officeDocument/math": M,
    "http://purl.oclc.org/ooxml/drawingml/main": A,
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": WP,
    "http://purl.oclc.org/ooxml/drawingml/picture": PIC,
    "http://purl.oclc.org/ooxml/drawingml/chart": C,
    "http://purl.oclc.org/ooxml/drawingml/diagram": DGM,
    "http://purl.oclc.org/ooxml/officeDocument/extendedProperties": (
        "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    ),
    "http://purl.oclc.org/ooxml/officeDocument/customProperties": (
        "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
    ),
}
"""ISO 29500 Strict namespaces and the Transitional ones that the rest of the code knows."""


def w(name: str) -> str:
    """The qualified name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{name}"


def r(name: str) -> str:
    """The qualified name of a relationship attribute."""
    return f"{{{R}}}{name}"


def c(name: str) -> str:
    """The qualified name of an element of a chart."""
    return f"{{{C}}}{name}"


def local(tag: str) -> str:
    """The name without its namespace."""
    return tag.rpartition("}")[2]


P, RUN, TABLE, ROW, CELL = w("p"), w("r"), w("tbl"), w("tr"), w("tc")
PPR, RPR, TBLPR, TRPR, TCPR = w("pPr"), w("rPr"), w("tblPr"), w("trPr"), w("tcPr")
TEXT, DELETED_TEXT = w("t"), w("delText")
INSTRUCTION, DELETED_INSTRUCTION = w("instrText"), w("delInstrText")
FIELD_CHAR, SIMPLE_FIELD = w("fldChar"), w("fldSimple")
HYPERLINK = w("hyperlink")
DRAWING, PICT, OBJECT = w("drawing"), w("pict"), w("object")
SDT, SDT_CONTENT = w("sdt"), w("sdtContent")
BOX_CONTENT = w("txbxContent")
SECTION = w("sectPr")
VAL = w("val")
ALTERNATE, CHOICE, FALLBACK = f"{{{MC}}}AlternateContent", f"{{{MC}}}Choice", f"{{{MC}}}Fallback"
MATH, MATH_PARAGRAPH, MATH_TEXT = f"{{{M}}}oMath", f"{{{M}}}oMathPara", f"{{{M}}}t"

INSERTED = frozenset({w("ins"), w("moveTo")})
DELETED = frozenset({w("del"), w("moveFrom")})
TRANSPARENT = frozenset({w("customXml"), w("smartTag"), w("dir"), w("bdo")}) | INSERTED
"""Wrappers that are taken off: their content is content."""

UNSEEN = frozenset(
    w(name)
    for name in (
        "bookmarkStart",
        "bookmarkEnd",
        "commentRangeStart",
        "commentRangeEnd",
        "moveFromRangeStart",
        "moveFromRangeEnd",
        "moveToRangeStart",
        "moveToRangeEnd",
        "customXmlInsRangeStart",
        "customXmlInsRangeEnd",
        "customXmlDelRangeStart",
        "customXmlDelRangeEnd",
        "customXmlMoveFromRangeStart",
        "customXmlMoveFromRangeEnd",
        "customXmlMoveToRangeStart",
        "customXmlMoveToRangeEnd",
        "permStart",
        "permEnd",
        "proofErr",
        "customXmlPr",
        "smartTagPr",
        "lastRenderedPageBreak",
        "commentReference",
        "annotationRef",
        "footnoteRef",
        "endnoteRef",
        "separator",
        "continuationSeparator",
        "pgNum",
        "dayShort",
        "dayLong",
        "monthShort",
        "monthLong",
        "yearShort",
        "yearLong",
        "tblGrid",
        "tblPrEx",
        "rubyPr",
        "fldData",
    )
) | {PPR, RPR, TBLPR, TRPR, TCPR, SECTION}
"""Elements without characters of their own that the text model passes over."""
