# SPDX-License-Identifier: MIT
"""A page whose text is not what it shows is read by OCR, asked about, and published as a picture or not at all."""

from __future__ import annotations

import io
import re
from typing import Any

import pikepdf
import pypdfium2
import pytest
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from pikepdf import Dictionary
from PIL import ImageFont

from reviewer.documents.pdf.doubts import Why, doubts
from reviewer.documents.pdf.geometry import IDENTITY, inside, place
from reviewer.documents.pdf.looking import Seen, compare
from reviewer.documents.pdf.shapes import Shapes
from reviewer.errors import CannotRedact
from reviewer.model.document import Choice, Document, Problem, ProblemKind, Span
from reviewer.redaction.pdf.writer import write_pdf
from tests.corpus.pdf.registry import KEPT, SECRET
from tests.corpus.pdf.sheets import add_page, composite, new_pdf, paragraph, saved, text
from tests.redaction.pdf.evidence import places_of
from tests.redaction.pdf.plans import plan_for, read

LINES = {
    KEPT: (
        "Wetland survey of the northern marsh, as it was",
        "read by Quillfeather to the people of the office.",
    ),
    "Compte rendu": (
        "Compte rendu du suivi des oiseaux du marais, tel que",
        "Quillfeather a pu le lire aux gens du bureau.",
    ),
}
TURNS = {0: IDENTITY, 90: (0, 1, -1, 0, 612, 0), 180: (-1, 0, 0, -1, 612, 792), 270: (0, -1, 1, 0, 0, 792)}
LIES = dict(zip("Quilfeathrdy", "mosernculwpg", strict=True))


def program() -> tuple[bytes, dict[str, int]]:
    """A free font (Aileron, which Pillow carries) without names and characters, and the numbers of its letters."""
    font = TTFont(io.BytesIO(ImageFont.load_default(10).path.getvalue()))
    numbers = {chr(code): font.getGlyphID(name) for code, name in font.getBestCmap().items()}
    font["cmap"].tables = []
    font["post"].formatType = 3.0
    buffer = io.BytesIO()
    font.save(buffer)
    return buffer.getvalue(), numbers


def drawn(words: str, numbers: dict[str, int], x: float, y: float, *, size: float = 14) -> bytes:
    codes = "".join(f"{numbers[letter]:04x}" for letter in words)
    return f"BT /F2 {size} Tf {x} {y} Td <{codes}> Tj ET\n".encode()


def widths(font: Any, data: bytes) -> None:
    program_ = TTFont(io.BytesIO(data))
    unit = 1000 / program_["head"].unitsPerEm
    advances = [program_["hmtx"][name][0] * unit for name in program_.getGlyphOrder()]
    font["/DescendantFonts"][0]["/W"] = pikepdf.Array([0, pikepdf.Array(advances)])


def page(content: bytes, said: dict[str, str] | None, *, turned: int = 0) -> bytes:
    """`said` is what the font calls each letter that it draws; without it the font says nothing."""
    pdf = new_pdf()
    data, numbers = program()
    known = None if said is None else {numbers[letter]: name for letter, name in said.items()}
    font = composite(pdf, said=known, program=data)
    widths(font, data)
    added = add_page(pdf, content, Font=Dictionary({"/F2": font}))
    if turned:
        added["/Rotate"] = turned
    return saved(pdf)


def honest() -> dict[str, str]:
    return {letter: letter for letter in program()[1]}


def lying() -> dict[str, str]:
    return {letter: LIES.get(letter, letter) for letter in program()[1]}


def only(document: Document) -> Problem:
    (problem,) = document.problems
    return problem


def lines(which: str) -> bytes:
    numbers = program()[1]
    return b"".join(drawn(line, numbers, 72, 700 - 24 * at) for at, line in enumerate(LINES[which]))


def one_word() -> bytes:
    return paragraph("The paper was read to the people of the office by", top=500) + drawn(
        SECRET, program()[1], 345, 500
    )


@pytest.mark.parametrize("which", LINES)
def test_a_text_that_lies_gives_way_to_what_is_shown(which: str) -> None:
    source = read(page(lines(which), lying()))
    problem = only(source.document)
    assert (problem.id, problem.choices) == ("untrusted_text:1", (Choice.STOP, Choice.KEEP, Choice.REMOVE))
    assert problem.safe is Choice.STOP
    assert SECRET in source.document.story("page:1").text
    with pytest.raises(CannotRedact):
        write_pdf(source, plan_for(source.document, (SECRET,)))


