# SPDX-License-Identifier: MIT
"""How far the two verdicts without a ground may reach: a strike takes a marking, leaving out takes what is not read."""

from __future__ import annotations

from collections.abc import Iterable

from reviewer.model.decision import MAY_BE_LEFT_OUT, Ruling, Verdict
from reviewer.model.document import Document, Span, Target
from reviewer.model.finding import Category, Finding
from reviewer.signoff.rulings import Fault

_LONGEST_MARKING = 80
"""Code points. "PROTÉGÉ B (une fois rempli) / PROTECTED B (when completed)" has 58."""


def reach_fault(
    target: Target, ruling: Ruling, document: Document, findings: Iterable[Finding]
) -> Fault | None:
    """What is wrong with a verdict at this place: text that goes needs a ground, whatever the verdict is called."""
    match ruling.verdict:
        case Verdict.LEAVE_OUT:
            read = not isinstance(target, Span) or document.story(target.story).kind not in MAY_BE_LEFT_OUT
            return Fault.LEAVES_OUT_READ_TEXT if read else None
        case Verdict.STRIKE if isinstance(target, Span):
            near = [finding for finding in findings if finding.span.overlaps(target)]
            return None if _is_marking(target, near) else Fault.NOT_A_MARKING
        case _:
            return None


def _is_marking(target: Span, near: Iterable[Finding]) -> bool:
    """Whether nothing but markings was found there, and what is beside them is short enough to be one."""
    near = list(near)
    marked = [finding.span for finding in near if finding.category is Category.MARKING]
    others = (finding.span for finding in near if finding.category is not Category.MARKING)
    rest = target.end - target.start - sum(span.end - span.start for span in marked)
    return rest <= _LONGEST_MARKING and all(any(mark.contains(span) for mark in marked) for span in others)
