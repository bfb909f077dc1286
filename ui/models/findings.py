# SPDX-License-Identifier: MIT
"""Lists of the review: marks with their standing, pages and stories, problems, what still blocks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QBrush, QGuiApplication

from reviewer.model.document import Document, Span
from reviewer.model.finding import Category
from reviewer.workflow.marks import Blocker, Mark, Standing
from ui.models.table import TableModel
from ui.texts import Texts, sign
from ui.theme import mark_colours

_LONGEST = 90


def one_line(text: str) -> str:
    """A text on one line, cut when it is long; control characters are shown as such."""
    flat = " ".join(text.split())
    shown = "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in flat)
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"


class FindingsModel(TableModel[Mark]):
    """Marks: standing, text, type, ground, place, how often in the document."""

    STANDING, TYPE = 0, 2

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(texts, parent)
        self.document: Document | None = None
        self.counts: Counter[tuple[str, Category]] = Counter()

    def show_document(self, document: Document, marks: tuple[Mark, ...]) -> None:
        """Show the marks of a document."""
        self.document = document
        found = (each.finding for each in marks if each.finding is not None)
        # An address of a person belongs to them too, but one verdict does not reach from the name to it.
        self.counts = Counter((each.entity, each.category) for each in found if each.entity is not None)
        self.set_rows(marks)

    def same(self, row: Mark) -> int:
        """How many places of the document name the same person or thing."""
        finding = row.finding
        if finding is None or finding.entity is None:
            return 1
        return self.counts[finding.entity, finding.category]

    def headers(self) -> tuple[str, ...]:
        """The heads of the columns."""
        return (
            self.tr("Standing"),
            self.tr("Passage"),
            self.tr("Type"),
            self.tr("Ground"),
            self.tr("Where"),
            self.tr("Same"),
        )

    def cells(self, row: Mark) -> tuple[str, ...]:
        """The texts of a row."""
        if self.document is None:
            return ("",) * 6
        finding, decision = row.finding, row.decision
        text = self.texts.passage(self.document, row.target)
        grounds = decision.ruling.grounds if decision else ()
        suggested = (
            self.texts.cite((finding.ground,)) if finding and finding.ground and decision is None else ""
        )
        same = self.same(row)
        return (
            f"{sign(row.standing)} {self.texts.standing(row.standing)}",
            one_line(text),
            self.texts.short_category(finding.category) if finding else self.tr("+ added"),
            self.texts.cite(grounds) if grounds else f"({suggested})" if suggested else "",
            self.texts.place(self.document, row.target),
            f"×{same}" if same > 1 else "",
        )

    def spoken(self, row: Mark) -> str:
        """What a screen reader says of a row."""
        return self.texts.read_aloud(self.document, row, self.same(row)) if self.document else ""

    def tip(self, row: Mark, column: int) -> str:
        """The whole passage, or the whole name of its type."""
        if column == self.TYPE and row.finding is not None:
            return self.texts.category(row.finding.category)
        if self.document is None or not isinstance(row.target, Span):
            return ""
        return one_line(self.document.text_of(row.target))

    def sort_key(self, row: Mark, column: int) -> Any:
        """By standing in the order of urgency, else by the text."""
        if column == self.STANDING:
            return [*Standing].index(row.standing)
        return super().sort_key(row, column)

    def decoration(self, row: Mark, column: int, role: int) -> Any:
        """The standing has its colours too; its shape and its word say the same."""
        if column == self.STANDING:
            colours = mark_colours(row.standing, QGuiApplication.palette())
            if role == Qt.ItemDataRole.ForegroundRole:
                return QBrush(colours.line)
            if role == Qt.ItemDataRole.BackgroundRole:
                return QBrush(colours.fill)
        return None


@dataclass(frozen=True, slots=True)
class Part:
    """A page or a story in the list at the left."""

    document: Document
    page: int | None
    story: str | None
    visible: bool
    undecided: int
    read: bool


class PartsModel(TableModel[Part]):
    """Pages and stories: read or not, name, undecided passages."""

    def headers(self) -> tuple[str, ...]:
        """The heads of the columns."""
        return (self.tr("Read"), self.tr("Page or text"), "?")

    def cells(self, row: Part) -> tuple[str, ...]:
        """The texts of a row."""
        return ("✓" if row.read else "○", self._name(row), str(row.undecided) if row.undecided else "")

    def spoken(self, row: Part) -> str:
        """What a screen reader says of a row."""
        read = self.tr("read") if row.read else self.tr("not read")
        undecided = self.tr("%n undecided", None, row.undecided)
        return f"{self._name(row)}, {read}, {undecided}"

    def tip(self, row: Part, column: int) -> str:
        """The whole name, and why a part that no reader sees is there."""
        name = self._name(row)
        hidden = self.tr("Readers do not see this text, but it is in the file.")
        return name if row.visible else f"{name}\n{hidden}"

    def _name(self, row: Part) -> str:
        if row.story is None:
            return self.tr("Page {page}").format(page=row.page)
        name = self.texts.story(row.document, row.story)
        return name if row.visible else f"◇ {name}"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A blocker with the document it is in."""

    document: Document
    blocker: Blocker


class GateModel(TableModel[Obstacle]):
    """What stands between the review and a copy: why, where."""

    def headers(self) -> tuple[str, ...]:
        """The heads of the columns."""
        return (self.tr("What blocks"), self.tr("Where"))

    def cells(self, row: Obstacle) -> tuple[str, ...]:
        """The texts of a row."""
        return (self.texts.blocker(row.blocker), self._where(row))

    def _where(self, row: Obstacle) -> str:
        blocker = row.blocker
        if blocker.span is not None:
            text = one_line(row.document.text_of(blocker.span))
            place = self.texts.story(row.document, blocker.span.story)
            return self.tr("{place}: {text}").format(place=place, text=text)
        asked = next((each for each in row.document.problems if each.id == blocker.problem), None)
        if asked is not None:
            return self.texts.problem(asked.kind)
        if blocker.story is not None and row.document.has_story(blocker.story):
            return self.texts.story(row.document, blocker.story)
        if blocker.page is not None:
            return self.tr("page {page}").format(page=blocker.page)
        return blocker.problem or self.tr("document")
