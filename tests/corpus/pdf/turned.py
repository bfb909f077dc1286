# SPDX-License-Identifier: MIT
"""Forms used in many ways, text and pages that are turned, patterns, shadings, masks and clips with text."""

from __future__ import annotations

import math
from typing import Any

from pikepdf import Array, Dictionary, Name, Stream

from tests.corpus.pdf.recipes import STOPPED, Made, Surface, Words, line, literal, maker, opened, sheet
from tests.corpus.pdf.sheets import add_page, form, helvetica, paragraph, saved, text


def fonts(pdf: Any) -> Dictionary:
    """Helvetica as /F1."""
    return Dictionary(Font=Dictionary({"/F1": pdf.make_indirect(helvetica())}))


def _run(pdf: Any, words: Words) -> Any:
    return form(pdf, text(2, 4, words.line), fonts(pdf), (0, 0, 400, 20))


@maker(Surface.FORMS)
def reused_and_turned(words: Words) -> Made:
    pdf, page = opened(words)
    run = _run(pdf, words)
    page.Resources["/XObject"] = Dictionary({"/X1": run})
    uses = b"q 1 0 0 1 72 600 cm /X1 Do Q q 0 1 -1 0 50 200 cm /X1 Do Q q 0.5 0 0 0.5 72 500 cm /X1 Do Q"
    page.Contents = Array([page.Contents, pdf.make_indirect(Stream(pdf, uses))])
    return saved(pdf), {"also": (words.after,)}


@maker(Surface.FORMS)
def one_form_on_three_pages(words: Words) -> Made:
    pdf, page = opened(words)
    run = _run(pdf, words)
    for at in range(3):
        each = page if not at else add_page(pdf, paragraph(words.kept, top=750))
        each.Resources["/XObject"] = Dictionary({"/X1": run})
        each.Contents = Array(
            [each.Contents, pdf.make_indirect(Stream(pdf, b"q 1 0 0 1 72 600 cm /X1 Do Q"))]
        )
    return saved(pdf), {"also": (words.after,)}


@maker(Surface.FORMS)
def forms_in_forms(words: Words) -> Made:
    pdf, page = opened(words)
    run = _run(pdf, words)
    for scale in (0.5, 2.0):
        resources = Dictionary(XObject=Dictionary({"/X1": run}))
        run = form(pdf, f"q {scale} 0 0 {scale} 10 10 cm /X1 Do Q".encode(), resources, (0, 0, 612, 600))
        run["/Matrix"] = Array([1, 0, 0, 1, 5, 5])
    page.Resources["/XObject"] = Dictionary({"/X1": run})
    page.Contents = Array([page.Contents, pdf.make_indirect(Stream(pdf, b"q 1 0 0 1 40 400 cm /X1 Do Q"))])
    return saved(pdf), {"also": (words.after,)}


@maker(Surface.FORMS)
def a_form_without_resources(words: Words) -> Made:
    """It takes the page's, as old files do."""
    pdf, page = opened(words)
    run = pdf.make_indirect(Stream(pdf, text(2, 4, words.line), Dictionary(
        Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 400, 20]),
    )))  # fmt: skip
    page.Resources["/XObject"] = Dictionary({"/X1": run})
    page.Contents = Array([page.Contents, pdf.make_indirect(Stream(pdf, b"q 1 0 0 1 72 600 cm /X1 Do Q"))])
    return saved(pdf), {"also": (words.after,)}


@maker(Surface.FORMS)
def a_form_with_a_history(words: Words) -> Made:
    """Private data, a reference to another file, metadata and a name, all with the name in them."""
    pdf, page = opened(words)
    run = _run(pdf, words)
    run["/Name"], run["/LastModified"] = Name(f"/{words.last}"), words.full
    run["/PieceInfo"] = Dictionary(Editor=Dictionary(Private=words.full))
    run["/Ref"] = Dictionary(F=words.full, Page=0)
    run["/Metadata"] = pdf.make_indirect(Stream(pdf, words.full.encode()))
    run["/OPI"] = Dictionary({"/2.0": Dictionary(F=words.full)})
    page.Resources["/XObject"] = Dictionary({f"/{words.last}": run})
    use = f"q 1 0 0 1 72 600 cm /{words.last} Do Q".encode()
    pdf.Root["/Lang"] = words.last
    page.Contents = Array([page.Contents, pdf.make_indirect(Stream(pdf, _escaped(use)))])
    return saved(pdf), {"also": (words.after,)}


