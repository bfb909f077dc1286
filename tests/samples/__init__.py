# SPDX-License-Identifier: MIT
"""Tests of the samples and of the script that makes them."""

from __future__ import annotations
