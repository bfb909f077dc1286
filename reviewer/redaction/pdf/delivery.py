# SPDX-License-Identifier: MIT
"""Hands what is finished over from pikepdf to the file that is written, and empties it: pikepdf keeps all it was given.

Only what a page leads to is handed over, under numbers in the order in which it is met: nothing that was made and not
used is in the file, nor leaves a gap in it.
"""

from __future__ import annotations

import re
import zlib
from typing import Any

import pikepdf

from reviewer.redaction.pdf.packed import PackedFile

_REFERENCE = re.compile(rb"<[0-9a-fA-F]*>|\((?:[^\\()]|\\.)*\)|(\d+) 0 R", re.DOTALL)
"""References, and the strings in which something could look like one."""


class Delivery:
    """The way of objects from `new`, which nobody saves, into `file`."""

    def __init__(self, new: pikepdf.Pdf, *, tagged: bool) -> None:
        self._new = new
        self._kinds_of_later = {"/Font", "/Annot"} if tagged else {"/Font"}
        """Letters are added to a font until all pages are done; links get their place among the tags."""
        self.file = PackedFile()
        self._numbers: dict[int, int] = {}
        self._waiting: list[int] = []
        self._later: list[int] = []

    def number_of(self, handle: Any) -> int:
        """The number of an object in the file; whoever asks for it hands the object over, or writes it himself."""
        at = handle.objgen[0]
        if at not in self._numbers:
            self._numbers[at] = self.file.reserve()
        return self._numbers[at]

    def written(self, handle: Any) -> int:
        """The number of an object that was handed over; 0 when nothing that was led to it."""
        return self._numbers.get(handle.objgen[0], 0)

    def hand_over(self, handle: Any) -> None:
        """Write an object that is complete, with all that it leads to, save what is completed later."""
        self.number_of(handle)
        self._waiting.append(handle.objgen[0])
        self._write_waiting()

    def finished(self, root: Any, information: Any) -> bytes:
        """Write what had to wait, the catalogue and the properties; gives the whole file."""
        while self._later:
            self._waiting, self._later = self._later[::-1], []
            self._write_waiting()
        for handle in (root, information):
            self.hand_over(handle)
        return self.file.finished(self.number_of(root), self.number_of(information))

    def _write_waiting(self) -> None:
        while self._waiting:
            at = self._waiting.pop()
            self._write(self._new.get_object(at, 0), self._numbers[at])

    def _write(self, obj: Any, number: int) -> None:
        if isinstance(obj, pikepdf.Stream):
            data, values = bytes(obj.read_raw_bytes()), obj.stream_dict
            if "/Filter" not in values and values.get("/Type") != pikepdf.Name.Metadata:
                values["/Filter"], data = pikepdf.Name.FlateDecode, zlib.compress(data)
            if "/Length" in values:
                del values["/Length"]
            self.file.add_stream(number, self._renumbered(values.unparse()), data)
            obj.write(b"")
            return
        self.file.add(number, self._renumbered(obj.unparse(resolved=True)))
        if isinstance(obj, pikepdf.Dictionary):
            for key in list(obj.keys()):
                del obj[key]

    def _renumbered(self, body: bytes) -> bytes:
        return _REFERENCE.sub(self._reference, body)

    def _reference(self, match: re.Match[bytes]) -> bytes:
        if match[1] is None:
            return match[0]
        at = int(match[1])
        if at not in self._numbers:
            self._numbers[at] = self.file.reserve()
            (self._later if self._is_later(at) else self._waiting).append(at)
        return b"%d 0 R" % self._numbers[at]

    def _is_later(self, at: int) -> bool:
        obj: Any = self._new.get_object(at, 0)
        return isinstance(obj, pikepdf.Dictionary) and str(obj.get("/Type", "")) in self._kinds_of_later
