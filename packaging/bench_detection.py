# SPDX-License-Identifier: MIT
"""Scores of detection on annotated documents: the rules alone, then the whole, and the last by group and by category.

    python packaging/bench_detection.py [DOCUMENTS.jsonl …] [--fast] [--show]

Without names: every set in tests/corpus/detection. The measures are defined in tests/detection/measure.py; the format of
the documents in tests/corpus/detection/README.md. `bench_detection_all.py` measures everything else, beside other tools.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from reviewer.detection import RULES_VERSION  # noqa: E402 - the script runs from anywhere
from reviewer.detection.engine import Engine  # noqa: E402
from reviewer.model.finding import PASSAGES, Category  # noqa: E402
from tests.detection.measure import Scores, detect, documents, score, wrong  # noqa: E402

FOLDER = ROOT / "tests" / "corpus" / "detection"
GROUPS = {
    "persons": (Category.PERSON,),
    "with check digits": (
        Category.SIN,
        Category.CREDIT_CARD,
        Category.BUSINESS_NUMBER,
        Category.HEALTH_CARD,
    ),
    "shape and context": (
        Category.PRI,
        Category.UCI,
        Category.PASSPORT,
        Category.DRIVER_LICENCE,
        Category.STATUS_CARD,
        Category.BANK_ACCOUNT,
        Category.FILE_NUMBER,
        Category.VEHICLE_PLATE,
        Category.IP_ADDRESS,
        Category.OTHER_ID,
    ),
    "e-mail, phone, postal code": (Category.EMAIL, Category.PHONE, Category.POSTAL_CODE),
    "addresses": (Category.ADDRESS,),
    "dates of birth, ages, pay": (Category.DATE_OF_BIRTH, Category.AGE, Category.SALARY),
    "places": (Category.COORDINATES,),
    "passwords and codes": (Category.USERNAME_OR_PASSWORD, Category.ACCESS_CODE),
    "markings": (Category.MARKING,),
    "passages": tuple(sorted(PASSAGES)),
}
"""The rows of the table of goals in the specification, and what they leave over."""


def default_sets() -> list[Path]:
    """The sets in the repository, the oldest first."""
    return sorted(FOLDER.glob("*.jsonl"))


def main() -> None:
    """Score the rules alone, then the whole, over each set."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("documents", nargs="*", type=Path, default=default_sets())
    parser.add_argument("--fast", action="store_true", help="the rules alone")
    parser.add_argument("--show", action="store_true", help="list what was missed and falsely flagged")
    given = parser.parse_args()
    print(f"rules {RULES_VERSION}")
    print(
        f"{'':20}{'required':>9}{'all':>7}{'passages':>10}{'precision':>11}{'traps':>9}{'false/1k':>10}{'signs/s':>9}"
    )
    last: dict[str, Scores] = {}
    for name, fast in (("rules", True), ("whole", False)):
        if given.fast and not fast:
            continue
        engine = Engine(fast=fast)
        for path in given.documents:
            score(path, engine)  # loads what is loaded once
            start = time.process_time()
            scores = last[path.stem] = score(path, engine)
            show(f"{path.stem} {name}", scores, scores.signs / (time.process_time() - start))
    print(*table(last), sep="\n")
    for path in given.documents if given.show else ():
        for gold in documents(path):
            print(f"\n{gold['id']}", *wrong(gold, detect(gold["text"], engine)), sep="\n")


def show(name: str, scores: Scores, speed: float) -> None:
    """One line of totals."""
    print(
        f"{name:20}{scores.required_recall:9.3f}{scores.recall:7.3f}{scores.passage_recall:10.3f}{scores.precision:11.3f}"
        f"{scores.traps[0]:5}/{scores.traps[1]}{scores.false_per_1000_words:10.2f}{speed:9.0f}"
    )


def table(sets: Mapping[str, Scores]) -> Iterator[str]:
    """By group, then by category: found of gold, then false of all flagged; the same rows for any documents."""
    rows = [*GROUPS.items(), ("", ()), *((each.value, (each,)) for each in Category)]
    yield "\n" + " " * 27 + "".join(f"{name:>31}" for name in sets)
    yield f"{'':27}" + f"{'found/all':>10} {'R':>5}{'false/all':>9}{'P':>6}" * len(sets)
    for name, categories in rows:
        yield f"{name:27}" + "".join(_cell(each, categories) for each in sets.values() if categories)


def _cell(scores: Scores, categories: tuple[Category, ...]) -> str:
    gold, hit, false, flagged = scores.of(categories)
    recall = f"{hit / gold:.3f}" if gold else ""
    precision = f"{1 - false / flagged:.3f}" if flagged else ""
    return f"{hit:5}/{gold:<4} {recall:>5}{false:4}/{flagged:<3} {precision:>6}"


if __name__ == "__main__":
    main()
