# SPDX-License-Identifier: MIT
"""How much a reader accepts before it refuses: bombs are refused, not survived."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from reviewer.errors import DamagedFile, EncryptedFile, LimitExceeded

MAX_BYTES = 512 * 2**20
MAX_PAGES = 10_000
MAX_ZIP_ENTRIES = 20_000
MAX_ZIP_INFLATED = 500 * 10**6
MAX_ZIP_RATIO = 200
_SMALL_ENTRY = 2**20
"""Entries that inflate to less are not judged by their ratio: a blank style sheet compresses a thousandfold."""
_CHUNK = 2**20
_ENCRYPTED_FLAG = 0x1


def check(path: Path, limit: str, value: int, maximum: int) -> None:
    """Raise LimitExceeded when a measured value is above its maximum."""
    if value > maximum:
        raise LimitExceeded(path=path, limit=limit, value=value, maximum=maximum)


def check_zip(data: bytes, path: Path, *, inflated: int | None = None) -> zipfile.ZipFile:
    """Open a ZIP whose real, inflated content stays within the limits.

    The sizes in the directory are a claim of the file's author: each entry is inflated once, in chunks, and counted.
    Raises DamagedFile, EncryptedFile or LimitExceeded.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
        check(path, "zip_entries", len(entries), MAX_ZIP_ENTRIES)
        total = 0
        for entry in entries:
            total = _count(archive, entry, path, total, MAX_ZIP_INFLATED if inflated is None else inflated)
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
    ) as error:
        raise DamagedFile(path=path, detail="zip") from error
    except Exception as error:  # zlib.error and lzma errors share no base class
        if type(error).__module__ in {"zlib", "_lzma", "lzma"}:
            raise DamagedFile(path=path, detail="zip") from error
        raise
    return archive


def _count(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path, total: int, most: int) -> int:
    if entry.flag_bits & _ENCRYPTED_FLAG:
        raise EncryptedFile(path=path)
    size = 0
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            check(path, "zip_inflated", total + size, most)
            if size > _SMALL_ENTRY:
                check(path, "zip_ratio", size // max(entry.compress_size, 1), MAX_ZIP_RATIO)
    return total + size
