# SPDX-License-Identifier: MIT
"""Cells of a table are lines of their own, however near they stand; words of a text are not cut apart."""

from __future__ import annotations

from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from reviewer.redaction.pdf.writer import write_pdf
from tests.corpus.pdf.sheets import add_page, form, helvetica, new_pdf, saved, text
from tests.redaction.pdf.evidence import places_of
from tests.redaction.pdf.plans import plan_for, read

pytestmark = pytest.mark.usefixtures("without_tesseract")

ROWS = (
    ("Anne Quillfeather", "North", "12"),
    ("Odile", "Southern shore", "7"),
    ("Émile Roy-Côté", "Ouest", "104"),
)
NEAR = (72, 172, 266)
"""Where the columns begin: the widest name ends 6 points before the next column."""


def table(
    rows: tuple[tuple[str, ...], ...] = ROWS, xs: tuple[float, ...] = NEAR, *, top: float = 700
) -> bytes:
    return b"".join(
        text(x, top - 18 * number, cell)
        for number, row in enumerate(rows)
        for x, cell in zip(xs, row, strict=True)
    )


def read_page(content: bytes, **resources: Any) -> str:
    pdf = new_pdf()
    add_page(pdf, content, **resources)
    return read(saved(pdf)).document.story("page:1").text


def strokes(*xs: float) -> bytes:
    return b"".join(f"{x} 655 m {x} 715 l S ".encode() for x in xs)


EXPECTED = "\n".join("\t".join(row) for row in ROWS)
RULED = {
    "strokes": strokes(168, 260),
    "one path": b"168 655 m 168 715 l 260 655 m 260 715 l S ",
    "thin rectangles": b"167.8 655 0.5 60 re 259.8 655 0.5 60 re f ",
    "thin rectangles of each row": b"".join(
        f"168 {694 - 18 * row} 0.5 18 re f 260 {694 - 18 * row} 0.5 18 re f ".encode() for row in range(3)
    ),
    "frames of cells": b"".join(
        f"{x} {694 - 18 * row} {w} 18 re S ".encode()
        for row in range(3)
        for x, w in ((68, 100), (168, 92), (260, 60))
    ),
    "grounds of cells": b"0.9 g "
    + b"".join(
        f"{x} {694 - 18 * row} {w} 18 re f ".encode()
        for row in range(3)
        for x, w in ((68, 100), (168, 92), (260, 60))
    )
    + b"0 g ",
}


@pytest.mark.parametrize("name", RULED)
def test_rules_part_cells(name: str) -> None:
    assert read_page(RULED[name] + table()) == EXPECTED


def test_rules_of_a_turned_table_part_its_cells() -> None:
    assert read_page(b"q 0 1 -1 0 800 0 cm " + strokes(168, 260) + table() + b"Q") == EXPECTED


def test_cells_of_a_tagged_table_are_parted() -> None:
    assert read(tagged(inside_form=False)).document.story("page:1").text == "Anne Quillfeather\tNorth"


def test_cells_tagged_inside_a_form_are_parted() -> None:
    assert read(tagged(inside_form=True)).document.story("page:1").text == "Anne Quillfeather\tNorth"


def tagged(*, inside_form: bool) -> bytes:
    pdf = new_pdf()
    content = (
        b"/P <</MCID 0>> BDC "
        + text(72, 700, "Anne Quillfeather")
        + b"EMC /P <</MCID 1>> BDC "
        + text(172, 700, "North")
        + b"EMC"
    )
    if inside_form:
        drawn = form(pdf, content, Dictionary(Font=Dictionary({"/F1": pdf.make_indirect(helvetica())})))
        drawn["/StructParents"] = 0
        page = add_page(pdf, b"/X1 Do", XObject=Dictionary({"/X1": drawn}))
    else:
        page = add_page(pdf, content)
        page["/StructParents"] = 0
    row = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.TR))
    paragraphs = []
    for _number in range(2):
        cell = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/Zelle"), P=row))
        paragraphs.append(pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=cell, Pg=page)))
    tree = Dictionary(
        Type=Name.StructTreeRoot,
        K=row,
        RoleMap=Dictionary({"/Zelle": Name.TD}),
        ParentTree=Dictionary(Nums=Array([0, Array(paragraphs)])),
    )
    pdf.Root["/StructTreeRoot"] = pdf.make_indirect(tree)
    return saved(pdf)


