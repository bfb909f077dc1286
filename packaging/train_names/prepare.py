# SPDX-License-Identifier: MIT
"""Turns texts into the numbers that the names models learn from: rows of the tables for each token, and its tag.

    python packaging/train_names/prepare.py TEXTS OUT [--silver FILE]

TEXTS holds the annotated texts under the names of sources.py; OUT receives en.npz and fr.npz.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent.parent)]

import base  # noqa: E402 - the script runs from anywhere
import invent  # noqa: E402
import sources  # noqa: E402

from reviewer.detection import tokens  # noqa: E402
from reviewer.detection.boundaries import title_at  # noqa: E402
from reviewer.detection.reading import read  # noqa: E402
from reviewer.model.document import Story, StoryKind  # noqa: E402

SEED = 20261122
OUTSIDE, BEGIN, INSIDE, UNKNOWN = 0, 1, 2, -100
_OFTEN = ("ewt-dev", "FR-manual", "FR-all")
"""Texts of the kinds we measure ourselves by: they are taught again with other names."""
_SELDOM = ("bnf",)
"""Old newspapers, read by a machine with many faults: less of them."""


def main() -> None:
    """Write the numbers of each language."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--bases", type=Path, nargs=2, required=True, help="the spaCy models for en and fr")
    parser.add_argument("--silver", type=Path, help="texts that two models agree on, as silver.py wrote them")
    parser.add_argument("--templates", type=int, default=900)
    given = parser.parse_args()
    _check(given.texts, given.silver)
    chance = random.Random(SEED)  # noqa: S311 - the same texts each time, no secret
    names = invent.Names(chance)
    found: dict[str, list[tuple[sources.Text, tuple[tuple[int, int], ...]]]] = {"en": [], "fr": []}
    for text in _taught(given.texts, chance, names, given.templates):
        found[text.language].append((text, ()))
    for text, unsure in _silver(given.silver):
        found[text.language].append((text, unsure))
    for language, folder in zip(("en", "fr"), given.bases, strict=True):
        chance.shuffle(found[language])
        _write(given.out / f"{language}.npz", folder, language, found[language])


def _check(folder: Path, silver: Path | None) -> None:
    """Say which of the texts are not those that the models in resources were taught."""
    stated = json.loads(Path(__file__).with_name("inputs.json").read_text(encoding="utf-8"))
    for name, digest in stated.items():
        path = silver if name == "silver.jsonl" else folder / name
        if path is None:
            continue
        whole = hashlib.sha256()
        for one in sorted(path.glob("*.conllu")) if path.is_dir() else [path]:
            whole.update(one.read_bytes())
        if whole.hexdigest() != digest:
            print(f"{name}: not the text that was taught", file=sys.stderr)


def _taught(
    folder: Path, chance: random.Random, names: invent.Names, templates: int
) -> Iterator[sources.Text]:
    for text in _merged(sources.everything(folder)):
        if text.source.startswith(_SELDOM) and chance.random() < 0.6:
            continue
        yield text
        often = text.source.startswith(_OFTEN)
        if text.people and (often or chance.random() < 0.15):
            for _ in range(2 if often else 1):
                yield invent.renamed(text, chance, names, small=chance.random() < 0.15)
    yield from invent.documents(chance, names, templates, held_out=False)


def _merged(texts: Iterable[sources.Text]) -> Iterator[sources.Text]:
    """Sentences that stand alone, ten at a time, as they come: a model must know what a line before may tell."""
    waiting: list[sources.Text] = []
    for text in texts:
        if waiting and (waiting[0].source.split(":")[0] != text.source.split(":")[0] or len(waiting) == 10):
            yield _joined(waiting)
            waiting = []
        waiting.append(text)
    if waiting:
        yield _joined(waiting)


def _joined(texts: list[sources.Text]) -> sources.Text:
    out, people = "", []
    for text in texts:
        people += [(len(out) + start, len(out) + end) for start, end in text.people]
        out += text.text if text.text.endswith("\n") else text.text + "\n"
    return sources.Text(texts[0].language, texts[0].source, out, tuple(people))


def _silver(path: Path | None) -> Iterator[tuple[sources.Text, tuple[tuple[int, int], ...]]]:
    if path is None:
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        people = tuple((start, end) for start, end in row["people"])
        text = sources.Text(row["language"], row["source"], row["text"], people)
        yield text, tuple((start, end) for start, end in row["unsure"])


def _write(
    path: Path,
    folder: Path,
    language: str,
    texts: Iterable[tuple[sources.Text, tuple[tuple[int, int], ...]]],
) -> None:
    cut = tokens.tokenizer(folder, language)
    newline = cut("\n").to_array(base.COLUMNS).reshape(-1, len(base.COLUMNS))
    columns, tags, ends = [], [], []
    total = 0
    for text, unsure in texts:
        reading = read(Story("body", StoryKind.BODY, text.text))
        if reading.origin is not None:
            continue
        for start, line in _lines(reading.text):
            doc = cut(line)
            columns += [doc.to_array(base.COLUMNS).reshape(-1, len(base.COLUMNS)), newline]
            tags += [*_tags(doc, start, text, unsure), OUTSIDE]
            total += len(doc) + 1
        ends.append(total)
    np.savez_compressed(
        path, tokens=np.concatenate(columns), tags=np.array(tags, np.int64), ends=np.array(ends)
    )
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    print(f"{path.name}: {total} tokens, {tags.count(BEGIN)} names, {len(ends)} texts, sha256 {digest}")


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, line
        start += len(line) + 1


def _tags(doc: object, start: int, text: sources.Text, unsure: tuple[tuple[int, int], ...]) -> Iterator[int]:
    people = [(first + title_at(text.text[first:last]), last) for first, last in text.people]
    begun: set[tuple[int, int]] = set()
    for token in doc:  # type: ignore[attr-defined]
        low, high = start + token.idx, start + token.idx + len(token)
        name = next((one for one in people if one[0] < high and low < one[1]), None)
        if name is not None:
            yield INSIDE if name in begun else BEGIN
            begun.add(name)
        else:
            yield UNKNOWN if any(first < high and low < last for first, last in unsure) else OUTSIDE


if __name__ == "__main__":
    main()
