# SPDX-License-Identifier: MIT
"""Pages that differ in one surname only: the same layouts, set in several kinds of fonts."""

from __future__ import annotations
