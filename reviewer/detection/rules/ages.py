# SPDX-License-Identifier: MIT
"""Ages said of a person without a label: "Minnie is 16", "Solomiya, twelve, with her mother", "a 4 ans"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.detection.candidate import Candidate, candidate
from reviewer.detection.namewords import TOKEN
from reviewer.detection.reading import Reading
from reviewer.model.finding import Category, EvidenceKind

_WORDS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty"
_AGES = (
    re.compile(
        rf"(?<![\w'-])(?:{TOKEN}|\b[Ss]he|\b[Hh]e)(?: is| was| turned| turns|'s) (?:only |now |just |about )?(?P<value>\d{{1,2}}|(?:{_WORDS}))(?= ?[,.;)]| years?\b| and )"
    ),
    re.compile(
        rf"(?<![\w'-]){TOKEN}\)?,(?: age| aged)? (?P<value>\d{{1,2}}|(?:{_WORDS})),? (?=(?:of|from|with|was|were|is|who|owns?|lives?|and (?:his|her)|du|de|dont|qui|habite|employée?|propriétaire)\b)"
    ),
    re.compile(
        rf"(?<![\w'-]){TOKEN}(?: {TOKEN})? \((?P<value>\d{{1,2}})\)(?! ?\d)(?=,? (?:of|from|was|is|who|and|de|qui|a|est)\b)"
    ),
    re.compile(
        rf"(?<![\w'-])(?:{TOKEN},?|\b[Ii]l|\b[Ee]lle) (?:a|avait|aura) (?P<value>\d{{1,2}} ans)\b(?! (?:de|d'|pour|à)\b)"
    ),
    re.compile(
        rf"(?<![\w'-]){TOKEN}\)?, (?P<value>\d{{1,3}} ans)\b(?! (?:de|d'(?:exp|anc)|plus tard|après))"
    ),
    re.compile(
        r"\b(?:fils|fille|enfant|garçon|homme|femme|petit|petite|élève|étudiante?|boy|girl|man|woman|child|son|daughter) (?:de |of |aged )(?P<value>\d{1,3}(?: ans)?)\b(?! ?(?:per|%|\$|m\b|km))"
    ),
)


class AgeRule:
    """Ages beside a name or a word for a person."""

    def find(self, reading: Reading) -> Iterator[Candidate]:
        """Each age."""
        for pattern in _AGES:
            for match in pattern.finditer(reading.text):
                yield candidate(match.span("value"), Category.AGE, "age_person", 0.65, EvidenceKind.CONTEXT)
