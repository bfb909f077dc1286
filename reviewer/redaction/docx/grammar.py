# SPDX-License-Identifier: MIT
"""The property elements and attributes that may be in a copy, in the order of the schema. All others are dropped."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

_BORDER = (
    "val!:border color:colour themeColor:theme_colour themeTint:byte themeShade:byte sz:small space:small "
    "shadow:on frame:on"
)
_SHADE = (
    "val=clear:shade color:colour themeColor:theme_colour themeTint:byte themeShade:byte fill:colour "
    "themeFill:theme_colour themeFillTint:byte themeFillShade:byte"
)
_WIDTH = "w:measure type:width"

_TABLES = {
    "rPr": f"""
        rStyle val:style
        rFonts ascii:font hAnsi:font eastAsia:font cs:font asciiTheme:theme_font
            & hAnsiTheme:theme_font eastAsiaTheme:theme_font cstheme:theme_font hint:hint
        b val:on
        bCs val:on
        i val:on
        iCs val:on
        caps val:on
        smallCaps val:on
        strike val:on
        dstrike val:on
        outline val:on
        shadow val:on
        emboss val:on
        imprint val:on
        snapToGrid val:on
        color val=auto:colour themeColor:theme_colour themeTint:byte themeShade:byte
        spacing val:measure
        w val:measure
        kern val:measure
        position val:measure
        sz val:measure
        szCs val:measure
        highlight val:highlight
        u val:underline color:colour themeColor:theme_colour themeTint:byte themeShade:byte
        bdr {_BORDER}
        shd {_SHADE}
        vertAlign val:vertical
        rtl val:on
        cs val:on
        em val:emphasis
        lang val:lang eastAsia:lang bidi:lang
        """,
    "pPr": f"""
        pStyle val:style
        keepNext val:on
        keepLines val:on
        pageBreakBefore val:on
        framePr dropCap:drop_cap lines:small w:measure h:measure vSpace:measure hSpace:measure
            & wrap:wrap hAnchor:anchor vAnchor:anchor x:measure xAlign:x_align y:measure yAlign:y_align
            & hRule:line_rule anchorLock:on
        widowControl val:on
        numPr > numPr
        suppressLineNumbers val:on
        pBdr > pBdr
        shd {_SHADE}
        tabs > tabs
        suppressAutoHyphens val:on
        kinsoku val:on
        wordWrap val:on
        overflowPunct val:on
        topLinePunct val:on
        autoSpaceDE val:on
        autoSpaceDN val:on
        bidi val:on
        adjustRightInd val:on
        snapToGrid val:on
        spacing before:measure beforeLines:small beforeAutospacing:on after:measure afterLines:small
            & afterAutospacing:on line:measure lineRule:line_rule
        ind left:measure leftChars:small right:measure rightChars:small start:measure
            & startChars:small end:measure endChars:small hanging:measure hangingChars:small
            & firstLine:measure firstLineChars:small
        contextualSpacing val:on
        mirrorIndents val:on
        suppressOverlap val:on
        jc val:jc
        textDirection val:direction
        textAlignment val:text_align
        outlineLvl val:small
        rPr > rPr
        """,
    "numPr": """
        ilvl val:small
        numId val:number_id
        """,
    "pBdr": "\n".join(f"{side} {_BORDER}" for side in ("top", "left", "bottom", "right", "between", "bar")),
    "tabs": "tab* val!:tab leader:leader pos!:measure",
    "tblPr": f"""
        tblStyle val:style
        tblpPr leftFromText:measure rightFromText:measure topFromText:measure bottomFromText:measure
            & vertAnchor:anchor horzAnchor:anchor tblpXSpec:x_align tblpX:measure tblpYSpec:y_align
            & tblpY:measure
        tblOverlap val:overlap
        bidiVisual val:on
        tblStyleRowBandSize val:small
        tblStyleColBandSize val:small
        tblW {_WIDTH}
        jc val:jc
        tblCellSpacing {_WIDTH}
        tblInd {_WIDTH}
        tblBorders > tblBorders
        shd {_SHADE}
        tblLayout type:layout
        tblCellMar > margins
        tblLook val:look firstRow:on lastRow:on firstColumn:on lastColumn:on noHBand:on noVBand:on
        """,
    "tblPrEx": f"""
        tblW {_WIDTH}
        jc val:jc
        tblCellSpacing {_WIDTH}
        tblInd {_WIDTH}
        tblBorders > tblBorders
        shd {_SHADE}
        tblLayout type:layout
        tblCellMar > margins
        tblLook val:look firstRow:on lastRow:on firstColumn:on lastColumn:on noHBand:on noVBand:on
        """,
    "tblBorders": "\n".join(
        f"{side} {_BORDER}"
        for side in ("top", "left", "start", "bottom", "right", "end", "insideH", "insideV")
    ),
    "tcBorders": "\n".join(
        f"{side} {_BORDER}"
        for side in ("top", "left", "start", "bottom", "right", "end", "insideH", "insideV", "tl2br", "tr2bl")
    ),
    "margins": "\n".join(f"{side} {_WIDTH}" for side in ("top", "left", "start", "bottom", "right", "end")),
    "tblGrid": "gridCol* w:measure",
    "trPr": f"""
        gridBefore val:small
        gridAfter val:small
        wBefore {_WIDTH}
        wAfter {_WIDTH}
        cantSplit val:on
        trHeight val:measure hRule:line_rule
        tblHeader val:on
        tblCellSpacing {_WIDTH}
        jc val:jc
        """,
    "tcPr": f"""
        tcW {_WIDTH}
        gridSpan val:small
        hMerge val:merge
        vMerge val:merge
        tcBorders > tcBorders
        shd {_SHADE}
        noWrap val:on
        tcMar > margins
        textDirection val:direction
        tcFitText val:on
        vAlign val:cell_align
        """,
    "sectPr": """
        footnotePr > notePr
        endnotePr > notePr
        type val:section
        pgSz w:measure h:measure orient:orientation
        pgMar top=1440:measure right=1440:measure bottom=1440:measure left=1440:measure header=720:measure
            & footer=720:measure gutter=0:measure
        pgBorders zOrder:z_order display:page_display offsetFrom:offset_from > pBdr
        lnNumType countBy:small start:small distance:measure restart:line_restart
        pgNumType fmt:number start:small chapStyle:small chapSep:chapter_separator
        cols equalWidth:on space:measure num:small sep:on > cols
        vAlign val:cell_align
        noEndnote val:on
        titlePg val:on
        textDirection val:direction
        bidi val:on
        rtlGutter val:on
        docGrid type:grid linePitch:small charSpace:small
        """,
    "notePr": """
        pos val:note_position
        numFmt val:number
        numStart val:small
        numRestart val:restart
        """,
    "cols": "col* w:measure space:measure",
    "lvl": """
        start val:small
        numFmt val:number format:padded
        lvlRestart val:small
        pStyle val:style
        isLgl val:on
        suff val:suffix
        """,
    "compat": """
        noTabHangInd val:on
        noLeading val:on
        noColumnBalance val:on
        noExtraLineSpacing val:on
        doNotExpandShiftReturn val:on
        suppressBottomSpacing val:on
        suppressTopSpacing val:on
        suppressSpacingAtTopOfPage val:on
        suppressSpBfAfterPgBrk val:on
        usePrinterMetrics val:on
        wrapTrailSpaces val:on
        footnoteLayoutLikeWW8 val:on
        adjustLineHeightInTable val:on
        noSpaceRaiseLower val:on
        doNotUseHTMLParagraphAutoSpacing val:on
        layoutRawTableWidth val:on
        doNotBreakWrappedTables val:on
        doNotSnapToGridInCell val:on
        growAutofit val:on
        doNotUseIndentAsNumberingTabStop val:on
        allowSpaceOfSameStyleInTable val:on
        doNotAutofitConstrainedTables val:on
        splitPgBreakAndParaMark val:on
        doNotVertAlignCellWithSp val:on
        """,
    "document": "background color:colour themeColor:theme_colour themeTint:byte themeShade:byte",
    "settings": """
        displayBackgroundShape val:on
        mirrorMargins val:on
        bordersDoNotSurroundHeader val:on
        bordersDoNotSurroundFooter val:on
        gutterAtTop val:on
        defaultTabStop val:measure
        autoHyphenation val:on
        consecutiveHyphenLimit val:small
        hyphenationZone val:measure
        doNotHyphenateCaps val:on
        evenAndOddHeaders val:on
        characterSpacingControl val:spacing_control
        footnotePr > notePr
        endnotePr > notePr
        """,
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One allowed element: its attributes with their checks, the table of its children, whether it repeats.

    Without one of the `needed` attributes the element is none the schema allows; `instead` has the values of others
    that the schema asks for.
    """

    name: str
    attributes: Mapping[str, str]
    children: str | None
    repeats: bool
    needed: frozenset[str]
    instead: Mapping[str, str]


@cache
def rules(table: str) -> tuple[Rule, ...]:
    """The allowed children of one property element, in the order in which they are written."""
    return parsed(_TABLES[table])


def parsed(text: str) -> tuple[Rule, ...]:
    """Rules from their written form: a line for each element, `name* attribute:check … > table`.

    `attribute!` is needed, `attribute=value` has that value when the source has none that passes.
    """
    lines = re.sub(r"\n\s*& ", " ", text).splitlines()
    return tuple(_rule(line.split()) for line in lines if line.strip())


def _rule(words: list[str]) -> Rule:
    children = None
    if ">" in words:
        at = words.index(">")
        children, words = words[at + 1], words[:at]
    attributes: dict[str, str] = {}
    needed: set[str] = set()
    instead: dict[str, str] = {}
    for word in words[1:]:
        written, check = word.split(":")
        name, _, value = written.partition("=")
        attributes[name.rstrip("!")] = check
        if value:
            instead[name] = value
        elif name.endswith("!"):
            needed.add(name.rstrip("!"))
    return Rule(
        words[0].rstrip("*"), attributes, children, words[0].endswith("*"), frozenset(needed), instead
    )
