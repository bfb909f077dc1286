# SPDX-License-Identifier: MIT
"""Reads PDF documents with code that shares nothing with the product, to check what the product says of them."""

from __future__ import annotations

import io
import random
import re
import shutil
import subprocess
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf
import pypdfium2
from pdfminer.high_level import extract_text

WORD_LETTERS = 4
RAW_LETTERS = 6
"""Letters from which a word is searched in raw bytes, where a shorter one stands by chance."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_FONT_KEYS = ("/FontFile", "/FontFile2", "/FontFile3")
_OWN_KEYS = frozenset(
    {"/BaseFont", "/FontName", "/Type", "/Subtype", "/CIDSystemInfo", "/Ordering", "/Registry"}
)

_OWN_WORDS = re.compile(
    r"</?(?:x:xmpmeta|rdf:\w+|dc:\w+|pdfuaid:\w+)|xmlns:\w+=\"[^\"]*\"|rdf:about=|<\?xpacket[^>]*>"
    r"|\b(?:find|define)resource\b|\bcurrentdict\b|/(?:Registry|Ordering) \(\w+\)|/[A-Z]\w*"
)
"""What every packet of properties, every character map and every page is written in."""


class Unopened(Exception):
    """PDFium does not open it, so nothing can be compared."""


def folded(text: str) -> str:
    """Letters without case, width and accents."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(sign for sign in plain if unicodedata.category(sign) not in {"Mn", "Cf"})


def tokens(text: str) -> list[str]:
    """Words and numbers, folded."""
    # PDFium writes U+FFFE (or U+0002) where a word is hyphenated at the end of a line.
    joined = re.sub("[\ufffe\x02]\r?\n?", "", text)
    return "".join(
        sign if unicodedata.category(sign)[0] in "LMN" or sign == "_" else " " for sign in folded(joined)
    ).split()


def opened(data: bytes) -> Any:
    """The file in PDFium. Raises Unopened."""
    try:
        document = pypdfium2.PdfDocument(data)
        if not len(document):
            raise Unopened
        document.init_forms()  # without it PDFium draws no form fields
    except pypdfium2.PdfiumError as error:
        raise Unopened from error
    return document


def page_texts(document: Any) -> list[str]:
    """The text of each page as PDFium reads it; a page that it cannot load has none."""
    texts = []
    for number in range(len(document)):
        try:
            texts.append(document[number].get_textpage().get_text_bounded())
        except pypdfium2.PdfiumError:
            texts.append("")
    return texts


def chosen_word(texts: Iterable[str], how: str, seed: str, ours: Iterable[str]) -> str | None:
    """One word of four letters or more: the most frequent one, or any of them."""
    spoken = {token for each in ours for token in tokens(each)}
    counts = Counter(
        word
        for text in texts
        for word in _WORD.findall(re.sub("[\ufffe\x02]\r?\n?", "", text))
        if folded(word) not in spoken and len(folded(word)) >= WORD_LETTERS
    )
    if not counts:
        return None
    if how == "frequent":
        return min(counts, key=lambda word: (-counts[word], word))
    # a test's choice of words needs no cryptography, but the same one each time
    return random.Random(seed).choice(sorted(counts))  # noqa: S311


def leaks(data: bytes, secret: str, ours: Iterable[str]) -> list[str]:
    """Where a secret is still found as a whole word; `ours` are the sentences that the product itself wrote."""
    wanted = folded(secret)
    return [place for place, text in _texts(data, secret) if wanted in tokens(_without(text, ours))]


def _without(text: str, ours: Iterable[str]) -> str:
    for each in ours:
        text = text.replace(each, " ")
    return text


def _texts(data: bytes, secret: str) -> Iterator[tuple[str, str]]:
    """All texts of a copy with the place where each was read."""
    for number, text in enumerate(page_texts(opened(data)), 1):
        yield f"pdfium:page {number}", text
    try:
        for number, text in enumerate(extract_text(io.BytesIO(data)).split("\f"), 1):
            yield f"pdfminer:page {number}", text
    except Exception as error:  # noqa: BLE001 - a reader of others may stumble over anything; that is told, not raised
        yield f"pdfminer:{type(error).__name__}", ""
    if program := shutil.which("pdftotext"):
        done = subprocess.run([program, "-", "-"], input=data, capture_output=True, timeout=120, check=False)
        for number, text in enumerate(done.stdout.decode("utf-8", "replace").split("\f"), 1):
            yield f"poppler:page {number}", text
    yield from _objects(data)
    yield from _raw("file", data, secret)


def _objects(data: bytes) -> Iterator[tuple[str, str]]:
    """Every string and name in every object, the content of every stream that is no font or picture."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        programs = {
            each[key].objgen
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary)
            for key in _FONT_KEYS
            if key in each
        }
        for value in pdf.objects:
            place = f"object {value.objgen[0]}"
            for text in _strings(value, 0):
                yield place, text
            if isinstance(value, pikepdf.Stream) and value.objgen not in programs:
                yield from _stream(place, value)


def _strings(value: Any, depth: int) -> Iterator[str]:
    if depth > 20:
        return
    if isinstance(value, pikepdf.String):
        yield str(value)
    elif isinstance(value, pikepdf.Array):
        for each in value:
            if not (isinstance(each, pikepdf.Object) and each.is_indirect):
                yield from _strings(each, depth + 1)
    elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        keys = value.stream_dict if isinstance(value, pikepdf.Stream) else value
        for key, each in keys.items():
            if key not in _OWN_KEYS and not (isinstance(each, pikepdf.Object) and each.is_indirect):
                yield from _strings(each, depth + 1)


def _stream(place: str, stream: Any) -> Iterator[tuple[str, str]]:
    if str(stream.get("/Subtype")) == "/Image" or str(stream.get("/Type")) in {"/ObjStm", "/XRef"}:
        return
    try:
        content = stream.read_bytes()
    except (pikepdf.PdfError, zlib.error):
        content = stream.read_raw_bytes()
    yield f"{place} stream", _OWN_WORDS.sub(" ", content.decode("latin-1"))
    for coding in ("utf-16-be", "utf-16-le"):
        if content.count(b"\0") > len(content) // 4:
            yield f"{place} stream {coding}", content.decode(coding, "ignore")


def _raw(place: str, data: bytes, secret: str) -> Iterator[tuple[str, str]]:
    """The word between other bytes than letters; a name with a slash is checked where objects are read."""
    if len(secret) < RAW_LETTERS:
        return
    for coding in ("utf-8", "utf-16-le", "utf-16-be"):
        wanted = re.escape(secret.encode(coding))
        if re.search(rb"(?<![A-Za-z/])(?<![A-Za-z]\0)" + wanted + rb"(?!\0?[A-Za-z])", data):
            yield place, secret
