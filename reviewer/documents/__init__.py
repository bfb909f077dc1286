# SPDX-License-Identifier: MIT
"""Readers: from a file's bytes to the text model."""

from __future__ import annotations

READER_VERSION = "4"
"""Changes when the same bytes would give other stories; story ids are stable for one value of it."""
