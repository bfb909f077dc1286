# SPDX-License-Identifier: MIT
"""Officials in their role are proposed for disclosure only where an institution is named beside them."""

from __future__ import annotations

import pytest

from reviewer.detection import institutions
from reviewer.detection.engine import Engine
from reviewer.model.finding import Category, EvidenceKind, Finding, Role, Suggestion
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


def _roles(engine: Engine, text: str, category: Category = Category.PERSON) -> dict[str, Role | None]:
    doc = document(text)
    return {doc.text_of(item.span): item.role for item in engine.detect(doc) if item.category is category}


OFFICIALS = [
    ("Ms. Bride Hynes-Furlong (DFO) spoke first.", "Ms. Bride Hynes-Furlong"),
    ("Mme Solange Bergevin (MPO) a parlé la première.", "Mme Solange Bergevin"),
    (
        "Mr. Karim Belhadj, Regional Director, Habitat, Fisheries and Oceans Canada, chaired.",
        "Mr. Karim Belhadj",
    ),
    (
        "M. Karim Belhadj, directeur régional, Habitat, Pêches et Océans Canada, présidait.",
        "M. Karim Belhadj",
    ),
    ("The CBSA officer Karim Belhadj opened it.", "Karim Belhadj"),
    ("L'agente de l'ASFC Solange Bergevin l'a ouvert.", "Solange Bergevin"),
    ("La biologiste du MPO, Solange Bergevin, était là.", "Solange Bergevin"),
    ("Ms. Odile Arcand at Justice thinks that it is late.", "Ms. Odile Arcand"),
    (
        "--\nKarim Belhadj, P.Eng.\nGroup leader, National Research Council Canada\nt: 613-555-0133",
        "Karim Belhadj",
    ),
    ("PCH - Direction générale des arts - notes de Solange Bergevin", "Solange Bergevin"),
    ("ECCC - Canadian Wildlife Service - prepared by Karim Belhadj", "Karim Belhadj"),
    ("Karim Belhadj, jeanguy.roy@pc.gc.ca\nJean-Guy Roy will call.", "Jean-Guy Roy"),
    ("We called Ms. Odile Arcand at Justice.", "Ms. Odile Arcand"),
    ("J'en ai parlé à Mme Odile Arcand chez Justice : elle rappellera.", "Mme Odile Arcand"),
    ("ATTENDING FOR DFO: Karim Belhadj (chair), Jagmeet Toor (Science), K. Onwuachi (C&P)", "K. Onwuachi"),
    ("Participants de SAC : Mme Mélissa Gauthier et Dr Amadou Diallo (santé publique).", "Dr Amadou Diallo"),
    ("Parks Canada participants:\n- Karim Belhadj\n- Odile Arcand, ecologist", "Odile Arcand"),
    ("Représentants de Parcs Canada :\n- Karim Belhadj\n- Odile Arcand, écologiste", "Odile Arcand"),
    ("From: Nwosu, Chike (SAC/ISC)\nSent: Monday", "Nwosu, Chike (SAC/ISC)"),
    ("From: Karim Belhadj (DFO/MPO) <k.belhadj@dfo-mpo.gc.ca>", "Karim Belhadj"),
    ("De : Karim Belhadj <k.belhadj@pc.gc.ca>", "Karim Belhadj"),
    ("Karim Belhadj\nSenior Analyst\nPublic Safety Canada\n613-555-0147", "Karim Belhadj"),
    (
        "Solange Bergevin\nChef d'équipe, Allègement\nAgence du revenu du Canada / Canada Revenue Agency",
        "Solange Bergevin",
    ),
    ("Prepared by: Karim Belhadj, Analyst, ECCC", "Karim Belhadj"),
    ("Préparé par : Solange Bergevin, analyste, ECCC", "Solange Bergevin"),
    ("Name\tFor\nKarim Belhadj\tDFO Science\nGrant Sorensen\tfleet", "Karim Belhadj"),
    ("Nom\tOrganisme\nSolange Bergevin\tGarde côtière canadienne", "Solange Bergevin"),
    ("Matter\tPerson\nLiaison\tKarim Belhadj, RCMP", "Karim Belhadj, RCMP"),
    (
        "Mr. Karim Belhadj\tParks Canada\tOttawa\nMs. Odile Arcand\tTown of Jasper\tJasper",
        "Mr. Karim Belhadj",
    ),
]


@pytest.mark.parametrize(("text", "name"), OFFICIALS)
def test_an_institution_in_the_same_block_makes_an_official(rules_only: Engine, text: str, name: str) -> None:
    assert _roles(rules_only, text).get(name) is Role.OFFICIAL


