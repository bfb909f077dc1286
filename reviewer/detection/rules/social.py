# SPDX-License-Identifier: MIT
"""Nine digits in a row whose check is right, in a paragraph that speaks of social insurance further back than a label stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.detection import checksums
from reviewer.detection.candidate import Candidate
from reviewer.detection.context import is_denied
from reviewer.detection.reading import Reading
from reviewer.detection.starts import Sought
from reviewer.model.finding import Category, Evidence, EvidenceKind

_NINE = Sought(re.compile(r"(?<![\w@./-])\d{9}(?![\w-]|[.,]\d)"))
_SPOKEN_OF = re.compile(
    r"(?<!\w)(?:SINs?|S\.I\.N\.|NAS|N\.A\.S\.|[Ss]ocial [Ii]nsurance|[Aa]ssurance sociale|TD1|T4A?)(?!\w)"
)
_FAR = 320
_SCORE = 0.75


class SocialRule:
    """Finds what `ca_sin` leaves: the label is a sentence or two away."""

    def find(self, reading: Reading) -> Iterator[Candidate]:
        """Each number."""
        for match in _NINE.finditer(reading.text, reading.starts):
            if not checksums.luhn(match.group()) or is_denied(reading, match.span(), None):
                continue
            if _SPOKEN_OF.search(reading.before(match.start(), _FAR)):
                sources = (
                    Evidence(EvidenceKind.CONTEXT, "sin_far", _SCORE, "social insurance, assurance sociale"),
                    Evidence(EvidenceKind.CHECKSUM, "sin_far", _SCORE, "luhn"),
                )
                yield Candidate(*match.span(), Category.SIN, "ca_sin", _SCORE, sources)
