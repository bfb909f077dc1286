# SPDX-License-Identifier: MIT
"""Places in the written bytes of a PDF where our writer never puts a word, and somebody else might."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Callable
from typing import Any

from fontTools.agl import UV2AGL
from fontTools.misc.eexec import encrypt
from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.verification.builders import line, pdf
from tests.verification.pdf_surfaces import Change, form_of, orphan

FILLER = b"0 0 m 9 9 l S " * 9


def _index(data: bytes) -> int:
    return data.rindex(b"xref\n", 0, data.rindex(b"startxref"))


def in_the_index(name: str) -> bytes:
    """Between the last entry of the index and the trailer."""
    data = pdf()
    return data.replace(b"trailer", b"% " + name.encode() + b"\ntrailer", 1)


def in_the_trailer(name: str) -> bytes:
    data = pdf()
    return data.replace(b"startxref", b"% " + name.encode() + b"\nstartxref", 1)


def as_entries_of_the_index(name: str) -> bytes:
    """Numbers of free entries are letters."""
    data = pdf()
    letters = name.encode("cp1252")
    entries = b"".join(b"%010d %05d f \n" % (letter, letter) for letter in letters)
    return data.replace(b"trailer", b"900 %d\n%strailer" % (len(letters), entries), 1)


def in_a_comment_of_an_object(name: str) -> bytes:
    data = pdf(compress_streams=False)
    start = data.index(b"/Type /Catalog")
    more = b" % " + name.encode("cp1252") + b"\n"
    return _moved(data, start, more)


def hexadecimal_in_a_comment(name: str) -> bytes:
    data = pdf(compress_streams=False)
    more = b" % " + name.encode("cp1252").hex().encode() + b"\n"
    return _moved(data, data.index(b"/Type /Catalog"), more)


def blanks_as_bits(name: str) -> bytes:
    """A blank is nought, a tab is one; between two keys of an object."""
    bits = "".join(f"{letter:08b}" for letter in name.encode("cp1252"))
    more = bits.replace("0", " ").replace("1", "\t").encode()
    data = pdf(compress_streams=False)
    return _moved(data, data.index(b"/Type /Catalog"), more)


def blanks_as_bits_in_the_content(name: str) -> bytes:
    bits = "".join(f"{letter:08b}" for letter in name.encode("cp1252"))
    return pdf(b"q" + bits.replace("0", " ").replace("1", "\t").encode() + b"Q")


def between_the_end_of_a_stream_and_of_its_object(name: str) -> bytes:
    data = pdf(compress_streams=False)
    return _moved(data, data.index(b"endstream") + 9, b"\n% " + name.encode("cp1252"))


def _moved(data: bytes, at: int, more: bytes) -> bytes:
    """Bytes put into a file, and the index of it made right again."""
    start = _index(data)
    head, table = data[:at] + more + data[at:start], data[start:]
    lines = table.split(b"\n")
    for number, row in enumerate(lines):
        if row.endswith(b" n ") and int(row[:10]) >= at:
            lines[number] = b"%010d" % (int(row[:10]) + len(more)) + row[10:]
    return head + b"\n".join(lines).replace(b"startxref\n%d" % start, b"startxref\n%d" % (start + len(more)))


BYTES: dict[str, Callable[[str], bytes]] = {
    each.__name__.strip("_"): each
    for each in (
        in_the_index,
        in_the_trailer,
        as_entries_of_the_index,
        in_a_comment_of_an_object,
        hexadecimal_in_a_comment,
        blanks_as_bits,
        blanks_as_bits_in_the_content,
        between_the_end_of_a_stream_and_of_its_object,
    )
}


def _packed(data: bytes) -> Change:
    """The content of the page is packed data as it is."""

    def change(made: Pdf) -> None:
        made.pages[0].Contents.write(data, filter=Name.FlateDecode)

    return change


def after_packed_data(name: str) -> bytes:
    return pdf(b"", _packed(zlib.compress(FILLER) + name.encode("cp1252")))


def packed_after_packed_data(name: str) -> bytes:
    return pdf(b"", _packed(zlib.compress(FILLER) + zlib.compress(line(name).encode("cp1252"))))


def in_empty_blocks_of_packed_data(name: str) -> bytes:
    """A stored block of no letters before each one that counts: how many there are is a letter."""
    engine = zlib.compressobj(0)
    out = b""
    for letter in name.encode("cp1252"):
        out += engine.compress(FILLER) + b"".join(engine.flush(zlib.Z_FULL_FLUSH) for _ in range(letter))
    return pdf(b"", _packed(out + engine.flush()))


def _stream(made: Pdf, data: bytes, **keys: Any) -> Any:
    stream = made.make_stream(data)
    stream.update(Dictionary(**keys))
    return stream


def in_a_profile_of_colours(name: str) -> bytes:
    def change(made: Pdf) -> None:
        profile = _stream(made, bytes(128) + b"desc" + name.encode("utf-16-be"), N=3)
        made.pages[0].obj.Resources["/ColorSpace"] = Dictionary(C1=Array([Name.ICCBased, profile]))

    return pdf(b"", change)


def _font(**keys: Any) -> Change:
    def change(made: Pdf) -> None:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        for key, value in keys.items():
            font["/" + key] = value(made)
        made.pages[0].obj.Resources.Font["/F2"] = made.make_indirect(font)

    return change


def in_a_comment_of_a_map(name: str) -> bytes:
    cmap = b"begincmap % " + name.encode("cp1252") + b"\nendcmap"
    return pdf(b"", _font(ToUnicode=lambda made: made.make_stream(cmap)))


def as_letters_of_a_map_that_nobody_uses(name: str) -> bytes:
    pairs = b"".join(
        b"<%02x> <%s>\n" % (at, each.encode("utf-16-be").hex().encode()) for at, each in enumerate(name, 1)
    )
    cmap = b"%d beginbfchar\n%sendbfchar" % (len(name), pairs)
    return pdf(b"", _font(ToUnicode=lambda made: made.make_stream(cmap)))


def one_code_that_is_the_whole_name(name: str) -> bytes:
    cmap = b"1 beginbfchar\n<41> <%s>\nendbfchar" % name.encode("utf-16-be").hex().encode()
    return pdf(b"BT /F2 9 Tf 72 600 Td (A) Tj ET", _font(ToUnicode=lambda made: made.make_stream(cmap)))


def in_a_font_program(name: str) -> bytes:
    def descriptor(made: Pdf) -> Any:
        program = _stream(made, b"%!PS-AdobeFont-1.0 /Notice (" + name.encode("cp1252") + b") def", Length1=9)
        return Dictionary(Type=Name.FontDescriptor, FontFile=program)

    return pdf(b"", _font(FontDescriptor=descriptor))


def in_the_name_of_a_font(name: str) -> bytes:
    return pdf(b"", _font(BaseFont=lambda made: Name("/ABCDEF+" + name.replace(" ", ""))))


def as_names_of_letters(name: str) -> bytes:
    """The procedures of a font are named with the letters of the name, in order; none is shown."""
    return pdf(
        b"",
        _font(
            Encoding=lambda made: Dictionary(
                Type=Name.Encoding,
                Differences=Array([1, *(Name("/" + UV2AGL[ord(each)]) for each in name if each.isalpha())]),
            )
        ),
    )


def as_widths(name: str) -> bytes:
    return pdf(b"", _font(Widths=lambda made: Array([ord(each) for each in name])))


def as_numbers(name: str) -> bytes:
    return pdf(b"", orphan(lambda made: Array([ord(each) for each in name])))


def as_coordinates(name: str) -> bytes:
    return pdf(" ".join(f"{ord(each)} 0 m" for each in name) + " n")


def as_a_key(name: str) -> bytes:
    return pdf(
        b"",
        lambda made: made.pages[0].obj.Resources.Font.__setitem__(
            "/" + name.replace(" ", ""), Dictionary(Type=Name.Font)
        ),
    )


def as_keys_of_one_letter(name: str) -> bytes:
    return pdf(b"", orphan(lambda made: Dictionary({f"/{each}{at:02}": 1 for at, each in enumerate(name)})))


def without_width(name: str) -> bytes:
    return pdf(b"BT /F1 12 Tf 0 Tz 72 600 Td (" + name.encode("cp1252") + b") Tj ET")


def cut_away_by_a_clip(name: str) -> bytes:
    return pdf(b"0 0 1 1 re W n " + line(name).encode("cp1252"))


def as_a_clip(name: str) -> bytes:
    return pdf(b"q 7 Tr " + line(name).encode("cp1252") + b"Q")


def in_a_font_of_procedures(name: str) -> bytes:
    """Each letter's procedure prints another letter."""

    def change(made: Pdf) -> None:
        letters = dict.fromkeys(name)
        inner = made.pages[0].obj.Resources.Font.F1
        procedures = Dictionary(
            {
                f"/g{at}": made.make_stream(b"600 0 d0 BT /F1 1000 Tf (" + each.encode("cp1252") + b") Tj ET")
                for at, each in enumerate(letters)
            }
        )
        made.pages[0].obj.Resources.Font["/F3"] = Dictionary(
            Type=Name.Font,
            Subtype=Name.Type3,
            FontBBox=Array([0, 0, 1000, 1000]),
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
            FirstChar=1,
            LastChar=len(letters),
            Widths=Array([600] * len(letters)),
            CharProcs=procedures,
            Encoding=Dictionary(
                Type=Name.Encoding, Differences=Array([1, *(Name(f"/g{at}") for at in range(len(letters)))])
            ),
            Resources=Dictionary(Font=Dictionary(F1=inner)),
        )

    codes = {each: at for at, each in enumerate(dict.fromkeys(name), 1)}
    return pdf(
        b"BT /F3 12 Tf 72 600 Td <" + bytes(codes[each] for each in name).hex().encode() + b"> Tj ET", change
    )


