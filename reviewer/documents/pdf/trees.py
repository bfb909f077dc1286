# SPDX-License-Identifier: MIT
"""Goes through the trees of a PDF file without end or circle: outlines, name and number trees, kids of any kind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf

from reviewer.documents.pdf.handle import Handle, Id, items_of
from reviewer.documents.pdf.strings import string_of
from reviewer.errors import HostileContent

MAX_ITEMS = 200_000
_NO_MORE = object()


def listed(value: Any) -> list[Any]:
    """The dictionaries of an array."""
    if not isinstance(value, pikepdf.Array):
        return []
    return [each for each in value if isinstance(each, pikepdf.Dictionary)]


def below(roots: list[Any], key: str, path: Path, place: str) -> Iterator[Any]:
    """Each node of a tree, parents first. Raises HostileContent for a circle."""
    seen: set[tuple[int, int]] = set()
    stack = list(reversed(roots))
    while stack:
        node = stack.pop()
        if not isinstance(node, pikepdf.Dictionary):
            continue
        if node.objgen != (0, 0):
            if node.objgen in seen:
                raise HostileContent(path=path, detail="cycle", place=place)
            seen.add(node.objgen)
        yield node
        kids = node.get(key)
        stack.extend(reversed(listed(kids) if isinstance(kids, pikepdf.Array) else [kids]))


def elements(handle: Handle, path: Path) -> Iterator[Any]:
    """Each element of the tree of tags, parents first; a long file is opened anew between them.

    Raises HostileContent for a circle.
    """
    tree = handle.pdf.Root.get("/StructTreeRoot")
    if not isinstance(tree, pikepdf.Dictionary):
        return
    seen: set[int] = set()
    stack = [items_of(tree)]
    del tree
    while stack:
        item = next(stack[-1].each, _NO_MORE)
        if item is _NO_MORE:
            stack.pop()
            continue
        if isinstance(item, Id):
            key = item.number << 16 | item.generation
            if key in seen:
                raise HostileContent(path=path, detail="cycle", place="structure")
            seen.add(key)
            if all(each.lasting for each in stack):
                handle.rest()
            item = handle.object(item)
        if isinstance(item, pikepdf.Dictionary):
            yield item
            stack.append(items_of(item.get("/K")))


def name_tree(tree: Any, path: Path) -> Iterator[tuple[str, Any]]:
    """The pairs of a name tree."""
    yield from ((string_of(key), value) for key, value in _pairs(tree, "/Names", path, pikepdf.String))


def number_tree(tree: Any, path: Path) -> Iterator[tuple[Any, Any]]:
    """The pairs of a number tree."""
    yield from _pairs(tree, "/Nums", path, object)


def numbered(tree: Any, path: Path) -> Iterator[tuple[Any, Any]]:
    """The pairs of a number tree, of which the values are not read: their ids stand for them."""
    if isinstance(tree, pikepdf.Dictionary):
        for node in below([tree], "/Kids", path, "names"):
            items = items_of(node.get("/Nums", pikepdf.Array())).each
            yield from zip(items, items, strict=False)


def _pairs(tree: Any, key: str, path: Path, kind: type) -> Iterator[tuple[Any, Any]]:
    if not isinstance(tree, pikepdf.Dictionary):
        return
    for node in below([tree], "/Kids", path, "names"):
        items = list(node.get(key, [])) if isinstance(node.get(key), pikepdf.Array) else []
        yield from (
            (items[at], items[at + 1]) for at in range(0, len(items) - 1, 2) if isinstance(items[at], kind)
        )


def bookmarks(root: Any, path: Path) -> Iterator[tuple[Any, int]]:
    """Each outline item with its depth, in order. Raises HostileContent for a circle."""
    outlines = root.get("/Outlines")
    if not isinstance(outlines, pikepdf.Dictionary):
        return
    seen: set[tuple[int, int]] = set()
    stack = [(outlines.get("/First"), 0)]
    while stack:
        item, depth = stack.pop()
        if not isinstance(item, pikepdf.Dictionary):
            continue
        if item.objgen in seen or len(seen) > MAX_ITEMS:
            raise HostileContent(path=path, detail="cycle", place="outline")
        seen.add(item.objgen)
        yield item, depth
        stack.append((item.get("/Next"), depth))
        stack.append((item.get("/First"), depth + 1))
