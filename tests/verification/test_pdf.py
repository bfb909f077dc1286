# SPDX-License-Identifier: MIT
"""The gate on PDF copies: a secret is found on every surface, a clean copy passes, a wrong structure does not."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from reviewer.model.document import Format, StoryKind
from reviewer.verification.extractors import pdf_file
from reviewer.verification.report import HitKind
from reviewer.verification.request import Allowance, Term
from tests.corpus.pdf.cases import MAKERS
from tests.corpus.pdf.sheets import composite
from tests.verification.builders import NUMBER, SECRET, TITLE, docx, line, look, paragraph, pdf
from tests.verification.pdf_surfaces import (
    HIDING,
    PLAIN,
    Change,
    annotation,
    coded_font,
    composite_font,
    drawn_picture,
    form_of,
    moved,
    orphan,
    outline,
    page_key,
    root,
)

pytestmark = pytest.mark.usefixtures("without_tesseract")


@pytest.mark.parametrize("surface", HIDING)
def test_finds_a_name_on_every_surface(surface: str) -> None:
    content, changes = HIDING[surface]
    report = look(pdf(content, *changes), Format.PDF, SECRET)
    assert any(hit.kind is HitKind.LEAK and hit.term == 0 for hit in report.hits), report
    assert "hislaine" not in report.to_json().casefold()


def tail(data: bytes, more: bytes) -> bytes:
    return data + more


def ghost(data: bytes, body: bytes) -> bytes:
    """An object between two others that the index does not know; the index is moved with the bytes."""
    return _shifted(data, b"\n77 0 obj\n" + body + b"\nendobj\n")


def slack(data: bytes, words: bytes) -> bytes:
    return _shifted(data, words + b"\n")


def _shifted(data: bytes, more: bytes) -> bytes:
    start = data.rindex(b"xref\n", 0, data.rindex(b"startxref"))
    before, after = data[:start], data[start:]
    return before + more + after.replace(b"startxref\n%d" % start, b"startxref\n%d" % (start + len(more)))


def revised() -> bytes:
    """A second revision that replaces the content of a first one, which is still there."""
    data = pdf(line(SECRET), compress_streams=False)
    number = next(
        n for n in range(1, 20) if b"\n%d 0 obj\n" % n in data and SECRET.encode("cp1252") in _object(data, n)
    )
    new = b"%d 0 obj\n<< /Length 0 >>\nstream\n\nendstream\nendobj\n" % number
    old_start = int(data.rsplit(b"startxref\n", 1)[1].split()[0])
    size = data.count(b" 0 obj") + 1
    entry = b"xref\n%d 1\n%010d 00000 n \n" % (number, len(data))
    trailer_at = data.index(b"trailer")
    top = data[trailer_at : data.index(b"startxref")].replace(b">>", b"/Prev %d >>" % old_start, 1)
    assert size
    return data + new + entry + top + b"startxref\n%d\n%%%%EOF\n" % (len(data) + len(new))


def _object(data: bytes, number: int) -> bytes:
    start = data.index(b"\n%d 0 obj\n" % number)
    return data[start : data.index(b"endobj", start)]


BYTES: dict[str, Callable[[], bytes]] = {
    "after the end": lambda: pdf() + SECRET.encode(),
    "before the header": lambda: pdf() and SECRET.encode() + b"\n" + pdf(),
    "between objects": lambda: slack(pdf(), b"% " + SECRET.encode()),
    "object outside the index": lambda: ghost(pdf(), b"(" + SECRET.encode("cp1252") + b")"),
    "packed object outside the index": lambda: ghost(
        pdf(), b"<< /Length 999 >>\nstream\n" + zlib.compress(SECRET.encode()) + b"\nendstream"
    ),
    "packed slack": lambda: slack(pdf(), zlib.compress(SECRET.encode())),
    "earlier revision": revised,
    "object streams": lambda: pdf(
        b"",
        orphan(lambda made: Dictionary(Aa=String(SECRET))),
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    ),
    "not a PDF": lambda: SECRET.encode() * 9,
}


@pytest.mark.parametrize("place", BYTES)
def test_finds_a_name_anywhere_in_the_bytes(place: str) -> None:
    report = look(BYTES[place](), Format.PDF, SECRET)
    assert any(hit.kind is HitKind.LEAK for hit in report.hits), report


@pytest.mark.parametrize("written", ["046 454 286", "046-454-286", "046454286", "SIN:046.454.286"])
def test_finds_a_number_however_it_is_grouped(written: str) -> None:
    assert look(pdf(line(f"Number {written} of the file")), Format.PDF, NUMBER).hits


def test_a_clean_copy_passes() -> None:
    text = "The contents [s. 19(1)] and royal banners, du bois, 046 454 287."
    data = pdf(
        line(text),
        outline_of("Minutes"),
        annotation(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String("https://example.org/"))),
        pages=3,
    )
    report = look(data, Format.PDF, SECRET, NUMBER, "contents191", "Roy", "Dubois", "0000046454")
    assert report.clean, report.hits
    assert {"pdfminer", "pdfium", "streams.encoding", "objects.0"} <= set(report.readers)


def outline_of(title: str) -> Change:
    def change(made: Pdf) -> None:
        item = made.make_indirect(Dictionary(Title=String(title)))
        top = made.make_indirect(Dictionary(Type=Name.Outlines, First=item, Last=item, Count=1))
        item.Parent = top
        made.Root.Outlines = top

    return change


def test_digits_of_the_index_are_no_number() -> None:
    data = pdf(pages=2)
    offsets = [entry[:10].decode() for entry in data.split(b"xref\n")[1].split(b"\n")[1:6]]
    assert look(data, Format.PDF, *offsets).clean


WRONG: dict[str, tuple[Callable[[], bytes], str]] = {
    "script": (
        lambda: pdf(b"", root("/OpenAction", lambda made: Dictionary(S=Name.JavaScript, JS=String("x")))),
        "OpenAction",
    ),
    "unknown key of the catalogue": (lambda: pdf(b"", root("/Zz", lambda made: 1)), "catalogue:key"),
    "information": (lambda: pdf(b"", lambda made: made.docinfo.__setitem__("/Author", "x")), "info:key"),
    "another title": (lambda: pdf(b"", lambda made: made.docinfo.__setitem__("/Title", "x")), "info:Title"),
    "note": (lambda: pdf(b"", annotation(Subtype=Name.Text)), "annotation"),
    "action": (
        lambda: pdf(b"", annotation(Subtype=Name.Link, A=Dictionary(Type=Name.Action, S=Name.Launch))),
        "action",
    ),
    "file": (lambda: pdf(b"", orphan(lambda made: Dictionary(Type=Name.Filespec))), "Filespec"),
    "thumbnail": (lambda: pdf(b"", page_key("/Thumb", lambda made: made.make_stream(b""))), "Thumb"),
    "trailer": (
        lambda: pdf(b"", lambda made: made.trailer.__setitem__("/DocChecksum", Name.X)),
        "trailer:key",
    ),
    "encryption": (lambda: pdf(b"", encryption=pikepdf.Encryption(owner="o", user="")), "pdf:encryption"),
    "password": (lambda: pdf(b"", encryption=pikepdf.Encryption(owner="o", user="u")), "pdf:encryption"),
    "revision": (revised, "pdf:earlier-revision"),
    "prefix": (lambda: b"x\n" + pdf(), "pdf:prefix"),
    "slack": (lambda: slack(pdf(), b"words"), "pdf:slack"),
    "ghost": (lambda: ghost(pdf(), b"null"), "object:77:ghost"),
    "ghost without an end": (lambda: pdf() + b"78 0 obj << >>", "object:78:ghost"),
    "ghost stream without an end": (lambda: pdf() + b"78 0 obj << >> stream\nabc", "object:78:ghost"),
    "ghost trailer": (lambda: pdf() + b"trailer << >>", "pdf:earlier-revision"),
    "no page": (lambda: pdf(b"", pages=0), "pdf:page-count"),
}


@pytest.mark.parametrize("fault", WRONG)
def test_refuses_a_wrong_structure(fault: str) -> None:
    make, place = WRONG[fault]
    report = look(make(), Format.PDF, SECRET)
    assert any(hit.kind is HitKind.STRUCTURE and hit.place.endswith(place) for hit in report.hits), (
        report.hits
    )


def test_an_object_that_nothing_leads_to_is_refused() -> None:
    data = pdf()
    start = int(data.rsplit(b"startxref\n", 1)[1].split()[0])
    body = b"90 0 obj\n(lost)\nendobj\n"
    table = (
        data[start:]
        .replace(b"trailer", b"90 1\n%010d 00000 n \ntrailer" % start)
        .replace(b"/Size", b"/Size 91 /Index")
    )
    forged = (
        data[:start] + body + table.replace(b"startxref\n%d" % start, b"startxref\n%d" % (start + len(body)))
    )
    report = look(forged, Format.PDF, "lost and found")
    assert any(hit.place.startswith("object:90") for hit in report.hits), report.hits


def test_unreadable_letters_are_refused() -> None:
    def blind(made: Pdf) -> None:
        composite_font(made)
        del made.pages[0].obj.Resources.Font.F2["/ToUnicode"]

    report = look(pdf(b"BT /F2 12 Tf 72 600 Td <000100020003> Tj ET", blind), Format.PDF, SECRET)
    assert any(hit.kind is HitKind.UNREADABLE and hit.place == "page:1" for hit in report.hits)
    bullets = look(pdf(b"BT /F2 12 Tf 72 600 Td <0001> Tj /F1 12 Tf (text) Tj ET", blind), Format.PDF, SECRET)
    assert bullets.clean


def test_a_stream_that_cannot_be_unpacked_is_refused_unless_it_is_a_picture() -> None:
    def packed(made: Pdf, **keys: Any) -> Any:
        stream = made.make_stream(b"\xff\xd8\xff not a picture")
        stream.update(Dictionary(Filter=Name.DCTDecode, **keys))
        return stream

    other = look(pdf(b"", orphan(packed)), Format.PDF, SECRET)
    assert any(hit.kind is HitKind.UNREADABLE for hit in other.hits)
    picture = look(pdf(b"", drawn_picture(lambda made: packed(made, Subtype=Name.Image))), Format.PDF, SECRET)
    assert picture.clean


def test_words_in_a_picture_file_are_found() -> None:
    def picture(made: Pdf) -> Any:
        stream = made.make_stream(b"\xff\xd8\xff\xfe\x00\x1c" + SECRET.encode("cp1252") + b"\xff\xd9")
        stream.update(Dictionary(Subtype=Name.Image, Filter=Name.DCTDecode))
        return stream

    assert look(pdf(b"", orphan(picture)), Format.PDF, SECRET).hits


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_file, "MAX_INFLATED", 5_000_000)

    def bomb(made: Pdf) -> Any:
        stream = made.make_stream(b"")
        stream.write(zlib.compress(bytes(5_100_000), 9), filter=Name.FlateDecode)
        return stream

    report = look(pdf(b"", orphan(bomb)), Format.PDF, SECRET)
    assert "pdf:too-large" in {hit.place for hit in report.hits}


def test_cycles_end() -> None:
    def cycle(made: Pdf) -> None:
        form_of(b"/X1 Do")(made)
        form = made.pages[0].obj.Resources.XObject.X1
        form.Resources = Dictionary(XObject=Dictionary(X1=form))
        made.pages[0].obj["/Zz"] = made.make_indirect(Dictionary())
        made.pages[0].obj.Zz["/Self"] = made.pages[0].obj.Zz

    look(pdf(b"/X1 Do", cycle), Format.PDF, SECRET)


def test_broken_pages_are_refused() -> None:
    def broken(made: Pdf) -> None:
        made.pages[0].obj.Resources = Dictionary(
            Font=Dictionary(F1=Dictionary(Encoding=Dictionary(Differences=Array([Name.A, Array([])]))))
        )

    report = look(pdf(line("x"), broken), Format.PDF, SECRET)
    assert any(hit.kind is HitKind.UNREADABLE for hit in report.hits)


def test_resources_come_from_the_tree_of_pages() -> None:
    def inherit(made: Pdf) -> None:
        page = made.pages[0].obj
        made.Root.Pages.Resources = page.Resources
        del page["/Resources"]

    content = b"BT /F2 12 Tf 72 600 Td (" + moved(PLAIN) + b") Tj ET"
    assert look(pdf(content, coded_font(to_unicode=True), inherit), Format.PDF, SECRET).hits


def test_resources_that_draw_nothing_are_no_text() -> None:
    def strange(made: Pdf) -> None:
        resources = made.pages[0].obj.Resources
        resources.XObject = Dictionary(X1=1, X2=Dictionary(Subtype=Name.Form))
        resources.Pattern = Dictionary(P1=Dictionary(PatternType=2))
        resources.ExtGState = Dictionary(
            G1=Dictionary(SMask=Name("/None")), G2=Dictionary(SMask=Dictionary())
        )
        resources.Font["/F8"] = Dictionary(Type=Name.Font, Subtype=Name.Type3, CharProcs=Dictionary(a=1))
        resources.Font["/F9"] = Name("/None")

    assert not any(hit.kind is HitKind.LEAK for hit in look(pdf(line("x"), strange), Format.PDF, SECRET).hits)


def test_a_false_map_of_letters_deceives_one_view_only() -> None:
    made = MAKERS["composite_false_unicode"]()
    assert any(hit.kind is HitKind.LEAK for hit in look(made.data, Format.PDF, *made.secrets).hits)


def test_a_broken_font_program_says_nothing() -> None:
    def embed(made: Pdf) -> None:
        font = composite(made, said={1: "x"}, program=b"no program")
        made.pages[0].obj.Resources.Font["/F2"] = font

    report = look(pdf(b"BT /F2 12 Tf 72 600 Td <0001> Tj ET", embed), Format.PDF, SECRET)
    assert not any(hit.kind is HitKind.LEAK for hit in report.hits)


def test_a_map_that_cannot_be_unpacked_is_an_empty_one() -> None:
    def broken(made: Pdf) -> None:
        coded_font(to_unicode=True)(made)
        made.pages[0].obj.Resources.Font.F2.ToUnicode.Filter = Name.DCTDecode

    look(pdf(b"BT /F2 12 Tf 72 600 Td (abc) Tj ET", broken), Format.PDF, SECRET)


def test_a_page_without_resources_is_plain() -> None:
    def strip(made: Pdf) -> None:
        del made.pages[0].obj["/Resources"]
        del made.pages[0].obj["/Contents"]

    assert look(pdf(b"", strip), Format.PDF, SECRET).clean


def test_narrow_blanks_of_a_justified_line_part_its_words() -> None:
    kerned = " -190 ".join(f"({word})" for word in ("Most", "of", "our", "traces", "stand", "for", "loops"))
    report = look(pdf(f"BT /F1 9 Tf 72 600 Td [{kerned}] TJ ET"), Format.PDF, "trace")
    assert report.clean
    cut = pdf("BT /F1 9 Tf 72 600 Td [(Oxt) -160 (oby)] TJ ET")
    assert not look(cut, Format.PDF, "Oxtoby").clean


def test_disclosed_occurrences_are_excused_by_page() -> None:
    data = pdf(line(SECRET) + line(f"Again {SECRET}.", y=500), pages=2)

    def term(page: int | None, count: int, kind: StoryKind = StoryKind.PAGE) -> Term:
        return Term(SECRET, allowed=(Allowance(kind, page, count),))

    assert look(data, Format.PDF, term(2, 2)).clean
    assert look(data, Format.PDF, term(None, 2)).clean
    assert not look(data, Format.PDF, term(2, 1)).clean
    assert not look(data, Format.PDF, term(1, 2)).clean
    assert look(data, Format.PDF, term(1, 2), pages=1).clean
    assert not look(data, Format.PDF, term(2, 9, StoryKind.ANNOTATION)).clean
    titled = look(pdf(b"", outline), Format.PDF, term(None, 1, StoryKind.BOOKMARK))
    assert titled.clean


def test_a_packed_document_is_searched() -> None:
    data = pdf(b"", orphan(lambda made: made.make_stream(docx(paragraph(SECRET)))))
    places = {hit.place.split(":")[-1] for hit in look(data, Format.PDF, SECRET).hits}
    assert "unknown-stream" in places


def test_the_title_is_the_chosen_one() -> None:
    report = look(pdf(), Format.PDF, SECRET)
    assert report.clean
    assert TITLE not in report.to_json()
