# SPDX-License-Identifier: MIT
"""What a copy of an ordinary file keeps, the look of every other line and every other word, and that no gap is left."""

from __future__ import annotations

import pytest

from reviewer import paths
from reviewer.redaction.pdf.writer import write_pdf
from tests.corpus.pdf.proof.gaps import readings
from tests.corpus.pdf.proof.pixels import compare_pages
from tests.corpus.pdf.proof.words import compare_words, miner_lost
from tests.corpus.pdf.sheets import add_page, new_pdf, paragraph, saved, text
from tests.redaction.pdf.plans import plan_for, read

pytestmark = pytest.mark.usefixtures("without_tesseract")

SAMPLES = {
    "project-plan-en.pdf": ("Caspian", "Lindqvist", "Minister", "freight", "landowner"),
    "field-notes-bilingual.pdf": ("Bramwell", "Wendeline", "Philémon", "Corwin", "castors"),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_keeps_all_but_what_was_withheld(name: str) -> None:
    data, secrets = paths.resource("samples", name).read_bytes(), SAMPLES[name]
    source = read(data)
    copy = write_pdf(source, plan_for(source.document, secrets))
    assert not any(loss.startswith("raster") for loss in copy.losses)
    kept = compare_words(data, copy.data, secrets)
    assert kept.words > 200
    assert (kept.lost, kept.letters_lost) == ((), 0)
    assert miner_lost(data, copy.data, secrets)[1] == []
    found = readings(data, copy.data, secrets)
    assert len(found) >= len(secrets)
    assert [each for each in found if each.how or each.unmeasured] == []


def test_tightly_led_lines_beside_a_secret_look_the_same() -> None:
    lines = ("Ships jog by, pygmy quays", "Ask Quillfeather (gypsy) why", "Égypte, Åland, by ferry gangway")
    pdf = new_pdf()
    add_page(pdf, paragraph(*lines, leading=9.5))
    data = saved(pdf)
    source = read(data)
    copy = write_pdf(source, plan_for(source.document, ("Quillfeather",))).data
    kept = compare_words(data, copy, ("Quillfeather",))
    assert (kept.lost, kept.letters_lost) == ((), 0)
    assert all(look.same for look in compare_pages(data, copy, ("Quillfeather",)))


def test_the_checks_notice_what_is_missing() -> None:
    one, other = new_pdf(), new_pdf()
    add_page(one, text(72, 700, "Wetland survey") + text(72, 600, "The northern marsh"))
    add_page(other, text(72, 700, "Wetland survey") + text(72, 600, "The northern"))
    before, after = saved(one), saved(other)
    assert not compare_pages(before, after, ())[0].same
    kept = compare_words(before, after, ())
    assert (kept.lost, kept.letters_lost) == (("marsh",), 5)
    assert miner_lost(before, after, ()) == (5, ["marsh"])


def test_the_measure_notices_a_gap() -> None:
    one, other = new_pdf(), new_pdf()
    add_page(one, text(72, 600, "Call Quillfeather today"))
    add_page(other, b"BT /F1 12 Tf 72 600 Td [(Call ) -5113 ( today)] TJ ET")
    (found,) = readings(saved(one), saved(other), ("Quillfeather",))
    assert found.how == "gap"
