# SPDX-License-Identifier: MIT
"""Whole values of attributes that the format itself writes: names of built-in styles, of fonts, of choices.

"List" may be withheld in a document whose paragraphs are of the style "List Paragraph". Only a whole value is the
format's: "List of Ghislaine" is searched like any other. The writer keeps its own lists; a test compares the two.
"""

from __future__ import annotations

import re

from reviewer.verification.folding import fold

_STYLES = re.compile(
    r"normal|normaltable|nolist|defaultparagraphfont|tablenormal|heading[1-9]|toc[1-9]|tocheading|index[1-9]|"
    r"indexheading|title|subtitle|header|footer|caption|strong|emphasis|quote|intense(?:quote|emphasis|reference)|"
    r"subtle(?:emphasis|reference)|booktitle|nospacing|listparagraph|(?:followed)?hyperlink|"
    r"(?:footnote|endnote|annotation|balloon|placeholder|plain|block)text|(?:footnote|endnote|annotation)reference|"
    r"pagenumber|linenumber|tablegrid(?:light|[1-8])?|table(?:simple|web)[1-3]|tableclassic[1-4]|"
    r"tablecolumns[1-5]|tablelist[1-8]|table3deffects[1-3]|table(?:contemporary|elegant|professional|theme)|"
    r"tablesubtle[12]|plaintable[1-5]|(?:grid|list)table[1-7](?:light|dark|colorful)?(?:accent[1-6])?|"
    r"(?:light|colorful)(?:shading|list|grid)(?:accent[1-6])?|medium(?:shading|list|grid)[1-3](?:accent[1-6])?|"
    r"darklist(?:accent[1-6])?|list(?:bullet|number|continue)?[2-5]?|bodytext[23]?|bodytextindent[23]?|"
    r"bodytextfirstindent2?|date|salutation|signature|closing|normalweb|normalindent|noteheading|"
    r"tableof(?:figures|authorities)|toaheading|documentmap|outlinelist[1-3]"
)

