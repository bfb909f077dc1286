# SPDX-License-Identifier: MIT
"""Reads a PDF copy (placeholder until the next commit)."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.verification.findings import Reading


def read(data: bytes, reading: Reading, title: str) -> Iterator[tuple[int, int]]:
    reading.unreadable("pdf")
    yield from ()
