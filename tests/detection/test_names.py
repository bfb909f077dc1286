# SPDX-License-Identifier: MIT
"""People's names: cues, tables, inverted forms, initials, propagation, and what only looks like a name."""

from __future__ import annotations

import pytest

from reviewer.detection.engine import Engine
from reviewer.model.document import StoryKind
from reviewer.model.finding import EvidenceKind, Tier
from tests.detection.conftest import Found, document


def people(hits: tuple[tuple[str, str], ...]) -> list[str]:
    return [text for category, text in hits if category == "PERSON"]


NAMED = [
    ("She told us that Mr. Kowalczyk owns the barn.", ["Mr. Kowalczyk"]),
    ("Ms. Linda Pelkey came. See Pelkey v. Ontario.", ["Ms. Linda Pelkey", "Pelkey"]),
    ("Please look at row 40, @Bertrand, today.", ["Bertrand"]),
    ("Draft by Dhaliwal/Okafor for noon.", ["Dhaliwal", "Okafor"]),
    ("On the Achterberg appeal there is nothing.", ["Achterberg"]),
    ("Occupant: Rivers, Ngozi", ["Rivers, Ngozi"]),
    ("1. Okafor, N.\n2. Tremblay, J.-P.", ["Okafor, N.", "Tremblay, J.-P."]),
    ("We spoke to Helen Winters about the pump.", ["Helen Winters"]),
    ("[06:09] Marek: the pump is back\n[06:12] Note: nothing else", ["Marek"]),
    ("2040 | Wanda - gate locked", ["Wanda"]),
    ("The MacGillivray boys run the quarry.", ["MacGillivray"]),
    ("Nkechi\nRecords Unit\n", ["Nkechi"]),
    ('Name\tBorn\n"Pim"\tn/k', ["Pim"]),
    ("Le conseiller Yvon Petiquay-Flamand s'inquiète.", ["Le conseiller Yvon Petiquay-Flamand"]),
    ("MM. Tremblay-Gagnon et Vollant sont absents.", ["MM. Tremblay-Gagnon", "Vollant"]),
    ("Present: Harpreet Dhaliwal, Emeka Okafor (phone)", ["Harpreet Dhaliwal", "Emeka Okafor"]),
    ("Présents : Éloïse Ricard, Wing-Yan Tsui", ["Éloïse Ricard", "Wing-Yan Tsui"]),
    ("Name\tLot\nNguyen Van Loc\t12\nMy Chau Luu\t13", ["Nguyen Van Loc", "My Chau Luu"]),
    ("SHEVCHUK, Andriy Volodymyrovych arrived at noon.", ["SHEVCHUK, Andriy Volodymyrovych"]),
    ("From: Labonté, Anne-Sophie (PCH)", ["Labonté, Anne-Sophie (PCH)"]),
    ("The stub goes to her daughter Ludivine tomorrow.", ["Ludivine"]),
    ("Sa conjointe, Mme Odette Arseneau, le sait.", ["Mme Odette Arseneau"]),
    ("Oyelaran asked that item 4 be moved.", ["Oyelaran"]),
    ("Solomiya, twelve, with her mother in the hall.", ["Solomiya"]),
    ("Lyle and Bernadette Hrynkiw own the section.", ["Lyle and Bernadette Hrynkiw"]),
    ("Inspector R. Steinbach will call.", ["Inspector R. Steinbach"]),
    ("Mentioned by O'Neil L'Heureux in May.", ["O'Neil L'Heureux"]),
    ('The commodore, Harold "Hal" Zwicker, lives upriver.', ['Harold "Hal" Zwicker']),
    ("Étienne Marcoux fils a repris la ferme.", ["Étienne Marcoux fils"]),
    ("Duty handed over by keeper Dubicki at nine.", ["Dubicki"]),
    ("Sent to hospital with Ofc. Dubicki.", ["Ofc. Dubicki"]),
    ("Rédigé par le cplc Boily.", ["cplc Boily"]),
    ("The office of Lord Rodger; M. J. De Meyer was there.", ["Lord Rodger", "M. J. De Meyer"]),
    ("Overtime was offered by Thu Ha Vo on Friday.", ["Thu Ha Vo"]),
    ("Wm. J. Pothier has a new file.", ["Wm. J. Pothier"]),
    ("MM. Martinez, Clare et Havers ont parlé.", ["MM. Martinez", "Clare", "Havers"]),
    ("RÉDIGÉ PAR : DELISLE, MARIE, GESTIONNAIRE", ["DELISLE, MARIE"]),
    ("From: Quillfeather, Tansel\nSent: Monday", ["Quillfeather, Tansel"]),
    ("Mom is Tamsyn and dad is Orrin.", ["Tamsyn", "Orrin"]),
    ("La décision vise un dénommé Heffy.", ["Heffy"]),
    ("Le dossier Turcotte est fermé; l'affaire Turcotte aussi.", ["Turcotte"]),
    ("Thanks for your help.\n\nRegards,\nTamsyn\n", ["Tamsyn"]),
    ("Elspeth,\nCould you call me back?\n", ["Elspeth"]),
    ("Keys with Lorna at the front desk.", ["Lorna"]),
    ("Putulik Qumaaluk a dit que la glace tient.", ["Putulik Qumaaluk"]),
    ("Elder Tłı̨chǫhka spoke of the caribou.", ["Elder Tłı̨chǫhka"]),
    ("Aînée Kanerahtenhawi Diabo a ouvert la rencontre.", ["Kanerahtenhawi Diabo"]),
    ("Elder Running Rabbit gave the prayer.", ["Elder Running Rabbit"]),
    ("Reviewed by Sukhdeep Kaur Brar and Nguyen Thi Hoa.", ["Sukhdeep Kaur Brar", "Nguyen Thi Hoa"]),
    ("Muqtada al-Rashid said so.", ["Muqtada al-Rashid"]),
    ("Fight between Okemawash, Lester and a guard.", ["Okemawash, Lester"]),
    ("Ask Emeka Okafor, then Macklin, then home.", ["Emeka Okafor", "Macklin"]),
    ("Il faut un cadenas demain.\n\nLine\nGestionnaire p. i., Infrastructure\n", ["Line"]),
    ("Notes de Hae-won Park, étudiant, et de M. L'H.", ["Hae-won Park", "M. L'H."]),
    ("Name\tFleet\nWinter, Eldred\tover 40 ft", ["Winter, Eldred"]),
]


