# SPDX-License-Identifier: MIT
"""Reads from a spaCy model what a names model begins with: tables of word features, vectors, layers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import srsly
from numpy.typing import NDArray

COLUMNS: list[int | str] = ["NORM", "PREFIX", "SUFFIX", "SHAPE", "ORTH", "IS_SPACE"]
"""What is read of a token, as reviewer/detection/network.py reads it."""
Floats = NDArray[np.float32]
Node = tuple[str, Mapping[str, Any], Mapping[str, Any]]
"""Name, weights, attributes."""


@dataclass(frozen=True, slots=True)
class Layer:
    """The greatest of three sums for each unit, levelled over the units; weights stand sum by sum."""

    weights: Floats
    bias: Floats
    gain: Floats
    shift: Floats


@dataclass(frozen=True, slots=True)
class Base:
    """A spaCy model's vectors of words in context, without its judge of names."""

    seeds: tuple[int, ...]
    tables: tuple[Floats, ...]
    known: Floats
    """Vectors of frequent words, already fitted to the others' width."""
    places: Mapping[int, int]
    mix: Layer
    context: tuple[Layer, ...]


def read(folder: Path) -> Base:
    """The base of the model in a folder."""
    stored = srsly.read_msgpack(folder / "ner" / "model")
    nodes = list(
        zip((one["name"] for one in stored["nodes"]), stored["params"], stored["attrs"], strict=True)
    )
    layers = list(_layers(nodes))
    (mix,) = (layer for layer in layers if len(layer.weights) != 3 * len(layer.gain))
    (fitted,) = (weights["W"] for name, weights, _ in nodes if name == "static_vectors")
    hashed = [
        (weights["E"], attributes["seed"]) for name, weights, attributes in nodes if name == "hashembed"
    ]
    return Base(
        seeds=tuple(srsly.msgpack_loads(seed) for _, seed in hashed),
        tables=tuple(rows for rows, _ in hashed),
        known=np.load(folder / "vocab" / "vectors") @ fitted.T,
        places=srsly.read_msgpack(folder / "vocab" / "key2row"),
        mix=mix,
        context=tuple(layer for layer in layers if layer is not mix),
    )


def _layers(nodes: Sequence[Node]) -> Iterator[Layer]:
    """Each maxout layer; its norm is the next node with weights."""
    weighted = [(name, weights) for name, weights, _ in nodes if weights]
    for (name, sums), (_, norm) in pairwise(weighted):
        if name == "maxout":
            units, pieces, width = sums["W"].shape
            weights = sums["W"].transpose(1, 0, 2).reshape(pieces * units, width)
            bias = sums["b"].T.reshape(-1).copy()
            yield Layer(np.ascontiguousarray(weights.T), bias, norm["G"], norm["b"])
