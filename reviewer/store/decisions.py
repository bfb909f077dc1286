# SPDX-License-Identifier: MIT
"""Decisions and answers: rows are only added, the last row of each target holds, a row without a verdict clears.

One call of `record` is one act of a person; `undo` and `redo` (in `undoing`) take back and repeat whole acts.
"""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Sequence

from reviewer.errors import UsageError
from reviewer.model.decision import Answer, Decision, Decisions, Verdict
from reviewer.model.document import Target
from reviewer.store import codec, journal
from reviewer.store.connection import Store
from reviewer.store.journal import NewEntry
from reviewer.store.undoing import UndoneAct, can_redo, can_undo, redo, undo

__all__ = [
    "UndoneAct",
    "record",
    "current",
    "history",
    "people",
    "undo",
    "redo",
    "can_undo",
    "can_redo",
]


def record(
    store: Store,
    review_id: str,
    decisions: Sequence[Decision],
    answers: Sequence[Answer],
    entry: NewEntry,
    cleared: Sequence[Target] = (),
) -> None:
    """Keep one act: its decisions, its answers, the targets it clears. On return it is on disk."""
    person = entry.person
    count = len(decisions) + len(answers) + len(cleared)
    if person is None or not count:
        raise UsageError(detail="an act has a person and decides something")
    with store.transaction():
        number = store.insert(
            "act",
            {
                "review": review_id,
                "id": _act_id(decisions, answers),
                "kind": "do",
                "count": count,
                "verdict": _common(decisions, cleared),
                "person": person,
                "time": codec.when(entry.time),
            },
        )
        head = {"review": review_id, "written": number}
        made = [head | _decision(item) for item in decisions]
        gone = [head | _cleared(place, person, entry.time) for place in cleared]
        store.insert_all("decision", made + gone)
        store.insert_all("answer", [head | _answer(item) for item in answers])
        journal.append(store, entry)


def current(store: Store, review_id: str) -> Decisions:
    """What holds now: the last decision on each target, the last answer to each problem, oldest first."""
    with store.reading():
        decisions = store.rows("SELECT * FROM current_decision WHERE review = ? ORDER BY number", review_id)
        answers = store.rows("SELECT * FROM current_answer WHERE review = ? ORDER BY number", review_id)
    return Decisions(tuple(map(codec.decision, decisions)), tuple(map(codec.answer, answers)))


def history(store: Store, review_id: str, target: Target) -> tuple[Decision, ...]:
    """Every decision that a person made on this very target, oldest first, also those undone since."""
    rows = store.rows(
        "SELECT decision.* FROM decision JOIN act ON act.number = decision.written"
        " WHERE decision.review = ? AND target = ? AND decision.verdict IS NOT NULL AND kind = 'do'"
        " ORDER BY decision.number",
        review_id,
        codec.target(target),
    )
    return tuple(map(codec.decision, rows))


def people(store: Store, review_id: str) -> frozenset[str]:
    """Everybody who ever decided, answered, cleared, undid or redid something in this review."""
    rows = store.rows("SELECT DISTINCT person FROM act WHERE review = ?", review_id)
    return frozenset(row["person"] for row in rows)


def _act_id(decisions: Sequence[Decision], answers: Sequence[Answer]) -> str:
    acts = [item.act for item in decisions] + [item.act for item in answers]
    return acts[0] if acts else secrets.token_hex(8)


def _common(decisions: Sequence[Decision], cleared: Sequence[Target]) -> str | None:
    """The verdict of the whole act, when it has only one."""
    verdicts: set[Verdict] = {item.ruling.verdict for item in decisions}
    return verdicts.pop().value if len(verdicts) == 1 and not cleared else None


def _decision(item: Decision) -> dict[str, object]:
    return {
        "target": codec.target(item.target),
        "verdict": item.ruling.verdict.value,
        "ruling": codec.ruling(item.ruling),
        "person": item.person,
        "time": codec.when(item.time),
        "act": item.act,
    }


def _cleared(place: Target, person: str, time: dt.datetime) -> dict[str, object]:
    return {
        "target": codec.target(place),
        "verdict": None,
        "ruling": None,
        "person": person,
        "time": codec.when(time),
        "act": None,
    }


def _answer(item: Answer) -> dict[str, object]:
    return {
        "problem": item.problem,
        "choice": item.choice.value,
        "person": item.person,
        "time": codec.when(item.time),
        "act": item.act,
    }
