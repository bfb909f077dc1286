# SPDX-License-Identifier: MIT
"""The internal file of a release: sign-off sheet, checklist, digests, journal extract; in a folder of its own.

It is never published and never inside the release folder: the digest of a source lets whoever has a copy prove that it
is the source. It holds no text of a document, and neither name nor path of a source: files are named after people.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reviewer.model.document import Format, Language
from reviewer.model.ground import grounds, order
from reviewer.model.journal import Entry
from reviewer.model.release import Approval, Candidate, Signature
from reviewer.model.review import Person, Review
from reviewer.publishing import markup
from reviewer.publishing.files import new_folder, write_durably
from reviewer.publishing.words import reason_words, release_words

_FORMAT = "parvis-internal-1"
_YES = "yes"
HTML = "sign-off.html"
JSON = "sign-off.json"


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of the checklist and what was answered: "yes", or a reason why not."""

    id: str
    text: Mapping[Language, str]
    answer: str


@dataclass(frozen=True, slots=True)
class InternalSheet:
    """All that is kept about one document of a release. Counts are of decisions; a story is a run of text."""

    review: Review
    title: Mapping[Language, str]
    source_sha256: str
    source_format: Format
    pages: int | None
    seen_pages: int
    stories: int
    seen_stories: int
    withheld_by_ground: Mapping[str, int]
    disclosed_by_reason: Mapping[str, int]
    candidate: Candidate
    signature: Signature
    signer: Person
    approval: Approval
    checklist: tuple[Statement, ...]
    journal: tuple[Entry, ...]
    file_name: str
    dataset_id: str
    resource_id: str
    people: Mapping[str, str] = field(default_factory=dict)
    """Names by the ids that the journal holds."""
    blockers: tuple[str, ...] = ()
    """What stood in the way when it was released: nothing, or it would not have been."""


def write_internal(sheets: Sequence[InternalSheet], folder: Path, *, release: str, made: dt.datetime) -> Path:
    """Write the folder, readable by its owner alone; whole or not at all.

    Raises TargetExists, NoSpace, NotWritable, DiskError.
    """
    when = made.isoformat(timespec="seconds")
    content = {"format": _FORMAT, "release": release, "made": when, "documents": list(map(_facts, sheets))}
    titles = " / ".join(release_words("sheet", language)["heading"] for language in Language)
    html = markup.page(titles, {language: _page(sheets, release, when, language) for language in Language})
    with new_folder(folder, private=True) as half:
        write_durably(half / HTML, html.encode("utf-8"))
        write_durably(half / JSON, json.dumps(content, ensure_ascii=False, indent=1).encode("utf-8") + b"\n")
    return folder


def _facts(sheet: InternalSheet) -> dict[str, object]:
    candidate, signature, approval = sheet.candidate, sheet.signature, sheet.approval
    return {
        "review": {"id": sheet.review.id, "opened": _time(sheet.review.opened)},
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
            "prepared": _time(candidate.prepared),
            "prepared_by": _name(sheet, candidate.prepared_by),
            "gate_digest": candidate.gate_digest,
            "warnings": list(candidate.warnings),
            "losses": list(candidate.losses),
        },
        "signature": {
            "person": sheet.signer.name,
            "time": _time(signature.time),
            "seal": signature.seal.digest,
            "public_key": signature.public_key.hex(),
            "fingerprint": _fingerprint(signature.public_key),
            "value": signature.value.hex(),
        },
        "approval": {
            "name": approval.name,
            "date": approval.date.isoformat(),
            "reference": approval.reference,
            "recorded_by": _name(sheet, approval.recorded_by),
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
                "time": _time(each.time),
                "action": each.action.value,
                "person": _name(sheet, each.person),
                "details": dict(each.details),
                "hash": each.hash,
            }
            for each in sheet.journal
        ],
    }


def _page(sheets: Sequence[InternalSheet], release: str, made: str, language: Language) -> str:
    words = release_words("sheet", language)
    top = (
        markup.heading(words["heading"])
        + markup.paragraph(words["internal"])
        + markup.paragraph(
            f"{words['release']}{words['colon']}{release}. {words['made']}{words['colon']}{made}."
        )
    )
    return top + "".join(_sheet(sheet, language) for sheet in sheets)


