# SPDX-License-Identifier: MIT
"""A withheld surname inside an address that stays: "ecastonguay@…" was passed without a word."""

from __future__ import annotations

from pathlib import Path

from reviewer.workflow.preview import preview

TEXT = (
    "Edith Quillfeather called. Write to equillfeather@lake.example, not to records@lake.example. Her page is "
    "https://lake.example/staff/edithquillfeather/, her file CV_EQuillfeather.pdf, her name there equillfeather. "
    "Quillfeatherstone and InterNational are others. Old: marie.gagnonroy@lake.example."
)


def kept(tmp_path: Path, *terms: str) -> tuple[str, int]:
    path = tmp_path / "notes.txt"
    path.write_text(TEXT, "utf-8")
    made = preview(path, {"withhold": [{"term": term} for term in terms]}, tmp_path / "out", ground="19(1)")
    return made.path.read_text("utf-8"), len(made.gate.warnings)


def test_a_name_goes_from_addresses_links_and_file_names(tmp_path: Path) -> None:
    text, warnings = kept(tmp_path, "Quillfeather")
    assert "uillfeather" not in text.replace("Quillfeatherstone", "")
    assert "Write to [s. 19(1)]@lake.example" in text
    assert "/staff/[s. 19(1)]/" in text
    assert "records@lake.example" in text
    assert not warnings


def test_an_ordinary_word_takes_no_address_with_it(tmp_path: Path) -> None:
    text, warnings = kept(tmp_path, "file")
    assert "her [s. 19(1)] CV_EQuillfeather.pdf" in text
    assert text.count("[s. 19(1)]") == 1
    assert not warnings


def test_a_capital_inside_a_word_begins_a_piece(tmp_path: Path) -> None:
    text, _ = kept(tmp_path, "national")
    assert "Inter[s. 19(1)] are" in text


def test_a_shorter_name_in_an_address_is_pointed_out(tmp_path: Path) -> None:
    text, warnings = kept(tmp_path, "Gagnon")
    assert "marie.gagnonroy@" in text
    assert warnings == 1
