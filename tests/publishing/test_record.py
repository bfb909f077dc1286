# SPDX-License-Identifier: MIT
"""The portal record: what is right, what is wrong and by which rule, field by field."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer import paths
from reviewer.errors import RecordInvalid, UnknownId
from reviewer.model.document import Format, Language
from reviewer.publishing.record import FieldError, complete, strings, validate
from reviewer.publishing.rules import RULES
from reviewer.publishing.schema import organizations, profile
from reviewer.publishing.words import rule_words
from tests.publishing.facts import DATASETS, RESOURCES, TODAY, record, resource

BOTH = {"en": "Words", "fr": "Mots"}
OTHER_CODES = {"required", "empty", "type", "unknown_choice", "unknown_field", "object", "dataset_type"}
OTHER_CODES |= {"same_in_both_languages", "one_file"}
SAMPLES = sorted(paths.resource("samples", "records").glob("*.json"))


def _errors(content: object, **options: Any) -> set[tuple[str, str]]:
    return {(error.field, error.rule) for error in validate(content, today=TODAY, **options)}


def test_a_right_record() -> None:
    assert validate(record(), today=TODAY) == ()


def test_a_right_record_with_every_field() -> None:
    full = record(
        org_section=BOTH,
        creator="Dune Committee / Comité des dunes",
        maintainer_email="open-ouvert@parvis.example",
        notes_translated={"en": "First line.\nSecond line.", "fr": "Première ligne.\nSeconde ligne."},
        keywords={"en": ["dune erosion", "beach"], "fr": ["érosion des dunes", "plage"]},
        audience=["general_public"],
        date_modified="2026-11-21",
        date_expires="2028-11-20",
        usage_condition=BOTH,
        doc_classification_code="UNCLASSIFIED",
        resources=[resource(unique_identifier="DC-2026-11", size=5, description_translated=BOTH)],
    )
    assert validate(full, today=TODAY) == ()
    named = {field.key for field in profile().dataset} | {"type", "resources"}
    assert full.keys() == named
    assert full["resources"][0].keys() == {field.key for field in profile().resource} | {"id"}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_records_of_the_samples_are_right_once_complete(path: Path) -> None:
    content = json.loads(path.read_text("utf-8"))
    completed = complete(
        content,
        dataset_id=DATASETS[0],
        resource_id=RESOURCES[0],
        file_name="minutes.pdf",
        format_=Format.PDF,
        size=1,
    )
    assert validate(completed, today=TODAY) == ()


@pytest.mark.parametrize(
    ("change", "field", "rule"),
    [
        ({"type": None}, "type", "dataset_type"),
        ({"type": "dataset"}, "type", "dataset_type"),
        ({"title_translated": None}, "title_translated", "required"),
        ({"title_translated": "Minutes"}, "title_translated", "type"),
        ({"title_translated": {"en": "Minutes"}}, "title_translated.fr", "required"),
        ({"title_translated": {"fr": "Compte rendu"}}, "title_translated.en", "required"),
        ({"title_translated": {"en": "Minutes", "fr": " "}}, "title_translated.fr", "required"),
        ({"title_translated": {"en": "Minutes", "fr": ""}}, "title_translated", "both_languages"),
        ({"title_translated": {"en": "Minutes", "fr": "\u200b\u00ad"}}, "title_translated", "not_blank"),
        ({"title_translated": {**BOTH, "de": "Worte"}}, "title_translated", "both_languages"),
        ({"title_translated": {"en": "Minutes", "fr": None}}, "title_translated", "type"),
        ({"title_translated": {"en": "a\x07b", "fr": "ab"}}, "title_translated", "no_control_characters"),
        ({"title_translated": {"en": "a\nb", "fr": "ab"}}, "title_translated", "no_control_characters"),
        ({"title_translated": {"en": "a\u202eb", "fr": "ab"}}, "title_translated", "no_control_characters"),
        ({"title_translated": {"en": "a\ud800b", "fr": "ab"}}, "title_translated", "no_control_characters"),
        ({"title_translated": {"en": "<script>x", "fr": "ab"}}, "title_translated", "no_markup"),
        ({"title_translated": {"en": "a", "fr": "b<SCRIPT src=x>"}}, "title_translated", "no_markup"),
        ({"title_translated": {"en": "x" * 301, "fr": "ab"}}, "title_translated", "max_length"),
        ({"notes_translated": {"en": "a <b>b</b>", "fr": "ab"}}, "notes_translated", "no_markup"),
        ({"notes_translated": {"en": "[a](javascript:x)", "fr": "ab"}}, "notes_translated", "no_markup"),
        ({"notes_translated": {"en": "a\x00", "fr": "ab"}}, "notes_translated", "no_control_characters"),
        ({"notes_translated": {}}, "notes_translated", "empty"),
        ({"org_section": []}, "org_section", "empty"),
        ({"org_section": {"en": "a\nb", "fr": "ab"}}, "org_section", "no_control_characters"),
        ({"creator": ""}, "creator", "empty"),
        ({"creator": "  \t"}, "creator", "empty"),
        ({"creator": ["A"]}, "creator", "type"),
        ({"maintainer_email": "nobody"}, "maintainer_email", "email"),
        ({"maintainer_email": "a@b@c.example"}, "maintainer_email", "email"),
        ({"maintainer_email": "a b@parvis.example"}, "maintainer_email", "email"),
        ({"maintainer_email": "a@parvis..example"}, "maintainer_email", "email"),
        ({"maintainer_email": "a@dép.example"}, "maintainer_email", "ascii_domain"),
        ({"maintainer_email": 5}, "maintainer_email", "type"),
        ({"keywords": {"en": ["ab"], "fr": []}}, "keywords.fr", "required"),
        ({"keywords": {"en": ["ab"]}}, "keywords", "both_languages"),
        ({"keywords": {"en": "ab, cd", "fr": "ab"}}, "keywords", "type"),
        ({"keywords": {"en": ["a"], "fr": ["ab"]}}, "keywords", "item_length"),
        ({"keywords": {"en": ["x" * 141], "fr": ["ab"]}}, "keywords", "item_length"),
        ({"keywords": {"en": ["   a   "], "fr": ["ab"]}}, "keywords", "item_length"),
        ({"keywords": {"en": ["a  b"], "fr": ["ab"]}}, "keywords", "no_double_blanks"),
        ({"keywords": {"en": ["ab"], "fr": ["état\u00a0: fini"]}}, "keywords", "only_plain_blanks"),
        ({"keywords": {"en": ["ab"], "fr": ["état\u202ffini"]}}, "keywords", "only_plain_blanks"),
        ({"keywords": {"en": ["ab", "ab"], "fr": ["ab"]}}, "keywords", "unique_items"),
        ({"subject": None}, "subject", "required"),
        ({"subject": []}, "subject", "empty"),
        ({"subject": "law"}, "subject", "type"),
        ({"subject": [1]}, "subject", "type"),
        ({"subject": ["dunes"]}, "subject", "unknown_choice"),
        ({"subject": ["law", "law"]}, "subject", "unique_items"),
        ({"audience": ["everybody"]}, "audience", "unknown_choice"),
        ({"owner_org": None}, "owner_org", "required"),
        ({"owner_org": "Environment Canada"}, "owner_org", "known_organization"),
        ({"owner_org": "EC"}, "owner_org", "known_organization"),
        ({"collection": "fgp"}, "collection", "offered_only"),
        ({"collection": "anything"}, "collection", "unknown_choice"),
        ({"license_id": None}, "license_id", "required"),
        ({"license_id": "cc-by"}, "license_id", "offered_only"),
        ({"date_published": None}, "date_published", "required"),
        ({"date_published": "20 November 2026"}, "date_published", "iso_date"),
        ({"date_published": "2026-02-30"}, "date_published", "iso_date"),
        ({"date_published": "2026-11-20T00:00:00"}, "date_published", "iso_date"),
        ({"date_published": "20261120"}, "date_published", "iso_date"),
        ({"date_published": "2026-W47-5"}, "date_published", "iso_date"),
        ({"date_published": "٢٠٢٦-11-20"}, "date_published", "iso_date"),
        ({"date_published": "2026-11-22"}, "date_published", "not_future"),
        ({"date_modified": "2026-11-19"}, "date_modified", "not_before"),
        ({"date_modified": "2027-01-01"}, "date_modified", "not_future"),
        ({"date_expires": "2026-11-20"}, "date_expires", "after"),
        ({"date_expires": None, "date_issued": "2026-11-20"}, "date_issued", "unknown_field"),
        ({"imso_approval": "true"}, "imso_approval", "unknown_field"),
        ({"title": "Minutes"}, "title", "unknown_field"),
        ({"id": "minutes-of-the-committee"}, "id", "uuid_lower_dashed"),
        ({"id": DATASETS[0].upper()}, "id", "uuid_lower_dashed"),
        ({"id": DATASETS[0].replace("-", "")}, "id", "uuid_lower_dashed"),
        ({"id": f"{{{DATASETS[0]}}}"}, "id", "uuid_lower_dashed"),
        ({"id": DATASETS[1]}, "id", "equal_to"),
        ({"name": DATASETS[1]}, "name", "equal_to"),
        ({"resources": None}, "resources", "items_min"),
        ({"resources": []}, "resources", "items_min"),
        ({"resources": {}}, "resources", "items_min"),
        ({"resources": ["minutes.pdf"]}, "resources[0]", "object"),
    ],
)
def test_a_dataset_that_is_wrong(change: dict[str, Any], field: str, rule: str) -> None:
    content = record(**{key: value for key, value in change.items() if value is not None})
    for key in (key for key, value in change.items() if value is None):
        content.pop(key, None)
    assert (field, rule) in _errors(content)
    assert all(error.blocks for error in validate(content, today=TODAY))


@pytest.mark.parametrize(
    ("change", "field", "rule"),
    [
        ({"name_translated": None}, "name_translated", "required"),
        ({"name_translated": {"en": "Minutes"}}, "name_translated.fr", "required"),
        ({"resource_type": None}, "resource_type", "required"),
        ({"resource_type": "field_notes"}, "resource_type", "unknown_choice"),
        ({"language": None}, "language", "required"),
        ({"language": []}, "language", "empty"),
        ({"language": "en"}, "language", "type"),
        ({"language": ["english"]}, "language", "unknown_choice"),
        ({"language": ["en", "zxx"]}, "language", "alone"),
        ({"language": ["en", "en"]}, "language", "unique_items"),
        ({"url": None}, "url", "required"),
        ({"url": ""}, "url", "empty"),
        ({"url": " minutes.pdf"}, "url", "no_blanks_at_ends"),
        ({"url": "minutes.EXE"}, "url", "extension_not"),
        ({"format": "docx"}, "format", "unknown_choice"),
        ({"size": -1}, "size", "not_negative"),
        ({"size": "5"}, "size", "type"),
        ({"size": True}, "size", "type"),
        ({"mimetype": "application/pdf"}, "mimetype", "unknown_field"),
        ({"url_type": "upload"}, "url_type", "unknown_field"),
        ({"unique_identifier": " "}, "unique_identifier", "empty"),
        ({"description_translated": {"en": "a", "fr": "<iframe>"}}, "description_translated", "no_markup"),
    ],
)
def test_a_resource_that_is_wrong(change: dict[str, Any], field: str, rule: str) -> None:
    content = record(resources=[resource(**change)])
    assert (f"resources[0].{field}", rule) in _errors(content)


@pytest.mark.parametrize("key", [field.key for field in profile().dataset if field.type.startswith("fluent")])
@pytest.mark.parametrize("value", [None, "", [], {}])
def test_a_fluent_field_is_never_null_nor_empty(key: str, value: object) -> None:
    assert (key, "empty") in _errors({**record(), key: value})


@pytest.mark.parametrize(
    "text",
    ["Rate < average", "a<2 and b>3", "R&D", "l'eau, l'air", "État\u00a0: « fini »", "№ 5 – 7 °C", "<3"],
)
def test_ordinary_text_is_not_markup(text: str) -> None:
    both = {"en": text, "fr": f"{text} "}
    assert validate(record(title_translated=both, notes_translated=both), today=TODAY) == ()


def test_the_error_is_at_the_second_resource() -> None:
    content = record(resources=[resource(), resource(language=["xx"], id=RESOURCES[1])])
    assert _errors(content) == {("resources[1]", "one_file"), ("resources[1].language", "unknown_choice")}


@pytest.mark.parametrize("key", ["title_translated", "notes_translated"])
def test_the_same_words_in_both_languages_are_asked_about(key: str) -> None:
    content = record(**{key: {"en": "Procès-verbal", "fr": "Procès-verbal"}})
    assert validate(content, today=TODAY) == (FieldError(key, "same_in_both_languages", blocks=False),)


def test_two_files_in_one_record_are_pointed_out_and_not_completed() -> None:
    content = record(resources=[resource(), resource(id=RESOURCES[1])])
    assert validate(content, today=TODAY) == (FieldError("resources[1]", "one_file", blocks=False),)
    with pytest.raises(RecordInvalid):
        complete(content, dataset_id="", resource_id="", file_name="", format_=Format.PDF, size=0)


@pytest.mark.parametrize("content", [None, [], "x", 5, [record()]])
def test_what_is_no_record(content: object) -> None:
    assert validate(content, today=TODAY) == (FieldError("", "object"),)


def test_a_key_from_outside_is_shown_short_and_visible() -> None:
    errors = validate({**record(), "a\x1b[2J\ud800" + "b" * 500: 1}, today=TODAY)
    assert [error.rule for error in errors] == ["unknown_field"]
    assert errors[0].field.startswith("a?[2J?bbb")
    assert len(errors[0].field) == 80
    errors[0].field.encode("utf-8")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=4), inside, max_size=3),
    max_leaves=6,
)
KEYS = st.sampled_from([field.key for field in profile().dataset] + ["type", "resources", "other"])


@settings(max_examples=300, deadline=None)
@given(key=KEYS, value=JSON)
def test_any_json_is_judged_and_never_breaks_it(key: str, value: Any) -> None:
    content = {**record(), key: value}
    errors = validate(content, today=TODAY)
    if value != record().get(key):
        assert all(isinstance(error.field, str) and rule_words(error.rule, Language.FR) for error in errors)
    strings(content)


@settings(max_examples=200, deadline=None)
@given(key=st.sampled_from([field.key for field in profile().resource] + ["id", "other"]), value=JSON)
def test_any_json_in_a_resource_is_judged(key: str, value: Any) -> None:
    validate(record(resources=[{**resource(), key: value}]), today=TODAY)
    validate(record(resources=[value]), today=TODAY)


def test_the_strings_are_all_texts_and_unknown_keys() -> None:
    content = record(
        notes_translated={"en": "one", "fr": "two"},
        keywords={"en": ["three"], "fr": ["four"]},
        resources=[resource(description_translated={"en": "five", "de": "six"}, seven=["eight"])],
    )
    found = strings({**content, "nine": {"ten": "eleven"}})
    words = {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "de"}
    assert words <= set(found)
    assert not {"title_translated", "resources", "fr", "language", "type"} & set(found)
    assert {"ec", DATASETS[0], RESOURCES[0]} <= set(found)


def test_a_completed_record_keeps_what_was_given_and_changes_nothing_in_place() -> None:
    given_record = record(id="a", name="b")
    before = json.dumps(given_record)
    done = complete(
        given_record,
        dataset_id=DATASETS[1],
        resource_id=RESOURCES[1],
        file_name="report-c4a9d6e8.md",
        format_=Format.MARKDOWN,
        size=12,
    )
    assert json.dumps(given_record) == before
    assert (done["id"], done["name"]) == (DATASETS[1], DATASETS[1])
    assert done["title_translated"] == given_record["title_translated"]
    assert done["resources"] == [
        resource(id=RESOURCES[1], url="report-c4a9d6e8.md", format="MD", size=12),
    ]


@pytest.mark.parametrize("format_", Format)
def test_the_portal_knows_every_format_that_is_written(format_: Format) -> None:
    done = complete(
        record(),
        dataset_id=DATASETS[0],
        resource_id=RESOURCES[0],
        file_name="minutes.x",
        format_=format_,
        size=0,
    )
    assert validate(done, today=TODAY) == ()


def _info() -> dict[str, Any]:
    return record(
        type="info",
        collection="publication",
        notes_translated=BOTH,
        keywords={"en": ["dune erosion"], "fr": ["érosion des dunes"]},
        frequency="not_planned",
        jurisdiction="federal",
        restrictions="unrestricted",
        imso_approval="false",
        ready_to_publish="false",
    )


def test_the_second_profile() -> None:
    assert _errors(_info(), profile="info") == set()
    missing = _errors(record(type="info"), profile="info")
    keys = ("frequency", "jurisdiction", "restrictions", "imso_approval", "ready_to_publish")
    assert {(key, "required") for key in (*keys, "notes_translated", "keywords")} <= missing
    assert ("collection", "offered_only") in missing
    assert ("type", "dataset_type") in _errors(_info())


def test_a_profile_that_is_not_there() -> None:
    with pytest.raises(UnknownId):
        validate(record(), profile="../doc", today=TODAY)


def test_institutions_have_both_names() -> None:
    assert organizations()["ec"][Language.FR].startswith("Environnement")
    assert len(organizations()) > 100


@pytest.mark.parametrize("language", Language)
def test_every_rule_has_its_sentence(language: Language) -> None:
    kept = tomllib.loads(paths.resource("wording", f"record_rules.{language}.toml").read_text("utf-8"))
    assert kept.keys() == RULES.keys() | OTHER_CODES
    for rule, sentence in kept.items():
        assert rule_words(rule, language) == sentence
        assert sentence.endswith(".")
        assert len(sentence) < 160


def test_every_code_in_the_source_has_its_sentence() -> None:
    source = (Path(validate.__code__.co_filename)).read_text("utf-8")
    codes = set(re.findall(r'FieldError\([^"\n]*(?:"[^"]*"[^"\n]*)??, "(\w+)"', source))
    assert {"required", "empty", "type", "unknown_field", "items_min"} <= codes
    assert codes <= RULES.keys() | OTHER_CODES


def test_french_sentences_have_their_no_break_spaces() -> None:
    kept = tomllib.loads(paths.resource("wording", "record_rules.fr.toml").read_text("utf-8"))
    together = "\n".join(kept.values())
    assert "«\u00a0" in together
    assert not re.search(r"« | »| :", together)


def test_a_rule_without_a_sentence_is_its_code() -> None:
    assert rule_words("new_rule", Language.EN) == "new_rule"
