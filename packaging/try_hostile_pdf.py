# SPDX-License-Identifier: MIT
"""Tries the product on PDF files that are made to harm a reader, and says what each cost and came to.

python packaging/try_hostile_pdf.py [KIND…] [--out build/hostile_pdf.json] [--table docs/hostile-pdf.md]

Each file has a process of its own: it reads the file, withholds a word and lets the gate judge the copy. Seconds are of
the processor, the gate's process included; MiB is the largest process; `silent` the longest time between two reports of
progress, by the clock. Nothing here passes or fails: docs/hostile-pdf.md has the figures and what they mean.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

import hostile_pdf_drawn  # noqa: E402, F401 - the path comes first; each adds its files to the list
import hostile_pdf_many  # noqa: E402, F401
import hostile_pdf_packed  # noqa: E402, F401
from hostile_pdf import FILES, WORD  # noqa: E402

from reviewer.errors import ReviewerError  # noqa: E402
from reviewer.progress import Progress, Stage  # noqa: E402
from reviewer.workflow.preview import preview  # noqa: E402

MEMORY, SECONDS = 6 * 2**30, 150
_MARK = "<!-- figures -->"
_HEAD = "| kind | file KiB | CPU s | MiB | silent s | result |\n|---|---:|---:|---:|---:|---|\n"


def one(path: Path, out: Path) -> dict[str, object]:
    """What comes of one file, in this process."""
    last, silent = time.monotonic(), 0.0

    def hear(_progress: Progress) -> None:
        nonlocal last, silent
        now = time.monotonic()
        last, silent = now, max(silent, now - last)

    result = "copy"
    try:
        made = preview(path, {"withhold": [{"term": WORD}]}, out, safe_defaults=True, report=hear)
        result = f"copy, {made.removed} removed" + (", as pictures" if made.offers.pictured else "")
    except ReviewerError as error:
        facts = [str(value) for key, value in error.facts.items() if key not in {"path", "value"} and value]
        result = f"{type(error).__name__} {' '.join(facts)}"[:70]
    hear(Progress(Stage.READING, 0))
    return {"result": result, "silent": round(silent, 1)}


def tried(name: str, folder: Path) -> dict[str, object]:
    """Make a file and try it in a process of its own."""
    path = folder / f"{name}.pdf"
    subprocess.run([sys.executable, __file__, "--make", name, str(path)], check=True)
    size = path.stat().st_size // 1024
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            [sys.executable, __file__, "--one", str(path), str(folder / name)],
            stdout=said,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        status, used = _waited(process)
        said.seek(0)
        words = said.read().decode().strip().splitlines()
    path.unlink()
    row = json.loads(words[-1]) if words and not status else {"result": f"died {status}", "silent": None}
    # Of the processes that the file's own one waited for the largest counts: the gate reads the copy in another.
    return {
        "kind": name,
        "kib": size,
        "cpu": round(used.ru_utime + used.ru_stime, 1),
        "mib": used.ru_maxrss // 1024,
        **row,
    }


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def _waited(process: subprocess.Popen[bytes]) -> tuple[int, resource.struct_rusage]:
    start = time.monotonic()
    while time.monotonic() - start < 4 * SECONDS:
        pid, status, used = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = status
            return status, used
        time.sleep(0.1)
    os.killpg(process.pid, signal.SIGKILL)
    _pid, status, used = os.wait4(process.pid, 0)
    process.returncode = status
    return status, used


def main() -> None:
    """Try the kinds that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--table", type=Path)
    given = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for name in given.kinds or FILES:
            rows.append(tried(name, Path(folder)))
            print(json.dumps(rows[-1]), flush=True)
    if given.out:
        given.out.parent.mkdir(parents=True, exist_ok=True)
        given.out.write_text(json.dumps(rows, indent=1), "utf-8")
    if given.table:
        lines = "".join(
            f"| {row['kind']} | {row['kib']} | {row['cpu']} | {row['mib']} | {row['silent']} | {row['result']} |\n"
            for row in rows
        )
        before = given.table.read_text("utf-8").partition(_MARK)[0]
        given.table.write_text(f"{before}{_MARK}\n{_HEAD}{lines}", "utf-8")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--make", name, path]:
            Path(path).write_bytes(FILES[name]())
        case ["--one", path, out]:
            _limited()
            print(json.dumps(one(Path(path), Path(out))))
        case _:
            main()
