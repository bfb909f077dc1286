# SPDX-License-Identifier: MIT
"""The passage at hand in a line, how it stands, why it was flagged, what could stand in its place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer.model.finding import Finding
from reviewer.workflow.explain import explain, mentions
from reviewer.workflow.generalising import offered
from reviewer.workflow.marks import Mark, Standing
from ui.desk import Desk
from ui.models.findings import one_line
from ui.screens.review.presenter import ReviewPresenter
from ui.texts import language_of_window
from ui.widgets.fields import label_for, name, wrapping
from ui.widgets.offer_bar import OfferBar
from ui.widgets.reason_list import ReasonList


class PassageBox(QWidget):
    """What is decided on."""

    def __init__(self, desk: Desk, presenter: ReviewPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._presenter = presenter
        self.passage = wrapping()
        self.passage.setTextFormat(Qt.TextFormat.RichText)
        self.why = ReasonList()
        self._label = label_for(self.why)
        self.offers = OfferBar()
        head = QHBoxLayout()
        head.addWidget(self.passage, 1)
        head.addWidget(self.offers)
        row = QHBoxLayout()
        row.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.why, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(head)
        whole.addLayout(row)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        name(self.why, self._label, self.tr("Wh&y:"))
        self.offers.retranslate()

    def show_mark(self, mark: Mark | None) -> None:
        """Show the mark at hand."""
        document, texts = self._presenter.document, self._desk.texts
        finding = mark.finding if mark is not None else None
        sentences = self._sentences(finding) if finding is not None else ()
        self.why.show_sentences(sentences)
        self.offers.show_offers(offered(document, finding) if finding and document else ())
        if mark is None or document is None:
            self.passage.setText(self.tr("No passage is selected."))
            return
        said = _escaped(one_line(texts.passage(document, mark.target)))
        parts = [
            f"<b>{said}</b>",
            _escaped(texts.place(document, mark.target)),
            texts.explanation(finding) if finding is not None else self.tr("Added by a person"),
        ]
        if mark.decision is not None:
            parts.append(_escaped(self._said(mark)))
        self.passage.setText(" · ".join(parts))

    def _sentences(self, finding: Finding) -> tuple[str, ...]:
        names = {each.id: each.name for each in self._desk.people}
        return explain(finding, language_of_window(), names=names, mention=self._mention(finding))

    def _mention(self, finding: Finding) -> str:
        """Where the same person is named more fully, as a person looks for it."""
        case, texts = self._presenter.case, self._desk.texts
        if case is None or finding.entity is None:
            return ""
        named = mentions(case.findings).get(finding.entity)
        if named is None or named.span == finding.span:
            return ""
        text = one_line(texts.passage(case.document, named.span))
        place = texts.place(case.document, named.span)
        return self.tr("“{text}” ({place})").format(text=text, place=place)

    def _said(self, mark: Mark) -> str:
        assert mark.decision is not None  # noqa: S101 - the caller looked
        ruling = mark.decision.ruling
        who = next(
            (each.name for each in self._desk.people if each.id == mark.decision.person), mark.decision.person
        )
        what = self._desk.texts.standing(Standing(ruling.verdict.value))
        return self.tr("{what} by {who}").format(what=what, who=who)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
