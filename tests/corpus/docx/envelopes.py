# SPDX-License-Identifier: MIT
"""More of the markup and the container: namespaces, encodings, ghost entries, names; and files to refuse."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from urllib.parse import quote

from tests.corpus.docx.case import Case, Outcome, Surface, Words, in_body, maker
from tests.corpus.docx.pack import Rel, line, package, para, part, run

_EPOCH = (1980, 1, 1, 0, 0, 0)


def _dropped(name: str, words: Words, data: bytes, **options: object) -> Case:
    return Case(name, words, data, Outcome.DROPPED, **options)  # type: ignore[arg-type]


def _refused(name: str, words: Words, data: bytes, error: str, *secrets: str) -> Case:
    return Case(name, words, data, Outcome.REFUSED, error=error, secrets=secrets)


def _document(words: Words, content: str) -> str:
    return part("document", f"<w:body>{words.kept}{content}<w:sectPr/></w:body>")


@maker(Surface.XML)
def prefix_and_address_of_a_namespace(words: Words) -> Case:
    document = _document(words, line("x")).replace(
        "<w:document ",
        f'<w:document xmlns:{words.last}="urn:{quote(words.last)}" mc:Ignorable="{words.last}" ',
    )
    data = package("", parts={"word/document.xml": document})
    return _dropped("prefix_of_a_namespace", words, data, secrets=(words.last,))


@maker(Surface.XML)
def foreign_attributes(words: Words) -> Case:
    content = f'<w:p xmlns:z="urn:z" z:owner="{words.secret}" xml:id="{words.last}"><w:r z:a="{words.secret}"><w:t>x</w:t></w:r></w:p>'
    return in_body("foreign_attributes", words, content, outcome=Outcome.DROPPED)


@maker(Surface.XML, numbers=True)
def instruction_between_letters(words: Words) -> Case:
    letters = "<?q z?>".join(words.secret)
    return in_body("instruction_between_letters", words, f"<w:p><w:r><w:t>{letters}</w:t></w:r></w:p>")


@maker(Surface.XML)
def comment_after_the_end(words: Words) -> Case:
    document = _document(words, line("x")) + f"<!-- {words.secret} --><?end {words.secret}?>"
    return _dropped("comment_after_the_end", words, package("", parts={"word/document.xml": document}))


@maker(Surface.XML)
def latin_part(words: Words) -> Case:
    document = _document(words, line(words.secret)).replace("UTF-8", "ISO-8859-1").replace("’", "'")
    data = package("", parts={"word/document.xml": document.encode("latin-1")})
    kept = Words(words.tag, words.first, words.last, words.keep.replace("’", "'"))
    return Case("latin_part", kept, data, kind="body")


@maker(Surface.XML)
def byte_order_mark(words: Words) -> Case:
    document = b"\xef\xbb\xbf" + _document(words, line(words.secret)).encode()
    return Case("byte_order_mark", words, package("", parts={"word/document.xml": document}), kind="body")


@maker(Surface.XML)
def utf16_header(words: Words) -> Case:
    header = part("hdr", line(words.secret)).replace("UTF-8", "UTF-16").encode("utf-16")
    data = package(
        words.kept,
        rels=[Rel("rId9", "header", "header1.xml")],
        parts={"word/header1.xml": header},
        section='<w:headerReference w:type="default" r:id="rId9"/>',
    )
    return Case("utf16_header", words, data, kind="header")


@maker(Surface.XML)
def doctype_in_a_header(words: Words) -> Case:
    header = (
        f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY s "{words.secret}">]>'
        + part("hdr", line("&s;")).partition("?>")[2]
    )
    data = package(
        words.kept,
        rels=[Rel("rId9", "header", "header1.xml")],
        parts={"word/header1.xml": header},
        section='<w:headerReference w:type="default" r:id="rId9"/>',
    )
    return _refused("doctype_in_a_header", words, data, "HostileContent")


@maker(Surface.XML)
def unknown_block_with_text(words: Words) -> Case:
    content = f'<z:block xmlns:z="urn:z"><z:p>{words.secret}</z:p></z:block>'
    return in_body(
        "unknown_block_with_text", words, content, outcome=Outcome.REFUSED, error="UnsupportedContent"
    )


@maker(Surface.XML)
def text_in_properties(words: Words) -> Case:
    content = f"<w:p><w:pPr><w:jc>{words.secret}</w:jc></w:pPr>{run('x')}</w:p>"
    return in_body("text_in_properties", words, content, outcome=Outcome.REFUSED, error="UnsupportedContent")


@maker(Surface.ZIP)
def bytes_after_the_end(words: Words) -> Case:
    return _dropped("bytes_after_the_end", words, package(words.kept) + words.secret.encode("utf-16-le"))


@maker(Surface.ZIP)
def ghost_entry(words: Words) -> Case:
    """An entry that stands in the file and in no directory, as a writer leaves it that updates in place."""
    name, body = b"word/old.xml", zlib.compress(words.secret.encode())[2:-4]
    header = struct.pack(
        "<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 0, zlib.crc32(words.secret.encode()), len(body),
        len(words.secret.encode()), len(name), 0,
    )  # fmt: skip
    return _dropped("ghost_entry", words, package(words.kept, prefix=header + name + body))


@maker(Surface.ZIP, numbers=True)
def parts_nobody_refers_to(words: Words) -> Case:
    data = package(
        words.kept,
        parts={
            "word/document2.xml": _document(words, line(words.secret)),
            "word/footnotes.xml": part(
                "footnotes", f'<w:footnote w:id="2">{line(words.secret)}</w:footnote>'
            ),
            "word/media/image9.png": words.secret.encode(),
            "old/backup.docx": package(line(words.secret)),
        },
    )
    return _dropped("parts_nobody_refers_to", words, data)


@maker(Surface.ZIP)
def names_of_entries(words: Words) -> Case:
    data = package(
        words.kept + para("<w:r><w:t>x</w:t></w:r>"),
        rels=[Rel("rId9", "header", f"{words.last}/header1.xml")],
        parts={f"word/{words.last}/header1.xml": part("hdr", line("Head")), f"word/{words.secret}/": ""},
        section='<w:headerReference w:type="default" r:id="rId9"/>',
    )
    return _dropped("names_of_entries", words, data, keep=("Head",), secrets=(words.secret, words.last))


@maker(Surface.ZIP)
def local_name_differs(words: Words) -> Case:
    """The name before the entry's bytes is another than the directory's."""
    mark = ("Z" * len(words.last.encode())).encode()
    data = package(words.kept, parts={f"word/{mark.decode()}.xml": "<x/>"})
    data = data.replace(mark, words.last.encode(), 1)
    return _refused("local_name_differs", words, data, "DamagedFile", words.last)


@maker(Surface.ZIP)
def name_in_two_cases(words: Words) -> Case:
    data = package(
        words.kept,
        parts={"word/DOCUMENT.xml": _document(words, line(words.secret)), "WORD/document.XML": "<x/>"},
    )
    return _refused("name_in_two_cases", words, data, "HostileContent")


@maker(Surface.REFUSED)
def office_container(words: Words) -> Case:
    """What a password or rights management makes of a document: a compound file with an encrypted stream."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    names = "EncryptedPackage".encode("utf-16-le") + bytes(480) + "EncryptionInfo".encode("utf-16-le")
    return _refused("office_container", words, head + names + words.secret.encode(), "EncryptedFile")


