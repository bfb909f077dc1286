# SPDX-License-Identifier: MIT
"""Names with the surname first: SURNAME, Given; and Surname, Given where a label, a column or a list says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.detection import nameshapes as shapes
from reviewer.detection.nameevidence import NameEvidence
from reviewer.detection.namewords import fold, words
from reviewer.detection.reading import Reading


class InvertedNames:
    """The inverted names of a reading."""

    def __init__(self, reading: Reading, evidence: NameEvidence) -> None:
        self.reading = reading
        self.text = reading.text
        self._evidence = evidence

    def places(self) -> Iterator[tuple[int, int]]:
        """LAST, First; and Last, First in a column of names or before a unit in brackets."""
        for match in shapes.INVERTED.finditer(self.text):
            last = match.group().split(",")[0]
            unit = shapes.UNIT.match(self.text, match.end())
            first = match.group().split(", ")[1].split()[0]
            capitals = shapes.CAPITALS.match(last) and len(last) > 4 and not shapes.CAPITALS.match(first)
            given = (
                any(part in words().given for part in fold(first).split("-"))
                and fold(last) not in words().places
                and not shapes.CAPITALS.match(last)
                and not self._is_list(match)
            )
            if words().is_word(fold(last)) and not capitals:
                continue
            unknown = not any(
                part in words().common or part in words().places
                for part in (fold(first), *fold(last).split())
            )
            labelled = unknown and self._evidence.is_labelled(match.start())
            labelled |= self._follows_word(match, fold(last), fold(first))
            labelled |= fold(last) in words().surnames and (
                self._evidence.is_labelled(match.start()) or self._fills_cell(*match.span())
            )
            if not (capitals or unit or given or labelled or self._evidence.in_name_cell(*match.span())):
                continue
            cue = words()
            parts = [fold(part) for part in re.split(r"[ ,]+", match.group())]
            if parts[0] in cue.surnames:
                parts = parts[1:]
            if not any(part in cue.things or part in cue.ordinary for part in parts):
                yield match.start(), unit.end() if unit else match.end()

    def _follows_word(self, match: re.Match[str], last: str, first: str) -> bool:
        """Whether an unknown word and a known name stand inverted in running text: "between Okemaw, Lester and …"."""
        cue = words()
        if (
            " " in last
            or last in cue.common
            or last in cue.places
            or last in cue.firsts
            or not cue.is_name(first)
        ):
            return False
        after = shapes.GOES_ON_SMALL.match(self.reading.after(match.end(), 8))
        return bool(after and shapes.SMALL_BEFORE.search(self.reading.before(match.start(), 20)))

    def _fills_cell(self, start: int, end: int) -> bool:
        """Whether a place is all of a cell of a table's row."""
        line = self.reading.line_at(start)
        return (
            line is not None
            and line.is_row
            and any(cell.start == start and cell.end == end for cell in line.cells)
        )

    def _is_list(self, match: re.Match[str]) -> bool:
        """Whether "A, B" are two people of a list rather than one whose surname comes first."""
        last, _, first = match.group().partition(", ")
        before = self.reading.before(match.start(), 30)
        if shapes.PLURAL.search(before) or (" " in last and fold(last.split(maxsplit=1)[0]) in words().given):
            return True
        follows = shapes.GOES_ON.match(self.reading.after(match.end(), 20))
        return bool(
            fold(last) in words().firsts and (follows or before.endswith((", ", " and ", " et ")))
        ) or (" " in first and fold(first.split()[-1]) in words().surnames and bool(follows))
