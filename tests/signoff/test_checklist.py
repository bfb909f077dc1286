# SPDX-License-Identifier: MIT
"""The statements before a signature."""

from __future__ import annotations

import pytest

from reviewer.errors import ChecklistIncomplete, UnknownId
from reviewer.model.document import Language
from reviewer.signoff.checklist import Who, check, items

BY_HAND = {item.id: "yes" for item in items() if item.who in {Who.AUTHOR, Who.OFFICER}}


def test_the_statements_are_those_of_the_registry_and_the_pilot() -> None:
    ids = [item.id for item in items()]
    assert len(ids) == len(set(ids)) == 17
    assert {
        "confidentiality",
        "authority",
        "privacy",
        "security",
        "languages",
        "accessible",
        "legal_other",
    } <= set(ids)
    for item in items():
        assert all(item.text[language].strip() for language in Language)
        assert item.text[Language.EN] != item.text[Language.FR]


def test_what_the_program_and_the_imso_answer_is_not_asked() -> None:
    assert {item.id for item in items() if not item.by_hand} == {
        "hidden",
        "accessible",
        "notice",
        "metadata",
        "imso",
    }
    check(BY_HAND)


def test_all_answered() -> None:
    check({item.id: " Yes " for item in items()})


@pytest.mark.parametrize("item", [item for item in items() if item.by_hand], ids=lambda item: item.id)
def test_each_statement_must_be_there(item: object) -> None:
    without = {key: value for key, value in BY_HAND.items() if key != item.id}
    with pytest.raises(ChecklistIncomplete) as caught:
        check(without)
    assert caught.value.facts == {"items": (item.id,)}


@pytest.mark.parametrize("said", ["", "  ", "no", "non", "later", "oui"])
def test_a_blocking_statement_takes_only_yes(said: str) -> None:
    with pytest.raises(ChecklistIncomplete):
        check(BY_HAND | {"privacy": said})


@pytest.mark.parametrize(
    ("said", "enough"),
    [
        ("yes", True),
        ("the final version is due in March", True),
        ("", False),
        ("No", False),
        (" non ", False),
    ],
)
def test_a_warning_takes_a_reason_too(said: str, enough: bool) -> None:
    answers = BY_HAND | {"not_final_elsewhere": said}
    if enough:
        check(answers)
    else:
        with pytest.raises(ChecklistIncomplete) as caught:
            check(answers)
        assert caught.value.facts == {"items": ("not_final_elsewhere",)}


def test_a_statement_of_the_program_that_is_denied_blocks() -> None:
    with pytest.raises(ChecklistIncomplete):
        check(BY_HAND | {"hidden": "no"})


def test_an_unknown_statement_is_an_error() -> None:
    with pytest.raises(UnknownId) as caught:
        check(BY_HAND | {"privcy": "yes"})
    assert caught.value.facts == {"kind": "criterion", "id": "privcy"}


def test_nothing_confirmed_names_them_all() -> None:
    with pytest.raises(ChecklistIncomplete) as caught:
        check({})
    assert set(caught.value.facts["items"]) == set(BY_HAND)
