# SPDX-License-Identifier: MIT
"""Parses CMaps: ToUnicode, and the embedded encodings of composite fonts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

MAX_ENTRIES = 200_000
_LONGEST = 512
"""Bytes of what one code may stand for (ISO 32000-1, 9.10.3): a range would spell a longer one out for each code."""
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])|/([^\s<>\[\]/()]+)|([^\s<>\[\]/()]+)|\((?:\\.|[^)\\])*\)")
_COMMENT = re.compile(rb"%[^\r\n]*")


_MOST_SPELLED = 20_000_000
"""Codes that all ranges of a map may spell out, times over: PDFium, which draws the page, spells out each of them."""


@dataclass(slots=True)
class CMap:
    """Code spaces (length, low, high), code → Unicode, code → CID; `unsafe` when it leans on another CMap."""

    spaces: list[tuple[int, int, int]] = field(default_factory=list)
    unicode: dict[tuple[int, int], str] = field(default_factory=dict)
    cids: dict[tuple[int, int], int] = field(default_factory=dict)
    vertical: bool = False
    unsafe: bool = False
    spelled: int = 0
    """How many codes its ranges spell out, each time anew when they overlap."""
    long: bool = False
    """Whether a range begins at a string that no letter stands for."""

    @property
    def swells(self) -> bool:
        """Whether a reader that spells everything out would not come back."""
        return self.long or self.spelled > _MOST_SPELLED

    def text(self, length: int, code: int) -> str | None:
        """The Unicode of a code of so many bytes; a table written for another length is accepted."""
        found = self.unicode.get((length, code))
        if found is None and length == 1:
            found = self.unicode.get((2, code))
        return found


def parse_cmap(data: bytes) -> CMap:
    """Read a CMap. What cannot be read is left out; `unsafe` tells."""
    cmap = CMap()
    stack: list[object] = []
    for token in _tokens(_COMMENT.sub(b"", data)):
        match token:
            case "begincodespacerange" | "beginbfchar" | "beginbfrange" | "begincidchar" | "begincidrange":
                stack.clear()
            case "endcodespacerange" | "endbfchar" | "endbfrange" | "endcidchar" | "endcidrange":
                _take(cmap, token[3:], stack)
                stack.clear()
            case "usecmap":
                cmap.unsafe = True
            case "def":
                if stack[-2:] == ["/WMode", "1"]:
                    cmap.vertical = True
                stack.clear()
            case _:
                stack.append(token)
        if len(cmap.unicode) + len(cmap.cids) > MAX_ENTRIES or len(stack) > MAX_ENTRIES:
            cmap.unsafe = True
            break
    return cmap


def _tokens(data: bytes) -> Iterator[object]:
    """Byte strings for hexadecimal strings, lists for arrays, text for names (with slash) and words."""
    array: list[object] | None = None
    for match in _TOKEN.finditer(data):
        token: object
        if match.group(1) is not None:
            digits = re.sub(rb"\s", b"", match.group(1))
            token = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
        elif match.group(2):
            array = []
            continue
        elif match.group(3):
            if array is None:
                continue
            token, array = array, None
        elif match.group(4):
            token = "/" + match.group(4).decode("latin-1")
        elif match.group(5):
            token = match.group(5).decode("latin-1")
        else:
            continue
        if array is None:
            yield token
        else:
            array.append(token)


def _take(cmap: CMap, kind: str, stack: list[object]) -> None:
    width = {"codespacerange": 2, "bfchar": 2, "cidchar": 2}.get(kind, 3)
    for at in range(0, len(stack) - width + 1, width):
        row = stack[at : at + width]
        if not isinstance(row[0], bytes) or not row[0]:
            cmap.unsafe = True
            return
        _take_row(cmap, kind, row, len(row[0]), int.from_bytes(row[0], "big"))


def _take_row(cmap: CMap, kind: str, row: list[object], length: int, low: int) -> None:
    high = int.from_bytes(row[1], "big") if isinstance(row[1], bytes) else low
    if kind.endswith("range") and kind != "codespacerange":
        cmap.spelled += max(high - low, 0)
        cmap.long |= isinstance(row[2], bytes) and len(row[2]) > _LONGEST
    if kind == "codespacerange":
        cmap.spaces.append((length, low, high))
    elif kind == "bfchar":
        cmap.unicode[length, low] = _unicode(row[1])
    elif kind == "cidchar":
        cmap.cids[length, low] = _integer(row[1])
    elif high - low > MAX_ENTRIES or cmap.spelled > 4 * MAX_ENTRIES:
        cmap.unsafe = True
    elif kind == "cidrange":
        first = _integer(row[2])
        cmap.cids.update(((length, code), first + code - low) for code in range(low, high + 1))
    elif isinstance(row[2], list):
        for code, value in zip(range(low, high + 1), row[2], strict=False):
            cmap.unicode[length, code] = _unicode(value)
    else:
        base = _raw_unicode(row[2])
        for code in range(low, high + 1):
            cmap.unicode[length, code] = _advance(base, code - low)


def _unicode(value: object) -> str:
    return _raw_unicode(value).replace("\0", "")


def _raw_unicode(value: object) -> str:
    if not isinstance(value, bytes) or len(value) > _LONGEST:
        return ""
    return chr(value[0]) if len(value) == 1 else value.decode("utf-16-be", "replace")


def _advance(base: str, steps: int) -> str:
    if not base:
        return ""
    code = ord(base[-1]) + steps
    if code >= 0x110000 or 0xD800 <= code < 0xE000:
        return ""
    return (base[:-1] + chr(code)).replace("\0", "")


def _integer(value: object) -> int:
    return int(value) if isinstance(value, str) and value.isdigit() else 0
