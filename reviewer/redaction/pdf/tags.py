# SPDX-License-Identifier: MIT
"""Rebuilds the structure tree, so that the copy stays as accessible as the source was.

Kept: the kind of each element, its order, language, table and list attributes, ids under numbers, marked content of
pages and Forms, links, and alternative texts that were decided clean. Dropped: titles, attributes of layout.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pikepdf

from reviewer.documents.pdf.handle import Id, items_of
from reviewer.documents.pdf.source import PdfSource
from reviewer.redaction.pdf.delivery import Delivery
from reviewer.redaction.pdf.lettering import PICTURED
from reviewer.redaction.pdf.marked import Key, MarkedPage
from reviewer.redaction.pdf.tag_elements import Kids, Leaf, Trunk, marked_content, reference, write_element
from reviewer.redaction.pdf.tag_parents import Parents, TaggedPage, tagged_page
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


class TagWriter:
    """Builds the tree once all pages are written. An element is in the file before its parent is."""

    def __init__(self, source: PdfSource, plan: Plan, new: pikepdf.Pdf, delivery: Delivery) -> None:
        self._source, self._plan, self._new, self._delivery = source, plan, new, delivery
        self._file = delivery.file
        self._values = TagValues(source, plan)
        self._parents = Parents()
        self._pages: dict[Key, TaggedPage] = {}
        self._fields: dict[Key, tuple[TaggedPage, int]] = {}
        self._links: list[tuple[Any, int]] = []
        self._link_objects: Mapping[Key, Any] = {}
        self._first: list[Leaf] = []
        self._of_pages: dict[int, list[Leaf]] = {}
        self._trunk: Trunk | None = None
        self._next = source.page_count
        self._held = 0
        """How many lists are being gone through whose items do not outlive the handle of the source."""

    # While pages are written

    def page_elements(self, kinds: Sequence[str], page: Any, index: int) -> None:
        """The elements of a page that became a picture: they are read in its place among the pages."""
        for mcid, kind in enumerate(kinds):
            values = pikepdf.Dictionary()
            if kind == "Figure":
                values["/Alt"] = pikepdf.String(PICTURED[self._plan.language])
            self._of_pages.setdefault(index, []).append(self._leaf(kind, page, index, mcid, values))

    def note_element(self, kind: str, page: Any, index: int, mcid: int) -> None:
        """An element of the reader's note, before everything else."""
        values = pikepdf.Dictionary(Lang=pikepdf.String(f"{self._plan.language}-CA"))
        self._first.append(self._leaf(kind, page, index, mcid, values))

    def _leaf(self, kind: str, page: Any, index: int, mcid: int, values: pikepdf.Dictionary) -> Leaf:
        number = self._file.reserve()
        self._parents.set(index, mcid, number)
        return Leaf(number, kind, self._delivery.number_of(page), index, mcid, values)

    def next_key(self) -> int:
        """A key in the tree for a page of the note, or for a Form."""
        self._next += 1
        return self._next - 1

    def begin_page(self, page: Any, index: int, marked: MarkedPage) -> None:
        """Give a page that is about to be written, and the Forms on it, their keys in the tree."""
        page["/StructParents"], page["/Tabs"] = index, pikepdf.Name.S
        for each in marked.forms.values():
            if each.holder is not None:
                each.holder["/StructParents"] = self.next_key()

    def end_page(self, key: Key, page: Any, index: int, marked: MarkedPage) -> None:
        """Keep of a page that is written what the tree needs; `key` is the id of the source's page."""
        made = tagged_page(index, self._delivery.number_of(page), marked, self._delivery.written)
        self._pages[key] = made
        self._fields.update((field, (made, number)) for field, number in marked.fields.items())

    # When all are

    def write(self, links: Mapping[Key, Any]) -> None:
        """Write the tree. `links` lead from the ids of the source's links to the new ones."""
        self._link_objects = links
        root = self._new.make_indirect(pikepdf.Dictionary())
        number = self._delivery.number_of(root)
        kids = self._kids(self._source.pdf.Root.StructTreeRoot.get("/K"), number, None, 0)
        self._complete(kids, number)
        values = pikepdf.Dictionary(ParentTreeNextKey=self._next + len(self._links))
        values["/Type"] = pikepdf.Name.StructTreeRoot
        pieces = [b"<< /K [", *kids.each, b"] /ParentTree", reference(self._parent_tree())]
        if self._values.identified:
            pieces += [b"/IDTree", reference(self._identities())]
        self._file.add(number, b" ".join([*pieces, values.unparse()[2:].lstrip()]))
        self._new.Root["/StructTreeRoot"] = root
        self._new.Root["/MarkInfo"] = pikepdf.Dictionary(Marked=not _is_denied(self._source.pdf))

    def _complete(self, kids: Kids, root: int) -> None:
        """The note and the pages that became pictures belong to the document, where the tree has one element for it."""
        trunk = self._trunk if len(kids.each) == 1 else None
        into, parent = (kids, root) if trunk is None else (trunk.kids, trunk.number)
        for _index, leaves in sorted(self._of_pages.items()):
            into.put(leaves)
        into.each[:0] = [reference(leaf.number) for leaf in self._first]
        for leaf in (*self._first, *(leaf for leaves in self._of_pages.values() for leaf in leaves)):
            leaf.write(self._file, parent)
        if self._trunk is not None:
            self._trunk.write(self._file)

    def _parent_tree(self) -> int:
        pieces = []
        for key, row in self._parents.rows():
            pieces.append(b"%d %d 0 R" % (key, self._added(row)))
        for key, (annotation, element) in enumerate(self._links, self._next):
            pieces.append(b"%d %d 0 R" % (key, element))
            annotation["/StructParent"] = key
        return self._added(b"<< /Nums [ " + b" ".join(pieces) + b" ] >>")

    def _identities(self) -> int:
        names = sorted((pikepdf.String(name).unparse(), at) for name, at in self._values.identified.items())
        listed = b" ".join(name + b" " + reference(at) for name, at in names)
        leaf = self._added(b"<< /Names [ %s ] /Limits [ %s %s ] >>" % (listed, names[0][0], names[-1][0]))
        return self._added(b"<< /Kids [ %d 0 R ] >>" % leaf)

    def _added(self, body: bytes) -> int:
        number = self._file.reserve()
        self._file.add(number, body)
        return number

    # From the source's elements to new ones; each gives the new children, and whether they lost glyphs

    def _kids(self, source: Any, parent: int, page: Id | None, depth: int) -> Kids:
        found = Kids()
        items = items_of(source)
        self._held += not items.lasting
        for item in items.each:
            if item is not None:
                found.join(self._kid(item, parent, page, depth))
        self._held -= not items.lasting
        return found

    def _kid(self, item: Any, parent: int, page: Id | None, depth: int) -> Kids:
        identity = item if isinstance(item, Id) else None
        if identity is not None:
            if not self._held:
                self._source.rest()
            item = self._source.handle.object(identity)
        if not isinstance(item, pikepdf.Dictionary):
            return self._content(item, page, parent, None)
        match str(item.get("/Type", "/StructElem")):
            case "/MCR":
                return self._content(item.get("/MCID"), _page_of(item, page), parent, item.get("/Stm"))
            case "/OBJR":
                return self._object(item, parent)
            case _:
                return self._element(item, identity, parent, page, depth + 1)

    def _content(self, mcid: Any, page: Id | None, parent: int, stream: Any) -> Kids:
        found = Kids()
        if not isinstance(mcid, int) or page is None:
            return found
        known = self._pages.get(page)
        found.touched = True
        if known is None or known.index in self._of_pages:
            return found
        is_form = isinstance(stream, pikepdf.Stream) and "/StructParents" in stream
        contents = known.contents(stream.objgen if is_form else None)
        if contents is None:
            return found
        found.touched = mcid in contents.touched
        new = contents.written(mcid)
        if new is not None and not self._parents.has(contents.key, new):
            self._parents.set(contents.key, new, parent)
            form = contents.number if is_form else 0
            found.add(marked_content(known.own.number, new, form), known.index)
        return found

    def _object(self, item: Any, parent: int) -> Kids:
        """A link; or the value of a form field, which is drawn on the page now."""
        found = Kids()
        target = item.get("/Obj")
        if not isinstance(target, pikepdf.Dictionary):
            return found
        if target.objgen in self._link_objects:
            link = self._link_objects[target.objgen]
            self._links.append((link, parent))
            found.add(b"<< /Type /OBJR /Obj %d 0 R >>" % self._delivery.number_of(link))
        elif target.objgen in self._fields:
            known, number = self._fields.pop(target.objgen)
            self._parents.set(known.index, number, parent)
            found.add(marked_content(known.own.number, number), known.index)
        return found

    def _element(self, source: Any, identity: Id | None, parent: int, page: Id | None, depth: int) -> Kids:
        found = Kids(touched=True)
        if depth > _MAX_DEPTH:
            return found
        number = self._file.reserve()
        kids = self._kids(source.get("/K"), number, _page_of(source, page), depth)
        if identity is not None:
            source = self._source.handle.object(identity)
        found.touched = kids.touched
        role = self._values.role(str(source.get("/S", "/Span")))
        alternative = any(key in source for key in ("/Alt", "/ActualText"))
        if not kids.each and role not in _KEEP_EMPTY and not (alternative and not kids.touched):
            self._file.give_back(number)
            return found
        values = self._values.copied(source, number, touched=kids.touched)
        found.add(reference(number), kids.first)
        if depth == 1 and role == "Document" and self._trunk is None:
            self._trunk = Trunk(number, parent, kids, values)
        else:
            write_element(self._file, number, role, parent, kids, values)
        return found


def _page_of(source: Any, inherited: Id | None) -> Id | None:
    """The page that something says it is on, else the one its parent is on."""
    if "/Pg" not in source:
        return inherited
    page = source["/Pg"]
    return Id(*page.objgen) if isinstance(page, pikepdf.Dictionary) else None
