# SPDX-License-Identifier: MIT
"""Merging: values disjoint, no source lost, and the order checksum, labelled field, name."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reviewer.detection.candidate import Candidate, candidate
from reviewer.detection.overlaps import merge
from reviewer.model.finding import Category, EvidenceKind, Role

VALUES = (Category.SIN, Category.PHONE, Category.PERSON, Category.ADDRESS)


@st.composite
def candidates(draw: st.DrawFn) -> Candidate:
    start = draw(st.integers(0, 40))
    end = start + draw(st.integers(1, 12))
    kind = draw(st.sampled_from(list(EvidenceKind)).filter(lambda kind: kind is not EvidenceKind.PASSAGE))
    return candidate(
        (start, end), draw(st.sampled_from(VALUES)), f"rule{start}", draw(st.floats(0.5, 0.95)), kind
    )


@given(st.lists(candidates(), max_size=12))
def test_values_never_overlap_and_nothing_found_is_left_bare(items: list[Candidate]) -> None:
    merged = merge(items)
    assert all(one.end <= other.start for one, other in pairwise(merged))
    apart = all(one.category is other.category or not one.overlaps(other) for one in items for other in items)
    if apart:
        assert {source for item in merged for source in item.sources} >= {
            source for item in items for source in item.sources
        }


def test_a_label_says_more_than_a_check_digit_alone() -> None:
    digits = candidate((4, 15), Category.SIN, "ca_sin", 0.97, EvidenceKind.CHECKSUM, EvidenceKind.PATTERN)
    label = candidate(
        (4, 16), Category.ACCESS_CODE, "teleconf", 0.9, EvidenceKind.PATTERN, EvidenceKind.LABEL
    )
    assert [item.category for item in merge([digits, label])] == [Category.ACCESS_CODE]


def test_a_check_digit_with_its_label_says_most() -> None:
    digits = candidate((4, 15), Category.SIN, "ca_sin", 0.97, EvidenceKind.CHECKSUM, EvidenceKind.LABEL)
    phone = candidate((4, 15), Category.PHONE, "phone", 0.9, EvidenceKind.PATTERN, EvidenceKind.LABEL)
    assert [item.category for item in merge([phone, digits])] == [Category.SIN]


def test_a_sentence_may_hold_values() -> None:
    sentence = candidate((0, 40), Category.HEALTH_INFO, "passage_health_info", 0.6, EvidenceKind.PASSAGE)
    name = candidate((4, 12), Category.PERSON, "name_title", 0.9, EvidenceKind.TITLE)
    assert {item.category for item in merge([sentence, name])} == {Category.HEALTH_INFO, Category.PERSON}


def test_two_sources_raise_the_score_and_keep_both_reasons() -> None:
    one = candidate((4, 20), Category.PERSON, "name_verb", 0.6, EvidenceKind.CONTEXT)
    other = candidate((4, 20), Category.PERSON, "name_model", 0.6, EvidenceKind.MODEL)
    (merged,) = merge([one, other])
    assert merged.score > 0.6
    assert {source.rule for source in merged.sources} == {"name_verb", "name_model"}


def test_a_public_address_takes_its_postal_code_with_it() -> None:
    address = candidate((0, 40), Category.ADDRESS, "address_en", 0.9, role=Role.PUBLIC)
    code = candidate((33, 40), Category.POSTAL_CODE, "postal", 0.6)
    assert [item.role for item in merge([address, code])] == [Role.PUBLIC]
