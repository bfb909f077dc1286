# SPDX-License-Identifier: MIT
"""Secrets in parts that are never copied."""

from __future__ import annotations

from urllib.parse import quote

from tests.corpus.docx.case import Case, Outcome, Surface, Words, maker
from tests.corpus.docx.pack import (
    Rel,
    line,
    package,
    part,
)


@maker(Surface.GLOSSARY)
def other_parts(words: Words) -> Case:
    """Parts that are never copied: glossary, custom XML, macros, printer settings, fonts, thumbnail, web extensions."""
    glossary = part(
        "glossaryDocument",
        f"<w:docParts><w:docPart><w:docPartBody>{line(words.secret)}</w:docPartBody></w:docPart></w:docParts>",
    )
    raw = words.secret.encode("utf-8")
    data = package(
        words.kept,
        rels=[
            Rel("rId3", "glossaryDocument", "glossary/document.xml"),
            Rel("rId4", "customXml", "../customXml/item1.xml"),
            Rel(
                "rId5", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin"
            ),
            Rel("rId6", "printerSettings", "printerSettings1.bin"),
        ],
        parts={
            "word/glossary/document.xml": glossary,
            "customXml/item1.xml": f"<a><b>{words.secret}</b></a>",
            "word/vbaProject.bin": raw,
            "word/printerSettings1.bin": raw,
            "word/fonts/font1.odttf": raw,
            "docProps/thumbnail.jpeg": raw,
            "word/webextensions/webextension1.xml": f"<x>{words.secret}</x>",
            "docMetadata/LabelInfo.xml": f"<x>{words.secret}</x>",
            f"word/{quote(words.last)}.xml": f"<x>{words.secret}</x>",
        },
    )
    return Case("other_parts", words, data, Outcome.DROPPED, secrets=(words.secret, words.last))


@maker(Surface.OBJECTS)
def external_subdocument(words: Words) -> Case:
    body = words.kept + '<w:subDoc r:id="rId9"/><w:altChunk r:id="rId8"/>'
    data = package(
        body,
        rels=[
            Rel("rId9", "subDocument", f"file:///{words.last}.docx", external=True),
            Rel("rId8", "aFChunk", "chunk.html"),
        ],
        parts={"word/chunk.html": f"<html>{words.secret}</html>"},
    )
    return Case("chunks", words, data, Outcome.DROPPED, secrets=(words.secret, words.last))
