# SPDX-License-Identifier: MIT
"""A package of chosen parts under names of ours: XML parts that were disarmed, and the pictures they show."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import quoteattr

from lxml import etree

from reviewer.documents.docx import names
from reviewer.documents.docx.inert import XML_KINDS
from reviewer.documents.docx.package import Package, Part, Relationship

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DRAWING = "application/vnd.openxmlformats-officedocument"
_SPECIAL_TYPES = {
    "document": f"{_WORD}.document.main+xml",
    "theme": f"{_DRAWING}.theme+xml",
    "chart": f"{_DRAWING}.drawingml.chart+xml",
}
_PICTURES = {
    b"\x89PNG": ("png", "image/png"),
    b"\xff\xd8\xff": ("jpeg", "image/jpeg"),
    b"GIF8": ("gif", "image/gif"),
    b"BM": ("bmp", "image/bmp"),
    b"II*\0": ("tiff", "image/tiff"),
    b"MM\0*": ("tiff", "image/tiff"),
}
"""Pixels only. Drawings in EMF, SVG or PostScript may name files or run programs: a grey area stands for them."""
_GREY = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c63b8000000d200d1dbd90eb70000000049454e44ae426082"
)


def repacked(package: Package, parts: Mapping[str, Part]) -> bytes:
    """The bytes of the new package; the first part is the main one."""
    kinds = _kinds(parts)
    new = {name: _new_name(kinds[name], number) for number, name in enumerate(parts)}
    pictures: dict[str, str] = {}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, part in parts.items():
            rows = [row for row in part.relationships.values() if not row.external]
            targets = {row.id: (row.kind, new[row.target]) for row in rows if _follows(row, new)}
            for row in rows:
                if row.kind == "image" and package.has(row.target):
                    if row.target not in pictures:
                        pictures[row.target] = _picture(archive, package.bytes_of(row.target), len(pictures))
                    targets[row.id] = ("image", pictures[row.target])
            archive.writestr(new[name], etree.tostring(part.root, xml_declaration=True, encoding="UTF-8"))
            folder, base = posixpath.split(new[name])
            archive.writestr(f"{folder}/_rels/{base}.rels", _relationships(targets))
        archive.writestr("[Content_Types].xml", _content_types({new[name]: kinds[name] for name in parts}))
        archive.writestr(
            "_rels/.rels", _relationships({"rId1": ("officeDocument", next(iter(new.values())))})
        )
    return buffer.getvalue()


def _follows(row: Relationship, new: Mapping[str, str]) -> bool:
    return row.kind in XML_KINDS and row.target in new


def _kinds(parts: Mapping[str, Part]) -> dict[str, str]:
    kinds = dict.fromkeys(parts, "document")
    for part in parts.values():
        for row in part.relationships.values():
            if row.kind in XML_KINDS and not row.external and row.target in kinds:
                kinds[row.target] = row.kind
    return kinds


def _new_name(kind: str, number: int) -> str:
    return f"word/{kind}.xml" if number == 0 else f"word/{kind}{number}.xml"


def _picture(archive: zipfile.ZipFile, data: bytes, number: int) -> str:
    known = next((kind for magic, kind in _PICTURES.items() if data.startswith(magic)), None)
    name = f"word/media/image{number}.{known[0] if known else 'png'}"
    archive.writestr(name, data if known else _GREY)
    return name


def _relationships(targets: Mapping[str, tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id={quoteattr(key)} Type="{_OFFICE}/{kind}" Target="/{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return f'{_HEAD}<Relationships xmlns="{names.RELS}">{rows}</Relationships>'


def _content_types(kinds: Mapping[str, str]) -> str:
    rows = "".join(_defaults())
    for name, kind in kinds.items():
        media_type = _SPECIAL_TYPES.get(kind, f"{_WORD}.{kind}+xml")
        rows += f'<Override PartName="/{name}" ContentType="{media_type}"/>'
    return f'{_HEAD}<Types xmlns="{_TYPES}">{rows}</Types>'


def _defaults() -> Iterator[str]:
    kinds = dict(_PICTURES.values())
    kinds["rels"] = "application/vnd.openxmlformats-package.relationships+xml"
    kinds["xml"] = "application/xml"
    for extension, media_type in kinds.items():
        yield f'<Default Extension="{extension}" ContentType="{media_type}"/>'
