# SPDX-License-Identifier: MIT
"""What a PDF copy offers to assistive technology: its tags by qpdf, the text of its pages by PDFium."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pikepdf
import pypdfium2
from pypdfium2 import raw as pdfium

from reviewer.model.accessibility import Accessibility

_HEADING = re.compile(r"H[1-6]?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_MAX_DEPTH = 20
_FORMS = 15
"""How deep PDFium looks for pictures in forms."""


@dataclass(slots=True)
class _Tags:
    """What the structure tree holds; `objects` are the annotations it refers to."""

    figures: int = 0
    described: int = 0
    headings: int = 0
    tables: list[bool] = field(default_factory=list)
    objects: set[tuple[int, int]] = field(default_factory=set)


def accessibility(data: bytes, labels: Sequence[str]) -> Accessibility | None:
    """The counts of a copy; None when it cannot be read."""
    try:
        return _counted(data, labels)
    except Exception:  # noqa: BLE001 - readers of hostile files fail in every way; all of them mean "not counted"
        return None


def _counted(data: bytes, labels: Sequence[str]) -> Accessibility:
    with pikepdf.open(io.BytesIO(data), attempt_recovery=False) as pdf:
        root = pdf.Root
        tree = root.get("/StructTreeRoot")
        marked = root.get("/MarkInfo")
        tagged = tree is not None and "/K" in tree and marked is not None and bool(marked.get("/Marked"))
        tags = _tags(tree) if tagged and tree is not None else None
        links = [each.objgen for page in pdf.pages for each in _links(page.obj)]
        information = pdf.trailer.get("/Info")
        outlines = root.get("/Outlines")
        return Accessibility(
            tagged=tagged,
            language=language_code(_text(root, "/Lang")),
            title=information is not None and bool(_text(information, "/Title")),
            pages=len(pdf.pages),
            picture_pages=tuple(_picture_pages(data, labels)),
            figures=None if tags is None else tags.figures,
            figures_described=None if tags is None else tags.described,
            headings=None if tags is None else tags.headings,
            tables=None if tags is None else len(tags.tables),
            tables_with_headers=None if tags is None else sum(tags.tables),
            links=len(links),
            links_tagged=0 if tags is None else sum(each in tags.objects for each in links),
            bookmarks=outlines is not None and "/First" in outlines,
        )


def language_code(untrusted_code: str) -> str | None:
    """A language's code, or nothing when it is none: it is repeated on the sheet."""
    return untrusted_code if _LANGUAGE.fullmatch(untrusted_code) else None


def _text(holder: pikepdf.Object, key: str) -> str:
    value = holder.get(key)
    return str(value).strip() if isinstance(value, pikepdf.String) else ""


def _links(page: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for each in page.get("/Annots") or ():
        if each.get("/Subtype") == pikepdf.Name.Link:
            yield each


def _tags(tree: pikepdf.Object) -> _Tags:
    """Walk the structure tree, each element once; `table` is the innermost table around an element."""
    tags = _Tags()
    roles = tree.get("/RoleMap")
    seen: set[tuple[int, int]] = set()
    waiting: list[tuple[pikepdf.Object, int | None]] = [(each, None) for each in _kids(tree)]
    while waiting:
        node, table = waiting.pop()
        if node.is_indirect:
            if node.objgen in seen:
                continue
            seen.add(node.objgen)
        if node.get("/Type") == pikepdf.Name.OBJR and "/Obj" in node:
            tags.objects.add(node["/Obj"].objgen)
        if "/S" in node:
            table = _count(node, _role(node, roles), tags, table)
            waiting += [(each, table) for each in _kids(node)]
    return tags


def _count(node: pikepdf.Object, role: str, tags: _Tags, table: int | None) -> int | None:
    """Take in one element; gives the table that its kids are in."""
    if role == "Figure":
        tags.figures += 1
        tags.described += bool(_text(node, "/Alt") or _text(node, "/ActualText"))
    elif _HEADING.fullmatch(role):
        tags.headings += 1
    elif role == "Table":
        tags.tables.append(False)
        return len(tags.tables) - 1
    elif role == "TH" and table is not None:
        tags.tables[table] = True
    return table


def _kids(node: pikepdf.Object) -> list[pikepdf.Object]:
    """Elements and references below an element; numbers are content, which has none."""
    kids = node.get("/K")
    listed = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return [each for each in listed if isinstance(each, pikepdf.Dictionary)]


def _role(node: pikepdf.Object, roles: pikepdf.Object | None) -> str:
    """A standard type, by the map of the file's own types."""
    name = str(node["/S"])
    for _step in range(_MAX_DEPTH):
        if roles is None or name not in roles:
            break
        name = str(roles[name])
    return name.lstrip("/")


def _picture_pages(data: bytes, labels: Sequence[str]) -> Iterator[int]:
    """Pages with a picture and without a letter beside the labels. PDFium's letters count, seen or not."""
    said = re.compile("|".join(re.escape(each) for each in sorted(labels, key=len, reverse=True)) or r"(?!)")
    with contextlib.closing(pypdfium2.PdfDocument(data)) as document:
        for number in range(1, len(document) + 1):
            with contextlib.closing(document[number - 1]) as page:
                if not _has_text(page, said) and _has_picture(page):
                    yield number


def _has_text(page: pypdfium2.PdfPage, labels: re.Pattern[str]) -> bool:
    with contextlib.closing(page.get_textpage()) as text:
        return any(each.isalnum() for each in labels.sub("", text.get_text_range()))


def _has_picture(page: pypdfium2.PdfPage) -> bool:
    pictures = page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=_FORMS)
    return next(iter(pictures), None) is not None
