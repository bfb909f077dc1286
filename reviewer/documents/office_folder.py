# SPDX-License-Identifier: MIT
"""The folder in which LibreOffice works: private, gone afterwards, and swept at the next start after a crash.

It holds the text of a document for some seconds. It is memory-backed where the system has such a place; elsewhere the
blocks of a deleted file may stay on the disk until they are used again.
"""

from __future__ import annotations

import errno
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from xml.sax.saxutils import escape

from reviewer import paths
from reviewer.errors import NoSpace, NotWritable

PROFILE = "profile"
_PREFIX = "pages-"
_LOCK = "lock"
_STALE_AFTER = 3600.0
"""Seconds after which a folder is stale on a system that cannot tell whether somebody holds it."""

_SECURITY = "/org.openoffice.Office.Common/Security/Scripting"
_INTERNET = "/org.openoffice.Inet/Settings"
_SETTINGS = (
    (_SECURITY, "MacroSecurityLevel", "3"),
    (_SECURITY, "DisableMacrosExecution", "true"),
    (_SECURITY, "DisableActiveContent", "true"),
    (_SECURITY, "DisablePythonRuntime", "true"),
    (_SECURITY, "BlockUntrustedRefererLinks", "true"),
    (_SECURITY, "HyperlinksWithCtrlClick", "true"),
    (_INTERNET, "ooInetProxyType", "2"),
    (_INTERNET, "ooInetHTTPProxyName", "127.0.0.1"),
    (_INTERNET, "ooInetHTTPProxyPort", "9"),
    (_INTERNET, "ooInetHTTPSProxyName", "127.0.0.1"),
    (_INTERNET, "ooInetHTTPSProxyPort", "9"),
    (_INTERNET, "ooInetNoProxy", ""),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "2"),
    ("/org.openoffice.Office.Writer/Content/Update", "Field", "false"),
    ("/org.openoffice.Office.Common/Load", "UpdateDocMode", "0"),
    ("/org.openoffice.Office.Java/VirtualMachine", "Enable", "false"),
    ("/org.openoffice.Office.Recovery/AutoSave", "Enabled", "false"),
    ("/org.openoffice.Office.Common/Misc", "FirstRun", "false"),
    ("/org.openoffice.Office.Common/Misc", "CrashReport", "false"),
    ("/org.openoffice.Office.Common/Misc", "CollectUsageInformation", "false"),
    ("/org.openoffice.Office.Common/Misc", "UseLocking", "false"),
    ("/org.openoffice.Setup/Office", "ooSetupInstCompleted", "true"),
)
"""Path, name and value of each setting. 3: signed macros from trusted places only, of which there are none."""


@contextmanager
def private() -> Iterator[Path]:
    """A new folder that nobody else may enter; removed afterwards. Raises NotWritable, NoSpace."""
    root = paths.private_temp_root()
    try:
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=root))
        for name in ("home", "tmp", "out"):
            (folder / name).mkdir(mode=0o700)
        lock = (folder / _LOCK).open("wb")
    except OSError as error:
        raise NotWritable(path=root, detail=type(error).__name__) from error
    try:
        with lock:
            _lock(lock)
            yield folder
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise NoSpace(path=root) from error
        raise NotWritable(path=root, detail=type(error).__name__) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep() -> int:
    """Remove what an earlier process that died left behind; gives how many folders that was."""
    root = paths.private_temp_root()
    swept = 0
    for folder in root.glob(f"{_PREFIX}*") if root.is_dir() else ():
        if folder.is_dir() and not folder.is_symlink() and _abandoned(folder):
            shutil.rmtree(folder, ignore_errors=True)
            swept += not folder.exists()
    return swept


def write_profile(folder: Path) -> None:
    """LibreOffice's settings: no macro, no link, no Java, a proxy that leads nowhere."""
    place = folder / PROFILE / "user"
    place.mkdir(mode=0o700, parents=True)
    rows = "\n".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{escape(value)}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    (place / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
        f"{rows}\n</oor:items>\n",
        "utf-8",
    )


def _abandoned(folder: Path) -> bool:
    """Whether the process that made the folder is gone: it held a lock for as long as it lived."""
    try:
        if sys.platform == "win32":
            return time.time() - folder.stat().st_mtime > _STALE_AFTER
        with (folder / _LOCK).open("rb+") as lock:
            return _lock(lock)
    except FileNotFoundError:
        return folder.exists() and time.time() - folder.stat().st_mtime > _STALE_AFTER
    except OSError:
        return False


def _lock(file: IO[bytes]) -> bool:
    """Take the lock of a folder until the file is closed; False when somebody has it."""
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
