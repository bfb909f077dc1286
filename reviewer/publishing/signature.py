# SPDX-License-Identifier: MIT
"""`release.sig`: name, size and SHA-256 of every other file of a release folder, signed; and the proof of a folder.

BagIt alone notices neither every changed byte of a tag file nor files that were added. What this does not guarantee:
that the signer is who the reader thinks; give the signer's fingerprint, obtained elsewhere, to prove the origin.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from reviewer.errors import ReleaseAltered, SignatureInvalid, UnreadableFile

NAME = "release.sig"
_PREFIX = b"parvis-release-1\n"
_FORMAT = "parvis-release-1"
_KEYS = {"format", "made", "files", "public_key", "signature"}
_MAX_BYTES = 16 * 2**20
_CHUNK = 2**20
_SHOWN = 10


class _Kind(StrEnum):
    """What stands under a name; all but a file is a fault."""

    FILE = "file"
    LINK = "link"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class ReleaseCheck:
    """What a proof found: how many files, who signed (SHA-256 of the raw public key, hex), when it says it was made."""

    files: int
    fingerprint: str
    made: str


def make(folder: Path, sign: Callable[[bytes], tuple[bytes, bytes]], made: dt.datetime) -> bytes:
    """The bytes of release.sig for a folder as it stands."""
    content: dict[str, Any] = {
        "format": _FORMAT,
        "made": made.isoformat(timespec="seconds"),
        "files": [_row(folder, path) for path in _files(folder)],
    }
    public, value = sign(_PREFIX + rfc8785.dumps(content))
    return rfc8785.dumps({**content, "public_key": public.hex(), "signature": value.hex()})


def verify_release(folder: Path, *, signer: str | None = None) -> ReleaseCheck:
    """Prove that a folder holds exactly what was signed, byte for byte; with `signer`, also by whom.

    Needs no store and no key. Raises UnreadableFile, SignatureInvalid, ReleaseAltered.
    """
    content = _parse(folder)
    fingerprint = _check_signature(folder, content)
    if signer is not None and "".join(signer.split()).lower().replace(":", "") != fingerprint:
        raise SignatureInvalid(path=folder, detail="signer")
    try:
        faults = tuple(_compare(folder, content["files"]))
    except OSError as error:
        raise UnreadableFile(path=folder, detail=type(error).__name__) from error
    if faults:
        raise ReleaseAltered(path=folder, files=faults[:_SHOWN])
    return ReleaseCheck(len(content["files"]), fingerprint, content["made"])


def _parse(folder: Path) -> dict[str, Any]:
    path = folder / NAME
    if not folder.is_dir():
        raise UnreadableFile(path=folder, detail="no folder")
    try:
        if path.is_symlink() or not path.is_file():
            raise SignatureInvalid(path=folder, detail="no signature")
        if path.stat().st_size > _MAX_BYTES:
            raise SignatureInvalid(path=folder, detail="size")
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(path=path, detail=type(error).__name__) from error
    try:
        content = json.loads(data)
        canonical = rfc8785.dumps(content)
    except (ValueError, RecursionError) as error:
        raise SignatureInvalid(path=folder, detail="form") from error
    # Strictly canonical: no other bytes may say the same, so that not one byte can change unnoticed.
    if canonical != data or not _well_formed(content):
        raise SignatureInvalid(path=folder, detail="form")
    return dict(content)


def _well_formed(content: object) -> bool:
    if not isinstance(content, dict) or set(content) != _KEYS or content["format"] != _FORMAT:
        return False
    keys = (content["public_key"], content["signature"])
    rows = content["files"]
    if not all(isinstance(key, str) for key in keys) or not isinstance(rows, list):
        return False
    return _is_time(content["made"]) and all(map(_is_row, rows))


def _is_time(untrusted: object) -> bool:
    """Whether it is the one form that `make` writes; it is shown to people."""
    try:
        return (
            isinstance(untrusted, str)
            and untrusted.isascii()
            and dt.datetime.fromisoformat(untrusted).isoformat(timespec="seconds") == untrusted
        )
    except ValueError:
        return False


def _is_row(untrusted: object) -> bool:
    return (
        isinstance(untrusted, dict)
        and set(untrusted) == {"name", "size", "sha256"}
        and isinstance(untrusted["name"], str)
        and type(untrusted["size"]) is int
        and isinstance(untrusted["sha256"], str)
    )


def _check_signature(folder: Path, content: dict[str, Any]) -> str:
    signed = {key: content[key] for key in ("format", "made", "files")}
    try:
        public = bytes.fromhex(content["public_key"])
        value = bytes.fromhex(content["signature"])
        if public.hex() != content["public_key"] or value.hex() != content["signature"]:
            raise SignatureInvalid(path=folder, detail="form")
        Ed25519PublicKey.from_public_bytes(public).verify(value, _PREFIX + rfc8785.dumps(signed))
    except (ValueError, InvalidSignature) as error:
        raise SignatureInvalid(path=folder, detail="signature") from error
    return hashlib.sha256(public).hexdigest()


def _compare(folder: Path, rows: list[dict[str, Any]]) -> Iterator[str]:
    """Every difference between the folder and the signed list, as `name: what`."""
    signed = {row["name"]: row for row in rows}
    if len(signed) != len(rows):
        yield f"{NAME}: double"
    folders = {parent for name in signed for parent in _parents(name)}
    found: dict[str, Path] = {}
    for name, path, kind in _entries(folder, folders):
        if kind is _Kind.FILE:
            found[name] = path
        else:
            yield f"{_shown(name)}: {kind}"
    yield from (f"{_shown(name)}: missing" for name in signed if name not in found)
    yield from (f"{_shown(name)}: added" for name in found if name not in signed)
    for name in sorted(signed.keys() & found.keys()):
        # The size first: a file grown without end is not read to its end.
        if found[name].stat().st_size != signed[name]["size"] or _row(folder, found[name]) != signed[name]:
            yield f"{_shown(name)}: changed"


def _entries(folder: Path, folders: set[str]) -> Iterator[tuple[str, Path, _Kind]]:
    """What stands in the folder but release.sig; a folder that no signed name is in is told, not entered."""
    waiting = [""]
    while waiting:
        above = waiting.pop()
        with os.scandir(folder / above) as listed:
            entries = sorted(listed, key=lambda entry: entry.name)
        for entry in entries:
            name = f"{above}/{entry.name}" if above else entry.name
            if entry.is_dir(follow_symlinks=False):
                if name in folders:
                    waiting.append(name)
                else:
                    yield name, folder / name, _Kind.ADDED
            elif not entry.is_file(follow_symlinks=False):
                yield name, folder / name, _Kind.LINK
            elif name != NAME:
                yield name, folder / name, _Kind.FILE


def _parents(name: str) -> Iterator[str]:
    parts = name.split("/")
    return ("/".join(parts[:count]) for count in range(1, len(parts)))


def _files(folder: Path) -> list[Path]:
    inside = (path for path in folder.rglob("*") if path.is_file() and path != folder / NAME)
    return sorted(inside, key=lambda path: path.relative_to(folder).as_posix())


def _row(folder: Path, path: Path) -> dict[str, str | int]:
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return {"name": path.relative_to(folder).as_posix(), "size": size, "sha256": digest.hexdigest()}


def _shown(untrusted_name: str) -> str:
    return "".join(each if unicodedata.category(each)[0] != "C" else "?" for each in untrusted_name)
