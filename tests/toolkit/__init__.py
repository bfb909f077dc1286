# SPDX-License-Identifier: MIT
"""What Parvis relies on in its window toolkit."""

from __future__ import annotations
