# SPDX-License-Identifier: MIT
"""Places in the written bytes of a PDF where our writer never puts a word, and somebody else might."""

from __future__ import annotations

import zlib
from collections.abc import Callable

from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.verification.builders import line, pdf
from tests.verification.pdf_surfaces import Change

FILLER = b"0 0 m 9 9 l S " * 9


def _index(data: bytes) -> int:
    return data.rindex(b"xref\n", 0, data.rindex(b"startxref"))


def in_the_index(name: str) -> bytes:
    """Between the last entry of the index and the trailer."""
    data = pdf()
    return data.replace(b"trailer", b"% " + name.encode() + b"\ntrailer", 1)


def in_the_trailer(name: str) -> bytes:
    data = pdf()
    return data.replace(b"startxref", b"% " + name.encode() + b"\nstartxref", 1)


def as_entries_of_the_index(name: str) -> bytes:
    """Numbers of free entries are letters."""
    data = pdf()
    letters = name.encode("cp1252")
    entries = b"".join(b"%010d %05d f \n" % (letter, letter) for letter in letters)
    return data.replace(b"trailer", b"900 %d\n%strailer" % (len(letters), entries), 1)


def in_a_comment_of_an_object(name: str) -> bytes:
    data = pdf(compress_streams=False)
    start = data.index(b"/Type /Catalog")
    more = b" % " + name.encode("cp1252") + b"\n"
    return _moved(data, start, more)


def hexadecimal_in_a_comment(name: str) -> bytes:
    data = pdf(compress_streams=False)
    more = b" % " + name.encode("cp1252").hex().encode() + b"\n"
    return _moved(data, data.index(b"/Type /Catalog"), more)


def blanks_as_bits(name: str) -> bytes:
    """A blank is nought, a tab is one; between two keys of an object."""
    bits = "".join(f"{letter:08b}" for letter in name.encode("cp1252"))
    more = bits.replace("0", " ").replace("1", "\t").encode()
    data = pdf(compress_streams=False)
    return _moved(data, data.index(b"/Type /Catalog"), more)


def blanks_as_bits_in_the_content(name: str) -> bytes:
    bits = "".join(f"{letter:08b}" for letter in name.encode("cp1252"))
    return pdf(b"q" + bits.replace("0", " ").replace("1", "\t").encode() + b"Q")


def between_the_end_of_a_stream_and_of_its_object(name: str) -> bytes:
    data = pdf(compress_streams=False)
    return _moved(data, data.index(b"endstream") + 9, b"\n% " + name.encode("cp1252"))


def _moved(data: bytes, at: int, more: bytes) -> bytes:
    """Bytes put into a file, and the index of it made right again."""
    start = _index(data)
    head, table = data[:at] + more + data[at:start], data[start:]
    lines = table.split(b"\n")
    for number, row in enumerate(lines):
        if row.endswith(b" n ") and int(row[:10]) >= at:
            lines[number] = b"%010d" % (int(row[:10]) + len(more)) + row[10:]
    return head + b"\n".join(lines).replace(b"startxref\n%d" % start, b"startxref\n%d" % (start + len(more)))


BYTES: dict[str, Callable[[str], bytes]] = {
    each.__name__.strip("_"): each
    for each in (
        in_the_index,
        in_the_trailer,
        as_entries_of_the_index,
        in_a_comment_of_an_object,
        hexadecimal_in_a_comment,
        blanks_as_bits,
        blanks_as_bits_in_the_content,
        between_the_end_of_a_stream_and_of_its_object,
    )
}


def _packed(data: bytes) -> Change:
    """The content of the page is packed data as it is."""

    def change(made: Pdf) -> None:
        made.pages[0].Contents.write(data, filter=Name.FlateDecode)

    return change


def after_packed_data(name: str) -> bytes:
    return pdf(b"", _packed(zlib.compress(FILLER) + name.encode("cp1252")))


def packed_after_packed_data(name: str) -> bytes:
    return pdf(b"", _packed(zlib.compress(FILLER) + zlib.compress(line(name).encode("cp1252"))))


