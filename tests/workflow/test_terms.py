# SPDX-License-Identifier: MIT
"""What the gate is told: every withheld string, and exactly as many exceptions as somebody disclosed."""

from __future__ import annotations

import datetime as dt

from reviewer.model.decision import Decision, Decisions, Ruling, Verdict
from reviewer.model.document import Document, Format, Language, Span, Story, StoryKind
from reviewer.model.finding import Category, Evidence, EvidenceKind, Finding, Suggestion, Tier
from reviewer.redaction.plan import make_plan
from reviewer.verification.request import GateRequest, Term
from reviewer.workflow.terms import gate_request
from tests.workflow.way import NOW, SHOW, WITHHOLD

NAME = "Berthe Ouellet-Kaplan"


def document(*stories: Story) -> Document:
    return Document("00" * 32, Format.TEXT, "1", None, stories, language=Language.EN)


def body(text: str) -> Document:
    return document(Story("body", StoryKind.BODY, text))


def request(source: Document, *rulings: tuple[Span, Ruling], found: tuple[Finding, ...] = ()) -> GateRequest:
    time: dt.datetime = NOW
    decisions = Decisions(tuple(Decision(span, ruling, "p", time, "act") for span, ruling in rulings))
    plan = make_plan(source, decisions, language=Language.EN, title="")
    return gate_request(source, plan, decisions, found, format_=Format.TEXT)


def term(asked: GateRequest, text: str) -> Term:
    [found] = [each for each in asked.terms if each.text == text]
    return found


def place(source: Document, words: str, occurrence: int = 0, story: str = "body") -> Span:
    at = -1
    for _ in range(occurrence + 1):
        at = source.story(story).text.index(words, at + 1)
    return Span(story, at, at + len(words))


def named(span: Span, category: Category = Category.PERSON) -> Finding:
    reasons = (Evidence(EvidenceKind.PATTERN, "rule", 0.9),)
    return Finding(span, category, "rule", Tier.SURE, 0.9, Suggestion.WITHHOLD, reasons)


def counts(one: Term) -> dict[tuple[StoryKind, int | None], int]:
    return {(each.kind, each.page): each.count for each in one.allowed}


def test_what_nobody_disclosed_is_not_allowed() -> None:
    source = body(f"{NAME} came. {NAME} left. {NAME} wrote.")
    asked = request(source, (place(source, NAME), WITHHOLD))
    assert term(asked, NAME).allowed == ()
    assert not term(asked, NAME).token


def test_as_many_are_allowed_as_were_disclosed() -> None:
    source = body(f"{NAME} came. {NAME} left. {NAME} wrote.")
    asked = request(
        source,
        (place(source, NAME), WITHHOLD),
        (place(source, NAME, 1), SHOW),
        (place(source, NAME, 2), SHOW),
    )
    assert counts(term(asked, NAME)) == {(StoryKind.BODY, None): 2}


def test_disclosed_spans_that_overlap_count_once() -> None:
    source = body(f"{NAME} came. Then {NAME} left.")
    asked = request(
        source,
        (place(source, NAME), WITHHOLD),
        (place(source, NAME, 1), SHOW),
        (place(source, f"Then {NAME} left"), SHOW),
        (place(source, f"{NAME} left."), SHOW),
    )
    assert counts(term(asked, NAME)) == {(StoryKind.BODY, None): 1}


def test_two_halves_make_no_disclosed_whole() -> None:
    source = body(f"{NAME} came. {NAME} left.")
    asked = request(
        source,
        (place(source, NAME), WITHHOLD),
        (place(source, "Berthe", 1), SHOW),
        (place(source, "Kaplan", 1), SHOW),
    )
    assert term(asked, NAME).allowed == ()


def test_a_part_of_a_disclosed_number_allows_no_other_number() -> None:
    source = body("A fee of 250. The sum of 1,250 and of 250,75 was paid, then 250. So 250, 3 times.")
    everything = place(source, source.story("body").text.removeprefix("A fee of 250. "))
    asked = request(source, (place(source, "250"), WITHHOLD), (everything, SHOW))
    assert counts(term(asked, "250")) == {(StoryKind.BODY, None): 2}


def test_what_is_removed_inside_a_disclosed_passage_is_not_allowed() -> None:
    passage = f"The owner, {NAME}, agreed."
    source = body(f"{passage} {passage}")
    asked = request(
        source,
        (place(source, passage), SHOW),
        (place(source, passage, 1), SHOW),
        (place(source, NAME), WITHHOLD),
    )
    # The second passage shows the name on purpose; the first does not any more.
    assert counts(term(asked, NAME)) == {(StoryKind.BODY, None): 1}


