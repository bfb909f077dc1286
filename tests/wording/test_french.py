# SPDX-License-Identifier: MIT
"""Rules that every French text of the program keeps, and what both languages must share."""

from __future__ import annotations

import ast
import re
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from string import Formatter

import pytest

from tests.architecture.sources import ROOT

NBSP = "\u00a0"
RESOURCES = ROOT / "resources"
PAIRS = ("cli", "errors", "explanations", "facts", "record_rules")
ENGLISH = (
    "the|and|or not|folder|withheld|finding|findings|story|release|redacted|please|warning|error|undo|seal|sheet"
    "|you|your|must"
)
RULES = {
    "a plain space, or none, before a colon": re.compile(rf"(?<!{NBSP})(?<!\d):(?=\s|$)"),
    "a space before ; ! or ?": re.compile(r"[\s\u202f][;!?]"),
    "a guillemet without its no-break space": re.compile(rf"«(?!{NBSP})|(?<!{NBSP})»"),
    "straight or English quotation marks": re.compile(r'"|[“”]'),
    "a narrow no-break space": re.compile("\u202f"),
    "two spaces": re.compile(rf"[ {NBSP}]{{2}}"),
    "the familiar « tu »": re.compile(r"\b(?:tu|toi|ton|tes|t['’])\b", re.IGNORECASE),
    "an English word": re.compile(rf"\b(?:{ENGLISH})\b", re.IGNORECASE),
    "a straight apostrophe": re.compile(r"(?<=\w)'"),
    "three dots for an ellipsis": re.compile(r"\.\.\."),
    "n° with a degree sign": re.compile(r"\b[nN][°º]"),
    "a word that the glossary replaces": re.compile(
        r"\b(?:courriel électronique|e-mail|email|digital|expurg\w+|rédact(?:er|é|ion)|épur\w+|anonymis\w+"
        r"|minutes de la réunion|mots-clés?)\b",
        re.IGNORECASE,
    ),
}


