# SPDX-License-Identifier: MIT
"""Whole previews of small documents with what real files tripped over."""

from __future__ import annotations

from pathlib import Path

from reviewer.workflow.preview import preview
from tests.corpus.docx.pack import Rel, package, part
from tests.redaction.docx.checks import entries


def written(folder: Path, data: bytes, *terms: str) -> bytes:
    """The copy of a document without these words."""
    path = folder / "case.docx"
    path.write_bytes(data)
    rows = [{"term": each} for each in terms]
    return preview(path, {"withhold": rows}, folder / "out", safe_defaults=True).path.read_bytes()


def test_a_style_named_with_one_of_two_joined_words_is_renamed(tmp_path: Path) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="L"><w:name w:val="List Paragraph"/></w:style>'
    body = '<w:p><w:pPr><w:pStyle w:val="L"/></w:pPr><w:r><w:t>A comment paragraph here.</w:t></w:r></w:p>'
    data = package(body, rels=[Rel("rId1", "styles", "styles.xml")], parts={"word/styles.xml": part("styles", styles)})
    copy = dict(entries(written(tmp_path, data, "comment", "paragraph")))
    assert b"List" not in copy["word/styles.xml"]
