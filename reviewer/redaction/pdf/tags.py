# SPDX-License-Identifier: MIT
"""Rebuilds the structure tree, so that the copy stays as accessible as the source was.

Kept: the kind of each element, its order, language, table and list attributes, and alternative texts that were decided
clean. Dropped: titles, classes, attributes of layout, marked content inside Forms.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import pikepdf

from reviewer.documents.pdf.reader import PdfSource
from reviewer.documents.pdf.surfaces import string_of
from reviewer.redaction.pdf.furniture import cleaned
from reviewer.redaction.pdf.lettering import PICTURED
from reviewer.redaction.pdf.resources import Unsupported, plain_value
from reviewer.redaction.pdf.standard import STANDARD_TAGS
from reviewer.redaction.plan import Plan

_LANGUAGE = re.compile(r"[A-Za-z]{2}(-[A-Za-z]{2})?$")
_ATTRIBUTES = {"/Scope", "/RowSpan", "/ColSpan", "/ListNumbering", "/Placement", "/WritingMode", "/TextAlign"}
_KEEP_EMPTY = {"TD", "TH", "TR"}
_MAX_DEPTH = 120


def is_tagged(pdf: pikepdf.Pdf) -> bool:
    """Whether a file says that it is tagged, and has a tree to show for it."""
    marks = pdf.Root.get("/MarkInfo")
    tree = pdf.Root.get("/StructTreeRoot")
    return (
        isinstance(marks, pikepdf.Dictionary)
        and bool(marks.get("/Marked", False))
        and isinstance(tree, pikepdf.Dictionary)
        and "/K" in tree
    )


class TagWriter:
    """Builds the tree once all pages are written; `pages` gives for each source page what became of it."""

    def __init__(self, source: PdfSource, plan: Plan, new: pikepdf.Pdf) -> None:
        self._source, self._plan, self._new = source, plan, new
        self._roles = source.pdf.Root.StructTreeRoot.get("/RoleMap")
        self._root = new.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
        self._parents: dict[int, dict[int, Any]] = {}
        self._links: list[tuple[int, Any]] = []
        self._ids: dict[bytes, str] = {}
        self._pages: Mapping[tuple[int, int], tuple[int, Any, Mapping[int, int], set[int]]] = {}
        self._link_objects: Mapping[tuple[int, int], Any] = {}
        self._count = 0
        self._first: list[Any] = []
        self._of_pages: dict[int, list[Any]] = {}

    @property
    def count(self) -> int:
        """How many elements the new tree has."""
        return self._count

    def page_elements(self, kinds: Sequence[str], page: Any, index: int) -> None:
        """The elements of a page that became a picture: they are read in its place among the pages."""
        for mcid, kind in enumerate(kinds):
            element = self._leaf(kind, page, index, mcid)
            if kind == "Figure":
                element["/Alt"] = pikepdf.String(PICTURED[self._plan.language])
            self._of_pages.setdefault(index, []).append(element)

    def note_element(self, kind: str, page: Any, index: int, mcid: int) -> None:
        """An element of the reader's note, before everything else."""
        self._first.append(self._leaf(kind, page, index, mcid))

    def _leaf(self, kind: str, page: Any, index: int, mcid: int) -> Any:
        element = self._new.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.StructElem, S=pikepdf.Name(f"/{kind}"), P=self._root, Pg=page, K=mcid
            )
        )
        self._parents.setdefault(index, {})[mcid] = element
        self._count += 1
        return element

    def write(
        self,
        pages: Mapping[tuple[int, int], tuple[int, Any, Mapping[int, int], set[int]]],
        links: Mapping[tuple[int, int], Any],
    ) -> None:
        """Write the tree. `pages`: source page → (StructParents, new page, new MCIDs, MCIDs that lost glyphs)."""
        self._pages, self._link_objects = pages, links
        tree = self._source.pdf.Root.StructTreeRoot
        kids, _touched = self._kids(tree.get("/K"), self._root, None, 0)
        self._root["/K"] = pikepdf.Array(self._completed(kids))
        numbers: list[Any] = []
        for index, found in sorted(self._parents.items()):
            row = [found.get(mcid) for mcid in range(max(found) + 1)]
            numbers += [index, self._new.make_indirect(pikepdf.Array(row))]
        following = len(pages) + len(self._parents) + 1
        for offset, (_mcid, element) in enumerate(self._links):
            numbers += [following + offset, element]
        for offset, (annotation, _element) in enumerate(self._links):
            annotation["/StructParent"] = following + offset  # type: ignore[index]  # an annotation of the new file
        self._root["/ParentTree"] = self._new.make_indirect(pikepdf.Dictionary(Nums=pikepdf.Array(numbers)))
        self._root["/ParentTreeNextKey"] = following + len(self._links)
        self._new.Root["/StructTreeRoot"] = self._root
        self._new.Root["/MarkInfo"] = pikepdf.Dictionary(Marked=True)

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
        order = {page.objgen: index for index, page, _written, _touched in self._pages.values()}
        for index, elements in sorted(self._of_pages.items()):
            at = next((at for at, kid in enumerate(kids) if _first_page(kid, order) > index), len(kids))
            kids[at:at] = elements
        return [*self._first, *kids]

    def _kids(self, source: Any, parent: Any, page: Any, depth: int) -> tuple[list[Any], bool]:
        """The new children, and whether any of them lost glyphs."""
        items = list(source) if isinstance(source, pikepdf.Array) else [source]
        kids: list[Any] = []
        touched = False
        for item in items:
            if isinstance(item, pikepdf.Dictionary):
                kind = str(item.get("/Type", "/StructElem"))
                if kind == "/MCR":
                    found, lost = self._content(
                        item.get("/MCID"), item.get("/Pg", page), parent, stream="/Stm" in item
                    )
                elif kind == "/OBJR":
                    found, lost = self._object(item, parent), False
                else:
                    found, lost = self._element(item, parent, page, depth + 1)
            elif item is not None:
                found, lost = self._content(item, page, parent, stream=False)
            else:
                continue
            touched = touched or lost
            kids += found
        return kids, touched

    def _content(self, mcid: Any, page: Any, parent: Any, *, stream: bool) -> tuple[list[Any], bool]:
        if stream or not isinstance(mcid, int) or not isinstance(page, pikepdf.Dictionary):
            return [], False
        known = self._pages.get(page.objgen)
        if known is None:
            return [], True
        index, new_page, written, touched = known
        if index in self._of_pages:
            return [], True
        new = written.get(mcid)
        if new is None or new in self._parents.get(index, {}):
            return [], mcid in touched
        self._parents.setdefault(index, {})[new] = parent
        reference = pikepdf.Dictionary(Type=pikepdf.Name.MCR, Pg=new_page, MCID=new)
        return [reference], mcid in touched

    def _object(self, item: Any, parent: Any) -> list[Any]:
        target = item.get("/Obj")
        link = self._link_objects.get(target.objgen) if isinstance(target, pikepdf.Dictionary) else None
        if link is None:
            return []
        self._links.append((link, parent))
        return [pikepdf.Dictionary(Type=pikepdf.Name.OBJR, Obj=link)]

    def _element(self, source: Any, parent: Any, page: Any, depth: int) -> tuple[list[Any], bool]:
        page = source.get("/Pg", page)
        if depth > _MAX_DEPTH:
            return [], True
        element = self._new.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructElem, P=parent))
        kids, touched = self._kids(source.get("/K"), element, page, depth)
        role = self._role(str(source.get("/S", "/Span")))
        alternative = any(key in source for key in ("/Alt", "/ActualText"))
        if not kids and role not in _KEEP_EMPTY and not (alternative and not touched):
            return [], touched
        element["/S"] = pikepdf.Name(f"/{role}")
        if kids:
            element["/K"] = pikepdf.Array(kids)
        self._texts(source, element, touched=touched)
        self._attributes(source, element)
        self._count += 1
        return [element], touched

    def _role(self, name: str) -> str:
        for _hop in range(6):
            if name[1:] in STANDARD_TAGS:
                return name[1:]
            target = self._roles.get(name) if isinstance(self._roles, pikepdf.Dictionary) else None
            if not isinstance(target, pikepdf.Name):
                break
            name = str(target)
        return "Span"

    def _texts(self, source: Any, element: Any, *, touched: bool) -> None:
        language = string_of(source.get("/Lang"))
        if _LANGUAGE.match(language):
            element["/Lang"] = pikepdf.String(language)
        for key in ("/Alt", "/ActualText", "/E"):
            if key not in source or touched:
                continue
            story = self._source.stories_of.get(("structure", source.objgen, key))
            text = cleaned(self._plan, story, string_of(source.get(key)))
            if text is not None and text.strip():
                element[key] = pikepdf.String(text)

    def _attributes(self, source: Any, element: Any) -> None:
        given = source.get("/A")
        listed = list(given) if isinstance(given, pikepdf.Array) else [given]
        kept: list[Any] = []
        for each in listed:
            if not isinstance(each, pikepdf.Dictionary):
                continue
            values = pikepdf.Dictionary()
            for key in sorted(_ATTRIBUTES & set(each.keys())):
                try:
                    values[key] = plain_value(each[key])
                except Unsupported:
                    continue
            if "/Headers" in each and isinstance(each["/Headers"], pikepdf.Array):
                values["/Headers"] = pikepdf.Array(
                    [pikepdf.String(self._id(item)) for item in each["/Headers"]]
                )
            if len(values.keys()) and str(each.get("/O")) in {"/Layout", "/List", "/Table"}:
                values["/O"] = pikepdf.Name(str(each["/O"]))
                kept.append(values)
        if kept:
            element["/A"] = kept[0] if len(kept) == 1 else pikepdf.Array(kept)
        if isinstance(source.get("/ID"), pikepdf.String):
            element["/ID"] = pikepdf.String(self._id(source["/ID"]))

    def _id(self, value: Any) -> str:
        """Element ids are text of the source: they get numbers instead."""
        return self._ids.setdefault(bytes(value), f"id{len(self._ids) + 1}")


def _first_page(element: Any, order: Mapping[tuple[int, int], int]) -> int:
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