def _escaped(content: bytes) -> bytes:
    """A name with letters beyond ASCII as the file writes it."""
    return b"".join(bytes([each]) if each < 128 else f"#{each:02x}".encode() for each in content)


@maker(Surface.FORMS)
def half_in_a_form(words: Words) -> Made:
    half = words.last[:5]
    pdf, page = opened(words, text(72, 600, f"{words.before} {half}"))
    inner = form(pdf, text(0, 0, words.last[5:]), fonts(pdf), (0, -4, 200, 12))
    page.Resources["/XObject"] = Dictionary({"/X1": inner})
    from tests.corpus.pdf.places import width

    at = 72 + width(f"{words.before} {half}")
    page.Contents = Array(
        [page.Contents, pdf.make_indirect(Stream(pdf, f"q 1 0 0 1 {at:.2f} 600 cm /X1 Do Q".encode()))]
    )
    return saved(pdf), {"also": (words.before,)}


@maker(Surface.FORMS)
def too_many_forms_deep(words: Words) -> Made:
    pdf, page = opened(words)
    run = _run(pdf, words)
    for _depth in range(16):
        run = form(pdf, b"/X1 Do", Dictionary(XObject=Dictionary({"/X1": run})))
    page.Resources["/XObject"] = Dictionary({"/X1": run})
    page.Contents = Array([page.Contents, pdf.make_indirect(Stream(pdf, b"/X1 Do"))])
    return saved(pdf), {"expect": STOPPED}


def _at_angle(words: Words, degrees: float) -> Made:
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    matrix = f"{cos:.5f} {sin:.5f} {-sin:.5f} {cos:.5f} 300 380 Tm "
    return sheet(words, b"BT /F1 12 Tf " + matrix.encode() + literal(words.line) + b" Tj ET"), {}


@maker(Surface.TURNED)
def thirty_degrees(words: Words) -> Made:
    return _at_angle(words, 30)


@maker(Surface.TURNED)
def ninety_degrees(words: Words) -> Made:
    return _at_angle(words, 90)


@maker(Surface.TURNED)
def upside_down(words: Words) -> Made:
    return _at_angle(words, 180)


@maker(Surface.TURNED)
def slanted(words: Words) -> Made:
    content = b"BT /F1 12 Tf 1 0 0.34 1 72 600 Tm " + literal(words.line) + b" Tj ET"
    return sheet(words, content), {"also": (words.after,)}


@maker(Surface.TURNED)
def around_a_curve(words: Words) -> Made:
    """Each letter at an angle of its own."""
    content = b""
    for at, each in enumerate(words.full):
        turn = math.radians(40 - 80 * at / len(words.full))
        cos, sin = math.cos(turn), math.sin(turn)
        content += f"BT /F1 14 Tf {cos:.4f} {sin:.4f} {-sin:.4f} {cos:.4f} ".encode()
        content += f"{306 - 150 * sin:.2f} {400 + 150 * cos:.2f} Tm ".encode() + literal(each) + b" Tj ET\n"
    return sheet(words, content), {"boxes": ((1, 180, 480, 440, 580),)}


def _rotated(words: Words, degrees: int, **boxes: Any) -> bytes:
    pdf, page = opened(words, line(words))
    page["/Rotate"] = degrees
    for key, box in boxes.items():
        page[f"/{key}"] = Array(box)
    return saved(pdf)


@maker(Surface.TURNED)
def page_turned_right(words: Words) -> Made:
    return _rotated(words, 90), {"also": (words.after,)}


@maker(Surface.TURNED)
def page_turned_over_and_cropped(words: Words) -> Made:
    return _rotated(words, 180, CropBox=[36, 36, 580, 780], TrimBox=[40, 40, 570, 770]), {
        "also": (words.after,)
    }


@maker(Surface.TURNED)
def page_that_begins_below_zero(words: Words) -> Made:
    return _rotated(words, 270, MediaBox=[-100, -50, 612, 792]), {"also": (words.after,)}


@maker(Surface.PAINT)
def tiles_of_text(words: Words) -> bytes:
    return _tiled(words, 1)


@maker(Surface.PAINT)
def tiles_without_colour(words: Words) -> bytes:
    return _tiled(words, 2)


