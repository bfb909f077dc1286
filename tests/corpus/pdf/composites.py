# SPDX-License-Identifier: MIT
"""Composite fonts: programs by number, maps that say much, little or nothing, codes of uneven length."""

from __future__ import annotations

from typing import Any

from pikepdf import Dictionary, Name, Stream

from tests.corpus.pdf.letterforms import (
    coded,
    composite,
    descriptor,
    keyed_cff,
    letters_of,
    opentype,
    showing,
)
from tests.corpus.pdf.recipes import STOPPED, Made, Surface, Words, maker, opened
from tests.corpus.pdf.sheets import saved, to_unicode, truetype


def _page(words: Words, shown: bytes) -> tuple[Any, Any]:
    return opened(words, showing(shown))


def _truetype(pdf: Any, letters: str, *, honest: bool = False) -> Any:
    return descriptor(pdf, "/FontFile2", truetype(letters, honest=honest))


def _written(words: Words, said: Any, *, text: str | None = None, **facts: Any) -> Made:
    """A TrueType program under Identity; `said` gives the map for the letters."""
    shown = text or words.line
    letters = letters_of(shown)
    pdf, page = _page(words, coded(shown, letters, size=2))
    mapped = to_unicode(pdf, said(letters)) if said else None
    font = composite(
        pdf,
        "/CIDFontType2",
        _truetype(pdf, letters),
        Name("/Identity-H"),
        ToUnicode=mapped,
        CIDToGIDMap=Name.Identity,
    )
    page.Resources.Font["/F2"] = font
    return saved(pdf), facts or {"also": (words.after,)}


def _plainly(letters: str) -> dict[int, str]:
    return dict(enumerate(letters, 1))


@maker(Surface.COMPOSITE)
def identity_with_a_map(words: Words) -> Made:
    return _written(words, _plainly)


@maker(Surface.COMPOSITE)
def identity_without_a_map(words: Words) -> Made:
    """The program says nothing of letters either."""
    return _written(words, None, expect=STOPPED)


@maker(Surface.COMPOSITE)
def a_map_with_holes(words: Words) -> Made:
    """The letters of the name alone are not in the map."""
    return _written(
        words, lambda letters: {code: each for code, each in _plainly(letters).items() if each not in words.last},
        expect=STOPPED,
    )  # fmt: skip


@maker(Surface.COMPOSITE)
def a_map_into_private_use(words: Words) -> Made:
    return _written(
        words, lambda letters: {code: chr(0xE000 + code) for code in _plainly(letters)}, expect=STOPPED
    )


@maker(Surface.COMPOSITE)
def one_code_for_the_name(words: Words) -> Made:
    """A single glyph that is said to be the whole name."""
    before, after = f"{words.before} ", f" {words.after}"
    text = f"{before}@{after}"
    return _written(
        words, lambda letters: {**_plainly(letters), letters.index("@") + 1: words.last}, text=text
    )


@maker(Surface.LETTERS)
def ligatures_by_the_map(words: Words) -> Made:
    """Two or three letters of the name are one glyph."""
    start, middle, end = words.last[:3], words.last[3:6], words.last[6:]
    text = f"{words.before} {start}@{end} {words.after}"
    return _written(words, lambda letters: {**_plainly(letters), letters.index("@") + 1: middle}, text=text)


@maker(Surface.LETTERS)
def ligatures_of_the_block(words: Words) -> Made:
    """The sign for f and f and i."""
    name = f"Gri\ufb03n{words.last[-4:]}"
    text = f"{words.before} {name} {words.after}"
    made, _facts = _written(words, _plainly, text=text)
    return made, {"secrets": (name.replace("\ufb03", "ffi"),), "also": (words.after,)}


@maker(Surface.LETTERS)
def letters_in_two_parts(words: Words) -> Made:
    """Accents of their own, after the letter, as the map says them."""
    name = f"{words.last[:3]}e\u0301{words.last[4:]}"
    made, _facts = _written(words, _plainly, text=f"{words.before} {name} {words.after}")
    return made, {"secrets": (f"{words.last[:3]}é{words.last[4:]}",), "also": (words.after,)}


@maker(Surface.LETTERS)
def signs_without_width(words: Words) -> Made:
    name = "\u200b".join((words.last[:3], words.last[3:5] + "\u2060", words.last[5:]))
    made, _facts = _written(words, _plainly, text=f"{words.before} {name} {words.after}")
    return made, {"also": (words.after,)}


@maker(Surface.LETTERS)
def letters_of_other_scripts(words: Words) -> Made:
    """Cyrillic letters that look as Latin ones."""
    name = words.last.translate(str.maketrans("eaoc", "еаос"))
    made, _facts = _written(words, _plainly, text=f"{words.before} {name} {words.after}")
    return made, {"also": (words.after,)}


@maker(Surface.LETTERS)
def from_right_to_left(words: Words) -> Made:
    """Letters written backwards between the signs that turn them."""
    name = f"\u202e{words.last[::-1]}\u202c"
    made, _facts = _written(words, _plainly, text=f"{words.before} {name} {words.after}")
    return made, {"also": (words.after,)}


@maker(Surface.LETTERS)
def wide_letters(words: Words) -> Made:
    name = "".join(chr(ord(each) + 0xFEE0) if each.isascii() else each for each in words.last)
    made, _facts = _written(words, _plainly, text=f"{words.before} {name} {words.after}")
    return made, {"also": (words.after,)}


