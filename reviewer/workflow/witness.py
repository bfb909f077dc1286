# SPDX-License-Identifier: MIT
"""What the journal bears witness to: which bytes passed the gate, whose key is whose, what was signed.

The rows of the store could be changed by whoever has its key; the journal's chain would have to be forged as well.
Not guaranteed against somebody who does both.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from reviewer.errors import SealBroken
from reviewer.model.journal import Action, Entry
from reviewer.model.release import Candidate, Signature
from reviewer.model.review import Person
from reviewer.store import candidates, journal
from reviewer.verification.report import GateReport
from reviewer.workflow.session import Session


def check_candidate(session: Session, review_id: str, candidate: Candidate) -> None:
    """Prove that these are the bytes that the gate found clean last. Raises JournalAltered, SealBroken."""
    journal.check(session.store)
    told = _last(session, review_id, Action.PREPARED)
    report = candidates.report(session.store, review_id)
    gate = GateReport.from_json(report)
    sound = (
        told.get("sha256") == hashlib.sha256(candidate.data).hexdigest() == candidate.sha256 == gate.digest
        and hashlib.sha256(report.encode()).hexdigest() == candidate.gate_digest
        and gate.clean
    )
    if not sound:
        raise SealBroken(review=review_id, detail="candidate")


def check_signature(session: Session, review_id: str, signature: Signature, officer: Person) -> None:
    """Prove that this seal was signed, by a person who has had this key from the start. Raises as above."""
    journal.check(session.store)
    if _last(session, review_id, Action.SIGNED).get("seal") != signature.seal.digest:
        raise SealBroken(review=review_id, detail="digest")
    check_person(session, review_id, officer)


def check_person(session: Session, review_id: str, person: Person) -> None:
    """Prove that a person has the key and the role they were added with. Raises SealBroken."""
    added = (each for each in journal.entries(session.store) if each.action is Action.PERSON_ADDED)
    told = next((each.details for each in added if each.person == person.id), {})
    if (told.get("fingerprint"), told.get("role")) != (person.fingerprint, person.role.value):
        raise SealBroken(review=review_id, detail="signer")


def _last(session: Session, review_id: str, action: Action) -> Mapping[str, str | int]:
    listed: tuple[Entry, ...] = journal.entries(session.store, review=review_id)
    return next((each.details for each in reversed(listed) if each.action is action), {})
