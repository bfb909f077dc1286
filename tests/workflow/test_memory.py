# SPDX-License-Identifier: MIT
"""What was decided in one document is said in the next, as a reason or as a finding to check, never as a verdict."""

from __future__ import annotations

import datetime as dt

import pytest

from reviewer.model.decision import Ruling, Verdict
from reviewer.model.document import Span
from reviewer.model.finding import Category, Evidence, EvidenceKind, Finding, Suggestion, Tier
from reviewer.store import memory as kept
from reviewer.workflow import decide
from reviewer.workflow.detect import detect
from reviewer.workflow.memory import RULE, look_again
from reviewer.workflow.open import open_review
from reviewer.workflow.sign_off import refuse
from tests.workflow.way import NOW, SHOW, WITHHOLD, Desk

NAME = "Berthe Ouellet-Kaplan"


def taken_in(desk: Desk, name: str, text: str) -> str:
    path = desk.folder / name
    path.write_text(text, "utf-8")
    review = open_review(desk.session, path, desk.author)
    detect(desk.session, review.id, desk.author)
    return review.id


def place(desk: Desk, review: str, words: str, nth: int = 0) -> Span:
    text, start = desk.session.case(review).document.story("body").text, -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span("body", start, start + len(words))


def rule_on(desk: Desk, review: str, words: str, ruling: Ruling = WITHHOLD, nth: int = 0) -> None:
    decide.decide(desk.session, review, [place(desk, review, words, nth)], ruling, desk.author)


def told(finding: Finding) -> tuple[str, ...]:
    return tuple(each.detail for each in finding.sources if each.kind is EvidenceKind.MEMORY)


def recalled(desk: Desk, review: str) -> dict[str, str]:
    """Text of each finding that memory speaks about, and what it says."""
    case = desk.session.case(review)
    return {case.document.text_of(each.span): told(each)[0] for each in case.findings if told(each)}


def from_memory(desk: Desk, review: str) -> list[str]:
    case = desk.session.case(review)
    return [case.document.text_of(each.span) for each in case.findings if each.rule == RULE]


def test_a_value_decided_before_is_said_with_its_finding(desk: Desk) -> None:
    first = taken_in(desk, "a.txt", "Telephone: 613-555-0142\n")
    rule_on(desk, first, "613-555-0142")
    second = taken_in(desk, "b.txt", "Call 613.555.0142 or 613-555-0143.\n")
    assert recalled(desk, second) == {"613.555.0142": f"withhold|2026-11-21|1|19(1)|{desk.author.id}|0"}
    (finding,) = (each for each in desk.session.case(second).findings if told(each))
    assert finding.category is Category.PHONE
    assert desk.session.case(second).decisions.decisions == (), "memory never decides"


def test_each_document_counts_once_and_a_disagreement_is_said(desk: Desk) -> None:
    for name in "ab":
        review = taken_in(desk, f"{name}.txt", f"{name}: 613-555-0142, again 613-555-0142\n")
        rule_on(desk, review, "613-555-0142")
        rule_on(desk, review, "613-555-0142", nth=1)
    desk.session.clock = lambda: NOW + dt.timedelta(days=3)
    third = taken_in(desk, "c.txt", "c: 613-555-0142\n")
    rule_on(desk, third, "613-555-0142", SHOW)
    last = taken_in(desk, "d.txt", "d: 613-555-0142\n")
    said = recalled(desk, last)["613-555-0142"]
    assert said == f"disclose|2026-11-24|1|not_sensitive|{desk.author.id}|2"


def test_undoing_and_clearing_take_it_back_and_redoing_brings_it_again(desk: Desk) -> None:
    review = taken_in(desk, "a.txt", "Telephone: 613-555-0142\n")
    rule_on(desk, review, "613-555-0142")
    decide.undo(desk.session, review, desk.author)
    assert kept.count(desk.session.store) == 0
    decide.redo(desk.session, review, desk.author)
    assert kept.count(desk.session.store) == 1
    decide.clear(desk.session, review, [place(desk, review, "613-555-0142")], desk.author)
    assert kept.count(desk.session.store) == 0
    decide.undo(desk.session, review, desk.author)
    assert kept.count(desk.session.store) == 1


def test_what_only_a_person_saw_is_found_in_the_next_document(desk: Desk) -> None:
    first = taken_in(desk, "a.txt", "The operation Nightjar began.\n")
    rule_on(desk, first, "Nightjar", Ruling(Verdict.WITHHOLD, ("16(1)(a)",)))
    second = taken_in(desk, "b.txt", "After NIGHTJAR ended, a nightjar sang. Nightjars sang too.\n")
    (found,) = desk.session.case(second).findings
    assert from_memory(desk, second) == ["NIGHTJAR"]
    assert (found.tier, found.category, found.ground) == (Tier.CHECK, Category.OTHER_ID, "16(1)(a)")
    assert found.suggestion is Suggestion.WITHHOLD


def test_what_was_only_ever_disclosed_is_not_looked_for(desk: Desk) -> None:
    first = taken_in(desk, "a.txt", "The operation Nightjar began.\n")
    rule_on(desk, first, "Nightjar", SHOW)
    assert from_memory(desk, taken_in(desk, "b.txt", "After Nightjar ended.\n")) == []


@pytest.mark.parametrize(
    "text", ["on", "2026", "The operation Nightjar began early and ended late that day."]
)
def test_short_texts_and_sentences_are_not_remembered(desk: Desk, text: str) -> None:
    first = taken_in(desk, "a.txt", f"{text}\n")
    rule_on(desk, first, text)
    assert kept.count(desk.session.store) == 0


