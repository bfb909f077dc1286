# SPDX-License-Identifier: MIT
"""Secrets in charts: every text that a chart shows, and what lies behind it."""

from __future__ import annotations

from dataclasses import replace

from tests.corpus.docx.case import Case, Outcome, Surface, Words, maker
from tests.corpus.docx.chart_parts import (
    A,
    C,
    Chart,
    Series,
    document,
    numbers,
    rich,
    title,
    workbook,
)
from tests.corpus.docx.graphics import inline
from tests.corpus.docx.pack import Rel, package, para

_KEPT = Chart().series


def _case(name: str, words: Words, chart: Chart, **options: object) -> Case:
    """The chart is kept: the secret must go from inside it."""
    options.setdefault("kind", "chart")
    return Case(name, words, document(words, chart), keep_images=True, **options)  # type: ignore[arg-type]


@maker(Surface.OBJECTS)
def chart_title(words: Words) -> Case:
    cut = title(words.first[:3], words.first[3:], f" {words.last}", " and others")
    return _case("chart_title", words, Chart(title=cut))


@maker(Surface.OBJECTS)
def chart_title_in_paragraphs(words: Words) -> Case:
    first, second = (f"<a:p><a:r><a:t>{each}</a:t></a:r></a:p>" for each in (words.first, words.last))
    made = f"<c:title><c:tx><c:rich><a:bodyPr/>{first}{second}</c:rich></c:tx></c:title>"
    return _case("chart_title_in_paragraphs", words, Chart(kind="pieChart", title=made))


@maker(Surface.OBJECTS)
def chart_title_from_cell(words: Words) -> Case:
    cell = (
        f"<c:strRef><c:f>'{words.last}'!$A$1</c:f><c:strCache><c:pt idx=\"0\"><c:v>{words.secret}</c:v></c:pt>"
        "</c:strCache></c:strRef>"
    )
    return _case("chart_title_from_cell", words, Chart(title=f"<c:title><c:tx>{cell}</c:tx></c:title>"))


@maker(Surface.OBJECTS, numbers=True)
def chart_series(words: Words) -> Case:
    named = Series(words.secret, ("1", "2", "3"))
    return _case("chart_series", words, Chart(kind="lineChart", series=(*_KEPT, named)))


@maker(Surface.OBJECTS)
def chart_category(words: Words) -> Case:
    """The same categories in each series, as Word writes them."""
    said = ("North", words.secret, "East")
    series = tuple(replace(each, categories=said) for each in _KEPT)
    return _case("chart_category", words, Chart(kind="areaChart", series=series))


@maker(Surface.OBJECTS)
def chart_category_of_one_series(words: Words) -> Case:
    second = replace(_KEPT[1], categories=("North", words.secret, "East"))
    return _case("chart_category_of_one_series", words, Chart(kind="radarChart", series=(_KEPT[0], second)))


@maker(Surface.OBJECTS)
def chart_categories_in_levels(words: Words) -> Case:
    inner = '<c:pt idx="0"><c:v>Q1</c:v></c:pt><c:pt idx="1"><c:v>Q2</c:v></c:pt><c:pt idx="2"><c:v>Q3</c:v></c:pt>'
    outer = f'<c:pt idx="0"><c:v>{words.secret}</c:v></c:pt><c:pt idx="2"><c:v>2025</c:v></c:pt>'
    said = (
        "<c:multiLvlStrRef><c:f>Sheet1!$A$2:$B$4</c:f><c:multiLvlStrCache>"
        f'<c:ptCount val="3"/><c:lvl>{inner}</c:lvl><c:lvl>{outer}</c:lvl></c:multiLvlStrCache></c:multiLvlStrRef>'
    )
    return _case("chart_categories_in_levels", words, Chart(series=(replace(_KEPT[0], categories=said),)))


