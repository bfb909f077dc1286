# SPDX-License-Identifier: MIT
"""The parts of the review: its head, its lists, the card of a question, the bar of an extent."""

from __future__ import annotations
