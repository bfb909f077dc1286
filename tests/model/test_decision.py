# SPDX-License-Identifier: MIT
"""Which verdicts remove, and which answer holds."""

from __future__ import annotations

import datetime as dt

import pytest

from reviewer.model.decision import REMOVES, Answer, Decision, Decisions, Ruling, Verdict
from reviewer.model.document import Choice, Span

NOW = dt.datetime(2026, 11, 21, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("verdict", "removes"),
    [
        (Verdict.WITHHOLD, True),
        (Verdict.GENERALISE, True),
        (Verdict.STRIKE, True),
        (Verdict.LEAVE_OUT, True),
        (Verdict.DISCLOSE, False),
        (Verdict.CONSULT, False),
    ],
)
def test_what_a_verdict_does_to_the_copy(verdict: Verdict, removes: bool) -> None:
    assert Decision(Span("body", 0, 1), Ruling(verdict), "a1", NOW, "act").removes is removes
    assert (verdict in REMOVES) is removes


def test_there_are_six_verdicts() -> None:
    assert len(Verdict) == 6


def test_the_answer_to_a_problem() -> None:
    held = Decisions(answers=(Answer("comments", Choice.LEAVE_OUT, "a1", NOW, "act"),))
    assert held.choice("comments") is Choice.LEAVE_OUT
    assert held.choice("image:1") is None
    assert Decisions() == Decisions((), ())


@pytest.mark.parametrize(
    ("replacement", "worded"),
    [
        ("a region", True),
        ("47,4°\u00a0N; 61,9°\u202fO", True),
        (" \u00a0", False),
        ("", False),
        ("two\nlines", False),
    ],
)
def test_a_replacement_is_one_line_that_says_something(replacement: str, *, worded: bool) -> None:
    assert Ruling(Verdict.GENERALISE, ("19(1)",), replacement=replacement).is_worded is worded
