# SPDX-License-Identifier: MIT
"""Tells ordinary PDF files from odd ones by a rule that was fixed before its figures were seen.

A file is ordinary when all of this is so: its name says neither that it was fuzzed nor that it is broken on purpose;
it is not encrypted, not even with an empty password; qpdf reads all of its pages without a word of complaint; it is no
XFA form; PDFium reads ten different words of four letters or more in it, and pdfminer.six and poppler each read nine in
ten of those too.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from pathlib import Path

import pikepdf
from pdf_apart import folded
from pdfminer.high_level import extract_text

_ODD_NAMES = re.compile(
    r"fuzz|poppler-\d|pdfbox|redhat|ghostscript|bomb|cycle|invalid|bad|missing|overflow", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_ENOUGH = 10
_SHARE = 0.9


def is_ordinary(path: Path, data: bytes, texts: list[str]) -> bool:
    """Whether the rule holds; `texts` is what PDFium reads on each page."""
    if _ODD_NAMES.search(path.name):
        return False
    said = _words("\n".join(texts))
    return (
        len(said) >= _ENOUGH
        and _is_clean(data)
        and all(len(said & each) >= _SHARE * len(said) for each in _others(data))
    )


def _words(text: str) -> set[str]:
    return {folded(each) for each in _WORD.findall(re.sub("[\ufffe\x02]\r?\n?", "", text))}


def _is_clean(data: bytes) -> bool:
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            form = pdf.Root.get("/AcroForm")
            if pdf.is_encrypted or (isinstance(form, pikepdf.Dictionary) and "/XFA" in form):
                return False
            return not pdf.check_pdf_syntax() and not pdf.get_warnings()
    except (pikepdf.PdfError, ValueError, TypeError):
        return False


def _others(data: bytes) -> list[set[str]]:
    """The words that pdfminer.six reads, and those of poppler where it is installed."""
    try:
        found = [_words(extract_text(io.BytesIO(data)))]
    except Exception:  # noqa: BLE001 - a reader of others may stumble over anything: then the file is not ordinary
        return [set()]
    if program := shutil.which("pdftotext"):
        done = subprocess.run([program, "-", "-"], input=data, capture_output=True, timeout=120, check=False)
        found.append(_words(done.stdout.decode("utf-8", "replace")))
    return found
