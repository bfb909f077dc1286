# SPDX-License-Identifier: MIT
"""Several surfaces in one file: each alone is handled, and they must be when they meet."""

from __future__ import annotations

import io
import zipfile

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from tests.corpus.pdf.codings import revised, stream
from tests.corpus.pdf.letterforms import (
    coded,
    descriptor,
    glyph_name,
    keyed_cff,
    letters_of,
    showing,
    simple,
    type1,
)
from tests.corpus.pdf.letterforms import composite as composed
from tests.corpus.pdf.places import width
from tests.corpus.pdf.recipes import STOPPED, Made, Surface, Words, line, literal, maker, opened
from tests.corpus.pdf.sheets import (
    add_page,
    form,
    helvetica,
    image_object,
    paragraph,
    picture,
    saved,
    text,
    to_unicode,
)
from tests.corpus.pdf.structured import marked, tagged
from tests.corpus.pdf.turned import fonts


@maker(Surface.TOGETHER)
def replaced_over_split_strings(words: Words) -> Made:
    """Marked content with the name around one half of it, in pieces."""
    half = words.last[:6]
    content = (
        b"BT /F1 12 Tf 72 600 Td "
        + literal(f"{words.before} ")
        + b" Tj /Span <</ActualText "
        + literal(words.last)
    )
    content += (
        b">> BDC ["
        + literal(half[:3])
        + b" 15 "
        + literal(half[3:])
        + b"] TJ EMC ["
        + literal(words.last[6:])
    )
    content += b" -300 " + literal(words.after) + b"] TJ ET"
    pdf, _page = opened(words, content)
    return saved(pdf), {"also": (words.after,)}


@maker(Surface.TOGETHER)
def drawn_letters_in_tiles(words: Words) -> bytes:
    """A font drawn by procedures shows the name in a pattern."""
    letters = letters_of(words.last)
    pdf, page = opened(words)
    names = [Name(f"/c{at}") for at in range(1, len(letters) + 1)]
    procedures = Dictionary({
        str(name): pdf.make_indirect(Stream(pdf, f"500 0 0 0 450 700 d1 50 0 300 {500 + at} re f".encode()))
        for at, name in enumerate(names)
    })  # fmt: skip
    font = pdf.make_indirect(Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 500, 700]), FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        FirstChar=1, LastChar=len(letters), Widths=Array([500] * len(letters)), CharProcs=procedures, Resources=Dictionary(),
        Encoding=Dictionary(Differences=Array([1, *names])), ToUnicode=to_unicode(pdf, dict(enumerate(letters, 1)), size=1),
    ))  # fmt: skip
    tile = pdf.make_indirect(Stream(pdf, showing(coded(words.last, letters)).replace(b"72 600", b"2 2"), Dictionary(
        PatternType=1, PaintType=1, TilingType=1, BBox=Array([0, 0, 120, 20]), XStep=120, YStep=20,
        Resources=Dictionary(Font=Dictionary({"/F2": font})),
    )))  # fmt: skip
    page.Resources["/Pattern"] = Dictionary({"/P1": tile})
    page.Contents = Array(
        [page.Contents, pdf.make_indirect(Stream(pdf, b"/Pattern cs /P1 scn 72 300 400 100 re f"))]
    )
    return saved(pdf)


@maker(Surface.TOGETHER)
def revisions_with_files_and_scripts(words: Words) -> Made:
    pdf, _page = opened(words, line(words))
    pdf.attachments[f"{words.last}.txt"] = words.full.encode()
    pdf.Root["/OpenAction"] = Dictionary(S=Name.JavaScript, JS=String(words.full))
    data = saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    with pikepdf.open(io.BytesIO(data)) as again:
        root, pages = again.Root.objgen[0], again.Root.Pages.objgen[0]
        content = again.pages[0].Contents.objgen[0]
    return revised(data, {
        root: f"<</Type /Catalog /Pages {pages} 0 R>>".encode(), content: stream(paragraph(words.kept, words.after)),
    }), {"also": (words.after,)}  # fmt: skip


