# SPDX-License-Identifier: MIT
"""The gate on DOCX copies: a secret is found on every surface, a clean copy passes, a wrong structure does not."""

from __future__ import annotations

import base64
import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from urllib.parse import quote

import pytest

from reviewer.model.document import Format, StoryKind
from reviewer.verification.extractors import archive
from reviewer.verification.report import HitKind
from reviewer.verification.request import Allowance, Term
from tests.verification.builders import (
    NUMBER,
    PACKAGE,
    SECRET,
    TITLE,
    R,
    W,
    core,
    docx,
    jpeg,
    look,
    paragraph,
    png,
    zipped,
)

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def part(name: str, content: str | bytes) -> bytes:
    return docx(parts={name: content})


def story(tag: str, inner: str) -> str:
    return f'<w:{tag} xmlns:w="{W}">{inner}</w:{tag}>'


def drawing(attributes: str) -> str:
    return (
        f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{WP}"><wp:docPr id="1" name="Picture 1" {attributes}/>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )


def link(target: str) -> str:
    return f'<Relationship Id="rId90" Type="{R}/hyperlink" Target="{target}" TargetMode="External"/>'


def rewritten(change: Callable[[zipfile.ZipFile], None], data: bytes | None = None) -> bytes:
    out = io.BytesIO(data or docx())
    with zipfile.ZipFile(out, "a") as archive:
        change(archive)
    return out.getvalue()


def with_extra(text: bytes) -> bytes:
    info = zipfile.ZipInfo("word/media/image1.png")
    info.extra = struct.pack("<HH", 0xCAFE, len(text)) + text
    return rewritten(lambda archive: archive.writestr(info, png()))


def with_entry_comment(text: bytes) -> bytes:
    info = zipfile.ZipInfo("word/media/image1.png")
    info.comment = text
    return rewritten(lambda archive: archive.writestr(info, png()))


def with_comment(text: bytes) -> bytes:
    def change(archive: zipfile.ZipFile) -> None:
        archive.comment = text

    return rewritten(change)


def with_gap(gap: bytes) -> bytes:
    """Bytes between the last entry and the directory."""
    data = docx()
    end = data.rfind(b"PK\x05\x06")
    (start,) = struct.unpack_from("<I", data, end + 16)
    return (
        data[:start]
        + gap
        + data[start:end]
        + data[end : end + 16]
        + struct.pack("<I", start + len(gap))
        + data[end + 20 :]
    )


def ghost(text: bytes) -> bytes:
    engine = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = engine.compress(text) + engine.flush()
    header = struct.pack(
        "<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 33, zlib.crc32(text), len(packed), len(text), 4, 0
    )
    return with_gap(header + b"lost" + packed)


def local_name() -> bytes:
    """The header before an entry names it otherwise than the directory does."""
    name = "word/media/image1.png"
    data = rewritten(lambda archive: archive.writestr(name, png()))
    other = b"Theriault-Moreau.pngx"
    assert len(other) == len(name)
    at = data.index(name.encode())
    return data[:at] + other + data[at + len(name) :]


def utf16_part() -> bytes:
    text = f'<?xml version="1.0" encoding="UTF-16"?>{story("hdr", paragraph(SECRET))}'
    return part("word/header1.xml", text.encode("utf-16"))


HIDING: dict[str, Callable[[], bytes]] = {
    "paragraph": lambda: docx(paragraph(f"As {SECRET} said.")),
    "runs cut anywhere": lambda: docx(paragraph("Ghis", "laine Thé", "riault", "-Mor", "eau")),
    "one letter a run": lambda: docx(paragraph(*SECRET)),
    "two paragraphs": lambda: docx(paragraph("Ghislaine") + paragraph("Thériault-Moreau")),
    "word over two paragraphs": lambda: docx(paragraph("Ghislaine Thér") + paragraph("iault-Moreau")),
    "cells": lambda: docx(
        f"<w:tbl><w:tr><w:tc>{paragraph('Ghislaine')}</w:tc><w:tc>{paragraph('Thériault-Moreau')}</w:tc></w:tr></w:tbl>"
    ),
    "capitals": lambda: docx(paragraph(SECRET.upper())),
    "small letters": lambda: docx(paragraph(SECRET.lower())),
    "no accents": lambda: docx(paragraph("Ghislaine Theriault-Moreau")),
    "decomposed accents": lambda: docx(paragraph("Ghislaine The\u0301riault-Moreau")),
    "no-break hyphen": lambda: docx(
        "<w:p><w:r><w:t>Ghislaine Thériault</w:t><w:noBreakHyphen/><w:t>Moreau</w:t></w:r></w:p>"
    ),
    "soft hyphens": lambda: docx(paragraph("Ghis\u00adlaine Thé\u00adriault-Mo\u00adreau")),
    "zero-width": lambda: docx(paragraph("\u200b".join(SECRET))),
    "look-alikes": lambda: docx(paragraph(SECRET.replace("a", "\u0430").replace("e", "\u0435"))),
    "full width": lambda: docx(
        paragraph("".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalpha() else c for c in SECRET))
    ),
    "symbols": lambda: docx(
        "<w:p><w:r>"
        + "".join(f'<w:sym w:font="Symbol" w:char="F0{ord(c):02X}"/>' for c in "GhislaineTheriaultMoreau")
        + "</w:r></w:p>"
    ),
    "no blanks": lambda: docx(paragraph("GhislaineThériaultMoreau")),
    "reversed": lambda: docx(paragraph(SECRET[::-1])),
    "base64": lambda: docx(paragraph(base64.b64encode(SECRET.encode()).decode())),
    "hexadecimal": lambda: docx(paragraph(SECRET.encode().hex())),
    "escapes": lambda: docx(paragraph("".join(f"\\u{ord(c):04x}" for c in SECRET))),
    "percent signs": lambda: docx(paragraph(quote(SECRET))),
    "double entities": lambda: docx(paragraph("".join(f"&#{ord(c)};" for c in SECRET))),
    "deleted text": lambda: docx(f"<w:p><w:del><w:r><w:delText>{SECRET}</w:delText></w:r></w:del></w:p>"),
    "field instruction": lambda: docx(f"<w:p><w:r><w:instrText>REF {SECRET}</w:instrText></w:r></w:p>"),
    "simple field": lambda: docx(f'<w:p><w:fldSimple w:instr="QUOTE {SECRET}"/></w:p>'),
    "field in a field": lambda: docx(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>Ghislaine Thériault-Moreau</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>yes</w:t></w:r></w:p>'
    ),
    "text box": lambda: docx(f"<w:p><w:r><w:txbxContent>{paragraph(SECRET)}</w:txbxContent></w:r></w:p>"),
    "header": lambda: part("word/header1.xml", story("hdr", paragraph(SECRET))),
    "footer": lambda: part("word/footer1.xml", story("ftr", paragraph(SECRET))),
    "footnote": lambda: part(
        "word/footnotes.xml", story("footnotes", f'<w:footnote w:id="1">{paragraph(SECRET)}</w:footnote>')
    ),
    "endnote": lambda: part(
        "word/endnotes.xml", story("endnotes", f'<w:endnote w:id="1">{paragraph(SECRET)}</w:endnote>')
    ),
    "part in UTF-16": utf16_part,
    "comments part": lambda: part(
        "word/comments.xml", story("comments", f'<w:comment w:id="1">{paragraph(SECRET)}</w:comment>')
    ),
    "alternative text": lambda: docx(drawing(f'descr="{SECRET}"')),
    "title of a picture": lambda: docx(drawing(f'title="{SECRET}"')),
    "name of a shape": lambda: docx(drawing(f'tooltip="{SECRET}"')),
    "bookmark": lambda: docx('<w:p><w:bookmarkStart w:id="1" w:name="Ghislaine_Theriault_Moreau"/></w:p>'),
    "table caption": lambda: docx(f'<w:tbl><w:tblPr><w:tblCaption w:val="{SECRET}"/></w:tblPr></w:tbl>'),
    "style name": lambda: part(
        "word/styles.xml", story("styles", f'<w:style><w:name w:val="{SECRET}"/></w:style>')
    ),
    "variable": lambda: part(
        "word/settings.xml",
        story("settings", f'<w:docVars><w:docVar w:name="x" w:val="{SECRET}"/></w:docVars>'),
    ),
    "namespace": lambda: docx(f'<w:p><x:y xmlns:x="urn:{quote(SECRET)}"/></w:p>'),
    "prefix": lambda: docx('<w:p><GhislaineTheriaultMoreau:y xmlns:GhislaineTheriaultMoreau="urn:x"/></w:p>'),
    "XML comment": lambda: docx(f"<!-- {SECRET.replace('-', ' ')} -->"),
    "processing instruction": lambda: docx(f"<?note {SECRET}?>"),
    "link": lambda: docx(links=link(f"https://example.org/{quote(SECRET)}")),
    "mail link": lambda: docx(links=link("mailto:ghislaine.theriault-moreau@example.org")),
    "title": lambda: part("docProps/core.xml", core(SECRET)),
    "creator": lambda: part("docProps/core.xml", core(TITLE, f"<dc:creator>{SECRET}</dc:creator>")),
    "keywords": lambda: part("docProps/core.xml", core(TITLE, f"<cp:keywords>{SECRET}</cp:keywords>")),
    "custom part": lambda: part("customXml/item1.xml", f"<a>{SECRET}</a>"),
    "part name": lambda: part("word/Ghislaine Theriault Moreau.xml", "<a/>"),
    "broken part": lambda: part("word/header1.xml", f"<hdr>{SECRET}"),
    "entity": lambda: part("word/header1.xml", f'<!DOCTYPE h [<!ENTITY s "{SECRET}">]><h>&s;</h>'),
    "binary part": lambda: part(
        "word/printerSettings1.bin", b"\x00\x01" + SECRET.encode("utf-16-le") + b"\x00\x02"
    ),
    "binary part, big-endian": lambda: part("word/x.bin", b"\x00\x01\x00" + SECRET.encode("utf-16-be")),
    "nested document": lambda: part("word/embeddings/x.docx", docx(paragraph(SECRET))),
    "nested document after bytes": lambda: part(
        "word/embeddings/x.bin", b"OLE" * 9 + docx(paragraph(SECRET))
    ),
    "PNG text": lambda: part(
        "word/media/image1.png", png((b"tEXt", b"Author\x00" + SECRET.encode("latin-1")))
    ),
    "PNG packed text": lambda: part(
        "word/media/image1.png", png((b"zTXt", b"Author\x00\x00" + zlib.compress(SECRET.encode())))
    ),
    "PNG EXIF": lambda: part("word/media/image1.png", png((b"eXIf", b"MM\x00*" + SECRET.encode()))),
    "after a PNG": lambda: part("word/media/image1.png", png(after=SECRET.encode())),
    "JPEG comment": lambda: part("word/media/image1.jpeg", jpeg((0xFE, SECRET.encode()))),
    "JPEG EXIF": lambda: part("word/media/image1.jpeg", jpeg((0xE1, b"Exif\x00\x00" + SECRET.encode()))),
    "after a JPEG": lambda: part("word/media/image1.jpeg", jpeg(after=SECRET.encode())),
    "SVG": lambda: part("word/media/image1.svg", f"<svg><text>{SECRET}</text></svg>"),
    "packed picture": lambda: part(
        "word/media/image1.emz", gzip.compress(b"EMF" + SECRET.encode("utf-16-le"))
    ),
    "instructions in pieces": lambda: docx(
        "<w:p><w:r><w:instrText>REF Ghislaine Thér</w:instrText><w:instrText>iault-Moreau</w:instrText></w:r></w:p>"
    ),
    "link, percent signs twice": lambda: docx(links=link(f"https://example.org/{quote(quote(SECRET))}")),
    "broken part, runs": lambda: part("word/header1.xml", story("hdr", paragraph(*SECRET)) + "<"),
    "comment of the ZIP": lambda: with_comment(SECRET.encode()),
    "comment of an entry": lambda: with_entry_comment(SECRET.encode()),
    "extra field": lambda: with_extra(SECRET.encode()),
    "before the ZIP": lambda: SECRET.encode() + b" " * 9 + docx(),
    "after the ZIP": lambda: docx() + SECRET.encode(),
    "between entries": lambda: with_gap(SECRET.encode()),
    "struck entry": lambda: ghost(f"<w:t>{SECRET}</w:t>".encode()),
    "duplicate entry": lambda: rewritten(
        lambda archive: archive.writestr("WORD/document.xml", f"<a>{SECRET}</a>")
    ),
    "stored entry": lambda: rewritten(
        lambda archive: archive.writestr(
            "word/header1.xml", story("hdr", paragraph(SECRET)), zipfile.ZIP_STORED
        )
    ),
}


