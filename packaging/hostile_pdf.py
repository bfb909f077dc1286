# SPDX-License-Identifier: MIT
"""Makes PDF files that are meant to fill the memory, to last or to mislead, each for one weakness that readers had."""

from __future__ import annotations

import base64
import hashlib
import struct
import zlib
from collections.abc import Callable, Iterable, Mapping

from pdfminer.arcfour import Arcfour
from pdfminer.pdfdocument import PDFStandardSecurityHandler

WORD = "Quillfeather"
MIB = 2**20
_TEXT = b"BT /F1 12 Tf 72 720 Td (%b) Tj ET " % WORD.encode()
_PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 4 0 R>>%b>>/Contents %d 0 R%b>>"
)
_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
Maker = Callable[[], bytes]
FILES: dict[str, Maker] = {}


def kind(maker: Maker) -> Maker:
    """Add a file to the list under the name of its function."""
    FILES[maker.__name__] = maker
    return maker


def flate(data: bytes, more: bytes = b"") -> bytes:
    """A stream in the Flate code."""
    return stream(zlib.compress(data), b"/Filter/FlateDecode" + more)


def stream(data: bytes, head: bytes = b"") -> bytes:
    """A stream as it is."""
    return b"<</Length %d%b>>stream\n%b\nendstream" % (len(data), head, data)


