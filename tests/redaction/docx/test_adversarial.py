# SPDX-License-Identifier: MIT
"""Every adversarial document: the secret is found or never copied or refused, and is in no part of the copy."""

from __future__ import annotations

import io
from functools import cache

import docx
import pytest

from reviewer.errors import InputError
from reviewer.model.document import Choice, ProblemKind
from reviewer.redaction.docx.writer import write_docx
from reviewer.redaction.labels import wording
from tests.corpus.docx.case import Case, Outcome
from tests.corpus.docx.make import cases
from tests.redaction.docx.checks import entries, expected_texts, leaks, plan_for, read, shown_texts, spans

ALL = cases()
READABLE = [case for case in ALL if case.outcome is not Outcome.REFUSED]
_PLACEHOLDERS = tuple(
    words for spoken in wording().values() for key, words in spoken.items() if key.endswith("_removed")
)


def _ids(listed: list[Case]) -> list[str]:
    return [case.id for case in listed]


@cache
def _copy(case: Case) -> bytes:
    return _made(case)


def _made(case: Case) -> bytes:
    source = read(case.data)
    keep = {
        problem.id: Choice.KEEP
        for problem in source.document.problems
        if problem.kind in {ProblemKind.IMAGE, ProblemKind.OBJECT} and case.keep_images
        if Choice.KEEP in problem.choices
    }
    keep |= {
        problem.id: Choice.KEEP for problem in source.document.problems if problem.kind is ProblemKind.LINKS
    }
    return write_docx(source, plan_for(source, case.hidden, choices=keep)).data


@pytest.mark.parametrize(
    "case", [case for case in ALL if case.outcome is Outcome.REFUSED], ids=lambda case: case.id
)
def test_is_refused_with_a_reason(case: Case) -> None:
    with pytest.raises(InputError) as caught:
        read(case.data)
    assert all(secret not in str(caught.value) for secret in case.hidden)


@pytest.mark.parametrize(
    "case", [case for case in ALL if case.outcome is Outcome.FOUND], ids=lambda case: case.id
)
def test_the_secret_is_in_a_story(case: Case) -> None:
    stories = read(case.data).document.stories
    kinds = {story.kind for story in stories if spans(story.text, case.hidden)}
    assert case.kind in kinds


@pytest.mark.parametrize("case", READABLE, ids=_ids(READABLE))
def test_the_copy_holds_no_secret(case: Case) -> None:
    assert leaks(_copy(case), case.hidden) == []


@pytest.mark.parametrize("case", READABLE, ids=_ids(READABLE))
def test_the_rest_survives_to_the_character(case: Case) -> None:
    source = read(case.data)
    copy = _copy(case)
    shown = shown_texts(copy)
    for placeholder in _PLACEHOLDERS:
        shown = [(kind, text.replace(placeholder, "")) for kind, text in shown]
    texts = "\n".join(text for _kind, text in shown)
    assert case.words.keep in texts
    assert all(words in texts for words in case.keep)
    assert shown == expected_texts(source, plan_for(source, case.hidden))


@pytest.mark.parametrize("case", READABLE, ids=_ids(READABLE))
def test_the_copy_opens_elsewhere_and_holds_known_parts_only(case: Case) -> None:
    copy = _copy(case)
    assert docx.Document(io.BytesIO(copy)).core_properties.title == "A title"
    known = ("[Content_Types].xml", "_rels/", "docProps/core.xml", "word/")
    names = [name for name, _content in entries(copy)]
    assert all(name.startswith(known) for name in names)
    assert not [name for name in names if name.endswith((".bin", ".emf", ".svg", ".xlsx", ".html", ".odttf"))]


@pytest.mark.parametrize("case", READABLE, ids=_ids(READABLE))
def test_reading_and_writing_are_deterministic(case: Case) -> None:
    assert read(case.data).document == read(case.data).document
    assert _made(case) == _copy(case)


def test_there_are_enough_of_them() -> None:
    assert len(ALL) >= 150
    assert len({case.id for case in ALL}) == len(ALL)
