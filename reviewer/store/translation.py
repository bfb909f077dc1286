# SPDX-License-Identifier: MIT
"""The one place where what SQLCipher and the disk say becomes an error of ours.

`sqlcipher3`'s errors are not `sqlite3.Error`. Only the code and the library's own message are kept: neither ever
holds a value of a row.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2

from reviewer.errors import (
    DiskError,
    NoSpace,
    NotWritable,
    ReviewerError,
    StoreDamaged,
    StoreError,
    StoreLocked,
)

# Primary result codes, https://sqlite.org/rescode.html (the low byte of an extended code).
_KINDS: dict[int, type[ReviewerError]] = {
    3: NotWritable,  # SQLITE_PERM
    5: StoreLocked,  # SQLITE_BUSY
    6: StoreLocked,  # SQLITE_LOCKED
    8: NotWritable,  # SQLITE_READONLY
    10: DiskError,  # SQLITE_IOERR
    11: StoreDamaged,  # SQLITE_CORRUPT
    13: NoSpace,  # SQLITE_FULL
    14: NotWritable,  # SQLITE_CANTOPEN
    26: StoreDamaged,  # SQLITE_NOTADB: at opening, `connection` tells a wrong key apart
}
_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_READ_ONLY = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST, errno.EISDIR})


@contextmanager
def translated(path: Path | None) -> Iterator[None]:
    """Raise our errors for the database's."""
    try:
        yield
    except dbapi2.Error as error:
        raise from_database(error, path) from error


def from_database(error: Exception, path: Path | None) -> ReviewerError:
    """Our error for one of SQLCipher's."""
    code = getattr(error, "sqlite_errorcode", None)
    kind = _KINDS.get((code or 0) & 0xFF, StoreError)
    return kind(path=path, detail=f"{type(error).__name__}: {error}")


def from_system(error: OSError, path: Path) -> ReviewerError:
    """Our error for the operating system's."""
    detail = error.strerror or type(error).__name__
    if error.errno in _NO_SPACE:
        return NoSpace(path=path, detail=detail)
    if error.errno in _READ_ONLY:
        return NotWritable(path=path, detail=detail)
    return DiskError(path=path, detail=detail)
