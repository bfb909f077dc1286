# SPDX-License-Identifier: MIT
"""The gate: other code, in another process, that searches a copy for what was withheld."""

from __future__ import annotations
