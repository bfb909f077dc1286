# SPDX-License-Identifier: MIT
"""Tests of the gate."""

from __future__ import annotations
