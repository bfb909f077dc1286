# SPDX-License-Identifier: MIT
"""How facts of the model lie in columns, and how they come back exactly as they were."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from reviewer.model.decision import Answer, Decision, Ruling, Verdict
from reviewer.model.document import (
    Box,
    Choice,
    Language,
    Problem,
    ProblemKind,
    Region,
    Span,
    Story,
    StoryKind,
    Target,
)
from reviewer.model.finding import Category, Evidence, EvidenceKind, Finding, Role, Suggestion, Tier
from reviewer.model.ground import DiscloseReason

Row = Mapping[str, Any]
_SPAN_NUMBERS = 2


def text(value: str) -> bytes:
    """A text of a document or a file name; lone surrogates survive."""
    return value.encode("utf-8", "surrogatepass")


def untext(value: bytes) -> str:
    """The text again."""
    return value.decode("utf-8", "surrogatepass")


def when(time: dt.datetime) -> str:
    """An aware time, in UTC, sortable as text."""
    return time.astimezone(dt.UTC).isoformat(timespec="microseconds")


def unwhen(value: str) -> dt.datetime:
    """The time again."""
    return dt.datetime.fromisoformat(value)


def pack(value: object) -> str:
    """JSON in ASCII, always the same for the same value."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def unpack(value: str) -> Any:
    """The value again."""
    return json.loads(value)


def target(place: Target) -> str:
    """A decision's target as a key: equal places give equal keys, and the three kinds never the same."""
    if isinstance(place, Span):
        return pack([place.story, place.start, place.end])
    first = place.page if isinstance(place, Box) else place.problem
    # Adding zero turns -0.0 into 0.0: the two are equal places.
    return pack([first, *(float(side) + 0.0 for side in (place.x0, place.y0, place.x1, place.y1))])


def untarget(value: str) -> Target:
    """The target again: a page comes first in a box, a span has three parts."""
    first, *rest = unpack(value)
    if not isinstance(first, str):
        return Box(first, *rest)
    return Span(first, *rest) if len(rest) == _SPAN_NUMBERS else Region(first, *rest)


def ruling(value: Ruling) -> str:
    """All of a ruling but its verdict, which has a column of its own."""
    return pack(
        {
            "grounds": value.grounds,
            "reason": value.reason,
            "authority": value.authority,
            "replacement": value.replacement,
            "note": value.note,
        }
    )


def unruling(verdict: str, value: str) -> Ruling:
    """The ruling again."""
    parts = unpack(value)
    reason = parts["reason"]
    return Ruling(
        verdict=Verdict(verdict),
        grounds=tuple(parts["grounds"]),
        reason=DiscloseReason(reason) if reason else None,
        authority=parts["authority"],
        replacement=parts["replacement"],
        note=parts["note"],
    )


def decision(row: Row) -> Decision:
    """A decision from its row."""
    return Decision(
        untarget(row["target"]),
        unruling(row["verdict"], row["ruling"]),
        row["person"],
        unwhen(row["time"]),
        row["act"],
    )


def answer(row: Row) -> Answer:
    """An answer from its row."""
    return Answer(row["problem"], Choice(row["choice"]), row["person"], unwhen(row["time"]), row["act"])


def problems(values: tuple[Problem, ...]) -> str:
    """The problems of a document."""
    return pack(
        [
            [item.id, item.kind, list(item.choices), item.safe, item.story, item.page, item.count]
            for item in values
        ]
    )


def unproblems(value: str) -> tuple[Problem, ...]:
    """The problems again."""
    return tuple(
        Problem(key, ProblemKind(kind), tuple(map(Choice, choices)), Choice(safe), story, page, count)
        for key, kind, choices, safe, story, page, count in unpack(value)
    )


def story(value: Story) -> dict[str, object]:
    """The columns of a story."""
    return {
        "id": text(value.id),
        "kind": value.kind.value,
        "text": text(value.text),
        "page": value.page,
        "visible": int(value.visible),
        "language": value.language.value if value.language else None,
    }


def unstory(row: Row) -> Story:
    """The story again."""
    return Story(
        untext(row["id"]),
        StoryKind(row["kind"]),
        untext(row["text"]),
        row["page"],
        bool(row["visible"]),
        Language(row["language"]) if row["language"] else None,
    )


def finding(value: Finding) -> dict[str, object]:
    """The columns of a finding."""
    return {
        "story": text(value.span.story),
        "start": value.span.start,
        "end": value.span.end,
        "category": value.category.value,
        "rule": value.rule,
        "tier": value.tier.value,
        "confidence": value.confidence,
        "suggestion": value.suggestion.value,
        "sources": pack(
            [[source.kind, source.rule, source.score, source.detail] for source in value.sources]
        ),
        "role": value.role.value if value.role else None,
        "ground": value.ground,
        "entity": None if value.entity is None else text(value.entity),
    }


def unfinding(row: Row) -> Finding:
    """The finding again."""
    return Finding(
        span=Span(untext(row["story"]), row["start"], row["end"]),
        category=Category(row["category"]),
        rule=row["rule"],
        tier=Tier(row["tier"]),
        confidence=row["confidence"],
        suggestion=Suggestion(row["suggestion"]),
        sources=tuple(
            Evidence(EvidenceKind(kind), rule, score, detail)
            for kind, rule, score, detail in unpack(row["sources"])
        ),
        role=Role(row["role"]) if row["role"] else None,
        ground=row["ground"],
        entity=None if row["entity"] is None else untext(row["entity"]),
    )
