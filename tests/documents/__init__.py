# SPDX-License-Identifier: MIT
"""Tests."""

from __future__ import annotations
