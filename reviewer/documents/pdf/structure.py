# SPDX-License-Identifier: MIT
"""Which table cell a piece of marked content belongs to, by the structure tree of a tagged file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pikepdf

from reviewer.documents.pdf.handle import Handle, Id
from reviewer.documents.pdf.records import Canvas, CanvasKind, Show, Walk
from reviewer.documents.pdf.trees import numbered

_CELLS = {"/TD", "/TH"}
_ABOVE_CELLS = {"/TR", "/Table", "/Document", "/Sect"}
_CLIMB = 12
"""Elements between a text and its cell: paragraphs, lists, links, spans."""

Mark = tuple[int, int]
"""A canvas and the number of a marked content in it."""


class Structure:
    """The structure tree of a file, looked at from below: from marked content up to cells."""

    def __init__(self, handle: Handle, path: Path) -> None:
        self._handle, self._path = handle, path
        tree = handle.pdf.Root.get("/StructTreeRoot")
        self._is_there = isinstance(tree, pikepdf.Dictionary)
        self._roles = roles_of(tree) if self._is_there else {}
        self._cells: dict[tuple[int, int], int] = {}
        self._parents: dict[int, Any] | None = None

    def cells(self, walk: Walk) -> dict[Mark, int]:
        """For each marked content of a page that is in a cell the number of the cell; numbers are of this page only."""
        if not self._is_there:
            return {}
        self._cells = {}
        found: dict[Mark, int] = {}
        for canvas, number in _marks(walk.shows):
            element = self._element(walk.canvases[canvas], number)
            cell = self._cell(element) if element is not None else 0
            if cell:
                found[canvas, number] = cell
        return found

    def _element(self, canvas: Canvas, number: int) -> Any:
        if canvas.kind not in {CanvasKind.PAGE, CanvasKind.FORM}:
            return None
        key = canvas.obj.get("/StructParents")
        elements = self._listed().get(int(key)) if isinstance(key, int) else None
        if isinstance(elements, Id):
            elements = self._handle.object(elements)
        if not isinstance(elements, pikepdf.Array) or not 0 <= number < len(elements):
            return None
        return elements[number]

    def _listed(self) -> dict[int, Any]:
        """By the key of a page or a Form the list of its elements: its id, or itself where it has none."""
        if self._parents is None:
            tree = self._handle.pdf.Root.StructTreeRoot.get("/ParentTree")
            self._parents = {key: value for key, value in numbered(tree, self._path) if isinstance(key, int)}
            if any(isinstance(value, pikepdf.Object) for value in self._parents.values()):
                self._handle.stay()
        return self._parents

    def _cell(self, element: Any) -> int:
        passed: list[tuple[int, int]] = []
        cell = 0
        for _step in range(_CLIMB):
            if not isinstance(element, pikepdf.Dictionary):
                break
            key = element.objgen
            if key in self._cells:
                cell = self._cells[key]
                break
            passed.append(key)
            role = self._role(element)
            if role in _CELLS:
                cell = len(self._cells) + 1
                break
            if role in _ABOVE_CELLS:
                break
            element = element.get("/P")
        self._cells.update((key, cell) for key in passed if key != (0, 0))
        return cell

    def _role(self, element: Any) -> str:
        name = str(element.get("/S", ""))
        return name if name in _CELLS | _ABOVE_CELLS else self._roles.get(name, name)


def roles_of(tree: Any) -> dict[str, str]:
    """The kinds that a file names itself, each with the one it stands for."""
    roles = tree.get("/RoleMap")
    if not isinstance(roles, pikepdf.Dictionary):
        return {}
    return {key: str(value) for key, value in roles.items() if isinstance(value, pikepdf.Name)}


def _marks(shows: Iterable[Show]) -> dict[Mark, None]:
    return {(show.canvas, show.mcid): None for show in shows if show.mcid is not None}
