# SPDX-License-Identifier: MIT
"""Keyed hashes: what stands for a text where the text itself must not be.

Names are guessable, so a salted hash is not enough: without the store's key nobody can try one.
"""

from __future__ import annotations

import hmac

from reviewer.store import codec
from reviewer.store.connection import Store


def keyed(store: Store, text: str) -> str:
    """HMAC-SHA256 (hex) of a text under this store's key."""
    return hmac.digest(store.derive("text hmac"), codec.text(text), "sha256").hex()
