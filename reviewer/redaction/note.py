# SPDX-License-Identifier: MIT
"""The reader's note: says that the copy is a draft, that passages were withheld, and what the labels mean."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from reviewer.model.decision import Answer, Decision, Verdict
from reviewer.model.document import Choice, Language, ProblemKind
from reviewer.model.ground import grounds, sort_sections
from reviewer.redaction.labels import wording

_WHOLE_PAGES = {ProblemKind.UNREADABLE_PAGE, ProblemKind.UNTRUSTED_TEXT}
"""What a page is asked about that can be left out whole."""
_PARTS = {ProblemKind.IMAGE, ProblemKind.OBJECT}
"""What can be left out of a page."""


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
    listed, answered = tuple(decisions), tuple(answers)
    blank, lacking = _removes(answered, _WHOLE_PAGES), _removes(answered, _PARTS)
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
    elif not blank and not lacking:
        lines.append(words["nothing"])
    for verdict, key in ((Verdict.GENERALISE, "explain_generalised"), (Verdict.STRIKE, "explain_struck")):
        if verdict in verdicts:
            lines.append(words[key])
    for told, key in ((lacking, "images_removed"), (blank, "blank_pages")):
        if told:
            lines.append(words[key])
    return ReaderNote(language, words["heading"], tuple(lines))


def with_pictures(note: ReaderNote) -> ReaderNote:
    """The note of a copy some pages of which became pictures: this is known only when they are written."""
    return replace(note, paragraphs=(*note.paragraphs, wording()[note.language]["pictured_pages"]))


def _removes(answers: Iterable[Answer], kinds: Collection[ProblemKind]) -> bool:
    """Whether something of these kinds is missing from the copy."""
    removed = {each.problem.partition(":")[0] for each in answers if each.choice is Choice.REMOVE}
    return not removed.isdisjoint(kinds)
