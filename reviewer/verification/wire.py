# SPDX-License-Identifier: MIT
"""How the two processes of the gate speak: frames with their length before them, over pipes, and nothing else."""

from __future__ import annotations

import json
import struct
from typing import Any, BinaryIO

_LENGTH = struct.Struct(">Q")
MAX_FRAME = 2**31


class BadFrame(Exception):
    """The other side did not speak as agreed."""


def write_frame(stream: BinaryIO, data: bytes) -> None:
    """One frame: eight bytes of length, then the bytes."""
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def read_frame(stream: BinaryIO) -> bytes:
    """One frame. Raises BadFrame at a torn or impossible one."""
    header = stream.read(_LENGTH.size)
    if len(header) != _LENGTH.size:
        raise BadFrame
    (length,) = _LENGTH.unpack(header)
    if length > MAX_FRAME:
        raise BadFrame
    data = stream.read(length)
    if len(data) != length:
        raise BadFrame
    return data


def write_message(stream: BinaryIO, kind: str, value: object) -> None:
    """One frame with a kind and a plain value in JSON."""
    write_frame(stream, json.dumps([kind, value]).encode("ascii"))


def read_message(stream: BinaryIO) -> tuple[str, Any]:
    """One message. Raises BadFrame."""
    try:
        kind, value = json.loads(read_frame(stream))
    except (ValueError, TypeError) as error:
        raise BadFrame from error
    return str(kind), value
