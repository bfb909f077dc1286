# SPDX-License-Identifier: MIT
"""Whose a federal mailbox is: its local part against the parts of a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from reviewer.detection import institutions
from reviewer.detection.namewords import fold
from reviewer.detection.people import parts_of

MAILBOX = re.compile(r"([\w.%+'-]{1,64})@([A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6})")


def shares(local: str, name: str) -> bool:
    """Whether a mailbox is made of a part of this name: j.smith, smithj, jane.smith."""
    flat = fold(local)
    pieces = {piece for piece in re.split(r"[._-]", flat) if piece}
    for part in parts_of(name):
        for each in {part, *part.split("-")}:
            if len(each) > 2 and (each in pieces or (len(each) > 3 and len(pieces) == 1 and each in flat)):
                return True
    return False


def own_mailbox(text: str, name: str) -> bool:
    """Whether a text holds a federal mailbox that bears this name."""
    return any(
        institutions.is_federal(match.group(2)) and shares(match.group(1), name)
        for match in MAILBOX.finditer(text)
    )


def owners(addresses: Iterable[str]) -> dict[str, set[frozenset[str]]]:
    """The parts of the mailboxes' names, found by each part; one word says nothing of who it is."""
    found: dict[str, set[frozenset[str]]] = {}
    for address in addresses:
        local = re.split(r"[._-]", fold(address.partition("@")[0]))
        parts = frozenset(part for part in local if len(part) > 1)
        for part in parts if len(parts) > 1 else ():
            found.setdefault(part, set()).add(parts)
    return found


def named_by(text: str, boxes: Mapping[str, set[frozenset[str]]]) -> bool:
    """Whether a federal mailbox is made of this name's parts, given name and surname."""
    parts = {piece for part in parts_of(text) for piece in part.split("-") if len(piece) > 1}
    return len(parts) > 1 and any(
        local <= parts or parts <= local for part in parts for local in boxes.get(part, ())
    )
