# SPDX-License-Identifier: MIT
"""Why a passage was flagged is there to be read and heard; what could stand in its place is one press away."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewer.model.decision import Verdict
from reviewer.model.document import Language
from reviewer.model.finding import Category
from reviewer.model.review import PersonRole
from reviewer.workflow import people
from reviewer.workflow.session import Session
from tests.ui.conftest import PASSPHRASE, Heard, People, open_in, settle, take_in
from ui.desk import Desk
from ui.screens.review.view import ReviewView
from ui.widgets.passage_box import PassageBox

PLACES = "The camp is at 45.42317, -75.68314. Telephone: 613-555-0142. Born on 12 March 1980.\n"


@pytest.fixture
def camp(home: Path) -> Path:
    path = home / "camp.txt"
    path.write_text(PLACES, "utf-8")
    return path


def choose(view: ReviewView, category: Category, nth: int = 0) -> PassageBox:
    listed = [each for each in view.presenter.marks if each.finding and each.finding.category is category]
    view.presenter.choose(listed[nth])
    settle()
    return view.panel.at_hand


def generalise(view: ReviewView) -> None:
    QTest.keyClick(view, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    settle()


def test_each_reason_is_a_row_in_the_language_of_the_window(
    view: ReviewView, desk: Desk, session: Session, who: People, note: Path
) -> None:
    open_in(view, desk, session, note, who)
    box = choose(view, Category.SIN)
    assert any("Luhn" in each for each in box.why.sentences())
    assert box.why.accessibleName() == "Why"
    assert box.why.accessibleDescription() == " ".join(box.why.sentences())
    desk.speak(Language.FR)
    settle()
    assert any("chiffre de contrôle" in each for each in box.why.sentences())
    assert box.why.accessibleName() == "Pourquoi"


def test_the_reasons_are_reached_and_gone_through_by_key(
    view: ReviewView, desk: Desk, session: Session, who: People, note: Path
) -> None:
    open_in(view, desk, session, note, who)
    box = choose(view, Category.SIN)
    QTest.keyClick(view, Qt.Key.Key_Y, Qt.KeyboardModifier.AltModifier)
    assert box.why.hasFocus()
    assert box.why.currentIndex().row() == 0
    QTest.keyClick(box.why, Qt.Key.Key_Down)
    assert box.why.currentIndex().data() == box.why.sentences()[1]


def test_a_further_mention_shows_where_the_person_is_named(
    view: ReviewView, desk: Desk, session: Session, who: People, note: Path
) -> None:
    open_in(view, desk, session, note, who)
    first = choose(view, Category.PERSON).why.sentences()
    assert not [each for each in first if "Quennevale" in each]
    later = choose(view, Category.EMAIL).why.sentences()
    assert any("“Ms. Odalys Quennevale” (Text)" in each for each in later)


def test_an_offer_is_written_into_the_wording_and_can_be_edited(
    view: ReviewView, desk: Desk, session: Session, who: People, camp: Path
) -> None:
    review = open_in(view, desk, session, camp, who)
    box = choose(view, Category.COORDINATES)
    first, second = (each for each in box.offers.buttons if each.isVisible())
    assert first.accessibleName() == "Write instead: 45.4° N, 75.7° W"
    second.click()
    assert view.panel.replacement.text() == "45° N, 76° W"
    assert session.case(review).decisions.decisions == (), "an offer decides nothing"
    view.panel.replacement.setText("near the river")
    generalise(view)
    (decision,) = session.case(review).decisions.decisions
    assert (decision.ruling.verdict, decision.ruling.replacement) == (Verdict.GENERALISE, "near the river")


def test_one_key_generalises_with_the_finest_offer(
    view: ReviewView, desk: Desk, session: Session, who: People, camp: Path
) -> None:
    review = open_in(view, desk, session, camp, who)
    choose(view, Category.COORDINATES)
    generalise(view)
    (decision,) = session.case(review).decisions.decisions
    assert decision.ruling.replacement == "45.4° N, 75.7° W"
    assert decision.ruling.grounds == ("19(1)",)


def test_without_an_offer_the_key_asks_for_a_wording_and_nothing_moves(
    view: ReviewView, desk: Desk, session: Session, who: People, camp: Path
) -> None:
    review = open_in(view, desk, session, camp, who)
    choose(view, Category.COORDINATES)
    height = view.panel.height()
    box = choose(view, Category.PHONE)
    assert not [each for each in box.offers.buttons if each.isVisible()]
    assert view.panel.height() == height
    generalise(view)
    assert view.panel.replacement.hasFocus()
    assert session.case(review).decisions.decisions == ()


def test_what_was_decided_since_is_said_first_when_a_document_is_opened(
    view: ReviewView, desk: Desk, heard: Heard, session: Session, who: People, camp: Path, note: Path
) -> None:
    later = take_in(session, camp, who.author)
    open_in(view, desk, session, note, who)
    choose(view, Category.PHONE)
    view.verdicts.decide(Verdict.WITHHOLD, view.panel.reach())
    assert view.open(later.id)
    assert heard.good[-1] == "The office memory has news on 1 passage."
    said = choose(view, Category.PHONE).why.sentences()[0]
    assert said.startswith("Withheld before in 1 other document under s. 19(1)")
    assert who.author.name in said
    assert session.case(later.id).decisions.decisions == ()


def test_an_auditor_who_looks_changes_nothing(
    view: ReviewView, desk: Desk, session: Session, who: People, camp: Path, note: Path
) -> None:
    later = take_in(session, camp, who.author)
    open_in(view, desk, session, note, who)
    choose(view, Category.PHONE)
    view.verdicts.decide(Verdict.WITHHOLD, view.panel.reach())
    before = session.case(later.id).findings
    desk.reload_people()
    auditor = people.add_person(session, "Ilse Vandermotte", PersonRole.AUDITOR, PASSPHRASE)
    desk.work_as(auditor)
    assert view.open(later.id)
    assert session.case(later.id).findings == before


def test_how_often_a_person_is_named_counts_names_as_one_verdict_reaches_them(
    view: ReviewView, desk: Desk, session: Session, who: People, note: Path
) -> None:
    open_in(view, desk, session, note, who)
    for mark in view.presenter.marks:
        if mark.finding is not None:
            assert view.findings.model.same(mark) == len(view.presenter.same_places(mark))
