# SPDX-License-Identifier: MIT
"""`parvis review add` of many files: searched on all cores, taken in one after the other, what is refused left out."""

from __future__ import annotations

from pathlib import Path

from tests.cli.run import Parvis
from tests.cli.test_memory import BY, person


def test_many_files_are_taken_in_and_the_refused_are_not(parvis: Parvis, tmp_path: Path) -> None:
    person(parvis, tmp_path)
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(4):
        (folder / f"{number}.txt").write_text(f"{number}. Telephone: 613-555-014{number}\n", "ascii")
    (folder / "4.txt").write_text("SECRET\n\nTelephone: 613-555-0149\n", "ascii")
    (folder / "5.txt").write_bytes("La réunion a été reportée.\n".encode("cp1252"))
    said = parvis("review", "add", folder, folder / "0.txt", *BY, "--fast", "--json")
    assert [row.get("error") for row in said.json] == [
        *(None,) * 4,
        "MarkedTooHigh",
        "UnansweredProblem",
        None,
    ]
    assert said.code == 21
    assert said.json[-1] == said.json[0], "the same bytes are the same review"
    assert [row["findings"] for row in said.json[:4]] == [1] * 4
    listed = parvis("review", "list", "--json").json
    assert {row["name"] for row in listed} == {"0.txt", "1.txt", "2.txt", "3.txt"}
    for row in listed:
        (finding,) = parvis("review", "show", row["id"], "--json").json["findings"]
        assert finding["category"] == "PHONE"
