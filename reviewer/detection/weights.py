# SPDX-License-Identifier: MIT
"""Reads the weights of a model's name recognizer from the file that spaCy wrote."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from reviewer.detection.network import Floats, Judge, Known, Layer, Network, Table

_Node = tuple[str, Mapping[str, Any], Mapping[str, Any]]
"""Name, weights, attributes."""


def network(folder: Path) -> Network:
    """The name recognizer of the model in a folder."""
    import srsly

    stored = srsly.read_msgpack(folder / "ner" / "model")
    nodes = [
        (node["name"], weights, attributes)
        for node, weights, attributes in zip(stored["nodes"], stored["params"], stored["attrs"], strict=True)
    ]
    layers = list(_layers(nodes))
    (mix,) = (layer for layer in layers if len(layer.weights) != 3 * len(layer.gain))
    judge, reduce = [weights for name, weights, _ in nodes if name == "linear"]
    fitted = [weights["W"] for name, weights, _ in nodes if name == "static_vectors"]
    return Network(
        tables=tuple(
            Table(srsly.msgpack_loads(attributes["seed"]), weights["E"])
            for name, weights, attributes in nodes
            if name == "hashembed"
        ),
        known=_known(folder / "vocab", fitted[0]) if fitted else None,
        mix=mix,
        context=tuple(layer for layer in layers if layer is not mix),
        reduce=(_turned(reduce["W"]), reduce["b"]),
        judge=_judge(nodes, judge, tuple(_moves(folder / "ner" / "moves"))),
    )


def _layers(nodes: Sequence[_Node]) -> Iterator[Layer]:
    """Each maxout layer; its norm is the next node with weights."""
    weighted = [(name, weights) for name, weights, _ in nodes if weights]
    for (name, sums), (_, norm) in pairwise(weighted):
        if name == "maxout":
            units, pieces, width = sums["W"].shape
            # From unit by unit to piece by piece: the greatest piece is then found over whole blocks.
            weights = sums["W"].transpose(1, 0, 2).reshape(pieces * units, width)
            yield Layer(_turned(weights), sums["b"].T.reshape(-1).copy(), norm["G"], norm["b"])


def _judge(nodes: Sequence[_Node], linear: Mapping[str, Any], moves: tuple[tuple[int, str], ...]) -> Judge:
    (hidden,) = (weights for name, weights, _ in nodes if name == "precomputable_affine")
    words, units, pieces, width = hidden["W"].shape
    parts = hidden["W"].transpose(0, 2, 1, 3).reshape(words * pieces * units, width)
    empty = hidden["pad"][0].transpose(0, 2, 1).reshape(words, pieces * units)
    bias = hidden["b"].T.reshape(-1).copy()
    return Judge(_turned(parts), bias, empty[1] + empty[2] + bias, _turned(linear["W"]), linear["b"], moves)


def _moves(path: Path) -> Iterator[tuple[int, str]]:
    """The moves in the order of the scores: by kind, then the more frequent label first."""
    import srsly

    kinds = json.loads(srsly.read_msgpack(path)["moves"])
    for kind in sorted(kinds):
        for _, label in sorted(((often, label) for label, often in kinds[kind].items()), reverse=True):
            yield int(kind), label


def _known(folder: Path, weights: Floats) -> Known:
    import srsly

    return Known(srsly.read_msgpack(folder / "key2row"), np.load(folder / "vectors"), _turned(weights))


def _turned(weights: Floats) -> Floats:
    return np.ascontiguousarray(weights.T)