@pytest.mark.parametrize(("text", "names"), NAMED, ids=[row[0][:40] for row in NAMED])
def test_named_by_cue_or_shape(found: Found, text: str, names: list[str]) -> None:
    hits = people(found(text))
    assert all(
        any(name in hit or (hit in name and len(hit) >= len(name) - 10) for hit in hits) for name in names
    ), hits


NOT_PEOPLE = [
    "Counted: Sprague's pipit, Wilson's snipe and Cooper's hawk.",
    "The Species at Risk Act and the Fisheries Act apply.",
    "Counsel cited Baker v. Canada and Blank v. Canada.",
    "Fuel left at Murray Lake Grazing Co-operative.",
    "Placage Gaston Ferland & Fils inc. was visited.",
    "1. Opening\n2. Agenda\nA. Attendance\nB. Grievance",
    "Présents\nAbsents\nSuivi\nTél.\nDivers",
    "Mon 16 May\nTue 17 May\nNote of 3 June says more.",
    "Santé Canada et Pêches et Océans Canada ont répondu.",
    "Protected Areas Network, Arctic Region, Legal Services",
    "Role\tLead\nBudget\tDirector\nAudit\tWildlife Enforcement",
    "## Change Management\n\nLife Cycle Management for Business Outcomes\n",
    "Organiser un répertoire. Ciblez des mots simples. Veuillez commenter.",
    "Cela dit, rien ne change. Optimisation continue.",
    "Built with MongoDB and OpenPlus by CloudOps.",
    "The Margaret Elaine went out; the Terry Fox bursary is taxable.",
    "The clinic Audition Lemieux sent a grid to the cabinet Gélinas Kettani.",
    "He lives in Keene, was born in Trent and is held at the prison de Wymott.",
    "Le requérant réside à Gävle, au centre d'accueil d'Oakington.",
    "A cat called Monty, in a town called Miramar.",
    "Vessel is the Jessica Anne. Bateau à quai : Mylène et Nancy.",
    "The Government of Georgia and the State of Israel said no.",
    "Web Content Accessibility Guidelines (WCAG) were met.",
    "Flights left St. Joseph for Prince Rupert and New Zealand.",
    "Penney's Variety and Ray's Pizza are closed.",
    "L'Édifice Sir William Logan et la carte Prince Patrick.",
    "Ironworkers Memorial Bridge; Marie Curie fellowship; John Deere Limited; rue Jean-Talon; Loi Kelowna",
    "See Boner v. United Kingdom; l'affaire Draper c. Royaume-Uni; Canada c. Bourgeois, 2011 CAF 117.",
    "La Maison Coup de Pouce demande le code; la Maison Gabrielle-Roy aussi.",
    "Survey vessel was the CCGS John Cabot.",
    "Insigne 2-0447. Accomp. par le garde.",
]


@pytest.mark.parametrize("text", NOT_PEOPLE, ids=[text[:40] for text in NOT_PEOPLE])
def test_what_only_looks_like_a_name(found: Found, text: str) -> None:
    assert people(found(text)) == []


