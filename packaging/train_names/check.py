# SPDX-License-Identifier: MIT
"""Says what the taught models make of a few lines, by torch and not by our own running: the fixture of tests/detection.

    python packaging/train_names/check.py WEIGHTS BASE_EN BASE_FR tests/detection/names_models.json

WEIGHTS is the folder of the npz files. The fixture's lines stay; their chances are written anew.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np
import spacy
import torch
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parent))

import base
from train import GAP, Tagger, numbers


def main() -> None:
    """Write the chances of each token."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("weights", type=Path)
    parser.add_argument("bases", type=Path, nargs=2)
    parser.add_argument("fixture", type=Path)
    given = parser.parse_args()
    kept = json.loads(given.fixture.read_text(encoding="utf-8"))
    for language, folder in zip(("en", "fr"), given.bases, strict=True):
        start = base.read(folder)
        tagger = _loaded(given.weights / f"{language}.npz", start)
        cut = spacy.load(folder).tokenizer
        for text in kept[language]:
            docs = [doc for line in text["lines"] for doc in (cut(line), cut("\n"))]
            words = np.concatenate(
                [doc.to_array(base.COLUMNS).reshape(-1, len(base.COLUMNS)) for doc in docs]
            )
            text["tokens"] = [token.text for doc in docs for token in doc]
            text["named"] = [round(one, 3) for one in _named(tagger, words, start)]
    given.fixture.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _loaded(path: Path, start: base.Base) -> Tagger:
    tagger = Tagger(start)
    with np.load(path) as stored:
        kept = {
            name: torch.tensor(stored[name].astype(np.float32))
            for name in stored.files
            if name[:5] != "known"
        }
        tagger.known[:-1] = torch.tensor(stored["known"].astype(np.float32))
    with torch.no_grad():
        for at, table in enumerate(tagger.tables):
            table.copy_(kept[f"table{at}"])
        layers = [("mix", tagger.mix), *((f"context{at}", one) for at, one in enumerate(tagger.context))]
        for name, layer in layers:
            for part in ("weights", "bias", "gain", "shift"):
                getattr(layer, part).copy_(kept[f"{name}.{part}"])
        tagger.out.weight.copy_(kept["out.weights"].T)
        tagger.out.bias.copy_(kept["out.bias"])
    return tagger.eval()


def _named(tagger: Tagger, words: NDArray[np.uint64], start: base.Base) -> list[float]:
    """The chance of each token to be part of a name."""
    rows, known = numbers(words, start)
    pad = torch.zeros(GAP, dtype=torch.int64)
    rows = torch.cat(
        [
            pad[:, None, None].expand(-1, *rows.shape[1:]) - 1,
            rows,
            pad[:, None, None].expand(-1, *rows.shape[1:]) - 1,
        ]
    )
    with torch.no_grad():
        scores = tagger(rows, torch.cat([pad, known, pad]))
    chances: list[float] = (1 - torch.softmax(scores, dim=1)[GAP:-GAP, 0]).tolist()
    return chances


if __name__ == "__main__":
    main()
