# SPDX-License-Identifier: MIT
"""The queue: files, folders and drops are taken in; what fails keeps its reason; work can be stopped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDropEvent

from reviewer.errors import EmptyFile, UnansweredProblem, UnsupportedFormat
from reviewer.model.document import Choice, Language
from reviewer.model.review import State
from reviewer.workflow.session import Session
from reviewer.workflow.sofar import SoFar
from tests.ui.conftest import NOTE, Heard, Make, People, Show, settle, wait
from ui.app import take_away
from ui.desk import Desk
from ui.screens.queue.view import QueueView
from ui.widgets.job_bar import JobBar


@pytest.fixture
def view(desk: Desk) -> Iterator[QueueView]:
    made = QueueView(desk)
    made.resize(900, 600)
    made.show()
    yield made
    made.close()
    settle()
    take_away(made)


def _names(view: QueueView) -> set[str]:
    return {row.review.name for row in view.presenter.rows}


def test_a_folder_is_walked_and_each_failure_has_its_reason(view: QueueView, desk: Desk, home: Path) -> None:
    folder = home / "drafts"
    (folder / "deep").mkdir(parents=True)
    (folder / "one.txt").write_text("Call 613-555-0111.\n", "utf-8")
    (folder / "deep" / "deux.md").write_text("# Titre\nAppeler le 613-555-0122.\n", "utf-8")
    (folder / "empty.txt").touch()
    (folder / "table.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    (folder / "photo.bmp").write_bytes(b"BM")
    (folder / "~$one.docx").write_bytes(b"lock")
    (folder / ".hidden.txt").write_text("no", "utf-8")
    view.take([folder])
    wait(desk)
    assert _names(view) == {"one.txt", "deux.md"}
    failed = {failure.path.name: type(failure.error) for failure in view.presenter.failures}
    assert failed.keys() == {"empty.txt", "table.xlsx", "photo.bmp"}
    assert failed["empty.txt"] is EmptyFile
    assert failed["photo.bmp"] is UnsupportedFormat
    assert view.failed_part.isVisible()
    view.failures.select(view.presenter.failures[0], quietly=False)
    assert view.presenter.failures[0].path.name in view.reason.text()
    view.forget.click()
    assert len(view.presenter.failures) == 2


def test_a_text_in_another_encoding_is_opened_once_the_person_names_it(
    view: QueueView, desk: Desk, session: Session, home: Path
) -> None:
    path = home / "vieux.txt"
    path.write_bytes("Réunion à l'été : appeler le 613-555-0133.\n".encode("cp1252"))
    view.take([path])
    wait(desk)
    (failure,) = view.presenter.failures
    assert isinstance(failure.error, UnansweredProblem)
    assert view.encoding.isVisible()
    view.encoding.choose(Choice.WINDOWS_1252.value)
    view.again.click()
    wait(desk)
    assert view.presenter.failures == ()
    (row,) = view.presenter.rows
    assert session.case(row.review.id).document.story("body").text.startswith("Réunion à l'été")


def test_files_can_be_dropped(view: QueueView, desk: Desk, note: Path) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(note))])
    event = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        dropped,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    view.dropEvent(event)
    wait(desk)
    assert _names(view) == {"note.txt"}


def test_the_same_file_twice_is_one_review(view: QueueView, desk: Desk, note: Path) -> None:
    view.take([note, note])
    wait(desk)
    assert len(view.presenter.rows) == 1


def test_nobody_at_work_takes_nothing_in(view: QueueView, desk: Desk, heard: Heard, note: Path) -> None:
    desk.work_as(None)
    view.take([note])
    wait(desk)
    assert view.presenter.rows == ()
    assert "who is working" in heard.bad[-1]


def test_a_document_is_refused_with_its_reason(
    view: QueueView, desk: Desk, session: Session, note: Path
) -> None:
    view.take([note])
    wait(desk)
    assert not view.refuse_button.isEnabled()
    view.because.setText("not ours to publish")
    view.refuse_button.click()
    (row,) = view.presenter.rows
    assert row.review.state is State.REFUSED
    assert row.review.refused_because == "not ours to publish"
    assert not view.refuse_button.isEnabled()


def test_stopping_leaves_no_half_review(
    view: QueueView, desk: Desk, heard: Heard, session: Session, home: Path
) -> None:
    bar = JobBar(desk)
    bar.show()
    paths = []
    for number in range(12):
        path = home / f"{number}.txt"
        path.write_text(f"Note {number}. Call 613-555-01{number:02d}.\n" * 200, "utf-8")
        paths.append(path)
    view.take(paths)
    assert bar.stop.isVisible()
    bar.stop.click()
    wait(desk)
    assert view.presenter.failures == (), "what the person stopped is no failure"
    assert any("Stopped" in line for line in heard.good)
    assert len(view.presenter.rows) < len(paths)
    for row in view.presenter.rows:
        assert session.case(row.review.id).document.stories
    assert not bar.stop.isVisible()
    take_away(bar)


def test_reasons_are_said_in_the_language_of_the_window(view: QueueView, desk: Desk, home: Path) -> None:
    empty = home / "empty.txt"
    empty.touch()
    view.take([empty])
    wait(desk)
    english = view.reason.text()
    desk.speak(Language.FR)
    view.retranslate()
    assert view.reason.text() != english
    assert "empty.txt" in view.reason.text()


def test_news_is_announced_to_a_screen_reader(desk: Desk) -> None:
    before = QAccessible.isActive()
    bar = JobBar(desk)
    QAccessible.setActive(True)
    try:
        desk.say("11 left")
        desk.warn("a" * 1000)
    finally:
        QAccessible.setActive(before)
    assert bar.news.text().startswith("⚠ a")
    assert len(bar.news.text()) < 500
    take_away(bar)


def test_columns_of_numbers_are_sorted_as_numbers(
    view: QueueView, desk: Desk, home: Path, who: People
) -> None:
    for number in (2, 11, 1):
        path = home / f"{number}.txt"
        path.write_text("".join(f"Call 613-555-01{at:02d}, please.\n" for at in range(number)), "utf-8")
        view.take([path])
    wait(desk)
    view.table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    shown = [view.table.filter.index(row, 2).data() for row in range(view.table.filter.rowCount())]
    assert [int(each) for each in shown] == sorted(int(each) for each in shown)
    assert len(set(shown)) == 3


def test_what_was_found_so_far_is_shown_while_the_rest_is_searched(
    make_desk: Make, show_window: Show, home: Path
) -> None:
    desk = make_desk(Language.EN)
    window = show_window(desk)
    box = window.queue.first
    path = home / "long.txt"
    path.write_text(
        NOTE + "Ms. Quennevale is on sick leave for depression.\n" + "The plan was read.\n" * 3_000, "utf-8"
    )
    told: list[tuple[str, str, str]] = []

    def look(name: str, _so_far: SoFar) -> None:
        assert box.isVisibleTo(window.queue)
        assert not box.area.isVisibleTo(box), "a text has no page to show"
        told.append((box.title.text(), box.found.text(), box.sentences.text()))

    window.queue.presenter.first.found.connect(look)
    window.queue.take([path])
    wait(desk)
    name, found, sentences = told[0]
    assert name == "long.txt"
    assert "Person: 3" in found
    assert "SIN: 1" in found
    assert "sick leave for depression" in sentences
    assert not box.isVisibleTo(window.queue)
    assert (box.found.text(), box.sentences.text()) == ("", "")


@pytest.mark.parametrize("language", list(Language))
def test_a_search_that_is_stopped_takes_nothing_in(
    make_desk: Make, show_window: Show, home: Path, language: Language
) -> None:
    desk = make_desk(language)
    window = show_window(desk)
    box = window.queue.first
    window.queue.presenter.first.found.connect(lambda _name, _so_far: box.stop.click())
    path = home / "long.txt"
    path.write_text(NOTE * 3_000, "utf-8")
    window.queue.take([path])
    wait(desk)
    assert window.queue.presenter.rows == ()
    assert window.queue.presenter.failures == ()
    assert not box.isVisibleTo(window.queue)
