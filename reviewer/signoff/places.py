# SPDX-License-Identifier: MIT
"""Which places of a document are decided: by a decision of their own, by a removal around them, by an answer."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from reviewer.model.decision import Decision, Decisions, Verdict
from reviewer.model.document import Choice, Document, Problem, ProblemKind, Span, Story, StoryKind

GOVERNS: Mapping[ProblemKind, frozenset[StoryKind]] = {
    ProblemKind.TRACKED_CHANGES: frozenset({StoryKind.DELETION}),
    ProblemKind.COMMENTS: frozenset({StoryKind.COMMENT}),
    ProblemKind.HIDDEN_TEXT: frozenset({StoryKind.HIDDEN}),
    ProblemKind.LINKS: frozenset({StoryKind.LINK_TARGET}),
    ProblemKind.ANNOTATIONS: frozenset({StoryKind.ANNOTATION}),
    ProblemKind.ATTACHMENTS: frozenset({StoryKind.ATTACHMENT}),
    ProblemKind.EARLIER_REVISION: frozenset({StoryKind.REVISION}),
    ProblemKind.SCRIPT: frozenset({StoryKind.SCRIPT}),
}
"""Stories that an answer takes away as a whole. An image or an object takes away the story it names, no other."""

_TAKES_AWAY: Mapping[ProblemKind, frozenset[Choice]] = {
    # Accepting tracked changes keeps what was inserted and drops what was deleted.
    ProblemKind.TRACKED_CHANGES: frozenset({Choice.ACCEPT}),
}
_NEVER_COPIED = frozenset({StoryKind.PROPERTY, StoryKind.DIAGRAM, StoryKind.EMBEDDED})
"""Properties are always written anew; diagrams and embedded objects become placeholders."""
_OTHERWISE = frozenset({Choice.LEAVE_OUT, Choice.REMOVE})


@dataclass(frozen=True, slots=True)
class Places:
    """Decided places, indexed: a long document has thousands of findings and of decisions."""

    exact: frozenset[Span]
    spans: tuple[tuple[Span, Verdict], ...]
    gone: frozenset[str]
    starts: Mapping[str, tuple[int, ...]]
    reaches: Mapping[str, tuple[int, ...]]

    @classmethod
    def of(cls, document: Document, decisions: Decisions) -> Places:
        """Index the current decisions and answers of a document."""
        spans = tuple(_spans(decisions.decisions))
        removals: dict[str, list[Span]] = {}
        for decision in decisions.decisions:
            if decision.removes and isinstance(decision.target, Span):
                removals.setdefault(decision.target.story, []).append(decision.target)
        ordered = {story: sorted(places) for story, places in removals.items()}
        return cls(
            exact=frozenset(span for span, _ in spans),
            spans=spans,
            gone=frozenset(_gone(document, decisions)),
            starts={story: tuple(span.start for span in places) for story, places in ordered.items()},
            reaches={
                story: tuple(accumulate((span.end for span in places), max))
                for story, places in ordered.items()
            },
        )

    def removes(self, span: Span) -> bool:
        """Whether no character of the span is in the copy: a removal contains it, or its whole story goes."""
        if span.story in self.gone:
            return True
        before = bisect_right(self.starts.get(span.story, ()), span.start)
        return before > 0 and self.reaches[span.story][before - 1] >= span.end

    def decides(self, span: Span) -> bool:
        """Whether somebody decided on a finding's span. What is disclosed around it does not decide it."""
        return span in self.exact or self.removes(span)

    def conflicts(self) -> Iterator[Span]:
        """Targets that overlap another one, one removing and one disclosing, neither inside the other.

        Inside one another they are clear: a removal in what is disclosed goes, and what is disclosed in a removal
        goes with it.
        """
        running: list[tuple[Span, bool]] = []
        for span, verdict in sorted(self.spans):
            if verdict is Verdict.CONSULT or span.story in self.gone:
                continue
            discloses = verdict is Verdict.DISCLOSE
            running = [pair for pair in running if pair[0].overlaps(span)]
            if any(other != discloses and _half(place, span) for place, other in running):
                yield span
            running.append((span, discloses))


def _half(one: Span, other: Span) -> bool:
    return not one.contains(other) and not other.contains(one)


def _spans(decisions: Iterable[Decision]) -> Iterator[tuple[Span, Verdict]]:
    for decision in decisions:
        if isinstance(decision.target, Span):
            yield decision.target, decision.ruling.verdict


def _gone(document: Document, decisions: Decisions) -> Iterator[str]:
    """Stories of which the copy holds nothing."""
    answered = [
        problem
        for problem in document.problems
        if decisions.choice(problem.id) in _TAKES_AWAY.get(problem.kind, _OTHERWISE)
    ]
    for story in document.stories:
        if story.kind in _NEVER_COPIED or any(_takes(problem, story) for problem in answered):
            yield story.id


def _takes(problem: Problem, story: Story) -> bool:
    if problem.story == story.id:
        return True
    of_kind = story.kind in GOVERNS.get(problem.kind, frozenset())
    return of_kind and problem.story is None and problem.page in {None, story.page}
