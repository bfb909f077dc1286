# SPDX-License-Identifier: MIT
"""Step 1: what is taken in, and what leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.errors import EmptyFile, MarkedTooHigh, UnansweredProblem, WrongRole, WrongState
from reviewer.model.document import Choice
from reviewer.model.journal import Action
from reviewer.store import decisions
from reviewer.workflow.detect import detect
from reviewer.workflow.open import open_review, source_of
from reviewer.workflow.people import person
from tests.workflow import way
from tests.workflow.way import Desk

TABLES = ("review", "document", "story", "finding", "decision", "answer", "candidate", "record", "memory")
CP1252 = "Compte rendu : la réunion a été reportée à l'été, précise Mme Berthe Ouellet-Kaplan.\n".encode(
    "cp1252"
)


def rows(desk: Desk) -> int:
    return sum(desk.session.store.database.table(table).count for table in TABLES)


@pytest.mark.parametrize(
    "first", ["SECRET", "TRÈS SECRET", "PROTECTED C / PROTÉGÉ C", "CONFIDENTIAL\tCONFIDENTIEL"]
)
def test_nothing_of_a_file_marked_too_high_is_in_the_store(desk: Desk, first: str) -> None:
    path = desk.folder / "note.txt"
    path.write_text(f"{first}\n\nThe convoy leaves from Gravel Wharf.\n", "utf-8")
    before = desk.session.store.rows("SELECT * FROM journal")
    with pytest.raises(MarkedTooHigh) as caught:
        open_review(desk.session, path, desk.author)
    assert "convoy" not in str(caught.value)
    assert rows(desk) == 0
    assert desk.session.store.rows("SELECT * FROM journal") == before


def test_a_refused_file_leaves_nothing(desk: Desk) -> None:
    path = desk.folder / "empty.txt"
    path.touch()
    with pytest.raises(EmptyFile):
        open_review(desk.session, path, desk.author)
    assert rows(desk) == 0


def test_who_only_reads_opens_nothing(desk: Desk) -> None:
    for who in (desk.imso, person(desk.session, "Aude Tran-Bell")):
        with pytest.raises(WrongRole):
            open_review(desk.session, way.write(desk.folder), who)
    assert rows(desk) == 0


def test_an_encoding_is_asked_for_and_kept(desk: Desk) -> None:
    path = desk.folder / "ancien.txt"
    path.write_bytes(CP1252)
    with pytest.raises(UnansweredProblem) as caught:
        open_review(desk.session, path, desk.author)
    assert caught.value.facts["problems"] == ("encoding",)
    assert rows(desk) == 0
    review = open_review(desk.session, path, desk.author, encoding="windows-1252")
    case = desk.session.case(review.id)
    assert case.decisions.choice("encoding") is Choice.WINDOWS_1252
    assert "reportée à l'été" in case.document.story("body").text
    # The answer serves when the source is read again for the copy.
    assert source_of(desk.session, review.id).document == case.document
    assert Action.ANSWERED in desk.actions(review.id)


def test_the_same_bytes_are_one_review(desk: Desk) -> None:
    first = open_review(desk.session, way.write(desk.folder), desk.author)
    (desk.folder / "copy.txt").write_bytes(way.text_bytes())
    assert open_review(desk.session, desk.folder / "copy.txt", desk.author).id == first.id
    assert len(decisions.people(desk.session.store, first.id)) == 0


def test_findings_do_not_change_under_a_signature(desk_at: way.At, review: str) -> None:
    desk = desk_at("signed")
    with pytest.raises(WrongState):
        detect(desk.session, review, desk.author)


def test_findings_are_found_again(desk: Desk) -> None:
    review_id = way.opened(desk, way.write(desk.folder))
    found = desk.session.case(review_id).findings
    assert {desk.session.case(review_id).document.text_of(each.span) for each in found} >= set(way.SECRETS)
    assert detect(desk.session, review_id, desk.author) == found
    assert desk.session.case(review_id).findings == found


def test_a_path_without_a_file(desk: Desk) -> None:
    from reviewer.errors import UnreadableFile

    with pytest.raises(UnreadableFile):
        open_review(desk.session, Path("/nowhere/at/all.txt"), desk.author)
