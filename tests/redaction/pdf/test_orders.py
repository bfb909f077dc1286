# SPDX-License-Identifier: MIT
"""What is withheld goes in each order in which a page can be read, as it was written and as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.documents.pdf.orders import Sought, found_elsewhere
from reviewer.redaction.pdf.writer import write_pdf
from reviewer.workflow.preview import preview
from tests.corpus.pdf.sheets import add_page, helvetica, new_pdf, saved, text
from tests.redaction.pdf.plans import LABEL, plan_for, read

SURVEY = (
    "The wetland survey of the northern marsh was read",
    "Le compte rendu du suivi des oiseaux a été lu",
)


def made(content: bytes, *, bold: bool = False) -> bytes:
    pdf = new_pdf()
    page = add_page(pdf, content)
    if bold:
        page.Resources.Font.F2 = pdf.make_indirect(helvetica("/Helvetica-Bold"))
    return saved(pdf)


def elsewhere(data: bytes, *terms: str) -> list[tuple[str, str]]:
    view = read(data).view(1)
    found = found_elsewhere(view.walk, view.text, [Sought.of(each) for each in terms])
    return [(term.text, "".join(glyph.text for glyph in glyphs)) for term, glyphs in found]


def written_together() -> bytes:
    """The two halves of a name follow one another in the file and stand in two columns of other words."""
    return made(
        text(72, 700, SURVEY[0])
        + text(72, 640, "Quill")
        + text(400, 500, "feather")
        + text(99.5, 640, "signs")
        + text(441, 500, "the sum")
    )


def test_a_name_whose_halves_were_written_together() -> None:
    data = written_together()
    assert "Quill" in read(data).document.story("page:1").text
    assert "Quillfeather" not in read(data).document.story("page:1").text.replace("\n", "")
    assert elsewhere(data, "Quillfeather") == [("Quillfeather", "Quillfeather")]


def test_such_a_name_goes_though_no_story_holds_it(tmp_path: Path, without_tesseract: None) -> None:
    source = tmp_path / "x.pdf"
    source.write_bytes(written_together())
    copy = preview(source, {"withhold": [{"term": "Quillfeather"}]}, tmp_path / "out", safe_defaults=True)
    assert not copy.offers.pictured
    words = read(copy.path.read_bytes()).document.story("page:1").text
    assert "Quill" not in words
    assert "feather" not in words
    assert SURVEY[0] in words
    assert "signs" in words


def two_columns() -> bytes:
    left = (
        "the minutes were read by Jo-Ann",
        "and by the people of the office,",
        "who had no words to add to it,",
    )
    right = (
        "Quillfeather has the next turn",
        "to write what is said and done",
        "in the room of the committee.",
    )
    return made(
        b"".join(text(72, 700 - 15 * at, line, size=10) for at, line in enumerate(left))
        + b"".join(text(330, 700 - 15 * at, line, size=10) for at, line in enumerate(right))
    )


def test_a_name_that_stands_across_two_columns() -> None:
    (found,) = elsewhere(two_columns(), "Ann Quillfeather")
    assert found == ("Ann Quillfeather", "AnnQuillfeather")


def test_what_the_order_of_the_page_has_is_left_to_the_decisions() -> None:
    assert elsewhere(two_columns(), "Jo-Ann", "Quillfeather", "people of the office", "committee") == []


@pytest.mark.parametrize(("run", "word"), [("xxxxxxx", "xxxxxx"), ("dubois", "tremblay")])
def test_a_word_that_only_its_font_parts_from_another(run: str, word: str) -> None:
    wide = {"xxxxxxx": 42.0, "dubois": 35.35}[run]
    content = text(72, 700, run) + text(72 + wide, 700, word, font="/F2") + text(72, 660, SURVEY[1])
    data = made(content, bold=True)
    assert run + word in read(data).document.story("page:1").text
    assert elsewhere(data, word) == [(word, word)]
    source = read(data)
    copy = write_pdf(source, plan_for(source.document, ()))
    assert word in read(copy.data).document.story("page:1").text


@pytest.mark.parametrize("name", ["Quillfeather", "Lévesque", "Roy"])
def test_a_name_that_begins_with_a_large_letter(name: str) -> None:
    wide = {"Q": 28.5, "L": 20.5, "R": 26.5}[name[0]]
    content = text(72, 676, name[0], size=36) + text(72 + wide, 692, f"{name[1:]} was not there", size=12)
    source = read(made(content + text(99, 678, "and nobody asked for it", size=12)))
    assert f"{name} was not there" in source.document.story("page:1").text
    copy = write_pdf(source, plan_for(source.document, (name,)))
    words = read(copy.data).document.story("page:1").text
    assert name[1:] not in words
    assert LABEL in words


@pytest.mark.parametrize("name", ["Royer", "Roy"])
def test_a_name_that_is_set_letter_under_letter(name: str, tmp_path: Path, without_tesseract: None) -> None:
    content = b"".join(text(72, 640 - 14 * at, letter) for at, letter in enumerate(name))
    source = tmp_path / "x.pdf"
    source.write_bytes(made(text(72, 700, SURVEY[1]) + content + text(200, 500, "Rien de plus.")))
    copy = preview(source, {"withhold": [{"term": name}]}, tmp_path / "out", safe_defaults=True)
    assert not copy.offers.pictured
    words = read(copy.path.read_bytes()).document.story("page:1").text
    assert "\nR\n" not in words
    assert "Rien de plus." in words
