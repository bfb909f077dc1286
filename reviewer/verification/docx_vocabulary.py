# SPDX-License-Identifier: MIT
"""What a cleaned DOCX is made of: its parts, types, relationships, and words that are markup and no text."""

from __future__ import annotations

import re

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
DUBLIN_TERMS = "http://purl.org/dc/terms/"

_WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_PARTS = {
    r"\[Content_Types\]\.xml": None,
    r"_rels/\.rels": "application/vnd.openxmlformats-package.relationships+xml",
    r"word/_rels/(?:document|header\d+|footer\d+|footnotes|endnotes|numbering|settings)\.xml\.rels": (
        "application/vnd.openxmlformats-package.relationships+xml"
    ),
    r"docProps/core\.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    r"docProps/app\.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    r"word/document\.xml": _WORDML + "document.main+xml",
    r"word/styles\.xml": _WORDML + "styles+xml",
    r"word/numbering\.xml": _WORDML + "numbering+xml",
    r"word/settings\.xml": _WORDML + "settings+xml",
    r"word/webSettings\.xml": _WORDML + "webSettings+xml",
    r"word/fontTable\.xml": _WORDML + "fontTable+xml",
    r"word/theme/theme\d+\.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    r"word/footnotes\.xml": _WORDML + "footnotes+xml",
    r"word/endnotes\.xml": _WORDML + "endnotes+xml",
    r"word/header\d+\.xml": _WORDML + "header+xml",
    r"word/footer\d+\.xml": _WORDML + "footer+xml",
    r"word/charts/chart\d+\.xml": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    r"word/media/image\d+\.png": "image/png",
    r"word/media/image\d+\.jpe?g": "image/jpeg",
}
PARTS = tuple((re.compile(pattern), content_type) for pattern, content_type in _PARTS.items())
"""Names of parts (whole match) with the content type each must have."""

RELATIONSHIPS = frozenset(
    {
        f"{OFFICE}/{name}"
        for name in (
            "officeDocument",
            "extended-properties",
            "styles",
            "numbering",
            "settings",
            "webSettings",
            "fontTable",
            "theme",
            "footnotes",
            "endnotes",
            "header",
            "footer",
            "image",
            "hyperlink",
            "chart",
        )
    }
    | {f"{PACKAGE}/metadata/core-properties"}
)
HYPERLINK = f"{OFFICE}/hyperlink"

NAMESPACES = frozenset(
    {
        WORD,
        OFFICE,
        PACKAGE,
        CONTENT_TYPES,
        CORE,
        DUBLIN_CORE,
        DUBLIN_TERMS,
        "http://purl.org/dc/dcmitype/",
        "http://www.w3.org/2001/XMLSchema-instance",
        "http://www.w3.org/XML/1998/namespace",
        "http://schemas.openxmlformats.org/drawingml/2006/main",
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "http://schemas.openxmlformats.org/drawingml/2006/picture",
        CHART,
        "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
        "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
        "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    }
)

_FORBIDDEN = """
del ins moveFrom moveTo delText delInstrText rPrChange pPrChange sectPrChange tblPrChange tblPrExChange tcPrChange
trPrChange tblGridChange numberingChange cellIns cellDel cellMerge moveFromRangeStart moveFromRangeEnd
moveToRangeStart moveToRangeEnd customXmlInsRangeStart customXmlDelRangeStart commentRangeStart commentRangeEnd
commentReference object control altChunk subDoc dataBinding sdt smartTag customXml permStart permEnd docVars docVar
rsids rsid rsidRoot attachedTemplate mailMerge ffData pict AlternateContent documentProtection writeProtection
embedRegular embedBold embedItalic embedBoldItalic docPartObj glossaryDocument contentPart oleObj relIds
"""
FORBIDDEN_ELEMENTS = frozenset(_FORBIDDEN.split())
FORBIDDEN_IN_CHARTS = frozenset(
    {"f", "externalData", "userShapes", "extLst", "pivotSource", "pivotFmts", "printSettings", "clrMapOvr"}
)
"""Elements of a chart that lead to its workbook or hold what nobody reviewed."""
HIDING_ELEMENTS = frozenset({"vanish", "specVanish"})
FORBIDDEN_ATTRIBUTES = frozenset(
    {"author", "initials", "userId", "providerId", "date", "dateUtc", "paraId", "textId"}
)
PAGE_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
"""Instructions of fields that are the format's own words: "page" in them is nobody's."""
FIELDS = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)(?:\s+\\\*\s+\w+)?\s*")

_VOCABULARY = """
black white green gray grey red blue yellow cyan magenta darkgray lightgray darkred darkblue darkgreen orange violet
auto none nil single double left right both center start end top bottom exact page column section roman swiss modern
script decorative hans hant jpan hang beng deva ethi geor gujr guru khmr knda laoo mlym mong mymr orya sinh syrc taml
telu thaa thai tibt uigh viet yiii arab hebr cans cher armn bugi dark light accent hyperlink major minor
general officetheme theme normal title header footer strong text list table paragraph character numbering
first even default
"""
VOCABULARY = frozenset(_VOCABULARY.split())
"""Values of markup (folded) that are also words."""

FIXED_VALUES = (
    NAMESPACES
    | RELATIONSHIPS
    | {content_type for _, content_type in PARTS if content_type}
    | {"application/xml", "http://schemas.microsoft.com/office/word"}
)
"""Addresses and types that the format prescribes, word for word: "properties" in them is nobody's word."""
_LONG_NUMBER = re.compile(r"\d{4}")


def is_fixed_name(name: str) -> bool:
    """Whether a part's name is prescribed, with a number too short to carry anything."""
    return not _LONG_NUMBER.search(name) and any(pattern.fullmatch(name) for pattern, _ in PARTS)


PLAIN_VALUE = re.compile(
    r"-?\d{1,6}(?:\.\d{1,4})?(?:%|pt|in|cm|mm)?|[0-9A-F]{6}|[0-9A-F]{8}|rId\d{1,6}|true|false|on|off|"
    r"Style ?\d{1,4}"
)
"""Measures, colours, switches, the name of a style that lost its own: no text."""
