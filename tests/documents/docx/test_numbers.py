# SPDX-License-Identifier: MIT
"""Numbers that a document writes where the format asks for one: too long, torn, or none at all. Nothing falls over."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.documents.docx.reader import read_docx
from reviewer.model.document import Choice
from reviewer.redaction.docx.writer import write_docx
from tests.corpus.docx.case import EN
from tests.corpus.docx.chart_parts import Chart, document
from tests.corpus.docx.graphics import picture, png
from tests.corpus.docx.pack import Rel, line, package, para, run
from tests.redaction.docx.checks import entries, plan_for

LYING = [
    "--5",
    "9" * 5000,
    "-" + "9" * 400,
    "1e999",
    "1e999%",
    "1e999f",
    "nan",
    "nan%",
    "inf",
    "",
    "%",
    "f",
    "٣",
]


def _chart(number: str, count: str) -> bytes:
    part = (
        Chart()
        .xml()
        .replace('idx="1"', f'idx="{number}"')
        .replace("<c:ptCount val=", f'<c:ptCount val="{count}" n=')
    )
    return document(EN, Chart(), parts={"word/charts/chart1.xml": part})


@pytest.mark.parametrize("number", LYING)
def test_the_points_of_a_chart(number: str) -> None:
    source = read_docx(_chart(number, number), path=Path("a.docx"))
    told = next(each.text for each in source.document.stories if each.id == "chart:document:1")
    assert "South" in told
    plan = plan_for(source, (), choices={"object:chart:1": Choice.KEEP})
    assert b"North" in dict(entries(write_docx(source, plan).data))["word/charts/chart1.xml"]


def test_a_chart_has_no_more_points_than_a_sheet_has_rows() -> None:
    source = read_docx(_chart("4294967294", "4294967295"), path=Path("a.docx"))
    plan = plan_for(source, (), choices={"object:chart:1": Choice.KEEP})
    written = dict(entries(write_docx(source, plan).data))["word/charts/chart1.xml"]
    assert b'<c:ptCount val="3"/>' in written
    assert b"42949672" not in written


@pytest.mark.parametrize("number", LYING)
def test_crops_and_turns_of_pictures(number: str) -> None:
    turned = picture("rId9", crop=f'<a:srcRect l="{number}"/>')
    turned = turned.replace("<pic:spPr/>", f'<pic:spPr><a:xfrm rot="{number}"/></pic:spPr>')
    shape = f'<w:r><w:pict><v:shape><v:imagedata r:id="rId9" croptop="{number}"/></v:shape></w:pict></w:r>'
    data = package(
        line("x") + para(turned) + para(shape),
        rels=[Rel("rId9", "image", "media/image1.png")],
        parts={"word/media/image1.png": png(EN)},
    )
    found = read_docx(data, path=Path("a.docx")).document.problems
    assert [each.id for each in found] in [["image:1"], ["image:1", "image:2"]]


@pytest.mark.parametrize("number", LYING)
def test_pages_shades_and_lists(number: str) -> None:
    shade = f'<w:shd w:val="pct{number}" w:color="000000" w:fill="FFFFFF"/>'
    look = f'<w:color w:val="FFFFFF"/><w:sz w:val="{number}"/>{shade}'
    listed = f'<w:ddList><w:result w:val="{number}"/><w:listEntry w:val="Pear"/></w:ddList>'
    form = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{listed}</w:ffData></w:fldChar></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    place = f'<wp:positionH relativeFrom="page"><wp:posOffset>{number}</wp:posOffset></wp:positionH>'
    floating = (
        f'<w:r><w:drawing><wp:anchor>{place}<wp:extent cx="{number}" cy="1"/></wp:anchor></w:drawing></w:r>'
    )
    data = package(
        para(run("plum", look)) + para(form + end) + para(floating),
        section=f'<w:pgSz w:w="{number}" w:h="{number}"/>',
    )
    assert "plum" in read_docx(data, path=Path("a.docx")).document.story("body").text
