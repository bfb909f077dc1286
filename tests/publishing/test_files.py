# SPDX-License-Identifier: MIT
"""Files are whole or not there: full disks, killed processes, folders that do not let us write."""

from __future__ import annotations

import errno
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.errors import DiskError, NoSpace, NotWritable, TargetExists
from reviewer.publishing import files
from reviewer.publishing.files import new_folder, remove_folder, translated, write_files
from reviewer.publishing.signature import verify_release
from tests.publishing import facts

ROOT = Path(__file__).resolve().parents[2]
UNMEASURED = {key: value for key, value in os.environ.items() if not key.startswith("COVERAGE_")}
"""A killed process, and one that may not write, would leave half a file of measurements."""


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def _limited(code: str, *arguments: str, size: int) -> subprocess.CompletedProcess[str]:
    """Run code in a process that may not write files larger than so many bytes: what a full disk does, for anybody."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return subprocess.run(
        [
            sys.executable,
            "-B",
            "-c",
            "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n" + code,
            *arguments,
        ],
        cwd=ROOT,
        env=UNMEASURED,
        capture_output=True,
        text=True,
        timeout=60,
        preexec_fn=limit,
        check=False,
    )


def test_files_are_written_with_their_bytes(tmp_path: Path) -> None:
    write_files(tmp_path / "new" / "out", {"a.txt": b"one", "b.txt": b""})
    assert _names(tmp_path / "new" / "out") == ["a.txt", "b.txt"]
    assert (tmp_path / "new" / "out" / "a.txt").read_bytes() == b"one"


def test_what_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"mine")
    with pytest.raises(TargetExists) as caught:
        write_files(tmp_path, {"a.txt": b"one", "b.txt": b"two"})
    assert caught.value.facts["path"] == tmp_path / "b.txt"
    assert _names(tmp_path) == ["b.txt"]
    assert (tmp_path / "b.txt").read_bytes() == b"mine"


def test_a_dangling_link_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(TargetExists):
        write_files(tmp_path, {"a.txt": b"one"})
    assert not (tmp_path / "elsewhere").exists()


def test_what_is_there_is_replaced_when_asked(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    write_files(tmp_path, {"a.txt": b"new", "b.txt": b"two"}, replace_existing=True)
    assert _names(tmp_path) == ["a.txt", "b.txt"]
    assert (tmp_path / "a.txt").read_bytes() == b"new"


@pytest.mark.parametrize("replace_existing", [False, True])
def test_a_name_that_is_a_folder_undoes_all(tmp_path: Path, replace_existing: bool) -> None:
    (tmp_path / "b.txt").mkdir()
    if replace_existing:
        (tmp_path / "a.txt").write_bytes(b"old")
    with pytest.raises(TargetExists):
        write_files(
            tmp_path, {"a.txt": b"new", "0.txt": b"x", "b.txt": b"two"}, replace_existing=replace_existing
        )
    assert _names(tmp_path) == (["a.txt", "b.txt"] if replace_existing else ["b.txt"])
    if replace_existing:
        assert (tmp_path / "a.txt").read_bytes() == b"old"


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"mine")
    with pytest.raises(TargetExists):
        write_files(tmp_path / "out", {"a.txt": b"one"})
    with pytest.raises(TargetExists), new_folder(tmp_path / "out"):
        pass
    assert (tmp_path / "out").read_bytes() == b"mine"


WRITE = """
import sys
from pathlib import Path
from reviewer.errors import ReviewerError
from reviewer.publishing.files import write_files
try:
    write_files(Path(sys.argv[1]), {"small.txt": b"x" * 10, "large.txt": b"x" * 100_000}, replace_existing=True)
except ReviewerError as error:
    print(type(error).__name__)
"""


def test_a_full_disk_leaves_nothing_and_keeps_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "small.txt").write_bytes(b"old")
    done = _limited(WRITE, str(tmp_path), size=50_000)
    assert (done.stdout, done.returncode) == ("NoSpace\n", 0), done.stderr
    assert _names(tmp_path) == ["small.txt"]
    assert (tmp_path / "small.txt").read_bytes() == b"old"


RELEASE = """
import os, sys
from pathlib import Path
from reviewer.errors import ReviewerError
from reviewer.publishing.package import write_release
from tests.publishing import facts
here = os.getcwd()
try:
    items = [facts.item(0, data=bytes(int(sys.argv[2])))]
    write_release(items, Path(sys.argv[1]), sign=facts.signer(), made=facts.MADE)
except ReviewerError as error:
    print(type(error).__name__, error.facts["path"] == Path(sys.argv[1]), os.getcwd() == here)
"""


@pytest.mark.parametrize(("data", "limit"), [(100_000, 50_000), (10, 700)])
def test_a_full_disk_leaves_no_release(tmp_path: Path, data: int, limit: int) -> None:
    """In the middle of the copies, and in the middle of the papers about them."""
    done = _limited(RELEASE, str(tmp_path / "release"), str(data), size=limit)
    assert (done.stdout, done.returncode) == ("NoSpace True True\n", 0), done.stderr
    assert _names(tmp_path) == []


KILLED = """
import os, sys
from pathlib import Path
from reviewer.publishing import files
from tests.publishing import facts
left = int(sys.argv[2])
really = os.fsync
def fsync(descriptor):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), 9)
    really(descriptor)
