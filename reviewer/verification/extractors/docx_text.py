# SPDX-License-Identifier: MIT
"""The running text of one DOCX part, in two joins: as a reader sees it, and with nothing between its pieces."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from reviewer.model.document import StoryKind
from reviewer.verification.docx_values import is_format_value
from reviewer.verification.docx_vocabulary import PAGE_FIELDS, VOCABULARY
from reviewer.verification.surface import Depth, Surface

_SIGNS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "fldChar": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
"""What some elements are in text. A field's border parts what it shows from what stands beside it."""

_AFTER = {"p": "\n", "tc": "\t", "tr": "\n", "rt": "\n", "rubyBase": "\n"}
"""What parts an element from the next one: text above a line and the text under it are two words."""
_SPOKEN = frozenset({"t", "delText"})
"""Elements whose text is the story's. Other text (a chart's values, what stands out of place) is a word of its own."""
_BOXES = frozenset({"txbxContent"})
_INSTRUCTIONS = frozenset({"instrText", "delInstrText"})
_PLACES = frozenset({"align", "posOffset"})
"""Elements whose text says where a drawing stands: a word of the format or a measure."""


class _Text:
    """Pieces of text of one story, of the boxes anchored in it, and of field instructions."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.boxes: list[_Text] = []
        self.instructions: list[str] = []


def is_element(node: object) -> bool:
    """Whether a node is an element, and no comment, instruction or entity: those have a function as their tag."""
    return isinstance(getattr(node, "tag", None), str)


def local_name(name: object) -> str:
    """An element's or attribute's name without its namespace."""
    return str(name).rpartition("}")[2]


def read_story(tree: etree._Element, kind: StoryKind, where: str) -> Iterator[Surface]:
    """The story of a part and each text box in it."""
    text = _Text()
    _collect(tree, text)
    yield from _views(text, kind, where)


def _views(text: _Text, kind: StoryKind, where: str) -> Iterator[Surface]:
    yield Surface("docx.text", where, "".join(text.pieces), (kind,))
    # A word cut by the border of a paragraph or cell is whole again here.
    joined = "".join(piece for piece in text.pieces if piece.strip())
    yield Surface("docx.joined", where, joined, (kind,))
    for name, between in (("fields", "\n"), ("fields.joined", "")):
        yield Surface(f"docx.{name}", f"{where}:field", between.join(text.instructions), depth=Depth.NAMES)
    for box in text.boxes:
        yield from _views(box, StoryKind.TEXT_BOX, f"{where}:box")


def _collect(element: etree._Element, text: _Text) -> None:
    tag = local_name(element.tag)
    if tag in _BOXES:
        text.boxes.append(_Text())
        _collect_inside(element, text.boxes[-1])
    elif tag in _INSTRUCTIONS:
        if (element.text or "").strip() not in PAGE_FIELDS:
            text.instructions.append(element.text or "")
    elif tag in _PLACES and not len(element):
        place = (element.text or "").strip()
        if place not in VOCABULARY and not is_format_value(place):
            text.instructions.append(place)
    else:
        text.pieces.append(_SIGNS.get(tag, ""))
        if tag == "sym":
            text.pieces.append(_symbol(element))
        _collect_inside(element, text)
        text.pieces.append(_AFTER.get(tag, ""))


def _collect_inside(element: etree._Element, text: _Text) -> None:
    spoken = local_name(element.tag) in _SPOKEN
    _add(element.text, text, spoken=spoken)
    for child in element:
        if is_element(child):
            _collect(child, text)
        _add(child.tail, text, spoken=spoken)


def _add(words: str | None, text: _Text, *, spoken: bool) -> None:
    """Blanks between elements are the file's layout, blanks in a text element are text."""
    if words and spoken:
        text.pieces.append(words)
    elif words and words.strip():
        text.pieces.extend(("\n", words, "\n"))


def _symbol(element: etree._Element) -> str:
    """A sign given by its number in a font; symbol fonts lie at F000 above the plain letters."""
    code = next((value for name, value in element.attrib.items() if str(name).endswith("}char")), "")
    try:
        number = int(str(code), 16)
    except ValueError:
        return ""
    return chr(number & 0xFF if 0xF000 <= number <= 0xF0FF else number) if number <= 0x10FFFF else ""
