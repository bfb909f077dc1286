# SPDX-License-Identifier: MIT
"""Writes the trained sentence model as the program reads it: eight bits a weight, a scale for each unit.

python write.py e5-small-q4.bin --vocabulary rows.json --model model.pt [--name "parvis-sentences 1"]
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import torch
from base import load
from data import CLASSES, ROOT

MODELS = ROOT / "resources" / "models"
FILE = "sentences.npz"


def main() -> None:
    """Write the weights and their card."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("base", type=Path)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--name", default="parvis-sentences 1")
    given = parser.parse_args()
    base = load(given.base)
    kept = json.loads(given.vocabulary.read_text())
    weights = {name: value.numpy() for name, value in torch.load(given.model, map_location="cpu").items()}
    arrays: dict[str, np.ndarray] = {
        "pieces": _text([base.pieces[row] for row in kept]),
        "shares": np.array([base.shares[row] for row in kept], np.float32),
        "classes": _text(CLASSES),
        "heads": np.array(base.heads),
        "places": weights["places"].astype(np.float16),
        "first.w": weights["first.weight"].astype(np.float16),
        "first.b": weights["first.bias"].astype(np.float16),
    }
    arrays["words"], arrays["scales"] = _small(weights["words"], 1)
    for name, value in weights.items():
        if name.startswith("layers"):
            _, at, _, part, kind = name.split(".")
            _put(arrays, f"l{at}.{part}.{kind[0]}", value)
        elif name.startswith(("head", "out")):
            part, kind = name.split(".")
            _put(arrays, f"{part}.{kind[0]}", value)
    np.savez_compressed(MODELS / FILE, **arrays)
    card = json.loads((MODELS / "models.json").read_text(encoding="utf-8"))
    digest = hashlib.sha256((MODELS / FILE).read_bytes()).hexdigest()
    card["sentences"] = {"name": given.name, "file": FILE, "sha256": digest}
    (MODELS / "models.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    print(FILE, (MODELS / FILE).stat().st_size, digest)


def _put(arrays: dict[str, np.ndarray], name: str, value: np.ndarray) -> None:
    """Matrices turned so that rows are inputs, in eight bits; the rest in half precision."""
    if value.ndim == 2:
        arrays[name], arrays[f"{name}.scale"] = _small(value.T, 0)
    else:
        arrays[name] = value.astype(np.float16)


def _small(value: np.ndarray, axis: int) -> tuple[np.ndarray, np.ndarray]:
    scale = np.maximum(np.abs(value).max(axis=axis, keepdims=axis == 0), 1e-8) / 127
    rounded = np.rint(value / (scale if axis == 0 else scale[:, None]))
    return rounded.astype(np.int8), scale.astype(np.float32)


def _text(lines: object) -> np.ndarray:
    return np.frombuffer("\n".join(lines).encode("utf-8"), np.uint8)  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
