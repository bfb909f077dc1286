# SPDX-License-Identifier: MIT
"""Writes redacted PDF copies: a new file, rebuilt from what is allowed, without what was withheld."""

from __future__ import annotations
