# SPDX-License-Identifier: MIT
"""What is flagged in one place is flagged wherever it stands word for word, in every story."""

from __future__ import annotations

from reviewer.detection import samesentences
from reviewer.detection.candidate import Candidate, candidate
from reviewer.detection.reading import Reading, read
from reviewer.model.document import Story, StoryKind
from reviewer.model.finding import Category, EvidenceKind

SAID = "She will be back in June."


def _reading(name: str, text: str) -> Reading:
    return read(Story(name, StoryKind.BODY, text))


def _flagged(reading: Reading, category: Category, text: str) -> Candidate:
    start = reading.text.index(text)
    return candidate((start, start + len(text)), category, "passage_health_info", 0.8, EvidenceKind.PASSAGE)


def test_the_same_sentence_is_found_in_every_story() -> None:
    one = _reading("body", f"Ms. Roy is ill. {SAID} The bridge is closed.")
    other = _reading("note", f"The ferry left. {SAID} {SAID[:-1]}, they say.")
    found = [[_flagged(one, Category.HEALTH_INFO, SAID)], []]
    again = list(samesentences.repeat((one, other), found))
    assert [(number, other.text[item.start : item.end]) for number, item in again] == [(1, SAID)]
    assert [source.kind for _, item in again for source in item.sources] == [EvidenceKind.PROPAGATION]
    assert {item.category for _, item in again} == {Category.HEALTH_INFO}


def test_what_is_flagged_already_is_told_once() -> None:
    one = _reading("body", f"{SAID} Work goes on. {SAID}")
    second = one.text.rindex(SAID)
    found = [
        [
            _flagged(one, Category.HEALTH_INFO, SAID),
            candidate(
                (second, second + len(SAID)), Category.ADVICE, "passage_advice", 0.6, EvidenceKind.PASSAGE
            ),
        ]
    ]
    assert list(samesentences.repeat((one,), found)) == []


def test_values_are_not_sentences() -> None:
    one = _reading("body", "Ngozi.\nNgozi.")
    assert list(samesentences.repeat((one,), [[_flagged(one, Category.PERSON, "Ngozi")]])) == []
