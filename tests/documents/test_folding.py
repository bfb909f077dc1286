# SPDX-License-Identifier: MIT
"""Folded matching: what does not count for a reader does not hide a name, and offsets stay exact."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.documents.folding import find_all, fold, fold_character


@pytest.mark.parametrize(
    ("text", "term", "expected"),
    [
        ("Mme Éloïse Côté.", "eloise cote", ["Éloïse Côté"]),
        ("E\u0301loi\u0308se", "Éloïse", ["E\u0301loi\u0308se"]),
        ("DUBOIS, Dubois; dubois", "Dubois", ["DUBOIS", "Dubois", "dubois"]),
        ("Duboisville et Dubois", "Dubois", ["Dubois"]),
        ("royal Roy", "Roy", ["Roy"]),
        ("Marie\u00a0Dubois", "Marie Dubois", ["Marie\u00a0Dubois"]),
        ("Marie-\nAnge", "Marie-Ange", ["Marie-\nAnge"]),
        ("Met \u202esiobuD\u202c again, Dubois", "Dubois", ["\u202esiobuD\u202c", "Dubois"]),
        ("Met E\u202esiobuD ,enyal\u202c\nsiobuD", "Elayne Dubois", ["E\u202esiobuD ,enyal\u202c"]),
        ("Du\u00adbois Du\u200bbois", "Dubois", ["Du\u00adbois", "Du\u200bbois"]),
        ("\uff24\uff55\uff42\uff4f\uff49\uff53", "Dubois", ["\uff24\uff55\uff42\uff4f\uff49\uff53"]),
        ("D\u0443b\u043eis", "Dybois", ["D\u0443b\u043eis"]),
        ("la \ufb01lle Fi\ufb03", "fille", ["\ufb01lle"]),
        ("046 454 286 / 046-454-286", "046454286", ["046 454 286", "046-454-286"]),
        ("1046454286 104645428", "046454286", ["046454286"]),
        ("Œuvre, oeuvre", "œuvre", ["Œuvre", "oeuvre"]),
        ("d'Amours d\u2019Amours", "d'Amours", ["d'Amours", "d\u2019Amours"]),
        ("Dubois\u0301 x", "Dubois", ["Dubois\u0301"]),
        ("…", "—", []),
        ("Tremb\u0399ay Trembiay \u0422remblay", "Tremblay", ["Tremb\u0399ay", "\u0422remblay"]),
        ("N\u0966b\u0399e, Nobie", "Noble", ["N\u0966b\u0399e"]),
    ],
)
def test_terms_are_found_as_a_reader_would(text: str, term: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in find_all(text, term)] == expected


def test_parts_of_words_are_found_when_asked() -> None:
    assert find_all("Duboisville", "Dubois", whole_words=False) == ((0, 6),)


@given(st.text(max_size=60))
def test_each_folded_character_comes_from_its_place(text: str) -> None:
    folded = fold(text)
    assert len(folded.index) == len(folded.text)
    assert list(folded.index) == sorted(folded.index)
    for position, character in zip(folded.index, folded.text, strict=True):
        assert character in fold_character(text[position])


@given(st.text(min_size=1, max_size=20), st.text(max_size=20), st.text(max_size=20))
def test_a_term_between_separators_is_always_found(term: str, before: str, after: str) -> None:
    text = f"{before}\n{term}\n{after}"
    found = [text[start:end] for start, end in find_all(text, term)]
    assert not fold(term).text or any(fold(each).text == fold(term).text for each in found)


@given(st.text(max_size=40))
def test_folding_does_not_depend_on_the_normal_form(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert fold(composed).text == fold(unicodedata.normalize("NFD", composed)).text


def test_look_alikes_make_no_two_ordinary_words_one() -> None:
    """Each letter of English and French, and each digit, keeps a folding of its own: 0 is not O, 1 neither l nor I."""
    for character in (chr(code) for code in range(0x250)):
        decomposed = unicodedata.normalize("NFKD", character.casefold())
        plain = "".join(each for each in decomposed if each.isascii() and each.isalnum())
        assert not plain or fold_character(character) == plain, character
    assert len({fold(each).text for each in ("l", "I", "1", "0", "O", "m", "rn", "5", "S")}) == 9


def test_signs_that_resemble_letters_stay_separators() -> None:
    for sign in "|│∣×¢¥₩∅∪∨।":
        assert fold_character(sign) == "", sign


def test_a_word_in_capitals_folds_as_in_small_letters_in_the_latin_script() -> None:
    for code in range(0x2FA20):
        upper, lower = chr(code), chr(code).lower()
        if unicodedata.name(upper, "").startswith("LATIN ") and len(lower) == 1:
            assert fold_character(upper) == fold_character(lower), upper
