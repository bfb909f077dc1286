# SPDX-License-Identifier: MIT
"""The sheet as a text: counts, grounds, coverage, what the gate and the writer said, digests."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QLocale, QObject

from reviewer.workflow import choices
from reviewer.workflow.marks import Standing
from reviewer.workflow.sheet import Sheet
from reviewer.workflow.words import of_loss
from ui.screens.sign_off.presenter import SignOffPresenter
from ui.texts import Texts, language_of_window, sign

_Row = tuple[str, str]


class SheetText(QObject):
    """Writes the sheet."""

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts

    def html(self, presenter: SignOffPresenter) -> str:
        """The whole sheet."""
        sheet = presenter.sheet
        if sheet is None:
            return ""
        parts = [
            f"<h2>{escape(sheet.case.review.name)}</h2>",
            self._table(self.tr("Passages"), self._counts(presenter)),
            self._table(self.tr("Withheld, by ground"), self._grounds(sheet)),
            self._table(self.tr("Disclosed, by reason"), self._reasons(sheet)),
            self._table(self.tr("Read by a person"), self._coverage(presenter)),
            self._table(self.tr("The copy"), self._copy(sheet)),
            self._list(self.tr("Pages published as pictures"), self._pictured(sheet)),
            self._table(self.tr("Accessibility of the copy, as counted in the file"), self._offered(sheet)),
        ]
        return "".join(parts)

    def warning(self, place: str) -> str:
        """A place of the gate, as `kind:place:count`."""
        kind, _, rest = place.partition(":")
        where, _, count = rest.rpartition(":")
        return self.tr("{where}: {count} time(s)").format(where=where or kind, count=count or "1")

    def _counts(self, presenter: SignOffPresenter) -> Iterable[_Row]:
        for standing in Standing:
            count = presenter.count(standing)
            if count:
                yield f"{sign(standing)} {self._texts.standing(standing)}", str(count)

    def _grounds(self, sheet: Sheet) -> Iterable[_Row]:
        for section, count in sorted(sheet.withheld_by_ground.items()):
            yield self._texts.ground(section), str(count)

    def _reasons(self, sheet: Sheet) -> Iterable[_Row]:
        said = {each.value: each.label[language_of_window()] for each in choices.reasons()}
        for reason, count in sheet.disclosed_by_reason.items():
            yield said.get(reason, reason), str(count)

    def _coverage(self, presenter: SignOffPresenter) -> Iterable[_Row]:
        pages, all_pages, stories, all_stories = presenter.coverage()
        if all_pages:
            yield self.tr("Pages"), f"{pages} / {all_pages}"
        if all_stories:
            yield (
                self.tr("Texts beside the pages") if all_pages else self.tr("Texts"),
                f"{stories} / {all_stories}",
            )

    def _copy(self, sheet: Sheet) -> Iterable[_Row]:
        yield self.tr("What still blocks"), str(len(sheet.blockers)) if sheet.blockers else self.tr("nothing")
        record = (
            self.tr("there")
            if sheet.record
            else self.tr("missing: fill it in under Publish, then prepare again")
        )
        yield self.tr("Portal record"), record
        if sheet.candidate is not None:
            yield self.tr("Gate"), self.tr("passed")
            yield self.tr("Prepared"), self._texts.date(sheet.candidate.prepared)
            size = QLocale().formattedDataSize(
                len(sheet.candidate.data), 1, QLocale.DataSizeFormat.DataSizeSIFormat
            )
            yield self.tr("Format and size"), f"{sheet.candidate.format.upper()}, {size}"
            dropped = sheet.offers.losses if sheet.offers is not None else ()
            losses = ", ".join(of_loss(each, language_of_window()) for each in dropped)
            yield self.tr("What the writer dropped"), losses or self.tr("nothing")
            yield "SHA-256", sheet.candidate.sha256
        if sheet.signature is not None:
            yield self.tr("Signed"), self._texts.date(sheet.signature.time)

    def _pictured(self, sheet: Sheet) -> Iterable[str]:
        return sheet.offers.sentences(language_of_window()) if sheet.offers is not None else ()

    def _offered(self, sheet: Sheet) -> Iterable[_Row]:
        return sheet.offers.rows(language_of_window()) if sheet.offers is not None else ()

    def _table(self, title: str, rows: Iterable[_Row]) -> str:
        cell = "<td style='padding:2px 18px 2px 0'>{}</td>"
        lines = [f"<tr>{cell.format(escape(key))}{cell.format(escape(value))}</tr>" for key, value in rows]
        head = f"<p style='margin-bottom:2px'><b>{escape(title)}</b></p>"
        return f"{head}<table>{''.join(lines)}</table>" if lines else ""

    def _list(self, title: str, lines: Iterable[str]) -> str:
        said = "".join(f"<li>{escape(each)}</li>" for each in lines)
        return f"<p style='margin-bottom:2px'><b>{escape(title)}</b></p><ul>{said}</ul>" if said else ""
