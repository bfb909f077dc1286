# SPDX-License-Identifier: MIT
"""What a cleaned PDF may be built of: no actions, files, forms, layers or private data, and only the chosen title."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reviewer.verification import pdf_vocabulary as words
from reviewer.verification.extractors.pdf_index import ObjectIndex
from reviewer.verification.extractors.pdf_objects import Value, dictionaries, name_of, references
from reviewer.verification.extractors.pdf_syntax import Sort, Token, text_of
from reviewer.verification.findings import Reading


def check_object(value: Value, number: int, reading: Reading) -> None:
    """Keys, annotations and actions in one object."""
    for each in dictionaries(value):
        for key in words.FORBIDDEN_KEYS & each.keys():
            reading.structure(f"object:{number}:{key}")
        kind, subtype = name_of(each.get("Type")), name_of(each.get("Subtype"))
        if kind in words.FORBIDDEN_TYPES:
            reading.structure(f"object:{number}:{kind}")
        if (kind == "Annot" or ("Rect" in each and "Subtype" in each)) and subtype not in words.ANNOTATIONS:
            reading.structure(f"object:{number}:annotation")
        if kind == "Page" and each.keys() - words.PAGE_KEYS:
            reading.structure(f"object:{number}:page-key")
        action = name_of(each.get("S"))
        if (kind == "Action" or "URI" in each) and action not in words.ACTIONS and action:
            reading.structure(f"object:{number}:action")


def check_catalogue(
    index: ObjectIndex, trailer: Value, ends: Mapping[int, Value], reading: Reading, title: str
) -> None:
    """The trailer, the catalogue, the information dictionary (`ends`), and objects that nothing leads to."""
    top = trailer if isinstance(trailer, dict) else {}
    if top.keys() - words.TRAILER_KEYS:
        reading.structure("trailer:key")
    root = _target(top.get("Root"), ends)
    if root.keys() - words.ROOT_KEYS:
        reading.structure("catalogue:key")
    information = _target(top.get("Info"), ends)
    if information.keys() - words.INFO_KEYS:
        reading.structure("info:key")
    match information.get("Title"):
        case Token(Sort.STRING, raw) if text_of(raw) != title:
            reading.structure("info:Title")
    # Object streams and index streams hold other objects; nothing refers to them.
    for number in sorted(index.numbers - index.reached(references(trailer)) - index.containers):
        reading.structure(f"object:{number}:orphan")


def check_streams(index: ObjectIndex, streams: Iterable[int], reading: Reading) -> None:
    """Streams that no page draws must be fonts, pictures, maps, functions: anything else could be a file."""
    for number in streams:
        if number not in index.explained and number not in index.purposes:
            reading.structure(f"object:{number}:unknown-stream")


def _target(value: Value | None, ends: Mapping[int, Value]) -> dict[str, Value]:
    numbers = list(references(value)) if isinstance(value, Token) else []
    found = ends.get(numbers[0]) if numbers else value
    return found if isinstance(found, dict) else {}
