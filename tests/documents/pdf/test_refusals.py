# SPDX-License-Identifier: MIT
"""Files that are not taken in, each with the reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream, String

from reviewer.documents.opener import open_bytes
from reviewer.errors import (
    DamagedFile,
    EmptyFile,
    EncryptedFile,
    HostileContent,
    InputError,
    LimitExceeded,
    UnsupportedContent,
)
from tests.corpus.pdf.sheets import add_page, form, new_pdf, paragraph, saved


def refusal(data: bytes) -> InputError:
    with pytest.raises(InputError) as caught:
        open_bytes(data, path=Path("odd.pdf"))
    return caught.value


def one_page() -> Any:
    pdf = new_pdf()
    add_page(pdf, paragraph("Wetland survey of the northern marsh"))
    return pdf


def test_a_truncated_file() -> None:
    data = saved(one_page())
    for share in (0.3, 0.6, 0.9):
        assert isinstance(refusal(data[: int(len(data) * share)]), DamagedFile)


def test_no_page() -> None:
    assert isinstance(refusal(saved(new_pdf())), EmptyFile)


def test_a_password() -> None:
    error = refusal(saved(one_page(), encryption=pikepdf.Encryption(owner="one", user="two")))
    assert isinstance(error, EncryptedFile)


def test_rubbish_after_the_header() -> None:
    assert isinstance(refusal(b"%PDF-1.7\n" + b"\0\xff" * 3000 + b"\nstartxref\n9\n%%EOF\n"), DamagedFile)


def test_a_page_tree_in_a_circle() -> None:
    pdf = one_page()
    tree = pdf.make_indirect(Dictionary(Type=Name.Pages, Count=1, Kids=Array([pdf.Root.Pages])))
    pdf.Root.Pages.Kids.append(tree)
    assert isinstance(refusal(saved(pdf)), HostileContent | DamagedFile)


def test_a_form_that_draws_itself() -> None:
    pdf = new_pdf()
    resources = Dictionary(XObject=Dictionary())
    loop = form(pdf, b"/X1 Do", resources)
    loop.Resources.XObject["/X1"] = loop
    add_page(pdf, b"/X1 Do", XObject=Dictionary({"/X1": loop}))
    error = refusal(saved(pdf))
    assert isinstance(error, HostileContent)
    assert error.facts["place"] == "page:1"


def test_bookmarks_in_a_circle() -> None:
    pdf = one_page()
    item = pdf.make_indirect(Dictionary(Title=String("Method")))
    item["/Next"] = item
    pdf.Root["/Outlines"] = pdf.make_indirect(Dictionary(First=item, Last=item))
    assert isinstance(refusal(saved(pdf)), HostileContent)


def test_a_form_field_tree_in_a_circle() -> None:
    pdf = one_page()
    field = pdf.make_indirect(Dictionary(T=String("a"), V=String("b")))
    field["/Kids"] = Array([field])
    pdf.Root["/AcroForm"] = Dictionary(Fields=Array([field]))
    assert isinstance(refusal(saved(pdf)), HostileContent)


def test_a_stream_that_swells() -> None:
    pdf = one_page()
    pdf.pages[0].obj["/Contents"] = pdf.make_indirect(Stream(pdf, b" " * (201 * 2**20)))
    error = refusal(saved(pdf))
    assert isinstance(error, LimitExceeded)
    assert error.facts["limit"] == "content_stream"


def test_forms_that_multiply() -> None:
    pdf = new_pdf()
    inner = form(pdf, b"0 0 1 1 re f", Dictionary())
    for _level in range(6):
        inner = form(pdf, b"/X1 Do " * 10, Dictionary(XObject=Dictionary({"/X1": inner})))
    add_page(pdf, b"/X1 Do", XObject=Dictionary({"/X1": inner}))
    assert isinstance(refusal(saved(pdf)), LimitExceeded)


@pytest.mark.parametrize("content", ["xfa", "portfolio"])
def test_what_no_writer_treats_safely(content: str) -> None:
    pdf = one_page()
    if content == "xfa":
        packet = pdf.make_indirect(Stream(pdf, b"<xdp/>"))
        pdf.Root["/AcroForm"], pdf.Root["/NeedsRendering"] = Dictionary(Fields=Array(), XFA=packet), True
    else:
        pdf.Root["/Collection"] = Dictionary(Type=Name.Collection)
    error = refusal(saved(pdf))
    assert isinstance(error, UnsupportedContent)
    assert error.facts["content"] == content


@pytest.mark.filterwarnings("ignore::pikepdf.PageCopyWarning")
def test_a_wrong_object_where_a_number_should_be() -> None:
    pdf = one_page()
    pdf.Root["/PageLabels"] = Dictionary(Nums=Array([0, Dictionary(P=String("A"))]), Kids=String("x"))
    pdf.pages[0].obj["/Annots"] = Array([Dictionary(Subtype=Name.Widget, F=String("many"))])
    pdf.Root["/AcroForm"] = Dictionary(Fields=Array([pdf.pages[0].obj.Annots[0]]))
    assert isinstance(refusal(saved(pdf)), DamagedFile)
