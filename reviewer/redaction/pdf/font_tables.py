# SPDX-License-Identifier: MIT
"""The tables of a font in the copy: what its codes say, which of its letters they name, how wide they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pikepdf

from reviewer.documents.pdf import streams
from reviewer.documents.pdf.fonts import UNKNOWN, Font


def differences(items: Any, shown: set[int]) -> list[Any]:
    """The Differences array, reduced to the codes that are shown."""
    result: list[Any] = []
    for code, name in sorted(differing(items).items()):
        if code in shown:
            result += [code, pikepdf.Name(name)]
    return result


def differing(items: Any) -> dict[int, str]:
    """From each code of a Differences array to its name."""
    found: dict[int, str] = {}
    code = 0
    for each in items:
        if isinstance(each, pikepdf.Name):
            found[code] = str(each)
            code += 1
        else:
            code = int(each)
    return found


def names_of(encoding: Any) -> dict[int, str]:
    """The names of glyphs that an encoding gives to codes."""
    return differing(encoding.get("/Differences", [])) if isinstance(encoding, pikepdf.Dictionary) else {}


def place_map(places: Mapping[int, int]) -> bytes:
    """A map from the new codes to the new glyph numbers."""
    return b"".join(places.get(code, 0).to_bytes(2, "big") for code in range(max(places) + 1))


def glyph_map(mapping: Any, cids: list[int]) -> bytes:
    """A CIDToGIDMap, reduced to the ids that are shown."""
    raw = streams.read(mapping, 2**20)
    table = bytearray(2 * (max(cids, default=0) + 1))
    for cid in cids:
        table[2 * cid : 2 * cid + 2] = raw[2 * cid : 2 * cid + 2].ljust(2, b"\0")
    return bytes(table)


def code_map(new: pikepdf.Pdf, font: Font, codes: set[tuple[int, int]]) -> Any:
    """The CMap of a composite font, reduced to the codes that are shown."""
    spaces = font.encoding_map.spaces if font.encoding_map is not None else []
    lines = [f"<{low:0{2 * size}x}> <{high:0{2 * size}x}>" for size, low, high in spaces]
    rows = [f"<{code:0{2 * length}x}> {font.cid(code, length)}" for length, code in sorted(codes)]
    data = _cmap_text("Codes", [("codespacerange", lines), ("cidchar", rows)])
    values = pikepdf.Dictionary(
        Type=pikepdf.Name.CMap, CMapName=pikepdf.Name("/Codes"), CIDSystemInfo=system_info()
    )
    return pikepdf.Stream(new, data, values)


def system_info() -> pikepdf.Dictionary:
    """The character collection that says nothing."""
    return pikepdf.Dictionary(
        Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0
    )


def wide(font: Font, cids: list[int]) -> Iterator[Any]:
    """The W array of a composite font, reduced to the ids that are shown."""
    for cid in cids:
        if cid in font.widths:
            yield from (cid, pikepdf.Array([font.widths[cid]]))


def to_unicode(font: Font, codes: set[tuple[int, int]], new: Mapping[tuple[int, int], int]) -> bytes:
    """A ToUnicode map of the codes that are shown; `new` are those that were given anew."""
    size = 2 if font.composite else 1
    listed = sorted((size, new[key], key) if new else (*key, key) for key in codes)
    lengths = sorted({length for length, _code, _key in listed})
    spaces = [f"<{'00' * length}> <{'ff' * length}>" for length in lengths]
    rows = []
    for length, shown, (old_length, code) in listed:
        text = font.text(code, old_length)
        if text and text != UNKNOWN:
            rows.append(f"<{shown:0{2 * length}x}> <{text.encode('utf-16-be', 'replace').hex()}>")
    return _cmap_text("Unicode", [("codespacerange", spaces), ("bfchar", rows)])


def _cmap_text(name: str, groups: list[tuple[str, list[str]]]) -> bytes:
    lines = [
        "/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> def",
        f"/CMapName /{name} def", "/CMapType 2 def",
    ]  # fmt: skip
    for kind, rows in groups:
        for at in range(0, len(rows), 100):
            piece = rows[at : at + 100]
            lines += [f"{len(piece)} begin{kind}", *piece, f"end{kind}"]
    return "\n".join(
        [*lines, "endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end", ""]
    ).encode("ascii")
