# SPDX-License-Identifier: MIT
"""Tests of reviewer.store."""

from __future__ import annotations
