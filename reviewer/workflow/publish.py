# SPDX-License-Identifier: MIT
"""Step 7, publish: the record, the release folder from signed candidates, the internal file beside it, the upload."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

from reviewer.errors import InvalidDecision, UsageError, WrongState
from reviewer.model.document import Language
from reviewer.model.journal import Action
from reviewer.model.release import PortalRecord, Receipt, Signature
from reviewer.model.review import Person, PersonRole, Review, State
from reviewer.progress import Progress, Report, Stage, silent
from reviewer.publishing import internal, package, portal, words
from reviewer.publishing import signature as release_signature
from reviewer.signoff import keys
from reviewer.store import hmac, journal, receipts, records, reviews, secrets, signatures
from reviewer.workflow.decide import drop_candidate
from reviewer.workflow.open import require, written
from reviewer.workflow.record_checks import check_record, completed, raise_invalid
from reviewer.workflow.release_folders import Bundle, check_free, places, write
from reviewer.workflow.release_items import item_of
from reviewer.workflow.session import Session

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


def set_record(session: Session, review_id: str, record: PortalRecord, by: Person) -> None:
    """Keep the portal record of a review. A prepared copy carries its title, so it must be prepared again.

    Raises RecordInvalid with the fields, WrongState once signed.
    """
    require(by, PersonRole.AUTHOR, PersonRole.OFFICER)
    with session.store.transaction():
        review = reviews.get(session.store, review_id)
        if review.state not in {State.OPEN, State.DECIDED, State.PREPARED}:
            raise WrongState(review=review.id, state=review.state, needed=State.OPEN)
        raise_invalid(check_record(completed(session, review, record), today=session.clock().date()))
        dataset_id, resource_id = records.ids(session.store, review.id)
        entry = session.entry(Action.RECORD_SET, by, review.id)
        drop_candidate(session, review, by)
        records.set_record(session.store, review.id, record, dataset_id, resource_id, entry)


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
    file goes to `<out>-internal`. A release that was cut short is taken up again by the same call: a whole folder that
    this store signed for the same reviews is kept, not written a second time.

    Raises UsageError (no review), WrongState, NotApproved, SealBroken, SignatureInvalid, LeakFound, RecordInvalid,
    TargetExists, NoSpace, NotWritable.
    """
    if by is not None:
        require(by, PersonRole.AUTHOR, PersonRole.OFFICER, PersonRole.IMSO)
    chosen = list(
        {each.id: each for each in (reviews.get(session.store, given) for given in review_ids)}.values()
    )
    if not chosen:
        raise UsageError(detail="no review")
    place = places(out)
    check_free(place)
    items: list[package.ReleaseItem] = []
    sheets: list[internal.InternalSheet] = []
    for number, review in enumerate(chosen):
        report(Progress(Stage.PUBLISHING, number, len(chosen)))
        item, paper = item_of(session, review, report)
        items.append(item)
        sheets.append(paper)
    release_id = _release_id(session, sheets)
    wrapped, phrase = _release_key(session)
    bundle = Bundle(
        release_id, tuple(items), tuple(sheets), session.clock(), release_fingerprint(session), place
    )
    with session.store.transaction():
        for review, item, paper in zip(chosen, items, sheets, strict=True):
            _raise_if_changed(session, review, paper.signature)
            reviews.update(session.store, review.to(State.RELEASED))
            entry = session.entry(Action.RELEASED, by, review.id, {"release": release_id})
            receipt = Receipt(
                review.id, release_id, item.dataset_id, item.resource_id, session.clock(), place.folder.name
            )
            receipts.add(session.store, receipt, entry)
        # The folders last: whatever fails before them leaves nothing, a kill after them leaves what is taken up again.
        write(bundle, sign=lambda message: keys.sign(wrapped, phrase, message), report=report)
    return Released(
        release_id, place.folder, place.internal, bundle.signer, tuple(review.id for review in chosen)
    )


def _raise_if_changed(session: Session, review: Review, signature: Signature) -> None:
    """Another window may have taken the review back since its signature was checked."""
    now = reviews.get(session.store, review.id)
    if now != review or signatures.get(session.store, review.id) != signature:
        raise WrongState(review=review.id, state=now.state, needed=review.state)


def _release_id(session: Session, sheets: Sequence[internal.InternalSheet]) -> str:
    """The same for the same signatures, so that a release that was cut short is known again; it tells nothing."""
    signed = sorted(
        f"{each.review.id} {each.signature.seal.digest} {each.signature.time.isoformat()}" for each in sheets
    )
    return hmac.keyed(session.store, "\n".join(("release", *signed)))[:16]


def recall(session: Session, review_id: str, by: Person, because: str) -> Review:
    """Take a release back. The folder must be withdrawn by those who loaded it; the journal says why and when."""
    require(by, PersonRole.OFFICER, PersonRole.IMSO)
    if not written(because):
        raise InvalidDecision(detail="recall_needs_reason")
    with session.store.transaction():
        review = reviews.get(session.store, review_id).to(State.RECALLED, because=because.strip())
        reviews.update(session.store, review, session.entry(Action.RECALLED, by, review.id))
    return review


def verify_release(folder: Path, *, signer: str | None = None) -> release_signature.ReleaseCheck:
    """Prove a release folder, with no store and no key. Raises ReleaseAltered, SignatureInvalid."""
    return release_signature.verify_release(folder, signer=signer)


def set_token(session: Session, token: str) -> None:
    """Keep the portal token where secrets are kept."""
    secrets.set_secret(session.store, _PORTAL_TOKEN, token.strip().encode())


def push(
    session: Session, folder: Path, url: str, by: Person, *, report: Report = silent
) -> tuple[portal.PushResult, ...]:
    """Load a release that this store signed; each dataset that arrived is in the journal at once.

    Raises TokenMissing, UsageError (an address unsafe for a token), PortalRefused, PortalUnreachable, ReleaseAltered,
    SignatureInvalid (another signer), WrongRole.
    """
    require(by, PersonRole.AUTHOR, PersonRole.OFFICER, PersonRole.IMSO)

    def arrived(result: portal.PushResult) -> None:
        details: dict[str, str | int] = {"dataset": result.dataset, "status": str(result.status), "url": url}
        journal.append(session.store, session.entry(Action.PUSHED, by, None, details))

    token = secrets.get_secret(session.store, _PORTAL_TOKEN)
    signer = release_fingerprint(session)
    return portal.push(
        folder, url, token.decode() if token else None, report=report, signer=signer, done=arrived
    )


def release_fingerprint(session: Session) -> str:
    """The fingerprint of the key that signs this store's release folders, for `parvis verify --signer`."""
    wrapped, phrase = _release_key(session)
    public, _ = keys.sign(wrapped, phrase, b"")
    return keys.fingerprint(public)


def rule_words(rule: str, language: Language) -> str:
    """What to do about a broken rule of the record."""
    return words.rule_words(rule, language)


def _release_key(session: Session) -> tuple[bytes, str]:
    """The key that signs this store's release folders, made at the first release and kept with the secrets."""
    wrapped = secrets.get_secret(session.store, _RELEASE_KEY)
    phrase = secrets.get_secret(session.store, _RELEASE_PHRASE)
    if wrapped is None or phrase is None:
        phrase = token_hex(32).encode()
        wrapped, _ = keys.create(phrase.decode())
        secrets.set_secret(session.store, _RELEASE_PHRASE, phrase)
        secrets.set_secret(session.store, _RELEASE_KEY, wrapped)
    return wrapped, phrase.decode()
