# SPDX-License-Identifier: MIT
"""The first page comes before the rest, and nothing that must not be taken in comes with it."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from reviewer.errors import DamagedFile, EncryptedFile, MarkedTooHigh, UnreadableFile
from reviewer.workflow.peek import Peek, peek
from tests.corpus.pdf.sheets import add_page, new_pdf, paragraph, saved, text


def _file(folder: Path, data: bytes, name: str = "survey.pdf") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_tells_the_first_page_and_how_many_there_are(tmp_path: Path) -> None:
    pdf = new_pdf()
    for number in range(1, 4):
        add_page(pdf, paragraph(f"Survey of marsh {number}:", "Second line."))
    found = peek(_file(tmp_path, saved(pdf)))
    assert found == Peek(3, "Survey of marsh 1:\nSecond line.")


def test_a_later_page_is_not_looked_at(tmp_path: Path) -> None:
    pdf = new_pdf()
    add_page(pdf, text(72, 700, "First"))
    second = add_page(pdf, text(72, 700, "Second"))
    del second["/Contents"]
    second["/Resources"] = 7
    found = peek(_file(tmp_path, saved(pdf)))
    assert found == Peek(2, "First")


def test_another_kind_of_file_has_none(tmp_path: Path) -> None:
    assert peek(_file(tmp_path, b"Minutes.\n", "minutes.txt")) is None


def test_what_must_not_be_taken_in_is_not_shown(tmp_path: Path) -> None:
    pdf = new_pdf()
    add_page(pdf, paragraph("SECRET", "Survey of the marsh."))
    with pytest.raises(MarkedTooHigh):
        peek(_file(tmp_path, saved(pdf)))


def test_a_file_that_cannot_be_read_is_refused_as_ever(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        peek(tmp_path / "absent.pdf")
    with pytest.raises(DamagedFile):
        peek(_file(tmp_path, b"%PDF-1.7\nbroken"))


def test_an_encrypted_file_asks_for_nothing(tmp_path: Path) -> None:
    pdf = new_pdf()
    add_page(pdf, text(72, 700, "First"))
    data = saved(pdf, encryption=pikepdf.Encryption(user="needed", owner="owner"))
    with pytest.raises(EncryptedFile):
        peek(_file(tmp_path, data))
