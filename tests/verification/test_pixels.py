# SPDX-License-Identifier: MIT
"""The gate's own look into pictures: a name in one is found whatever way it is written; the program is the real one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageOps, ImageStat

from reviewer.model.document import Format, StoryKind
from reviewer.verification.extractors import pixels
from reviewer.verification.findings import Reading
from reviewer.verification.report import HitKind
from reviewer.verification.request import Allowance, Term
from reviewer.verification.surface import Surface
from tests.corpus.painted import EN_LINES, EN_NAME, LINES, NAMES, NAVY, WHITE, jpeg, painted, png
from tests.verification.builders import docx, look, pdf
from tests.verification.test_tools import install

PLACE = "word/media/image1.png"


def seen_in(data: bytes) -> list[Surface]:
    reading = Reading()
    pixels.recognise([(data, "here")], reading)
    return reading.take()


def with_picture(data: bytes, name: str = PLACE) -> bytes:
    return docx(parts={name: data})


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", [10, 14, 40])
def test_a_name_in_a_picture_is_a_leak(language: str, size: int) -> None:
    report = look(with_picture(png(painted(LINES[language], size))), Format.DOCX, NAMES[language])
    assert {(hit.kind, hit.place) for hit in report.hits} == {(HitKind.LEAK, f"{PLACE}:pixels")}
    assert {"tesseract", "tesseract.resized"} <= set(report.readers)


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_turned_name_is_a_leak(degrees: int) -> None:
    turned = painted(EN_LINES).rotate(degrees, expand=True)
    assert not look(with_picture(png(turned)), Format.DOCX, EN_NAME).clean


def test_a_light_name_on_a_dark_band_of_a_jpeg_is_a_leak() -> None:
    picture = painted(["Nobody is named"], 20, least=(600, 300))
    picture.paste(painted([f"Secret of {EN_NAME}"], 18, ink=WHITE, paper=NAVY), (20, 150))
    data = with_picture(jpeg(picture, quality=80), "word/media/image1.jpeg")
    assert not look(data, Format.DOCX, EN_NAME).clean


def test_letters_as_bright_as_their_ground_are_a_leak() -> None:
    picture = painted(EN_LINES, ink=(255, 0, 0), paper=(0, 130, 0))
    assert ImageStat.Stat(picture.convert("L")).stddev[0] < 1
    assert not look(with_picture(png(picture)), Format.DOCX, EN_NAME).clean


def test_letters_on_nothing_are_a_leak() -> None:
    letters = ImageOps.invert(painted(EN_LINES).convert("L"))
    picture = Image.new("RGBA", letters.size, (0, 0, 0, 0))
    picture.putalpha(letters)
    assert not look(with_picture(png(picture)), Format.DOCX, EN_NAME).clean


def test_a_masked_picture_and_a_disclosed_name_are_clean() -> None:
    picture = painted(EN_LINES)
    picture.paste((0, 0, 0), (100, 55, picture.width - 50, 100))
    assert look(with_picture(png(picture)), Format.DOCX, EN_NAME).clean
    allowed = Term(EN_NAME, allowed=(Allowance(StoryKind.IMAGE_TEXT, None, 1),))
    assert look(with_picture(png(painted(EN_LINES))), Format.DOCX, allowed).clean


def test_many_pixels_are_brought_to_a_size_that_can_be_read() -> None:
    large = painted(EN_LINES, 90).resize((3_600, 2_400), Image.Resampling.BICUBIC)
    assert not look(with_picture(png(large)), Format.DOCX, EN_NAME).clean


def test_what_cannot_be_decoded_goes_to_the_program_as_it_is() -> None:
    assert seen_in(b"\x89PNG broken") == []


def test_without_the_program_nothing_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert seen_in(png(painted(EN_LINES))) == []


def test_a_program_that_is_stopped_has_not_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    install(tmp_path, "tesseract", "import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
    (hit,) = look(with_picture(png(painted(EN_LINES))), Format.DOCX, EN_NAME).hits
    assert (hit.kind, hit.place) == (HitKind.UNREADABLE, PLACE)
    assert {(hit.kind, hit.place) for hit in look(pdf(), Format.PDF, EN_NAME).hits} == {
        (HitKind.UNREADABLE, "page:1")
    }
