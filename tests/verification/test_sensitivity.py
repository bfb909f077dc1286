# SPDX-License-Identifier: MIT
"""The gate handed files nobody redacted: it finds every secret that can be read; and clean files raise no alarm."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reviewer.model.document import Format, Language
from reviewer.redaction.docx.writer import write_docx
from reviewer.verification.examine import examine
from reviewer.verification.report import GateReport, HitKind
from reviewer.verification.request import GateRequest, Term
from tests.corpus.docx.benign import SECRETS, benign
from tests.corpus.docx.case import Case
from tests.corpus.docx.make import cases
from tests.redaction.docx.checks import plan_for, read
from tests.samples.reading import SAMPLES

UNREAD = {
    "cut_by_alternate_content": "both branches stand one after the other; no copy may hold such a choice",
    "cut_by_deletion": "deleted letters stand between; no copy may hold a deletion",
    "cut_by_hidden_letters": "hidden letters stand between; no copy may hold hidden text",
    "list_letters": "digits spelt by a list's levels; no copy may number so",
    "old_symbols": "letters by number, each in an instruction of its own; no copy may hold such an instruction",
    "compressed": "a stream of its own in a part of an unknown kind; no copy may hold such a part",
    "torn": "a ZIP without its directory",
    "office_container": "no ZIP at all",
    "old_word_format": "no ZIP at all",
    "rich_text": "no ZIP at all",
    "empty": "no byte",
}
"""Where the words themselves are not found; the file is refused for another reason, and why."""


def _look(data: bytes, *terms: str, language: str = "en", title: str = "") -> GateReport:
    request = GateRequest(Format.DOCX, tuple(map(Term, terms)), (), Language(language), title)
    return examine(data, request, lambda done, total: None)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_a_secret_in_the_source_is_found(case: Case) -> None:
    hits = _look(case.data, *case.hidden, language=case.words.tag).hits
    assert hits
    found = {hit.term for hit in hits if hit.kind in {HitKind.LEAK, HitKind.DIGITS}}
    assert case.name in UNREAD or found == set(range(len(case.hidden)))


def test_the_list_of_exceptions_is_short_and_needed() -> None:
    named = {case.name for case in cases()}
    assert named >= UNREAD.keys()
    assert len(UNREAD) < len(named) / 20


def _copies() -> Iterator[bytes]:
    """Clean files as the program writes them: the benign set, and the Word samples, with nothing withheld."""
    for data in (*benign(), *(path.read_bytes() for path in sorted(SAMPLES.glob("*.docx")))):
        source = read(data)
        yield write_docx(source, plan_for(source, ())).data


def test_clean_files_raise_no_alarm() -> None:
    """Everyday names and numbers that are not in them: not one search in a hundred may find anything."""
    reports = [_look(data, *SECRETS, title="A title") for data in _copies()]
    alarms = [(number, hit) for number, report in enumerate(reports) for hit in report.hits]
    assert len(reports) >= 100
    assert len(alarms) * 100 < len(reports) * len(SECRETS), alarms[:10]


def test_what_is_planted_in_a_clean_file_is_found() -> None:
    for number, data in enumerate(benign(planted=SECRETS)):
        term = number % len(SECRETS)
        assert term in {hit.term for hit in _look(data, *SECRETS).hits}


def test_the_clean_files_are_many_and_different() -> None:
    made = list(benign())
    assert len(set(made)) == len(made) >= 100
