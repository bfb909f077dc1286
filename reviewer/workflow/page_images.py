# SPDX-License-Identifier: MIT
"""The pages of a Word document, drawn by LibreOffice when it is on the machine; kept in memory for the session only.

A PDF has its pages already: it is its own paper. The text view of a Word document needs none of this and decides.
"""

from __future__ import annotations

from reviewer.documents import office
from reviewer.documents.docx.drawn import draw
from reviewer.documents.docx.reader import DocxSource
from reviewer.documents.source import Source
from reviewer.progress import Report, silent
from reviewer.workflow.open import source_of
from reviewer.workflow.pages import Paper
from reviewer.workflow.prepared import prepared
from reviewer.workflow.session import Session

_KEPT = 4
"""Documents whose pages are kept: the one on the screen, its copy, and those before them."""


def available() -> bool:
    """Whether the pages of Word documents can be drawn on this machine."""
    return office.program() is not None


def pages_of_review(session: Session, review_id: str, *, report: Report = silent) -> Paper:
    """The pages of a review's document.

    Raises SourceChanged and the readers' errors, OfficeMissing, OfficeFailed, OfficeTimeout, Cancelled.
    """
    known = session.drawn.get(session.case(review_id).document.sha256)
    if known is not None:
        return known
    return pages_of(session, source_of(session, review_id, report=report), report=report)


def pages_of_copy(session: Session, review_id: str, *, report: Report = silent) -> Paper | None:
    """The pages of the prepared copy of a review; None when nothing is prepared. Raises as `pages_of_review`."""
    source = prepared(session, review_id, report=report)
    return None if source is None else pages_of(session, source, report=report)


def pages_of(session: Session, source: Source, *, report: Report = silent) -> Paper:
    """The pages of a source: a PDF's own, a Word document's as drawn; once for each document in a session."""
    if not isinstance(source, DocxSource):
        return source
    drawn, key = session.drawn, source.document.sha256
    if key not in drawn:
        made = draw(source, report=report)
        while len(drawn) >= _KEPT:
            del drawn[next(iter(drawn))]
        drawn[key] = made
    return drawn[key]
