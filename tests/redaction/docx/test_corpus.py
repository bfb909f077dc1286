# SPDX-License-Identifier: MIT
"""The whole corpus the way of a preview, in one process: refused as it must be, or a copy that other code finds clean.

`python -m tests.corpus.docx.run` does the same with the gate in a process of its own, and looks at the pages.
"""

from __future__ import annotations

import ast
import json
from collections import Counter
from pathlib import Path

import pytest

from reviewer.verification.examine import examine
from reviewer.verification.gate import refuse
from reviewer.workflow.preview import drafted, preview
from reviewer.workflow.verify import asked
from tests.corpus.docx import make, proof
from tests.corpus.docx.case import Surface
from tests.corpus.docx.proof import integrity, leaks, order
from tests.corpus.docx.run import Row, decisions, judge

ROWS = json.loads(make.MANIFEST.read_text("utf-8"))
DATA = {f"{case.id}.docx": case.data for case in make.cases()}


def _copied(path: Path, row: Row) -> bytes:
    """The copy of a preview, with the gate's examination in this process."""
    made = drafted(path, decisions(row), safe_defaults=True)
    request = asked(made.draft, made.decisions, also=made.missing)
    refuse(examine(made.draft.copy.data, request, lambda done, total: None))
    return made.draft.copy.data


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["file"].removesuffix(".docx"))
def test_nothing_withheld_is_left_and_everything_else_is(row: Row, tmp_path: Path) -> None:
    path = tmp_path / str(row["file"])
    path.write_bytes(DATA[path.name])
    assert judge(path, row, _copied).faults == ()


def test_the_manifest_is_current() -> None:
    """Brought up to date with `python -m tests.corpus.docx.make --manifest`."""
    assert make.MANIFEST.read_text("utf-8") == make.manifest_text()


def test_each_surface_has_two_files_in_each_language() -> None:
    counted = Counter((row["surface"], row["language"]) for row in ROWS)
    assert {key for key, count in counted.items() if count >= 2} == {
        (surface, language) for surface in Surface for language in ("en", "fr")
    }
    assert len({row["file"] for row in ROWS}) == len(ROWS) >= 200


def test_the_same_files_are_made_each_time() -> None:
    make._listed.cache_clear()
    again = {f"{case.id}.docx": case.data for case, _surface in make._listed()}
    assert again == DATA


def test_the_judge_shares_no_code_with_the_program() -> None:
    for file in Path(proof.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            modules += [str(node.module)] if isinstance(node, ast.ImportFrom) else []
            assert not [name for name in modules if name.split(".")[0] in {"reviewer", "ui"}]


def _hurt(row: Row) -> str:
    """Why a source that has not been redacted would not pass the judge."""
    data = DATA[str(row["file"])]
    found = leaks.leaks(data, [str(each) for each in row["secrets"]])  # type: ignore[attr-defined]
    return (found or integrity.faults(data) or order.faults(data) or [""])[0]


@pytest.mark.parametrize(
    "name", ["plain", "across_cells", "split_runs", "utf16", "link_all_encoded", "zip_slack"]
)
def test_the_judge_sees_the_secret_in_the_source(name: str) -> None:
    row = next(row for row in ROWS if row["file"] == f"{name}-en.docx")
    assert "secret 0" in _hurt(row)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_command_line_does_the_same(language: str, tmp_path: Path) -> None:
    """One of the files by the preview itself, with the gate in another process."""
    row = next(row for row in ROWS if row["file"] == f"cut_in_every_way-{language}.docx")
    path = tmp_path / str(row["file"])
    path.write_bytes(DATA[path.name])
    made = preview(path, decisions(row), tmp_path / "out", safe_defaults=True)
    assert made.path.read_bytes() == _copied(path, row)
