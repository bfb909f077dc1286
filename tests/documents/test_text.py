# SPDX-License-Identifier: MIT
"""Plain text: one story with the file's own text; an encoding that is not UTF-8 is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.documents.source import TextRange
from reviewer.documents.text import read_text
from reviewer.errors import DamagedFile
from reviewer.model.document import Choice, Format, Language, ProblemKind, Span


def test_the_story_is_the_text_of_the_file() -> None:
    text = "Première ligne\r\nDeuxième ligne \U0001f341\n"
    source = read_text(b"\xef\xbb\xbf" + text.encode(), path=Path("a.txt"))
    assert source.document.story("body").text == text
    assert source.document.language is Language.FR
    assert source.document.pages is None
    assert source.locate(Span("body", 3, 9)) == (TextRange(3, 9),)


@pytest.mark.parametrize(
    ("name", "kind"), [("a.md", Format.MARKDOWN), ("A.MARKDOWN", Format.MARKDOWN), ("a.txt", Format.TEXT)]
)
def test_markdown_is_told_by_its_name(name: str, kind: Format) -> None:
    assert read_text(b"text", path=Path(name)).document.format is kind


@pytest.mark.parametrize("encoding", ["windows-1252", "iso-8859-15", "mac-roman", "utf-16"])
def test_another_encoding_is_a_problem_that_names_its_choices(encoding: str) -> None:
    data = "Compte rendu de la réunion d'été".encode(encoding)
    asked = read_text(data, path=Path("a.txt")).document
    assert asked.stories == ()
    (problem,) = asked.problems
    assert (problem.id, problem.kind, problem.safe) == ("encoding", ProblemKind.ENCODING, Choice.STOP)
    assert encoding in problem.choices
    answered = read_text(data, path=Path("a.txt"), encoding=encoding).document
    assert answered.story("body").text == "Compte rendu de la réunion d'été"
    assert answered.problems == asked.problems


@pytest.mark.parametrize(
    ("data", "encoding"), [(b"\xe9\xff\0", "windows-1252"), (b"\xd8\x00\xe9", "utf-16"), (b"\xe9", "no-such")]
)
def test_a_wrong_encoding_is_damage(data: bytes, encoding: str) -> None:
    with pytest.raises(DamagedFile):
        read_text(data, path=Path("a.txt"), encoding=encoding)
