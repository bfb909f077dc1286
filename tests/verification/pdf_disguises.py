# SPDX-License-Identifier: MIT
"""Objects, fonts, pictures and operators of a PDF in which somebody else than our writer might put a word."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

from fontTools.agl import UV2AGL
from fontTools.misc.eexec import encrypt
from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.verification.builders import line, pdf
from tests.verification.pdf_surfaces import Change, form_of, orphan


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


DISGUISES: dict[str, Callable[[str], bytes]] = {
    each.__name__: each
    for each in (
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
}
