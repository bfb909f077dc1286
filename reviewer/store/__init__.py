# SPDX-License-Identifier: MIT
"""Where reviews live: one encrypted SQLite file, an append-only journal, and the only SQL of the program."""

from __future__ import annotations