def _sheet(sheet: InternalSheet, language: Language) -> str:
    words = release_words("sheet", language)
    return "".join(
        (
            markup.heading(sheet.title.get(language) or sheet.file_name, 2),
            markup.table(words["summary"], (words["fact"], words["value"]), _summary(sheet, language)),
            _listed(sheet, "withheld", ("provision", "count"), _withheld(sheet, language), language),
            _listed(sheet, "disclosed", ("reason", "count"), _disclosed(sheet, language), language),
            _listed(sheet, "warnings", ("place",), [(each,) for each in sheet.candidate.warnings], language),
            _listed(sheet, "losses", ("what",), [(each,) for each in sheet.candidate.losses], language),
            _listed(sheet, "checklist", ("statement", "answer"), _checklist(sheet, language), language),
            _listed(
                sheet,
                "journal",
                ("number", "time", "person", "action", "details", "chain"),
                _journal(sheet, language),
                language,
            ),
        )
    )


def _listed(
    sheet: InternalSheet,
    caption: str,
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    language: Language,
) -> str:
    words = release_words("sheet", language)
    if not rows:
        return markup.heading(words[caption], 3) + markup.paragraph(words["none"])
    return markup.table(words[caption], [words[head] for head in heads], rows)


def _summary(sheet: InternalSheet, language: Language) -> list[tuple[str, str]]:
    words = release_words("sheet", language)
    candidate, signature, approval = sheet.candidate, sheet.signature, sheet.approval
    values = {
        "review": sheet.review.id,
        "opened": _time(sheet.review.opened),
        "source_digest": sheet.source_sha256,
        "source_format": sheet.source_format.value.upper(),
        "pages": "–" if sheet.pages is None else str(sheet.pages),
        "seen_pages": str(sheet.seen_pages),
        "stories": str(sheet.stories),
        "seen_stories": str(sheet.seen_stories),
        "blockers": ", ".join(sheet.blockers) or words["nothing"],
        "prepared": f"{_time(candidate.prepared)}, {_name(sheet, candidate.prepared_by)}",
        "copy_digest": candidate.sha256,
        "gate_digest": candidate.gate_digest,
        "file_name": sheet.file_name,
        "dataset": sheet.dataset_id,
        "resource": sheet.resource_id,
        "signed_by": sheet.signer.name,
        "signed": _time(signature.time),
        "seal": signature.seal.digest,
        "public_key": signature.public_key.hex(),
        "fingerprint": _fingerprint(signature.public_key),
        "signature": signature.value.hex(),
        "approved_by": approval.name,
        "approved": approval.date.isoformat(),
        "approval_reference": approval.reference,
    }
    return [(words[key], value) for key, value in values.items()]


def _withheld(sheet: InternalSheet, language: Language) -> list[tuple[str, str]]:
    words, known = release_words("sheet", language), grounds()
    rows = []
    for section, count in sorted(sheet.withheld_by_ground.items(), key=lambda row: order(row[0])):
        ground = known.get(section)
        name = f"{ground.cite[language]} – {ground.label[language]}" if ground else section
        rows.append((f"{name} ({words['revealing']})" if ground and ground.revealing else name, str(count)))
    return rows


def _disclosed(sheet: InternalSheet, language: Language) -> list[tuple[str, str]]:
    words = reason_words(language)
    return [(words.get(reason, reason), str(count)) for reason, count in sheet.disclosed_by_reason.items()]


def _checklist(sheet: InternalSheet, language: Language) -> list[tuple[str, str]]:
    words = release_words("sheet", language)
    return [
        (each.text[language], words["yes"] if each.answer.strip().casefold() == _YES else each.answer)
        for each in sheet.checklist
    ]


def _journal(sheet: InternalSheet, language: Language) -> list[tuple[str, ...]]:
    actions, colon = release_words("action", language), release_words("sheet", language)["colon"]
    return [
        (
            str(each.number),
            _time(each.time),
            _name(sheet, each.person) or "–",
            actions[each.action],
            ", ".join(f"{key}{colon}{value}" for key, value in sorted(each.details.items())) or "–",
            each.hash,
        )
        for each in sheet.journal
    ]


def _name(sheet: InternalSheet, person: str | None) -> str | None:
    return None if person is None else sheet.people.get(person, person)


def _fingerprint(public_key: bytes) -> str:
    return hashlib.sha256(public_key).hexdigest()


def _time(time: dt.datetime) -> str:
    return time.astimezone(dt.UTC).isoformat(timespec="seconds")