@maker(Surface.TOGETHER)
def locked_packed_and_tagged(words: Words) -> Made:
    pdf, page = opened(words, marked(line(words), 0) + marked(text(72, 560, words.after), 1))
    tagged(
        pdf,
        page,
        Dictionary(S=Name.P, ActualText=String(words.full)),
        Dictionary(S=Name.P, Alt=String(words.last)),
    )
    locked = pikepdf.Encryption(owner="owner", user="", R=6)
    made = saved(pdf, encryption=locked, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made, {"also": (words.after,)}


@maker(Surface.TOGETHER)
def false_bold_with_codes(words: Words) -> Made:
    """Codes by differences over a program of its own, struck and drawn three times."""
    letters = letters_of(words.line)
    content = b"".join(
        b"2 Tr 0.3 w " + showing(coded(words.line, letters)).replace(b"72 600", f"{72 + shift} 600".encode())
        for shift in (0, 0.25, 0.5)
    )
    pdf, page = opened(words, content)
    data, first, second = type1(letters)
    described = descriptor(pdf, "/FontFile", data, Lengths=(first, second, len(data) - first - second))
    names = Array([1, *(Name("/" + glyph_name(each)) for each in letters)])
    page.Resources.Font["/F2"] = simple(
        pdf, "/Type1", described, len(letters), Encoding=Dictionary(Differences=names)
    )
    return saved(pdf), {"also": (words.after,)}


@maker(Surface.TOGETHER)
def numbers_without_a_map(words: Words) -> Made:
    """A program by number, shown under Identity, and nothing that says what the numbers are."""
    letters = letters_of(words.line)
    pdf, page = opened(words, showing(coded(words.line, letters, size=2)))
    described = descriptor(pdf, "/FontFile3", keyed_cff(letters), Kind="/CIDFontType0C")
    page.Resources.Font["/F2"] = composed(pdf, "/CIDFontType0", described, Name("/Identity-H"))
    return saved(pdf), {"expect": STOPPED}


@maker(Surface.TOGETHER)
def a_document_in_a_word_file(words: Words) -> bytes:
    """A PDF with the name in a Word file, in an annotation's file, in a PDF."""
    inner, _page = opened(words, line(words))
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as archive:
        archive.writestr("word/embeddings/oleObject1.bin", saved(inner))
        archive.writestr("word/document.xml", f"<w>{words.full}</w>")
    pdf, page = opened(words)
    kept = pdf.make_indirect(Stream(pdf, package.getvalue(), Dictionary(Type=Name.EmbeddedFile)))
    spec = Dictionary(Type=Name.Filespec, UF=String("notes.docx"), EF=Dictionary(F=kept))
    page["/Annots"] = Array([pdf.make_indirect(Dictionary(
        Type=Name.Annot, Subtype=Name.FileAttachment, Rect=Array([72, 600, 90, 620]), FS=spec,
    ))])  # fmt: skip
    return saved(pdf)


@maker(Surface.TOGETHER)
def a_turned_form_on_a_turned_page(words: Words) -> Made:
    pdf, page = opened(words)
    run = form(pdf, text(2, 4, words.line), fonts(pdf), (0, 0, 400, 20))
    run["/Matrix"] = Array([0, 1, -1, 0, 20, 0])
    page["/Rotate"], page["/UserUnit"], page["/CropBox"] = 270, 1.5, Array([10, 10, 600, 780])
    page.Resources["/XObject"] = Dictionary({"/X1": run})
    page.Contents = Array([page.Contents, pdf.make_indirect(Stream(pdf, b"q 1 0 0 1 100 200 cm /X1 Do Q"))])
    return saved(pdf), {"also": (words.after,)}


@maker(Surface.TOGETHER)
def one_name_on_every_surface(words: Words) -> Made:
    """A page as offices make them: running line, field, link, note, bookmark, properties, a layer that is off."""
    group_content = b"/OC /L1 BDC " + text(72, 520, words.full) + b"EMC\n"
    pdf, page = opened(
        words, line(words) + group_content + text(72, 560, words.after) + text(72, 30, words.full)
    )
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(words.full)))
    page.Resources["/Properties"] = Dictionary({"/L1": group})
    pdf.Root["/OCProperties"] = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))
    drawn = form(pdf, text(2, 5, words.full), fonts(pdf), (0, 0, 300, 20))
    field = Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("owner"), V=String(words.full), Rect=Array([72, 440, 372, 460]),
        AP=Dictionary(N=drawn),
    )  # fmt: skip
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.Text, Rect=Array([500, 600, 520, 620]), Contents=String(words.full)
    )
    page["/Annots"] = Array([pdf.make_indirect(field), pdf.make_indirect(note)])
    pdf.Root["/AcroForm"] = Dictionary(Fields=Array([page.Annots[0]]))
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(words.full, 0))
    pdf.docinfo["/Author"] = String(words.full)
    pdf.attachments[f"{words.last}.txt"] = words.full.encode()
    return saved(pdf), {"also": (words.after,)}


@maker(Surface.TOGETHER)
def an_old_redaction_over_the_text(words: Words) -> Made:
    """A mark that was never applied, a black box, and under both the name, in a form that is used twice."""
    pdf, page = opened(words, text(72, 500, words.after))
    start, wide = width(f"{words.before} "), width(words.full)
    run = form(
        pdf, text(0, 4, words.line) + f"0 g {start} 1 {wide} 14 re f".encode(), fonts(pdf), (0, 0, 450, 20)
    )
    page.Resources["/XObject"] = Dictionary({"/X1": run})
    uses = b"q 1 0 0 1 72 600 cm /X1 Do Q q 1 0 0 1 72 560 cm /X1 Do Q"
    page.Contents = Array([page.Contents, pdf.make_indirect(Stream(pdf, uses))])
    page["/Annots"] = Array([pdf.make_indirect(Dictionary(
        Type=Name.Annot, Subtype=Name.Redact, Rect=Array([72 + start, 600, 72 + start + wide, 616]), OverlayText=String(words.last),
    ))])  # fmt: skip
    return saved(pdf), {"also": (words.after,)}


@maker(Surface.TOGETHER)
def two_pages_of_one_tree(words: Words) -> Made:
    """Resources and boxes are inherited, contents are shared, the second page is turned."""
    pdf, page = opened(words, line(words))
    other = add_page(pdf, b"")
    other.Contents = page.Contents
    pdf.Root.Pages["/Resources"], pdf.Root.Pages["/MediaBox"] = page.Resources, page.MediaBox
    for each in (page, other):
        del each["/Resources"]
        del each["/MediaBox"]
    other["/Rotate"] = 90
    return saved(pdf), {"also": (words.after,)}


@maker(Surface.TOGETHER)
def a_thumbnail_and_a_picture_of_the_page(words: Words) -> Made:
    """What the page looked like before, in small, twice."""
    pdf, page = opened(words, line(words))
    small = image_object(pdf, picture(words.full, (306, 396)))
    page["/Thumb"] = small
    page["/PieceInfo"] = Dictionary(Editor=Dictionary(Private=Dictionary(Preview=small)))
    pdf.Root["/Names"] = Dictionary(Pages=Dictionary(Names=Array([String(words.last), page])))
    page.Resources.Font[f"/{words.last}"] = helvetica()
    return saved(pdf), {"also": (words.after,)}
