# SPDX-License-Identifier: MIT
"""Charts drawn again: what stays of looks, numbers and words; what goes; and that another program draws them."""

from __future__ import annotations

import io
import os
import subprocess
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from lxml import etree
from PIL import Image

from reviewer.documents.docx.names import A, C
from reviewer.model.document import Choice
from reviewer.redaction.docx.chart_values import is_number, number, number_format
from reviewer.redaction.docx.writer import write_docx
from reviewer.redaction.result import Copy
from tests.corpus.docx.case import EN
from tests.corpus.docx.chart_parts import Chart, Series, document, numbers, rich, title
from tests.corpus.docx.graphics import inline
from tests.corpus.docx.pack import Rel, line, package, para, part, rels_xml
from tests.redaction.docx.checks import LABEL, entries, leaks, plan_for, read, shown_texts

PART = "word/charts/chart1.xml"
KEPT = Chart().series


def copy_of(chart: Chart | bytes, *terms: str, choice: Choice = Choice.KEEP) -> Copy:
    source = read(document(EN, chart) if isinstance(chart, Chart) else chart)
    return write_docx(source, plan_for(source, terms, choices={"object:chart:1": choice}))


def drawn(chart: Chart, *terms: str) -> etree._Element:
    return etree.fromstring(dict(entries(copy_of(chart, *terms).data))[PART])


def texts(root: etree._Element) -> list[str]:
    return [node.text or "" for node in root.iter(f"{{{C}}}v", f"{{{A}}}t")]


def values(root: etree._Element, name: str) -> list[str | None]:
    return [node.get("val") for node in root.iter(f"{{{C}}}{name}")]


def test_a_chart_that_stays_says_what_it_said() -> None:
    copy = copy_of(Chart())
    root = etree.fromstring(dict(entries(copy.data))[PART])
    assert copy.losses == ()
    assert texts(root) == [
        "Orchard yield by region",
        *("Yield 2024", "North", "South", "East", "4.3", "2.5", "3.5"),
        *("Yield 2025", "2.4", "4.4", "1.8"),
        "Tonnes per hectare",
    ]
    assert [each.text for each in root.iter(f"{{{C}}}formatCode")] == ["#,##0.0"] * 2
    assert sorted(values(root, "axId")) == ["1", "1", "2", "2"]
    kinds = [etree.QName(each).localname for each in root.iter(f"{{{C}}}strLit", f"{{{C}}}numLit")]
    assert kinds == ["strLit", "numLit", "numLit"]


def test_nothing_of_the_workbook_is_in_the_copy() -> None:
    copy = copy_of(Chart(sheet="'Paid to Harriet'"))
    names = [name for name, _content in entries(copy.data)]
    assert PART in names
    assert not [name for name in names if "embeddings" in name or "charts/_rels" in name]
    assert leaks(copy.data, ["Paid to Harriet", "Sheet1"]) == []


def test_a_label_stands_for_words_and_no_point_for_a_number() -> None:
    root = drawn(Chart(), "South", "3.5", "Yield 2025")
    assert texts(root)[1:8] == ["Yield 2024", "North", LABEL, "East", "4.3", "2.5", LABEL]
    assert [each.get("idx") for each in root.iter(f"{{{C}}}pt")] == ["0", "1", "2", "0", "1", "0", "1", "2"]
    assert values(root, "ptCount") == ["3", "3", "3"]


def test_withheld_numbers_among_categories_make_them_words() -> None:
    years = replace(KEPT[0], categories=numbers(("2023", "2024", "2025"), "S!A1"))
    root = drawn(Chart(series=(years,), title=title("By year")), "2024")
    [said] = root.iter(f"{{{C}}}cat")
    assert etree.QName(said[0]).localname == "strLit"
    assert texts(said) == ["2023", LABEL, "2025"]


DAYS = numbers(("45292", "45293", "45294"), "S!A1", "yyyy\\-mm\\-dd")


@pytest.mark.parametrize(
    ("said", "values_told", "code", "kept"),
    [
        ("35.5 %", ("0.2", "0.3554", "0.4"), "0.0%", ["0.2", "0.4"]),
        ("$1,234.50", ("3.5", "1234.5", "0.4"), "General", ["3.5", "0.4"]),
        ("1 235 $", ("3.5", "1234.6", "0.4"), "#,##0", ["3.5", "0.4"]),
        ("1.2", ("3500", "1234", "400"), "0.0,;(0)", ["3500", "400"]),
        ("Room 1235", ("3.5", "1234.6", "0.4"), "#,##0", ["3.5", "1234.6", "0.4"]),
    ],
)
def test_a_value_that_is_shown_as_what_is_withheld_is_no_point(
    said: str, values_told: tuple[str, ...], code: str, kept: list[str]
) -> None:
    axis = f'<c:numFmt formatCode="{code}" sourceLinked="0"/>'
    series = replace(KEPT[0], values=values_told, extra=f"<c:dLbls>{axis}<c:showVal val='1'/></c:dLbls>")
    root = drawn(Chart(series=(series,), title=title(f"Paid {said} in all")), said)
    [made] = root.iter(f"{{{C}}}val")
    assert texts(made) == kept


