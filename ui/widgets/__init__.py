# SPDX-License-Identifier: MIT
"""Widgets that several screens use, or that are large enough to stand alone."""

from __future__ import annotations
