# SPDX-License-Identifier: MIT
"""Trains the weights that judge sentences (resources/lexicons/passages.npz), with NumPy alone and always the same.

    python packaging/train_passages/train.py [--documents A.jsonl …] [--ordinary FOLDER] [--folds N] [--more TEXT]

Without --folds it trains on all but the held half of the sentences, writes the weights, and measures on that half.
With --folds it writes nothing: the documents are left out by turns, and the figures are of documents not trained on.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from examples import HELD, LISTS, ROOT, Example, annotated, engine, listed, ordinary
from ordinary import OUT as PAGES

from reviewer.detection.passageweights import NONE
from reviewer.model.finding import PASSAGES

OUT = ROOT / "resources" / "lexicons" / "passages.npz"
CLASSES = (NONE, *sorted(category.value for category in PASSAGES))
ROUNDS, MEMORY, DECAY, LEAST, SMALLEST = 70, 8, 5e-5, 2, 0.02
DOCUMENT_WEIGHT = 3.0
"""A sentence of a working document counts for more than one of a list."""


@dataclass(frozen=True, slots=True)
class Model:
    """Trained weights before they are made small."""

    rows: dict[str, int]
    values: np.ndarray
    bias: np.ndarray

    def shares(self, examples: Sequence[Example]) -> np.ndarray:
        """How likely each class is for each sentence."""
        places, strengths, starts = packed(examples, self.rows)
        return _shares(self.values, self.bias, places, strengths, starts)


def packed(examples: Sequence[Example], rows: dict[str, int]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The known features of all sentences in one row, each sentence's beginning apart."""
    places: list[int] = []
    strengths: list[float] = []
    starts = []
    for example in examples:
        starts.append(len(places))
        here = [(rows[name], value) for name, value in example.features.items() if name in rows]
        here = here or [(0, 0.0)]
        places.extend(row for row, _ in here)
        strengths.extend(value * 2 / len(here) ** 0.5 for _, value in here)
    return np.array(places), np.array(strengths, np.float32), np.array(starts)


def _shares(values: np.ndarray, bias: np.ndarray, *packs: np.ndarray) -> np.ndarray:
    places, strengths, starts = packs
    sums = np.add.reduceat(values[places] * strengths[:, None], starts, axis=0) + bias
    raised = np.exp(sums - sums.max(axis=1, keepdims=True))
    shares: np.ndarray = raised / raised.sum(axis=1, keepdims=True)
    return shares


def train(examples: Sequence[Example], weigh: dict[str, float]) -> Model:
    """Multinomial logistic regression over the whole set at once."""
    counted = Counter(name for example in examples for name in example.features)
    rows = {name: row for row, name in enumerate(sorted(n for n, c in counted.items() if c >= LEAST))}
    places, strengths, starts = packed(examples, rows)
    owner = np.repeat(np.arange(len(examples)), np.diff([*starts, len(places)]))
    order = np.argsort(places, kind="stable")
    heads = np.flatnonzero(np.diff(places[order], prepend=-1))
    touched = places[order][heads]
    owner, pulled = owner[order], strengths[order][:, None]
    wanted = np.zeros((len(examples), len(CLASSES)), np.float32)
    wanted[np.arange(len(examples)), [CLASSES.index(example.label) for example in examples]] = 1
    weight = np.array([weigh.get(example.source, 1.0) for example in examples], np.float32)[:, None]
    weight /= weight.sum()

    def slope(point: np.ndarray) -> tuple[float, np.ndarray]:
        values, bias = point[:-1], point[-1]
        shares = _shares(values, bias, places, strengths, starts)
        loss = -(weight * wanted * np.log(shares + 1e-9)).sum() + DECAY / 2 * (values**2).sum()
        off = (shares - wanted) * weight
        pull = DECAY * point
        pull[-1] = off.sum(0)
        pull[touched] += np.add.reduceat(off[owner] * pulled, heads, axis=0)
        return float(loss), pull

    point = descend(slope, np.zeros((len(rows) + 1, len(CLASSES)), np.float32))
    return Model(rows, point[:-1], point[-1])


