# SPDX-License-Identifier: MIT
"""Step 7: both folders and the state, all of it or a clear state from which the same call goes on."""

from __future__ import annotations

import os
import resource
import shutil
import signal
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from reviewer.errors import (
    Cancelled,
    DiskError,
    NoSpace,
    NotApproved,
    ReviewerError,
    SignatureInvalid,
    TargetExists,
    UnknownId,
    UsageError,
    WrongState,
)
from reviewer.progress import Progress, Stage
from reviewer.store import journal, receipts
from reviewer.workflow import publish, sign_off
from reviewer.workflow.session import STORE_NAME, open_session
from tests.workflow import way
from tests.workflow.way import At, Desk


def left(folder: Path) -> set[str]:
    """What a release left in a folder."""
    return {path.name for path in folder.iterdir()} - {"home", "visit.txt"}


def assert_nothing_happened(desk: Desk, review: str) -> None:
    assert left(desk.folder) == set()
    assert desk.state(review) == "signed"
    assert receipts.of(desk.session.store, review) == ()
    assert "released" not in desk.actions(review)


def test_what_is_not_signed_and_approved_is_not_released(desk_at: At, review: str) -> None:
    desk = desk_at("prepared")
    out = desk.folder / "release"
    with pytest.raises(WrongState):
        publish.release(desk.session, [review], out)
    way.sign(desk, review)
    with pytest.raises(NotApproved):
        publish.release(desk.session, [review], out)
    with pytest.raises(UnknownId):
        publish.release(desk.session, ["feedfeedfeedfeed"], out)
    with pytest.raises(UsageError):
        publish.release(desk.session, [], out)
    with pytest.raises(UsageError):
        publish.release(desk.session, [review], Path("/"))
    assert_nothing_happened(desk, review)


def test_a_release_a_recall_and_the_way_again(desk_at: At, review: str) -> None:
    desk = desk_at("approved")
    out = desk.folder / "release"
    made = publish.release(desk.session, [review], out, desk.officer)
    [receipt] = receipts.of(desk.session.store, review)
    assert (receipt.release, receipt.where) == (made.release, "release")
    with pytest.raises(WrongState):
        publish.release(desk.session, [review], desk.folder / "again")
    publish.recall(desk.session, review, desk.officer, "a name came to light")
    assert desk.state(review) == "recalled"
    assert publish.verify_release(out).files == 10, "the folder that went out is not touched"
    assert desk.session.case(review).review.refused_because == "a name came to light"
    with pytest.raises(WrongState):
        publish.recall(desk.session, review, desk.officer, "twice")


def test_nothing_is_ever_overwritten(desk_at: At, review: str) -> None:
    desk = desk_at("approved")
    out, inside = desk.folder / "release", desk.folder / "release-internal"
    for target in (out, inside):
        target.mkdir()
        (target / "mine.txt").write_text("keep", "ascii")
        with pytest.raises(TargetExists):
            publish.release(desk.session, [review], out)
        assert (target / "mine.txt").read_text("ascii") == "keep"
        assert left(desk.folder) == {target.name}
        shutil.rmtree(target)
        target.write_text("a file", "ascii")
        with pytest.raises(TargetExists):
            publish.release(desk.session, [review], out)
        target.unlink()
    # An internal file of another release is as precious as anything else.
    inside.mkdir()
    (inside / "sign-off.json").write_text('{"release": "0123456789abcdef"}', "ascii")
    with pytest.raises(TargetExists):
        publish.release(desk.session, [review], out)
    assert left(desk.folder) == {"release-internal"}
    shutil.rmtree(inside)
    assert_nothing_happened(desk, review)


def cut_short(desk: Desk, review: str, out: Path) -> None:
    """A release whose folders stand and whose state was not kept, as a kill or a full disk at the end leaves it."""
    publish.release_fingerprint(desk.session)
    with suppress(InterruptedError), desk.session.store.transaction():
        publish.release(desk.session, [review], out)
        raise InterruptedError
    assert left(desk.folder) == {"release", "release-internal"}
    assert desk.state(review) == "signed"


def test_a_release_that_was_cut_short_is_taken_up_again(desk_at: At, review: str) -> None:
    desk = desk_at("approved")
    out = desk.folder / "release"
    cut_short(desk, review, out)
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    made = publish.release(desk.session, [review], out, desk.officer)
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before
    assert desk.state(review) == "released"
    assert made.release in (made.internal / "sign-off.json").read_text("utf-8")
    assert left(desk.folder) == {"release", "release-internal"}