def behind_two_filters(name: str) -> bytes:
    def change(made: Pdf) -> None:
        packed = zlib.compress(line(name).encode("cp1252")).hex().encode() + b">"
        made.pages[0].Contents.write(packed, filter=Array([Name.ASCIIHexDecode, Name.FlateDecode]))

    return pdf(b"", change)


def behind_a_filter_nobody_knows(name: str) -> bytes:
    def change(made: Pdf) -> None:
        made.pages[0].Contents.write(line(name).encode("cp1252")[::-1], filter=Name.Zz)

    return pdf(b"", change)


def behind_crypt(name: str) -> bytes:
    def change(made: Pdf) -> None:
        made.pages[0].Contents.write(
            line(name).encode("cp1252"), filter=Name.Crypt, decode_parms=Dictionary(Name=Name.Identity)
        )

    return pdf(b"", change)


def beside_the_sides_of_a_filter(name: str) -> bytes:
    """Keys of decoding may hold anything."""

    def change(made: Pdf) -> None:
        made.pages[0].Contents.write(
            zlib.compress(FILLER), filter=Name.FlateDecode, decode_parms=Dictionary(Zz=String(name))
        )

    return pdf(b"", change)


def in_the_tail_of_a_stream_of_objects(name: str) -> bytes:
    return _objects(name.encode("cp1252"), at_end=True)


