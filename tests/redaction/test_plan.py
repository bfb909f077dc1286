# SPDX-License-Identifier: MIT
"""From decisions to a plan: labels, joins, conflicts, and everything that must be answered first."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.documents.text import read_text
from reviewer.errors import ConflictingDecisions, InvalidDecision, NotReady, UnansweredProblem, UnknownId
from reviewer.model.decision import Answer, Decision, Decisions, Ruling, Verdict
from reviewer.model.document import Box, Choice, Document, Language, Span, Story, StoryKind
from reviewer.model.ground import DiscloseReason
from reviewer.redaction.copy import write_copy
from reviewer.redaction.labels import label_of, withheld_label
from reviewer.redaction.note import reader_note, with_pictures
from reviewer.redaction.plan import Plan, Removal, make_plan
from reviewer.redaction.text import apply_labels

TIME = dt.datetime(2026, 11, 21, tzinfo=dt.UTC)
TEXT = "Marie Dubois, 613-555-0101, called Roy.\r\nPROTECTED A"
PRIVATE = Ruling(Verdict.WITHHOLD, ("19(1)",))


def document(text: str = TEXT) -> Document:
    return read_text(text.encode(), path=Path("a.txt")).document


def decision(start: int, end: int, ruling: Ruling = PRIVATE, story: str = "body") -> Decision:
    return Decision(Span(story, start, end), ruling, "author", TIME, "act")


def plan_of(*decisions: Decision, text: str = TEXT, language: Language = Language.EN) -> Plan:
    return make_plan(document(text), Decisions(decisions), language=language, title="t")


def copy_of(*decisions: Decision, text: str = TEXT, language: Language = Language.EN) -> str:
    source = read_text(text.encode(), path=Path("a.txt"))
    plan = make_plan(source.document, Decisions(decisions), language=language, title="t")
    return write_copy(source, plan).data.decode()


@pytest.mark.parametrize(
    ("sections", "english", "french"),
    [
        (("19(1)",), "[s. 19(1)]", "[par. 19(1)]"),
        (("23", "19(1)", "23"), "[s. 19(1), s. 23]", "[par. 19(1), art. 23]"),
        (("20(1)(b)", "16(2)"), "[s. 16(2), s. 20(1)(b)]", "[par. 16(2), al. 20(1)b)]"),
        (("19(1)", "16(1)(c)(i)"), "[withheld]", "[caviardé]"),
    ],
)
def test_labels_name_the_provisions_by_their_depth(
    sections: tuple[str, ...], english: str, french: str
) -> None:
    assert withheld_label(sections, Language.EN) == english
    assert withheld_label(sections, Language.FR) == french


@pytest.mark.parametrize("sections", [(), ("19(9)",)])
def test_a_label_needs_a_ground_of_the_act(sections: tuple[str, ...]) -> None:
    with pytest.raises(InvalidDecision):
        withheld_label(sections, Language.EN)


def test_the_other_verdicts_have_labels_of_their_own() -> None:
    general = Ruling(Verdict.GENERALISE, ("19(1)",), replacement="near Gatineau")
    strike = Ruling(Verdict.STRIKE, authority="memo of 2 May")
    assert label_of((general,), Language.FR) == "near Gatineau [généralisé]"
    assert label_of((strike,), Language.EN) == "[marking struck]"
    assert label_of((strike, general, PRIVATE), Language.EN) == "[s. 19(1)]"


def test_neighbours_that_one_blank_separates_become_one_label() -> None:
    assert plan_of(decision(0, 5), decision(6, 12)).removals["body"] == (
        Removal(0, 12, "[s. 19(1)]", ((0, 5), (6, 12))),
    )


def test_a_gap_with_more_than_a_blank_stays() -> None:
    assert copy_of(decision(0, 12), decision(14, 26)) == "[s. 19(1)], [s. 19(1)], called Roy.\r\nPROTECTED A"


def test_overlapping_removals_join_their_grounds() -> None:
    legal = Ruling(Verdict.WITHHOLD, ("23",))
    assert copy_of(decision(0, 20), decision(14, 26, legal)).startswith("[s. 19(1), s. 23], called")


def test_a_removal_takes_the_marks_of_its_last_letter() -> None:
    assert copy_of(decision(0, 4), text="Rene\u0301 left") == "[s. 19(1)] left"


def test_what_is_disclosed_inside_a_removal_goes_and_around_it_stays() -> None:
    disclose = Ruling(Verdict.DISCLOSE, reason=DiscloseReason.NOT_SENSITIVE)
    assert copy_of(decision(0, 26), decision(6, 12, disclose)).startswith("[s. 19(1)], called")
    assert copy_of(decision(0, 26, disclose), decision(6, 12)).startswith("Marie [s. 19(1)], 613")


def test_half_and_half_is_a_conflict() -> None:
    disclose = Ruling(Verdict.DISCLOSE, reason=DiscloseReason.NOT_SENSITIVE)
    with pytest.raises(ConflictingDecisions):
        plan_of(decision(0, 12), decision(6, 26, disclose))


def test_consultation_blocks() -> None:
    with pytest.raises(NotReady):
        plan_of(decision(0, 12, Ruling(Verdict.CONSULT, note="asked the province")))


@pytest.mark.parametrize(
    "target",
    [
        Span("nowhere", 0, 1),
        Span("body", 5, 5),
        Span("body", 0, 999),
        Span("body", -1, 3),
        Box(1, 0, 0, 5, 5),
    ],
)
def test_a_place_that_does_not_exist_is_an_error(target: Span | Box) -> None:
    with pytest.raises(UnknownId):
        make_plan(
            document(),
            Decisions((Decision(target, PRIVATE, "a", TIME, "b"),)),
            language=Language.EN,
            title="t",
        )


def test_only_a_whole_story_that_is_not_read_can_be_left_out() -> None:
    leave = Ruling(Verdict.LEAVE_OUT)
    link = Story("link_target:1", StoryKind.LINK_TARGET, "https://example.org/", visible=False)
    asked = replace(document(), stories=(*document().stories, link))

    def left_out(story: str, end: int) -> frozenset[str]:
        made = Decision(Span(story, 0, end), leave, "a", TIME, "b")
        return make_plan(asked, Decisions((made,)), language=Language.EN, title="t").left_out

    assert left_out(link.id, len(link.text)) == {link.id}
    for story, end in ((link.id, 5), ("body", len(TEXT)), ("body", 5)):
        with pytest.raises(InvalidDecision):
            left_out(story, end)


@pytest.mark.parametrize("choice", [None, Choice.STOP])
def test_an_open_problem_blocks(choice: Choice | None) -> None:
    asked = read_text("été".encode("windows-1252"), path=Path("a.txt"), encoding="windows-1252").document
    answers = (Answer("encoding", choice, "a", TIME, "b"),) if choice else ()
    with pytest.raises(UnansweredProblem):
        make_plan(asked, Decisions((), answers), language=Language.FR, title="t")


@pytest.mark.parametrize(("problem", "choice"), [("nothing", Choice.KEEP), ("encoding", Choice.KEEP)])
def test_an_answer_must_fit_its_problem(problem: str, choice: Choice) -> None:
    asked = read_text("été".encode("windows-1252"), path=Path("a.txt"), encoding="windows-1252").document
    with pytest.raises(UnknownId):
        make_plan(
            asked, Decisions((), (Answer(problem, choice, "a", TIME, "b"),)), language=Language.FR, title="t"
        )


def test_the_note_says_what_the_labels_mean_and_hides_what_reveals() -> None:
    made = (decision(0, 5), decision(6, 12, Ruling(Verdict.WITHHOLD, ("16(1)(c)(i)",))))
    note = reader_note(made, Language.FR)
    assert any("[par. 19(1)]" in line for line in note.paragraphs)
    assert "16(1)" not in note.text
    assert any("[caviardé]" in line for line in note.paragraphs)
    assert "Loi sur l’accès à l’information" in note.text


def test_a_note_without_removals_says_so() -> None:
    assert "No passage was withheld from this copy." in reader_note((), Language.EN).paragraphs


@pytest.mark.parametrize("problem", ["unreadable_page:2", "untrusted_text:4"])
def test_the_note_tells_of_a_page_that_was_left_out_whole(problem: str) -> None:
    """Nothing withheld elsewhere: the note must not say that nothing is missing."""
    answers = (Answer(problem, Choice.REMOVE, "a", TIME, "b"),)
    note = reader_note((), Language.EN, answers)
    assert "blank in this copy" in note.paragraphs[-1]
    assert "No passage was withheld" not in note.text
    kept = (Answer(problem, Choice.KEEP, "a", TIME, "b"), Answer("image:1", Choice.KEEP, "a", TIME, "b"))
    assert reader_note((), Language.EN, kept) == reader_note((), Language.EN)
    both = reader_note((decision(0, 5),), Language.FR, answers)
    assert "par. 19(1)" in both.text
    assert "page est blanche" in both.paragraphs[-1]


@pytest.mark.parametrize("problem", ["image:1", "image:p1:2", "object:3"])
def test_the_note_tells_of_what_was_left_out_of_a_page(problem: str) -> None:
    answers = (Answer(problem, Choice.REMOVE, "a", TIME, "b"),)
    note = reader_note((), Language.EN, answers)
    assert note.paragraphs[-1] == "At least one image or object was left out of this copy."
    assert "No passage was withheld" not in note.text
    both = reader_note((decision(0, 5),), Language.FR, answers)
    assert "par. 19(1)" in both.text
    assert "a été retiré de cette copie" in both.paragraphs[-1]


def test_the_note_tells_of_pages_that_are_pictures() -> None:
    assert "is a picture" in with_pictures(reader_note((), Language.EN)).paragraphs[-1]
    assert "est une image" in with_pictures(reader_note((), Language.FR)).paragraphs[-1]


def test_the_note_stands_before_the_text() -> None:
    source = read_text(TEXT.encode(), path=Path("a.txt"))
    note = reader_note((), Language.EN)
    plan = make_plan(source.document, Decisions(), language=Language.EN, title="t", note=note)
    written = write_copy(source, plan).data.decode()
    assert written.startswith(note.heading)
    assert written.endswith(TEXT)
    assert "\n" not in written.replace("\r\n", "")


@st.composite
def removals(draw: st.DrawFn) -> tuple[str, list[Removal]]:
    text = draw(st.text(alphabet="ab é\n\u00a0[](){}\\$", min_size=1, max_size=60))
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=10)))
    pairs = list(zip(edges[::2], edges[1::2], strict=False))
    return text, [Removal(start, end, f"[{number}]") for number, (start, end) in enumerate(pairs)]


@given(removals())
def test_labels_replace_exactly_their_characters(case: tuple[str, list[Removal]]) -> None:
    text, listed = case
    expected, at = "", 0
    for removal in listed:
        expected += text[at : removal.start] + removal.label
        at = removal.end
    assert apply_labels(text, listed) == expected + text[at:]
