# SPDX-License-Identifier: MIT
"""The cheap disguises of a text: percent signs, entities, escapes, quoted-printable, base64, hexadecimal, reversal."""

from __future__ import annotations

import base64
import binascii
import html
import quopri
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from urllib.parse import unquote

from reviewer.verification.surface import Depth, Surface

_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_ENTITY = re.compile(r"&#?\w{2,8};")
_ESCAPE = re.compile(r"\\u\{?([0-9A-Fa-f]{4,6})\}?|\\x([0-9A-Fa-f]{2})")
_QUOTED = re.compile(r"=[0-9A-F]{2}")
_UTF_7 = re.compile(r"\+[A-Za-z0-9+/]{2,}-?")
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{8,}")
_HEX = re.compile(r"(?:[0-9A-Fa-f]{2}[\s:-]?){5,}")
_TAGS = re.compile("[\U000e0020-\U000e007e]")
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]{3,}")
_SYMBOLS = re.compile("[\uf020-\uf07e]")
_OVERRIDDEN = re.compile("\u202e([^\u202c\n]*)")
_SPACES = re.compile(r"\s+")


_LAYERS = 3

NOISY = ("~base64", "~hex", "~reversed")
"""Views in which a few letters come together by chance."""


def decoded(surface: Surface) -> Iterator[Surface]:
    """The surface under each disguise that it could wear. Each counts for itself, as another reader's view."""
    if surface.depth >= Depth.STREAM:
        return
    for name, pattern, undo in _WHOLE:
        if pattern.search(surface.text):
            yield replace(surface, reader=f"{surface.reader}~{name}", text=_undone(surface.text, undo))
    for name, pieces in (("base64", _from_base64(surface.text)), ("hex", _from_hex(surface.text))):
        for piece in pieces:
            # Nobody discloses by base64: such a text stands outside all stories.
            yield replace(surface, reader=f"{surface.reader}~{name}", text=piece, kinds=())


def _undone(text: str, undo: Callable[[str], str]) -> str:
    """A disguise may be worn over itself."""
    for _ in range(_LAYERS):
        text = undo(text)
    return text


def reversed_text(surface: Surface) -> Surface:
    """The surface read from its end."""
    return replace(surface, reader=f"{surface.reader}~reversed", text=surface.text[::-1])


def _unescape(text: str) -> str:
    return _ESCAPE.sub(_escaped_character, text)


def _escaped_character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= 0x10FFFF else match[0]


def _show_tags(text: str) -> str:
    """Tag characters are invisible and spell plain ASCII."""
    return _TAGS.sub(lambda match: chr(ord(match[0]) - 0xE0000), text)


def _from_selectors(text: str) -> str:
    """Variation selectors are invisible, and there is one for each byte."""
    return _SELECTORS.sub(lambda match: f"\n{_bytes_of(match[0]).decode('utf-8', 'replace')}\n", text)


def _bytes_of(selectors: str) -> bytes:
    codes = map(ord, selectors)
    return bytes(code - 0xFE00 if code < 0xFE10 else code - 0xE0100 + 16 for code in codes)


def _show_symbols(text: str) -> str:
    """The letters of a symbol font, which lie at F000 above the plain ones."""
    return _SYMBOLS.sub(lambda match: chr(ord(match[0]) - 0xF000), text)


def _turn_overridden(text: str) -> str:
    """What stands after a right-to-left override is read from its end, the rest of the line is not."""
    return _OVERRIDDEN.sub(lambda match: match[1][::-1], text)


def _from_utf_7(text: str) -> str:
    return _UTF_7.sub(lambda match: match[0].encode("ascii").decode("utf-7", "ignore") or match[0], text)


def _unquote_printable(text: str) -> str:
    return quopri.decodestring(text.encode("utf-8")).decode("utf-8", "replace")


_WHOLE: tuple[tuple[str, re.Pattern[str], Callable[[str], str]], ...] = (
    ("percent", _PERCENT, unquote),
    ("entity", _ENTITY, html.unescape),
    ("escape", _ESCAPE, _unescape),
    ("quoted", _QUOTED, _unquote_printable),
    ("utf-7", _UTF_7, _from_utf_7),
    ("tags", _TAGS, _show_tags),
    ("selectors", _SELECTORS, _from_selectors),
    ("symbols", _SYMBOLS, _show_symbols),
    ("override", _OVERRIDDEN, _turn_overridden),
)


def _from_base64(text: str) -> Iterator[str]:
    """Runs of base64, also those broken over lines."""
    candidates = _BASE64.findall(text)
    if len(candidates) > 1:
        candidates.extend(_BASE64.findall(_SPACES.sub("", text)))
    for run in dict.fromkeys(candidates):
        yield from _unpacked(run)


@lru_cache(maxsize=4096)
def _unpacked(run: str) -> tuple[str, ...]:
    """One run undone. Nearly every long word looks like one, and every reader brings the same words again."""
    plain = run.replace("-", "+").replace("_", "/")
    usable = plain[: len(plain) - (len(plain) % 4 == 1)]
    return tuple(_readable(base64.b64decode(usable + "=" * (-len(usable) % 4))))


def _from_hex(text: str) -> Iterator[str]:
    for match in _HEX.finditer(text):
        digits = re.sub(r"[^0-9A-Fa-f]", "", match[0])
        yield from _readable(binascii.unhexlify(digits[: len(digits) & ~1]))


_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "latin-1")


def _readable(data: bytes) -> Iterator[str]:
    """The bytes as text, when they are one: most words that look like base64 decode to noise."""
    for encoding in _ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if sum(each.isalnum() or each.isspace() for each in text) >= 0.7 * len(text) and _is_latin(text):
            yield text
            return


def _is_latin(text: str) -> bool:
    return all(ord(each) < 0x250 or not each.isalnum() for each in text)
