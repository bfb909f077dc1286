# SPDX-License-Identifier: MIT
"""The reader's note: says that the copy is a draft, that passages were withheld, and what the labels mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reviewer.model.decision import Answer, Decision, Verdict
from reviewer.model.document import Choice, Language, ProblemKind
from reviewer.model.ground import grounds, sort_sections
from reviewer.redaction.labels import wording

_WHOLE_PAGES = {ProblemKind.UNREADABLE_PAGE, ProblemKind.UNTRUSTED_TEXT}
"""What a page is asked about that can be left out whole."""


@dataclass(frozen=True, slots=True)
class ReaderNote:
    """A heading and paragraphs in one language."""

    language: Language
    heading: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """The note as plain text."""
        return "\n".join((self.heading, "", *self.paragraphs))


def reader_note(
    decisions: Iterable[Decision], language: Language, answers: Iterable[Answer] = ()
) -> ReaderNote:
    """The note for a copy made from these decisions and answers. A revealing ground is not in the legend."""
    words = wording()[language]
    listed, blank = tuple(decisions), any(map(_leaves_blank, answers))
    sections = sort_sections(section for each in listed if each.removes for section in each.ruling.grounds)
    named = [grounds()[section] for section in sections if not grounds()[section].revealing]
    verdicts = {each.ruling.verdict for each in listed}
    lines = [words["draft"]]
    if verdicts & {Verdict.WITHHOLD, Verdict.GENERALISE}:
        lines.append(words["explain"])
        lines.extend(
            f"[{ground.cite[language]}] {words['dash']} {ground.label[language]}" for ground in named
        )
        if len(named) < len(sections):
            lines.append(words["explain_withheld"])
    elif not blank:
        lines.append(words["nothing"])
    for verdict, key in ((Verdict.GENERALISE, "explain_generalised"), (Verdict.STRIKE, "explain_struck")):
        if verdict in verdicts:
            lines.append(words[key])
    if blank:
        lines.append(words["blank_pages"])
    return ReaderNote(language, words["heading"], tuple(lines))


def _leaves_blank(answer: Answer) -> bool:
    """Whether a page of the copy is blank where the original shows something."""
    return answer.choice is Choice.REMOVE and answer.problem.partition(":")[0] in _WHOLE_PAGES
