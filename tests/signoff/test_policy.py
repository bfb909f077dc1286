# SPDX-License-Identifier: MIT
"""What stands between a review and a copy, a copy and a signature, and who may sign."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewer.errors import SamePerson, WrongRole
from reviewer.model.decision import Ruling, Verdict
from reviewer.model.document import Box, Choice, Problem, ProblemKind, Region, Span, Story, StoryKind, Target
from reviewer.model.finding import Category
from reviewer.model.ground import DiscloseReason
from reviewer.model.review import Person, PersonRole, Seen
from reviewer.signoff.policy import Blocker, BlockerKind, Case, blockers, check_signer, signing_blockers
from tests.signoff.cases import (
    AUTHOR,
    BODY,
    CANDIDATE,
    CONSULT,
    NAME,
    NOW,
    OFFICER,
    PHONE,
    SENTENCE,
    VISIBLE,
    WITHHOLD,
    answer,
    case,
    decision,
    document,
    finding,
)

K = BlockerKind
BOX = Box(1, 10.0, 10.0, 20.0, 20.0)
REGION = Region("image:1", 10.0, 10.0, 20.0, 20.0)
BOTH = (finding(NAME), finding(PHONE, Category.PHONE))


def kinds(of: Case) -> list[BlockerKind]:
    return [blocker.kind for blocker in blockers(of)]


def test_nothing_found_and_everything_seen_is_ready() -> None:
    assert blockers(case()) == ()


def test_a_finding_that_nobody_decided() -> None:
    assert blockers(case(decision(NAME), findings=BOTH)) == (Blocker(K.UNDECIDED, span=PHONE, story="body"),)


def test_every_decision_of_its_own_decides() -> None:
    made = (decision(NAME, VISIBLE), decision(PHONE))
    assert blockers(case(*made, findings=BOTH)) == ()


@pytest.mark.parametrize("wider", [SENTENCE, Span("body", 8, 38), Span("body", 0, 38), Span("body", 8, 54)])
def test_a_removal_around_it_decides(wider: Span) -> None:
    assert blockers(case(decision(wider), findings=BOTH)) == ()


@pytest.mark.parametrize("other", [Span("body", 9, 54), Span("body", 0, 37), Span("header", 0, 54)])
def test_a_removal_that_misses_a_character_does_not(other: Span) -> None:
    assert K.UNDECIDED in kinds(case(decision(other), findings=BOTH))


def test_a_long_removal_behind_a_short_one_is_found() -> None:
    made = (decision(SENTENCE), decision(Span("body", 5, 6)), decision(Span("body", 0, 1)))
    assert blockers(case(*made, findings=BOTH)) == ()


def test_a_disclosed_passage_does_not_decide_what_is_in_it() -> None:
    found = (finding(SENTENCE, Category.HEALTH_INFO), *BOTH)
    held = blockers(case(decision(SENTENCE, VISIBLE), findings=found))
    assert [blocker.span for blocker in held if blocker.kind is K.UNDECIDED] == [NAME, PHONE]


def test_a_box_decides_no_span() -> None:
    assert kinds(case(decision(BOX), findings=(finding(NAME),))) == [K.UNDECIDED]


def test_the_page_of_what_is_undecided_is_told() -> None:
    page = Story("page:2", StoryKind.PAGE, "Odile Marchand", page=2)
    source = document(page, pages=2)
    span = Span("page:2", 0, 14)
    assert blockers(case(findings=(finding(span),), source=source)) == (
        Blocker(K.UNDECIDED, span=span, page=2, story="page:2"),
    )


@pytest.mark.parametrize(
    ("problem", "kind", "choice"),
    [
        (ProblemKind.COMMENTS, StoryKind.COMMENT, Choice.LEAVE_OUT),
        (ProblemKind.TRACKED_CHANGES, StoryKind.DELETION, Choice.ACCEPT),
        (ProblemKind.HIDDEN_TEXT, StoryKind.HIDDEN, Choice.LEAVE_OUT),
        (ProblemKind.LINKS, StoryKind.LINK_TARGET, Choice.LEAVE_OUT),
        (ProblemKind.ANNOTATIONS, StoryKind.ANNOTATION, Choice.LEAVE_OUT),
        (ProblemKind.ATTACHMENTS, StoryKind.ATTACHMENT, Choice.LEAVE_OUT),
        (ProblemKind.EARLIER_REVISION, StoryKind.REVISION, Choice.LEAVE_OUT),
        (ProblemKind.SCRIPT, StoryKind.SCRIPT, Choice.REMOVE),
    ],
)
def test_an_answer_that_takes_a_story_away_decides_what_is_in_it(
    problem: ProblemKind, kind: StoryKind, choice: Choice
) -> None:
    story = Story(f"{kind}:1", kind, "Odile Marchand", visible=False)
    asked = Problem("p", problem, (choice, Choice.KEEP, Choice.STOP), choice)
    source = document(BODY, story, problems=(asked,))
    found = (finding(Span(story.id, 0, 14)),)
    assert kinds(case(findings=found, source=source)) == [K.UNANSWERED, K.UNDECIDED]
    assert blockers(case(findings=found, source=source, answers=(answer("p", choice),))) == ()
    assert kinds(case(findings=found, source=source, answers=(answer("p", Choice.KEEP),))) == [K.UNDECIDED]


def test_an_answer_about_one_page_takes_away_that_page_s() -> None:
    stories = tuple(
        Story(f"annotation:p{n}", StoryKind.ANNOTATION, "Odile", page=n, visible=False) for n in (1, 2)
    )
    problems = tuple(
        Problem(f"annotations:p{n}", ProblemKind.ANNOTATIONS, (Choice.LEAVE_OUT,), Choice.LEAVE_OUT, page=n)
        for n in (1, 2)
    )
    source = document(*stories, pages=2, problems=problems)
    found = tuple(finding(Span(story.id, 0, 5)) for story in stories)
    held = blockers(
        case(findings=found, source=source, answers=(answer("annotations:p1", Choice.LEAVE_OUT),))
    )
    assert [(blocker.kind, blocker.page) for blocker in held] == [(K.UNANSWERED, 2), (K.UNDECIDED, 2)]


def test_a_removed_image_takes_its_own_text_away_and_no_other() -> None:
    stories = tuple(Story(f"image_text:{n}", StoryKind.IMAGE_TEXT, "Odile") for n in (1, 2))
    problems = tuple(
        Problem(
            f"image:{n}",
            ProblemKind.IMAGE,
            (Choice.KEEP, Choice.REMOVE),
            Choice.REMOVE,
            story=f"image_text:{n}",
        )
        for n in (1, 2)
    )
    source = document(*stories, problems=problems)
    found = tuple(finding(Span(story.id, 0, 5)) for story in stories)
    answers = (answer("image:1", Choice.REMOVE), answer("image:2", Choice.KEEP))
    assert [blocker.story for blocker in blockers(case(findings=found, source=source, answers=answers))] == [
        "image_text:2"
    ]


def test_properties_are_always_written_anew() -> None:
    story = Story("property:core:title", StoryKind.PROPERTY, "Odile Marchand", visible=False)
    assert blockers(case(findings=(finding(Span(story.id, 0, 5)),), source=document(BODY, story))) == ()


def test_an_answer_to_stop_answers_nothing() -> None:
    asked = Problem(
        "tracked_changes", ProblemKind.TRACKED_CHANGES, (Choice.ACCEPT, Choice.STOP), Choice.ACCEPT
    )
    source = document(problems=(asked,))
    wanted = (Blocker(K.UNANSWERED, problem="tracked_changes"),)
    assert blockers(case(source=source)) == wanted
    assert blockers(case(source=source, answers=(answer("tracked_changes", Choice.STOP),))) == wanted
    assert blockers(case(source=source, answers=(answer("tracked_changes", Choice.ACCEPT),))) == ()


def test_half_a_removal_and_half_a_disclosure_contradict_each_other() -> None:
    made = (decision(Span("body", 0, 12)), decision(NAME, VISIBLE))
    assert blockers(case(*made)) == (Blocker(K.CONFLICT, span=NAME, story="body"),)
    assert kinds(case(decision(Span("body", 0, 12), VISIBLE), decision(NAME))) == [K.CONFLICT]


@pytest.mark.parametrize(
    "made",
    [
        (decision(SENTENCE), decision(NAME, VISIBLE)),
        (decision(SENTENCE, VISIBLE), decision(NAME)),
        (decision(NAME, VISIBLE), decision(Span("body", 22, 30))),
        (decision(Span("body", 0, 12)), decision(NAME)),
        (decision(Span("body", 0, 12), VISIBLE), decision(NAME, VISIBLE)),
        (decision(NAME, VISIBLE), decision(Span("header", 0, 12))),
        (decision(NAME, VISIBLE), decision(BOX)),
    ],
)
def test_one_inside_the_other_or_apart_is_clear(made: tuple[object, ...]) -> None:
    source = document(BODY, Story("header", StoryKind.HEADER, "Odile Marchand"))
    assert blockers(case(*made, source=source)) == ()


def test_a_conflict_reaches_over_what_lies_between() -> None:
    made = (
        decision(Span("body", 0, 30)),
        decision(Span("body", 2, 4)),
        decision(Span("body", 20, 40), VISIBLE),
    )
    assert [blocker.span for blocker in blockers(case(*made))] == [Span("body", 20, 40)]


def test_no_conflict_in_a_story_that_goes_as_a_whole() -> None:
    story = Story("comment:1", StoryKind.COMMENT, "Odile Marchand", visible=False)
    asked = Problem("comments", ProblemKind.COMMENTS, (Choice.LEAVE_OUT,), Choice.LEAVE_OUT)
    source = document(story, problems=(asked,))
    made = (decision(Span(story.id, 0, 8)), decision(Span(story.id, 4, 14), VISIBLE))
    assert blockers(case(*made, source=source, answers=(answer("comments", Choice.LEAVE_OUT),))) == ()


@pytest.mark.parametrize(
    ("target", "place"),
    [(NAME, {"span": NAME, "story": "body"}), (BOX, {"page": 1}), (REGION, {"problem": "image:1"})],
)
def test_consultation_blocks(target: Target, place: dict[str, object]) -> None:
    assert blockers(case(decision(target, CONSULT))) == (Blocker(K.IN_CONSULTATION, **place),)


def test_consultation_on_half_of_a_removal_is_no_conflict() -> None:
    made = (decision(Span("body", 0, 12)), decision(NAME, CONSULT))
    assert kinds(case(*made)) == [K.IN_CONSULTATION]


@pytest.mark.parametrize(
    ("ground", "ruling", "kind"),
    [
        ("19(1)", Ruling(Verdict.WITHHOLD), K.NO_GROUND),
        ("19(1)", Ruling(Verdict.WITHHOLD, ("99",)), K.NO_GROUND),
        ("19(1)", Ruling(Verdict.GENERALISE, ("19(1)",)), K.NO_REASON),
        ("19(1)", Ruling(Verdict.STRIKE, authority="x"), K.NO_GROUND),
        ("19(1)", Ruling(Verdict.DISCLOSE), K.NO_REASON),
        ("19(1)", Ruling(Verdict.DISCLOSE, reason=DiscloseReason.CONSENT), K.NO_AUTHORITY),
        (
            "19(1)",
            Ruling(Verdict.DISCLOSE, reason=DiscloseReason.DISCRETION, note="n"),
            K.MANDATORY_DISCLOSED,
        ),
        (
            "19(1)",
            Ruling(Verdict.DISCLOSE, reason=DiscloseReason.STATUTORY_EXCEPTION, authority="20(6)"),
            K.MANDATORY_DISCLOSED,
        ),
        ("21(1)(a)", Ruling(Verdict.DISCLOSE, reason=DiscloseReason.DISCRETION), K.NO_REASON),
        ("21(1)(a)", Ruling(Verdict.DISCLOSE, reason=DiscloseReason.OFFICIAL_3J), K.NO_REASON),
        (
            "69(1)(g)",
            Ruling(Verdict.DISCLOSE, reason=DiscloseReason.CONSENT, note="n"),
            K.EXCLUSION_DISCLOSED,
        ),
    ],
)
def test_a_decision_that_is_not_valid_blocks(ground: str, ruling: Ruling, kind: BlockerKind) -> None:
    held = blockers(case(decision(NAME, ruling), findings=(finding(NAME, ground=ground),)))
    assert held == (Blocker(kind, span=NAME, story="body"),)


def test_every_finding_of_one_span_counts() -> None:
    found = (finding(NAME, ground="21(1)(a)"), finding(NAME, Category.CABINET, "69(1)(g)"))
    ruling = Ruling(Verdict.DISCLOSE, reason=DiscloseReason.DISCRETION, note="announced")
    assert kinds(case(decision(NAME, ruling), findings=found)) == [K.EXCLUSION_DISCLOSED]


def test_what_a_removal_covers_anyway_is_not_disclosed() -> None:
    made = (decision(NAME, Ruling(Verdict.DISCLOSE)), decision(SENTENCE))
    assert blockers(case(*made, findings=(finding(NAME),))) == ()


def test_a_box_and_a_place_without_finding_need_their_ground_too() -> None:
    assert blockers(case(decision(BOX, Ruling(Verdict.WITHHOLD)))) == (Blocker(K.NO_GROUND, page=1),)
    assert kinds(case(decision(Span("body", 1, 2), Ruling(Verdict.WITHHOLD)))) == [K.NO_GROUND]


def test_pages_and_stories_that_nobody_saw() -> None:
    source = document(
        Story("page:1", StoryKind.PAGE, "one", page=1),
        Story("page:2", StoryKind.PAGE, "two", page=2),
        Story("bookmark:1", StoryKind.BOOKMARK, "hidden", page=1, visible=False),
        Story("property:title", StoryKind.PROPERTY, "title", visible=False),
        Story("property:empty", StoryKind.PROPERTY, " \n", visible=False),
        pages=3,
    )
    assert blockers(case(source=source, seen=())) == (
        Blocker(K.UNSEEN_PAGE, page=1),
        Blocker(K.UNSEEN_PAGE, page=2),
        Blocker(K.UNSEEN_PAGE, page=3),
        Blocker(K.UNSEEN_STORY, page=1, story="bookmark:1"),
        Blocker(K.UNSEEN_STORY, story="property:title"),
    )
    seen = (Seen("a1", NOW, page=1), Seen("b2", NOW, page=3), Seen("a1", NOW, story="page:2"))
    assert blockers(case(source=source, seen=seen)) == (
        Blocker(K.UNSEEN_PAGE, page=2),
        Blocker(K.UNSEEN_STORY, page=1, story="bookmark:1"),
        Blocker(K.UNSEEN_STORY, story="property:title"),
    )


def test_a_story_of_a_document_without_pages_is_seen_by_itself() -> None:
    assert kinds(case(seen=())) == [K.UNSEEN_STORY]
    assert kinds(case(seen=(Seen("a1", NOW, page=1),))) == [K.UNSEEN_STORY]


GOOD: dict[str, object] = {
    "title_translated": {"en": "Minutes", "fr": "Compte rendu"},
    "notes_translated": {"en": "About", "fr-t-en": "À propos"},
    "keywords": {"en": ["fish"], "fr": ["poisson"]},
    "resources": [{"name_translated": {"en": "Minutes", "fr": "Compte rendu"}, "format": "PDF"}],
    "subject": ["nature_and_environment"],
}


def signing(record: dict[str, object] | None, **more: object) -> list[tuple[BlockerKind, str | None]]:
    held = signing_blockers(case(), candidate=CANDIDATE, record=record, **more)
    return [(blocker.kind, blocker.problem) for blocker in held]


def test_a_record_in_both_languages_may_be_signed() -> None:
    assert signing(GOOD) == []


def test_no_record() -> None:
    assert signing(None) == [(K.NO_RECORD, None)]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"title_translated": {"en": "Minutes"}}, "title_translated"),
        ({"title_translated": {"en": "Minutes", "fr": "\u00a0"}}, "title_translated"),
        ({"title_translated": None}, "title_translated"),
        ({"notes_translated": {"fr": "À propos"}}, "notes_translated"),
        ({"keywords": {"en": ["fish"], "fr": []}}, "keywords"),
        ({"resources": [{}, {"name_translated": {"en": "x", "fr": None}}]}, "resources[1].name_translated"),
    ],
)
def test_a_field_in_one_language(change: dict[str, object], field: str) -> None:
    assert signing(GOOD | change) == [(K.ONE_LANGUAGE, field)]


def test_a_record_of_odd_form_still_needs_its_title() -> None:
    assert signing({"resources": "none", "keywords": ["fish"]}) == [(K.ONE_LANGUAGE, "title_translated")]
    assert signing({**GOOD, "resources": ["none"]}) == []


def test_words_of_withheld_names_are_confirmed_one_by_one() -> None:
    warned = replace(CANDIDATE, warnings=("token:page 2:1", "token:page 5:3"))
    held = signing_blockers(case(), candidate=warned, record=GOOD, confirmed={"token:page 2:1"})
    assert held == (Blocker(K.UNCONFIRMED_TOKEN, problem="token:page 5:3"),)


def test_what_blocks_the_copy_blocks_the_signature() -> None:
    held = signing_blockers(case(findings=(finding(NAME),)), candidate=CANDIDATE, record=None)
    assert [blocker.kind for blocker in held] == [K.UNDECIDED, K.NO_RECORD]


def test_another_officer_may_sign() -> None:
    check_signer(OFFICER, case(decision(NAME), findings=(finding(NAME),)), prepared_by="a1")


@pytest.mark.parametrize("role", [PersonRole.AUTHOR, PersonRole.IMSO, PersonRole.AUDITOR])
def test_only_an_officer_signs(role: PersonRole) -> None:
    with pytest.raises(WrongRole) as caught:
        check_signer(Person("z9", "Zoé", role, ""), case())
    assert caught.value.facts == {"person": "Zoé", "role": role, "needed": "officer"}


@pytest.mark.parametrize(
    ("held", "prepared_by"),
    [
        (replace(case(), review=replace(case().review, opened_by="b2")), None),
        (case(decision(NAME, person="b2")), None),
        (case(answers=(answer("x", Choice.KEEP, person="b2"),)), None),
        (case(acted=frozenset({"b2"})), None),
        (case(), "b2"),
    ],
)
def test_nobody_signs_what_they_had_a_hand_in(held: Case, prepared_by: str | None) -> None:
    with pytest.raises(SamePerson) as caught:
        check_signer(OFFICER, held, prepared_by=prepared_by)
    assert caught.value.facts == {"person": OFFICER.name}


def test_looking_at_pages_is_no_hand_in_it() -> None:
    check_signer(OFFICER, case(seen=(Seen("b2", NOW, story="body"),)))
    assert AUTHOR.role is PersonRole.AUTHOR


def test_thousands_of_findings_and_decisions() -> None:
    text = "x" * 40_000
    source = document(Story("body", StoryKind.BODY, text))
    spans = [Span("body", n * 10, n * 10 + 5) for n in range(4000)]
    found = tuple(finding(span) for span in spans)
    made = tuple(decision(span, WITHHOLD if n % 2 else VISIBLE) for n, span in enumerate(spans[:-1]))
    assert [blocker.span for blocker in blockers(case(*made, findings=found, source=source))] == [spans[-1]]
