# SPDX-License-Identifier: MIT
"""The bundled facts hold together: they parse, say everything in both languages, and do what their examples promise."""

from __future__ import annotations

import csv
import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from reviewer.model.finding import Category
from reviewer.model.ground import DiscloseReason, grounds
from tests.resources import reading

ROOT = Path(__file__).resolve().parents[2] / "resources"
LEXICONS = ("given_names", "orgs", "places_ca", "stop_words_names", "surnames", "titles")
NO_BREAK = re.compile("[\u00a0\u202f\u2007\u2009]")
CATEGORIES = {category.value for category in Category}


def _toml(*parts: str) -> dict[str, Any]:
    return tomllib.loads(ROOT.joinpath(*parts).read_text(encoding="utf-8"))


def _json(*parts: str) -> Any:
    return json.loads(ROOT.joinpath(*parts).read_text(encoding="utf-8"))


def _recognizers() -> list[dict[str, Any]]:
    rows = []
    for path in sorted((ROOT / "recognizers").glob("*.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert data["family"] == path.stem
        rows += data["recognizers"]
    return rows


GROUNDS = _toml("grounds", "grounds.toml")
SECTIONS = {row["section"]: row for row in GROUNDS["ground"]}
RECOGNIZERS = _recognizers()
MARKINGS = _toml("markings", "markings.toml")["marking"]
CHECKLIST = _toml("checklist", "release.toml")["criterion"]
BY_ID = {"ids": lambda row: row["id"]}


def _bilingual(value: Any, where: str = "") -> Iterator[str]:
    """Places where one language is missing, empty, or where a list is not as long as its twin."""
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from _bilingual(item, f"{where}[{number}]")
    elif isinstance(value, dict):
        for key, item in value.items():
            twin = re.sub(r"_(en|fr)$", lambda match: "_fr" if match[1] == "en" else "_en", key)
            if twin != key and (twin not in value or bool(item) != bool(value[twin])):
                yield f"{where}.{key}"
            yield from _bilingual(item, f"{where}.{key}")


@pytest.mark.parametrize(
    "data",
    [GROUNDS, _toml("grounds", "schedule_ii.toml"), _toml("checklist", "release.toml"), MARKINGS],
    ids=["grounds", "schedule_ii", "checklist", "markings"],
)
def test_both_languages(data: Any) -> None:
    assert list(_bilingual(data)) == []


def test_french_sentences_keep_the_colon_with_its_word() -> None:
    rows = [*GROUNDS["ground"], *GROUNDS["disclose_reason"], *GROUNDS["special_case"], *CHECKLIST, *MARKINGS]
    said = [
        str(value) for row in rows for key, value in row.items() if key.endswith("_fr") and key != "cues_fr"
    ]
    assert any("\u00a0:" in text for text in said)
    assert [text for text in said if " : " in text or "« " in text] == []


@pytest.mark.parametrize(
    ("rows", "key"),
    [
        (GROUNDS["ground"], "id"),
        (GROUNDS["ground"], "section"),
        (GROUNDS["disclose_reason"], "id"),
        (GROUNDS["special_case"], "id"),
        (GROUNDS["restriction"], "id"),
        (CHECKLIST, "id"),
        (RECOGNIZERS, "id"),
        (MARKINGS, "id"),
    ],
)
def test_unique(rows: list[dict[str, Any]], key: str) -> None:
    assert [value for value, times in Counter(row[key] for row in rows).items() if times > 1] == []


def _french(section: str) -> str:
    """The French citation by depth: article, paragraphe, alinéa, sous-alinéa."""
    number, *parts = section.replace(")", "").split("(")
    text, word = number, "art."
    if parts and parts[0][0].isdigit():
        text, word = f"{text}({parts.pop(0)})", "par."
    if parts:
        text, word = f"{text}{parts.pop(0)})", "al."
    if parts:
        text, word = f"{text}({parts.pop(0)})", "sous-al."
    return f"{word} {text}"


@pytest.mark.parametrize(
    ("section", "cite"),
    [
        ("23", "art. 23"),
        ("19(1)", "par. 19(1)"),
        ("20(1)(b)", "al. 20(1)b)"),
        ("14(a)", "al. 14a)"),
        ("20(1)(b.1)", "al. 20(1)b.1)"),
        ("16.1(1)", "par. 16.1(1)"),
        ("16(1)(c)(i)", "sous-al. 16(1)c)(i)"),
    ],
)
def test_french_rule(section: str, cite: str) -> None:
    assert _french(section) == cite


@pytest.mark.parametrize("row", GROUNDS["ground"], ids=lambda row: row["section"])
def test_ground(row: dict[str, Any]) -> None:
    assert row["cite_en"] == f"s. {row['section']}"
    assert row["cite_fr"] == _french(row["section"])
    assert row["kind"] in {"exemption", "exclusion"}
    assert row["obligation"] in {"mandatory", "discretionary", "exclusion"}
    assert (row["kind"] == "exclusion") == (row["obligation"] == "exclusion") == (row["test"] == "")
    assert row["test"] in {"class", "injury", ""}
    assert row["frequency"] in {"very_common", "common", "occasional", "rare"}
    if row["obligation"] != "mandatory":
        assert row["exceptions"] == []


def test_grounds_that_the_design_names() -> None:
    assert list(grounds()) == list(SECTIONS)
    assert SECTIONS["16(1)(c)(i)"]["revealing"]
    assert not SECTIONS["19(1)"]["revealing"]
    assert SECTIONS["19(1)"]["exceptions"] == ["19(2)"]
    assert SECTIONS["13(1)(c)"]["exceptions"] == ["13(2)"]
    assert {"20(5)", "20(6)"} <= set(SECTIONS["20(1)(b)"]["exceptions"])
    assert "20(6)" not in SECTIONS["20(1)(a)"]["exceptions"]
    assert SECTIONS["69(1)(g)"]["obligation"] == "exclusion"
    assert sum(row["shortlist"] for row in GROUNDS["ground"]) == 20
    assert len(_toml("grounds", "schedule_ii.toml")["provision"]) == 74


def test_reasons_to_disclose() -> None:
    lifted = {word for row in GROUNDS["disclose_reason"] for word in row["for_grounds"]}
    assert lifted - set(SECTIONS) == {"*", "discretionary", "exceptions"}
    assert {row["id"] for row in GROUNDS["disclose_reason"]} == {reason.value for reason in DiscloseReason}
    assert all(bool(row["cite"]) == bool(row["cite_en"]) for row in GROUNDS["disclose_reason"])


def test_special_cases_name_known_grounds() -> None:
    for row in GROUNDS["special_case"]:
        assert {row["ground"], *row["also"]} <= set(SECTIONS)


def test_checklist() -> None:
    assert len(CHECKLIST) == 17
    assert {row["who"] for row in CHECKLIST} == {"author", "officer", "imso", "app"}
    assert {row["id"] for row in CHECKLIST if row["blocks"] == "warn"} == {
        "not_final_elsewhere",
        "accessible",
        "notice",
    }
    assert {row["blocks"] for row in CHECKLIST} == {"yes", "warn"}


@pytest.mark.parametrize("row", RECOGNIZERS, **BY_ID)
def test_recognizer_is_complete(row: dict[str, Any]) -> None:
    assert row["label_en"]
    assert row["label_fr"]
    assert row["category"] in CATEGORIES
    assert row["checksum"] in reading.CHECKS
    assert row["context"] in {"required", "raises", "none"}
    assert row["scope"] in {"value", "sentence"}
    assert row["suggestion"] in {"withhold", "disclose", "generalise"}
    assert {row["ground"], *row.get("other_grounds", [])} - {""} <= set(SECTIONS)
    assert row["examples"]
    assert row["counter_examples"]
    needs = {pattern["needs"] for pattern in row["patterns"]}
    assert needs <= {"nothing", "checksum", "context", "person"}
    assert {pattern["tier"] for pattern in row["patterns"]} <= {"sure", "check"}
    if "context" in needs:
        assert row["context_en"]
        assert row["context_fr"]
    if "checksum" in needs:
        assert row["checksum"] != "none"


@pytest.mark.parametrize("row", RECOGNIZERS, **BY_ID)
def test_recognizer_keeps_its_promises(row: dict[str, Any]) -> None:
    assert [text for text in row["examples"] if not reading.found(row, text)] == []
    assert {text: found for text in row["counter_examples"] if (found := reading.found(row, text))} == {}


TRAPS = [
    "protected area",
    "aire protégée",
    "the secret of success",
    "the draft of a vessel",
    "from 2018-2020",
    "SOR/2025-255",
    "1-800-622-6232",
    "Ottawa K1A 0R5",
    "EC-05",
    "the disability program budget",
    "Ottawa is a city",
    "under section 19(1) of the Act",
    "© Crown",
    "12 % and 15 %",
    "ISBN 978-0-660-00000-0",
    "BT48-4/2-2008E-PDF",
    "RDIMS #22062 v7",
    "sample label AB123456",
    "the bird is aged 3 years",
    "Facture no 046 454 286",
    "PostGIS 3.2.1.9",
    "le pont de la route 132",
]


@pytest.mark.parametrize("text", TRAPS)
def test_traps_are_not_identifiers(text: str) -> None:
    assert {row["id"]: found for row in RECOGNIZERS if (found := reading.found(row, text))} == {}


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("luhn", "046 454 286", "046 454 287"),
        ("luhn_first9", "123456782RP0001", "123456783RP0001"),
        ("bc_phn", "9698 658 215", "9698 658 216"),
        ("vin", "11111111111111111", "11111111211111111"),
        ("ramq", "TEST54122816", "TEST54122815"),
        ("iban", "GB82 WEST 1234 5698 7654 32", "GB82 WEST 1234 5698 7654 33"),
    ],
)
def test_checks(name: str, good: str, bad: str) -> None:
    assert reading.CHECKS[name](good)
    assert not reading.CHECKS[name](bad)


