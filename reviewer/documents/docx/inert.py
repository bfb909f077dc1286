# SPDX-License-Identifier: MIT
"""What a copy that is only drawn may hold, and what may not be in it: whatever acts, fetches or changes by itself."""

from __future__ import annotations

import re

from reviewer.documents.docx import names
from reviewer.documents.docx.names import r, w

XML_KINDS = frozenset(
    re.findall(r"\w+", "styles numbering settings fontTable theme footnotes endnotes header footer chart")
)
"""Relationships that are followed to XML parts; pictures are followed too, nothing else is."""
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
CHART_REFERENCE = f"{{{_CHART}}}chart"
KNOWN = frozenset(
    {names.W, names.R, names.M, names.A, names.WP, names.PIC, names.WPS, names.WPG, names.WPC, names.V}
    | {names.O, names.XML, _CHART, "urn:schemas-microsoft-com:office:word"}
)
"""Namespaces of the elements and attributes that LibreOffice is given."""
_WORD = """
    altChunk subDoc control movie contentPart sdtPr sdtEndPr customXmlPr smartTagPr fldData ffData
    bookmarkStart bookmarkEnd commentReference commentRangeStart commentRangeEnd annotationRef permStart permEnd
    proofErr moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd cellIns cellDel cellMerge
    rPrChange pPrChange sectPrChange tblPrChange trPrChange tcPrChange tblGridChange tblPrExChange numberingChange
    embedRegular embedBold embedItalic embedBoldItalic scriptAnchor frameset
    attachedTemplate mailMerge saveThroughXslt documentProtection writeProtection docVars updateFields linkStyles
    trackRevisions
"""
_DRAWING = (
    "extLst hlinkClick hlinkHover hlinkMouseOver audioFile videoFile quickTimeFile wavAudioFile audioCd"
)
GONE = frozenset(
    f"{{{namespace}}}{name}"
    for namespace, listed in (
        (names.W, _WORD),
        (names.A, _DRAWING),
        (names.O, "OLEObject"),
        (_CHART, "externalData userShapes extLst"),
    )
    for name in re.findall(r"\w+", listed)
)
"""Elements of known namespaces that are left out all the same."""
SIGNS = frozenset(map(w, re.findall(r"\w+", "t tab ptab br cr noBreakHyphen softHyphen sym")))
"""Elements that are characters."""
RELATIONS = frozenset({r("embed"), r("id"), r("pict")})
"""Attributes that name a relationship inside the package; r:link, r:href … go."""
ADDRESSES = frozenset({"src", "href", "althref", "relid"})
"""Names of attributes, of whatever namespace, that could name a file or an address."""
