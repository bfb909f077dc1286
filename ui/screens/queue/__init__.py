# SPDX-License-Identifier: MIT
"""The queue: documents and how far each is, files taken in, failures with their reasons."""

from __future__ import annotations
