# SPDX-License-Identifier: MIT
"""The words of the window for the words of the core: categories, verdicts, kinds, states, reasons, progress."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject

from reviewer.errors import ReviewerError
from reviewer.model.decision import Verdict
from reviewer.model.document import (
    Box,
    Choice,
    Document,
    Language,
    ProblemKind,
    Region,
    Span,
    StoryKind,
    Target,
)
from reviewer.model.finding import Category, Finding, Role, Tier
from reviewer.model.ground import grounds
from reviewer.model.review import PersonRole, State
from reviewer.progress import Progress, Stage
from reviewer.workflow import words
from reviewer.workflow.marks import Blocker, BlockerKind, Mark, Standing
from ui.names import Names

_SIGNS = {
    Standing.UNDECIDED: "?",
    Standing.WITHHOLD: "■",
    Standing.DISCLOSE: "✓",
    Standing.GENERALISE: "≈",
    Standing.STRIKE: "⊘",
    Standing.LEAVE_OUT: "▢",
    Standing.CONSULT: "…",
    Standing.CONFLICT: "!",
}


def language_of_window() -> Language:
    """The language in which the window speaks now."""
    return Language.FR if QLocale().language() is QLocale.Language.French else Language.EN


def sign(standing: Standing) -> str:
    """The shape of a standing, the same in both languages."""
    return _SIGNS[standing]


class Texts(QObject):
    """Says the core's words in the language of the window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = Names(self)

    def error(self, error: ReviewerError) -> str:
        """What happened and what to do."""
        return words.say(error, language_of_window())

    def date(self, value: object) -> str:
        """A moment, short, at the place where the window is."""
        from PySide6.QtCore import QDateTime

        moment = QDateTime.fromSecsSinceEpoch(int(value.timestamp()))  # type: ignore[attr-defined]
        return moment.toString("yyyy-MM-dd HH:mm")

    def verdict(self, verdict: Verdict) -> str:
        """What a person does with a passage."""
        return {
            Verdict.WITHHOLD: self.tr("Withhold"),
            Verdict.DISCLOSE: self.tr("Disclose"),
            Verdict.GENERALISE: self.tr("Generalise"),
            Verdict.STRIKE: self.tr("Strike marking"),
            Verdict.LEAVE_OUT: self.tr("Leave out"),
            Verdict.CONSULT: self.tr("Consult"),
        }[verdict]

    def standing(self, standing: Standing) -> str:
        """How a passage stands."""
        return {
            Standing.UNDECIDED: self.tr("Undecided"),
            Standing.WITHHOLD: self.tr("Withheld"),
            Standing.DISCLOSE: self.tr("Disclosed"),
            Standing.GENERALISE: self.tr("Generalised"),
            Standing.STRIKE: self.tr("Marking struck"),
            Standing.LEAVE_OUT: self.tr("Left out"),
            Standing.CONSULT: self.tr("In consultation"),
            Standing.CONFLICT: self.tr("Conflict"),
        }[standing]

    def done(self, verdict: Verdict | None, count: int) -> str:
        """An act, said after it."""
        if verdict is Verdict.WITHHOLD:
            return self.tr("Withheld: %n passage(s)", None, count)
        if verdict is Verdict.DISCLOSE:
            return self.tr("Disclosed: %n passage(s)", None, count)
        if verdict is Verdict.GENERALISE:
            return self.tr("Generalised: %n passage(s)", None, count)
        if verdict is Verdict.STRIKE:
            return self.tr("Markings struck: %n", None, count)
        if verdict is Verdict.LEAVE_OUT:
            return self.tr("Left out: %n passage(s)", None, count)
        if verdict is Verdict.CONSULT:
            return self.tr("Sent to consultation: %n passage(s)", None, count)
        return self.tr("Changed: %n place(s)", None, count)

    def category(self, category: Category) -> str:
        """What kind of information a passage is."""
        return self._names.category(category)

    def short_category(self, category: Category) -> str:
        """What kind of information a passage is, for a narrow column."""
        return self._names.short_category(category)

    def tier(self, tier: Tier) -> str:
        """How sure detection is."""
        return self.tr("sure") if tier is Tier.SURE else self.tr("to check")

    def person_role(self, role: PersonRole) -> str:
        """What a person may do."""
        return {
            PersonRole.AUTHOR: self.tr("Author"),
            PersonRole.OFFICER: self.tr("Privacy officer"),
            PersonRole.IMSO: self.tr("Information management senior official"),
            PersonRole.AUDITOR: self.tr("Auditor (read only)"),
        }[role]

    def state(self, state: State) -> str:
        """How far a review is."""
        return {
            State.OPEN: self.tr("In review"),
            State.DECIDED: self.tr("Decided"),
            State.PREPARED: self.tr("Ready to sign"),
            State.SIGNED: self.tr("Signed"),
            State.RELEASED: self.tr("Released"),
            State.REFUSED: self.tr("Refused"),
            State.RECALLED: self.tr("Recalled"),
        }[state]

    def kind(self, kind: StoryKind) -> str:
        """What a run of text is."""
        return self._names.kind(kind)

    def problem(self, kind: ProblemKind) -> str:
        """What a document asks a person."""
        return {
            ProblemKind.TRACKED_CHANGES: self.tr(
                "Tracked changes: keep what was inserted, drop what was deleted?"
            ),
            ProblemKind.COMMENTS: self.tr("Comments: leave them out of the copy?"),
            ProblemKind.HIDDEN_TEXT: self.tr("Hidden text: leave it out of the copy?"),
            ProblemKind.IMAGE: self.tr("Picture: may it stay in the copy?"),
            ProblemKind.OBJECT: self.tr("Embedded object, chart or diagram: what becomes of it?"),
            ProblemKind.LINKS: self.tr("Links: may their addresses stay?"),
            ProblemKind.ANNOTATIONS: self.tr("Annotations: leave them out of the copy?"),
            ProblemKind.ATTACHMENTS: self.tr("Attached files: leave them out of the copy?"),
            ProblemKind.FORM: self.tr("Form fields: what becomes of them?"),
            ProblemKind.EARLIER_REVISION: self.tr("An earlier version inside the file: leave it out?"),
            ProblemKind.UNREADABLE_PAGE: self.tr("A page that cannot be read: what becomes of it?"),
            ProblemKind.UNTRUSTED_TEXT: self.tr(
                "A page whose text is not what it shows: what becomes of it?"
            ),
            ProblemKind.LAYERS: self.tr("Layers: what becomes of them?"),
            ProblemKind.SCRIPT: self.tr("A script inside the file: leave it out?"),
            ProblemKind.FAINT_TEXT: self.tr("Text that readers can hardly see: may it stay in the copy?"),
            ProblemKind.ENCODING: self.tr("The text is not in UTF-8: in which encoding is it?"),
        }[kind]

    def choice(self, choice: Choice) -> str:
        """An answer to a problem."""
        return {
            Choice.ACCEPT: self.tr("Accept"),
            Choice.STOP: self.tr("Stop: no copy"),
            Choice.LEAVE_OUT: self.tr("Leave out"),
            Choice.KEEP: self.tr("Keep"),
            Choice.MASK: self.tr("Paint over what is withheld"),
            Choice.REMOVE: self.tr("Remove"),
            Choice.REPLACE: self.tr("Replace"),
        }.get(choice, choice.value)

    def stage(self, progress: Progress) -> str:
        """What a job is doing."""
        return {
            Stage.READING: self.tr("reading"),
            Stage.DETECTING: self.tr("detecting"),
            Stage.REDACTING: self.tr("preparing the copy"),
            Stage.VERIFYING: self.tr("verifying the copy"),
            Stage.PUBLISHING: self.tr("writing the release"),
            Stage.UPLOADING: self.tr("uploading"),
            Stage.DRAWING: self.tr("LibreOffice is drawing the pages"),
        }[progress.stage]

    def place(self, document: Document, target: Target) -> str:
        """Where a place is, as a person looks for it."""
        if isinstance(target, Box):
            return self.tr("page {page}").format(page=target.page)
        if isinstance(target, Region):
            return self.tr("picture {number}").format(number=target.problem.rpartition(":")[2])
        return self.story(document, target.story)

    def passage(self, document: Document, target: Target) -> str:
        """The text of a place, or what it is where it has none."""
        if isinstance(target, Span):
            return document.text_of(target)
        return self.tr("area of the picture") if isinstance(target, Region) else self.tr("area of the page")

    def story(self, document: Document, story_id: str) -> str:
        """A run of text, as a person looks for it."""
        story = document.story(story_id)
        if story.kind is StoryKind.PAGE:
            return self.tr("page {page}").format(page=story.page)
        kind = self.kind(story.kind)
        if story.kind is StoryKind.PROPERTY:
            return f"{self._names.property(story_id.rpartition(':')[2])} ({kind.lower()})"
        same = [each.id for each in document.stories if each.kind is story.kind]
        name = f"{kind} {same.index(story_id) + 1}" if len(same) > 1 else kind
        page = self.tr("page {page}").format(page=story.page)
        return f"{name} ({page})" if story.page else name

    def cite(self, sections: tuple[str, ...]) -> str:
        """Grounds as the language of the window cites them."""
        known, language = grounds(), language_of_window()
        return ", ".join(known[each].cite[language] if each in known else each for each in sections)

    def ground(self, section: str) -> str:
        """A ground with its cite and what it is about."""
        ground = grounds()[section]
        language = language_of_window()
        return f"{ground.cite[language]} – {ground.label[language]}"

    def explanation(self, finding: Finding) -> str:
        """Category, sureness and role in one line."""
        roles = {
            Role.PRIVATE: self.tr("private person"),
            Role.OFFICIAL: self.tr("public servant in role"),
            Role.PUBLIC: self.tr("public role"),
        }
        parts = [self.category(finding.category), self.tier(finding.tier)]
        if finding.role is not None:
            parts.append(roles[finding.role])
        return " · ".join(parts)

    def read_aloud(self, document: Document, mark: Mark, same: int) -> str:
        """A row of the list as a screen reader says it."""
        what = self.category(mark.finding.category) if mark.finding else self.tr("added by a person")
        text = self.passage(document, mark.target)
        parts = [self.standing(mark.standing), what, text, self.place(document, mark.target)]
        if same > 1:
            parts.append(self.tr("%n time(s) in this document", None, same))
        return ", ".join(parts)

    def blocker(self, blocker: Blocker) -> str:
        """What stands in the way, without its place."""
        return {
            BlockerKind.UNDECIDED: self.tr("Nobody has decided on this passage"),
            BlockerKind.CONFLICT: self.tr("Two decisions on the same characters disagree"),
            BlockerKind.NO_GROUND: self.tr("Withheld without a ground"),
            BlockerKind.NO_REASON: self.tr("Disclosed without a sufficient reason"),
            BlockerKind.NO_AUTHORITY: self.tr("The authority is missing"),
            BlockerKind.IN_CONSULTATION: self.tr("Still in consultation"),
            BlockerKind.UNANSWERED: self.tr("The document asks for an answer"),
            BlockerKind.UNSEEN_PAGE: self.tr("Page not marked as read"),
            BlockerKind.UNSEEN_STORY: self.tr("Text not marked as read"),
            BlockerKind.MANDATORY_DISCLOSED: self.tr(
                "A mandatory exemption is disclosed without its exception"
            ),
            BlockerKind.EXCLUSION_DISCLOSED: self.tr("An exclusion can never be disclosed"),
            BlockerKind.NO_RECORD: self.tr("The portal record is missing"),
            BlockerKind.ONE_LANGUAGE: self.tr("The portal record lacks one language"),
            BlockerKind.UNCONFIRMED_TOKEN: self.tr(
                "A word of a withheld name is still in the copy: confirm it"
            ),
        }[blocker.kind]
