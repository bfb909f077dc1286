# SPDX-License-Identifier: MIT
"""Styles, lists, settings, theme, notes and sections of a copy; and the small rules of properties."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reviewer.documents.docx.names import W
from reviewer.redaction.docx.grammar import rules
from reviewer.redaction.docx.namebook import NameBook
from reviewer.redaction.docx.properties import checked_value, rebuilt
from reviewer.redaction.docx.values import VALUES
from reviewer.redaction.docx.writer import write_docx
from tests.corpus.docx.pack import NS, Rel, line, package, para, part, run
from tests.redaction.docx.checks import LABEL, entries, plan_for, read, shown_texts

_NS = {"w": W}


class _Nothing:
    def holds(self, text: str) -> bool:
        return False


def book() -> NameBook:
    return NameBook(_Nothing())  # type: ignore[arg-type]


def written(content: str, *terms: str, kind: str = "", xml: str = "", section: str = "") -> dict[str, str]:
    rels = [Rel("rId1", kind, f"{kind}.xml")] if kind else []
    parts = {f"word/{kind}.xml": xml} if kind else {}
    source = read(package(content, rels=rels, parts=parts, section=section))
    data = write_docx(source, plan_for(source, terms)).data
    return {name: content.decode("utf-8") for name, content in entries(data) if name.endswith(".xml")}


def test_styles_in_use_are_kept_under_new_names() -> None:
    xml = part(
        "styles",
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/><w:basedOn '
        'w:val="N"/><w:uiPriority w:val="9"/>'
        "<w:qFormat/><w:rPr><w:b/></w:rPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Chez Quillfeather"/>'
        '<w:basedOn w:val="H"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Unused"><w:name w:val="Unused"/></w:style>'
        '<w:style w:type="table" w:styleId="T"><w:name w:val="T"/><w:tblStylePr '
        'w:type="firstRow"><w:rPr><w:i/></w:rPr></w:tblStylePr>'
        '<w:tblStylePr w:type="Quill"/></w:style>',
    )
    content = para(run("x"), '<w:pStyle w:val="Mine"/>') + (
        '<w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>'
    )
    made = written(content, kind="styles", xml=xml)["word/styles.xml"]
    root = etree.fromstring(made.encode())
    names = [each.get(f"{{{W}}}val") for each in root.iterfind("w:style/w:name", _NS)]
    assert names == ["Normal", "heading 2", "Style 3", "Style 5"]
    assert [each.get(f"{{{W}}}type") for each in root.iter(f"{{{W}}}tblStylePr")] == ["firstRow"]
    assert "Quill" not in made


def test_a_built_in_name_that_is_a_withheld_word_is_renamed() -> None:
    xml = part("styles", '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/></w:style>')
    content = para(run("x", '<w:rStyle w:val="Strong"/>')) + line("Mr. Strong")
    made = written(content, "Strong", kind="styles", xml=xml)
    assert "Strong" not in made["word/styles.xml"]
    assert "Strong" not in made["word/document.xml"]


def test_a_word_of_the_format_that_is_withheld_goes() -> None:
    section = '<w:pgSz w:w="15840" w:h="12240" w:orient="landscape"/>'
    content = para(run("x", '<w:highlight w:val="darkYellow"/>')) + line(
        "Dr. Yellow of Landscape Street, Microsoft"
    )
    made = written(content, "Yellow", "Landscape", "Microsoft", section=section)
    assert '<w:pgSz w:w="15840" w:h="12240"/>' in made["word/document.xml"]
    assert "highlight" not in made["word/document.xml"]
    assert "microsoft" not in made["word/settings.xml"]


def test_a_withheld_sentence_does_not_change_the_look_of_the_rest() -> None:
    sentence = "The title of the normal table was left single, in yellow Times New Roman."
    look = '<w:rFonts w:ascii="Times New Roman"/><w:highlight w:val="yellow"/>'
    kept = para(run("x", look), '<w:jc w:val="left"/>')
    with_it, without = (written(kept + line(text), text) for text in (sentence, "Another sentence."))
    assert with_it == without


def test_lists_are_numbered_anew() -> None:
    levels = (
        '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="lowerLetter"/><w:lvlText '
        'w:val="%1)"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="720"/></w:pPr></w:lvl><w:lvl w:ilvl="1"/>'
    )
    xml = part(
        "numbering",
        '<w:abstractNum w:abstractNumId="44"><w:multiLevelType w:val="multilevel"/><w:tmpl '
        f'w:val="AB"/>{levels}</w:abstractNum>'
        '<w:num w:numId="99"><w:abstractNumId w:val="44"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="5"/></w:lvlOverride>'
        '<w:lvlOverride w:ilvl="1"><w:lvl w:ilvl="1"><w:lvlText w:val="Annex %2"/></w:lvl>'
        "</w:lvlOverride></w:num>"
        '<w:num w:numId="100"><w:abstractNumId w:val="none"/></w:num>',
    )
    content = para(run("x"), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="99"/></w:numPr>')
    made = written(content, "Annex", kind="numbering", xml=xml)
    numbering = made["word/numbering.xml"]
    assert 'w:numId w:val="1"' in made["word/document.xml"]
    assert 'w:abstractNumId="0"' in numbering
    assert f'w:lvlText w:val="{LABEL} %2"' in numbering
    assert 'w:startOverride w:val="5"' in numbering
    assert "tmpl" not in numbering
    assert numbering.count("<w:num ") == 1


def test_a_custom_number_format_becomes_plain_numbers() -> None:
    choice = '<mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="Quill1, Quill2"/></mc:Choice>'
    xml = part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><mc:AlternateContent>{choice}</mc:AlternateContent>'
        '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    )
    made = written(line("x"), kind="numbering", xml=xml)["word/numbering.xml"]
    assert '<w:numFmt w:val="decimal"/>' in made
    assert "Quill" not in made


def test_numbers_with_zeros_before_them_stay_so() -> None:
    look = '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
    xml = part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">{look}</w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    )
    assert look in written(line("x"), kind="numbering", xml=xml)["word/numbering.xml"]


def test_a_list_of_nothing_is_no_part() -> None:
    assert "word/numbering.xml" not in written(line("x"), kind="numbering", xml=part("numbering", ""))


def test_the_colour_of_the_pages_stays() -> None:
    colour = '<w:background w:color="1F3864" w:themeColor="Harriet"><w:other/></w:background>'
    document = part("document", f"{colour}<w:body>{line('x')}<w:sectPr/></w:body>")
    settings = part("settings", "<w:displayBackgroundShape/>")
    parts = {"word/document.xml": document, "word/settings.xml": settings}
    source = read(package("", rels=[Rel("rId1", "settings", "settings.xml")], parts=parts))
    made = dict(entries(write_docx(source, plan_for(source, ())).data))
    assert b'<w:background w:color="1F3864"/><w:body>' in made["word/document.xml"]
    assert b"<w:displayBackgroundShape/>" in made["word/settings.xml"]


def test_settings_are_a_few_of_layout() -> None:
    xml = part(
        "settings",
        '<w:zoom w:percent="100"/><w:evenAndOddHeaders/><w:defaultTabStop w:val="709"/><w:compat>'
        "<w:splitPgBreakAndParaMark/><w:useFELayout/>"
        '<w:compatSetting w:name="compatibilityMode" w:uri="u" w:val="12"/><w:compatSetting '
        'w:name="x" w:val="15"/></w:compat>',
    )
    made = written(line("x"), kind="settings", xml=xml)["word/settings.xml"]
    assert 'w:defaultTabStop w:val="709"' in made
    assert "<w:evenAndOddHeaders/>" in made
    assert 'w:val="12"' in made
    assert "zoom" not in made
    assert "useFELayout" not in made
    assert "<w:splitPgBreakAndParaMark/>" in made


def test_a_document_without_a_mode_of_layout_gets_none() -> None:
    made = written(line("x"), kind="settings", xml=part("settings", '<w:defaultTabStop w:val="709"/>'))
    assert "compat" not in made["word/settings.xml"]


def test_the_theme_is_colours_and_known_fonts() -> None:
    xml = (
        f'<a:theme {NS} name="Quill"><a:themeElements><a:clrScheme name="Quill"><a:dk1>'
        '<a:sysClr val="windowText" lastClr="112233"/></a:dk1>'
        '<a:lt1><a:srgbClr val="Quill"/></a:lt1><a:dk2/></a:clrScheme><a:fontScheme name="Quill">'
        '<a:majorFont><a:latin typeface="Georgia"/>'
        '<a:ea typeface="Quill"/></a:majorFont></a:fontScheme></a:themeElements></a:theme>'
    )
    made = written(line("x"), kind="theme", xml=xml)["word/theme/theme1.xml"]
    assert '<a:dk1><a:srgbClr val="112233"/></a:dk1>' in made
    assert '<a:lt1><a:srgbClr val="FFFFFF"/></a:lt1>' in made
    assert 'typeface="Georgia"' in made
    assert "Quill" not in made


def test_sections_keep_their_pages() -> None:
    section = (
        '<w:pgSz w:w="15840" w:h="12240" w:orient="landscape" w:code="1"/><w:pgMar w:top="720" '
        'w:right="x"/><w:titlePg/>'
        '<w:headerReference w:type="default" r:id="rId404"/><w:cols w:num="2"><w:col w:w="5"/>'
        "</w:cols><w:printerSettings/>"
    )
    made = written(para("", f"<w:sectPr>{section}</w:sectPr>") + line("x"), section=section)[
        "word/document.xml"
    ]
    assert made.count('<w:pgSz w:w="15840" w:h="12240" w:orient="landscape"/>') == 2
    margins = 'w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"'
    assert f'<w:pgMar w:top="720" {margins}/>' in made
    assert '<w:cols w:num="2"><w:col w:w="5"/></w:cols>' in made
    assert "headerReference" not in made


def test_headers_of_an_unknown_kind_are_default_ones_and_lost_ones_are_counted() -> None:
    rels = [Rel("rId1", "header", "header1.xml"), Rel("rId2", "header", "header2.xml")]
    parts = {f"word/header{n}.xml": part("hdr", line(f"Header {n}")) for n in (1, 2)}
    joined = '<w:rPr><w:del w:id="1"/></w:rPr><w:sectPr><w:headerReference w:type="default" r:id="rId2"/></w:sectPr>'
    content = para(run("a"), joined) + line("b")
    section = '<w:headerReference w:type="odd" r:id="rId1"/>'
    source = read(package(content, rels=rels, parts=parts, section=section))
    copy = write_docx(source, plan_for(source, ()))
    assert shown_texts(copy.data) == [("body", "ab"), ("header", "Header 1")]
    assert copy.losses == ("header:1",)


def test_rows_keep_height_and_header_and_exceptions() -> None:
    content = (
        '<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid><w:gridCol '
        'w:w="5000"/></w:tblGrid><w:tr><w:tblPrEx>'
        '<w:jc w:val="center"/></w:tblPrEx><w:trPr><w:tblHeader/><w:trHeight w:val="300" '
        'w:hRule="exact"/><w:cnfStyle w:val="1"/></w:trPr>'
        '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr>'
        "<w:bookmarkStart "
        'w:id="1" w:name="x"/></w:tbl>'
    )
    made = written(content)["word/document.xml"]
    assert '<w:trPr><w:trHeight w:val="300" w:hRule="exact"/><w:tblHeader/></w:trPr>' in made
    assert "<w:tblPrEx>" in made
    assert '<w:gridSpan w:val="2"/>' in made


def test_notes_come_in_the_order_of_their_references() -> None:
    notes = "".join(f'<w:footnote w:id="{n}">{line(f"note {n}")}</w:footnote>' for n in (3, 7))
    content = para(
        '<w:r><w:footnoteReference w:id="7"/></w:r><w:r><w:footnoteReference '
        'w:customMarkFollows="1" w:id="3"/><w:t>*</w:t></w:r>'
        '<w:r><w:footnoteReference w:id="404"/></w:r>'
    )
    source = read(
        package(
            content, rels=[Rel("rId1", "footnotes", "f.xml")], parts={"word/f.xml": part("footnotes", notes)}
        )
    )
    data = write_docx(source, plan_for(source, ())).data
    assert [text for kind, text in shown_texts(data) if kind == "footnote"] == ["note 7", "note 3"]
    assert 'w:customMarkFollows="1"' in dict(entries(data))["word/document.xml"].decode()


def test_symbols_and_special_characters_are_kept() -> None:
    content = para(
        '<w:r><w:sym w:font="Wingdings" w:char="f0fc"/><w:sym w:font="Quill" w:char="0041"/>'
        '<w:ptab w:alignment="right" w:relativeTo="margin"'
        ' w:leader="none"/><w:br w:type="page"/><w:br w:type="Quill"/><w:cr/></w:r>'
    )
    made = written(content)["word/document.xml"]
    assert '<w:sym w:font="Wingdings" w:char="F0FC"/>' in made
    assert "A</w:t>" in made
    assert '<w:ptab w:alignment="right" w:relativeTo="margin" w:leader="none"/>' in made
    assert '<w:br w:type="page"/>' in made
    assert "Quill" not in made


@pytest.mark.parametrize(
    ("xml", "table", "expected"),
    [
        ('<w:rPr><w:i w:val="false"/><w:b/></w:rPr>', "rPr", '<w:b/><w:i w:val="0"/>'),
        ('<w:rPr><w:b w:val="Quill"/></w:rPr>', "rPr", None),
        ('<w:rPr><w:rFonts w:ascii="Arial" w:cs="Quill"/></w:rPr>', "rPr", '<w:rFonts w:ascii="Arial"/>'),
        ("<w:rPr><w:vanish/><w:webHidden/><w:rPrChange/></w:rPr>", "rPr", None),
        (
            '<w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/><w:tab w:val="right" w:pos="99999999"/></w:tabs></w:pPr>',
            "pPr",
            '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>',
        ),
        ('<w:pPr><w:pBdr><w:top w:val="Quill" w:sz="4"/></w:pBdr></w:pPr>', "pPr", None),
        (
            '<w:rPr><w:color w:themeColor="accent1"/></w:rPr>',
            "rPr",
            '<w:color w:themeColor="accent1" w:val="auto"/>',
        ),
        ('<w:pPr><w:shd w:fill="EEEEEE"/></w:pPr>', "pPr", '<w:shd w:fill="EEEEEE" w:val="clear"/>'),
        (
            '<w:pPr><w:ind w:left="0.0" w:right="1.5pt"/></w:pPr>',
            "pPr",
            '<w:ind w:left="0" w:right="1.5pt"/>',
        ),
        ('<w:pPr><w:ind w:left="6135550142"/></w:pPr>', "pPr", None),
        ('<w:rPr><w:lang w:val="FR-ca" w:bidi="xx-Roy"/></w:rPr>', "rPr", '<w:lang w:val="fr-CA"/>'),
    ],
)
def test_properties_are_rebuilt_from_allowed_values(xml: str, table: str, expected: str | None) -> None:
    source = etree.fromstring(f"<r {NS}>{xml}</r>")[0]
    made = rebuilt(source, table, book())
    inner = None if made is None else "".join(etree.tostring(each).decode() for each in made)
    assert (None if inner is None else inner.replace(f' xmlns:w="{W}"', "")) == expected


@given(st.text(max_size=40), st.sampled_from(sorted(VALUES)))
def test_no_text_passes_as_a_value(text: str, kind: str) -> None:
    """Whatever an attribute holds, what is written is a number, a colour or a word of the format."""
    checked = checked_value(text, kind, book())
    assert checked is None or len(checked) <= 30
    if checked is not None:
        assert checked.isascii()
        assert checked_value(checked, kind, book()) == checked


def test_every_rule_names_a_check() -> None:
    special = {"style", "number_id", "font"}
    for table in ("rPr", "pPr", "tblPr", "trPr", "tcPr", "sectPr", "lvl", "settings", "tblGrid", "tblPrEx"):
        for rule in rules(table):
            assert set(rule.attributes.values()) <= VALUES.keys() | special
            assert rule.children is None or rules(rule.children)
