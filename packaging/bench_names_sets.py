# SPDX-License-Identifier: MIT
"""Reads two public sets with names of people marked by hand: French judgments (ECHR-FR) and English web text (UNER-EWT).

Neither is in the repository; both are given by path, as a folder, as one file, or as a git clone (bare or not):
mariasierro/automatic-anonymization-ECHR-French-Spanish (MIT), branch corpora-manual-annots, FR-manual-*.tsv, and
UniversalNER/UNER_English-EWT (CC BY-SA 4.0), en_ewt-ud-*.iob2. The files hold words, not text, so the text is made anew:
one sentence a line, as the files have them, a whole judgment or posting in one document.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ECHR_FILES = {part: f"FR-manual-{part}.tsv" for part in ("train", "dev", "test")}
EWT_FILES = {part: f"en_ewt-ud-{part}.iob2" for part in ("dev", "test")}
_ECHR_BRANCH = "corpora-manual-annots"
_ECHR_PEOPLE = frozenset({"PER", "LEGAL_PROFESSIONAL"})
_EWT_PEOPLE = frozenset({"PER"})
_JUDGMENT = "PROCÉDURE"
_GLUED_BEFORE = re.compile(r"[.,)\]%'’/]|\.\.\.|-.+")
"""Written without a blank before it; `-Trent` and `-dire` are words of the files."""
_GLUED_AFTER = re.compile(r"[(\[/]|.*['’]")
_NO_BREAK = re.compile(r"[:;»?!]")
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text, its language, and where it names people."""

    id: str
    language: str
    text: str
    people: tuple[tuple[int, int], ...]


Token = tuple[str, str]


def echr(path: Path) -> dict[str, tuple[Marked, ...]]:
    """The judgments by part. A judge, counsel or applicant is a person alike; titles are inside the marks."""
    parts = {part: _content(path, name, _ECHR_BRANCH) for part, name in ECHR_FILES.items()}
    return {part: tuple(_judgments(part, content)) for part, content in parts.items() if content}


def ewt(path: Path) -> dict[str, tuple[Marked, ...]]:
    """The postings, letters and reviews by part."""
    parts = {part: _content(path, name, "HEAD") for part, name in EWT_FILES.items()}
    return {part: tuple(_postings(content)) for part, content in parts.items() if content}


def _content(path: Path, name: str, branch: str) -> str:
    """A file's text from a folder, from itself, or from a git clone; empty where it is not."""
    if path.is_file():
        return path.read_text(encoding="utf-8") if path.name == name else ""
    if (path / name).is_file():
        return (path / name).read_text(encoding="utf-8")
    git = ["git", "-C", str(path), "show", f"{branch}:{name}"]
    shown = subprocess.run(git, check=False, capture_output=True)
    return shown.stdout.decode("utf-8") if shown.returncode == 0 else ""


def _judgments(part: str, content: str) -> Iterator[Marked]:
    sentences: list[list[Token]] = [[]]
    cases: list[list[list[Token]]] = []
    for line in content.lstrip("\ufeff").splitlines():
        word, _, tag = line.strip().rpartition(" ")
        if not word:
            sentences.append([])
            continue
        if word == _JUDGMENT and not sentences[-1]:
            sentences = [[]]
            cases.append(sentences)
        sentences[-1].append((word, tag))
    for number, case in enumerate(cases):
        yield _marked(
            f"echr-{part}-{number:02}", "fr", ((_spaced(each), each) for each in case), _ECHR_PEOPLE
        )


def _spaced(tokens: Iterable[Token]) -> str:
    """A sentence as French writes it, from its words: apostrophes, brackets, quotes and hyphens closed up."""
    out: list[str] = []
    quoted = glued = False
    for word, _ in tokens:
        before = out[-1] if out else ""
        if word == '"':
            quoted = not quoted
            blank = "" if not before or glued or not quoted else " "
            glued = quoted
        elif word == "-":
            # Hyphens and dashes are one sign in the files; after a word it is nearly always a hyphen.
            glued = bool(_WORD.match(before[-1:])) or before == "."
            blank = "" if glued else " "
        else:
            blank = "" if not before or glued or _GLUED_BEFORE.fullmatch(word) else " "
            blank = "\u00a0" if blank and (_NO_BREAK.fullmatch(word) or before == "«") else blank
            glued = bool(_GLUED_AFTER.fullmatch(word))
        out += [blank, word] if blank else [word]
    return "".join(out)


def _postings(content: str) -> Iterator[Marked]:
    for posting in re.split(r"^# newdoc id = ", content, flags=re.MULTILINE)[1:]:
        name, _, rest = posting.partition("\n")
        pairs = [_posted(block) for block in rest.strip().split("\n\n")]
        yield _marked(name, "en", pairs, _EWT_PEOPLE)


def _posted(block: str) -> tuple[str, list[Token]]:
    text = re.search(r"^# text = (.*)$", block, flags=re.MULTILINE)
    rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
    tokens = [(row[1], row[2]) for row in rows]
    return (text.group(1) if text else " ".join(word for word, _ in tokens)), tokens


def _marked(
    name: str, language: str, sentences: Iterable[tuple[str, list[Token]]], kinds: frozenset[str]
) -> Marked:
    """One document of sentences, a line each, with the marks at their places."""
    lines: list[str] = []
    people: list[tuple[int, int]] = []
    start = 0
    for text, tokens in sentences:
        if not tokens:
            continue
        people += [(start + first, start + last) for first, last in _mentions(text, tokens, kinds)]
        lines.append(text)
        start += len(text) + 1
    return Marked(name, language, "\n".join(lines), tuple(people))


def _mentions(text: str, tokens: Iterable[Token], kinds: frozenset[str]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at, inside = 0, False
    for word, tag in tokens:
        begin = text.index(word, at)
        at = begin + len(word)
        kind = tag[2:]
        if tag.startswith("B-") and kind in kinds:
            found.append((begin, at))
        elif tag.startswith("I-") and kind in kinds and inside:
            found[-1] = (found[-1][0], at)
        inside = kind in kinds
    return found
