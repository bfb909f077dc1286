# SPDX-License-Identifier: MIT
"""The sentence model, run with NumPy: how likely each kind of passage is for sentences that simpler weights doubt.

Six layers of a transformer (those of multilingual-e5-small, fine-tuned: packaging/train_sentences) read a sentence and the end of
the one before; the mean of the sentence's pieces is judged. How it is made and how good it is: resources/models/README.md.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reviewer import paths
from reviewer.detection.pieces import END, PAD, START, Pieces
from reviewer.detection.weights import FOLDER, card
from reviewer.errors import BrokenInstallation

Floats = NDArray[np.float32]

LAST_BEFORE, MOST_READ = 20, 48
"""So many pieces of the sentence before and of the sentence itself are read."""
_PIECES = 2_048
"""So many at once, by sentences of like length: enough to share the work, few enough to stay in the processor's cache."""
_TINY = np.float32(1e-12)
_HIDDEN = np.float32(-1e9)
_ROOT = np.float32(0.7978845608)
_CUBE = np.float32(0.7978845608 * 0.044715)
"""The square root of 2/π, and that of the cube, of the smooth step between the two halves of a layer (GELU, by its usual approximation)."""


@dataclass(frozen=True, slots=True)
class Inner:
    """One layer: who looks at whom, then each by itself. Weights by name, rows are inputs."""

    weights: Mapping[str, Floats]


@dataclass(frozen=True, slots=True)
class SentenceModel:
    """The vocabulary and the weights; `classes` names the columns of what is told."""

    name: str
    pieces: Pieces
    words: NDArray[np.int8]
    scales: Floats
    outer: Mapping[str, Floats]
    layers: tuple[Inner, ...]
    classes: tuple[str, ...]
    heads: int

    def judge(self, sentences: Sequence[tuple[str, str]]) -> Floats:
        """Shares of the classes for each (sentence before, sentence): a row for each."""
        read = [self._read(before, text) for before, text in sentences]
        shares = np.zeros((len(read), len(self.classes)), np.float32)
        for batch in _batches([len(rows) for rows, _ in read]):
            shares[batch] = self._judge([read[number] for number in batch])
        return shares

    def _read(self, before: str, text: str) -> tuple[list[int], int]:
        """The pieces with their marks, and where the sentence begins."""
        lead = [START, *self.pieces.rows(before)[-LAST_BEFORE:], END] if before else [START]
        return [*lead, *self.pieces.rows(text)[:MOST_READ], END], len(lead)

    def _judge(self, batch: Sequence[tuple[list[int], int]]) -> Floats:
        longest = max(len(rows) for rows, _ in batch)
        rows = np.full((len(batch), longest), PAD)
        hidden = np.full((len(batch), longest), _HIDDEN, np.float32)
        counted = np.zeros((len(batch), longest), np.float32)
        for number, (each, start) in enumerate(batch):
            rows[number, : len(each)] = each
            hidden[number, : len(each)] = 0
            counted[number, start : len(each) - 1] = 1
        states = self.words[rows] * self.scales[rows][..., None] + self.outer["places"][:longest]
        states = _level(states, self.outer, "first")
        for layer in self.layers:
            states = _through(states, layer.weights, hidden, self.heads)
        mean = np.einsum("btd,bt->bd", states, counted) / np.maximum(counted.sum(1), 1)[:, None]
        sums = (
            np.tanh(mean @ self.outer["head.w"] + self.outer["head.b"]) @ self.outer["out.w"]
            + self.outer["out.b"]
        )
        raised = np.exp(sums - sums.max(axis=1, keepdims=True))
        shares: Floats = raised / raised.sum(axis=1, keepdims=True)
        return shares


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Numbers of sentences of like length, the shortest first."""
    batch: list[int] = []
    for number in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and lengths[number] * (len(batch) + 1) > _PIECES:
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch


def _through(states: Floats, weights: Mapping[str, Floats], hidden: Floats, heads: int) -> Floats:
    count, length, width = states.shape
    part = width // heads

    sums = states.reshape(-1, width) @ weights["qkv.w"]
    sums += weights["qkv.b"]
    query, key, value = sums.reshape(count, length, 3, heads, part).transpose(2, 0, 3, 1, 4)
    looks = query @ key.transpose(0, 1, 3, 2)
    looks *= np.float32(part**-0.5)
    looks += hidden[:, None, None, :]
    looks -= looks.max(axis=-1, keepdims=True)
    np.exp(looks, out=looks)
    looks /= looks.sum(axis=-1, keepdims=True)
    seen = (looks @ value).transpose(0, 2, 1, 3).reshape(count, length, width)
    mixed: Floats = states + (seen @ weights["ao.w"] + weights["ao.b"])
    states = _level(mixed, weights, "aln")
    inner = states.reshape(-1, width) @ weights["fi.w"]
    inner += weights["fi.b"]
    bent = inner * inner
    bent *= _CUBE
    bent += _ROOT
    bent *= inner
    np.tanh(bent, out=bent)
    bent += 1
    inner *= bent
    inner *= np.float32(0.5)
    settled = np.asarray(inner @ weights["fo.w"], np.float32).reshape(states.shape)
    settled += weights["fo.b"]
    settled += states
    return _level(settled, weights, "oln")


def _level(states: Floats, weights: Mapping[str, Floats], name: str) -> Floats:
    states -= states.mean(axis=-1, keepdims=True)
    states /= np.sqrt(np.mean(states * states, axis=-1, keepdims=True) + _TINY)
    levelled: Floats = states * weights[f"{name}.w"] + weights[f"{name}.b"]
    return levelled


def _inner(whole: Mapping[str, Floats], at: int) -> Inner:
    """The weights of a layer; who looks, who is seen and what is taken from there in one product."""
    own = {name.partition(".")[2]: value for name, value in whole.items() if name.startswith(f"l{at}.")}
    for kind in "wb":
        own[f"qkv.{kind}"] = np.concatenate([own.pop(f"{name}.{kind}") for name in "qkv"], axis=-1)
    return Inner(own)


@cache
def model(folder: Path | None = None) -> SentenceModel:
    """The model of the program's own files, loaded once. Raises BrokenInstallation."""
    stated = card("sentences", folder)
    try:
        content = ((folder or paths.resource(FOLDER)) / stated["file"]).read_bytes()
    except OSError as error:
        raise BrokenInstallation(file=stated["file"]) from error
    if hashlib.sha256(content).hexdigest() != stated["sha256"]:
        raise BrokenInstallation(file=stated["file"])
    with np.load(io.BytesIO(content)) as stored:
        kept: dict[str, NDArray[Any]] = {name: stored[name] for name in stored.files}
    whole = {
        name: (value.astype(np.float32) * kept[f"{name}.scale"]).astype(np.float32)
        if value.dtype == np.int8
        else value.astype(np.float32)
        for name, value in kept.items()
        if value.dtype in (np.int8, np.float16) and name != "words"
    }
    depth = sum(name.endswith(".q.w") for name in whole)
    return SentenceModel(
        name=stated["name"],
        pieces=Pieces(kept["pieces"].tobytes().decode("utf-8").split("\n"), kept["shares"].tolist()),
        words=kept["words"],
        scales=kept["scales"].astype(np.float32),
        outer={name: value for name, value in whole.items() if name[0] != "l" or not name[1].isdigit()},
        layers=tuple(_inner(whole, at) for at in range(depth)),
        classes=tuple(kept["classes"].tobytes().decode("utf-8").split("\n")),
        heads=int(kept["heads"]),
    )
