# SPDX-License-Identifier: MIT
"""The gate's search for many needles at once must find what each alone would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.verification.occurrences import occurrences


def _by_hand(needles: set[str], text: str) -> dict[str, list[int]]:
    places = {
        needle: [at for at in range(len(text)) if text.startswith(needle, at)] for needle in needles - {""}
    }
    return {needle: listed for needle, listed in places.items() if listed}


@given(st.sets(st.text(alphabet="ab1", max_size=9), max_size=10), st.text(alphabet="ab1\0", max_size=60))
def test_few_needles(needles: set[str], text: str) -> None:
    assert occurrences(needles, text) == _by_hand(needles, text)


@given(
    st.sets(st.text(alphabet="ab1", min_size=1, max_size=9), min_size=70, max_size=120),
    st.text(alphabet="ab1\0", max_size=60),
)
def test_many_needles(needles: set[str], text: str) -> None:
    assert occurrences(needles, text) == _by_hand(needles, text)


@pytest.mark.parametrize("count", [3, 3000])
def test_needles_that_begin_alike_are_told_apart(count: int) -> None:
    needles = {f"file2026{number:05d}" for number in range(count)}
    text = "see file202600002 and file2026000021"
    assert occurrences(needles, text) == {"file202600002": [4, 22]}


def test_a_shorter_needle_at_the_end_of_the_text_is_counted_once() -> None:
    needles = {"ab", "abb", "abbbbb", *(f"z{number}" for number in range(70))}
    assert occurrences(needles, "ab") == {"ab": [0]}
