# SPDX-License-Identifier: MIT
"""What the memory page does: list what the office decided before, and forget it when asked twice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from reviewer.errors import ReviewerError
from reviewer.workflow import memory_file
from reviewer.workflow.memory_file import Row
from ui.desk import Desk


class MemoryPresenter(QObject):
    """The office memory.

    Signals:
        changed: texts were forgotten.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._armed: frozenset[str] = frozenset()

    def rows(self) -> tuple[Row, ...]:
        """All that is remembered, what was decided last first."""
        self.disarm()
        return memory_file.rows(self._desk.session)

    def disarm(self) -> None:
        """Forget that forgetting was asked for."""
        self._armed = frozenset()

    def forget(self, chosen: Sequence[Row]) -> bool:
        """Forget texts; counted first, done when asked again for the same ones."""
        person, keys = self._desk.worker(), frozenset(each.key for each in chosen)
        if person is None or not keys:
            return False
        if keys != self._armed:
            self._armed = keys
            said = self.tr("%n text(s) would be forgotten for good. Press again to confirm.", None, len(keys))
            self._desk.say(said)
            return False
        try:
            count = memory_file.forget(self._desk.session, sorted(keys), person)
        except ReviewerError as error:
            self._desk.explain(error)
            return False
        self._desk.say(self.tr("%n text(s) forgotten. Decisions stay as they are.", None, count))
        self.changed.emit()
        return True
