# SPDX-License-Identifier: MIT
"""What is offered in place of a value passes the gate as it is, in a Word document and in a PDF."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from reviewer.documents.opener import open_path
from reviewer.model.document import Document
from reviewer.model.finding import Category, Finding
from reviewer.workflow.detect import scan
from reviewer.workflow.generalising import offered
from reviewer.workflow.preview import preview
from tests.workflow import way

LINES = (
    "The nest is at 45.42317, -75.68314 since May.",
    "The cache is at 62°27'15\" N, 114°22'19\" W, says the guide.",
    "She lives at 112 Tamarack Street, Yellowknife NT X1A 2B3.",
    "Date of birth: 12 March 1980.",
)
EXACT = ("45.42317", "75.68314", "62°27", "114°22", "112 Tamarack", "12 March")
CATEGORIES = {Category.COORDINATES, Category.ADDRESS, Category.DATE_OF_BIRTH}


FRENCH = (
    "Le nid est au point 47,40123, -61,87331 depuis le mois de mai, selon le rapport de la garde.",
    "L'enfant, Maxime Turbide, 9 ans, était avec sa mère au moment de la visite du site.",
)


def docx_bytes(lines: tuple[str, ...] = LINES) -> bytes:
    document, buffer = docx.Document(), io.BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(buffer)
    return buffer.getvalue()


FILES: dict[str, Callable[[], bytes]] = {
    "camp.docx": docx_bytes,
    "camp.pdf": lambda: way.pdf_bytes(lines=LINES),
}


def read(path: Path) -> tuple[Document, tuple[Finding, ...]]:
    document = open_path(path).document
    return document, scan(document, fast=True)


@pytest.mark.usefixtures("without_tesseract")
@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("which", [0, -1], ids=["finest", "coarsest"])
def test_each_offer_stands_in_the_copy_and_the_exact_value_is_gone(
    name: str, which: int, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name]())
    document, found = read(path)
    offers = {each.span: offered(document, each) for each in found if each.category in CATEGORIES}
    given = {span: listed[which] for span, listed in offers.items() if listed}
    assert len(given) == len(LINES), "one value a line"
    rows = [
        {"story": span.story, "start": span.start, "end": span.end, "replacement": said, "ground": "19(1)"}
        for span, said in given.items()
    ]
    made = preview(path, {"generalise": rows}, tmp_path / "out", safe_defaults=True)
    copy = " ".join(story.text for story in open_path(made.path).document.stories)
    assert [said for said in given.values() if said not in copy] == []
    assert [said for said in EXACT if said in copy] == []
    if which == 0:
        assert "45.4° N, 75.7° W" in copy


@pytest.mark.usefixtures("without_tesseract")
@pytest.mark.parametrize("name", FILES)
def test_an_offer_with_the_no_break_blanks_of_french_stands_in_the_copy(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(docx_bytes(FRENCH) if name.endswith("docx") else way.pdf_bytes(lines=FRENCH))
    document, found = read(path)
    rows = [
        {
            "story": each.span.story,
            "start": each.span.start,
            "end": each.span.end,
            "replacement": said,
            "ground": "19(1)",
        }
        for each in found
        if each.category in {Category.COORDINATES, Category.AGE}
        for said in offered(document, each)[:1]
    ]
    assert len([row for row in rows if "\u00a0" in str(row["replacement"])]) == len(FRENCH)
    made = preview(path, {"generalise": rows}, tmp_path / "out", safe_defaults=True)
    copy = " ".join(story.text for story in open_path(made.path).document.stories).replace("\u00a0", " ")
    assert "47,4° N" in copy
    assert "moins de 10 ans" in copy
    assert "47,40123" not in copy


def test_a_place_that_detection_did_not_find_has_no_offer(tmp_path: Path) -> None:
    path = tmp_path / "camp.txt"
    path.write_text("Call 613-555-0142 about the SIN 046 454 286.\n", "utf-8")
    document, found = read(path)
    assert found
    assert [offered(document, each) for each in found] == [()] * len(found)
