# SPDX-License-Identifier: MIT
"""What a copy is made of: nothing that is not on the list, tags that lead to the text, a note that can be read."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.ttLib import TTFont

from reviewer.errors import Cancelled
from reviewer.model.document import Language
from reviewer.progress import Progress
from reviewer.redaction.note import ReaderNote
from reviewer.redaction.pdf.writer import write_pdf
from tests.corpus.pdf.cases import KEPT, MAKERS, SECRET
from tests.corpus.pdf.sheets import LETTERS, add_page, new_pdf, paragraph, saved, simple_truetype
from tests.redaction.pdf.evidence import folded, miner_text, pdfium_text
from tests.redaction.pdf.plans import plan_for, read

_CATALOG = {
    "/Type", "/Pages", "/Lang", "/ViewerPreferences", "/Metadata", "/Outlines", "/StructTreeRoot", "/MarkInfo",
    "/PageLabels",
}  # fmt: skip
_PAGE = {
    "/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Resources", "/Contents", "/Annots", "/Group",
    "/StructParents", "/Tabs",
}  # fmt: skip
_NEVER = {
    "/JS", "/JavaScript", "/OpenAction", "/AA", "/AF", "/PieceInfo", "/Thumb", "/EmbeddedFiles", "/Names", "/AcroForm",
    "/XFA", "/OCProperties", "/OC", "/LastModified", "/CIDSet", "/CharSet", "/Alternates", "/Threads", "/RichMedia",
}  # fmt: skip


def copy_of(name: str, *, note: ReaderNote | None = None) -> bytes:
    case = MAKERS[name]()
    source = read(case.data)
    return write_pdf(source, plan_for(source.document, case.secrets, answers=case.answers, note=note)).data


@pytest.mark.parametrize("name", sorted(each for each in MAKERS if not MAKERS[each]().refused))
def test_only_what_is_allowed(name: str) -> None:
    with pikepdf.open(io.BytesIO(copy_of(name))) as pdf:
        assert set(pdf.Root.keys()) <= _CATALOG
        assert set(pdf.docinfo.keys()) == {"/Title"}
        assert pdf.docinfo["/Title"] == "Survey"
        for page in pdf.pages:
            assert set(page.obj.keys()) <= _PAGE
        for obj in pdf.objects:
            if isinstance(obj, pikepdf.Dictionary | pikepdf.Stream):
                # The tree of element ids has names too: "id00001" and so on.
                ids = all(str(each).startswith("id") for each in obj.get("/Limits", [""]))
                assert not set(obj.keys()) & (_NEVER - {"/Names"} if ids else _NEVER)
                assert "/Metadata" not in obj or obj.get("/Type") == "/Catalog"


def elements(pdf: Any) -> list[Any]:
    found, stack = [], [pdf.Root.StructTreeRoot]
    while stack:
        node = stack.pop()
        for kid in node.get("/K", []) if isinstance(node.get("/K"), pikepdf.Array) else []:
            if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
                found.append(kid)
                stack.append(kid)
    return found


def test_tags_lead_to_the_text() -> None:
    with pikepdf.open(io.BytesIO(copy_of("tagged_export"))) as pdf:
        kinds = sorted(str(each.S) for each in elements(pdf))
        assert kinds == ["/Document", "/Figure", "/H1", "/P"]
        parents = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        assert parents[0] == pdf.pages[0].obj.StructParents
        for mcid, element in enumerate(parents[1]):
            assert mcid == element.K[0].MCID
            assert element.K[0].Pg.objgen == pdf.pages[0].obj.objgen
        assert bool(pdf.Root.MarkInfo.Marked)
        content = pdf.pages[0].Contents.read_bytes()
        assert content.count(b"/MCID") == 2
        assert b"/Artifact" in content
        assert b"(redacted)" in content


def test_texts_of_tags_stay_only_where_they_are_clean() -> None:
    with pikepdf.open(io.BytesIO(copy_of("tagged_export"))) as pdf:
        by_kind = {str(each.S): each for each in elements(pdf)}
    assert "/ActualText" not in by_kind["/P"]
    assert "/T" not in by_kind["/H1"]
    assert str(by_kind["/Figure"].Alt) == "Portrait of [s. 19(1)]"


def test_an_untagged_file_says_so() -> None:
    source = read(MAKERS["plain_tj"]().data)
    assert "untagged:1" in write_pdf(source, plan_for(source.document)).losses


def test_bookmarks_stay_with_their_decided_titles() -> None:
    with pikepdf.open(io.BytesIO(copy_of("bookmarks"))) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Interview with [s. 19(1)]", "Method"]
        assert all(item.destination[0].objgen == pdf.pages[0].obj.objgen for item in outline.root)


def test_clean_links_stay() -> None:
    with pikepdf.open(io.BytesIO(copy_of("link_address"))) as pdf:
        (link,) = pdf.pages[0].obj.Annots
        assert str(link.A.URI) == "https://example.org/marsh"


@pytest.mark.parametrize("name", ["plain_french", "tagged_export"])
def test_the_note_is_the_first_page(name: str) -> None:
    words = ("Ce document est une ébauche. ", "« [art. 23] » : secret professionnel. " * 30)
    note = ReaderNote(Language.FR, "Avis à la lectrice et au lecteur", words * 4)
    copy = copy_of(name, note=note)
    for text in (pdfium_text(copy), miner_text(copy)):
        assert folded(text).startswith(folded("Avis à la lectrice et au lecteur Ce document est une ébauche"))
        assert "ébauche" in text
    with pikepdf.open(io.BytesIO(copy)) as pdf:
        assert len(pdf.pages) > 2
        if name == "tagged_export":
            assert str(elements(pdf)[-1].S) == "/H1" or "/H1" in [str(each.S) for each in elements(pdf)]
            parents = {int(each.obj.StructParents) for each in pdf.pages}
            assert parents == {int(key) for key in list(pdf.Root.StructTreeRoot.ParentTree.Nums)[::2]}


def test_removed_letters_are_not_in_the_font() -> None:
    pdf = new_pdf()
    line = "Call Wyx today"
    shown = bytes(LETTERS.index(each) + 1 for each in line)
    content = paragraph(KEPT) + b"BT /F2 12 Tf 72 600 Td <" + shown.hex().encode() + b"> Tj ET"
    add_page(pdf, content, Font=pikepdf.Dictionary({"/F2": simple_truetype(pdf, LETTERS)}))
    source = read(saved(pdf))
    copy = write_pdf(source, plan_for(source.document, ("Wyx",))).data
    with pikepdf.open(io.BytesIO(copy)) as written:
        font = next(
            each for each in written.pages[0].obj.Resources.Font.values() if each.Subtype == "/TrueType"
        )
        mapped = font.ToUnicode.read_bytes()
        widths = {int(font.FirstChar) + at: int(width) for at, width in enumerate(font.Widths)}
        program = TTFont(io.BytesIO(font.FontDescriptor.FontFile2.read_bytes()))
    # "Call  today" is first shown as C a l blank t o d y: the codes and the glyphs are those eight, in that order.
    assert [f"<{number:02x}>".encode() in mapped for number in range(1, 10)] == [True] * 8 + [False]
    assert sorted(widths) == list(range(1, 9))
    assert program["maxp"].numGlyphs == 9
    assert {code & 0xFF for table in program["cmap"].tables for code in table.cmap} == set(range(1, 9))


def test_removed_letters_are_not_in_a_cff_font() -> None:
    with pikepdf.open(io.BytesIO(copy_of("cff_font"))) as pdf:
        font = next(each for each in pdf.pages[0].obj.Resources.Font.values() if "/FontDescriptor" in each)
        data = font.FontDescriptor.FontFile3.read_bytes()
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(data), None)
    outlines = fonts[0].CharStrings
    drawn = set()
    for name in fonts[0].charset:
        outlines[name].decompile()
        if len(outlines[name].program) > 2:
            drawn.add(name)
    # "Call  today": C a l blank t o d y, under numbers and in the order in which they are shown.
    assert list(fonts[0].charset) == [".notdef", *(f"g{number}" for number in range(1, 9))]
    assert drawn == set(fonts[0].charset)
    assert not {"Q", "u", "i", "f", "h", "r"} & set(fonts[0].charset)


def test_a_person_can_stop_the_writer() -> None:
    source = read(MAKERS["form_on_two_pages"]().data)

    def stop(progress: Progress) -> None:
        if progress.done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_pdf(source, plan_for(source.document, (SECRET,)), report=stop)


@pytest.mark.parametrize("name", ["truetype_codes", "composite_with_unicode"])
def test_font_programs_bear_no_date(name: str) -> None:
    with pikepdf.open(io.BytesIO(copy_of(name))) as pdf:
        programs = [
            each.FontFile2.read_bytes()
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and "/FontFile2" in each
        ]
    assert programs
    for data in programs:
        head = TTFont(io.BytesIO(data))["head"]
        assert head.created == head.modified == 2_082_844_800  # 1970
