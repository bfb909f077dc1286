# SPDX-License-Identifier: MIT
"""From decisions to a new file in which what was withheld no longer exists."""

from __future__ import annotations