PRIVATE = [
    "Mr. Grant Sorensen asked DFO for an answer.",
    "M. Grant Sorensen a écrit au MPO et attend.",
    "Letter to Mr. Grant Sorensen from DFO, 4 May.",
    "Lettre du MPO à M. Grant Sorensen, le 4 mai.",
    "We met Mr. Grant Sorensen at DFO.",
    "Complaint to DFO: Mr. Grant Sorensen says that the net is his.",
    "DFO letter: Mr. Grant Sorensen will be told.",
    "Mr. Grant Sorensen (formerly of DFO) is on the board now.",
    "M. Grant Sorensen (retraité du MPO) siège au conseil.",
    "Mr. Grant Sorensen, former Director, DFO, wrote a book.",
    "A former DFO biologist, Mr. Grant Sorensen, disagrees.",
    "Une ancienne agente de l'ASFC, Mme Odile Arcand, s'oppose.",
    "Mr. Grant Sorensen (union representative, DFO) was there.",
    "Mme Odile Arcand (déléguée syndicale, ARC) l'accompagnait.",
    "Mr. Grant Sorensen (PSAC) was there for the employee.",
    "The complainant, Mr. Grant Sorensen (DFO), wants to be heard.",
    "Le plaignant, M. Grant Sorensen (MPO), veut être entendu.",
    "Mr. Grant Sorensen (DFO) has filed a harassment complaint.",
    "Mme Odile Arcand (ARC) a déposé un grief.",
    "Grievor: Mr. Grant Sorensen, CBSA",
    "Mr. Grant Sorensen, Director, Government of Ontario, was there.",
    "M. Grant Sorensen, directeur, Gouvernement du Québec, était là.",
    "Mr. Grant Sorensen, clerk, Library of Parliament, was there.",
    "Chief Grant Sorensen (APN) a pris la parole.",
    "Mr. Grant Sorensen <grant.sorensen@parl.gc.ca>",
    "Mr. Grant Sorensen, Regional Director General, Pacific Region, was there.",
    "Mr. Grant Sorensen, owner of a plant inspected by CFIA, was there.",
    "Mr. Grant Sorensen, CIDP 000 350 16, est absent.",
    "Name\tRole\tContact\nGrant Sorensen\trancher\tharpreet.dhaliwal@ec.gc.ca",
    "Landowner\tParcel\tLead agency\nGrant Sorensen\tSW-12\tECCC",
    "Who\tWhat\tWhen\nGrant Sorensen\tDFO to call back\tMay",
    "Who\tFor\nGrant Sorensen, with Karim Belhadj\tDFO",
    "Fisheries and Oceans Canada\nGrant Sorensen\n12 Ranch Road, Regina SK S4S 0A1",
    "DFO complaints:\n- Grant Sorensen\n- Odile Arcand",
    "For DFO: Karim Belhadj (Science); for industry: Grant Sorensen",
    "For DFO: Karim Belhadj, Grant Sorensen (consultant)",
    "Yours truly,\nGrant Sorensen\ncc: Fisheries and Oceans Canada",
    "A meeting between Mr. Grant Sorensen, DFO and ECCC.",
    "Une rencontre entre M. Grant Sorensen, le MPO et ECCC.",
    "Mr. Grant Sorensen (DFO Licence 1234) was out.",
    "Mr. Grant Sorensen (CRA Debt) called.",
    "M. Grant Sorensen (pêcheur, MPO) a appelé.",
    "Grant Sorensen\nDFO Update\nCoffee",
    "Mr. Grant Sorensen\nBox 41, Kindersley SK S0L 1S0\nFisheries and Oceans Canada",
    "Mr. Grant Sorensen called.\nWrite to grant-paul.sorensen@ec.gc.ca instead.",
    "Mr. Grant Sorensen wrote to grants@ec.gc.ca",
    "Participants\n* Zzyx Qwert, Treasury Board Secretariat\n* Grant Sorensen, Oproma\n* Zzyx Qwert, TBS",
    "Grant Sorensen, Oproma\nZzyx Qwert, Treasury Board Secretariat",
    "Ms. Harpreet Dhaliwal (ECCC) spoke with Mr. Grant Sorensen, who has waited.",
]


@pytest.mark.parametrize("text", PRIVATE)
def test_who_merely_stands_near_an_institution_stays_private(rules_only: Engine, text: str) -> None:
    roles = {
        name: role
        for name, role in _roles(rules_only, text).items()
        if "Sorensen" in name or "Arcand" in name
    }
    assert set(roles.values()) == {Role.PRIVATE}


PUBLIC = [
    ("Mr. Karim Belhadj, chief of staff to the Minister, called.", "3(j.1)"),
    ("Mme Solange Bergevin, du cabinet du ministre, a appelé.", "3(j.1)"),
    ("Mme Solange Bergevin (CPM) a appelé.", "3(j.1)"),
    ("Mr. Karim Belhadj, under contract to DFO, counted the fish.", "3(k)"),
    ("M. Karim Belhadj, contractuel du MPO, a compté les poissons.", "3(k)"),
    ("A contribution of $40,000 was awarded to Mr. Karim Belhadj by ACOA.", "3(l)"),
    (
        "Un permis de pêche commerciale a été délivré à M. Karim Belhadj en vertu de la Loi sur les pêches.",
        "3(l)",
    ),
    ("Mr. Karim Belhadj (1898-1950) drew the first map.", "3(m)"),
    ("M. Karim Belhadj, décédé en 1987, a dressé la carte.", "3(m)"),
    ("The building was opened in 1976 and named for Mr. Karim Belhadj.", "namesake"),
]


