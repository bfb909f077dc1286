# SPDX-License-Identifier: MIT
"""Signs are levelled and line ends joined without losing a place in the story."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from reviewer.detection.engine import Engine
from reviewer.detection.reading import read
from reviewer.model.document import Document, Format, Story, StoryKind

SIGNS = st.text(
    alphabet=st.sampled_from("Aeé e\u0301\u00a0\u202f\u2011\u00ad\u200bﬁ’«»\n\t.,;-1R"), max_size=60
)


def _read(text: str, *, paged: bool = False, kind: StoryKind = StoryKind.BODY):
    return read(Story("body", kind, text), paged=paged)


@given(SIGNS)
def test_every_place_goes_back_into_the_story(text: str) -> None:
    reading = _read(text)
    for start in range(len(reading.text)):
        span = reading.span(start, start + 1)
        assert 0 <= span.start < span.end <= len(text)
        raw = unicodedata.normalize("NFKC", text[span.start : span.end])
        sign = reading.text[start]
        if sign.isalnum():
            assert sign in raw


@given(SIGNS)
def test_lines_cells_and_sentences_lie_within_one_another(text: str) -> None:
    reading = _read(text)
    for line in reading.lines:
        assert all(line.start <= cell.start <= cell.end <= line.end for cell in line.cells)
    for sentence in reading.sentences:
        line = reading.lines[sentence.line]
        assert line.start <= sentence.start < sentence.end <= line.end


def test_levelling_keeps_the_length_of_ordinary_text() -> None:
    text = "58\u202f312\u00a0$ — « l’article »"
    reading = _read(text)
    assert reading.text == '58 312 $ - " l\'article "'
    assert reading.origin is None


def test_a_value_cut_by_a_soft_hyphen_or_an_accent_is_found_to_the_letter(rules_only: Engine) -> None:
    text = "Son pe\u0300re, M. Re\u0301gi\u00adnald Synnott, NAS 046\u00a0454\u2011286, habite ici."
    doc = Document("0" * 64, Format.TEXT, "1", None, (Story("body", StoryKind.BODY, text),))
    found = {item.category.value: doc.text_of(item.span) for item in rules_only.detect(doc)}
    assert found["SIN"] == "046\u00a0454\u2011286"
    assert found["PERSON"] == "M. Re\u0301gi\u00adnald Synnott"


def test_a_line_end_inside_a_sentence_is_joined() -> None:
    text = "The captain was taken to the hospital in Rimouski and takes an\nanticoagulant every morning.\nNext point"
    assert len(_read(text).lines) == 2


def test_a_page_of_a_pdf_wraps_before_a_capital_too() -> None:
    text = "The cheque for the honorarium was sent on Tuesday of last week to Rose\nKahkewistahaw at home."
    assert len(_read(text).lines) == 2
    assert len(_read(text, kind=StoryKind.PAGE).lines) == 1


def test_list_items_and_rows_stay_apart() -> None:
    text = (
        "A first item that is long enough to be taken for a wrapped line,\n- second item\nName\tLot\nRoy\t12"
    )
    assert [line.is_row for line in _read(text).lines] == [False, False, True, True]


def test_cells_carry_the_label_of_their_column() -> None:
    reading = _read("Nom\tNé le\nFictif\t1962-07-01\n\nAprès")
    assert reading.label(reading.text.index("1962")) == "Né le"
    assert reading.label(reading.text.index("Après")) == ""


def test_abbreviations_do_not_end_a_sentence() -> None:
    reading = _read("Mr. Roy met Dr. Okafor at no. 12. They left.")
    assert [reading.text[item.start : item.end] for item in reading.sentences] == [
        "Mr. Roy met Dr. Okafor at no. 12.",
        "They left.",
    ]


def test_a_page_that_loses_the_gaps_of_a_table_keeps_its_headings() -> None:
    text = "Nom\tNé le\tRemarques\nPOIRIER, Justin\tmatelot 1995-01-15\nIBARRA-\nSANDOVAL, Joaquín\n1988-05-30\tindemne"
    reading = _read(text, kind=StoryKind.PAGE)
    assert "Né le" in reading.label(reading.text.index("1995"))
    assert "Né le" in reading.label(reading.text.index("1988"))
    start = reading.text.index("IBARRA-SANDOVAL")
    assert reading.span(start, start + 15).end - reading.span(start, start + 15).start == 16
