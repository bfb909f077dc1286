# SPDX-License-Identifier: MIT
"""Tests of reviewer.publishing."""

from __future__ import annotations
