# SPDX-License-Identifier: MIT
"""Secrets in characters that look like others or cannot be seen at all."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from tests.corpus.docx.case import Case, Surface, Words, in_body, maker
from tests.corpus.docx.pack import line, para, run

_CYRILLIC = str.maketrans("aceopxyiHTEOPC", "асеорхуіНТЕОРС")
_GREEK = str.maketrans("oHTEIOvu", "οΗΤΕΙΟνυ")


def _spelt(name: str, words: Words, spell: Callable[[str], str]) -> Case:
    return in_body(name, words, line(f"Met {spell(words.secret)} again."))


def _between(mark: str) -> Callable[[str], str]:
    return mark.join


def _shifted(text: str, upper: int, lower: int, digit: int) -> str:
    """Letters of ASCII moved to another block of the alphabet."""
    bases = (("A", "Z", upper), ("a", "z", lower), ("0", "9", digit))
    moved = []
    for letter in text:
        found = next(
            (ord(letter) - ord(low) + base for low, high, base in bases if base and low <= letter <= high), 0
        )
        moved.append(chr(found) if found else letter)
    return "".join(moved)


@maker(Surface.UNICODE)
def decomposed(words: Words) -> Case:
    return _spelt("decomposed", words, lambda text: unicodedata.normalize("NFD", text))


@maker(Surface.UNICODE, numbers=True)
def no_break_spaces(words: Words) -> Case:
    return _spelt("no_break_spaces", words, lambda text: text.replace(" ", "\u00a0").replace("-", "\u2011"))


@maker(Surface.UNICODE, numbers=True)
def other_spaces(words: Words) -> Case:
    return _spelt("other_spaces", words, lambda text: text.replace(" ", "\u202f\u2009\u3000"))


@maker(Surface.UNICODE, numbers=True)
def zero_width(words: Words) -> Case:
    return _spelt("zero_width", words, _between("\u200b\u200d\u2060"))


@maker(Surface.UNICODE)
def byte_order_marks(words: Words) -> Case:
    return _spelt("byte_order_marks", words, _between("\ufeff"))


@maker(Surface.UNICODE, numbers=True)
def soft_hyphens(words: Words) -> Case:
    return _spelt("soft_hyphens", words, _between("\u00ad"))


@maker(Surface.UNICODE)
def joiners(words: Words) -> Case:
    return _spelt("joiners", words, _between("\u034f\u180e"))


@maker(Surface.UNICODE)
def variation_selectors(words: Words) -> Case:
    return _spelt("variation_selectors", words, _between("\ufe0f\U000e0101"))


@maker(Surface.UNICODE)
def tag_characters(words: Words) -> Case:
    return _spelt("tag_characters", words, _between("\U000e0061\U000e007f"))


@maker(Surface.UNICODE, numbers=True)
def direction_marks(words: Words) -> Case:
    return _spelt("direction_marks", words, _between("\u200e\u2066\u2069\u202a\u202c"))


@maker(Surface.UNICODE, numbers=True)
def full_width(words: Words) -> Case:
    return _spelt("full_width", words, lambda text: _shifted(text, 0xFF21, 0xFF41, 0xFF10))


@maker(Surface.UNICODE, numbers=True)
def mathematical_letters(words: Words) -> Case:
    return _spelt("mathematical", words, lambda text: _shifted(text, 0x1D400, 0x1D41A, 0x1D7CE))


@maker(Surface.UNICODE)
def circled_letters(words: Words) -> Case:
    return _spelt("circled", words, lambda text: _shifted(text, 0x24B6, 0x24D0, 0))


@maker(Surface.UNICODE, numbers=True)
def other_digits(words: Words) -> Case:
    return _spelt("other_digits", words, lambda text: _shifted(text, 0, 0, 0x0660))


@maker(Surface.UNICODE)
def cyrillic(words: Words) -> Case:
    return _spelt("cyrillic", words, lambda text: text.translate(_CYRILLIC))


@maker(Surface.UNICODE)
def greek(words: Words) -> Case:
    return _spelt("greek", words, lambda text: text.translate(_GREEK))


@maker(Surface.UNICODE)
def ligatures(words: Words) -> Case:
    first, last = {"en": ("Griffin", "Stafford"), "fr": ("Steffi", "Flœuret")}[words.tag]
    shown = f"{first} {last}"
    for plain, joined in (("ffi", "ﬃ"), ("ff", "ﬀ"), ("Fl", "ﬂ"), ("St", "ﬆ")):
        shown = shown.replace(plain, joined)
    content = line(f"Met {shown} again.")
    return in_body("ligatures", words, content, secrets=(f"{first} {last}",))


@maker(Surface.UNICODE)
def accents_off_and_on(words: Words) -> Case:
    plain = "".join(c for c in unicodedata.normalize("NFD", words.secret) if not unicodedata.combining(c))
    marked = "".join(f"{letter}\u0323" if letter.isalpha() else letter for letter in words.secret)
    return in_body("accents", words, line(plain.upper()) + line(marked))


@maker(Surface.UNICODE)
def reference_by_number(words: Words) -> Case:
    coded = "".join(f"&#x{ord(letter):X};" for letter in words.secret)
    return in_body("reference_by_number", words, para(run(coded)))


@maker(Surface.UNICODE, numbers=True)
def dashes_and_dots(words: Words) -> Case:
    return _spelt("dashes_and_dots", words, lambda text: text.replace(" ", " – ").replace("-", "."))


@maker(Surface.UNICODE, numbers=True)
def right_to_left_override(words: Words) -> Case:
    """The letters stand backwards and are shown forwards."""
    content = line(f"Met \u202e{words.secret[::-1]}\u202c again.")
    return in_body("right_to_left_override", words, content)
