# SPDX-License-Identifier: MIT
"""Reads the words of a sample with plain libraries, so that no code of ours vouches for its own samples."""

from __future__ import annotations

import io
import json
import re
import unicodedata
import zipfile
from pathlib import Path
from typing import Any

import pdfplumber
import pikepdf
from lxml import etree

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
MANIFEST: dict[str, dict[str, Any]] = json.loads((SAMPLES / "manifest.json").read_text(encoding="utf-8"))
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def squeeze(text: str) -> str:
    """The text without blanks: where a line ends is not the sample's business."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def words_of(name: str, data: bytes) -> str:
    """Everything that is written in a sample, without blanks."""
    if name.endswith(".docx"):
        return squeeze(_docx(data))
    if name.endswith(".pdf"):
        return squeeze(_pdf(data))
    return squeeze(data.decode("utf-8"))


def sample_words(name: str) -> str:
    """Everything that is written in a kept sample, without blanks."""
    return words_of(name, (SAMPLES / name).read_bytes())


def _docx(data: bytes) -> str:
    found = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if not name.endswith((".xml", ".rels")):
                continue
            root = etree.fromstring(archive.read(name))
            found.append("".join(root.itertext()))
            found += [value for element in root.iter() for value in element.attrib.values()]
    return "\n".join(found)


def _pdf(data: bytes) -> str:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        # The signs in the order in which they are drawn: a cell's lines stay together.
        found = ["".join(sign["text"] for sign in page.chars) for page in pdf.pages]
    with pikepdf.open(io.BytesIO(data)) as file:
        for item in file.objects:
            if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
                found += [str(value) for _, value in item.items() if isinstance(value, pikepdf.String)]
        found += [str(value) for value in file.docinfo.values()]
        found.append(file.Root.Metadata.read_bytes().decode())
    return "\n".join(found)
