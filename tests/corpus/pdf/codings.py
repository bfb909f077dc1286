# SPDX-License-Identifier: MIT
"""Revisions, orphans, bytes beside the file; encryption, object streams, filters."""

from __future__ import annotations

import base64
import io
import zlib
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from tests.corpus.pdf.recipes import Made, Surface, Words, line, maker, opened, sheet
from tests.corpus.pdf.sheets import add_page, paragraph, saved, text


def revised(data: bytes, changes: dict[int, bytes], **trailer: str) -> bytes:
    """The file with another revision after it: objects by their numbers, written anew."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        size, root = max(int(pdf.trailer.Size), max(changes, default=0) + 1), pdf.Root.objgen[0]
    previous = int(data[data.rfind(b"startxref") + 9 :].split()[0])
    body, rows = b"", []
    for number, content in changes.items():
        rows.append(f"{number} 1\n{len(data) + len(body):010d} 00000 n \n")
        body += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    more = "".join(f" /{key} {value}" for key, value in trailer.items())
    end = f"xref\n{''.join(rows)}trailer\n<</Size {size} /Root {root} 0 R /Prev {previous}{more}>>\n"
    return data + body + end.encode() + f"startxref\n{len(data) + len(body)}\n%%EOF\n".encode()


def stream(content: bytes) -> bytes:
    """A stream as the bytes of a file."""
    return f"<</Length {len(content)}>>\nstream\n".encode() + content + b"\nendstream"


@maker(Surface.REVISIONS)
def text_that_was_changed(words: Words) -> Made:
    pdf, _page = opened(words, line(words))
    data = saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    with pikepdf.open(io.BytesIO(data)) as again:
        number = again.pages[0].Contents.objgen[0]
    data = revised(data, {number: stream(paragraph(words.kept) + text(72, 600, words.full))})
    return revised(data, {number: stream(paragraph(words.kept, words.after))}), {"also": (words.after,)}


@maker(Surface.REVISIONS)
def a_page_that_was_taken_out(words: Words) -> bytes:
    pdf, _page = opened(words)
    add_page(pdf, line(words))
    data = saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    with pikepdf.open(io.BytesIO(data)) as again:
        tree, first = again.Root.Pages.objgen[0], again.pages[0].objgen[0]
    return revised(data, {tree: f"<</Type /Pages /Count 1 /Kids [{first} 0 R]>>".encode()})


@maker(Surface.REVISIONS)
def objects_that_nothing_leads_to(words: Words) -> bytes:
    data = sheet(words)
    number = 900
    extra = f"<</Who ({words.last}) /Note <{words.full.encode().hex()}>>>".encode("latin-1")
    return revised(
        data,
        {
            number: extra,
            number + 1: stream(line(words)),
            number + 2: stream(zlib.compress(words.full.encode())),
        },
    )


@maker(Surface.REVISIONS)
def bytes_before_and_after(words: Words) -> bytes:
    data = sheet(words)
    after = f"%{words.full}\n".encode()
    return f"{words.full}\n".encode() + data + after + words.full.encode("utf-16") + b"\n%%EOF\n"


@maker(Surface.REVISIONS)
def comments_between_objects(words: Words) -> bytes:
    data = sheet(words)
    at = data.rfind(b"xref\n")
    note = f"% {words.full}\n".encode()
    moved = data[:at] + note + data[at:]
    old = int(data[data.rfind(b"startxref") + 9 :].split()[0])
    return moved.replace(f"startxref\n{old}".encode(), f"startxref\n{old + len(note)}".encode())


@maker(Surface.REVISIONS)
def ends_twice(words: Words) -> bytes:
    """Another whole file stands before this one's beginning is asked for."""
    inner, _page = opened(words, line(words))
    return sheet(words) + b"\n% " + base64.b64encode(saved(inner)) + b"\n%%EOF\n"


@maker(Surface.REVISIONS)
def an_object_twice(words: Words) -> Made:
    """Two objects of one number: the later one counts."""
    pdf, _page = opened(words, text(72, 600, words.after))
    pdf.docinfo["/Subject"] = String(words.full)
    data = saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    with pikepdf.open(io.BytesIO(data)) as again:
        number = again.docinfo.objgen[0]
    return revised(data, {number: b"<</Title (x)>>"}, Info=f"{number} 0 R"), {"also": (words.after,)}


