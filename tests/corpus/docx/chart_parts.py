# SPDX-License-Identifier: MIT
"""Pieces of charts for the cases: a chart part as Word writes one, its workbook, and a document around both."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tests.corpus.docx.case import Words
from tests.corpus.docx.graphics import inline
from tests.corpus.docx.pack import Rel, package, para, rels_xml

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_AXES = {"barChart", "lineChart", "areaChart", "scatterChart", "radarChart"}
_HEADS = {
    "barChart": '<c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>',
    "lineChart": '<c:grouping val="standard"/><c:varyColors val="0"/>',
    "areaChart": '<c:grouping val="standard"/><c:varyColors val="0"/>',
    "pieChart": '<c:varyColors val="1"/>',
    "doughnutChart": '<c:varyColors val="1"/>',
    "scatterChart": '<c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>',
    "radarChart": '<c:radarStyle val="marker"/><c:varyColors val="0"/>',
}


def rich(*texts: str) -> str:
    """A paragraph of runs."""
    runs = "".join(f'<a:r><a:rPr lang="en-CA" sz="1400" b="1"/><a:t>{text}</a:t></a:r>' for text in texts)
    return f"<c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz='1400'/></a:pPr>{runs}</a:p></c:rich>"


def title(*texts: str) -> str:
    return f'<c:title><c:tx>{rich(*texts)}</c:tx><c:overlay val="0"/></c:title>'


def _points(texts: Sequence[str]) -> str:
    listed = "".join(f'<c:pt idx="{at}"><c:v>{text}</c:v></c:pt>' for at, text in enumerate(texts) if text)
    return f'<c:ptCount val="{len(texts)}"/>{listed}'


def strings(texts: Sequence[str], formula: str) -> str:
    return f"<c:strRef><c:f>{formula}</c:f><c:strCache>{_points(texts)}</c:strCache></c:strRef>"


def numbers(texts: Sequence[str], formula: str, code: str = "General") -> str:
    cache = f"<c:numCache><c:formatCode>{code}</c:formatCode>{_points(texts)}</c:numCache>"
    return f"<c:numRef><c:f>{formula}</c:f>{cache}</c:numRef>"


@dataclass(frozen=True)
class Series:
    """One series; `categories` may be ready-made XML."""

    name: str
    values: tuple[str, ...]
    categories: tuple[str, ...] | str = ("North", "South", "East")
    extra: str = '<c:spPr><a:solidFill><a:srgbClr val="4472C4"/></a:solidFill></c:spPr>'
    tail: str = ""

    def xml(self, number: int, kind: str, sheet: str) -> str:
        named, valued = ("xVal", "yVal") if kind == "scatterChart" else ("cat", "val")
        if isinstance(self.categories, str):
            said = self.categories
        elif kind == "scatterChart":
            said = numbers(self.categories, f"{sheet}!$A$2:$A$4")
        else:
            said = strings(self.categories, f"{sheet}!$A$2:$A$4")
        return (
            f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx>{strings((self.name,), f"{sheet}!$B$1")}</c:tx>'
            f"{self.extra}<c:{named}>{said}</c:{named}>"
            f"<c:{valued}>{numbers(self.values, f'{sheet}!$B$2:$B$4', '#,##0.0')}</c:{valued}>{self.tail}</c:ser>"
        )


@dataclass(frozen=True)
class Chart:
    """A chart part in the making; each text can be replaced by a secret."""

    kind: str = "barChart"
    title: str = title("Orchard yield by region")
    series: tuple[Series, ...] = (
        Series("Yield 2024", ("4.3", "2.5", "3.5")),
        Series("Yield 2025", ("2.4", "4.4", "1.8")),
    )
    axis_title: str = "Tonnes per hectare"
    sheet: str = "Sheet1"
    plots: str = ""
    tail: str = ""
    rels: tuple[Rel, ...] = field(default=(Rel("rId1", "package", "../embeddings/book1.xlsx"),))

    def xml(self) -> str:
        plot = self.plots or self._plot()
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f'<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{_R}"><c:date1904 val="0"/><c:roundedCorners val="0"/>'
            f'<c:chart>{self.title}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>{plot}</c:plotArea>'
            '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/>'
            f'</c:chart><c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>{self.tail}</c:chartSpace>'
        )

    def _plot(self) -> str:
        listed = "".join(each.xml(at, self.kind, self.sheet) for at, each in enumerate(self.series))
        ids = '<c:axId val="111828992"/><c:axId val="111830528"/>' if self.kind in _AXES else ""
        plot = f"<c:{self.kind}>{_HEADS[self.kind]}{listed}{ids}</c:{self.kind}>"
        if not ids:
            return plot
        first = "valAx" if self.kind == "scatterChart" else "catAx"
        return (
            plot
            + self._axis(first, "111828992", "111830528", "b")
            + self._axis("valAx", "111830528", "111828992", "l")
        )

    def _axis(self, kind: str, key: str, other: str, side: str) -> str:
        named = title(self.axis_title) if side == "l" else ""
        between = '<c:crossBetween val="between"/>' if kind == "valAx" else ""
        return (
            f'<c:{kind}><c:axId val="{key}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
            f'<c:axPos val="{side}"/>{named}<c:numFmt formatCode="General" sourceLinked="1"/><c:majorTickMark val="out"/>'
            f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="{other}"/><c:crosses val="autoZero"/>{between}'
            f"</c:{kind}>"
        )

    def but(self, **changes: object) -> Chart:
        return replace(self, **changes)  # type: ignore[arg-type]


def workbook(*cells: str, hidden: Sequence[str] = (), hidden_name: str = "Old") -> bytes:
    """A workbook with those words in its first sheet, and others in a sheet that Excel does not even list."""
    strings_xml = "".join(f"<si><t>{each}</t></si>" for each in (*cells, *hidden))
    sheet = "".join(f'<row><c t="s"><v>{at}</v></c><c><v>{at}.5</v></c></row>' for at in range(len(cells)))
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    parts = {
        "[Content_Types].xml": f'{head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "xl/workbook.xml": (
            f'{head}<workbook xmlns="{_SHEETS}"><sheets><sheet name="Sheet1" sheetId="1"/>'
            f'<sheet name="{hidden_name}" sheetId="2" state="veryHidden"/></sheets></workbook>'
        ),
        "xl/sharedStrings.xml": f'{head}<sst xmlns="{_SHEETS}">{strings_xml}</sst>',
        "xl/worksheets/sheet1.xml": f'{head}<worksheet xmlns="{_SHEETS}"><sheetData>{sheet}</sheetData></worksheet>',
    }
    return zipped(parts)


def zipped(parts: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()


def document(
    words: Words, chart: Chart, *, book: bytes | None = None, parts: dict[str, str | bytes] | None = None
) -> bytes:
    """A document with the chart between two paragraphs."""
    content = (
        inline('<c:chart r:id="rId9"/>', C).replace("914400", "4572000", 1).replace("914400", "2743200", 1)
    )
    listed: dict[str, str | bytes] = {
        "word/charts/chart1.xml": chart.xml(),
        "word/charts/_rels/chart1.xml.rels": rels_xml(chart.rels),
        "word/embeddings/book1.xlsx": workbook("North") if book is None else book,
        **(parts or {}),
    }
    return package(words.kept + para(content), rels=[Rel("rId9", "chart", "charts/chart1.xml")], parts=listed)
