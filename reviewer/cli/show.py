# SPDX-License-Identifier: MIT
"""One review as JSON: places, verdicts and what blocks, without the text of the document."""

from __future__ import annotations

from collections.abc import Mapping

from reviewer.cli.reasons import reasons
from reviewer.model.decision import Decision
from reviewer.model.document import Box, Language, Span, Target
from reviewer.model.finding import Finding
from reviewer.model.review import Person
from reviewer.signoff.policy import Blocker
from reviewer.workflow.sheet import Sheet

_NO_COPY: Mapping[str, object] = {"losses": [], "pictured": [], "accessibility": None}


def sheet_json(sheet: Sheet, names: Mapping[str, Person], language: Language) -> dict[str, object]:
    """All that `review show` prints."""
    case = sheet.case
    return {
        "id": case.review.id,
        "name": case.review.name,
        "state": case.review.state.value,
        "sha256": case.document.sha256,
        "findings": [
            {**_finding(finding), **why}
            for finding, why in zip(
                case.findings, reasons(case.document, case.findings, language, names), strict=True
            )
        ],
        "decisions": [_decision(each, names) for each in case.decisions.decisions],
        "answers": {each.problem: each.choice.value for each in case.decisions.answers},
        "problems": {each.id: [choice.value for choice in each.choices] for each in case.document.problems},
        "blockers": [_blocker(each) for each in sheet.blockers],
        "candidate": sheet.candidate.sha256 if sheet.candidate else None,
        "warnings": list(sheet.candidate.warnings) if sheet.candidate else [],
        **_NO_COPY,
        **(sheet.offers.facts() if sheet.offers else {}),
        "signed_by": names[sheet.signature.person].name if sheet.signature else None,
        "approved": sheet.approval.date.isoformat() if sheet.approval else None,
        "checklist": [
            {"id": each.id, "text": dict(each.text), "blocks": each.blocks} for each in sheet.checklist
        ],
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "story": finding.span.story,
        "start": finding.span.start,
        "end": finding.span.end,
        "category": finding.category.value,
        "tier": finding.tier.value,
        "suggestion": finding.suggestion.value,
        "ground": finding.ground,
        "entity": finding.entity,
    }


def _decision(decision: Decision, names: Mapping[str, Person]) -> dict[str, object]:
    ruling = decision.ruling
    return {
        **_place(decision.target),
        "verdict": ruling.verdict.value,
        "grounds": list(ruling.grounds),
        "reason": ruling.reason.value if ruling.reason else None,
        "by": names[decision.person].name,
        "time": decision.time.isoformat(),
    }


def _place(target: Target) -> dict[str, object]:
    if isinstance(target, Span):
        return {"story": target.story, "start": target.start, "end": target.end}
    where = {"page": target.page} if isinstance(target, Box) else {"image": target.problem}
    return {**where, "box": [target.x0, target.y0, target.x1, target.y1]}


def _blocker(blocker: Blocker) -> dict[str, object]:
    span = blocker.span
    return {
        "kind": blocker.kind.value,
        "story": span.story if span else blocker.story,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "page": blocker.page,
        "problem": blocker.problem,
    }
