# SPDX-License-Identifier: MIT
"""Attribute values that may be copied: numbers in bounds, words of the format, mapped names. Nothing else is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping


def words(text: str) -> frozenset[str]:
    """The words of a list written as one text."""
    return frozenset(text.split())


_MEASURE = re.compile(r"(-?\d{1,5})(?:\.\d{1,3})?(%|pt|in|cm|mm|pc|pi)?")
_HEX_COLOUR = re.compile(r"auto|[0-9A-Fa-f]{6}")
_BYTE = re.compile(r"[0-9A-Fa-f]{2}")
_PADDED = re.compile(r"(0{1,5})1, (?:\1)2, (?:\1)3, \.\.\.")
CUSTOM = "custom"
"""A number format that is written out beside it: "001, 002, 003, ..."."""
_LOOK = re.compile(r"[0-9A-Fa-f]{4}")
_LANGUAGES = words(
    "ar bg ca cr cs cy da de el en es et fa fi fr ga gd he hi hr hu is it iu ja ko lt lv mk nb nl nn "
    "no oj pa pl pt ro ru sk sl sq sr sv ta th tl tr uk ur vi zh"
)
_REGIONS = words(
    "AE AR AT AU BE BG BR CA CH CL CN CO CZ DE DK EE EG ES FI FR GB GR HK HR HU IE IL IN IR IS IT JP "
    "KR LB LT LU LV MA MX NL NO NZ PE PH PK PL PT RO RS RU SA SE SG SI SK TH TR TW UA US VN ZA"
)

_ENUMERATIONS = {
    "jc": (
        "left right center both start end distribute mediumKashida lowKashida highKashida thaiDistribute numTab"
    ),
    "border": (
        "nil none single thick double dotted dashed dotDash dotDotDash triple thinThickSmallGap "
        "thickThinSmallGap "
        "thinThickThinSmallGap thinThickMediumGap thickThinMediumGap thinThickThinMediumGap "
        "thinThickLargeGap "
        "thickThinLargeGap thinThickThinLargeGap wave doubleWave dashSmallGap dashDotStroked "
        "threeDEmboss threeDEngrave "
        "outset inset"
    ),
    "shade": (
        "nil clear solid horzStripe vertStripe reverseDiagStripe diagStripe horzCross diagCross "
        "thinHorzStripe "
        "thinVertStripe thinReverseDiagStripe thinDiagStripe thinHorzCross thinDiagCross pct5 "
        "pct10 pct12 pct15 pct20 "
        "pct25 pct30 pct35 pct37 pct40 pct45 pct50 pct55 pct60 pct62 pct65 pct70 pct75 pct80 pct85 "
        "pct87 pct90 pct95"
    ),
    "underline": (
        "single words double thick dotted dottedHeavy dash dashedHeavy dashLong dashLongHeavy "
        "dotDash dashDotHeavy "
        "dotDotDash dashDotDotHeavy wave wavyHeavy wavyDouble none"
    ),
    "highlight": (
        "black blue cyan green magenta red yellow white darkBlue darkCyan darkGreen darkMagenta "
        "darkRed darkYellow "
        "darkGray lightGray none"
    ),
    "theme_colour": (
        "dark1 light1 dark2 light2 accent1 accent2 accent3 accent4 accent5 accent6 hyperlink "
        "followedHyperlink none "
        "background1 text1 background2 text2"
    ),
    "theme_font": (
        "majorEastAsia majorBidi majorAscii majorHAnsi minorEastAsia minorBidi minorAscii minorHAnsi"
    ),
    "hint": "default eastAsia cs",
    "vertical": "baseline superscript subscript",
    "emphasis": "none dot comma circle underDot",
    "line_rule": "auto exact atLeast",
    "tab": "clear start center end decimal bar num left right",
    "leader": "none dot hyphen underscore heavy middleDot",
    "width": "nil pct dxa auto",
    "layout": "fixed autofit",
    "anchor": "text margin page",
    "x_align": "left center right inside outside",
    "y_align": "inline top center bottom inside outside",
    "wrap": "auto notBeside around tight through none",
    "drop_cap": "none drop margin",
    "overlap": "never overlap",
    "merge": "continue restart",
    "direction": "lrTb tbRl btLr lrTbV tbRlV tbLrV lr tb rl lrV tbV rlV",
    "cell_align": "top center both bottom",
    "text_align": "top center baseline bottom auto",
    "orientation": "portrait landscape",
    "section": "nextPage nextColumn continuous evenPage oddPage",
    "grid": "default lines linesAndChars snapToChars",
    "number": (
        "decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago bullet "
        "ideographDigital japaneseCounting aiueo iroha decimalFullWidth decimalHalfWidth japaneseLegal "
        "japaneseDigitalTenThousand decimalEnclosedCircle decimalFullWidth2 aiueoFullWidth irohaFullWidth decimalZero "
        "ganada chosung decimalEnclosedFullstop decimalEnclosedParen decimalEnclosedCircleChinese "
        "ideographEnclosedCircle ideographTraditional ideographZodiac ideographZodiacTraditional "
        "taiwaneseCounting ideographLegalTraditional taiwaneseCountingThousand taiwaneseDigital chineseCounting "
        "chineseLegalSimplified chineseCountingThousand koreanDigital koreanCounting koreanLegal koreanDigital2 "
        "vietnameseCounting russianLower russianUpper none numberInDash hebrew1 hebrew2 arabicAlpha arabicAbjad "
        "hindiVowels hindiConsonants hindiNumbers hindiCounting thaiLetters thaiNumbers thaiCounting"
    ),
    "chapter_separator": "hyphen period colon emDash enDash",
    "note_position": "pageBottom beneathText sectEnd docEnd",
    "restart": "continuous eachSect eachPage newPage newSection",
    "line_restart": "newPage newSection continuous",
    "offset_from": "page text",
    "page_display": "allPages firstPage notFirstPage",
    "z_order": "front back",
    "suffix": "tab space nothing",
    "level_type": "singleLevel multilevel hybridMultilevel",
    "break": "page column textWrapping",
    "clear": "none left right all",
    "ptab_align": "left center right",
    "ptab_base": "margin indent",
    "table_part": (
        "wholeTable firstRow lastRow firstCol lastCol band1Vert band2Vert band1Horz band2Horz "
        "neCell nwCell seCell swCell"
    ),
    "style_type": "paragraph character table numbering",
    "spacing_control": "doNotCompress compressPunctuation compressPunctuationAndJapaneseKana",
}


def _one_of(listed: str) -> Callable[[str], str | None]:
    known = words(listed)
    return lambda text: text if text in known else None


def _matching(pattern: re.Pattern[str]) -> Callable[[str], str | None]:
    return lambda text: text if pattern.fullmatch(text) else None


def language(text: str) -> str | None:
    """A language tag of two known parts."""
    first, _, region = text.partition("-")
    region = region.upper()
    if first.lower() not in _LANGUAGES or (region and region not in _REGIONS):
        return None
    return f"{first.lower()}-{region}" if region else first.lower()


def on_off(text: str) -> str | None:
    """An on/off word, in its short form."""
    return {"1": "1", "true": "1", "on": "1", "0": "0", "false": "0", "off": "0"}.get(text.lower())


def _measure(text: str) -> str | None:
    """A length; without a unit it is a whole number of twentieths of a point, though some programs write "0.0"."""
    match = _MEASURE.fullmatch(text)
    return None if match is None else text if match[2] else match[1]


def _number(text: str) -> str | None:
    """A number format; a custom one stays only with a form of zeros, else the caller makes plain numbers of it."""
    return text if text == CUSTOM else _one_of(_ENUMERATIONS["number"])(text)


def integer(low: int, high: int) -> Callable[[str], str | None]:
    """A check for whole numbers within bounds."""

    def check(text: str) -> str | None:
        if not re.fullmatch(r"[+-]?\d{1,9}", text):
            return None
        return str(int(text)) if low <= int(text) <= high else None

    return check


VALUES: Mapping[str, Callable[[str], str | None]] = {
    "on": on_off,
    "measure": _measure,
    "small": integer(-31_680, 31_680),
    "colour": _matching(_HEX_COLOUR),
    "byte": _matching(_BYTE),
    "look": _matching(_LOOK),
    "padded": _matching(_PADDED),
    "lang": language,
    **{name: _one_of(listed) for name, listed in _ENUMERATIONS.items()},
    "number": _number,
}
"""Checks by name: each gives the value to write, or None."""
