# SPDX-License-Identifier: MIT
"""Reads PDF documents with code that shares nothing with the product, to check what the product says of them."""

from __future__ import annotations

import ctypes
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

import numpy
import pikepdf
import pypdfium2
from pdfminer.high_level import extract_text

WORD_LETTERS = 4
RAW_LETTERS = 6
"""Letters from which a word is searched in raw bytes, where a shorter one stands by chance."""
MARGIN = 4
"""Pixels at 72 dpi around a withheld line, where a label may stand."""
VISIBLE = 48
"""Levels of grey by which a pixel must differ to be another one for an eye."""
TOLERATED = 0.0005
"""Share of a page's pixels that may differ: edges of letters that a new subset of a font rounds otherwise."""
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


def words_kept(before: list[str], after: list[str], secret: str, skipped: Iterable[int]) -> tuple[int, int]:
    """How many words outside the withheld ones there were, and how many of them the copy still says, by page."""
    skip, total, kept, wanted = set(skipped), 0, 0, folded(secret)
    for number, (old, new) in enumerate(zip(before, after, strict=False), 1):
        if number in skip:
            continue
        words = Counter(each for each in tokens(old) if each != wanted)
        total += words.total()
        kept += (words & Counter(tokens(new))).total()
    return total, kept


def differing(before: Any, after: Any, number: int, secret: str) -> float | None:
    """Share of the pixels of a page, outside the lines of the secret, that differ; None when the size does."""
    try:
        old, new = _pixels(before[number - 1]), _pixels(after[number - 1])
    except (ValueError, pypdfium2.PdfiumError):  # a page without area, or one that PDFium cannot draw
        return None
    if old.shape != new.shape:
        return None
    for top, bottom, left, right in _bands(before[number - 1], secret):
        old[max(top, 0) : bottom, max(left, 0) : right] = new[max(top, 0) : bottom, max(left, 0) : right] = 0
    apart = numpy.abs(old.astype(numpy.int16) - new) > VISIBLE
    return float(apart.mean())


def has_notes(page: Any) -> bool:
    """Whether a page shows annotations beside links and form fields: a copy leaves them out."""
    raw = pypdfium2.raw
    plain = {raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_POPUP}
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        raw.FPDFPage_CloseAnnot(annotation)
        if kind not in plain:
            return True
    return False


def _pixels(page: Any) -> Any:
    picture = page.render(scale=1, grayscale=True).to_numpy()
    return picture.reshape(picture.shape[0], picture.shape[1]).copy()


def _bands(page: Any, secret: str) -> Iterator[tuple[int, int, int, int]]:
    """Whole rows (or columns, for text that runs up or down) where the secret stands, as rows and columns of pixels."""
    width, height = (round(each) for each in page.get_size())
    if not secret:
        return
    text = page.get_textpage()
    search = text.search(secret, match_case=False, match_whole_word=False)
    while (found := search.get_next()) is not None:
        for at in range(text.count_rects(*found)):
            x0, y0, x1, y1 = text.get_rect(at)
            corners = [_on_device(page, x, y, width, height) for x, y in ((x0, y0), (x1, y1))]
            left, right = sorted(each[0] for each in corners)
            top, bottom = sorted(each[1] for each in corners)
            if right - left >= bottom - top:
                yield top - MARGIN, bottom + MARGIN, 0, width
            else:
                yield 0, height, left - MARGIN, right + MARGIN


def _on_device(page: Any, x: float, y: float, width: int, height: int) -> tuple[int, int]:
    across, down = ctypes.c_int(), ctypes.c_int()
    pypdfium2.raw.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, across, down)
    return across.value, down.value