@pytest.mark.parametrize("said", ["2024-01-02", "January 2, 2024", "2 janvier 2024", "02/01/2024"])
def test_a_day_that_is_shown_as_what_is_withheld_goes_and_the_others_stay_days(said: str) -> None:
    root = drawn(
        Chart(series=(replace(KEPT[0], categories=DAYS),), title=title(f"Since {said} at least")), said
    )
    [made] = root.iter(f"{{{C}}}cat")
    assert (etree.QName(made[0]).localname, texts(made)) == ("numLit", ["45292", "45294"])


def test_measures_of_the_drawing_do_not_repeat_a_withheld_amount() -> None:
    extra = '<c:trendline><c:trendlineType val="linear"/><c:forward val="2"/><c:intercept val="250.0"/></c:trendline>'
    root = drawn(Chart(series=(replace(KEPT[0], values=("1", "250", "3"), extra=extra),)), "250")
    assert (values(root, "forward"), values(root, "intercept")) == (["2"], [])


def test_levels_of_categories_are_one() -> None:
    levels = (
        "<c:multiLvlStrRef><c:multiLvlStrCache><c:ptCount val='2'/><c:lvl><c:pt idx='0'><c:v>Q1</c:v></c:pt>"
        "<c:pt idx='1'><c:v>Q2</c:v></c:pt></c:lvl><c:lvl><c:pt idx='0'><c:v>2025</c:v></c:pt></c:lvl>"
        "</c:multiLvlStrCache></c:multiLvlStrRef>"
    )
    [said] = drawn(Chart(series=(replace(KEPT[0], categories=levels),))).iter(f"{{{C}}}cat")
    assert texts(said) == ["2025 – Q1", "Q2"]


def test_an_error_is_no_value() -> None:
    series = replace(KEPT[0], values=("#N/A", "2.5", "1e3"))
    root = drawn(Chart(series=(series,)))
    assert texts(root)[-3:] == ["2.5", "1e3", "Tonnes per hectare"]


LOOK = (
    "<c:spPr><a:gradFill><a:gsLst>"
    '<a:gs pos="0"><a:schemeClr val="accent2"><a:lumMod val="75000"/><a:red/></a:schemeClr>'
    '</a:gs></a:gsLst></a:gradFill><a:ln w="19050" cap="Harriet"><a:solidFill><a:sysClr val="window" lastClr="aabbcc"/>'
    '</a:solidFill><a:prstDash val="dash"/></a:ln><a:effectLst><a:glow/></a:effectLst></c:spPr>'
)


def test_looks_are_made_of_checked_colours() -> None:
    root = drawn(Chart(series=(replace(KEPT[0], extra=LOOK),)))
    [properties] = root.iter(f"{{{C}}}spPr")
    made = (
        etree.tostring(properties, method="c14n")
        .decode()
        .replace(f' xmlns:c="{C}"', "")
        .replace(f' xmlns:a="{A}"', "")
    )
    assert made == (
        '<c:spPr><a:solidFill><a:schemeClr val="accent2"><a:lumMod val="75000"></a:lumMod></a:schemeClr></a:solidFill>'
        '<a:ln w="19050"><a:solidFill><a:srgbClr val="AABBCC"></a:srgbClr></a:solidFill>'
        '<a:prstDash val="dash"></a:prstDash></a:ln></c:spPr>'
    )


def test_a_colour_that_is_none_leaves_no_look() -> None:
    bad = (
        '<c:spPr><a:solidFill><a:srgbClr val="Quillf"/></a:solidFill><a:ln w="x"><a:noFill/></a:ln></c:spPr>'
    )
    [properties] = drawn(Chart(series=(replace(KEPT[0], extra=bad),))).iter(f"{{{C}}}spPr")
    assert [etree.QName(each).localname for each in properties.iter()] == ["spPr", "ln", "noFill"]


def test_lettering_and_places() -> None:
    letters = '<a:p><a:pPr><a:defRPr sz="900" b="1" i="no"/></a:pPr></a:p>'
    lettering = f'<c:txPr><a:bodyPr rot="-2700000" vert="x"/>{letters}</c:txPr>'
    where = '<c:xMode val="edge"/><c:x val="0.123456789"/><c:y val="Harriet"/>'
    place = f"<c:layout><c:manualLayout>{where}</c:manualLayout></c:layout>"
    series = replace(
        KEPT[0],
        extra=f"<c:dLbls><c:dLbl><c:idx val='0'/>{place}<c:tx>{rich('high')}</c:tx></c:dLbl>{lettering}</c:dLbls>",
    )
    root = drawn(Chart(series=(series,)))
    [labels] = root.iter(f"{{{C}}}dLbls")
    assert labels.find(f"{{{C}}}txPr/{{{A}}}bodyPr").attrib == {"rot": "-2700000"}
    assert labels.find(f".//{{{C}}}txPr//{{{A}}}defRPr").attrib == {"sz": "900", "b": "1"}
    assert (values(labels, "x"), values(labels, "y"), values(labels, "xMode")) == (["0.1235"], [], ["edge"])
    assert texts(labels) == ["high"]


