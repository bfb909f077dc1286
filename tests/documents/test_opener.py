# SPDX-License-Identifier: MIT
"""A file is read by what it holds; what is not read is refused by name, with its place in the tree of errors."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import docx
import pikepdf
import pytest

from reviewer.documents import limits
from reviewer.documents.opener import open_bytes, open_path
from reviewer.errors import (
    DamagedFile,
    EmptyFile,
    EncryptedFile,
    HostileContent,
    InputError,
    LimitExceeded,
    ReviewerError,
    UnreadableFile,
    UnsupportedFormat,
)
from reviewer.model.document import Format

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zip_of(**parts: bytes) -> bytes:
    """A ZIP with these entries; `__` stands for `/` and `_dot_` for `.`."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return target.getvalue()


def office(main_type: str) -> bytes:
    """The first entry of an Office package of another kind."""
    return zip_of(
        **{"[Content_Types]_dot_xml": f'<Types><Override ContentType="{main_type}"/></Types>'.encode()}
    )


def docx_bytes(*paragraphs: str) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "error", "facts"),
    [
        ("a.txt", b"", EmptyFile, {}),
        ("a.txt", b" \n\t ", EmptyFile, {}),
        ("a.docx", b"", EmptyFile, {}),
        (
            "a.doc",
            OLE + bytes(512) + "WordDocument".encode("utf-16-le"),
            UnsupportedFormat,
            {"format": "doc"},
        ),
        ("a.docx", OLE + bytes(512) + "EncryptedPackage".encode("utf-16-le"), EncryptedFile, {}),
        ("a.docx", OLE + bytes(512), UnsupportedFormat, {"format": "ole"}),
        (
            "a.xlsx",
            office("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
            UnsupportedFormat,
            {"format": "xlsx"},
        ),
        (
            "a.pptx",
            office("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"),
            UnsupportedFormat,
            {"format": "pptx"},
        ),
        ("a.vsdx", office("application/vnd.ms-visio.drawing"), UnsupportedFormat, {"format": "vsdx"}),
        ("a.xlsb", office("application/vnd.ms-excel.sheet.binary"), UnsupportedFormat, {"format": "xlsx"}),
        (
            "a.odt",
            zip_of(mimetype=b"application/vnd.oasis.opendocument.text"),
            UnsupportedFormat,
            {"format": "odt"},
        ),
        ("a.zip", zip_of(a_dot_txt=b"x"), UnsupportedFormat, {"format": "zip"}),
        ("a.csv", b"a,b\n1,2\n", UnsupportedFormat, {"format": "csv"}),
        ("a", b"text", UnsupportedFormat, {"format": "unknown"}),
        ("a.rtf", b"{\\rtf1 text}", UnsupportedFormat, {"format": "rtf"}),
        ("a.docx", b"plain text under another name", DamagedFile, {}),
        ("a.pdf", b"plain text under another name", DamagedFile, {}),
        ("a.dotm", b"plain text under another name", DamagedFile, {}),
        ("a.docx", b"PK\x03\x04 truncated", DamagedFile, {}),
        ("a.txt", b"text\0with a zero", DamagedFile, {}),
        ("a.pdf", b"%PDF-1.7\n%%EOF", DamagedFile, {}),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(
    name: str, data: bytes, error: type[ReviewerError], facts: dict[str, str]
) -> None:
    with pytest.raises(error) as caught:
        open_bytes(data, path=Path(name))
    assert caught.value.facts["path"] == Path(name)
    assert {key: caught.value.facts[key] for key in facts} == facts
    assert 10 <= caught.value.exit_code < 20


def test_a_renamed_file_is_read_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    path.write_bytes(docx_bytes("Bonjour"))
    source = open_path(path)
    assert source.document.format is Format.DOCX
    assert source.document.story("body").text.startswith("Bonjour")


def test_a_pdf_may_begin_after_other_bytes() -> None:
    target = io.BytesIO()
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.save(target)
    with pytest.raises(InputError):  # a page without text: refused or asked about, but known to be a PDF
        open_bytes(b"\n\n" + target.getvalue()[:200], path=Path("a.txt"))


def test_a_word_document_may_begin_after_other_bytes() -> None:
    made = io.BytesIO()
    docx.Document().save(made)
    data = b"Harriet was here. " + made.getvalue()
    assert open_bytes(data, path=Path("a.docx")).document.format is Format.DOCX
    with pytest.raises(UnsupportedFormat):
        open_bytes(data, path=Path("a.bin"))


def test_an_encrypted_pdf_is_told_from_a_damaged_one() -> None:
    target = io.BytesIO()
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.save(target, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    with pytest.raises(EncryptedFile):
        open_bytes(target.getvalue(), path=Path("a.pdf"))


def test_a_zip_bomb_by_ratio_is_refused() -> None:
    with pytest.raises(LimitExceeded) as caught:
        open_bytes(zip_of(bomb_dot_xml=bytes(20_000_000)), path=Path("a.docx"))
    assert caught.value.facts["limit"] == "zip_ratio"


def test_a_zip_bomb_by_entries_is_refused() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for number in range(limits.MAX_ZIP_ENTRIES + 1):
            archive.writestr(f"{number}", b"")
    with pytest.raises(LimitExceeded) as caught:
        open_bytes(target.getvalue(), path=Path("a.docx"))
    assert caught.value.facts["limit"] == "zip_entries"


def test_sizes_that_the_directory_lies_about_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_ZIP_INFLATED", 50_000)
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a", os.urandom(60_000))
    with pytest.raises(LimitExceeded) as caught:
        limits.check_zip(stored.getvalue(), Path("a.docx"))
    assert caught.value.facts["limit"] == "zip_inflated"


def test_an_encrypted_zip_entry_is_refused() -> None:
    data = bytearray(zip_of(a=b"text"))
    data[6] |= 1
    central = data.rindex(b"PK\x01\x02")
    data[central + 8] |= 1
    with pytest.raises(EncryptedFile):
        limits.check_zip(bytes(data), Path("a.docx"))


def test_a_doctype_in_a_part_is_hostile() -> None:
    good = zipfile.ZipFile(io.BytesIO(docx_bytes("text")))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in good.namelist():
            content = good.read(name)
            if name == "word/document.xml":
                entity = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
                content = content.replace(b"?>", b"?>" + entity, 1).replace(b">text<", b">&x;<")
            archive.writestr(name, content)
    with pytest.raises(HostileContent):
        open_bytes(target.getvalue(), path=Path("a.docx"))


@pytest.mark.parametrize("cut", [10, 1000, -200])
def test_a_truncated_package_is_damaged(cut: int) -> None:
    with pytest.raises(DamagedFile):
        open_bytes(docx_bytes("text")[:cut], path=Path("a.docx"))


def test_what_is_no_file_is_unreadable(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere.docx", Path("a\0b.txt")):
        with pytest.raises(UnreadableFile):
            open_path(path)


def test_a_long_path_with_accents_is_read(tmp_path: Path) -> None:
    folder = tmp_path
    while len(str(folder)) < 250:
        folder /= "Évaluation préliminaire – côte nord"
    folder.mkdir(parents=True)
    path = folder / "notes d’été « ébauche ».md"
    path.write_text("# Notes\n\nDes notes de terrain.\n", "utf-8")
    assert open_path(path).document.format is Format.MARKDOWN


def test_a_file_larger_than_the_limit_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_BYTES", 10)
    path = tmp_path / "a.txt"
    path.write_bytes(b"more than ten bytes")
    with pytest.raises(LimitExceeded):
        open_path(path)
