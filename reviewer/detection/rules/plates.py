# SPDX-License-Identifier: MIT
"""Vehicle plates told with words between the label and the plate."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.detection.candidate import Candidate, candidate
from reviewer.detection.reading import Reading
from reviewer.model.finding import Category, EvidenceKind

_LABEL = r"\b(?:[Pp]lates?|[Pp]laques?|[Ii]mmatricul\w*|[Ll]icen[cs]e plates?)\b"
_PLATE = (
    r"(?=[A-Z0-9 -]{0,8}\d)(?=[A-Z0-9 -]{0,8}[A-Z])[A-Z0-9]{1,4}[ -]?[A-Z0-9]{2,5}(?:[ -][A-Z0-9]{2,4}){0,2}"
)
_TOLD = re.compile(rf"{_LABEL}(?P<gap>[^.;\n\t\d]{{0,45}}?)[ :(](?P<value>{_PLATE})(?![\w-])")


class PlateRule:
    """Case matters: a plate is in capitals."""

    def find(self, reading: Reading) -> Iterator[Candidate]:
        """Each plate after its label."""
        for match in _TOLD.finditer(reading.text):
            value = match.group("value")
            if value.startswith(("VRN", "CFV", "BAF", "NBP")):
                continue  # a vessel's registration
            if any(sign.isdigit() for sign in value) and any(sign.isalpha() for sign in value):
                yield candidate(
                    match.span("value"),
                    Category.VEHICLE_PLATE,
                    "plate_told",
                    0.8,
                    EvidenceKind.LABEL,
                    detail="plate, plaque",
                )