def _leaves(path: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, below in value.items():
            yield from _leaves(f"{path}.{key}", below)
    elif isinstance(value, list):
        for number, below in enumerate(value):
            yield from _leaves(f"{path}[{number}]", below)


def _toml(name: str) -> dict[str, object]:
    return tomllib.loads((RESOURCES / name).read_text(encoding="utf-8"))


def _window() -> Iterator[tuple[str, str, list[str]]]:
    """Each message of the window: its name, its English text, its French forms."""
    root = ET.parse(RESOURCES / "i18n" / "app_fr.ts").getroot()  # noqa: S314 - our own file
    for context in root.iter("context"):
        for message in context.iter("message"):
            source = message.findtext("source", "")
            found = message.find("translation")
            assert found is not None
            forms = [each.text or "" for each in found.iter("numerusform")] or [found.text or ""]
            yield f"{context.findtext('name')}: {source}", source, forms


def _help() -> Iterator[tuple[str, str, str]]:
    """Each "English / French" text of the command line."""
    for path in sorted((ROOT / "reviewer" / "cli").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and " / " in node.value:
                english, french = node.value.split(" / ")
                yield f"{path.name}: {english}", english, french


def _french() -> Iterator[tuple[str, str]]:
    for name in PAIRS:
        yield from _leaves(f"{name}.fr", _toml(f"wording/{name}.fr.toml"))
    yield from _leaves("copy", _toml("wording/copy.toml")["fr"])
    for paper, tables in _toml("wording/release.toml").items():
        assert isinstance(tables, Mapping)
        yield from (
            (path, text) for path, text in _leaves(f"release.{paper}", tables["fr"]) if text.strip() != ":"
        )
    for file in ("checklist/release.toml", "grounds/grounds.toml"):
        named = _leaves(file, _toml(file))
        for path, text in named:
            if re.search(r"_fr(?:\[\d+\])?$", path):
                # Cues are looked for in texts, and nobody reads them.
                yield path, text.replace("'", "’") if "cues_fr" in path else text
    for name, _, forms in _window():
        yield from ((name, form) for form in forms if name != "MainWindow: Français")
    yield from ((name, french) for name, _, french in _help())


TEXTS = dict(_french())


def test_there_is_something_to_read() -> None:
    """The tables were found, not passed over in silence."""
    assert len(TEXTS) > 800
    assert {"errors.fr.NotReady", "facts.fr.state.open", "copy.draft"} <= TEXTS.keys()


@pytest.mark.parametrize("rule", RULES)
def test_every_french_text_keeps_the_rule(rule: str) -> None:
    broken = {name: text for name, text in TEXTS.items() if RULES[rule].search(re.sub(r"\{\w+\}", "…", text))}
    assert broken == {}


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_can_be_broken(rule: str) -> None:
    wrong = {
        "a plain space, or none, before a colon": "Motif : aucun",
        "a space before ; ! or ?": f"Vraiment{NBSP}?",
        "a guillemet without its no-break space": "« mot »",
        "straight or English quotation marks": "le mot “clé”",
        "a narrow no-break space": "12\u202f000",
        "two spaces": "un  mot",
        "the familiar « tu »": "si tu veux",
        "an English word": "Le sheet est vide",
        "a straight apostrophe": "l'avis",
        "three dots for an ellipsis": "Ajouter...",
        "n° with a degree sign": "N° 3",
        "a word that the glossary replaces": "la version expurgée",
    }
    assert RULES[rule].search(wrong[rule])


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("name", PAIRS)
def test_both_languages_have_the_same_keys_and_placeholders(name: str) -> None:
    english = dict(_leaves("", _toml(f"wording/{name}.en.toml")))
    french = dict(_leaves("", _toml(f"wording/{name}.fr.toml")))
    assert english.keys() == french.keys()
    # A singular may say its number by itself.
    differing = {
        key
        for key in english
        if not key.endswith("[0]") and _placeholders(english[key]) != _placeholders(french[key])
    }
    assert differing == set()


def test_papers_have_the_same_words_in_both_languages() -> None:
    papers = {"copy": _toml("wording/copy.toml"), **_toml("wording/release.toml")}
    for paper, tables in papers.items():
        assert isinstance(tables, Mapping)
        english, french = tables["en"], tables["fr"]
        assert english.keys() == french.keys(), paper
        assert all(text.strip() for text in (*english.values(), *french.values())), paper


def test_the_window_keeps_placeholders_and_one_access_key() -> None:
    for name, source, forms in _window():
        for form in forms:
            assert _placeholders(source) == _placeholders(form), name
            assert ("%n" in source) == ("%n" in form), name
            assert source.count("&") == form.count("&"), name


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_error_says_what_to_do_after_what_happened(language: str) -> None:
    """Two statements at least: an error of one sentence leaves a person alone with it."""
    sentences = _toml(f"wording/errors.{language}.toml")
    alone = {key for key, text in sentences.items() if len(re.findall(r"[.;](?:\s|$)", str(text))) < 2}
    assert alone == set()


def test_help_is_bilingual_throughout() -> None:
    """What typer prints has both languages: the docstring of a command and the help of an option."""
    said = list(_help())
    assert len(said) > 50
    for name, english, french in said:
        assert english != french, name
        assert english.endswith(".") == french.endswith("."), name


def test_the_french_readme_keeps_the_rules() -> None:
    text = (ROOT / "README.fr.md").read_text(encoding="utf-8")
    prose = re.sub(r"```.*?```|`[^`]*`|\*In English:|\[[^\]]*\]\([^)]*\)", "", text, flags=re.DOTALL)
    prose = re.sub(r"\s*\n\s*", "\n", prose)
    skipped = {"an English word", "two spaces"}
    assert [rule for rule, form in RULES.items() if rule not in skipped and form.search(prose)] == []
