# SPDX-License-Identifier: MIT
"""From stories to findings, with every reason kept."""

from __future__ import annotations
