# SPDX-License-Identifier: MIT
"""Whole previews of small documents with what real files tripped over."""

from __future__ import annotations

from pathlib import Path

from reviewer.workflow.preview import preview
from tests.corpus.docx.pack import Rel, line, package, part
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
    data = package(
        body, rels=[Rel("rId1", "styles", "styles.xml")], parts={"word/styles.xml": part("styles", styles)}
    )
    copy = dict(entries(written(tmp_path, data, "comment", "paragraph")))
    assert b"List" not in copy["word/styles.xml"]


def test_a_long_paragraph_that_was_moved_and_then_changed_is_no_leak(tmp_path: Path) -> None:
    words = [f"paragraph {number} of the by-law names the owner of the lot" for number in range(6)]
    old, new = " and ".join(words), " and ".join([words[0], "nobody", *words[2:]])
    body = (
        f'<w:p><w:moveFrom w:id="1"><w:r><w:t>{old}</w:t></w:r></w:moveFrom></w:p>'
        f'<w:p><w:moveTo w:id="2"><w:r><w:t>{new}</w:t></w:r></w:moveTo></w:p>'
    )
    copy = dict(entries(written(tmp_path, package(body), "zebra")))
    assert new.encode() in copy["word/document.xml"]
    assert b"moveFrom" not in copy["word/document.xml"]


def test_words_of_the_format_are_nobodys(tmp_path: Path) -> None:
    page = "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    page = page.replace("</w:r>", "</w:r><w:r><w:instrText> PAGE </w:instrText></w:r>", 1)
    styles = '<w:style w:type="paragraph" w:styleId="L"><w:name w:val="Letterhead"/></w:style>'
    section = "".join(f'<w:headerReference w:type="{kind}" r:id="rId2"/>' for kind in ("first", "even"))
    words = "First page of even style, default release"
    body = f'<w:p><w:pPr><w:pStyle w:val="L"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'
    data = package(
        body,
        rels=[Rel("rId1", "styles", "styles.xml"), Rel("rId2", "header", "header1.xml")],
        parts={
            "word/styles.xml": part("styles", styles),
            "word/header1.xml": part("hdr", f"<w:p>{page}</w:p>"),
        },
        section=section,
    )
    copy = dict(entries(written(tmp_path, data, "first", "page", "even", "style", "default", "release")))
    assert b"w:instrText> PAGE </w:instrText>" in copy["word/header1.xml"]
    assert b'w:type="even"' in copy["word/document.xml"]
    assert b"release" not in copy["docProps/core.xml"]


def test_a_stray_sign_among_properties_that_are_never_copied_refuses_nothing(tmp_path: Path) -> None:
    properties = "<w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj>"
    body = f"<w:sdt><w:sdtPr>{properties}\\</w:sdtPr><w:sdtContent>{line('Contents')}</w:sdtContent></w:sdt>"
    copy = dict(entries(written(tmp_path, package(body), "zebra")))
    assert b"Contents" in copy["word/document.xml"]
    assert b"\\" not in copy["word/document.xml"]


def test_a_word_with_a_dropped_capital_is_one_word(tmp_path: Path) -> None:
    capital = '<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr><w:r><w:t>H</w:t></w:r></w:p>'
    copy = dict(entries(written(tmp_path, package(capital + line("eron stood by.")), "Heron")))
    assert b"eron" not in copy["word/document.xml"]
    assert b" stood by." in copy["word/document.xml"]
    assert copy["word/document.xml"].count(b"<w:p>") == 2
