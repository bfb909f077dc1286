# SPDX-License-Identifier: MIT
"""Padding, filling signs, shapes and destinations do not tell how wide a withheld name was."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pdfminer.high_level import extract_text
from pikepdf import Array, Dictionary, Name, String

from reviewer.redaction.pdf.writer import write_pdf
from tests.corpus.pdf.sheets import add_page, new_pdf, paragraph, saved, text
from tests.redaction.pdf.plans import plan_for, read
from tests.redaction.pdf.test_residue import LONG, NAMES, width

Maker = Callable[[str], bytes]
LINE = "See {} about it"


def _page(content: bytes) -> bytes:
    pdf = new_pdf()
    add_page(pdf, paragraph(*LONG) + content)
    return saved(pdf)


def _typed(*lines: str) -> bytes:
    """A page of a typewriter's text."""
    pdf = new_pdf()
    page = add_page(pdf, b"".join(text(72, 700 - 20 * at, line) for at, line in enumerate(lines)))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier)
    page.Resources = Dictionary(Font=Dictionary(F1=pdf.make_indirect(font)))
    return saved(pdf)


def table(name: str) -> bytes:
    rows = [("Name", "City", "Amount"), (name, "Hull", "1,200.00"), ("Okonkwo", "Gatineau", "44.10")]
    return _typed(*(f"{who:<20}{city:<14}{amount:>12}" for who, city, amount in rows))


def padded_to_nothing(name: str) -> bytes:
    return _typed("The list of the crew:", f"{name:<30}on leave", f"{'':>{24 - len(name)}}{name}, too")


def filled_before(name: str) -> bytes:
    return _typed("Pay to the order of:", f"Order {'*' * (24 - len(name))}{name} only")


def filled_after(name: str) -> bytes:
    return _typed("Pay to the order of:", f"Order {name} {'= ' * (24 - len(name))}only")


def framed(name: str) -> bytes:
    box = f"{72 + width('See ') - 2:.3f} 588 {width(name) + 4:.3f} 32 re S".encode()
    return _page(text(72, 600, LINE.format(name)) + box)


def ringed(name: str) -> bytes:
    x0, x1 = 72 + width("See ") - 4, 72 + width("See " + name) + 4
    ring = (
        f"{x0:.3f} 604 m {x0:.3f} 630 {x1:.3f} 630 {x1:.3f} 604 c {x1:.3f} 580 {x0:.3f} 580 {x0:.3f} 604 c S"
    )
    return _page(text(72, 600, LINE.format(name)) + ring.encode())


def on_a_button(name: str) -> bytes:
    button = f"0.9 g 72 590 {width(name) + 20:.3f} 28 re f 0 g ".encode()
    return _page(button + text(82, 600, name))


def beside_a_picture(name: str) -> bytes:
    x = 72 + width(f"See {name} ")
    picture = b" cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q "
    after = text(x + 12, 600, "about it")
    return _page(text(72, 600, f"See {name} ") + f"q 9 0 0 9 {x:.3f} 600".encode() + picture + after)


def led_to(name: str) -> bytes:
    pdf = new_pdf()
    page = add_page(pdf, paragraph(*LONG) + text(72, 600, LINE.format(name)))
    x = 72 + width(f"See {name} ")
    places = (
        [Name.XYZ, x, 612, 0], [Name.FitR, 72, 596, x, 612], [Name.FitV, x], [Name.FitBV, x], [Name.FitH, 612],
    )  # fmt: skip
    page.Annots = Array(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=Array([72, 400 - 20 * at, 120, 412 - 20 * at]),
            Dest=Array([page, *place]),
        )
        for at, place in enumerate(places)
    )  # fmt: skip
    first = pdf.make_indirect(Dictionary(Title=String("Place"), Dest=Array([page, *places[0]])))
    pdf.Root.Outlines = pdf.make_indirect(Dictionary(Type=Name.Outlines, First=first, Last=first, Count=1))
    first.Parent = pdf.Root.Outlines
    return saved(pdf)


