# SPDX-License-Identifier: MIT
"""Labels of forms and headings of columns, in both languages, act on the cell beside, under or behind them."""

from __future__ import annotations

import pytest

from reviewer.detection.fields import Field
from reviewer.detection.reading import read
from reviewer.detection.rules.fields import announced, known
from reviewer.model.document import Story, StoryKind
from tests.detection.conftest import Found

FOUND = [
    ("Soc. Ins. No.\tName\n000123455\tRoy", "SIN", "000123455"),
    ("No d'ass. soc.\n000 123 455", "SIN", "000 123 455"),
    ("C.I.D.P. : 00012345", "PRI", "00012345"),
    ("Name: ______ \nDriver's licence no. ______ 0000000 ____", "DRIVER_LICENCE", "0000000"),
    ("Tél. cell.\n555-0100", "PHONE", "555-0100"),
    ("Home phone\t613 555-0100 ext. 22", "PHONE", "613 555-0100 ext. 22"),
    ("Nom\tNaissance\nFictif\t1962", "DATE_OF_BIRTH", "1962"),
    ("Birthdate (yyyymmdd): 19620708", "DATE_OF_BIRTH", "19620708"),
    ("Nom\tÂge\nFictif\t52", "AGE", "52"),
    ("Employee\tAnnual salary\nSample\t72,345", "SALARY", "72,345"),
    ("Plaque d'immatriculation : Z00 ZZZ", "VEHICLE_PLATE", "Z00 ZZZ"),
    ("Password: hollyhock", "USERNAME_OR_PASSWORD", "hollyhock"),
    ("Mot de passe provisoire\tgiroflée", "USERNAME_OR_PASSWORD", "giroflée"),
    ("User name: jsample", "USERNAME_OR_PASSWORD", "jsample"),
    ("Guest Wi-Fi\tphare&homard", "USERNAME_OR_PASSWORD", "phare&homard"),
    ("Code du cadenas : 12-34-56", "ACCESS_CODE", "12-34-56"),
    ("Host name\tOTT-FS-014", "IP_ADDRESS", "OTT-FS-014"),
    ("Longitude (°)\n-75.12345", "COORDINATES", "-75.12345"),
    ("Easting\tNorthing\n445000\t5030000", "COORDINATES", "5030000"),
    ("No K\tNom\nK0000000\tFictif", "HEALTH_CARD", "K0000000"),
    ("Code postal\tX0X", "POSTAL_CODE", "X0X"),
    ("No de grief\t0000-00-000", "FILE_NUMBER", "0000-00-000"),
    ("Adresse du domicile : 12, Montée Fictive, Chelsea", "ADDRESS", "12, Montée Fictive, Chelsea"),
    ("Transit : 00000\nInstitution : 999\nCompte : 0000000", "BANK_ACCOUNT", "999"),
    ("Payee\tTransit\tAccount\nRoy\t00000\t0000000", "BANK_ACCOUNT", "0000000"),
]


@pytest.mark.parametrize(("text", "category", "value"), FOUND, ids=[row[0][:30] for row in FOUND])
def test_a_label_acts_on_its_value(found: Found, text: str, category: str, value: str) -> None:
    assert (category, value) in found(text)


LEFT_ALONE = [
    "Age of the vessel\t52",
    "Group\tSalary\nEC-05\t86,009",
    "Password: see the policy on passwords",
    "Password policy\treset",
    "Account\n0000000",
    "Compte rendu\t2023",
    "Reference\tAmount\n000123455\t12",
    "Vendor\tInvoice no.\nSample\t000 123 455\nSample\t046 454 286",
    "Host\tthe Minister",
    "Number of hosts: 12-14",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_other_labels_do_not(found: Found, text: str) -> None:
    assert [item for item in found(text) if item[0] != "PERSON"] == []


def test_every_label_is_announced_in_its_own_words() -> None:
    assert {one.rule for one in announced("S.I.N.")} == {"ca_sin"}
    assert {one.rule for one in announced("Tél. (dom.) :")} == {"phone"}
    assert announced("Sinus") == ()
    assert len(known()) > 20


def test_a_value_knows_all_headings_of_its_row() -> None:
    reading = read(Story("body", StoryKind.BODY, "Nom\tSalaire\nRoy\t 51 000 $ "))
    assert Field("Salaire", 17, 25, ("Nom", "Salaire")) in reading.fields
