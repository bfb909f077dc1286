# SPDX-License-Identifier: MIT
"""One reader of the gate a module: each hands in surfaces and faults of one kind of file."""

from __future__ import annotations