@maker(Surface.CODING)
def locked_for_nobody(words: Words) -> Made:
    """Encrypted with an empty password, in object streams."""
    pdf, _page = opened(words, line(words))
    pdf.docinfo["/Author"] = String(words.full)
    locked = pikepdf.Encryption(owner="owner", user="", R=6)
    made = saved(pdf, encryption=locked, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made, {"also": (words.after,)}


@maker(Surface.CODING)
def locked_the_old_way(words: Words) -> Made:
    pdf, _page = opened(words, line(words))
    locked = pikepdf.Encryption(owner="owner", user="", R=3, aes=False, metadata=False)
    return saved(pdf, encryption=locked), {"also": (words.after,)}


@maker(Surface.CODING)
def locked_for_everybody(words: Words) -> Made:
    pdf, _page = opened(words, line(words))
    locked = pikepdf.Encryption(owner="owner", user="geheim", R=6)
    return saved(pdf, encryption=locked), {"expect": "refused:EncryptedFile"}


@maker(Surface.CODING)
def packed_and_linear(words: Words) -> Made:
    pdf, _page = opened(words, line(words))
    made = saved(pdf, linearize=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made, {"also": (words.after,)}


def _coded(words: Words, data: bytes, *filters: str, **parameters: Any) -> Made:
    pdf, page = opened(words)
    values = Dictionary(Filter=Array([Name(f"/{each}") for each in filters]))
    if parameters:
        values["/DecodeParms"] = Dictionary({f"/{key}": value for key, value in parameters.items()})
    page.Contents = Array([page.Contents, pdf.make_indirect(Stream(pdf, data, values))])
    made = saved(pdf, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return made, {"also": (words.after,)}


@maker(Surface.CODING)
def coded_many_times(words: Words) -> Made:
    inner = zlib.compress(zlib.compress(line(words)))
    return _coded(words, inner.hex().encode() + b">", "ASCIIHexDecode", "FlateDecode", "FlateDecode")


@maker(Surface.CODING)
def coded_in_base_85(words: Words) -> Made:
    return _coded(words, base64.a85encode(zlib.compress(line(words))) + b"~>", "ASCII85Decode", "FlateDecode")


@maker(Surface.CODING)
def coded_in_runs(words: Words) -> Made:
    content = line(words)
    runs = b"".join(
        bytes([len(content[at : at + 100]) - 1]) + content[at : at + 100]
        for at in range(0, len(content), 100)
    )
    return _coded(words, runs + b"\x80", "RunLengthDecode")


@maker(Surface.CODING)
def words_after_the_end_of_a_stream(words: Words) -> Made:
    """What inflates ends before the stream does; the rest is the name."""
    return _coded(words, zlib.compress(line(words)) + words.full.encode(), "FlateDecode")


@maker(Surface.CODING)
def names_with_escapes(words: Words) -> Made:
    """A resource's name is the person's, byte by byte, and so is a key."""
    pdf, page = opened(words)
    name = f"/{words.last}"
    page.Resources.Font[name] = page.Resources.Font["/F1"]
    page[f"/{words.first}"] = String(words.last.encode())
    shown = text(
        72, 600, words.after, font="".join(f"#{each:02x}" if each != 47 else "/" for each in name.encode())
    )
    page.Contents = Array([page.Contents, pdf.make_indirect(Stream(pdf, shown))])
    return saved(pdf), {"also": (words.after,)}


@maker(Surface.CODING)
def content_cut_anywhere(words: Words) -> Made:
    """The stream of the page is cut between any two tokens."""
    pdf, page = opened(words)
    tokens = [each + b" " for each in line(words).split(b" ") if each]
    words_of_string, pieces = b"", []
    for each in tokens:
        words_of_string += each
        if words_of_string.count(b"(") == words_of_string.count(b")"):
            pieces.append(words_of_string)
            words_of_string = b""
    page.Contents = Array([page.Contents, *(pdf.make_indirect(Stream(pdf, each)) for each in pieces)])
    return saved(pdf), {"also": (words.after,)}
