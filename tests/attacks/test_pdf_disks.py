# SPDX-License-Identifier: MIT
"""A PDF on bad disks and odd paths: full, denied, taken, linked, long; nothing half written, every decision kept."""

from __future__ import annotations

import os
import resource
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.errors import DiskError, NoSpace, TargetExists
from reviewer.publishing.files import write_files
from reviewer.store import candidates, journal
from reviewer.workflow import publish, verify
from reviewer.workflow.preview import preview
from reviewer.workflow.session import STORE_NAME
from tests.attacks.test_pdf_processes import Home, at_work, decided
from tests.workflow import way
from tests.workflow.test_kill import start

__all__ = ["decided"]

pytestmark = pytest.mark.usefixtures("without_tesseract")
TERMS = {"withhold": [{"term": way.NAME, "ground": "19(1)"}]}


@pytest.fixture
def home(decided: Home, tmp_path: Path) -> Home:
    copy = tmp_path / "home"
    copy.mkdir()
    shutil.copyfile(decided[0] / STORE_NAME, copy / STORE_NAME)
    return copy, decided[1]


def with_room_for(size: int, work: Callable[[], object]) -> str:
    """The name of the error that a piece of work ends with where no file may be larger; "" when it ends well."""

    def limited(write: int) -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        try:
            work()
        except DiskError as error:
            os.write(write, type(error).__name__.encode())

    pid, read = start(limited)
    assert os.waitpid(pid, 0)[1] == 0, "it ended otherwise than with an error of the disk"
    with os.fdopen(read, "rb") as pipe:
        return pipe.read().decode()


def written(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(way.pdf_bytes())
    return path


def names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


def test_a_full_disk_takes_no_copy(tmp_path: Path) -> None:
    path, out = written(tmp_path / "visit.pdf"), tmp_path / "out"
    before = path.read_bytes()
    assert with_room_for(1000, lambda: preview(path, TERMS, out, safe_defaults=True)) == "NoSpace"
    assert names(out) <= {"report.json"}
    assert path.read_bytes() == before
    assert preview(path, TERMS, out, safe_defaults=True).path.is_file()


def test_a_full_disk_keeps_the_decisions_and_no_candidate(home: Home) -> None:
    where, review = home

    def prepare() -> None:
        with at_work(where) as desk:
            verify.prepare(desk.session, review, desk.author)

    with at_work(where) as desk:
        before = desk.session.case(review).decisions
    assert with_room_for(8192, prepare) in {"NoSpace", "DiskError"}
    with at_work(where) as desk:
        desk.session.store.integrity()
        journal.check(desk.session.store)
        assert desk.session.case(review).decisions == before
        assert candidates.get(desk.session.store, review) is None
        verify.prepare(desk.session, review, desk.author)
        assert desk.state(review) == "prepared"


def test_a_full_disk_publishes_nothing(home: Home, tmp_path: Path) -> None:
    where, review = home
    with at_work(where) as desk:
        verify.prepare(desk.session, review, desk.author)
        way.sign(desk, review)
        way.approve(desk, review)
        publish.release_fingerprint(desk.session)

    def release() -> None:
        with at_work(where) as desk:
            publish.release(desk.session, [review], tmp_path / "release")

    assert with_room_for(2000, release) in {"NoSpace", "DiskError"}
    assert not (tmp_path / "release").exists()
    assert names(tmp_path) == {"home"}
    with at_work(where) as desk:
        journal.check(desk.session.store)
        assert desk.state(review) == "signed"
        publish.release(desk.session, [review], tmp_path / "release")
        assert desk.state(review) == "released"


@pytest.mark.parametrize("folder", ["/proc", "/sys", "/dev/null"])
def test_a_folder_that_takes_nothing(tmp_path: Path, folder: str) -> None:
    path = written(tmp_path / "visit.pdf")
    with pytest.raises(DiskError):
        preview(path, TERMS, Path(folder) / "out", safe_defaults=True)
    assert names(tmp_path) == {"visit.pdf"}


def test_a_name_of_the_copy_that_is_taken(tmp_path: Path) -> None:
    path, out = written(tmp_path / "visit.pdf"), tmp_path / "out"
    (out / "visit.preview-not-approved.pdf").mkdir(parents=True)
    with pytest.raises(TargetExists):
        preview(path, TERMS, out, safe_defaults=True)
    assert list((out / "visit.preview-not-approved.pdf").iterdir()) == []
    assert names(out) <= {"report.json", "visit.preview-not-approved.pdf"}


def test_the_copy_beside_its_source_leaves_it_alone(tmp_path: Path) -> None:
    path = written(tmp_path / "visit.pdf")
    before = path.read_bytes()
    made = preview(path, TERMS, tmp_path, safe_defaults=True)
    assert made.path.parent == tmp_path
    assert made.path != path
    assert path.read_bytes() == before
    again = preview(made.path, {"withhold": [{"term": "Gravel Wharf"}]}, tmp_path, safe_defaults=True)
    assert again.path not in {path, made.path}


def test_a_link_is_read_and_never_written_through(tmp_path: Path) -> None:
    path, out, kept = written(tmp_path / "visit.pdf"), tmp_path / "out", tmp_path / "kept.pdf"
    kept.write_bytes(b"years of work")
    link = tmp_path / "link.pdf"
    link.symlink_to(path)
    out.mkdir()
    (out / "link.preview-not-approved.pdf").symlink_to(kept)
    made = preview(link, TERMS, out, safe_defaults=True)
    assert not made.path.is_symlink()
    assert kept.read_bytes() == b"years of work"
    assert link.is_symlink()


@pytest.mark.parametrize("name", ["é" * 100, "long " * 48, "Réunion d’août — compte rendu « à revoir »"])
def test_a_long_name_with_accents(tmp_path: Path, name: str) -> None:
    """The copy's own name is longer than its source's: a file system that takes one may refuse the other."""
    deep = tmp_path / ("dossier été " * 8) / ("sous-dossier à publier " * 5)
    path = written(deep / f"{name}.pdf")
    assert len(str(path)) > 250
    made = preview(path, TERMS, deep / "sortie", safe_defaults=True)
    assert made.path.is_file()
    assert made.path.name.endswith("preview-not-approved.pdf")
    assert names(deep / "sortie") == {"report.json", made.path.name}


def test_a_disk_that_fills_between_two_files(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "first").write_bytes(b"before")

    def write() -> None:
        write_files(out, {"first": b"after", "second": bytes(5000)}, replace_existing=True)

    assert with_room_for(1000, write) == NoSpace.__name__
    assert (out / "first").read_bytes() == b"before"
    assert names(out) == {"first"}
