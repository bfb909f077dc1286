# SPDX-License-Identifier: MIT
"""Findings that name the same person or thing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reviewer.model.finding import Category, Finding


@dataclass(frozen=True, slots=True)
class Entity:
    """All mentions of one person or thing in a document, in reading order."""

    id: str
    category: Category
    findings: tuple[Finding, ...]


def entities(findings: Iterable[Finding]) -> tuple[Entity, ...]:
    """Group findings by their entity; a finding without one stands alone under its own id."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.entity or finding.id, []).append(finding)
    return tuple(Entity(key, members[0].category, tuple(members)) for key, members in groups.items())
