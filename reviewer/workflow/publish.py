# SPDX-License-Identifier: MIT
"""Step 7, publish: the record, the release folder from signed candidates, the internal file beside it, the upload."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewer.errors import InvalidDecision, NotApproved, RecordInvalid, WrongState
from reviewer.model.document import Language
from reviewer.model.journal import Action
from reviewer.model.release import PortalRecord, Receipt
from reviewer.model.review import Person, PersonRole, Review, State
from reviewer.progress import Progress, Report, Stage, silent
from reviewer.publishing import internal, notice, package, portal
from reviewer.publishing import record as records_rules
from reviewer.publishing.record import FieldError
from reviewer.redaction.note import reader_note
from reviewer.signoff import keys
from reviewer.store import candidates, journal, people, receipts, records, reviews, secrets, signatures
from reviewer.workflow.decide import drop_candidate
from reviewer.workflow.open import require
from reviewer.workflow.session import Session, new_id
from reviewer.workflow.sign_off import check_signature

_RELEASE_KEY = "release key"
_RELEASE_PHRASE = "release passphrase"
_PORTAL_TOKEN = "portal token"  # noqa: S105 - the name under which a token is kept
"""Names of the secrets that publishing keeps."""


@dataclass(frozen=True, slots=True)
class Released:
    """What a release wrote: the folder that is published, the internal folder beside it, the release's signer."""

    release: str
    folder: Path
    internal: Path
    fingerprint: str
    reviews: tuple[str, ...]


def check_record(record: PortalRecord, *, today: dt.date, profile: str = "doc") -> tuple[FieldError, ...]:
    """What is wrong with a record, by field; nothing when it is right."""
    return records_rules.validate(record, profile=profile, today=today)


def set_record(session: Session, review_id: str, record: PortalRecord, by: Person) -> None:
    """Keep the portal record of a review. A prepared copy carries its title, so it must be prepared again.

    Raises RecordInvalid with the fields, WrongState once signed.
    """
    require(by, PersonRole.AUTHOR, PersonRole.OFFICER)
    review = reviews.get(session.store, review_id)
    if review.state not in {State.OPEN, State.DECIDED, State.PREPARED}:
        raise WrongState(review=review.id, state=review.state, needed=State.OPEN)
    raise_invalid(check_record(record, today=session.clock().date()))
    with session.store.transaction():
        drop_candidate(session, review, by)
        records.set_record(session.store, review.id, record, session.entry(Action.RECORD_SET, by, review.id))


def raise_invalid(errors: Sequence[FieldError]) -> None:
    """Raise RecordInvalid when a record has errors that block."""
    blocking = tuple(f"{error.field}: {error.rule}" for error in errors if error.blocks)
    if blocking:
        raise RecordInvalid(fields=blocking)


def release(
    session: Session,
    review_ids: Sequence[str],
    out: Path,
    by: Person | None = None,
    *,
    report: Report = silent,
) -> Released:
    """Write the release folder from signed candidates: those bytes, never rebuilt.

    Each signature is checked again; record, notice and reader's note are searched for what was withheld. The internal
    file goes to `<out>-internal`. Raises WrongState, NotApproved, SealBroken, SignatureInvalid, LeakFound,
    RecordInvalid, TargetExists, NoSpace, NotWritable.
    """
    chosen = [reviews.get(session.store, review_id) for review_id in dict.fromkeys(review_ids)]
    items, sheets = [], []
    for number, review in enumerate(chosen):
        report(Progress(Stage.PUBLISHING, number, len(chosen)))
        item, sheet = _item(session, review, report)
        items.append(item)
        sheets.append(sheet)
    release_id = new_id()
    wrapped, phrase = _release_key(session)
    folder = package.write_release(
        items,
        out,
        sign=lambda message: keys.sign(wrapped, phrase, message),
        made=session.clock(),
        report=report,
    )
    checked = package.verify_release(folder)
    inside = internal.write_internal(
        sheets, out.with_name(f"{out.name}-internal"), release=release_id, made=session.clock()
    )
    with session.store.transaction():
        for review, item in zip(chosen, items, strict=True):
            reviews.update(session.store, review.to(State.RELEASED))
            entry = session.entry(Action.RELEASED, by, review.id, {"release": release_id})
            receipt = Receipt(
                review.id, release_id, item.dataset_id, item.resource_id, session.clock(), out.name
            )
            receipts.add(session.store, receipt, entry)
    return Released(release_id, folder, inside, checked.fingerprint, tuple(review.id for review in chosen))


