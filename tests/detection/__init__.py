# SPDX-License-Identifier: MIT
"""Detection: what is found, what is not, and that offsets stay true."""

from __future__ import annotations
