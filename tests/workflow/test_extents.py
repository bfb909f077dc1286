# SPDX-License-Identifier: MIT
"""How far a passage reaches, by word and by letter; what is found in every story; where a question's text stands."""

from __future__ import annotations

import pytest

from reviewer.model.document import (
    Choice,
    Document,
    Format,
    Problem,
    ProblemKind,
    Span,
    Story,
    StoryKind,
)
from reviewer.workflow.extents import Edge, move
from reviewer.workflow.questions import stories_about
from reviewer.workflow.search import Search

TEXT = "We met Zoé O\N{RIGHT SINGLE QUOTATION MARK}Dell-Roy (ecology) today."
HIDDEN = "zoe o'dell-roy\nasked again"


def _document(*problems: Problem) -> Document:
    stories = (
        Story("body", StoryKind.BODY, TEXT),
        Story("comment:1", StoryKind.COMMENT, HIDDEN, visible=False),
        Story("comment:2", StoryKind.COMMENT, " ", visible=False),
        Story("image_text:1", StoryKind.IMAGE_TEXT, "Gravel Wharf", visible=False),
    )
    return Document("0" * 64, Format.DOCX, "1", None, stories, problems)


@pytest.mark.parametrize(
    ("edge", "step", "by_letter", "expected"),
    [
        (Edge.END, 1, False, "Zoé O\N{RIGHT SINGLE QUOTATION MARK}Dell-Roy"),
        (Edge.END, 1, True, "Zoé "),
        (Edge.END, -1, True, "Zo"),
        (Edge.START, -1, False, "met Zoé"),
        (Edge.START, 1, True, "oé"),
        (Edge.START, 1, False, "Zoé"),
        (Edge.END, -1, False, "Zoé"),
    ],
)
def test_an_end_moves(edge: Edge, step: int, by_letter: bool, expected: str) -> None:
    document = _document()
    moved = move(document, Span("body", 7, 10), edge, step, by_letter=by_letter)
    assert document.text_of(moved) == expected


def test_it_stays_in_its_story() -> None:
    document = _document()
    whole = Span("body", 0, len(TEXT))
    for by_letter in (True, False):
        assert move(document, whole, Edge.START, -1, by_letter=by_letter) == whole
        assert move(document, whole, Edge.END, 1, by_letter=by_letter) == whole
    last = move(document, whole, Edge.END, -1)
    assert document.text_of(last).endswith("today")


def test_words_are_found_in_every_story_whatever_their_letters() -> None:
    document = _document()
    search = Search(document)
    found = search.find("ZOE ODELL ROY", whole_words=True)
    assert [each.story for each in found] == ["body", "comment:1"]
    assert search.find("dell", whole_words=True), "an apostrophe and a hyphen end words"
    assert search.find("colog", whole_words=True) == ()
    assert document.text_of(search.find("colog", whole_words=False)[0]) == "colog"
    assert search.find("  -- ", whole_words=False) == ()
    assert search.around(found[1]) == ("", "zoe o'dell-roy", "")
    before, place, after = search.around(found[0])
    assert before + place + after == TEXT


def test_where_the_text_of_a_question_stands() -> None:
    leave = (Choice.LEAVE_OUT,)
    comments = Problem("comments", ProblemKind.COMMENTS, leave, Choice.LEAVE_OUT)
    both = (Choice.KEEP, Choice.REMOVE)
    image = Problem("image:1", ProblemKind.IMAGE, both, Choice.REMOVE, story="image_text:1")
    silent = Problem("image:2", ProblemKind.IMAGE, both, Choice.REMOVE, story="image_text:9")
    document = _document(comments, image, silent)
    assert [stories_about(document, each) for each in document.problems] == [
        ("comment:1",),
        ("image_text:1",),
        (),
    ]
