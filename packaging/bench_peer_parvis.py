# SPDX-License-Identifier: MIT
"""Parvis told the exact secrets: a preview, with its gate. Started by `bench_peers.py` with the list of work on stdin."""

from __future__ import annotations

import json
import resource
import shutil
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from reviewer.errors import ReviewerError
from reviewer.workflow.preview import preview


def _processor_time() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


for work in json.load(sys.stdin):
    start = time.perf_counter(), _processor_time()
    error = ""
    target = Path(work["out"])
    folder = target.with_suffix("")
    try:
        decisions = {"withhold": [{"term": secret} for secret in work["secrets"]]}
        made = preview(Path(work["in"]), decisions, folder, safe_defaults=True)
        shutil.copy(made.path, target)
    except ReviewerError as failure:
        error = type(failure).__name__
    taken = {"wall": time.perf_counter() - start[0], "cpu": _processor_time() - start[1], "error": error}
    print(json.dumps(taken), flush=True)
