# SPDX-License-Identifier: MIT
"""The papers that go with a sample: what a reviewer decides, the portal record, the line in the manifest."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from draft import Draft


def decisions(draft: Draft) -> dict[str, Any]:
    """A decision file: every secret of the sample, by its words, with its ground."""
    # Longest first, so that a person who reads it sees a passage before the names in it.
    ordered = sorted(draft.secrets, key=lambda secret: (-len(secret.term), secret.term))
    return {
        "withhold": [{"term": secret.term, "ground": secret.ground} for secret in ordered],
        "disclose": [_disclosed(value) for value in draft.values("disclose")],
        "answers": {},
    }


def _disclosed(value: str) -> dict[str, str]:
    """What stays visible although it may be flagged: `reason = words`."""
    reason, _, term = value.partition(" = ")
    return {"term": term, "reason": reason}


def record(draft: Draft) -> dict[str, Any]:
    """The portal record, profile `doc`; without ids, which the release makes."""
    facts = draft.facts
    language = ["en", "fr"] if "bilingual" in facts["file"] else [facts["language"]]
    return {
        "type": "doc",
        "owner_org": facts["owner_org"],
        "collection": "primary",
        "title_translated": _both(draft, "title"),
        "notes_translated": _both(draft, "notes"),
        "org_section": _both(draft, "section"),
        "creator": facts["creator"],
        "maintainer_email": "open-ouvert@parvis.example",
        "keywords": {key: draft.values(f"keywords_{key}") for key in ("en", "fr")},
        "subject": draft.values("subject"),
        "audience": draft.values("audience"),
        "date_published": facts["published"],
        "doc_classification_code": "UNCLASSIFIED",
        "license_id": "ca-ogl-lgo",
        "resources": [
            {
                "unique_identifier": facts["reference"],
                "name_translated": {
                    "en": f"{facts['title_en']} (redacted copy)",
                    "fr": f"{facts['title_fr']} (copie caviardée)",
                },
                "resource_type": facts["resource_type"],
                "format": facts["format"],
                "language": language,
            }
        ],
    }


def manifest_line(draft: Draft) -> dict[str, Any]:
    """What must never be in a release of this sample, and what must still be there."""
    facts = draft.facts
    return {
        "language": facts["language"],
        "title_en": facts["title_en"],
        "title_fr": facts["title_fr"],
        "secrets": sorted(secret.term for secret in draft.secrets),
        "secrets_in_images": sorted(secret.term for secret in draft.pictured),
        "keep": draft.values("keep"),
    }


def as_json(value: Any) -> bytes:
    """JSON as it is kept in the repository: two blanks, real accents, a line end."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def _both(draft: Draft, key: str) -> dict[str, str]:
    return {language: draft.facts[f"{key}_{language}"] for language in ("en", "fr")}