def test_allowances_are_counted_by_story() -> None:
    source = document(
        Story("page:1", StoryKind.PAGE, f"{NAME} came.", page=1),
        Story("page:2", StoryKind.PAGE, f"{NAME} left.", page=2),
        Story("comment:1", StoryKind.COMMENT, f"{NAME}?", visible=False),
    )
    asked = request(
        source,
        (place(source, NAME, story="page:1"), WITHHOLD),
        (place(source, NAME, story="page:2"), SHOW),
        (place(source, NAME, story="comment:1"), SHOW),
    )
    # A comment is in no copy, whatever somebody decided on its words.
    assert counts(term(asked, NAME)) == {(StoryKind.PAGE, 2): 1}


def test_the_same_words_in_other_letters_are_one_term() -> None:
    source = body("BERTHE OUELLET-KAPLAN came. Berthe Ouellet\N{NON-BREAKING HYPHEN}Kaplan left.")
    asked = request(
        source,
        (place(source, "BERTHE OUELLET-KAPLAN"), WITHHOLD),
        (place(source, "Berthe Ouellet\N{NON-BREAKING HYPHEN}Kaplan"), WITHHOLD),
    )
    assert len(asked.terms) == 1


def test_words_of_a_withheld_name_only_warn() -> None:
    source = body(f"{NAME} came. Berthe Creek was dry.")
    asked = request(source, (place(source, NAME), WITHHOLD), found=(named(place(source, NAME)),))
    assert {each.text: each.token for each in asked.terms} == {
        NAME: False,
        "Berthe": True,
        "Ouellet-Kaplan": True,
    }
    shown = request(
        source,
        (place(source, NAME), WITHHOLD),
        (place(source, "Berthe Creek"), SHOW),
        found=(named(place(source, NAME)),),
    )
    assert counts(term(shown, "Berthe")) == {(StoryKind.BODY, None): 1}


def test_one_or_two_letters_only_warn() -> None:
    source = body("Level B here. Level B there.")
    asked = request(source, (place(source, "B"), WITHHOLD))
    assert term(asked, "B").token


def test_a_long_passage_is_searched_in_pieces() -> None:
    passage = (
        "The second contractor offered to lower its price by a tenth when the first one had left the room, "
        "and nobody at the table objected to that."
    )
    source = body(f"{passage}\nNobody at the table objected to that.")
    asked = request(source, (place(source, passage), WITHHOLD))
    pieces = [each for each in asked.terms if each.text != passage]
    assert next(each.text for each in pieces) == "The second contractor offered to lower"
    assert " ".join(each.text for each in pieces) in passage
    # What stands elsewhere and stays there is no leak of the passage.
    allowed = {each.text: counts(each) for each in pieces if each.allowed}
    assert all(
        text in "Nobody at the table objected to that." or not found for text, found in allowed.items()
    )
    middling = request(source, (place(source, "offered to lower its price by a tenth when"), WITHHOLD))
    assert "offered to lower its price by" in [each.text for each in middling.terms]
    short = request(source, (place(source, "The second contractor"), WITHHOLD))
    assert [each.text for each in short.terms] == ["The second contractor"]


def test_an_identifier_inside_a_withheld_passage_is_a_term_of_its_own() -> None:
    source = body("Call her on 613-555-0142 before noon. Ask for Berthe.")
    passage, number = place(source, "Call her on 613-555-0142 before noon."), place(source, "613-555-0142")
    asked = request(source, (passage, WITHHOLD), found=(named(number, Category.PHONE),))
    assert not term(asked, "613-555-0142").token


def test_the_lines_of_what_no_copy_holds_are_searched() -> None:
    source = document(
        Story("body", StoryKind.BODY, "Visible."),
        Story(
            "comment:1",
            StoryKind.COMMENT,
            "She should not hear about the transfer yet.\nShort.",
            visible=False,
        ),
        Story(
            "property:core:title",
            StoryKind.PROPERTY,
            "A title that the record may rightly repeat",
            visible=False,
        ),
        Story("alt_text:1", StoryKind.ALT_TEXT, "The lender asked that its rate is kept quiet."),
    )
    left_out = Span("alt_text:1", 0, len(source.story("alt_text:1").text))
    asked = request(source, (left_out, Ruling(Verdict.LEAVE_OUT)))
    assert {each.text for each in asked.terms} == {
        "She should not hear about the transfer yet.",
        "The lender asked that its rate is kept quiet.",
        "The lender asked that its rate",
    }


def test_a_marking_that_was_struck_and_a_generalised_place_are_searched() -> None:
    source = body("PROTECTED A\nNest at 45.63214, -76.30418 today.")
    position = place(source, "45.63214, -76.30418")
    asked = request(
        source,
        (place(source, "PROTECTED A"), Ruling(Verdict.STRIKE, authority="the originator")),
        (position, Ruling(Verdict.GENERALISE, ("24(1)",), replacement="10 km square 18TUR95")),
    )
    assert {each.text for each in asked.terms} == {"PROTECTED A", "45.63214, -76.30418"}
    # Labels are separators for the gate, as a reader would take them.
    assert any(label.endswith("[generalised]") for label in asked.labels)