def zeros(size: int, first: bytes = b"", *, fill: bytes = b"\0") -> bytes:
    """So many bytes in the Flate code, without holding them."""
    packer, block = zlib.compressobj(9), fill * MIB
    parts = [packer.compress(first)] + [packer.compress(block) for _ in range(size // MIB)]
    return b"".join((*parts, packer.flush()))


def written(
    objects: Mapping[int, bytes], *, trailer: bytes = b"", head: bytes = b"%PDF-1.7\n", end: bytes = b""
) -> bytes:
    """A file of these objects; the first is the catalogue."""
    body, places, at = [head], {}, len(head)
    for number, value in objects.items():
        places[number] = at
        body.append(b"%d 0 obj\n%b\nendobj\n" % (number, value))
        at += len(body[-1])
    size = max(objects) + 1
    rows = b"".join(
        b"%010d 00000 n \n" % places[each] if each in places else b"0000000000 65535 f \n"
        for each in range(size)
    )
    body.append(b"xref\n0 %d\n%btrailer\n<</Size %d/Root 1 0 R%b>>\n" % (size, rows, size, trailer))
    body.append(end or b"startxref\n%d\n%%%%EOF\n" % at)
    return b"".join(body)


def one_page(
    content: bytes = b"",
    *,
    objects: Mapping[int, bytes] | None = None,
    resources: bytes = b"",
    page: bytes = b"",
    root: bytes = b"",
    packed: bool = True,
) -> dict[int, bytes]:
    """The objects of a file of one page with the word on it."""
    shown = _TEXT + content
    return {
        1: b"<</Type/Catalog/Pages 2 0 R%b>>" % root,
        2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        3: _PAGE % (resources, 5, page),
        4: _FONT,
        5: flate(shown) if packed else stream(shown),
        **(objects or {}),
    }


def pages(number: int, *, shared: bool, content: bytes = b"") -> bytes:
    """A file of many pages, with one content or each with its own."""
    first = 6 if shared else 6 + number
    kids = b" ".join(b"%d 0 R" % each for each in range(first, first + number))
    objects = one_page()
    objects[2] = b"<</Type/Pages/Count %d/Kids[%b]>>" % (number, kids)
    for at in range(number):
        if not shared:
            objects[6 + at] = stream(_TEXT + b"BT /F1 12 Tf 72 600 Td (Page %d) Tj ET" % at + content)
        objects[first + at] = _PAGE % (b"", 5 if shared else 6 + at, b"")
    objects[5] = stream(_TEXT + content)
    del objects[3]
    return written(objects)


def composite(unicode_map: bytes, *, shown: bytes = b"<00410042>") -> dict[int, bytes]:
    """A page in a composite font with a map of characters."""
    return one_page(
        b"BT /F2 12 Tf 72 600 Td %b Tj ET" % shown,
        objects={
            6: b"<</Type/Font/Subtype/Type0/BaseFont/Odd/Encoding/Identity-H/DescendantFonts[7 0 R]/ToUnicode 8 0 R>>",
            7: b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Odd/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
            b"/Supplement 0>>/DW 500>>",
            8: unicode_map,
        },
        resources=b"/Font<</F1 4 0 R/F2 6 0 R>>",
    )


def image(raw: bytes, filters: bytes, wide: int, high: int, more: bytes = b"") -> bytes:
    """A page with an image whose size is a claim."""
    head = b"/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8/Filter%b%b"
    return written(
        one_page(
            b"q 300 0 0 300 72 72 cm /I Do Q",
            objects={6: stream(raw, head % (wide, high, filters, more))},
            resources=b"/XObject<</I 6 0 R>>",
        )
    )


def form(content: bytes, resources: bytes = b"", more: bytes = b"") -> bytes:
    """A Form of a page."""
    return flate(content, b"/Subtype/Form/BBox[0 0 612 792]/Resources<<%b>>%b" % (resources, more))


def chain(number: int, of: Callable[[int, bytes], bytes], last: bytes) -> dict[int, bytes]:
    """Objects each of which names the next one."""
    return {6 + at: of(at, b"%d 0 R" % (7 + at)) if at < number - 1 else last for at in range(number)}


def in_object_stream(body: bytes, count: int, first: int, *, encrypted: bool = False) -> bytes:
    """A file whose page stands in a stream of objects, told by a stream of references."""
    packed = zlib.compress(body)
    cipher = _Cipher() if encrypted else None
    parts = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        4: stream(
            cipher.encrypted(packed, 4) if cipher else packed,
            b"/Filter/FlateDecode/Type/ObjStm/N %d/First %d" % (count, first),
        ),
    }
    data, places = b"%PDF-1.5\n", {}
    for number, part in parts.items():
        places[number] = len(data)
        data += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    rows = [(0, 0, 0), (1, places[1], 0), (1, places[2], 0), (2, 4, 0), (1, places[4], 0), (1, len(data), 0)]
    table = b"".join(struct.pack(">BIH", *row) for row in rows)
    head = b"/Type/XRef/Size 6/W[1 4 2]/Root 1 0 R" + (cipher.trailer if cipher else b"")
    return data + b"5 0 obj\n%b\nendobj\n" % stream(table, head) + b"startxref\n%d\n%%%%EOF\n" % len(data)


class _Cipher:
    """The oldest standard cipher, with an empty password: whoever opens the file undoes it (ISO 32000-1, 7.6.3)."""

    _IDENTITY = bytes(16)

    def __init__(self) -> None:
        padding = PDFStandardSecurityHandler.PASSWORD_PADDING
        owner = Arcfour(_digest(padding)[:5]).encrypt(padding)
        self._key = _digest(padding + owner + struct.pack("<i", -4) + self._IDENTITY)[:5]
        user = Arcfour(self._key).encrypt(padding)
        self.trailer = b"/ID[<%b><%b>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%b>/U<%b>>>" % (
            *(self._IDENTITY.hex().encode(),) * 2,
            owner.hex().encode(),
            user.hex().encode(),
        )

    def encrypted(self, data: bytes, number: int) -> bytes:
        """A stream of the object of that number."""
        return bytes(
            Arcfour(_digest(self._key + struct.pack("<I", number)[:3] + bytes(2))[:10]).encrypt(data)
        )


def _digest(data: bytes) -> bytes:
    return hashlib.md5(data, usedforsecurity=False).digest()


def ascii85(data: bytes) -> bytes:
    """The same in ASCII 85."""
    return base64.a85encode(data) + b"~>"


def joined(parts: Iterable[bytes]) -> bytes:
    """Parts with a blank between."""
    return b" ".join(parts)
