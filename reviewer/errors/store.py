# SPDX-License-Identifier: MIT
"""The encrypted store and its keys."""

from __future__ import annotations

from reviewer.errors.base import ReviewerError


class StoreError(ReviewerError):
    """The encrypted store or a key."""

    exit_code = 40


class StoreLocked(StoreError):
    """Another window or command holds the store. Facts: path."""

    exit_code = 41


class WrongKey(StoreError):
    """The key does not open the store. Facts: path."""

    exit_code = 42


class KeyMissing(StoreError):
    """No keyring and no key file. Facts: variable."""

    exit_code = 43


class JournalAltered(StoreError):
    """The chain of the journal is broken. Facts: entry."""

    exit_code = 44


class StoreDamaged(StoreError):
    """The store is not readable as a store. Facts: path, detail."""

    exit_code = 45


class WrongPassphrase(StoreError):
    """The passphrase does not open the person's signing key. Facts: person."""

    exit_code = 46


class StoreTooNew(StoreError):
    """A newer Parvis wrote this store. Facts: path, migration."""

    exit_code = 47


class MemoryFileInvalid(StoreError):
    """Not an exported office memory, or the passphrase does not open it. Facts: path, detail."""

    exit_code = 49


class KeyFileUnsafe(StoreError):
    """The key file is readable by others or not 64 hex digits. Facts: path, detail."""

    exit_code = 48
