# SPDX-License-Identifier: MIT
"""What somebody tried against the promises, and how it ends now."""

from __future__ import annotations
