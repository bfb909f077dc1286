# SPDX-License-Identifier: MIT
"""The cost of a tagged text PDF from 30 to 3,000 pages, step by step, and of PyMuPDF on the same files in the same run.

    python packaging/bench_pdf.py [PAGES …] [--runs N] [--peer PYTHON]

Each size is made once and measured in processes of their own. PyMuPDF (AGPL) is installed into an environment of its own
under build/peers-pdf, which the product never sees; --peer names the Python of one that is there already. The programs
that the gate calls when they are on the machine (tesseract, poppler) are hidden from it. Keeps build/bench-pdf.json; `bench_report.py` writes docs/bench.md from it. Of several runs the one with the least processor time counts.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench_docx import ROOT, machine

OUT = ROOT / "build" / "bench-pdf.json"
PLACE = ROOT / "build" / "peers-pdf"
PACKAGE = "PyMuPDF==2.0"
SIZES = (30, 100, 300, 1000, 3000)
STEPS = ("first page", "open", "redact", "gate")
_GATED = 100
"""Beyond so many pages the gate is left out: it has its own ceiling of memory, and its time grows in step."""
_LIBRARIES = ("pikepdf", "fonttools", "pdfminer.six", "pypdfium2")
_MIDDLE = 300
"""What the memory for longer files is compared with."""
_LONG = 1000
"""From so many pages one run is enough."""


def peer(given: Path | None) -> Path | None:
    """The Python that has PyMuPDF, made when it is not there; None without a registry."""
    python = given or PLACE / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    probe = [str(python), "-c", "import pymupdf"]
    if python.exists() and subprocess.run(probe, check=False, capture_output=True).returncode == 0:
        return python
    uv = shutil.which("uv") or str(Path(sys.executable).with_name("uv"))
    for command in (
        [uv, "venv", "--quiet", "--python", sys.executable, str(PLACE)],
        [uv, "pip", "install", "--quiet", "--python", str(python), PACKAGE],
    ):
        if given is not None or subprocess.run(command, check=False).returncode:
            print("PyMuPDF: left out, it could not be installed (no way to the registry?)", file=sys.stderr)
            return None
    return python


def _json_of(command: list[str], **options: Any) -> dict[str, Any] | None:
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, **options)
    if ran.returncode:
        print(f"{command[1:3]}: {ran.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
        return None
    found: dict[str, Any] = json.loads(ran.stdout)
    return {**found, "load_average": os.getloadavg()[0]}


def _made(pages: int) -> tuple[Path, Path]:
    folder = ROOT / "build" / "bench-pdf"
    folder.mkdir(parents=True, exist_ok=True)
    path, passages = folder / f"{pages}.pdf", folder / f"{pages}.json"
    script = ROOT / "packaging" / "bench_pdf_document.py"
    subprocess.run([sys.executable, str(script), str(pages), str(path), str(passages)], check=True)
    return path, passages


def _ours(pages: int, path: Path, passages: Path) -> dict[str, Any] | None:
    script = str(ROOT / "packaging" / "bench_pdf_steps.py")
    options = ["--no-gate"] if pages > _GATED else []
    # As on a machine without tesseract: OCR of every page would hide what the rest costs.
    places = os.environ.get("PATH", "").split(os.pathsep)
    plain = os.pathsep.join(each for each in places if shutil.which("tesseract", path=each) is None)
    command = [sys.executable, script, str(path), str(passages), *options]
    return _json_of(command, env={**os.environ, "PATH": plain})


def _theirs(python: Path, path: Path, passages: Path) -> dict[str, Any] | None:
    script = str(ROOT / "packaging" / "bench_peer_pymupdf.py")
    with passages.open(encoding="utf-8") as stdin:
        return _json_of([str(python), script, str(path), str(path.with_suffix(".peer.pdf"))], stdin=stdin)


def redacting(row: Mapping[str, Any]) -> float:
    """The processor time of the redaction of a row."""
    return float(row["ours"]["steps"]["redact"]["cpu"])


def flatness(rows: Sequence[Mapping[str, Any]], step: str) -> tuple[int, float] | None:
    """The pages of the longest file, and its peak in a step over that of the file of 300 pages: 1 is flat."""
    peaks = {row["pages"]: float(row["ours"]["steps"][step]["peak"]) for row in rows}
    longest = max(peaks, default=0)
    return (longest, peaks[longest] / peaks[_MIDDLE]) if _MIDDLE in peaks and longest > _MIDDLE else None


def measure(pages: int, runs: int, python: Path | None) -> dict[str, Any] | None:
    """One size: ours and theirs in turns, the best of each."""
    path, passages = _made(pages)
    ours, theirs = [], []
    for _ in range(1 if pages >= _LONG else runs):
        ours.append(_ours(pages, path, passages))
        theirs.append(_theirs(python, path, passages) if python is not None else None)
    best = min(
        (each for each in ours if each is not None),
        key=lambda each: float(each["steps"]["redact"]["cpu"]),
        default=None,
    )
    other = min(
        (each for each in theirs if each is not None), key=lambda each: float(each["cpu"]), default=None
    )
    return None if best is None else {"pages": pages, "ours": best, "theirs": other}


def _line(row: Mapping[str, Any]) -> str:
    steps = row["ours"]["steps"]
    said = ", ".join(f"{name} {steps[name]['cpu']:.2f} s" for name in STEPS if name in steps)
    peak = max(step["peak"] for step in steps.values())
    text = f"{row['pages']:5} pages: {said}; {row['pages'] / redacting(row):.0f} pages/s redacted; {peak:.0f} MiB"
    if row["theirs"] is not None:
        theirs = row["theirs"]["cpu"]
        text += f"; PyMuPDF {theirs:.2f} s, ratio {redacting(row) / theirs:.2f}"
    return f"{text}; load {row['ours']['load_average']:.1f}"


def main() -> int:
    """Measure every size; 1 when one could not be measured."""
    parser = argparse.ArgumentParser(description="processor time and memory of each step, beside PyMuPDF")
    parser.add_argument("pages", nargs="*", type=int)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--peer", type=Path)
    given = parser.parse_args()
    python = peer(given.peer)
    sizes = given.pages or list(SIZES)
    rows = []
    for pages in sizes:
        row = measure(pages, given.runs, python)
        if row is None:
            continue
        rows.append(row)
        OUT.parent.mkdir(exist_ok=True)
        OUT.write_text(json.dumps({"machine": machine(_LIBRARIES), "rows": rows}, indent=1), encoding="utf-8")
        print(_line(row), flush=True)
    for step in ("open", "redact"):
        if found := flatness(rows, step):
            print(f"peak of {step}, {found[0]} pages over {_MIDDLE}: {found[1]:.2f}")
    return 0 if len(rows) == len(sizes) else 1


if __name__ == "__main__":
    sys.exit(main())
