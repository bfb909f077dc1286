# SPDX-License-Identifier: MIT
"""Values that were made less precise: the new value is in the copy, with its mark, for the eye and for the ear."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from reviewer.errors import CannotRedact
from reviewer.model.decision import Decision, Decisions, Ruling, Verdict
from reviewer.model.document import Language, Span
from reviewer.redaction.note import reader_note
from reviewer.redaction.pdf.writer import write_pdf
from reviewer.redaction.plan import Plan, make_plan
from tests.corpus.pdf.sheets import add_page, new_pdf, saved, text
from tests.redaction.pdf.evidence import miner_text, pdfium_text, places_of
from tests.redaction.pdf.plans import read

EXACT = "45.4215"
SAID = {
    Language.EN: (f"The nest is at {EXACT} north.", "about 45 degrees", "about 45 degrees [generalised]"),
    Language.FR: (
        f"Le nid est à {EXACT} au nord.",
        "près du 45e parallèle",
        "près du 45e parallèle [généralisé]",
    ),
}


def tagged_page(line: str) -> bytes:
    pdf = new_pdf()
    page = add_page(pdf, b"/P <</MCID 0>> BDC " + text(72, 700, line) + b"EMC")
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    tree["/K"] = Array([pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=tree, Pg=page, K=0))])
    pdf.Root["/StructTreeRoot"], pdf.Root["/MarkInfo"] = tree, Dictionary(Marked=True)
    return saved(pdf)


def planned(data: bytes, language: Language, replacement: str) -> Plan:
    document = read(data).document
    start = document.story("page:1").text.index(EXACT)
    ruling = Ruling(Verdict.GENERALISE, ("19(1)",), replacement=replacement)
    when = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
    made = (Decision(Span("page:1", start, start + len(EXACT)), ruling, "a", when, "a"),)
    note = reader_note(made, language)
    return make_plan(document, Decisions(made, ()), language=language, title="Nests", note=note)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("pictured", [False, True])
@pytest.mark.usefixtures("without_tesseract")
def test_the_new_value_stands_in_the_place_of_the_exact_one(language: Language, *, pictured: bool) -> None:
    line, replacement, label = SAID[language]
    data = tagged_page(line)
    plan = planned(data, language, replacement)
    plan = replace(plan, pictured=frozenset({1}) if pictured else frozenset())
    copy = write_pdf(read(data), plan).data
    for said in (pdfium_text(copy), miner_text(copy)):
        assert label in said
        assert said.count(label.rpartition(" ")[2]) >= 2  # the reader's note tells what the mark means
    assert places_of(EXACT, copy) == []
    with pikepdf.open(io.BytesIO(copy)) as pdf:
        # A screen reader must not say "redacted" where a value is given.
        assert b"ActualText" not in pdf.pages[-1].Contents.read_bytes()


def test_signs_that_labels_lack_are_worded_or_refused() -> None:
    data = tagged_page(SAID[Language.EN][0])
    copy = write_pdf(read(data), planned(data, Language.EN, "\u2248 45\u2032 N")).data
    assert "~ 45' N [generalised]" in pdfium_text(copy)
    with pytest.raises(CannotRedact):
        write_pdf(read(data), planned(data, Language.EN, "\u8fd1 45"))
