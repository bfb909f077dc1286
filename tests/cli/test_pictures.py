# SPDX-License-Identifier: MIT
"""Areas of pictures by command line: decided from a file, shown, taken back."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx

from tests.cli.run import Parvis
from tests.corpus.painted import FR_LINES, FR_NAME, painted, png

AREA = {"image": "image:1", "box": [10.0, 20.5, 300.0, 48.0]}


def written(folder: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("Le compte rendu est ci-dessous.")
    document.add_picture(io.BytesIO(png(painted(FR_LINES))))
    document.save(str(folder / "numérisé.docx"))
    return folder / "numérisé.docx"


def test_scan_shows_the_words_and_the_question(parvis: Parvis, tmp_path: Path) -> None:
    said = parvis("scan", written(tmp_path), "--json", "--fast")
    [document] = said.json["documents"]
    [problem] = document["problems"]
    assert (problem["id"], problem["story"]) == ("image:1", "image_text:1")
    assert (problem["choices"], problem["safe"]) == (["keep", "mask", "remove"], "keep")
    texts = {story["id"]: story["text"] for story in document["stories"]}
    assert FR_NAME in texts["image_text:1"]


def test_an_area_goes_the_way_of_a_review(parvis: Parvis, tmp_path: Path) -> None:
    path = written(tmp_path)
    rows = tmp_path / "decisions.json"
    rows.write_text(
        json.dumps({"withhold": [AREA, {"term": FR_NAME}], "answers": {"image:1": "mask"}}), "utf-8"
    )
    said = parvis("preview", path, "--decisions", rows, "--out", tmp_path / "out", "--json", "--lang", "fr")
    assert said.code == 0, said.err
    assert said.json["removed"] == 2
    rows.write_text(json.dumps({"withhold": [{**AREA, "image": "image:7"}]}), "utf-8")
    assert parvis("preview", path, "--decisions", rows, "--out", tmp_path / "out", "--json").code == 2
