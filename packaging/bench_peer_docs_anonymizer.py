# SPDX-License-Identifier: MIT
"""docs-anonymizer by its library, told the exact secrets: its own "mask all occurrences", writer and metadata cleaner.

Started by `bench_peers.py` with the list of work on stdin. Its detectors and their models play no part: the secrets are given.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from anonymizer.core.manual_mask.occurrences import find_occurrences
from anonymizer.core.metadata.docx_cleaner import DocxMetadataCleaner
from anonymizer.core.models import Entity, TextSpan, TokenType
from anonymizer.core.parsers.docx_parser import DocxParser
from anonymizer.core.writers.docx_writer import DocxWriter

NO_LIMIT = 10**9
LABEL = "[REDACTED]"


def clean(source: Path, target: Path, secrets: list[str]) -> None:
    """One file."""
    parsed = DocxParser().parse(source)
    found = [
        Entity(
            type=TokenType.DATA,
            text=place.text,
            span=TextSpan(block_id=place.block_id, start=place.start, end=place.end),
            detector="manual_override",
        )
        for secret in secrets
        for place in find_occurrences(parsed, secret, NO_LIMIT)
    ]
    mapping = dict.fromkeys(_disjoint(found), LABEL)
    DocxWriter().write(input_path=source, parsed=parsed, mapping=mapping, output_path=target)
    DocxMetadataCleaner().clean(target)


def _disjoint(found: list[Entity]) -> Iterator[Entity]:
    """The longer of two that overlap; its own way to settle this needs its language models."""
    taken: dict[str, list[tuple[int, int]]] = {}
    for each in sorted(found, key=lambda one: one.span.start - one.span.end):
        others = taken.setdefault(each.span.block_id, [])
        if all(each.span.end <= start or end <= each.span.start for start, end in others):
            others.append((each.span.start, each.span.end))
            yield each


for work in json.load(sys.stdin):
    start = time.perf_counter(), time.process_time()
    error = ""
    try:
        clean(Path(work["in"]), Path(work["out"]), work["secrets"])
    except Exception as failure:  # noqa: BLE001 - whatever a peer raises is one of its results
        error = type(failure).__name__
    print(
        json.dumps(
            {"wall": time.perf_counter() - start[0], "cpu": time.process_time() - start[1], "error": error}
        ),
        flush=True,
    )
