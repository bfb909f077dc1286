# SPDX-License-Identifier: MIT
"""The family of Word's formats: what is read leaves as a plain .docx, what is not is refused with what to do."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from tests.cli.run import Parvis
from tests.workflow import way

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
MACRO_TEMPLATE = "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"
TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
FLAT = (
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>'
)


def office(content_type: str, *, strict: bool = False, macros: bool = False) -> bytes:
    """A Word file of another kind: its content type, its namespaces, its macros."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(way.docx_bytes())) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "[Content_Types].xml":
                data = data.replace(MAIN.encode(), content_type.encode())
            if strict and name.endswith(".xml"):
                data = data.replace(TRANSITIONAL, STRICT)
            new.writestr(name, data)
        if macros:
            new.writestr("word/vbaProject.bin", b"Sub AutoOpen()")
            new.writestr("customUI/customUI.xml", "<customUI/>")
    return buffer.getvalue()


READ = {
    "a.docm": office(MACRO, macros=True),
    "a.dotx": office(TEMPLATE),
    "a.dotm": office(MACRO_TEMPLATE, macros=True),
    "strict.docx": office(MAIN, strict=True),
    "named otherwise.bin": office(MAIN),
}
REFUSED = {
    "old.doc": (OLE + "WordDocument".encode("utf-16-le"), 14),
    "old renamed.docx": (OLE + "WordDocument".encode("utf-16-le"), 14),
    "locked.docx": (OLE + "EncryptedPackage".encode("utf-16-le"), 13),
    "rights.docx": (OLE + "DRMContent".encode("utf-16-le"), 13),
    "letter.rtf": (b"{\\rtf1 hello}", 14),
    "rich.docx": (b"{\\rtf1 hello}", 14),
    "flat.xml": (FLAT.encode(), 14),
    "flat.docx": (FLAT.encode(), 12),
    "page.doc": (b"<html><body>hello</body></html>", 12),
    "text.docx": (b"hello", 12),
}
TO_DO = {
    12: ("Open it in the program that made it and save it again.", "enregistrez-le de nouveau"),
    13: ("Ask its owner for an unprotected copy.", "Demandez-en une copie non protégée à son propriétaire."),
    14: (
        "Save it as DOCX or PDF and open that.",
        "Enregistrez-le en DOCX ou en PDF et ouvrez cette version.",
    ),
}


@pytest.mark.parametrize("name", READ)
def test_it_leaves_as_a_plain_docx(parvis: Parvis, tmp_path: Path, name: str) -> None:
    path, out = tmp_path / name, tmp_path / "out"
    path.write_bytes(READ[name])
    said = parvis("preview", path, "--withhold", "convoy", "--out", out, "--safe-defaults", "--json")
    assert said.code == 0, said.err
    made = Path(said.json["file"])
    assert made.suffix == ".docx"
    assert docx.Document(str(made)).paragraphs
    with zipfile.ZipFile(made) as archive:
        assert MAIN.encode() in archive.read("[Content_Types].xml")
        assert STRICT not in archive.read("word/document.xml")
        assert not [each for each in archive.namelist() if "vba" in each or "customUI" in each]


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_with_what_to_do(parvis: Parvis, tmp_path: Path, name: str) -> None:
    data, code = REFUSED[name]
    path = tmp_path / name
    path.write_bytes(data)
    english = parvis("scan", "--fast", path, "--lang", "en")
    french = parvis("scan", "--fast", path, "--lang", "fr")
    assert (english.code, french.code) == (code, code)
    assert TO_DO[code][0] in english.err
    assert TO_DO[code][1] in french.err


def test_a_format_is_named_in_words(parvis: Parvis, tmp_path: Path) -> None:
    path = tmp_path / "old.doc"
    path.write_bytes(REFUSED["old.doc"][0])
    assert "a Word 97–2003 document" in parvis("scan", "--fast", path, "--lang", "en").err
    assert "un document Word 97-2003" in parvis("scan", "--fast", path, "--lang", "fr").err
