# SPDX-License-Identifier: MIT
"""Where letters are placed: by matrices, out of order, raised, mirrored; and names that break over something."""

from __future__ import annotations

import unicodedata

from pdfminer.fontmetrics import FONT_METRICS
from pikepdf import Array

from tests.corpus.pdf.recipes import Made, Surface, Words, line, literal, maker, opened, sheet
from tests.corpus.pdf.sheets import add_page, paragraph, saved, text


def width(words: str, size: float = 12) -> float:
    """How wide words are in Helvetica; an accent adds nothing."""

    plain = "".join(unicodedata.normalize("NFD", each)[0] for each in words)
    return sum(FONT_METRICS["Helvetica"][1][each] for each in plain) * size / 1000


def _placed(words: str, x: float, y: float, size: float = 12) -> list[bytes]:
    """A text object for each letter."""
    return [
        text(round(x + width(words[:at], size), 3), y, each, size=size)
        for at, each in enumerate(words)
        if each != " "
    ]


@maker(Surface.PLACES)
def letters_out_of_order(words: Words) -> Made:
    pieces = _placed(words.line, 72, 600)
    return sheet(words, b"".join(pieces[at * 7 % len(pieces)] for at in range(len(pieces)))), {}


@maker(Surface.PLACES)
def letters_backwards(words: Words) -> bytes:
    return sheet(words, b"".join(reversed(_placed(words.line, 72, 600))))


@maker(Surface.PLACES)
def lines_between_letters(words: Words) -> Made:
    """The letters of two lines take turns."""
    first, second = _placed(words.line, 72, 600), _placed(words.after, 72, 560)
    mixed = [each for pair in zip(first, [*second, *[b""] * len(first)], strict=False) for each in pair]
    return sheet(words, b"".join(mixed)), {"also": (words.after,)}


@maker(Surface.PLACES)
def backwards_by_kerns(words: Words) -> bytes:
    """Each letter is shown and then twice its width is gone back."""
    letters = words.line[::-1]
    pieces = b"".join(
        literal(each) + f" {(width(each) + width(after)) * 1000 / 12:.1f} ".encode()
        for each, after in zip(letters, [*letters[1:], " "], strict=True)
    )
    return sheet(words, f"BT /F1 12 Tf {72 + width(words.line):.2f} 600 Td [".encode() + pieces + b"] TJ ET")


@maker(Surface.PLACES)
def a_matrix_a_word(words: Words) -> Made:
    x, content = 72.0, b""
    for word in words.line.split():
        content += f"q 1 0 0 1 {x:.2f} 600 cm ".encode() + text(0, 0, word) + b"Q\n"
        x += width(word + " ")
    return sheet(words, content), {"also": (words.after,)}


@maker(Surface.PLACES)
def upside_down_page(words: Words) -> Made:
    """As browsers print: the page is mirrored, and each letter again."""
    shown = literal(words.line) + b" Tj"
    content = b"q 0.1 0 0 -0.1 0 792 cm BT /F1 1 Tf 120 0 0 -120 720 2000 Tm " + shown + b" ET Q"
    return sheet(words, content), {"also": (words.after,)}


@maker(Surface.PLACES)
def negative_size(words: Words) -> bytes:
    return sheet(words, b"BT /F1 -12 Tf -1 0 0 -1 72 600 Tm " + literal(words.line) + b" Tj ET")


@maker(Surface.PLACES)
def mirrored(words: Words) -> bytes:
    return sheet(words, b"q -1 0 0 1 612 0 cm " + line(words) + b"Q")


@maker(Surface.PLACES)
def stretched_and_raised(words: Words) -> Made:
    start, end = words.last[:4], words.last[4:]
    content = (
        b"BT /F1 12 Tf 150 Tz 72 600 Td " + literal(f"{words.before} ") + b" Tj 50 Tz 3 Ts " + literal(start)
    )
    content += (
        b" Tj -2 Ts 80 Tz " + literal(end) + b" Tj 0 Ts 100 Tz " + literal(f" {words.after}") + b" Tj ET"
    )
    return sheet(words, content), {"also": (words.after,)}


@maker(Surface.PLACES)
def spaced_letters(words: Words) -> Made:
    spread = " ".join(words.last.upper())
    content = text(72, 600, f"{words.before} {spread} {words.after}")
    return sheet(words, content), {"secrets": (words.last, spread), "also": (words.after,)}


@maker(Surface.PLACES)
def spaced_by_the_operator(words: Words) -> Made:
    shown = b"4 Tc " + literal(words.last) + b" Tj 0 Tc "
    content = (
        b"BT /F1 12 Tf 72 600 Td "
        + literal(f"{words.before} ")
        + b" Tj "
        + shown
        + literal(f" {words.after}")
    )
    return sheet(words, content + b" Tj ET"), {"also": (words.after,)}


@maker(Surface.PLACES)
def small_capitals(words: Words) -> Made:
    content = b"BT /F1 12 Tf 72 600 Td " + literal(f"{words.before} {words.last[0]}") + b" Tj /F1 9 Tf "
    content += literal(words.last[1:].upper()) + b" Tj /F1 12 Tf " + literal(f" {words.after}") + b" Tj ET"
    return sheet(words, content), {"also": (words.after,)}


