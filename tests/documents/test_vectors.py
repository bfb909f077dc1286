# SPDX-License-Identifier: MIT
"""Words in drawings: SVG, EMF and WMF as programs write them, and everything that is none of them."""

from __future__ import annotations

import gzip
import struct

import pytest

from reviewer.documents.vectors import text_of


def record(kind: int, body: bytes) -> bytes:
    body += b"\0" * (-len(body) % 4)
    return struct.pack("<II", kind, 8 + len(body)) + body


def emf_text(text: str, *, wide: bool = True, options: int = 0) -> bytes:
    """EMR_EXTTEXTOUTW or A: bounds, mode, scales, then point, count, offset, options, rectangle, dx."""
    coded = text.encode("utf-16-le" if wide else "cp1252")
    head = struct.pack("<4iI2f", 0, 0, 9, 9, 1, 1.0, 1.0)
    about = struct.pack("<2i3I4iI", 0, 0, len(text), 76, options, 0, 0, 9, 9, 0)
    return record(84 if wide else 83, head + about + coded)


def emf(*records: bytes) -> bytes:
    head = struct.pack("<8i", 0, 0, 9, 9, 0, 0, 99, 99) + b" EMF" + struct.pack("<I", 0x10000) + b"\0" * 60
    return record(1, head) + b"".join(records) + record(14, b"\0" * 12)


def wmf_record(function: int, body: bytes) -> bytes:
    body += b"\0" * (len(body) % 2)
    return struct.pack("<IH", 3 + len(body) // 2, function) + body


def wmf(*records: bytes, placeable: bool = False) -> bytes:
    head = struct.pack("<HHHIHIH", 1, 9, 0x300, 0, 0, 0, 0)
    return (
        (b"\xd7\xcd\xc6\x9a" + b"\0" * 18 if placeable else b"")
        + head
        + b"".join(records)
        + wmf_record(0, b"")
    )


EXTENDED = struct.pack("<hhHH", 5, 5, 11, 0) + b"Odile Wu-Li"
CLIPPED = struct.pack("<hhHH4h", 5, 5, 9, 4, 0, 0, 9, 9) + "Éloïse Wu".encode("cp1252")
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><title>Plan</title><g><text>By <tspan>Éloïse</tspan> Wu</text></g></svg>'


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (SVG.encode(), "Plan\nBy Éloïse Wu"),
        (gzip.compress(SVG.encode()), "Plan\nBy Éloïse Wu"),
        (emf(emf_text("Éloïse Wu"), record(70, b"1234"), emf_text("Odile", wide=False)), "Éloïse Wu\nOdile"),
        (gzip.compress(emf(emf_text("Éloïse Wu"))), "Éloïse Wu"),
        (emf(emf_text("Éloïse Wu", options=0x10)), ""),
        (wmf(wmf_record(0x0521, struct.pack("<H", 5) + b"Odile" + b"\0" * 5)), "Odile"),
        (wmf(wmf_record(0x0A32, EXTENDED), placeable=True), "Odile Wu-Li"),
        (
            wmf(wmf_record(0x0A32, CLIPPED), wmf_record(0x0A32, struct.pack("<hhHH", 0, 0, 2, 0x10) + b"no")),
            "Éloïse Wu",
        ),
    ],
)
def test_words_are_read(data: bytes, text: str) -> None:
    assert text_of(data) == text


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%!PS-Adobe-3.0 EPSF-3.0 (Odile) show",
        b"\x89PNG\r\n\x1a\n",
        b"<svg><text>Odile</text>",
        b'<!DOCTYPE svg [<!ENTITY who "Odile">]><svg><text>&who;</text></svg>',
        b"<html><text>Odile</text></html>",
        b"\x1f\x8b broken",
        emf(struct.pack("<II", 84, 4)),
        emf(emf_text("Odile"))[:120],
        wmf(struct.pack("<IH", 0, 0x0521)),
        wmf(wmf_record(0x0521, b"")),
    ],
)
def test_what_is_damaged_or_no_drawing_says_nothing(data: bytes) -> None:
    assert text_of(data) == ""


def test_texts_in_texts_do_not_multiply() -> None:
    nested = "<text>" * 200 + "Odile " * 100_000 + "</text>" * 200
    assert 100_000 < len(text_of(f"<svg>{nested}</svg>".encode())) <= 200_000


@pytest.mark.parametrize(
    "lying",
    [
        struct.pack("<IHH", 4, 0x0521, 0xFFFF),
        struct.pack("<IHhhHH", 7, 0x0A32, 5, 5, 0xFFFF, 0),
    ],
    ids=["text", "extended text"],
)
def test_a_text_ends_with_its_record(lying: bytes) -> None:
    odile = wmf_record(0x0521, struct.pack("<H", 5) + b"Odile")
    assert text_of(wmf(lying, odile)) == "Odile"
    assert len(text_of(wmf(*[lying] * 20_000, odile))) < 100
