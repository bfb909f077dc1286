# SPDX-License-Identifier: MIT
"""Names glued to other letters in addresses, links and file names, where no whole word stands: "ecastonguay@…"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewer.documents.place import Pattern, candidates, joined

_LETTERS = 4
_LOOSE = 2
"""So many letters more are initials: "mkaya@…" is Kaya, "martinez@…" is not Martin."""
TELLING = 7
"""From so many letters a name counts whatever is stuck to it: "jeantremblay@…"."""
_ENDINGS = (
    "pdf docx? docm xlsx? pptx? txt csv jpe?g png gif html? msg eml zip rtf odt md json xml ca com org net"
)
_ADDRESS = re.compile(
    rf"\S+@\S+|(?<!\w)@\w+|\S+://\S+|www\.\S+|\S*/\S+/\S+|\S*\\\S+"
    rf"|\S+\.(?:{_ENDINGS.replace(' ', '|')})(?!\w)",
    re.IGNORECASE,
)
_LOCAL_PART = re.compile(r"[\w.+-]+(?=@)")


def glued(
    text: str, folded: str, index: Sequence[int], term: Pattern, *, telling: int = TELLING
) -> Iterator[tuple[int, int]]:
    """Parts of addresses, links and file names in which a name is glued to other letters: "ecastonguay@…".

    Of an address of electronic mail all before the sign goes, else the run of letters that holds the name.
    """
    length = len(term.folded)
    if not term.name or length < _LETTERS or not term.folded.isalpha():
        return
    for at, end_at in candidates(folded, term.folded):
        first, last = _run(text, index, at, end_at)
        stuck = folded[first:at] + folded[end_at:last]
        letters = sum(each.isalpha() for each in stuck)
        if stuck and (letters <= _LOOSE or length >= telling):
            start, end = index[first], index[last - 1] + 1
            if _around(_ADDRESS, text, start, end) is not None:
                yield _around(_LOCAL_PART, text, start, end) or (start, end)


def _around(shape: re.Pattern[str], text: str, start: int, end: int) -> tuple[int, int] | None:
    """The match of a shape that holds a place, within the stretch without blanks around it."""
    left, right = start, end
    while left > 0 and not text[left - 1].isspace():
        left -= 1
    while right < len(text) and not text[right].isspace():
        right += 1
    for match in shape.finditer(text, left, right):
        if match.start() <= start and end <= match.end():
            return match.span()
    return None


def _run(text: str, index: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """The folded characters that nothing parts from a place."""
    while start > 0 and joined(text, index[start - 1], index[start]):
        start -= 1
    while end < len(index) and joined(text, index[end - 1], index[end]):
        end += 1
    return start, end
