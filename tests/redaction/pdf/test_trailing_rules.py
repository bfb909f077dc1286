# SPDX-License-Identifier: MIT
"""Rules that begin where a name ends: what they tell goes with it, and those that other things explain stay."""

from __future__ import annotations

import io

import pikepdf
import pytest

from reviewer.redaction.pdf.writer import write_pdf
from tests.corpus.pdf.places import width
from tests.corpus.pdf.sheets import add_page, new_pdf, paragraph, saved, text
from tests.redaction.pdf.plans import plan_for, read

pytestmark = pytest.mark.usefixtures("without_tesseract")
NAMES = ("Quillfeather", "Oxtoby")


def _copy(name: str, *, after: float = 3.0, beside: bytes = b"") -> bytes:
    """The copy of a page on which a rule carries on the line from the end of a name to the margin."""
    start = 72 + width(f"Signed: {name}") + after
    pdf = new_pdf()
    rule = f"0.7 w {start:.3f} 599 m 400 599 l S\n".encode() + beside
    add_page(pdf, paragraph("Wetland survey", top=700) + text(72, 600, f"Signed: {name}") + rule)
    source = read(saved(pdf))
    return write_pdf(source, plan_for(source.document, (name,))).data


def _rules(data: bytes) -> list[float]:
    """Where rules begin."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [
            float(each.operands[0])
            for each in pikepdf.parse_content_stream(pdf.pages[0])
            if str(each.operator) == "m"
        ]


def test_a_rule_behind_a_name_does_not_tell_where_it_ended() -> None:
    one, other = map(_copy, NAMES)
    assert one == other
    assert _rules(one) == []


def test_words_written_between_the_points_of_a_path_that_goes_stay() -> None:
    pdf = new_pdf()
    frame = b"120 598 60 10 re\n" + text(72, 600, "Signed: Oxtoby, in person") + b"S\n"
    add_page(pdf, paragraph("Wetland survey", top=700) + frame)
    source = read(saved(pdf))
    copy = write_pdf(source, plan_for(source.document, ("Oxtoby",))).data
    said = "".join(story.text for story in read(copy).document.stories)
    assert "in person" in said
    assert "Oxtoby" not in said


def test_the_box_of_a_label_is_not_painted_with_the_path_around_it() -> None:
    """Against ISO 32000-2, 8.2, some programs write words between the points of a path and its painting."""
    pdf = new_pdf()
    frame = b"50 300 200 20 re\n" + text(72, 600, "Signed: Oxtoby, in person") + b"S\n"
    add_page(pdf, paragraph("Wetland survey", top=700) + frame)
    source = read(saved(pdf))
    copy = write_pdf(source, plan_for(source.document, ("Oxtoby",))).data
    assert _painting(copy).count([("re", [50, 300, 200, 20])]) == 1
    assert all(len(path) == 1 for path in _painting(copy))


def _painting(data: bytes) -> list[list[tuple[str, list[float]]]]:
    """Each path as it is when it is painted."""
    paths: list[list[tuple[str, list[float]]]] = []
    path: list[tuple[str, list[float]]] = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for each in pikepdf.parse_content_stream(pdf.pages[0]):
            if str(each.operator) in {"m", "l", "re"}:
                path.append((str(each.operator), [float(number) for number in each.operands]))
            elif str(each.operator) in {"S", "f", "B", "n"}:
                paths.append(path)
                path = []
    return paths


def test_a_rule_under_a_slanted_name_goes_and_the_drawing_beside_it_stays() -> None:
    pdf = new_pdf()
    rule = f"BT ET 0 -3 m {width('Signed: Quillfeather'):.2f} -3 l S\n".encode()
    slanted = (
        b"q 0.7071 0.7071 -0.7071 0.7071 200 300 cm " + rule + text(0, 0, "Signed: Quillfeather") + b"Q\n"
    )
    add_page(pdf, paragraph("Wetland survey", top=700) + b"266 338 m 270 338 l S\n" + slanted)
    source = read(saved(pdf))
    assert _rules(write_pdf(source, plan_for(source.document, ("Quillfeather",))).data) == [266]


def test_a_rule_far_behind_stays() -> None:
    start = 72 + width("Signed: Quillfeather") + 30
    assert _rules(_copy(NAMES[0], after=30)) == [pytest.approx(start, abs=0.01)]


def test_a_rule_under_another_stays() -> None:
    start = 72 + width("Signed: Quillfeather") + 3
    beside = f"{start:.3f} 550 m 400 550 l S\n".encode()
    assert _rules(_copy(NAMES[0], beside=beside)) == [pytest.approx(start, abs=0.01)] * 2
