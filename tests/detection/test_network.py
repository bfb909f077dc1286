# SPDX-License-Identifier: MIT
"""Our running of the names models: the tokens are spaCy's, the chances the taught model's, no text knows of another."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import numpy as np
import pytest
import spacy
import srsly
from spacy.tokens import Doc

from reviewer import paths
from reviewer.detection import models, tokens, weights
from reviewer.errors import BrokenInstallation
from reviewer.model.document import Language

CORPUS = Path(__file__).parent.parent / "corpus" / "detection" / "dev.jsonl"
FIXTURE = Path(__file__).with_name("names_models.json")
"""Written by packaging/train_names/check.py, with torch."""
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
Sample = tuple[Language, models.Model]


def _paragraphs(language: Language) -> list[str]:
    rows = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    lines = (line for row in rows for line in str(row["text"]).split("\n") if line.strip())
    # Both models read both languages: what they make of the wrong one must be the same too.
    return [*lines, *ODD[language]]


@pytest.fixture(scope="module", params=list(Language), ids=str)
def sample(request: pytest.FixtureRequest) -> Sample:
    language: Language = request.param
    return language, models.model(language)


def test_tokens_are_those_of_spacy(sample: Sample) -> None:
    language, ours = sample
    theirs = spacy.load(models.folder_of(language), exclude=[*_PIPES, "strings"]).tokenizer
    for text in _paragraphs(language):
        assert [token.text for token in ours.tokenizer(text)] == [token.text for token in theirs(text)]


_PIPES = ("tok2vec", "tagger", "morphologizer", "parser", "attribute_ruler", "lemmatizer", "senter", "ner")


def test_chances_are_those_of_the_model_as_it_was_taught(sample: Sample) -> None:
    language, ours = sample
    texts = json.loads(FIXTURE.read_text(encoding="utf-8"))[language.value]
    lines = [[ours.tokenizer(line) for line in text["lines"]] for text in texts]
    assert [[token.text for doc in text for token in (*doc, *ours.newline)] for text in lines] == [
        text["tokens"] for text in texts
    ]
    made = ours.network.chances(lines, ours.newline)
    wanted = np.concatenate([text["named"] for text in texts])
    spaces = np.array([token.isspace() for text in texts for token in text["tokens"]])
    assert np.abs(1 - made[:, 0] - wanted)[~spaces].max() < 0.01
    assert (made[spaces, 0] == 1).all()
    assert (wanted > 0.5).sum() > 10


def test_neighbours_change_nothing(sample: Sample) -> None:
    language, ours = sample
    texts = [[ours.tokenizer(text)] for text in _paragraphs(language)[::9]]
    together = ours.network.names(texts, ours.newline)
    alone = [ours.network.names([text], ours.newline)[0] for text in texts]
    assert [[place[:3] for place in names] for names in together] == [
        [place[:3] for place in names] for names in alone
    ]
    assert any(together)
    assert ours.network.names([[]], ours.newline) == [[]]
    assert ours.network.names([], ours.newline) == []


def test_a_name_never_crosses_a_line_or_a_cell() -> None:
    ours = models.model(Language.EN)
    docs: list[Doc] = [ours.tokenizer("Kenji Morrow\tAnita Szabo"), ours.tokenizer("Lyle Okafor")]
    (found,) = ours.network.names([docs], ours.newline)
    assert [docs[line][first:last].text for line, first, last, _ in found] == [
        "Kenji Morrow",
        "Anita Szabo",
        "Lyle Okafor",
    ]


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


@pytest.mark.parametrize("language", list(Language), ids=str)
def test_weights_that_are_missing_or_changed_are_refused(tmp_path: Path, language: Language) -> None:
    stated = weights.card(language.value)
    folder = tmp_path / "models"
    shutil.copytree(paths.resource("models"), folder)
    assert weights.network(language.value, folder).threshold == stated["threshold"]
    file = folder / stated["file"]
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    with pytest.raises(BrokenInstallation) as changed:
        weights.network(language.value, folder)
    assert changed.value.facts == {"file": stated["file"]}
    file.unlink()
    with pytest.raises(BrokenInstallation):
        weights.network(language.value, folder)


def test_the_models_stay_small() -> None:
    files = [path for path in paths.resource("models").iterdir() if path.suffix == ".npz"]
    named = [*(language.value for language in Language), "sentences"]
    assert {path.name for path in files} == {weights.card(name)["file"] for name in named}
    assert sum(path.stat().st_size for path in files) < 60_000_000
