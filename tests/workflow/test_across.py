# SPDX-License-Identifier: MIT
"""One decision for several documents: every place listed first, one act, one undo, all of it or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.errors import InvalidDecision
from reviewer.model.decision import Ruling, Verdict
from reviewer.model.document import Span
from reviewer.model.finding import Finding
from reviewer.workflow import across, decide
from reviewer.workflow.across import Batch
from reviewer.workflow.detect import detect
from reviewer.workflow.open import open_review
from tests.workflow import way
from tests.workflow.way import SHOW, WITHHOLD, Desk


def _taken_in(desk: Desk, name: str, text: str) -> str:
    path: Path = desk.folder / name
    path.write_text(text, "utf-8")
    review = open_review(desk.session, path, desk.author)
    detect(desk.session, review.id, desk.author)
    return review.id


def _phone(desk: Desk, review_id: str) -> Finding:
    case = desk.session.case(review_id)
    return next(each for each in case.findings if case.document.text_of(each.span) == way.PHONE)


def _held(desk: Desk, review_id: str) -> dict[object, Verdict]:
    held = desk.session.case(review_id).decisions.decisions
    return {each.target: each.ruling.verdict for each in held}


def _batch(desk: Desk, review_id: str) -> Batch:
    batch = Batch(desk.session)
    batch.read(review_id)
    assert {each.name for each in batch.unread(review_id)} <= {"c.txt"}, "only what has no finding"
    return batch


@pytest.fixture
def reviews(desk: Desk) -> tuple[str, str, str]:
    return (
        _taken_in(desk, "a.txt", f"Call {way.PHONE} at noon.\n"),
        _taken_in(desk, "b.txt", f"Telephone: {way.PHONE}\nOr again: {way.PHONE}\n"),
        _taken_in(desk, "c.txt", "The reeds are high this year.\n"),
    )


def test_the_same_words_in_other_documents_are_listed(desk: Desk, reviews: tuple[str, str, str]) -> None:
    first, second, _ = reviews
    finding, batch = _phone(desk, first), Batch(desk.session)
    assert batch.elsewhere(first, finding, way.PHONE) == (), "nothing is read yet"
    batch.read(first)
    (other,) = batch.elsewhere(first, finding, way.PHONE)
    document = desk.session.case(second).document
    assert (other.review.id, [document.text_of(place) for place in other.places]) == (second, [way.PHONE] * 2)
    decide.decide(desk.session, second, other.places[:1], SHOW, desk.author)
    (again,) = batch.elsewhere(first, finding, way.PHONE)
    assert again.places == other.places[1:], "what somebody decided on is not decided again"
    assert batch.elsewhere(first, finding, "613-555") == (), "a part of the words is not the same"
    batch.read(second)
    assert batch.elsewhere(second, _phone(desk, second), way.PHONE)[0].review.id == first


def test_one_act_one_undo_one_redo(desk: Desk, reviews: tuple[str, str, str]) -> None:
    first, second, _ = reviews
    finding = _phone(desk, first)
    others = _batch(desk, first).elsewhere(first, finding, way.PHONE)
    count = across.decide_across(desk.session, first, (finding.span,), others, WITHHOLD, desk.author)
    assert count == 3
    assert set(_held(desk, first).values()) == set(_held(desk, second).values()) == {Verdict.WITHHOLD}
    assert across.undo(desk.session, first, desk.author).reviews == (first, second)
    assert _held(desk, first) == _held(desk, second) == {}
    across.redo(desk.session, first, desk.author)
    assert len(_held(desk, first)) + len(_held(desk, second)) == 3


def test_undo_leaves_alone_what_was_decided_since(desk: Desk, reviews: tuple[str, str, str]) -> None:
    first, second, third = reviews
    finding = _phone(desk, first)
    others = _batch(desk, first).elsewhere(first, finding, way.PHONE)
    across.decide_across(desk.session, first, (finding.span,), others, WITHHOLD, desk.author)
    decide.decide(desk.session, second, [Span("body", 0, 9)], WITHHOLD, desk.author)
    decide.decide(desk.session, third, [Span("body", 0, 3)], WITHHOLD, desk.author)
    across.undo(desk.session, first, desk.author)
    assert _held(desk, first) == {}
    assert len(_held(desk, second)) == 3
    assert len(_held(desk, third)) == 1


def test_one_fault_keeps_every_document_as_it_was(desk: Desk, reviews: tuple[str, str, str]) -> None:
    first, second, _ = reviews
    finding = _phone(desk, first)
    others = _batch(desk, first).elsewhere(first, finding, way.PHONE)
    decide.decide(desk.session, second, others[0].places[1:], SHOW, desk.officer)
    before = _held(desk, second)
    with pytest.raises(InvalidDecision):
        across.decide_across(desk.session, first, (finding.span,), others, WITHHOLD, desk.author)
    assert (_held(desk, first), _held(desk, second)) == ({}, before)
    noted = Ruling(Verdict.WITHHOLD, ("19(1)",), note="a private line after all")
    assert across.decide_across(desk.session, first, (finding.span,), others, noted, desk.author) == 3


def test_a_passage_decided_anew_with_another_extent_is_one_act(
    desk: Desk, reviews: tuple[str, str, str]
) -> None:
    review = reviews[0]
    old, new = Span("body", 5, 17), Span("body", 0, 17)
    decide.decide(desk.session, review, [old], WITHHOLD, desk.author)
    decide.decide_each(desk.session, review, [(new, WITHHOLD)], desk.author, instead_of=(old, new))
    assert _held(desk, review) == {new: Verdict.WITHHOLD}
    decide.undo(desk.session, review, desk.author)
    assert _held(desk, review) == {old: Verdict.WITHHOLD}
    with pytest.raises(InvalidDecision):
        decide.decide_each(desk.session, review, [(new, WITHHOLD)], desk.officer, instead_of=(old,))
    assert _held(desk, review) == {old: Verdict.WITHHOLD}
