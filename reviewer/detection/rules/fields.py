# SPDX-License-Identifier: MIT
"""Values known by the label of their field: a column of NAS, "Tél. cell. : …", "Password" on the line above."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from reviewer import paths
from reviewer.detection.candidate import Candidate, candidate
from reviewer.detection.fields import Field
from reviewer.detection.namewords import fold
from reviewer.detection.reading import Reading
from reviewer.model.finding import Category, EvidenceKind

_SCORE = 0.88
_REMEMBERED = 4_000
_PERSON_HEADING = re.compile(
    r"\b(?:names?|surname|employee|applicant|candidate|client|incumbent|person|noms?|prenom|employee?|titulaire|candidate?|requerant|salarie)\b"
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """What a label announces."""

    category: Category
    rule: str
    cue: str
    labels: re.Pattern[str]
    value: re.Pattern[str]
    whole: bool
    row: bool
    least: int


@cache
def known() -> tuple[Labelled, ...]:
    """Every kind of field of resources/lexicons/field_labels.toml."""
    with paths.resource("lexicons", "field_labels.toml").open("rb") as file:
        rows = tomllib.load(file)["field"]
    return tuple(
        Labelled(
            category=Category(row["category"]),
            rule=row["rule"],
            cue=row["cue"],
            labels=re.compile(row["labels"]),
            value=re.compile(
                rf"(?<![\w-])(?:{row['value']})(?![\w-])", re.IGNORECASE if row.get("any_case") else 0
            ),
            whole=row.get("whole", False),
            row=row.get("row", False),
            least=row.get("least", 1),
        )
        for row in rows
    )


@lru_cache(_REMEMBERED)
def announced(label: str) -> tuple[Labelled, ...]:
    """What a label announces; most announce nothing."""
    plain = re.sub(r"[.…_*]+", " ", fold(label)).replace(" :", "")
    plain = re.sub(r"\s+", " ", plain).strip(" :-")
    return tuple(one for one in known() if one.labels.fullmatch(plain))


class FieldRule:
    """Labels of forms and headings of columns act on their cells."""

    def find(self, reading: Reading) -> Iterator[Candidate]:
        """Each labelled value."""
        for field in reading.fields:
            for one in announced(field.label):
                for start, end in _values(reading.text, field, one):
                    yield candidate(
                        (start, end), one.category, one.rule, _SCORE, EvidenceKind.LABEL, detail=one.cue
                    )


def _values(text: str, field: Field, one: Labelled) -> Iterator[tuple[int, int]]:
    if one.row and not any(_PERSON_HEADING.search(fold(heading)) for heading in field.headings):
        return
    if one.whole:
        written = text[field.start : field.end]
        if one.value.fullmatch(text, field.start, field.end) and _has_digits(written, one.least):
            yield field.start, field.end
        return
    for match in one.value.finditer(text, field.start, field.end):
        yield match.span()


def _has_digits(written: str, least: int) -> bool:
    """Whether an amount is long enough to be one; a password may have no digit at all."""
    return least == 1 or sum(sign.isdigit() for sign in written) >= least
