# SPDX-License-Identifier: MIT
"""One page in many layouts, with a place for a surname: everything that programs do around a word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from pikepdf import Dictionary

from tests.corpus.pdf.sheets import add_page, new_pdf, saved
from tests.redaction.pdf.edact.faces import Face, Maker

LEFT, RIGHT, SIZE = 72.0, 540.0, 12.0
ABOVE = (
    "The wetland survey was finished in the last week of August by",
    "two crews from the regional office, as had been planned.",
)


@dataclass
class Sheet:
    """A page being set: text goes to the content and to the letters that the font must have."""

    face: Face
    content: list[bytes] = field(default_factory=list)

    def width(self, text: str, size: float = SIZE) -> float:
        return self.face.width(text, size)

    def raw(self, operators: str) -> None:
        self.content.append(operators.encode())

    def at(self, x: float, y: float, text: str, *, before: str = "", size: float = SIZE) -> float:
        """Show a text at a place; where it ends."""
        shown = self.face.show(text).decode()
        self.raw(f"BT /F2 {size:g} Tf {before} 1 0 0 1 {x:.3f} {y:g} Tm {shown} Tj ET")
        return x + self.width(text, size)


Layout = Callable[[Sheet, str], None]


def page_of(layout: Layout, maker: Maker, name: str) -> bytes:
    """The file of a layout with a surname in its place."""
    seen = _Letters()
    layout(Sheet(seen), name)
    sheet = Sheet(maker("".join(seen.letters)))
    for number, line in enumerate(ABOVE):
        sheet.at(LEFT, 720 - 15 * number, line)
    layout(sheet, name)
    pdf = new_pdf()
    add_page(pdf, b"\n".join(sheet.content), Font=Dictionary({"/F2": sheet.face.make(pdf)}))
    return saved(pdf)


class _Letters(Face):
    """A face that only remembers what it was asked to show."""

    def __init__(self) -> None:
        object.__setattr__(self, "letters", list("".join(ABOVE)))

    def width(self, text: str, size: float = SIZE) -> float:
        return size * len(text)

    def show(self, text: str) -> bytes:
        self.letters.extend(text)  # type: ignore[attr-defined]
        return b"<>"


def left(sheet: Sheet, name: str) -> None:
    sheet.at(LEFT, 600, f"Call {name} today about it")


def at_the_end(sheet: Sheet, name: str) -> None:
    sheet.at(LEFT, 600, f"It was said by {name}")


def alone(sheet: Sheet, name: str) -> None:
    sheet.at(LEFT, 600, name)


def with_a_genitive(sheet: Sheet, name: str) -> None:
    sheet.at(LEFT, 600, f"This is {name}'s land, not {name}, they said.")


def justified_by_word_spacing(sheet: Sheet, name: str) -> None:
    line = f"Call {name} today about all of it at the regional office, please."
    extra = (RIGHT - LEFT - sheet.width(line)) / line.count(" ")
    sheet.at(LEFT, 600, line, before=f"{extra:.4f} Tw")
    sheet.raw("BT 0 Tw ET")


def _by_words(sheet: Sheet, line: str, y: float, extra: float) -> None:
    x = LEFT
    for word in line.split(" "):
        x = sheet.at(x, y, word) + sheet.width(" ") + extra


def justified_by_places(sheet: Sheet, name: str) -> None:
    line = f"Call {name} today about all of it at the regional office, please."
    _by_words(sheet, line, 600, (RIGHT - LEFT - sheet.width(line)) / line.count(" "))


def justified_loosely(sheet: Sheet, name: str) -> None:
    line = f"Call {name} today about it, Minister"
    extra = (RIGHT - LEFT - sheet.width(line)) / line.count(" ")
    _by_words(sheet, line, 600, extra)


def justified_by_kerns(sheet: Sheet, name: str) -> None:
    words = f"Call {name} today about all of it at the regional office, please.".split()
    extra = (RIGHT - LEFT - sheet.width(" ".join(words))) / (len(words) - 1) * 1000 / SIZE
    shown = f" {-extra:.2f} ".join(sheet.face.show(f"{word} ").decode() for word in words)
    sheet.raw(f"BT /F2 12 Tf {LEFT:g} 600 Td [{shown}] TJ ET")


def justified_by_letters(sheet: Sheet, name: str) -> None:
    line = f"Call {name} today about all of it at the regional office."
    extra = (RIGHT - LEFT - sheet.width(line)) / len(line)
    sheet.at(LEFT, 600, line, before=f"{extra:.4f} Tc")
    sheet.raw("BT 0 Tc ET")


def justified_by_scale(sheet: Sheet, name: str) -> None:
    line = f"Call {name} today about all of it at the regional office."
    sheet.at(LEFT, 600, line, before=f"{100 * (RIGHT - LEFT) / (sheet.width(line) or 1):.3f} Tz")
    sheet.raw("BT 100 Tz ET")


def justified_by_matrix(sheet: Sheet, name: str) -> None:
    line = f"Call {name} today about all of it at the regional office."
    stretch = (RIGHT - LEFT) / (sheet.width(line) or 1)
    shown = sheet.face.show(line).decode()
    sheet.raw(f"BT /F2 12 Tf {stretch:.5f} 0 0 1 {LEFT:g} 600 Tm {shown} Tj ET")


def justified_paragraph(sheet: Sheet, name: str) -> None:
    lines = (
        "The owner of the land by the marsh told the crew of the office that",
        f"the culvert had been laid by {name} in the year of",
        "that nobody had looked at it since then, as far as she could tell.",
    )
    for number, line in enumerate(lines):
        _by_words(sheet, line, 600 - 15 * number, (RIGHT - LEFT - sheet.width(line)) / line.count(" "))


def centred(sheet: Sheet, name: str) -> None:
    for number, line in enumerate(("A title in the middle", f"Call {name} today", "Another one, longer")):
        sheet.at(306 - sheet.width(line) / 2, 600 - 15 * number, line)


def centred_alone(sheet: Sheet, name: str) -> None:
    line = f"Report of {name}, engineer"
    sheet.at(306 - sheet.width(line) / 2, 600, line)


def right_aligned(sheet: Sheet, name: str) -> None:
    for number, line in enumerate(("A line that ends here", f"Call {name} today", "Another one, longer")):
        sheet.at(RIGHT - sheet.width(line), 600 - 15 * number, line)


def right_aligned_alone(sheet: Sheet, name: str) -> None:
    line = f"Ottawa, {name}"
    sheet.at(RIGHT - sheet.width(line), 600, line)


def right_tab(sheet: Sheet, name: str) -> None:
    sheet.at(LEFT, 600, "Prepared by")
    sheet.at(RIGHT - sheet.width(name), 600, name)
    sheet.at(LEFT, 585, "Prepared for")
    sheet.at(RIGHT - sheet.width("the office"), 585, "the office")


def right_tab_with_leader(sheet: Sheet, name: str) -> None:
    x = sheet.at(LEFT, 600, f"Statement of {name} ")
    dots = int((RIGHT - 20 - x) // sheet.width("."))
    sheet.at(x, 600, "." * dots)
    sheet.at(RIGHT - sheet.width("12"), 600, "12")


def label_and_value(sheet: Sheet, name: str) -> None:
    for number, (label, value) in enumerate((("Owner:", name), ("Office:", "Ottawa"), ("Lot:", "12"))):
        sheet.at(LEFT, 600 - 15 * number, label)
        sheet.at(200, 600 - 15 * number, value)


def label_and_value_near(sheet: Sheet, name: str) -> None:
    sheet.at(LEFT, 600, "Owner:")
    sheet.at(LEFT + sheet.width("Owner:") + 6, 600, name)
    sheet.at(LEFT, 585, "Office: Ottawa")


def _table(
    sheet: Sheet, cells: tuple[tuple[str, ...], ...], place: Callable[[float, float, str], float]
) -> None:
    edges = (LEFT, 200.0, 330.0, 460.0)
    for number, row in enumerate(cells):
        for (edge, following), text in zip(pairwise(edges), row, strict=True):
            top = 610 - 20 * number
            sheet.raw(f"0.5 w {edge:g} {top - 20:g} {following - edge:g} 20 re S")
            sheet.at(place(edge, following, text), top - 14, text)


def table_cell(sheet: Sheet, name: str) -> None:
    _table(
        sheet,
        (("Lot", "Owner", "Date"), ("12", name, "May 2"), ("15", "Office", "May 5")),
        lambda x, _end, _t: x + 5,
    )


def table_cell_with_more(sheet: Sheet, name: str) -> None:
    cells = (("Lot", "Owner", "Date"), ("12", f"{name}, lot", "May 2"), ("15", "Office", "May 5"))
    _table(sheet, cells, lambda x, _end, _t: x + 5)


def table_cell_centred(sheet: Sheet, name: str) -> None:
    cells = (("Lot", "Owner", "Date"), ("12", name, "May 2"), ("15", "Office", "May 5"))
    _table(sheet, cells, lambda x, end, text: (x + end) / 2 - sheet.width(text) / 2)


def table_cell_to_the_right(sheet: Sheet, name: str) -> None:
    cells = (("Lot", "Owner", "Date"), ("12", name, "May 2"), ("15", "Office", "May 5"))
    _table(sheet, cells, lambda _x, end, text: end - 5 - sheet.width(text))


def table_of_one_row_centred(sheet: Sheet, name: str) -> None:
    _table(sheet, (("12", name, "May 2"),), lambda x, end, text: (x + end) / 2 - sheet.width(text) / 2)


def table_of_one_row_to_the_right(sheet: Sheet, name: str) -> None:
    _table(sheet, (("12", name, "May 2"),), lambda _x, end, text: end - 5 - sheet.width(text))


def kerned(sheet: Sheet, name: str) -> None:
    pieces = " 17 ".join(sheet.face.show(each).decode() for each in f"Call {name} today")
    sheet.raw(f"BT /F2 12 Tf {LEFT:g} 600 Td [{pieces}] TJ ET")


def kerned_by_pairs(sheet: Sheet, name: str) -> None:
    pieces = []
    for at, letter in enumerate(line := f"Call {name} today about it"):
        kern = (ord(letter) * 7 + ord(line[at - 1]) * 3) % 61 - 30
        pieces.append(f"{sheet.face.show(letter).decode()} {kern}")
    sheet.raw(f"BT /F2 12 Tf {LEFT:g} 600 Td [{' '.join(pieces)}] TJ ET")


def letter_by_letter(sheet: Sheet, name: str) -> None:
    x = LEFT
    for letter in f"Call {name} today":
        x = sheet.at(x, 600, letter)


def rounded_places(sheet: Sheet, name: str) -> None:
    x = LEFT
    for letter in f"Call {name} today":
        sheet.at(round(x * 20) / 20, 600, letter)
        x += sheet.width(letter)


def relative_moves(sheet: Sheet, name: str) -> None:
    first = sheet.face.show(f"Call {name} ").decode()
    second, third = (sheet.face.show(each).decode() for each in ("today about it", "Next line"))
    step = sheet.width(f"Call {name} ")
    sheet.raw(
        f"BT /F2 12 Tf {LEFT:g} 600 Td {first} Tj {step:.3f} 0 Td {second} Tj {-step:.3f} -15 Td {third} Tj ET"
    )


def over_two_lines(sheet: Sheet, name: str) -> None:
    sheet.at(LEFT, 600, f"The gate on the north side was opened for us by Mrs {name[:4]}-")
    sheet.at(LEFT, 585, f"{name[4:]} at six in the morning.")


def two_names(sheet: Sheet, name: str) -> None:
    sheet.at(LEFT, 600, f"Call {name} and {name} today")


def adjacent(sheet: Sheet, name: str) -> None:
    x = sheet.at(LEFT, 600, "Call ")
    for letter in (name, " ", name, ", ", "today"):
        x = sheet.at(x, 600, letter)


def under_a_black_box(sheet: Sheet, name: str) -> None:
    start = LEFT + sheet.width("Call ")
    sheet.at(LEFT, 600, f"Call {name} today about it")
    sheet.raw(f"0 g {start:.3f} 597 {sheet.width(name):.3f} 12 re f")


def under_a_wider_black_box(sheet: Sheet, name: str) -> None:
    start = LEFT + sheet.width("Call ")
    sheet.at(LEFT, 600, f"Call {name} today about it")
    sheet.raw(f"0 g {start - 1.5:.3f} 596 {sheet.width(name) + 3:.3f} 14 re f")


def under_a_black_box_at_the_end(sheet: Sheet, name: str) -> None:
    start = LEFT + sheet.width("It was said by ")
    sheet.at(LEFT, 600, f"It was said by {name}")
    sheet.raw(f"0 g {start:.3f} 597 {sheet.width(name):.3f} 12 re f")


def under_a_black_box_alone(sheet: Sheet, name: str) -> None:
    sheet.at(LEFT, 600, name)
    sheet.raw(f"0 g {LEFT:g} 597 {sheet.width(name):.3f} 12 re f")


def under_a_white_box(sheet: Sheet, name: str) -> None:
    start = LEFT + sheet.width("Call ")
    sheet.at(LEFT, 600, f"Call {name} today about it")
    sheet.raw(f"1 g {start:.3f} 597 {sheet.width(name):.3f} 12 re f 0 g")


def white(sheet: Sheet, name: str) -> None:
    x = sheet.at(LEFT, 600, "Call ")
    x = sheet.at(x, 600, f"{name} ", before="1 g")
    sheet.at(x, 600, "today about it", before="0 g")


def white_between_pieces(sheet: Sheet, name: str) -> None:
    pieces = [sheet.face.show(each).decode() for each in ("Call ", f"{name} ", "today about it")]
    sheet.raw(f"BT /F2 12 Tf {LEFT:g} 600 Td {pieces[0]} Tj 1 g {pieces[1]} Tj 0 g {pieces[2]} Tj ET")


def unseen_mode(sheet: Sheet, name: str) -> None:
    x = sheet.at(LEFT, 600, "Call ")
    x = sheet.at(x, 600, f"{name} ", before="3 Tr")
    sheet.at(x, 600, "today about it", before="0 Tr")


def underlined(sheet: Sheet, name: str) -> None:
    start = LEFT + sheet.width("Call ")
    sheet.raw(f"0.5 w {start:.3f} 598 m {start + sheet.width(name):.3f} 598 l S")
    sheet.at(LEFT, 600, f"Call {name} today")


def boxed(sheet: Sheet, name: str) -> None:
    start = LEFT + sheet.width("Call ")
    sheet.raw(f"0.5 w {start - 2:.3f} 596 {sheet.width(name) + 4:.3f} 14 re S")
    sheet.at(LEFT, 600, f"Call {name} today")


def turned(sheet: Sheet, name: str) -> None:
    shown = sheet.face.show(f"Call {name} today").decode()
    sheet.raw(f"BT /F2 12 Tf 0 1 -1 0 60 200 Tm {shown} Tj ET")


def drawn_twice(sheet: Sheet, name: str) -> None:
    for x in (LEFT, LEFT + 0.3):
        sheet.at(x, 600, f"Call {name} today")


def clipped(sheet: Sheet, name: str) -> None:
    line = f"Call {name} today"
    sheet.raw(f"q {LEFT:g} 596 {sheet.width(line):.3f} 14 re W n")
    sheet.at(LEFT, 600, line)
    sheet.raw("Q")


def larger(sheet: Sheet, name: str) -> None:
    x = sheet.at(LEFT, 600, "Call ")
    x = sheet.at(x, 600, name, size=14)
    sheet.at(x, 600, " today about it")


def raised(sheet: Sheet, name: str) -> None:
    x = sheet.at(LEFT, 600, f"Call {name}")
    x = sheet.at(x, 600, "2", before="4 Ts", size=7)
    sheet.at(x, 600, " today", before="0 Ts")


LAYOUTS: tuple[Layout, ...] = (
    left, at_the_end, alone, with_a_genitive, justified_by_word_spacing, justified_by_places, justified_loosely,
    justified_by_kerns, justified_by_letters, justified_by_scale, justified_by_matrix, justified_paragraph, centred,
    centred_alone, right_aligned, right_aligned_alone, right_tab, right_tab_with_leader, label_and_value,
    label_and_value_near, table_cell, table_cell_with_more, table_cell_centred, table_cell_to_the_right,
    table_of_one_row_centred, table_of_one_row_to_the_right, kerned, kerned_by_pairs, letter_by_letter, rounded_places,
    relative_moves, over_two_lines, two_names, adjacent, under_a_black_box, under_a_wider_black_box,
    under_a_black_box_at_the_end, under_a_black_box_alone, under_a_white_box, white, white_between_pieces, unseen_mode,
    underlined, boxed, turned, drawn_twice, clipped, larger, raised,
)  # fmt: skip
