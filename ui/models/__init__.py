# SPDX-License-Identifier: MIT
"""Lists for the window: table models over tuples of the core's dataclasses, without a verdict of their own."""

from __future__ import annotations