def in_empty_blocks_of_packed_data(name: str) -> bytes:
    """A stored block of no letters before each one that counts: how many there are is a letter."""
    engine = zlib.compressobj(0)
    out = b""
    for letter in name.encode("cp1252"):
        out += engine.compress(FILLER) + b"".join(engine.flush(zlib.Z_FULL_FLUSH) for _ in range(letter))
    return pdf(b"", _packed(out + engine.flush()))


def behind_two_filters(name: str) -> bytes:
    def change(made: Pdf) -> None:
        packed = zlib.compress(line(name).encode("cp1252")).hex().encode() + b">"
        made.pages[0].Contents.write(packed, filter=Array([Name.ASCIIHexDecode, Name.FlateDecode]))

    return pdf(b"", change)


def behind_a_filter_nobody_knows(name: str) -> bytes:
    def change(made: Pdf) -> None:
        made.pages[0].Contents.write(line(name).encode("cp1252")[::-1], filter=Name.Zz)

    return pdf(b"", change)


def behind_crypt(name: str) -> bytes:
    def change(made: Pdf) -> None:
        made.pages[0].Contents.write(
            line(name).encode("cp1252"), filter=Name.Crypt, decode_parms=Dictionary(Name=Name.Identity)
        )

    return pdf(b"", change)


def beside_the_sides_of_a_filter(name: str) -> bytes:
    """Keys of decoding may hold anything."""

    def change(made: Pdf) -> None:
        made.pages[0].Contents.write(
            zlib.compress(FILLER), filter=Name.FlateDecode, decode_parms=Dictionary(Zz=String(name))
        )

    return pdf(b"", change)


def in_the_tail_of_a_stream_of_objects(name: str) -> bytes:
    return _objects(name.encode("cp1252"), at_end=True)


def before_the_first_of_a_stream_of_objects(name: str) -> bytes:
    return _objects(name.encode("cp1252"), at_end=False)


def _objects(words: bytes, *, at_end: bool) -> bytes:
    """A file with an index that is a stream, whose stream of objects holds words between its objects."""
    catalogue, pages = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[4 0 R]/Count 1>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<<>>>>"
    parts = [catalogue, pages, page]
    offsets = [sum(len(each) + 1 for each in parts[:at]) for at in range(3)]
    head = b" ".join(b"%d %d" % pair for pair in zip((1, 2, 4), offsets, strict=True)) + b" "
    gap = b"" if at_end else words + b" "
    body = head + gap + b" ".join(parts) + (b" " + words if at_end else b"")
    packed = zlib.compress(body)
    data = b"%PDF-1.5\n"
    start = len(data)
    data += b"5 0 obj\n<</Type/ObjStm/N 3/First %d/Filter/FlateDecode/Length %d>>\nstream\n" % (
        len(head) + len(gap),
        len(packed),
    )
    data += packed + b"\nendstream\nendobj\n"
    at = len(data)
    rows = [(0, 0, 255), (2, 5, 0), (2, 5, 1), (0, 0, 0), (2, 5, 2), (1, start, 0), (1, at, 0)]
    table = zlib.compress(b"".join(bytes((a,)) + b.to_bytes(4, "big") + bytes((c,)) for a, b, c in rows))
    data += (
        b"6 0 obj\n<</Type/XRef/Size 7/W[1 4 1]/Root 1 0 R/Filter/FlateDecode/Length %d>>\nstream\n"
        % len(table)
    )
    return data + table + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % at


ATTACKS: dict[str, Callable[[str], bytes]] = {
    **BYTES,
    **{
        each.__name__: each
        for each in (
            after_packed_data,
            packed_after_packed_data,
            in_empty_blocks_of_packed_data,
            behind_two_filters,
            behind_a_filter_nobody_knows,
            behind_crypt,
            beside_the_sides_of_a_filter,
            in_the_tail_of_a_stream_of_objects,
            before_the_first_of_a_stream_of_objects,
        )
    },
}
