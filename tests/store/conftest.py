# SPDX-License-Identifier: MIT
"""Stores for tests: one in memory, one on disk, both real."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.store.connection import Store, open_memory, open_store
from tests.store.facts import KEY, fill


@pytest.fixture
def store() -> Iterator[Store]:
    with open_memory() as opened:
        yield fill(opened)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "parvis.db"


@pytest.fixture
def disk(path: Path) -> Iterator[Store]:
    with open_store(path, KEY, busy_seconds=0.2) as opened:
        yield fill(opened)
