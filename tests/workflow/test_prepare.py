# SPDX-License-Identifier: MIT
"""Steps 4 and 5: what stands in the way of a copy, and what a refusal leaves behind: nothing but its entry."""

from __future__ import annotations

import pytest

from reviewer.errors import (
    Cancelled,
    LeakFound,
    NotReady,
    RecordInvalid,
    SourceChanged,
    UnreadableFile,
    WrongRole,
    WrongState,
)
from reviewer.model.decision import Ruling, Verdict
from reviewer.model.ground import DiscloseReason
from reviewer.progress import Progress, Stage
from reviewer.store import candidates
from reviewer.workflow import decide, publish, verify
from reviewer.workflow.listing import entries
from reviewer.workflow.prepared import prepared
from reviewer.workflow.session import open_session
from tests.workflow import way
from tests.workflow.way import WITHHOLD, At, Desk


def test_everything_that_is_missing_is_named(desk: Desk) -> None:
    review = way.opened(desk, way.write(desk.folder, "visit.pdf"))
    with pytest.raises(NotReady) as caught:
        verify.prepare(desk.session, review, desk.author)
    named = caught.value.facts["blockers"]
    assert isinstance(named, tuple)
    kinds = dict(each.split(":") for each in named)
    assert kinds.keys() == {"undecided", "unseen_page"}, "a page is told once, its text with it"
    assert int(kinds["undecided"]) == len(desk.session.case(review).findings)
    decide.decide(
        desk.session,
        review,
        way.places(desk.session, review, way.PHONE),
        Ruling(Verdict.CONSULT, note="the region answers"),
        desk.author,
    )
    with pytest.raises(NotReady) as caught:
        verify.prepare(desk.session, review, desk.author)
    assert "in_consultation:1" in str(caught.value)
    assert desk.state(review) == "open"


def test_a_source_that_changed_makes_no_copy(desk: Desk) -> None:
    path = way.write(desk.folder)
    review = way.decided(desk, path)
    path.write_bytes(way.text_bytes() + b"One more line.\n")
    with pytest.raises(SourceChanged):
        verify.prepare(desk.session, review, desk.author)
    path.unlink()
    with pytest.raises(UnreadableFile):
        verify.prepare(desk.session, review, desk.author)
    path.write_bytes(way.text_bytes())
    assert desk.state(review) == "open"
    assert candidates.get(desk.session.store, review) is None


def test_the_gate_refuses_what_is_still_there(desk_at: At, review: str) -> None:
    desk = desk_at("decided")
    # The same words stand in two places and only one is withheld: the copy would show what was withheld.
    decide.decide(
        desk.session, review, way.places(desk.session, review, "Gravel Wharf")[:1], WITHHOLD, desk.author
    )
    before = desk.actions(review)
    with pytest.raises(LeakFound) as caught:
        verify.prepare(desk.session, review, desk.author)
    assert "Gravel" not in str(caught.value)
    assert desk.state(review) == "open"
    assert candidates.get(desk.session.store, review) is None
    assert desk.actions(review) == [*before, "prepare_refused"]
    last = entries(desk.session, review=review)[-1]
    assert dict(last.details) == {"error": "LeakFound"}
    # Once somebody says that the other place may be seen, the gate counts it and lets it be.
    decide.decide(
        desk.session, review, way.places(desk.session, review, "Gravel Wharf")[1:], way.SHOW, desk.author
    )
    copy = verify.prepare(desk.session, review, desk.author).data.decode()
    assert copy.count("Gravel Wharf") == 1


def test_a_record_that_tells_is_refused(desk_at: At, review: str) -> None:
    desk = desk_at("decided")
    notes = {"en": f"Notes of a visit; call {way.PHONE}.", "fr": "Notes d'une visite."}
    publish.set_record(desk.session, review, way.record(notes_translated=notes), desk.author)
    with pytest.raises(LeakFound):
        verify.prepare(desk.session, review, desk.author)
    assert desk.state(review) == "open"
    assert desk.actions(review)[-1] == "prepare_refused"


def test_the_record_is_checked_before_it_is_kept(desk_at: At, review: str) -> None:
    desk = desk_at("prepared")
    wrong = way.record(title_translated={"en": "Only one language", "fr": ""})
    with pytest.raises(RecordInvalid) as caught:
        publish.set_record(desk.session, review, wrong, desk.author)
    assert "title_translated" in str(caught.value)
    assert desk.state(review) == "prepared", "what was refused cost nothing"
    publish.set_record(desk.session, review, way.record(creator="Field office"), desk.author)
    assert desk.state(review) == "open", "the copy carries the record's title"


def test_a_decision_in_another_window_meanwhile_wins(desk_at: At, review: str) -> None:
    desk = desk_at("decided")
    place = way.places(desk.session, review, "Field visit")

    def meanwhile(progress: Progress) -> None:
        if progress.stage is Stage.VERIFYING and place:
            with open_session(desk.folder / "home", clock=lambda: way.NOW, fast=True) as other:
                decide.decide(other, review, [place.pop()], WITHHOLD, desk.author)

    with pytest.raises(WrongState):
        verify.prepare(desk.session, review, desk.author, report=meanwhile)
    assert desk.state(review) == "open"
    assert candidates.get(desk.session.store, review) is None, "a copy of older decisions is not kept"


def test_a_cancelled_preparation_has_written_nothing(desk_at: At, review: str) -> None:
    desk = desk_at("decided")
    before = entries(desk.session)

    def stop(progress: Progress) -> None:
        if progress.stage is Stage.VERIFYING:
            raise Cancelled

    with pytest.raises(Cancelled):
        verify.prepare(desk.session, review, desk.author, report=stop)
    assert entries(desk.session) == before
    assert candidates.get(desk.session.store, review) is None


def test_the_prepared_copy_is_read_anew(desk_at: At, review: str) -> None:
    desk = desk_at("prepared")
    source = prepared(desk.session, review)
    assert source is not None
    assert "[s. 19(1)]" in source.document.story("body").text
    assert prepared(desk.session, way.opened(desk, way.write(desk.folder, "visit.docx"))) is None
    with pytest.raises(WrongRole):
        verify.prepare(desk.session, review, desk.imso)


def test_a_public_servant_in_role_stays_visible(desk: Desk) -> None:
    review = way.decided(desk, way.write(desk.folder))
    role = Ruling(Verdict.DISCLOSE, reason=DiscloseReason.OFFICIAL_3J)
    decide.decide(desk.session, review, way.places(desk.session, review, way.NAME), role, desk.author)
    copy = verify.prepare(desk.session, review, desk.author).data.decode()
    assert way.NAME in copy
    assert way.PHONE not in copy