def before_the_first_of_a_stream_of_objects(name: str) -> bytes:
    return _objects(name.encode("cp1252"), at_end=False)


def _objects(words: bytes, *, at_end: bool) -> bytes:
    """A file with an index that is a stream, whose stream of objects holds words between its objects."""
    catalogue, pages = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[4 0 R]/Count 1>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<<>>>>"
    parts = [catalogue, pages, page]
    offsets = [sum(len(each) + 1 for each in parts[:at]) for at in range(3)]
    head = b" ".join(b"%d %d" % pair for pair in zip((1, 2, 4), offsets, strict=True)) + b" "
    gap = b"" if at_end else words + b" "
    body = head + gap + b" ".join(parts) + (b" " + words if at_end else b"")
    packed = zlib.compress(body)
    data = b"%PDF-1.5\n"
    start = len(data)
    data += b"5 0 obj\n<</Type/ObjStm/N 3/First %d/Filter/FlateDecode/Length %d>>\nstream\n" % (
        len(head) + len(gap),
        len(packed),
    )
    data += packed + b"\nendstream\nendobj\n"
    at = len(data)
    rows = [(0, 0, 255), (2, 5, 0), (2, 5, 1), (0, 0, 0), (2, 5, 2), (1, start, 0), (1, at, 0)]
    table = zlib.compress(b"".join(bytes((a,)) + b.to_bytes(4, "big") + bytes((c,)) for a, b, c in rows))
    data += (
        b"6 0 obj\n<</Type/XRef/Size 7/W[1 4 1]/Root 1 0 R/Filter/FlateDecode/Length %d>>\nstream\n"
        % len(table)
    )
    return data + table + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % at


