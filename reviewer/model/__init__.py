# SPDX-License-Identifier: MIT
"""The words of the house as plain frozen data, free of any third-party library."""

from __future__ import annotations
