# SPDX-License-Identifier: MIT
"""Numbers of a person's file told in a sentence: a grievance, a complaint, an application; not a document's number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.detection.candidate import Candidate, candidate
from reviewer.detection.context import has_person, is_denied
from reviewer.detection.reading import Reading
from reviewer.model.finding import Category, EvidenceKind

_NUMBER = re.compile(
    r"(?<![\w@./-])(?=[A-Z0-9-]*\d{3})(?:[A-Z]{1,8}-)?[A-Z0-9]{2,10}(?:-[A-Z0-9]{2,10}){1,5}(?![\w@-]|[./]\w)"
)
_MATTER = re.compile(
    r"\b(?:grievances?|griev(?:ed|or)|complaints?|harassment|investigation|discipline|application|permit (?:file|application)|refugee|immigration|claim|appeal|inquest|police report|occurrence|court file|tribunal|warrant|its own number|case file|(?:his|her|their|my) (?:\w+ )?(?:file|case|statement)|on file|(?:'s) (?:file|case|statement)"
    r"|griefs?|plaintes?|harcèlement|enquête|demande (?:de|d')|permis de (?:travail|séjour|étude)|réfugié|appel|constat|dossier (?:de|du|d'|ouvert)|rapport de police|cour|mandat|son (?:dossier|numéro)|sa déclaration|dossier porte|événement|inscription|registre|prestation)\b",
    re.IGNORECASE,
)
_GRIEVANCE = re.compile(
    r"\b(?:grievances?|complaints?|harassment|griefs?|plaintes?|harcèlement)\b", re.IGNORECASE
)
"""Matters that are always somebody's."""
_OTHER = re.compile(
    r"\b(?:GCdocs|RDIMS|SGDDI|eDocs|contract|contrat|process\w*|processus|drawing|plan|form\w*|certificate|certificat|invoice|facture|resolution|résolution|budget|project|projet|sample|échantillon|book|carnet|guide|index|receipt|reçu)\b[^.;]{0,25}$",
    re.IGNORECASE,
)
_HEADINGS = re.compile(r"\b(?:file|case|reference|ref|dossier|référence|réf)\b", re.IGNORECASE)
_DATE = re.compile(r"^(?:19|20)\d\d(?:-\d\d)+$|^\d{3}-\d{3}-\d{4}$|^\d{3}-\d{4}$")


class FileRule:
    """Codes with hyphens in a sentence about a person's matter."""

    def find(self, reading: Reading) -> Iterator[Candidate]:
        """Each number."""
        for match in _NUMBER.finditer(reading.text):
            if _DATE.match(match.group()) or not self._is_personal(reading, match):
                continue
            yield candidate(
                match.span(),
                Category.FILE_NUMBER,
                "file_of_person",
                0.62,
                EvidenceKind.CONTEXT,
                detail="grievance, complaint, file, grief, plainte, dossier",
            )

    @staticmethod
    def _is_personal(reading: Reading, match: re.Match[str]) -> bool:
        before = re.split(r"(?<=[a-zà-ÿ)])\. ", reading.before(match.start(), 110))[-1]
        if _OTHER.search(before[-60:]) or is_denied(reading, match.span(), None):
            return False
        if not _MATTER.search(before) and not _HEADINGS.search(reading.label(match.start())):
            return False
        return bool(_GRIEVANCE.search(before)) or has_person(reading, match.start())
