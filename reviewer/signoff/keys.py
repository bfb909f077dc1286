# SPDX-License-Identifier: MIT
"""Signing keys: Ed25519, each wrapped by its owner's passphrase, so that one account cannot be two persons.

The wrapping is scrypt, then AES-256-GCM. Not guaranteed: a passphrase that can be guessed protects nothing, and a
program that runs in the owner's account while the passphrase is typed can read it.
"""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from reviewer.errors import SignatureInvalid, StoreDamaged, WeakPassphrase, WrongPassphrase

SHORTEST_PASSPHRASE = 12

# scrypt at 128 MiB: OWASP's first recommendation for it (Password Storage Cheat Sheet).
_LOG2_N, _R, _P = 17, 8, 1
_MAGIC = b"PVK1"
_SALT, _NONCE, _KEY, _TAG = 16, 12, 32, 16
_WRAPPED_BYTES = len(_MAGIC) + 3 + _SALT + _NONCE + _KEY + _KEY + _TAG


@dataclass(frozen=True, slots=True)
class _Wrapped:
    """The parts of a wrapped key; `head` is all that is authenticated beside the secret."""

    head: bytes
    salt: bytes
    nonce: bytes
    sealed: bytes


def create(passphrase: str) -> tuple[bytes, str]:
    """A new key, wrapped, and its fingerprint. Raises WeakPassphrase."""
    key = Ed25519PrivateKey.generate()
    return _wrap(key, passphrase), fingerprint(key.public_key().public_bytes_raw())


def sign(
    wrapped: bytes, passphrase: str, message: bytes, *, person: str | None = None
) -> tuple[bytes, bytes]:
    """Public key and signature of a message. Raises WrongPassphrase, StoreDamaged."""
    key = _unwrap(wrapped, passphrase, person)
    return key.public_key().public_bytes_raw(), key.sign(message)


def seal(content: bytes, passphrase: str, *, kind: bytes) -> bytes:
    """What is carried under a passphrase; `kind` begins it and is proved with it. Raises WeakPassphrase."""
    _check_length(passphrase)
    salt, nonce = secrets.token_bytes(_SALT), secrets.token_bytes(_NONCE)
    head = kind + bytes((_LOG2_N, _R, _P)) + salt + nonce
    return head + AESGCM(_stretched(passphrase, salt)).encrypt(nonce, content, head)


def unseal(sealed: bytes, passphrase: str, *, kind: bytes) -> bytes:
    """What was sealed. Raises WrongPassphrase, also for what is damaged, StoreDamaged for what is of another kind."""
    start = kind + bytes((_LOG2_N, _R, _P))
    salt_at, head = len(start), sealed[: len(start) + _SALT + _NONCE]
    if not sealed.startswith(start) or len(sealed) < len(head) + _TAG:
        raise StoreDamaged(detail="sealed file")
    salt, nonce = head[salt_at : salt_at + _SALT], head[salt_at + _SALT :]
    try:
        return AESGCM(_stretched(passphrase, salt)).decrypt(nonce, sealed[len(head) :], head)
    except InvalidTag as error:
        raise WrongPassphrase(person=None) from error


def verify(public: bytes, message: bytes, value: bytes) -> None:
    """Raise SignatureInvalid unless the signature of the message is by that key."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(value, message)
    except (InvalidSignature, ValueError) as error:
        raise SignatureInvalid(detail=type(error).__name__) from error


def fingerprint(public: bytes) -> str:
    """SHA-256 (hex) of a public key: what persons compare."""
    return hashlib.sha256(public).hexdigest()


def _wrap(key: Ed25519PrivateKey, passphrase: str) -> bytes:
    _check_length(passphrase)
    salt, nonce = secrets.token_bytes(_SALT), secrets.token_bytes(_NONCE)
    head = _MAGIC + bytes((_LOG2_N, _R, _P)) + salt + nonce + key.public_key().public_bytes_raw()
    return head + AESGCM(_stretched(passphrase, salt)).encrypt(nonce, key.private_bytes_raw(), head)


def _check_length(passphrase: str) -> None:
    if len(_typed(passphrase)) < SHORTEST_PASSPHRASE:
        raise WeakPassphrase(minimum=SHORTEST_PASSPHRASE)


def _unwrap(wrapped: bytes, passphrase: str, person: str | None) -> Ed25519PrivateKey:
    parts = _parse(wrapped)
    try:
        raw = AESGCM(_stretched(passphrase, parts.salt)).decrypt(parts.nonce, parts.sealed, parts.head)
    except InvalidTag as error:
        raise WrongPassphrase(person=person) from error
    return Ed25519PrivateKey.from_private_bytes(raw)


def _parse(wrapped: bytes) -> _Wrapped:
    """Take a wrapped key apart; only the parameters that this version writes are accepted."""
    if len(wrapped) != _WRAPPED_BYTES or not wrapped.startswith(_MAGIC + bytes((_LOG2_N, _R, _P))):
        raise StoreDamaged(detail="signing key")
    salt_at = len(_MAGIC) + 3
    nonce_at = salt_at + _SALT
    public_at = nonce_at + _NONCE
    sealed_at = public_at + _KEY
    return _Wrapped(
        head=wrapped[:sealed_at],
        salt=wrapped[salt_at:nonce_at],
        nonce=wrapped[nonce_at:public_at],
        sealed=wrapped[sealed_at:],
    )


def _stretched(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=_KEY, n=1 << _LOG2_N, r=_R, p=_P).derive(_typed(passphrase).encode())


def _typed(passphrase: str) -> str:
    """The same for the same keys pressed: systems compose accents differently."""
    return unicodedata.normalize("NFKC", passphrase)
