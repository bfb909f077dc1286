# SPDX-License-Identifier: MIT
"""Step 6, sign off: another person checks the sheet, confirms the checklist and signs exactly the candidate's bytes."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace

from reviewer.detection.version import rules_version
from reviewer.errors import InvalidDecision, NotReady, SealBroken, WrongState
from reviewer.model.decision import Verdict
from reviewer.model.journal import Action
from reviewer.model.release import Approval, Candidate, PortalRecord, Seal, Signature
from reviewer.model.review import Person, PersonRole, Review, State
from reviewer.signoff import checklist, keys, policy, seal
from reviewer.signoff.policy import Case
from reviewer.store import candidates, hmac, people, records, reviews, signatures
from reviewer.workflow import recognizers, witness
from reviewer.workflow.offers import offers_of
from reviewer.workflow.open import require, written
from reviewer.workflow.session import Session
from reviewer.workflow.sheet import Sheet


def sheet(session: Session, review_id: str) -> Sheet:
    """Everything about a review that a person must know to sign it."""
    case = session.case(review_id)
    store, review = session.store, case.review
    withheld: Counter[str] = Counter()
    disclosed: Counter[str] = Counter()
    for each in case.decisions.decisions:
        withheld.update(each.ruling.grounds if each.removes else ())
        if each.ruling.verdict is Verdict.DISCLOSE and each.ruling.reason is not None:
            disclosed[each.ruling.reason] += 1
    candidate = candidates.get(store, review.id)
    return Sheet(
        case,
        candidate,
        records.record(store, review.id),
        signatures.approval(store, review.id),
        signatures.get(store, review.id),
        policy.blockers(case),
        dict(withheld),
        dict(disclosed),
        len({each.page for each in case.seen if each.page is not None}),
        len({each.story for each in case.seen if each.story is not None}),
        checklist.items(),
        offers_of(session.store, case, candidate),
    )


def sign(
    session: Session,
    review_id: str,
    by: Person,
    passphrase: str,
    confirmed: Mapping[str, str],
    *,
    words: Collection[str] = (),
) -> Signature:
    """Sign the candidate of a review. `words` are the gate's warnings that the officer looked at and confirms.

    Raises WrongState (nothing prepared), WrongRole, SamePerson, NotReady, ChecklistIncomplete, WrongPassphrase,
    SealBroken (the bytes are not those that passed the gate), JournalAltered.
    """
    # Alone in the store from the first look on: what is signed is what was checked.
    with session.store.transaction():
        case = session.case(review_id)
        review = case.review
        signed = review.to(State.SIGNED)
        candidate = _candidate(session, review)
        policy.check_signer(by, case, prepared_by=candidate.prepared_by)
        record = records.record(session.store, review.id)
        blockers = policy.signing_blockers(case, candidate=candidate, record=record, confirmed=words)
        if blockers or record is None:
            kinds = Counter(blocker.kind for blocker in blockers)
            raise NotReady(blockers=tuple(f"{kind}:{count}" for kind, count in sorted(kinds.items())))
        checklist.check(confirmed)
        witness.check_candidate(session, review.id, candidate)
        witness.check_person(session, review.id, by)
        made = _seal(session, case, record, confirmed)
        public, value = keys.sign(
            people.wrapped_key(session.store, by.id), passphrase, made.digest.encode(), person=by.name
        )
        signature = Signature(by.id, session.clock(), made, public, value)
        entry = session.entry(Action.SIGNED, by, review.id, {"seal": made.digest})
        reviews.update(session.store, signed)
        signatures.save(session.store, review.id, signature, confirmed, entry)
        return signature


def check_signature(session: Session, review_id: str) -> Signature:
    """Prove that what is in the store is what was signed, by that officer. Raises SealBroken, SignatureInvalid."""
    case = session.case(review_id)
    review = case.review
    signature = signatures.get(session.store, review.id)
    record = records.record(session.store, review.id)
    if signature is None or record is None:
        raise WrongState(review=review.id, state=review.state, needed=State.SIGNED)
    officer = people.get(session.store, signature.person)
    if keys.fingerprint(signature.public_key) != officer.fingerprint:
        raise SealBroken(review=review.id, detail="signer")
    policy.check_signer(officer, case, prepared_by=_candidate(session, review).prepared_by)
    confirmed = signatures.checklist(session.store, review.id)
    checklist.check(confirmed)
    if _seal(session, case, record, confirmed).digest != signature.seal.digest:
        raise SealBroken(review=review.id, detail="digest")
    keys.verify(signature.public_key, signature.seal.digest.encode(), signature.value)
    witness.check_signature(session, review.id, signature, officer)
    return signature


def send_back(session: Session, review_id: str, by: Person, note: str) -> Review:
    """Give a review back to its author, its candidate and signature gone. Raises InvalidDecision without a note."""
    require(by, PersonRole.OFFICER, PersonRole.IMSO)
    if not written(note):
        raise InvalidDecision(detail="send_back_needs_note")
    details = {"note": hmac.keyed(session.store, note)}
    with session.store.transaction():
        review = reviews.get(session.store, review_id)
        reopened = replace(review.to(State.OPEN), refused_because=note.strip())
        candidates.drop(session.store, review.id)
        signatures.drop(session.store, review.id)
        reviews.update(session.store, reopened, session.entry(Action.SENT_BACK, by, review.id, details))
    return reopened


def refuse(session: Session, review_id: str, by: Person, because: str) -> Review:
    """Take a review off the way for good, with the reason. Raises InvalidDecision without a reason."""
    require(by, PersonRole.AUTHOR, PersonRole.OFFICER)
    if not written(because):
        raise InvalidDecision(detail="refusal_needs_reason")
    review = reviews.get(session.store, review_id)
    refused = review.to(State.REFUSED, because=because.strip())
    reviews.update(session.store, refused, session.entry(Action.REFUSED, by, review.id))
    return refused


def approve(
    session: Session, review_id: str, by: Person, *, name: str, date: dt.date, reference: str
) -> Approval:
    """Record the approval of the Information Management Senior Official: who, when, under which reference.

    Raises InvalidDecision (an empty name or reference, a future date), WrongRole, WrongState.
    """
    require(by, PersonRole.IMSO, PersonRole.OFFICER)
    if not written(name) or not written(reference) or date > session.clock().date():
        raise InvalidDecision(detail="approval")
    approval = Approval(name.strip(), date, reference.strip(), by.id)
    # One step with the look at the state: what was sent back meanwhile must not stay approved.
    with session.store.transaction():
        review = reviews.get(session.store, review_id)
        if review.state not in {State.PREPARED, State.SIGNED}:
            raise WrongState(review=review.id, state=review.state, needed=State.SIGNED)
        entry = session.entry(Action.IMSO_APPROVED, by, review.id, {"date": date.isoformat()})
        signatures.save_approval(session.store, review.id, approval, entry)
    return approval


def _candidate(session: Session, review: Review) -> Candidate:
    candidate = candidates.get(session.store, review.id)
    if candidate is None:
        raise WrongState(review=review.id, state=review.state, needed=State.PREPARED)
    return candidate


def _seal(session: Session, case: Case, record: PortalRecord, confirmed: Mapping[str, str]) -> Seal:
    return seal.compute(
        case,
        _candidate(session, case.review),
        record,
        rules_version=rules_version(recognizers.digest(session.own)),
        checklist=confirmed,
        salt=reviews.salt(session.store, case.review.id),
        note_hmac=lambda note: hmac.keyed(session.store, note),
    )