@pytest.mark.parametrize("row", MARKINGS, **BY_ID)
def test_marking(row: dict[str, Any]) -> None:
    assert row["finding"] in CATEGORIES | {""}
    assert row["ground"] in {*SECTIONS, ""}
    assert row["criterion"] in {item["id"] for item in CHECKLIST}
    assert row["where"] in {"mark", "any"}
    assert row["suggestion"] in {"strike", "withhold", "generalise", "disclose"}
    if row["finding"] and row["scope"] == "sentence":
        assert row["ground"]
    patterns = [
        re.compile(item["regex"], 0 if item["case_sensitive"] else re.IGNORECASE) for item in row["patterns"]
    ]

    def hit(text: str) -> bool:
        return any(pattern.search(reading.normalise(text)) for pattern in patterns)

    assert [text for text in row["examples"] if not hit(text)] == []
    assert [text for text in row["false_friends"] if hit(text)] == []


def test_what_is_not_taken_in() -> None:
    blocking = {row["id"] for row in MARKINGS if row["blocks_intake"]}
    assert blocking == {"prot-c", "cls-conf", "cls-secret", "cls-ts", "cls-caveat", "cab-mark"}


HOSTILE = {
    "letters": "a" * 100_000,
    "capitals": "A" * 100_000,
    "digits": "1" * 100_000,
    "spaced digits": "1 " * 50_000,
    "hyphened digits": "1-" * 50_000,
    "blanks": " " * 100_000,
    "line ends": "\n" * 100_000,
    "dots": "a." * 50_000,
    "at signs": "a@" * 50_000,
    "words": "Aa " * 33_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    """A pattern that backtracks without end would never get there; none finds anything in such noise."""
    patterns = [pattern for row in RECOGNIZERS for pattern, _ in reading.compiled(row)]
    patterns += [re.compile(item["regex"]) for row in MARKINGS for item in row["patterns"]]
    assert [pattern.pattern for pattern in patterns if pattern.search(text)] == []


@pytest.mark.parametrize("profile", ["doc", "info"])
def test_portal_profile(profile: str) -> None:
    data = _json("portal", f"{profile}.json")
    fields = data["dataset_fields"] + data["resource_fields"]
    required = {field["key"] for field in data["dataset_fields"] if field["required"]}
    assert {
        "title_translated",
        "owner_org",
        "collection",
        "subject",
        "date_published",
        "license_id",
    } <= required
    assert {"name_translated", "resource_type", "language", "url"} == {
        field["key"] for field in data["resource_fields"] if field["required"]
    }
    for field in fields:
        assert field["label"]["en"]
        assert field["label"]["fr"]
        values = [choice["value"] for choice in field.get("choices", [])]
        assert len(values) == len(set(values))
        assert not any(NO_BREAK.search(value) for value in values)
        assert all(choice["en"] and choice["fr"] for choice in field.get("choices", []))
        assert set(field.get("offered", [])) <= set(values)
    for key, value in data["defaults"].items():
        choices = [
            choice["value"] for field in fields if field["key"] == key for choice in field.get("choices", [])
        ]
        assert value in choices or key == "expires_after_years"
    types = next(field for field in fields if field["key"] == "resource_type")["choices"]
    assert set(data["suggested_resource_types"].values()) <= {choice["value"] for choice in types}


def test_info_asks_for_more() -> None:
    required = {field["key"] for field in _json("portal", "info.json")["dataset_fields"] if field["required"]}
    assert {
        "frequency",
        "jurisdiction",
        "restrictions",
        "imso_approval",
        "ready_to_publish",
        "notes_translated",
    } <= required


def test_portal_rules_are_explained() -> None:
    explained = set(re.findall(r"`([a-z_]+)", (ROOT / "portal" / "README.md").read_text(encoding="utf-8")))
    for profile in ("doc", "info"):
        data = _json("portal", f"{profile}.json")
        rules = {
            rule for field in data["dataset_fields"] + data["resource_fields"] for rule in field["rules"]
        }
        assert {rule.split(":")[0] for rule in rules | set(data["record_rules"])} <= explained


def test_organizations() -> None:
    with (ROOT / "portal" / "organizations.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["name"] for row in rows}) == len(rows) == 355
    assert all(row["title_en"] and row["title_fr"] for row in rows)
    assert not any(re.match(r"ORG\d", row["acronym_en"]) for row in rows)
    assert {row["acronym_fr"] for row in rows if row["acronym_en"] == "DFO"} == {"MPO"}


@pytest.mark.parametrize("name", LEXICONS)
def test_lexicon_says_where_it_comes_from(name: str) -> None:
    data = _json("lexicons", f"{name}.json")
    assert data["source"]
    assert data["licence"]
    for key, value in data.items():
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            assert value, key
            assert len(value) == len(set(value)), key
            assert all(item == item.strip() for item in value), key


def test_lexicons_hold_what_they_should() -> None:
    places = _json("lexicons", "places_ca.json")
    assert set(places["places"]) == {row["code"] for row in places["provinces"]}
    assert {"Salluit", "Gatineau"} <= set(places["places"]["QC"])
    assert "Arviat" in places["places"]["NU"]
    surnames = _json("lexicons", "surnames.json")["surnames"]
    assert "Tremblay" in surnames["fr"]
    stops = _json("lexicons", "stop_words_names.json")
    assert {"Roy", "Martin", "Laval", "Côté"} <= set(stops["ambiguous_names"])
    assert {"Présents", "Absents", "Suivi", "Tél."} <= set(stops["form_labels_fr"])
    assert {"Phénix", "Victoria"} <= set(stops["programme_names"])
    assert "parl.gc.ca" in _json("lexicons", "orgs.json")["not_federal_domains"]


def test_every_folder_is_in_the_readme() -> None:
    told = (ROOT / "README.md").read_text(encoding="utf-8")
    for folder in (
        "grounds",
        "checklist",
        "recognizers",
        "markings",
        "portal",
        "lexicons",
        "notices-licences",
    ):
        assert f"`{folder}/" in told


@pytest.mark.parametrize(
    "path", sorted(ROOT.glob("*/*.json")) + sorted(ROOT.glob("*/*.toml")), ids=lambda path: path.name
)
def test_text_is_plain_and_composed(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "\ufffd" not in text
    assert not re.search("[\u0000-\u0008\u000b\u000c\u000e-\u001f]", text)
