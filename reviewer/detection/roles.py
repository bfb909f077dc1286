# SPDX-License-Identifier: MIT
"""Whose information: officials."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reviewer.detection.reading import Reading
from reviewer.model.document import Document
from reviewer.model.finding import Finding


def assign(document: Document, readings: Sequence[Reading], findings: Sequence[Finding]) -> Iterable[Finding]:
    """X."""
    return findings
