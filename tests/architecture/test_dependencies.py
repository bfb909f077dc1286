# SPDX-License-Identifier: MIT
"""What is declared is locked with hashes, explained, and not the release of Qt that breaks Python 3.11."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib.metadata import packages_distributions, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.architecture.sources import ROOT, imports, modules, shown

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DECLARED = tuple(Requirement(line) for line in PROJECT["project"]["dependencies"])
EXTRA = tuple(Requirement(line) for line in PROJECT["project"]["optional-dependencies"]["cluster"])
LOCKS = tuple(sorted((ROOT / "requirements").glob("*.txt")))


def _locked(path: Path) -> dict[str, str]:
    pinned = re.findall(r"^([\w.-]+)==([^\s;\\]+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {canonicalize_name(name): number for name, number in pinned}


def test_qt_is_below_the_release_that_loses_references() -> None:
    assert Version("6.8") <= Version(version("PySide6-Essentials")) < Version("6.12")


@pytest.mark.parametrize("requirement", DECLARED, ids=lambda requirement: requirement.name)
def test_each_dependency_is_locked_within_its_bounds(requirement: Requirement) -> None:
    for name in ("runtime.txt", "dev.txt"):
        number = _locked(ROOT / "requirements" / name)[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(number)


@pytest.mark.parametrize("requirement", DECLARED, ids=lambda requirement: requirement.name)
def test_each_dependency_has_its_reason(requirement: Requirement) -> None:
    (page,) = (ROOT / "docs" / "decisions").glob("0002-*.md")
    assert re.search(rf"\b{re.escape(requirement.name)}\b", page.read_text(encoding="utf-8"), re.IGNORECASE)


@pytest.mark.parametrize("path", LOCKS, ids=shown)
def test_each_locked_package_has_hashes_and_no_address(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "://" not in text
    blocks = re.split(r"^(?=\w)", text, flags=re.MULTILINE)
    bare = [block.split()[0] for block in blocks if block.strip() and "--hash=sha256:" not in block]
    assert bare == []


def test_what_runs_is_what_is_tested() -> None:
    runtime, dev = (_locked(ROOT / "requirements" / name) for name in ("runtime.txt", "dev.txt"))
    assert runtime.items() <= dev.items()


def test_what_is_imported_is_declared() -> None:
    """A package that only comes along with another may leave with it."""
    providers = packages_distributions()
    declared = {canonicalize_name(requirement.name) for requirement in (*DECLARED, *EXTRA)}
    ours = {*sys.stdlib_module_names, "reviewer", "ui", "shiboken6"}
    imported = {
        name.split(".")[0] for path in modules("reviewer", "ui", "main.py") for name in imports(path)
    } - ours
    undeclared = {
        name
        for name in imported
        if not declared & {canonicalize_name(provider) for provider in providers.get(name, (name,))}
    }
    assert undeclared == set()
