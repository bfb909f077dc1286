# SPDX-License-Identifier: MIT
"""Whose a federal mailbox is: its local part against the parts of a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

from reviewer.detection import institutions
from reviewer.detection.namewords import fold
from reviewer.detection.people import parts_of

MAILBOX = re.compile(r"([\w.%+'-]{1,64})@([A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6})")


_INITIALS = 2
"""How many letters a mailbox may have beside a surname: jsmith, smithjr."""


def shares(local: str, name: str) -> bool:
    """Whether a mailbox bears a part of this name: jane.smith, j.smith, smithj."""
    pieces = _pieces(local)
    return any(
        len(part) > _INITIALS and any(_bears(piece, part, alone=len(pieces) == 1) for piece in pieces)
        for part in _parts(name)
    )


def _bears(piece: str, part: str, *, alone: bool) -> bool:
    if piece == part:
        return True
    left = len(piece) - len(part)
    return alone and 0 < left <= _INITIALS and (piece.startswith(part) or piece.endswith(part))


def own_mailbox(text: str, name: str) -> bool:
    """Whether a text holds a federal mailbox that bears this name."""
    return any(
        institutions.is_federal(match.group(2)) and shares(match.group(1), name)
        for match in MAILBOX.finditer(text)
    )


def owners(addresses: Iterable[str]) -> Mapping[str, set[tuple[str, ...]]]:
    """The parts of the mailboxes' names, found by the last; one word says nothing of who it is."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for address in addresses:
        pieces = tuple(piece for piece in _pieces(address.partition("@")[0]) if len(piece) > 1)
        for piece in pieces if len(pieces) > 1 else ():
            found.setdefault(piece, set()).add(pieces)
    return found


def named_by(name: str, boxes: Mapping[str, set[tuple[str, ...]]]) -> bool:
    """Whether a federal mailbox is made of this name's parts: Jean-Guy Roy's is no other Jean Roy's."""
    parts = _parts(name)
    return len(parts) > 1 and any(_fits(pieces, parts) for part in parts for pieces in boxes.get(part, ()))


def _fits(pieces: tuple[str, ...], parts: set[str]) -> bool:
    return parts.issuperset(pieces) or (len(pieces) > 2 and {pieces[0], pieces[-1]} <= parts)


def _pieces(local: str) -> list[str]:
    return [re.sub(r"[^a-z]", "", piece) for piece in re.split(r"[._]", fold(local))]


def _parts(name: str) -> set[str]:
    """The parts of a name as a mailbox writes them, and two that follow each other as one."""
    whole = [re.sub(r"[^a-z]", "", part) for part in parts_of(name)]
    return {part for part in whole if len(part) > 1} | {
        one + two for one, two in pairwise(whole) if len(one) > 1 and len(two) > 1
    }
