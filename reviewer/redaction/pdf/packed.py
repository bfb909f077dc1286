# SPDX-License-Identifier: MIT
"""Puts finished objects into the bytes of a new file at once, so that only their places are kept until its end.

Objects are packed into compressed streams, and so is the table of their places (ISO 32000-1, 7.5.7 and 7.5.8). Nothing
in the file depends on the clock.
"""

from __future__ import annotations

import io
import zlib
from array import array

_HEAD = b"%PDF-1.7\n%\xbf\xf7\xa2\xfe\n"
_ID = b"<31415926535897932384626433832795>"
"""The same for every file: an id that is made from a source would tell which copies come from one."""
_FREE, _ALONE, _PACKED = 0, 1, 2
_IN_A_STREAM = 100
_WIDTHS = (1, 4, 1)
_UP = 12
"""The predictor that writes each byte of a row as its difference from the one above."""


class PackedFile:
    """A file that grows object by object; `reserve` gives the number under which an object will be added."""

    def __init__(self) -> None:
        self._out = io.BytesIO()
        self._out.write(_HEAD)
        self._kinds = bytearray([_FREE])
        self._places = array("Q", [0])
        """The offset of an object that stands alone; the number of the stream that another one is packed in."""
        self._indices = bytearray([0])
        self._waiting: list[tuple[int, bytes]] = []

    def reserve(self) -> int:
        """The number of an object that is added later."""
        self._kinds.append(_FREE)
        self._places.append(0)
        self._indices.append(0)
        return len(self._kinds) - 1

    def give_back(self, number: int) -> None:
        """Take back the number that was reserved last: a gap would tell that something stood there."""
        if number != len(self._kinds) - 1 or self._kinds[number] != _FREE:
            raise ValueError(number)
        del self._kinds[-1], self._places[-1], self._indices[-1]

    def add(self, number: int, body: bytes) -> None:
        """An object that is no stream, as it is written."""
        self._kinds[number] = _PACKED
        self._waiting.append((number, body))
        if len(self._waiting) == _IN_A_STREAM:
            self._pack()

    def add_stream(self, number: int, values: bytes, data: bytes) -> None:
        """A stream: its dictionary as it is written, without a length, and its bytes as they stand in the file."""
        self._kinds[number], self._places[number] = _ALONE, self._out.tell()
        self._out.write(b"%d 0 obj\n<< /Length %d %s\nstream\n" % (number, len(data), values[2:].lstrip()))
        self._out.write(data)
        self._out.write(b"\nendstream\nendobj\n")

    def finished(self, root: int, information: int) -> bytes:
        """The whole file."""
        if self._waiting:
            self._pack()
        number, start = self.reserve(), self._out.tell()
        rows = self._rows(number, start)
        columns = sum(_WIDTHS)
        values = (
            b"<< /Type /XRef /Filter /FlateDecode /DecodeParms << /Columns %d /Predictor %d >> /W [ %d %d %d ] "
            b"/Root %d 0 R /Info %d 0 R /Size %d /ID [ %s %s ] >>"
        ) % (columns, _UP, *_WIDTHS, root, information, number + 1, _ID, _ID)
        self.add_stream(number, values, zlib.compress(_predicted(rows, columns)))
        self._out.write(b"startxref\n%d\n%%%%EOF\n" % start)
        return self._out.getvalue()

    def _pack(self) -> None:
        """Write the objects that wait as one stream."""
        number = self.reserve()
        heads: list[bytes] = []
        at = 0
        for index, (each, body) in enumerate(self._waiting):
            self._places[each], self._indices[each] = number, index
            heads.append(b"%d %d" % (each, at))
            at += len(body) + 1
        head = b" ".join(heads) + b"\n"
        values = b"<< /Type /ObjStm /Filter /FlateDecode /N %d /First %d >>" % (len(heads), len(head))
        packed = zlib.compress(head + b"\n".join(body for _number, body in self._waiting))
        self._waiting = []
        self.add_stream(number, values, packed)

    def _rows(self, number: int, start: int) -> bytes:
        self._kinds[number], self._places[number] = _ALONE, start
        rows = bytearray(sum(_WIDTHS) * len(self._kinds))
        rows[0 :: sum(_WIDTHS)] = self._kinds
        for step in range(_WIDTHS[1]):
            shift = 8 * (_WIDTHS[1] - 1 - step)
            rows[1 + step :: sum(_WIDTHS)] = bytes((place >> shift) & 255 for place in self._places)
        rows[sum(_WIDTHS) - 1 :: sum(_WIDTHS)] = self._indices
        return bytes(rows)


def _predicted(rows: bytes, columns: int) -> bytes:
    """Each row after the sign of its filter, as differences from the row above."""
    count = len(rows) // columns
    made = bytearray((columns + 1) * count)
    made[0 :: columns + 1] = b"\2" * count
    for column in range(columns):
        values = rows[column::columns]
        above = b"\0" + values[:-1]
        made[column + 1 :: columns + 1] = bytes(
            (one - other) & 255 for one, other in zip(values, above, strict=True)
        )
    return bytes(made)
