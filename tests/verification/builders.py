# SPDX-License-Identifier: MIT
"""Small copies of each format, clean ones and ones with a secret planted where asked."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from xml.sax.saxutils import escape

import pikepdf

from reviewer.model.document import Format, Language
from reviewer.verification.examine import examine
from reviewer.verification.report import GateReport
from reviewer.verification.request import GateRequest, Term

SECRET = "Ghislaine Thériault-Moreau"
NUMBER = "046 454 286"
TITLE = "Cleaned copy"
LABEL = "[s. 19(1)]"

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = {
    "word/document.xml": f"{_WORDML}.document.main+xml",
    "word/styles.xml": f"{_WORDML}.styles+xml",
    "word/header1.xml": f"{_WORDML}.header+xml",
    "word/footer1.xml": f"{_WORDML}.footer+xml",
    "word/footnotes.xml": f"{_WORDML}.footnotes+xml",
    "word/endnotes.xml": f"{_WORDML}.endnotes+xml",
    "word/settings.xml": f"{_WORDML}.settings+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
}


def request(
    format_: Format, *terms: str | Term, labels: tuple[str, ...] = (LABEL,), pages: int | None = None
) -> GateRequest:
    """A request for terms, plain ones as strings."""
    full = tuple(Term(term) if isinstance(term, str) else term for term in terms)
    return GateRequest(format_, full, labels, Language.EN, TITLE, pages)


def look(data: bytes, format_: Format, *terms: str | Term, **more: int) -> GateReport:
    """What the examination finds, in this process."""
    return examine(data, request(format_, *terms, **more), lambda done, total: None)


def paragraph(*runs: str) -> str:
    """A paragraph of runs."""
    inner = "".join(f'<w:r><w:t xml:space="preserve">{escape(run)}</w:t></w:r>' for run in runs)
    return f"<w:p>{inner}</w:p>"


def docx(body: str = "", *, parts: Mapping[str, str | bytes] | None = None, links: str = "") -> bytes:
    """A clean DOCX; `body` is XML inside w:body, `parts` are added (with their relationship) or replaced."""
    made: dict[str, bytes] = {}
    extra = {name: _bytes(content) for name, content in (parts or {}).items()}
    made["word/document.xml"] = _bytes(
        f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{paragraph("Minutes of the meeting.")}{body}</w:body>'
        "</w:document>"
    )
    made["docProps/core.xml"] = _bytes(core(TITLE))
    made.update(extra)
    made["_rels/.rels"] = extra.get("_rels/.rels") or _bytes(
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        "</Relationships>"
    )
    rels = "".join(_relationship(number, name) for number, name in enumerate(extra, 1) if _is_related(name))
    made["word/_rels/document.xml.rels"] = extra.get("word/_rels/document.xml.rels") or _bytes(
        f'<Relationships xmlns="{PACKAGE}/relationships">{rels}{links}</Relationships>'
    )
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{_TYPES[name]}"/>' for name in made if name in _TYPES
    )
    made.setdefault(
        "[Content_Types].xml",
        _bytes(
            f'<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>'
            f"{overrides}</Types>"
        ),
    )
    return zipped(made)


def core(title: str, more: str = "") -> str:
    """The properties part."""
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>en-CA</dc:language>{more}</cp:coreProperties>"
    )


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """A plain ZIP."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode()


def _is_related(name: str) -> bool:
    return name.startswith("word/") and name != "word/document.xml" and not name.endswith(".rels")


def _relationship(number: int, name: str) -> str:
    kind = "image" if "/media/" in name else name.removeprefix("word/").rstrip("1.xml").rstrip("1")
    return f'<Relationship Id="rId{number}" Type="{R}/{kind}" Target="{name.removeprefix("word/")}"/>'


def png(*chunks: tuple[bytes, bytes], after: bytes = b"") -> bytes:
    """A grey pixel as PNG, with more chunks and bytes after its end."""
    listed = [
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        *chunks,
        (b"IDAT", zlib.compress(b"\x00\x80")),
        (b"IEND", b""),
    ]
    body = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in listed
    )
    return b"\x89PNG\r\n\x1a\n" + body + after


def jpeg(*segments: tuple[int, bytes], after: bytes = b"") -> bytes:
    """The frame of a JPEG, with segments and bytes after its end."""
    listed = [(0xE0, b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"), *segments]
    body = b"".join(bytes((0xFF, kind)) + struct.pack(">H", len(data) + 2) + data for kind, data in listed)
    return b"\xff\xd8" + body + b"\xff\xda\x00\x02\x12\x34\xff\xd9" + after


Change = Callable[[pikepdf.Pdf], None]


def pdf(content: bytes | str = "", *changes: Change, pages: int = 1, **saving: object) -> bytes:
    """A clean PDF; `content` is drawn on its last page after a plain line, `changes` are made before it is saved."""
    made = pikepdf.Pdf.new()
    font = made.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type1,
            BaseFont=pikepdf.Name.Helvetica,
            Encoding=pikepdf.Name.WinAnsiEncoding,
        )
    )
    for number in range(1, pages + 1):
        drawn = b"BT /F1 12 Tf 72 720 Td (Minutes of the meeting, sheet %d.) Tj ET\n" % number
        if number == pages:
            drawn += content.encode("cp1252") if isinstance(content, str) else content
        made.add_blank_page(page_size=(612, 792))
        page = made.pages[-1].obj
        page.Contents = made.make_stream(drawn)
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    made.docinfo["/Title"] = TITLE
    for change in changes:
        change(made)
    out = io.BytesIO()
    made.save(out, **saving)
    return out.getvalue()


def line(text: str, *, y: int = 600, font: str = "F1") -> str:
    """Content that shows a text at the left margin."""
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} 12 Tf 72 {y} Td ({escaped}) Tj ET\n"
