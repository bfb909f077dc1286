# SPDX-License-Identifier: MIT
"""A withheld surname inside an address that stays: "ecastonguay@…" was passed without a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.workflow.preview import preview

TEXT = "Edith Quillfeather called. Write to equillfeather@lake.example or to records@lake.example.\n"


@pytest.mark.parametrize(("term", "warned"), [("Quillfeather", 1), ("called", 0)])
def test_an_address_that_holds_a_withheld_name_is_pointed_out(tmp_path: Path, term: str, warned: int) -> None:
    path = tmp_path / "notes.txt"
    path.write_text(TEXT, "utf-8")
    made = preview(path, {"withhold": [{"term": term}]}, tmp_path / "out")
    assert len(made.gate.warnings) == warned