@pytest.mark.parametrize("surface", HIDING)
def test_finds_a_name_on_every_surface(surface: str) -> None:
    report = look(HIDING[surface](), Format.DOCX, SECRET)
    assert any(hit.kind is HitKind.LEAK and hit.term == 0 for hit in report.hits)
    assert "hislaine" not in report.to_json().casefold()


def test_finds_a_name_in_a_local_header() -> None:
    report = look(local_name(), Format.DOCX, "Theriault-Moreau")
    assert any(hit.kind is HitKind.LEAK for hit in report.hits)
    assert any(hit.place.endswith("local-name") and hit.kind is HitKind.STRUCTURE for hit in report.hits)


@pytest.mark.parametrize(
    "written", ["046 454 286", "046-454-286", "046454286", "NAS 046\u00a0454\u00a0286", "0 4 6 4 5 4 2 8 6"]
)
def test_finds_a_number_however_it_is_grouped(written: str) -> None:
    assert look(docx(paragraph(f"Number {written} of the file")), Format.DOCX, NUMBER).hits


def test_a_clean_copy_passes() -> None:
    body = (
        paragraph("The contents [s. 19(1)] and royal banners, du bois, 046 454 287.")
        + drawing('descr="A map"')
        + '<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:instrText> PAGE \\* MERGEFORMAT </w:instrText></w:r></w:p>'
        + '<w:p><w:hyperlink r:id="rId90"/></w:p>'
    )
    data = docx(
        body,
        parts={
            "word/media/image1.png": png((b"pHYs", b"\x00" * 9)),
            "word/media/image2.jpeg": jpeg((0xEE, b"Adobe\x00d\x00\x00\x00\x00\x00"), (0xDB, b"\x00" * 65)),
            "word/header1.xml": story("hdr", paragraph("Draft")),
            "docProps/core.xml": core(TITLE, "<cp:revision>1</cp:revision><dc:subject/>"),
        },
        links=link("https://example.org/"),
    )
    report = look(data, Format.DOCX, SECRET, NUMBER, "contents191", "Roy", "Dubois")
    assert report.clean, report.hits
    assert not report.warnings


