# SPDX-License-Identifier: MIT
"""The whole examination of one copy, as the worker runs it: read by every reader, search, judge the structure."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable

from reviewer.model.document import Format
from reviewer.verification.accessibility import accessibility
from reviewer.verification.extractors import docx, pdf, text
from reviewer.verification.findings import Reading
from reviewer.verification.leaks import Search
from reviewer.verification.report import GateReport, Hit
from reviewer.verification.request import GateRequest

Tell = Callable[[int, int], None]
"""Called with units done and units in all."""


def examine(data: bytes, request: GateRequest, tell: Tell) -> GateReport:
    """Read and search the copy. Never raises because of what is in it, short of running out of memory."""
    search = Search(request)
    reading = Reading()
    if request.format is Format.DOCX:
        docx.read(data, reading, request.title)
    elif request.format is Format.PDF:
        for done, total in pdf.read(data, reading, request.title):
            search.pages_before = max(0, total - (request.pages or total))
            search.run(reading.take())
            tell(done, total)
    else:
        text.read(data, reading)
    search.run(reading.take())
    hits, warnings = search.hits()
    return GateReport(
        tuple(map(reading.placed, (*hits, *_counted(reading.faults)))),
        tuple(map(reading.placed, warnings)),
        tuple(sorted({reader.partition("~")[0] for reader in search.readers})),
        hashlib.sha256(data).hexdigest(),
        accessibility(data, request.format, request.labels),
    )


def _counted(faults: list[Hit]) -> tuple[Hit, ...]:
    """The same fault at the same place once, with its count."""
    counts = Counter((fault.kind, fault.place) for fault in faults)
    return tuple(Hit(kind, place, count) for (kind, place), count in sorted(counts.items()))
