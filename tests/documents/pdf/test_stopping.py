# SPDX-License-Identifier: MIT
"""A person who stops the reading of a PDF is heard between two pages, and between two pictures."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.documents.opener import open_bytes
from reviewer.errors import Cancelled
from reviewer.progress import Progress
from tests.corpus.pdf.registry import SECRET
from tests.corpus.pdf.sheets import add_page, image_object, new_pdf, paragraph, picture, saved

pytestmark = pytest.mark.usefixtures("without_tesseract")


def _with_pictures() -> bytes:
    pdf = new_pdf()
    for number in range(3):
        drawn = image_object(pdf, picture(f"{SECRET} {number}"))
        add_page(pdf, paragraph("Plan") + b"q 300 0 0 100 72 400 cm /I1 Do Q", XObject={"/I1": drawn})
    return saved(pdf)


def test_between_two_pictures_somebody_asks() -> None:
    said: list[Progress] = []
    open_bytes(_with_pictures(), path=Path("plan.pdf"), report=said.append)
    assert [each.done for each in said][:3] == [0, 1, 2]
    assert sum(each.done == 3 for each in said) >= 4, "once for each picture, and at the end"


def test_who_stops_there_gets_nothing() -> None:
    said: list[Progress] = []

    def stop(progress: Progress) -> None:
        said.append(progress)
        if progress.done == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        open_bytes(_with_pictures(), path=Path("plan.pdf"), report=stop)
    assert said[-1].done == 3
