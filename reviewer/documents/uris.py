# SPDX-License-Identifier: MIT
"""Addresses of links as a person reads them, and as a file holds them: without and with percent-encodings."""

from __future__ import annotations

from urllib.parse import quote, unquote

_ENCODED_AT_MOST = 8
_SIGNS = "%/:?#[]@!$&'()*+,;=~"
"""What an address is made of beside letters and digits; what is encoded already stays as it is."""


def unquoted(address: str) -> str:
    """An address with its percent-encodings undone, however often it was encoded."""
    for _ in range(_ENCODED_AT_MOST):
        plain = unquote(address)
        if plain == address:
            break
        address = plain
    return address


def in_ascii(address: str) -> str:
    """An address with what is not ASCII encoded, as RFC 3987 has it."""
    return quote(address, safe=_SIGNS)
