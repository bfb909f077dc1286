# SPDX-License-Identifier: MIT
"""Which pages of a PDF copy the gate looks at; a small program stands in for tesseract and sees the name everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from reviewer.model.document import Format
from reviewer.verification.extractors.pdf_looks import CHOSEN, tells_other_words
from reviewer.verification.report import HitKind
from tests.verification.builders import SECRET, line, look, pdf
from tests.verification.test_tools import HEADER, install, row

PAGES = CHOSEN + 4
OTHER = (
    "twelve other words that nobody printed stand here because these letters were drawn false under each name"
)
OUTLINE = b" ".join(b"%d 0 m %d 9 l %d 9 l %d 0 l f" % (x, x + 1, x + 6, x + 7) for x in range(0, 200, 10))
FRAMES = b" ".join(b"72 %d 400 80 re S" % y for y in range(0, 700, 9))


def _seeing(folder: Path, monkeypatch: pytest.MonkeyPatch, *words: str) -> None:
    monkeypatch.setenv("PATH", str(folder))
    table = "\n".join([HEADER, *(row(1, number, word) for number, word in enumerate(words, 1))])
    install(folder, "tesseract", f"sys.stdout.write({table!r})")


def _looked(data: bytes) -> set[int]:
    hits = look(data, Format.PDF, SECRET).hits
    assert {hit.kind for hit in hits} <= {HitKind.LEAK}
    return {int(hit.place.split(":")[1]) for hit in hits}


def test_a_few_pages_of_a_long_file_are_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _seeing(tmp_path, monkeypatch, *SECRET.split())
    looked = _looked(pdf(line("Quartz jumps, fix by VW."), pages=PAGES))
    assert CHOSEN <= len(looked) < PAGES
    assert PAGES in looked, "it has letters that no other page has"
    assert PAGES not in _looked(pdf(FRAMES, pages=PAGES)), "frames and rules are no letters"


def test_no_letter_of_a_font_is_left_unlooked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def a_letter_of_its_own(made: Pdf) -> None:
        for number, page in enumerate(made.pages):
            page.Contents = made.make_stream(
                page.Contents.read_bytes() + line(chr(0xC0 + number)).encode("cp1252")
            )

    _seeing(tmp_path, monkeypatch, *SECRET.split())
    assert _looked(pdf("", a_letter_of_its_own, pages=PAGES)) == set(range(1, PAGES + 1))


@pytest.mark.parametrize(
    "content",
    [OUTLINE, b"BI /W 1 /H 1 /BPC 8 /CS /G ID 0 EI", b"/Pattern cs /P1 scn 0 0 99 99 re f", b"/Sh1 sh"],
    ids=["outlines", "inline", "pattern", "shading"],
)
def test_what_is_no_text_is_looked_at(
    content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _seeing(tmp_path, monkeypatch, *SECRET.split())
    plain = _looked(pdf(pages=PAGES))
    assert PAGES not in plain
    assert _looked(pdf(content, pages=PAGES)) == {*plain, PAGES}


def test_a_picture_is_looked_at_where_it_is_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def on_the_last_pages(made: Pdf) -> None:
        image = made.make_stream(b"\x80")
        image.update(
            Dictionary(
                Type=Name.XObject,
                Subtype=Name.Image,
                Width=1,
                Height=1,
                BitsPerComponent=8,
                ColorSpace=Name.DeviceGray,
            )
        )
        for page in list(made.pages)[-2:]:
            page.obj.Resources = Dictionary(Font=page.obj.Resources.Font, XObject=Dictionary(Im1=image))
            page.obj.Contents = Array([page.obj.Contents, made.make_stream(b"\n9 0 0 9 9 9 cm /Im1 Do")])

    _seeing(tmp_path, monkeypatch, *SECRET.split())
    plain = _looked(pdf(pages=PAGES))
    assert not plain & {PAGES - 1, PAGES}
    assert _looked(pdf("", on_the_last_pages, pages=PAGES)) == {*plain, PAGES - 1}


def test_letters_that_draw_others_make_all_pages_be_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _seeing(tmp_path, monkeypatch, *SECRET.split(), *OTHER.split())
    assert _looked(pdf(pages=PAGES)) == set(range(1, PAGES + 1))


def test_most_words_must_be_others() -> None:
    assert tells_other_words(OTHER, "something else")
    assert not tells_other_words(OTHER, OTHER.upper())
    assert not tells_other_words("too few words", "something else")


def test_a_name_over_two_pages_is_found(without_tesseract: None) -> None:
    first, last = SECRET.split()

    def begins(made: Pdf) -> None:
        page = made.pages[0].obj
        page.Contents = made.make_stream(line(f"It was said by {first}", y=90).encode("cp1252"))
        made.pages[1].obj.Contents = made.make_stream(
            line(f"{last} on that day, and nobody knows why it was.", y=720).encode("cp1252")
        )

    (hit,) = look(pdf("", begins, pages=2), Format.PDF, SECRET).hits
    assert (hit.kind, hit.place) == (HitKind.LEAK, "page:2")
    assert look(pdf(line(last), pages=2), Format.PDF, SECRET).clean


def test_a_doubtful_word_that_the_text_has_is_that_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    doubtful = row(1, 1, "Trembley").replace("\t96\t", "\t30\t")
    monkeypatch.setenv("PATH", str(tmp_path))
    install(tmp_path, "tesseract", f"sys.stdout.write({HEADER + chr(10) + doubtful!r})")
    assert look(pdf(line("Trembley")), Format.PDF, "Tremblay").clean
    assert not look(pdf(line("Somebody")), Format.PDF, "Tremblay").clean
    assert not look(pdf(line("Trembley").encode() + OUTLINE), Format.PDF, "Tremblay").clean


def test_a_picture_that_nobody_can_decode_is_read_on_its_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(made: Pdf) -> None:
        image = made.make_stream(b"\xff\xd8\xff no picture")
        image.update(Dictionary(Subtype=Name.Image, Filter=Name.DCTDecode, Width=99, Height=99))
        made.pages[0].obj.Resources = Dictionary(XObject=Dictionary(Im1=image))

    _seeing(tmp_path, monkeypatch, *SECRET.split())
    (hit,) = look(pdf("", broken), Format.PDF, SECRET).hits
    assert hit.place == "page:1:pixels"
