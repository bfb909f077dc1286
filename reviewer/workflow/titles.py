# SPDX-License-Identifier: MIT
"""The only title a copy may carry: the one a person gave in the portal record, or a neutral one."""

from __future__ import annotations

from collections.abc import Mapping

from reviewer.model.document import Document, Language
from reviewer.model.release import PortalRecord

_NEUTRAL = {Language.EN: "Working document", Language.FR: "Document de travail"}
_PREVIEW = {
    Language.EN: "Preview – not approved for release",
    Language.FR: "Aperçu – diffusion non approuvée",
}


def title_of(record: PortalRecord | None, document: Document) -> str:
    """The record's title in the document's language, else a neutral one; never one taken from the source."""
    language = document.language or Language.EN
    titles = record.get("title_translated") if record else None
    title = titles.get(language) if isinstance(titles, Mapping) else None
    return title.strip() if isinstance(title, str) and title.strip() else _NEUTRAL[language]


def preview_title(language: Language) -> str:
    """The title of a copy that nobody approved."""
    return _PREVIEW[language]
