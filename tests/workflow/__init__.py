# SPDX-License-Identifier: MIT
"""Tests of reviewer.workflow."""

from __future__ import annotations
