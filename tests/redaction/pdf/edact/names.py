# SPDX-License-Identifier: MIT
"""The surnames of the attack, of the gazetteer: those that are public and common tell nothing about anybody."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache

from reviewer import paths
from tests.redaction.pdf.edact.faces import Maker

LISTED = 1_500


@cache
def surnames() -> tuple[str, ...]:
    """Surnames of the gazetteer, of all widths: letters of Helvetica's plainest only."""
    with paths.resource("lexicons", "surnames.json").open(encoding="utf-8") as file:
        listed = json.load(file)
    found = sorted(
        {
            each.title()
            for group in listed["surnames"].values()
            for each in group
            if each.isascii() and each.isalpha() and len(each) > 4
        }
    )
    step = max(len(found) // LISTED, 1)
    return tuple(found[::step][:LISTED])


def spread(maker: Maker, count: int) -> Sequence[str]:
    """Surnames from the narrowest to the widest."""
    face = maker("".join(surnames()))
    ordered = sorted(surnames(), key=lambda each: (face.width(each), each))
    return [ordered[at * (len(ordered) - 1) // (count - 1)] for at in range(count)]
