# SPDX-License-Identifier: MIT
"""Adversarial PDF files, made when they are needed: each hides a secret on another surface, in English or French.

Origin: written for this project. Purpose: whatever the surface, what is withheld is in no byte of the copy.
"""

from __future__ import annotations

from tests.corpus.pdf import beside_cases, drawn_cases, text_cases
from tests.corpus.pdf.registry import KEPT, MAKERS, SECRET, Case

PARTS = (text_cases, beside_cases, drawn_cases)
"""Importing them registers their makers."""

__all__ = ["KEPT", "MAKERS", "PARTS", "SECRET", "Case"]