def test_a_word_of_the_format_that_was_withheld_goes() -> None:
    data = package(
        line("They were clustered and nextTo it.") + para(inline('<c:chart r:id="rId9"/>', C)),
        rels=[Rel("rId9", "chart", "charts/chart1.xml")],
        parts={PART: Chart().xml()},
    )
    copy = copy_of(data, "clustered", "nextTo")
    root = etree.fromstring(dict(entries(copy.data))[PART])
    assert leaks(copy.data, ["clustered", "nextTo"]) == []
    assert (values(root, "grouping"), values(root, "tickLblPos")) == ([None], [])


def test_removed_or_missing_charts_leave_words_in_their_place() -> None:
    copy = copy_of(Chart(), choice=Choice.REMOVE)
    assert copy.losses == ("object:1",)
    assert shown_texts(copy.data)[0][1].endswith("\n[chart removed]")
    assert PART not in dict(entries(copy.data))


def test_a_chart_in_a_header_is_related_to_the_header() -> None:
    header = part("hdr", para(inline('<c:chart r:id="rId4"/>', C)))
    rels = rels_xml([Rel("rId4", "chart", "charts/c.xml")])
    data = package(
        line("x"),
        rels=[Rel("rId1", "header", "header1.xml")],
        parts={
            "word/header1.xml": header,
            "word/_rels/header1.xml.rels": rels,
            "word/charts/c.xml": Chart().xml(),
        },
        section='<w:headerReference w:type="default" r:id="rId1"/>',
    )
    made = dict(entries(copy_of(data).data))
    assert b"charts/chart1.xml" in made["word/_rels/header1.xml.rels"]
    assert PART in made


def test_a_chart_keeps_its_alternative_text_and_its_size() -> None:
    content = inline('<c:chart r:id="rId9"/>', C, 'id="1" name="n" descr="Yield of the orchard"')
    data = package(
        line("x") + para(content),
        rels=[Rel("rId9", "chart", "charts/chart1.xml")],
        parts={PART: Chart().xml()},
    )
    document_xml = dict(entries(copy_of(data).data))["word/document.xml"].decode()
    assert 'descr="Yield of the orchard"' in document_xml
    assert 'cx="914400"' in document_xml


@pytest.mark.parametrize(
    ("code", "kept"),
    [
        ("General", True),
        ("#,##0.00", True),
        ('"$"#,##0', True),
        ("yyyy-mm-dd hh:mm", True),
        ("[$$-1009]#,##0.00;[Red]-[$$-1009]#,##0.00", True),
        ('0 "Harriet"', False),
        ("\\H\\a\\r", False),
        ("0" * 100, False),
        ("", False),
    ],
)
def test_number_formats(code: str, *, kept: bool) -> None:
    assert number_format(code) == (code if kept else None)


def test_numbers() -> None:
    assert [number(each) for each in ("0.123456", "12345678", "1E-3", "x", "")] == [
        "0.1235",
        "12345678",
        "0.001",
        None,
        None,
    ]
    assert [is_number(each) for each in ("1", "-2.5e10", "#N/A", "[s. 19(1)]", "1,5")] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_the_copy_of_a_chart_is_drawn_by_another_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bars of the source's colour stand in the picture that LibreOffice makes of the copy."""
    monkeypatch.setenv("PATH", os.defpath)
    copy = copy_of(Chart(series=(KEPT[0], Series("Third", ("3", "2", "1")))), "South")
    (tmp_path / "a.docx").write_bytes(copy.data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "a.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    subprocess.run(
        ["pdftoppm", "-r", "50", "-png", "-singlefile", "a.pdf", "a"], cwd=tmp_path, check=True, timeout=60
    )
    with Image.open(tmp_path / "a.png") as image:
        colours = {colour for _count, colour in image.convert("RGB").getcolors(1 << 24)}
    assert (0x44, 0x72, 0xC4) in colours
    said = subprocess.run(
        ["pdftotext", "a.pdf", "-"], cwd=tmp_path, check=True, capture_output=True, text=True, timeout=60
    )
    assert all(word in said.stdout for word in ("Orchard yield", "North", LABEL, "Third", "Tonnes"))
    assert "South" not in said.stdout


def test_python_docx_opens_a_copy_with_a_chart() -> None:
    found = docx.Document(io.BytesIO(copy_of(Chart()).data))
    assert found.paragraphs[0].text == EN.keep
