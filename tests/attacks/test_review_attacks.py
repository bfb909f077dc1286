# SPDX-License-Identifier: MIT
"""A review under attack: by its own author, by who only reads, by who has the key of the store and can write SQL."""

from __future__ import annotations

import hashlib

import pytest

from reviewer.errors import (
    InvalidDecision,
    JournalAltered,
    LeakFound,
    NotReady,
    PersonExists,
    SealBroken,
    UnknownId,
    WrongRole,
)
from reviewer.model.decision import Ruling, Verdict
from reviewer.model.document import Box, Span
from reviewer.model.finding import Category
from reviewer.model.review import PersonRole
from reviewer.signoff import keys
from reviewer.store import candidates
from reviewer.workflow import decide, publish, sign_off, verify
from reviewer.workflow.detect import detect
from reviewer.workflow.people import add_person, person
from tests.workflow import way
from tests.workflow.way import WITHHOLD, At, Desk

STRIKE = Ruling(Verdict.STRIKE, authority="memo of 2 May")
LEAVE_OUT = Ruling(Verdict.LEAVE_OUT)
PHRASE = "a phrase of the attacker"


def body(desk: Desk, review: str) -> Span:
    return Span("body", 0, len(desk.session.case(review).document.story("body").text))


def test_nothing_goes_without_a_ground(desk_at: At, review: str) -> None:
    """A strike a little wider than the finding, or leaving out the body, withheld what it liked."""
    desk = desk_at("decided")
    [name] = (span for span in way.places(desk.session, review, way.NAME))
    wider = Span(name.story, name.start, name.end + 1)
    for target, ruling in ((wider, STRIKE), (body(desk, review), STRIKE), (body(desk, review), LEAVE_OUT)):
        with pytest.raises(InvalidDecision):
            decide.decide(desk.session, review, [target], ruling, desk.author)
    assert desk.session.case(review).decisions.decisions


def test_a_marking_that_detection_missed_may_be_struck(desk_at: At, review: str) -> None:
    desk = desk_at("decided")
    place = way.places(desk.session, review, "Field visit")
    assert not any(
        each.category is Category.MARKING and each.span.overlaps(place[0])
        for each in desk.session.case(review).findings
    )
    assert decide.decide(desk.session, review, place, STRIKE, desk.author).count == 1


def test_a_box_without_numbers_is_no_place(desk: Desk) -> None:
    review = way.opened(desk, way.write(desk.folder, "visit.pdf"))
    nan = float("nan")
    for box in (Box(1, nan, nan, nan, nan), Box(1, 0.0, nan, 600.0, nan), Box(1, 5.0, 5.0, 5.0, 9.0)):
        with pytest.raises(UnknownId):
            decide.decide(desk.session, review, [box], WITHHOLD, desk.author)


@pytest.mark.parametrize("title", ["Visit to Ouellet-Kaplan, Berthe", "The Ouellet-Kaplan file"])
def test_half_a_name_in_the_record_is_confirmed_before_signing(desk_at: At, review: str, title: str) -> None:
    """The gate warned about a lone word of a withheld name in the record, and nobody heard it."""
    desk = desk_at("decided")
    record = way.record(notes_translated={"en": title, "fr": "Notes"})
    publish.set_record(desk.session, review, record, desk.author)
    candidate = verify.prepare(desk.session, review, desk.author)
    said = [each for each in candidate.warnings if each.startswith("token:record:")]
    assert said
    assert "Ouellet" not in str(said)
    others = [each for each in candidate.warnings if each not in said]
    with pytest.raises(NotReady, match="unconfirmed_token"):
        sign_off.sign(
            desk.session, review, desk.officer, way.PHRASES["officer"], way.confirmed(), words=others
        )
    way.sign(desk, review)


