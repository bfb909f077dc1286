# SPDX-License-Identifier: MIT
"""What makes a ruling valid: withholding has its ground, disclosing its reason, striking its authority.

A ground that the Act makes mandatory is lifted only by showing that it does not apply (not sensitive, a role of
s. 3(j) to (m) of the Privacy Act) or by its own statutory exception, with the authority recorded. An exclusion
(s. 68, 69) is lifted by nothing; that the passage is none at all must be explained.
"""

from __future__ import annotations

import re
from enum import StrEnum

from reviewer.errors import InvalidDecision
from reviewer.model.decision import Ruling, Verdict
from reviewer.model.finding import Category
from reviewer.model.ground import DiscloseReason, Ground, Obligation, grounds
from reviewer.signoff.reasons import Reason, reasons


class Fault(StrEnum):
    """What a ruling lacks; the `detail` of InvalidDecision."""

    NO_GROUND = "no_ground"
    UNKNOWN_GROUND = "unknown_ground"
    NO_REPLACEMENT = "no_replacement"
    NO_REASON = "no_reason"
    NO_NOTE = "no_note"
    NO_AUTHORITY = "no_authority"
    NOT_A_MARKING = "not_a_marking"
    LEAVES_OUT_READ_TEXT = "leave_out_of_read_text"
    REASON_DOES_NOT_LIFT = "reason_does_not_lift"
    MANDATORY = "mandatory"
    EXCLUSION = "exclusion"
    OTHER_EXCEPTION = "other_exception"


_UNDER_EXCEPTION = frozenset(
    {DiscloseReason.CONSENT, DiscloseReason.ALREADY_PUBLIC, DiscloseReason.STATUTORY_EXCEPTION}
)


def validate(ruling: Ruling, *, category: Category | None = None, ground: str | None = None) -> None:
    """Raise InvalidDecision unless the ruling is complete; category and ground are those suggested for the passage."""
    fault = fault_of(ruling, category=category, ground=ground)
    if fault is not None:
        raise InvalidDecision(detail=fault.value, ground=ground)


def fault_of(ruling: Ruling, *, category: Category | None = None, ground: str | None = None) -> Fault | None:
    """What the ruling lacks, if anything."""
    match ruling.verdict:
        case Verdict.WITHHOLD:
            return _grounds_fault(ruling)
        case Verdict.GENERALISE:
            # It is printed in the copy as it stands: one line of signs that can be seen.
            return _grounds_fault(ruling) or (None if ruling.is_worded else Fault.NO_REPLACEMENT)
        case Verdict.STRIKE:
            return _strike_fault(ruling, category)
        case Verdict.CONSULT:
            return None if ruling.note.strip() else Fault.NO_NOTE
        case Verdict.LEAVE_OUT:
            return None
        case _:
            return _disclose_fault(ruling, ground)


def _grounds_fault(ruling: Ruling) -> Fault | None:
    if not ruling.grounds:
        return Fault.NO_GROUND
    return None if all(section in grounds() for section in ruling.grounds) else Fault.UNKNOWN_GROUND


def _strike_fault(ruling: Ruling, category: Category | None) -> Fault | None:
    # A strike names no ground: used on anything but a marking it would withhold without one.
    if category not in {None, Category.MARKING}:
        return Fault.NOT_A_MARKING
    return None if ruling.authority.strip() else Fault.NO_AUTHORITY


def _disclose_fault(ruling: Ruling, section: str | None) -> Fault | None:
    if ruling.reason is None:
        return Fault.NO_REASON
    reason = reasons()[ruling.reason]
    if section is None:
        return _written_fault(ruling, reason)
    ground = grounds().get(section)
    if ground is None:
        return Fault.UNKNOWN_GROUND
    if not reason.lifts(ground):
        return _refusal(ground)
    if ground.obligation is Obligation.MANDATORY and reason.reason in _UNDER_EXCEPTION:
        return _exception_fault(ruling, ground)
    if ground.obligation is Obligation.EXCLUSION:
        # Only "not sensitive" comes here: a false alarm about Cabinet needs a sentence, not a click.
        return None if ruling.note.strip() else Fault.NO_NOTE
    return _written_fault(ruling, reason)


def _refusal(ground: Ground) -> Fault:
    if ground.obligation is Obligation.EXCLUSION:
        return Fault.EXCLUSION
    return Fault.MANDATORY if ground.obligation is Obligation.MANDATORY else Fault.REASON_DOES_NOT_LIFT


def _written_fault(ruling: Ruling, reason: Reason) -> Fault | None:
    if reason.reason is DiscloseReason.STATUTORY_EXCEPTION and not ruling.authority.strip():
        return Fault.NO_AUTHORITY
    written = ruling.note.strip() or ruling.authority.strip()
    return Fault.NO_NOTE if reason.needs_note and not written else None


def _exception_fault(ruling: Ruling, ground: Ground) -> Fault | None:
    if not ruling.authority.strip():
        return Fault.NO_AUTHORITY
    if ruling.reason is not DiscloseReason.STATUTORY_EXCEPTION:
        return None
    return (
        None if any(_cites(ruling.authority, each) for each in ground.exceptions) else Fault.OTHER_EXCEPTION
    )


def _cites(authority: str, exception: str) -> bool:
    """Whether the authority names the provision: "par. 19(2)" and "ATIA s. 19(2)(c)" name 19(2), "119(2)" does not."""
    provision = exception.rsplit(maxsplit=1)[-1]
    return re.search(rf"(?<![\d.]){re.escape(provision)}(?!\d|\.\d)", authority) is not None
