# SPDX-License-Identifier: MIT
"""Tests of reviewer.model."""

from __future__ import annotations
