# SPDX-License-Identifier: MIT
"""Secrets beside the text: headers, notes, comments, properties, styles, lists, settings, parts that nobody sees."""

from __future__ import annotations

from urllib.parse import quote

from tests.corpus.docx.case import Case, Outcome, Words, maker
from tests.corpus.docx.pack import PACKAGE_RELS, Rel, line, package, para, part, run

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_CP = f'xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/"'


def _header(words: Words, name: str, kind: str, page: str, *, refer: bool = True) -> Case:
    root = {"header": "hdr", "footer": "ftr"}[kind]
    reference = f'<w:{kind}Reference w:type="{page}" r:id="rId9"/>' if refer else ""
    data = package(
        words.kept,
        rels=[Rel("rId9", kind, f"{kind}7.xml")],
        parts={f"word/{kind}7.xml": part(root, line(f"About {words.secret}"))},
        section=reference,
    )
    outcome = Outcome.FOUND if refer else Outcome.DROPPED
    return Case(name, words, data, outcome, kind if refer else "")


@maker
def header_default(words: Words) -> Case:
    return _header(words, "header_default", "header", "default")


@maker
def header_first(words: Words) -> Case:
    return _header(words, "header_first", "header", "first")


@maker
def footer_even(words: Words) -> Case:
    return _header(words, "footer_even", "footer", "even")


@maker
def header_unreachable(words: Words) -> Case:
    return _header(words, "header_unreachable", "header", "default", refer=False)


def _notes(kind: str, content: str, *extra: str) -> str:
    return part(f"{kind}s", f'<w:{kind} w:id="5">{content}</w:{kind}>' + "".join(extra))


@maker
def footnote(words: Words) -> Case:
    body = words.kept + para(run("see") + '<w:r><w:footnoteReference w:id="5"/></w:r>')
    notes = _notes("footnote", para("<w:r><w:footnoteRef/></w:r>" + run(f" Said by {words.secret}")))
    data = package(
        body, rels=[Rel("rId3", "footnotes", "footnotes.xml")], parts={"word/footnotes.xml": notes}
    )
    return Case("footnote", words, data, kind="footnote")


@maker
def endnote(words: Words) -> Case:
    body = words.kept + para('<w:r><w:endnoteReference w:id="5"/></w:r>')
    data = package(
        body,
        rels=[Rel("rId3", "endnotes", "endnotes.xml")],
        parts={"word/endnotes.xml": _notes("endnote", line(words.secret))},
    )
    return Case("endnote", words, data, kind="endnote")


@maker
def footnote_unreachable(words: Words) -> Case:
    separator = f'<w:footnote w:type="separator" w:id="-1">{line(words.secret)}</w:footnote>'
    data = package(
        words.kept,
        rels=[Rel("rId3", "footnotes", "footnotes.xml")],
        parts={"word/footnotes.xml": _notes("footnote", line(words.secret), separator)},
    )
    return Case("footnote_unreachable", words, data, Outcome.DROPPED)


