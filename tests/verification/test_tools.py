# SPDX-License-Identifier: MIT
"""Readers that are programs of the machine, stood in for by small programs that speak as they do."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reviewer.model.document import Format, StoryKind
from reviewer.verification.extractors import tools
from reviewer.verification.report import HitKind
from reviewer.verification.request import Allowance, Term
from tests.verification.builders import SECRET, docx, line, look, pdf, png

HEADER = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"


def row(line_number: int, word: int, text: str) -> str:
    return f"5\t1\t1\t1\t{line_number}\t{word}\t0\t0\t9\t9\t96\t{text}"


@pytest.fixture
def only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all of the PATH."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def install(folder: Path, name: str, body: str) -> None:
    program = folder / name
    program.write_text(
        f"#!{sys.executable}\nimport sys, time\ndata = sys.stdin.buffer.read()\n{body}\n", encoding="utf-8"
    )
    program.chmod(0o755)


@pytest.mark.usefixtures("only")
def test_without_the_programs_nothing_is_read() -> None:
    assert not tools.has_ocr()
    assert tools.pdftotext(pdf()) is None
    assert list(tools.recognise(png(), "x", ())) == []
    assert look(pdf(), Format.PDF, SECRET).clean


def test_words_in_pixels_are_found(only: Path) -> None:
    first, second = SECRET.split()
    table = "\n".join([HEADER, row(1, 1, first), row(1, 2, second), row(2, 1, " "), "torn\trow"])
    install(only, "tesseract", f"assert data[:2] in (b'P5', b'II')\nsys.stdout.write({table!r})")
    assert tools.has_ocr()
    report = look(pdf(pages=2), Format.PDF, SECRET)
    assert {hit.place for hit in report.hits} == {"page:1:pixels", "page:2:pixels"}
    picture = docx(parts={"word/media/image1.png": png()})
    (hit,) = look(picture, Format.DOCX, SECRET).hits
    assert (hit.kind, hit.place) == (HitKind.LEAK, "word/media/image1.png:pixels")
    allowed = Term(SECRET, allowed=(Allowance(StoryKind.IMAGE_TEXT, None, 1),))
    assert look(picture, Format.DOCX, allowed).clean


def test_poppler_is_one_more_reader(only: Path) -> None:
    install(only, "pdftotext", f"assert data[:4] == b'%PDF'\nsys.stdout.write('one\\f{SECRET}\\f')")
    (hit,) = look(pdf(pages=2), Format.PDF, SECRET).hits
    assert hit.place == "page:2"


def test_programs_that_fail_are_not_there(only: Path) -> None:
    install(only, "pdftotext", "sys.exit(3)")
    assert tools.pdftotext(pdf()) is None
    (only / "tesseract").write_text("no program", encoding="utf-8")
    (only / "tesseract").chmod(0o755)
    assert list(tools.recognise(png(), "x", ())) == []


def test_programs_that_hang_are_ended(only: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tools, "SECONDS", 0.2)
    install(only, "pdftotext", "time.sleep(60)")
    assert tools.pdftotext(pdf()) is None


def test_the_real_poppler_reads_from_a_pipe() -> None:
    pages = tools.pdftotext(pdf(line(SECRET)))
    assert pages is None or SECRET in pages[0]
