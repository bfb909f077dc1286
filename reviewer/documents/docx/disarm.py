# SPDX-License-Identifier: MIT
"""Takes out of a document's parts whatever could act, fetch or change by itself; made for a copy that is only drawn.

Tracked insertions are taken as accepted and deletions as made, hidden text goes, as in the text model. Fields become
their results. Relationships that leave the package are named nowhere any more.
"""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element

from reviewer.documents.docx import names
from reviewer.documents.docx.drafts import Reading
from reviewer.documents.docx.inert import ADDRESSES, GONE, KNOWN, RELATIONS, SIGNS, XML_KINDS
from reviewer.documents.docx.markup import branch, mark_deleted
from reviewer.documents.docx.names import w
from reviewer.documents.docx.package import Part
from reviewer.errors import InputError

_UNWRAPPED = (names.TRANSPARENT | {names.SDT, names.SDT_CONTENT}) - {w("dir"), w("bdo")}
_DELETED = names.DELETED | {names.DELETED_TEXT, names.DELETED_INSTRUCTION}


def disarmed(reading: Reading) -> dict[str, Part]:
    """The parts to draw by name, changed in place: the document, what it refers to, and what those refer to."""
    parts: dict[str, Part] = {}
    waiting = [reading.package.main.name]
    while waiting:
        name = waiting.pop()
        if name in parts:
            continue
        try:
            part = reading.package.part(name)
        except InputError:
            # Whatever holds text was read before; a damaged theme or chart is only not drawn.
            continue
        parts[name] = part
        _disarm(part, reading)
        waiting.extend(row for kind in XML_KINDS for row in part.related(kind) if reading.package.has(row))
    return parts


def _disarm(part: Part, reading: Reading) -> None:
    root = part.root
    for alternate in list(root.iter(names.ALTERNATE)):
        chosen = branch(alternate)
        _replace(alternate, () if chosen is None else tuple(chosen))
    for element in [each for each in root.iter() if _not_shown(each, reading)]:
        _remove(element)
    _join_paragraphs(root)
    _flatten_fields(root, reading)
    for element in list(root.iter()):
        if element is root or not _unwanted(element):
            _clean(element, part)
        else:
            _remove(element)
    for wrapper in list(root.iter(*_UNWRAPPED)):
        _replace(wrapper, tuple(wrapper))
    etree.cleanup_namespaces(root)


def _not_shown(element: Element, reading: Reading) -> bool:
    """What the reader found to be hidden or deleted, and characters inside the instruction of a field."""
    return element in reading.dropped or (element.tag in SIGNS and element in reading.passed_over)


def _unwanted(element: Element) -> bool:
    tag = element.tag
    return tag in GONE or tag in _DELETED or etree.QName(tag).namespace not in KNOWN


def _clean(element: Element, part: Part) -> None:
    """Leave no attribute that names an address, a file or a relationship out of the package."""
    for key in list(element.attrib):
        name = etree.QName(str(key))
        if name.namespace == names.R:
            row = part.relationships.get(element.get(key) or "")
            followed = row is not None and not row.external and row.kind in XML_KINDS | {"image"}
            unwanted = key not in RELATIONS or not followed
        else:
            foreign = bool(name.namespace) and name.namespace not in KNOWN
            unwanted = foreign or name.localname.lower() in ADDRESSES
        if unwanted:
            del element.attrib[key]


def _join_paragraphs(root: Element) -> None:
    """Where a tracked change deleted a paragraph's mark, its content begins the next paragraph."""
    for paragraph in list(root.iter(names.P)):
        following = paragraph.getnext()
        if following is None or following.tag != names.P or not mark_deleted(paragraph):
            continue
        content = [each for each in paragraph if each.tag != names.PPR]
        properties = next(following.iterchildren(names.PPR), None)
        at = 0 if properties is None else following.index(properties) + 1
        following[at:at] = content
        _remove(paragraph)


def _flatten_fields(root: Element, reading: Reading) -> None:
    """Page numbers stay fields, with an instruction of ours; of all others only the result stays."""
    open_fields: list[str] = []
    shown = _shown_by_fields(reading)
    for element in list(root.iter(names.FIELD_CHAR, names.INSTRUCTION)):
        sort = element.get(w("fldCharType"))
        if sort == "begin":
            open_fields.append(reading.page_fields.get(element, ""))
            if open_fields[-1]:
                _instruct(element, open_fields[-1])
        kept = open_fields[-1] if open_fields else ""
        if not kept or element.tag == names.INSTRUCTION:
            _show_only(element, shown.get(element, ""))
        if sort == "end" and open_fields:
            open_fields.pop()
    for simple in list(root.iter(names.SIMPLE_FIELD)):
        kept = reading.page_fields.get(simple, "")
        if kept:
            simple.set(w("instr"), f" {kept} ")
        else:
            _replace(simple, tuple(simple))


def _instruct(begin: Element, kind: str) -> None:
    instruction = etree.Element(names.INSTRUCTION)
    instruction.text = f" {kind} "
    begin.addnext(instruction)


def _show_only(mark: Element, shown: str) -> None:
    """Of a field's mark or instruction only what a reader sees of it stays, in the same element."""
    if not shown:
        _remove(mark)
        return
    for each in list(mark):
        mark.remove(each)
    mark.attrib.clear()
    mark.tag, mark.text = names.TEXT, shown


def _shown_by_fields(reading: Reading) -> dict[Element, str]:
    """What old form fields and buttons show without having it in a result."""
    shown: dict[Element, str] = {}
    for draft in reading.drafts:
        pieces = [
            each for each in draft.pieces if each.holder[0].tag in {names.FIELD_CHAR, names.INSTRUCTION}
        ]
        text = draft.text if pieces and draft.visible else ""
        for piece in pieces:
            said = text[piece.start : piece.start + piece.length]
            shown[piece.holder[0]] = shown.get(piece.holder[0], "") + said
    return shown


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _replace(element: Element, content: tuple[Element, ...]) -> None:
    for each in content:
        element.addprevious(each)
    _remove(element)
