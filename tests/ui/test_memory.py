# SPDX-License-Identifier: MIT
"""The office memory in the settings: looked through, narrowed, forgotten when asked twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.model.decision import Ruling, Verdict
from reviewer.model.document import Language
from reviewer.model.ground import DiscloseReason
from reviewer.model.review import Person, PersonRole
from reviewer.workflow import decide, memory_file, people
from reviewer.workflow.session import Session
from tests.ui.conftest import PASSPHRASE, Heard, Make, People, settle, take_in
from ui.app import take_away
from ui.desk import Desk
from ui.screens.settings.view import SettingsView
from ui.widgets.memory_page import MemoryPage

WITHHELD = Ruling(Verdict.WITHHOLD, ("19(1)",))
SHOWN = Ruling(Verdict.DISCLOSE, reason=DiscloseReason.NOT_SENSITIVE)


def ruled(session: Session, home: Path, name: str, phone: str, ruling: Ruling, by: Person) -> None:
    path = home / name
    path.write_text(f"{name}. Telephone: {phone}\n", "utf-8")
    review = take_in(session, path, by)
    (finding,) = session.case(review.id).findings
    decide.decide(session, review.id, [finding.span], ruling, by)


@pytest.fixture
def remembered(session: Session, home: Path, who: People) -> None:
    ruled(session, home, "a.txt", "613-555-0142", WITHHELD, who.author)
    ruled(session, home, "b.txt", "613-555-0142", SHOWN, who.author)
    ruled(session, home, "c.txt", "613-555-0177", WITHHELD, who.author)


@pytest.fixture
def page(remembered: None, desk: Desk) -> MemoryPage:
    view = SettingsView(desk)
    view.show()
    view.tabs.setCurrentWidget(view.memory)
    settle()
    yield view.memory  # type: ignore[misc]
    view.close()
    settle()
    take_away(view)


def texts(page: MemoryPage) -> list[str]:
    shown = page.table.filter
    return sorted(str(shown.index(row, 0).data()) for row in range(shown.rowCount()))


def test_what_was_decided_is_listed_and_narrowed_by_words(page: MemoryPage) -> None:
    assert texts(page) == ["613-555-0142", "613-555-0177"]
    spoken = [page.table.rows.spoken(row) for row in page.table.rows.rows]
    assert sum("taken out of one document, left in another" in each for each in spoken) == 1
    page.filter.setText("0177 withheld")
    assert texts(page) == ["613-555-0177"]


def test_forgetting_is_counted_first_and_done_when_asked_again(
    page: MemoryPage, heard: Heard, session: Session
) -> None:
    assert not page.forget_button.isEnabled(), "nothing is selected"
    page.table.selectAll()
    page.forget_button.click()
    assert heard.good[-1].startswith("2 texts would be forgotten")
    assert len(memory_file.rows(session)) == 2
    page.table.selectRow(0)
    page.forget_button.click()
    assert heard.good[-1].startswith("1 text would be forgotten"), "another selection is asked for anew"
    page.table.selectAll()
    page.forget_button.click()
    page.forget_button.click()
    assert heard.good[-1].startswith("2 texts forgotten")
    assert memory_file.rows(session) == ()
    assert texts(page) == []


def test_an_auditor_looks_and_forgets_nothing(page: MemoryPage, desk: Desk, session: Session) -> None:
    desk.work_as(people.add_person(session, "Ilse Vandermotte", PersonRole.AUDITOR, PASSPHRASE))
    settle()
    page.table.selectAll()
    assert texts(page)
    assert not page.forget_button.isEnabled()


def test_it_speaks_french(remembered: None, make_desk: Make, session: Session) -> None:
    desk = make_desk(Language.FR)
    made = MemoryPage(desk)
    made.fill()
    assert made.table.accessibleName() == "Mémoire du bureau"
    said = [page for page in made.table.rows.rows if page.disagrees]
    assert "retiré d’un document" in made.table.rows.spoken(said[0])
    take_away(made)
