# SPDX-License-Identifier: MIT
"""What an error says to a person, in English or French; the sentences and the words are in resources/wording."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Callable, Mapping
from functools import cache

from reviewer import paths
from reviewer.errors import Fact, ReviewerError, WrongState
from reviewer.model.document import Language
from reviewer.publishing.words import release_words, rule_words

_LONGEST_FACT = 300
_TABLES = {
    "role": "role",
    "state": "state",
    "kind": "kind",
    "limit": "limit",
    "content": "content",
    "format": "format",
    "items": "item",
}


@cache
def _sentences(language: Language) -> Mapping[str, str]:
    with paths.resource("wording", f"errors.{language}.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def _codes(language: Language) -> Mapping[str, Mapping[str, str | list[str]]]:
    with paths.resource("wording", f"facts.{language}.toml").open("rb") as file:
        return tomllib.load(file)


def say(error: ReviewerError, language: Language) -> str:
    """What happened and what to do. The nearest class of the error's family that has a sentence gives it."""
    sentences = _sentences(language)
    for kind in type(error).__mro__:
        if kind.__name__ in sentences:
            return string.Formatter().vformat(sentences[kind.__name__], (), _Facts(error, language))
    return type(error).__name__


def clean(untrusted: str) -> str:
    """A text from outside without control characters and not too long, fit to be shown."""
    shown = "".join(
        character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in untrusted
    )
    return shown if len(shown) <= _LONGEST_FACT else f"{shown[: _LONGEST_FACT - 1]}…"


def of_code(table: str, code: str, language: Language) -> str:
    """The words of a code in one table of facts.{en,fr}.toml; the code itself when it has none."""
    words = _codes(language)[table].get(code, code)
    return words if isinstance(words, str) else code


def of_blocker(code: str, language: Language) -> str:
    """What blocks, from `kind:count` or `kind`; in French none is singular, in English plural."""
    kind, _, count = code.partition(":")
    number = int(count) if count.isdecimal() else 1
    forms = _codes(language)["blocker"].get(kind)
    if not isinstance(forms, list):
        return code
    one = number < 2 if language is Language.FR else number == 1
    return forms[not one].format(count=number)


def of_place(code: str, language: Language) -> str:
    """A place from `kind[:part or page][:n]`, as a run of text or a problem is named."""
    kind, *rest = code.split(":")
    known = {**release_words("place", language), **_codes(language)["place"]}
    if kind not in known:
        return code
    words = str(known[kind])
    said = words[:1].lower() + words[1:]
    for each in rest:
        said += f"{', ' if each == 'object' else ' '}{of_code('place_part', each, language)}"
    return said


def of_problem(code: str, language: Language) -> str:
    """What the document asks, from the id of a problem."""
    kind, *rest = code.split(":")
    sort = ":".join([kind, *rest[:1]])
    said = of_code("problem", sort, language)
    if len(rest) > 1 and said != sort:
        return " ".join([said, *rest[1:]])
    return " ".join([of_code("problem", kind, language), *rest])


def of_loss(code: str, language: Language) -> str:
    """What a copy does not carry, from a writer's `kind[:page]:count`."""
    kind, *rest = code.split(":")
    words = {**release_words("place", language), **release_words("loss", language)}.get(kind, kind)
    page = f", page {rest[0]}" if len(rest) > 1 else ""
    return f"{words}{page} ({rest[-1]})" if rest else words


def _of_file(code: str, language: Language) -> str:
    name, _, what = code.rpartition(": ")
    return f"{name} ({of_code('file', what, language)})" if name else code


def _of_field(code: str, language: Language) -> str:
    field, _, rule = code.rpartition(": ")
    said = rule_words(rule, language)
    return code if not field or said == rule else f"{field} – {said.removesuffix('.')}"


def _of_detail(code: str, language: Language, error: str) -> str:
    said = of_code("detail", f"{error}.{code}", language)
    if said != f"{error}.{code}":
        return said
    head, colon, place = code.partition(": ")
    if not colon:
        return of_code("detail", code, language)
    known = of_code("detail", head, language)
    return code if known == head else f"{known}, {of_place(place, language)}"


_SAID: Mapping[str, Callable[[str, Language], str]] = {
    "blockers": of_blocker,
    "problems": of_problem,
    "place": of_place,
    "places": of_place,
    "story": of_place,
    "files": _of_file,
    "fields": _of_field,
}


class _Facts(dict[str, str]):
    """The facts of an error as words; one that is missing is a dash."""

    def __init__(self, error: ReviewerError, language: Language) -> None:
        super().__init__()
        for name, value in error.facts.items():
            if value is not None:
                self[name] = _fact(error, name, value, language)
            elif name == "story":
                self[name] = of_place("nowhere", language)

    def __missing__(self, key: str) -> str:
        return "–"


def _fact(error: ReviewerError, name: str, value: Fact, language: Language) -> str:
    """One fact in words. Names, paths and numbers are themselves."""
    values = value if isinstance(value, tuple) else (value,)
    if not all(isinstance(each, str) for each in values):
        return clean(str(value))
    # Several roles come as one text: any of them will do.
    split = str(value).split(", ") if name == "needed" else [str(each) for each in values]
    said = [_word(type(error), name, each, language) for each in split]
    between = {"needed": of_code("join", "or", language), "fields": "; "}.get(name, ", ")
    return between.join(map(clean, said))


def _word(error: type[ReviewerError], name: str, code: str, language: Language) -> str:
    if name == "detail":
        return _of_detail(code, language, error.__name__)
    if name == "needed":
        return of_code("state" if issubclass(error, WrongState) else "role", code, language)
    if name in _SAID:
        return _SAID[name](code, language)
    return of_code(_TABLES[name], code, language) if name in _TABLES else code
