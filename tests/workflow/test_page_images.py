# SPDX-License-Identifier: MIT
"""Pages of Word documents: drawn once in a session, passages where the ink is, headers on every page."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import paths
from reviewer.documents.docx.reader import read_docx
from reviewer.documents.source import Source
from reviewer.errors import OfficeMissing, SourceChanged
from reviewer.model.document import Span
from reviewer.workflow import page_images, pages
from reviewer.workflow.open import open_review
from reviewer.workflow.pages import Paper
from reviewer.workflow.session import Session, open_session
from tests.corpus.docx.pack import Rel, line, package, para, part, run
from tests.corpus.pdf.cases import MAKERS
from tests.redaction.pdf.plans import read
from tests.workflow.way import Desk

NEW_PAGE = '<w:r><w:br w:type="page"/></w:r>'
HEADER = '<w:headerReference w:type="default" r:id="rId5"/>'
NOTES = package(
    line("Odalys Quennevale came first.")
    + para(NEW_PAGE + run("Then Odalys "), "<w:jc w:val='right'/>")
    + line("Quennevale left."),
    section=HEADER,
    rels=[Rel("rId5", "header", "header1.xml")],
    parts={"word/header1.xml": part("hdr", line("File of Odalys Quennevale"))},
)


def _span(source: Source | Paper, story: str, words: str, nth: int = 0) -> Span:
    text, at = source.document.story(story).text, -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(story, at, at + len(words))


@pytest.fixture
def session(desk: Desk) -> Session:
    return desk.session


@pytest.fixture
def paper(session: Session) -> Paper:
    return page_images.pages_of(session, read_docx(NOTES, path=Path("notes.docx")))


def test_a_passage_is_where_the_ink_is(paper: Paper) -> None:
    assert pages.page_count(paper) == 2
    for nth, page in ((0, 1), (1, 2)):
        span = _span(paper, "body", "Quennevale", nth)
        assert pages.page_of(paper, span) == page
        (box,) = pages.quads(paper, span)
        image, size = pages.page_image(paper.data, page, scale=2.0), pages.page_size(paper.data, page)
        visible, turned = pages.visible_area(paper, page)
        left, top, right, bottom = pages.on_image(box, size, 2.0, visible=visible, rotation=turned)
        inside = [
            image.rgba[y * image.stride + x * 4]
            for y in range(int(top), int(bottom))
            for x in range(int(left), int(right))
        ]
        assert sum(value < 128 for value in inside) > 0.05 * len(inside)


def test_a_passage_over_two_paragraphs_has_a_box_in_each(paper: Paper) -> None:
    text = paper.document.story("body").text
    start = text.index("Odalys", 10)
    first, second = pages.quads(paper, Span("body", start, text.index("left") - 1))
    assert first.x0 > second.x0, "the first paragraph is set to the right"
    assert first.y0 > second.y0


def test_a_header_is_marked_on_every_page(paper: Paper) -> None:
    boxes = pages.quads(paper, _span(paper, "header:1", "Quennevale"))
    assert [box.page for box in boxes] == [1, 2]
    assert pages.page_of_story(paper, "header:1") == 1


def test_what_no_page_shows_has_no_place(session: Session) -> None:
    hidden = package(line("In view.") + para(run("Out of view", "<w:vanish/>")))
    paper = page_images.pages_of(session, read_docx(hidden, path=Path("hidden.docx")))
    (story,) = (each for each in paper.document.stories if each.text == "Out of view")
    assert pages.page_of(paper, Span(story.id, 0, 3)) is None
    assert pages.quads(paper, Span(story.id, 0, 3)) == ()


def test_pages_are_drawn_once_in_a_session_and_only_from_the_bytes_of_the_review(
    desk: Desk, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notes.docx"
    path.write_bytes(NOTES)
    review = open_review(session, path, desk.author)
    path.write_bytes(package(line("Other words.")))
    with pytest.raises(SourceChanged):
        page_images.pages_of_review(session, review.id)
    path.write_bytes(NOTES)
    first = page_images.pages_of_review(session, review.id)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert page_images.pages_of_review(session, review.id) is first
    if not page_images.available():
        with pytest.raises(OfficeMissing):
            page_images.pages_of(session, read_docx(package(line("New.")), path=Path("new.docx")))
    assert page_images.pages_of_copy(session, review.id) is None


def test_a_pdf_is_its_own_paper(session: Session) -> None:
    source = read(MAKERS["plain_tj"]().data)
    assert page_images.pages_of(session, source) is source
    assert session.drawn == {}


def test_a_session_sweeps_what_a_killed_one_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "private"
    monkeypatch.setattr(paths, "private_temp_root", lambda: root)
    monkeypatch.setenv("PARVIS_KEY_FILE", str(_key(tmp_path)))
    left = root / "pages-left"
    left.mkdir(parents=True)
    (left / "lock").touch()
    (left / "copy.docx").write_bytes(NOTES)
    with open_session(tmp_path / "home", fast=True):
        assert not left.exists()


def _key(folder: Path) -> Path:
    key = folder / "key"
    key.touch(mode=0o600)
    key.write_text("0f" * 32, "ascii")
    return key
