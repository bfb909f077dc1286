# SPDX-License-Identifier: MIT
"""Rebuilds the structure tree, so that the copy stays as accessible as the source was.

Kept: the kind of each element, its order, language, table and list attributes, ids under numbers, marked content of
pages and Forms, links, and alternative texts that were decided clean. Dropped: titles, attributes of layout.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf

from reviewer.documents.pdf.reader import PdfSource
from reviewer.redaction.pdf.lettering import PICTURED
from reviewer.redaction.pdf.marked import Key, Marked, MarkedPage
from reviewer.redaction.pdf.tag_values import TagValues
from reviewer.redaction.plan import Plan

_KEEP_EMPTY = {"TD", "TH", "TR"}
_MAX_DEPTH = 120


def is_tagged(pdf: pikepdf.Pdf) -> bool:
    """Whether a file has a tree of tags. Many forms have one and do not say so, or even deny it."""
    tree = pdf.Root.get("/StructTreeRoot")
    return isinstance(tree, pikepdf.Dictionary) and "/K" in tree


def _is_denied(pdf: pikepdf.Pdf) -> bool:
    """Whether a file says that its tags keep no rules: the copy says no better of them."""
    marks = pdf.Root.get("/MarkInfo")
    return isinstance(marks, pikepdf.Dictionary) and "/Marked" in marks and not bool(marks["/Marked"])


@dataclass(frozen=True, slots=True)
class TaggedPage:
    """A page of the copy: its key in the tree, and what of its marked content was written."""

    index: int
    page: Any
    marked: MarkedPage


class TagWriter:
    """Builds the tree once all pages are written."""

    def __init__(self, source: PdfSource, plan: Plan, new: pikepdf.Pdf) -> None:
        self._source, self._plan, self._new = source, plan, new
        self._values = TagValues(source, plan)
        self._root = new.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
        self._parents: dict[int, dict[int, Any]] = {}
        self._keys: dict[int, int] = {}
        self._links: list[tuple[Any, Any]] = []
        self._pages: Mapping[Key, TaggedPage] = {}
        self._link_objects: Mapping[Key, Any] = {}
        self._fields: dict[Key, tuple[TaggedPage, int]] = {}
        self._first: list[Any] = []
        self._of_pages: dict[int, list[Any]] = {}
        self._next = 0

    def page_elements(self, kinds: Sequence[str], page: Any, index: int) -> None:
        """The elements of a page that became a picture: they are read in its place among the pages."""
        for mcid, kind in enumerate(kinds):
            element = self._leaf(kind, page, index, mcid)
            if kind == "Figure":
                element["/Alt"] = pikepdf.String(PICTURED[self._plan.language])
            self._of_pages.setdefault(index, []).append(element)

    def note_element(self, kind: str, page: Any, index: int, mcid: int) -> None:
        """An element of the reader's note, before everything else."""
        element = self._leaf(kind, page, index, mcid)
        element["/Lang"] = pikepdf.String(f"{self._plan.language}-CA")
        self._first.append(element)

    def _leaf(self, kind: str, page: Any, index: int, mcid: int) -> Any:
        element = self._new.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.StructElem, S=pikepdf.Name(f"/{kind}"), P=self._root, Pg=page, K=mcid
            )
        )
        self._parents.setdefault(index, {})[mcid] = element
        return element

    def write(self, pages: Mapping[Key, TaggedPage], links: Mapping[Key, Any]) -> None:
        """Write the tree. `pages` and `links` lead from objects of the source to what became of them."""
        self._pages, self._link_objects = pages, links
        self._fields = {
            key: (each, number) for each in pages.values() for key, number in each.marked.fields.items()
        }
        self._next = max([len(pages) - 1, *self._parents]) + 1
        tree = self._source.pdf.Root.StructTreeRoot
        kids, _touched = self._kids(tree.get("/K"), self._root, None, 0)
        self._root["/K"] = pikepdf.Array(self._completed(kids))
        numbers: list[Any] = []
        for key, found in sorted(self._parents.items()):
            row = [found.get(mcid) for mcid in range(max(found) + 1)]
            numbers += [key, self._new.make_indirect(pikepdf.Array(row))]
        for key, (annotation, element) in enumerate(self._links, self._next):
            numbers += [key, element]
            annotation["/StructParent"] = key
        self._root["/ParentTree"] = self._new.make_indirect(pikepdf.Dictionary(Nums=pikepdf.Array(numbers)))
        self._root["/ParentTreeNextKey"] = self._next + len(self._links)
        if self._values.identified:
            self._root["/IDTree"] = self._identities()
        self._new.Root["/StructTreeRoot"] = self._root
        self._new.Root["/MarkInfo"] = pikepdf.Dictionary(Marked=not _is_denied(self._source.pdf))

    def _identities(self) -> Any:
        names: list[Any] = []
        for identity, element in sorted(self._values.identified.items()):
            names += [pikepdf.String(identity), element]
        limits = pikepdf.Array([names[0], names[-2]])
        leaf = self._new.make_indirect(pikepdf.Dictionary(Names=pikepdf.Array(names), Limits=limits))
        return self._new.make_indirect(pikepdf.Dictionary(Kids=pikepdf.Array([leaf])))

    def _completed(self, kids: list[Any]) -> list[Any]:
        """The note and the pages that became pictures belong to the document, where the tree has one element for it."""
        if len(kids) != 1 or str(kids[0].get("/S")) != "/Document":
            return self._with_pages(kids)
        document = kids[0]
        inner = self._with_pages(list(document.get("/K", pikepdf.Array())))
        for element in (*self._first, *(each for found in self._of_pages.values() for each in found)):
            element["/P"] = document
        document["/K"] = pikepdf.Array(inner)
        return kids

    def _with_pages(self, kids: list[Any]) -> list[Any]:
        order = {each.page.objgen: each.index for each in self._pages.values()}
        for index, elements in sorted(self._of_pages.items()):
            at = next((at for at, kid in enumerate(kids) if _first_page(kid, order) > index), len(kids))
            kids[at:at] = elements
        return [*self._first, *kids]

    # From the source's elements to new ones; each gives the new children, and whether they lost glyphs

    def _kids(self, source: Any, parent: Any, page: Any, depth: int) -> tuple[list[Any], bool]:
        kids: list[Any] = []
        touched = False
        for item in list(source) if isinstance(source, pikepdf.Array) else [source]:
            if item is None:
                continue
            found, lost = self._kid(item, parent, page, depth)
            touched = touched or lost
            kids += found
        return kids, touched

    def _kid(self, item: Any, parent: Any, page: Any, depth: int) -> tuple[list[Any], bool]:
        if not isinstance(item, pikepdf.Dictionary):
            return self._content(item, page, parent, None)
        match str(item.get("/Type", "/StructElem")):
            case "/MCR":
                return self._content(item.get("/MCID"), item.get("/Pg", page), parent, item.get("/Stm"))
            case "/OBJR":
                return self._object(item, parent), False
            case _:
                return self._element(item, parent, page, depth + 1)

    def _content(self, mcid: Any, page: Any, parent: Any, stream: Any) -> tuple[list[Any], bool]:
        if not isinstance(mcid, int) or not isinstance(page, pikepdf.Dictionary):
            return [], False
        known = self._pages.get(page.objgen)
        if known is None or known.index in self._of_pages:
            return [], True
        marked = known.marked.own
        if isinstance(stream, pikepdf.Stream) and "/StructParents" in stream:
            found = known.marked.forms.get(stream.objgen)
            if found is None or found.holder is None:
                return [], True
            marked = found
        touched = mcid in marked.touched
        new = marked.numbers.get(mcid)
        key = known.index if marked is known.marked.own else self._key(marked)
        if new is None or new in self._parents.get(key, {}):
            return [], touched
        self._parents.setdefault(key, {})[new] = parent
        reference = pikepdf.Dictionary(Type=pikepdf.Name.MCR, Pg=known.page, MCID=new)
        if marked is not known.marked.own:
            reference["/Stm"] = marked.holder
        return [reference], touched

    def _key(self, marked: Marked) -> int:
        """The key of a Form in the tree, given when the first of its contents is met."""
        if id(marked) not in self._keys:
            self._keys[id(marked)] = self._next
            marked.holder["/StructParents"] = self._next
            self._next += 1
        return self._keys[id(marked)]

    def _object(self, item: Any, parent: Any) -> list[Any]:
        """A link; or the value of a form field, which is drawn on the page now."""
        target = item.get("/Obj")
        if not isinstance(target, pikepdf.Dictionary):
            return []
        if target.objgen in self._link_objects:
            link = self._link_objects[target.objgen]
            self._links.append((link, parent))
            return [pikepdf.Dictionary(Type=pikepdf.Name.OBJR, Obj=link)]
        if target.objgen not in self._fields:
            return []
        known, number = self._fields.pop(target.objgen)
        self._parents.setdefault(known.index, {})[number] = parent
        return [pikepdf.Dictionary(Type=pikepdf.Name.MCR, Pg=known.page, MCID=number)]

    def _element(self, source: Any, parent: Any, page: Any, depth: int) -> tuple[list[Any], bool]:
        if depth > _MAX_DEPTH:
            return [], True
        element = self._new.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructElem, P=parent))
        kids, touched = self._kids(source.get("/K"), element, source.get("/Pg", page), depth)
        role = self._values.role(str(source.get("/S", "/Span")))
        alternative = any(key in source for key in ("/Alt", "/ActualText"))
        if not kids and role not in _KEEP_EMPTY and not (alternative and not touched):
            return [], touched
        element["/S"] = pikepdf.Name(f"/{role}")
        if kids:
            element["/K"] = pikepdf.Array(kids)
        self._values.copy(source, element, touched=touched)
        return [element], touched


def _first_page(element: Any, order: Mapping[Key, int]) -> int:
    """The number of the page on which an element of the new tree begins; -1 when it says of none."""
    waiting = [element]
    for _step in range(_MAX_DEPTH):
        if not waiting:
            break
        node = waiting.pop()
        if isinstance(node, pikepdf.Dictionary):
            if "/Pg" in node:
                return order.get(node["/Pg"].objgen, -1)
            kids = node.get("/K")
            waiting += reversed(list(kids)) if isinstance(kids, pikepdf.Array) else []
    return -1
