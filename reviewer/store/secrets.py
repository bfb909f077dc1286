# SPDX-License-Identifier: MIT
"""Keys and secrets: in the keyring of the operating system, or under a key file; never in a plain file by themselves.

The order: a key that the keyring holds; the key file that PARVIS_KEY_FILE names; a new key in the keyring. A keyring
that would write plain files counts as none.
"""

from __future__ import annotations

import base64
import binascii
import os
import re
import secrets
import stat
from pathlib import Path

import keyring
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError

from reviewer.errors import KeyFileUnsafe, KeyMissing, StoreDamaged
from reviewer.store.connection import KEY_BYTES, Store, derive

SERVICE = "parvis"
KEY_FILE_VARIABLE = "PARVIS_KEY_FILE"

_DATABASE_KEY = "database key"
_HEX_KEY = re.compile(rb"[0-9a-fA-F]{64}\r?\n?")
_NONCE_BYTES = 12


def database_key() -> bytes:
    """The key of the store; one is made in the keyring at first use. Raises KeyMissing, KeyFileUnsafe."""
    if kept := _from_keyring(_DATABASE_KEY):
        return kept
    if KEY_FILE_VARIABLE in os.environ:
        return derive(_key_file(), "database")
    _to_keyring(_DATABASE_KEY, secrets.token_bytes(KEY_BYTES))
    # Read again: another window may have made one at the same moment, and the last one written is the one that counts.
    if kept := _from_keyring(_DATABASE_KEY):
        return kept
    raise KeyMissing(variable=KEY_FILE_VARIABLE)


def get_secret(store: Store, name: str) -> bytes | None:
    """A secret such as the portal token, from where the database key is kept."""
    if not _under_key_file():
        return _from_keyring(name)
    row = store.row("SELECT value FROM secret WHERE name = ?", _row(name))
    if row is None:
        return None
    sealed = row["value"]
    try:
        return AESGCM(_wrapping_key()).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], name.encode())
    except InvalidTag as error:
        raise StoreDamaged(path=store.path, detail="a secret does not open with this key file") from error


def set_secret(store: Store, name: str, value: bytes) -> None:
    """Keep a secret where the database key is kept: the keyring, or the store under the key file."""
    if not _under_key_file():
        _to_keyring(name, value)
        return
    nonce = secrets.token_bytes(_NONCE_BYTES)
    sealed = nonce + AESGCM(_wrapping_key()).encrypt(nonce, value, name.encode())
    store.replace("secret", {"name": _row(name), "value": sealed}, key="name")


def _under_key_file() -> bool:
    return KEY_FILE_VARIABLE in os.environ and _from_keyring(_DATABASE_KEY) is None


def _row(name: str) -> str:
    """Secrets of persons never meet the store's own rows."""
    return f"wrapped {name}"


def _wrapping_key() -> bytes:
    return derive(_key_file(), "secrets")


def _backend() -> KeyringBackend | None:
    """The keyring, if it is one that protects what it keeps."""
    backend = keyring.get_keyring()
    # Priorities below 1 are those of the backends that fail, forget, or write plain files (keyring's documentation).
    return backend if backend.priority >= 1 else None


def _from_keyring(name: str) -> bytes | None:
    backend = _backend()
    if backend is None:
        return None
    try:
        kept = backend.get_password(SERVICE, name)
    except KeyringError:
        # Locked, or nobody at the screen to unlock it: as if there were none.
        return None
    try:
        return base64.b64decode(kept, validate=True) if kept else None
    except binascii.Error as error:
        raise KeyMissing(variable=KEY_FILE_VARIABLE) from error


def _to_keyring(name: str, value: bytes) -> None:
    backend = _backend()
    if backend is None:
        raise KeyMissing(variable=KEY_FILE_VARIABLE)
    try:
        backend.set_password(SERVICE, name, base64.b64encode(value).decode())
    except KeyringError as error:
        raise KeyMissing(variable=KEY_FILE_VARIABLE) from error


def _key_file() -> bytes:
    """The 32 bytes of the key file. Raises KeyMissing, KeyFileUnsafe."""
    path = Path(os.environ[KEY_FILE_VARIABLE])
    try:
        mode = path.stat().st_mode
        content = path.read_bytes()
    except OSError as error:
        raise KeyMissing(variable=KEY_FILE_VARIABLE) from error
    if open_to_others(mode):
        raise KeyFileUnsafe(path=path, detail="mode")
    if not _HEX_KEY.fullmatch(content):
        raise KeyFileUnsafe(path=path, detail="form")
    return bytes.fromhex(content.decode("ascii"))


def open_to_others(mode: int, *, system: str = os.name) -> bool:
    """Whether a file of that mode is for more than its owner. Windows has no such bits: its profile folders do this."""
    return system == "posix" and bool(stat.S_IMODE(mode) & 0o077)
