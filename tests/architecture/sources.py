# SPDX-License-Identifier: MIT
"""The project's own files, as the rules look at them."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@cache
def project_files() -> tuple[Path, ...]:
    """Every file that is or would be committed."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    ).stdout.decode()
    return tuple(sorted(path for name in listed.split("\0") if name and (path := ROOT / name).is_file()))


@cache
def python_files() -> tuple[Path, ...]:
    """Every Python module and script."""
    return tuple(path for path in project_files() if path.suffix == ".py")


def modules(*folders: str) -> tuple[Path, ...]:
    """The Python files below some folders of the project."""
    roots = tuple(ROOT / folder for folder in folders)
    return tuple(path for path in python_files() if any(path.is_relative_to(root) for root in roots))


def shown(path: Path) -> str:
    """A file as a person names it."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    """A module's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=shown(path))


def imports(path: Path) -> Iterator[str]:
    """Every module a file imports, at the top or inside a function, as a dotted name."""
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            base = ".".join((*above, *((node.module,) if node.module else ())))
            yield from (f"{base}.{alias.name}" for alias in node.names)
