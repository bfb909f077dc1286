# SPDX-License-Identifier: MIT
"""Hostile PDF files in what they draw: letters, fonts, forms, patterns, numbers."""

from __future__ import annotations

from hostile_pdf import (
    MIB,
    chain,
    composite,
    flate,
    form,
    joined,
    kind,
    one_page,
    pages,
    stream,
    written,
    zeros,
)

_TILES = b"/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 %b]"


@kind
def glyphs_300000() -> bytes:
    line = b"BT /F1 4 Tf 20 %d Td (" + b"abcdefghi " * 10 + b") Tj ET\n"
    return written(one_page(b"".join(line % (40 + at % 700) for at in range(3000))))


@kind
def glyphs_500000() -> bytes:
    return written(one_page(b"BT /F1 4 Tf 20 600 Td (" + b"abcdefghi " * 50_000 + b") Tj ET"))


@kind
def pages_10000() -> bytes:
    return pages(10_000, shared=False)


@kind
def pages_2000_one_content() -> bytes:
    lines = b"".join(
        b"BT /F1 9 Tf 72 %d Td (Sedge and reed by the water) Tj ET\n" % (60 + 12 * at) for at in range(40)
    )
    return pages(2000, shared=True, content=lines)


@kind
def fonts_65000() -> bytes:
    number = 65_000
    fonts = joined(b"/G%d %d 0 R" % (at, 10 + at) for at in range(number))
    shown = b"".join(b"BT /G%d 5 Tf 20 %d Td (a) Tj ET\n" % (at, 20 + at % 700) for at in range(number))
    objects = {
        10 + at: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
        for at in range(number)
    }
    return written(one_page(shown, objects=objects, resources=b"/Font<</F1 4 0 R %b>>" % fonts))


@kind
def fonts_65000_with_maps() -> bytes:
    number = 65_000
    fonts = joined(b"/G%d %d 0 R" % (at, 10 + at) for at in range(number))
    shown = b"".join(b"BT /G%d 5 Tf 20 %d Td (a) Tj ET\n" % (at, 20 + at % 700) for at in range(number))
    spelled = flate(b"1 beginbfrange <0000> <ffff> <0041> endbfrange")
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode 9 0 R>>"
    objects = {9: spelled} | {10 + at: font for at in range(number)}
    return written(one_page(shown, objects=objects, resources=b"/Font<</F1 4 0 R %b>>" % fonts))


@kind
def unicode_map_700_mib() -> bytes:
    return written(composite(stream(zeros(700 * MIB, fill=b" "), b"/Filter/FlateDecode")))


@kind
def unicode_map_of_15_mib_tokens() -> bytes:
    return written(composite(flate(b"<41>" * (15 * MIB // 4))))


@kind
def unicode_map_long_strings() -> bytes:
    row = b"1 beginbfrange <0000> <ffff> <" + b"0041" * 20_000 + b"> endbfrange\n"
    return written(composite(flate(row * 20)))


@kind
def media_box_giant() -> bytes:
    objects = one_page()
    objects[3] = objects[3].replace(b"[0 0 612 792]", b"[0 0 1e38 1e38]")
    return written(objects)


@kind
def forms_wide_two_to_20() -> bytes:
    inner = chain(
        11,
        lambda at, next_: form(b"/X Do " * 4, b"/XObject<</X %b>>" % next_),
        form(b"0 0 1 1 re f"),
    )
    return written(one_page(b"/X Do", objects=inner, resources=b"/XObject<</X 6 0 R>>"))


@kind
def forms_large_shown_1900_times() -> bytes:
    lines = b"".join(b"BT /F1 2 Tf 20 %d Td (abcdefghijklmno) Tj ET\n" % (20 + at) for at in range(700))
    return written(
        one_page(
            b"/X Do " * 1900,
            objects={6: form(lines, b"/Font<</F1 4 0 R>>")},
            resources=b"/XObject<</X 6 0 R>>",
        )
    )


@kind
def forms_50_deep() -> bytes:
    inner = chain(50, lambda at, next_: form(b"/X Do", b"/XObject<</X %b>>" % next_), form(b"0 0 1 1 re f"))
    return written(one_page(b"/X Do", objects=inner, resources=b"/XObject<</X 6 0 R>>"))


@kind
def type3_shows_itself() -> bytes:
    font = (
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 97/LastChar 97"
        b"/Widths[1000]/Encoding<</Differences[97/a]>>/CharProcs<</a 7 0 R>>/Resources<</Font<</T 6 0 R>>>>>>"
    )
    procedure = flate(b"1000 0 d0 BT /T 500 Tf (aaaaaaaaaa) Tj ET")
    return written(
        one_page(
            b"BT /T 12 Tf 72 600 Td (aaaa) Tj ET",
            objects={6: font, 7: procedure},
            resources=b"/Font<</F1 4 0 R/T 6 0 R>>",
        )
    )


@kind
def pattern_in_pattern() -> bytes:
    def pattern(inner: bytes) -> bytes:
        head = _TILES % b"1 1" + b"/XStep .01/YStep .01/Resources<</Pattern<</P %b>>>>"
        return flate(b"/Pattern cs /P scn 0 0 612 792 re f", head % inner)

    objects = {6: pattern(b"7 0 R"), 7: pattern(b"8 0 R"), 8: pattern(b"6 0 R")}
    return written(
        one_page(b"/Pattern cs /P scn 0 0 612 792 re f", objects=objects, resources=b"/Pattern<</P 6 0 R>>")
    )


@kind
def pattern_of_tiny_steps() -> bytes:
    head = _TILES % b"612 792" + b"/XStep .0001/YStep .0001/Resources<</Font<</F1 4 0 R>>>>"
    return written(
        one_page(
            b"/Pattern cs /P scn 0 0 612 792 re f",
            objects={6: flate(b"BT /F1 12 Tf 9 9 Td (Reed) Tj ET", head)},
            resources=b"/Pattern<</P 6 0 R>>",
        )
    )


@kind
def soft_mask_of_itself() -> bytes:
    state = b"<</SMask<</S/Luminosity/G 7 0 R>>>>"
    group = form(
        b"/S gs 0 0 612 792 re f", b"/ExtGState<</S 6 0 R>>", b"/Group<</S/Transparency/CS/DeviceGray>>"
    )
    return written(
        one_page(b"/S gs 0 0 99 99 re f", objects={6: state, 7: group}, resources=b"/ExtGState<</S 6 0 R>>")
    )


@kind
def number_of_1000000_digits() -> bytes:
    return written(one_page(b"1 0 0 1 " + b"9" * 1_000_000 + b" 0 cm", page=b"/Rotate " + b"9" * 1_000_000))


@kind
def fraction_of_1000000_digits() -> bytes:
    return written(
        one_page(b"q 1 0 0 1 0." + b"3" * 1_000_000 + b" 0 cm Q", page=b"/UserUnit 0." + b"3" * 1_000_000)
    )


@kind
def name_of_10_mib() -> bytes:
    name = b"/" + b"n" * (10 * MIB)
    return written(one_page(name + b" gs", resources=b"/ExtGState<<%b<</LW 1>>>>" % name))


@kind
def content_arrays_100000_deep() -> bytes:
    return written(one_page(b"[" * 100_000 + b"]" * 100_000 + b" TJ"))
