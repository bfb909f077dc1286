# SPDX-License-Identifier: MIT
"""What is left in bytes that are no text, and the gate's own reading of PDF syntax."""

from __future__ import annotations

import os
import zlib

import pytest

from reviewer.verification.extractors.pdf_carve import carve
from reviewer.verification.extractors.pdf_syntax import Sort, readings_of, text_of, tokens
from reviewer.verification.residue import TooLarge, image_surfaces, inflate, printable
from tests.verification.builders import png


def words(data: bytes) -> str:
    return "|".join(surface.text for surface in printable("r", "p", data))


@pytest.mark.parametrize("encoding", ["ascii", "utf-8", "latin-1", "utf-16-le", "utf-16-be"])
def test_runs_of_text_are_found_in_every_encoding(encoding: str) -> None:
    noise = bytes((0, 1, 2, 3)) * 5
    word = "Dubois-Lavoie" if encoding == "ascii" else "Thériault"
    assert word in words(noise + word.encode(encoding) + noise)


def test_noise_has_no_words() -> None:
    assert not list(printable("r", "p", b"\x00\x05" * 99))


def test_what_a_damaged_stream_held_is_read() -> None:
    text = os.urandom(3000).hex().encode()
    packed = zlib.compress(text)
    damaged = packed[:2000] + b"\xff" * 99 + packed[2099:]
    out = inflate(damaged)
    assert text.startswith(out[:1500])
    assert len(out) >= 1500
    assert inflate(b"no stream") == b""
    assert inflate(packed) == text


@pytest.mark.parametrize("tail", [b"", b"\xff" * 99])
def test_a_bomb_is_not_inflated(tail: bytes) -> None:
    packed = zlib.compress(bytes(1_000_000))
    with pytest.raises(TooLarge):
        inflate(packed[: len(packed) - len(tail)] + tail, limit=10_000)


def test_packed_text_of_a_picture_is_found_behind_its_keyword() -> None:
    data = png((b"iTXt", b"xx\x00\x01\x00\x00\x00" + zlib.compress("Thériault".encode())))
    assert any("Thériault" in surface.text for surface in image_surfaces("r", "p", data))


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        (b"(a(b(c))d)", b"a(b(c))d"),
        (rb"(a\(b)", b"a(b"),
        (rb"(\101\7\n\r\t\b\f\\\q)", b"A\x07\n\r\t\b\f\\q"),
        (b"(a\\\nb\\\r\nc)", b"abc"),
        (b"<41 4>", b"A@"),
        (b"<>", b""),
        (b"(open", b"open"),
        (b"(open\\", b"open\\"),
    ],
)
def test_strings(raw: bytes, value: bytes) -> None:
    (token,) = tokens(raw)
    assert (token.sort, token.value) == (Sort.STRING, value)


def test_tokens_of_every_sort() -> None:
    found = [
        (token.sort, token.value)
        for token in tokens(b"% note\n/Na#6De [1 -.5 +2.] <</A true>> R {x} 12abc )")
    ]
    assert found == [
        (Sort.COMMENT, b" note"),
        (Sort.NAME, b"Name"),
        (Sort.MARK, b"["),
        (Sort.NUMBER, b"1"),
        (Sort.NUMBER, b"-.5"),
        (Sort.NUMBER, b"+2."),
        (Sort.MARK, b"]"),
        (Sort.MARK, b"<<"),
        (Sort.NAME, b"A"),
        (Sort.WORD, b"true"),
        (Sort.MARK, b">>"),
        (Sort.WORD, b"R"),
        (Sort.MARK, b"{"),
        (Sort.WORD, b"x"),
        (Sort.MARK, b"}"),
        (Sort.WORD, b"12abc"),
    ]


def test_inline_images_are_stepped_over() -> None:
    found = [token.value for token in tokens(b"BI /W 1 ID (\x00\xff EI Q (x) Tj BI ID \xff(", content=True)]
    assert found[-6:] == [b"Q", b"x", b"Tj", b"BI", b"ID", b" \xff("]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"\xfe\xff\x00T\x00\xe9", "Té"),
        (b"\xff\xfeT\x00\xe9\x00", "Té"),
        (b"\xef\xbb\xbfT\xc3\xa9", "Té"),
        (b"T\xe9", "Té"),
    ],
)
def test_text_strings(raw: bytes, text: str) -> None:
    assert text_of(raw) == text


def test_other_readings_of_a_string() -> None:
    assert "Té" in readings_of(b"T\xc3\xa9")
    assert "Té" in readings_of(b"T\x8e")
    assert "Dub" in readings_of(b"\x00D\x00u\x00b")
    assert "Dub" in readings_of(b"D\x00u\x00b\x00")


def test_objects_are_carved_without_an_index() -> None:
    body = b"<< /Length 9 >> stream\nendobj x \nendstream\nendobj\n"
    wrong = b"<< /Length 5 0 R >> stream\nabc\nendstream\nendobj\n"
    carved = carve(
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n" + body + b"2 0 obj\n" + wrong + b"words 3 0 obj (x) endobj"
    )
    assert [(number, length) for number, _, length in carved.objects] == [(1, 9), (2, 4), (3, None)]
    assert carved.slack == (b"words ",)
    assert carved.ends == 0
    assert carve(b"trailer << /Size 1 >>").trailers == (b" << /Size 1 >>",)
    assert carve(b"4 0 obj << >> stream\nabc").objects == ((4, b" << >> stream\nabc", None),)
    torn = carve(b"4 0 obj << >> stream\nabc endstream")
    assert torn.objects == ((4, b" << >> stream\nabc endstream", None),)
