# SPDX-License-Identifier: MIT
"""The sign-off sheet as a page that people read, in both languages."""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.model.document import Language
from reviewer.model.ground import grounds, order
from reviewer.publishing import markup
from reviewer.publishing.offers import accessibility_rows, other_losses, pictured_sentences
from reviewer.publishing.sheet import InternalSheet, fingerprint, name_of, shown_time
from reviewer.publishing.words import reason_words, release_words

_YES = "yes"


def sheet_page(sheets: Sequence[InternalSheet], release: str, made: str) -> str:
    """The whole page."""
    titles = " / ".join(release_words("sheet", language)["heading"] for language in Language)
    return markup.page(titles, {language: _page(sheets, release, made, language) for language in Language})


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
            _listed(sheet, "losses", ("what", "count"), _losses(sheet, language), language),
            _listed(sheet, "pictured", ("what",), _pictured(sheet, language), language),
            _accessibility(sheet, language),
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
        "opened": shown_time(sheet.review.opened),
        "source_digest": sheet.source_sha256,
        "source_format": sheet.source_format.value.upper(),
        "pages": "–" if sheet.pages is None else str(sheet.pages),
        "seen_pages": str(sheet.seen_pages),
        "stories": str(sheet.stories),
        "seen_stories": str(sheet.seen_stories),
        "blockers": ", ".join(sheet.blockers) or words["nothing"],
        "prepared": f"{shown_time(candidate.prepared)}, {name_of(sheet, candidate.prepared_by)}",
        "copy_digest": candidate.sha256,
        "gate_digest": candidate.gate_digest,
        "file_name": sheet.file_name,
        "dataset": sheet.dataset_id,
        "resource": sheet.resource_id,
        "signed_by": sheet.signer.name,
        "signed": shown_time(signature.time),
        "seal": signature.seal.digest,
        "public_key": signature.public_key.hex(),
        "fingerprint": fingerprint(signature.public_key),
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


def _losses(sheet: InternalSheet, language: Language) -> list[tuple[str, str]]:
    """A writer's codes, `kind[:page]:count`, in words."""
    words = {**release_words("place", language), **release_words("loss", language)}
    rows = []
    for code in other_losses(sheet.candidate.losses, sheet.candidate.pictured):
        kind, *rest = code.split(":")
        page = f" {rest[0]}" if len(rest) > 1 else ""
        rows.append((f"{words.get(kind, kind)}{page}", rest[-1] if rest else "–"))
    return rows


def _pictured(sheet: InternalSheet, language: Language) -> list[tuple[str]]:
    sentences = pictured_sentences(sheet.candidate.pictured, sheet.accessibility, sheet.pages, language)
    return [(each,) for each in sentences]


def _accessibility(sheet: InternalSheet, language: Language) -> str:
    words = release_words("sheet", language)
    if sheet.accessibility is None:
        return markup.heading(words["accessibility"], 3) + markup.paragraph(words["not_counted"])
    rows = accessibility_rows(sheet.accessibility, language)
    return markup.table(words["accessibility"], (words["fact"], words["value"]), rows)


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
            shown_time(each.time),
            name_of(sheet, each.person) or "–",
            actions[each.action],
            ", ".join(f"{key}{colon}{value}" for key, value in sorted(each.details.items())) or "–",
            each.hash,
        )
        for each in sheet.journal
    ]
