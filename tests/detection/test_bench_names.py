# SPDX-License-Identifier: MIT
"""The measure of people's names: how text is made anew from the words of the public sets, and what counts as found."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).parent.parent.parent / "packaging"

JUDGMENT = """PROCÉDURE O

L’affaire O
a O
été O
déférée O
par O
M B-PER
. I-PER
Ravi I-PER
Halver I-PER
( O
no O
123 B-CODE
/ I-CODE
92 I-CODE
) O
, O
vice O
- O
président O
, O
et O
le O
juge O
J B-LEGAL_PROFESSIONAL
. I-LEGAL_PROFESSIONAL
- I-LEGAL_PROFESSIONAL
P I-LEGAL_PROFESSIONAL
. I-LEGAL_PROFESSIONAL
Okafor I-LEGAL_PROFESSIONAL
. O

Il O
a O
dit O
: O
« O
Non O
» O
. O

PROCÉDURE O

Qu O
' O
il O
vienne O
! O
"""
POSTING = """# newdoc id = letter-1
# sent_id = letter-1-0001
# text = Alice Halver's dog met Ravi .
1\tAlice\tB-PER\t-\tx
2\tHalver\tI-PER\t-\tx
3\t's\tO\t-\tx
4\tdog\tO\t-\tx
5\tmet\tO\t-\tx
6\tRavi\tB-PER\t-\tx
7\t.\tO\t-\tx

# sent_id = letter-1-0002
# text = Toronto.
1\tToronto\tB-LOC\t-\tx
2\t.\tO\t-\tx

# newdoc id = letter-2
# sent_id = letter-2-0001
# text = Bye
1\tBye\tO\t-\tx
"""


@pytest.fixture
def sets(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    yield from _module("bench_names_sets", monkeypatch)


@pytest.fixture
def people(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    yield from _module("bench_names_count", monkeypatch)


def _module(name: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.setattr(sys, "path", [str(PACKAGING), *sys.path])
    yield importlib.import_module(name)


def test_judgments_are_written_as_french_is_written(sets: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "FR-manual-dev.tsv").write_text(JUDGMENT, encoding="utf-8", newline="\r\n")
    first, second = sets.echr(tmp_path)["dev"]
    assert first.text == (
        "PROCÉDURE\nL’affaire a été déférée par M. Ravi Halver (no 123/92), vice-président, et le juge J.-P. Okafor.\n"
        "Il a dit\u00a0: «\u00a0Non\u00a0»."
    )
    assert [first.text[slice(*place)] for place in first.people] == ["M. Ravi Halver", "J.-P. Okafor"]
    assert second.text == "PROCÉDURE\nQu'il vienne\u00a0!"


def test_postings_keep_their_own_text(sets: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "en_ewt-ud-test.iob2"
    path.write_text(POSTING, encoding="utf-8")
    first, second = sets.ewt(path)["test"]
    assert first.text == "Alice Halver's dog met Ravi .\nToronto."
    assert [first.text[slice(*place)] for place in first.people] == ["Alice Halver", "Ravi"]
    assert (second.text, second.people) == ("Bye", ())


def test_a_part_that_is_not_there_is_left_out(sets: ModuleType, tmp_path: Path) -> None:
    assert sets.echr(tmp_path) == {}
    assert sets.ewt(tmp_path / "nothing") == {}


@pytest.mark.parametrize(
    ("found", "figures"),
    [
        ((), (0, 0, 0)),
        (("M. Ravi Halver",), (1, 1, 1)),
        (("Ravi Halver",), (1, 1, 1)),
        (("Halver",), (1, 1, 0)),
        (("Ravi", "Halver"), (1, 2, 0)),
        (("Toronto",), (0, 0, 0)),
        (("Ravi Halver", "Toronto"), (1, 1, 1)),
        (("Ravi Halver met",), (1, 1, 0)),
        (("Okafor's",), (1, 1, 1)),
    ],
)
def test_what_is_found_right_and_exact(
    people: ModuleType, sets: ModuleType, found: tuple[str, ...], figures: tuple[int, int, int]
) -> None:
    text = "M. Ravi Halver met Okafor's dog in Toronto."
    marks = tuple((text.index(name), text.index(name) + len(name)) for name in ("M. Ravi Halver", "Okafor"))
    places = [(text.index(words), text.index(words) + len(words)) for words in found]
    counted = people.count(sets.Marked("one", "en", text, marks), places)
    assert (counted.hit, counted.true, counted.exact) == figures
    assert (counted.marked, counted.found) == (2, len(found))


def test_figures_of_two_documents_add_up(people: ModuleType) -> None:
    total = people.Counted(10, 4, 3, 5, 4, 2) + people.Counted(10, 4, 1, 0, 0, 0)
    assert total.recall == 0.5
    assert total.precision == 0.8
    assert total.exact_f1 == pytest.approx(4 / 13)
    assert total.f(2) == pytest.approx(5 * 0.8 * 0.5 / (4 * 0.8 + 0.5))
    assert people.Counted().f(1) == 0.0
