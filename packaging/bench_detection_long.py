# SPDX-License-Identifier: MIT
"""Two figures of detection that texts alone do not give: first findings of a long document, and a batch on all cores.

python packaging/bench_detection_long.py
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench_document import make

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
_LONG_PAGES = 300
_BATCH_PAGES = 30
_BATCH_FILES = 24


def batch() -> dict[str, Any]:
    """Wall time for some files in one process, and by the batch, which takes as many processes as there are cores."""
    from reviewer.workflow.batch import scan_many, scan_one

    with tempfile.TemporaryDirectory(prefix="parvis-bench-") as folder:
        paths = [Path(folder) / f"{number}.docx" for number in range(_BATCH_FILES)]
        data = make(_BATCH_PAGES).data
        for path in paths:
            path.write_bytes(data)
        scan_one(paths[0])  # the models; each process of the batch still loads its own
        start, used = time.perf_counter(), time.process_time()
        one = [scan_one(path).found for path in paths]
        alone, alone_cpu = time.perf_counter() - start, time.process_time() - used
        start, used = time.perf_counter(), _children()
        many = [each.found for each in scan_many(paths)]
        together, together_cpu = time.perf_counter() - start, _children() - used
    return {
        "files": _BATCH_FILES,
        "pages": _BATCH_PAGES,
        "cores": os.cpu_count(),
        "one process": alone,
        "all cores": together,
        "one process, processor": alone_cpu,
        "all cores, processor": together_cpu,
        "same findings": one == many,
        "load_average": os.getloadavg()[0],
    }


def _children() -> float:
    """Processor time of the processes that have ended: those of a batch have when its last result is there."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def whole_document() -> dict[str, Any]:
    """Processor and wall time of detection over one long document, once the models are loaded."""
    from reviewer.detection.engine import Engine
    from reviewer.documents.opener import open_bytes
    from reviewer.model.document import Document, Format, Story, StoryKind
    from reviewer.model.finding import Finding

    document = open_bytes(make(_LONG_PAGES).data, path=Path("minutes.docx")).document
    engine = Engine()
    tiny = Story(
        "body", StoryKind.BODY, "Mrs. Alice Halver wrote. \n\nMme Alice Halver nous a écrit au sujet.\n"
    )
    engine.detect(Document("0" * 64, Format.TEXT, "1", None, (tiny,)))
    first: list[float] = []
    cpu, wall = time.process_time(), time.perf_counter()

    def hear(some: tuple[Finding, ...]) -> None:
        if some and not first:
            first.extend((time.process_time() - cpu, time.perf_counter() - wall))

    found = engine.detect(document, hear=hear)
    return {
        "first, processor": first[0],
        "first, wall": first[1],
        "pages": _LONG_PAGES,
        "characters": sum(len(story.text) for story in document.stories),
        "findings": len(found),
        "cpu": time.process_time() - cpu,
        "wall": time.perf_counter() - wall,
        "load_average": os.getloadavg()[0],
    }
