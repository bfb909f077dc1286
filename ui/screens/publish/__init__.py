# SPDX-License-Identifier: MIT
"""Publishing: the portal record, the release folder, its verification."""

from __future__ import annotations
