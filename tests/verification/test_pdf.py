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
from reviewer.verification.extractors import pdf as pdf_reader
from reviewer.verification.report import HitKind
from reviewer.verification.request import Allowance, Term
from tests.corpus.pdf.cases import MAKERS
from tests.corpus.pdf.sheets import composite
from tests.verification.builders import NUMBER, SECRET, TITLE, docx, line, look, paragraph, pdf

Change = Callable[[Pdf], None]


def root(key: str, value: Callable[[Pdf], Any]) -> Change:
    def change(made: Pdf) -> None:
        made.Root[key] = value(made)

    return change


def page_key(key: str, value: Callable[[Pdf], Any]) -> Change:
    def change(made: Pdf) -> None:
        made.pages[0].obj[key] = value(made)

    return change


def annotation(**keys: Any) -> Change:
    def value(made: Pdf) -> Array:
        base = Dictionary(Type=Name.Annot, Rect=Array([0, 0, 9, 9]), **keys)
        return Array([made.make_indirect(base)])

    return page_key("/Annots", value)


def form_of(content: bytes, **keys: Any) -> Change:
    """A form XObject that the page does not necessarily draw."""

    def change(made: Pdf) -> None:
        stream = made.make_stream(content)
        stream.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 612, 792]), **keys))
        made.pages[0].obj.Resources["/XObject"] = Dictionary(X1=stream)

    return change


def orphan(value: Callable[[Pdf], Any]) -> Change:
    def change(made: Pdf) -> None:
        # qpdf drops what nothing leads to, so the page leads to it by a key that no reader knows.
        made.pages[0].obj["/Zz"] = made.make_indirect(value(made))

    return change


def drawn_picture(value: Callable[[Pdf], Any]) -> Change:
    def change(made: Pdf) -> None:
        made.pages[0].obj.Resources["/XObject"] = Dictionary(Im1=value(made))

    return change


def outline(made: Pdf) -> None:
    item = made.make_indirect(Dictionary(Title=String(SECRET)))
    top = made.make_indirect(Dictionary(Type=Name.Outlines, First=item, Last=item, Count=1))
    item.Parent = top
    made.Root.Outlines = top


def structure(key: str) -> Change:
    def value(made: Pdf) -> Any:
        top = made.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        element = Dictionary(Type=Name.StructElem, S=Name.Figure, P=top, Pg=made.pages[0].obj)
        element["/" + key] = String(SECRET)
        top.K = Array([made.make_indirect(element)])
        return top

    return root("/StructTreeRoot", value)


def metadata(made: Pdf) -> None:
    with made.open_metadata() as properties:
        properties["dc:description"] = SECRET


def coded_font(*, to_unicode: bool) -> Change:
    """A font F2 whose codes are letters moved by one."""

    def change(made: Pdf) -> None:
        letters = sorted(set("GhislaineTheriaultMoreau -"))
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        if to_unicode:
            pairs = "".join(f"<{ord(each) + 1:02x}> <{ord(each):04x}>\n" for each in letters)
            font.ToUnicode = made.make_stream(f"{len(letters)} beginbfchar\n{pairs}endbfchar".encode())
        else:
            differences = [
                item for each in letters for item in (ord(each) + 1, Name("/" + _glyph_name(each)))
            ]
            font.Encoding = Dictionary(Type=Name.Encoding, Differences=Array(differences))
        made.pages[0].obj.Resources.Font["/F2"] = made.make_indirect(font)

    return change


def _glyph_name(letter: str) -> str:
    return {" ": "space", "-": "hyphen"}.get(letter, letter)


def composite_font(made: Pdf) -> None:
    """A font F2 of two-byte codes, with a range and an array in its map."""
    cmap = (
        b"2 beginbfrange\n<0041> <005a> <0041>\n<0020> <0022> [<0020> <0021> <0022>]\nendbfrange\n"
        b"1 beginbfrange <0061> <007a> <0061> endbfrange"
    )
    below = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name.Helvetica,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
    )
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name.Helvetica,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([made.make_indirect(below)]),
        ToUnicode=made.make_stream(cmap),
    )
    made.pages[0].obj.Resources.Font["/F2"] = made.make_indirect(font)


def moved(text: str) -> bytes:
    return bytes(ord(each) + 1 for each in text)