@maker(Surface.PLACES)
def written_twice(words: Words) -> bytes:
    """A shadow in grey, a little aside, and the name again in red over it."""
    shadow = b"0.7 g " + line(words) + b"0 g " + text(72.8, 599.2, words.line)
    return sheet(
        words, shadow + b"1 0 0 rg " + text(72 + width(f"{words.before} "), 600, words.full) + b"0 g "
    )


@maker(Surface.PLACES)
def no_blanks_at_all(words: Words) -> Made:
    x, content = 72.0, b""
    for word in words.line.split():
        content += text(round(x, 2), 600, word)
        x += width(word + " ")
    return sheet(words, content), {"also": (words.after,)}


@maker(Surface.PLACES)
def tight_lines(words: Words) -> Made:
    return sheet(words, paragraph(words.kept, words.line, words.after, top=600, leading=9)), {
        "also": (words.after,)
    }


@maker(Surface.BREAKS)
def hyphen_at_the_end(words: Words) -> Made:
    lines = (f"{words.before} {words.first} {words.last[:6]}-", f"{words.last[6:]} {words.after}")
    return sheet(words, paragraph(*lines, top=600)), {"also": (words.after,)}


@maker(Surface.BREAKS)
def soft_hyphen_at_the_end(words: Words) -> Made:
    lines = (f"{words.before} {words.first} {words.last[:6]}\u00ad", f"{words.last[6:]} {words.after}")
    return sheet(words, paragraph(*lines, top=600)), {"also": (words.after,)}


@maker(Surface.BREAKS)
def soft_hyphens_within(words: Words) -> Made:
    shown = "\u00ad".join((words.last[:3], words.last[3:7], words.last[7:]))
    return sheet(words, text(72, 600, f"{words.before} {shown} {words.after}")), {"also": (words.after,)}


@maker(Surface.BREAKS)
def first_name_above_last_name(words: Words) -> Made:
    lines = (f"{words.before} {words.first}", f"{words.last} {words.after}")
    return sheet(words, paragraph(*lines, top=600)), {"secrets": (words.full,), "also": (words.after,)}


@maker(Surface.BREAKS)
def from_column_to_column(words: Words) -> Made:
    left = [words.kept[:30], "", f"{words.before} {words.first}"]
    right = [f"{words.last} {words.after}", words.kept[:28]]
    content = paragraph(*left, top=600) + paragraph(*right, x=330, top=600)
    return sheet(words, content), {"secrets": (words.full, words.last), "also": (words.after,)}


@maker(Surface.BREAKS)
def from_page_to_page(words: Words) -> Made:
    pdf, _page = opened(words, text(72, 40, f"{words.before} {words.first}"))
    add_page(pdf, paragraph(f"{words.last} {words.after}"))
    return saved(pdf), {"secrets": (words.full, words.last), "also": (words.after,)}


@maker(Surface.BREAKS)
def hyphen_from_page_to_page(words: Words) -> Made:
    pdf, _page = opened(words, text(72, 40, f"{words.before} {words.first} {words.last[:6]}-"))
    add_page(pdf, paragraph(f"{words.last[6:]} {words.after}"))
    return saved(pdf), {"also": (words.after,)}


@maker(Surface.BREAKS)
def in_two_cells(words: Words) -> Made:
    rules = b"".join(f"{x} 560 100 40 re S\n".encode() for x in (72, 172, 272, 372))
    cells = [words.before.split()[0], words.first, words.last, words.after.split()[-1]]
    content = b"".join(text(76 + 100 * at, 575, each) for at, each in enumerate(cells))
    return sheet(words, rules + content), {"secrets": (words.full, words.last), "also": (cells[0], cells[3])}


@maker(Surface.BREAKS)
def folded_in_a_cell(words: Words) -> Made:
    """A narrow cell breaks the name without a hyphen, beside a cell that goes on."""
    left = paragraph(words.last[:6], words.last[6:], x=76, top=585, leading=12)
    right = paragraph(words.after, words.before, x=176, top=585, leading=12)
    return sheet(words, b"72 560 90 40 re S 172 560 200 40 re S\n" + left + right), {
        "secrets": (words.last, words.last[:6] + " " + words.last[6:]), "also": (words.after,),
    }  # fmt: skip


@maker(Surface.BREAKS)
def down_the_margin(words: Words) -> Made:
    """One letter a line."""
    content = b"".join(text(40, 700 - 14 * at, each) for at, each in enumerate(words.last.upper()))
    spread = " ".join(words.last.upper())
    return sheet(words, content + text(72, 400, words.after)), {
        "secrets": (words.last, spread),
        "also": (words.after,),
    }


@maker(Surface.BREAKS)
def with_a_note_between(words: Words) -> Made:
    """The line is over a page's end with running lines between, and the box of a crop."""
    pdf, page = opened(words, text(72, 60, f"{words.before} {words.first}") + text(280, 30, "1"))
    other = add_page(pdf, text(72, 770, words.kept[:20]) + paragraph(f"{words.last} {words.after}"))
    for each in (page, other):
        each["/CropBox"] = Array([20, 20, 592, 785])
    return saved(pdf), {"secrets": (words.full, words.last), "also": (words.after,)}
