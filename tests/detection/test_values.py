# SPDX-License-Identifier: MIT
"""Values by family, in both languages: what is found to the letter, and what must be left alone."""

from __future__ import annotations

import pytest

from tests.detection.conftest import Found

FOUND = [
    ("His SIN, 046 454 286, was on the stub.", "SIN", "046 454 286"),
    ("Son NAS (046-454-286) figure au formulaire.", "SIN", "046-454-286"),
    ("Her SIN 000 123 456 has a typing error.", "SIN", "000 123 456"),
    ("Nom\tNAS\nRoy\t046 454 286", "SIN", "046 454 286"),
    ("PIN 884 210 337# for the call", "ACCESS_CODE", "884 210 337#"),
    ("Gate code 884-021#, chain on the left post.", "ACCESS_CODE", "884-021#"),
    ("Code de la porte du local 414 : 5520E.", "ACCESS_CODE", "5520E"),
    ("le cadenas de la remise, code 305-772", "ACCESS_CODE", "305-772"),
    ("Licence plate of his truck: BX 40712.", "VEHICLE_PLATE", "BX 40712"),
    ("Camion du parc, plaque FKL 4471.", "VEHICLE_PLATE", "FKL 4471"),
    (
        "The shared credentials at the time: svc_report with Winter2019#xy.",
        "USERNAME_OR_PASSWORD",
        "svc_report",
    ),
    ("Mot de passe du tableau partagé : Capelan-2020!", "USERNAME_OR_PASSWORD", "Capelan-2020!"),
    ("She works nights and earns $43,900 a year.", "SALARY", "$43,900 a year"),
    ("Mme Fictive, CIDP 01234567, touche 91 254 $ par année.", "SALARY", "91 254 $ par année"),
    ("L'étudiante commence en mai, salaire 23,18 $ l'heure.", "SALARY", "23,18 $ l'heure"),
    ("Il reçoit un salaire de 58\u202f312\u00a0$ cette année.", "SALARY", "58\u202f312\u00a0$"),
    ("Minnie is 16, so we need a guardian.", "AGE", "16"),
    ("Mme Fictive, 67 ans, du secteur du lac", "AGE", "67 ans"),
    ("Le petit, Zachary, a 4 ans.", "AGE", "4 ans"),
    ("His date of birth on the same form, 3 August 1961, is not needed.", "DATE_OF_BIRTH", "3 August 1961"),
    ("Nom\tNé le\nFictif\t1962-07-01", "DATE_OF_BIRTH", "1962-07-01"),
    (
        "He lives at 2208 Larch Point Road, Val-des-Monts, QC J8N 0A0.",
        "ADDRESS",
        "2208 Larch Point Road, Val-des-Monts, QC J8N 0A0",
    ),
    (
        "Elle demeure au 226, 4e Rue, app. 8, Gatineau (Québec) X0X 0X0.",
        "ADDRESS",
        "226, 4e Rue, app. 8, Gatineau (Québec) X0X 0X0",
    ),
    ("Le nid est au point 48,51233, -68,47105.", "COORDINATES", "48,51233, -68,47105"),
    ("At 45.42312, -75.68311 we stopped.", "COORDINATES", "45.42312, -75.68311"),
    ("basking log 18T 394 612 E 5 053 884 N", "COORDINATES", "18T 394 612 E 5 053 884 N"),
    ("The device had address 192.0.2.44 last night.", "IP_ADDRESS", "192.0.2.44"),
    ("Her grievance about acting pay (GRV-2021-00338) was heard.", "FILE_NUMBER", "GRV-2021-00338"),
    ("Ontario health card, from the same form: 5555-000-123-AB", "HEALTH_CARD", "5555-000-123-AB"),
]


@pytest.mark.parametrize(("text", "category", "value"), FOUND, ids=[row[2] for row in FOUND])
def test_found_to_the_letter(found: Found, text: str, category: str, value: str) -> None:
    assert (category, value) in found(text)


LEFT_ALONE = [
    "The vendor number 046 454 286 is from SAP and is not a SIN.",
    "Receipt\t046 454 286\tfee receipt number, not an ID",
    "Facture du mois : réf. 046 454 286.",
    "See datasheet DS-613-555-0119 and drawing PE-343-555-0147-B.",
    "Call the public line 1-800-622-6232 for details.",
    "The press office (media@tbs-sct.gc.ca, 613-555-0140) has had one call.",
    "Versions: PostGIS 3.2.1.9 and newer.",
    "Our office is at 90 Elgin Street, Ottawa K1A 0R5.",
    "La réunion a lieu au 1550, avenue D'Estimauville, Québec (Québec) G1J 0C3.",
    "The rigging firm asks $18,400 a day for the roof.",
    "The salary range is between $71,204 and $77,915.",
    "Il y habite depuis 38 ans sans chauffage.",
    "The postal code rules changed in 2018-2020.",
    "NTS 31G/05 is the map sheet.",
    "The agenda of June 2023 has 12 items.",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(found: Found, text: str) -> None:
    assert [item for item in found(text) if item[0] != "PERSON"] == []


def test_a_number_named_once_is_found_wherever_it_stands(found: Found) -> None:
    hits = found("His licence is DL Z0000-00000-00101.", "Check again Z0000-00000-00101 tomorrow.")
    assert [text for category, text in hits if category == "DRIVER_LICENCE"] == ["Z0000-00000-00101"] * 2


def test_a_postal_code_inside_an_address_is_not_said_twice(found: Found) -> None:
    hits = found("She lives at 12 Nowhere Crescent, Ottawa, ON X0X 0X0.")
    assert [category for category, _ in hits] == ["ADDRESS"]


def test_a_word_before_the_password_is_no_user_name(found: Found) -> None:
    hits = found("La fouille se coordonne en clair. Mot de passe du tableau : Capelan-2020!")
    assert [text for category, text in hits if category == "USERNAME_OR_PASSWORD"] == ["Capelan-2020!"]
    hits = found("fhaddad7, mot de passe : Erable-2020!")
    assert [text for category, text in hits if category == "USERNAME_OR_PASSWORD"] == [
        "fhaddad7",
        "Erable-2020!",
    ]
