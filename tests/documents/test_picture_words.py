# SPDX-License-Identifier: MIT
"""Reading pictures as they come: small, light on dark, turned, mirrored. The program that reads is the real one."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PIL import Image

from reviewer.documents.folding import find_all
from reviewer.documents.ocr import Turn, laid_out
from reviewer.documents.picture_words import read_words
from tests.corpus.painted import EN_LINES, EN_NAME, LINES, NAMES, NAVY, WHITE, painted, place_of

T = Image.Transpose
Change = Callable[[Image.Image], Image.Image]


def text_of(picture: Image.Image, *turns: Turn) -> str:
    words = read_words(picture, turns)
    assert words is not None
    return laid_out(words)[0]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", [10, 16, 40])
def test_small_and_large_letters(language: str, size: int) -> None:
    assert find_all(text_of(painted(LINES[language], size)), NAMES[language])


def test_light_letters_on_a_dark_band_of_a_light_picture() -> None:
    picture = painted(EN_LINES, 18, least=(500, 400))
    picture.paste(painted([f"Secret of {EN_NAME}"], 18, ink=WHITE, paper=NAVY, least=(500, 0)), (0, 250))
    assert len(find_all(text_of(picture), EN_NAME)) == 2


@pytest.mark.parametrize(
    ("change", "turns"),
    [
        (lambda picture: picture.transpose(T.ROTATE_90), ()),
        (lambda picture: picture.transpose(T.ROTATE_180), ()),
        (lambda picture: picture.transpose(T.ROTATE_270), ()),
        (lambda picture: picture.transpose(T.ROTATE_90), (Turn(1),)),
        (lambda picture: picture.transpose(T.ROTATE_270), (Turn(3),)),
        (lambda picture: picture.transpose(T.FLIP_LEFT_RIGHT), (Turn(0, True),)),
        (lambda picture: picture.transpose(T.FLIP_TOP_BOTTOM), (Turn(2, True),)),
        (lambda picture: picture.transpose(T.TRANSPOSE), (Turn(1, True),)),
    ],
    ids=["left", "over", "right", "left shown right", "right shown right", "mirrored", "flipped", "both"],
)
def test_turned_and_mirrored(change: Change, turns: tuple[Turn, ...]) -> None:
    plain = painted(EN_LINES)
    words = read_words(change(plain), turns)
    assert words is not None
    text, placed = laid_out(words)
    [(start, end)] = find_all(text, EN_NAME)
    # The places are those of the picture as it is stored, whatever way it was read: only the name is under them.
    inside = Image.new("L", change(plain).size)
    for word in placed:
        if word.start < end and start < word.end:
            inside.paste(255, (int(word.x0), int(word.y0), int(word.x1), int(word.y1)))
    left, top, right, bottom = place_of(EN_LINES, 1, EN_NAME)
    mask = Image.new("L", plain.size)
    mask.paste(255, (left, top, right, bottom))
    wanted = change(mask).getbbox()
    found = inside.getbbox()
    assert wanted is not None
    assert found is not None
    assert max(abs(one - other) for one, other in zip(wanted, found, strict=True)) <= 6


def test_one_line_that_runs_up_the_side_of_a_page() -> None:
    picture = painted(EN_LINES, 20, least=(700, 500))
    side = painted(["Drawn by Odile Marchetti"], 20).transpose(T.ROTATE_90)
    picture.paste(side, (600, 100))
    text = text_of(picture)
    assert find_all(text, EN_NAME)
    assert find_all(text, "Odile Marchetti")


def test_an_empty_picture_says_nothing() -> None:
    assert read_words(Image.new("RGB", (300, 200), WHITE)) == ()
    assert read_words(Image.new("RGB", (1, 1), WHITE)) == ()


def test_what_is_no_longer_wanted_is_not_read() -> None:
    stop = Event()
    stop.set()
    assert read_words(painted(EN_LINES), stop=stop) is None


def test_a_second_look_that_fails_leaves_the_picture_unread(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "tesseract"
    asked = tmp_path / "asked"
    program.write_text(
        f"#!{sys.executable}\nimport pathlib, sys\nsys.stdin.buffer.read()\n"
        f"asked = pathlib.Path({str(asked)!r})\nsys.exit(asked.exists() or asked.touch())\n",
        "utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read_words(painted(EN_LINES)) is None
    assert asked.exists()
