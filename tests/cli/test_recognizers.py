# SPDX-License-Identifier: MIT
"""A department's own recognizers by command: checked with their examples, listed, at work in a scan and in a review."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.run import Parvis
from tests.cli.test_memory import BY, person

GOOD = r"""
recognizers:
  - id: collector_number
    label_en: "Collector number"
    label_fr: "Numéro de collecteur"
    patterns:
      - {regex: '\bCOL-\d{5}\b', needs: nothing, tier: sure}
    ground: "20(1)(b)"
    examples: ["Collector COL-00012 was paid."]
    counter_examples: ["COL-12"]
"""


@pytest.fixture(autouse=True)
def _as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a command says to the processes it starts does not outlive its test."""
    monkeypatch.setenv("PARVIS_RECOGNIZERS", "")


def written(folder: Path, text: str = GOOD, name: str = "own.yaml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    return folder / name


def test_a_folder_is_checked_and_listed(parvis: Parvis, home: Path) -> None:
    path = written(home / "recognizers")
    said = parvis("recognizers", "check", "--json")
    assert said.code == 0
    assert [row["id"] for row in said.json["recognizers"]] == ["collector_number"]
    rows = parvis("recognizers", "list", "--json").json
    assert rows[-1] == {
        "id": "collector_number",
        "category": "OTHER_ID",
        "label_en": "Collector number",
        "label_fr": "Numéro de collecteur",
        "path": str(path),
    }
    assert {"ca_sin", "email"} <= {row["id"] for row in rows if row["path"] is None}


def test_nothing_to_check_is_no_error(parvis: Parvis) -> None:
    assert parvis("recognizers", "check", "--json").json == {"recognizers": []}


def test_a_person_reads_the_list_in_their_language(parvis: Parvis, home: Path) -> None:
    written(home / "recognizers")
    said = parvis("recognizers", "check", "--lang", "fr")
    assert "collector_number\tOTHER_ID\tNuméro de collecteur\town.yaml" in said.out
    assert "prêts à servir" in said.err


def test_they_act_in_a_scan_and_in_a_review(parvis: Parvis, tmp_path: Path, home: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("The licence of COL-00417 was renewed.\n", "utf-8")
    assert parvis("scan", note, "--fast", "--json").json["documents"][0]["findings"] == []
    folder = written(tmp_path / "ours").parent
    said = parvis("scan", note, "--fast", "--recognizers", folder, "--json")
    (finding,) = said.json["documents"][0]["findings"]
    assert (finding["rule"], finding["category"]) == ("collector_number", "OTHER_ID")
    assert (finding["suggestion"], finding["ground"]) == ("withhold", "20(1)(b)")
    person(parvis, tmp_path)
    (row,) = parvis("review", "add", note, *BY, "--fast", "--recognizers", folder, "--json").json
    shown = parvis("review", "show", row["id"], "--json").json
    assert [(one["category"], one["ground"]) for one in shown["findings"]] == [("OTHER_ID", "20(1)(b)")]


def test_what_cannot_be_used_stops_the_scan(parvis: Parvis, tmp_path: Path, home: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("Nothing.\n", "utf-8")
    written(home / "recognizers", GOOD.replace("COL-12", "COL-00099"))
    said = parvis("scan", note, "--fast", "--json")
    assert said.code == 2
    assert (said.json["error"], said.json["facts"]["detail"]) == ("InvalidRecognizer", "counter_example")


WRONG = [
    ("yaml_line", "recognizers: [", "1"),
    ("yaml", GOOD.replace('"Collector number"', "&a x").replace('"Numéro de collecteur"', "*a"), "&, *"),
    ("yaml_line", GOOD.replace('"Collector number"', "!!python/object/apply:os.getcwd []"), "4"),
    ("form", "other: []", "recognizers"),
    ("form", "recognizers: [3]", "id"),
    ("unknown_key", GOOD + "    veto_er: [a]\n", "veto_er"),
    ("missing_key", GOOD.replace('["COL-12"]', "[]"), "counter_examples"),
    ("wrong_value", GOOD.replace("collector_number", "Collector number"), "id"),
    ("wrong_value", GOOD.replace("20(1)(b)", "twenty"), "ground"),
    ("wrong_value", GOOD + "    category: PERSON\n", "category"),
    ("wrong_value", GOOD + "    case_sensitive: maybe\n", "case_sensitive"),
    ("wrong_value", GOOD.replace('["COL-12"]', "[3]"), "counter_examples"),
    ("wrong_value", GOOD.replace('"Collector number"', "3"), "label_en"),
    ("wrong_value", GOOD + "    category: [PHONE]\n", "category"),
    ("wrong_value", GOOD + "    checksum: {luhn: 1}\n", "checksum"),
    ("yaml_line", "[" * 200_000, "1"),
    ("yaml_line", "recognizers:\n" + "- " * 100_000, "2"),
    ("clash", GOOD.replace("collector_number", "ca_sin"), "ca_sin"),
    ("clash", GOOD.replace("collector_number", "memory"), "memory"),
    ("clash", GOOD.replace("collector_number", "role_staff"), "role_staff"),
    ("clash", GOOD + GOOD.split("recognizers:\n")[1], "collector_number"),
    ("pattern_form", GOOD.replace("tier: sure", "tier: certain"), "patterns 1"),
    ("pattern_form", GOOD.replace(", tier: sure", ""), "patterns 1"),
    ("pattern_form", GOOD.replace("tier: sure", "tier: [sure]"), "patterns 1"),
    ("pattern_form", GOOD.replace(r"\bCOL-\d{5}\b", "x" * 2_001), "patterns 1"),
    ("no_context", GOOD.replace("needs: nothing", "needs: context"), "patterns 1"),
    ("no_checksum", GOOD.replace("needs: nothing", "needs: checksum"), "patterns 1"),
    ("bad_regex", GOOD.replace(r"\bCOL-\d{5}\b", r"COL-(\d"), "patterns 1"),
    ("empty_regex", GOOD.replace(r"\bCOL-\d{5}\b", r"(?:COL)?\d*"), "patterns 1"),
    ("hostile_regex", GOOD.replace(r"\bCOL-\d{5}\b", r"COL-(\d+)+"), "patterns 1"),
    ("hostile_regex", GOOD.replace(r"\bCOL-\d{5}\b", r"([])]\)|(?:a*b)){2,}"), "patterns 1"),
    ("example", GOOD.replace("COL-00012", "COL"), "1"),
    ("example", GOOD.replace(r"\bCOL-\d{5}\b", r"(?=COL-\d{5})"), "1"),
    ("example", GOOD.replace(r"\bCOL-\d{5}\b", r"(?P<value>X)?COL-\d{5}"), "1"),
    ("counter_example", GOOD.replace("COL-12", "COL-12345"), "1"),
]


@pytest.mark.parametrize(("detail", "text", "what"), WRONG, ids=[f"{row[0]} {row[2]}" for row in WRONG])
def test_what_is_wrong_is_named_with_its_file(
    parvis: Parvis, tmp_path: Path, detail: str, text: str, what: str
) -> None:
    path = written(tmp_path, text)
    said = parvis("recognizers", "check", path, "--json")
    assert said.code == 2
    facts = said.json["facts"]
    assert (facts["path"], facts["detail"], facts["what"]) == (str(path), detail, what)


@pytest.mark.parametrize("pattern", [r"(\w{1,40}){1,40}#", r"COL-(?:[0-7]{1,30}-?){1,30}#"])
def test_a_pattern_that_runs_for_years_is_ended(parvis: Parvis, tmp_path: Path, pattern: str) -> None:
    slow = GOOD.replace(r"\bCOL-\d{5}\b", pattern).replace("COL-00012", "COL-00012#")
    said = parvis("recognizers", "check", written(tmp_path, slow), "--lang", "fr")
    assert said.code == 2
    assert "own.yaml" in said.err
    assert "prend trop de temps" in said.err


def test_a_file_that_is_too_large_or_no_text(parvis: Parvis, tmp_path: Path) -> None:
    large = written(tmp_path, "#" * 300_000, "large.yaml")
    assert parvis("recognizers", "check", large, "--json").json["facts"]["detail"] == "too_large"
    (tmp_path / "odd.yaml").write_bytes(b"recognizers: \xff\xfe")
    assert parvis("recognizers", "check", tmp_path / "odd.yaml", "--json").json["facts"]["what"] == "UTF-8"
    assert parvis("recognizers", "check", tmp_path / "none.yaml", "--json").code == 10


def test_a_pipe_and_a_folder_named_as_a_file_are_not_waited_for(parvis: Parvis, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "endless.yaml")
    facts = parvis("recognizers", "check", tmp_path, "--json").json["facts"]
    assert (facts["path"], facts["detail"]) == (str(tmp_path / "endless.yaml"), "unreadable")
