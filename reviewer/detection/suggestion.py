# SPDX-License-Identifier: MIT
"""What Parvis proposes for a finding, and on which ground; a person decides."""

from __future__ import annotations

from functools import cache

from reviewer.detection import recognizer
from reviewer.detection.candidate import Candidate
from reviewer.model.finding import Category, Role, Suggestion

_GROUNDS = {
    Category.ACCESS_CODE: "16(2)(c)",
    Category.USERNAME_OR_PASSWORD: "16(2)(c)",
    Category.IP_ADDRESS: "16(2)(c)",
    Category.SECURITY: "16(2)(c)",
    Category.PRIVILEGE: "23",
    Category.CABINET: "69(1)(g)",
    Category.THIRD_PARTY: "20(1)(b)",
    Category.ADVICE: "21(1)(a)",
    Category.SENSITIVE_SITE: "24(1)",
    Category.BUSINESS_NUMBER: "20(1)(b)",
}
_SPECIES_SITE = "18(c)"
_PERSONAL = "19(1)"
_GENERALISED = frozenset({Category.COORDINATES})


def propose(item: Candidate) -> tuple[Suggestion, str | None]:
    """The suggestion and the ATIA section, None when there is none (a marking is struck with an authority)."""
    if item.category is Category.MARKING:
        return Suggestion.STRIKE, None
    if item.role in {Role.OFFICIAL, Role.PUBLIC}:
        return Suggestion.DISCLOSE, None
    if item.proposal is not None:
        return item.proposal
    declared = _declared(item.rule)
    if declared is not None:
        return declared
    if item.category is Category.SENSITIVE_SITE and any(
        source.detail == "species" for source in item.sources
    ):
        return Suggestion.WITHHOLD, _SPECIES_SITE
    proposed = Suggestion.GENERALISE if item.category in _GENERALISED else Suggestion.WITHHOLD
    return proposed, _GROUNDS.get(item.category, _PERSONAL)


@cache
def _declared(rule: str) -> tuple[Suggestion, str | None] | None:
    """What the recognizer's own file says."""
    declared = recognizer.by_id().get(rule)
    if declared is None:
        return None
    return declared.suggestion, declared.ground or None