@pytest.mark.parametrize(("text", "paragraph"), PUBLIC)
def test_the_paragraph_that_makes_somebody_public_is_named(
    rules_only: Engine, text: str, paragraph: str
) -> None:
    (person,) = _people(rules_only, text).values()
    assert (person.role, person.suggestion, person.ground) == (Role.PUBLIC, Suggestion.DISCLOSE, None)
    assert (EvidenceKind.CONTEXT, paragraph) in {(each.kind, each.detail) for each in person.sources}


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Karim Belhadj, chief of staff to the Minister of Health of Ontario, called.",
        "Mr. Karim Belhadj, contractor for a plant, counted the fish.",
        "A driver's licence was issued to Mr. Karim Belhadj under the Highway Traffic Act.",
        "Mr. Karim Belhadj, who died in 2019, drew the map.",
        "Mr. Karim Belhadj (1962) drew the map.",
        "Their son was named after Mr. Karim Belhadj.",
    ],
)
def test_other_words_make_nobody_public(rules_only: Engine, text: str) -> None:
    assert {item.role for item in _people(rules_only, text).values()} == {Role.PRIVATE}


def test_the_role_is_explained_at_the_place_and_carried_to_other_mentions(rules_only: Engine) -> None:
    people = _people(rules_only, "Ms. Odile Arcand (PCH) chaired.\nMs. Arcand left early.")
    evidence = {
        name: [(each.kind, each.detail) for each in item.sources if each.rule == "role_official"]
        for name, item in people.items()
    }
    assert evidence == {
        "Ms. Odile Arcand": [(EvidenceKind.CONTEXT, "3(j)")],
        "Ms. Arcand": [(EvidenceKind.PROPAGATION, "3(j)")],
    }


def test_a_surname_alone_that_two_share_stays_private(rules_only: Engine) -> None:
    text = "Mr. Luc Arcand (PCH) chaired.\nMs. Odile Arcand owns the field.\nArcand called again."
    people = _people(rules_only, text)
    assert people["Mr. Luc Arcand"].role is Role.OFFICIAL
    assert people["Arcand"].role is Role.PRIVATE


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "Odile Arcand\nSenior Analyst\nPublic Safety Canada\nTel.: 613-555-0147\nCell: 613-555-0148",
            {"613-555-0147": Role.OFFICIAL, "613-555-0148": Role.PRIVATE},
        ),
        (
            "Solange Bergevin\nAgence du revenu du Canada\nTél. : 819-555-0140 | Domicile : 819-555-0141",
            {"819-555-0140": Role.OFFICIAL, "819-555-0141": Role.PRIVATE},
        ),
        (
            "Ms. Odile Arcand (DFO), tel. 613-555-0147, home 613-555-0148.",
            {"613-555-0147": Role.OFFICIAL, "613-555-0148": Role.PRIVATE},
        ),
        (
            "Nom\tOrganisme\tTél.\tTél. (maison)\nSolange Bergevin\tMPO\t819-555-0140\t819-555-0141",
            {"819-555-0140": Role.OFFICIAL, "819-555-0141": Role.PRIVATE},
        ),
        ("Desk: 613-555-0147, odile.arcand@veterans.gc.ca", {"613-555-0147": Role.OFFICIAL}),
        ("Courriel odile.arcand@pc.gc.ca, tél. 613-555-0147", {"613-555-0147": Role.OFFICIAL}),
        ("Courriel odile.arcand@pc.gc.ca, cell. 613-555-0147", {"613-555-0147": Role.PRIVATE}),
        ("Mr. Grant Sorensen called 613-555-0147.", {"613-555-0147": Role.PRIVATE}),
    ],
)
def test_only_the_telephone_at_work_goes_with_the_official(
    rules_only: Engine, text: str, roles: dict[str, Role]
) -> None:
    assert _roles(rules_only, text, Category.PHONE) == roles


def test_a_private_mailbox_in_an_officials_signature_stays_private(rules_only: Engine) -> None:
    text = "Odile Arcand\nParks Canada\nodile.arcand@pc.gc.ca\nodile.arcand@mail.example"
    assert _roles(rules_only, text, Category.EMAIL) == {
        "odile.arcand@pc.gc.ca": Role.OFFICIAL,
        "odile.arcand@mail.example": Role.PRIVATE,
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pêches et Océans Canada", True),
        ("PECHES ET OCEANS CANADA", True),
        ("Canada Revenue Agency", True),
        ("VIA Rail Canada", True),
        ("the DFO building", True),
        ("write to a.b@dfo-mpo.gc.ca", True),
        ("Government of Alberta", False),
        ("House of Commons", False),
        ("comité SST du 4 mai", False),
        ("OIC desk", False),
        ("Dec. and DEC", False),
    ],
)
def test_what_names_an_institution_of_the_act(text: str, *, expected: bool) -> None:
    assert institutions.names_institution(text) is expected


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