PLAIN = "Ghislaine Theriault-Moreau"
KERNED = b"BT /F1 12 Tf 72 600 Td [(Ghis) 12 (laine) -300 (Th) 4 (\xe9ri) (ault-) <4d6f72> (eau)] TJ ET"
GLYPHS = (
    b"BT /F1 12 Tf 72 600 Td "
    + b"".join(b"(%c) Tj 7 0 Td " % each for each in SECRET.encode("cp1252"))
    + b"ET"
)
WORDS = b"BT /F1 12 Tf 1 0 0 1 72 600 Tm (Ghislaine) Tj 1 0 0 1 140 600 Tm (Th\\351riault\\055Moreau) Tj ET"
LINES = b"BT /F1 12 Tf 14 TL 72 600 Td (Ghislaine Th\xe9ri-) Tj T* (ault-Moreau) Tj ET"
TURNED = b"BT /F1 12 Tf 0 1 -1 0 300 200 Tm (Ghislaine Th\xe9riault-Moreau) Tj ET"
SLANTED = b"BT /F1 12 Tf .866 .5 -.5 .866 300 200 Tm (Ghislaine Th\xe9riault-Moreau) Tj ET"
QUOTES = b"BT /F1 12 Tf 14 TL 72 600 Td (Ghislaine) ' 0 0 (Th\xe9riault-Moreau) \" ET"
INLINE = b"q BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n" + line(SECRET).encode("cp1252")
SHUFFLED = (
    b"BT /F1 12 Tf "
    + b"".join(
        b"1 0 0 1 %d 600 Tm (%c) Tj " % (72 + 12 * at, PLAIN.encode()[at])
        for at in sorted(range(26), key=lambda n: n * 7 % 26)
    )
    + b"ET"
)

DRAWN: dict[str, bytes] = {
    "plain": line(SECRET).encode("cp1252"),
    "kerned pieces, octal, hexadecimal": KERNED,
    "one glyph at a time": GLYPHS,
    "glyphs in another order": SHUFFLED,
    "words placed apart": WORDS,
    "hyphenated over lines": LINES,
    "turned by 90 degrees": TURNED,
    "slanted": SLANTED,
    "quote operators": QUOTES,
    "after an inline image": INLINE,
    "invisible": b"3 Tr " + line(SECRET).encode("cp1252"),
    "white": b"1 g " + line(SECRET).encode("cp1252"),
    "off the page": line(SECRET, y=5000).encode("cp1252"),
    "tiny": b"BT /F1 .1 Tf 72 600 Td (" + SECRET.encode("cp1252") + b") Tj ET",
    "twice, for bold": line(SECRET).encode("cp1252") * 2,
    "comment in the content": b"% " + SECRET.encode(),
    "replacement text": b"/Span <</ActualText (" + SECRET.encode("cp1252") + b")>> BDC EMC",
    "replacement text in UTF-16": b"/Span <</ActualText <FEFF"
    + SECRET.encode("utf-16-be").hex().encode()
    + b">>> BDC EMC",
    "no operator": b"(" + SECRET.encode("cp1252") + b")",
    "unclosed string": b"BT (" + SECRET.encode("cp1252"),
}

