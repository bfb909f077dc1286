# SPDX-License-Identifier: MIT
"""The gate's line between the words of the DOCX format, which are nobody's, and what stands beside the text."""

from __future__ import annotations

import pytest

from reviewer.model.document import Format
from reviewer.redaction.docx import chart_values, namebook, values
from reviewer.verification.docx_vocabulary import is_fixed_name
from reviewer.verification.extractors.docx import _is_markup
from reviewer.verification.report import HitKind
from reviewer.verification.request import Term
from tests.verification.builders import NUMBER, SECRET, W, docx, look, paragraph

WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def styles(name: str, font: str = "Calibri") -> bytes:
    """A copy with one style, used nowhere."""
    inner = f'<w:name w:val="{name}"/><w:rPr><w:rFonts w:ascii="{font}"/><w:lang w:val="en-CA"/></w:rPr>'
    style = f'<w:style w:styleId="{name.title().replace(" ", "")}">{inner}</w:style>'
    return docx(parts={"word/styles.xml": f'<w:styles xmlns:w="{W}">{style}</w:styles>'})


def placed(side: str, offset: str) -> bytes:
    """A copy with a drawing that stands somewhere."""
    return docx(
        f'<w:p><w:r><w:drawing><wp:anchor xmlns:wp="{WP}"><wp:positionH relativeFrom="margin"><wp:align>{side}'
        '</wp:align></wp:positionH><wp:positionV relativeFrom="leftMargin">'
        f"<wp:posOffset>{offset}</wp:posOffset></wp:positionV></wp:anchor></w:drawing></w:r></w:p>"
    )


@pytest.mark.parametrize(
    "word", ["properties", "metadata", "settings", "document", "styles", "relationships"]
)
def test_words_that_the_format_prescribes_are_nobodys(word: str) -> None:
    assert look(docx(paragraph("Nothing of it is left.")), Format.DOCX, Term(word)).clean


def test_a_number_in_the_name_of_a_part_is_no_prescribed_one() -> None:
    assert is_fixed_name("word/header12.xml")
    assert not is_fixed_name("word/header046454286.xml")


@pytest.mark.parametrize(
    "body",
    [
        f"<w:p><w:pPr><w:jc>{SECRET}</w:jc></w:pPr><w:r><w:t>so</w:t></w:r></w:p>",
        f"<w:p><w:r><w:t>so</w:t></w:r>{SECRET}<w:r><w:t>so</w:t></w:r></w:p>",
        (
            f"<w:p><w:r><w:ruby><w:rt><w:r><w:t>{SECRET}</w:t></w:r></w:rt>"
            "<w:rubyBase><w:r><w:t>so</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>"
        ),
    ],
)
def test_what_stands_beside_a_word_but_is_no_part_of_it_hides_nothing(body: str) -> None:
    report = look(docx(body), Format.DOCX, SECRET)
    assert any(hit.kind is HitKind.LEAK for hit in report.hits)


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("List Paragraph", "paragraph"),
        ("Default Paragraph Font", "default"),
        ("Table Grid", "table grid"),
        ("Light List Accent 3", "list"),
        ("heading 1", "Heading"),
        ("Normal", "Calibri"),
        ("Normal", "en-CA"),
    ],
)
def test_names_of_built_in_styles_and_fonts_are_nobodys(name: str, word: str) -> None:
    assert look(styles(name), Format.DOCX, word).clean


@pytest.mark.parametrize("name", ["List of Harriet Quillfeather", "Harriet Quillfeather 1"])
def test_a_style_that_somebody_named_is_searched(name: str) -> None:
    assert not look(styles(name), Format.DOCX, "Harriet Quillfeather").clean
    assert not look(styles("Normal", font=name), Format.DOCX, "Harriet Quillfeather").clean


def test_the_place_of_a_drawing_is_no_text_but_may_hide_a_number() -> None:
    assert look(placed("center", "19050"), Format.DOCX, "center", "19050", "margin").clean
    assert not look(placed("center", NUMBER.replace(" ", "")), Format.DOCX, NUMBER).clean
    assert not look(placed(SECRET, "19050"), Format.DOCX, SECRET).clean


def test_every_word_that_the_writer_may_choose_is_the_formats() -> None:
    listed = (*values._ENUMERATIONS.values(), *chart_values._ENUMERATIONS.values())
    choices = {each for words in listed for each in words.split() if len(each) > 1}
    assert [each for each in sorted(choices | namebook._FONTS) if not _is_markup(each)] == []


@pytest.mark.parametrize(
    "text",
    [
        "\u202e" + "Ghislaine"[::-1] + "\u202c Thériault-Moreau",
        "x" + "".join(chr(0xE0100 + byte - 16) for byte in b"Ghislaine Theriault-Moreau"),
        "".join(chr(0xF000 + ord(each)) for each in "Ghislaine Theriault-Moreau"),
    ],
    ids=["one word turned round", "bytes as variation selectors", "letters of a symbol font"],
)
def test_letters_in_disguise_are_read(text: str) -> None:
    report = look(docx(paragraph(text)), Format.DOCX, SECRET)
    assert any(hit.kind is HitKind.LEAK for hit in report.hits)
