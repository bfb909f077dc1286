# SPDX-License-Identifier: MIT
"""The rows of the review's lists, made from the facts of a case: pages and stories, questions, what blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reviewer.model.document import Choice, Document, Problem, Span, StoryKind
from reviewer.workflow.marks import Blocker, BlockerKind, Case, Mark, Standing
from reviewer.workflow.questions import UNSETTLED, stories_about
from ui.models.findings import Obstacle, Part
from ui.models.questions import Question

_WAITING = frozenset({Standing.UNDECIDED, Standing.CONFLICT})


def parts(case: Case, marks: Sequence[Mark], blockers: Sequence[Blocker]) -> tuple[Part, ...]:
    """Pages and stories, with what is undecided in them and whether somebody read them."""
    document = case.document
    unread_pages = {each.page for each in blockers if each.kind is BlockerKind.UNSEEN_PAGE}
    unread = {each.story for each in blockers if each.kind is BlockerKind.UNSEEN_STORY}
    undecided = Counter(
        mark.target.story
        for mark in marks
        if mark.standing is Standing.UNDECIDED and isinstance(mark.target, Span)
    )
    pages = [
        Part(document, page, None, True, undecided[f"page:{page}"], page not in unread_pages)
        for page in range(1, (document.pages or 0) + 1)
    ]
    stories = [
        Part(document, story.page, story.id, story.visible, undecided[story.id], story.id not in unread)
        for story in document.stories
        if not (story.kind is StoryKind.PAGE and story.page is not None) and story.text.strip()
    ]
    return (*pages, *stories)


def questions(case: Case) -> tuple[Question, ...]:
    """Problems of the document with their answers."""
    document = case.document
    alike = Counter(_sort(each) for each in document.problems)
    numbers: Counter[str] = Counter()
    listed = []
    for problem in document.problems:
        numbers[_sort(problem)] += 1
        number = numbers[_sort(problem)] if alike[_sort(problem)] > 1 else 0
        choice = case.decisions.choice(problem.id)
        listed.append(Question(document, problem, choice, number, stories_about(document, problem)))
    return tuple(listed)


def safe_answers(case: Case) -> dict[str, Choice]:
    """The safe answer to each question without one that lets a copy be made."""
    return {each.id: each.safe for each in _unsettled(case) if each.safe is not Choice.STOP}


def obstacles(document: Document, blockers: Sequence[Blocker]) -> tuple[Obstacle, ...]:
    """What blocks, each with the document it is in."""
    return tuple(Obstacle(document, each) for each in blockers)


def next_undecided(marks: Sequence[Mark], mark: Mark | None, direction: int = 1) -> Mark | None:
    """The next or the previous mark that waits for a decision, round the end."""
    order = [each.target for each in marks]
    first = -1 if direction > 0 else 0
    at = order.index(mark.target) if mark is not None and mark.target in order else first
    following = (marks[(at + direction * distance) % len(marks)] for distance in range(1, len(marks) + 1))
    return next((each for each in following if each.standing in _WAITING), None)


def _unsettled(case: Case) -> tuple[Problem, ...]:
    return tuple(each for each in case.document.problems if case.decisions.choice(each.id) in UNSETTLED)


def _sort(problem: Problem) -> str:
    """Its id without its number: `object:chart` of `object:chart:2`."""
    return problem.id.rpartition(":")[0] or problem.id
