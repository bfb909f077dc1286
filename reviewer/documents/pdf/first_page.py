# SPDX-License-Identifier: MIT
"""Reads the first page of a PDF file alone, for whoever waits for the whole of it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from reviewer.documents import READER_VERSION
from reviewer.documents.language import language_of
from reviewer.documents.pdf.opening import open_pdf
from reviewer.documents.pdf.source import BROKEN, PdfSource
from reviewer.errors import DamagedFile
from reviewer.model.document import Document, Format, Story, StoryKind


def read_first_page(data: bytes, *, path: Path) -> Document:
    """A document of one story. Raises EncryptedFile, EmptyFile, DamagedFile, LimitExceeded, HostileContent."""
    source = PdfSource(data, path, open_pdf(data, path))
    try:
        text = source.view(1).text.text
    except BROKEN as error:
        raise DamagedFile(path=path, detail="content") from error
    language = language_of(text[:20_000])
    story = Story("page:1", StoryKind.PAGE, text, 1, language=language)
    digest = hashlib.sha256(data).hexdigest()
    return Document(digest, Format.PDF, READER_VERSION, source.page_count, (story,), (), language)
