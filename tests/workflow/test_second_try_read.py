# SPDX-License-Identifier: MIT
"""A page that the gate refused as text has the words again that can be read in its picture."""

from __future__ import annotations

from pathlib import Path

from reviewer.redaction.copy import write_copy
from reviewer.workflow.second_try import as_pictures
from reviewer.workflow.verify import proved
from tests.redaction.pdf.evidence import folded, pdfium_text
from tests.workflow.test_second_try import NAME, missed, twice


def test_the_words_can_be_heard_again(tmp_path: Path) -> None:
    made = missed(tmp_path / "twice.pdf", twice())
    draft, gate = proved(made.draft, made.decisions)
    said = folded(pdfium_text(draft.copy.data))
    assert gate.clean
    assert draft.copy.pictured == ((1, "gate"),)
    assert folded(NAME) not in said
    assert folded("The field log was written by") in said
    mute = as_pictures(draft, frozenset({1}), mute=True)
    assert set(folded(pdfium_text(mute.copy.data)).split(folded("[s. 19(1)]"))) == {""}
    assert mute.copy == write_copy(mute.source, mute.plan)
