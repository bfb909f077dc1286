# SPDX-License-Identifier: MIT
"""A term over a page end: found past footers and headers, and nowhere by chance."""

from __future__ import annotations

import pytest

from reviewer.model.decision import Decision, Decisions
from reviewer.model.document import Document, Format, Language, Story, StoryKind
from reviewer.redaction.plan import make_plan
from reviewer.workflow.decision_file import resolve
from reviewer.workflow.page_ends import PageEnds
from reviewer.workflow.terms import gate_request
from tests.workflow.way import NOW

HEAD, FOOT = "Minutes\n", "\nLake file 12\n"
PASSAGE = "the second contractor offered to lower its price by a tenth"


def document(*texts: str) -> Document:
    stories = tuple(
        Story(f"page:{number}", StoryKind.PAGE, text, page=number) for number, text in enumerate(texts, 1)
    )
    return Document("00" * 32, Format.PDF, "1", len(texts), stories, language=Language.EN)


def halves(term: str, *texts: str) -> list[tuple[str, str]]:
    source = document(*texts)
    return [(source.text_of(left), source.text_of(right)) for left, right in PageEnds(source).halves(term)]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("It was Berthe", "Ouellet who said so.", [("Berthe", "Ouellet")]),
        ("It was Berthe\n", "\nOUELLET's idea.", [("Berthe", "OUELLET")]),
        (f"{HEAD}It was Berthe{FOOT}1", f"{HEAD}Ouellet said so.{FOOT}2", [("Berthe", "Ouellet")]),
        ("It was Berthe\nPage 1 of 2", "Page 2 of 2\nOuellet said so.", [("Berthe", "Ouellet")]),
        ("It was Berthe.", "Ouelletville said so.", []),
        ("It was Huberthe", "Ouellet said so.", []),
        ("It was Berthe\nwho came.", "Ouellet said so.", []),
        ("It was Berthe", "The next day\nOuellet said so.", []),
        ("", "Ouellet said so.", []),
    ],
)  # fmt: skip
def test_a_name_over_a_page_end(first: str, second: str, found: list[tuple[str, str]]) -> None:
    assert halves("Berthe Ouellet", first, second) == found


def test_a_passage_may_be_cut_after_any_word() -> None:
    words = PASSAGE.split()
    for at in range(1, len(words)):
        left, right = " ".join(words[:at]), " ".join(words[at:])
        assert halves(" ".join(words), f"Then {left}", f"{right} at once.") == [(left, right)]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("It was Berthe Ouel-", "let who said so.", [("Ouel-", "let")]),
        (f"{HEAD}It was Ouel\u2010{FOOT}1", f"{HEAD}let said so.{FOOT}2", [("Ouel\u2010", "let")]),
        ("It was Ouel", "let who said so.", []),
        ("It was Rouel-", "let who said so.", []),
        ("It was Ouel-", "lette who said so.", []),
        ("It was Ouel-", "La suite :\nlet", []),
    ],
)
def test_a_word_is_cut_by_a_hyphen(first: str, second: str, found: list[tuple[str, str]]) -> None:
    assert halves("Ouellet", first, second) == [(left.rstrip("-\u2010"), right) for left, right in found]


def test_one_word_and_one_page_have_no_halves() -> None:
    assert not halves("Ouellet", "It was Berthe", "Ouellet said so.")
    assert not halves("Berthe Ouellet", "It was Berthe Ouellet")


def test_a_passage_over_a_page_end_goes_and_its_halves_may_stand_elsewhere() -> None:
    source = document("Paid by Berthe", "Ouellet in May. Berthe Creek and Ouellet Lake were dry.")
    resolved = resolve({"withhold": [{"term": "Berthe Ouellet"}]}, source)
    assert [source.text_of(each) for pair in resolved.halves for each in pair] == ["Berthe", "Ouellet"]
    assert (resolved.unmatched, resolved.missing) == (0, ())
    decisions = Decisions(
        tuple(Decision(target, ruling, "p", NOW, "act") for target, ruling in resolved.rulings)
    )
    plan = make_plan(source, decisions, language=Language.EN, title="")
    asked = gate_request(source, plan, decisions, format_=Format.PDF, halves=resolved.halves)
    listed = {term.text: [(each.page, each.count) for each in term.allowed] for term in asked.terms}
    assert listed == {"Berthe Ouellet": [], "Berthe": [(2, 1)], "Ouellet": [(2, 1)]}


def test_a_term_that_is_nowhere_is_missing() -> None:
    resolved = resolve({"withhold": [{"term": "Berthe Roy"}]}, document("Paid by Berthe", "Ouellet."))
    assert (resolved.unmatched, resolved.missing, resolved.halves) == (1, ("Berthe Roy",), ())
