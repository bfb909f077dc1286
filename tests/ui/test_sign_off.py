# SPDX-License-Identifier: MIT
"""Sign-off, publishing and settings: who may do what, what is refused and how it is said."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from reviewer.model.decision import Ruling, Verdict
from reviewer.model.ground import DiscloseReason
from reviewer.model.review import PersonRole, State
from reviewer.workflow import decide, publish, verify
from reviewer.workflow.session import Session
from tests.ui.conftest import PASSPHRASE, SAMPLES, Heard, People, settle, take_in, wait
from ui import settings as kept
from ui.app import take_away
from ui.desk import Desk
from ui.screens.publish.view import PublishView
from ui.screens.settings.view import SettingsView
from ui.screens.sign_off.view import SignOffView
from ui.settings import Settings, Theme
from ui.widgets.sign_dialog import SignDialog


@pytest.fixture
def prepared(session: Session, who: People, note: Path) -> str:
    """A review that is ready to sign; everything in it was disclosed."""
    note.write_text("Call the desk at 613-555-0142.\n", "utf-8")
    review = take_in(session, note, who.author)
    for finding in session.case(review.id).findings:
        ruling = Ruling(Verdict.DISCLOSE, reason=DiscloseReason.NOT_SENSITIVE)
        decide.decide(session, review.id, (finding.span,), ruling, who.author)
    decide.see_all(session, review.id, who.author)
    record = json.loads((SAMPLES / "records" / "field-notes-en.json").read_text("utf-8"))
    publish.set_record(session, review.id, record, who.author)
    verify.prepare(session, review.id, who.author)
    return review.id


@pytest.fixture
def view(desk: Desk, prepared: str, who: People) -> Iterator[SignOffView]:
    desk.work_as(who.officer)
    made = SignOffView(desk)
    made.show()
    made.fill()
    yield made
    made.close()
    settle()
    take_away(made)


def _confirm(view: SignOffView) -> None:
    for box in view.checklist.yes.values():
        box.setChecked(True)


def test_the_sheet_says_what_is_signed(view: SignOffView, session: Session, prepared: str) -> None:
    sheet = view.presenter.sheet
    assert sheet is not None
    assert sheet.candidate is not None
    assert sheet.candidate.sha256 in view.sheet.text()
    assert "613-555-0142" not in view.sheet.text()
    assert not view.sign_button.isEnabled(), "no statement is confirmed"


def test_signing_goes_through_the_dialog(
    view: SignOffView, desk: Desk, heard: Heard, session: Session, prepared: str
) -> None:
    _confirm(view)
    read: list[str] = []

    def sign() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SignDialog)
        read.append(dialog.text.text())
        assert not dialog.sign_button.isEnabled()
        dialog.passphrase.setText(PASSPHRASE)
        dialog.sign_button.click()

    QTimer.singleShot(0, sign)
    view.sign_button.click()
    wait(desk)
    assert "1 passage disclosed" in read[0]
    assert session.case(prepared).review.state is State.SIGNED, heard.bad


def test_leaving_the_dialog_signs_nothing(
    view: SignOffView, desk: Desk, session: Session, prepared: str
) -> None:
    _confirm(view)

    def leave() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SignDialog)
        dialog.passphrase.setText(PASSPHRASE)
        dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel).click()

    QTimer.singleShot(0, leave)
    view.sign_button.click()
    wait(desk)
    assert session.case(prepared).review.state is State.PREPARED


def test_a_wrong_passphrase_is_explained(
    view: SignOffView, desk: Desk, heard: Heard, session: Session, prepared: str
) -> None:
    _confirm(view)
    view.presenter.sign("not the passphrase", view.checklist.answers(), ())
    wait(desk)
    assert session.case(prepared).review.state is State.PREPARED
    assert heard.bad
    assert "not the passphrase" not in heard.bad[-1]


def test_a_reason_may_stand_instead_of_a_yes_where_the_policy_allows_it(view: SignOffView) -> None:
    _confirm(view)
    (key, field), *_ = view.checklist.reasons.items()
    view.checklist.yes[key].setChecked(False)
    assert not view.sign_button.isEnabled()
    field.setText("the final version is out of print")
    assert view.sign_button.isEnabled()
    assert view.checklist.answers()[key] == "the final version is out of print"


def test_an_officer_who_decided_cannot_sign(
    view: SignOffView, desk: Desk, heard: Heard, session: Session, who: People, prepared: str
) -> None:
    span = session.case(prepared).findings[0].span
    ruling = Ruling(Verdict.DISCLOSE, reason=DiscloseReason.NOT_SENSITIVE, note="looked at it again")
    decide.decide(session, prepared, (span,), ruling, who.officer)
    verify.prepare(session, prepared, who.author)
    view.fill()
    _confirm(view)
    view.presenter.sign(PASSPHRASE, view.checklist.answers(), ())
    wait(desk)
    assert session.case(prepared).review.state is State.PREPARED
    assert who.officer.name in heard.bad[-1]


def test_sending_back_needs_a_note(view: SignOffView, session: Session, prepared: str) -> None:
    assert not view.back_button.isEnabled()
    view.note.setText("page 2 again, please")
    view.back_button.click()
    review = session.case(prepared).review
    assert (review.state, review.refused_because) == (State.OPEN, "page 2 again, please")
    assert view.presenter.sheet is None
    assert not view.right.isVisible()


def test_answers_are_not_carried_to_another_document(
    view: SignOffView, desk: Desk, session: Session, who: People
) -> None:
    _confirm(view)
    view._shown = "another"
    view.fill()
    assert view.checklist.answers() == {}


def test_a_record_is_checked_as_it_is_typed(desk: Desk, session: Session, who: People, note: Path) -> None:
    review = take_in(session, note, who.author)
    view = PublishView(desk)
    view.show()
    view.fill()
    form, presenter = view.form, view.presenter
    assert any(each.field.startswith("title_translated") for each in presenter.complaints)
    record = json.loads((SAMPLES / "records" / "minutes-en.json").read_text("utf-8"))
    form.show_record(record)
    form.edited.emit()
    assert presenter.complaints == ()
    assert view.keep_button.isEnabled()
    from reviewer.model.document import Language

    title = form.fluent["title_translated", Language.FR]
    before = title.text()  # type: ignore[union-attr]
    other = note.with_name("other.txt")
    other.write_text("Nothing to see.\n", "utf-8")
    take_in(session, other, who.author)
    view.fill()
    for row in view.presenter.rows:
        view.presenter.choose(row)
    view.show_review(review.id)
    assert form.record() == presenter.record, "what was typed is still there"
    assert presenter.is_draft
    title.setText("   ")  # type: ignore[union-attr]
    assert not view.keep_button.isEnabled()
    assert {each.field.split(".")[0] for each in presenter.complaints} == {"title_translated"}
    assert "Title" in form.complaints.text()
    title.setText(before)  # type: ignore[union-attr]
    form.date.setText("2999-01-01")
    assert [each.field for each in presenter.complaints] == ["date_published"]
    form.date.setText(record["date_published"])
    view.keep_button.click()
    from reviewer.workflow.records import record_of

    assert record_of(session, review.id)["title_translated"] == record["title_translated"]
    assert not presenter.is_draft
    view.close()
    take_away(view)


def test_a_folder_that_is_no_release_is_explained(desk: Desk, heard: Heard, home: Path) -> None:
    view = PublishView(desk)
    (home / "empty").mkdir()
    view.presenter.prove(home / "empty")
    wait(desk)
    assert heard.bad
    take_away(view)


def test_people_are_added_with_care(desk: Desk, heard: Heard, session: Session) -> None:
    view = SettingsView(desk)
    view.show()

    def add(name: str, passphrase: str, again: str) -> int:
        view.name.setText(name)
        view.role.choose(PersonRole.AUDITOR.value)
        view.passphrase.setText(passphrase)
        view.again.setText(again)
        view.add_button.click()
        return len(desk.people)

    assert add("Quill Osterhagen", PASSPHRASE, "something else") == 3
    assert "differ" in heard.bad[-1]
    assert add("Quill Osterhagen", "short", "short") == 3
    assert "12" in heard.bad[-1]
    assert add("Quill Osterhagen", PASSPHRASE, PASSPHRASE) == 4
    assert view.passphrase.text() == ""
    assert add("quill  osterhagen", PASSPHRASE, PASSPHRASE) == 4, "two who read alike cannot be told apart"
    assert view.people.rows.rowCount() == 4
    view.close()
    take_away(view)


def test_the_journal_is_shown_filtered_and_proved(desk: Desk, heard: Heard, prepared: str) -> None:
    view = SettingsView(desk)
    view.show()
    view.tabs.setCurrentIndex(2)
    every = view.journal.filter.rowCount()
    assert every > 5
    view.filter.setText("copy prepared")
    assert view.journal.filter.rowCount() == 1
    view.check_button.click()
    assert "whole" in heard.good[-1]
    view.close()
    take_away(view)


def test_choices_are_kept_and_a_damaged_file_gives_the_defaults(home: Path) -> None:
    path = home / "home" / "settings.json"
    from reviewer.model.document import Language

    chosen = Settings(Language.FR, Theme.DARK, "someone", "here", "there", "21(1)(a)")
    kept.save(path, chosen)
    assert kept.load(path) == chosen
    path.write_text('{"theme": "plaid", "language": 7, "person": "x", "unknown": 1}', "utf-8")
    assert kept.load(path) == Settings(language=kept.system_language(), person="x")
    path.write_text("no json", "utf-8")
    assert kept.load(path).theme is Theme.SYSTEM


def test_a_disk_that_refuses_costs_only_the_memory(home: Path) -> None:
    blocked = home / "file"
    blocked.write_text("in the way", "utf-8")
    kept.save(blocked / "settings.json", Settings())
    assert blocked.read_text("utf-8") == "in the way"
