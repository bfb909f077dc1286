# SPDX-License-Identifier: MIT
"""Parts of a bank account told one by one: transit, institution and account in columns, on lines of their own, in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reviewer.detection.candidate import Candidate, candidate
from reviewer.detection.reading import Reading
from reviewer.detection.starts import Sought
from reviewer.model.finding import Category, EvidenceKind

_NUMBER = r"(?:(?: (?:no|number|num[ée]ro|num|code)\b\.?| ?n°| ?#)){0,2}"
_KINDS = (
    ("transit", r"transit|branch|succ(?:ursale)?|caisse|folio de transit"),
    ("institution", r"institution|inst|bank|banque|financial institution"),
    ("account", r"account|acct|a/c|compte|cpte|folio|chequing|savings"),
)
_PART = Sought(
    re.compile(
        rf"\b(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _KINDS)})\b\.?{_NUMBER}(?: (?:is|est(?: le)?))?[ :=(]{{1,4}}(?P<value>\d(?:[ -]?\d){{2,11}})(?![\w-])",
        re.IGNORECASE,
    )
)
_HEADINGS = tuple((name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for name, words in _KINDS)
_CELL = re.compile(r"\d(?:[ -]?\d){2,11}")
_NEAR = 90
"""Signs between two parts of one account."""
_JOINED = 24
"""Signs between two parts that are read, and struck, as one."""
_CUE = "transit, institution, account, compte"


class BankRule:
    """A part counts when another part of an account is near: "account 12345" alone may be anything."""

    def find(self, reading: Reading) -> Iterator[Candidate]:
        """Each part."""
        parts = [
            (next(name for name, _ in _KINDS if match[name]), match.span("value"))
            for match in _PART.finditer(reading.text, reading.starts)
        ]
        for number, (kind, place) in enumerate(parts):
            beside = parts[max(0, number - 2) : number] + parts[number + 1 : number + 3]
            if any(other != kind and _gap(place, at) <= _NEAR for other, at in beside):
                yield _part(place)
        for (kind, place), (other, at) in pairwise(parts):
            if other != kind and _gap(place, at) <= _JOINED and "\n" not in reading.text[place[1] : at[0]]:
                yield _part((place[0], at[1]))
        for line in reading.lines:
            kinds = [_kind(cell.header) for cell in line.cells]
            if len({kind for kind in kinds if kind}) < 2:
                continue
            for cell, kind in zip(line.cells, kinds, strict=True):
                written = reading.text[cell.start : cell.end]
                start = cell.start + len(written) - len(written.lstrip())
                if kind and _CELL.fullmatch(written.strip()):
                    yield _part((start, start + len(written.strip())))


def _kind(header: str) -> str:
    return next((name for name, words in _HEADINGS if header and words.search(header)), "")


def _gap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(one[0], other[0]) - min(one[1], other[1])


def _part(place: tuple[int, int]) -> Candidate:
    return candidate(place, Category.BANK_ACCOUNT, "bank_part", 0.85, EvidenceKind.LABEL, detail=_CUE)
