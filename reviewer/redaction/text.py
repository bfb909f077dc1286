# SPDX-License-Identifier: MIT
"""The writer for plain text, and for any text that is not laid out: labels in place of spans."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from presidio_anonymizer import AnonymizerEngine
from presidio_anonymizer.entities import OperatorConfig, RecognizerResult

from reviewer.documents.source import Source
from reviewer.documents.text import STORY_ID
from reviewer.redaction.plan import Plan, Removal


@cache
def _engine() -> AnonymizerEngine:
    return AnonymizerEngine()  # type: ignore[no-untyped-call]  # presidio's constructor has no annotations


def apply_labels(text: str, removals: Iterable[Removal]) -> str:
    """The text with each removal replaced by its label. Removals are disjoint.

    Each span gets an entity type of its own: presidio-anonymizer joins two spans of one type that only blanks
    separate, and swallows the gap.
    """
    results: list[RecognizerResult] = []
    operators: dict[str, OperatorConfig] = {}
    for number, removal in enumerate(removals):
        kind = f"REMOVAL_{number}"
        results.append(RecognizerResult(kind, removal.start, removal.end, 1.0))
        operators[kind] = OperatorConfig("replace", {"new_value": removal.label})
    if not results:
        return text
    return _engine().anonymize(text, results, operators).text


def write_text(source: Source, plan: Plan) -> bytes:
    """A new UTF-8 file: the note, when the plan has one, then the text with its labels."""
    body = apply_labels(source.document.story(STORY_ID).text, plan.removals.get(STORY_ID, ()))
    if plan.note is not None:
        end = "\r\n" if "\r\n" in body else "\n"
        body = plan.note.text.replace("\n", end) + f"{end}{end}---{end}{end}" + body
    return body.encode("utf-8")
