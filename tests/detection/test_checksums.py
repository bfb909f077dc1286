# SPDX-License-Identifier: MIT
"""Check digits: published samples pass, one changed digit does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.detection import checksums

GOOD = [
    (checksums.luhn, "046 454 286"),
    (checksums.luhn, "4111 1111 1111 1111"),
    (checksums.business_number, "12345 6782 RT 0001"),
    (checksums.bc_phn, "9698 658 215"),
    (checksums.ramq, "TEST 5412 2816"),
    (checksums.vin, "11111111111111111"),
    (checksums.iban, "GB82 WEST 1234 5698 7654 32"),
]


@pytest.mark.parametrize(("check", "value"), GOOD, ids=[row[1] for row in GOOD])
def test_a_published_sample_passes(check, value: str) -> None:
    assert check(value)


@pytest.mark.parametrize(("check", "value"), GOOD, ids=[row[1] for row in GOOD])
def test_a_changed_digit_does_not(check, value: str) -> None:
    last = max(place for place, sign in enumerate(value[:12]) if sign.isdigit())
    changed = value[:last] + str((int(value[last]) + 1) % 10) + value[last + 1 :]
    assert not check(changed)


def test_all_zeros_are_no_number() -> None:
    assert not checksums.luhn("000 000 000")


def test_a_birth_date_in_a_health_number_must_exist() -> None:
    assert checksums.ramq_date("AAAA 0101 0112")
    assert checksums.ramq_date("AAAA 0151 0112")
    assert not checksums.ramq_date("AAAA 0199 0112")


@given(st.text(max_size=40))
def test_no_text_breaks_a_check(text: str) -> None:
    for check in checksums.CHECKS.values():
        assert check(text) in {True, False}
