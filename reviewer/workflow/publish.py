# SPDX-License-Identifier: MIT
"""Step 7, publish: the record, the release folder from signed candidates, the internal file beside it, the upload."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

from reviewer.errors import InvalidDecision, NotApproved, RecordInvalid, UsageError, WrongState
from reviewer.model.document import Box, Language, Region, Span, StoryKind, Target
from reviewer.model.ground import grounds
from reviewer.model.journal import Action
from reviewer.model.release import Approval, Candidate, PortalRecord, Receipt, Signature
from reviewer.model.review import Person, PersonRole, Review, State
from reviewer.progress import Progress, Report, Stage, silent
from reviewer.publishing import internal, notice, package, portal, words
from reviewer.publishing import record as record_rules
from reviewer.publishing import signature as release_signature
from reviewer.publishing.record import FieldError
from reviewer.redaction.note import reader_note, with_pictures
from reviewer.signoff import keys
from reviewer.signoff.policy import Case
from reviewer.store import hmac, journal, people, receipts, records, reviews, secrets, signatures
from reviewer.workflow.decide import drop_candidate
from reviewer.workflow.open import require, written
from reviewer.workflow.record_words import search_record
from reviewer.workflow.release_folders import Bundle, check_free, places, write
from reviewer.workflow.session import Session
from reviewer.workflow.sheet import Sheet
from reviewer.workflow.sign_off import check_signature, sheet
from reviewer.workflow.titles import titles

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
    return record_rules.validate(record, profile=profile, today=today)


def set_record(session: Session, review_id: str, record: PortalRecord, by: Person) -> None:
    """Keep the portal record of a review. A prepared copy carries its title, so it must be prepared again.

    Raises RecordInvalid with the fields, WrongState once signed.
    """
    require(by, PersonRole.AUTHOR, PersonRole.OFFICER)
    with session.store.transaction():
        review = reviews.get(session.store, review_id)
        if review.state not in {State.OPEN, State.DECIDED, State.PREPARED}:
            raise WrongState(review=review.id, state=review.state, needed=State.OPEN)
        raise_invalid(check_record(_completed(session, review, record), today=session.clock().date()))
        dataset_id, resource_id = records.ids(session.store, review.id)
        entry = session.entry(Action.RECORD_SET, by, review.id)
        drop_candidate(session, review, by)
        records.set_record(session.store, review.id, record, dataset_id, resource_id, entry)


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
        item, paper = _item(session, review, report)
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


def _item(
    session: Session, review: Review, report: Report
) -> tuple[package.ReleaseItem, internal.InternalSheet]:
    """One document of a release, from what was signed; nothing is made anew but the papers about it."""
    review.to(State.RELEASED)
    with session.store.reading():
        signature = check_signature(session, review.id)
        facts = sheet(session, review.id)
        answers = signatures.checklist(session.store, review.id)
    candidate, record, approval, case = facts.candidate, facts.record, facts.approval, facts.case
    if approval is None:
        raise NotApproved(review=review.id)
    if candidate is None or record is None:
        raise WrongState(review=review.id, state=review.state, needed=State.SIGNED)
    raise_invalid(check_record(_completed(session, review, record), today=session.clock().date()))
    search_record(case, record, report=report)
    dataset_id, resource_id = records.ids(session.store, review.id)
    title = titles(record)
    html, json_text = notice.notice(title, _withheld(case), grounds())
    spoken = case.document.language or Language.EN
    both = sorted(Language, key=lambda language: language is not spoken)
    made = case.decisions
    notes = [reader_note(made.decisions, each, made.answers) for each in both]
    notes = [with_pictures(note) if candidate.pictured else note for note in notes]
    item = package.ReleaseItem(
        data=candidate.data,
        format=candidate.format,
        record=record,
        notice_html=html,
        notice_json=json_text,
        note_text="\n\n\n".join(note.text for note in notes) + "\n",
        language=spoken,
        dataset_id=dataset_id,
        resource_id=resource_id,
    )
    return item, _internal(session, facts, signature, approval, candidate, answers, item)


def _internal(
    session: Session,
    facts: Sheet,
    signature: Signature,
    approval: Approval,
    candidate: Candidate,
    answers: Mapping[str, str],
    item: package.ReleaseItem,
) -> internal.InternalSheet:
    case = facts.case
    everybody = {person.id: person for person in people.all(session.store)}
    return internal.InternalSheet(
        review=case.review,
        title=titles(item.record),
        source_sha256=case.document.sha256,
        source_format=case.document.format,
        pages=case.document.pages,
        seen_pages=facts.seen_pages,
        stories=len(case.document.stories),
        seen_stories=facts.seen_stories,
        withheld_by_ground=facts.withheld_by_ground,
        disclosed_by_reason=facts.disclosed_by_reason,
        candidate=candidate,
        signature=signature,
        signer=everybody[signature.person],
        approval=approval,
        checklist=tuple(
            internal.Statement(each.id, each.text, answers[each.id])
            for each in facts.checklist
            if each.id in answers
        ),
        journal=journal.entries(session.store, review=case.review.id),
        file_name=item.file_name,
        dataset_id=item.dataset_id,
        resource_id=item.resource_id,
        people={person.id: person.name for person in everybody.values()},
        blockers=tuple(blocker.kind.value for blocker in facts.blockers),
        accessibility=facts.offers.accessibility if facts.offers is not None else None,
    )


def _completed(session: Session, review: Review, record: PortalRecord) -> PortalRecord:
    """The record with what the release adds, so that it can be checked before there is a file."""
    dataset_id, resource_id = records.ids(session.store, review.id)
    return record_rules.complete(
        record,
        dataset_id=dataset_id,
        resource_id=resource_id,
        file_name="document",
        format_=reviews.document(session.store, review.id).format,
        size=1,
    )


def _withheld(case: Case) -> tuple[notice.Withheld, ...]:
    """Counts by ground, page and kind of story; a passage inside a longer one that is withheld counts with it."""
    removing = [each for each in case.decisions.decisions if each.removes and each.ruling.grounds]
    spans = [each.target for each in removing if isinstance(each.target, Span)]
    counts: Counter[tuple[str, int | None, StoryKind | None]] = Counter()
    for each in removing:
        page, place = _where(case, each.target)
        inside = isinstance(each.target, Span) and any(
            other != each.target and other.contains(each.target) for other in spans
        )
        if not inside:
            counts.update((section, page, place) for section in each.ruling.grounds)
    return tuple(
        notice.Withheld(ground, page, place, count) for (ground, page, place), count in counts.items()
    )


def _where(case: Case, target: Target) -> tuple[int | None, StoryKind | None]:
    if isinstance(target, Box):
        return target.page, StoryKind.PAGE
    if isinstance(target, Region):
        return None, StoryKind.IMAGE_TEXT
    story = case.document.story(target.story)
    return story.page, story.kind
