# SPDX-License-Identifier: MIT
"""The window: shows what the core holds and calls what the core does."""

from __future__ import annotations
