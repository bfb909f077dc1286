# SPDX-License-Identifier: MIT
"""Writing cleaned Word documents: a new package, rebuilt from an allow-list, never an edited original."""

from __future__ import annotations
