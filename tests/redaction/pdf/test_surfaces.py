# SPDX-License-Identifier: MIT
"""Whatever surface a secret is on, no byte of the copy holds it, and the words that stay are still there."""

from __future__ import annotations

import pytest

from reviewer.errors import CannotRedact
from reviewer.model.document import Choice
from reviewer.redaction.pdf.writer import write_pdf
from tests.corpus.pdf.cases import MAKERS
from tests.redaction.pdf.evidence import folded, miner_text, pdfium_text, places_of
from tests.redaction.pdf.plans import plan_for, read

# What a scan asks and loses depends on whether its words can be read: test_ocr.py says what comes with them.
pytestmark = pytest.mark.usefixtures("without_tesseract")


@pytest.mark.parametrize("name", sorted(MAKERS))
def test_nothing_withheld_is_in_the_copy(name: str) -> None:
    case = MAKERS[name]()
    assert case.refused or case.in_pixels or any(places_of(secret, case.data) for secret in case.secrets)
    source = read(case.data)
    plan = plan_for(source.document, case.secrets, answers=case.answers)
    if case.refused:
        assert any(problem.safe is Choice.STOP for problem in source.document.problems)
        with pytest.raises(CannotRedact):
            write_pdf(source, plan)
        return
    copy = write_pdf(source, plan)
    assert {secret: places_of(secret, copy.data) for secret in case.secrets} == {
        secret: [] for secret in case.secrets
    }
    read_again = folded(pdfium_text(copy.data)), folded(miner_text(copy.data))
    for words in case.kept:
        assert all(folded(words) in text for text in read_again), words
    assert set(case.losses) <= set(copy.losses)
    assert [problem for problem in read(copy.data).document.problems if problem.kind != "image"] == []


def test_there_are_cases_enough() -> None:
    assert len(MAKERS) >= 40
