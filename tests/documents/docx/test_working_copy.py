# SPDX-License-Identifier: MIT
"""The copy that LibreOffice is given: the same text, a bookmark for each paragraph, nothing that acts or fetches."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from pathlib import Path

import docx
import pytest
from lxml import etree

from reviewer.documents.docx.alignment import PageText, aligned, in_drawing
from reviewer.documents.docx.reader import DocxSource, read_docx
from reviewer.documents.docx.working_copy import WorkingCopy, working_copy
from reviewer.errors import ReviewerError
from reviewer.model.document import StoryKind
from tests.corpus.docx.make import cases
from tests.corpus.docx.pack import Rel, package, para, run

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|word/_rels/\w+\.xml\.rels|word/media/image\d+\.(png|jpeg|gif|bmp|tiff)"
    r"|word/(document|styles|numbering|settings|fontTable|theme|footnotes|endnotes|header|footer|chart)\d*\.xml"
)
_OTHERWISE = "deleted_equation"
"""A case whose deletion, inside an equation, the text shows all the same: it would rather say too much."""


def _read(data: bytes) -> DocxSource:
    return read_docx(data, path=Path("case.docx"), words_in_images=False)


@cache
def _copies() -> tuple[tuple[str, DocxSource, WorkingCopy], ...]:
    made = []
    for case in (each for each in cases() if "-number-" not in each.id):
        try:
            source = _read(case.data)
        except ReviewerError:
            continue
        made.append((case.id, source, working_copy(source)))
    return tuple(made)


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _xml(data: bytes) -> dict[str, etree._Element]:
    return {
        name: etree.fromstring(content)
        for name, content in _parts(data).items()
        if not name.startswith("word/media/")
    }


def test_there_is_a_copy_of_each_case_that_can_be_read() -> None:
    assert len(_copies()) > 150


def test_only_listed_parts_are_in_it_and_no_relationship_leaves_it() -> None:
    for name, _source, copy in _copies():
        for part, root in _xml(copy.data).items():
            assert _PARTS.fullmatch(part), (name, part)
            if part.endswith(".rels"):
                for row in root:
                    assert row.get("TargetMode") is None, name
                    assert row.get("Target", "").lstrip("/") in _parts(copy.data), (name, row.get("Target"))


def test_nothing_in_it_acts_or_names_an_address() -> None:
    for name, _source, copy in _copies():
        for part, root in _xml(copy.data).items():
            for element in root.iter():
                local = etree.QName(element).localname
                assert local not in {
                    "altChunk",
                    "OLEObject",
                    "control",
                    "attachedTemplate",
                    "mailMerge",
                    "ins",
                    "del",
                }, name
                if local == "instrText":
                    assert (element.text or "").strip() in {"PAGE", "NUMPAGES", "SECTIONPAGES"}, name
                for key, content in element.attrib.items():
                    if part.endswith(".rels") or local in {
                        "graphicData",
                        "compatSetting",
                        "Override",
                        "Default",
                    }:
                        continue
                    assert not re.match(r"(?i)\s*(https?|ftp|file|mailto|smb|javascript|\\\\)", content), (
                        name,
                        key,
                    )


def test_it_says_what_the_text_view_says() -> None:
    kinds = {StoryKind.BODY, StoryKind.HEADER, StoryKind.FOOTER, StoryKind.FOOTNOTE, StoryKind.ENDNOTE}
    for name, source, copy in _copies():
        if name.startswith(_OTHERWISE):
            continue
        again = _read(copy.data).document.stories if source.document.stories else ()
        said = [each.text.split() for each in again if each.kind in kinds]
        assert said == [each.text.split() for each in source.document.stories if each.kind in kinds], name


def test_each_paragraph_has_its_bookmark_and_other_programs_open_it() -> None:
    for name, source, copy in _copies():
        marks = [
            mark.get(f"{W}name")
            for part, root in _xml(copy.data).items()
            if not part.endswith(".rels")
            for mark in root.iter(f"{W}bookmarkStart")
        ]
        assert sorted(filter(None, marks)) == [anchor.name for anchor in copy.anchors], name
        for anchor in copy.anchors:
            assert source.document.story(anchor.story).text[anchor.start : anchor.end].strip(), name
        docx.Document(io.BytesIO(copy.data))


def test_words_of_a_chart_have_a_bookmark_before_the_chart() -> None:
    _, source, copy = next(each for each in _copies() if each[0] == "chart_axis-en")
    apart = [anchor for anchor in copy.anchors if anchor.apart]
    assert {source.document.story(anchor.story).kind for anchor in apart} == {StoryKind.CHART}
    root = _xml(copy.data)["word/document.xml"]
    order = [each.get(f"{W}name") or etree.QName(each).localname for each in root.iter()]
    assert all(order.index(anchor.name) < order.index("drawing") for anchor in apart)


def test_words_of_a_drawing_are_the_nearest_below_its_bookmark() -> None:
    page = PageText.of(
        1,
        [
            *_page(1, "Yield", y=700.0).glyphs,
            *_page(1, "Yield", y=300.0).glyphs,
            *_page(1, "Yield", y=90.0).glyphs,
        ],
    )
    (line,) = in_drawing("Yield", 50, (1, 0.0, 500.0), page).lines(50, 55)
    assert line.y0 == 300.0
    assert not in_drawing("4.3", 0, (1, 0.0, 500.0), _page(1, "4.3")).offsets, (
        "too little to tell it from another"
    )


def test_the_bookmark_stands_after_a_page_break() -> None:
    broken = '<w:r><w:rPr><w:b/></w:rPr><w:br w:type="page"/><w:t>Second page</w:t></w:r>'
    copy = working_copy(_read(package(para(run("First page")) + para(broken))))
    order = [etree.QName(each).localname for each in _xml(copy.data)["word/document.xml"].iter()]
    assert order.index("br") < len(order) - order[::-1].index("bookmarkStart")
    second = copy.anchors[1]
    assert (second.start, second.end) == (11, 23)
    assert "Second page" in "".join(_xml(copy.data)["word/document.xml"].itertext())


def test_pictures_that_may_call_other_files_are_grey() -> None:
    vector = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="http://192.0.2.7/x.png"/></svg>'
    blip = '<a:blip r:embed="rId9" r:link="rId8"/>'
    drawing = (
        '<w:r><w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/><wp:docPr id="1" name="x"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="0" name=""/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>{blip}</pic:blipFill><pic:spPr/>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    rels = (
        Rel("rId9", "image", "media/image1.svg"),
        Rel("rId8", "image", "http://192.0.2.7/y.png", external=True),
    )
    data = package(para(run("A picture")) + para(drawing), rels=rels, parts={"word/media/image1.svg": vector})
    parts = _parts(working_copy(_read(data)).data)
    assert parts["word/media/image0.png"].startswith(b"\x89PNG")
    assert not any(b"192.0.2.7" in content for content in parts.values())


def _page(page: int, text: str, *, y: float = 700.0) -> PageText:
    return PageText.of(
        page, [(character, (10.0 * at, y, 10.0 * at + 10, y + 12)) for at, character in enumerate(text)]
    )


@pytest.mark.parametrize(
    ("text", "drawn", "found"),
    [
        ("Ms. Quennevale", "Ms. Quennevale", "Ms.Quennevale"),
        ("call (613) 555-0142.", "2. call (613) 555-0142.", "call(613)555-0142."),
        ("co\u00adoperate now", "co-\noperate now", "cooperatenow"),
        ("the note says", "the note 7 says", "thenotesays"),
        ("o\ufb03ce Zoé", "office Zoe\u0301", "o\ufb03ceZoé"),
        ("not here", "something else", ""),
    ],
)
def test_words_are_found_among_glyphs(text: str, drawn: str, found: str) -> None:
    page = _page(1, drawn)
    placed = aligned(text, 100, (1, 0.0, 712.0), {1: page}.get)
    assert "".join(text[offset - 100] for offset in placed.offsets) == found


def test_of_two_equal_words_the_one_at_the_bookmark_is_taken() -> None:
    page = PageText.of(
        1,
        [
            *_page(1, "Roy", y=700.0).glyphs,
            *_page(1, "Roy", y=400.0).glyphs,
            *_page(1, "Roy", y=100.0).glyphs,
        ],
    )
    (line,) = aligned("Roy", 0, (1, 0.0, 410.0), {1: page}.get).lines(0, 3)
    assert (line.y0, line.x0, line.x1) == (400.0, 0.0, 30.0)


def test_a_paragraph_goes_on_after_the_end_of_a_page() -> None:
    first, second = _page(1, "begins on this page and 1"), _page(2, "Header goes on upon the next")
    placed = aligned(
        "begins on this page and goes on upon the next", 0, (1, 0.0, 712.0), {1: first, 2: second}.get
    )
    assert [line.page for line in placed.lines(0, 60)] == [1, 2]
    (line,) = placed.lines(24, 60)
    assert line.x0 == 70.0
