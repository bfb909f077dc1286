# SPDX-License-Identifier: MIT
"""Fine-tunes the first layers of multilingual-e5-small to judge sentences, with torch on one core (about 15 minutes).

    python train.py e5-small-q4.bin --vocabulary rows.json --documents A.jsonl … --pages FOLDER --out model.pt

Needs torch 2.13 and the program's own packages; `rows.json` is what vocabulary.py wrote. With --measure HELD.jsonl
it measures after each round, and chooses nothing by it.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path

import torch
from base import load
from data import CLASSES, LISTS, NONE, Example, annotated, listed, pages
from network import SentenceNetwork
from torch.nn import functional

from reviewer.detection.pieces import END, PAD, START, Pieces
from reviewer.detection.sentencemodel import LAST_BEFORE, MOST_READ

DEPTH, ROUNDS, BATCH, SMOOTHING = 6, 4, 24, 0.05
LAYERS_RATE, HEAD_RATE, DECAY, WARMING = 1e-4, 1e-3, 0.01, 60
Row = tuple[list[int], int, int, int, float]


def main() -> None:
    """Train, measure, keep."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("base", type=Path)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--documents", type=Path, nargs="+", required=True)
    parser.add_argument("--pages", type=Path, required=True)
    parser.add_argument("--measure", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(1)
    random.seed(1)
    base = load(given.base)
    kept = json.loads(given.vocabulary.read_text())
    pieces = Pieces([base.pieces[row] for row in kept], [base.shares[row] for row in kept])
    examples = [
        *(each for path in LISTS for each in listed(path)),
        *(each for path in given.documents for each in annotated(path)),
        *pages(given.pages),
    ]
    held = [row(each, pieces) for each in annotated(given.measure)] if given.measure else []
    network = SentenceNetwork(base, kept, DEPTH, len(CLASSES))
    teach(network, [row(each, pieces) for each in examples], held)
    torch.save(network.state_dict(), given.out)


def row(example: Example, pieces: Pieces) -> Row:
    """The pieces with their marks, where the sentence begins and how long it is, its class and weight."""
    before = pieces.rows(example.before)[-LAST_BEFORE:]
    lead = [START, *before, END] if before else [START]
    text = pieces.rows(example.text)[:MOST_READ]
    return [*lead, *text, END], len(lead), len(text), CLASSES.index(example.label), example.weight


def batch(rows: Sequence[Row]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Rows, what is shown of them, and what is counted."""
    longest = max(len(each[0]) for each in rows)
    tokens = torch.full((len(rows), longest), PAD)
    counted = torch.zeros(len(rows), longest)
    for at, (each, start, size, _, _) in enumerate(rows):
        tokens[at, : len(each)] = torch.tensor(each)
        counted[at, start : start + size] = 1
    return tokens, tokens != PAD, counted


def teach(network: SentenceNetwork, rows: list[Row], held: Sequence[Row]) -> None:
    """Some rounds over all rows, in batches of like length."""
    layers = [weights for name, weights in network.named_parameters() if not name.startswith(("head", "out"))]
    head = [*network.head.parameters(), *network.out.parameters()]
    way = torch.optim.AdamW(
        [{"params": layers, "lr": LAYERS_RATE}, {"params": head, "lr": HEAD_RATE}], weight_decay=DECAY
    )
    steps = ROUNDS * (len(rows) // BATCH)
    pace = torch.optim.lr_scheduler.LambdaLR(
        way, lambda step: min(1, step / WARMING) * max(0.02, 1 - step / steps)
    )
    for turn in range(ROUNDS):
        network.train()
        random.shuffle(rows)
        mixed = [
            sorted(rows[at : at + BATCH * 20], key=lambda each: len(each[0]))
            for at in range(0, len(rows), BATCH * 20)
        ]
        batches = [part[at : at + BATCH] for part in mixed for at in range(0, len(part), BATCH)]
        random.shuffle(batches)
        for part in batches:
            sums = network(*batch(part))
            labels = torch.tensor([each[3] for each in part])
            weights = torch.tensor([each[4] for each in part])
            lost = functional.cross_entropy(sums, labels, reduction="none", label_smoothing=SMOOTHING)
            way.zero_grad()
            (lost * weights).mean().backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            way.step()
            pace.step()
        measure(network, held, turn)


def measure(network: SentenceNetwork, held: Sequence[Row], turn: int) -> None:
    """Recall and precision on sentences that were not taught."""
    if not held:
        return
    network.eval()
    with torch.no_grad():
        shares = torch.cat(
            [
                torch.softmax(network(*batch(held[at : at + 64])), 1)[:, CLASSES.index(NONE)]
                for at in range(0, len(held), 64)
            ]
        )
    sensitive = torch.tensor([each[3] != CLASSES.index(NONE) for each in held])
    for threshold in (0.3, 0.5, 0.7):
        flagged = 1 - shares > threshold
        right = float((flagged & sensitive).sum())
        print(turn, threshold, f"recall {right / sensitive.sum():.3f} precision {right / flagged.sum():.3f}")


if __name__ == "__main__":
    main()
