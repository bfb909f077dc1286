# SPDX-License-Identifier: MIT
"""The seal changes with everything that it covers, and with nothing else."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
from dataclasses import replace

import pytest

from reviewer.errors import RecordInvalid, SealBroken
from reviewer.model.decision import Decisions, Ruling, Verdict
from reviewer.model.document import Box, Choice, Region, Span
from reviewer.model.ground import DiscloseReason
from reviewer.model.release import Seal
from reviewer.model.review import Seen
from reviewer.signoff import seal
from reviewer.signoff.policy import Case
from tests.signoff.cases import CANDIDATE, NAME, NOW, PHONE, answer, case, decision, finding

FULL = Ruling(
    Verdict.DISCLOSE,
    reason=DiscloseReason.CONSENT,
    authority="formulaire du 30 octobre",
    note="Odile est d'accord",
)
BOX = Box(2, 72.0, 0.1 + 0.2, 144.0, 90.0)
CASE = case(
    decision(NAME),
    decision(BOX),
    decision(PHONE, FULL),
    answers=(answer("image:1", Choice.KEEP), answer("comments", Choice.LEAVE_OUT)),
)
RECORD: dict[str, object] = {
    "title_translated": {"en": "Minutes", "fr": "Compte rendu"},
    "subject": ["a", "b"],
}
CHECKLIST = {"privacy": "yes"}


def note_hmac(note: str) -> str:
    return hmac.digest(b"key of the store", note.encode(), "sha256").hex()


def compute(case_: Case = CASE, **changes: object) -> Seal:
    parts: dict[str, object] = {
        "candidate": CANDIDATE,
        "record": RECORD,
        "rules_version": "rules-1",
        "checklist": CHECKLIST,
        "salt": b"\x01" * 32,
        "note_hmac": note_hmac,
    }
    return seal.compute(case_, **(parts | changes))


def test_the_same_facts_give_the_same_seal() -> None:
    first = compute()
    assert compute() == first
    assert len(first.digest) == 64
    assert first.salt == b"\x01" * 32


def test_the_form_is_fixed() -> None:
    # Part of what officers have signed: a change here voids signatures that exist.
    assert compute().digest == "d1d489b970b9530f45ec63dd5c72e16e56fb242f1b5542e85819e10a5ff288f0"


def test_the_order_in_which_decisions_were_made_does_not_count() -> None:
    turned = replace(CASE, decisions=Decisions(CASE.decisions.decisions[::-1], CASE.decisions.answers[::-1]))
    assert compute(turned) == compute()


def test_neither_does_the_zone_in_which_a_time_is_written() -> None:
    ottawa = NOW.astimezone(dt.timezone(dt.timedelta(hours=-5)))
    moved = tuple(replace(each, time=ottawa) for each in CASE.decisions.decisions)
    assert compute(replace(CASE, decisions=replace(CASE.decisions, decisions=moved))) == compute()


def test_what_was_seen_and_found_is_not_part_of_it() -> None:
    assert compute(replace(CASE, seen=(Seen("b2", NOW, page=1),), findings=(finding(NAME),))) == compute()


def changed_decision(**changes: object) -> Case:
    first, *rest = CASE.decisions.decisions
    return replace(CASE, decisions=replace(CASE.decisions, decisions=(replace(first, **changes), *rest)))


def changed_ruling(**changes: object) -> Case:
    *rest, last = CASE.decisions.decisions
    last = replace(last, ruling=replace(last.ruling, **changes))
    return replace(CASE, decisions=replace(CASE.decisions, decisions=(*rest, last)))


OTHER_DATA = b"cleaned Bytes"


@pytest.mark.parametrize(
    "changed",
    [
        lambda: compute(replace(CASE, document=replace(CASE.document, sha256="00" * 32))),
        lambda: compute(replace(CASE, document=replace(CASE.document, reader_version="2"))),
        lambda: compute(replace(CASE, review=replace(CASE.review, id="r2"))),
        lambda: compute(
            replace(CASE, decisions=replace(CASE.decisions, decisions=CASE.decisions.decisions[1:]))
        ),
        lambda: compute(replace(CASE, decisions=replace(CASE.decisions, answers=()))),
        lambda: compute(changed_decision(target=Span("body", 8, 23))),
        lambda: compute(changed_decision(target=Box(2, 72.0, 0.3, 144.0, 90.0))),
        lambda: compute(changed_decision(target=Region("2", 72.0, 0.1 + 0.2, 144.0, 90.0))),
        lambda: compute(changed_decision(person="b2")),
        lambda: compute(changed_decision(time=NOW + dt.timedelta(microseconds=1))),
        lambda: compute(changed_ruling(grounds=("20(1)(b)",))),
        lambda: compute(changed_ruling(verdict=Verdict.CONSULT)),
        lambda: compute(changed_ruling(reason=None)),
        lambda: compute(changed_ruling(reason=DiscloseReason.ALREADY_PUBLIC)),
        lambda: compute(changed_ruling(note="")),
        lambda: compute(changed_ruling(note="Odile n'est pas d'accord")),
        lambda: compute(changed_ruling(authority="formulaire du 31 octobre")),
        lambda: compute(changed_ruling(replacement="x")),
        lambda: compute(
            candidate=replace(CANDIDATE, data=OTHER_DATA, sha256=hashlib.sha256(OTHER_DATA).hexdigest())
        ),
        lambda: compute(candidate=replace(CANDIDATE, gate_digest="11" * 32)),
        lambda: compute(candidate=replace(CANDIDATE, prepared_by="b2")),
        lambda: compute(candidate=replace(CANDIDATE, warnings=("page 1:1",))),
        lambda: compute(candidate=replace(CANDIDATE, losses=("untagged",))),
        lambda: compute(candidate=replace(CANDIDATE, pictured=((4, "vertical"),))),
        lambda: compute(record=RECORD | {"subject": ["b", "a"]}),
        lambda: compute(record=RECORD | {"x": 1.5}),
        lambda: compute(record=RECORD | {"x": None}),
        lambda: compute(rules_version="rules-2"),
        lambda: compute(checklist={"privacy": "no"}),
        lambda: compute(salt=b"\x02" * 32),
        lambda: compute(note_hmac=lambda note: "0" * 64),
    ],
)
def test_everything_it_covers_changes_it(changed: object) -> None:
    assert changed().digest != compute().digest


def test_bytes_that_are_not_those_of_their_digest_are_never_sealed() -> None:
    with pytest.raises(SealBroken) as caught:
        compute(candidate=replace(CANDIDATE, data=OTHER_DATA))
    assert caught.value.facts == {"review": "r1", "detail": "candidate"}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        # Examples of RFC 8785, sections 3.2.2 and 3.2.3, without their floats.
        ({"literals": [None, True, False]}, '{"literals":[null,true,false]}'),
        ("\u20ac$\u000f\nA'\u0042\u0022\u005c\\\"/", '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'),
        (
            {
                "\u20ac": "Euro Sign",
                "\r": "Carriage Return",
                "\ufb33": "Hebrew Letter Dalet With Dagesh",
                "1": "One",
                "\U0001f600": "Emoji: Grinning Face",
                "\u0080": "Control",
                "\u00f6": "Latin Small Letter O With Diaeresis",
            },
            (
                '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis",'
                '"€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}'
            ),
        ),
        ((1, -1, 2**53 - 1), "[1,-1,9007199254740991]"),
        (2**53, '{"int":"9007199254740992"}'),
        ([0.1, 1e21, -0.0], '[{"float":"0.1"},{"float":"1e+21"},{"float":"-0.0"}]'),
    ],
)
def test_canonical_json(value: object, text: str) -> None:
    assert seal.canonical(value).decode() == text


@pytest.mark.parametrize("value", ["\ud800", {"a": object()}, {"\udfff": 1}])
def test_what_json_cannot_say_is_refused(value: object) -> None:
    with pytest.raises(RecordInvalid):
        seal.canonical(value)
