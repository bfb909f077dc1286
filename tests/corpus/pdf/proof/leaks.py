# SPDX-License-Identifier: MIT
"""The search of a copy for what was withheld: by three readers, in every string, stream and font map, in the bytes."""

from __future__ import annotations

import base64
import contextlib
import io
import re
import shutil
import subprocess
import unicodedata
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote, unquote

import pikepdf
import pypdfium2
from pdfminer.high_level import extract_text
from pdfminer.layout import LAParams

from tests.corpus.pdf.proof.maps import decoded_strings

LABELS = re.compile(r"\[\s*(?:s\.|par\.|art\.|al\.)\s*[^\]]{1,40}\]|\[(?:withheld|caviardé)\]")
_WALL = "界"
"""A label separates: what stands at its two sides is no name."""
_SHORT = 3
"""So few bytes stand anywhere by chance."""
_CODINGS = ("utf-8", "utf-16-be", "utf-16-le", "cp1252", "mac-roman", "cp850")
_DEEP = 40


def fold(text: str) -> str:
    """Letters and digits alone, in one case, without accents."""
    return "".join(each for each in unicodedata.normalize("NFKD", text).casefold() if each.isalnum())


def _walled(text: str) -> str:
    return fold(LABELS.sub(_WALL, text))


def readings(data: bytes) -> Mapping[str, str]:
    """What each reader extracts, folded; labels are walls."""
    found = {
        "pdfium": _pdfium(data),
        "pdfminer": _miner(data, None),
        "pdfminer by columns": _miner(data, 0.5),
    }
    if program := shutil.which("pdftotext"):
        for mode in ("-raw", "-layout"):
            found[f"poppler {mode}"] = _poppler(program, mode, data)
    return {name: _walled(text) for name, text in found.items()}


def without(words: str, read: Mapping[str, str]) -> list[str]:
    """The readers that do not find words that must be there; one way of reading of each program is enough."""
    needle = fold(words)
    families = {name.split()[0] for name in read}
    seen = {name.split()[0] for name, text in read.items() if needle in text}
    return sorted(families - seen)


def leaks(data: bytes, read: Mapping[str, str], secrets: Sequence[str]) -> list[str]:
    """Every place of a copy where a secret can still be read; empty when there is none."""
    views, texts = list(_views(data)), list(_texts(data))
    found: set[str] = set()
    for number, secret in enumerate(secrets):
        needle, raws = fold(secret), set(_raw_forms(secret))
        found.update(f"{name}, secret {number}" for name, text in read.items() if needle in text)
        found.update(
            f"{name}, secret {number}" for name, text in texts if needle in text or needle in text[::-1]
        )
        found.update(f"{name}, secret {number}" for name, view in views if any(raw in view for raw in raws))
    return sorted(found)


def _pdfium(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        pieces = []
        for page in document:
            text = page.get_textpage()
            pieces.append(text.get_text_bounded())
            text.close()
            page.close()
        return "\n".join(pieces)
    finally:
        document.close()


def _miner(data: bytes, flow: float | None) -> str:
    return extract_text(
        io.BytesIO(data), laparams=LAParams(boxes_flow=flow, all_texts=True, detect_vertical=True)
    )


def _poppler(program: str, mode: str, data: bytes) -> str:
    done = subprocess.run([program, mode, "-", "-"], input=data, capture_output=True, check=True, timeout=60)
    return done.stdout.decode("utf-8", "replace")


def _raw_forms(secret: str) -> Iterator[bytes]:
    """The secret as bytes, in small letters: in several codings, composed or not, as escapes, in base64."""
    for text in {secret, unicodedata.normalize("NFD", secret), secret.upper(), secret.replace(" ", "")}:
        forms = [text.encode(coding, "ignore") for coding in _CODINGS]
        forms += [quote(text).encode(), "".join(f"&#{ord(each)};" for each in text).encode()]
        forms += [each.hex().encode() for each in forms[:5]]
        forms += ["".join(f"\\{byte:03o}" for byte in text.encode("cp1252", "ignore")).encode()]
        yield from (form.lower() for form in forms if len(form) > _SHORT)


def _views(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The bytes of the file, of every stream, and of whatever inflates or is base64 in them, in small letters."""
    yield "bytes of the file", data.lower()
    for match in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", data):
        with contextlib.suppress(zlib.error):
            yield (
                f"inflated at {match.start()}",
                zlib.decompressobj().decompress(data[match.start() :]).lower(),
            )
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number, obj in enumerate(pdf.objects, 1):
            if isinstance(obj, pikepdf.Stream):
                yield from _of_stream(f"stream {number}", obj)


def _of_stream(name: str, obj: Any) -> Iterator[tuple[str, bytes]]:
    yield f"{name} as written", obj.read_raw_bytes().lower()
    try:
        content = obj.read_bytes()
    except pikepdf.PdfError:
        return
    yield name, content.lower()
    for match in re.finditer(rb"[A-Za-z0-9+/]{12,}={0,2}", content):
        with contextlib.suppress(ValueError):
            yield f"{name} in base64", base64.b64decode(match[0] + b"==").lower()


def _texts(data: bytes) -> Iterator[tuple[str, str]]:
    """Every string, name and key of the file, alone and one after another, and content read through every font."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number, obj in enumerate([pdf.trailer, *pdf.objects]):
            values = list(strings(obj))
            for value in values:
                yield f"object {number}", _walled(unquote(value))
            yield f"object {number}, joined", _walled(_WALL.join(values)).replace(fold(_WALL), "")
        for number, text in enumerate(decoded_strings(pdf)):
            yield f"content through fonts {number}", _walled(text)


def strings(obj: Any, depth: int = 0) -> Iterator[str]:
    """The strings, names and keys of one object, not of those that it refers to."""
    if depth > _DEEP:
        return
    if isinstance(obj, pikepdf.String):
        raw = bytes(obj)
        yield from dict.fromkeys((str(obj), raw.decode("latin-1"), raw.decode("utf-8", "replace")))
    elif isinstance(obj, pikepdf.Name):
        yield str(obj)
    elif isinstance(obj, pikepdf.Dictionary | pikepdf.Stream):
        for key, value in obj.items():
            yield key
            if not getattr(value, "is_indirect", False):
                yield from strings(value, depth + 1)
    elif isinstance(obj, pikepdf.Array):
        for value in obj:
            if not getattr(value, "is_indirect", False):
                yield from strings(value, depth + 1)
