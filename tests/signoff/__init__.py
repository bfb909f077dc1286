# SPDX-License-Identifier: MIT
"""Tests of reviewer.signoff."""

from __future__ import annotations