def recall(session: Session, review_id: str, by: Person, because: str) -> Review:
    """Take a release back. The folder must be withdrawn by those who loaded it; the journal says why and when."""
    require(by, PersonRole.OFFICER, PersonRole.IMSO)
    if not because.strip():
        raise InvalidDecision(detail="recall_needs_reason")
    review = reviews.get(session.store, review_id).to(State.RECALLED, because=because.strip())
    reviews.update(session.store, review, session.entry(Action.RECALLED, by, review.id))
    return review


def verify_release(folder: Path, *, signer: str | None = None) -> package.ReleaseCheck:
    """Prove a release folder, with no store and no key. Raises ReleaseAltered, SignatureInvalid."""
    return package.verify_release(folder, signer=signer)


def set_token(session: Session, token: str) -> None:
    """Keep the portal token where secrets are kept."""
    secrets.set_secret(session.store, _PORTAL_TOKEN, token.strip().encode())


def push(
    session: Session, folder: Path, url: str, by: Person, *, report: Report = silent
) -> tuple[portal.PushResult, ...]:
    """Load a verified release into the portal. Raises TokenMissing, PortalRefused, PortalUnreachable, ReleaseAltered."""
    package.verify_release(folder)
    token = secrets.get_secret(session.store, _PORTAL_TOKEN)
    results = portal.push(folder, url, token.decode() if token else None, report=report)
    details = {"datasets": len(results), "url": url}
    journal.append(session.store, session.entry(Action.PUSHED, by, None, details))
    return results


def release_fingerprint(session: Session) -> str:
    """The fingerprint of the key that signs this store's release folders, for `parvis verify --signer`."""
    wrapped, phrase = _release_key(session)
    public, _ = keys.sign(wrapped, phrase, b"")
    return keys.fingerprint(public)


def _item(
    session: Session, review: Review, report: Report
) -> tuple[package.ReleaseItem, internal.InternalSheet]:
    review.to(State.RELEASED)
    signature = check_signature(session, review.id)
    approval = signatures.approval(session.store, review.id)
    if approval is None:
        raise NotApproved(review=review.id)
    case = session.case(review.id)
    candidate, record = candidates.get(session.store, review.id), records.record(session.store, review.id)
    if candidate is None or record is None:
        raise WrongState(review=review.id, state=review.state, needed=State.SIGNED)
    raise_invalid(check_record(record, today=session.clock().date()))
    dataset_id, resource_id = records.ids(session.store, review.id)
    html, json_text = notice.notice(counts(case), record)
    note = "\n\n\n".join(
        reader_note(case.decisions.decisions, language).text for language in _spoken_first(case)
    )
    item = package.ReleaseItem(
        data=candidate.data,
        format=candidate.format,
        record=record,
        notice_html=html,
        notice_json=json_text,
        note_text=note,
        language=case.document.language or Language.EN,
        dataset_id=dataset_id,
        resource_id=resource_id,
    )
    _search(session, case, candidate, item, report)
    officer = people.get(session.store, signature.person)
    sheet = internal.InternalSheet(
        case=case_facts(case, record),
        candidate=candidate,
        signature=signature,
        approval=approval,
        checklist=signatures.checklist(session.store, review.id),
        officer=officer,
        journal=journal.entries(session.store, review=review.id),
        item=item,
    )
    return item, sheet
