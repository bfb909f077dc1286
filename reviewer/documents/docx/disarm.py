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
from reviewer.documents.docx.fields import form_text
from reviewer.documents.docx.markup import branch, mark_deleted
from reviewer.documents.docx.names import r, w
from reviewer.documents.docx.package import Part
from reviewer.errors import InputError

XML_KINDS = frozenset(
    {
        "styles",
        "numbering",
        "settings",
        "fontTable",
        "theme",
        "footnotes",
        "endnotes",
        "header",
        "footer",
        "chart",
    }
)
"""Relationships that are followed to XML parts; pictures are followed too, nothing else is."""
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_KNOWN = frozenset(
    {names.W, names.R, names.M, names.A, names.WP, names.PIC, names.WPS, names.WPG, names.WPC, names.V}
    | {names.O, names.XML, _CHART, "urn:schemas-microsoft-com:office:word"}
)
"""Namespaces of the elements and attributes that LibreOffice is given."""
_WORD_GONE = [
    "altChunk",
    "subDoc",
    "control",
    "movie",
    "contentPart",
    "sdtPr",
    "sdtEndPr",
    "customXmlPr",
    "smartTagPr",
    "fldData",
    "ffData",
    "bookmarkStart",
    "bookmarkEnd",
    "commentReference",
    "commentRangeStart",
    "commentRangeEnd",
    "annotationRef",
    "permStart",
    "permEnd",
    "proofErr",
    "moveFromRangeStart",
    "moveFromRangeEnd",
    "moveToRangeStart",
    "moveToRangeEnd",
    "cellIns",
    "cellDel",
    "cellMerge",
    "rPrChange",
    "pPrChange",
    "sectPrChange",
    "tblPrChange",
    "trPrChange",
    "tcPrChange",
    "tblGridChange",
    "tblPrExChange",
    "numberingChange",
    "embedRegular",
    "embedBold",
    "embedItalic",
    "embedBoldItalic",
    "scriptAnchor",
    "frameset",
    "attachedTemplate",
    "mailMerge",
    "saveThroughXslt",
    "documentProtection",
    "writeProtection",
    "docVars",
    "updateFields",
    "linkStyles",
    "trackRevisions",
]
_OTHER_GONE = (
    (
        names.A,
        "extLst hlinkClick hlinkHover hlinkMouseOver audioFile videoFile quickTimeFile wavAudioFile audioCd",
    ),
    (names.O, "OLEObject"),
    (_CHART, "externalData userShapes extLst"),
)
_GONE = frozenset(map(w, _WORD_GONE)) | {
    f"{{{namespace}}}{name}" for namespace, listed in _OTHER_GONE for name in listed.split()
}
_UNWRAPPED = (names.TRANSPARENT | {names.SDT, names.SDT_CONTENT}) - {w("dir"), w("bdo")}
_DELETED = names.DELETED | {names.DELETED_TEXT, names.DELETED_INSTRUCTION}
_SIGNS = frozenset(map(w, "t tab ptab br cr noBreakHyphen softHyphen sym".split()))
_RELATIONS = frozenset({r("embed"), r("id"), r("pict")})
"""Attributes that name a relationship inside the package; r:link, r:href … go."""
_ADDRESSES = frozenset({"src", "href", "althref", "relid"})


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
    return element in reading.dropped or (element.tag in _SIGNS and element in reading.passed_over)


def _unwanted(element: Element) -> bool:
    tag = element.tag
    return tag in _GONE or tag in _DELETED or etree.QName(tag).namespace not in _KNOWN


def _clean(element: Element, part: Part) -> None:
    """Leave no attribute that names an address, a file or a relationship out of the package."""
    for key in list(element.attrib):
        name = etree.QName(str(key))
        if name.namespace == names.R:
            row = part.relationships.get(element.get(key) or "")
            followed = row is not None and not row.external and row.kind in XML_KINDS | {"image"}
            unwanted = key not in _RELATIONS or not followed
        else:
            foreign = bool(name.namespace) and name.namespace not in _KNOWN
            unwanted = foreign or name.localname.lower() in _ADDRESSES
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
    for element in list(root.iter(names.FIELD_CHAR, names.INSTRUCTION)):
        sort = element.get(w("fldCharType"))
        if sort == "begin":
            open_fields.append(reading.page_fields.get(element, ""))
            if open_fields[-1]:
                _instruct(element, open_fields[-1])
        kept = open_fields[-1] if open_fields else ""
        if not kept or element.tag == names.INSTRUCTION:
            _show_only(element)
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


def _show_only(mark: Element) -> None:
    """Of a field's mark only what an old form field shows stays."""
    shown = form_text(mark) if mark.tag == names.FIELD_CHAR else ""
    if shown:
        text = etree.Element(names.TEXT)
        text.text = shown
        _replace(mark, (text,))
    else:
        _remove(mark)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _replace(element: Element, content: tuple[Element, ...]) -> None:
    for each in content:
        element.addprevious(each)
    _remove(element)
