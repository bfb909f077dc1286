# SPDX-License-Identifier: MIT
"""Files on disk, whole or not at all: written beside their place, flushed, then moved."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from reviewer.errors import DiskError, NoSpace, NotWritable, TargetExists

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_DENIED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_HALF = ".parvis-half-"
"""Begins the name of what is not finished; what a killed process left of it is wiped at the next write."""


def write_files(folder: Path, files: Mapping[str, bytes], *, replace_existing: bool = False) -> None:
    """Write files into a folder, all of them or none. Raises NoSpace, NotWritable, TargetExists, DiskError."""
    with translated(folder):
        folder.mkdir(parents=True, exist_ok=True)
        if not replace_existing:
            for name in files:
                if (folder / name).exists():
                    raise TargetExists(path=folder / name)
        halves: dict[Path, Path] = {}
        try:
            for name, content in files.items():
                half = folder / f"{_HALF}{secrets.token_hex(6)}"
                halves[half] = folder / name
                write_durably(half, content)
            for half, whole in halves.items():
                half.replace(whole)
            sync_folder(folder)
        finally:
            for half in halves:
                half.unlink(missing_ok=True)


@contextmanager
def new_folder(target: Path, *, private: bool = False) -> Iterator[Path]:
    """A folder to fill; it gets its name when the block ends well, and is gone when it does not.

    A private one is open to its owner alone.

    Raises TargetExists when the target is there already and not an empty folder, NoSpace, NotWritable, DiskError.
    """
    with translated(target):
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise TargetExists(path=target)
        target.parent.mkdir(parents=True, exist_ok=True)
        for left in target.parent.glob(f"{_HALF}{target.name[:40]}-*"):
            shutil.rmtree(left, ignore_errors=True)
        half = target.parent / f"{_HALF}{target.name[:40]}-{secrets.token_hex(6)}"
        half.mkdir(mode=0o700 if private else 0o755)
        try:
            yield half
            _sync_tree(half)
            with suppress(FileNotFoundError):
                target.rmdir()
            half.rename(target)
            sync_folder(target.parent)
        except BaseException:
            shutil.rmtree(half, ignore_errors=True)
            raise


def write_durably(path: Path, content: bytes) -> None:
    """Write a new file and flush it to the disk."""
    with path.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Flush the names in a folder, where the system can."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Say what the system says in our words."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise NoSpace(path=path) from error
        if error.errno in _DENIED:
            raise NotWritable(path=path) from error
        if error.errno in {errno.EEXIST, errno.ENOTDIR}:
            raise TargetExists(path=path) from error
        raise DiskError(
            path=path, detail=errno.errorcode.get(error.errno or 0, type(error).__name__)
        ) from error


def _sync_tree(folder: Path) -> None:
    for inside in sorted(folder.rglob("*")):
        if inside.is_file():
            with inside.open("rb") as stream:
                os.fsync(stream.fileno())
        else:
            sync_folder(inside)
    sync_folder(folder)
