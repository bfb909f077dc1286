# SPDX-License-Identifier: MIT
"""PDF surfaces on which a name can hide, one small change of a document each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.verification.builders import SECRET, line

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
