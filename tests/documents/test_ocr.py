# SPDX-License-Identifier: MIT
"""Reading pictures: the table of the program, and every way in which it can fail. The program is a script here."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reviewer.documents import ocr

HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
ROWS = (
    "4\t1\t1\t1\t1\t0\t23\t20\t530\t30\t-1\t\n"
    "5\t1\t1\t1\t1\t1\t23\t24\t125\t26\t96.8\tRéunion\n"
    "5\t1\t1\t1\t1\t2\t162\t32\t72\t18\t96.1\tavec\n"
    "5\t1\t1\t1\t1\t3\t162\t32\t72\t18\t96.1\t \n"
    "5\t1\t2\t1\t1\t1\t22\t96\t55\t24\t95.9\tÉloïse\n"
)


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> object:
    """Puts a program called tesseract on an otherwise empty path."""

    def put(code: str) -> None:
        program = tmp_path / "tesseract"
        program.write_text(
            f"#!{sys.executable}\nimport sys\ndata = sys.stdin.buffer.read()\n{code}\n", "utf-8"
        )
        program.chmod(0o755)

    monkeypatch.setenv("PATH", str(tmp_path))
    return put


def test_words_and_lines(install) -> None:  # type: ignore[no-untyped-def]
    table = repr((HEAD + ROWS).encode())
    install(
        "assert sys.argv[1:] == ['-', '-', '-l', 'eng+fra', 'tsv'] and data == b'PNG'\n"
        f"sys.stdout.buffer.write({table})"
    )
    assert ocr.available()
    found = ocr.words_in(b"PNG")
    assert found is not None
    assert ocr.laid_out(found)[0] == "Réunion avec\nÉloïse"
    assert (found[0].left, found[0].top, found[0].width, found[0].height) == (23, 24, 125, 26)


def test_nothing_read_is_not_unread(install) -> None:  # type: ignore[no-untyped-def]
    install(f"sys.stdout.write({HEAD!r})")
    assert ocr.words_in(b"PNG") == ()
    assert ocr.laid_out(()) == ("", ())


def test_without_the_program(install) -> None:  # type: ignore[no-untyped-def]
    assert not ocr.available()
    assert ocr.words_in(b"PNG") is None


def test_a_program_that_fails_has_read_nothing(install) -> None:  # type: ignore[no-untyped-def]
    install("sys.exit(1)")
    assert ocr.words_in(b"PNG") is None


def test_a_program_that_hangs_is_stopped(install, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    install("import time; time.sleep(60)")
    monkeypatch.setattr(ocr, "_SECONDS", 0.5)
    assert ocr.words_in(b"PNG") is None
