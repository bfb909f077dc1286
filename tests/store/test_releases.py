# SPDX-License-Identifier: MIT
"""Coverage, candidates, signatures, approvals, portal records, receipts, memory: each comes back as it was given."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.errors import UnknownId, UsageError
from reviewer.model.document import Format
from reviewer.model.journal import Action
from reviewer.model.release import Approval, Candidate, Receipt, Seal, Signature
from reviewer.model.review import Seen
from reviewer.store import candidates, hmac, journal, receipts, records, seen, signatures
from reviewer.store.connection import Store, open_memory, open_store
from tests.store.facts import KEY, NOW, REVIEW, entry

CANDIDATE = Candidate(
    b"%PDF-1.7\x00cleaned",
    "aa" * 32,
    Format.PDF,
    "a1",
    NOW,
    "bb" * 32,
    ("page 2:1",),
    ("untagged", "object:3"),
    ((4, "vertical"), (9, "gate")),
)
SIGNATURE = Signature("b2", NOW, Seal("cc" * 32, b"s" * 32), b"p" * 32, b"v" * 64)
APPROVAL = Approval("Claude Lévesque", dt.date(2026, 11, 20), "GCDOCS 000 123", "b2")


def last(store: Store) -> Action:
    return journal.entries(store)[-1].action


def test_seen_once_is_enough(store: Store) -> None:
    first = Seen("a1", NOW, page=1)
    seen.add(store, REVIEW.id, first)
    seen.add(store, REVIEW.id, Seen("a1", NOW + dt.timedelta(hours=1), page=1))
    again = (
        Seen("b2", NOW, page=1),
        Seen("a1", NOW, story="comment:\udc80"),
        Seen("a1", NOW, story="comment:\udc80"),
    )
    seen.add_all(store, REVIEW.id, again)
    assert seen.of(store, REVIEW.id) == (first, *again[:2])
    entries = [each for each in journal.entries(store) if each.action is Action.SEEN]
    keyed = hmac.keyed(store, "comment:\udc80")
    assert [(each.person, dict(each.details)) for each in entries] == [
        ("a1", {"page": 1}),
        ("b2", {"page": 1}),
        ("a1", {"kind": "comment", "story": keyed[:16]}),
    ]
    journal.check(store)


@pytest.mark.parametrize("neither", [Seen("a1", NOW), Seen("a1", NOW, 1, "body")])
def test_seen_is_a_page_or_a_story(store: Store, neither: Seen) -> None:
    with pytest.raises(UsageError):
        seen.add_all(store, REVIEW.id, (Seen("a1", NOW, page=9), neither))
    assert seen.of(store, REVIEW.id) == ()


def test_a_candidate_takes_the_place_of_the_one_before(store: Store) -> None:
    assert candidates.get(store, REVIEW.id) is None
    candidates.save(store, REVIEW.id, CANDIDATE, '{"clean": true}', entry(Action.PREPARED))
    assert candidates.get(store, REVIEW.id) == CANDIDATE
    assert candidates.report(store, REVIEW.id) == '{"clean": true}'
    assert last(store) is Action.PREPARED
    other = replace(CANDIDATE, data=b"", format=Format.DOCX, warnings=(), losses=())
    candidates.save(store, REVIEW.id, other, "{}", entry(Action.PREPARED))
    assert candidates.get(store, REVIEW.id) == other


def test_a_candidate_is_dropped(store: Store) -> None:
    candidates.save(store, REVIEW.id, CANDIDATE, "{}", entry(Action.PREPARED))
    candidates.drop(store, REVIEW.id)
    assert candidates.get(store, REVIEW.id) is None
    assert last(store) is Action.PREPARED
    candidates.drop(store, REVIEW.id, entry(Action.SENT_BACK))
    assert last(store) is Action.SENT_BACK
    with pytest.raises(UnknownId):
        candidates.report(store, REVIEW.id)


def test_a_large_candidate_on_disk(disk: Store, path: Path) -> None:
    data = bytes(range(256)) * 40_000
    candidates.save(disk, REVIEW.id, replace(CANDIDATE, data=data), "{}", entry(Action.PREPARED))
    with open_store(path, KEY) as again:
        kept = candidates.get(again, REVIEW.id)
    assert kept is not None
    assert kept.data == data


def test_a_signature_with_its_checklist(store: Store) -> None:
    assert signatures.get(store, REVIEW.id) is None
    with pytest.raises(UnknownId):
        signatures.checklist(store, REVIEW.id)
    confirmed = {"privacy": "yes", "not_final_elsewhere": "la version finale paraîtra en mars"}
    signatures.save(store, REVIEW.id, SIGNATURE, confirmed, entry(Action.SIGNED, "b2"))
    assert signatures.get(store, REVIEW.id) == SIGNATURE
    assert signatures.checklist(store, REVIEW.id) == confirmed
    assert last(store) is Action.SIGNED


def test_what_no_longer_stands_is_dropped_with_the_approval(store: Store) -> None:
    signatures.save(store, REVIEW.id, SIGNATURE, {}, entry(Action.SIGNED))
    signatures.save_approval(store, REVIEW.id, APPROVAL, entry(Action.IMSO_APPROVED))
    signatures.drop(store, REVIEW.id)
    assert signatures.get(store, REVIEW.id) is None
    assert signatures.approval(store, REVIEW.id) is None
    assert last(store) is Action.IMSO_APPROVED
    signatures.drop(store, REVIEW.id, entry(Action.SENT_BACK))
    assert last(store) is Action.SENT_BACK


def test_an_approval(store: Store) -> None:
    assert signatures.approval(store, REVIEW.id) is None
    signatures.save_approval(store, REVIEW.id, APPROVAL, entry(Action.IMSO_APPROVED))
    assert signatures.approval(store, REVIEW.id) == APPROVAL
    assert last(store) is Action.IMSO_APPROVED


def test_portal_ids_are_random_and_kept(store: Store) -> None:
    assert records.record(store, REVIEW.id) is None
    dataset, resource = records.ids(store, REVIEW.id)
    assert {uuid.UUID(dataset).version, uuid.UUID(resource).version} == {4}
    assert records.ids(store, REVIEW.id) == (dataset, resource)
    assert records.record(store, REVIEW.id) is None


def test_a_portal_record(store: Store) -> None:
    dataset, resource = records.ids(store, REVIEW.id)
    record = {
        "title_translated": {"en": "Minutes", "fr": "Compte rendu"},
        "subject": ["nature"],
        "x": None,
        "n": 1.5,
    }
    records.set_record(store, REVIEW.id, record, dataset, resource, entry())
    assert records.record(store, REVIEW.id) == record
    records.set_record(store, REVIEW.id, {}, dataset, resource, entry())
    assert records.record(store, REVIEW.id) == {}


def test_ids_given_with_the_first_record_never_change(store: Store) -> None:
    records.set_record(store, REVIEW.id, {"a": "b"}, "d-1", "r-1", entry())
    assert records.ids(store, REVIEW.id) == ("d-1", "r-1")
    with pytest.raises(UsageError):
        records.set_record(store, REVIEW.id, {"a": "c"}, "d-2", "r-1", entry())
    assert records.record(store, REVIEW.id) == {"a": "b"}


def test_receipts(store: Store) -> None:
    one = Receipt(REVIEW.id, "rel1", "d", "r", NOW, "diffusion 2026\udce9")
    two = replace(one, release="rel2")
    receipts.add(store, one, entry(Action.RELEASED))
    receipts.add(store, two, entry(Action.PUSHED))
    assert receipts.of(store, REVIEW.id) == (one, two)
    assert receipts.of(store, "nowhere") == ()
    assert last(store) is Action.PUSHED


def test_a_keyed_hash_needs_the_key(store: Store) -> None:
    with open_memory() as other:
        assert hmac.keyed(store, "Odile Marchand") == hmac.keyed(store, "Odile Marchand")
        assert hmac.keyed(store, "Odile Marchand") != hmac.keyed(other, "Odile Marchand")
        assert len(hmac.keyed(store, "\ud83d")) == 64
