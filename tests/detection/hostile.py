# SPDX-License-Identifier: MIT
"""Texts that make a careless pattern run for hours."""

from __future__ import annotations

TEXTS = (
    "1" * 20_000,
    "1 " * 10_000,
    "A-" * 10_000,
    "(" * 20_000,
    "a@" * 10_000,
    "Jean-" * 4_000,
    "M. " * 6_000,
    "J. " * 6_000,
    "Anne Marie " * 2_000,
    "1,2;" * 5_000,
    "12 rue de la " * 1_500,
    "code " * 4_000 + "1",
    "salary $" * 2_500,
    "\t" * 20_000,
    "\n" * 20_000,
    ". " * 10_000,
    "e\u0301" * 10_000,
    "he was " * 3_000,
    "_" * 20_000,
    "a_" * 10_000,
    "Label:\n1\n" * 2_000,
    "Mr. Smith called 555-0123 née le 3 mars 1970 la note " * 400,
)