def test_a_name_is_looked_for_in_every_story_and_form(rules_only: Engine) -> None:
    body = "Ms. Colleen Wasyliw (CW) chaired. WASYLIW agreed. C. Wasyliw will write. C.W. left; CW too. Ask Colleen."
    doc = document(body, "Wasyliw: fix the spelling", kinds=(StoryKind.BODY, StoryKind.COMMENT))
    found = [item for item in rules_only.detect(doc) if item.category == "PERSON"]
    assert [doc.text_of(item.span) for item in found] == [
        "Ms. Colleen Wasyliw", "CW", "WASYLIW", "C. Wasyliw", "C.W.", "CW", "Colleen", "Wasyliw",
    ]  # fmt: skip
    assert len({item.entity for item in found}) == 1


def test_two_people_are_two_entities(rules_only: Engine) -> None:
    doc = document("Mr. Andrew Stromberg spoke. Ms. Lucie Fontenelle left. Stromberg agreed with Fontenelle.")
    found = [item for item in rules_only.detect(doc) if item.category == "PERSON"]
    entities = [item.entity for item in found]
    assert entities[0] == entities[2] != entities[1] == entities[3]


def test_a_name_that_is_a_word_needs_a_cue_to_stand_alone(found: Found) -> None:
    hits = people(
        found("Mr. Bill Grant called. Grant said no. The grant renewal is late. Grants are paid in May.")
    )
    assert hits == ["Mr. Bill Grant", "Grant"]


def test_a_title_makes_a_name_sure(rules_only: Engine) -> None:
    doc = document("We met Mrs. Abercrombie-Lyle there.")
    (finding,) = rules_only.detect(doc)
    assert finding.tier is Tier.SURE
    assert EvidenceKind.TITLE in {source.kind for source in finding.sources}


def test_the_models_add_their_word_as_a_source(engine: Engine) -> None:
    doc = document(
        "The engineer worked with Gillian Pettigrew for three years and then moved to another department."
    )
    found = [item for item in engine.detect(doc) if item.category == "PERSON"]
    assert [doc.text_of(item.span) for item in found] == ["Gillian Pettigrew"]
    assert EvidenceKind.MODEL in {source.kind for source in found[0].sources}


def test_french_paragraphs_are_read_by_the_french_model(engine: Engine) -> None:
    doc = document(
        "Le directeur des travaux publics, Kevin Chilton, a expliqué longuement le problème du puits numéro trois."
    )
    (finding,) = [item for item in engine.detect(doc) if item.category == "PERSON"]
    assert {source.detail for source in finding.sources if source.kind is EvidenceKind.MODEL} == {
        "parvis-names-fr 1"
    }


def test_evidence_never_holds_the_text_of_the_document(rules_only: Engine) -> None:
    doc = document(
        "Mr. Kowalczyk, SIN 046 454 286, lives at 12 Nowhere Crescent, Ottawa, ON X0X 0X0. He has cancer."
    )
    for finding in rules_only.detect(doc):
        told = repr([(source.rule, source.detail) for source in finding.sources]) + finding.rule
        assert not any(word in told for word in ("Kowalczyk", "046", "Nowhere"))


@pytest.mark.parametrize(
    ("text", "kind", "detail"),
    [
        ("We met Mrs. Abercrombie-Lyle there.", EvidenceKind.TITLE, "Mrs"),
        ("PRÉPARÉ PAR : Solvei Anquist", EvidenceKind.LABEL, "préparé par"),
        ("Name\tLot\nSolvei Anquist\t12", EvidenceKind.LABEL, "name"),
        ("The stub goes to her daughter Ludivine tomorrow.", EvidenceKind.CONTEXT, "daughter"),
        ("Then Anquist called back.", EvidenceKind.CONTEXT, "called"),
        ("Jonas Anquist came.", EvidenceKind.LEXICON, "given_names"),
    ],
)
def test_evidence_tells_the_cue_as_our_files_write_it(
    rules_only: Engine, text: str, kind: EvidenceKind, detail: str
) -> None:
    found = [item for item in rules_only.detect(document(text)) if item.category == "PERSON"]
    assert detail in {source.detail for item in found for source in item.sources if source.kind is kind}


def test_a_model_alone_makes_nothing_sure(engine: Engine) -> None:
    doc = document(
        "In the afternoon the group heard from Quillan Ostrander-Vey about the budget of the project."
    )
    found = [item for item in engine.detect(doc) if item.category == "PERSON"]
    for item in found:
        if {source.kind for source in item.sources} == {EvidenceKind.MODEL}:
            assert item.tier is Tier.CHECK
    assert [doc.text_of(item.span) for item in found] == ["Quillan Ostrander-Vey"]


def test_a_couple_is_one_place_and_two_full_names_are_two(found: Found) -> None:
    assert people(found("Lyle and Bernadette Hrynkiw own it.")) == ["Lyle and Bernadette Hrynkiw"]
    assert people(found("Les époux Gerard Keegan et Moira Keegan ont saisi la Cour.")) == [
        "Gerard Keegan", "Moira Keegan",
    ]  # fmt: skip
