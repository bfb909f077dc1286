# SPDX-License-Identifier: MIT
"""Font programs drawn by hand for the files: Type 1, CFF by name and by number, OpenType. Each letter is a block."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

from fontTools.agl import UV2AGL
from fontTools.cffLib import FDArrayIndex, FDSelect, FontDict
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.eexec import encrypt
from fontTools.misc.psCharStrings import T1CharString
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from pikepdf import Array, Dictionary, Name, Stream, String

WIDTH = 500
_EEXEC, _CHARSTRING = 55_665, 4_330


def glyph_name(letter: str) -> str:
    """The usual name of a letter's glyph."""
    return "space" if letter == " " else UV2AGL[ord(letter)]


def letters_of(*texts: str) -> str:
    """Each letter once, in the order of first use."""
    return "".join(dict.fromkeys("".join(texts)))


def type1(
    letters: str, *, name: str = "Blocks", notice: str = "", drawn: Mapping[str, Sequence[Any]] | None = None
) -> tuple[bytes, int, int]:
    """A Type 1 program whose own encoding gives the letters the codes 1, 2, 3 …; with the lengths of its parts.

    `drawn` has outlines of letters that are no mere blocks, as operands and operators.
    """
    coded = "\n".join(f"dup {code} /{glyph_name(each)} put" for code, each in enumerate(letters, 1))
    head = (
        f"%!PS-AdobeFont-1.0: {name}\n11 dict begin\n/FontInfo 2 dict dup begin /Notice ({notice}) readonly def end def\n"
        f"/FontName /{name} def /PaintType 0 def /FontType 1 def /FontMatrix [0.001 0 0 0.001 0 0] readonly def\n"
        f"/Encoding 256 array 0 1 255 {{1 index exch /.notdef put}} for\n{coded}\nreadonly def\n"
        "/FontBBox {0 -200 500 800} readonly def\ncurrentdict end\ncurrentfile eexec\n"
    ).encode("latin-1")
    private = b"dup /Private 8 dict dup begin /RD {string currentfile exch readstring pop} executeonly def\n"
    private += b"/ND {noaccess def} executeonly def /NP {noaccess put} executeonly def /BlueValues [] def\n"
    private += b"/MinFeature {16 16} def /password 5839 def\n"
    private += f"2 index /CharStrings {len(letters) + 1} dict dup begin\n".encode()
    for number, each in enumerate(["", *letters]):
        data = _charstring(number if each != " " else 0, (drawn or {}).get(each, ()))
        named = glyph_name(each) if each else ".notdef"
        private += f"/{named} {len(data)} RD ".encode() + data + b" ND\n"
    private += b"end\nend\nreadonly put\nnoaccess put\ndup /FontName get exch definefont pop\nmark currentfile closefile\n"
    secret, _state = encrypt(b"\0\0\0\0" + private, _EEXEC)
    tail = (b"0" * 64 + b"\n") * 8 + b"cleartomark\n"
    return head + secret + tail, len(head), len(secret)


def _charstring(number: int, drawn: Sequence[Any] = ()) -> bytes:
    program: list[Any] = [0 if drawn else 50, WIDTH, "hsbw", *drawn]
    if number and not drawn:
        high = 500 + number
        program += [0, "hmoveto", high, "vlineto", 400 - 2 * number, "hlineto", -high, "vlineto", "closepath"]
    glyph = T1CharString(program=[*program, "endchar"])
    glyph.compile()
    data, _state = encrypt(b"\0\0\0\0" + glyph.bytecode, _CHARSTRING)
    return bytes(data)


