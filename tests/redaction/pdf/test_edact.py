# SPDX-License-Identifier: MIT
"""The attack of "Story Beyond the Eye" (Bland, Iyer, Levchenko, 2022): which surname was it, told from the copy alone.

The strongest answer is that there is nothing to tell: for every surname of the list the copy has the same bytes. The
first test shows that the attack itself works, on a copy in which a gap was left as other tools leave it.
"""

from __future__ import annotations

import io
from statistics import median

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from reviewer.redaction.pdf.writer import write_pdf
from tests.corpus.pdf.proof.gaps import candidates
from tests.corpus.pdf.sheets import add_page, new_pdf, paragraph, saved
from tests.redaction.pdf.edact.faces import (
    FACES,
    Maker,
    composite_subset,
    simple_subset,
    standard,
)
from tests.redaction.pdf.edact.layouts import (
    ABOVE,
    LAYOUTS,
    Layout,
    centred_alone,
    justified_paragraph,
    left,
    over_two_lines,
    page_of,
    right_aligned_alone,
    table_of_one_row_centred,
    under_a_black_box,
)
from tests.redaction.pdf.edact.names import LISTED, spread, surnames
from tests.redaction.pdf.plans import plan_for, read

_CLOSE_LOOK: tuple[Layout, ...] = (left, justified_paragraph, right_aligned_alone, under_a_black_box)
_EVERY_FACE: tuple[Layout, ...] = (
    left, justified_paragraph, centred_alone, over_two_lines, table_of_one_row_centred, under_a_black_box,
)  # fmt: skip


def copy_of(data: bytes, *names: str) -> bytes:
    source = read(data)
    plan = plan_for(source.document, names)
    assert plan.removals
    copy = write_pdf(source, plan)
    assert not any("raster" in each for each in copy.losses)
    return copy.data


def test_the_list_is_long_and_wide() -> None:
    assert len(surnames()) == LISTED
    widths = [standard("".join(surnames())).width(each) for each in surnames()]
    assert max(widths) > 2.5 * min(widths)


def test_the_attack_finds_the_name_where_the_gap_was_left() -> None:
    face = standard("".join((*surnames(), *ABOVE)))
    ranks = []
    for name in spread(standard, 12):
        gap = -face.width(name) / 12 * 1000
        pdf = new_pdf()
        add_page(
            pdf,
            paragraph(*ABOVE) + f"BT /F1 12 Tf 72 600 Td [(Call ) {gap:.1f} ( today)] TJ ET".encode(),
        )
        left_over = candidates(saved(pdf), "Call", "today", {each: face.width(each) for each in surnames()})
        assert name in left_over
        ranks.append(len(left_over))
    assert median(ranks) < LISTED / 15


def test_the_attack_finds_nothing_in_a_copy() -> None:
    face = standard("".join((*surnames(), *ABOVE)))
    widths = {each: face.width(each) for each in surnames()}
    found = {
        tuple(candidates(copy_of(page_of(left, standard, name), name), "Call", "today", widths))
        for name in spread(standard, 12)
    }
    assert len(found) == 1


@pytest.mark.parametrize("layout", _CLOSE_LOOK)
def test_forty_surnames_give_one_copy(layout: Layout) -> None:
    names = spread(standard, 40)
    assert len({copy_of(page_of(layout, standard, name), name) for name in names}) == 1


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_one_copy(layout: Layout) -> None:
    names = spread(standard, 6)
    assert len({copy_of(page_of(layout, standard, name), name) for name in names}) == 1


@pytest.mark.parametrize("layout", _EVERY_FACE)
@pytest.mark.parametrize("maker", [each for each in FACES if each is not standard])
def test_every_kind_of_font_gives_one_copy(maker: Maker, layout: Layout) -> None:
    names = spread(maker, 4)
    assert len({copy_of(page_of(layout, maker, name), name) for name in names}) == 1


@pytest.mark.parametrize("maker", [simple_subset, composite_subset])
def test_the_font_holds_no_letter_of_the_name_alone(maker: Maker) -> None:
    copy = copy_of(page_of(left, maker, "Xyqizk"), "Xyqizk")
    with pikepdf.open(io.BytesIO(copy)) as pdf:
        (mapped,) = (
            font.ToUnicode.read_bytes()
            for font in pdf.pages[0].Resources.Font.values()
            if "/ToUnicode" in font
        )
    assert b"<0054>" in mapped
    assert not any(f"<{ord(letter):04x}>".encode() in mapped for letter in "Xqz")


def tagged(*pieces: str) -> bytes:
    """A line whose name is tagged piece by piece, as Word does where the formatting or the language changes."""
    pdf = new_pdf()
    content, kids = paragraph(*ABOVE) + b"BT /F1 12 Tf 72 600 Td ", []
    for number, piece in enumerate(["Call ", *pieces, " today about it"]):
        content += f"/Span <</MCID {number}>> BDC ({piece}) Tj EMC ".encode()
        kids.append(number)
    page = add_page(pdf, content + b"ET")
    page["/StructParents"] = 0
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    paragraph_ = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=tree, Pg=page))
    spans = [
        pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Span, P=paragraph_, Pg=page, K=number))
        for number in kids
    ]
    paragraph_["/K"] = Array(spans)
    tree["/K"] = paragraph_
    pdf.Root["/StructTreeRoot"], pdf.Root["/MarkInfo"] = tree, Dictionary(Marked=True)
    return saved(pdf)


def test_the_tags_do_not_tell_in_how_many_pieces_a_name_stood() -> None:
    names = (("Quillan",), ("Quil", "lan"), ("Qu", "ill", "an"))
    copies = {copy_of(tagged(*pieces), "Quillan") for pieces in names}
    assert len(copies) == 1
    with pikepdf.open(io.BytesIO(copies.pop())) as pdf:
        content = pdf.pages[0].Contents.read_bytes()
        assert [content.count(f"/MCID {number}>>".encode()) for number in range(4)] == [1, 1, 1, 0]
        assert len(pdf.Root.StructTreeRoot.ParentTree.Nums[1]) == 3


def test_neighbouring_spans_are_one() -> None:
    one = page_of(left, standard, "Quillan")
    two = page_of(left, standard, "Quil Lan")
    source = read(two)
    assert copy_of(one, "Quillan") == write_pdf(source, plan_for(source.document, ("Quil Lan",))).data
