# SPDX-License-Identifier: MIT
"""Tests of Parvis; the folders mirror the packages."""

from __future__ import annotations
