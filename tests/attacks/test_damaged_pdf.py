# SPDX-License-Identifier: MIT
"""Damaged, cut and misnamed PDF files: an error of ours with its sentence, nothing half written or stored."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Encryption, ObjectStreamMode

from reviewer.documents.opener import open_bytes
from reviewer.errors import DamagedFile, InputError
from reviewer.model.document import StoryKind
from tests.attacks.test_command_attacks import given
from tests.cli.conftest import home, parvis
from tests.cli.run import Parvis
from tests.workflow import way

__all__ = ["home", "parvis"]

EXPORTED = Path(__file__).parents[1] / "corpus" / "pdf" / "exported"
NOBODY = Encryption(owner="one", user="")
FORMS = {
    "plain": {"object_stream_mode": ObjectStreamMode.disable},
    "streams": {"object_stream_mode": ObjectStreamMode.generate},
    "encrypted": {"encryption": NOBODY, "object_stream_mode": ObjectStreamMode.disable},
    "encrypted streams": {"encryption": NOBODY, "object_stream_mode": ObjectStreamMode.generate},
    "linearised": {"linearize": True, "object_stream_mode": ObjectStreamMode.disable},
    "linearised streams": {"linearize": True, "object_stream_mode": ObjectStreamMode.generate},
}


def saved(form: str, source: bytes | None = None) -> bytes:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(source or way.pdf_bytes(pages=2))) as pdf:
        pdf.save(buffer, **FORMS[form])
    return buffer.getvalue()


Sound = tuple[bytes, bytes]
"""A small file, and LibreOffice's own tagged export, both in one form."""


@pytest.fixture(scope="module", params=FORMS)
def sound(request: pytest.FixtureRequest) -> Sound:
    return saved(request.param), saved(request.param, (EXPORTED / "tagged-en.pdf").read_bytes())


def test_a_file_that_was_cut(sound: Sound) -> None:
    """The first part of a linearised file ends as a whole file does; at 90 % it was read as if nothing lacked."""
    for data in sound:
        for share in range(5, 100, 5):
            with pytest.raises(DamagedFile) as caught:
                open_bytes(data[: len(data) * share // 100], path=Path("cut.pdf"))
            assert caught.value.facts["path"] == Path("cut.pdf"), share


def test_a_whole_file_is_read(sound: Sound) -> None:
    small, tagged = (open_bytes(data, path=Path("whole.pdf")) for data in sound)
    assert small.document.pages == 2
    assert any(story.kind is StoryKind.STRUCTURE_TEXT for story in tagged.document.stories)


def test_a_byte_that_was_stripped_at_the_end_cuts_no_file() -> None:
    data = saved("linearised").rstrip()
    assert open_bytes(data, path=Path("whole.pdf")).document.pages == 2


@pytest.mark.filterwarnings("ignore::pikepdf.PageCopyWarning")
@pytest.mark.usefixtures("without_tesseract")
def test_bytes_that_changed(sound: Sound) -> None:
    """Whatever is still read is read; whatever is not is an error that names the file."""
    chance, refused = random.Random(2211), []
    for _ in range(60):
        data = bytearray(sound[0])
        for _ in range(chance.choice((1, 3, 20))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            open_bytes(bytes(data), path=Path("changed.pdf"))
        except InputError as error:
            refused.append(error.facts["path"])
    assert 0 < len(refused) < 60
    assert set(refused) == {Path("changed.pdf")}


def archive() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        packed.writestr("visit.pdf", way.pdf_bytes())
    return buffer.getvalue()


WRONG = {
    "empty.pdf": (11, b""),
    "blank.pdf": (12, b" \r\n" * 40),
    "ones.pdf": (12, b"\xff" * 4096),
    "zeros.pdf": (12, bytes(4096)),
    "header.pdf": (12, b"%PDF-1.7\n"),
    "late.pdf": (12, b"\xff" * 1024 + way.pdf_bytes()),
    "text.pdf": (12, b"Berthe Ouellet-Kaplan is no PDF.\n"),
    "archive.pdf": (14, archive()),
    "page.pdf": (12, b"<!DOCTYPE html><p>Berthe Ouellet-Kaplan</p>"),
    "cut.pdf": (12, way.pdf_bytes()[:-40]),
    "twice.docx": (12, way.pdf_bytes()[:-40]),
}


@pytest.mark.parametrize("name", WRONG)
@pytest.mark.parametrize(("lang", "said"), [("en", "The file"), ("fr", "Le fichier")])
def test_what_is_no_sound_pdf_is_refused_with_a_sentence(
    parvis: Parvis, tmp_path: Path, name: str, lang: str, said: str
) -> None:
    code, data = WRONG[name]
    path, out = tmp_path / name, tmp_path / "out"
    path.write_bytes(data)
    heard = parvis("preview", path, "--withhold", way.NAME, "--out", out, "--lang", lang)
    assert (heard.code, heard.out) == (code, "")
    assert said in heard.err
    assert name in heard.err
    assert way.NAME not in heard.err
    assert [each.name for each in out.iterdir()] == ["report.json"]
    assert path.read_bytes() == data


def test_what_is_refused_leaves_the_store_as_it_was(parvis: Parvis, tmp_path: Path) -> None:
    given(parvis, "person", "add", "Avery", "--role", "author")
    sound = tmp_path / "sound.pdf"
    sound.write_bytes(way.pdf_bytes())
    parvis("review", "add", sound, "--by", "Avery", "--fast")
    before = [parvis(*command, "--json").json for command in (("journal",), ("review", "list"))]
    for name, (code, data) in WRONG.items():
        path = tmp_path / name
        path.write_bytes(data)
        assert parvis("review", "add", path, "--by", "Avery", "--fast", "--json").code == code, name
    assert [parvis(*command, "--json").json for command in (("journal",), ("review", "list"))] == before
    assert {each.name for each in tmp_path.iterdir()} == {"sound.pdf", *WRONG}


@pytest.mark.parametrize("name", ["visit.docx", "visit.txt", "visit", "visit.pdf.zip"])
def test_a_pdf_is_a_pdf_whatever_its_name(name: str) -> None:
    assert open_bytes(way.pdf_bytes(), path=Path(name)).document.format.value == "pdf"


def test_rubbish_before_the_header_is_passed_over() -> None:
    read = open_bytes(b"\xef\xbb\xbf\r\n" * 20 + way.pdf_bytes(), path=Path("mailed.pdf"))
    assert way.NAME in read.document.story("page:1").text
