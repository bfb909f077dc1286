# SPDX-License-Identifier: MIT
"""The prepared copy as a reader would see it: its bytes are read again, nothing is taken from the review."""

from __future__ import annotations

from pathlib import Path

from reviewer.documents.opener import open_bytes
from reviewer.documents.source import Source
from reviewer.progress import Report, silent
from reviewer.store import candidates
from reviewer.workflow.session import Session

__all__ = ["Source", "prepared"]


def prepared(session: Session, review_id: str, *, report: Report = silent) -> Source | None:
    """The candidate of a review, read anew; None when nothing is prepared. Raises the errors of the readers."""
    review = session.case(review_id).review
    candidate = candidates.get(session.store, review.id)
    if candidate is None:
        return None
    return open_bytes(candidate.data, path=Path(f"{review.id}.{candidate.format}"), report=report)