@maker(Surface.OBJECTS)
def chart_value(words: Words) -> Case:
    """A value that was withheld leaves no point."""
    amount = {"en": "48291.75", "fr": "739016.25"}[words.tag]
    series = (replace(_KEPT[0], values=("4.3", amount, "3.5")), _KEPT[1])
    return _case("chart_value", words, Chart(series=series), secrets=(amount,))


@maker(Surface.OBJECTS)
def chart_scatter(words: Words) -> Case:
    amount = {"en": "48291.75", "fr": "739016.25"}[words.tag]
    one = Series(words.secret, ("4.3", "5.5", "3.5"), categories=("1", amount, "3"))
    return _case(
        "chart_scatter", words, Chart(kind="scatterChart", series=(one,)), secrets=(words.secret, amount)
    )


@maker(Surface.OBJECTS)
def chart_label(words: Words) -> Case:
    """Data labels: one written by hand, and one that takes its words from a cell."""
    fld = f'<a:fld id="{{0}}" type="CELLRANGE"><a:t>{words.secret}</a:t></a:fld>'
    labels = (
        f'<c:dLbls><c:dLbl><c:idx val="0"/><c:tx>{rich(f"from {words.secret}")}</c:tx><c:showVal val="1"/></c:dLbl>'
        f'<c:dLbl><c:idx val="1"/><c:tx><c:rich><a:bodyPr/><a:p>{fld}</a:p></c:rich></c:tx><c:showVal val="1"/></c:dLbl>'
        f'<c:showLegendKey val="0"/><c:showVal val="1"/><c:separator>{words.secret}</c:separator></c:dLbls>'
    )
    behind = (
        '<c:extLst><c:ext uri="{02D57815-91ED-43cb-92C2-25804820EDAC}" '
        'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:datalabelsRange>'
        f'<c15:f>Sheet1!$C$2</c15:f><c15:dlblRangeCache><c:pt idx="0"><c:v>{words.secret}</c:v></c:pt></c15:dlblRangeCache>'
        "</c15:datalabelsRange></c:ext></c:extLst>"
    )
    series = (replace(_KEPT[0], extra=labels, tail=behind), _KEPT[1])
    return _case("chart_label", words, Chart(series=series))


@maker(Surface.OBJECTS)
def chart_axis(words: Words) -> Case:
    return _case("chart_axis", words, Chart(axis_title=f"As seen by {words.secret}"))


@maker(Surface.OBJECTS)
def chart_trend(words: Words) -> Case:
    trend = f'<c:trendline><c:name>{words.secret}</c:name><c:trendlineType val="linear"/></c:trendline>'
    return _case("chart_trend", words, Chart(series=(replace(_KEPT[0], extra=trend),)))


@maker(Surface.OBJECTS)
def chart_drawn_upon(words: Words) -> Case:
    """Shapes drawn upon the chart lie in a part of their own."""
    shapes = (
        f'<c:userShapes xmlns:c="{C}" xmlns:a="{A}" xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/chartDrawing">'
        f'<d:sp><d:nvSpPr><d:cNvPr id="1" name="{words.last}"/></d:nvSpPr><d:txBody><a:p><a:r><a:t>{words.secret}</a:t></a:r></a:p>'
        "</d:txBody></d:sp></c:userShapes>"
    )
    chart = Chart(tail='<c:userShapes r:id="rId2"/>')
    chart = chart.but(rels=(*chart.rels, Rel("rId2", "chartUserShapes", "../drawings/drawing1.xml")))
    data = document(words, chart, parts={"word/drawings/drawing1.xml": shapes})
    return Case("chart_drawn_upon", words, data, kind="chart", keep_images=True)


