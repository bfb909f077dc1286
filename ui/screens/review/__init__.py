# SPDX-License-Identifier: MIT
"""The review: pages, findings, the text with its marks, decisions, what still blocks."""

from __future__ import annotations