def test_an_internal_file_without_its_release_is_written_anew(desk_at: At, review: str) -> None:
    desk = desk_at("approved")
    out = desk.folder / "release"
    cut_short(desk, review, out)
    shutil.rmtree(out)
    publish.release(desk.session, [review], out, desk.officer)
    publish.verify_release(out)
    assert desk.state(review) == "released"


@pytest.mark.parametrize("harm", ["changed", "added", "other key"])
def test_a_folder_of_somebody_else_is_not_taken_for_ours(desk_at: At, review: str, harm: str) -> None:
    desk = desk_at("approved")
    out = desk.folder / "release"
    cut_short(desk, review, out)
    if harm == "changed":
        [copy] = (out / "data").iterdir()
        copy.write_bytes(copy.read_bytes() + b"\n")
    elif harm == "added":
        (out / "data" / "more.txt").touch()
    else:
        desk.session.store.run("DELETE FROM secret WHERE name LIKE 'wrapped release%'")
    with pytest.raises(TargetExists):
        publish.release(desk.session, [review], out)
    assert desk.state(review) == "signed"


@pytest.mark.parametrize("stage", [Stage.PUBLISHING, Stage.VERIFYING])
def test_a_cancelled_release_leaves_nothing(desk_at: At, review: str, stage: Stage) -> None:
    desk = desk_at("approved")
    seen = 0

    def stop(progress: Progress) -> None:
        nonlocal seen
        seen += progress.stage is stage
        # The second report of publishing comes when the internal file stands already.
        if seen == (2 if stage is Stage.PUBLISHING else 1):
            raise Cancelled

    with pytest.raises(Cancelled):
        publish.release(desk.session, [review], desk.folder / "release", report=stop)
    assert_nothing_happened(desk, review)


def test_another_window_takes_the_review_back_meanwhile(desk_at: At, review: str) -> None:
    desk = desk_at("approved")

    def meanwhile(progress: Progress) -> None:
        if progress.stage is Stage.VERIFYING and desk.state(review) == "signed":
            with open_session(desk.folder / "home", clock=lambda: way.NOW) as other:
                sign_off.send_back(other, review, desk.officer, "wait")

    with pytest.raises(WrongState):
        publish.release(desk.session, [review], desk.folder / "release", report=meanwhile)
    assert left(desk.folder) == set()
    assert desk.state(review) == "open"


def test_the_signer_of_a_release_is_told(desk_at: At, review: str) -> None:
    desk = desk_at("approved")
    made = publish.release(desk.session, [review], desk.folder / "release")
    publish.verify_release(made.folder, signer=made.fingerprint.upper())
    with pytest.raises(SignatureInvalid):
        publish.verify_release(made.folder, signer="0" * 64)


def in_a_child(work: Callable[[], None]) -> int:
    """Do it in a process of its own; gives its exit code: that of the error, 1 for the unforeseen."""
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            work()
            status = 0
        except ReviewerError as error:
            status = error.exit_code
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def test_a_disk_full_in_the_middle_and_one_full_at_the_end(
    stages: dict[str, Path], review: str, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    shutil.copyfile(stages["approved"], home / STORE_NAME)
    with open_session(home, clock=lambda: way.NOW) as session:
        publish.release_fingerprint(session)
    # The first does not let the copy's papers through, the second everything but the end of the store's transaction.
    for limit, error, remains in (
        (1_000, NoSpace, set()),
        (4_000, DiskError, {"release", "release-internal"}),
    ):
        assert in_a_child(lambda limit=limit: release_until_full(home, review, limit)) == error.exit_code  # type: ignore[misc]
        with open_session(home, clock=lambda: way.NOW) as session:
            journal.check(session.store)
            assert session.case(review).review.state.value == "signed"
            assert receipts.of(session.store, review) == ()
        assert left(tmp_path) == remains
    # There is room again: the same call goes on from what stands there.
    with open_session(home, clock=lambda: way.NOW) as session:
        made = publish.release(session, [review], tmp_path / "release")
        publish.verify_release(made.folder)
        assert session.case(review).review.state.value == "released"


def release_until_full(home: Path, review: str, limit: int) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    reports = 0

    def full(progress: Progress) -> None:
        nonlocal reports
        reports += progress.stage is Stage.PUBLISHING
        # The second report of publishing comes when the internal file stands already.
        if reports == 2:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    with open_session(home, clock=lambda: way.NOW) as session:
        publish.release(session, [review], home.parent / "release", report=full)
