# SPDX-License-Identifier: MIT
"""The desks of the workflow's tests."""

from __future__ import annotations

from tests.workflow.conftest import desk, desk_at, key_file, review, stages

__all__ = ["desk", "desk_at", "key_file", "review", "stages"]
