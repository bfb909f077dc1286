# SPDX-License-Identifier: MIT
"""Step 3: verdicts, answers, undo, coverage; each act whole or not at all."""

from __future__ import annotations

import pytest

from reviewer.errors import InvalidDecision, NothingToUndo, UnknownId, WrongRole, WrongState
from reviewer.model.decision import Ruling, Verdict
from reviewer.model.document import Box, Choice, Span
from reviewer.model.ground import DiscloseReason
from reviewer.store import candidates, signatures
from reviewer.workflow import decide
from reviewer.workflow.listing import can_redo, can_undo
from reviewer.workflow.people import person
from reviewer.workflow.scope import everywhere
from tests.workflow import way
from tests.workflow.way import SHOW, WITHHOLD, At, Desk


def verdicts(desk: Desk, review_id: str) -> dict[Span | Box, Verdict]:
    held = desk.session.case(review_id).decisions.decisions
    return {each.target: each.ruling.verdict for each in held}


def test_another_persons_decision_is_overridden_with_a_note(desk_at: At, review: str) -> None:
    desk = desk_at("decided")
    [place] = way.places(desk.session, review, way.PHONE)
    with pytest.raises(InvalidDecision) as caught:
        decide.decide(desk.session, review, [place], SHOW, desk.officer)
    assert caught.value.facts["detail"] == "override_needs_note"
    assert verdicts(desk, review)[place] is Verdict.WITHHOLD
    noted = Ruling(Verdict.DISCLOSE, reason=DiscloseReason.NOT_SENSITIVE, note="the line of the office")
    assert decide.decide(desk.session, review, [place], noted, desk.officer).count == 1
    assert verdicts(desk, review)[place] is Verdict.DISCLOSE
    # One's own decision is changed without a word.
    decide.decide(desk.session, review, [place], WITHHOLD, desk.officer)
    assert verdicts(desk, review)[place] is Verdict.WITHHOLD


def test_one_bad_place_keeps_the_whole_act_out(desk_at: At, review: str) -> None:
    desk = desk_at("prepared")
    before = verdicts(desk, review)
    length = len(desk.session.case(review).document.story("body").text)
    bad: list[Span | Box] = [
        Span("body", 0, length + 1),
        Span("body", 5, 5),
        Span("body", -1, 5),
        Span("header:9", 0, 1),
        Box(1, 0, 0, 10, 10),
    ]
    for place in bad:
        with pytest.raises(UnknownId):
            decide.decide(desk.session, review, [Span("body", 0, 5), place], WITHHOLD, desk.author)
    for ruling in (
        Ruling(Verdict.WITHHOLD),
        Ruling(Verdict.WITHHOLD, ("99(9)",)),
        Ruling(Verdict.DISCLOSE),
        Ruling(Verdict.GENERALISE, ("19(1)",)),
        Ruling(Verdict.STRIKE),
        Ruling(Verdict.CONSULT),
    ):
        with pytest.raises(InvalidDecision):
            decide.decide(desk.session, review, [Span("body", 0, 5)], ruling, desk.author)
    with pytest.raises(UnknownId):
        decide.answer(desk.session, review, {"comments": Choice.LEAVE_OUT}, desk.author)
    assert verdicts(desk, review) == before
    # What was refused has not cost the prepared copy either.
    assert desk.state(review) == "prepared"
    assert candidates.get(desk.session.store, review) is not None


def test_a_decision_after_the_copy_drops_the_copy(desk_at: At, review: str) -> None:
    desk = desk_at("prepared")
    decide.decide(desk.session, review, way.places(desk.session, review, "Gravel"), WITHHOLD, desk.author)
    assert desk.state(review) == "open"
    assert candidates.get(desk.session.store, review) is None
    assert signatures.get(desk.session.store, review) is None


def test_undo_after_the_copy_drops_the_copy(desk_at: At, review: str) -> None:
    desk = desk_at("prepared")
    decide.undo(desk.session, review, desk.author)
    assert desk.state(review) == "open"
    assert candidates.get(desk.session.store, review) is None


@pytest.mark.parametrize("stage", ["signed", "approved"])
def test_what_is_signed_is_not_decided_on(desk_at: At, review: str, stage: str) -> None:
    desk = desk_at(stage)
    for act in (
        lambda: decide.decide(desk.session, review, [Span("body", 0, 5)], WITHHOLD, desk.author),
        lambda: decide.clear(desk.session, review, [Span("body", 0, 5)], desk.author),
        lambda: decide.undo(desk.session, review, desk.author),
        lambda: decide.redo(desk.session, review, desk.author),
    ):
        with pytest.raises(WrongState):
            act()
    assert desk.state(review) == "signed"


def test_undo_and_redo_take_whole_acts(desk: Desk) -> None:
    review = way.opened(desk, way.write(desk.folder))
    with pytest.raises(NothingToUndo):
        decide.undo(desk.session, review, desk.author)
    spans = [each.span for each in desk.session.case(review).findings]
    decide.decide(desk.session, review, spans, WITHHOLD, desk.author)
    decide.decide(desk.session, review, spans[:1], SHOW, desk.author)
    assert (can := can_undo(desk.session, review)) is not None
    assert (can.count, can.verdict) == (1, Verdict.DISCLOSE)
    decide.undo(desk.session, review, desk.author)
    assert set(verdicts(desk, review).values()) == {Verdict.WITHHOLD}
    decide.undo(desk.session, review, desk.author)
    assert verdicts(desk, review) == {}
    decide.redo(desk.session, review, desk.author)
    assert verdicts(desk, review) == dict.fromkeys(spans, Verdict.WITHHOLD)
    decide.clear(desk.session, review, spans, desk.author)
    assert verdicts(desk, review) == {}
    assert can_redo(desk.session, review) is None
    decide.undo(desk.session, review, desk.author)
    assert len(verdicts(desk, review)) == len(spans)
    assert desk.actions(review).count("undone") == 3


def test_coverage_counts_once_and_only_what_exists(desk: Desk) -> None:
    review = way.opened(desk, way.write(desk.folder, "visit.pdf"))
    assert decide.see(desk.session, review, desk.author, pages=[1, 1], stories=["page:1"]) == 2
    assert decide.see(desk.session, review, desk.author, pages=[1]) == 0
    for pages, stories in (([2], []), ([0], []), ([], ["body"])):
        with pytest.raises(UnknownId):
            decide.see(desk.session, review, desk.author, pages=pages, stories=stories)
    assert desk.actions(review).count("seen") == 2, "one entry for each page and story"
    assert decide.see_all(desk.session, review, desk.officer) == 2


def test_who_only_reads_decides_nothing(desk_at: At, review: str) -> None:
    desk = desk_at("decided")
    for who in (desk.imso, person(desk.session, "Aude Tran-Bell")):
        with pytest.raises(WrongRole):
            decide.decide(desk.session, review, [Span("body", 0, 5)], WITHHOLD, who)


def test_everywhere_lists_the_places_first(desk: Desk) -> None:
    review = way.opened(desk, way.write(desk.folder, "visit.docx"))
    case = desk.session.case(review)
    names = way.places(desk.session, review, way.NAME)
    assert len(names) == 2
    assert set(everywhere(case.document, names[:1])) == set(names)
    named = next(each for each in case.findings if each.span == names[0])
    assert named in decide.suggested(case.findings, case.decisions)
    decide.decide(desk.session, review, names, WITHHOLD, desk.author)
    assert named not in decide.suggested(case.findings, desk.session.case(review).decisions)
