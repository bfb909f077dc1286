# SPDX-License-Identifier: MIT
"""The gate's folding: by itself, and against the one that finds and removes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.documents import folding as other
from reviewer.verification.folding import fold, fold_index, separates

TEXTS = st.text(
    st.one_of(
        st.characters(exclude_categories=("Cs",)),
        st.sampled_from(
            "éÉœŒæßﬁſıİŁøđ\u0301\u00ad\u200b\u00a0²½①ⅧＡ\u0430\u0455\u03bf٣\u1e9e\u212b\u3316-_/.'’0O1l"
        ),
    )
)


@given(TEXTS)
@settings(max_examples=2000, deadline=None)
def test_both_foldings_agree(text: str) -> None:
    folded = other.fold(text)
    assert fold(text) == folded.text
    assert tuple(fold_index(text)) == tuple(folded.index)


def test_both_foldings_agree_on_every_assigned_code_point() -> None:
    for code in (*range(0x33500), *range(0xE0000, 0xE0200)):  # the rest is private or not assigned
        assert fold(chr(code)) == other.fold(chr(code)).text, hex(code)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Thériault-Moreau", "theriaultmoreau"),
        ("The\u0301riault\u00ad Moreau", "theriaultmoreau"),
        ("ŒUVRE ﬁnale", "oeuvrefinale"),
        ("Ｄｕｂｏｉｓ", "dubois"),
        ("D\u200bu\u2060b", "dub"),
        ("Du\u0441\u0435", "duce"),
        ("\u13e7\u1d0f\u0280\u13aa", "dora"),
        ("\u216d\u03bf\ua4d4\u1d1b", "cott"),
        ("\U0001f17c\U0001f150\U0001cceb", "mav"),
        ("1\u2502l|I", "1li"),
        ("d\u02bcAmours d\ua78cAmours", "damoursdamours"),
        ("STRASSE straße", "strassestrasse"),
        ("№ 046·454", "no046454"),
        ("٣²", "32"),
        ("…—!", ""),
    ],
)
def test_folds(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("between", "apart"),
    [
        ("", False),
        ("\u0301", False),
        ("\u200b\u00ad", False),
        ("\x02", False),
        (" ", True),
        ("\n", True),
        ("\u200b-", True),
    ],
)
def test_what_parts_two_words(between: str, apart: bool) -> None:
    assert separates(between) is apart
