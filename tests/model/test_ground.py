# SPDX-License-Identifier: MIT
"""Provisions of the Act: both languages, the order of the Act, the obligation of each."""

from __future__ import annotations

import random

import pytest

from reviewer.model.document import Language
from reviewer.model.ground import DiscloseReason, Ground, Obligation, grounds, order, sort_sections


def test_every_ground_speaks_both_languages() -> None:
    assert len(grounds()) > 60
    for section, ground in grounds().items():
        assert ground.section == section
        for language in Language:
            assert ground.label[language].strip()
            assert ground.cite[language].strip()
        assert ground.cite[Language.EN] == f"s. {section}"
        assert ground.cite[Language.FR].split()[0] in {"art.", "par.", "al.", "sous-al."}


@pytest.mark.parametrize(
    ("section", "french", "obligation", "revealing"),
    [
        ("19(1)", "par. 19(1)", Obligation.MANDATORY, False),
        ("20(1)(b)", "al. 20(1)b)", Obligation.MANDATORY, False),
        ("23", "art. 23", Obligation.DISCRETIONARY, False),
        ("21(1)(a)", "al. 21(1)a)", Obligation.DISCRETIONARY, False),
        ("24(1)", "par. 24(1)", Obligation.MANDATORY, False),
        ("69(1)(g)", "al. 69(1)g)", Obligation.EXCLUSION, False),
        ("16(1)(c)(i)", "sous-al. 16(1)c)(i)", Obligation.DISCRETIONARY, True),
    ],
)
def test_grounds_that_documents_need_most(
    section: str, french: str, obligation: Obligation, revealing: bool
) -> None:
    ground = grounds()[section]
    assert ground.cite[Language.FR] == french
    assert (ground.obligation, ground.revealing) == (obligation, revealing)


def test_only_mandatory_grounds_have_statutory_exceptions() -> None:
    assert grounds()["19(1)"].exceptions == ("19(2)",)
    assert all(
        ground.obligation is Obligation.MANDATORY for ground in grounds().values() if ground.exceptions
    )


def test_exclusions_are_sections_68_and_69() -> None:
    excluded = {key for key, ground in grounds().items() if ground.obligation is Obligation.EXCLUSION}
    assert {key[:2] for key in excluded} == {"68", "69"}
    assert all(grounds()[key].test == "" for key in excluded)
    assert {ground.test for ground in grounds().values()} == {"class", "injury", ""}


def test_the_grounds_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        grounds()["19(1)"] = None
    with pytest.raises(TypeError):
        grounds()["19(1)"].cite[Language.EN] = "s. 1"


def test_a_ground_without_exceptions() -> None:
    assert Ground("1", {}, {}, Obligation.DISCRETIONARY, "class", revealing=False).exceptions == ()


def test_sections_sort_as_the_act_does() -> None:
    in_order = (
        "13(1)(a)",
        "13(1)(e)",
        "14",
        "14(a)",
        "16(1)(a)",
        "16(1)(c)",
        "16(1)(c)(i)",
        "16(1)(c)(ii)",
        "16(2)",
        "16.1(1)",
        "16.5",
        "17",
        "19(1)",
        "20(1)(b)",
        "20(1)(b.1)",
        "20(1)(c)",
        "20.1",
        "21(1)(a)",
        "68",
        "68.1",
        "69(1)(a)",
        "69.1(1)",
    )
    shuffled = [*in_order, "19(1)", "14"]
    random.Random(7).shuffle(shuffled)
    assert sort_sections(shuffled) == in_order
    assert sort_sections(()) == ()
    assert order("2") < order("10")


def test_the_file_is_in_the_order_of_the_act() -> None:
    assert [int(key.split("(")[0].split(".")[0]) for key in grounds()] == sorted(
        int(key.split("(")[0].split(".")[0]) for key in grounds()
    )


def test_there_are_ten_reasons_to_disclose() -> None:
    assert len(DiscloseReason) == 10
