# SPDX-License-Identifier: MIT
"""The seal: one digest over everything that a signature covers. Change any of it, and the signature is void.

SHA-256 of `parvis-seal-1` and a line end, then RFC 8785 (canonical) JSON without floats, with the review's random
salt; what persons wrote to one another enters as a keyed hash.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Mapping
from typing import Any

import rfc8785

from reviewer.errors import RecordInvalid, SealBroken
from reviewer.model.decision import Answer, Decision
from reviewer.model.document import Box, Span, Target
from reviewer.model.release import Candidate, PortalRecord, Seal
from reviewer.signoff.policy import Case

PREFIX = b"parvis-seal-1\n"

_LARGEST_EXACT = 2**53 - 1


def compute(
    case: Case,
    candidate: Candidate,
    record: PortalRecord,
    rules_version: str,
    checklist: Mapping[str, str],
    salt: bytes,
    note_hmac: Callable[[str], str],
) -> Seal:
    """The seal of a review as it stands. Raises SealBroken when the candidate's bytes are not those of its digest."""
    sha256 = hashlib.sha256(candidate.data).hexdigest()
    if sha256 != candidate.sha256:
        raise SealBroken(review=case.review.id, detail="candidate")
    content = {
        "salt": salt.hex(),
        "review": case.review.id,
        "source": {
            "sha256": case.document.sha256,
            "format": case.document.format.value,
            "reader": case.document.reader_version,
        },
        "rules": rules_version,
        "decisions": sorted(
            (_decision(each, note_hmac) for each in case.decisions.decisions),
            key=lambda row: repr(row["target"]),
        ),
        "answers": sorted((_answer(each) for each in case.decisions.answers), key=lambda row: row["problem"]),
        "candidate": {
            "sha256": sha256,
            "format": candidate.format.value,
            "prepared_by": candidate.prepared_by,
            "gate": candidate.gate_digest,
            "warnings": list(candidate.warnings),
            "losses": list(candidate.losses),
            # Only where there are any: seals that were made before pages were told of stay what they are.
            **({"pictured": list(map(list, candidate.pictured))} if candidate.pictured else {}),
        },
        "record": record,
        "checklist": dict(checklist),
    }
    return Seal(hashlib.sha256(PREFIX + canonical(content)).hexdigest(), salt)


def canonical(content: object) -> bytes:
    """RFC 8785 JSON; a float becomes `{"float": its shortest form}`. Raises RecordInvalid for what JSON cannot say."""
    try:
        return rfc8785.dumps(_exact(content))
    except (rfc8785.CanonicalizationError, TypeError, UnicodeEncodeError) as error:
        raise RecordInvalid(fields=(f"record: {type(error).__name__}",)) from error


def _exact(value: object) -> Any:
    """The same value without floats: two programs may write one number differently."""
    if isinstance(value, Mapping):
        return {str(key): _exact(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_exact(item) for item in value]
    if isinstance(value, float):
        return {"float": repr(value)}
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > _LARGEST_EXACT:
        return {"int": str(value)}
    return value


def _decision(decision: Decision, note_hmac: Callable[[str], str]) -> dict[str, object]:
    ruling = decision.ruling
    return {
        "target": _target(decision.target),
        "verdict": ruling.verdict.value,
        "grounds": list(ruling.grounds),
        "reason": ruling.reason.value if ruling.reason else None,
        "authority": note_hmac(ruling.authority) if ruling.authority else None,
        "replacement": note_hmac(ruling.replacement) if ruling.replacement else None,
        "note": note_hmac(ruling.note) if ruling.note else None,
        "person": decision.person,
        "time": _when(decision.time),
    }


def _answer(answer: Answer) -> dict[str, str]:
    return {
        "problem": answer.problem,
        "choice": answer.choice.value,
        "person": answer.person,
        "time": _when(answer.time),
    }


def _when(time: dt.datetime) -> str:
    return time.astimezone(dt.UTC).isoformat(timespec="microseconds")


def _target(target: Target) -> list[object]:
    if isinstance(target, Span):
        return [target.story, target.start, target.end]
    first = target.page if isinstance(target, Box) else target.problem
    return [first, *(repr(float(side)) for side in (target.x0, target.y0, target.x1, target.y1))]