HIDING: dict[str, tuple[bytes, tuple[Change, ...]]] = {
    **{name: (content, ()) for name, content in DRAWN.items()},
    "font with a map": (
        b"BT /F2 12 Tf 72 600 Td (" + moved(PLAIN) + b") Tj ET",
        (coded_font(to_unicode=True),),
    ),
    "font with an encoding": (
        b"BT /F2 12 Tf 72 600 Td (" + moved(PLAIN) + b") Tj ET",
        (coded_font(to_unicode=False),),
    ),
    "composite font": (
        b"BT /F2 12 Tf 72 600 Td <"
        + "Ghislaine Theriault".encode("utf-16-be").hex().encode()
        + b"> Tj <"
        + "Moreau".encode("utf-16-be").hex().encode()
        + b"> Tj ET",
        (composite_font,),
    ),
    "form": (b"/X1 Do", (form_of(line(SECRET).encode("cp1252")),)),
    "form not drawn": (b"", (form_of(line(SECRET).encode("cp1252")),)),
    "form in a form": (
        b"/X1 Do",
        (
            form_of(b"/X2 Do"),
            lambda made: _nest(made, line(SECRET).encode("cp1252")),
        ),
    ),
    "annotation": (b"", (annotation(Subtype=Name.Text, Contents=String(SECRET)),)),
    "link": (
        b"",
        (
            annotation(
                Subtype=Name.Link,
                A=Dictionary(S=Name.URI, URI=String("https://example.org/Ghislaine%20Th%C3%A9riault-Moreau")),
            ),
        ),
    ),
    "appearance": (
        b"",
        (
            lambda made: annotation(
                Subtype=Name.Stamp,
                AP=Dictionary(N=Dictionary(On=made.make_stream(line(SECRET).encode("cp1252")))),
            )(made),
        ),
    ),
    "bookmark": (b"", (outline,)),
    "alternative text": (b"", (structure("Alt"),)),
    "expansion": (b"", (structure("E"),)),
    "title of an element": (b"", (structure("T"),)),
    "information": (b"", (lambda made: made.docinfo.__setitem__("/Subject", SECRET),)),
    "own key of the information": (b"", (lambda made: made.docinfo.__setitem__("/Note", SECRET),)),
    "title": (b"", (lambda made: made.docinfo.__setitem__("/Title", SECRET),)),
    "metadata": (b"", (metadata,)),
    "page label": (
        b"",
        (root("/PageLabels", lambda made: Dictionary(Nums=Array([0, Dictionary(P=String(SECRET))]))),),
    ),
    "named destination": (
        b"",
        (
            root(
                "/Names", lambda made: Dictionary(Dests=Dictionary(Names=Array([String(SECRET), Array([])])))
            ),
        ),
    ),
    "name": (b"", (root("/Extensions", lambda made: Dictionary({"/Ghislaine_Theriault-Moreau": 1})),)),
    "private data": (
        b"",
        (page_key("/PieceInfo", lambda made: Dictionary(X=Dictionary(Private=String(SECRET)))),),
    ),
    "script": (
        b"",
        (
            root(
                "/OpenAction", lambda made: Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{SECRET}')"))
            ),
        ),
    ),
    "layer": (
        b"",
        (
            root(
                "/OCProperties",
                lambda made: Dictionary(OCGs=Array([Dictionary(Type=Name.OCG, Name=String(SECRET))])),
            ),
        ),
    ),
    "form field": (
        b"",
        (
            root(
                "/AcroForm",
                lambda made: Dictionary(Fields=Array([Dictionary(T=String("a"), V=String(SECRET))])),
            ),
        ),
    ),
    "attachment": (b"", (orphan(lambda made: made.make_stream(SECRET.encode())),)),
    "attached document": (b"", (orphan(lambda made: made.make_stream(SECRET.encode("utf-16-le"))),)),
    "stream without a page": (b"", (orphan(lambda made: made.make_stream(line(SECRET).encode("cp1252"))),)),
    "coded stream without a page": (
        b"",
        (
            coded_font(to_unicode=True),
            orphan(lambda made: made.make_stream(b"BT (" + moved(PLAIN) + b") Tj ET")),
        ),
    ),
    "string in UTF-16": (b"", (orphan(lambda made: Dictionary(Aa=String(SECRET.encode("utf-16-be")))),)),
    "string in UTF-16, little-endian with its mark": (
        b"",
        (orphan(lambda made: Dictionary(Aa=String(b"\xff\xfe" + SECRET.encode("utf-16-le")))),),
    ),
    "string in UTF-8": (
        b"",
        (orphan(lambda made: Dictionary(Aa=String(b"\xef\xbb\xbf" + SECRET.encode()))),),
    ),
    "string in UTF-8 without its mark": (b"", (orphan(lambda made: Dictionary(Aa=String(SECRET.encode()))),)),
    "string in base64": (
        b"",
        (orphan(lambda made: Dictionary(Aa=String("R2hpc2xhaW5lIFRow6lyaWF1bHQtTW9yZWF1"))),),
    ),
    "soft mask": (
        b"",
        (
            lambda made: made.pages[0].obj.Resources.__setitem__(
                "/ExtGState",
                Dictionary(
                    G1=Dictionary(
                        SMask=Dictionary(S=Name.Luminosity, G=made.make_stream(line(SECRET).encode("cp1252")))
                    )
                ),
            ),
        ),
    ),
    "pattern": (
        b"",
        (
            lambda made: made.pages[0].obj.Resources.__setitem__(
                "/Pattern", Dictionary(P1=made.make_stream(line(SECRET).encode("cp1252")))
            ),
        ),
    ),
    "glyph procedure": (
        b"",
        (
            lambda made: made.pages[0].obj.Resources.Font.__setitem__(
                "/F3",
                Dictionary(
                    Type=Name.Font,
                    Subtype=Name.Type3,
                    CharProcs=Dictionary(a=made.make_stream(line(SECRET).encode("cp1252"))),
                ),
            ),
        ),
    ),
    "contents in pieces": (
        b"",
        (
            lambda made: made.pages[0].obj.__setitem__(
                "/Contents",
                Array(
                    [
                        made.make_stream(b"BT /F1 12 Tf 9 9 Td (Ghislaine Th\xe9r) Tj"),
                        made.make_stream(b"(iault-Moreau) Tj ET"),
                    ]
                ),
            ),
        ),
    ),
}


def _nest(made: Pdf, content: bytes) -> None:
    inner = made.make_stream(content)
    inner.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 612, 792])))
    outer = made.pages[0].obj.Resources.XObject.X1
    outer.Resources = Dictionary(XObject=Dictionary(X2=inner, X3=outer))


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
    monkeypatch.setattr(pdf_reader, "MAX_INFLATED", 5_000_000)

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
