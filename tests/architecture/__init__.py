# SPDX-License-Identifier: MIT
"""Rules of the design, run as tests."""

from __future__ import annotations
