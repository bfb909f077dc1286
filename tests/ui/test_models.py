# SPDX-License-Identifier: MIT
"""Offsets on the screen are those of the stories, whatever the characters; lists keep their rows."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from reviewer.model.decision import Verdict
from reviewer.model.document import Choice, ProblemKind, Span, Story, StoryKind
from reviewer.model.finding import Category
from reviewer.model.journal import Action
from reviewer.model.review import PersonRole, State
from reviewer.workflow.marks import BlockerKind, Standing
from ui.models.findings import one_line
from ui.models.story_text import StoryText
from ui.texts import Texts, sign

letters = st.one_of(
    st.characters(exclude_categories=["Cs"]),
    st.sampled_from("\r\n\t\v\f\0\x85\u2028\u2029\ufdd0\ufdd1\ufffc\u200b🦦𝒜é"),
)


def _stories(*texts: str) -> StoryText:
    stories = [Story(f"body:{at}", StoryKind.BODY, text, visible=at != 1) for at, text in enumerate(texts)]
    return StoryText(stories, lambda story: f"▌ {story.id}")


@given(st.lists(st.text(letters, min_size=1, max_size=40), min_size=1, max_size=4), st.data())
@settings(max_examples=300, deadline=None)
def test_a_span_is_found_where_it_stands_and_back(texts: list[str], data: st.DataObject) -> None:
    made = _stories(*texts)
    number = data.draw(st.integers(0, len(texts) - 1))
    text = texts[number]
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span(f"body:{number}", start, end)
    where = made.range_of(span)
    assert where is not None
    assert made.span_at(*where) == span


@given(st.lists(st.text(letters, min_size=1, max_size=40), min_size=1, max_size=3))
@settings(max_examples=300, deadline=None)
def test_what_is_shown_there_is_the_text(texts: list[str]) -> None:
    made = _stories(*texts)
    for piece, text in zip(made.pieces, texts, strict=True):
        cursor = QTextCursor(made.text)
        for offset, character in enumerate(text):
            cursor.setPosition(piece.position(offset))
            cursor.setPosition(piece.position(offset + 1), QTextCursor.MoveMode.KeepAnchor)
            shown = cursor.selectedText()
            assert len(shown) == 1
            if character.isalnum():
                assert shown == character


def test_a_selection_over_two_stories_stays_in_the_first() -> None:
    made = _stories("one", "two")
    first, second = made.pieces
    assert made.span_at(first.position(1), second.position(2)) == Span("body:0", 1, 3)
    assert made.span_at(0, 1) is None, "a heading is no text of the document"


def test_one_line_shows_no_control_character() -> None:
    assert one_line("a\tb\n c\x07d") == "a b c\N{REPLACEMENT CHARACTER}d"
    assert len(one_line("x" * 500)) <= 90


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_word_of_the_core_has_its_word_in_the_window(application: QApplication, language: str) -> None:
    from reviewer.model.document import Language
    from reviewer.workflow.marks import Blocker
    from ui.language import Tongue

    tongue, texts = Tongue(Language(language)), Texts()
    said = [
        *(texts.category(each) for each in Category),
        *(texts.verdict(each) for each in Verdict),
        *(texts.standing(each) for each in Standing),
        *(texts.kind(each) for each in StoryKind),
        *(texts.problem(each) for each in ProblemKind),
        *(texts.choice(each) for each in Choice),
        *(texts.state(each) for each in State),
        *(texts.person_role(each) for each in PersonRole),
        *(texts.blocker(Blocker(each)) for each in BlockerKind),
        *(texts.done(each, 2) for each in (*Verdict, None)),
    ]
    tongue.silence()
    assert all(said)
    assert not [each for each in said if "%n" in each or "{" in each]
    assert len({sign(each) for each in Standing}) == len(Standing), "told apart by shape alone"


def test_every_action_of_the_journal_has_its_word(application: QApplication) -> None:
    from ui.models.others import JournalModel

    model = JournalModel(Texts())
    assert len({model._action(each) for each in Action}) == len(Action)
    assert model.headerData(0, Qt.Orientation.Horizontal) == "No."


@pytest.mark.parametrize(
    ("count", "english", "french"),
    [(0, "0 passages", "0 passage "), (1, "1 passage ", "1 passage "), (2, "2 passages", "2 passages")],
)
def test_plurals(application: QApplication, count: int, english: str, french: str) -> None:
    from reviewer.model.document import Language
    from ui.language import Tongue

    for language, start in ((Language.EN, english), (Language.FR, french)):
        tongue = Tongue(language)
        assert Texts().done(Verdict.WITHHOLD, count).startswith(start)
        tongue.silence()
