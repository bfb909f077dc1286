# SPDX-License-Identifier: MIT
"""Sign-off: the officer reads the sheet, confirms the checklist and signs, or sends back."""

from __future__ import annotations