def descend(slope: Callable[[np.ndarray], tuple[float, np.ndarray]], point: np.ndarray) -> np.ndarray:
    """Limited-memory BFGS with halving steps, from a point to the lowest it finds in ROUNDS rounds."""
    loss, pull = slope(point)
    steps: list[tuple[np.ndarray, np.ndarray, float]] = []
    for _ in range(ROUNDS):
        way = pull.copy()
        shares = []
        for step, change, scale in reversed(steps):
            share = scale * float((step * way).sum())
            shares.append(share)
            way -= share * change
        if steps:
            step, change, scale = steps[-1]
            way *= 1 / (scale * float((change**2).sum()))
        for (step, change, scale), share in zip(steps, reversed(shares), strict=True):
            way += step * (share - scale * float((change * way).sum()))
        length, falls = 1.0 if steps else 50.0, float((way * pull).sum())
        while True:
            there = point - np.float32(length) * way
            lower, next_pull = slope(there)
            if lower <= loss - 1e-4 * length * falls or length < 1e-6:
                break
            length /= 2
        step, change = there - point, next_pull - pull
        along = float((step * change).sum())
        if along > 1e-12:
            steps = [*steps[1 - MEMORY :], (step, change, 1 / along)]
        if loss - lower < 1e-5 * loss:
            return there
        point, loss, pull = there, lower, next_pull
    return point


def write(model: Model, path: Path) -> None:
    """Keep the weights that matter, each in a byte; the groups of words stay as they are."""
    with np.load(path) as stored:
        kept = {
            name: stored[name] for name in stored.files if name.startswith(("words_", "fine_", "coarse_"))
        }
    names = [name for name, row in model.rows.items() if np.abs(model.values[row]).max() >= SMALLEST]
    values = model.values[[model.rows[name] for name in names]]
    scale = np.abs(values).max(axis=0) / 127
    np.savez_compressed(
        path,
        classes=np.frombuffer("\n".join(CLASSES).encode(), np.uint8),
        features=np.frombuffer("\n".join(names).encode(), np.uint8),
        values=np.round(values / scale).astype(np.int8),
        scale=scale.astype(np.float32),
        bias=model.bias,
        **kept,
    )
    print(f"{len(names)} features, {path.stat().st_size / 1e6:.2f} MB")


def show(name: str, likely: np.ndarray, examples: Sequence[Example], right: np.ndarray | None = None) -> None:
    """Recall, precision and false flags for 1,000 words at several thresholds."""
    true = np.array([example.label != NONE for example in examples])
    words = sum(example.words for example in examples)
    print(f"{name}: {true.sum()} sensitive of {len(examples)} sentences, {words} words")
    for threshold in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        flagged = likely >= threshold
        hit, false = (flagged & true).sum(), (flagged & ~true).sum()
        print(
            f"  {threshold:.1f} recall {hit / max(1, true.sum()):.3f} precision {hit / max(1, hit + false):.3f}"
            f" false/1,000 words {1000 * false / words:.2f}"
        )


def main() -> None:
    """Gather, then train and write, or measure by turns."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    corpus = ROOT / "tests" / "corpus" / "detection"
    default = [corpus / "dev.jsonl", corpus / "dev2.jsonl"]
    parser.add_argument("--documents", nargs="*", type=Path, default=default)
    parser.add_argument("--ordinary", type=Path, default=PAGES, help="what ordinary.py wrote")
    parser.add_argument("--more", type=Path, help="more ordinary text, only measured on")
    parser.add_argument("--folds", type=int, default=0)
    given = parser.parse_args()
    finder = engine()
    lists = [each for path in sorted(LISTS.glob("sentences.*.txt")) for each in listed(path, "list", finder)]
    halves = {
        half: [
            each for path in sorted(HELD.glob("passages.*.txt")) for each in listed(path, half, finder, half)
        ]
        for half in ("learn", "held")
    }
    documents = [each for path in given.documents for each in annotated(path, finder)]
    pages = [*LISTS.glob("ordinary.*.txt"), *given.ordinary.glob("*.txt")]
    plain = [each for path in sorted(pages) for each in ordinary(path, finder)]
    weigh = {path.stem: DOCUMENT_WEIGHT for path in given.documents}
    always = [*lists, *halves["learn"], *plain]
    if given.folds:
        groups = sorted({example.group for example in documents})
        likely, shown = [], []
        for turn in range(given.folds):
            left_out = set(groups[turn :: given.folds])
            model = train([*always, *(each for each in documents if each.group not in left_out)], weigh)
            here = [each for each in documents if each.group in left_out]
            likely.append(1 - model.shares(here)[:, 0])
            shown.extend(here)
        for path in given.documents:
            mine = np.array([each.source == path.stem for each in shown])
            show(
                f"{path.stem}, by turns",
                np.concatenate(likely)[mine],
                [e for e in shown if e.source == path.stem],
            )
        return
    model = train([*always, *documents], weigh)
    show("held half", 1 - model.shares(halves["held"])[:, 0], halves["held"])
    if given.more:
        more = list(ordinary(given.more, finder))
        show("ordinary", 1 - model.shares(more)[:, 0], more)
    write(model, OUT)


if __name__ == "__main__":
    main()
