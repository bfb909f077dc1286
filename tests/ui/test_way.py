# SPDX-License-Identifier: MIT
"""The seven steps through the window: what is clicked is in the store, in the copy, in the release."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewer.model.decision import Verdict
from reviewer.model.document import Span
from reviewer.model.release import PortalRecord
from reviewer.model.review import State
from reviewer.workflow.session import Session
from reviewer.workflow.sign_off import check_signature
from tests.ui.conftest import PASSPHRASE, SAMPLES, Heard, People, Show, settle, take_in, wait
from ui.desk import Desk
from ui.main_window import PUBLISH, QUEUE, REVIEW, SIGN_OFF, MainWindow

SECRETS = ("Quennevale", "046 454 286", "613-555-0142", "odalys.q@home.example")


@pytest.fixture
def window(desk: Desk, show_window: Show) -> MainWindow:
    return show_window(desk)


def test_from_a_file_to_a_release(
    window: MainWindow, desk: Desk, heard: Heard, who: People, note: Path
) -> None:
    session = desk.session
    window.queue.take([note])
    wait(desk)
    (row,) = window.queue.presenter.rows
    review_id = row.review.id
    assert row.undecided > 0

    window.queue.open_button.click()
    assert window.stack.currentIndex() == REVIEW
    _withhold_everything(window)
    assert all(mark.decision is not None for mark in window.review.presenter.marks)
    window.review.parts.read_button.click()
    _fill_record(window, review_id)
    window.go(REVIEW)
    assert window.review.head.prepare.isEnabled(), window.review.presenter.blockers
    window.review.head.prepare.click()
    wait(desk)
    assert session.case(review_id).review.state is State.PREPARED, heard.bad

    _sign(window, desk, who)
    assert session.case(review_id).review.state is State.SIGNED, heard.bad
    assert check_signature(session, review_id).person == who.officer.id

    released = _release(window, desk, who, note.parent / "release")
    assert session.case(review_id).review.state is State.RELEASED, heard.bad
    for path in released.rglob("*"):
        if path.is_file():
            data = path.read_bytes().decode("utf-8", "replace")
            assert not [secret for secret in SECRETS if secret in data], path.name

    view = window.publish
    assert view.presenter.can_recall
    assert not view.recall_button.isEnabled()
    view.because.setText("the wrong annex")
    view.recall_button.click()
    assert session.case(review_id).review.state is State.RECALLED, heard.bad
    assert not view.presenter.can_recall


def _withhold_everything(window: MainWindow) -> None:
    presenter = window.review.presenter
    for word in SECRETS:
        text = presenter.case.document.story("body").text
        at = text.find(word)
        while at >= 0:
            span = Span("body", at, at + len(word))
            if not any(
                mark.target.contains(span) for mark in presenter.marks if isinstance(mark.target, Span)
            ):
                presenter.decide_on(span, Verdict.WITHHOLD, window.review.panel.wording())
            at = text.find(word, at + 1)
    presenter.step(1)
    for _ in range(len(presenter.marks) + 1):
        if presenter.mark is not None and presenter.mark.decision is None:
            window.review.panel.buttons[Verdict.WITHHOLD].click()
    settle()


def _fill_record(window: MainWindow, review_id: str) -> None:
    window.review.head.record.click()
    assert window.stack.currentIndex() == PUBLISH
    record = json.loads((SAMPLES / "records" / "field-notes-en.json").read_text("utf-8"))
    form = window.publish.form
    assert not window.publish.keep_button.isEnabled()
    form.show_record(record)
    form.edited.emit()
    assert window.publish.presenter.complaints == ()
    assert _sorted_lists(form.record()) == _sorted_lists(record), "the portal has an order of its own"
    window.publish.keep_button.click()
    assert window.publish.presenter.row is not None
    assert window.publish.presenter.row.review.id == review_id


def _sorted_lists(record: PortalRecord) -> PortalRecord:
    return {key: sorted(value) if key in {"subject", "audience"} else value for key, value in record.items()}  # type: ignore[type-var]


def _sign(window: MainWindow, desk: Desk, who: People) -> None:
    view = window.sign_off
    window.go(SIGN_OFF)
    assert view.presenter.sheet is not None
    assert not view.presenter.can_sign, "the author does not sign"
    desk.work_as(who.officer)
    for box in view.checklist.yes.values():
        box.setChecked(True)
    for _, box in view.words:
        box.setChecked(True)
    assert view.sign_button.isEnabled()
    assert "046" not in view.read_back()
    words = tuple(place for place, _ in view.words)
    view.presenter.sign(PASSPHRASE, view.checklist.answers(), words)
    wait(desk)
    desk.work_as(who.imso)
    view.approver.setText("Ines Vantongeren")
    view.reference.setText("IM-2026-17")
    view.approve_button.click()
    assert view.presenter.sheet is not None
    assert view.presenter.sheet.approval is not None


def _release(window: MainWindow, desk: Desk, who: People, folder: Path) -> Path:
    desk.work_as(who.officer)
    window.go(PUBLISH)
    window.publish.folder.setText(str(folder))
    assert window.publish.release_button.isEnabled()
    window.publish.release_button.click()
    wait(desk)
    assert folder.is_dir()
    assert str(folder) in window.publish.result.text()
    window.publish.presenter.prove(folder)
    wait(desk)
    return folder


def test_keys_of_the_list_decide_undo_and_clear(
    window: MainWindow, desk: Desk, session: Session, who: People, note: Path
) -> None:
    review = take_in(session, note, who.author)
    window.open_review(review.id)
    wait(desk)
    table, presenter = window.review.findings.table, window.review.presenter
    first = presenter.mark
    assert first is not None
    QTest.keyClick(table, Qt.Key.Key_Return)
    (decision,) = session.case(review.id).decisions.decisions
    assert (decision.target, decision.ruling.verdict) == (first.target, Verdict.WITHHOLD)
    assert presenter.mark is not None
    assert presenter.mark.target != first.target, "deciding moves on"
    QTest.keyClick(table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.case(review.id).decisions.decisions == ()
    QTest.keyClick(table, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert session.case(review.id).decisions.decisions[0].ruling.verdict is Verdict.WITHHOLD
    left = sum(mark.decision is None for mark in presenter.marks)
    window.go(QUEUE)
    assert window.queue.presenter.rows[0].undecided == left, "the queue counts what was decided"
    window.go(REVIEW)
    presenter.choose(next(mark for mark in presenter.marks if mark.target == first.target))
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert session.case(review.id).decisions.decisions == ()
    QTest.keyClick(table, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert session.case(review.id).decisions.decisions[0].ruling.verdict is Verdict.DISCLOSE


def test_many_places_at_once_are_counted_first_and_one_undo_takes_them_all_back(
    window: MainWindow, desk: Desk, heard: Heard, session: Session, who: People, note: Path
) -> None:
    note.write_text(
        "Mr. Thibault Ravensworth came. Mr. Thibault Ravensworth left. Mr. Thibault Ravensworth wrote.\n",
        "utf-8",
    )
    review = take_in(session, note, who.author)
    window.open_review(review.id)
    wait(desk)
    table, presenter = window.review.findings.table, window.review.presenter
    assert presenter.mark is not None
    count = len(presenter.same_places(presenter.mark))
    assert count == 3
    QTest.keyClick(table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert session.case(review.id).decisions.decisions == (), "the number is said first"
    assert "3" in heard.good[-1]
    QTest.keyClick(table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(session.case(review.id).decisions.decisions) == 3
    presenter.undo()
    assert session.case(review.id).decisions.decisions == ()
