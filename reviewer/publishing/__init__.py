# SPDX-License-Identifier: MIT
"""The release folder, its portal record and notices, and the push to the portal."""

from __future__ import annotations
