# SPDX-License-Identifier: MIT
"""Counts the words that a copy still says, of those that its original says for certain.

A word counts where two readers, PDFium and poppler, read it on the same page of the original, and where it is drawn.
Where they differ the characters of the file are wrong, and a copy that says the right ones has lost nothing. Text that
is never drawn (rendering mode 3, on a page without pictures) is left out of a copy on purpose.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterable
from typing import Any

import pypdfium2
from pdf_apart import folded, tokens

_INVISIBLE = 3
_Words = Counter[str]


def certain_words(document: Any, texts: list[str], data: bytes) -> list[_Words]:
    """The words of each page of an original; `texts` is what PDFium reads there."""
    others = _by_poppler(data, len(texts))
    return [
        _words(text) & (_words(text) if others is None else _words(others[at])) - _undrawn(document, at)
        for at, text in enumerate(texts)
    ]


def words_kept(
    before: list[_Words], after: list[str], secret: str, skipped: Iterable[int]
) -> tuple[int, int]:
    """How many words outside the withheld ones there were, and how many of them the copy still says, by page."""
    skip, total, kept, wanted = set(skipped), 0, 0, {folded(secret), *_words(secret)}
    for number, (old, new) in enumerate(zip(before, after, strict=False), 1):
        if number in skip:
            continue
        words = Counter({word: count for word, count in old.items() if word not in wanted})
        total += words.total()
        kept += (words & _words(new)).total()
    return total, kept


def _words(text: str) -> _Words:
    """A capital inside a word begins another: a name withheld in front of one leaves the other.

    The hyphen at the end of a line goes first: what follows it is no other word.
    """
    joined = re.sub("[\ufffe\x02]\r?\n?", "", text)
    return Counter(tokens(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", joined)))


def _by_poppler(data: bytes, pages: int) -> list[str] | None:
    program = shutil.which("pdftotext")
    if program is None:
        return None
    done = subprocess.run([program, "-", "-"], input=data, capture_output=True, timeout=120, check=False)
    found = done.stdout.decode("utf-8", "replace").split("\f")
    return found[:pages] if len(found) >= pages else None


def _undrawn(document: Any, at: int) -> _Words:
    """The words of a page without pictures that no pixel is drawn of."""
    raw = pypdfium2.raw
    try:
        page = document[at]
        found = list(page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_IMAGE)))
    except pypdfium2.PdfiumError:
        return Counter()
    if any(each.type == raw.FPDF_PAGEOBJ_IMAGE for each in found):
        return Counter()
    unseen = (each for each in found if raw.FPDFTextObj_GetTextRenderMode(each) == _INVISIBLE)
    text_page = page.get_textpage()
    return _words(" ".join(_text_of(each, text_page) for each in unseen))


def _text_of(piece: Any, text_page: Any) -> str:
    raw = pypdfium2.raw
    size = raw.FPDFTextObj_GetText(piece, text_page, None, 0)
    buffer = (raw.FPDF_WCHAR * (size // 2 + 1))()
    raw.FPDFTextObj_GetText(piece, text_page, buffer, size)
    return bytes(buffer)[:size].decode("utf-16-le", "replace").rstrip("\0")
