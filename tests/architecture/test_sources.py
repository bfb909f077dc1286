# SPDX-License-Identifier: MIT
"""Rules on the text of the project's own files."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, imports, modules, project_files, python_files, shown, tree

LONGEST_MODULE = 500
LICENCE = "# SPDX-License-Identifier: MIT"
STATEMENT = re.compile(
    r"^\s*(SELECT\s.+\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+(TABLE|VIEW|TRIGGER|INDEX)|PRAGMA)\s",
    re.IGNORECASE | re.DOTALL,
)
# In two halves, so that this file does not hold them.
NOT_OURS = tuple(
    (first + second).encode()
    for first, second in (
        ("/wo", "rk/"),
        ("/tm", "p/"),
        ("/ro", "ot/"),
        ("/op", "t/"),
        (".pye", "nv"),
        ("../sha", "red"),
        ("farm-", "studio"),
        ("pypi", ".org"),
        ("python", "hosted"),
        ("deb.deb", "ian.org"),
        ("registry.npm", "js"),
    )
)


def test_there_is_something_to_look_at() -> None:
    assert ROOT / "main.py" in python_files()
    assert len(modules("reviewer")) > len(modules("reviewer/model")) > 1


@pytest.mark.parametrize("path", [path for path in python_files() if path.stat().st_size], ids=shown)
def test_a_module_opens_with_its_licence_and_a_sentence(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith(LICENCE + "\n")
    if (
        path.name == "__init__.py"
        and set(imports(path)) == {"__future__.annotations"}
        and len(tree(path).body) == 1
    ):
        return  # only the mark of a package
    docstring = ast.get_docstring(tree(path))
    assert docstring, "a module opens with one sentence that says what it is for"
    assert docstring.split("\n\n")[0].rstrip().endswith((".", ":", "?")), "the first thing said is a sentence"


@pytest.mark.parametrize("path", python_files(), ids=shown)
def test_a_module_is_short_enough_to_read(path: Path) -> None:
    length = path.read_text(encoding="utf-8").count("\n")
    assert length <= LONGEST_MODULE


def test_only_the_store_speaks_sql() -> None:
    store = set(modules("reviewer/store"))
    speakers = {
        shown(path)
        for path in modules("reviewer", "ui", "main.py")
        if path not in store
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and STATEMENT.match(node.value)
    }
    assert speakers == set()


def test_no_name_of_a_machine_or_of_a_registry_is_kept() -> None:
    found = {
        (shown(path), word.decode())
        for path in project_files()
        for data in (path.read_bytes(),)
        for word in NOT_OURS
        if word in data
    }
    assert found == set()


def _is_broad(handler: ast.ExceptHandler) -> bool:
    named = isinstance(handler.type, ast.Name) and handler.type.id in ("Exception", "BaseException")
    # One that ends in `raise` translates at a border between layers; nothing is swallowed.
    return (handler.type is None or named) and not isinstance(handler.body[-1], ast.Raise)


def test_broad_excepts_stand_only_at_the_edges() -> None:
    """The job, the command line, the excepthook, the gate's own process; and around a parser of hostile bytes."""
    edges = ("reviewer/cli/", "reviewer/verification/__main__.py", "ui/jobs.py", "ui/app.py", "main.py")
    parsers = ("reviewer/documents/", "reviewer/redaction/pdf/", "reviewer/verification/extractors/")
    reason = re.compile(r"# noqa: BLE001 - .{20,}")
    broad = [
        (shown(path), path.read_text(encoding="utf-8").splitlines()[node.lineno - 1])
        for path in modules("reviewer", "ui", "main.py")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler) and _is_broad(node)
    ]
    elsewhere = [(name, line) for name, line in broad if not name.startswith(edges)]
    assert [pair for pair in elsewhere if not (pair[0].startswith(parsers) and reason.search(pair[1]))] == []
