# SPDX-License-Identifier: MIT
"""Counts, in the written bytes of a copy, what it offers to people who read with assistive technology.

It counts what is there and judges nothing: a description that says nothing counts as one. What this does not tell:
whether the order of reading is right, whether colours can be told apart, whether a tag fits what it holds.
"""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.model.accessibility import Accessibility
from reviewer.model.document import Format
from reviewer.verification.extractors import accessible_docx, accessible_pdf


def accessibility(data: bytes, format_: Format, labels: Sequence[str] = ()) -> Accessibility | None:
    """The counts of a copy; None for a text file, and for bytes that cannot be read (the gate refuses those).

    `labels` stand for what was removed: a page that says nothing else has no text.
    """
    if format_ is Format.PDF:
        return accessible_pdf.accessibility(data, labels)
    return accessible_docx.accessibility(data) if format_ is Format.DOCX else None
