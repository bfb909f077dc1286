# SPDX-License-Identifier: MIT
"""Texts beside the pages that would fill the memory are refused, and reading many of them can be stopped."""

from __future__ import annotations

from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Name, Stream, String

from reviewer.documents.opener import open_bytes
from reviewer.errors import Cancelled, LimitExceeded
from reviewer.model.document import StoryKind
from reviewer.progress import Progress
from tests.corpus.pdf.sheets import add_page, new_pdf, paragraph, saved

pytestmark = pytest.mark.usefixtures("without_tesseract")
PATH = Path("odd.pdf")


def with_notes(number: int, words: str) -> bytes:
    pdf = new_pdf()
    add_page(pdf, paragraph("Wetland survey"))
    note = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Text,
        Rect=Array([0, 0, 9, 9]),
        Contents=pdf.make_indirect(String(words)),
    )
    pdf.pages[0].obj["/Annots"] = Array([note] * number)
    return saved(pdf)


@pytest.mark.parametrize(("number", "size", "limit"), [(9, 2**20, "texts"), (100_001, 1, "surfaces")])
def test_notes_without_end(number: int, size: int, limit: str) -> None:
    """50 MB of title took 2.5 GB: each text is kept, folded, searched and shown."""
    with pytest.raises(LimitExceeded) as caught:
        open_bytes(with_notes(number, "n" * size), path=PATH)
    assert caught.value.facts["limit"] == limit


def test_who_stops_between_the_notes_is_heard() -> None:
    said: list[Progress] = []

    def stop(progress: Progress) -> None:
        said.append(progress)
        if len(said) == 4:
            raise Cancelled

    with pytest.raises(Cancelled):
        open_bytes(with_notes(2000, "Note"), path=PATH, report=stop)
    assert [each.done for each in said] == [0, 1, 1, 1], "once for the page, then between the notes"


def test_files_that_are_embedded_are_read_up_to_a_bound() -> None:
    """20,000 of them, all of one stream, would have been 10 GB of text."""
    pdf = new_pdf()
    add_page(pdf, paragraph("Wetland survey"))
    stream = pdf.make_indirect(Stream(pdf, b"Reed " * 100_000))
    specs: list[object] = []
    for number in range(40):
        spec = Dictionary(Type=Name.Filespec, F=String(f"f{number}.txt"), EF=Dictionary(F=stream))
        specs += [String(f"f{number:02}"), pdf.make_indirect(spec)]
    pdf.Root["/Names"] = Dictionary(EmbeddedFiles=Dictionary(Names=Array(specs)))
    stories = open_bytes(saved(pdf), path=PATH).document.stories
    attached = [each.text for each in stories if each.kind is StoryKind.ATTACHMENT]
    assert len(attached) == 40
    assert all(f"f{number}.txt" in text for number, text in enumerate(attached))
    assert sum("Reed" in text for text in attached) == 8
