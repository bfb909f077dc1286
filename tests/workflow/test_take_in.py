# SPDX-License-Identifier: MIT
"""Opening and detecting as one step: told on the way, whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.errors import Cancelled, MarkedTooHigh, UnansweredProblem, WrongRole
from reviewer.model.document import Document, Format, Story, StoryKind
from reviewer.model.finding import Category
from reviewer.model.journal import Action
from reviewer.progress import Progress
from reviewer.workflow.detect import scan, take_in
from reviewer.workflow.sofar import SoFar, Tally
from tests.workflow import way
from tests.workflow.test_open import CP1252, rows
from tests.workflow.way import Desk

_ILL = "Ms. Okafor is on sick leave for depression.\n"


def _long(folder: Path) -> Path:
    path = folder / "long.txt"
    path.write_text(_ILL * 5 + "The plan was read. " * 10 + "\n" + "The plan was read.\n" * 2_000, "utf-8")
    return path


def test_it_tells_what_was_found_and_keeps_all_of_it(desk: Desk) -> None:
    told: list[SoFar] = []
    review = take_in(desk.session, _long(desk.folder), desk.author, tell=told.append)
    counts = dict(told[0].counts)
    assert (counts[Category.PERSON], counts[Category.HEALTH_INFO]) == (5, 5)
    assert told[0].sentences == ((Category.HEALTH_INFO, _ILL.strip()),) * 3
    found = desk.session.case(review.id).findings
    assert sum(finding.category is Category.HEALTH_INFO for finding in found) == 5
    actions = desk.session.store.rows(
        "SELECT action FROM journal WHERE review = ? ORDER BY number", review.id
    )
    assert [row["action"] for row in actions] == [Action.REVIEW_OPENED, Action.FINDINGS_RECORDED]


def test_a_sentence_that_is_told_is_short_and_in_one_line() -> None:
    told: list[SoFar] = []
    text = f"Ms. Okafor is on sick  leave for depression{', they said,' * 20} since May.\n"
    document = Document("0" * 64, Format.TEXT, "1", None, (Story("body", StoryKind.BODY, text),))
    found = scan(document, fast=True)
    Tally(document, told.append).hear(found)
    ((_category, sentence),) = told[0].sentences
    assert sentence.startswith("Ms. Okafor is on sick leave for depression, they said")
    assert sentence.endswith("…")
    assert len(sentence) <= 140
    assert sum(count for _category, count in told[0].counts) == len(found)


def test_stopped_or_refused_it_has_written_nothing(desk: Desk) -> None:
    def stop(_: object) -> None:
        raise Cancelled

    def later(progress: Progress) -> None:
        if progress.stage == "detecting":
            raise Cancelled

    path = _long(desk.folder)
    with pytest.raises(Cancelled):
        take_in(desk.session, path, desk.author, tell=stop)
    with pytest.raises(Cancelled):
        take_in(desk.session, path, desk.author, report=later)
    (desk.folder / "marked.txt").write_text("SECRET\n\nThe convoy leaves.\n", "utf-8")
    with pytest.raises(MarkedTooHigh):
        take_in(desk.session, desk.folder / "marked.txt", desk.author)
    (desk.folder / "old.txt").write_bytes(CP1252)
    with pytest.raises(UnansweredProblem):
        take_in(desk.session, desk.folder / "old.txt", desk.author)
    with pytest.raises(WrongRole):
        take_in(desk.session, path, desk.imso)
    assert rows(desk) == 0
    assert take_in(desk.session, desk.folder / "old.txt", desk.author, encoding="windows-1252")


def test_what_is_known_is_not_searched_again(desk: Desk) -> None:
    path = way.write(desk.folder)
    first = take_in(desk.session, path, desk.author)
    told: list[SoFar] = []
    assert take_in(desk.session, path, desk.officer, tell=told.append) == first
    assert told == []
