# SPDX-License-Identifier: MIT
"""Verdicts without a ground take no text that a reader reads: a strike takes markings, leaving out takes asides."""

from __future__ import annotations

import pytest

from reviewer.model.decision import MAY_BE_LEFT_OUT, Ruling, Verdict
from reviewer.model.document import Box, Document, Format, Region, Span, Story, StoryKind, Target
from reviewer.model.finding import Category, Finding, Suggestion, Tier
from reviewer.signoff.reach import reach_fault
from reviewer.signoff.rulings import Fault

TEXT = "PROTECTED A (when completed) Marguerite Quillfeather spoke at length about the budget of the branch and left."
LEAVE_OUT = Ruling(Verdict.LEAVE_OUT)
STRIKE = Ruling(Verdict.STRIKE, authority="memorandum of 2 May")


def document(kind: StoryKind) -> Document:
    return Document("0" * 64, Format.DOCX, "1", None, (Story("s", kind, TEXT),))


def finding(start: int, end: int, category: Category) -> Finding:
    return Finding(Span("s", start, end), category, "rule", Tier.SURE, 0.9, Suggestion.STRIKE, ())


@pytest.mark.parametrize("kind", StoryKind)
def test_only_asides_are_left_out(kind: StoryKind) -> None:
    fault = reach_fault(Span("s", 0, len(TEXT)), LEAVE_OUT, document(kind), ())
    assert fault is (None if kind in MAY_BE_LEFT_OUT else Fault.LEAVES_OUT_READ_TEXT)


@pytest.mark.parametrize("place", [Box(1, 0, 0, 10, 10), Region("image:1", 0, 0, 10, 10)])
def test_a_part_of_a_page_or_a_picture_is_never_left_out(place: Target) -> None:
    fault = reach_fault(place, LEAVE_OUT, document(StoryKind.COMMENT), ())
    assert fault is Fault.LEAVES_OUT_READ_TEXT


@pytest.mark.parametrize(
    ("end", "found", "fault"),
    [
        (28, [(0, 11, Category.MARKING)], None),
        (28, [], None),
        (52, [(0, 11, Category.MARKING), (29, 52, Category.PERSON)], Fault.NOT_A_MARKING),
        (len(TEXT), [(0, 11, Category.MARKING)], Fault.NOT_A_MARKING),
    ],
)
def test_a_strike_takes_a_marking_and_little_beside_it(
    end: int, found: list[tuple[int, int, Category]], fault: Fault | None
) -> None:
    findings = [finding(*each) for each in found]
    assert reach_fault(Span("s", 0, end), STRIKE, document(StoryKind.BODY), findings) is fault


def test_a_verdict_with_a_ground_may_reach_anywhere() -> None:
    withhold = Ruling(Verdict.WITHHOLD, ("19(1)",))
    assert reach_fault(Span("s", 0, len(TEXT)), withhold, document(StoryKind.BODY), ()) is None
