# SPDX-License-Identifier: MIT
"""Readers: from a file's bytes to the text model."""

from __future__ import annotations
