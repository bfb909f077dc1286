# SPDX-License-Identifier: MIT
"""What may be said in place of a value: from the finest to the coarsest, never the value itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.detection import grids, spelled
from reviewer.detection.broader import broader
from reviewer.model.document import Language
from reviewer.model.finding import Category

OFFERS = [
    ("COORDINATES", "45.12345, -75.19345", ("45.1° N, 75.2° W", "45° N, 75° W"), "45,1° N; 75,2° O"),
    ("COORDINATES", "48,8571° N., 64,2209° O.", ("48.9° N, 64.2° W", "49° N, 64° W"), "48,9° N; 64,2° O"),
    (
        "COORDINATES",
        "45° 12' 34\" N, 75° 12' 34\" O",
        ("45.2° N, 75.2° W", "45° N, 75° W"),
        "45,2° N; 75,2° O",
    ),
    (
        "COORDINATES",
        "UTM zone 18 445000 E 5030000 N",
        ("45.4° N, 75.7° W", "45° N, 76° W"),
        "45,4° N; 75,7° O",
    ),
    ("COORDINATES", "18T VR 45000 30000", ("45.4° N, 75.7° W", "45° N, 76° W"), "45,4° N; 75,7° O"),
    ("COORDINATES", "\u221275.12345", ("75.1° W", "75° W"), "75,1° O"),
    ("COORDINATES", "45.1, -75.1", ("45° N, 75° W",), "45° N; 75° O"),
    ("COORDINATES", "45.1000, -75.1000", ("45° N, 75° W",), "45° N; 75° O"),
    ("COORDINATES", "31G/05", ("NTS 31G",), "SNRC 31G"),
    ("COORDINATES", "NW-12-34-05-W4", ("township 34, range 5, W4",), "canton 34, rang 5, W4"),
    (
        "ADDRESS",
        "12 Nowhere Crescent, Ottawa, ON X0X\u00a00X0",
        ("Ottawa, Ontario", "Ontario"),
        "Ottawa (Ontario)",
    ),
    (
        "ADDRESS",
        "226, 4e Rue, app. 8, Gatineau (Québec) X0X 0X0",
        ("Gatineau, Quebec", "Quebec"),
        "Gatineau (Québec)",
    ),
    (
        "ADDRESS",
        "4, rue Inventée, Trois-Rivières",
        ("Trois-Rivières, Quebec", "Quebec"),
        "Trois-Rivières (Québec)",
    ),
    ("ADDRESS", "1 Pretend Street, Exampleville, N.S.", ("Nova Scotia",), "Nouvelle-Écosse"),
    ("POSTAL_CODE", "G1J 0C3", ("Quebec",), "Québec"),
    ("POSTAL_CODE", "x0a0c0", ("Nunavut",), "Nunavut"),
    ("DATE_OF_BIRTH", "3 August 1961", ("1961", "1960s"), "1961"),
    ("DATE_OF_BIRTH", "1961", ("1960s",), "années 1960"),
    ("AGE", "67 ans", ("60 to 69",), "de 60 à 69 ans"),
    ("AGE", "âgée de soixante-dix-sept ans", ("70 to 79",), "de 70 à 79 ans"),
    ("AGE", "45-year-old", ("40 to 49",), "de 40 à 49 ans"),
    ("AGE", "four", ("under 10",), "moins de 10 ans"),
    ("AGE", "96", ("90 or over",), "90 ans ou plus"),
]


@pytest.mark.parametrize(("category", "text", "offers", "french"), OFFERS, ids=[row[1] for row in OFFERS])
def test_offers_from_the_finest_to_the_coarsest(
    category: str, text: str, offers: tuple[str, ...], french: str
) -> None:
    assert broader(Category(category), text, Language.EN) == offers
    assert broader(Category(category), text, Language.FR)[0].replace("\u00a0", " ") == french


@pytest.mark.parametrize(
    ("category", "text"),
    [
        ("PERSON", "Ann Sample"),
        ("ADDRESS", "12 Nowhere Crescent"),
        ("ADDRESS", "45 Ottawa Street, Springfield"),
        ("COORDINATES", "Lot 4, Concession IV"),
        ("COORDINATES", "445000 E 5030000 N"),
        ("COORDINATES", "18T AA 45000 30000"),
        ("COORDINATES", "95.123, 94.123"),
        ("COORDINATES", "zone 40 445000 E 5030000 N"),
        ("POSTAL_CODE", "D1A 1A1"),
        ("DATE_OF_BIRTH", "03/08/61"),
        ("AGE", "in her sixties"),
        ("AGE", "450"),
        ("AGE", ""),
    ],
)
def test_nothing_is_offered_where_nothing_honest_can_be(category: str, text: str) -> None:
    assert broader(Category(category), text, Language.EN) == ()


def test_grids_lead_to_the_published_place_of_a_landmark() -> None:
    """The CN Tower: 43.6426 N, 79.3871 W, 17T 630084 4833438."""
    for written in ("17T 630084 4833438", "17T PJ 30084 33438", "UTM zone 17, 630084 m E, 4833438 m N"):
        north, west = grids.place(written) or (0.0, 0.0)
        assert north == pytest.approx(43.6426, abs=0.0005)
        assert west == pytest.approx(79.3871, abs=0.0005)


EXACT = [
    ("DATE_OF_BIRTH", "born in 1970", ("1970s",)),
    ("DATE_OF_BIRTH", "né en 1970", ("1970s",)),
    ("DATE_OF_BIRTH", "March 1970", ("1970", "1970s")),
    ("DATE_OF_BIRTH", "the 1970s", ()),
    ("DATE_OF_BIRTH", "3 mars 1970 ou 1971", ()),
    ("ADDRESS", "Ontario", ()),
    ("COORDINATES", "NTS 31G", ()),
    ("AGE", "40 to 49", ()),
    ("AGE", "18 mois", ("under 10",)),
    ("AGE", "18 months", ("under 10",)),
]


@pytest.mark.parametrize(("category", "text", "offers"), EXACT, ids=[row[1] for row in EXACT])
def test_no_offer_is_as_exact_as_the_value_or_false(
    category: str, text: str, offers: tuple[str, ...]
) -> None:
    assert broader(Category(category), text, Language.EN) == offers


@given(st.floats(42.0, 83.0), st.floats(52.0, 141.0), st.integers(2, 6))
def test_no_offer_gives_a_point_back(north: float, west: float, decimals: int) -> None:
    for offer in broader(Category.COORDINATES, f"{north:.{decimals}f}, -{west:.{decimals}f}", Language.EN):
        near = [float(part.split("°")[0]) for part in offer.split(",")]
        assert max(abs(near[0] - north), abs(near[1] - west)) > 0.0035


@given(st.text(max_size=60), st.sampled_from(list(Category)), st.sampled_from(list(Language)))
def test_no_text_breaks_an_offer(text: str, category: Category, language: Language) -> None:
    assert text.strip() not in broader(category, text, language) or not text.strip()


@given(st.text(alphabet="0123456789.,-°'\" NWOEUTM18T()X0A rue", max_size=40))
def test_no_numbers_break_an_offer(text: str) -> None:
    for category in (Category.COORDINATES, Category.ADDRESS, Category.AGE):
        assert all(broader(category, text, Language.FR))


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("thirty-four", 34),
        ("thirty four years old", 34),
        ("quatre-vingt-deux", 82),
        ("vingt et un", 21),
        ("soixante et onze", 71),
        ("quatre-vingt-dix-neuf", 99),
        ("47 ans", 47),
        ("nobody", None),
        ("4711", None),
    ],
)
def test_numbers_in_words(written: str, number: int | None) -> None:
    assert spelled.number(written) == number
