# SPDX-License-Identifier: MIT
"""What the reader makes of pages and of everything else that carries text."""

from __future__ import annotations

import zlib

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from reviewer.model.document import Box, Choice, Language, ProblemKind, Span, StoryKind
from tests.corpus.pdf.cases import KEPT, MAKERS, SECRET
from tests.corpus.pdf.sheets import add_page, new_pdf, paragraph, saved, text
from tests.redaction.pdf.plans import read

# What a scan asks and loses depends on whether its words can be read: test_ocr.py says what comes with them.
pytestmark = pytest.mark.usefixtures("without_tesseract")


def page_text(content: bytes) -> str:
    pdf = new_pdf()
    add_page(pdf, content)
    return read(saved(pdf)).document.story("page:1").text


def test_wrapped_lines_are_one_paragraph() -> None:
    content = paragraph(
        "The wetland survey was finished in the last week of August by the",
        "two crews of the regional office, as had been planned in the spring.",
        "Method",
    )
    expected = (
        "The wetland survey was finished in the last week of August by the "
        "two crews of the regional office, as had been planned in the spring.\nMethod"
    )
    assert page_text(content) == expected


def test_cells_of_a_row_are_parted_by_a_tabulator() -> None:
    assert page_text(text(72, 600, "Name") + text(250, 600, "Region")) == "Name\tRegion"


def test_scattered_glyphs_are_read_from_left_to_right() -> None:
    assert "Call Quillfeather today" in read(MAKERS["shuffled_glyphs"]().data).document.story("page:1").text


def test_text_drawn_twice_is_read_once() -> None:
    assert read(MAKERS["false_bold"]().data).document.story("page:1").text.count(SECRET) == 1


@pytest.mark.parametrize(
    ("case", "kind"),
    [
        ("note_annotation", StoryKind.ANNOTATION),
        ("link_address", StoryKind.LINK_TARGET),
        ("form_fields", StoryKind.FORM_FIELD),
        ("bookmarks", StoryKind.BOOKMARK),
        ("destinations_and_labels", StoryKind.DESTINATION),
        ("destinations_and_labels", StoryKind.PAGE_LABEL),
        ("attached_files", StoryKind.ATTACHMENT),
        ("properties", StoryKind.PROPERTY),
        ("inline_actual_text", StoryKind.STRUCTURE_TEXT),
        ("tagged_export", StoryKind.STRUCTURE_TEXT),
        ("hidden_layer", StoryKind.LAYER),
        ("hidden_layer", StoryKind.HIDDEN),
        ("scripts", StoryKind.SCRIPT),
        ("white_text", StoryKind.HIDDEN),
        ("invisible_text", StoryKind.HIDDEN),
        ("off_the_page", StoryKind.HIDDEN),
        ("outside_the_crop_box", StoryKind.HIDDEN),
        ("tiny_text", StoryKind.HIDDEN),
        ("covered_text", StoryKind.HIDDEN),
    ],
)
def test_every_surface_is_a_story(case: str, kind: StoryKind) -> None:
    stories = [story for story in read(MAKERS[case]().data).document.stories if story.kind is kind]
    assert any(SECRET.casefold() in story.text.casefold() for story in stories)
    assert all(story.id.startswith(f"{kind}:") for story in stories)


@pytest.mark.parametrize(
    ("case", "kind", "choices"),
    [
        ("note_annotation", ProblemKind.ANNOTATIONS, (Choice.LEAVE_OUT,)),
        ("form_fields", ProblemKind.FORM, (Choice.KEEP, Choice.LEAVE_OUT)),
        ("attached_files", ProblemKind.ATTACHMENTS, (Choice.LEAVE_OUT,)),
        ("hidden_layer", ProblemKind.LAYERS, (Choice.LEAVE_OUT,)),
        ("scripts", ProblemKind.SCRIPT, (Choice.LEAVE_OUT,)),
        ("earlier_revision", ProblemKind.EARLIER_REVISION, (Choice.LEAVE_OUT,)),
        ("shared_image", ProblemKind.IMAGE, (Choice.KEEP, Choice.REMOVE)),
        ("scan_without_text", ProblemKind.UNREADABLE_PAGE, (Choice.STOP, Choice.REMOVE)),
        ("composite_false_unicode", ProblemKind.UNREADABLE_PAGE, (Choice.STOP, Choice.REMOVE)),
    ],
)
def test_what_a_person_must_decide(case: str, kind: ProblemKind, choices: tuple[Choice, ...]) -> None:
    found = [problem for problem in read(MAKERS[case]().data).document.problems if problem.kind is kind]
    assert [problem.choices for problem in found] == [choices]


def test_a_plain_file_asks_nothing() -> None:
    document = read(MAKERS["plain_french"]().data).document
    assert document.problems == ()
    assert (document.language, document.pages) == (Language.FR, 1)


def test_one_image_used_twice_is_one_question() -> None:
    (problem,) = read(MAKERS["shared_image"]().data).document.problems
    assert (problem.id, problem.count) == ("image:p1:1", 2)


