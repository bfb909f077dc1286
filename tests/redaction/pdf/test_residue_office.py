# SPDX-License-Identifier: MIT
"""Documents that LibreOffice laid out around different names give one copy, as long as its lines break alike."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Cm, RGBColor

from reviewer.redaction.pdf.writer import write_pdf
from tests.redaction.pdf.plans import plan_for, read

NAMES = ("Tremblay", "Brimstone", "Lindqvist")


def _letter(name: str) -> Any:
    """A page with a name in every layout that offices use."""
    letter = docx.Document()
    letter.add_heading("Report on the marsh", 1)
    letter.add_paragraph(
        "The crew met at the gate in the morning and walked along the creek to the north. " * 3
    )
    letter.add_paragraph(f"The gate was opened by {name} at six.")
    long = (
        f"On that morning the crew was let in by {name}, who had been told of it. The rest of the day was spent along "
        "the creek, where nothing was found that had not been seen before in the year."
    )
    for alignment in (
        WD_ALIGN_PARAGRAPH.JUSTIFY,
        WD_ALIGN_PARAGRAPH.CENTER,
        WD_ALIGN_PARAGRAPH.RIGHT,
    ):
        letter.add_paragraph(long).alignment = alignment
    letter.add_paragraph(f"Report of {name}").alignment = WD_ALIGN_PARAGRAPH.CENTER
    letter.add_paragraph(f"Ottawa, {name}").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for words, leader in (
        (f"Statement of {name}\t12", WD_TAB_LEADER.DOTS),
        (f"By\t{name}", WD_TAB_LEADER.SPACES),
    ):
        tabbed = letter.add_paragraph(words)
        tabbed.paragraph_format.tab_stops.add_tab_stop(Cm(15), WD_TAB_ALIGNMENT.RIGHT, leader)
    mixed = letter.add_paragraph("Said by ")
    mixed.add_run(name).bold = True
    mixed.add_run(" and ")
    mixed.add_run(name).underline = True
    mixed.add_run(" again, and ")
    mixed.add_run(name).font.color.rgb = RGBColor(255, 255, 255)
    mixed.add_run(" too.")
    table = letter.add_table(rows=2, cols=3)
    table.style = "Table Grid"
    for cell, words in zip(table._cells, ("12", name, f"{name}, lot", "15", name, "May 5"), strict=True):
        cell.text = words
        if words == name:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    return letter


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    folder: Path = tmp_path_factory.mktemp("office")
    files = [folder / f"{number}.docx" for number in range(len(NAMES))]
    for file, name in zip(files, NAMES, strict=True):
        _letter(name).save(str(file))
    export = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", export, "--outdir", str(folder), *map(str, files)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return [file.with_suffix(".pdf").read_bytes() for file in files]


def test_names_of_other_widths_give_one_copy(printed: list[bytes]) -> None:
    copies = set()
    for data, name in zip(printed, NAMES, strict=True):
        source = read(data)
        plan = plan_for(source.document, (name,))
        assert sum(map(len, plan.removals.values())) == 14
        copy = write_pdf(source, plan)
        assert not any(loss.startswith("raster") for loss in copy.losses)
        copies.add(copy.data)
    assert len(copies) == 1
