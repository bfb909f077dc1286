# SPDX-License-Identifier: MIT
"""Reasons to disclose and the grounds each of them can lift, from resources/grounds."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from reviewer import paths
from reviewer.model.ground import DiscloseReason, Ground, Obligation


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason. `needs_note`: it must be written. `for_grounds`: sections, "*", "discretionary" or "exceptions"."""

    reason: DiscloseReason
    needs_note: bool
    for_grounds: tuple[str, ...]

    def lifts(self, ground: Ground) -> bool:
        """Whether text that this ground was suggested for may stay visible for this reason."""
        return any(self._lifts(kind, ground) for kind in self.for_grounds)

    @staticmethod
    def _lifts(kind: str, ground: Ground) -> bool:
        match kind:
            case "*":
                return True
            case "discretionary":
                return ground.obligation is Obligation.DISCRETIONARY
            case "exceptions":
                return ground.obligation is Obligation.MANDATORY and bool(ground.exceptions)
            case section:
                return section == ground.section


@cache
def reasons() -> Mapping[DiscloseReason, Reason]:
    """Every reason."""
    with paths.resource("grounds", "grounds.toml").open("rb") as file:
        rows = tomllib.load(file)["disclose_reason"]
    listed = (Reason(DiscloseReason(row["id"]), row["needs_note"], tuple(row["for_grounds"])) for row in rows)
    return MappingProxyType({item.reason: item for item in listed})