def in_utf_7(name: str) -> bytes:
    return pdf(
        b"", lambda made: made.docinfo.__setitem__("/Title", String(name.encode("utf-7").decode("ascii")))
    )


def outline_of(title: str) -> Change:
    def change(made: Pdf) -> None:
        item = made.make_indirect(Dictionary(Title=String(title)))
        top = made.make_indirect(Dictionary(Type=Name.Outlines, First=item, Last=item, Count=1))
        item.Parent = top
        made.Root.Outlines = top

    return change


def in_utf_7_in_a_title(name: str) -> bytes:
    return pdf(b"", outline_of(f"Minutes of {name.encode('utf-7').decode('ascii')}"))


def in_the_ciphered_part_of_a_font(name: str) -> bytes:
    def descriptor(made: Pdf) -> Any:
        clear = b"\0\0\0\0dup /Private % " + name.encode("cp1252") + b"\nend mark currentfile closefile\n"
        head = b"%!PS-AdobeFont-1.0: Zz\ncurrentfile eexec\n"
        program = _stream(made, head + encrypt(clear, 55_665)[0], Length1=len(head))
        return Dictionary(Type=Name.FontDescriptor, FontFile=program)

    return pdf(b"", _font(FontDescriptor=descriptor))


def ciphered_in_hexadecimal(name: str) -> bytes:
    def descriptor(made: Pdf) -> Any:
        clear = b"\0\0\0\0dup /Private % " + name.encode("cp1252") + b"\nend mark currentfile closefile\n"
        head = b"%!PS-AdobeFont-1.0: Zz\ncurrentfile eexec\n"
        program = _stream(made, head + encrypt(clear, 55_665)[0].hex().encode() + b"\n", Length1=len(head))
        return Dictionary(Type=Name.FontDescriptor, FontFile=program)

    return pdf(b"", _font(FontDescriptor=descriptor))


def in_base64_in_the_content(name: str) -> bytes:
    return pdf(b"% " + base64.b64encode(name.encode()) + b"\n")


def in_utf_16_in_the_content(name: str) -> bytes:
    return pdf(b"BT /F1 9 Tf (" + name.encode("utf-16-le") + b") Tj ET")


def in_a_picture_of_few_dots(name: str) -> bytes:
    """The dots of a picture are the letters."""

    def change(made: Pdf) -> None:
        letters = name.encode("cp1252")
        image = _stream(
            made,
            letters,
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=len(letters),
            Height=1,
            BitsPerComponent=8,
            ColorSpace=Name.DeviceGray,
        )
        made.pages[0].obj.Resources["/XObject"] = Dictionary(Im1=image)

    return pdf(b"q 99 0 0 9 9 9 cm /Im1 Do Q", change)