def test_kept_it_becomes_a_picture_without_what_is_withheld() -> None:
    source = read(page(lines(KEPT), lying()))
    copy = write_pdf(source, plan_for(source.document, (SECRET,), answers={"untrusted_text:1": "keep"}))
    assert copy.pictured == ((1, "untrusted"),)
    again = read(copy.data).document
    seen = "\n".join(story.text for story in again.stories)
    assert SECRET not in seen
    assert KEPT in seen
    assert places_of("mosee", copy.data) == []


def test_removed_it_leaves_an_empty_page() -> None:
    source = read(page(lines(KEPT), lying()))
    copy = write_pdf(source, plan_for(source.document, answers={"untrusted_text:1": "remove"}))
    assert copy.losses == ("page_removed:1:1", "untagged:1")
    assert read(copy.data).document.story("page:1").text == ""


@pytest.mark.parametrize("turned", TURNS)
def test_one_word_that_lies_is_enough(turned: int) -> None:
    """Also on a page that is turned when it is shown, so that its text stands upright."""
    matrix = TURNS[turned]
    content = f"{' '.join(map(str, matrix))} cm ".encode() + one_word()
    source = read(page(content, lying(), turned=turned))
    assert only(source.document).kind is ProblemKind.UNTRUSTED_TEXT
    story = source.document.story("page:1").text
    start = story.index(SECRET)
    (box,) = source.locate(Span("page:1", start, start + len(SECRET)))
    found = (box.x0, box.y0, box.x1, box.y1)
    assert inside(found, place(matrix, (341, 496, 425, 516)))
    assert inside(place(matrix, (348, 501, 415, 508)), found)


def test_a_font_that_says_nothing_is_read() -> None:
    source = read(page(lines(KEPT), None))
    assert only(source.document).kind is ProblemKind.UNTRUSTED_TEXT
    copy = write_pdf(source, plan_for(source.document, (SECRET,), answers={"untrusted_text:1": "keep"}))
    assert copy.pictured == ((1, "no_unicode"),)


@pytest.mark.usefixtures("without_tesseract")
def test_where_nothing_can_read_it_the_page_is_unreadable() -> None:
    assert only(read(page(lines(KEPT), None)).document).kind is ProblemKind.UNREADABLE_PAGE


@pytest.mark.parametrize("which", LINES)
def test_an_honest_font_is_not_even_looked_at(which: str) -> None:
    source = read(page(lines(which), honest()))
    assert source.document.problems == ()
    assert source.document.story("page:1").text == " ".join(LINES[which])
    assert list(doubts(source.view(1), Shapes())) == []


def test_small_capitals_are_doubted_and_found_to_be_right() -> None:
    """Capitals that the font calls small letters: odd shapes, and the same words."""
    shown = {letter: letter.lower() for letter in program()[1]}
    numbers = program()[1]
    content = drawn("WETLAND SURVEY OF THE NORTHERN MARSH", numbers, 72, 700) + drawn(
        "READ BY THE PEOPLE OF THE OFFICE", numbers, 72, 676
    )
    source = read(page(content, shown))
    assert [each.why for each in doubts(source.view(1), Shapes())] == [Why.FONT]
    assert source.document.problems == ()


def outlines(words: str, x: float, y: float, size: float) -> bytes:
    """Letters as paths, each one filled."""
    font = TTFont(io.BytesIO(ImageFont.load_default(10).path.getvalue()))
    glyphs, cmap, unit = font.getGlyphSet(), font.getBestCmap(), size / font["head"].unitsPerEm
    found = []
    for letter in words:
        pen = SVGPathPen(glyphs, ntos=lambda value: f"{value:.2f}")
        glyphs[cmap[ord(letter)]].draw(TransformPen(pen, (unit, 0, 0, unit, x, y)))
        found += [*_operators(pen.getCommands()), "f"] if letter.strip() else []
        x += glyphs[cmap[ord(letter)]].width * unit
    return " ".join(found).encode()


