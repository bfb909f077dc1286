# SPDX-License-Identifier: MIT
"""In which order lines are read, whatever the order they were written in: a name cut by a line end is found."""

from __future__ import annotations

import random

import pytest
from pikepdf import Dictionary

from reviewer.documents.folding import find_all
from reviewer.redaction.pdf.writer import write_pdf
from tests.corpus.pdf.sheets import add_page, helvetica, new_pdf, saved, text
from tests.redaction.pdf.evidence import places_of
from tests.redaction.pdf.plans import plan_for, read

pytestmark = pytest.mark.usefixtures("without_tesseract")

LEFT = (
    "The wetland survey of the northern",
    "marsh was read to the office by Anne",
    "Quillfeather, who had walked along the",
    "shore in the last week of August and",
    "had counted the nests of the year.",
)
RIGHT = (
    "Le relevé des milieux humides a été",
    "présenté au bureau par Odile Brûlépine-",
    "Roy, qui avait suivi la rive au cours",
    "de la dernière semaine du mois et qui",
    "avait compté les nids de la saison.",
)
NAMES = ("Anne Quillfeather", "Odile Brûlépine-Roy")


def column(lines: tuple[str, ...], x: float) -> list[bytes]:
    return [text(x, 700 - 14 * at, line, size=11) for at, line in enumerate(lines)]


def document(pieces: list[bytes]) -> bytes:
    pdf = new_pdf()
    add_page(pdf, b"".join(pieces))
    return saved(pdf)


def shuffled() -> list[bytes]:
    pieces = [
        text(72 + 6.6 * at, 700 - 14 * row, letter, size=11, font="/F2")
        for row, line in enumerate(LEFT)
        for at, letter in enumerate(line)
        if letter != " "
    ]
    random.Random(4).shuffle(pieces)
    return pieces


ORDERS = {
    "as it is read": [*column(LEFT, 72), *column(RIGHT, 320)],
    "across both columns": [
        piece for pair in zip(column(LEFT, 72), column(RIGHT, 320), strict=True) for piece in pair
    ],
    "across, near one another": [
        piece for pair in zip(column(LEFT, 72), column(RIGHT, 276), strict=True) for piece in pair
    ],
    "upwards": [*column(LEFT, 72)[::-1], *column(RIGHT, 320)[::-1]],
    "upwards and across": [
        piece for pair in zip(column(LEFT, 72), column(RIGHT, 320), strict=True) for piece in pair
    ][::-1],
}


@pytest.mark.parametrize("name", ORDERS)
def test_a_name_over_a_line_end_is_found_and_goes(name: str) -> None:
    data = document(ORDERS[name])
    source = read(data)
    story = source.document.story("page:1").text
    assert [len(find_all(story, each)) for each in NAMES] == [1, 1]
    copy = write_pdf(source, plan_for(source.document, NAMES))
    words = ("Quillfeather", "Brûlépine")
    assert [places_of(word, copy.data) for word in words] == [[], []]
    assert all(places_of(word, copy.data) for word in ("counted", "saison"))


def test_letters_written_in_any_order_are_words_in_lines() -> None:
    pdf = new_pdf()
    add_page(pdf, b"".join(shuffled()), Font=Dictionary({"/F2": pdf.make_indirect(helvetica("/Courier"))}))
    story = read(saved(pdf)).document.story("page:1").text
    assert find_all(story, "Anne Quillfeather")


def test_rows_of_a_table_stay_rows() -> None:
    rows = (
        ("Anne Quillfeather", "Chief negotiator of the office"),
        ("Odile Roy", "Surveyor of the marsh"),
    ) * 3
    pieces = [
        text(x, 700 - 16 * at, cell)
        for at, row in enumerate(rows)
        for x, cell in zip((72, 320), row, strict=True)
    ]
    expected = "\n".join("\t".join(row) for row in rows)
    assert read(document(pieces)).document.story("page:1").text == expected
    assert read(document(pieces[::-1])).document.story("page:1").text == expected
