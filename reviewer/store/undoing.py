# SPDX-License-Identifier: MIT
"""Undo and redo of whole acts: nothing is taken away, rows are added that restore what held before.

What is restored stays the decision of the person who made it; who undid it stands in the act and in the journal.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from reviewer.errors import NothingToUndo
from reviewer.model.decision import Verdict
from reviewer.model.journal import Action
from reviewer.store import codec, journal
from reviewer.store.connection import Store
from reviewer.store.journal import NewEntry

_DECISION_COLUMNS = ("target", "verdict", "ruling", "person", "time", "act")
_ANSWER_COLUMNS = ("problem", "choice", "person", "time", "act")


@dataclass(frozen=True, slots=True)
class UndoneAct:
    """An act that was, or can be, undone or redone. `verdict` is None when the act has several or only answers."""

    act: str
    count: int
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class _Stacks:
    done: list[dict[str, Any]]
    undone: list[dict[str, Any]]


def can_undo(store: Store, review_id: str) -> UndoneAct | None:
    """The act that `undo` would take back."""
    done = _stacks(store, review_id).done
    return _described(done[-1]) if done else None


def can_redo(store: Store, review_id: str) -> UndoneAct | None:
    """The act that `redo` would repeat; a new act forgets those that were undone."""
    undone = _stacks(store, review_id).undone
    return _described(undone[-1]) if undone else None


def undo(store: Store, review_id: str, person: str, time: dt.datetime) -> UndoneAct:
    """Restore what held before the last act. Raises NothingToUndo."""
    with store.transaction():
        done = _stacks(store, review_id).done
        if not done:
            raise NothingToUndo(review=review_id)
        act = done[-1]
        head = _begin(store, act, "undo", person, time)
        decisions = store.rows("SELECT DISTINCT target FROM decision WHERE written = ?", act["number"])
        store.insert_all(
            "decision", [head | _decision_before(store, act, row["target"]) for row in decisions]
        )
        answers = store.rows("SELECT DISTINCT problem FROM answer WHERE written = ?", act["number"])
        store.insert_all("answer", [head | _answer_before(store, act, row["problem"]) for row in answers])
        return _end(store, act, Action.UNDONE, person, time)


def redo(store: Store, review_id: str, person: str, time: dt.datetime) -> UndoneAct:
    """Repeat the act that was undone last. Raises NothingToUndo."""
    with store.transaction():
        undone = _stacks(store, review_id).undone
        if not undone:
            raise NothingToUndo(review=review_id)
        act = undone[-1]
        head = _begin(store, act, "redo", person, time)
        decisions = store.rows("SELECT * FROM decision WHERE written = ? ORDER BY number", act["number"])
        store.insert_all("decision", [head | _only(row, _DECISION_COLUMNS) for row in decisions])
        answers = store.rows("SELECT * FROM answer WHERE written = ? ORDER BY number", act["number"])
        store.insert_all("answer", [head | _only(row, _ANSWER_COLUMNS) for row in answers])
        return _end(store, act, Action.REDONE, person, time)


def _stacks(store: Store, review_id: str) -> _Stacks:
    """Acts that hold and acts that were undone, by number, replayed from all that happened."""
    stacks = _Stacks([], [])
    for act in store.rows("SELECT * FROM act WHERE review = ? ORDER BY number", review_id):
        if act["kind"] == "undo":
            stacks.undone.append(stacks.done.pop())
        elif act["kind"] == "redo":
            stacks.done.append(stacks.undone.pop())
        else:
            stacks.done.append(act)
            stacks.undone.clear()
    return stacks


def _begin(store: Store, act: dict[str, Any], kind: str, person: str, time: dt.datetime) -> dict[str, object]:
    number = store.insert(
        "act",
        {
            "review": act["review"],
            "id": act["id"],
            "kind": kind,
            "of": act["number"],
            "count": act["count"],
            "verdict": act["verdict"],
            "person": person,
            "time": codec.when(time),
        },
    )
    return {"review": act["review"], "written": number}


def _end(store: Store, act: dict[str, Any], action: Action, person: str, time: dt.datetime) -> UndoneAct:
    details = {"act": act["id"], "count": act["count"]}
    journal.append(store, NewEntry(action, person, act["review"], details, time))
    return _described(act)


def _decision_before(store: Store, act: dict[str, Any], target: str) -> dict[str, object]:
    """The row that held before the act was first done: acts are undone in reverse order, so it is what to restore."""
    row = store.row(
        "SELECT * FROM decision WHERE review = ? AND target = ? AND written < ? ORDER BY number DESC LIMIT 1",
        act["review"],
        target,
        act["number"],
    )
    return _only(row, _DECISION_COLUMNS) if row else dict.fromkeys(_DECISION_COLUMNS) | {"target": target}


def _answer_before(store: Store, act: dict[str, Any], problem: str) -> dict[str, object]:
    row = store.row(
        "SELECT * FROM answer WHERE review = ? AND problem = ? AND written < ? ORDER BY number DESC LIMIT 1",
        act["review"],
        problem,
        act["number"],
    )
    return _only(row, _ANSWER_COLUMNS) if row else dict.fromkeys(_ANSWER_COLUMNS) | {"problem": problem}


def _only(row: dict[str, Any], columns: tuple[str, ...]) -> dict[str, object]:
    return {column: row[column] for column in columns}


def _described(act: dict[str, Any]) -> UndoneAct:
    verdict = act["verdict"]
    return UndoneAct(act["id"], act["count"], Verdict(verdict) if verdict else None)