def test_a_highlight_does_not_hide_what_it_marks() -> None:
    pdf = new_pdf()
    state = Dictionary(Type=Name.ExtGState, BM=Name.Multiply)
    content = paragraph(KEPT) + b"q /G1 gs 1 1 0 rg 70 715 300 20 re f Q"
    add_page(pdf, content, ExtGState=Dictionary({"/G1": state}))
    assert read(saved(pdf)).document.problems == ()


def test_full_ink_is_not_white() -> None:
    pdf = new_pdf()
    tint = pdf.make_indirect(
        Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0]), C1=Array([1]), N=1)
    )
    space = Array([Name.Separation, Name.Black, Name.DeviceGray, tint])
    add_page(pdf, b"/C1 cs 1 scn " + paragraph(KEPT), ColorSpace=Dictionary({"/C1": space}))
    assert read(saved(pdf)).document.problems == ()


def test_letters_of_a_type_3_font_are_as_tall_as_its_box() -> None:
    pdf = new_pdf()
    letters = Dictionary({"/Q": pdf.make_indirect(pikepdf.Stream(pdf, b"80 0 0 0 70 70 d1 0 0 70 70 re f"))})
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 80, 80]), FontMatrix=Array([1, 0, 0, -1, 0, 0]),
        FirstChar=1, LastChar=1, Widths=Array([80]), CharProcs=letters, Resources=Dictionary(),
        Encoding=Dictionary(Differences=Array([1, Name.Q])),
    )  # fmt: skip
    add_page(
        pdf,
        b"BT /T3 1 Tf 0.15 0 0 -0.15 72 600 Tm <01> Tj ET",
        Font=Dictionary({"/T3": pdf.make_indirect(font)}),
    )
    assert read(saved(pdf)).document.story("page:1").text == "Q"


def test_a_picture_that_poses_as_a_letter_is_not_trusted() -> None:
    pdf = new_pdf()
    head = b"500 0 0 0 500 500 d1 BI /W 500 /H 500 /BPC 1 /IM true /F /Fl ID "
    drawn = pdf.make_indirect(pikepdf.Stream(pdf, head + zlib.compress(bytes(63 * 500)) + b"\nEI"))
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=Array([0, 0, 500, 500]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        FirstChar=1,
        LastChar=1,
        Widths=Array([500]),
        CharProcs=Dictionary({"/Q": drawn}),
        Encoding=Dictionary(Differences=Array([1, Name.Q])),
        Resources=Dictionary(),
    )
    add_page(pdf, b"BT /T3 400 Tf 72 300 Td <01> Tj ET", Font=Dictionary({"/T3": pdf.make_indirect(font)}))
    (problem,) = read(saved(pdf)).document.problems
    assert problem.kind is ProblemKind.UNREADABLE_PAGE


def test_white_text_on_a_dark_ground_is_seen() -> None:
    assert (
        page_text(b"0 0 0.5 rg 60 590 300 30 re f 1 g " + text(72, 600, "Head of the table"))
        == "Head of the table"
    )


def test_a_span_is_found_on_the_page() -> None:
    pdf = new_pdf()
    add_page(pdf, text(100, 500, "Call Wu today", size=10))
    source = read(saved(pdf))
    start = source.document.story("page:1").text.index("Wu")
    (box,) = source.locate(Span("page:1", start, start + 2))
    assert isinstance(box, Box)
    assert box.page == 1
    assert box.x0 == pytest.approx(100 + 10 * (0.722 + 0.556 + 0.222 * 2 + 0.278), abs=0.1)
    assert box.x1 - box.x0 == pytest.approx(10 * (0.944 + 0.556), abs=0.1)
    assert box.y0 < 500 < box.y1 < 511


def test_a_property_stands_nowhere() -> None:
    source = read(MAKERS["properties"]().data)
    story = next(story for story in source.document.stories if story.kind is StoryKind.PROPERTY)
    assert source.locate(Span(story.id, 0, 3)) == ()


def test_ids_are_stable() -> None:
    for name in ("properties", "form_fields", "tagged_export", "attached_files"):
        data = MAKERS[name]().data
        assert read(data).document == read(data).document


def test_a_type_1_program_tells_its_own_encoding() -> None:
    pdf = new_pdf()
    program = pdf.make_indirect(
        pikepdf.Stream(pdf, b"%!PS\n/Encoding 256 array\ndup 1 /Q put\ndup 2 /u put\ncurrentfile eexec ")
    )
    descriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name("/ABCDEF+CM"), Flags=4, FontFile=program)
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/ABCDEF+CM"), FirstChar=1, LastChar=2,
        Widths=Array([700, 500]), FontDescriptor=descriptor,
    )  # fmt: skip
    add_page(pdf, b"BT /F2 12 Tf 72 600 Td <0102> Tj ET", Font=Dictionary({"/F2": pdf.make_indirect(font)}))
    assert read(saved(pdf)).document.story("page:1").text == "Qu"
