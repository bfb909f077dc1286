# SPDX-License-Identifier: MIT
"""What every command shares: one JSON document whatever happens, both languages, exit codes, the table of the docs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reviewer import __version__, errors
from reviewer.errors import ReviewerError
from tests.cli.run import Parvis
from tests.workflow import way

DOCS = Path(__file__).parents[2] / "docs"
NO_SUCH = "0123456789abcdef"

WRONG = [
    ["scan"],
    ["scan", "--no-such-option", "x"],
    ["nonsense"],
    ["preview", "x.txt"],
    ["preview", "x.txt", "--out", "y"],
    ["preview", "x.txt", "--out", "y", "--withhold", "w", "--language", "de"],
    ["person", "add"],
    ["person", "add", "Somebody", "--role", "queen"],
    ["person", "add", "Somebody", "--role", "author", "--passphrase-fd", "99"],
    ["review", "decide", NO_SUCH],
    ["review", "show", NO_SUCH],
    ["review", "undo", NO_SUCH, "--by", "Nobody"],
    ["review", "seen", NO_SUCH, "--by", "Nobody", "--page", "one"],
    ["sign", NO_SUCH, "--by", "Nobody"],
    ["release"],
    ["release", NO_SUCH],
    ["verify"],
    ["portal", "validate"],
    ["portal", "validate", "/nowhere/record.json"],
    ["portal", "push", "x"],
]


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_a_wrong_call_ends_with_2_and_one_json_document(parvis: Parvis, arguments: list[str]) -> None:
    said = parvis(*arguments, "--json")
    assert said.code == 2
    assert said.json["exit_code"] == 2
    assert said.err.strip()
    assert "Traceback" not in said.err


def test_json_may_stand_before_the_command(parvis: Parvis, tmp_path: Path) -> None:
    assert parvis("--json", "nonsense").json["exit_code"] == 2
    path = way.write(tmp_path)
    assert parvis("--json", "scan", "--fast", path).json == parvis("scan", "--json", "--fast", path).json


def test_the_help_is_of_one_language(parvis: Parvis) -> None:
    english, french = (parvis("--lang", language, "--help").out for language in ("en", "fr"))
    assert "Find what may be sensitive." in english
    assert "Signaler ce qui peut être délicat." in french
    for told in (english, parvis("review", "add", "--lang", "en", "--help").out):
        assert "Show this message" in told
        assert not any(word in told for word in (" / ", "Afficher", "Langue"))
    for told in (french, parvis("review", "add", "--lang", "fr", "--help").out):
        assert "Afficher ce message" in told
        assert not any(word in told for word in (" / ", "Show this", "Language"))


def test_the_whole_help_page_is_of_one_language(parvis: Parvis) -> None:
    french = parvis("preview", "--lang", "fr", "--help").out
    for told in (
        "Utilisation",
        "{FICHIER}",
        "Options\u00a0:",
        "<chemin>",
        "[obligatoire]",
        "[par défaut\u00a0: 19(1)]",
    ):
        assert told in french
    for foreign in ("Usage", "required", "default:", "<path>", "<str>", "list["):
        assert foreign not in french
    assert "COMMANDE [ARGUMENTS]" in parvis("--lang", "fr", "review", "--help").out
    assert "--page <number>..." in parvis("review", "seen", "--lang", "en", "--help").out


def test_a_call_without_a_command_shows_the_help(parvis: Parvis) -> None:
    assert "Usage: parvis" in parvis().err
    assert "Commandes\u00a0:" in parvis("--lang", "fr").err
    assert "Commandes\u00a0:" in parvis("--lang", "fr", "person").err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["scna"], "la commande «\u00a0scna\u00a0» n’existe pas. Vouliez-vous dire\u00a0: scan?"),
        (["scan", "--fst", "x"], "l’option --fst n’existe pas. Vouliez-vous dire\u00a0: --fast, --stream?"),
        (["preview", "x", "--witheld", "y"], "Vouliez-vous dire\u00a0: --withhold, --help?"),
        (["scan", "--fast=1", "x"], "l’option --fast ne prend pas de valeur"),
        (["scan", "--encoding"], "l’option --encoding demande une valeur"),
        (["preview"], "il manque FICHIER <chemin>"),
        (["preview", "x.txt"], "il manque l’option --out <chemin>"),
        (["review", "seen", NO_SUCH, "--by", "x", "--page", "a"], "La forme attendue est --page <nombre>..."),
        (["journal", "one", "two"], "il y a des mots en trop (one two)."),
        (["scan"], "indiquez un fichier ou un dossier"),
    ],
)
def test_what_is_wrong_with_a_call_is_said_in_french(parvis: Parvis, arguments: list[str], told: str) -> None:
    said = parvis("--lang", "fr", *arguments)
    assert said.code == 2
    assert told in said.err


def test_the_language_is_chosen_or_the_systems(parvis: Parvis, monkeypatch: pytest.MonkeyPatch) -> None:
    missing = ("scan", "--fast", "/nowhere/x.txt")
    assert "cannot be read" in parvis(*missing).err
    assert "ne peut pas être lu" in parvis("--lang", "fr", *missing).err
    assert "ne peut pas être lu" in parvis(*missing, "--lang=fr").err
    monkeypatch.setenv("LANG", "fr_CA.UTF-8")
    assert "ne peut pas être lu" in parvis(*missing).err
    assert "cannot be read" in parvis(*missing, "--lang", "en").err


def test_version_and_help(parvis: Parvis) -> None:
    assert parvis("--version").out.strip() == __version__
    for command in (
        "scan",
        "preview",
        "verify",
        "review",
        "person",
        "portal",
        "release",
        "sign",
        "journal",
        "demo",
    ):
        assert parvis(command, "--help").code == 0


def test_the_unforeseen_ends_with_1_and_names_no_content(
    parvis: Parvis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reviewer.workflow import batch

    def stumble(*arguments: object, **more: object) -> None:
        raise RuntimeError("Quillfeather at 613-555-0142")

    monkeypatch.setattr(batch, "open_path", stumble)
    said = parvis("scan", "--json", "--fast", way.write(tmp_path))
    assert said.code == 1
    assert said.json["error"] == "Unforeseen"
    assert said.json["facts"]["kind"] == "RuntimeError"
    assert "Quillfeather" not in said.out + said.err


def _below(kind: type[ReviewerError]) -> list[type[ReviewerError]]:
    return [found for child in kind.__subclasses__() for found in (child, *_below(child))]


def test_the_documented_table_of_exit_codes_is_the_programs() -> None:
    page = (DOCS / "interfaces.md").read_text("utf-8")
    table = page[page.index("## Exit codes") :]
    documented = {
        name: int(code)
        for code, names in re.findall(r"^\| (\d+) \| ([^|]+) \|", table, re.MULTILINE)
        for name in re.findall(r"`(\w+)`", names)
    }
    assert documented == {kind.__name__: kind.exit_code for kind in _below(errors.ReviewerError)}


def test_every_command_and_option_is_documented(parvis: Parvis) -> None:
    page = (DOCS / "interfaces.md").read_text("utf-8")
    for command in _commands(parvis):
        assert f"parvis {command}" in page, command
    for group in ("review", "person", "portal"):
        for command in _commands(parvis, group):
            assert f"parvis {group} {command}" in page, command


def _commands(parvis: Parvis, *above: str) -> list[str]:
    listed = parvis(*above, "--help").out.partition("Commands:")[2]
    return re.findall(r"^  ([a-z-]+) ", listed, re.MULTILINE)


@pytest.mark.parametrize(
    ("command", "told"), [(["person", "list"], "Personne; nom"), (["journal"], "Numéro; moment")]
)
def test_the_cells_of_rows_are_named(parvis: Parvis, command: list[str], told: str) -> None:
    said = parvis("--lang", "fr", *command)
    assert said.code == 0
    assert told in said.err
    assert told not in parvis("--lang", "fr", "--json", *command).err
