# SPDX-License-Identifier: MIT
"""Step 6: another person signs exactly those bytes, and whoever changes anything afterwards breaks the seal."""

from __future__ import annotations

import datetime as dt
import hashlib

import pytest

from reviewer.errors import (
    ChecklistIncomplete,
    InvalidDecision,
    NotReady,
    ReviewerError,
    SamePerson,
    SealBroken,
    SignatureInvalid,
    UnknownId,
    WrongPassphrase,
    WrongRole,
    WrongState,
)
from reviewer.store import candidates, signatures
from reviewer.workflow import decide, publish, sign_off, verify
from tests.workflow import way
from tests.workflow.way import WITHHOLD, At, Desk

TODAY = way.NOW.date()
OFFICER = way.PHRASES["officer"]


def test_nobody_signs_an_own_review(desk_at: At, review: str) -> None:
    desk = desk_at("decided")
    places = way.places(desk.session, review, "Gravel Wharf")
    decide.decide(desk.session, review, places, WITHHOLD, desk.officer)
    verify.prepare(desk.session, review, desk.author)
    with pytest.raises(SamePerson):
        sign_off.sign(desk.session, review, desk.officer, OFFICER, way.confirmed())
    # Taking the decision back does not wash the hands.
    decide.undo(desk.session, review, desk.author)
    verify.prepare(desk.session, review, desk.author)
    with pytest.raises(SamePerson):
        sign_off.sign(desk.session, review, desk.officer, OFFICER, way.confirmed())
    assert desk.state(review) == "prepared"


def test_who_prepared_it_does_not_sign_it(desk_at: At, review: str) -> None:
    desk = desk_at("decided")
    verify.prepare(desk.session, review, desk.officer)
    with pytest.raises(SamePerson):
        sign_off.sign(desk.session, review, desk.officer, OFFICER, way.confirmed())


def test_what_keeps_a_signature_away(desk_at: At, review: str) -> None:
    desk = desk_at("prepared")
    refusals: list[tuple[type[Exception], object]] = [
        (WrongRole, lambda: _sign(desk, review, who="author")),
        (WrongRole, lambda: _sign(desk, review, who="imso")),
        (WrongPassphrase, lambda: _sign(desk, review, phrase="eight herons by the wier")),
        (ChecklistIncomplete, lambda: _sign(desk, review, confirmed={})),
        (ChecklistIncomplete, lambda: _sign(desk, review, confirmed=way.confirmed(privacy="no"))),
        (ChecklistIncomplete, lambda: _sign(desk, review, confirmed=way.confirmed(privacy="nearly"))),
        (UnknownId, lambda: _sign(desk, review, confirmed=way.confirmed(mood="yes"))),
    ]
    for error, act in refusals:
        with pytest.raises(error):
            act()  # type: ignore[operator]
    assert desk.state(review) == "prepared"
    assert signatures.get(desk.session.store, review) is None
    # What only warns may stand unconfirmed, with its reason.
    _sign(desk, review, confirmed=way.confirmed(not_final_elsewhere="the final version is not out yet"))
    assert desk.state(review) == "signed"


def _sign(
    desk: Desk,
    review: str,
    *,
    who: str = "officer",
    phrase: str = OFFICER,
    confirmed: dict[str, str] | None = None,
) -> None:
    person = {"author": desk.author, "officer": desk.officer, "imso": desk.imso}[who]
    answers = way.confirmed() if confirmed is None else confirmed
    sign_off.sign(desk.session, review, person, phrase, answers)


def test_nothing_prepared_nothing_signed(desk_at: At, review: str) -> None:
    desk = desk_at("decided")
    with pytest.raises(WrongState):
        _sign(desk, review)


def test_words_of_withheld_names_are_confirmed_first(desk: Desk) -> None:
    path = desk.folder / "visit.txt"
    path.write_bytes(way.text_bytes() + b"Berthe Creek was dry as well.\n")
    review = way.decided(desk, path)
    sheet = sign_off.sheet(desk.session, review)
    assert sheet.blockers == ()
    candidate = verify.prepare(desk.session, review, desk.author)
    assert candidate.warnings
    assert not any("Berthe" in warning for warning in candidate.warnings)
    with pytest.raises(NotReady, match="unconfirmed_token"):
        _sign(desk, review)
    way.sign(desk, review)
    assert desk.state(review) == "signed"


def test_without_a_record_nothing_is_signed(desk: Desk) -> None:
    review = way.opened(desk, way.write(desk.folder))
    rulings = [(each.span, WITHHOLD) for each in desk.session.case(review).findings]
    decide.decide_each(desk.session, review, rulings, desk.author)
    decide.see_all(desk.session, review, desk.author)
    verify.prepare(desk.session, review, desk.author)
    with pytest.raises(NotReady, match="no_record"):
        _sign(desk, review)


def test_the_sheet_counts_what_was_decided(desk_at: At, review: str) -> None:
    desk = desk_at("approved")
    sheet = sign_off.sheet(desk.session, review)
    assert sheet.withheld_by_ground == {"19(1)": 3}
    assert sheet.approval is not None
    assert sheet.signature is not None
    assert sheet.signature.person == desk.officer.id
    assert (sheet.seen_pages, sheet.seen_stories) == (0, 1)
    sign_off.check_signature(desk.session, review)


