# SPDX-License-Identifier: MIT
"""Signing keys: only the passphrase opens them, and a signature fits one message and one key."""

from __future__ import annotations

import hashlib

import pytest

from reviewer.errors import SignatureInvalid, StoreDamaged, WeakPassphrase, WrongPassphrase
from reviewer.signoff import keys

PASSPHRASE = "été sur la parvis 42"
MESSAGE = b"seal"


@pytest.fixture(scope="module")
def made() -> tuple[bytes, str]:
    return keys.create(PASSPHRASE)


def test_a_signature_is_that_person_s(made: tuple[bytes, str]) -> None:
    wrapped, fingerprint = made
    public, value = keys.sign(wrapped, PASSPHRASE, MESSAGE)
    keys.verify(public, MESSAGE, value)
    assert keys.fingerprint(public) == fingerprint == hashlib.sha256(public).hexdigest()
    assert (len(public), len(value)) == (32, 64)


def test_a_signature_fits_nothing_else(made: tuple[bytes, str]) -> None:
    public, value = keys.sign(made[0], PASSPHRASE, MESSAGE)
    for bad in (
        (public, b"seaL", value),
        (public, MESSAGE, bytes(64)),
        (public, MESSAGE, value[:-1]),
        (public, MESSAGE, value + b"\0"),
        (public[:-1], MESSAGE, value),
        (bytes(32), MESSAGE, value),
    ):
        with pytest.raises(SignatureInvalid):
            keys.verify(*bad)


def test_accents_may_be_composed_either_way(made: tuple[bytes, str]) -> None:
    decomposed = PASSPHRASE.replace("é", "e\u0301")
    assert decomposed != PASSPHRASE
    assert keys.sign(made[0], decomposed, MESSAGE) == keys.sign(made[0], PASSPHRASE, MESSAGE)


@pytest.mark.parametrize("wrong", ["", "Été sur la parvis 42", PASSPHRASE + " "])
def test_another_passphrase_opens_nothing(made: tuple[bytes, str], wrong: str) -> None:
    with pytest.raises(WrongPassphrase) as caught:
        keys.sign(made[0], wrong, MESSAGE, person="Sam Whitlock")
    assert caught.value.facts == {"person": "Sam Whitlock"}
    assert caught.value.exit_code == 46


def test_nothing_of_the_key_or_the_passphrase_lies_open(made: tuple[bytes, str]) -> None:
    wrapped, _ = made
    other, _ = keys.create(PASSPHRASE)
    assert PASSPHRASE.encode() not in wrapped
    assert len(wrapped) == len(other) == 115
    # Salt, nonce, public key and secret differ; only the head of the format is the same.
    assert wrapped[:7] == other[:7] == b"PVK1\x11\x08\x01"
    assert wrapped[7:23] != other[7:23]
    assert wrapped[-48:] != other[-48:]


@pytest.mark.parametrize("place", [0, 3, 4, 5, 6])
def test_other_parameters_are_refused_before_any_work(made: tuple[bytes, str], place: int) -> None:
    altered = bytearray(made[0])
    altered[place] ^= 1
    with pytest.raises(StoreDamaged):
        keys.sign(bytes(altered), PASSPHRASE, MESSAGE)


@pytest.mark.parametrize("cut", [b"", b"PVK1", slice(None, -1)])
def test_a_cut_key_is_refused(made: tuple[bytes, str], cut: bytes | slice) -> None:
    wrapped = made[0][cut] if isinstance(cut, slice) else cut
    with pytest.raises(StoreDamaged):
        keys.sign(wrapped, PASSPHRASE, MESSAGE)


@pytest.mark.parametrize("place", [7, 23, 35, 67, 114])
def test_a_changed_byte_opens_nothing(made: tuple[bytes, str], place: int) -> None:
    altered = bytearray(made[0])
    altered[place] ^= 1
    with pytest.raises(WrongPassphrase):
        keys.sign(bytes(altered), PASSPHRASE, MESSAGE)


@pytest.mark.parametrize("short", ["", "eleven char", "e\u0301" * 11])
def test_a_short_passphrase_protects_nothing(short: str) -> None:
    with pytest.raises(WeakPassphrase) as caught:
        keys.create(short)
    assert caught.value.facts == {"minimum": 12}


def test_what_is_sealed_opens_with_its_passphrase_alone() -> None:
    sealed = keys.seal(b"what the office knows", PASSPHRASE, kind=b"kind-1")
    assert b"office" not in sealed
    assert keys.unseal(sealed, PASSPHRASE, kind=b"kind-1") == b"what the office knows"
    with pytest.raises(WrongPassphrase):
        keys.unseal(sealed[:-1] + bytes([sealed[-1] ^ 1]), PASSPHRASE, kind=b"kind-1")
    for other in (sealed[:20], b"", b"kind-2" + sealed[6:]):
        with pytest.raises(StoreDamaged):
            keys.unseal(other, PASSPHRASE, kind=b"kind-1")
    with pytest.raises(WeakPassphrase):
        keys.seal(b"", "short", kind=b"kind-1")
