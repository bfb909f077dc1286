# SPDX-License-Identifier: MIT
"""Reads the texts of a PDF file that a viewer shows beside its pages: notes, fields, bookmarks, names, tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf

from reviewer.documents.pdf.handle import Handle
from reviewer.documents.pdf.strings import file_name, link_uri, string_of
from reviewer.documents.pdf.surface import Reference, Surface
from reviewer.documents.pdf.trees import below, bookmarks, elements, listed, name_tree, number_tree
from reviewer.documents.uris import unquoted
from reviewer.model.document import StoryKind

_TAG = re.compile(r"<[^>]*>")


def notes_and_links(page: Any, number: int) -> Iterator[Surface]:
    """The notes and links of a page; form fields are read from the form."""
    for index, annotation in enumerate(listed(page.get("/Annots"))):
        subtype = str(annotation.get("/Subtype", ""))
        uri = link_uri(annotation)
        if uri:
            yield Surface(StoryKind.LINK_TARGET, unquoted(uri), ("link", number, index), number)
        pieces = [
            string_of(annotation.get(key))
            for key in ("/Contents", "/T", "/Subj", "/NM", "/DS", "/OverlayText")
        ]
        pieces.append(_TAG.sub(" ", string_of(annotation.get("/RC"))))
        pieces.append(file_name(annotation.get("/FS")))
        if subtype == "/Widget":
            pieces = []
        text = "\n".join(dict.fromkeys(piece for piece in pieces if piece.strip()))
        if text:
            yield Surface(StoryKind.ANNOTATION, text, ("annotation", number, index), number)


def fields(root: Any, path: Path) -> Iterator[Surface]:
    """Values, tooltips and options of the form, one text a field."""
    form = root.get("/AcroForm")
    if not isinstance(form, pikepdf.Dictionary):
        return
    for field in below(listed(form.get("/Fields")), "/Kids", path, "form"):
        text = _said_by(field)
        if text:
            yield Surface(StoryKind.FORM_FIELD, text, field_reference(field))


def _said_by(field: Any) -> str:
    pieces = [string_of(field.get(key)) for key in ("/V", "/DV", "/TU", "/T", "/TM", "/RV")]
    for option in field.get("/Opt", []) if isinstance(field.get("/Opt"), pikepdf.Array) else []:
        pieces.extend(string_of(each) for each in (option if isinstance(option, pikepdf.Array) else [option]))
    return "\n".join(dict.fromkeys(_TAG.sub(" ", piece) for piece in pieces if piece.strip()))


def field_reference(field: Any) -> Reference:
    """What leads from a field to its story; fields without an id are told apart by what they say."""
    return "field", field.objgen, "" if field.is_indirect else _said_by(field)


def outline_texts(root: Any, path: Path) -> Iterator[Surface]:
    """The titles of the bookmarks."""
    for index, (item, _depth) in enumerate(bookmarks(root, path)):
        title = string_of(item.get("/Title"))
        if title.strip():
            yield Surface(StoryKind.BOOKMARK, title, ("bookmark", index))


def names(root: Any, path: Path) -> Iterator[Surface]:
    """Named destinations, page label prefixes, names of layers, scripts of the document."""
    group = root.get("/Names")
    tree = group if isinstance(group, pikepdf.Dictionary) else pikepdf.Dictionary()
    found = [name for name, _value in name_tree(tree.get("/Dests"), path)]
    old = root.get("/Dests")
    if isinstance(old, pikepdf.Dictionary):
        found += [key[1:] for key in old.keys()]  # noqa: SIM118 - a pikepdf dictionary is not iterable by key
    if found:
        yield Surface(StoryKind.DESTINATION, "\n".join(found), ("destinations",))
    labels = [
        string_of(value.get("/P"))
        for _number, value in number_tree(root.get("/PageLabels"), path)
        if isinstance(value, pikepdf.Dictionary)
    ]
    if any(labels):
        yield Surface(StoryKind.PAGE_LABEL, "\n".join(label for label in labels if label), ("labels",))


def structure_texts(handle: Handle, path: Path) -> Iterator[Surface]:
    """Titles, alternative, expanded and actual texts of the structure tree."""
    for element in elements(handle, path):
        for key in ("/T", "/Alt", "/E", "/ActualText"):
            text = string_of(element.get(key))
            if text.strip():
                yield Surface(StoryKind.STRUCTURE_TEXT, text, structure_reference(element, key))


def structure_reference(element: Any, key: str) -> Reference:
    """What leads from a text of an element to its story; elements without an id are told apart by what they say."""
    return "structure", element.objgen, key, "" if element.is_indirect else string_of(element.get(key))
