# SPDX-License-Identifier: MIT
"""The gate's line between the words of the DOCX format, which are nobody's, and what stands beside the text."""

from __future__ import annotations

import pytest

from reviewer.model.document import Format
from reviewer.verification.docx_vocabulary import is_fixed_name
from reviewer.verification.report import HitKind
from reviewer.verification.request import Term
from tests.verification.builders import SECRET, docx, look, paragraph


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
