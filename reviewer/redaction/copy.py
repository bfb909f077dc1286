# SPDX-License-Identifier: MIT
"""Writes the cleaned copy of a document: a new file in the source's format, from the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from reviewer.model.document import Format
from reviewer.progress import Progress, Report, Stage, silent
from reviewer.redaction.result import Copy
from reviewer.redaction.text import write_text

if TYPE_CHECKING:
    from reviewer.documents.docx.reader import DocxSource
    from reviewer.documents.pdf.source import PdfSource
    from reviewer.documents.source import Source
    from reviewer.redaction.plan import Plan


__all__ = ["Copy", "write_copy"]


def write_copy(source: Source, plan: Plan, *, report: Report = silent) -> Copy:
    """Write the copy in memory. Raises CannotRedact when a passage cannot be removed safely, Cancelled."""
    report(Progress(Stage.REDACTING, 0))
    match source.document.format:
        case Format.DOCX:
            from reviewer.redaction.docx.writer import write_docx

            return write_docx(cast("DocxSource", source), plan, report=report)
        case Format.PDF:
            from reviewer.redaction.pdf.writer import write_pdf

            return write_pdf(cast("PdfSource", source), plan, report=report)
        case Format.TEXT | Format.MARKDOWN:
            return Copy(write_text(source, plan), source.document.format)
