# SPDX-License-Identifier: MIT
"""Officials in their role are proposed for disclosure only where an institution is named beside them."""

from __future__ import annotations

import pytest

from reviewer.detection import institutions
from reviewer.detection.engine import Engine
from reviewer.model.finding import Category, Finding, Role, Suggestion
from tests.detection.conftest import document


def _people(engine: Engine, text: str) -> dict[str, Finding]:
    doc = document(text)
    return {doc.text_of(item.span): item for item in engine.detect(doc) if item.category is Category.PERSON}


TABLE = (
    "Name\tOrganisation\tContact\n"
    "Harpreet Dhaliwal\tECCC\tharpreet.dhaliwal@ec.gc.ca\n"
    "Grant Sorensen\trancher\tsorensen@ranch.example\n"
    "Call Mr. Sorensen\tWildlife Enforcement\tasap"
)


def test_a_row_that_names_an_institution_makes_an_official(rules_only: Engine) -> None:
    people = _people(rules_only, TABLE)
    official, private = people["Harpreet Dhaliwal"], people["Grant Sorensen"]
    assert (official.role, official.suggestion, official.ground) == (Role.OFFICIAL, Suggestion.DISCLOSE, None)
    assert (private.role, private.suggestion, private.ground) == (Role.PRIVATE, Suggestion.WITHHOLD, "19(1)")


def test_a_federal_mailbox_anywhere_names_the_official(rules_only: Engine) -> None:
    people = _people(
        rules_only, "Mr. Karim Belhadj spoke first.\nWrite to karim.belhadj@nrcan-rncan.gc.ca today."
    )
    assert people["Mr. Karim Belhadj"].role is Role.OFFICIAL


def test_parliament_and_provinces_are_not_institutions_of_the_act() -> None:
    assert institutions.is_federal("ec.gc.ca")
    assert institutions.is_federal("canada.ca")
    assert not institutions.is_federal("parl.gc.ca")
    assert not institutions.is_federal("gov.bc.ca")
    assert not institutions.is_federal("notgc.ca")


def test_an_officials_name_in_a_sentence_on_health_stays_withheld(rules_only: Engine) -> None:
    text = "Ms. Wing-Yan Tsui (PCH) chaired.\nMs. Tsui told us that she starts chemotherapy in May."
    doc = document(text)
    found = [item for item in rules_only.detect(doc) if item.category is Category.PERSON]
    assert [item.suggestion for item in found] == [Suggestion.DISCLOSE, Suggestion.WITHHOLD]
    assert {item.role for item in found} == {Role.OFFICIAL}


def test_a_minister_is_public(rules_only: Engine) -> None:
    people = _people(
        rules_only, "The decision was made by the Honourable Celestine Vaillant-Moore last week."
    )
    assert {item.role for item in people.values()} == {Role.PUBLIC}
    assert {item.suggestion for item in people.values()} == {Suggestion.DISCLOSE}


def test_the_work_line_of_an_official_is_the_officials(rules_only: Engine) -> None:
    doc = document(
        "Nom\tOrganisation\tTéléphone\nMme Odile Arcand\tRNCan\t343-555-0147\nM. Luc Fictif\triverain\t819-555-0117"
    )
    phones = {
        doc.text_of(item.span): item.role
        for item in rules_only.detect(doc)
        if item.category is Category.PHONE
    }
    assert phones == {"343-555-0147": Role.OFFICIAL, "819-555-0117": Role.PRIVATE}


@pytest.mark.parametrize(
    ("address", "generic"),
    [
        ("media@tbs-sct.gc.ca", True),
        ("ec.loi-law.ec@canada.ca", True),
        ("sitescontamines-qc@ec.gc.ca", True),
        ("info@example.org", True),
        ("colleen.wasyliw@ec.gc.ca", False),
        ("anne-sophie.labonte@pch.gc.ca", False),
        ("rosaire.f@chasse-peche.example", False),
    ],
)
def test_a_mailbox_of_nobody_in_particular(address: str, *, generic: bool) -> None:
    assert institutions.is_generic_mailbox(address) is generic


def test_a_mailbox_that_ends_in_a_name_of_the_document_is_a_persons(rules_only: Engine) -> None:
    doc = document("Reza Farrokhzad can be reached at rfarrokhzad@ec.gc.ca.")
    assert Category.EMAIL in {item.category for item in rules_only.detect(doc)}
