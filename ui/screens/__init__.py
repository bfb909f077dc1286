# SPDX-License-Identifier: MIT
"""The screens: each has a view that builds widgets and a presenter that does what the screen does."""

from __future__ import annotations
