# SPDX-License-Identifier: MIT
"""Who may sign what: the policy, the checklist, the seal of exactly what is signed, and the keys that sign."""

from __future__ import annotations
