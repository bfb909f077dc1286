# SPDX-License-Identifier: MIT
"""A tree of tags is kept where a file forgets to say that it is tagged, or denies it; its copy says no better of it."""

from __future__ import annotations

from typing import Any

import pytest
from pikepdf import Array, Dictionary

from tests.corpus.pdf.sheets import add_page, new_pdf, text
from tests.redaction.pdf.test_tags import copy_of, element, elements, tagged


@pytest.mark.parametrize(
    ("marks", "said"),
    [(None, True), (Dictionary(), True), (Dictionary(Marked=True), True), (Dictionary(Marked=False), False)],
)
def test_a_tree_of_tags_is_kept_whatever_the_file_says_of_it(marks: Any, said: bool) -> None:
    pdf = new_pdf()
    page = add_page(pdf, b"/H1 <</MCID 0>> BDC " + text(72, 600, "On rivers") + b" EMC")
    heading = element(pdf, "H1", Array([0]), Pg=page)
    heading.P = tagged(pdf, heading)
    if marks is None:
        del pdf.Root["/MarkInfo"]
    else:
        pdf.Root["/MarkInfo"] = marks
    with copy_of(pdf) as copy:
        found = [str(each.S) for each in elements(copy.Root.StructTreeRoot)]
        assert bool(copy.Root.MarkInfo.Marked) is said
    assert found == ["/Document", "/H1"]
