# SPDX-License-Identifier: MIT
"""Secrets in styles, lists, fonts, the theme and the settings."""

from __future__ import annotations

from tests.corpus.docx.case import Case, Outcome, Surface, Words, maker
from tests.corpus.docx.pack import (
    PACKAGE_RELS,
    Rel,
    package,
    para,
    part,
    run,
)


@maker(Surface.NAMES)
def style_names(words: Words) -> Case:
    key = words.last
    styles = part(
        "styles",
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{words.secret}"/><w:aliases w:val="{words.secret}"/>'
        f'<w:pPr><w:jc w:val="center"/></w:pPr></w:style><w:latentStyles><w:lsdException w:name="{words.secret}"/></w:latentStyles>',
    )
    body = words.kept + para(run("styled"), f'<w:pStyle w:val="{key}"/>')
    data = package(body, rels=[Rel("rId3", "styles", "styles.xml")], parts={"word/styles.xml": styles})
    return Case("style_names", words, data, Outcome.DROPPED, keep=("styled",), secrets=(words.secret, key))


@maker(Surface.NAMES, numbers=True)
def list_words(words: Words) -> Case:
    numbering = part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="3"><w:nsid w:val="00AB"/><w:name w:val="{words.last}"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{words.secret} %1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>',
    )
    body = words.kept + para(run("item"), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>')
    data = package(
        body, rels=[Rel("rId3", "numbering", "numbering.xml")], parts={"word/numbering.xml": numbering}
    )
    return Case("list_words", words, data, kind="structure_text", keep=("item",))


@maker(Surface.NAMES)
def list_letters(words: Words) -> Case:
    """A list number that spells the secret letter by letter, or in the digits of its levels."""
    spelled = " ".join(words.secret.replace(" ", ""))
    levels = "".join(f"%{digit}" for digit in "6135550142")
    numbering = part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:lvlText w:val="{spelled}"/></w:lvl>'
        f'<w:lvl w:ilvl="1"><w:lvlText w:val="{levels}"/></w:lvl><w:lvl w:ilvl="2"><w:lvlText w:val="%1.%2.%3)"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>',
    )
    data = package(
        words.kept, rels=[Rel("rId3", "numbering", "numbering.xml")], parts={"word/numbering.xml": numbering}
    )
    return Case("list_letters", words, data, kind="structure_text", secrets=(words.secret, "613-555-0142"))


@maker(Surface.NAMES)
def font_names(words: Words) -> Case:
    fonts = part("fonts", f'<w:font w:name="{words.secret}"><w:altName w:val="{words.secret}"/></w:font>')
    theme = (
        f'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="{words.secret}"><a:themeElements><a:clrScheme name="{words.secret}"/>'
        f'<a:fontScheme name="{words.secret}"><a:majorFont><a:latin typeface="{words.secret}"/></a:majorFont></a:fontScheme></a:themeElements></a:theme>'
    )
    body = words.kept + para(run("x", f'<w:rFonts w:ascii="{words.secret}"/>'))
    data = package(
        body,
        rels=[Rel("rId3", "fontTable", "fontTable.xml"), Rel("rId4", "theme", "theme/theme1.xml")],
        parts={"word/fontTable.xml": fonts, "word/theme/theme1.xml": theme},
    )
    return Case("font_names", words, data, Outcome.DROPPED)


@maker(Surface.SETTINGS)
def settings(words: Words) -> Case:
    content = (
        f'<w:docVars><w:docVar w:name="{words.last}" w:val="{words.secret}"/></w:docVars><w:attachedTemplate r:id="rId1"/>'
        f'<w:mailMerge><w:connectString w:val="{words.secret}"/></w:mailMerge><w:rsids><w:rsid w:val="{words.last}"/></w:rsids>'
        f'<w:themeFontLang w:val="{words.last}"/><w:decimalSymbol w:val="{words.secret}"/><w:clickAndTypeStyle w:val="{words.last}"/>'
    )
    rels = (
        f'<Relationships xmlns="{PACKAGE_RELS}">{Rel("rId1", "attachedTemplate", f"file:///C:/{words.last}.dotm", external=True).xml}'
        "</Relationships>"
    )
    data = package(
        words.kept,
        rels=[Rel("rId3", "settings", "settings.xml")],
        parts={"word/settings.xml": part("settings", content), "word/_rels/settings.xml.rels": rels},
    )
    return Case("settings", words, data, Outcome.DROPPED, secrets=(words.secret, words.last))
