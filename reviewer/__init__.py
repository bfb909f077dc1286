# SPDX-License-Identifier: MIT
"""The core of Parvis: everything from a draft to a signed release, without any window toolkit."""

from __future__ import annotations

__version__ = "0.1.0"