@maker
def comment(words: Words) -> Case:
    body = words.kept + para(
        f'<w:commentRangeStart w:id="0"/>{run("x")}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    )
    comments = part(
        "comments",
        f'<w:comment w:id="0" w:author="{words.secret}" w:initials="Q">{line(words.secret)}</w:comment>',
    )
    people = f'<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:person w15:author="{words.secret}"/></w15:people>'
    data = package(
        body,
        rels=[
            Rel("rId3", "comments", "comments.xml"),
            Rel("rId4", "http://schemas.microsoft.com/office/2011/relationships/people", "people.xml"),
        ],
        parts={"word/comments.xml": comments, "word/people.xml": people},
    )
    return Case("comment", words, data, kind="comment")


@maker
def core_properties(words: Words) -> Case:
    core = f"<cp:coreProperties {_CP}><dc:title>{words.secret}</dc:title><dc:creator>{words.secret}</dc:creator></cp:coreProperties>"
    kind = f"{PACKAGE_RELS}/metadata/core-properties"
    data = package(
        words.kept, root_rels=[Rel("rId2", kind, "docProps/core.xml")], parts={"docProps/core.xml": core}
    )
    return Case("core_properties", words, data, kind="property")


@maker
def custom_properties(words: Words) -> Case:
    uri = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
    vt = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    custom = (
        f'<Properties xmlns="{uri}" xmlns:vt="{vt}"><property pid="2" name="{words.last}"><vt:lpwstr>{words.secret}</vt:lpwstr>'
        "</property></Properties>"
    )
    data = package(
        words.kept,
        root_rels=[Rel("rId2", "custom-properties", "docProps/custom.xml")],
        parts={"docProps/custom.xml": custom},
    )
    return Case("custom_properties", words, data, kind="property")


@maker
def app_properties(words: Words) -> Case:
    uri = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    app = f'<Properties xmlns="{uri}"><Manager>{words.secret}</Manager><Template>{words.last}.dotm</Template></Properties>'
    data = package(
        words.kept,
        root_rels=[Rel("rId2", "extended-properties", "docProps/app.xml")],
        parts={"docProps/app.xml": app},
    )
    return Case("app_properties", words, data, kind="property")


def _styles(content: str) -> str:
    return part("styles", content)


@maker
def style_names(words: Words) -> Case:
    key = words.last
    styles = _styles(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{words.secret}"/><w:aliases w:val="{words.secret}"/>'
        f'<w:pPr><w:jc w:val="center"/></w:pPr></w:style><w:latentStyles><w:lsdException w:name="{words.secret}"/></w:latentStyles>'
    )
    body = words.kept + para(run("styled"), f'<w:pStyle w:val="{key}"/>')
    data = package(body, rels=[Rel("rId3", "styles", "styles.xml")], parts={"word/styles.xml": styles})
    return Case("style_names", words, data, Outcome.DROPPED, keep=("styled",), secrets=(words.secret, key))


@maker
def hidden_by_style(words: Words) -> Case:
    styles = _styles(
        '<w:style w:type="character" w:styleId="A"><w:name w:val="a"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="B"><w:name w:val="b"/><w:basedOn w:val="A"/></w:style>'
    )
    body = words.kept + para(run(words.secret, '<w:rStyle w:val="B"/>'))
    data = package(body, rels=[Rel("rId3", "styles", "styles.xml")], parts={"word/styles.xml": styles})
    return Case("hidden_by_style", words, data, kind="hidden")


@maker
def hidden_by_default(words: Words) -> Case:
    styles = _styles("<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>")
    shown = para(run(words.keep, '<w:vanish w:val="0"/>'))
    data = package(
        shown + line(words.secret),
        rels=[Rel("rId3", "styles", "styles.xml")],
        parts={"word/styles.xml": styles},
    )
    return Case("hidden_by_default", words, data, kind="hidden")


@maker
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


@maker
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


@maker
def header_by_two_names(words: Words) -> Case:
    """One part under two spellings of its name: two readings of the same characters."""
    data = package(
        words.kept,
        rels=[Rel("rId1", "header", "header1.xml"), Rel("rId2", "header", "HEADER1.xml")],
        parts={"word/header1.xml": part("hdr", line(words.secret))},
        section='<w:headerReference w:type="default" r:id="rId1"/><w:headerReference w:type="first" r:id="rId2"/>',
    )
    return Case("header_by_two_names", words, data, Outcome.REFUSED)


@maker
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


@maker
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


@maker
def other_parts(words: Words) -> Case:
    """Parts that are never copied: glossary, custom XML, macros, printer settings, fonts, thumbnail, web extensions."""
    glossary = part(
        "glossaryDocument",
        f"<w:docParts><w:docPart><w:docPartBody>{line(words.secret)}</w:docPartBody></w:docPart></w:docParts>",
    )
    raw = words.secret.encode("utf-8")
    data = package(
        words.kept,
        rels=[
            Rel("rId3", "glossaryDocument", "glossary/document.xml"),
            Rel("rId4", "customXml", "../customXml/item1.xml"),
            Rel(
                "rId5", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin"
            ),
            Rel("rId6", "printerSettings", "printerSettings1.bin"),
        ],
        parts={
            "word/glossary/document.xml": glossary,
            "customXml/item1.xml": f"<a><b>{words.secret}</b></a>",
            "word/vbaProject.bin": raw,
            "word/printerSettings1.bin": raw,
            "word/fonts/font1.odttf": raw,
            "docProps/thumbnail.jpeg": raw,
            "word/webextensions/webextension1.xml": f"<x>{words.secret}</x>",
            "docMetadata/LabelInfo.xml": f"<x>{words.secret}</x>",
            f"word/{quote(words.last)}.xml": f"<x>{words.secret}</x>",
        },
    )
    return Case("other_parts", words, data, Outcome.DROPPED, secrets=(words.secret, words.last))


def _link(words: Words, name: str, target: str, **options: object) -> Case:
    body = words.kept + para(f'<w:hyperlink r:id="rId9">{run("site")}</w:hyperlink>')
    data = package(body, rels=[Rel("rId9", "hyperlink", target, external=True)])
    return Case(name, words, data, keep=("site",), **options)  # type: ignore[arg-type]


@maker
def link_mail(words: Words) -> Case:
    return _link(
        words, "link_mail", f"mailto:x@mail.example?subject={quote(words.secret)}", kind="link_target"
    )


@maker
def link_web(words: Words) -> Case:
    return _link(words, "link_web", f"https://www.example.org/p?q={quote(words.secret)}", kind="link_target")


@maker
def link_twice_encoded(words: Words) -> Case:
    target = f"https://www.example.org/{quote(quote(words.secret))}"
    return _link(words, "link_twice_encoded", target, kind="link_target")


@maker
def link_file(words: Words) -> Case:
    return _link(words, "link_file", f"file:///C:/Users/{quote(words.secret)}/plan.docx", kind="link_target")


@maker
def link_field(words: Words) -> Case:
    body = words.kept + para(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText> HYPERLINK "https://www.example.org/{quote(words.secret)}" \\o "tip" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("site")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return Case("link_field", words, package(body), kind="link_target", keep=("site",))


@maker
def link_text(words: Words) -> Case:
    """The secret is the link's text; its address repeats only the family name."""
    body = words.kept + para(f'<w:hyperlink r:id="rId9">{run(words.secret)}</w:hyperlink>')
    target = f"https://www.example.org/staff/{quote(words.last.lower())}"
    data = package(body, rels=[Rel("rId9", "hyperlink", target, external=True)])
    return Case("link_text", words, data, kind="body", secrets=(words.secret,))


@maker
def external_subdocument(words: Words) -> Case:
    body = words.kept + '<w:subDoc r:id="rId9"/><w:altChunk r:id="rId8"/>'
    data = package(
        body,
        rels=[
            Rel("rId9", "subDocument", f"file:///{words.last}.docx", external=True),
            Rel("rId8", "aFChunk", "chunk.html"),
        ],
        parts={"word/chunk.html": f"<html>{words.secret}</html>"},
    )
    return Case("chunks", words, data, Outcome.DROPPED, secrets=(words.secret, words.last))
