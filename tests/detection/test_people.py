# SPDX-License-Identifier: MIT
"""One person under many forms in every story: which mentions are whose, and what each of them is."""

from __future__ import annotations

import pytest

from reviewer.detection.engine import Engine
from reviewer.model.document import Document, StoryKind
from reviewer.model.finding import EvidenceKind, Finding
from tests.detection.conftest import document


def mentions(engine: Engine, doc: Document) -> dict[str, Finding]:
    return {
        doc.text_of(item.span): item for item in engine.detect(doc) if item.category in {"PERSON", "EMAIL"}
    }


def variant(finding: Finding) -> str:
    return next(source.detail for source in finding.sources if source.kind is EvidenceKind.PROPAGATION)


VARIANTS = [
    ("Oyelaran signed it.", "Oyelaran", "surname"),
    ("Ask Folasade about it.", "Folasade", "given"),
    ("OYELARAN: absent", "OYELARAN", "capitals"),
    ("F.O. has the key.", "F.O.", "initials"),
    ("Typed (FO)", "FO", "initials"),
    ("Oyelaran's desk is empty.", "Oyelaran", "surname"),
    ("i told oyelaran twice", "oyelaran", "surname"),
    ("folasade.oyelaran@mail.example", "folasade.oyelaran@mail.example", "email"),
    ("foyelaran@mail.example", "foyelaran@mail.example", "email"),
    ("Suivi_FINAL_Oyelaran.xlsx", "Oyelaran", "surname"),
]


@pytest.mark.parametrize(("text", "mention", "kind"), VARIANTS, ids=[row[0] for row in VARIANTS])
@pytest.mark.parametrize(
    "where", [StoryKind.COMMENT, StoryKind.HEADER, StoryKind.FOOTNOTE, StoryKind.PROPERTY]
)
def test_every_form_of_a_name_is_the_same_person(
    rules_only: Engine, text: str, mention: str, kind: str, where: StoryKind
) -> None:
    doc = document("Ms. Folasade Oyelaran chaired.", text, kinds=(StoryKind.BODY, where))
    found = mentions(rules_only, doc)
    assert variant(found[mention]) == kind
    assert found[mention].entity == found["Ms. Folasade Oyelaran"].entity is not None


@pytest.mark.parametrize(
    "form", ["Oyelaran, Folasade (HR)", "Dr. Oyelaran", "F. Oyelaran", "FOLASADE OYELARAN"]
)
def test_inverted_titled_and_capital_forms_join_the_full_name(rules_only: Engine, form: str) -> None:
    doc = document(f"From: Folasade Oyelaran\n\nFrom: {form}\n\nThe rest is plain.")
    found = [item for item in rules_only.detect(doc) if item.category == "PERSON"]
    assert [doc.text_of(item.span) for item in found] == ["Folasade Oyelaran", form]
    assert len({item.entity for item in found}) == 1


def test_two_persons_of_one_surname_stay_two(rules_only: Engine) -> None:
    doc = document(
        "Mr. Paul Chartier and Mme Rita Chartier came. Mme Chartier left. Chartier wrote. M. Chartier sat."
    )
    found = [item for item in rules_only.detect(doc) if item.category == "PERSON"]
    assert [doc.text_of(item.span) for item in found] == [
        "Mr. Paul Chartier", "Mme Rita Chartier", "Mme Chartier", "Chartier", "M. Chartier",
    ]  # fmt: skip
    paul, rita = found[0].entity, found[1].entity
    assert paul != rita
    assert [item.entity for item in found[2:]] == [rita, None, paul]


def test_an_address_that_two_could_have_is_nobodys(rules_only: Engine) -> None:
    doc = document("Ms. Folasade Oyelaran and Mr. Femi Oyelaran met. Write to foyelaran@mail.example.")
    assert mentions(rules_only, doc)["foyelaran@mail.example"].entity is None


def test_initials_that_two_could_have_are_found_but_nobodys(rules_only: Engine) -> None:
    doc = document("Ms. Folasade Oyelaran and Mr. Felix Ostrowski met. F.O. took notes.")
    assert mentions(rules_only, doc)["F.O."].entity is None


def test_a_mention_found_by_itself_is_not_told_to_be_known_from_elsewhere(rules_only: Engine) -> None:
    doc = document("Mr. Kowalczyk said so.")
    (finding,) = rules_only.detect(doc)
    assert EvidenceKind.PROPAGATION not in {source.kind for source in finding.sources}


LETTERS = [
    ('They were sued by "K", a former patient. The day after, K did not come.', ["K", "K"]),
    ("Elle cite [L.] à témoigner. [L.] a indiqué qu'elle partait. Sans [L.], rien.", ["L.", "L.", "L."]),
    ("Un témoin, W., fut entendu. Le témoignage de W. fut lu.", ["W.", "W."]),
    ("Mme G. entra. Elle parla à G. dans la salle.", ["Mme G.", "G."]),
]


@pytest.mark.parametrize(("text", "letters"), LETTERS, ids=[row[0][:30] for row in LETTERS])
def test_people_called_by_one_letter(rules_only: Engine, text: str, letters: list[str]) -> None:
    doc = document(text)
    found = [item for item in rules_only.detect(doc) if item.category == "PERSON"]
    assert [doc.text_of(item.span) for item in found] == letters
    assert len({item.entity for item in found}) == 1


@pytest.mark.parametrize(
    "text",
    [
        'See annex "B", which was amended.',
        "Voir l'annexe « C », qui a été modifiée.",
        "Take vitamin K daily. Plan B was chosen. Hepatitis B was found.",
        'He marked the box "X" and left.',
    ],
)
def test_letters_that_are_nobody(rules_only: Engine, text: str) -> None:
    assert [item for item in rules_only.detect(document(text)) if item.category == "PERSON"] == []
