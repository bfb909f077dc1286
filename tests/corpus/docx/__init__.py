# SPDX-License-Identifier: MIT
"""Adversarial Word documents made by a script."""

from __future__ import annotations