def after_the_dots_of_a_picture(name: str) -> bytes:
    def change(made: Pdf) -> None:
        image = _stream(
            made,
            b"\x80" + name.encode("utf-16-be"),
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=1,
            Height=1,
            BitsPerComponent=8,
            ColorSpace=Name.DeviceGray,
        )
        made.pages[0].obj.Resources["/XObject"] = Dictionary(Im1=image)

    return pdf(b"q 99 0 0 9 9 9 cm /Im1 Do Q", change)


def in_a_table_of_colours(name: str) -> bytes:
    def change(made: Pdf) -> None:
        made.pages[0].obj.Resources["/ColorSpace"] = Dictionary(
            C1=Array([Name.Indexed, Name.DeviceGray, 255, String(name.encode("cp1252").ljust(256, b"\0"))])
        )

    return pdf(b"", change)


def in_the_table_of_a_function(name: str) -> bytes:
    def change(made: Pdf) -> None:
        function = _stream(
            made,
            name.encode("cp1252").ljust(64, b"\0"),
            FunctionType=0,
            Domain=Array([0, 1]),
            Range=Array([0, 1]),
            Size=Array([64]),
            BitsPerSample=8,
        )
        made.pages[0].obj.Resources["/ColorSpace"] = Dictionary(
            C1=Array([Name.Separation, Name.Black, Name.DeviceGray, function])
        )

    return pdf(b"", change)


def in_a_pattern_nobody_paints(name: str) -> bytes:
    def change(made: Pdf) -> None:
        form_of(b"")(made)
        pattern = _stream(
            made,
            line(name).encode("cp1252"),
            PatternType=1,
            PaintType=1,
            TilingType=1,
            BBox=Array([0, 0, 9, 9]),
            XStep=9,
            YStep=9,
            Resources=made.pages[0].obj.Resources,
        )
        made.pages[0].obj.Resources["/Pattern"] = Dictionary(P1=pattern)

    return pdf(b"", change)


def in_an_operator_nobody_knows(name: str) -> bytes:
    return pdf(b"BX (" + name.encode("cp1252") + b") zz EX")


def as_words_of_the_content(name: str) -> bytes:
    return pdf(b"BX " + name.encode("cp1252") + b" EX")


def in_marked_content_of_the_resources(name: str) -> bytes:
    return pdf(
        b"/Span /MC0 BDC EMC",
        lambda made: made.pages[0].obj.Resources.__setitem__(
            "/Properties", Dictionary(MC0=Dictionary(Zz=String(name)))
        ),
    )


WRITTEN: dict[str, Callable[[str], bytes]] = {
    **BYTES,
    **{
        each.__name__: each
        for each in (
            after_packed_data,
            packed_after_packed_data,
            in_empty_blocks_of_packed_data,
            in_a_profile_of_colours,
            in_a_comment_of_a_map,
            as_letters_of_a_map_that_nobody_uses,
            one_code_that_is_the_whole_name,
            in_a_font_program,
            in_the_name_of_a_font,
            as_names_of_letters,
            as_widths,
            as_numbers,
            as_coordinates,
            as_a_key,
            as_keys_of_one_letter,
            without_width,
            cut_away_by_a_clip,
            as_a_clip,
            in_a_font_of_procedures,
            behind_two_filters,
            behind_a_filter_nobody_knows,
            behind_crypt,
            beside_the_sides_of_a_filter,
            in_the_tail_of_a_stream_of_objects,
            before_the_first_of_a_stream_of_objects,
            in_utf_7,
            in_utf_7_in_a_title,
            in_the_ciphered_part_of_a_font,
            ciphered_in_hexadecimal,
            in_base64_in_the_content,
            in_utf_16_in_the_content,
            in_a_picture_of_few_dots,
            after_the_dots_of_a_picture,
            in_a_table_of_colours,
            in_the_table_of_a_function,
            in_a_pattern_nobody_paints,
            in_an_operator_nobody_knows,
            as_words_of_the_content,
            in_marked_content_of_the_resources,
        )
    },
}
