# SPDX-License-Identifier: MIT
"""The kept runner of the Word corpus, with the real gate and with LibreOffice on the pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.corpus.docx import make
from tests.corpus.docx.proof import office
from tests.corpus.docx.run import main

ROWS = json.loads(make.MANIFEST.read_text("utf-8"))
DATA = {f"{case.id}.docx": case.data for case in make.cases()}


def test_the_runner_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the real gate and LibreOffice, on three files, of which one promises what does not come."""
    names = ("cut_by_control-fr", "torn-en", "everywhere-en")
    rows = [dict(row) for row in ROWS if row["file"].removesuffix(".docx") in names]
    for row in rows:
        (tmp_path / row["file"]).write_bytes(DATA[row["file"]])
        if row["file"].startswith("everywhere"):
            row["keep"] = [*row["keep"], "words that are not there"]
    (tmp_path / "manifest.json").write_text(json.dumps(rows), "utf-8")
    assert main(tmp_path, libreoffice=True) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        "everywhere-en.docx: lost: words that are not there",
        "3 files, 2 copies, 1 refused, 1 wrong",
    ]


def test_pages_that_leak_are_told(tmp_path: Path) -> None:
    row = next(row for row in ROWS if row["file"] == "across_paragraphs-en.docx")
    path = tmp_path / "x.docx"
    path.write_bytes(DATA[str(row["file"])])
    found = office.look(
        {"x": path, "y": tmp_path / "none.docx"}, {"x": list(row["secrets"]), "y": []}, tmp_path
    )
    assert found == {"x": ["secret 0 on a page"], "y": ["LibreOffice does not open it"]}
