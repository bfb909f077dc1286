# SPDX-License-Identifier: MIT
"""Two files that differ only in what is withheld give the same copy, byte for byte: no gap, width or shift is left."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pdfminer.fontmetrics import FONT_METRICS
from pikepdf import Array, Dictionary, Name, String

from reviewer.redaction.pdf.writer import write_pdf
from tests.corpus.pdf.sheets import add_page, form, helvetica, new_pdf, paragraph, saved, text
from tests.redaction.pdf.plans import plan_for, read

NAMES = ("Quillfeather", "Li Wu", "Brimstone-Ashdown", "Nil")
LONG = (
    "The wetland survey was finished in the last week of August by",
    "two crews from the regional office, as had been planned.",
)
Maker = Callable[[str], bytes]


def width(words: str, size: float = 12) -> float:
    return sum(FONT_METRICS["Helvetica"][1][each] for each in words) / 1000 * size


def _page(content: bytes, name: str, **resources: Any) -> bytes:
    pdf = new_pdf()
    add_page(pdf, paragraph(*LONG) + content, **resources)
    return saved(pdf)


def one_string(name: str) -> bytes:
    return _page(text(72, 600, f"Call {name} today about it"), name)


def at_the_start(name: str) -> bytes:
    return _page(text(72, 600, f"{name} called today about it"), name)


def kerned(name: str) -> bytes:
    pieces = b" 17 ".join(b"(" + each.encode() + b")" for each in f"Call {name} today")
    return _page(b"BT /F1 12 Tf 72 600 Td [" + pieces + b"] TJ ET", name)


def separate_objects(name: str) -> bytes:
    second = 72 + width("Call ")
    third = second + width(name)
    return _page(text(72, 600, "Call ") + text(second, 600, name) + text(third, 600, " today about it"), name)


def word_by_word(name: str) -> bytes:
    content, x = b"BT /F1 12 Tf ", 72.0
    for word in f"Call {name} today about it".split():
        content += f"1 0 0 1 {x:.3f} 600 Tm ({word}) Tj ".encode()
        x += width(word + " ")
    return _page(content + b"ET", name)


def relative_moves(name: str) -> bytes:
    step = width(f"Call {name} ")
    first = f"BT /F1 12 Tf 72 600 Td (Call {name}) Tj {step:.3f} 0 Td (today about it) Tj "
    return _page(f"{first} {-step:.3f} -15 Td (Next line) Tj ET".encode(), name)


def justified_by_words(name: str) -> bytes:
    line = f"Call {name} today about it"
    extra = (260 - width(line)) / line.count(" ")
    return _page(
        f"BT {extra:.3f} Tw /F1 12 Tf 72 600 Td ({line}) Tj 0 Tw 0 -15 Td (Next line) Tj ET".encode(), name
    )


def justified_by_letters(name: str) -> bytes:
    line = f"Call {name} today about it all"
    extra = (200 - width(line)) / len(line)
    return _page(f"BT {extra:.4f} Tc /F1 12 Tf 72 600 Td ({line}) Tj ET".encode(), name)


def justified_by_kerns(name: str) -> bytes:
    words = f"Call {name} today about it".split()
    extra = (260 - width(" ".join(words))) / (len(words) - 1) * 1000 / 12
    pieces = f" {-extra:.1f} ".join(f"({word} )" for word in words)
    return _page(f"BT /F1 12 Tf 72 600 Td [{pieces}] TJ ET".encode(), name)


def right_aligned(name: str) -> bytes:
    lines = ("A line of its own that ends here", f"Call {name} today", "Another line that ends there")
    return _page(
        b"".join(text(round(540 - width(line), 3), 600 - 15 * at, line) for at, line in enumerate(lines)),
        name,
    )


def centred(name: str) -> bytes:
    lines = ("A line of its own in the middle", f"Call {name} today", "Another line of the middle, longer")
    return _page(
        b"".join(text(round(306 - width(line) / 2, 3), 600 - 15 * at, line) for at, line in enumerate(lines)),
        name,
    )


def underlined(name: str) -> bytes:
    start = 72 + width("Call ")
    rule = f"0.5 w {start:.3f} 598 m {start + width(name):.3f} 598 l S ".encode()
    return _page(rule + text(72, 600, f"Call {name} today"), name)


def highlighted_after(name: str) -> bytes:
    start = 72 + width(f"Call {name} ")
    ground = f"1 1 0 rg {start:.3f} 597 {width('today'):.3f} 13 re f 0 g ".encode()
    return _page(ground + text(72, 600, f"Call {name} today"), name)


def clipped(name: str) -> bytes:
    box = f"q 72 596 {width(f'Call {name} today'):.3f} 14 re W n ".encode()
    return _page(box + text(72, 600, f"Call {name} today") + b"Q", name)


def turned(name: str) -> bytes:
    return _page(f"BT /F1 12 Tf 0 1 -1 0 60 200 Tm (Call {name} today) Tj ET".encode(), name)


def drawn_twice(name: str) -> bytes:
    return _page(text(72, 600, f"Call {name} today") + text(72.3, 600, f"Call {name} today"), name)


def linked(name: str) -> bytes:
    pdf = new_pdf()
    page = add_page(pdf, paragraph(*LONG) + text(72, 600, f"Call {name} today"))
    start = 72 + width(f"Call {name} ")
    link = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=Array([start, 598, start + width("today"), 612]),
        A=Dictionary(S=Name.URI, URI=String("https://example.org/")),
    )  # fmt: skip
    page["/Annots"] = Array([pdf.make_indirect(link)])
    return saved(pdf)


def shifted_by_rounding(name: str) -> bytes:
    content, x = b"BT /F1 12 Tf ", 72.0
    for at, letter in enumerate(f"Call {name} today"):
        shown = pikepdf.unparse_content_stream([([String(letter)], pikepdf.Operator("Tj"))])
        content += f"1 0 0 1 {round(x * 20) / 20 + at * 0.003:.3f} 600 Tm ".encode() + shown + b" "
        x += width(letter)
    return _page(content + b"ET", name)


def moved_by_matrices(name: str) -> bytes:
    content, x = b"", 72.0
    for word in f"Call {name} today about it".split():
        content += f"q 1 0 0 1 {x:.3f} 600 cm BT /F1 12 Tf 0 0 Td ({word}) Tj ET Q\n".encode()
        x += width(word + " ")
    return _page(content, name)


def one_object_a_glyph(name: str) -> bytes:
    content, x = b"", 72.0
    for letter in f"Call {name} today":
        content += b"q 0 0 0 rg " + text(round(x, 3), 600, letter) + b"Q\n"
        x += width(letter)
    return _page(content, name)


def in_a_font_of_its_own(name: str) -> bytes:
    content = (
        b"BT /F1 12 Tf 72 600 Td (Call ) Tj 0 0 1 rg /F2 12 Tf ("
        + name.encode()
        + b") Tj 0 g /F1 12 Tf ( today) Tj ET"
    )
    return _page(content, name, Font=Dictionary({"/F2": helvetica("/Helvetica")}))


def tagged(name: str) -> bytes:
    pdf = new_pdf()
    first = b"/P <</MCID 0>> BDC BT /F1 12 Tf 72 600 Td (Call ) Tj "
    line = first + b"/Span <</ActualText (%b)>> BDC (%b) Tj EMC ( today) Tj ET EMC"
    page = add_page(pdf, paragraph(*LONG) + line % (name.encode(), name.encode()))
    page["/StructParents"] = 0
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    element = Dictionary(
        Type=Name.StructElem, S=Name.P, P=tree, Pg=page, K=0, ActualText=String(f"Call {name} today")
    )
    tree["/K"] = pdf.make_indirect(element)
    pdf.Root["/StructTreeRoot"], pdf.Root["/MarkInfo"] = tree, Dictionary(Marked=True)
    return saved(pdf)


def in_a_form(name: str) -> bytes:
    pdf = new_pdf()
    fonts = Dictionary(Font=Dictionary({"/F1": pdf.make_indirect(helvetica())}))
    box = (0, -3, round(width(f"Call {name} today")) + 1, 12)
    run = form(pdf, text(0, 0, f"Call {name} today"), fonts, box)
    add_page(pdf, paragraph(*LONG) + b"q 1 0 0 1 72 600 cm /X1 Do Q", XObject=Dictionary({"/X1": run}))
    return saved(pdf)


MAKERS: tuple[Maker, ...] = (
    moved_by_matrices,
    one_object_a_glyph,
    in_a_font_of_its_own,
    tagged,
    in_a_form,
    one_string,
    at_the_start,
    kerned,
    separate_objects,
    word_by_word,
    relative_moves,
    justified_by_words,
    justified_by_letters,
    justified_by_kerns,
    right_aligned,
    centred,
    underlined,
    highlighted_after,
    clipped,
    turned,
    drawn_twice,
    linked,
    shifted_by_rounding,
)


@pytest.mark.parametrize("maker", MAKERS)
def test_the_copy_does_not_depend_on_what_was_withheld(maker: Maker) -> None:
    copies = set()
    for name in NAMES:
        source = read(maker(name))
        plan = plan_for(source.document, (name,))
        assert plan.removals
        copies.add(write_pdf(source, plan).data)
    assert len(copies) == 1


def test_the_same_plan_gives_the_same_bytes() -> None:
    data = one_string(NAMES[0])
    made = []
    for _time in range(2):
        source = read(data)
        made.append(write_pdf(source, plan_for(source.document, NAMES)).data)
    assert made[0] == made[1]
