# SPDX-License-Identifier: MIT
"""Sensitive sentences in both languages, and sentences that use the same words about something else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from reviewer import paths
from reviewer.detection import passagecues, passageweights
from reviewer.detection.cues import CueIndex, heads
from reviewer.detection.wordings import NAMED, Said, features, likely_language
from reviewer.model.document import Language
from reviewer.model.finding import PASSAGES, Finding
from tests.detection.conftest import Found

NAMES = {category.value for category in PASSAGES}

SAID = [
    ("HEALTH_INFO", "He disclosed that he has been diagnosed with major depression."),
    ("HEALTH_INFO", "Elle est enceinte de sept mois et sa médecin l'a mise au repos."),
    ("HEALTH_INFO", "Mr. Fictif underwent bypass surgery in April."),
    ("HEALTH_INFO", "Le capitaine a une fracture du bassin et il est hospitalisé."),
    ("EMPLOYMENT_INFO", "Ms. Fictive was suspended without pay for ten days."),
    ("EMPLOYMENT_INFO", "Il a posé sa candidature ailleurs et attend une réponse."),
    ("EMPLOYMENT_INFO", "She was not found qualified in the selection process."),
    ("EMPLOYMENT_INFO", "L'enseignante a été suspendue avec solde à la suite d'une plainte d'un parent."),
    ("PRIVILEGE", "Counsel advised that the claim would likely fail at adjudication."),
    ("PRIVILEGE", "Les Services juridiques estiment que la décision serait annulée."),
    ("CABINET", "The memorandum to Cabinet was considered on 27 February."),
    ("CABINET", "La présentation au Conseil du Trésor est inscrite à la séance du 11 juin."),
    ("THIRD_PARTY", "The firm gave us its unit prices in confidence: $18,400 a day."),
    ("THIRD_PARTY", "Le soumissionnaire retenu a précisé, sous pli confidentiel, une marge de 11,5 %."),
    ("ADVICE", "We recommend that the proposal be declined before the second call."),
    ("ADVICE", "Nous vous conseillons d'accueillir le grief en partie."),
    ("SECURITY", "The south cabin, where two rifles are stored, has no working alarm."),
    ("SECURITY", "Le disque n'était pas chiffré depuis le mois de février."),
    ("SENSITIVE_SITE", "Her grandmother was buried on the east shoulder of that hill."),
    ("SENSITIVE_SITE", "La frayère se trouve dans le premier méandre, à 60 m en aval."),
    ("OPINION_ABOUT_PERSON", "Gillian finds him brilliant but abrasive."),
    ("OPINION_ABOUT_PERSON", "La directrice adjointe la juge dépassée."),
]


@pytest.mark.parametrize(("category", "sentence"), SAID, ids=[row[1][:40] for row in SAID])
def test_a_sensitive_sentence_is_found_whole(found: Found, category: str, sentence: str) -> None:
    assert (category, sentence) in found(f"Point 4 was opened at ten. {sentence} The meeting closed at noon.")


ORDINARY = [
    "The disability program budget was increased by 3 per cent.",
    "The health and safety committee meets in May.",
    "Four recommendations were accepted without change.",
    "The collective agreement describes the grievance process.",
    "Counsel cited Baker v. Canada, [1999] 2 SCR 817, which is public.",
    "The cabinet maker delivered the filing cabinet.",
    "The suspended solids in the river were measured twice.",
    "Food security is a priority of the strategy.",
    "Le programme d'invalidité a été évalué en 2019.",
    "La politique de conformité est offerte en ligne.",
    "Does your wife have health problems?",
    "The key message of the report is simple.",
    "Les matières en suspension ont été mesurées.",
    "The confidence interval is 95 per cent.",
    "1. Health\n2. Security\n3. Grievances",
]


@pytest.mark.parametrize("sentence", ORDINARY, ids=[sentence[:40] for sentence in ORDINARY])
def test_the_same_words_about_something_else(found: Found, sentence: str) -> None:
    assert [item for item in found(sentence) if item[0] in NAMES] == []


def test_a_cell_beside_a_name_is_read_as_said_of_that_person(found: Found) -> None:
    hits = found("Nom\tRemarques\nCHIASSON, Réal\thypothermie")
    assert ("HEALTH_INFO", "hypothermie") in hits


def test_a_pronoun_takes_up_the_sentence_before(found: Found) -> None:
    text = "Counsel advised that the order is not enforceable. She puts the risk of an adverse order at high."
    assert [category for category, _ in found(text) if category in NAMES] == ["PRIVILEGE", "PRIVILEGE"]


def test_a_passage_keeps_the_names_inside_it(found: Found) -> None:
    hits = found("Mr. Hollingsworth was diagnosed with lymphoma.")
    assert {category for category, _ in hits} == {"HEALTH_INFO", "PERSON"}


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("cancer", {"can"}),
        ("[ée]puis", {"épu", "epu"}),
        ("(?:our|the) lawyer", {"our", "the"}),
        ("un?signed", {"uns", "usi"}),
        (r"\bMe [A-Z]", {"me "}),
        (r"\d+ ?m", None),
        (r"\w+ing", None),
    ],
)
def test_how_a_cue_may_begin(pattern: str, expected: set[str] | None) -> None:
    assert heads(pattern) == expected


def test_the_index_finds_what_a_plain_search_finds() -> None:
    index = CueIndex()
    index.add("a", ["sick leave", "[ée]puisement", "leave", r"\$ ?\d"])
    index.add("b", ["leav(?:e|ing)"])
    said = index.matches("On sick leave for épuisement, leaving $5.")
    assert said == {"a": {"sick leave", "épuisement", "$5"}, "b": {"leave", "leaving"}}


def held(language: str) -> Iterator[tuple[bool, str]]:
    """The half of the sentences in data/ that nothing is tuned to: whether each is sensitive, and its text."""
    path = Path(__file__).parent / "data" / f"passages.{language}.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line[:2] in {"+ ", "- "} and not sha256(line[2:].encode()).digest()[0] % 2:
            yield line[0] == "+", line[2:].replace(" // ", "\n").replace(" || ", " ")


@pytest.mark.parametrize(("language", "least"), [("en", 0.75), ("fr", 0.65)])
def test_most_of_what_is_told_indirectly_is_found(found: Found, language: str, least: float) -> None:
    flagged = [
        (sensitive, any(item[0] in NAMES for item in found(text))) for sensitive, text in held(language)
    ]
    right = [hit for sensitive, hit in flagged if sensitive]
    assert sum(right) / len(right) >= least
    assert sum(right) / sum(hit for _, hit in flagged) >= 0.77


def test_a_finding_says_which_words_counted(findings: Callable[[str], tuple[Finding, ...]]) -> None:
    (one,) = (
        item
        for item in findings("Ms. Quennevale has been diagnosed with lymphoma.")
        if item.category == "HEALTH_INFO"
    )
    said = one.sources[0].detail.split(", ")
    assert "lymphoma" in said
    assert "Quennevale".lower() not in [word.lower() for word in said]


def test_a_name_is_no_feature() -> None:
    text = "Yesterday Aline Quennevale resigned."
    said = Said(text, Language.EN, names=((10, 26),))
    found_features = features(said, passageweights.weights().groups)
    assert "w=resigned" in found_features
    assert f"b=yesterday {NAMED}" in found_features
    assert not [name for name in found_features if "quennevale" in name or "aline" in name]


def test_the_weights_are_small_and_nothing_is_judged_of_nothing() -> None:
    assert paths.resource("lexicons", "passages.npz").stat().st_size < 2_000_000
    assert passageweights.judge([]).shape == (0, len(PASSAGES) + 1)


@pytest.mark.parametrize(
    ("line", "language"),
    [("The tenant is away.", Language.EN), ("Le locataire est parti.", Language.FR), ("OK", Language.EN)],
)
def test_the_language_of_a_line_by_its_small_words(line: str, language: Language) -> None:
    assert likely_language(line) is language


@pytest.mark.parametrize(
    "text",
    [
        "The buyer said that the price is not the one that was told to the other firms, and it must not get out.",
        "La présidente rappelle que le prix de la soumission n'est pas connu et qu'il ne sera pas dit aux autres.",
    ],
)
def test_small_words_are_not_cited(text: str, findings: Callable[[str], tuple[Finding, ...]]) -> None:
    cited = [
        word
        for one in findings(text)
        for source in one.sources
        if source.rule.startswith("passage_")
        for word in source.detail.split(", ")
    ]
    assert cited
    assert not {"the", "that", "not", "and", "les", "pas", "que", "par"} & set(cited)


@pytest.mark.parametrize(
    ("cue", "words"),
    [
        ("(?:nous|m'|lui) ?a confi[ée] (?:que|qu'|,)", "nous a confié que"),
        ("selon Me [A-ZÀ-Þ][\\w'-]+", "selon Me \N{HORIZONTAL ELLIPSIS}"),
        ("selon (?:l'|nos) ?avocats", "selon l'avocats"),
        ("we (?:recommend|advise)\\b(?! (?:daily|dose))", "we recommend"),
        ("blind(?:ness)?(?! spot)", "blind"),
    ],
)
def test_a_cue_is_told_as_a_person_writes_it(cue: str, words: str) -> None:
    assert passagecues._readable(cue) == words
