# SPDX-License-Identifier: MIT
"""What the command line says of a copy to its readers: pages that became pictures, and accessibility."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.run import Parvis
from tests.corpus.pdf.registry import SECRET
from tests.corpus.pdf.text_cases import vertical_writing
from tests.workflow import way

pytestmark = pytest.mark.usefixtures("without_tesseract")


@pytest.mark.parametrize(
    ("language", "sentence", "counted"),
    [
        ("en", "Page 1 is published as a picture because its text runs from top to bottom", "Bookmarks – no"),
        (
            "fr",
            "La page 1 est publiée sous forme d’image\u00a0: son texte est écrit de haut",
            "Signets – non",
        ),
    ],
)
def test_a_page_that_became_a_picture_is_told_with_the_reason(
    parvis: Parvis, tmp_path: Path, language: str, sentence: str, counted: str
) -> None:
    path, out = tmp_path / "upright.pdf", tmp_path / "out"
    path.write_bytes(vertical_writing().data)
    wanted = ("preview", path, "--withhold", SECRET, "--out", out, "--json", "--lang", language)
    said = parvis(*wanted, "--safe-defaults")
    assert said.code == 0, said.err
    assert sentence in said.err
    assert counted in said.err
    assert said.json["pictured"] == [{"page": 1, "reason": "vertical"}]
    assert "raster_page:1:1" in said.json["losses"]
    assert said.json["accessibility"]["picture_pages"] == [1]
    assert said.json["accessibility"]["tagged"] is False
    kept = json.loads((out / "report.json").read_bytes())
    assert kept["pictured"] == said.json["pictured"]
    assert kept["accessibility"] == kept["gate"]["accessibility"] == said.json["accessibility"]


def test_a_word_copy_is_counted_and_a_text_is_not(parvis: Parvis, tmp_path: Path) -> None:
    said = parvis(
        "preview",
        way.write(tmp_path, "visit.docx"),
        "--withhold",
        way.NAME,
        "--out",
        tmp_path / "a",
        "--json",
    )
    assert said.code == 0, said.err
    assert said.json["accessibility"]["tagged"] is None
    assert said.json["accessibility"]["tables"] == 1
    assert said.json["pictured"] == []
    path = tmp_path / "visit.txt"
    path.write_bytes(way.text_bytes())
    said = parvis("preview", path, "--withhold", way.NAME, "--out", tmp_path / "b", "--json")
    assert said.json["accessibility"] is None
    assert "Accessib" not in said.err
