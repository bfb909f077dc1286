# SPDX-License-Identifier: MIT
"""The words of what a document asks: what each thing is, and what each answer does to the copy."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reviewer.model.document import ENCODINGS, Choice, Problem, ProblemKind


class QuestionTexts(QObject):
    """Says questions and answers in the language of the window."""

    def name(self, problem: Problem) -> str:
        """What it is, in a word or two."""
        if problem.kind is ProblemKind.OBJECT:
            return self._object(problem.id)
        return {
            ProblemKind.TRACKED_CHANGES: self.tr("Tracked changes"),
            ProblemKind.COMMENTS: self.tr("Comments"),
            ProblemKind.HIDDEN_TEXT: self.tr("Hidden text"),
            ProblemKind.IMAGE: self.tr("Picture"),
            ProblemKind.LINKS: self.tr("Links"),
            ProblemKind.ANNOTATIONS: self.tr("Annotations"),
            ProblemKind.ATTACHMENTS: self.tr("Attached files"),
            ProblemKind.FORM: self.tr("Form fields"),
            ProblemKind.EARLIER_REVISION: self.tr("Earlier version"),
            ProblemKind.UNREADABLE_PAGE: self.tr("Unreadable page"),
            ProblemKind.UNTRUSTED_TEXT: self.tr("Doubtful text"),
            ProblemKind.LAYERS: self.tr("Layers"),
            ProblemKind.SCRIPT: self.tr("Script"),
            ProblemKind.ENCODING: self.tr("Encoding"),
            ProblemKind.FAINT_TEXT: self.tr("Faint text"),
        }[problem.kind]

    def about(self, problem: Problem) -> str:
        """What a person should know before answering."""
        return {
            ProblemKind.TRACKED_CHANGES: self.tr(
                "The document holds changes that nobody has accepted or rejected."
            ),
            ProblemKind.COMMENTS: self.tr("Comments beside the text. Readers of the copy never see them."),
            ProblemKind.HIDDEN_TEXT: self.tr("Text that the word processor hides, but that is in the file."),
            ProblemKind.IMAGE: self.tr(
                "Look at the picture itself: the program cannot always read every word in it."
            ),
            ProblemKind.OBJECT: self.tr("It may hold more than it shows, such as a whole workbook."),
            ProblemKind.LINKS: self.tr(
                "Behind words of the text are addresses that can name people or places."
            ),
            ProblemKind.ANNOTATIONS: self.tr("Notes and marks laid over the pages."),
            ProblemKind.ATTACHMENTS: self.tr("Whole files inside this file."),
            ProblemKind.FORM: self.tr("Fields that somebody may have filled in."),
            ProblemKind.EARLIER_REVISION: self.tr("The file still holds what it was before it was changed."),
            ProblemKind.UNREADABLE_PAGE: self.tr(
                "It shows something, but no text can be read on it: it is a scan, or its letters are drawings. "
                "Nothing was searched or found on it. Look at the page at the right before you answer."
            ),
            ProblemKind.UNTRUSTED_TEXT: self.tr(
                "The text inside the page says something other than what the page shows, or nothing. What is shown was "
                "recognized (OCR) and stands here as the page's text; compare it with the page."
            ),
            ProblemKind.LAYERS: self.tr("Parts of the pages can be shown or hidden."),
            ProblemKind.SCRIPT: self.tr("The file holds a program."),
            ProblemKind.ENCODING: self.tr("Without the right encoding, accented letters are read wrongly."),
            ProblemKind.FAINT_TEXT: self.tr(
                "Text that is in the file but can hardly be seen: white on white, very small, or off the page."
            ),
        }[problem.kind]

    def effect(self, problem: Problem, choice: Choice) -> str:
        """What an answer does to the copy."""
        said = self._special().get((problem.kind, choice))
        if said is not None:
            return said
        if choice is Choice.STOP:
            return self.tr("No copy is made. Settle it in the document itself, then open it again.")
        if choice in ENCODINGS:
            return self.tr("The text is read in this encoding.")
        return {
            Choice.ACCEPT: self.tr("It stays in the copy."),
            Choice.KEEP: self.tr("It stays in the copy; what you withhold in it is taken out."),
            Choice.MASK: self.tr("It stays; everything withheld in it is painted over, for good."),
            Choice.REMOVE: self.tr("Nothing of it is in the copy; a label stands in its place."),
            Choice.LEAVE_OUT: self.tr("Nothing of it is in the copy."),
            Choice.REPLACE: self.tr("Something else stands in its place."),
        }[choice]

    def _special(self) -> dict[tuple[ProblemKind, Choice], str]:
        """Answers that mean more for one kind of question than their word says."""
        return {
            (ProblemKind.TRACKED_CHANGES, Choice.ACCEPT): self.tr(
                "What was inserted stays as ordinary text; what was deleted, and who changed it, is gone."
            ),
            (ProblemKind.IMAGE, Choice.KEEP): self.tr(
                "The picture stays, drawn anew without hidden data. Whatever is withheld in it is painted over."
            ),
            (ProblemKind.IMAGE, Choice.MASK): self.tr(
                "The picture stays; every withheld word and every box you drew is painted over, for good."
            ),
            (ProblemKind.IMAGE, Choice.REMOVE): self.tr(
                "The picture and the text in it are gone; a label stands in its place."
            ),
            (ProblemKind.OBJECT, Choice.KEEP): self.tr(
                "It is drawn anew from what it shows, without the data behind it. Decide on its text like any other."
            ),
            (ProblemKind.UNREADABLE_PAGE, Choice.STOP): self.tr(
                "No copy is made. Have the text of the page recognized (OCR), or export the document again from "
                "the program it was written with; then open it again."
            ),
            (ProblemKind.UNREADABLE_PAGE, Choice.REMOVE): self.tr(
                "The copy has a blank page in its place; the numbers of the other pages stay."
            ),
            (ProblemKind.UNTRUSTED_TEXT, Choice.KEEP): self.tr(
                "The page stays as a picture; what you withhold in it is painted over, for good."
            ),
            (ProblemKind.UNTRUSTED_TEXT, Choice.REMOVE): self.tr(
                "The copy has a blank page in its place; the numbers of the other pages stay."
            ),
            (ProblemKind.LINKS, Choice.KEEP): self.tr(
                "Web addresses without anything withheld stay; all others go. The words of the text stay."
            ),
            (ProblemKind.LINKS, Choice.LEAVE_OUT): self.tr("The words of the text stay, all addresses go."),
            (ProblemKind.FAINT_TEXT, Choice.KEEP): self.tr(
                "It stays like any other text: withhold in it what must not be read."
            ),
        }

    def _object(self, problem: str) -> str:
        # object:chart:1
        return {
            "chart": self.tr("Chart"),
            "diagram": self.tr("Diagram"),
            "ink": self.tr("Handwriting"),
            "drawing": self.tr("Drawing"),
            "linked_image": self.tr("Linked picture"),
            "chunk": self.tr("Embedded text"),
        }.get("".join(problem.split(":")[1:2]), self.tr("Embedded object"))
