# SPDX-License-Identifier: MIT
"""Reads a PDF copy in every way the gate knows: bytes, objects, streams, pages by several readers."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator

import pikepdf

from reviewer.model.document import StoryKind
from reviewer.verification.extractors import pixels, tools
from reviewer.verification.extractors.pdf_carve import check_bytes
from reviewer.verification.extractors.pdf_file import FileReader, guarded
from reviewer.verification.extractors.pdf_looks import Lookout
from reviewer.verification.extractors.pdf_miner import MinerReader
from reviewer.verification.extractors.pdf_pages import PdfiumReader
from reviewer.verification.extractors.pdf_streams import SHOWN
from reviewer.verification.findings import Reading
from reviewer.verification.residue import TooLarge
from reviewer.verification.surface import Surface

MAX_PAGES = 10_000


def read(data: bytes, reading: Reading, title: str) -> Iterator[tuple[int, int]]:
    """Hand in all text of the copy and every fault; yields pages done and pages in all."""
    try:
        # No repair: a copy that needs one was not written by us.
        pdf = pikepdf.open(io.BytesIO(data), attempt_recovery=False, inherit_page_attributes=False)
    except pikepdf.PasswordError:
        reading.structure("pdf:encryption")
        return
    except (pikepdf.PdfError, ValueError):
        reading.unreadable("pdf")
        check_bytes(data, frozenset(), reading)
        return
    with pdf:
        reader = FileReader(pdf, reading, title)
        total = len(pdf.pages)
        if total == 0 or total > MAX_PAGES:
            reading.structure("pdf:page-count")
            return
        if pdf.is_encrypted:
            reading.structure("pdf:encryption")
        try:
            for _ in reader.read(data):
                yield 0, total
        except TooLarge:
            reading.structure("pdf:too-large")
            return
        pixels.recognise(reader.pictures(), reading, (*SHOWN, StoryKind.IMAGE_TEXT))
    yield 0, total
    yield from _read_pages(data, total, reading, reader.lookout)


def _read_pages(data: bytes, total: int, reading: Reading, lookout: Lookout) -> Iterator[tuple[int, int]]:
    with contextlib.closing(PdfiumReader(data, lookout.chosen(total), frozenset(lookout.must))) as pdfium:
        miner = MinerReader(data)
        for number in range(1, total + 1):
            guarded(f"page:{number}", reading, miner.read, number, reading)
            guarded(f"page:{number}", reading, pdfium.read, number, reading, miner.angles)
            yield number, total
        guarded("pdf:looks", reading, pdfium.finish, reading)
    kinds = (*SHOWN, StoryKind.ANNOTATION, StoryKind.STRUCTURE_TEXT)
    for number, text in enumerate(tools.pdftotext(data) or (), 1):
        reading.add(Surface("poppler", f"page:{number}", text, kinds, number))
