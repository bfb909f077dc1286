# SPDX-License-Identifier: MIT
"""Tests of reviewer.cli."""

from __future__ import annotations
