# SPDX-License-Identifier: MIT
"""The translations: gathered from the sources as they are now, complete, with the same places to fill in."""

from __future__ import annotations

import ast
import importlib.util
import re
import string
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.architecture.sources import ROOT, modules, shown, tree

I18N = ROOT / "resources" / "i18n"
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def _messages(language: str) -> Iterator[tuple[str, str, list[str]]]:
    # Our own file: no entity or DOCTYPE of a stranger.
    root = ET.parse(I18N / f"app_{language}.ts").getroot()  # noqa: S314
    for context in root.iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            yield context.findtext("name", ""), message.findtext("source", ""), forms


def test_they_are_up_to_date() -> None:
    assert _script().stale() == []


def test_they_are_complete_and_every_context_is_a_class() -> None:
    assert _script().problems(I18N) == []


def test_every_context_is_a_class_of_the_window() -> None:
    classes = {
        node.name for path in modules("ui") for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef)
    }
    assert {context for context, _, _ in _messages("fr")} <= classes


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_translation_has_the_places_of_its_source(language: str) -> None:
    def places(text: str) -> set[str]:
        fields = {name for _, name, _, _ in string.Formatter().parse(text) if name}
        return fields | set(re.findall(r"%n", text))

    wrong = [
        (context, source)
        for context, source, forms in _messages(language)
        for form in forms
        if places(form) != places(source) or ("\n" in source) != ("\n" in form)
    ]
    assert wrong == []


def test_keyboard_letters_are_kept() -> None:
    wrong = [
        (context, source)
        for context, source, forms in _messages("fr")
        if (source.count("&") == 1) != (forms[0].count("&") == 1)
    ]
    assert wrong == []


def test_french_is_set_as_french_is() -> None:
    for _, _, forms in _messages("fr"):
        for form in forms:
            assert not re.search(r"(?<![\d\w/])\w+ :", form), form
            assert not re.search(rf"\w:(?= |$)|«(?!{NO_BREAK_SPACE})|(?<!{NO_BREAK_SPACE})»|'", form), form


@pytest.mark.parametrize("path", modules("ui"), ids=shown)
def test_no_text_is_asked_for_inside_an_f_string(path: Path) -> None:
    """The tool that gathers texts does not look there."""
    inside = [
        call.lineno
        for joined in ast.walk(tree(path))
        if isinstance(joined, ast.JoinedStr)
        for call in ast.walk(joined)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "tr"
    ]
    assert inside == []


@pytest.mark.parametrize("path", modules("ui"), ids=shown)
def test_texts_are_asked_for_by_their_own_class(path: Path) -> None:
    """The context is the class around the call: only `self` has it."""
    others = [
        call.lineno
        for call in ast.walk(tree(path))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "tr"
        and not (isinstance(call.func.value, ast.Name) and call.func.value.id == "self")
    ]
    assert others == []
