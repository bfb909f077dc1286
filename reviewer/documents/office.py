# SPDX-License-Identifier: MIT
"""Runs LibreOffice, when it is on the machine, to draw a working copy as PDF: private, without network, within limits.

It does not make LibreOffice safe: what it is given must hold no macro, no link and no object (see `docx.working_copy`).
Where the system allows it the process has no network at all; elsewhere its settings and a dead proxy stand in the way.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from functools import cache
from pathlib import Path

from reviewer.documents import office_folder
from reviewer.errors import OfficeFailed, OfficeMissing, OfficeTimeout
from reviewer.progress import Progress, Report, Stage, silent

SECONDS = 60.0
SECONDS_A_PAGE = 0.3
MEMORY = 4 * 2**30
"""Address space: LibreOffice maps about half of it before it reads a file."""
MAX_PDF_BYTES = 512 * 2**20
_TICK = 0.1
_NOWHERE = "http://127.0.0.1:9"
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
_OPTIONS = {
    "ExportBookmarksToPDFDestination": ("boolean", "true"),
    "ExportBookmarks": ("boolean", "false"),
    "ExportNotes": ("boolean", "false"),
    "ExportFormFields": ("boolean", "false"),
    "UseTaggedPDF": ("boolean", "false"),
    "Quality": ("long", "85"),
    "MaxImageResolution": ("long", "150"),
    "ReduceImageResolution": ("boolean", "true"),
}


def program() -> str | None:
    """Where LibreOffice is on this machine; None when it is not."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _USUAL_PLACES if Path(place).is_file()), None)


def to_pdf(docx: bytes, *, pages: int, report: Report = silent, seconds: float | None = None) -> bytes:
    """The PDF that LibreOffice makes of a Word document, with a named destination for each bookmark.

    `pages` is a guess, for the time limit. Nothing is left on disk, whatever happens. Raises OfficeMissing,
    OfficeTimeout, OfficeFailed, and Cancelled when `report` says so.
    """
    office = program()
    if office is None:
        raise OfficeMissing
    limit = SECONDS + SECONDS_A_PAGE * pages if seconds is None else seconds
    with office_folder.private() as folder:
        office_folder.write_profile(folder)
        source = folder / "copy.docx"
        source.write_bytes(docx)
        _run([*apart(), office, *_arguments(folder, source)], folder, limit, report)
        return _result(folder / "out" / "copy.pdf")


def _arguments(folder: Path, source: Path) -> list[str]:
    options = {name: {"type": kind, "value": value} for name, (kind, value) in _OPTIONS.items()}
    return [
        f"-env:UserInstallation={(folder / office_folder.PROFILE).as_uri()}",
        "--headless",
        "--invisible",
        "--nologo",
        "--nodefault",
        "--nofirststartwizard",
        "--norestore",
        "--nolockcheck",
        "--convert-to",
        f"pdf:writer_pdf_Export:{json.dumps(options)}",
        "--outdir",
        str(folder / "out"),
        str(source),
    ]


def _run(command: list[str], folder: Path, limit: float, report: Report) -> None:
    deadline = time.monotonic() + limit
    report(Progress(Stage.DRAWING, 0))
    try:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=_environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise OfficeFailed(detail=type(error).__name__) from error
    try:
        while process.poll() is None:
            report(Progress(Stage.DRAWING, 0))
            if time.monotonic() > deadline:
                raise OfficeTimeout(seconds=round(limit))
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_TICK)
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill LibreOffice and all that it started; then no part of the copy is in a process any more."""
    if sys.platform != "win32":
        # The group outlives its leader when a start script has ended before the program it started.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        process.kill()
    process.wait()


@cache
def apart() -> tuple[str, ...]:
    """The words before a command that cap its memory, take its network away and let it die with us.

    As far as the system allows: programs of util-linux, and namespaces that are open to everybody.
    """
    if sys.platform != "linux":
        return ()
    held = ("prlimit", f"--as={MEMORY}", "--core=0", f"--fsize={MAX_PDF_BYTES}")
    die, alone = ("setpriv", "--pdeathsig", "KILL"), ("unshare", "--map-current-user", "--net")
    together = ("--pid", "--fork", "--kill-child")
    forms = ((*held, *die, *alone, *together, "--"), (*held, *alone, "--"), (*held, *die, "--"), held)
    return next(filter(_works, forms), ())


def _works(words: tuple[str, ...]) -> bool:
    try:
        tried = subprocess.run(
            [*words, "true"], stdin=subprocess.DEVNULL, capture_output=True, timeout=10, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return tried.returncode == 0


def _environment(folder: Path) -> dict[str, str]:
    """Nothing of the person's: no home, no session, no proxy that leads anywhere."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "PROGRAMFILES") if name in os.environ}
    home, temporary = str(folder / "home"), str(folder / "tmp")
    places = {
        **dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), home),
        **dict.fromkeys(("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"), home),
        **dict.fromkeys(("TMPDIR", "TMP", "TEMP"), temporary),
    }
    proxies = dict.fromkeys(
        ("http_proxy", "https_proxy", "ftp_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"),
        _NOWHERE,
    )
    return {**kept, **places, **proxies, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}


def _result(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_PDF_BYTES:
            raise OfficeFailed(detail="too large")
        data = path.read_bytes()
    except OSError as error:
        raise OfficeFailed(detail="nothing made") from error
    if not data.startswith(b"%PDF-"):
        raise OfficeFailed(detail="not a PDF")
    return data
