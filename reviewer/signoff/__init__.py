# SPDX-License-Identifier: MIT
"""Policy, checklist, seal and keys: what must hold before a person signs."""

from __future__ import annotations
