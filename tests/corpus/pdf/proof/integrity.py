# SPDX-License-Identifier: MIT
"""Whether a copy is a whole file with nothing in it but what is allowed: keys, strings, references, resources, tags.

Written from ISO 32000-1: catalogue and pages (7.7), content (7.8), structure (14.7).
"""

from __future__ import annotations

import io
import warnings
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pikepdf

_CATALOG = {
    "/Type", "/Pages", "/Lang", "/ViewerPreferences", "/Metadata", "/Outlines", "/StructTreeRoot", "/MarkInfo",
    "/PageLabels",
}  # fmt: skip
_PAGE = {
    "/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Resources", "/Contents", "/Annots", "/Group",
    "/StructParents", "/Tabs",
}  # fmt: skip
_LINK = {
    "/Type",
    "/Subtype",
    "/Rect",
    "/A",
    "/Dest",
    "/Border",
    "/StructParent",
    "/F",
    "/P",
    "/Contents",
    "/QuadPoints",
}
_NEVER = {
    "/JS", "/JavaScript", "/OpenAction", "/AA", "/AF", "/PieceInfo", "/Thumb", "/EmbeddedFiles", "/AcroForm",
    "/XFA", "/OCProperties", "/OC", "/LastModified", "/CIDSet", "/CharSet", "/Alternates", "/Threads", "/RichMedia",
    "/OPI", "/Measure", "/PtData", "/VP", "/DPartRoot", "/SpiderInfo", "/OutputIntents", "/Requirements", "/Perms",
    "/Collection", "/PresSteps", "/B", "/BoxColorInfo", "/SeparationInfo", "/FontFamily", "/ClassMap",
    "/UserProperties", "/Phoneme", "/JBIG2Globals", "/SMaskInData", "/Legal", "/URL",
}  # fmt: skip
_STRINGS = {
    "/Lang", "/Title", "/ActualText", "/Alt", "/E", "/URI", "/Registry", "/Ordering", "/ID", "/T", "/Contents",
    "/ColorSpace", "/Scope", "/Headers", "/Names", "/Limits", "/P",
}  # fmt: skip
_NAMED = {
    "Do": "/XObject",
    "Tf": "/Font",
    "gs": "/ExtGState",
    "sh": "/Shading",
    "scn": "/Pattern",
    "SCN": "/Pattern",
}
_LABELS = {("/ExtGState", "/LS"), ("/Font", "/LF")}
"""What labels are set in comes as a pair, the same in every copy: it tells nothing where one is not used."""
_SPACES = {"/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/Pattern"}


def faults(data: bytes) -> list[str]:
    """What is wrong with the file; empty when nothing is."""
    with warnings.catch_warnings(), pikepdf.open(io.BytesIO(data), attempt_recovery=False) as pdf:
        warnings.simplefilter("error")
        found = [f"check: {each}" for each in pdf.check_pdf_syntax()]
        found += [f"warning: {each}" for each in pdf.get_warnings()]
        if data.count(b"%%EOF") != 1 or data.count(b"startxref") != 1:
            found.append("more than one revision")
        found += [*_keys(pdf), *_references(pdf), *_content(pdf), *_tags(pdf)]
    return sorted(set(found))


def _keys(pdf: pikepdf.Pdf) -> Iterator[str]:
    yield from (f"catalogue {key}" for key in set(pdf.Root.keys()) - _CATALOG)
    yield from (f"trailer /Info{key}" for key in set(pdf.docinfo.keys()) - {"/Title"})
    for number, page in enumerate(pdf.pages, 1):
        yield from (f"page {number} {key}" for key in set(page.obj.keys()) - _PAGE)
        for note in page.obj.get("/Annots", []):
            yield from (f"annotation {key}" for key in set(note.keys()) - _LINK)
            if note.get("/Subtype") != "/Link" or note.get("/A", {}).get("/S", "/URI") not in {
                "/URI",
                "/GoTo",
            }:
                yield "an annotation that is no link"
    for obj in pdf.objects:
        for key, value in _values("", obj):
            if key in _NEVER:
                yield f"never allowed: {key}"
            if isinstance(value, pikepdf.String) and key not in _STRINGS:
                yield f"a string under {key}"


def _values(key: str, obj: Any, depth: int = 0) -> Iterator[tuple[str, Any]]:
    """All values inside one object with the keys they stand under."""
    if isinstance(obj, pikepdf.Dictionary | pikepdf.Stream):
        for name, value in obj.items():
            yield name, value
            if not getattr(value, "is_indirect", False) and depth < 40:
                yield from _values(name, value, depth + 1)
    elif isinstance(obj, pikepdf.Array):
        for at, value in enumerate(obj):
            if value is None and at > 1 and isinstance(obj[1], pikepdf.Name):
                continue  # a place of a destination that the viewer leaves as it is (ISO 32000-2, 12.3.2.2)
            yield key, value
            if not getattr(value, "is_indirect", False) and depth < 40:
                yield from _values(key, value, depth + 1)


