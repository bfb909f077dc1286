# SPDX-License-Identifier: MIT
"""Builds small DOCX packages from pieces of XML, so that a test can put a secret exactly where it wants."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:wpc="http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True)
class Rel:
    """A relationship of a part."""

    id: str
    kind: str
    target: str
    external: bool = False

    @property
    def xml(self) -> str:
        mode = ' TargetMode="External"' if self.external else ""
        kind = self.kind if ":" in self.kind else f"{REL}/{self.kind}"
        return f'<Relationship Id="{self.id}" Type="{kind}" Target="{self.target}"{mode}/>'


def rels_xml(rels: Sequence[Rel]) -> str:
    return f'{_HEAD}<Relationships xmlns="{PACKAGE_RELS}">{"".join(rel.xml for rel in rels)}</Relationships>'


def part(root: str, content: str, attributes: str = "") -> str:
    return f"{_HEAD}<w:{root} {NS} {attributes}>{content}</w:{root}>"


def run(text: str, properties: str = "") -> str:
    formatting = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{formatting}<w:t xml:space="preserve">{text}</w:t></w:r>'


def para(content: str, properties: str = "") -> str:
    formatting = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{formatting}{content}</w:p>"


def line(text: str) -> str:
    return para(run(text))


def complex_field(instruction: str, result: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def table(*rows: Sequence[str], properties: str = "") -> str:
    cells = ["".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in row) for row in rows]
    grid = "<w:gridCol w:w='3000'/>" * len(rows[0])
    return (
        f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        + "".join(f"<w:tr>{row}</w:tr>" for row in cells)
        + "</w:tbl>"
    )


def package(
    body: str,
    *,
    rels: Sequence[Rel] = (),
    parts: Mapping[str, str | bytes] | None = None,
    root_rels: Sequence[Rel] = (),
    section: str = "",
    prefix: bytes = b"",
    comment: bytes = b"",
) -> bytes:
    """The bytes of a DOCX with that body; `parts` are added by name."""
    entries: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Override PartName="/word/document.xml" ContentType='
            '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
        ),
        "_rels/.rels": rels_xml([Rel("rId1", "officeDocument", "word/document.xml"), *root_rels]),
        "word/document.xml": part("document", f"<w:body>{body}<w:sectPr>{section}</w:sectPr></w:body>"),
        "word/_rels/document.xml.rels": rels_xml(rels),
        **(parts or {}),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = comment
        for name, content in entries.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_DEFLATED)
    return prefix + buffer.getvalue()
