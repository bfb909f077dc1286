# SPDX-License-Identifier: MIT
"""The judgement of copies. It shares no code with the program."""

from __future__ import annotations