WRONG: dict[str, tuple[Callable[[], bytes], str]] = {
    "unknown part": (lambda: part("word/other.xml", "<a/>"), "unknown-part"),
    "unreferenced part": (lambda: part("word/header1.xml", story("hdr", "")), ""),
    "tracked insertion": (
        lambda: docx(f"<w:p><w:ins>{paragraph('x')}</w:ins></w:p>"),
        "word/document.xml:ins",
    ),
    "author": (lambda: docx('<w:p><w:r w:author="x"/></w:p>'), "word/document.xml:attribute-author"),
    "revision number": (lambda: docx('<w:p w:rsidR="00AB12CD"/>'), "word/document.xml:attribute-rsid"),
    "hidden text": (
        lambda: docx("<w:p><w:r><w:rPr><w:vanish/></w:rPr></w:r></w:p>"),
        "word/document.xml:vanish",
    ),
    "field": (lambda: docx('<w:p><w:fldSimple w:instr="DATE"/></w:p>'), "word/document.xml:field"),
    "instruction without text": (
        lambda: docx("<w:p><w:r><w:instrText/></w:r></w:p>"),
        "word/document.xml:field",
    ),
    "foreign namespace": (
        lambda: docx('<w:p><y xmlns="urn:x"/></w:p>'),
        "word/document.xml:foreign-namespace",
    ),
    "embedded object": (lambda: docx("<w:p><w:r><w:object/></w:r></w:p>"), "word/document.xml:object"),
    "missing relationship": (lambda: docx('<w:p><w:hyperlink r:id="rId77"/></w:p>'), "relationship:missing"),
    "outside file": (lambda: docx(links=link("file:///etc/hosts")), "relationship:external"),
    "outside picture": (
        lambda: docx(
            links=f'<Relationship Id="rId9" Type="{R}/image" Target="https://example.org/x" TargetMode="External"/>'
        ),
        "relationship:external",
    ),
    "dangling target": (
        lambda: docx(links=f'<Relationship Id="rId9" Type="{R}/header" Target="header9.xml"/>'),
        "relationship:dangling",
    ),
    "kind of relationship": (
        lambda: docx(links=f'<Relationship Id="rId9" Type="{R}/oleObject" Target="document.xml"/>'),
        "relationship:type",
    ),
    "another title": (lambda: part("docProps/core.xml", core("Secret plan")), "docProps/core.xml:title"),
    "another property": (
        lambda: part("docProps/core.xml", core(TITLE, "<dc:creator>x</dc:creator>")),
        "docProps/core.xml:property",
    ),
    "document type": (
        lambda: part("word/header1.xml", '<!DOCTYPE h [<!ENTITY s "x">]><h>&s;</h>'),
        "word/header1.xml:doctype",
    ),
    "content type": (
        lambda: part("[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types"><Other/></Types>'),
        "word/document.xml:content-type",
    ),
    "no content types": (
        lambda: zipped({"word/document.xml": story("document", "").encode()}),
        "word/document.xml:content-type",
    ),
    "picture of another kind": (
        lambda: part("word/media/image1.png", b"BM" + bytes(60)),
        "word/media/image1.png:format",
    ),
    "bytes after a JPEG": (
        lambda: part("word/media/image1.jpeg", jpeg(after=b"x" * 9)),
        "word/media/image1.jpeg:after-end",
    ),
    "bytes after a PNG": (
        lambda: part("word/media/image1.png", png(after=b"x" * 9)),
        "word/media/image1.png:after-end",
    ),
    "nested package": (
        lambda: part("word/media/image1.png", png(after=docx())),
        "word/media/image1.png:nested-zip",
    ),
    "after the ZIP": (lambda: docx() + b"tail", "zip:slack"),
    "comment of the ZIP": (lambda: with_comment(b"hello"), "zip:comment"),
    "extra field": (lambda: with_extra(b"hello"), "zip:extra-field"),
    "duplicate": (
        lambda: rewritten(lambda archive: archive.writestr("WORD/document.xml", "<a/>")),
        "zip:duplicate-names",
    ),
    "XML comment": (lambda: docx("<!-- x -->"), "word/document.xml:xml-comment"),
}


@pytest.mark.parametrize("fault", WRONG)
def test_refuses_a_wrong_structure(fault: str) -> None:
    make, place = WRONG[fault]
    report = look(make(), Format.DOCX, SECRET)
    if fault == "unreferenced part":
        data = make().replace(b"", b"")
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        parts["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{PACKAGE}/relationships"/>'.encode()
        report = look(zipped(parts), Format.DOCX, SECRET)
        assert any(hit.place.endswith("unreferenced-part") for hit in report.hits)
        return
    assert any(hit.kind is HitKind.STRUCTURE and hit.place.endswith(place) for hit in report.hits), (
        report.hits
    )


def test_what_no_reader_can_read_is_refused() -> None:
    encrypted = bytearray(docx(paragraph("x")))
    for at, offset in ((encrypted.find(b"PK\x03\x04"), 6), (encrypted.find(b"PK\x01\x02"), 8)):
        encrypted[at + offset] |= 1
    damaged = bytearray(docx())
    start = damaged.index(b"document.xml") + len("document.xml")
    damaged[start + 40] ^= 0xFF
    stored = rewritten(lambda archive: archive.writestr("word/header1.xml", "<a/>", zipfile.ZIP_BZIP2))
    broken_header = bytearray(docx())
    broken_header[0] = 0
    for data in (b"no zip at all", bytes(encrypted), bytes(damaged), stored, bytes(broken_header)):
        kinds = {hit.kind for hit in look(data, Format.DOCX, SECRET).hits}
        assert HitKind.UNREADABLE in kinds


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_INFLATED", 5_000_000)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for number in range(6):
            made.writestr(f"word/header{number}.xml", bytes(1_000_000))
    assert "zip:too-large" in {hit.place for hit in look(out.getvalue(), Format.DOCX).hits}
    many = zipped({f"{number}": b"" for number in range(20_001)})
    assert "zip:too-large" in {hit.place for hit in look(many, Format.DOCX).hits}


def test_packages_in_packages_end() -> None:
    data = docx(paragraph(SECRET))
    for _ in range(6):
        data = part("word/embeddings/x.docx", data)
    places = {hit.place for hit in look(data, Format.DOCX, SECRET).hits}
    assert any(place.count("entry") == 4 and place.endswith("nested-zip") for place in places)


def test_slack_that_begins_like_an_entry() -> None:
    report = look(docx() + SECRET.encode() + b"PK\x03\x04", Format.DOCX, SECRET)
    assert {hit.kind for hit in report.hits} == {HitKind.LEAK, HitKind.STRUCTURE}


def test_overlapping_entries_are_refused() -> None:
    data = docx()
    end = data.rfind(b"PK\x05\x06")
    (start,) = struct.unpack_from("<I", data, end + 16)
    second = data.index(b"PK\x01\x02", start + 4)
    # The second entry of the directory points at the first one's bytes.
    forged = data[: second + 42] + struct.pack("<I", 0) + data[second + 46 :]
    assert "zip:overlap" in {hit.place for hit in look(forged, Format.DOCX).hits}


def test_disclosed_occurrences_are_excused_by_story_and_no_further() -> None:
    def term(kind: StoryKind, count: int) -> Term:
        return Term(SECRET, allowed=(Allowance(kind, None, count),))

    twice = docx(paragraph(SECRET) + paragraph(f"Again {SECRET}."))
    assert look(twice, Format.DOCX, term(StoryKind.BODY, 2)).clean
    (hit,) = look(twice, Format.DOCX, term(StoryKind.BODY, 1)).hits
    assert (hit.count, hit.place) == (1, "word/document.xml")
    assert not look(twice, Format.DOCX, term(StoryKind.HEADER, 2)).clean
    properties = part("docProps/core.xml", core(SECRET))
    assert not look(properties, Format.DOCX, term(StoryKind.PROPERTY, 5)).clean
    described = docx(drawing(f'descr="{SECRET}"'))
    assert look(described, Format.DOCX, term(StoryKind.ALT_TEXT, 1)).clean


def test_pictures_of_another_part_kind_are_named_by_number() -> None:
    report = look(part(f"word/media/{SECRET}.png", png()), Format.DOCX, SECRET)
    assert all("Ghislaine" not in hit.place for hit in report.hits)
    assert any(hit.place.startswith("entry:") for hit in report.hits)


def test_symbols_without_a_letter_are_nothing() -> None:
    body = (
        '<w:p><w:r><w:sym w:char="ZZ"/><w:sym/><w:sym w:char="7FFFFFFF"/><w:sym w:char="0041"/></w:r></w:p>'
    )
    assert look(docx(body), Format.DOCX, SECRET).clean
    assert not look(
        docx(body.replace("0041", "2167") + paragraph("Ward VIII")), Format.DOCX, "Ward VIII"
    ).clean


def test_picture_files_cut_short_are_still_read() -> None:
    for data in (png()[:30], jpeg()[:-4], jpeg((0xFE, SECRET.encode()))[:-9], b"\xff\xd8\xff\xe0"):
        look(part("word/media/image1.png", data), Format.DOCX, SECRET)


def test_words_in_a_namespace_of_pictures() -> None:
    body = f'<w:p><pic:cNvPr xmlns:pic="{PIC}" xmlns:a="{A}" descr="{SECRET}" id="1" name="x"/></w:p>'
    (hit, *_) = look(docx(body), Format.DOCX, SECRET).hits
    assert hit.place == "word/document.xml:alt_text"
