# SPDX-License-Identifier: MIT
"""`parvis preview`: a copy that passed the gate, or a folder with nothing but the reason."""

from __future__ import annotations

import io
import json
import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

import docx
import pdfplumber
import pytest

from reviewer.cli import main
from reviewer.errors import NoSpace
from tests.cli.run import Parvis
from tests.workflow import way

MINUTES = Path(__file__).parents[2] / "resources" / "samples" / "minutes-en.docx"
ROOT = MINUTES.parents[2]


def write_json(path: Path, content: object) -> Path:
    path.write_text(json.dumps(content), "utf-8")
    return path


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_term_goes_everywhere(parvis: Parvis, tmp_path: Path) -> None:
    out = tmp_path / "out"
    said = parvis(
        *("preview", way.write(tmp_path, "visit.docx"), "--out", out, "--json"),
        *(
            "--withhold",
            "BERTHE  ouellet‑kaplan",
            "--withhold",
            way.PHONE,
            "--withhold",
            "nowhere to be found",
        ),
    )
    assert said.code == 0, said.err
    assert names(out) == {"report.json", "visit.preview-not-approved.docx"}
    assert said.json["file"] == str(out / "visit.preview-not-approved.docx")
    assert (said.json["removed"], said.json["unmatched_terms"]) == (3, 1)
    made = docx.Document(io.BytesIO((out / "visit.preview-not-approved.docx").read_bytes()))
    assert [paragraph.text for paragraph in made.paragraphs][1:4] == [
        "[s. 19(1)] met us at the gate. Call her at [s. 19(1)].",
        *way.LINES[2:],
    ]
    assert made.tables[0].rows[0].cells[1].text == "[s. 19(1)]"
    assert made.core_properties.title == "Preview – not approved for release"
    report = json.loads((out / "report.json").read_bytes())
    assert (report["result"], report["removed"]) == ("written", 3)
    assert report["gate"]["hits"] == []
    assert not any(secret in json.dumps(report) for secret in way.SECRETS)


def test_decisions_by_span_box_and_term(parvis: Parvis, tmp_path: Path) -> None:
    path = way.write(tmp_path, "visit.pdf")
    [document] = parvis("scan", "--json", "--fast", path).json["documents"]
    text = document["stories"][0]["text"]
    number, shown = text.index(way.SIN), text.index(way.LINES[0])
    decisions: dict[str, Any] = {
        "withhold": [
            {"story": "page:1", "start": number, "end": number + len(way.SIN), "ground": "16(1)(c)(i)"},
            {"page": 1, "box": [60, 715, 300, 735], "ground": "19(1)"},
            {"term": "Field visit"},
            {"term": way.NAME, "grounds": ["19(1)", "23"]},
        ],
        "disclose": [
            {"story": "page:1", "start": shown, "end": shown + len(way.LINES[0]), "reason": "not_sensitive"}
        ],
    }
    out = tmp_path / "out"
    file = write_json(tmp_path / "d.json", decisions)
    said = parvis("preview", path, "--decisions", file, "--out", out, "--language", "fr", "--json")
    assert said.code == 0, said.err
    assert names(out) == {"report.json", "visit.aperçu-non-approuvé.pdf"}
    with pdfplumber.open(out / "visit.aperçu-non-approuvé.pdf") as pdf:
        words = pdf.pages[0].extract_text()
    assert "[caviardé]" in words, "a ground that would tell something is not printed"
    assert "[par. 19(1), art. 23]" in words
    # The box took the first line, although the file shows it: whatever lies under a box goes.
    assert "Field visit" not in words
    assert way.SIN not in words
    assert way.PHONE in words


@pytest.mark.parametrize(
    ("decisions", "error"),
    [
        ({"withold": []}, "InvalidDecisions"),
        ({"withhold": {}}, "InvalidDecisions"),
        ({"withhold": [{"term": "…"}]}, "InvalidDecisions"),
        ({"withhold": [{"story": "body", "start": "0", "end": 2}]}, "InvalidDecisions"),
        ({"withhold": [{"page": 1, "box": [0, 0, 10]}]}, "InvalidDecisions"),
        ({"disclose": [{"term": "gate", "reason": "because"}]}, "InvalidDecisions"),
        ({"withhold": [{"story": "body:7", "start": 0, "end": 2}]}, "UnknownId"),
        ({"withhold": [{"story": "body", "start": 0, "end": 10_000}]}, "UnknownId"),
        ({"withhold": [{"page": 1, "box": [0, 0, 10, 10]}]}, "UnknownId"),
        ({"answers": {"comments": "leave_out"}}, "UnknownId"),
        ([], "InvalidDecisions"),
    ],
)
def test_an_unknown_id_is_an_error(parvis: Parvis, tmp_path: Path, decisions: object, error: str) -> None:
    file = write_json(tmp_path / "d.json", decisions)
    said = parvis("preview", way.write(tmp_path), "--decisions", file, "--out", tmp_path / "out", "--json")
    assert (said.code, said.json["error"]) == (2, error)
    left = names(tmp_path / "out") if (tmp_path / "out").exists() else set()
    assert left <= {"report.json"}


