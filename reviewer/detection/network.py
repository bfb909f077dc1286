# SPDX-License-Identifier: MIT
"""The names model of a language, run with NumPy over many lines at once.

Each word is judged by itself, its neighbours up to six words to each side and the ends of lines between them; all words of a
batch are judged in one product. How the weights were learnt: packaging/train_names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.tokens import Doc

Floats = NDArray[np.float32]
Keys = NDArray[np.uint64]

_COLUMNS: list[int | str] = ["NORM", "PREFIX", "SUFFIX", "SHAPE", "ORTH", "IS_SPACE"]
"""What is read of a token; the first four have a table each."""
_ORTH, _SPACE = 4, 5
_OUTSIDE, _BEGIN, _INSIDE = range(3)
"""The tags, as the models number them."""
_TINY = np.float32(1e-8)


@dataclass(frozen=True, slots=True)
class Layer:
    """The greatest of three sums for each unit, levelled over the units. Weights stand sum by sum."""

    weights: Floats
    bias: Floats
    gain: Floats
    shift: Floats

    def level(self, sums: Floats) -> Floats:
        """From the sums of rows and weights to the units; the sums are used up."""
        width = len(self.gain)
        sums += self.bias
        best = np.maximum(sums[:, :width], sums[:, width : 2 * width])
        np.maximum(best, sums[:, 2 * width :], out=best)
        best -= best.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", best, best) / np.float32(width) + _TINY
        best *= (np.float32(1) / np.sqrt(spread))[:, None]
        best *= self.gain
        best += self.shift
        return best


@dataclass(frozen=True, slots=True)
class Table:
    """A vector for each value of an attribute; each value is the sum of four rows that its hash chooses."""

    seed: int
    rows: Floats

    def __call__(self, values: Keys) -> Floats:
        """A row for each value."""
        from thinc.api import NumpyOps

        at = NumpyOps().hash(values, self.seed) % len(self.rows)
        found: Floats = self.rows[at].sum(axis=1)
        return found


@dataclass(frozen=True, slots=True)
class Known:
    """Vectors of frequent words; zeros for any other word."""

    keys: Keys
    """Sorted."""
    places: NDArray[np.uint16]
    rows: Floats

    def __call__(self, words: Keys) -> Floats:
        """A row for each word."""
        at = np.minimum(np.searchsorted(self.keys, words), len(self.keys) - 1)
        found: Floats = self.rows[self.places[at]]
        found[self.keys[at] != words] = 0
        return found


@dataclass(frozen=True, slots=True)
class Network:
    """All weights of a names model."""

    tables: tuple[Table, ...]
    known: Known
    mix: Layer
    context: tuple[Layer, ...]
    out: tuple[Floats, Floats]
    threshold: float
    """From this chance on a word is taken for part of a name."""

    def names(self, texts: Sequence[Sequence[Doc]], newline: Doc) -> list[list[tuple[int, int, int, float]]]:
        """The names of each text, as (line, first token, token after the last, chance). A text is a list of its lines."""
        if not any(texts):
            return [[] for _ in texts]
        chances = self.chances(texts, newline)
        named = 1 - chances[:, _OUTSIDE]
        begins = chances[:, _BEGIN] > chances[:, _INSIDE]
        starts = accumulate((_length(text) for text in texts), initial=0)
        return [
            list(self._places(text, start, named, begins)) for text, start in zip(texts, starts, strict=False)
        ]

    def chances(self, texts: Sequence[Sequence[Doc]], newline: Doc) -> Floats:
        """For each token, line ends included: the chances to be outside, to begin a name, to go on with one."""
        columns = [
            doc.to_array(_COLUMNS).reshape(-1, len(_COLUMNS))
            for text in texts
            for line in text
            for doc in (line, newline)
        ]
        tokens: Keys = np.concatenate(columns)
        weight, bias = self.out
        chances = _chances(self._vectors(tokens, [_length(text) for text in texts]) @ weight + bias)
        chances[tokens[:, _SPACE] != 0] = (1, 0, 0)
        return chances

    def _places(
        self, text: Sequence[Doc], start: int, named: Floats, begins: NDArray[np.bool_]
    ) -> Iterator[tuple[int, int, int, float]]:
        for number, line in enumerate(text):
            inside = (named[start : start + len(line)] >= self.threshold).tolist()
            first = -1
            for at, yes in enumerate([*inside, False]):
                if first >= 0 and (not yes or begins[start + at]):
                    yield number, first, at, float(named[start + first : start + at].mean())
                    first = -1
                if yes and first < 0:
                    first = at
            start += len(line) + 1

    def _vectors(self, tokens: Keys, lengths: Sequence[int]) -> Floats:
        """A vector for each token that knows what stands around it."""
        firsts, which = _different(tokens)
        words = self._words(tokens[firsts])
        silent = len(words)
        words = np.concatenate([words, np.zeros((1, words.shape[1]), words.dtype)])
        # As many empty rows between two texts as there are layers: no text then knows of another.
        reach = len(self.context)
        placed = np.full(len(tokens) + reach * (len(lengths) + 1), silent)
        at = np.arange(len(tokens)) + reach * np.repeat(np.arange(1, len(lengths) + 1), lengths)
        placed[at] = which
        width = words.shape[1]
        # The first layer looks at words alone: each word is weighed once, wherever it stands.
        left, middle, right = (words @ self.context[0].weights[n * width : (n + 1) * width] for n in range(3))
        sums = middle[placed]
        sums[1:] += left[placed[:-1]]
        sums[:-1] += right[placed[1:]]
        rows = words[placed] + self.context[0].level(sums)
        around = np.zeros((len(rows), 3 * width), rows.dtype)
        for layer in self.context[1:]:
            around[1:, :width] = rows[:-1]
            around[:, width : 2 * width] = rows
            around[:-1, 2 * width :] = rows[1:]
            rows += layer.level(around @ layer.weights)
        vectors: Floats = rows[at]
        return vectors

    def _words(self, tokens: Keys) -> Floats:
        """A vector for each word by itself."""
        parts = [table(np.ascontiguousarray(tokens[:, column])) for column, table in enumerate(self.tables)]
        parts.append(self.known(tokens[:, _ORTH]))
        sums: Floats = np.concatenate(parts, axis=1) @ self.mix.weights
        return self.mix.level(sums)


def _length(text: Sequence[Doc]) -> int:
    """The tokens of a text: each line and its end."""
    return sum(len(line) + 1 for line in text)


def _chances(scores: Floats) -> Floats:
    scores -= scores.max(axis=1, keepdims=True)
    raised = np.exp(scores)
    chances: Floats = raised / raised.sum(axis=1, keepdims=True)
    return chances


def _different(tokens: Keys) -> tuple[list[int], list[int]]:
    """The row where each different word stands first, and for each row which word it is."""
    seen: dict[tuple[int, int], int] = {}
    firsts: list[int] = []
    which: list[int] = []
    for row, word in enumerate(zip(tokens[:, _ORTH].tolist(), tokens[:, 0].tolist(), strict=True)):
        number = seen.setdefault(word, len(seen))
        if number == len(firsts):
            firsts.append(row)
        which.append(number)
    return firsts, which
