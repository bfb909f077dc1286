# SPDX-License-Identifier: MIT
"""The gate on copies with charts: their words are searched, and nothing may lead back to a workbook."""

from __future__ import annotations

import io
import zipfile

import pytest

from reviewer.model.document import Choice, Format, StoryKind
from reviewer.redaction.docx.writer import write_docx
from reviewer.verification.examine import examine
from reviewer.verification.report import GateReport
from reviewer.verification.request import Allowance, GateRequest, Term
from tests.corpus.docx.case import EN
from tests.corpus.docx.chart_parts import Chart, document
from tests.redaction.docx.checks import LABEL, plan_for, read

PART = "word/charts/chart1.xml"


def copy_of(**swaps: str) -> bytes:
    """The copy of a chart, with one text in its part changed to another."""
    source = read(document(EN, Chart()))
    copy = write_docx(source, plan_for(source, (), choices={"object:chart:1": Choice.KEEP})).data
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(copy)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            data = old.read(name).decode()
            for before, after in swaps.items() if name == PART else ():
                assert before in data
                data = data.replace(before, after)
            new.writestr(name, data)
    return buffer.getvalue()


def look(data: bytes, *terms: str | Term) -> GateReport:
    listed = tuple(Term(each) if isinstance(each, str) else each for each in terms)
    request = GateRequest(Format.DOCX, listed, (LABEL,), read(data).document.language, "A title", None)
    return examine(data, request, lambda done, total: None)


def test_a_clean_copy_passes() -> None:
    assert look(copy_of(), "Harriet Quillfeather", "46454286").clean


@pytest.mark.parametrize("place", ["North", "Yield 2025", "Orchard yield by region", "Tonnes per hectare"])
def test_every_text_of_a_chart_is_searched(place: str) -> None:
    report = look(copy_of(**{place: "Harriet Quillfeather"}), "Harriet Quillfeather")
    assert not report.clean
    assert {hit.place for hit in report.hits} == {PART}


def test_a_value_is_searched() -> None:
    assert not look(copy_of(**{"<c:v>4.4</c:v>": "<c:v>48291.75</c:v>"}), "48291.75").clean


def test_what_was_disclosed_in_a_chart_may_stand_there_once() -> None:
    once = Term("North", allowed=(Allowance(StoryKind.CHART, None, 1),))
    elsewhere = Term("North", allowed=(Allowance(StoryKind.BODY, None, 1),))
    assert look(copy_of(), once).clean
    assert not look(copy_of(), elsewhere).clean
    assert not look(copy_of(East="North"), once).clean


@pytest.mark.parametrize(
    "extra",
    [
        "<c:externalData/>",
        "<c:userShapes/>",
        "<c:extLst/>",
        "<c:pivotSource/>",
        "<c:printSettings/>",
        '<x:y xmlns:x="urn:x"/>',
    ],
)
def test_nothing_leads_out_of_a_chart(extra: str) -> None:
    assert not look(copy_of(**{"</c:chartSpace>": f"{extra}</c:chartSpace>"})).clean


def test_a_formula_names_a_sheet() -> None:
    assert not look(copy_of(**{"<c:strLit>": "<c:strLit><c:f>Sheet1!$A$1</c:f>"})).clean