def test_a_ground_that_does_not_exist(parvis: Parvis, tmp_path: Path) -> None:
    out = tmp_path / "out"
    said = parvis(
        "preview", way.write(tmp_path), "--withhold", "gate", "--ground", "99(9)", "--out", out, "--json"
    )
    assert (said.code, said.json["error"]) == (22, "InvalidDecision")
    assert names(out) == {"report.json"}


def test_what_is_still_there_refuses_the_copy(parvis: Parvis, tmp_path: Path) -> None:
    # The term in one place by span; the same words stand in another.
    at = "\n".join(way.LINES).index("Gravel Wharf")
    row = {"story": "body", "start": at, "end": at + len("Gravel Wharf")}
    file = write_json(tmp_path / "d.json", {"withhold": [row]})
    out = tmp_path / "out"
    said = parvis("preview", way.write(tmp_path), "--decisions", file, "--out", out, "--json")
    assert (said.code, said.json["error"]) == (30, "LeakFound")
    assert names(out) == {"report.json"}
    report = json.loads((out / "report.json").read_bytes())
    assert (report["result"], report["error"]) == ("refused", "LeakFound")
    assert "Gravel" not in said.out + said.err + json.dumps(report)


def test_a_document_that_asks_is_answered_first(parvis: Parvis, tmp_path: Path) -> None:
    out = tmp_path / "out"
    refused = parvis("preview", MINUTES, "--withhold", "nobody here", "--out", out, "--json")
    assert (refused.code, refused.json["error"]) == (21, "UnansweredProblem")
    assert names(out) == {"report.json"}
    asked = {problem["id"]: problem["safe"] for problem in _problems(parvis)}
    assert set(refused.json["facts"]["problems"]) == set(asked)
    made = parvis("preview", MINUTES, "--withhold", "nobody here", "--out", out, "--safe-defaults", "--json")
    assert made.code == 0, made.err
    assert made.json["safe_defaults"] == asked
    assert made.err.count("Answered safely") == len(asked)


def _problems(parvis: Parvis) -> list[dict[str, Any]]:
    problems: list[dict[str, Any]] = parvis("scan", "--json", "--fast", MINUTES).json["documents"][0][
        "problems"
    ]
    return problems


def test_a_file_that_cannot_be_taken_in(parvis: Parvis, tmp_path: Path) -> None:
    path = tmp_path / "marked.txt"
    path.write_text("SECRET\n\nThe convoy leaves.\n", "ascii")
    said = parvis("preview", path, "--withhold", "convoy", "--out", tmp_path / "out", "--json")
    assert (said.code, said.json["error"]) == (18, "MarkedTooHigh")
    assert names(tmp_path / "out") == {"report.json"}


def long_text(folder: Path) -> Path:
    path = folder / "long.txt"
    path.write_text("The sedge was dry. " * 20_000, "ascii")
    return path


def test_a_disk_that_is_full_when_the_copy_is_written(parvis: Parvis, tmp_path: Path) -> None:
    path, out = long_text(tmp_path), tmp_path / "out"
    assert parvis("scan", "--fast", "--no-text", path).code == 0, "whatever is loaded once is loaded now"
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
            status = main(["preview", str(path), "--withhold", "sedge", "--out", str(out), "--json"])
        finally:
            os._exit(status)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == NoSpace.exit_code
    assert names(out) == {"report.json"}
    assert json.loads((out / "report.json").read_bytes())["error"] == "NoSpace"


def test_a_disk_that_is_full_from_the_start(tmp_path: Path) -> None:
    path, out = long_text(tmp_path), tmp_path / "out"
    limited = 'ulimit -f 64; exec "$@"'  # not even a library's temporary file finds room
    command = [sys.executable, "-B", "-m", "reviewer.cli", "preview", str(path)]
    command += ["--withhold", "sedge", "--out", str(out), "--json"]
    done = subprocess.run(
        ["sh", "-c", limited, "sh", *command], cwd=ROOT, env=os.environ, capture_output=True, check=False
    )
    assert done.returncode == NoSpace.exit_code, done.stderr.decode()
    assert json.loads(done.stdout)["error"] == "NoSpace"
    assert names(out) == {"report.json"}


def test_a_folder_that_takes_nothing(parvis: Parvis, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file, not a folder", "ascii")
    said = parvis("preview", way.write(tmp_path), "--withhold", "gate", "--out", tmp_path / "out", "--json")
    assert said.code in {52, 53}
    assert (tmp_path / "out").read_text("ascii") == "a file, not a folder"
