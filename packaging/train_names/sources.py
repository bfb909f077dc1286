# SPDX-License-Identifier: MIT
"""Reads the annotated texts that the names models learn from: each as a text with the places of its people.

None of them is kept here: prepare.py reads copies by the names below, whose digests are in inputs.json.
resources/models/README.md says where each comes from and under which licence.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_TIGHT = re.compile(r"(?:[,.)\];%’'»]|n't|'(?:s|re|ve|m|d|ll))$", re.IGNORECASE)
"""What stands close to the word before it."""
_OPEN = ("(", "[", "«", "’", "/", "$", "@", "#")
_JOINED = frozenset({"-", "/"})


@dataclass(frozen=True, slots=True)
class Text:
    """A text and where people are named in it; titles belong to no name."""

    language: str
    source: str
    text: str
    people: tuple[tuple[int, int], ...]


Tagged = list[tuple[str, bool, bool]]
"""Words, each with whether it is part of a name and whether it begins one."""


def everything(folder: Path) -> Iterator[Text]:
    """All texts that are taught, from copies in a folder. The parts named test, of all of them, are never read."""
    for name, language, people, read in _FILES:
        for number, document in enumerate(read((folder / name).read_text(encoding="utf-8"), people)):
            yield text_of(document, language, f"{name}:{number}")
    yield from _synthetic(folder / "synth.json")
    for path in sorted((folder / "gum").glob("*.conllu")):
        yield text_of(list(_gum(path.read_text(encoding="utf-8"))), "en", path.name)


def text_of(lines: Sequence[Tagged], language: str, source: str) -> Text:
    """Words and tags as a text, a sentence a line."""
    text, people = "", []
    for line in lines:
        inside, before, quotes = False, "", {'"': False, "'": False}
        start = len(text)
        for word, named, begins in line:
            tight = _is_tight(text[start:], word, before, quotes)
            text += word if tight else f" {word}"
            if named and inside and not begins:
                people[-1] = (people[-1][0], len(text))
            elif named:
                people.append((len(text) - len(word), len(text)))
            inside, before = named, word
        text += "\n"
    return Text(language, source, text, tuple(people))


def _is_tight(text: str, word: str, before: str, quotes: dict[str, bool]) -> bool:
    """Whether a word stands close to what is written before it."""
    if word in quotes:
        quotes[word] = not quotes[word]
        return not text or not quotes[word]
    opened = before in quotes and quotes[before]
    return (
        not text
        or opened
        or text.endswith(_OPEN)
        or bool(_TIGHT.match(word))
        or (word in _JOINED and before[-1:].isalnum())
        or (before in _JOINED and text[-2:-1] != " ")
    )


def _columns(
    lines: Iterable[str], people: frozenset[str], at: tuple[int, int], between: str | None
) -> Iterator[list[Tagged]]:
    """Words and tags in columns; sentences end at an empty line, documents where a line opens with `between`."""
    document: list[Tagged] = []
    sentence: Tagged = []
    last = "O"
    for line in [*lines, ""]:
        if between is not None and line.startswith(between):
            if document:
                yield document
            document = []
        fields = re.split(r"[\t ]+", line.strip()) if not line.startswith("# ") else []
        if len(fields) < 2 or fields[0] == "-DOCSTART-":
            if sentence:
                document.append(sentence)
            if between is None and document:
                yield document
                document = []
            sentence, last = [], "O"
            continue
        tag = fields[at[1]]
        kind = tag[2:]
        begins = tag[0] == "B" or last[2:] != kind
        sentence.append((fields[at[0]], kind in people, begins))
        last = tag
    if document:
        yield document


def _plain(between: str | None) -> Callable[[str, frozenset[str]], Iterator[list[Tagged]]]:
    return lambda text, people: _columns(text.split("\n"), people, (0, -1), between)


def _universal(text: str, people: frozenset[str]) -> Iterator[list[Tagged]]:
    return _columns(text.split("\n"), people, (1, 2), "# newdoc")


def court(text: str, people: frozenset[str]) -> Iterator[list[Tagged]]:
    """Judgments: a paragraph a sentence; each begins with its procedure."""
    return _columns(text.replace("\r", "").split("\n"), people, (0, -1), "PROC")


def _newspaper(text: str, people: frozenset[str]) -> Iterator[list[Tagged]]:
    """Old newspapers, one word a line without sentences: cut at full stops."""
    return _columns(re.sub(r"(?m)^(\. O)$", r"\1\n", text).split("\n"), people, (0, -1), None)


def _posts(text: str, people: frozenset[str]) -> Iterator[list[Tagged]]:
    """Posts, less the accounts they are addressed to: those are no names."""
    return _columns(re.sub(r"(?m)^@\t.*\n.*\n", "", text).split("\n"), people, (0, -1), None)


_PER = frozenset({"PER", "person", "LEGAL_PROFESSIONAL"})
_FILES: tuple[
    tuple[str, str, frozenset[str], Callable[[str, frozenset[str]], Iterator[list[Tagged]]]], ...
] = (
    ("ewt-dev.iob2", "en", _PER, _universal),
    ("pud.iob2", "en", _PER, _universal),
    ("wikigold.conll", "en", _PER, _plain(None)),
    *((f"btc-{part}.conll", "en", _PER, _posts) for part in "abefg"),
    ("wnut-train.conll", "en", _PER, _plain(None)),
    ("wnut-dev.conll", "en", _PER, _plain(None)),
    ("wnut-test.conll", "en", _PER, _plain(None)),
    ("FR-manual-train.tsv", "fr", _PER, court),
    ("bnf.bio", "fr", _PER, _newspaper),
)


def _synthetic(path: Path) -> Iterator[Text]:
    for number, row in enumerate(json.loads(path.read_text(encoding="utf-8"))):
        people = [
            (span["start_position"], span["end_position"])
            for span in row["spans"]
            if span["entity_type"] == "PERSON"
        ]
        yield Text("en", f"{path.name}:{number}", row["full_text"], tuple(sorted(people)))


def _gum(text: str) -> Iterator[Tagged]:
    """Proper nouns whose innermost entity is a person."""
    sentence: Tagged = []
    open_: list[tuple[str, str]] = []
    inside = False
    for line in [*text.split("\n"), ""]:
        fields = line.split("\t")
        if len(fields) < 10 or not fields[0].isdigit():
            if not line and sentence:
                yield sentence
                sentence, inside = [], False
            continue
        entity = re.search(r"(?:^|\|)Entity=([^|]*)", fields[9])
        marks = re.findall(r"\(([^()]+)|([^()]*)\)", entity.group(1)) if entity else []
        closing = []
        # `(1-person-…)` opens and closes at once; `1)` closes what opened under 1.
        for opened, closed in marks:
            if opened:
                number, kind, *_ = [*opened.split("-"), ""]
                open_.append((number, kind))
            else:
                closing.append(closed)
        person = bool(open_) and open_[-1][1] == "person" and fields[4] == "NNP"
        sentence.append((fields[1], person, person and not inside))
        inside = person
        for closed in closing:
            for place in range(len(open_) - 1, -1, -1):
                if open_[place][0] == closed or not closed:
                    del open_[place]
                    break
