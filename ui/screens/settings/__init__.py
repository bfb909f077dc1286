# SPDX-License-Identifier: MIT
"""Settings: who is working, language, theme, the journal."""

from __future__ import annotations
