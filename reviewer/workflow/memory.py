# SPDX-License-Identifier: MIT
"""The office memory: each decision on a value is remembered at once, and said where the same text is found again.

It never decides: it adds a reason to what was found, and points out, to be checked, what was withheld before and what
detection did not find on its own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reviewer.model.decision import REMOVES, Decision, Decisions, Verdict
from reviewer.model.document import Document, Span, Target
from reviewer.model.finding import Category, Evidence, EvidenceKind, Finding, Role, Suggestion, Tier
from reviewer.model.journal import Action
from reviewer.model.review import Person, State
from reviewer.store import decisions, findings, memory, reviews
from reviewer.store.memory import Remembered, Ruled
from reviewer.workflow.recalling import UNKEPT, Namesakes, Sought, folded, parts_of, term, ways
from reviewer.workflow.session import Session

RULE = "memory"
KEPT = frozenset({Verdict.WITHHOLD, Verdict.DISCLOSE, Verdict.GENERALISE})
"""What is ruled of a value; the other verdicts are of marks that people make in a draft."""
_SCORE = 0.5
_UNDECIDED = frozenset({State.OPEN, State.DECIDED})


def learn(
    session: Session,
    review_id: str,
    document: Document,
    found: Iterable[Finding],
    held: Mapping[Target, Decision | None],
) -> None:
    """Remember what now holds at these places of a document; None where nothing does any more."""
    flagged, places = _Flagged(found), []
    for target, decision in held.items():
        if not isinstance(target, Span):
            continue
        kept = decision if decision is not None and decision.ruling.verdict in KEPT else None
        known = term(document.text_of(target), flagged.category(target)) if kept is not None else None
        places.append((target, known, kept if known is not None else None))
    memory.learn(session.store, review_id, places)


def unlearn(session: Session, review_id: str, targets: Iterable[Target]) -> None:
    """Remember nothing of these places of a document any more."""
    memory.learn(session.store, review_id, ((each, None, None) for each in targets))


def follow(session: Session, review_id: str, before: Decisions) -> None:
    """Remember what an undo or a redo changed."""
    was = {each.target: each for each in before.decisions}
    now = {each.target: each for each in decisions.current(session.store, review_id).decisions}
    changed = {place: now.get(place) for place in {**was, **now} if was.get(place) != now.get(place)}
    if changed:
        document = reviews.document(session.store, review_id)
        learn(session, review_id, document, findings.of(session.store, review_id), changed)


def recall(
    session: Session, review_id: str, document: Document, found: Sequence[Finding]
) -> tuple[Finding, ...]:
    """The findings with what was decided on the same texts in other documents, and those that only memory knows."""
    if not memory.count(session.store):
        return tuple(found)
    every = memory.all(session.store, but=review_id)
    recalled = _Recalled(document, found, every)
    told = [recalled.tell(each) for each in found]
    known = sorted([*told, *recalled.unseen()], key=lambda each: (each.span, each.category))
    return tuple(known)


def look_again(session: Session, review_id: str, by: Person) -> int:
    """Say in a review what was decided elsewhere since it was searched; on how many passages there is news."""
    review = reviews.get(session.store, review_id)
    if review.state not in _UNDECIDED:
        return 0
    before = findings.of(session.store, review.id)
    found = [_without(each) for each in before if each.rule != RULE]
    now = recall(session, review.id, reviews.document(session.store, review.id), found)
    if now == before:
        return 0
    entry = session.entry(Action.FINDINGS_RECORDED, by, review.id, {"count": len(now)})
    findings.replace(session.store, review.id, now, entry)
    return sum(_without(each) != each for each in set(now) - set(before))


def _without(finding: Finding) -> Finding:
    sources = tuple(each for each in finding.sources if each.kind is not EvidenceKind.MEMORY)
    return finding if len(sources) == len(finding.sources) else replace(finding, sources=sources)


class _Recalled:
    """What is remembered, held against one document."""

    def __init__(self, document: Document, found: Sequence[Finding], every: Sequence[Remembered]) -> None:
        self._document, self._found, self._every = document, found, every
        self._namesakes = Namesakes(every)
        self._by_text = {(folded(each.text, each.category), each.category): each for each in every}
        self._said: dict[tuple[str, ...], Evidence] = {}
        self._entities: dict[str, tuple[Remembered, ...]] = {}
        self._bearers: dict[str, set[tuple[str, ...]]] = {}
        self._named = {each.span: self._parts(each) for each in found if each.category is Category.PERSON}
        for each in found:
            self._note(each)

    def tell(self, finding: Finding) -> Finding:
        """A finding with what was decided before."""
        if finding.category in UNKEPT:
            return finding
        remembered = {each.key: each for each in self._of(finding)}
        if not remembered:
            return finding
        keys = tuple(remembered)
        if keys not in self._said:
            self._said[keys] = Evidence(EvidenceKind.MEMORY, RULE, _SCORE, detail(remembered.values()))
        return replace(finding, sources=(*finding.sources, self._said[keys]))

    def unseen(self) -> Iterable[Finding]:
        """What was withheld before and stands where nothing was found."""
        sought = Sought()
        for each in self._every:
            if each.removed and each.category not in UNKEPT:
                for way in ways(each, self._namesakes):
                    if not self._is_another(way, each):
                        sought.add(each, way)
        taken = _Taken(each.span for each in self._found if not each.is_passage)
        for story in self._document.stories:
            for hit in sought.places(story.text):
                span = Span(story.id, hit.start, hit.end)
                if not taken.meets(span):
                    taken.add(span)
                    yield self._finding(span, hit.remembered)

    def _finding(self, span: Span, remembered: Remembered) -> Finding:
        person = remembered.category is Category.PERSON
        same = self._namesakes.meant(parts_of(remembered.text)) if person else ()
        removals = [each for each in remembered.ruled if each.ruling.verdict in REMOVES]
        last = removals[-1].ruling
        told = detail(same or (remembered,))
        return Finding(
            span=span,
            category=remembered.category,
            rule=RULE,
            tier=Tier.CHECK,
            confidence=_SCORE,
            suggestion=Suggestion(last.verdict.value),
            sources=(Evidence(EvidenceKind.MEMORY, RULE, _SCORE, told),),
            role=Role.PRIVATE if person else None,
            ground=last.grounds[0] if last.grounds else None,
        )

    def _of(self, finding: Finding) -> Iterable[Remembered]:
        text = self._document.text_of(finding.span)
        if finding.category is not Category.PERSON:
            yield from self._exactly(text, finding.category)
        elif len(parts := self._named[finding.span]) > 1:
            yield from self._namesakes.meant(parts)
        elif finding.entity in self._entities:
            yield from self._entities[finding.entity or ""]
        elif parts and not self._bearers.get(parts[-1]):
            yield from self._namesakes.meant(parts)
        yield from self._exactly(text, Category.OTHER_ID)

    def _exactly(self, text: str, category: Category) -> Iterable[Remembered]:
        known = self._by_text.get((folded(text, category), category))
        return () if known is None else (known,)

    def _note(self, finding: Finding) -> None:
        """Who of this document bears a surname, and what is known of whom."""
        parts = self._named.get(finding.span, ())
        if len(parts) > 1:
            self._bearers.setdefault(parts[-1], set()).add(parts)
            if finding.entity and (meant := self._namesakes.meant(parts)):
                self._entities[finding.entity] = meant

    def _is_another(self, way: tuple[str, ...], remembered: Remembered) -> bool:
        """Whether a surname alone is, in this document, that of somebody who is not remembered."""
        if remembered.category is not Category.PERSON or len(way) > 1:
            return False
        return any(remembered not in self._namesakes.meant(name) for name in self._bearers.get(way[0], ()))

    def _parts(self, finding: Finding) -> tuple[str, ...]:
        return parts_of(self._document.text_of(finding.span))


def detail(remembered: Iterable[Remembered]) -> str:
    """`verdict|date|documents|grounds or reason|person|documents that were ruled otherwise` of all that is known."""
    ruled: dict[tuple[str, Verdict], Ruled] = {}
    for each in sorted((one for all_ in remembered for one in all_.ruled), key=lambda one: one.time):
        ruled[each.source, each.ruling.verdict] = each
    *_, last = sorted(ruled.values(), key=lambda each: each.time)
    verdict, ruling = last.ruling.verdict, last.ruling
    times = len({source for source, each in ruled if each is verdict})
    others = len({source for source, each in ruled if (each in REMOVES) != (verdict in REMOVES)})
    why = ruling.reason.value if ruling.reason else ",".join(ruling.grounds)
    return f"{verdict}|{last.time:%Y-%m-%d}|{times}|{why}|{last.person}|{others}"


class _Flagged:
    """What kind of text stands at a place that a person decided on, also where they changed its extent."""

    def __init__(self, found: Iterable[Finding]) -> None:
        self._exact: dict[Span, Category] = {}
        self._by_story: dict[str, list[Finding]] = {}
        for each in found:
            self._exact.setdefault(each.span, each.category)
            if not each.is_passage:
                self._by_story.setdefault(each.span.story, []).append(each)

    def category(self, span: Span) -> Category | None:
        """That of the finding there, or of one with which it shares most of its letters."""
        if span in self._exact:
            return self._exact[span]
        near = (each for each in self._by_story.get(span.story, ()) if each.span.overlaps(span))
        return next((each.category for each in near if _mostly(each.span, span)), None)


def _mostly(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared > max(one.end - one.start, other.end - other.start)


class _Taken:
    """Places that are taken, by story, in order."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._by_story: dict[str, list[tuple[int, int]]] = {}
        for span in sorted(spans):
            self.add(span)

    def add(self, span: Span) -> None:
        """Take one more."""
        listed = self._by_story.setdefault(span.story, [])
        listed.insert(bisect_right(listed, (span.start, span.end)), (span.start, span.end))

    def meets(self, span: Span) -> bool:
        """Whether a taken place shares a character with this one."""
        listed = self._by_story.get(span.story, [])
        at = bisect_right(listed, (span.end, -1))
        return any(end > span.start for _, end in listed[max(0, at - 8) : at])
