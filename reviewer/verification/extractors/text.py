# SPDX-License-Identifier: MIT
"""Reads a plain text copy: UTF-8, nothing else."""

from __future__ import annotations

from reviewer.model.document import StoryKind
from reviewer.verification.findings import Reading
from reviewer.verification.surface import Surface


def read(data: bytes, reading: Reading) -> None:
    """Hand in the whole text; bytes that are no UTF-8 cannot be read."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        reading.unreadable("text")
        text = data.decode("utf-8", "replace")
    reading.add(Surface("text", "text", text, (StoryKind.BODY,)))