def _references(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Nothing leads nowhere, and nothing is there that nothing leads to."""
    reached: set[tuple[int, int]] = set()
    waiting: list[Any] = [pdf.trailer]
    while waiting:
        for key, value in _values("", waiting.pop()):
            if value is None:
                yield f"a reference to nothing under {key}"
            elif getattr(value, "is_indirect", False) and value.objgen not in reached:
                reached.add(value.objgen)
                waiting.append(value)
    for obj in pdf.objects:
        plumbing = isinstance(obj, pikepdf.Stream) and obj.get("/Type") in {"/ObjStm", "/XRef"}
        if obj is not None and obj.objgen not in reached and not plumbing:
            yield "an object that nothing leads to"


def _content(pdf: pikepdf.Pdf) -> Iterator[str]:
    for number, page in enumerate(pdf.pages, 1):
        yield from (f"page {number}: {each}" for each in _of_content(page, page.obj.get("/Resources", {})))
    for obj in pdf.objects:
        if isinstance(obj, pikepdf.Stream) and "/Resources" in obj:
            yield from (f"{obj.get('/Subtype')}: {each}" for each in _of_content(obj, obj["/Resources"]))


def _of_content(obj: Any, resources: Any) -> Iterator[str]:
    """The names of a content stream are in its resources, all of them and no others; brackets are balanced."""
    used: set[tuple[str, str]] = set()
    depth = Counter[str]()
    for instruction in pikepdf.parse_content_stream(obj):
        operator, operands = str(instruction.operator), list(instruction.operands)
        if operator in _NAMED and operands:
            name = operands[0] if operator == "Tf" else operands[-1]
            if isinstance(name, pikepdf.Name):
                used.add((_NAMED[operator], str(name)))
        elif operator in {"cs", "CS"} and str(operands[0]) not in _SPACES:
            used.add(("/ColorSpace", str(operands[0])))
        depth.update({"q": {"saved": 1}, "Q": {"saved": -1}, "BT": {"text": 1}, "ET": {"text": -1},
                      "BMC": {"marked": 1}, "BDC": {"marked": 1}, "EMC": {"marked": -1}}.get(operator, {}))  # fmt: skip
        if min(depth.values(), default=0) < 0 or depth["text"] > 1:
            yield f"brackets: {operator}"
    yield from (f"not balanced: {kind}" for kind, count in depth.items() if count)
    there = {
        (kind, name)
        for kind, group in dict(resources).items()
        if isinstance(group, pikepdf.Dictionary)
        for name, _value in group.items()
    }
    yield from (f"{kind} {name} is not there" for kind, name in used - there)
    yield from (f"{kind} {name} is not used" for kind, name in there - used - _LABELS)


def _tags(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Every number of marked content leads to one element, and back."""
    tree = pdf.Root.get("/StructTreeRoot")
    if tree is None:
        yield from ("marked content without a tree" for page in pdf.pages if _numbers(page))
        return
    parents = _number_tree(tree.get("/ParentTree"))
    kids = Counter(_kids(tree))
    for page in pdf.pages:
        numbers = _numbers(page)
        row = parents.get(int(page.obj.get("/StructParents", -1)))
        if numbers and row is None:
            yield "a page with tags has no row"
            continue
        if len(set(numbers)) != len(numbers):
            yield "a number of marked content twice"
        for number in numbers:
            if row is None or number >= len(row) or row[number] is None:
                yield "marked content leads to no element"
            elif kids[page.obj.objgen, number] != 1:
                yield f"marked content in {kids[page.obj.objgen, number]} elements"


def _numbers(page: Any) -> list[int]:
    return [
        int(each.operands[1]["/MCID"])
        for each in pikepdf.parse_content_stream(page)
        if str(each.operator) == "BDC"
        and isinstance(each.operands[1], pikepdf.Dictionary)
        and "/MCID" in each.operands[1]
    ]


def _number_tree(tree: Any) -> Mapping[int, Any]:
    rows: dict[int, Any] = {}
    waiting = [tree] if tree is not None else []
    while waiting:
        node = waiting.pop()
        waiting += list(node.get("/Kids", []))
        items = list(node.get("/Nums", []))
        rows.update({int(items[at]): items[at + 1] for at in range(0, len(items), 2)})
    return rows


def _kids(tree: Any) -> Iterator[tuple[tuple[int, int], int]]:
    """The page and number of each piece of marked content that an element holds."""
    waiting: list[tuple[Any, Any]] = [(tree, None)]
    while waiting:
        node, above = waiting.pop()
        page = node.get("/Pg", above)
        kids = node.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                yield page.objgen, kid
            elif kid.get("/Type") == "/MCR":
                yield kid.get("/Pg", page).objgen, int(kid["/MCID"])
            elif kid.get("/Type") != "/OBJR":
                waiting.append((kid, page))
