# SPDX-License-Identifier: MIT
"""The order in which the standard wants the children of an element; Word calls a file with another order damaged.

The sequences are those of ECMA-376, Part 1 (5th edition), in the section named beside each, with the transitional
names (`left`, `right`) of Part 4 beside the strict ones (`start`, `end`).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIDES = "top start left bottom end right"
_SEQUENCES = {
    # 17.3.1.26 pPr (paragraph properties), with the section and the record of changes last
    "pPr": """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
        suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
        snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
        textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange""",
    # 17.3.2.28 rPr (run properties)
    "rPr": """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid
        vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em
        lang eastAsianLayout specVanish oMath""",
    # 17.4.59 tblPr (table properties)
    "tblPr": """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing
        tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange""",
    # 17.4.60 tblPrEx (table-level property exceptions)
    "tblPrEx": "tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblPrExChange",
    # 17.4.69 tcPr (table cell properties)
    "tcPr": """cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark
        headers cellIns cellDel cellMerge tcPrChange""",
    # 17.4.37 tbl, 17.4.78 tr, 17.4.65 tc: properties, then what they hold
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "tc": "tcPr *",
    # 17.3.1.22 p and 17.3.2.25 r
    "p": "pPr *",
    "r": "rPr *",
    # 17.2.2 body: the section's properties end it
    "body": "* sectPr",
    # 17.6.17 sectPr (section properties)
    "sectPr": """headerReference|footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType
        pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings
        sectPrChange""",
    # 17.9.6 lvl, 17.9.1 abstractNum, 17.9.15 num, 17.9.17 numbering
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "num": "abstractNumId lvlOverride",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    # 17.7.4.17 style, 17.7.4.18 styles, 17.7.5.1 docDefaults, 17.7.6.6 tblStylePr
    "style": """name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked
        personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr""",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    # 17.3.1.24 pBdr, 17.4.38 tblBorders, 17.4.66 tcBorders, 17.4.42 tblCellMar, 17.6.10 pgBorders
    "pBdr": "top left bottom right between bar",
    "tblBorders": f"{_SIDES} insideH insideV",
    "tcBorders": f"{_SIDES} insideH insideV tl2br tr2bl",
    "tblCellMar": _SIDES,
    "tcMar": _SIDES,
    "pgBorders": "top left bottom right",
    # 17.3.3.25 ruby and 17.16.18 fldChar hold their parts in this order
    "ruby": "rubyPr rt rubyBase",
    # 17.15.1.78 settings: those of its 98 children that a copy has or might have
    "settings": """writeProtection view zoom removePersonalInformation mirrorMargins alignBordersAndEdges
        bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop attachedTemplate trackRevisions
        documentProtection defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps
        evenAndOddHeaders noPunctuationKerning characterSpacingControl footnotePr endnotePr compat docVars rsids mathPr
        themeFontLang clrSchemeMapping decimalSymbol listSeparator""",
}
_ONCE = frozenset(_SEQUENCES) - {
    "tbl",
    "tr",
    "tc",
    "p",
    "r",
    "body",
    "numbering",
    "abstractNum",
    "num",
    "styles",
}
_REPEATED = frozenset({"headerReference", "footerReference", "tblStylePr", "lvl"})


def faults(data: bytes) -> list[str]:
    """Elements whose children stand in another order, or twice; cells without a paragraph at their end."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.startswith("word/") and name.endswith(".xml")]
        trees = [etree.fromstring(archive.read(name)) for name in names]
    return [fault for tree in trees for element in tree.iter(f"{_W}*") for fault in _of(element)]


def _of(element: etree._Element) -> Iterator[str]:
    tag = etree.QName(element).localname
    children = [etree.QName(child).localname for child in element.iterchildren(etree.Element)]
    sequence = _SEQUENCES.get(tag)
    if sequence is not None:
        ranks = [_rank(name, sequence.split()) for name in children]
        yield from (
            f"{tag} may not hold {name}" for name, rank in zip(children, ranks, strict=True) if rank is None
        )
        known = [rank for rank in ranks if rank is not None]
        if known != sorted(known):
            yield f"the children of {tag} are not in order"
        single = [name for name in children if name not in _REPEATED]
        if tag in _ONCE and len(set(single)) != len(single):
            yield f"a child of {tag} stands twice"
    if tag == "tc" and (not children or children[-1] != "p"):
        yield "tc does not end with a paragraph"
    if tag in {"txbxContent", "footnote", "endnote", "hdr", "ftr"} and not children:
        yield f"{tag} is empty"


def _rank(name: str, sequence: list[str]) -> int | None:
    """The place of a child in the sequence; `*` is any other child, `a|b` two in any order."""
    for rank, listed in enumerate(sequence):
        if name in listed.split("|"):
            return rank
    return sequence.index("*") if "*" in sequence else None