def _operators(path: str) -> list[str]:
    """The operators of a page for a path of SVG in absolute lines and quadratic curves."""
    found, (x, y) = [], (0.0, 0.0)
    for command, listed in re.findall(r"([MLHVQZ])([^MLHVQZ]*)", path):
        values = [float(each) for each in re.findall(r"-?[\d.]+", listed)]
        if command == "Q":
            cx, cy, ex, ey = values
            first = (x + 2 / 3 * (cx - x), y + 2 / 3 * (cy - y))
            values = [*first, ex + 2 / 3 * (cx - ex), ey + 2 / 3 * (cy - ey), ex, ey]
        elif command in "HV":
            values = [values[0], y] if command == "H" else [x, values[0]]
        if values:
            x, y = values[-2:]
        operator = {"M": "m", "Q": "c", "Z": "h"}.get(command, "l")
        found.append(" ".join([*(f"{each:.2f}" for each in values), operator]))
    return found


def test_words_drawn_as_outlines_beside_text_are_read() -> None:
    content = paragraph(KEPT, top=740) + outlines("Nils Ohlsson lives here", 72, 600, 20)
    pdf = new_pdf()
    add_page(pdf, content)
    source = read(saved(pdf))
    assert only(source.document).kind is ProblemKind.UNTRUSTED_TEXT
    assert "Nils Ohlsson" in source.document.story("page:1").text
    assert KEPT in source.document.story("page:1").text


def test_a_page_of_outlines_is_read() -> None:
    pdf = new_pdf()
    add_page(pdf, outlines("Nils Ohlsson lives here", 72, 600, 20))
    source = read(saved(pdf))
    assert only(source.document).kind is ProblemKind.UNTRUSTED_TEXT
    copy = write_pdf(source, plan_for(source.document, ("Ohlsson",), answers={"untrusted_text:1": "keep"}))
    seen = read(copy.data).document
    assert not any("Ohlsson" in story.text for story in seen.stories)
    assert any("Nils" in story.text for story in seen.stories)


def test_a_drawing_beside_text_is_no_text() -> None:
    circles = b" ".join(
        f"{72 + 12 * at} 500 m {76 + 12 * at} 510 {80 + 12 * at} 490 {84 + 12 * at} 500 c f".encode()
        for at in range(30)
    )
    pdf = new_pdf()
    add_page(pdf, text(72, 700, KEPT) + circles)
    source = read(saved(pdf))
    assert [each.why for each in doubts(source.view(1), Shapes())] == [Why.OUTLINES]
    assert source.document.problems == ()


@pytest.mark.parametrize(("confidence", "judged"), [(65.0, 0), (95.0, 4)])
def test_latin_words_that_ocr_makes_of_hebrew_prove_nothing(confidence: float, judged: int) -> None:
    """Unless it is sure of them: then the page shows Latin letters that a font calls Hebrew ones."""
    said = {letter: chr(0x5D0 + at % 26) for at, letter in enumerate(program()[1])}
    view = read(page(drawn("marsh survey office people", program()[1], 72, 700), said)).view(1)
    seen: list[Seen] = []
    for word in ("marsh", "survey", "office", "people"):
        glyphs = [glyph for glyph in view.walk.glyphs if not glyph.blank]
        first = sum(map(len, (each.text for each in seen)))
        start, end = glyphs[first].x, glyphs[first + len(word) - 1].end_x
        seen.append(Seen(word, (start, 696.0, end, 712.0), (1,), confidence))
    assert sum(compare(view, seen).other.values()) == judged


@pytest.mark.parametrize(
    ("shown", "reason"), [(b"<> Tj", ""), (b"[<> 4 ()] TJ", ""), (b"(Gagne) Tj", "font")]
)
def test_nothing_set_in_no_font_is_no_reason_to_distrust_a_page(shown: bytes, reason: str) -> None:
    pdf = new_pdf()
    add_page(pdf, b"BT 72 650 Td " + shown + b" ET\n" + text(72, 700, "A form that was filled in"))
    assert read(saved(pdf)).view(1).walk.unsafe == reason


def test_text_in_a_font_that_is_missing_is_read_as_it_is_drawn() -> None:
    """A program that fills forms names /Helvetica where the form has /helvetica."""
    pdf = new_pdf()
    add_page(pdf, text(72, 700, "A form") + b"BT /Nowhere 12 Tf 72 650 Td (Zoe Gagne of Gatineau) Tj ET\n")
    source = read(saved(pdf))
    assert "Zoe Gagne" in source.document.story("page:1").text
    made = write_pdf(source, plan_for(source.document, ("Gagne",)))
    assert not made.pictured
    drawn = pypdfium2.PdfDocument(made.data)[0].get_textpage().get_text_bounded()
    assert "Zoe" in drawn
    assert "of Gatineau" in drawn
    assert "Gagne" not in drawn
