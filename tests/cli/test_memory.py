# SPDX-License-Identifier: MIT
"""The office memory by command: looked through, forgotten, carried from one store to another under a passphrase."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from reviewer.paths import HOME_VARIABLE
from reviewer.signoff import keys
from tests.cli.run import Parvis, Said

PHRASE = "trois loutres sous le quai"
PHONES = ("613-555-0142", "613-555-0177")
BY = ("--by", "Avery Lindqvist-Roy")


def secret(text: str, tmp_path: Path) -> tuple[str, str]:
    path = tmp_path / f"secret-{len(list(tmp_path.iterdir()))}"
    path.write_text(f"{text}\n", "utf-8")
    return "--passphrase-fd", str(os.open(path, os.O_RDONLY))


def person(parvis: Parvis, tmp_path: Path) -> None:
    added = parvis("person", "add", BY[1], "--role", "author", *secret(PHRASE, tmp_path))
    assert added.code == 0


def reviewed(parvis: Parvis, tmp_path: Path, name: str, phone: str, verdict: str) -> str:
    path, decisions = tmp_path / name, tmp_path / f"{name}.json"
    path.write_text(f"{name}. Telephone: {phone}\n", "utf-8")
    row = {"term": phone, **({"ground": "19(1)"} if verdict == "withhold" else {"reason": "not_sensitive"})}
    decisions.write_text(json.dumps({verdict: [row]}), "utf-8")
    (review,) = parvis("review", "add", path, *BY, "--fast", "--json").json
    assert parvis("review", "decide", review["id"], "--decisions", decisions, *BY).code == 0
    return str(review["id"])


def listed(parvis: Parvis) -> dict[str, dict[str, object]]:
    said = parvis("memory", "list", "--json")
    assert said.code == 0
    return {row["text"]: row for row in said.json}


def test_what_was_decided_is_listed_and_said_in_the_next_document(parvis: Parvis, tmp_path: Path) -> None:
    person(parvis, tmp_path)
    reviewed(parvis, tmp_path, "a.txt", PHONES[0], "withhold")
    reviewed(parvis, tmp_path, "b.txt", PHONES[0], "disclose")
    row = listed(parvis)[PHONES[0]]
    assert (row["category"], row["documents"], row["disagrees"]) == ("PHONE", 2, True)
    plain = parvis("--lang", "fr", "memory", "list")
    assert "laissé visible\t2" in plain.out
    third = tmp_path / "c.txt"
    third.write_text(f"c. Telephone: {PHONES[0]}\n", "utf-8")
    (added,) = parvis("review", "add", third, *BY, "--fast", "--json").json
    shown = parvis("review", "show", added["id"], "--json", "--lang", "fr").json
    (finding,) = shown["findings"]
    assert any(each.startswith("Déjà laissé visible dans 1 autre document") for each in finding["why"])
    assert any(each.startswith("Les décisions se contredisent") for each in finding["why"])
    assert finding["broader"] == []
    assert shown["decisions"] == []


def test_forgetting_takes_an_id_of_the_list_or_all(parvis: Parvis, tmp_path: Path) -> None:
    person(parvis, tmp_path)
    for number, phone in enumerate(PHONES):
        reviewed(parvis, tmp_path, f"{number}.txt", phone, "withhold")
    ids = {text: row["id"] for text, row in listed(parvis).items()}
    assert parvis("memory", "forget", *BY).code == 2
    assert parvis("memory", "forget", ids[PHONES[0]], "--all", *BY).code == 2
    assert parvis("memory", "forget", "ffffffffffff0", *BY, "--json").json["error"] == "UnknownId"
    assert parvis("memory", "forget", str(ids[PHONES[0]])[:4], *BY).code == 2, "too little to name a text"
    assert parvis("memory", "forget", ids[PHONES[0]], *BY, "--json").json == {"forgotten": 1}
    assert listed(parvis).keys() == {PHONES[1]}
    assert parvis("memory", "forget", "--all", *BY).code == 0
    assert listed(parvis) == {}
    journal = parvis("journal", "--json").json["entries"]
    gone = [each["details"] for each in journal if each["action"] == "memory_forgotten"]
    assert gone == [{"count": 1}, {"count": 1}]
    assert not [phone for phone in PHONES if phone in json.dumps(journal)]


def carried(parvis: Parvis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file exported by one office, and the home of another one in which nothing was decided."""
    person(parvis, tmp_path)
    reviewed(parvis, tmp_path, "a.txt", PHONES[0], "withhold")
    reviewed(parvis, tmp_path, "b.txt", PHONES[1], "withhold")
    file = tmp_path / "office.memory"
    said = parvis("memory", "export", "--out", file, *BY, *secret(PHRASE, tmp_path), "--json")
    assert said.json == {"exported": 2}
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "other"))
    person(parvis, tmp_path)
    return file


