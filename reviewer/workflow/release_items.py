# SPDX-License-Identifier: MIT
"""One document of a release, from what was signed: the item that is published and the sheet that is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from reviewer.errors import NotApproved, WrongState
from reviewer.model.document import Box, Language, Region, Span, StoryKind, Target
from reviewer.model.ground import grounds
from reviewer.model.release import Approval, Candidate, Signature
from reviewer.model.review import Review, State
from reviewer.progress import Report
from reviewer.publishing import internal, notice, package
from reviewer.redaction.note import reader_note, with_pictures
from reviewer.signoff.policy import Case
from reviewer.store import journal, people, records, signatures
from reviewer.workflow.record_checks import check_record, completed, raise_invalid
from reviewer.workflow.record_words import search_record
from reviewer.workflow.session import Session
from reviewer.workflow.sheet import Sheet
from reviewer.workflow.sign_off import check_signature, sheet
from reviewer.workflow.titles import titles


def item_of(
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
    raise_invalid(check_record(completed(session, review, record), today=session.clock().date()))
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
