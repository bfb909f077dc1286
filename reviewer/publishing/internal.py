# SPDX-License-Identifier: MIT
"""The internal file of a release: sign-off sheet, checklist, digests, journal extract; in a folder of its own.

It is never published and never inside the release folder: the digest of a source lets whoever has a copy prove that it
is the source. It holds no text of a document, and neither name nor path of a source: files are named after people.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from pathlib import Path

from reviewer.model.document import Language
from reviewer.publishing.files import new_folder, write_durably
from reviewer.publishing.offers import pictured_facts
from reviewer.publishing.sheet import InternalSheet, Statement, fingerprint, name_of, shown_time
from reviewer.publishing.sheet_page import sheet_page

__all__ = ["HTML", "JSON", "InternalSheet", "Statement", "write_internal"]

_FORMAT = "parvis-internal-1"
HTML = "sign-off.html"
JSON = "sign-off.json"


def write_internal(sheets: Sequence[InternalSheet], folder: Path, *, release: str, made: dt.datetime) -> Path:
    """Write the folder, readable by its owner alone; whole or not at all.

    Raises TargetExists, NoSpace, NotWritable, DiskError.
    """
    when = made.isoformat(timespec="seconds")
    content = {"format": _FORMAT, "release": release, "made": when, "documents": list(map(_facts, sheets))}
    with new_folder(folder, private=True) as half:
        write_durably(half / HTML, sheet_page(sheets, release, when).encode("utf-8"))
        write_durably(half / JSON, json.dumps(content, ensure_ascii=False, indent=1).encode("utf-8") + b"\n")
    return folder


def _facts(sheet: InternalSheet) -> dict[str, object]:
    candidate, signature, approval = sheet.candidate, sheet.signature, sheet.approval
    return {
        "review": {"id": sheet.review.id, "opened": shown_time(sheet.review.opened)},
        "title": {language.value: sheet.title.get(language, "") for language in Language},
        "source": {
            "sha256": sheet.source_sha256,
            "format": sheet.source_format.value,
            "pages": sheet.pages,
            "stories": sheet.stories,
        },
        "coverage": {"pages": sheet.seen_pages, "stories": sheet.seen_stories},
        "blockers": list(sheet.blockers),
        "withheld_by_ground": dict(sheet.withheld_by_ground),
        "disclosed_by_reason": dict(sheet.disclosed_by_reason),
        "candidate": {
            "sha256": candidate.sha256,
            "format": candidate.format.value,
            "prepared": shown_time(candidate.prepared),
            "prepared_by": name_of(sheet, candidate.prepared_by),
            "gate_digest": candidate.gate_digest,
            "warnings": list(candidate.warnings),
            "losses": list(candidate.losses),
            "pictured": pictured_facts(candidate.pictured),
        },
        "accessibility": None if sheet.accessibility is None else sheet.accessibility.to_facts(),
        "signature": {
            "person": sheet.signer.name,
            "time": shown_time(signature.time),
            "seal": signature.seal.digest,
            "public_key": signature.public_key.hex(),
            "fingerprint": fingerprint(signature.public_key),
            "value": signature.value.hex(),
        },
        "approval": {
            "name": approval.name,
            "date": approval.date.isoformat(),
            "reference": approval.reference,
            "recorded_by": name_of(sheet, approval.recorded_by),
        },
        "checklist": [
            {
                "id": each.id,
                "text": {language.value: each.text[language] for language in Language},
                "answer": each.answer,
            }
            for each in sheet.checklist
        ],
        "published": {"file": sheet.file_name, "dataset": sheet.dataset_id, "resource": sheet.resource_id},
        "journal": [
            {
                "number": each.number,
                "time": shown_time(each.time),
                "action": each.action.value,
                "person": name_of(sheet, each.person),
                "details": dict(each.details),
                "hash": each.hash,
            }
            for each in sheet.journal
        ],
    }