@pytest.mark.parametrize(
    "said",
    [
        "Berthe%20Ouellet-Kaplan",
        "Berthe&nbsp;Ouellet-Kaplan",
        "QmVydGhlIE91ZWxsZXQtS2FwbGFu",
        "nalpaK-telleuO ehtreB",
        "Вerthe Оuellet-Kaplan",
        "B e r t h e  O u e l l e t  K a p l a n",
        "046-454-286",
        "0 4 6 4 5 4 2 8 6",
        "berthe.ouellet.kaplan",
    ],
)
def test_a_disguise_in_the_record_is_seen_through(desk_at: At, review: str, said: str) -> None:
    desk = desk_at("decided")
    record = way.record(notes_translated={"en": f"About {said} at the gate.", "fr": "Notes"})
    publish.set_record(desk.session, review, record, desk.author)
    with pytest.raises(LeakFound):
        verify.prepare(desk.session, review, desk.author)


def test_a_name_split_over_keywords_is_seen(desk_at: At, review: str) -> None:
    desk = desk_at("decided")
    words = {"en": ["sedge", "Berthe", "Ouellet-Kaplan"], "fr": ["carex"]}
    publish.set_record(desk.session, review, way.record(keywords=words), desk.author)
    with pytest.raises(LeakFound):
        verify.prepare(desk.session, review, desk.author)


def test_who_only_reads_makes_no_coverage_and_no_findings(desk_at: At, review: str) -> None:
    """An auditor's look counted as the page having been read."""
    desk = desk_at("decided")
    auditor = person(desk.session, "Aude Tran-Bell")
    for act in (
        lambda: decide.see_all(desk.session, review, auditor),
        lambda: detect(desk.session, review, auditor),
        lambda: publish.release(desk.session, [review], desk.folder / "out", auditor),
        lambda: publish.push(desk.session, desk.folder, "https://portal.example.org", auditor),
    ):
        with pytest.raises(WrongRole):
            act()


def test_bytes_put_in_the_place_of_the_candidate_are_not_signed(desk_at: At, review: str) -> None:
    """Whoever has the key could change the prepared bytes and their digest; the officer signed them unseen."""
    desk = desk_at("prepared")
    store = desk.session.store
    other = way.text_bytes()
    digest = hashlib.sha256(other).hexdigest()
    store.run("UPDATE candidate SET data = ?, sha256 = ?, warnings = '[]'", other, digest)
    with pytest.raises(SealBroken):
        sign_off.sign(desk.session, review, desk.officer, way.PHRASES["officer"], way.confirmed())
    report = candidates.report(store, review).replace(
        desk.session.store.rows("SELECT details FROM journal WHERE action = 'prepared'")[0]["details"][11:75],
        digest,
    )
    store.run(
        "UPDATE candidate SET report = ?, gate_digest = ?",
        report,
        hashlib.sha256(report.encode()).hexdigest(),
    )
    with pytest.raises(SealBroken):
        sign_off.sign(desk.session, review, desk.officer, way.PHRASES["officer"], way.confirmed())
    assert desk.state(review) == "prepared"


def test_a_key_put_in_the_place_of_the_officers_signs_nothing(desk_at: At, review: str) -> None:
    """With another key in the officer's row an attacker signed as the officer, and the release was written."""
    desk = desk_at("prepared")
    wrapped, fingerprint = keys.create(PHRASE)
    desk.session.store.run(
        "UPDATE person SET wrapped_key = ?, fingerprint = ? WHERE role = 'officer'", wrapped, fingerprint
    )
    officer = person(desk.session, desk.officer.name)
    sheet = sign_off.sheet(desk.session, review)
    assert sheet.candidate is not None
    with pytest.raises(SealBroken):
        sign_off.sign(desk.session, review, officer, PHRASE, way.confirmed(), words=sheet.candidate.warnings)
    assert desk.state(review) == "prepared"


