# SPDX-License-Identifier: MIT
"""How likely each kind of passage is for a sentence, by the trained weights of resources/lexicons/passages.npz.

The weights come from packaging/train_passages. They know how the sentences they were trained on are worded; they do
not know what a sentence means.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reviewer import paths
from reviewer.detection.wordings import NAMED, Groups, Said, features, words
from reviewer.model.document import Language

Floats = NDArray[np.float32]
NONE = "NONE"
_AT_ONCE = 1_000
"""Sentences: of a story of millions of signs all at once would fill the memory."""
_TELLING = 0.4
"""A word is cited that weighs at least this share of what the heaviest does."""
_SMALL_WORDS = """
about after again all also although and any are because been before being but can could did does down during each even for
from had has have her here hers him his how however into its just may might more most much must never not now off once only
other our out over shall she should since some still such than that the their them then there these they this those though
through too under until upon very was well were what when where whether which while who whom whose why will with within
without would yet you your but say says said one two three four
afin ailleurs ainsi alors après aucun aucune auquel aura aussi autre autres aux avait avaient avant avec avez avoir avons
était étaient été être car ceci cela celle celles celui ces cet cette ceux chez comme comment contre dans depuis des deux
devant dont donc dès elle elles encore entre est eux fait faire ici ils jusqu jusque laquelle lequel les lesquels leur
leurs lorsqu lorsque lui mais même mes moins mon non nos notre nous ont par parce pas pendant peu peut plus pour pourquoi
quand que quel quelle qui quoi rien sans sera ses seront seul selon son sont sous souvent sur tandis tel telle toujours tous
tout toute toutes très une vers voici vos votre vous dit dire mars
"""
_SMALL = frozenset(_SMALL_WORDS.split())
"""They weigh, but tell a reader nothing."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The trained weights: a row for each feature, a column for each class."""

    classes: tuple[str, ...]
    rows: Mapping[str, int]
    values: Floats
    bias: Floats
    groups: Mapping[Language, Groups]


@cache
def weights() -> Weights:
    """The weights of the program's own file, read once."""
    with paths.resource("lexicons", "passages.npz").open("rb") as file, np.load(file) as stored:
        return Weights(
            classes=tuple(_lines(stored["classes"])),
            rows={name: row for row, name in enumerate(_lines(stored["features"]))},
            values=stored["values"].astype(np.float32) * stored["scale"],
            bias=stored["bias"],
            groups=groups(stored),
        )


def groups(stored: Mapping[str, Any]) -> Mapping[Language, Groups]:
    """The groups of like words of each language, from the arrays of the file."""
    return {
        language: Groups(
            dict(zip(_lines(stored[f"words_{language}"]), stored[f"fine_{language}"].tolist(), strict=True)),
            stored[f"coarse_{language}"].tolist(),
        )
        for language in (Language.EN, Language.FR)
    }


def _lines(stored: NDArray[np.uint8]) -> list[str]:
    return stored.tobytes().decode("utf-8").split("\n")


def judge(sentences: Sequence[Said]) -> Floats:
    """How likely each class is for each sentence: a row for each, columns as `weights().classes`."""
    if not sentences:
        return np.zeros((0, len(weights().classes)), np.float32)
    at_once = range(0, len(sentences), _AT_ONCE)
    return np.concatenate([_judge(sentences[first : first + _AT_ONCE]) for first in at_once])


def _judge(sentences: Sequence[Said]) -> Floats:
    model = weights()
    places: list[int] = []
    strengths: list[float] = []
    starts: list[int] = []
    for said in sentences:
        starts.append(len(places))
        here = [
            (model.rows[name], strength)
            for name, strength in features(said, model.groups).items()
            if name in model.rows
        ] or [(0, 0.0)]
        scale = 2 / len(here) ** 0.5
        places.extend(row for row, _ in here)
        strengths.extend(strength * scale for _, strength in here)
    weighed = model.values[places] * np.array(strengths, np.float32)[:, None]
    sums = np.add.reduceat(weighed, starts, axis=0) + model.bias
    raised = np.exp(sums - sums.max(axis=1, keepdims=True))
    shares: Floats = raised / raised.sum(axis=1, keepdims=True)
    return shares


def speaking(said: Said, category: str, most: int) -> tuple[str, ...]:
    """The words of the weights' own list that speak most for a category in this sentence, the strongest first."""
    model = weights()
    column, none = model.classes.index(category), model.classes.index(NONE)
    weighed = {}
    for word, written in words(said):
        row = model.rows.get(f"w={word}")
        if row is not None and written != NAMED and len(word) > 2 and word not in _SMALL:
            weighed[word] = float(model.values[row, column] - model.values[row, none])
    strongest = sorted(weighed.items(), key=lambda item: (-item[1], item[0]))
    least = _TELLING * strongest[0][1] if strongest else 0.0
    return tuple(word for word, weight in strongest[:most] if weight > 0 and weight >= least)
