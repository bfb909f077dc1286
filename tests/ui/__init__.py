# SPDX-License-Identifier: MIT
"""The window, off screen, on real sessions and real files."""

from __future__ import annotations