def _built(letters: str, names: Sequence[str]) -> FontBuilder:
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", *names])
    builder.setupCharacterMap({ord(each): name for each, name in zip(letters, names, strict=True)})
    outlines = {}
    for number, name in enumerate([".notdef", *names]):
        pen = T2CharStringPen(WIDTH, None)
        if number and letters[number - 1] != " ":
            pen.moveTo((50, 0))
            pen.lineTo((50, 500 + number))
            pen.lineTo((450 - 2 * number, 500 + number))
            pen.lineTo((450, 0))
            pen.closePath()
        outlines[name] = pen.getCharString()
    builder.setupCFF("Blocks", {"FullName": "Blocks"}, outlines, {})
    builder.setupHorizontalMetrics(dict.fromkeys([".notdef", *names], (WIDTH, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupOS2()
    builder.setupPost(keepGlyphNames=False)
    return builder


def cff(letters: str, *, own_encoding: bool = False, notice: str = "") -> bytes:
    """A CFF program by glyph names; its own encoding may give the letters the codes 1, 2, 3 …"""
    builder = _built(letters, [glyph_name(each) for each in letters])
    top = builder.font["CFF "].cff.topDictIndex[0]
    if notice:
        top.Notice = notice
    if own_encoding:
        top.Encoding = [".notdef", *(glyph_name(each) for each in letters)] + [".notdef"] * (
            255 - len(letters)
        )
    return bytes(builder.font.getTableData("CFF "))


def keyed_cff(letters: str) -> bytes:
    """A CFF program by numbers (CIDs): letter n is CID n + 1."""
    builder = _built(letters, [f"cid{number:05d}" for number in range(1, len(letters) + 1)])
    top = builder.font["CFF "].cff.topDictIndex[0]
    top.ROS = ("Adobe", "Identity", 0)
    array = FDArrayIndex()
    part = FontDict()
    part.Private = top.Private
    array.append(part)
    top.FDArray, top.CIDCount = array, len(letters) + 1
    top.FDSelect = FDSelect()
    top.FDSelect.gidArray, top.FDSelect.format = [0] * (len(letters) + 1), 3
    del top.Private
    return bytes(builder.font.getTableData("CFF "))


def opentype(letters: str) -> bytes:
    """A whole OpenType file around the CFF program."""
    builder = _built(letters, [glyph_name(each) for each in letters])
    builder.setupNameTable({"familyName": "Blocks", "styleName": "Regular"})
    buffer = io.BytesIO()
    builder.save(buffer)
    return buffer.getvalue()


def table(codes: dict[int, str], *, platform: int, encoding: int, form: int = 4) -> Any:
    """One table from codes to glyphs of a TrueType program."""
    made = CmapSubtable.newSubtable(form)
    made.platformID, made.platEncID, made.language = platform, encoding, 0
    made.cmap = codes
    return made


def descriptor(pdf: Any, key: str, program: bytes, *, name: str = "/EEEEEE+Blocks", **more: Any) -> Any:
    """A font descriptor; `Lengths` and `Kind` belong to the stream of the program."""
    values = {f"/Length{at}": length for at, length in enumerate(more.pop("Lengths", ()), 1)}
    kind = more.pop("Kind", None)
    if kind:
        values["/Subtype"] = Name(kind)
    stream = pdf.make_indirect(Stream(pdf, program, Dictionary(values)))
    return pdf.make_indirect(Dictionary({
        "/Type": Name.FontDescriptor, "/FontName": Name(name), "/Flags": 4, "/FontBBox": Array([0, -200, 500, 800]),
        "/ItalicAngle": 0, "/Ascent": 800, "/Descent": -200, "/CapHeight": 700, "/StemV": 80, key: stream,
        **{f"/{each}": value for each, value in more.items()},
    }))  # fmt: skip


def simple(pdf: Any, subtype: str, described: Any, codes: int, **more: Any) -> Any:
    """A simple font with codes 1 to `codes`."""
    return pdf.make_indirect(Dictionary({
        "/Type": Name.Font, "/Subtype": Name(subtype), "/BaseFont": described.FontName, "/FirstChar": 1,
        "/LastChar": codes, "/Widths": Array([WIDTH] * codes), "/FontDescriptor": described,
        **{f"/{each}": value for each, value in more.items()},
    }))  # fmt: skip


def composite(pdf: Any, subtype: str, described: Any, encoding: Any, **more: Any) -> Any:
    """A composite font; what is not `ToUnicode` goes to the descendant."""
    said = more.pop("ToUnicode", None)
    child = Dictionary({
        "/Type": Name.Font, "/Subtype": Name(subtype), "/BaseFont": described.FontName, "/DW": WIDTH,
        "/CIDSystemInfo": Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        "/FontDescriptor": described, **{f"/{each}": value for each, value in more.items()},
    })  # fmt: skip
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=described.FontName, Encoding=encoding,
        DescendantFonts=Array([pdf.make_indirect(child)]),
    )  # fmt: skip
    if said is not None:
        font["/ToUnicode"] = said
    return pdf.make_indirect(font)


def coded(words: str, letters: str, *, size: int = 1, first: int = 1) -> bytes:
    """The codes of words, as the content stream writes them."""
    codes = b"".join((letters.index(each) + first).to_bytes(size, "big") for each in words)
    return b"<" + codes.hex().encode() + b">"


def showing(shown: bytes, *, font: str = "/F2", y: float = 600) -> bytes:
    """A text object that shows coded words."""
    return f"BT {font} 12 Tf 72 {y} Td ".encode() + shown + b" Tj ET\n"