def took(parvis: Parvis, tmp_path: Path, file: Path, words: str = PHRASE) -> Said:
    return parvis("memory", "import", file, *BY, *secret(words, tmp_path), "--json")


def test_another_office_takes_it_in_once(
    parvis: Parvis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = carried(parvis, tmp_path, monkeypatch)
    assert not [each for each in PHONES if each.encode() in file.read_bytes()]
    assert took(parvis, tmp_path, file).json == {"texts": 2, "kept": 2, "known": 0}
    assert took(parvis, tmp_path, file).json == {"texts": 2, "kept": 0, "known": 2}
    rows = listed(parvis)
    assert rows.keys() == set(PHONES)
    (ruling,) = rows[PHONES[0]]["rulings"]  # type: ignore[misc]
    assert (ruling["verdict"], ruling["grounds"], ruling["by"]) == ("withhold", ["19(1)"], BY[1])
    path = tmp_path / "d.txt"
    path.write_text(f"d. Telephone: {PHONES[0]}\n", "utf-8")
    (added,) = parvis("review", "add", path, *BY, "--fast", "--json").json
    (finding,) = parvis("review", "show", added["id"], "--json").json["findings"]
    assert any(each.startswith("Withheld before in 1 other document") for each in finding["why"])


def test_an_export_never_overwrites_and_needs_a_passphrase_of_some_length(
    parvis: Parvis, tmp_path: Path
) -> None:
    person(parvis, tmp_path)
    file = tmp_path / "office.memory"
    assert parvis("memory", "export", "--out", file, *BY, *secret("short", tmp_path)).code == 2
    assert not file.exists()
    file.write_text("mine", "utf-8")
    assert parvis("memory", "export", "--out", file, *BY, *secret(PHRASE, tmp_path)).code == 53
    assert file.read_text("utf-8") == "mine"


def test_what_does_not_open_changes_nothing(
    parvis: Parvis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = carried(parvis, tmp_path, monkeypatch)
    whole = file.read_bytes()
    cases = {
        "passphrase": (whole, "quatre loutres sous le quai"),
        "form": (b"another file altogether", PHRASE),
    }
    for detail, (content, words) in cases.items():
        file.write_bytes(content)
        said = took(parvis, tmp_path, file, words)
        assert (said.code, said.json["facts"]["detail"]) == (49, detail)
    file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert took(parvis, tmp_path, file).code == 49
    assert took(parvis, tmp_path, tmp_path / "nowhere").json["facts"]["detail"] == "unreadable"
    assert listed(parvis) == {}


FORGED = {
    "a time that no calendar has": {"time": "9999-12-31T23:59:59-23:00"},
    "a time that is to come": {"time": "2999-01-01T00:00:00+00:00"},
    "a time of nowhere": {"time": "2026-01-01T00:00:00"},
    "what is ruled of marks": {"verdict": "strike"},
    "no verdict": {"verdict": ["withhold"]},
    "a line of a table": {"grounds": [["19(1)"]]},
    "too long": {"authority": "x" * 401},
}


@pytest.mark.parametrize("forged", FORGED.values(), ids=FORGED)
def test_what_no_office_exports_is_refused_whole(
    parvis: Parvis, tmp_path: Path, forged: dict[str, object]
) -> None:
    person(parvis, tmp_path)
    ruled = {"source": "a", "verdict": "withhold", "grounds": ["19(1)"], "reason": None, "authority": ""}
    ruled |= {"replacement": "", "time": "2026-01-01T00:00:00+00:00", "name": "Avery"}
    rows = [
        {"text": PHONES[0], "category": "PHONE", "ruled": [ruled]},
        {"text": PHONES[1], "category": "PHONE", "ruled": [ruled | forged]},
    ]
    file = tmp_path / "forged.memory"
    file.write_bytes(keys.seal(json.dumps(rows).encode(), PHRASE, kind=b"parvis-memory-1\n"))
    said = took(parvis, tmp_path, file)
    assert (said.code, said.json["facts"]["detail"]) == (49, "form")
    assert listed(parvis) == {}
    rows[1]["ruled"] = [ruled]
    file.write_bytes(keys.seal(json.dumps(rows).encode(), PHRASE, kind=b"parvis-memory-1\n"))
    assert took(parvis, tmp_path, file).json["kept"] == 2
