# SPDX-License-Identifier: MIT
"""Every adversarial document, read and written: the secret is found, dropped or refused, and the rest stays."""

from __future__ import annotations

import io

import docx
import pytest

from reviewer.errors import InputError
from reviewer.model.document import Choice, ProblemKind
from reviewer.redaction.docx.writer import write_docx
from reviewer.redaction.labels import wording
from tests.corpus.docx.case import Case, Outcome
from tests.corpus.docx.make import cases
from tests.redaction.docx.checks import entries, expected_texts, leaks, plan_for, read, shown_texts, spans

READABLE = [case for case in cases() if case.outcome is not Outcome.REFUSED]
REFUSED = [case for case in cases() if case.outcome is Outcome.REFUSED]
_PLACEHOLDERS = tuple(
    words for spoken in wording().values() for key, words in spoken.items() if key.endswith("_removed")
)
_KNOWN_PARTS = ("[Content_Types].xml", "_rels/", "docProps/core.xml", "word/")
_NEVER = (".bin", ".emf", ".svg", ".xlsx", ".html", ".odttf")


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.id)
def test_is_refused_with_a_reason(case: Case) -> None:
    with pytest.raises(InputError) as caught:
        read(case.data)
    assert all(secret not in str(caught.value) for secret in case.hidden)


@pytest.mark.parametrize("case", READABLE, ids=lambda case: case.id)
def test_the_secret_goes_and_the_rest_stays_to_the_character(case: Case) -> None:
    source = read(case.data)
    kinds = {story.kind for story in source.document.stories if spans(story.text, case.hidden)}
    assert case.outcome is Outcome.DROPPED or case.kind in kinds
    kept = (
        {ProblemKind.IMAGE, ProblemKind.OBJECT, ProblemKind.LINKS}
        if case.keep_images
        else {ProblemKind.LINKS}
    )
    keep = {
        problem.id: Choice.KEEP
        for problem in source.document.problems
        if problem.kind in kept and Choice.KEEP in problem.choices
    }
    plan = plan_for(source, case.hidden, choices=keep)
    copy = write_docx(source, plan).data
    assert leaks(copy, case.hidden) == []
    shown = [(kind, _without_placeholders(text)) for kind, text in shown_texts(copy)]
    assert shown == expected_texts(source, plan_for(source, case.hidden))
    texts = "\n".join(text for _kind, text in shown)
    assert all(words in texts for words in (case.words.keep, *case.keep))
    names = [name for name, _content in entries(copy)]
    assert all(name.startswith(_KNOWN_PARTS) and not name.endswith(_NEVER) for name in names)
    assert docx.Document(io.BytesIO(copy)).core_properties.title == "A title"


def _without_placeholders(text: str) -> str:
    for placeholder in _PLACEHOLDERS:
        text = text.replace(placeholder, "")
    return text
