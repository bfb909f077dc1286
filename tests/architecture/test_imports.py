# SPDX-License-Identifier: MIT
"""Rules on imports that import-linter cannot say; the floors themselves are its contracts in pyproject.toml."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, imports, modules, shown

# What the window may know of the core.
KNOWN_TO_THE_WINDOW = ("reviewer.workflow", "reviewer.model", "reviewer.errors", "reviewer.progress")
# Views build widgets; presenters and models of lists do not.
WIDGET_FILES = ("view.py", "app.py", "main_window.py")

WITHOUT_QT = """
import importlib, pkgutil, sys

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6", "ui"):
            raise ImportError("blocked by the test: " + name)

sys.meta_path.insert(0, Refuse())
import reviewer
names = [m.name for m in pkgutil.walk_packages(reviewer.__path__, "reviewer.") if not m.name.endswith("__main__")]
for name in names:
    importlib.import_module(name)
assert not [m for m in sys.modules if m.startswith(("PySide6", "ui."))]
print(len(names))
"""


def test_the_core_imports_without_qt() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_QT], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= len(modules("reviewer/model"))


def test_the_window_knows_only_the_workflow_and_the_words() -> None:
    others = {
        (shown(path), name)
        for path in modules("ui")
        for name in imports(path)
        if name.startswith("reviewer.") and not name.startswith(KNOWN_TO_THE_WINDOW)
    }
    assert others == {pair for pair in others if pair[1] == "reviewer.__version__"}


def test_only_views_and_widgets_import_widgets() -> None:
    found = {
        shown(path)
        for path in modules("ui")
        if not (path.name in WIDGET_FILES or path.is_relative_to(ROOT / "ui" / "widgets"))
        and any(name.startswith("PySide6.QtWidgets") for name in imports(path))
    }
    assert found == set()


@pytest.mark.parametrize("path", modules("reviewer/model"), ids=shown)
def test_the_model_needs_only_the_standard_library(path: Path) -> None:
    allowed = {*sys.stdlib_module_names, "reviewer"}
    assert {name for name in imports(path) if name.split(".")[0] not in allowed} == set()


@pytest.mark.parametrize("path", modules("reviewer/verification"), ids=shown)
def test_the_gate_shares_nothing_with_what_it_checks(path: Path) -> None:
    floors = (
        "reviewer.verification",
        "reviewer.model",
        "reviewer.errors",
        "reviewer.progress",
        "reviewer.paths",
    )
    assert {
        name for name in imports(path) if name.startswith("reviewer") and not name.startswith(floors)
    } == set()


def test_no_test_replaces_the_program_with_a_mock() -> None:
    mocks = {
        shown(path) for path in modules("tests") for name in imports(path) if name.startswith("unittest.mock")
    }
    assert mocks == set()
