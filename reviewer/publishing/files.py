# SPDX-License-Identifier: MIT
"""Files on disk, whole or not at all: written beside their place, flushed, then moved."""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from reviewer.errors import DiskError, NoSpace, NotWritable, TargetExists

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_DENIED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_TAKEN = frozenset({errno.EEXIST, errno.ENOTDIR, errno.EISDIR, errno.ENOTEMPTY})
_HALF = ".parvis-half-"
"""Begins the name of what is not finished; what a killed process left of it is wiped at the next write."""


def write_files(folder: Path, files: Mapping[str, bytes], *, replace_existing: bool = False) -> None:
    """Write files into a folder, all of them or none; on an error the files that were there are there again.

    Raises NoSpace, NotWritable, TargetExists, DiskError.
    """
    with translated(folder):
        folder.mkdir(parents=True, exist_ok=True)
        targets = [folder / name for name in files]
        if not replace_existing:
            for target in targets:
                if target.exists() or target.is_symlink():
                    raise TargetExists(path=target)
        halves: list[Path] = []
        try:
            for target, content in zip(targets, files.values(), strict=True):
                _wipe(target)
                halves.append(_half(target))
                write_durably(halves[-1], content)
            _move(halves, targets)
            sync_folder(folder)
        finally:
            for half in halves:
                half.unlink(missing_ok=True)


def _move(halves: list[Path], targets: list[Path]) -> None:
    """Give finished files their names; when one does not take it, put back what was there before."""
    before: dict[Path, Path | None] = {}
    try:
        for half, target in zip(halves, targets, strict=True):
            kept = _half(target) if target.is_file() else None
            if kept is not None:
                shutil.copyfile(target, kept)  # a copy: a killed process must not take the earlier file along
            before[target] = kept
            half.replace(target)
    except OSError:
        for target, kept in before.items():
            with suppress(OSError):
                if kept is not None:
                    kept.replace(target)
                elif target.is_file():
                    target.unlink()
        raise
    for kept in before.values():
        if kept is not None:
            kept.unlink(missing_ok=True)


@contextmanager
def new_folder(target: Path, *, private: bool = False) -> Iterator[Path]:
    """A folder to fill; it gets its name when the block ends well, and is gone when it does not.

    A private one is open to its owner alone. Raises TargetExists when the target is there already and not an empty
    folder, NoSpace, NotWritable, DiskError.
    """
    with translated(target):
        if target.is_symlink() or (target.exists() and (not target.is_dir() or any(target.iterdir()))):
            raise TargetExists(path=target)
        target.parent.mkdir(parents=True, exist_ok=True)
        _wipe(target)
        half = _half(target)
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


def remove_folder(target: Path) -> None:
    """Remove a folder: a process killed meanwhile leaves it whole, or gone with a rest that the next write wipes.

    Raises NotWritable, DiskError.
    """
    with translated(target):
        half = _half(target)
        target.rename(half)
        shutil.rmtree(half)


def _half(target: Path) -> Path:
    """A free name beside a target."""
    return target.parent / f"{_prefix(target)}{secrets.token_hex(6)}"


def _wipe(target: Path) -> None:
    """Remove what an earlier, killed write of the same target left."""
    for left in target.parent.glob(f"{_prefix(target)}*"):
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def _prefix(target: Path) -> str:
    # A digest: the name may be long, hold signs that a pattern understands, or be the beginning of another's.
    return f"{_HALF}{hashlib.sha256(os.fsencode(target.name)).hexdigest()[:16]}-"


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
        if error.errno in _TAKEN:
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
