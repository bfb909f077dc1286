# SPDX-License-Identifier: MIT
"""The samples are what the script makes, hold what the manifest says, and name nobody who exists."""

from __future__ import annotations

import datetime as dt
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.samples.reading import MANIFEST, SAMPLES, sample_words, squeeze

ROOT = Path(__file__).parents[2]
PUBLIC_LINE = "1-800-668-6767"
GROUNDS = ROOT / "resources" / "grounds" / "grounds.toml"
NAMES = sorted(MANIFEST)


def _paper(folder: str, name: str) -> dict[str, object]:
    return json.loads((SAMPLES / folder / f"{Path(name).stem}.json").read_text(encoding="utf-8"))


def test_the_script_makes_the_kept_bytes(tmp_path: Path) -> None:
    script = ROOT / "packaging" / "make_samples"
    subprocess.run([sys.executable, "-B", str(script), "--out", str(tmp_path)], check=True, timeout=120)
    made = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    kept = {path.relative_to(SAMPLES): path.read_bytes() for path in SAMPLES.rglob("*") if path.is_file()}
    assert sorted(made) == sorted(kept)
    assert [str(path) for path, data in made.items() if kept[path] != data] == []


def test_the_six_drafts_are_there() -> None:
    files = [path.name for path in SAMPLES.iterdir() if path.is_file() and path.name != "manifest.json"]
    assert sorted(files) == NAMES
    assert {Path(name).suffix for name in NAMES} == {".docx", ".pdf", ".txt", ".md"}


@pytest.mark.parametrize("name", NAMES)
def test_every_secret_is_written_in_the_file(name: str) -> None:
    words = sample_words(name)
    assert [secret for secret in MANIFEST[name]["secrets"] if squeeze(secret) not in words] == []


@pytest.mark.parametrize("name", NAMES)
def test_what_must_survive_stands_outside_the_secrets(name: str) -> None:
    words = sample_words(name)
    for secret in sorted(MANIFEST[name]["secrets"], key=len, reverse=True):
        words = words.replace(squeeze(secret), "\n")
    assert len(MANIFEST[name]["keep"]) >= 8
    assert [word for word in MANIFEST[name]["keep"] if squeeze(word) not in words] == []


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith((".docx", ".pdf"))])
def test_office_drafts_are_dense(name: str) -> None:
    assert len(MANIFEST[name]["secrets"]) >= 20


@pytest.mark.parametrize("name", NAMES)
def test_decisions_cover_the_secrets_with_known_grounds(name: str) -> None:
    decisions = _paper("decisions", name)
    known = {ground["section"] for ground in tomllib.loads(GROUNDS.read_text(encoding="utf-8"))["ground"]}
    assert sorted(item["term"] for item in decisions["withhold"]) == MANIFEST[name]["secrets"]
    assert {item["ground"] for item in decisions["withhold"]} <= known
    assert {item["reason"] for item in decisions["disclose"]} <= {"official_3j", "not_sensitive"}
    assert not {item["term"] for item in decisions["disclose"]} & set(MANIFEST[name]["secrets"])
    assert decisions["answers"] == {}


@pytest.mark.parametrize("name", NAMES)
def test_the_portal_record_is_bilingual_past_and_free_of_secrets(name: str) -> None:
    record = _paper("records", name)
    text = json.dumps(record, ensure_ascii=False)
    assert dt.date.fromisoformat(str(record["date_published"])) <= dt.date(2026, 11, 21)
    for key in ("title_translated", "notes_translated", "org_section", "keywords"):
        value = record[key]
        assert isinstance(value, dict)
        assert all(value[language] for language in ("en", "fr"))
    assert "\u00a0" not in text
    squeezed = squeeze(text).casefold()
    hidden = [*MANIFEST[name]["secrets"], *MANIFEST[name]["secrets_in_images"]]
    assert [secret for secret in hidden if squeeze(secret).casefold() in squeezed] == []


@pytest.mark.parametrize("name", NAMES)
def test_only_reserved_numbers_and_domains(name: str) -> None:
    words = sample_words(name)
    phones = set(re.findall(r"(?<![\d-])\d{3}[)-]?\d{3}-\d{4}(?!\d)", words.replace(PUBLIC_LINE, "")))
    assert [phone for phone in phones if not re.search(r"555-01\d\d$", phone)] == []
    domains = re.findall(r"@([a-z0-9.-]+\.[a-z]{2,})", words)
    assert [domain for domain in domains if not re.search(r"\.(gc\.ca|example)|^ec\.gc\.ca", domain)] == []
    assert all(number.startswith("192.0.2.") for number in re.findall(r"\d+\.\d+\.\d+\.\d+", words))
    assert all(number == "046454286" for number in re.findall(r"(?:SIN|NAS)(\d{9})", words))
