# SPDX-License-Identifier: MIT
"""Files of decisions that try to get a withheld word into a copy, or a word out of it without a ground."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reviewer.errors import InvalidDecision, InvalidDecisions, LeakFound, TargetExists
from reviewer.workflow import decision_file
from reviewer.workflow.preview import Preview, preview
from tests.workflow import way

VISIT = "Anne came. Then Roy. Then Anne Roy. And Anne Roy again.\n"
AT = VISIT.index("Anne Roy")
NAMED = {"story": "body", "start": AT, "end": AT + len("Anne Roy")}


def made(folder: Path, text: str, decisions: Any, name: str = "visit.txt") -> Preview:
    path = folder / name
    path.write_text(text, "utf-8")
    return preview(path, decisions, folder / "out", safe_defaults=True)


def loaded(folder: Path, text: str) -> decision_file.Untrusted:
    path = folder / "decisions.json"
    path.write_text(text, "utf-8")
    return decision_file.load(path)


@pytest.mark.parametrize("name", ["visit.txt", "visit.docx", "visit.pdf"])
def test_text_that_is_read_is_not_left_out_without_a_ground(tmp_path: Path, name: str) -> None:
    """A text file was copied whole and passed the gate; Word and PDF lost a page without a label."""
    path = way.write(tmp_path, name)
    [story] = (each for each in _stories(path) if each.id in {"body", "page:1"})
    row = {"story": story.id, "start": 0, "end": len(story.text)}
    with pytest.raises(InvalidDecision):
        preview(path, {"leave_out": [row]}, tmp_path / "out", safe_defaults=True)
    assert [each.name for each in (tmp_path / "out").iterdir()] == ["report.json"]


def test_a_name_that_stands_backwards_and_is_shown_forwards_goes(tmp_path: Path) -> None:
    said = "Anne Royer came. Then \u202ereyoR ennA\u202c came again.\n"
    copy = made(tmp_path, said, {"withhold": [{"term": "Anne Royer", "ground": "19(1)"}]}).path.read_text(
        "utf-8"
    )
    assert copy.count("[s. 19(1)]") == 2
    assert not {"\u202e", "\u202c"} & set(copy)


def _stories(path: Path) -> Any:
    from reviewer.workflow.open import read

    return read(path).document.stories


@pytest.mark.parametrize(
    ("text", "term", "replacement"),
    [
        ("Mr Roy came.\n", "Roy", "Roy"),
        ("Mr Roy came.\n", "Roy", "Mr. R-o-y"),
        ("Ouellet came.\n", "Ouellet", "T3VlbGxldA=="),
        ("Call 613-555-0142.\n", "613-555-0142", "613 5550142"),
    ],
)
def test_a_generalised_passage_does_not_say_what_it_replaces(
    tmp_path: Path, text: str, term: str, replacement: str
) -> None:
    """The words of a replacement were a separator for the gate, so nobody searched them."""
    row = {"term": term, "replacement": replacement, "ground": "19(1)"}
    with pytest.raises(LeakFound):
        made(tmp_path, text, {"generalise": [row]})


@pytest.mark.parametrize("replacement", ["", " ", "near\nOttawa", "near \u001b[31mOttawa", "\u202eawattO"])
def test_a_replacement_is_one_line_that_can_be_read(tmp_path: Path, replacement: str) -> None:
    row = {"term": "Anne Roy", "replacement": replacement}
    with pytest.raises(InvalidDecision):
        made(tmp_path, VISIT, {"generalise": [row]})


def test_words_disclosed_one_by_one_excuse_no_whole_name(tmp_path: Path) -> None:
    """ "Anne" here and "Roy" there were counted as one "Anne Roy" that somebody had disclosed."""
    shown = [
        {"story": "body", "start": 0, "end": 4, "reason": "not_sensitive"},
        {"story": "body", "start": 16, "end": 19, "reason": "not_sensitive"},
    ]
    with pytest.raises(LeakFound):
        made(tmp_path, VISIT, {"withhold": [NAMED], "disclose": shown})


def test_half_a_word_disclosed_excuses_no_whole_one(tmp_path: Path) -> None:
    text = "Royce came. Roy left. Roy wrote.\n"
    decisions = {
        "withhold": [{"story": "body", "start": 12, "end": 15}],
        "disclose": [{"story": "body", "start": 0, "end": 3}],
    }
    with pytest.raises(LeakFound):
        made(tmp_path, text, decisions)


def test_a_place_named_itself_goes_whatever_is_disclosed_around_it(tmp_path: Path) -> None:
    """The removal was dropped in silence."""
    around = {"story": "body", "start": 0, "end": len(VISIT), "reason": "not_sensitive"}
    copy = made(tmp_path, VISIT, {"withhold": [NAMED], "disclose": [around]})
    assert copy.path.read_text("utf-8") == VISIT.replace("Anne Roy", "[s. 19(1)]", 1)


def test_a_term_that_stands_nowhere_by_itself_is_searched_all_the_same(tmp_path: Path) -> None:
    with pytest.raises(LeakFound):
        made(tmp_path, f"Read {way.NAME[::-1]}\n", {"withhold": [{"term": way.NAME}]})


def test_a_term_that_only_our_own_title_says_is_no_leak(tmp_path: Path) -> None:
    path = way.write(tmp_path, "visit.docx")
    copy = preview(path, {"withhold": [{"term": "approved"}, {"term": way.SIN}]}, tmp_path / "out")
    assert (copy.removed, copy.unmatched) == (1, 1)


@pytest.mark.parametrize(
    "text",
    [
        '{"withhold": [{"term": "Anne Roy"}], "withhold": []}',
        '{"withhold": [{"story": "body", "start": 0, "end": 4, "end": 1}]}',
        '{"withhold": ' + "[" * 100_000 + "]" * 100_000 + "}",
        '{"withhold": [], "withold": []}',
    ],
)
def test_a_file_that_says_two_things_is_refused(tmp_path: Path, text: str) -> None:
    """Of a key that stands twice the first was lost in silence, and its words stayed in the copy."""
    with pytest.raises(InvalidDecisions):
        loaded(tmp_path, text)


@pytest.mark.parametrize(
    "row",
    [
        '{"page": 1, "box": [NaN, NaN, NaN, NaN]}',
        '{"page": 1, "box": [0, NaN, 700, NaN]}',
        '{"page": 1, "box": [0, 0, 1e999, 700]}',
        f'{{"page": 1, "box": [0, 0, 1{"0" * 400}, 700]}}',
        '{"page": 1, "box": [0, 0, "x", 700, 300]}',
        '{"page": 1, "box": [5, 5, 5, 90]}',
        '{"page": true, "box": [0, 0, 700, 300]}',
        '{"story": "page:1", "start": true, "end": 4}',
        '{"story": "page:1", "start": 0.0, "end": 4}',
        '{"term": "Anne", "note": "\\ud800"}',
        '{"term": "Anne", "replacement": "\\udfff"}',
    ],
)
def test_a_place_that_takes_nothing_is_refused(tmp_path: Path, row: str) -> None:
    """A box without numbers counted as one passage removed, and removed none."""
    path = way.write(tmp_path, "visit.pdf")
    decisions = loaded(tmp_path, f'{{"withhold": [{row}]}}')
    with pytest.raises(InvalidDecisions):
        preview(path, decisions, tmp_path / "out")


def test_a_marking_is_short(tmp_path: Path) -> None:
    """A strike needs no ground: it took whole pages."""
    row = {"story": "body", "start": 0, "end": len(VISIT) * 3, "authority": "memo of 2 May"}
    with pytest.raises(InvalidDecision):
        made(tmp_path, VISIT * 3, {"strike": [row]})


def test_the_name_of_the_file_does_not_say_what_is_withheld(tmp_path: Path) -> None:
    copy = made(tmp_path, VISIT, {"withhold": [{"term": "Anne Roy"}]}, "Notes_ANNE-Roy 2026.txt")
    assert copy.path.name == "document.preview-not-approved.txt"
    assert "roy" not in (tmp_path / "out" / "report.json").read_text("utf-8").casefold()


def test_a_report_that_is_somebody_elses_stays(tmp_path: Path) -> None:
    """`report.json` in the folder of a person's files was written over, even when it was the source itself."""
    theirs = tmp_path / "report.json"
    theirs.write_text(json.dumps({"water": 12}), "utf-8")
    path = way.write(tmp_path)
    with pytest.raises(TargetExists):
        preview(path, {"withhold": [{"term": way.NAME}]}, tmp_path)
    with pytest.raises(TargetExists):
        preview(theirs, {"withhold": [{"term": way.NAME}]}, tmp_path)
    assert json.loads(theirs.read_bytes()) == {"water": 12}
    assert {each.name for each in tmp_path.iterdir()} == {"report.json", "visit.txt"}
    for _ in range(2):  # our own report is replaced
        preview(path, {"withhold": [{"term": way.NAME}, {"term": way.SIN}]}, tmp_path / "out")
