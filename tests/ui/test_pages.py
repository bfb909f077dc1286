# SPDX-License-Identifier: MIT
"""The pages of a Word document in the review: explained once, drawn when asked for, with marks that can be clicked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.documents import office
from reviewer.documents.pdf import pixels
from reviewer.model.decision import Ruling, Verdict
from reviewer.model.document import Language
from reviewer.workflow import decide, publish, verify
from reviewer.workflow.session import Session
from tests.corpus.docx.pack import line, package
from tests.ui.conftest import SAMPLES, Heard, Make, People, Show, settle, take_in, wait
from ui.app import take_away
from ui.desk import Desk
from ui.main_window import REVIEW, SIGN_OFF
from ui.screens.review.view import ReviewView
from ui.widgets.page_notice import Notice

SAMPLE = SAMPLES / "minutes-en.docx"


@pytest.fixture
def view(desk: Desk) -> Iterator[ReviewView]:
    made = ReviewView(desk)
    made.resize(1300, 800)
    made.show()
    yield made
    made.close()
    settle()
    take_away(made)


@pytest.fixture
def review(view: ReviewView, desk: Desk, session: Session, who: People) -> str:
    review_id = take_in(session, SAMPLE, who.author).id
    assert view.open(review_id)
    wait(desk)
    return review_id


def _draw(view: ReviewView, desk: Desk) -> None:
    view.document.paper.bar.as_pages.click()
    if view.document.paper.notice.notice is Notice.EXPLAIN and desk.settings.explained != "pages":
        view.document.paper.notice.button.click()
    wait(desk)


def test_pages_are_explained_then_drawn_and_the_text_comes_back(
    view: ReviewView, desk: Desk, review: str
) -> None:
    document, paper = view.document, view.document.paper
    assert document.stack.currentWidget() is document.text, "the text comes first"
    paper.bar.as_pages.click()
    assert paper.stack.currentWidget() is paper.notice
    assert "text view" in paper.notice.said.text()
    assert not paper.papers.drawing, "nothing is drawn before it was explained"
    paper.notice.button.click()
    assert paper.notice.notice is Notice.DRAWING
    paper.bar.as_pages.click()
    assert document.stack.currentWidget() is document.text, "the text is there while LibreOffice draws"
    assert paper.papers.drawing
    paper.bar.as_pages.click()
    wait(desk)
    assert document.stack.currentWidget() is paper
    assert paper.stack.currentWidget() is paper.area
    assert paper.page.sizeHint().width() > 300
    assert "LibreOffice" in document.banner.text()
    assert desk.settings.explained == "pages"


def test_marks_stand_on_the_ink_and_a_click_goes_to_the_finding(
    view: ReviewView, desk: Desk, review: str
) -> None:
    _draw(view, desk)
    page = view.document.paper.page
    image = page._image
    assert page._marks
    for placed in page._marks:
        for rect in placed.rects:
            dark = sum(
                image.pixelColor(x, y).lightness() < 128
                for x in range(int(rect.left()), int(rect.right()))
                for y in range(int(rect.top()), int(rect.bottom()))
            )
            assert dark > 0.03 * rect.width() * rect.height(), placed.mark
    other = next(each for each in page._marks if each.mark != view.presenter.mark)
    QTest.mouseClick(page, Qt.MouseButton.LeftButton, pos=other.rects[0].center().toPoint())
    assert view.presenter.mark is not None
    assert view.presenter.mark.target in {
        each.mark.target for each in page._marks if each.rects[0].contains(other.rects[0].center())
    }


def test_a_passage_on_no_page_is_shown_in_the_text(view: ReviewView, desk: Desk, review: str) -> None:
    _draw(view, desk)
    document = view.document
    marks = [each for each in view.presenter.marks if document.paper.images.page_of(each.target) is None]
    shown = [each for each in view.presenter.marks if document.paper.images.page_of(each.target) is not None]
    assert marks, "the sample has a comment or a property with a name in it"
    view.presenter.choose(marks[0])
    assert document.stack.currentWidget() is document.text
    assert "no page" in document.banner.text()
    view.presenter.choose(shown[-1])
    assert document.stack.currentWidget() is document.paper
    assert document.paper.bar.label.text().startswith(
        f"Page {document.paper.images.page_of(shown[-1].target)} "
    )


def test_stopping_gives_the_text_back_and_leaves_nothing(
    view: ReviewView, desk: Desk, review: str, heard: Heard
) -> None:
    paper = view.document.paper
    paper.bar.as_pages.click()
    paper.notice.button.click()
    assert paper.papers.drawing
    paper.notice.button.click()
    assert not paper.bar.on
    wait(desk)
    assert view.document.stack.currentWidget() is view.document.text
    assert paper.images.count == 0
    assert heard.bad == []
    _draw(view, desk)
    assert paper.images.count > 0


def test_without_libreoffice_the_switch_says_why(
    make_desk: Make, session: Session, who: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    if office.program() is not None:
        monkeypatch.setattr(office, "_USUAL_PLACES", ())
    for language, missing in ((Language.EN, "is missing"), (Language.FR, "n’est pas installé")):
        desk = make_desk(language)
        view = ReviewView(desk)
        view.open(take_in(session, SAMPLE, who.author).id)
        switch = view.document.paper.bar.as_pages
        assert not switch.isEnabled()
        assert missing in switch.text() + switch.accessibleDescription()
        assert view.document.stack.currentWidget() is view.document.text
        take_away(view)
    QApplication.processEvents()


def test_keys_turn_the_pages_and_the_list_again_in_the_text(
    view: ReviewView, desk: Desk, review: str
) -> None:
    _draw(view, desk)
    bar, part = view.document.paper.bar, view.parts.table.current()
    count = view.document.paper.images.count
    assert count > 1
    for _ in range(count):
        view.previous_part()
    assert bar.label.text() == f"Page 1 of {count}"
    assert not bar.before.isEnabled()
    view.next_part()
    wait(desk)
    assert bar.label.text() == f"Page 2 of {count}"
    assert view.parts.table.current() == part
    bar.before.click()
    wait(desk)
    assert bar.label.text() == f"Page 1 of {count}"
    bar.as_pages.click()
    view.next_part()
    assert view.parts.table.current() != part


@pytest.fixture
def prepared(session: Session, who: People, home: Path) -> str:
    """A Word document that is ready to sign; what was found in it was withheld."""
    path = home / "note.docx"
    path.write_bytes(package(line("Call Ms. Odalys Quennevale at 613-555-0142.") + line("The rest stays.")))
    review = take_in(session, path, who.author)
    for finding in session.case(review.id).findings:
        decide.decide(session, review.id, (finding.span,), Ruling(Verdict.WITHHOLD, ("19(1)",)), who.author)
    decide.see_all(session, review.id, who.author)
    record = json.loads((SAMPLES / "records" / "field-notes-en.json").read_text("utf-8"))
    publish.set_record(session, review.id, record, who.author)
    verify.prepare(session, review.id, who.author)
    return review.id


def test_whoever_signs_sees_the_copy_as_pages(
    prepared: str, desk: Desk, session: Session, who: People, show_window: Show
) -> None:
    desk.work_as(who.officer)
    desk.remember(explained="pages")
    window = show_window(desk)
    window.go(SIGN_OFF)
    window.sign_off.copy_button.click()
    wait(desk)
    document = window.review.document
    assert window.stack.currentIndex() == REVIEW
    assert document.as_copy.isChecked()
    assert document.stack.currentWidget() is document.paper
    assert document.paper.stack.currentWidget() is document.paper.area
    assert document.page._marks == (), "nothing is marked on what readers will see"
    drawn = session.drawn[document.paper.papers.current.document.sha256]
    pages = (pixels.page_text(drawn.data, page) for page in range(1, drawn.count + 1))
    said = "".join(character for page in pages for character, _ in page)
    assert "The rest stays." in said
    assert "[s. 19(1)]" in said
    assert "613-555-0142" not in said
    document.as_copy.click()
    assert not document.paper.images.count, "the page of the copy is not shown as one of the original"
    wait(desk)
    assert document.paper.papers.current.document.sha256 == session.case(prepared).document.sha256
