# SPDX-License-Identifier: MIT
"""Searches what goes out beside a copy, its portal record and its papers, for what the copy must not hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reviewer.model.document import Format, Language
from reviewer.model.release import PortalRecord
from reviewer.progress import Report, silent
from reviewer.publishing.record import strings
from reviewer.publishing.schema import profile
from reviewer.redaction.plan import make_plan
from reviewer.signoff.policy import Case
from reviewer.verification.gate import check, refuse
from reviewer.verification.report import GateReport
from reviewer.verification.request import GateRequest, Term
from reviewer.workflow.terms import gate_request


def search_record(
    case: Case, record: PortalRecord, *, also: Iterable[str] = (), report: Report = silent
) -> tuple[str, ...]:
    """Refuse a record that says what the copy withholds; gives what of it the officer must confirm. Raises LeakFound.

    A lone word of a withheld name in a title or a keyword may be somebody else's: only a person can tell.
    """
    document = case.document
    plan = make_plan(document, case.decisions, language=document.language or Language.EN, title="")
    request = gate_request(document, plan, case.decisions, case.findings, format_=Format.TEXT, also=also)
    gate = search_strings(_said(record), request, report=report)
    refuse(gate)
    return warnings_of(gate, "record")


def _said(record: PortalRecord) -> tuple[str, ...]:
    """What a person wrote in a record; codes of the portal are not words about the document."""
    codes = {field.key for field in (*profile().dataset, *profile().resource) if field.choices}
    codes |= {"type", "id", "name", "owner_org"}
    resources = record.get("resources")
    holders = [record, *(resources if isinstance(resources, list) else [])]
    return tuple(
        text
        for holder in holders
        if isinstance(holder, Mapping)
        for key, value in holder.items()
        if key not in codes and key != "resources"
        for text in strings(value)
    )


def search_strings(strings: Iterable[str], request: GateRequest, *, report: Report = silent) -> GateReport:
    """Search texts that go out beside the copy (a portal record, a notice) for what the copy must not hold."""
    terms = tuple(Term(term.text, token=term.token) for term in request.terms)
    text = "\n\n".join(strings)
    plain = GateRequest(Format.TEXT, terms, request.labels, Language.EN, "")
    return check((text or " ").encode("utf-8"), plain, report=report)


def warnings_of(gate: GateReport, place: str = "") -> tuple[str, ...]:
    """The warnings of a report as `kind:place:count`."""
    return tuple(f"{hit.kind}:{place or hit.place}:{hit.count}" for hit in gate.warnings)
