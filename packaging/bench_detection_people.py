# SPDX-License-Identifier: MIT
"""How well people's names are found in two public sets, ECHR-FR and UNER-EWT, each given by path.

    python packaging/bench_detection_people.py [--echr PATH] [--ewt PATH] [--parts dev,test] [--fast] [--show]

Recall: marked names that some finding of a person touches. Precision: findings of persons that touch some marked name.
Exact: the same place on both sides once titles, blanks and points at the edges are left out. A whole judgment or
posting is one document, so that a name seen once is known further on. `bench_names_sets.py` says where the sets are.
Rules are made while looking at `train` and `dev`; `test` is looked at only by its figures.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench_names_sets import Marked, echr, ewt

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

Place = tuple[int, int]
_TITLE = re.compile(
    r"(?:(?:MM?|Mmes?|Mlles?|M[er]s?|Mrs|Ms|Drs?|Dre|Prof|Sir|Dame|Lord|Lady|Hon|Judge|Justice|Capt|Rev|"
    r"[Jj]uge|[Mm]essieurs|[Mm]onsieur|[Mm]adame|[Mm]aître|[Dd]octeur|[Pp]rofesseur)\b\.?|Mme(?=[A-Z])|et\b|and\b|&)\s*"
)
_EDGES = " \t\n\u00a0.,;:()\"'"


@dataclass(frozen=True, slots=True)
class Counted:
    """What was marked and what was found, in one part of a set."""

    signs: int = 0
    marked: int = 0
    hit: int = 0
    found: int = 0
    true: int = 0
    exact: int = 0

    def __add__(self, other: Counted) -> Counted:
        return Counted(
            self.signs + other.signs,
            self.marked + other.marked,
            self.hit + other.hit,
            self.found + other.found,
            self.true + other.true,
            self.exact + other.exact,
        )

    @property
    def recall(self) -> float:
        """Of the marked names, those touched."""
        return self.hit / max(1, self.marked)

    @property
    def precision(self) -> float:
        """Of the findings, those that touch a marked name."""
        return self.true / max(1, self.found)

    @property
    def exact_f1(self) -> float:
        """F1 where only the same place counts."""
        return 2 * self.exact / max(1, self.marked + self.found)

    def f(self, beta: float) -> float:
        """F1 (beta 1) or F2 (beta 2), by overlap."""
        weight = beta * beta
        both = weight * self.precision + self.recall
        return (1 + weight) * self.precision * self.recall / both if both else 0.0

    def figures(self) -> dict[str, float]:
        """What is kept of it."""
        return {
            "marked": self.marked,
            "found": self.found,
            "precision": self.precision,
            "recall": self.recall,
            "f1": self.f(1),
            "f2": self.f(2),
            "exact_f1": self.exact_f1,
        }


def count(marked: Marked, found: Sequence[Place]) -> Counted:
    """One document against the places where persons were found in it."""
    places = sorted(set(found))
    bare = {_bare(marked.text, *place) for place in marked.people}
    return Counted(
        len(marked.text),
        len(marked.people),
        sum(any(_touch(gold, each) for each in places) for gold in marked.people),
        len(places),
        sum(any(_touch(gold, each) for gold in marked.people) for each in places),
        len(bare & {_bare(marked.text, *place) for place in places}),
    )


def wrong(marked: Marked, found: Sequence[Place]) -> Iterator[str]:
    """Each name missed (-), each false finding (+), and each found with other edges (~), with the words around it."""
    bare = {_bare(marked.text, *place): place for place in marked.people}
    for place in marked.people:
        if not any(_touch(place, each) for each in found):
            yield f"- {_around(marked.text, *place)}"
    for place in sorted(set(found)):
        if not any(_touch(gold, place) for gold in marked.people):
            yield f"+ {_around(marked.text, *place)}"
        elif _bare(marked.text, *place) not in bare:
            gold = next(marked.text[slice(*each)] for each in marked.people if _touch(each, place))
            yield f"~ {_around(marked.text, *place)}  marked: {gold}"


def _touch(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _bare(text: str, start: int, end: int) -> Place:
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    while start < end and (match := _TITLE.match(text, start, end)):
        start = match.end()
    while start < end and text[start] in _EDGES:
        start += 1
    return start, end


def _around(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - 40) : start], text[end : end + 40]
    return f"{before}[[{text[start:end]}]]{after}".replace("\n", "⏎")


def sets(echr_path: Path | None, ewt_path: Path | None) -> dict[str, tuple[Marked, ...]]:
    """Every part that can be read, by name: "ECHR-FR dev", "UNER-EWT test" …"""
    given = (("ECHR-FR", echr_path, echr), ("UNER-EWT", ewt_path, ewt))
    return {
        f"{name} {part}": documents
        for name, path, reader in given
        if path is not None
        for part, documents in reader(path).items()
    }


def persons(documents: Iterable[Marked], *, fast: bool) -> Iterator[tuple[Marked, list[Place]]]:
    """Each document with the places where Parvis finds a person."""
    from reviewer.detection.engine import Engine
    from reviewer.model.document import Document, Format, Story, StoryKind
    from reviewer.model.finding import Category

    engine = Engine(fast=fast)
    for each in documents:
        story = Story("body", StoryKind.BODY, each.text)
        found = engine.detect(Document("0" * 64, Format.TEXT, "1", None, (story,)))
        yield (
            each,
            [(one.span.start, one.span.end) for one in found if one.category is Category.PERSON],
        )


def main() -> int:
    """Print a row for each part, and with --show what went wrong in it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--echr", type=Path, help="folder, file or git clone of ECHR-FR")
    parser.add_argument("--ewt", type=Path, help="folder, file or git clone of UNER-EWT")
    parser.add_argument("--parts", default="train,dev,test", help="of train, dev, test")
    parser.add_argument("--fast", action="store_true", help="the rules alone")
    parser.add_argument("--show", action="store_true", help="list what was missed and what was falsely found")
    parser.add_argument("--json", type=Path, help="keep the figures in a file")
    given = parser.parse_args()
    wanted = {
        name: documents
        for name, documents in sets(given.echr, given.ewt).items()
        if name.rpartition(" ")[2] in given.parts.split(",")
    }
    if not wanted:
        print("no set could be read: give --echr or --ewt", file=sys.stderr)
        return 2
    print(
        f"{'':16}{'names':>6}{'found':>7}{'P':>7}{'R':>7}{'F1':>7}{'F2':>7}{'exact F1':>10}{'ksigns/s':>10}"
    )
    kept = {}
    for name, documents in wanted.items():
        start = time.process_time()
        results = list(persons(documents, fast=given.fast))
        took = time.process_time() - start
        total = sum((count(*each) for each in results), Counted())
        kept[name] = total.figures()
        print(row(name, total) + f"{total.signs / took / 1000:10.1f}", flush=True)
        if given.show:
            print(*(line for each in results for line in wrong(*each)), sep="\n")
    if given.json:
        given.json.write_text(json.dumps(kept, indent=1), encoding="utf-8")
    return 0


def row(name: str, total: Counted) -> str:
    """One line of figures."""
    return (
        f"{name:16}{total.marked:6}{total.found:7}{total.precision:7.3f}{total.recall:7.3f}"
        f"{total.f(1):7.3f}{total.f(2):7.3f}{total.exact_f1:10.3f}"
    )


if __name__ == "__main__":
    sys.exit(main())