os.fsync = fsync
facts.release(Path(sys.argv[1]))
print("done")
"""


def test_killed_at_a_flush_there_is_a_whole_release_or_none(tmp_path: Path) -> None:
    """kill -9 at moments when something reaches the disk; the next write takes away what was left."""
    outcomes = set()
    for moment in (0, 2, 9, 16, 30, 34, 36, 60):
        out = tmp_path / "release"
        done = subprocess.run(
            [sys.executable, "-B", "-c", KILLED, str(out), str(moment)],
            cwd=ROOT,
            env=UNMEASURED,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode in {0, -9}, done.stderr
        outcomes.add((done.returncode, out.exists()))
        if out.exists():
            assert verify_release(out).files == len(facts.files(out)) - 1
        else:
            facts.release(out)
        assert _names(tmp_path) == ["release"]
        for path in sorted(out.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        out.rmdir()
    assert {(-9, False), (0, True)} <= outcomes


def test_killed_from_outside(tmp_path: Path) -> None:
    """The same by another process, at no chosen moment, while releases are written one after the other."""
    code = (
        "import itertools, sys\nfrom pathlib import Path\nfrom tests.publishing import facts\n"
        "print('ready', flush=True)\n"
        "for number in itertools.count():\n    facts.release(Path(sys.argv[1]) / f'release-{number}')\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-B", "-c", code, str(tmp_path)],
        cwd=ROOT,
        env=UNMEASURED,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    with process.stdout:
        process.stdout.readline()
        time.sleep(0.4)
        process.kill()
        process.wait()
    whole = [path for path in tmp_path.iterdir() if not path.name.startswith(".parvis-half-")]
    for path in whole:
        assert verify_release(path).files == 14


def test_a_folder_appears_when_it_is_finished(tmp_path: Path) -> None:
    with new_folder(tmp_path / "deep" / "out") as half:
        (half / "a.txt").write_bytes(b"one")
        assert not (tmp_path / "deep" / "out").exists()
    assert _names(tmp_path / "deep") == ["out"]
    assert _names(tmp_path / "deep" / "out") == ["a.txt"]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with new_folder(tmp_path / "out") as half:
        (half / "a.txt").write_bytes(b"one")
    assert _names(tmp_path / "out") == ["a.txt"]


def test_a_folder_that_holds_something_is_not(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine").write_bytes(b"")
    with pytest.raises(TargetExists), new_folder(tmp_path / "out"):
        pytest.fail("nothing may be written")
    assert _names(tmp_path) == ["out"]


def test_a_folder_that_fills_meanwhile_is_not_touched(tmp_path: Path) -> None:
    def fill() -> None:
        (tmp_path / "out").mkdir()
        (tmp_path / "out" / "mine").write_bytes(b"kept")

    with pytest.raises(TargetExists), new_folder(tmp_path / "out"):
        fill()
    assert _names(tmp_path) == ["out"]
    assert (tmp_path / "out" / "mine").read_bytes() == b"kept"


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_an_error_inside_leaves_no_folder(tmp_path: Path, error: type[BaseException]) -> None:
    def fail(half: Path) -> None:
        (half / "a.txt").write_bytes(b"one")
        raise error

    with pytest.raises(error), new_folder(tmp_path / "out") as half:
        fail(half)
    assert _names(tmp_path) == []


@pytest.mark.parametrize("name", ["out", "o[u]t*?", "x" * 200, "dif-é", os.fsdecode(b"\xffout")])
def test_leftovers_of_the_same_name_are_wiped_and_no_others(tmp_path: Path, name: str) -> None:
    same = files._half(tmp_path / name)
    same.mkdir()
    (same / "half.txt").write_bytes(b"")
    other = files._half(tmp_path / f"{name}-2")
    other.mkdir()
    with new_folder(tmp_path / name) as half:
        (half / "a.txt").write_bytes(b"one")
    assert _names(tmp_path) == sorted([name, other.name])


def test_a_leftover_file_is_wiped(tmp_path: Path) -> None:
    files._half(tmp_path / "a.txt").write_bytes(b"half")
    write_files(tmp_path, {"a.txt": b"one"})
    assert _names(tmp_path) == ["a.txt"]


def test_a_place_that_takes_no_folder() -> None:
    with pytest.raises(DiskError):
        write_files(Path("/proc/self/out"), {"a.txt": b"one"})


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, NoSpace),
        (errno.EDQUOT, NoSpace),
        (errno.EFBIG, NoSpace),
        (errno.EACCES, NotWritable),
        (errno.EROFS, NotWritable),
        (errno.EEXIST, TargetExists),
        (errno.ENOTEMPTY, TargetExists),
        (errno.EIO, DiskError),
    ],
)
def test_what_the_system_says_is_said_in_our_words(number: int, kind: type[DiskError]) -> None:
    def fail() -> None:
        raise OSError(number, "said")

    with pytest.raises(kind) as caught:
        _under(Path("out"), fail)
    assert type(caught.value) is kind
    assert caught.value.facts["path"] == Path("out")


def _under(path: Path, act: Callable[[], None]) -> None:
    with translated(path):
        act()


def test_a_folder_is_removed_whole(tmp_path: Path) -> None:
    folder = facts.release(tmp_path / "release")
    remove_folder(folder)
    assert _names(tmp_path) == []


def test_a_folder_that_is_not_there_is_not_removed(tmp_path: Path) -> None:
    with pytest.raises(DiskError):
        remove_folder(tmp_path / "release")
