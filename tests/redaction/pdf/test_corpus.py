# SPDX-License-Identifier: MIT
"""The whole corpus the way of a preview, in one process: refused as it must be, or a copy that other code finds clean.

`python -m tests.corpus.pdf.run` does the same with the gate in a process of its own.
"""

from __future__ import annotations

import ast
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.verification.examine import examine
from reviewer.verification.gate import refuse
from reviewer.workflow.preview import drafted, preview
from reviewer.workflow.verify import asked
from tests.corpus.pdf import make, proof, rasters
from tests.corpus.pdf.measure import measured, of_copy
from tests.corpus.pdf.proof import integrity, leaks
from tests.corpus.pdf.proof.fidelity import Fidelity
from tests.corpus.pdf.recipes import CLEAN, EN, RECIPES, Entry, Surface, entry
from tests.corpus.pdf.run import Row, decisions, faults, judge

ROWS = json.loads(make.MANIFEST.read_text("utf-8"))
ENTRIES = {f"{each.name}.pdf": each for each in make.entries()}
DATA = {name: each.data for name, each in ENTRIES.items()}
OTHER = replace(EN, first="Gwen", last="Oxtoby")
PICTURES = sorted(
    (maker for _surface, maker in RECIPES if maker.__module__ == rasters.__name__),
    key=lambda maker: maker.__name__,
)
_NOT_BY_BOXES = {"a_scan_with_its_words", "a_photograph", "a_photograph_in_a_stream"}
"""The two photographs are coded in blocks that reach over the edge of the box."""


MEASURED: dict[str, Fidelity] = {}
"""What the copies keep, of the files that were judged so far."""


def _copied(path: Path, row: Row) -> bytes:
    """The copy of a preview, with the gate's examination in this process."""
    made = drafted(path, decisions(row), safe_defaults=True)
    request = asked(made.draft, made.decisions, also=made.missing, halves=made.resolved.halves)
    refuse(examine(made.draft.copy.data, request, lambda done, total: None))
    if DATA.get(path.name) == path.read_bytes() and row["expect"] == CLEAN:
        MEASURED[path.name] = of_copy(ENTRIES[path.name], made)
    return made.draft.copy.data


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["file"].removesuffix(".pdf"))
def test_nothing_withheld_is_left_and_everything_else_is(
    row: Row, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    if not row["ocr"]:
        request.getfixturevalue("without_tesseract")
    path = tmp_path / str(row["file"])
    path.write_bytes(DATA[path.name])
    assert judge(path, row, _copied).faults == ()


@pytest.mark.usefixtures("without_tesseract")
def test_the_copies_keep_what_is_asked_of_them(tmp_path: Path) -> None:
    """Pages, words, letters, gaps and structure of the whole corpus; what is not judged yet is measured here."""
    total = Fidelity()
    for name, each in ENTRIES.items():
        if each.expect == CLEAN and not each.ocr:
            found = MEASURED.get(name) or measured(each, tmp_path)
            total.counts.update(found.counts)
    assert total.missed() == []
    assert total.counts["pages"] > 500
    assert total.counts["spans"] > 450
    assert total.counts["elements"] > 150
    assert total.counts["pages as pictures"] / total.counts["pages"] < 0.03


def _made(each: Entry, folder: Path) -> bytes:
    folder.mkdir()
    path = folder / f"{each.name}.pdf"
    path.write_bytes(each.data)
    return _copied(path, each.row())


@pytest.mark.usefixtures("without_tesseract")
@pytest.mark.parametrize("maker", PICTURES, ids=lambda maker: maker.__name__)
def test_a_copy_does_not_depend_on_the_picture_of_a_name(maker: object, tmp_path: Path) -> None:
    """The same file with another name in its picture gives the same copy: no dot of the name is left."""
    if maker.__name__ in _NOT_BY_BOXES:  # type: ignore[attr-defined]
        return
    one, other = (entry(Surface.PICTURES, maker, words) for words in (EN, OTHER))  # type: ignore[arg-type]
    assert one.data != other.data
    assert _made(one, tmp_path / "one") == _made(other, tmp_path / "other")


def test_the_manifest_is_current() -> None:
    """Brought up to date with `python -m tests.corpus.pdf.make --manifest`."""
    assert make.MANIFEST.read_text("utf-8") == make.manifest_text()


def test_each_surface_has_two_files_in_each_language() -> None:
    counted = Counter((row["surface"], row["language"]) for row in ROWS)
    wanted = {
        (surface, language)
        for surface in Surface
        for language in ("en", "fr")
        if surface is not Surface.BEFORE
    }
    assert wanted <= {key for key, count in counted.items() if count >= 2}
    assert len({row["file"] for row in ROWS}) == len(ROWS) >= 300


def test_the_judge_shares_no_code_with_the_program() -> None:
    for file in Path(proof.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            modules += [str(node.module)] if isinstance(node, ast.ImportFrom) else []
            assert not [name for name in modules if name.split(".")[0] in {"reviewer", "ui"}]


@pytest.mark.parametrize(
    "name",
    [
        "in_hexadecimal", "type1_program", "codes_by_an_embedded_map", "notes_with_answers", "information",
        "text_that_was_changed", "a_photograph", "coded_many_times", "addresses", "texts_of_elements", "tiles_of_text",
        "words_after_the_end_of_a_stream",
    ],
)  # fmt: skip
def test_the_judge_sees_the_secret_in_the_source(name: str) -> None:
    row = next(row for row in ROWS if row["file"] == f"{name}-en.pdf")
    data = DATA[str(row["file"])]
    found = leaks.leaks(data, leaks.readings(data), [str(each) for each in row["secrets"]])
    assert any("secret 0" in each for each in found)


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("scripts_everywhere", "never allowed: /JS"),
        ("information", "trailer /Info/Author"),
        ("entries_of_the_page", "page 1 /VP"),
        ("resources_that_nobody_uses", "is not used"),
        ("text_that_was_changed", "more than one revision"),
        ("a_signature", "a string under /Reason"),
    ],
)
def test_the_judge_sees_what_is_not_allowed(name: str, fault: str) -> None:
    assert any(fault in each for each in integrity.faults(DATA[f"{name}-en.pdf"]))


def test_the_judge_misses_words() -> None:
    row = {**ROWS[-1], "secrets": [], "keep": ["A sentence that is nowhere in the file"]}
    lost = [each for each in faults(DATA[str(row["file"])], row) if each.startswith("lost by")]
    assert {each.split(":")[0] for each in lost} >= {"lost by pdfium", "lost by pdfminer"}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_command_line_does_the_same(language: str, tmp_path: Path) -> None:
    """One of the files by the preview itself, with the gate in another process."""
    row = next(row for row in ROWS if row["file"] == f"letters_out_of_order-{language}.pdf")
    path = tmp_path / str(row["file"])
    path.write_bytes(DATA[path.name])
    made = preview(path, decisions(row), tmp_path / "out", safe_defaults=True)
    assert made.path.read_bytes() == _copied(path, row)