def test_a_signature_made_over_the_stolen_row_is_not_released(desk_at: At, review: str) -> None:
    desk = desk_at("approved")
    store = desk.session.store
    wrapped, fingerprint = keys.create(PHRASE)
    digest = store.rows("SELECT digest FROM seal")[0]["digest"]
    public, value = keys.sign(wrapped, PHRASE, digest.encode())
    store.run(
        "UPDATE person SET wrapped_key = ?, fingerprint = ? WHERE role = 'officer'", wrapped, fingerprint
    )
    store.run("UPDATE seal SET public_key = ?, value = ?", public, value)
    with pytest.raises(SealBroken):
        publish.release(desk.session, [review], desk.folder / "release")
    assert not (desk.folder / "release").exists()


def test_an_author_made_officer_by_sql_signs_nothing(desk_at: At, review: str) -> None:
    desk = desk_at("prepared")
    desk.session.store.run("UPDATE person SET role = 'officer' WHERE role = 'auditor'")
    auditor = person(desk.session, "Aude Tran-Bell")
    words = sign_off.sheet(desk.session, review).candidate
    assert words is not None
    with pytest.raises(SealBroken):
        sign_off.sign(
            desk.session, review, auditor, way.PHRASES["imso"], way.confirmed(), words=words.warnings
        )


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM journal WHERE number = 3",
        "DELETE FROM journal WHERE number = (SELECT max(number) FROM journal)",
        "UPDATE journal SET details = '{}' WHERE action = 'decided'",
        "UPDATE journal SET time = '2020-01-01T00:00:00.000000+00:00' WHERE number = 2",
    ],
)
def test_nothing_is_released_over_a_journal_that_was_changed(desk_at: At, review: str, sql: str) -> None:
    desk = desk_at("approved")
    store = desk.session.store
    for trigger in store.rows(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'journal'"
    ):
        store.run(f"DROP TRIGGER {trigger['name']}")
    store.run(sql)
    with pytest.raises(JournalAltered):
        publish.release(desk.session, [review], desk.folder / "release")
    assert not (desk.folder / "release").exists()


def test_what_is_undone_after_the_copy_is_not_signed(desk_at: At, review: str) -> None:
    desk = desk_at("prepared")
    decide.undo(desk.session, review, desk.author)
    with pytest.raises(Exception, match="WrongState"):
        way.sign(desk, review)
    assert candidates.get(desk.session.store, review) is None


def test_a_decision_is_not_overridden_by_way_of_undecided(desk_at: At, review: str) -> None:
    """Cleared first, another person's decision was changed without the note that overriding takes."""
    desk = desk_at("decided")
    place = way.places(desk.session, review, way.PHONE)
    with pytest.raises(InvalidDecision, match="override_needs_note"):
        decide.clear(desk.session, review, place, desk.officer)
    assert decide.clear(desk.session, review, place, desk.author).count == 1
    assert decide.decide(desk.session, review, place, way.SHOW, desk.officer).count == 1


@pytest.mark.parametrize(
    "name", ["\u041edile Marchetti", "Odile-Marchetti", "ODILE MARCHETTI", "Odilé Marchetti"]
)
def test_a_person_whose_name_reads_like_anothers_is_refused(desk: Desk, name: str) -> None:
    """A Cyrillic letter made a second officer whom nobody could tell from the first."""
    with pytest.raises(PersonExists):
        add_person(desk.session, name, PersonRole.OFFICER, PHRASE)


def test_a_reason_that_no_file_can_hold_is_no_reason(desk_at: At, review: str) -> None:
    """Bytes of a command line that are no UTF-8 ended as something unforeseen."""
    desk = desk_at("prepared")
    broken = "\udcff\udcfe"
    for act in (
        lambda: sign_off.send_back(desk.session, review, desk.officer, broken),
        lambda: sign_off.refuse(desk.session, review, desk.officer, broken),
        lambda: sign_off.approve(
            desk.session, review, desk.imso, name=broken, date=way.NOW.date(), reference="R-1"
        ),
        lambda: publish.recall(desk.session, review, desk.officer, broken),
    ):
        with pytest.raises(InvalidDecision):
            act()
    assert desk.state(review) == "prepared"
