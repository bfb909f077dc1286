# SPDX-License-Identifier: MIT
"""The command line with a home of its own, a key file and no keyring."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail

from reviewer.paths import HOME_VARIABLE
from reviewer.store.secrets import KEY_FILE_VARIABLE
from tests.cli.run import Parvis


@pytest.fixture
def parvis(capsys: pytest.CaptureFixture[str]) -> Parvis:
    return Parvis(capsys)


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home and a key file of its own for every test; whatever keyring this machine has is left alone."""
    root = tmp_path_factory.mktemp("home")
    key = root / "key"
    key.touch(mode=0o600)
    key.write_text(secrets.token_hex(32), "ascii")
    monkeypatch.setenv(HOME_VARIABLE, str(root / "parvis"))
    monkeypatch.setenv(KEY_FILE_VARIABLE, str(key))
    monkeypatch.setenv("LANG", "en_CA.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    yield root / "parvis"
    keyring.set_keyring(before)