def test_a_cell_is_cut_where_its_column_begins_in_other_rows() -> None:
    rows = (("Name", "Region"), ("Anne Quillfeather", "North"), ("Odile", "South"), ("Émile Roy", "West"))
    assert read_page(table(rows, (72, 180))) == "\n".join("\t".join(row) for row in rows)


def test_numbers_that_end_in_one_column_are_cells() -> None:
    rows = (("Fuel and oil", "1,204"), ("Boats", "88"), ("Wages of crew", "12,390"), ("Maps", "5"))
    wide = {"1,204": 30.0, "88": 13.3, "12,390": 36.7, "5": 6.7}
    drawn = b"".join(
        text(72, 700 - 18 * at, name) + text(200 - wide[sum_], 700 - 18 * at, sum_)
        for at, (name, sum_) in enumerate(rows)
    )
    assert read_page(drawn) == "\n".join("\t".join(row) for row in rows)


def test_what_follows_a_withheld_cell_stays_in_its_column() -> None:
    pdf = new_pdf()
    add_page(pdf, RULED["strokes"] + table())
    source = read(saved(pdf))
    copy = write_pdf(source, plan_for(source.document, ("Anne Quillfeather",)))
    assert places_of("Quillfeather", copy.data) == []
    view = read(copy.data).view(1)
    places = {"".join(glyph.text for glyph in line.glyphs): round(line.start, 1) for line in view.text.lines}
    assert (places["North"], places["12"], places["Southern shore"]) == (172, 266, 172)


JUSTIFIED = (
    "The wetland survey of the northern marsh was finished in the last",
    "week of August by the two crews of the regional office, as it had",
    "been planned in the spring by the officers who are in charge of it",
)


@pytest.mark.parametrize("extra", [0, 3, 5])
def test_justified_lines_are_not_cut(extra: float) -> None:
    lines = b"".join(text(72, 700 - 15 * at, line, before=f"{extra} Tw") for at, line in enumerate(JUSTIFIED))
    assert "\t" not in read_page(lines)


def test_words_set_apart_without_blanks_are_not_cut() -> None:
    """As typesetting programs write justified lines: every word where it stands, the blanks not drawn."""
    drawn = b"".join(
        text(72 + sum(6.1 * len(each) + 7 for each in line.split()[:at]), 700 - 15 * row, word)
        for row, line in enumerate(JUSTIFIED)
        for at, word in enumerate(line.split())
    )
    assert "\t" not in read_page(drawn)


def test_a_highlighted_or_framed_word_is_not_cut_off() -> None:
    word = (
        b"1 1 0 rg 100 698 60 14 re f 0 g 170 698 40 14 re S "
        + text(72, 700, "One")
        + text(102, 700, "coloured")
        + text(172, 700, "framed")
    )
    assert read_page(word) == "One coloured framed"


def test_the_boxes_of_a_number_are_no_cells() -> None:
    boxes = b"".join(f"{72 + 18 * at} 696 m {72 + 18 * at} 714 l S ".encode() for at in range(10))
    digits = b"".join(text(77 + 18 * at, 700, digit) for at, digit in enumerate("046454286"))
    assert read_page(boxes + digits) == "046454286"


def test_the_sign_of_a_list_is_parted_by_a_blank() -> None:
    items = b"".join(
        text(72, 700 - 18 * at, "\u2022") + text(86, 700 - 18 * at, f"Item {at} of them") for at in range(4)
    )
    assert read_page(items).split("\n") == [f"\u2022 Item {at} of them" for at in range(4)]


def test_a_file_without_a_tree_of_parents_is_read() -> None:
    pdf = new_pdf()
    page = add_page(pdf, b"/P <</MCID 3>> BDC " + text(72, 700, "North") + b"EMC")
    page["/StructParents"] = 0
    pdf.Root["/StructTreeRoot"] = pdf.make_indirect(
        Dictionary(Type=Name.StructTreeRoot, ParentTree=pikepdf.String("none"))
    )
    assert read(saved(pdf)).document.story("page:1").text == "North"
