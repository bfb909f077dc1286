# SPDX-License-Identifier: MIT
"""What is told while a document is searched: early, once, in reading order, and without changing what is found."""

from __future__ import annotations

import pytest

from reviewer.detection.early import first_look, together
from reviewer.detection.engine import Engine
from reviewer.errors import Cancelled
from reviewer.model.document import Format, Story, StoryKind
from reviewer.model.finding import PASSAGES, Category, Finding
from reviewer.progress import Progress
from tests.detection.conftest import document

_EN = (
    "Ms. Anita Szabo wrote to Kevin Chilton. SIN 046 454 286. Szabo has been on sick leave for depression.\n"
)
_FR = (
    "Mme Élodie Vachon a écrit à M. Marc Pageau au 613-555-0123. Vachon est en congé de maladie depuis mai.\n"
)
_QUIET = "The meeting went on for a while and the members looked at the plan of the year.\n"


class Ear:
    """Writes down what it hears of a search, in the order in which it comes."""

    def __init__(self, *, patience: int = 1_000_000) -> None:
        self.events: list[Progress | tuple[Finding, ...]] = []
        self.patience = patience

    def report(self, progress: Progress) -> None:
        self.events.append(progress)

    def hear(self, findings: tuple[Finding, ...]) -> None:
        self.events.append(findings)
        self.patience -= 1
        if self.patience < 1:
            raise Cancelled

    @property
    def told(self) -> list[tuple[Finding, ...]]:
        return [each for each in self.events if isinstance(each, tuple)]


def _keys(findings: tuple[Finding, ...]) -> list[tuple[object, Category]]:
    return [(each.span, each.category) for each in findings]


@pytest.mark.parametrize(
    ("texts", "form"),
    [
        ((_EN, "", _FR), Format.TEXT),
        ((_EN + _QUIET * 200 + _FR,), Format.TEXT),
        (tuple(f"{_EN}{_QUIET * 20}{_FR}Page {number}" for number in range(40)), Format.PDF),
        (("",), Format.TEXT),
    ],
)
def test_who_listens_changes_nothing(
    engine: Engine, rules_only: Engine, texts: tuple[str, ...], form: Format
) -> None:
    doc = document(*texts, form=form)
    for searching in (engine, rules_only):
        ear = Ear()
        found = searching.detect(doc, hear=ear.hear)
        assert found == searching.detect(doc)
        told = [key for some in ear.told for key in _keys(some)]
        assert len(told) == len(set(told))
        values = {key for key in _keys(found) if key[1] not in PASSAGES | {Category.PERSON}}
        assert values <= set(told)


def test_the_first_findings_come_before_the_last_stories_are_read(engine: Engine) -> None:
    ear = Ear()
    pages = 100
    doc = document(*(f"{_EN}{_QUIET * 10}" for _ in range(pages)), form=Format.PDF)
    engine.detect(doc, report=ear.report, hear=ear.hear)
    first, *others = ear.told
    after = ear.events[ear.events.index(first) :]
    places = [each.done for each in after if isinstance(each, Progress)]
    assert places[0] == 0, "the whole search begins after the first look"
    assert places[-1] == pages
    assert {Category.SIN, Category.PERSON, Category.HEALTH_INFO} <= {each.category for each in first}
    # Then each page tells its values when it is searched, and not when all are.
    late = max(
        ear.events.index(some) for some in others if any(each.category is Category.SIN for each in some)
    )
    assert sum(isinstance(each, tuple) for each in ear.events[:late]) > pages / 2


def test_stories_are_told_in_the_order_in_which_they_are_read(rules_only: Engine) -> None:
    ear = Ear()
    doc = document(*(f"SIN 046 454 286. {_QUIET}" for _ in range(30)))
    rules_only.detect(doc, hear=ear.hear)
    told = [each.span.story for some in ear.told for each in some if each.category is Category.SIN]
    assert told == [story.id for story in doc.stories]


def test_a_long_story_tells_its_beginning_first(engine: Engine) -> None:
    ear = Ear()
    doc = document(_EN + _QUIET * 500 + _FR)
    engine.detect(doc, report=ear.report, hear=ear.hear)
    first, *others = ear.told
    assert {doc.text_of(each.span) for each in first} >= {"Ms. Anita Szabo", "046 454 286"}
    assert max(each.span.end for each in first) <= len(_EN)
    assert any(doc.text_of(each.span) == "613-555-0123" for some in others for each in some)
    assert {each.done for each in ear.events[:2] if isinstance(each, Progress)} == {0}


def test_it_stops_when_the_one_who_listens_says_so(engine: Engine) -> None:
    doc = document(*(f"{_EN}{_QUIET * 10}" for _ in range(60)), form=Format.PDF)
    for patience in (1, 2, 20):
        ear = Ear(patience=patience)
        with pytest.raises(Cancelled):
            engine.detect(doc, report=ear.report, hear=ear.hear)
        assert len(ear.told) == patience


def test_it_stops_within_the_first_look(engine: Engine) -> None:
    ear = Ear()

    def stop(progress: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        engine.detect(document(_EN * 200), report=stop, hear=ear.hear)
    assert not ear.told


@pytest.mark.parametrize("text", ["x" * 2_000_000, _EN.replace("\n", " ") * 20_000, "\n" * 2_000_000])
def test_two_million_signs_in_one_story_do_not_hold_back_the_first_look(text: str) -> None:
    beginning = first_look(document(f"{_EN}{text}"))
    assert beginning is not None
    (story,) = beginning.stories
    assert len(_EN) <= len(story.text) <= 6_000
    ear = Ear(patience=1)
    with pytest.raises(Cancelled):
        Engine(fast=True).detect(document(f"{_EN}{text}"), report=ear.report, hear=ear.hear)
    assert {each.done for each in ear.events if isinstance(each, Progress)} == {0}


def test_ten_thousand_stories_are_searched(rules_only: Engine) -> None:
    doc = document(*("Call 613-555-0123" if number % 1_000 == 0 else "ok" for number in range(10_000)))
    ear = Ear()
    found = rules_only.detect(doc, report=ear.report, hear=ear.hear)
    assert [each.category for each in found] == [Category.PHONE] * 10
    assert {each.span for some in ear.told for each in some} == {each.span for each in found}
    assert len(ear.told) > 5


def test_a_short_document_is_not_searched_twice() -> None:
    assert first_look(document(_EN * 20)) is None


def test_the_first_look_ends_with_a_line_and_holds_whole_stories() -> None:
    doc = document(_QUIET * 10, _QUIET * 300, _EN)
    beginning = first_look(doc)
    assert beginning is not None
    whole, cut = beginning.stories
    assert whole == doc.stories[0]
    assert doc.stories[1].text.startswith(cut.text)
    assert cut.text.endswith("\n")
    assert len(whole.text) + len(cut.text) <= 6_000


def test_stories_go_together_in_order_and_none_is_lost() -> None:
    stories = tuple(
        Story(f"comment:{number}", StoryKind.COMMENT, "x" * size)
        for number, size in enumerate((0, 60_000, 10, 49_990, 1, 25_000, 25_000))
    )
    groups = list(together(stories))
    assert [story for some in groups for story in some] == list(stories)
    assert [len(some) for some in groups] == [1, 1, 2, 2, 1]
    assert list(together(())) == []