MAKERS: tuple[Maker, ...] = (
    table, padded_to_nothing, filled_before, filled_after, framed, ringed, on_a_button, beside_a_picture, led_to,
)  # fmt: skip


def _copy(data: bytes, name: str) -> bytes:
    source = read(data)
    plan = plan_for(source.document, (name,), answers=_kept(source.document))
    assert plan.removals
    return write_pdf(source, plan).data


def _kept(document: Any) -> dict[str, str]:
    return {problem.id: "keep" for problem in document.problems if "keep" in problem.choices}


@pytest.mark.parametrize("maker", MAKERS)
def test_the_copy_does_not_depend_on_what_was_withheld(maker: Maker) -> None:
    assert len({_copy(maker(name), name) for name in NAMES}) == 1


def test_columns_that_other_rows_have_stay_where_they_are() -> None:
    before, after = (
        extract_text(io.BytesIO(data)) for data in (table("Li Wu"), _copy(table("Li Wu"), "Li Wu"))
    )
    assert "1,200.00" in before
    with pikepdf.open(io.BytesIO(_copy(table("Li Wu"), "Li Wu"))) as pdf:
        content = pdf.pages[0].Contents.read_bytes()
    assert f"{72 + 20 * 7.2:g} 680 Tm".encode() in content
    for word in ("Hull", "1,200.00", "Gatineau", "44.10"):
        assert word in after


def test_destinations_keep_their_height() -> None:
    with pikepdf.open(io.BytesIO(_copy(led_to("Li Wu"), "Li Wu"))) as pdf:
        places = [list(each.Dest)[1:] for each in pdf.pages[0].Annots]
    assert [str(each[0]) for each in places] == ["/XYZ", "/XYZ", "/Fit", "/FitB", "/FitH"]
    assert places[0][2] == places[1][2] == places[4][1] == 612


def test_the_frame_of_a_table_stays() -> None:
    frames = "".join(f"72 {590 - 30 * at} 200 28 re S " for at in range(3)).encode()
    data = _page(frames + text(82, 600, "Quillfeather and five others") + text(82, 570, "Nobody"))
    with pikepdf.open(io.BytesIO(_copy(data, "Quillfeather"))) as pdf:
        assert pdf.pages[0].Contents.read_bytes().count(b"200 28 re") == 3


def test_a_coloured_ground_stays_under_other_words() -> None:
    ground = f"0.1 g 68 590 {width('Dear Quillfeather') + 8:.3f} 28 re f 1 g ".encode()
    data = _page(ground + text(72, 600, "Dear Quillfeather") + b"0 g")
    with pikepdf.open(io.BytesIO(_copy(data, "Quillfeather"))) as pdf:
        assert b"28 re" in pdf.pages[0].Contents.read_bytes()


def test_words_and_rules_under_a_watermark_stay() -> None:
    """Its letters are five times as large: what stands in them is other text, and its label is of the text's size."""
    turned = b"q 0.7071 0.7071 -0.7071 0.7071 120 380 cm BT /F1 60 Tf 0.8 g (Quillfeather) Tj ET Q "
    lines = b"".join(text(72, 700 - 14 * at, f"Row {at} of the count stands over it") for at in range(24))
    copy = _copy(_page(turned + b"80 500 90 0.5 re f " + lines), "Quillfeather")
    read_again = extract_text(io.BytesIO(copy))
    assert all(f"Row {at} of the count stands over it" in read_again for at in range(24))
    with pikepdf.open(io.BytesIO(copy)) as pdf:
        content = pdf.pages[0].Contents.read_bytes()
    assert b"90 .5 re" in content or b"90 0.5 re" in content
    assert b"11.52 re f 1 g" in content


def test_a_clip_that_holds_a_picture_stays() -> None:
    clip = f"q 70 590 {width('Quillfeather') + 8:.3f} 30 re W n q 500 0 0 500 50 300 cm ".encode()
    picture = b"BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q Q "
    copy = _copy(_page(clip + picture + text(72, 600, "Quillfeather")), "Quillfeather")
    with pikepdf.open(io.BytesIO(copy)) as pdf:
        assert b"W" in pdf.pages[0].Contents.read_bytes().split()
