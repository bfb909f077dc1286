# SPDX-License-Identifier: MIT
"""Pictures of a document: one question for each way one is shown, read once, side by side, and stopped when asked."""

from __future__ import annotations

import io
import os
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from reviewer.documents.docx.reader import DocxSource, read_docx
from reviewer.errors import Cancelled
from reviewer.model.document import Choice, Span
from reviewer.progress import Progress
from tests.corpus.docx.graphics import picture
from tests.corpus.docx.pack import Rel, line, package, para
from tests.corpus.painted import EN_LINES, EN_NAME, jpeg, painted, place_of, png

PATH = Path("case.docx")
_REAL = os.environ["PATH"]
READER = """#!{python}
import os, sys
sys.stdin.buffer.read()
os.close(os.open({count!r} + "/" + str(os.getpid()), os.O_CREAT))
{more}
print("level\\t" * 11 + "text")
print("\\t".join(["5", "1", "1", "1", "1", "1", "0", "0", "30", "9", "96", "Odile"]))
"""


@pytest.fixture
def counted(tmp_path: Path) -> Path:
    """A folder that gets one file for each start of a small program in tesseract's place."""
    return installed(tmp_path)


def installed(folder: Path, more: str = "") -> Path:
    count = folder / "count"
    count.mkdir(exist_ok=True)
    program = folder / "tesseract"
    program.write_text(READER.format(python=sys.executable, count=str(count), more=more), "utf-8")
    program.chmod(0o755)
    return count


def document(*images: bytes, crops: tuple[str, ...] = ("",)) -> bytes:
    rels = [Rel(f"rId{number}", "image", f"media/{number}.bin") for number in range(len(images))]
    drawn = "".join(para(picture(row.id, crop=crop)) for row in rels for crop in crops)
    parts = {f"word/media/{number}.bin": data for number, data in enumerate(images)}
    return package(line("It stays.") + drawn, rels=rels, parts=parts)


def grey(shade: int) -> bytes:
    return png(Image.new("RGB", (20 + shade, 20), (shade, shade, shade)))


def test_each_picture_is_read_once_however_often_the_document_is(counted: Path) -> None:
    data = document(grey(31), grey(32), grey(31))
    texts = {
        story.id: story.text for story in read_docx(data, path=PATH).document.stories if "image" in story.id
    }
    assert texts == {"image_text:1": "Odile", "image_text:2": "Odile", "image_text:3": "Odile"}
    started = len(list(counted.iterdir()))
    assert read_docx(data, path=PATH).document == read_docx(data, path=PATH).document
    assert len(list(counted.iterdir())) == started


def test_what_was_read_is_told_as_progress(counted: Path) -> None:
    told: list[Progress] = []
    read_docx(document(grey(41), grey(42), grey(43)), path=PATH, report=told.append)
    counts = [(each.done, each.total) for each in told if each.total == 3]
    assert counts[0] == (0, 3)
    assert counts == sorted(counts)
    assert counted.exists()


def test_stopping_ends_the_programs_that_read(tmp_path: Path) -> None:
    count = installed(tmp_path, "import time; time.sleep(600)")

    def stop(progress: Progress) -> None:
        if list(count.iterdir()):
            raise Cancelled

    begun = time.monotonic()
    with pytest.raises(Cancelled):
        read_docx(document(grey(51), grey(52), grey(53)), path=PATH, report=stop)
    assert time.monotonic() - begun < 300
    for each in count.iterdir():
        with pytest.raises(ProcessLookupError):
            os.kill(int(each.name), 0)


def test_without_the_program_only_a_person_can_say_that_a_picture_stays() -> None:
    [problem] = read_docx(document(grey(61)), path=PATH).document.problems
    assert problem.choices == (Choice.KEEP, Choice.MASK, Choice.REMOVE)
    assert (problem.safe, problem.story) == (Choice.REMOVE, None)


def test_a_person_sees_what_the_document_shows_with_a_place_for_each_word(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", _REAL)
    whole = painted([*EN_LINES, "Cropped away"])
    source = read_docx(document(png(whole), crops=('<a:srcRect b="26000"/>',)), path=PATH)
    view = source.picture("image:1")
    assert view is not None
    shown = Image.open(io.BytesIO(view.png))
    assert shown.size == (view.width, view.height) == (whole.width, whole.height * 74 // 100)
    text = source.document.story("image_text:1").text
    assert "Cropped" not in text
    start = text.index("Harriet")
    assert source.document.text_of(Span("image_text:1", start, start + len(EN_NAME))) == EN_NAME
    [harriet] = [word for word in view.words if word.start == start]
    wanted = place_of(EN_LINES, 1, "Harriet")
    assert max(abs(one - other) for one, other in zip(harriet[2:], wanted, strict=True)) <= 3
    assert [text[word.start : word.end] for word in view.words] == text.split()
    assert source.words_of_picture("image:1") == ("image_text:1", view.words)


def test_what_is_no_picture_or_cannot_be_shown_has_no_view() -> None:
    source: DocxSource = read_docx(document(b"\x01\0\0\0 EMF"), path=PATH)
    assert source.picture("image:1") is None
    assert source.picture("image:9") is None
    assert source.words_of_picture("image:9") == ("", ())


def test_the_way_a_camera_was_held_does_not_turn_the_picture() -> None:
    """No word processor shows a picture by that tag: the copy must not look otherwise than the document."""
    exif = Image.Exif()
    exif[0x0112] = 6
    source = read_docx(document(jpeg(painted(EN_LINES), exif=exif)), path=PATH)
    view = source.picture("image:1")
    assert view is not None
    assert (view.width, view.height) == painted(EN_LINES).size