@maker(Surface.LETTERS)
def mathematical_letters(words: Words) -> Made:
    small = {chr(97 + at): chr(0x1D41A + at) for at in range(26)}
    name = "".join(small.get(each, each) for each in words.last)
    made, _facts = _written(words, _plainly, text=f"{words.before} {name} {words.after}")
    return made, {"also": (words.after,)}


@maker(Surface.LETTERS)
def blanks_of_every_kind(words: Words) -> Made:
    name = f"{words.first}\u2009\u00a0{words.last}"
    made, _facts = _written(words, _plainly, text=f"{words.before} {name} {words.after}")
    return made, {"secrets": (words.full,), "also": (words.after,)}


@maker(Surface.COMPOSITE)
def ranges_in_the_map(words: Words) -> Made:
    """Codes are Unicode itself; the map has ranges and arrays; the program is reached by a table of its own."""
    letters = "".join(chr(code) for code in range(0x20, 0x100))
    pdf, page = _page(words, b"<" + words.line.encode("utf-16-be").hex().encode() + b">")
    ranges = b"2 beginbfrange <0020> <007F> <0020> <0080> <00FF> ["
    ranges += b" ".join(f"<{code:04X}>".encode() for code in range(0x80, 0x100)) + b"] endbfrange"
    body = b"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange " + ranges + b" endcmap"
    table = b"".join(max(0, code - 0x1F).to_bytes(2, "big") for code in range(0x100))
    page.Resources.Font["/F2"] = composite(
        pdf, "/CIDFontType2", _truetype(pdf, letters), Name("/Identity-H"), ToUnicode=pdf.make_indirect(Stream(pdf, body)),
        CIDToGIDMap=pdf.make_indirect(Stream(pdf, table)),
    )  # fmt: skip
    return saved(pdf), {"also": (words.after,)}


@maker(Surface.COMPOSITE)
def codes_by_an_embedded_map(words: Words) -> Made:
    """One byte for small codes, two for others; the map is in the file."""
    letters = letters_of(words.line)
    body = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 1 def\n"
        "2 begincodespacerange <00> <7F> <8000> <FFFF> endcodespacerange\n"
        "2 begincidrange <01> <7F> 1 <8001> <80FF> 1 endcidrange endcmap end end"
    )
    half = len(words.line) // 2
    shown = (
        coded(words.line[:half], letters)[:-1] + coded(words.line[half:], letters, size=2, first=0x8001)[1:]
    )
    pdf, page = _page(words, shown)
    encoding = pdf.make_indirect(
        Stream(pdf, body.encode(), Dictionary(Type=Name.CMap, CMapName=Name(f"/{words.last}")))
    )
    said = "2 beginbfrange\n" + "".join(
        f"<{code:02x}> <{code:02x}> <{ord(each):04x}>\n<{0x8000 + code:04x}> <{0x8000 + code:04x}> <{ord(each):04x}>\n"
        for code, each in enumerate(letters, 1)
    )
    head = "begincmap 2 begincodespacerange <00> <7F> <8000> <FFFF> endcodespacerange\n"
    mapped = pdf.make_indirect(Stream(pdf, f"{head}{said}endbfrange endcmap".encode()))
    page.Resources.Font["/F2"] = composite(
        pdf, "/CIDFontType2", _truetype(pdf, letters), encoding, ToUnicode=mapped, CIDToGIDMap=Name.Identity
    )
    return saved(pdf), {"keep": ()}


@maker(Surface.COMPOSITE)
def written_downwards(words: Words) -> Made:
    """Vertical writing becomes a picture."""
    letters = letters_of(words.line)
    pdf, page = opened(
        words, f"BT /F2 12 Tf 300 700 Td {coded(words.line, letters, size=2).decode()} Tj ET".encode()
    )
    said = to_unicode(pdf, _plainly(letters))
    page.Resources.Font["/F2"] = composite(
        pdf,
        "/CIDFontType2",
        _truetype(pdf, letters),
        Name("/Identity-V"),
        ToUnicode=said,
        CIDToGIDMap=Name.Identity,
    )
    return saved(pdf), {"keep": ()}


@maker(Surface.COMPOSITE)
def cff_by_number(words: Words) -> Made:
    letters = letters_of(words.line)
    pdf, page = _page(words, coded(words.line, letters, size=2))
    described = descriptor(pdf, "/FontFile3", keyed_cff(letters), Kind="/CIDFontType0C")
    said = to_unicode(pdf, _plainly(letters))
    page.Resources.Font["/F2"] = composite(
        pdf, "/CIDFontType0", described, Name("/Identity-H"), ToUnicode=said
    )
    return saved(pdf), {"also": (words.after,)}


@maker(Surface.COMPOSITE)
def opentype_by_number(words: Words) -> Made:
    letters = letters_of(words.line)
    pdf, page = _page(words, coded(words.line, letters, size=2))
    described = descriptor(pdf, "/FontFile3", opentype(letters), Kind="/OpenType")
    said = to_unicode(pdf, _plainly(letters))
    page.Resources.Font["/F2"] = composite(
        pdf, "/CIDFontType0", described, Name("/Identity-H"), ToUnicode=said
    )
    return saved(pdf), {"also": (words.after,)}


@maker(Surface.COMPOSITE)
def known_by_the_program(words: Words) -> Made:
    """No map, but the program says which glyph is which letter."""
    letters = letters_of(words.line)
    pdf, page = _page(words, coded(words.line, letters, size=2))
    described = _truetype(pdf, letters, honest=True)
    page.Resources.Font["/F2"] = composite(
        pdf, "/CIDFontType2", described, Name("/Identity-H"), CIDToGIDMap=Name.Identity
    )
    return saved(pdf), {"also": (words.after,)}
