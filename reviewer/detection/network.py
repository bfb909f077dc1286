# SPDX-License-Identifier: MIT
"""The name recognizer of a spaCy model, run with NumPy over many paragraphs at once: spaCy's answers in a fraction of its time.

A word outside a name is judged by what stands four words to each side, so that all of them are judged in one product; only
the words inside a name wait for one another. tests/detection/test_network.py holds the answers against spaCy's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.tokens import Doc

Floats = NDArray[np.float32]
Keys = NDArray[np.uint64]

BEGIN, INSIDE, LAST, SINGLE, OUTSIDE = range(1, 6)
"""The kinds of moves, numbered as the models' files number them."""
_COLUMNS: list[int | str] = ["NORM", "PREFIX", "SUFFIX", "SHAPE", "ORTH", "IS_SPACE"]
"""What is read of a token; the first four have a table each."""
_ORTH, _SPACE = 4, 5
_REACH = 4
"""Rows of zeros between two paragraphs, as many as there are layers: no paragraph then knows of another."""
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
    """Vectors of frequent words, and the weights that fit them in; zeros for any other word."""

    places: Mapping[int, int]
    rows: Floats
    weights: Floats

    def __call__(self, words: Keys) -> Floats:
        """A row for each word."""
        at = np.array([self.places.get(word, -1) for word in words.tolist()], dtype=np.int64)
        found: Floats = self.rows[at] @ self.weights
        found[at < 0] = 0
        return found


@dataclass(frozen=True, slots=True)
class Judge:
    """Which move comes next: `parts` weigh the word, the first word of the open name and the word before."""

    parts: Floats
    bias: Floats
    nobody: Floats
    """What stands for the two other words outside a name."""
    weights: Floats
    start: Floats
    moves: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Network:
    """All weights of a name recognizer."""

    tables: tuple[Table, ...]
    known: Known | None
    mix: Layer
    context: tuple[Layer, ...]
    reduce: tuple[Floats, Floats]
    judge: Judge

    def names(self, docs: Sequence[Doc]) -> list[list[tuple[int, int, str]]]:
        """The entities of each paragraph, as (first token, token after the last, label)."""
        lengths = [len(doc) for doc in docs]
        if not sum(lengths):
            return [[] for _ in docs]
        tokens: Keys = np.concatenate([doc.to_array(_COLUMNS) for doc in docs if len(doc)])
        weight, bias = self.reduce
        walk = _Walk(
            self.judge, self._vectors(tokens, lengths) @ weight + bias, tokens[:, _SPACE] != 0, lengths
        )
        return [
            list(walk.names(end - length, end))
            for length, end in zip(lengths, accumulate(lengths), strict=True)
        ]

    def _vectors(self, tokens: Keys, lengths: Sequence[int]) -> Floats:
        """A vector for each token that knows what stands four tokens to each side."""
        firsts, which = _different(tokens)
        words = self._words(tokens[firsts])
        silent = len(words)
        words = np.concatenate([words, np.zeros((1, words.shape[1]), words.dtype)])
        placed = np.full(len(tokens) + _REACH * (len(lengths) + 1), silent)
        at = np.arange(len(tokens)) + _REACH * np.repeat(np.arange(1, len(lengths) + 1), lengths)
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
        if self.known is not None:
            parts.append(self.known(tokens[:, _ORTH]))
        sums: Floats = np.concatenate(parts, axis=1) @ self.mix.weights
        return self.mix.level(sums)


class _Walk:
    """Goes through paragraphs from left to right and takes the best move that is allowed."""

    def __init__(
        self, judge: Judge, vectors: Floats, spaces: NDArray[np.bool_], lengths: Sequence[int]
    ) -> None:
        self.judge = judge
        own, first, before = np.split(vectors @ judge.parts, 3, axis=1)
        self._own, self._first, self._before = own, first, before
        scores = _greatest(own + judge.nobody) @ judge.weights + judge.start
        kinds = np.array([kind for kind, _ in judge.moves])
        scores[
            :,
            ~np.isin(kinds, (BEGIN, SINGLE, OUTSIDE))
            | np.array([not (label or kind == OUTSIDE) for kind, label in judge.moves]),
        ] = -np.inf
        scores[np.ix_(spaces, kinds != OUTSIDE)] = -np.inf
        ends = np.cumsum([length for length in lengths if length]) - 1
        scores[np.ix_(ends, kinds == BEGIN)] = -np.inf
        self._best = scores.argmax(axis=1)
        self._names = np.flatnonzero(kinds[self._best] != OUTSIDE)
        places = {move: number for number, move in enumerate(judge.moves)}
        self._choice = {
            label: (
                judge.weights[:, [places[INSIDE, label], places[LAST, label]]].T.copy(),
                judge.start[[places[INSIDE, label], places[LAST, label]]],
            )
            for kind, label in judge.moves
            if kind == BEGIN
        }

    def names(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """The entities between two rows, counted from the first."""
        free = start
        low, high = np.searchsorted(self._names, (start, end))
        for at in self._names[low:high].tolist():
            if at < free:
                continue
            kind, label = self.judge.moves[self._best[at]]
            free = at + 1 if kind == SINGLE else self._end(at, end, label)
            yield at - start, free - start, label

    def _end(self, first: int, end: int, label: str) -> int:
        """Where a name of several words ends."""
        weights, start = self._choice[label]
        opening = self._first[first] + self.judge.bias
        for at in range(first + 1, end - 1):
            sums = self._own[at] + self._before[at - 1]
            sums += opening
            half = len(sums) // 2
            inside, last = weights @ np.maximum(sums[:half], sums[half:]) + start
            if last > inside:
                return at + 1
        return end


def _greatest(sums: Floats) -> Floats:
    half = sums.shape[1] // 2
    return np.maximum(sums[:, :half], sums[:, half:])


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