_FONTS = """
Aptos|Aptos Display|Aptos Narrow|Aptos Mono|Arial|Arial Black|Arial Narrow|Arial Unicode MS|Aharoni|Angsana New|
Bahnschrift|Baskerville Old Face|Bookman Old Style|Book Antiqua|Bierstadt|Browallia New|Calibri|Calibri Light|Cambria|
Cambria Math|Candara|Carlito|Caladea|Century|Century Gothic|Century Schoolbook|Comic Sans MS|Consolas|Constantia|
Corbel|Cordia New|Courier|Courier New|DejaVu Sans|DejaVu Sans Mono|DejaVu Serif|DengXian|Ebrima|Euphemia|
Franklin Gothic Book|Franklin Gothic Medium|Gadugi|Garamond|Georgia|Gill Sans MT|Helvetica|Helvetica Neue|Impact|Lato|
Leelawadee|Liberation Mono|Liberation Sans|Liberation Sans Narrow|Liberation Serif|Lucida Console|Lucida Sans|
Lucida Sans Unicode|Malgun Gothic|Microsoft Sans Serif|MS Gothic|MS Mincho|MS PGothic|MS PMincho|Meiryo|
Monotype Sorts|Montserrat|Noto Sans|Noto Sans Symbols|Noto Serif|Nunito Sans|Open Sans|OpenSymbol|Palatino Linotype|
Perpetua|PMingLiU|Roboto|Rockwell|Segoe UI|Segoe UI Emoji|Segoe UI Historic|Segoe UI Light|Segoe UI Semibold|
Segoe UI Symbol|SimSun|Source Sans Pro|Source Serif Pro|Sylfaen|Symbol|Tahoma|Times|Times New Roman|Trebuchet MS|
Tw Cen MT|Univers|Verdana|Webdings|Wingdings|Wingdings 2|Wingdings 3|Yu Gothic|Yu Mincho|Yu Gothic Light|PT Sans|
PT Serif|Lohit Devanagari|Mangal|Noto Sans CJK SC|Raleway|Ubuntu|ＭＳ 明朝|ＭＳ ゴシック|宋体|新細明體|游明朝|
游ゴシック Light|等线|等线 Light|맑은 고딕
"""
_CHOICES = """
accent1 accent2 accent3 accent4 accent5 accent6 aiueo aiueoFullWidth all allPages arabicAbjad arabicAlpha area around
atLeast autofit autoZero back background1 background2 band1Horz band1Vert band2Horz band2Vert bar baseline begin
beneathText bestFit between bg1 bg2 bi billions bothSides bottomMargin box btLr bullet cardinalText centered
centerGroup chicago chineseCounting chineseCountingThousand chineseLegalSimplified chosung circle clear clustered col
colon comma compatibilityMode compressPunctuation compressPunctuationAndJapaneseKana cone coneToMax continuationNotice
continuationSeparator continue continuous cross cs ctr cylinder dark1 dark2 darkCyan darkMagenta darkYellow dash
dashDot dashDotDotHeavy dashDotHeavy dashDotStroked dashed dashedHeavy dashLong dashLongHeavy dashSmallGap days
decimal decimalEnclosedCircle decimalEnclosedCircleChinese decimalEnclosedFullstop decimalEnclosedParen
decimalFullWidth decimalFullWidth2 decimalHalfWidth decimalZero diagCross diagStripe diamond distribute dk1 dk2 docEnd
doNotCompress dot dotDash dotDotDash dotted dottedHeavy double-struck doubleWave drop dxa eachPage eachSect eastAsia
edge emDash enDash evenPage exp factor filled firstCol firstPage firstRow fixed folHlink followedHyperlink fraktur
front ganada gap heavy hebrew1 hebrew2 hex high highKashida hindiConsonants hindiCounting hindiNumbers hindiVowels
hlink horz horzCross horzStripe hundredMillions hundreds hundredThousands hybridMultilevel hyphen ideographDigital
ideographEnclosedCircle ideographLegalTraditional ideographTraditional ideographZodiac ideographZodiacTraditional in
inBase indent inEnd inline inner inset inside insideMargin iroha irohaFullWidth japaneseCounting
japaneseDigitalTenThousand japaneseLegal jpeg jpg koreanCounting koreanDigital koreanDigital2 koreanLegal landscape
largest lastCol lastRow leftMargin lgDash lgDashDot lgDashDotDot light1 light2 lin line linear lineMarker lines
linesAndChars log low lowerLetter lowerRoman lowKashida lr lrTb lrTbV lrV lt1 lt2 majorAscii majorBidi majorEastAsia
majorHAnsi margin marker match max maxMin mediumKashida midCat middleDot millions min minMax minorAscii minorBidi
minorEastAsia minorHAnsi monospace months movingAvg multilevel neCell never newPage newSection nextColumn nextPage
nextTo noBar notBeside notFirstPage nothing num numberInDash numTab nwCell oddPage ordinal ordinalText out outEnd
outer outset outside outsideEnd outsideMargin overlap overrideTableStyleFontSizeAndJustification pageBottom pct pct10
pct12 pct15 pct20 pct25 pct30 pct35 pct37 pct40 pct45 pct5 pct50 pct55 pct60 pct62 pct65 pct70 pct75 pct80 pct85 pct87
pct90 pct95 percent percentStacked period phClr pie plus png poly portrait pos power preserve pyramid pyramidToMax
rect rels restart reverseDiagStripe rightMargin rl rlV russianLower russianUpper sans-serif seCell sectEnd separate
separator singleLevel skw smooth smoothMarker snapToChars solid space span square stacked standard star subscript
subSup superscript swCell sysDash sysDashDot sysDashDotDot sysDot tab taiwaneseCounting taiwaneseCountingThousand
taiwaneseDigital tb tbLrV tbRl tbRlV tbV tenMillions tenThousands text1 text2 textWrapping thaiCounting thaiDistribute
thaiLetters thaiNumbers thick thickThinLargeGap thickThinMediumGap thickThinSmallGap thinDiagCross thinDiagStripe
thinHorzCross thinHorzStripe thinReverseDiagStripe thinThickLargeGap thinThickMediumGap thinThickSmallGap
thinThickThinLargeGap thinThickThinMediumGap thinThickThinSmallGap thinVertStripe thousands threeDEmboss threeDEngrave
through tight topMargin tr triangle trillions triple tx1 tx2 underDot underscore undOvr upperLetter upperRoman val
vert vert270 vertStripe vietnameseCounting wave wavyDouble wavyHeavy wholeTable words xml years zero
"""
_WORDS = frozenset(fold(each) for each in (*_FONTS.replace("\n", "").split("|"), *_CHOICES.split()))
_LANGUAGE = re.compile(r"[a-z]{2}-[A-Z]{2}")


def is_language(value: str) -> bool:
    """Whether it is a tag of a language and a country."""
    return _LANGUAGE.fullmatch(value) is not None


def is_format_value(value: str) -> bool:
    """Whether the format itself writes this value, word for word."""
    folded = fold(value)
    return folded in _WORDS or _STYLES.fullmatch(folded) is not None or is_language(value)
