# SPDX-License-Identifier: MIT
"""Our running of the models against spaCy's own: the same tokens and people on every text of the development set."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import spacy
import srsly
from spacy.language import Language as Pipeline

from reviewer.detection import models, tokens
from reviewer.errors import Cancelled
from reviewer.model.document import Language

CORPUS = Path(__file__).parent.parent / "corpus" / "detection" / "dev.jsonl"
ODD = {
    Language.EN: (
        "",
        " ",
        "\tMr. Lyle O'Brannagh-Roy\t613-555-0123\t",
        "Kenji Morrow's note (K. Morrow, kenji@example.org)...",
        "New York Times New York Times New York",
        "I'll can't cannot gonna Mr.Dr.Prof. 10km/h don’t",
        "Zq " * 300,
    ),
    Language.FR: (
        "",
        "L'arrière-petit-fils de Jean-Luc d'Aubrac-Roy, aujourd'hui à Saint-Jean-de-la-Rive, a-t-il appelé M. Oakes?",
        "Mme Anaïs Thibodeau-Veilleux\t819-555-0144\tporte-parole",
        "C’est l’avis de Me Éloïse Vachon, de l'entr'aide et du pet-en-l'air",
    ),
}


def _paragraphs(language: Language) -> list[str]:
    rows = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    lines = (line for row in rows for line in str(row["text"]).split("\n") if line.strip())
    # Both models read both languages: what they make of the wrong one must be the same too.
    return [*lines, *ODD[language]]


@pytest.fixture(scope="module", params=list(Language), ids=str)
def pair(request: pytest.FixtureRequest) -> tuple[Language, Pipeline, models.Model]:
    language: Language = request.param
    unused = ["tok2vec", "tagger", "morphologizer", "parser", "attribute_ruler", "lemmatizer", "senter"]
    folder = models.folder_of(language)
    return language, spacy.load(folder, exclude=[*unused, "strings"]), models.model(language)


def test_tokens_and_people_are_those_of_spacy(pair: tuple[Language, Pipeline, models.Model]) -> None:
    language, theirs, ours = pair
    texts = _paragraphs(language)
    wanted = list(theirs.pipe(texts, batch_size=256))
    made = [ours.tokenizer(text) for text in texts]
    assert [[token.text for token in doc] for doc in made] == [
        [token.text for token in doc] for doc in wanted
    ]
    named = [
        name for start in range(0, len(made), 50) for name in ours.network.names(made[start : start + 50])
    ]
    assert named == [[(entity.start, entity.end, entity.label_) for entity in doc.ents] for doc in wanted]
    assert sum(map(len, named)) > 300


def test_neighbours_change_nothing(pair: tuple[Language, Pipeline, models.Model]) -> None:
    language, _, ours = pair
    made = [ours.tokenizer(text) for text in _paragraphs(language)[::9]]
    together = ours.network.names(made)
    assert together == [ours.network.names([doc])[0] for doc in made]
    assert any(together)


def test_the_shared_pattern_matches_the_same_words() -> None:
    folder = models.folder_of(Language.FR)
    pattern = srsly.read_msgpack(folder / "tokenizer")["token_match"]
    theirs, ours = re.compile(pattern), re.compile(tokens.shared(pattern))
    words = {word for text in _paragraphs(Language.FR) for word in re.findall(r"[\w'’-]+", text)}
    words |= {
        f"{first}-{last}"
        for first in ("Marie", "anti", "l", "xyz", "sous")
        for last in words
        if "-" not in last
    }
    matched = {word for word in words if theirs.match(word)}
    assert matched == {word for word in words if ours.match(word)}
    assert 100 < len(matched) < len(words)


def test_a_word_from_outside_ends_the_work_between_two_batches() -> None:
    text = "Kenji Morrow met Anita Szabo in the hall.\n" * 400
    lines = [(start, start + 41, Language.EN) for start in range(0, len(text), 42)]
    told = 0

    def stop() -> None:
        nonlocal told
        told += 1
        if told == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        models.people([(text, lines)], tick=stop)
    (everybody,) = models.people([(text, lines)])
    assert {text[one.start : one.end] for one in everybody} == {"Anita Szabo"}
    assert len(everybody) == 400
