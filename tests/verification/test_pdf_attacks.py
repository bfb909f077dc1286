# SPDX-License-Identifier: MIT
"""Words written where no reader of a PDF shows them: each is found, or the way of writing is refused."""

from __future__ import annotations

import pytest

from reviewer.model.document import Format
from reviewer.verification.report import HitKind
from tests.verification.builders import SECRET, look, pdf
from tests.verification.pdf_attacks import ATTACKS
from tests.verification.pdf_disguises import DISGUISES

pytestmark = pytest.mark.usefixtures("without_tesseract")

WRITTEN = {**ATTACKS, **DISGUISES}
NAMES = {"en": "Harriet Quillfeather", "fr": SECRET}
WRITTEN_OTHERWISE = {
    "as_entries_of_the_index": "pdf:index",
    "blanks_as_bits": ":blanks",
    "blanks_as_bits_in_the_content": ":blanks",
    "in_empty_blocks_of_packed_data": ":empty-blocks",
    "as_numbers": ":page-key",
    "as_keys_of_one_letter": ":page-key",
    "behind_a_filter_nobody_knows": ":filter",
    "in_a_font_of_procedures": "page:1",
}
"""Where the words are not found as such: what is refused instead."""


@pytest.mark.parametrize("language", NAMES)
@pytest.mark.parametrize("attack", WRITTEN)
def test_words_beside_the_text_are_found(attack: str, language: str) -> None:
    report = look(WRITTEN[attack](NAMES[language]), Format.PDF, NAMES[language])
    if attack in WRITTEN_OTHERWISE:
        assert any(hit.place.endswith(WRITTEN_OTHERWISE[attack]) for hit in report.hits), report.hits
    else:
        assert HitKind.LEAK in {hit.kind for hit in report.hits}, report.hits
    assert "uillfeather" not in report.to_json()


@pytest.mark.parametrize("attack", WRITTEN)
def test_the_way_of_writing_alone_accuses_nobody(attack: str) -> None:
    report = look(WRITTEN[attack]("Harriet Quillfeather"), Format.PDF, "Odile Tranchemontagne")
    assert HitKind.LEAK not in {hit.kind for hit in report.hits}


def test_a_plain_copy_is_written_as_ours() -> None:
    assert look(pdf("", pages=2), Format.PDF, "Harriet Quillfeather").clean
