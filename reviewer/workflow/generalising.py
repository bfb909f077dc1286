# SPDX-License-Identifier: MIT
"""What may stand in place of a passage instead of a label: the tenth of a degree, the region, the year."""

from __future__ import annotations

from reviewer.detection.broader import broader
from reviewer.model.document import Document, Language
from reviewer.model.finding import Finding


def offered(document: Document, finding: Finding) -> tuple[str, ...]:
    """Offers from the finest to the coarsest, in the language of the text; none gives the exact value back."""
    story = document.story(finding.span.story)
    language = story.language or document.language or Language.EN
    return broader(finding.category, document.text_of(finding.span), language)
