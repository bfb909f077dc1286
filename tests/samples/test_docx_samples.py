# SPDX-License-Identifier: MIT
"""The DOCX samples hold each hiding place that they are meant to show."""

from __future__ import annotations

import io
import itertools
import zipfile

import pytest
from docx import Document
from lxml import etree
from PIL import Image

from tests.samples.reading import SAMPLES, WORD, squeeze

NAMES = ("minutes-en.docx", "compte-rendu-fr.docx")


def _xml(name: str, part: str) -> etree._Element:
    with zipfile.ZipFile(SAMPLES / name) as archive:
        return etree.fromstring(archive.read(part))


@pytest.mark.parametrize(
    ("name", "marking", "headings"), [(NAMES[0], "PROTECTED A", 10), (NAMES[1], "PROTÉGÉ A", 9)]
)
def test_python_docx_reads_it(name: str, marking: str, headings: int) -> None:
    document = Document(str(SAMPLES / name))
    assert document.sections[0].header.paragraphs[0].text == marking
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style]
    assert styles.count("Title") == 1
    assert styles.count("Heading 2") == headings
    assert document.core_properties.author
    assert document.core_properties.last_modified_by != document.core_properties.author


@pytest.mark.parametrize("name", NAMES)
def test_participants_stand_in_a_table_with_a_header_row(name: str) -> None:
    table = Document(str(SAMPLES / name)).tables[0]
    assert len(table.rows) >= 8
    assert table.rows[0]._tr.find(f"{WORD}trPr/{WORD}tblHeader") is not None
    contacts = " ".join(cell.text for row in table.rows for cell in row.cells)
    assert ".gc.ca" in contacts
    assert ".example" in contacts


@pytest.mark.parametrize("name", NAMES)
def test_tracked_changes_comment_footnote_and_link(name: str) -> None:
    body = _xml(name, "word/document.xml")
    (inserted,) = body.iter(f"{WORD}ins")
    (deleted,) = body.iter(f"{WORD}del")
    assert "".join(inserted.itertext()).endswith(".")
    assert deleted.find(f".//{WORD}delText") is not None
    assert deleted.find(f".//{WORD}t") is None
    assert inserted.get(f"{WORD}author") == deleted.get(f"{WORD}author")
    (comment,) = Document(str(SAMPLES / name)).comments
    assert comment.author
    assert len(comment.text) > 40
    assert len(list(body.iter(f"{WORD}commentRangeStart"))) == 1
    notes = _xml(name, "word/footnotes.xml")
    assert len(notes.findall(f"{WORD}footnote")) == 3
    assert len(list(body.iter(f"{WORD}footnoteReference"))) == 1
    targets = [rel.get("Target") for rel in _xml(name, "word/_rels/document.xml.rels")]
    assert any(target and target.startswith("mailto:") for target in targets)


@pytest.mark.parametrize("name", NAMES)
def test_runs_are_cut_inside_words(name: str) -> None:
    runs = [run.text for p in Document(str(SAMPLES / name)).paragraphs for run in p.runs]
    pairs = itertools.pairwise(runs)
    assert sum(1 for left, right in pairs if left[-1:].isalpha() and right[:1].isalpha()) > 10


def test_the_minutes_number_their_actions() -> None:
    styles = [p.style.name for p in Document(str(SAMPLES / NAMES[0])).paragraphs if p.style]
    assert styles.count("List Number") == 6


def test_the_compte_rendu_hides_text_and_describes_a_picture() -> None:
    body = _xml(NAMES[1], "word/document.xml")
    hidden = [run for run in body.iter(f"{WORD}r") if run.find(f"{WORD}rPr/{WORD}vanish") is not None]
    assert "seuild'évacuation" in squeeze("".join("".join(run.itertext()) for run in hidden))
    described = [element.get("descr") for element in body.iter() if element.tag.endswith("}docPr")]
    assert len(described) == 1
    assert described[0]
    assert described[0].startswith("Photo du talus")
    with zipfile.ZipFile(SAMPLES / NAMES[1]) as archive:
        (picture,) = [name for name in archive.namelist() if name.startswith("word/media/")]
        assert Image.open(io.BytesIO(archive.read(picture))).size == (900, 360)


@pytest.mark.parametrize("name", NAMES)
def test_the_archive_has_fixed_times_and_order(name: str) -> None:
    with zipfile.ZipFile(SAMPLES / name) as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(2026, 6, 12, 14, 30, 0)}
    assert entries[0].filename == "[Content_Types].xml"
    assert [e.filename for e in entries[1:]] == sorted(e.filename for e in entries[1:])
