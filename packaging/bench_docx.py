# SPDX-License-Identifier: MIT
"""The cost of a Word document from 10 to 1,000 pages, step by step, each size in a process of its own.

    python packaging/bench_docx.py [PAGES …] [--runs N]

Keeps build/bench-docx.json; `bench_report.py` writes docs/bench.md and the plot from it. Of several runs the one with the least
processor time counts: that is what the machine does when nothing else disturbs it.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import platform
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "build" / "bench-docx.json"
SIZES = (10, 30, 100, 300, 1000)
STEPS = ("open", "detect", "redact", "gate")
_LONG = 300
"""From so many pages one run is enough: a disturbance is small beside it."""


def total(run: Mapping[str, Any], what: str) -> float:
    """The steps of a run in all, without what is loaded once."""
    return float(sum(run["steps"][step][what] for step in STEPS))


def peak(run: Mapping[str, Any]) -> float:
    """The most memory in any step, in MiB."""
    return float(max(each["peak"] for each in run["steps"].values()))


def machine(libraries: Sequence[str] = ("lxml", "spacy", "numpy")) -> dict[str, object]:
    """Where and with what these figures were made."""
    model = platform.processor() or platform.machine()
    listed = Path("/proc/cpuinfo")
    if listed.exists():
        model = next(
            (
                line.partition(":")[2].strip()
                for line in listed.read_text().splitlines()
                if line.startswith("model name")
            ),
            model,
        )
    return {
        "date": dt.datetime.now(dt.UTC).date().isoformat(),
        "processor": model,
        "cores": os.cpu_count(),
        "system": platform.system(),
        "python": platform.python_version(),
        "versions": {name: version(name) for name in libraries},
    }


def _run(pages: int, *, fast: bool) -> dict[str, Any] | None:
    command = [
        sys.executable,
        str(ROOT / "packaging" / "bench_steps.py"),
        str(pages),
        *(["--fast"] if fast else []),
    ]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    if ran.returncode:
        print(f"{pages} pages: {ran.stderr.strip().splitlines()[-1]}", file=sys.stderr)
        return None
    measured: dict[str, Any] = json.loads(ran.stdout)
    return {**measured, "pages": pages, "fast": fast, "load_average": os.getloadavg()[0]}


def _best(pages: int, runs: int, *, fast: bool) -> dict[str, Any] | None:
    made = [run for _ in range(runs) if (run := _run(pages, fast=fast)) is not None]
    return min(made, key=lambda run: total(run, "cpu"), default=None)


def main() -> int:
    """Measure every size, with the language models and without; 1 when a size could not be measured."""
    parser = argparse.ArgumentParser(description="processor time, wall time and memory of each step")
    parser.add_argument("pages", nargs="*", type=int)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    rows = []
    sizes = given.pages or list(SIZES)
    for fast in (False, True):
        for pages in sizes:
            row = _best(pages, 1 if pages >= _LONG else given.runs, fast=fast)
            if row is None:
                continue
            rows.append(row)
            OUT.parent.mkdir(exist_ok=True)
            OUT.write_text(json.dumps({"machine": machine(), "rows": rows}, indent=1), encoding="utf-8")
            print(
                f"{pages:5} pages {'rules' if fast else 'whole'}: "
                + ", ".join(f"{step} {row['steps'][step]['cpu']:.2f}" for step in ("load", *STEPS))
                + f"; all but load {total(row, 'cpu'):.2f} s processor, {total(row, 'wall'):.2f} s wall, {peak(row):.0f} MiB",
                flush=True,
            )
    return 0 if len(rows) == 2 * len(sizes) else 1


if __name__ == "__main__":
    sys.exit(main())
