# SPDX-License-Identifier: MIT
"""Each error has its exit code within its family's ten, and its sentence in both languages."""

from __future__ import annotations

import re
import tomllib
from string import Formatter

import pytest

from reviewer import errors
from reviewer.errors import ReviewerError
from tests.architecture.sources import ROOT
from tests.conftest import Golden

FAMILIES = {
    "UsageError": range(2, 3),
    "InputError": range(10, 20),
    "OfficeError": range(10, 11),
    "PolicyError": range(20, 30),
    "GateError": range(30, 40),
    "StoreError": range(40, 50),
    "DiskError": range(50, 60),
    "PortalError": range(60, 70),
    "Cancelled": range(130, 131),
}


def _below(kind: type[ReviewerError]) -> tuple[type[ReviewerError], ...]:
    return tuple(found for child in kind.__subclasses__() for found in (child, *_below(child)))


ALL = _below(ReviewerError)


def _sentences(language: str) -> dict[str, str]:
    path = ROOT / "resources" / "wording" / f"errors.{language}.toml"
    return {key: str(value) for key, value in tomllib.loads(path.read_text(encoding="utf-8")).items()}


def _fields(sentence: str) -> set[str]:
    return {re.split(r"[.\[]", name)[0] for _, name, _, _ in Formatter().parse(sentence) if name}


def _facts(kind: type[ReviewerError]) -> set[str]:
    """The facts that docstrings promise, a parent's included."""
    said = " ".join(parent.__doc__ or "" for parent in kind.__mro__ if issubclass(parent, ReviewerError))
    lists = re.findall(r"Facts(?: of the family)?: ([^.]*)\.", said)
    return set(re.findall(r"\w+", " ".join(lists)))


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_errors_are_raised_from_one_package(kind: type[ReviewerError]) -> None:
    assert kind.__module__.startswith(f"{errors.__name__}.")
    assert getattr(errors, kind.__name__) is kind
    assert kind.__name__ in errors.__all__


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_the_exit_code_is_of_the_family(kind: type[ReviewerError]) -> None:
    family = next(parent.__name__ for parent in kind.__mro__ if parent.__name__ in FAMILIES)
    assert kind.exit_code in FAMILIES[family]


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_the_error_is_drawn_in_the_tree(kind: type[ReviewerError]) -> None:
    assert re.search(rf"\b{kind.__name__}\b", errors.__doc__ or "")


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_the_error_is_said_in_both_languages(kind: type[ReviewerError], language: str) -> None:
    sentence = _sentences(language)[kind.__name__]
    assert sentence.strip()
    assert _fields(sentence) <= _facts(kind), "a sentence names only facts that the error promises"


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_both_languages_say_the_same_facts(kind: type[ReviewerError]) -> None:
    assert _fields(_sentences("en")[kind.__name__]) == _fields(_sentences("fr")[kind.__name__])


@pytest.mark.golden
def test_exit_codes_do_not_move(golden: Golden) -> None:
    """Scripts rely on them: a change here is a change of the interface."""
    golden("exit_codes.txt", "".join(sorted(f"{kind.exit_code:>3} {kind.__name__}\n" for kind in ALL)))
