# SPDX-License-Identifier: MIT
"""What most scripts do with python-docx: replace in the runs of paragraphs, else in the paragraph as a whole.

Started by `bench_peers.py` with the list of work on stdin. Body, tables (nested ones too), headers and footers are walked.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator

from docx import Document

LABEL = "[REDACTED]"


def paragraphs(container) -> Iterator:  # type: ignore[no-untyped-def, type-arg]
    """Every paragraph of a body, header, footer or cell."""
    yield from container.paragraphs
    for table in container.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from paragraphs(cell)


def replace(paragraph, secrets: list[str]) -> None:  # type: ignore[no-untyped-def]
    """Run by run first, which keeps the formatting; a secret over several runs makes one run of the paragraph."""
    text = paragraph.text
    for secret in [each for each in secrets if each in text]:
        for run in paragraph.runs:
            if secret in run.text:
                run.text = run.text.replace(secret, LABEL)
        if secret in paragraph.text:
            paragraph.text = paragraph.text.replace(secret, LABEL)


def clean(source: str, target: str, secrets: list[str]) -> None:
    """One file."""
    document = Document(source)
    for paragraph in paragraphs(document):
        replace(paragraph, secrets)
    for section in document.sections:
        for part in (
            section.header,
            section.footer,
            section.first_page_header,
            section.first_page_footer,
            section.even_page_header,
            section.even_page_footer,
        ):
            if not part.is_linked_to_previous:
                for paragraph in paragraphs(part):
                    replace(paragraph, secrets)
    document.save(target)


for work in json.load(sys.stdin):
    start = time.perf_counter(), time.process_time()
    error = ""
    try:
        clean(work["in"], work["out"], sorted(work["secrets"], key=len, reverse=True))
    except Exception as failure:  # noqa: BLE001 - whatever a peer raises is one of its results
        error = type(failure).__name__
    print(
        json.dumps(
            {"wall": time.perf_counter() - start[0], "cpu": time.process_time() - start[1], "error": error}
        ),
        flush=True,
    )
