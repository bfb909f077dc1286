# SPDX-License-Identifier: MIT
"""The structure tree of a tagged sample PDF: elements, marked content, the tree back from page to element."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name, Pdf, String

if TYPE_CHECKING:
    from pikepdf import Object


@dataclass(slots=True, eq=False)
class Element:
    """A structure element; a kid is an element or the place (page, MCID) of marked content."""

    tag: str
    language: str = ""
    alternative: str = ""
    kids: list[Element | tuple[int, int]] = field(default_factory=list)

    def add(self, tag: str, language: str = "", alternative: str = "") -> Element:
        """A new element inside this one."""
        kid = Element(tag, language, alternative)
        self.kids.append(kid)
        return kid


def write_tree(pdf: Pdf, root: Element, marked: list[list[Element]]) -> None:
    """Write the tree; `marked` lists for each page the element of each MCID."""
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    objects: dict[Element, Object] = {}
    tree.K = Array([_write(pdf, root, tree, objects)])
    numbers = Array()
    for index, elements in enumerate(marked):
        pdf.pages[index].obj.StructParents = index
        pdf.pages[index].obj.Tabs = Name.S
        numbers.extend([index, pdf.make_indirect(Array([objects[element] for element in elements]))])
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    tree.ParentTreeNextKey = len(marked)
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def _write(pdf: Pdf, element: Element, parent: Object, objects: dict[Element, Object]) -> Object:
    written = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.tag}"), P=parent))
    objects[element] = written
    if element.language:
        written.Lang = String(element.language)
    if element.alternative:
        written.Alt = String(element.alternative)
    if element.tag == "TH":
        written.A = Dictionary(O=Name.Table, Scope=Name.Column)
    kids = Array()
    for kid in element.kids:
        if isinstance(kid, Element):
            kids.append(_write(pdf, kid, written, objects))
        else:
            page, mcid = kid
            kids.append(Dictionary(Type=Name.MCR, Pg=pdf.pages[page].obj, MCID=mcid))
    written.K = kids
    return written
