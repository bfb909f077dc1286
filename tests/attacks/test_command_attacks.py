# SPDX-License-Identifier: MIT
"""The command line under attack: names of files, passphrases, folders of other people."""

from __future__ import annotations

import logging
import os
from pathlib import Path

import pytest

from reviewer.errors import TargetExists
from reviewer.workflow import demo
from tests.cli.conftest import home, parvis
from tests.cli.run import Parvis
from tests.workflow import way

__all__ = ["home", "parvis"]

PHRASE = b"sept oies grises au lac\n"
HOSTILE = (
    "a\n0123456789abcdef\tsigned\t0\t0\tfake.txt",
    "b\x1b[2J\x1b]0;title\x07.txt",
    "c\u202etxt.fdp.txt",
    os.fsdecode(b"d\xff\xfe\x9b31m.txt"),
)


def given(parvis: Parvis, *arguments: object, secret: bytes = PHRASE) -> object:
    reading, writing = os.pipe()
    os.write(writing, secret)
    os.close(writing)
    try:
        return parvis(*arguments, "--passphrase-fd", reading)
    finally:
        os.close(reading)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_files_name_cannot_speak_to_the_terminal(parvis: Parvis, tmp_path: Path, name: str) -> None:
    """A line break in a name made a second row, a control sequence reached the terminal."""
    path = tmp_path / name
    path.write_bytes(way.text_bytes())
    given(parvis, "person", "add", "Avery", "--role", "author")
    for arguments in (
        ("review", "add", path, "--by", "Avery", "--fast"),
        ("review", "list"),
        ("scan", path, "--fast"),
        ("preview", path, "--withhold", way.NAME, "--out", tmp_path / "out"),
        ("preview", path, "--withhold", "…", "--out", tmp_path / "out"),
    ):
        said = parvis(*arguments)
        lines = said.out.splitlines()
        assert len(lines) == (0 if said.code else 1), said.out
        for each in (*lines, *said.err.splitlines()):
            assert each.replace("\t", "").isprintable(), each


def test_a_passphrase_that_is_no_text_is_a_wrong_call(parvis: Parvis) -> None:
    said = given(parvis, "person", "add", "Avery", "--role", "author", "--json", secret=b"\xff\xfe" * 12)
    assert (said.code, said.json["error"]) == (2, "UsageError")  # type: ignore[attr-defined]
    closed = parvis("person", "add", "Avery", "--role", "author", "--passphrase-fd", -1, "--json")
    assert (closed.code, closed.json["error"]) == (2, "UsageError")


def test_a_library_that_warns_is_not_heard(parvis: Parvis, tmp_path: Path) -> None:
    parvis("scan", way.write(tmp_path), "--fast")
    assert logging.getLogger().handlers, "without one Python prints warnings on stderr"


def test_the_demonstration_takes_away_only_what_it_wrote(tmp_path: Path) -> None:
    """What a person kept in the folder of an earlier demonstration was gone after the next."""
    out = tmp_path / "demo"
    (out / "home").mkdir(parents=True)
    (out / ".parvis-demo").touch()
    (out / "thesis.txt").write_text("years of work", "ascii")
    with pytest.raises(TargetExists):
        demo.run(out, {}, tell=lambda *_: None)
    assert (out / "thesis.txt").read_text("ascii") == "years of work"
    assert (out / "home").is_dir()
    file = tmp_path / "file"
    file.write_text("no folder", "ascii")
    with pytest.raises(TargetExists):
        demo.run(file, {}, tell=lambda *_: None)
    assert file.read_text("ascii") == "no folder"
