# SPDX-License-Identifier: MIT
"""Long files: the source is opened anew on the way, the copy is written page by page, and nothing is lost by either."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream, String

from reviewer.documents.pdf.handle import Id, items_of
from reviewer.redaction.pdf.delivery import Delivery
from reviewer.redaction.pdf.packed import PackedFile
from reviewer.redaction.pdf.writer import write_pdf
from tests.corpus.pdf.sheets import new_pdf, saved
from tests.redaction.pdf.plans import plan_for, read

_PAGES = 160
_SECRET = "Quillfeather"

pytestmark = pytest.mark.usefixtures("without_tesseract")


def long_file(*, nested: bool = False) -> bytes:
    """Tagged pages of one line, each with a link to the next by a name, and kinds of elements of its own.

    `nested`: each element names its page and content in a dictionary, and is none with an id itself.
    """
    pdf = new_pdf()
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, RoleMap=Dictionary(Line=Name.P)))
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
    names: list[Any] = []
    kids, parents = [], []
    for number in range(_PAGES):
        line = f"Page {number} of {_SECRET} here" if number % 40 == 0 else f"Page {number} says little"
        content = f"/Line <</MCID 0>> BDC BT /F1 12 Tf 72 700 Td ({line}) Tj ET EMC".encode()
        values = Dictionary(Type=Name.Page, MediaBox=Array([0, 0, 612, 792]), StructParents=number)
        values["/Resources"] = Dictionary(Font=Dictionary(F1=font))
        values["/Contents"] = pdf.make_indirect(Stream(pdf, content))
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([72, 100, 200, 120]))
        link["/Dest"] = String(f"p{(number + 1) % _PAGES:03d}")
        values["/Annots"] = Array([pdf.make_indirect(link)])
        page = pdf.make_indirect(values)
        pdf.pages.append(pikepdf.Page(page))
        content_of = Dictionary(Type=Name.MCR, Pg=page, MCID=0)
        made = Dictionary(
            Type=Name.StructElem, S=Name.Line, P=document, Pg=page, K=content_of if nested else 0
        )
        element = made if nested and number % 3 else pdf.make_indirect(made)
        kids.append(element)
        parents += [number, pdf.make_indirect(Array([element]))]
        names += [String(f"p{number:03d}"), Array([page, Name.XYZ, 72, 700, None])]
    document["/K"] = Array(kids)
    root["/K"], root["/ParentTree"] = document, pdf.make_indirect(Dictionary(Nums=Array(parents)))
    pdf.Root["/StructTreeRoot"], pdf.Root["/MarkInfo"] = root, Dictionary(Marked=True)
    pdf.Root["/Names"] = Dictionary(Dests=pdf.make_indirect(Dictionary(Names=Array(names))))
    return saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.generate)


@pytest.mark.parametrize("nested", [False, True])
def test_nothing_is_lost_on_the_way(*, nested: bool) -> None:
    source = read(long_file(nested=nested))
    first = source.pdf
    made = write_pdf(source, plan_for(source.document, [_SECRET]))
    assert source.pdf is not first
    assert not made.losses
    with pikepdf.open(io.BytesIO(made.data)) as copy:
        assert copy.check_pdf_syntax() == []
        assert len(copy.pages) == _PAGES
        document = copy.Root.StructTreeRoot.K[0]
        assert str(document.S) == "/Document"
        kids: Any = document.K
        assert [str(each.S) for each in kids] == ["/P"] * _PAGES
        owners = list(copy.Root.StructTreeRoot.ParentTree.Nums)[1::2]
        for number, page in enumerate(copy.pages):
            content = page.Contents.read_bytes()
            assert (b"(Page %d " % number in content) or _SECRET.encode() not in content
            target: Any = page.Annots[0].Dest[0]
            assert target.objgen == copy.pages[(number + 1) % _PAGES].obj.objgen
            assert kids[number].K[0].Pg.objgen == page.obj.objgen
            assert owners[number][0].objgen == kids[number].objgen
    assert _SECRET.encode() not in made.data


def test_two_copies_are_the_same_bytes() -> None:
    data = long_file()
    copies = set()
    for _run in range(2):
        source = read(data)
        copies.add(write_pdf(source, plan_for(source.document, [_SECRET])).data)
    assert len(copies) == 1


def test_a_page_looked_at_outlives_the_handle() -> None:
    source = read(long_file())
    view = source.view(1)
    for number in range(2, _PAGES + 1):
        source.view(number)
    assert view.pdf is not source.pdf
    assert str(view.walk.canvases[0].obj.Type) == "/Page"


def test_items_are_told_without_reading_them() -> None:
    pdf = new_pdf()
    one = pdf.make_indirect(Dictionary(A=1))
    identity = Id(*one.objgen)
    assert list(items_of(Array([5, one, 7, one])).each) == [5, identity, 7, identity]
    assert list(items_of(Array()).each) == []
    assert list(items_of(one).each) == [identity]
    assert items_of(Array([5, one])).lasting
    mixed = items_of(Array([5, Dictionary(B=1), one, None]))
    assert not mixed.lasting
    assert [each for each in mixed.each if not isinstance(each, pikepdf.Object)] == [5, identity, None]


def test_what_looks_like_a_reference_is_none_in_a_string() -> None:
    new = new_pdf()
    other = new.make_indirect(Dictionary(Said=String("see (12 0 R) and \\1 0 R")))
    unused = new.make_indirect(Dictionary(Said=String("never")))
    new.Root["/Other"] = other
    new.Root["/Pages"] = new.make_indirect(Dictionary(Type=Name.Pages, Kids=Array(), Count=0))
    new.trailer["/Info"] = new.make_indirect(Dictionary(Title=String("é 3 0 R")))
    delivery = Delivery(new, tagged=False)
    data = delivery.finished(new.Root, new.trailer.Info)
    assert delivery.written(other)
    assert not delivery.written(unused)
    with pikepdf.open(io.BytesIO(data)) as made:
        assert str(made.Root.Other.Said) == "see (12 0 R) and \\1 0 R"
        assert str(made.trailer.Info.Title) == "é 3 0 R"
        assert not any(
            str(each.get("/Said", "")) == "never" for each in made.objects if isinstance(each, Dictionary)
        )


def test_only_the_last_number_can_be_given_back() -> None:
    file = PackedFile()
    first, second = file.reserve(), file.reserve()
    with pytest.raises(ValueError, match="1"):
        file.give_back(first)
    file.give_back(second)
    assert file.reserve() == second