def test_a_word_or_a_place_that_stands_everywhere_is_not_looked_for(desk: Desk) -> None:
    first = taken_in(desk, "a.txt", "The trip to Ottawa began.\n")
    rule_on(desk, first, "Ottawa")
    assert from_memory(desk, taken_in(desk, "b.txt", "Ottawa was cold.\n")) == []


def test_initials_alone_are_not_taken_for_the_same_person(desk: Desk) -> None:
    named(desk, "a.txt", "Ms. Berthe Tremblett (BT) came. BT left.\n", "BT")
    assert recalled(desk, taken_in(desk, "b.txt", "Ms. Blanche Thorsen (BT) came. BT left.\n")) == {}


def named(desk: Desk, file: str, text: str, *names: str) -> str:
    """A document in which these names are withheld; detection finds them by their title."""
    review = taken_in(desk, file, text)
    for name in names:
        rule_on(desk, review, name)
    return review


def test_a_person_is_known_by_other_ways_of_writing_the_name(desk: Desk) -> None:
    named(desk, "a.txt", f"Ms. {NAME} came.\n", NAME)
    text = "OUELLET-KAPLAN, Berthe sent notes. Mr. B. Ouellet-Kaplan left. Ms. Ouellet-Kaplan said so.\n"
    said = recalled(desk, taken_in(desk, "b.txt", text))
    assert said.keys() == {"OUELLET-KAPLAN, Berthe", "Mr. B. Ouellet-Kaplan", "Ms. Ouellet-Kaplan"}
    assert all(each.startswith("withhold|2026-11-21|1|19(1)") for each in said.values())


def test_a_surname_that_two_people_bear_says_nothing(desk: Desk) -> None:
    named(desk, "a.txt", "Ms. Berthe Tremblett came.\n", "Berthe Tremblett")
    named(desk, "b.txt", "Mr. Orson Tremblett came.\n", "Orson Tremblett")
    said = recalled(desk, taken_in(desk, "c.txt", "Ms. Tremblett called.\n"))
    assert said == {}
    said = recalled(desk, taken_in(desk, "d.txt", "Mr. Orson Tremblett called.\n"))
    assert list(said) == ["Mr. Orson Tremblett"]


def test_a_surname_is_not_that_of_somebody_else_in_the_document(desk: Desk) -> None:
    named(desk, "a.txt", "Ms. Berthe Tremblett came.\n", "Berthe Tremblett")
    text = "Mr. Orson Tremblett called. Mr. Tremblett was late.\n"
    assert recalled(desk, taken_in(desk, "b.txt", text)) == {}


def test_each_mention_of_a_person_known_by_name_is_said(desk: Desk) -> None:
    named(desk, "a.txt", "Ms. Berthe Tremblett came.\n", "Berthe Tremblett")
    second = taken_in(desk, "b.txt", "Ms. Berthe Tremblett (BT) called. Ms. Tremblett was late.\n")
    assert {"Ms. Berthe Tremblett", "BT", "Ms. Tremblett"} <= recalled(desk, second).keys()


def test_a_place_with_another_extent_is_still_a_person(desk: Desk) -> None:
    review = taken_in(desk, "a.txt", "Ms. Berthe Tremblett came.\n")
    rule_on(desk, review, "Berthe Tremblett")
    assert [(each.text, each.category) for each in kept.all(desk.session.store)] == [
        ("Berthe Tremblett", Category.PERSON)
    ]


def test_a_name_that_detection_misses_is_pointed_out(desk: Desk) -> None:
    first = taken_in(desk, "a.txt", "seen: Xiuying Oyelaran-Wu\n")
    rule_on(desk, first, "Xiuying Oyelaran-Wu")
    case = desk.session.case(first)
    assert not [each for each in case.findings if each.rule == RULE]
    second = taken_in(desk, "b.txt", "sheets of xiuying, Xiuying Oyelaran-Wu and others\n")
    assert "Xiuying Oyelaran-Wu" in recalled(desk, second)


def test_a_document_searched_before_is_told_when_it_is_opened(desk: Desk) -> None:
    second = taken_in(desk, "b.txt", "Operation Nightjar. Telephone: 613-555-0142\n")
    first = taken_in(desk, "a.txt", "The operation Nightjar began. Telephone: 613-555-0142\n")
    rule_on(desk, first, "Nightjar")
    rule_on(desk, first, "613-555-0142")
    assert look_again(desk.session, second, desk.author) == 2
    assert recalled(desk, second).keys() == {"Nightjar", "613-555-0142"}
    assert look_again(desk.session, second, desk.author) == 0, "nothing new"
    decide.undo(desk.session, first, desk.author)
    assert look_again(desk.session, second, desk.author) == 0, "less is no news"
    assert recalled(desk, second).keys() == {"Nightjar"}


def test_a_signed_review_is_not_touched(desk: Desk) -> None:
    review = taken_in(desk, "a.txt", "Telephone: 613-555-0142\n")
    refuse(desk.session, review, desk.officer, "not ours")
    other = taken_in(desk, "b.txt", "Telephone: 613-555-0142 again\n")
    rule_on(desk, other, "613-555-0142")
    assert look_again(desk.session, review, desk.author) == 0


def test_evidence_holds_no_text_of_a_document(desk: Desk) -> None:
    named(desk, "a.txt", f"Ms. {NAME} came.\n", NAME)
    second = taken_in(desk, "b.txt", f"Ms. {NAME} called.\n")
    sources: list[Evidence] = [
        source for each in desk.session.case(second).findings for source in each.sources
    ]
    assert any(each.kind is EvidenceKind.MEMORY for each in sources)
    assert "Ouellet" not in repr(sources)
