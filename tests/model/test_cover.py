# SPDX-License-Identifier: MIT
"""Whether spans lie inside others: the quick answer must be the one that comparing each pair gives."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewer.model.cover import Cover
from reviewer.model.document import Span

spans = st.builds(
    lambda story, start, length: Span(story, start, start + length),
    st.sampled_from(("body", "note:1")),
    st.integers(0, 12),
    st.integers(1, 6),
)


@given(st.lists(spans, max_size=8), spans)
def test_holds_what_one_of_them_contains(listed: list[Span], asked: Span) -> None:
    assert Cover(listed).holds(asked) is any(each.contains(asked) for each in listed)