@maker(Surface.REFUSED)
def old_word_format(words: Words) -> Case:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "WordDocument".encode("utf-16-le")
    return _refused("old_word_format", words, head + words.secret.encode("latin-1"), "UnsupportedFormat")


@maker(Surface.REFUSED)
def rich_text(words: Words) -> Case:
    return _refused(
        "rich_text", words, b"{\\rtf1\\ansi " + words.secret.encode("latin-1") + b"}", "UnsupportedFormat"
    )


@maker(Surface.REFUSED)
def torn(words: Words) -> Case:
    data = package(words.kept + line(words.secret))
    return _refused("torn", words, data[: len(data) * 2 // 3], "DamagedFile")


@maker(Surface.REFUSED)
def empty(words: Words) -> Case:
    return _refused("empty", words, b"", "EmptyFile")


@maker(Surface.REFUSED)
def nothing_in_it(words: Words) -> Case:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(zipfile.ZipInfo("readme.txt", _EPOCH), words.secret)
    return _refused("nothing_in_it", words, buffer.getvalue(), "UnsupportedFormat")


@maker(Surface.REFUSED)
def bomb(words: Words) -> Case:
    data = package(line(words.secret), parts={"word/media/image1.bin": bytes(80_000_000)})
    return _refused("bomb", words, data, "LimitExceeded")


@maker(Surface.REFUSED)
def too_deep(words: Words) -> Case:
    content = "<w:customXml>" * 3000 + line(words.secret) + "</w:customXml>" * 3000
    return _refused("too_deep", words, package(content), "DamagedFile")
