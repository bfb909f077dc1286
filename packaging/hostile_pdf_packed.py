# SPDX-License-Identifier: MIT
"""Hostile PDF files in what they pack: streams, images, rows, lengths."""

from __future__ import annotations

import zlib

from hostile_pdf import (
    MIB,
    ascii85,
    flate,
    image,
    in_object_stream,
    kind,
    one_page,
    stream,
    written,
    zeros,
)

_OBJECT_PAGE = b"3 0 <</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>"


@kind
def object_stream_encrypted_300_mib() -> bytes:
    return in_object_stream(_OBJECT_PAGE + b" " * (300 * MIB), 1, 4, encrypted=True)


@kind
def object_stream_encrypted_100_mib_of_tokens() -> bytes:
    return in_object_stream(
        _OBJECT_PAGE[:-2] + b"/Odd" + (b"[" + b"1 " * 5000 + b"]") * (10 * MIB // 1000) + b">>",
        1,
        4,
        encrypted=True,
    )


@kind
def object_stream_300_mib() -> bytes:
    return in_object_stream(_OBJECT_PAGE + b" " * (300 * MIB), 1, 4)


@kind
def image_deflate_1_gib() -> bytes:
    return image(zeros(1024 * MIB), b"/FlateDecode", 32_768, 32_768)


@kind
def image_small_claim_1_gib() -> bytes:
    return image(zeros(1024 * MIB), b"/FlateDecode", 300, 300)


@kind
def image_90_megapixels() -> bytes:
    return image(zeros(90 * MIB), b"/FlateDecode", 9_000, 10_000)


@kind
def image_giant_claim() -> bytes:
    return image(zlib.compress(b"\0" * 1000), b"/FlateDecode", 2_000_000, 2_000_000)


@kind
def image_predictor_bomb() -> bytes:
    return image(
        zeros(400 * MIB),
        b"/FlateDecode",
        300,
        300,
        b"/DecodeParms<</Predictor 15/Columns 2000000000/Colors 4>>",
    )


@kind
def image_twice_deflated() -> bytes:
    return image(zlib.compress(zeros(3000 * MIB)), b"[/FlateDecode/FlateDecode]", 300, 300)


@kind
def content_predictor_bomb() -> bytes:
    squeezed = zeros(150 * MIB, b"", fill=b" ")
    objects = one_page()
    objects[5] = stream(squeezed, b"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 1>>")
    return written(objects)


@kind
def jbig2_giant() -> bytes:
    segment = b"\0\0\0\0\x30\0\x01\0\0\0\x13" + b"\x7f\xff\xff\xff" * 2 + bytes(8) + b"\0\0\0"
    return image(segment, b"/JBIG2Decode", 60_000, 60_000)


@kind
def jpx_giant() -> bytes:
    siz = (
        b"\xff\x51\0\x29\0\0"
        + b"\x7f\xff\xff\xff" * 2
        + bytes(8)
        + b"\x7f\xff\xff\xff" * 2
        + bytes(8)
        + b"\0\x01\7\1\1"
    )
    return image(b"\xff\x4f" + siz + b"\xff\xd9", b"/JPXDecode", 60_000, 60_000)


@kind
def jpx_small_claim_giant_inside() -> bytes:
    siz = (
        b"\xff\x51\0\x29\0\0"
        + b"\0\0\xff\xff" * 2
        + bytes(8)
        + b"\0\0\xff\xff" * 2
        + bytes(8)
        + b"\0\x01\7\1\1"
    )
    cod = b"\xff\x52\0\x0c\0\0\0\1\0\5\4\4\0\1"
    qcd = b"\xff\x5c\0\x13\x40" + b"\x40" * 16
    sot = b"\xff\x90\0\x0a\0\0\0\0\0\0\0\1\xff\x93"
    return image(b"\xff\x4f" + siz + cod + qcd + sot + b"\xff\xd9", b"/JPXDecode", 100, 100)


@kind
def length_lies() -> bytes:
    objects = one_page(packed=False)
    objects[5] = objects[5].replace(b"/Length ", b"/Length 9999")
    return written(objects)


@kind
def length_of_itself() -> bytes:
    objects = one_page(packed=False)
    objects[5] = objects[5].replace(b"/Length ", b"/Length 5 0 R/Was ")
    return written(objects)


@kind
def properties_of_entities() -> bytes:
    levels = b"".join(b'<!ENTITY e%d "%b">' % (at, b"&e%d;" % (at - 1) * 10) for at in range(1, 12))
    packet = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "reed">' + levels + b"]><x>&e11;</x>"
    return written(
        one_page(objects={6: flate(packet, b"/Type/Metadata/Subtype/XML")}, root=b"/Metadata 6 0 R")
    )


@kind
def ascii85_behind_flate_2_gib() -> bytes:
    objects = one_page()
    objects[5] = stream(ascii85(zeros(2048 * MIB, fill=b" ")), b"/Filter[/ASCII85Decode/FlateDecode]")
    return written(objects)
