# SPDX-License-Identifier: MIT
"""Hebrew and Arabic are read as they are spoken, however their letters were drawn; all names are invented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pikepdf import Dictionary

from reviewer.documents.pdf.bidi import as_read
from reviewer.documents.pdf.reader import read_pdf
from reviewer.workflow.preview import preview
from tests.corpus.pdf.sheets import add_page, composite, new_pdf, saved, truetype

NAME = "דבורה קווילפדר"
ARABIC = "ليلى الخطوطي"
LETTERS = " 0123456789-.,:()%abcdefghijklmnopqrstuvwxyzMQאבגדהוזחטיכלמנסעפצקרשתךםןףץ" + "".join(
    sorted(set(ARABIC) - {" "})
)
CODES = {letter: number for number, letter in enumerate(LETTERS, 1)}


def seen(text: str, *, right: bool) -> str:
    return "".join(each for each, _glyph in as_read([(each, None) for each in text], right=right))


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        ("םולש", "שלום"),
        ("2026 ץרמב 15", "15 במרץ 2026"),
        ("613-555-0142 ןופלט", "טלפון 613-555-0142"),
        (".הבושת ,Marie Quillfeather, אוה", "הוא ,Marie Quillfeather, תשובה."),
        ("רלוד $1,250.50", "$1,250.50 דולר"),
        ("(4)(ב)15 ףיעס", "סעיף 15(ב)(4)"),
        (")4()ב(15 ףיעס", "סעיף 15(ב)(4)"),
        ("0142-555-613 فتاه", "هاتف 613-555-0142"),
        ("%15 ةبسن", "نسبة 15%"),
        ("1,250.50 ةفلكت", "تكلفة 1,250.50"),
    ],
)
def test_a_line_that_begins_at_its_right_end(shown: str, read: str) -> None:
    assert seen(shown, right=True) == read


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        ("seen by רדפליווק הרובד on 12 March", f"seen by {NAME} on 12 March"),
        ("lu par רדפליווק הרובד le 12 mars", f"lu par {NAME} le 12 mars"),
        ("the note (םלוכל םולש) is kept", "the note (שלום לכולם) is kept"),
        ("room 12 of 14", "room 12 of 14"),
    ],
)
def test_a_line_that_begins_at_its_left_end(shown: str, read: str) -> None:
    assert seen(shown, right=False) == read


def test_forms_of_letters_are_letters_and_marks_follow_theirs() -> None:
    assert seen("ﺔﻴﺑﺮﻌﻟا طﻮﻄﺨﻟا", right=True) == "الخطوط العربية"
    assert seen("ﺓﺪ\u0651ﻴ\u0651ﺴﻟا", right=True) == "السّيّدة"
    assert seen("ﻡﻼﺳ", right=True) == "سلام"


def page(lines: list[str], *, as_spoken: bool, right: bool = True) -> bytes:
    """Lines that are shown; `as_spoken`: each letter is drawn to the left of the one before, as some programs do."""
    pdf = new_pdf()
    font = composite(
        pdf, said={code: each for each, code in CODES.items()}, program=truetype(LETTERS, honest=False)
    )
    content = []
    for number, line in enumerate(lines):
        width = 6.0 * len(line)
        start, top = (540 - width if right else 72.0), 700 - 20 * number
        if not as_spoken:
            codes = "".join(f"{CODES[each]:04x}" for each in line)
            content.append(f"BT /F2 12 Tf {start} {top} Td <{codes}> Tj ET")
            continue
        content += [
            f"BT /F2 12 Tf {start + 6 * at} {top} Td <{CODES[line[at]]:04x}> Tj ET"
            for at in reversed(range(len(line)))
        ]
    add_page(pdf, "\n".join(content).encode(), Font=Dictionary({"/F2": font}))
    return saved(pdf)


SPOKEN = [
    f"הישיבה נפתחה בנוכחות {NAME}",
    "ומספר הטלפון שלה 613-555-0142",
    "התקיים דיון על הנתונים והמסקנות",
    "הצוות יכין סיכום לישיבה הבאה.",
]


def shown(line: str) -> str:
    """A line as its signs stand, from left to right."""
    return re.sub(r"[0-9][0-9-]*", lambda number: number.group()[::-1], line)[::-1]


@pytest.mark.parametrize("as_spoken", [False, True])
def test_a_page_in_hebrew(*, as_spoken: bool) -> None:
    data = page(list(map(shown, SPOKEN)), as_spoken=as_spoken)
    text = read_pdf(data, path=Path("x.pdf")).document.story("page:1").text
    assert text.split() == " ".join(SPOKEN).split()


@pytest.mark.parametrize("as_spoken", [False, True])
@pytest.mark.parametrize("word", [NAME, "613-555-0142"])
def test_what_is_withheld_goes_as_letters_and_the_line_keeps_its_right_end(
    word: str, tmp_path: Path, without_tesseract: None, *, as_spoken: bool
) -> None:
    source = tmp_path / "x.pdf"
    source.write_bytes(page(list(map(shown, SPOKEN)), as_spoken=as_spoken))
    made = preview(source, {"withhold": [{"term": word}]}, tmp_path / "out", safe_defaults=True)
    assert not made.offers.pictured
    again = read_pdf(made.path.read_bytes(), path=Path("x.pdf"))
    text = again.document.story("page:1").text
    assert word not in text
    assert "התקיים דיון על הנתונים" in text
    ends = [round(line.end) for line in again.view(1).text.lines]
    assert ends == [540] * len(SPOKEN)


def test_a_name_in_arabic_between_words_in_english(tmp_path: Path, without_tesseract: None) -> None:
    source = tmp_path / "x.pdf"
    line = f"it was read by {ARABIC[::-1]} on the 12 of may"
    source.write_bytes(page([line, "and by the office"], as_spoken=False, right=False))
    assert ARABIC in read_pdf(source.read_bytes(), path=source).document.story("page:1").text
    made = preview(source, {"withhold": [{"term": ARABIC}]}, tmp_path / "out", safe_defaults=True)
    assert not made.offers.pictured
    text = read_pdf(made.path.read_bytes(), path=source).document.story("page:1").text
    assert text.startswith("it was read by [")
    assert "on the 12 of may" in text
