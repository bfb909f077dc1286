# SPDX-License-Identifier: MIT
"""What a writer gives back."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.model.document import Format


@dataclass(frozen=True, slots=True)
class Copy:
    """The new bytes and what the writer had to drop or flatten, as `code:count`.

    `pictured` are the pages, from 1 as in the source, that the copy shows as pictures, each with the reason in a word.
    `note_pages` is how many pages of the reader's note stand before the first page of a PDF.
    """

    data: bytes
    format: Format
    losses: tuple[str, ...] = ()
    pictured: tuple[tuple[int, str], ...] = ()
    note_pages: int = 0
