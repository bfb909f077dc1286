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
    return titles(record or {}).get(language) or _NEUTRAL[language]


def titles(record: PortalRecord) -> dict[Language, str]:
    """The titles a person gave, by language; a blank one is left out."""
    given = record.get("title_translated")
    if not isinstance(given, Mapping):
        return {}
    found = {language: str(given.get(language) or "").strip() for language in Language}
    return {language: title for language, title in found.items() if title}


def preview_title(language: Language) -> str:
    """The title of a copy that nobody approved."""
    return _PREVIEW[language]