def test_sent_back_refused_approved(desk_at: At, review: str) -> None:
    desk = desk_at("approved")
    for act in (
        lambda: sign_off.send_back(desk.session, review, desk.officer, "  "),
        lambda: sign_off.refuse(desk.session, review, desk.author, ""),
        lambda: publish.recall(desk.session, review, desk.officer, " "),
        lambda: _approve(desk, review, name=" "),
        lambda: _approve(desk, review, reference=""),
        lambda: _approve(desk, review, date=way.NOW.date() + dt.timedelta(days=1)),
    ):
        with pytest.raises(InvalidDecision):
            act()
    with pytest.raises(WrongRole):
        sign_off.send_back(desk.session, review, desk.author, "look again at the table")
    with pytest.raises(WrongState):
        publish.recall(desk.session, review, desk.officer, "not released yet")
    sent = sign_off.send_back(desk.session, review, desk.officer, "look again at the table")
    assert sent.refused_because == "look again at the table"
    assert desk.state(review) == "open"
    store = desk.session.store
    assert candidates.get(store, review) is None
    assert signatures.get(store, review) is None
    assert signatures.approval(store, review) is None, "an approval stands under one copy"
    with pytest.raises(WrongState):
        _approve(desk, review)
    sign_off.refuse(desk.session, review, desk.author, "the final version is out")
    assert desk.state(review) == "refused"
    assert "look again" not in str(store.rows("SELECT * FROM journal"))


def _approve(
    desk: Desk, review: str, *, name: str = "I. L.", reference: str = "R-1", date: dt.date = TODAY
) -> None:
    sign_off.approve(desk.session, review, desk.imso, name=name, date=date, reference=reference)


OTHER = b"Call Berthe Ouellet-Kaplan at 613-555-0142.\n"
OTHER_DIGEST = hashlib.sha256(OTHER).hexdigest()
TAMPERINGS = {
    "bytes": ("UPDATE candidate SET data = ?", OTHER),
    "bytes and digest": ("UPDATE candidate SET data = ?, sha256 = ?", OTHER, OTHER_DIGEST),
    "gate": ("UPDATE candidate SET gate_digest = ?", "0" * 64),
    "warnings": ("UPDATE candidate SET warnings = ?", '["token:body:1"]'),
    "losses": ("UPDATE candidate SET losses = ?", '["object:1"]'),
    "pictured": ("UPDATE candidate SET pictured = ?", '[[1, "gate"]]'),
    "preparer": ("UPDATE candidate SET prepared_by = (SELECT id FROM person WHERE role = ?)", "imso"),
    "format": ("UPDATE candidate SET format = ?", "md"),
    "record": ("UPDATE record SET record = replace(record, ?, ?)", "wharf", "gate of Berthe"),
    "no record": ("UPDATE record SET record = ?", None),
    "decision": (
        (
            "INSERT INTO decision (review, written, target, verdict, ruling, person, time, act)"
            " SELECT review, written, target, NULL, NULL, person, time, act FROM decision WHERE number = ?"
        ),
        1,
    ),
    "decider": (
        (
            "INSERT INTO decision (review, written, target, verdict, ruling, person, time, act)"
            " SELECT review, written, target, verdict, ruling, (SELECT id FROM person WHERE role = 'imso'), time, act"
            " FROM decision WHERE number = ?"
        ),
        1,
    ),
    "answer": (
        (
            "INSERT INTO answer (review, written, problem, choice, person, time, act)"
            " SELECT review, written, ?, 'leave_out', person, time, act FROM decision WHERE number = 1"
        ),
        "comments",
    ),
    "checklist": ("UPDATE seal SET checklist = ?", "{}"),
    "digest": ("UPDATE seal SET digest = ?", "0" * 64),
    "key": ("UPDATE seal SET public_key = ?", bytes(32)),
    "signer": ("UPDATE seal SET person = (SELECT id FROM person WHERE role = ?)", "auditor"),
    "officer's fingerprint": ("UPDATE person SET fingerprint = ? WHERE role = 'officer'", "0" * 64),
    "salt": ("UPDATE review SET salt = ?", bytes(32)),
    "source": ("UPDATE document SET sha256 = ?", "0" * 64),
    "signature": ("UPDATE seal SET value = ?", bytes(64)),
}


def test_whatever_is_changed_after_signing_breaks_the_seal(desk_at: At, review: str) -> None:
    desk = desk_at("approved")
    store, out = desk.session.store, desk.folder / "release"
    caught: dict[str, str] = {}
    for name, (sql, *values) in TAMPERINGS.items():
        try:
            with store.transaction():
                store.run(sql, *values)
                assert store.row("SELECT changes() AS rows") == {"rows": 1}, name
                try:
                    publish.release(desk.session, [review], out)
                except ReviewerError as error:
                    caught[name] = type(error).__name__
                raise InterruptedError
        except InterruptedError:
            continue
    assert caught == {
        **dict.fromkeys(TAMPERINGS, SealBroken.__name__),
        "no record": WrongState.__name__,
        "checklist": ChecklistIncomplete.__name__,
        "signature": SignatureInvalid.__name__,
    }
    assert not out.exists()
    assert not out.with_name("release-internal").exists()
    assert desk.state(review) == "signed"
    sign_off.check_signature(desk.session, review)