def _tiled(words: Words, kind: int) -> bytes:
    pdf, page = opened(words)
    tile = pdf.make_indirect(Stream(pdf, text(5, 5, words.full), Dictionary(
        PatternType=1, PaintType=kind, TilingType=1, BBox=Array([0, 0, 150, 30]), XStep=150, YStep=30, Resources=fonts(pdf),
    )))  # fmt: skip
    page.Resources["/Pattern"] = Dictionary({"/P1": tile})
    page.Resources["/ColorSpace"] = Dictionary({"/C1": Array([Name.Pattern, Name.DeviceRGB])})
    paint = b"/Pattern cs /P1 scn" if kind == 1 else b"/C1 cs 1 0 0 /P1 scn"
    page.Contents = Array([page.Contents, pdf.make_indirect(Stream(pdf, paint + b" 72 300 400 100 re f"))])
    return saved(pdf)


@maker(Surface.PAINT)
def letters_filled_by_a_shading(words: Words) -> Made:
    """The text is the clip of a shading: the page becomes a picture."""
    shading = Dictionary(
        ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=Array([72, 0, 400, 0]), Extend=Array([True, True]),
        Function=Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([1, 0, 0]), C1=Array([0, 0, 1]), N=1),
    )  # fmt: skip
    content = b"q " + line(words, before="7 Tr") + b" /S1 sh Q"
    return sheet(words, content, Shading=Dictionary({"/S1": shading})), {"keep": ()}


@maker(Surface.PAINT)
def letters_filled_by_tiles(words: Words) -> Made:
    pdf, page = opened(words)
    tile = pdf.make_indirect(Stream(pdf, b"0 0 4 2 re f", Dictionary(
        PatternType=1, PaintType=1, TilingType=1, BBox=Array([0, 0, 4, 4]), XStep=4, YStep=4, Resources=Dictionary(),
    )))  # fmt: skip
    page.Resources["/Pattern"] = Dictionary({"/P1": tile})
    content = b"q /Pattern cs /P1 scn " + line(words) + b"Q"
    page.Contents = Array([page.Contents, pdf.make_indirect(Stream(pdf, content))])
    return saved(pdf), {"also": (words.after,)}


def _masked(words: Words, kind: str) -> bytes:
    pdf, page = opened(words)
    group = form(pdf, b"1 g " + text(72, 400, words.full, size=30), fonts(pdf))
    group["/Group"] = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    mask = Dictionary(Type=Name.Mask, S=Name(kind), G=group)
    page.Resources["/ExtGState"] = Dictionary({"/G1": Dictionary(SMask=mask)})
    content = b"q /G1 gs 0 g 72 380 400 60 re f Q"
    page.Contents = Array([page.Contents, pdf.make_indirect(Stream(pdf, content))])
    return saved(pdf)


@maker(Surface.PAINT)
def mask_by_luminosity(words: Words) -> bytes:
    return _masked(words, "/Luminosity")


@maker(Surface.PAINT)
def mask_by_alpha(words: Words) -> bytes:
    return _masked(words, "/Alpha")


@maker(Surface.PAINT)
def text_in_a_clip_of_its_own(words: Words) -> Made:
    content = b"q 72 596 300 14 re W n " + line(words) + b"Q " + text(72, 560, words.after)
    return sheet(words, content), {"also": (words.after,)}


@maker(Surface.PAINT)
def names_of_inks(words: Words) -> Made:
    """Spot colours are named freely; so are the parts of a colour space."""
    ink = Name(f"/{words.last}")
    tint = Dictionary(
        FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([0, 1, 1, 0]), N=1
    )
    space = Array([Name.Separation, ink, Name.DeviceCMYK, tint])
    content = b"/C1 cs 1 scn 72 500 50 50 re f 0 g " + line(words)
    return sheet(words, content, ColorSpace=Dictionary({"/C1": space})), {"also": (words.after,)}


@maker(Surface.PAINT)
def a_transparent_group(words: Words) -> Made:
    pdf, page = opened(words)
    run = _run(pdf, words)
    run["/Group"] = Dictionary(S=Name.Transparency, I=True, CS=Array([Name.ICCBased, _profile(pdf, words)]))
    page.Resources["/XObject"] = Dictionary({"/X1": run})
    page.Resources["/ExtGState"] = Dictionary({"/G1": Dictionary(ca=0.7, BM=Name.Multiply)})
    content = b"q /G1 gs 1 0 0 1 72 600 cm /X1 Do Q"
    page.Contents = Array([page.Contents, pdf.make_indirect(Stream(pdf, content))])
    return saved(pdf), {"also": (words.after,)}


def _profile(pdf: Any, words: Words) -> Any:
    return pdf.make_indirect(
        Stream(pdf, b"acsp desc " + words.full.encode(), Dictionary(N=3, Alternate=Name.DeviceRGB))
    )
