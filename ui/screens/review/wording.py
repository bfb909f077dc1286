# SPDX-License-Identifier: MIT
"""What the decision panel holds beside the verdict, and the ruling that comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reviewer.model.decision import Ruling, Verdict
from reviewer.model.ground import DiscloseReason


class Scope(StrEnum):
    """How far a verdict reaches."""

    HERE = "here"
    DOCUMENT = "document"
    BATCH = "batch"


@dataclass(frozen=True, slots=True)
class Wording:
    """What the decision panel holds beside the verdict."""

    ground: str = ""
    reason: DiscloseReason | None = None
    replacement: str = ""
    authority: str = ""
    note: str = ""
    scope: Scope = Scope.HERE


def ruling_of(verdict: Verdict, wording: Wording) -> Ruling:
    """What the panel holds, as far as the verdict has a use for it."""
    grounded = verdict in {Verdict.WITHHOLD, Verdict.GENERALISE}
    return Ruling(
        verdict,
        grounds=(wording.ground,) if grounded and wording.ground else (),
        reason=wording.reason if verdict is Verdict.DISCLOSE else None,
        authority=wording.authority if verdict in {Verdict.STRIKE, Verdict.DISCLOSE} else "",
        replacement=wording.replacement if verdict is Verdict.GENERALISE else "",
        note=wording.note,
    )
