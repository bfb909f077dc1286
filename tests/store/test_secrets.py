# SPDX-License-Identifier: MIT
"""Keys: in a keyring that protects them, or under a key file; otherwise refused, never a plain file."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import KeyringLocked, PasswordSetError

from reviewer.errors import KeyFileUnsafe, KeyMissing, StoreDamaged
from reviewer.store import secrets
from reviewer.store.connection import Store, open_store
from tests.store.facts import KEY

HEX = "0123456789abcdefABCDEF0123456789" * 2


class Desktop(KeyringBackend):
    """A real backend that keeps its passwords as long as the test."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


class Locked(Desktop):
    """Nobody unlocks it."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("locked")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise PasswordSetError("locked")


class Forgetful(Desktop):
    """Takes everything and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Forget it."""


class PlainFile(Desktop):
    """As keyrings.alt's plain file calls itself."""

    priority = 0.5


@pytest.fixture(autouse=True)
def no_key_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PARVIS_KEY_FILE", raising=False)


@pytest.fixture(autouse=True)
def backend() -> Iterator[Desktop]:
    before = keyring.get_keyring()
    desktop = Desktop()
    keyring.set_keyring(desktop)
    yield desktop
    keyring.set_keyring(before)


@pytest.fixture
def key_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "parvis.key"
    path.write_text(HEX + "\n")
    path.chmod(0o600)
    monkeypatch.setenv("PARVIS_KEY_FILE", str(path))
    return path


def test_a_key_is_made_once(backend: Desktop) -> None:
    key = secrets.database_key()
    assert len(key) == 32
    assert secrets.database_key() == key
    assert list(backend.kept) == [("parvis", "database key")]


def test_two_keyrings_have_two_keys() -> None:
    first = secrets.database_key()
    keyring.set_keyring(Desktop())
    assert secrets.database_key() != first


@pytest.mark.parametrize("useless", [fail.Keyring(), null.Keyring(), PlainFile(), Locked(), Forgetful()])
def test_no_keyring_and_no_key_file(useless: KeyringBackend, store: Store) -> None:
    keyring.set_keyring(useless)
    with pytest.raises(KeyMissing) as caught:
        secrets.database_key()
    assert caught.value.facts == {"variable": "PARVIS_KEY_FILE"}
    assert caught.value.exit_code == 43
    if not isinstance(useless, Forgetful):
        with pytest.raises(KeyMissing):
            secrets.set_secret(store, "portal token", b"t")
    assert secrets.get_secret(store, "portal token") is None


@pytest.mark.parametrize("useless", [fail.Keyring(), null.Keyring(), PlainFile(), Locked()])
def test_a_key_file_without_a_keyring(useless: KeyringBackend, key_file: Path) -> None:
    keyring.set_keyring(useless)
    key = secrets.database_key()
    assert len(key) == 32
    assert key != bytes.fromhex(HEX)
    assert secrets.database_key() == key


def test_a_key_file_is_taken_before_a_new_key_is_made(backend: Desktop, key_file: Path) -> None:
    secrets.database_key()
    assert backend.kept == {}


def test_a_key_in_the_keyring_comes_before_the_key_file(
    backend: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = secrets.database_key()
    monkeypatch.setenv("PARVIS_KEY_FILE", str(tmp_path / "not there"))
    assert secrets.database_key() == key


def test_a_keyring_that_gives_nonsense(backend: Desktop) -> None:
    backend.kept["parvis", "database key"] = "not base64!"
    with pytest.raises(KeyMissing):
        secrets.database_key()


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o601, 0o660, 0o644])
def test_a_key_file_that_others_may_touch(key_file: Path, mode: int) -> None:
    key_file.chmod(mode)
    with pytest.raises(KeyFileUnsafe) as caught:
        secrets.database_key()
    assert caught.value.facts == {"path": key_file, "detail": "mode"}


@pytest.mark.parametrize("content", ["", HEX[:-1], HEX + "0", "g" * 64, HEX + "\n\n", "é" * 32, " " + HEX])
def test_a_key_file_of_another_form(key_file: Path, content: str) -> None:
    key_file.write_text(content, encoding="utf-8")
    with pytest.raises(KeyFileUnsafe) as caught:
        secrets.database_key()
    assert caught.value.facts["detail"] == "form"
    assert HEX[:8] not in str(caught.value)


def test_a_key_file_that_is_not_there(key_file: Path) -> None:
    key_file.unlink()
    with pytest.raises(KeyMissing):
        secrets.database_key()


def test_windows_has_no_such_modes() -> None:
    assert secrets.open_to_others(0o100666, system="posix")
    assert not secrets.open_to_others(0o100666, system="nt")
    assert not secrets.open_to_others(stat.S_IFREG | 0o400, system="posix")


def test_secrets_lie_in_the_keyring(backend: Desktop, store: Store) -> None:
    secrets.database_key()
    assert secrets.get_secret(store, "portal token") is None
    secrets.set_secret(store, "portal token", b"\x00token")
    assert secrets.get_secret(store, "portal token") == b"\x00token"
    assert ("parvis", "portal token") in backend.kept
    assert "token" not in repr(store.rows("SELECT * FROM secret"))


def test_secrets_lie_wrapped_in_the_store_under_a_key_file(
    backend: Desktop, key_file: Path, path: Path
) -> None:
    with open_store(path, secrets.database_key()) as store:
        assert secrets.get_secret(store, "portal token") is None
        secrets.set_secret(store, "portal token", b"first")
        secrets.set_secret(store, "portal token", b"token-0123456789")
        rows = store.rows("SELECT * FROM secret")
        assert len(rows) == 1
        assert b"token-0123456789" not in rows[0]["value"]
    with open_store(path, secrets.database_key()) as store:
        assert secrets.get_secret(store, "portal token") == b"token-0123456789"
    assert backend.kept == {}


def test_a_secret_under_another_name_or_key_file_does_not_open(key_file: Path, store: Store) -> None:
    secrets.set_secret(store, "portal token", b"t")
    store.run("UPDATE secret SET name = 'wrapped other' WHERE name = 'wrapped portal token'")
    with pytest.raises(StoreDamaged):
        secrets.get_secret(store, "other")
    secrets.set_secret(store, "portal token", b"t")
    key_file.write_text(KEY.hex())
    with pytest.raises(StoreDamaged):
        secrets.get_secret(store, "portal token")


def test_a_person_cannot_reach_the_anchor_of_the_journal(key_file: Path, store: Store) -> None:
    from reviewer.store import journal

    secrets.set_secret(store, "journal anchor", b"mine")
    journal.check(store)
