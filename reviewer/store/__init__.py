# SPDX-License-Identifier: MIT
"""The encrypted store; the only place that speaks SQL."""

from __future__ import annotations