@maker(Surface.OBJECTS)
def chart_behind(words: Words) -> Case:
    """Names of sheets in formulas, words in number formats, attributes, links: none of them is shown or copied."""
    code = f"#,##0 &quot;{words.secret}&quot;"
    valued = replace(_KEPT[0], tail=f'<c:extLst><c:ext uri="{words.last}"/></c:extLst>')
    chart = Chart(series=(valued, _KEPT[1]), sheet=f"'{words.secret}'")
    data = chart.xml().replace('formatCode="General"', f'formatCode="{code}"')
    data = data.replace('<c:legendPos val="b"/>', f'<c:legendPos val="{words.last}"/>')
    data = data.replace(
        '<c:date1904 val="0"/>',
        f'<c:date1904 val="0"/><c:lang val="{words.last}"/><c:pivotSource><c:name>[x]{words.last}</c:name></c:pivotSource>',
    )
    whole = document(words, chart, parts={"word/charts/chart1.xml": data})
    return Case("chart_behind", words, whole, Outcome.DROPPED, keep_images=True)


@maker(Surface.OBJECTS)
def chart_workbook(words: Words) -> Case:
    """The workbook behind the chart, with a sheet that Excel does not list."""
    book = workbook("North", hidden=(f"Paid to {words.secret}",), hidden_name=words.last)
    data = document(words, Chart(), book=book)
    return Case(
        "chart_workbook", words, data, kind="embedded", keep_images=True, secrets=(words.secret, words.last)
    )


@maker(Surface.OBJECTS)
def chart_removed(words: Words) -> Case:
    return Case("chart_removed", words, document(words, Chart(title=title(words.secret))), kind="chart")


@maker(Surface.OBJECTS)
def chart_of_another_kind(words: Words) -> Case:
    """A surface chart cannot be drawn again: its text is shown, the copy has a placeholder."""
    plots = (
        f"<c:surfaceChart>{Series(words.secret, ('1', '2', '3')).xml(0, 'barChart', 'S')}</c:surfaceChart>"
    )
    return _case("chart_of_another_kind", words, Chart(plots=plots))


@maker(Surface.OBJECTS)
def chart_without_values(words: Words) -> Case:
    plots = f"<c:barChart><c:ser><c:cat>{numbers((), 'S!A1')}</c:cat></c:ser></c:barChart>"
    return _case("chart_without_values", words, Chart(title=title(words.secret), plots=plots))


@maker(Surface.OBJECTS)
def chart_extended(words: Words) -> Case:
    """The newer charts (waterfall, sunburst, map …)."""
    uri = "http://schemas.microsoft.com/office/drawing/2014/chartex"
    chart = (
        f'<cx:chartSpace xmlns:cx="{uri}" xmlns:a="{A}"><cx:chartData><cx:data id="0"><cx:strDim type="cat"><cx:f>{words.last}!A1</cx:f>'
        f'<cx:lvl ptCount="1"><cx:pt idx="0">{words.secret}</cx:pt></cx:lvl></cx:strDim></cx:data></cx:chartData><cx:chart><cx:title>'
        f"<cx:tx><cx:txData><cx:v>About {words.secret}</cx:v></cx:txData></cx:tx></cx:title></cx:chart></cx:chartSpace>"
    )
    content = inline(f'<cx:chart xmlns:cx="{uri}" r:id="rId9"/>', uri)
    data = package(
        words.kept + para(content),
        rels=[
            Rel(
                "rId9",
                "http://schemas.microsoft.com/office/2014/relationships/chartEx",
                "charts/chartEx1.xml",
            )
        ],
        parts={"word/charts/chartEx1.xml": chart},
    )
    return Case("chart_extended", words, data, kind="chart", keep_images=True)


@maker(Surface.OBJECTS)
def chart_twice(words: Words) -> Case:
    """One chart part shown in two places."""
    content = inline('<c:chart r:id="rId9"/>', C)
    whole = package(
        words.kept + para(content) + para(content),
        rels=[Rel("rId9", "chart", "charts/chart1.xml")],
        parts={"word/charts/chart1.xml": Chart(title=title(words.secret)).xml()},
    )
    return Case("chart_twice", words, whole, kind="chart", keep_images=True)


@maker(Surface.OBJECTS)
def chart_damaged(words: Words) -> Case:
    data = document(words, Chart(), parts={"word/charts/chart1.xml": f"<c>{words.secret}"})
    return Case("chart_damaged", words, data, Outcome.DROPPED, keep_images=True)
