# SPDX-License-Identifier: MIT
"""Reads PDF files into the text model, and keeps for each character the glyph that draws it."""

from __future__ import annotations
