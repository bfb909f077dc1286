# SPDX-License-Identifier: MIT
"""Reads the weights of a names model from resources/models, and refuses any file that is not the one that was measured."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reviewer import paths
from reviewer.detection.network import Known, Layer, Network, Table
from reviewer.errors import BrokenInstallation

FOLDER = "models"
_PARTS = ("weights", "bias", "gain", "shift")


def card(language: str, folder: Path | None = None) -> Mapping[str, Any]:
    """What models.json says of a language's model: its name and version, file, digest and threshold."""
    path = (folder or paths.resource(FOLDER)) / "models.json"
    try:
        stated: Mapping[str, Mapping[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BrokenInstallation(file=path.name) from error
    return stated[language]


def network(language: str, folder: Path | None = None) -> Network:
    """The model of a language. Raises BrokenInstallation."""
    stated = card(language, folder)
    try:
        content = ((folder or paths.resource(FOLDER)) / stated["file"]).read_bytes()
    except OSError as error:
        raise BrokenInstallation(file=stated["file"]) from error
    if hashlib.sha256(content).hexdigest() != stated["sha256"]:
        raise BrokenInstallation(file=stated["file"])
    with np.load(io.BytesIO(content)) as stored:
        kept: dict[str, NDArray[Any]] = {name: stored[name] for name in stored.files}
    whole = {name: value.astype(np.float32) for name, value in kept.items() if value.dtype == np.float16}
    depth = sum(name.startswith("context") and name.endswith(".gain") for name in whole)
    return Network(
        tables=tuple(Table(int(seed), whole[f"table{at}"]) for at, seed in enumerate(kept["seeds"])),
        known=Known(kept["known.keys"], kept["known.places"], whole["known"]),
        mix=_layer(whole, "mix"),
        context=tuple(_layer(whole, f"context{at}") for at in range(depth)),
        out=(whole["out.weights"], whole["out.bias"]),
        threshold=stated["threshold"],
    )


def _layer(whole: Mapping[str, NDArray[Any]], name: str) -> Layer:
    return Layer(*(whole[f"{name}.{part}"] for part in _PARTS))
