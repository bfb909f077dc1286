# SPDX-License-Identifier: MIT
"""Every object of a PDF, reachable or not: its strings and names, with the story that each belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reviewer.model.document import StoryKind
from reviewer.verification import pdf_vocabulary as words
from reviewer.verification.extractors.pdf_syntax import Sort, Token, letters_of_numbers, readings_of, tokens
from reviewer.verification.folding import fold
from reviewer.verification.pdf_standard import COLLECTION, STANDARD_NAMES
from reviewer.verification.surface import ANYWHERE, Depth, Surface

Value = Token | list["Value"] | dict[str, "Value"]

IN_OBJECTS = (
    StoryKind.STRUCTURE_TEXT,
    StoryKind.ALT_TEXT,
    StoryKind.BOOKMARK,
    StoryKind.LINK_TARGET,
    StoryKind.ANNOTATION,
    StoryKind.PAGE_LABEL,
)
"""Stories whose text is in objects and not in what a page draws."""

_FEWEST = 6
"""Fewer numbers are no word that could be told from chance."""
_STRUCTURE_KEYS = frozenset({"Alt", "ActualText", "E", "T", "Lang"})


def parse(data: bytes) -> Value:
    """One object, as qpdf writes it out. A reference becomes one word, "12 0 R"."""
    stack: list[list[Value]] = [[]]
    for token in tokens(data):
        if token.sort is Sort.MARK and token.value in {b"<<", b"["}:
            stack.append([])
        elif token.sort is Sort.MARK and len(stack) > 1:
            items = stack.pop()
            stack[-1].append(_pairs(items) if token.value == b">>" else items)
        elif token.sort is Sort.WORD and token.value == b"R" and len(stack[-1]) > 1:
            generation, number = stack[-1].pop(), stack[-1].pop()
            stack[-1].append(Token(Sort.WORD, b"%s %s R" % (_plain(number), _plain(generation))))
        else:
            stack[-1].append(token)
    return stack[0][0] if stack[0] else []


def _plain(value: Value) -> bytes:
    return value.value if isinstance(value, Token) else b"0"


def _pairs(items: list[Value]) -> dict[str, Value]:
    return {_plain(key).decode("latin-1"): value for key, value in zip(items[::2], items[1::2], strict=False)}


def references(value: Value) -> Iterator[int]:
    """The numbers of the objects that a value refers to."""
    match value:
        case Token(Sort.WORD, raw) if raw.endswith(b" R"):
            yield int(raw.split()[0])
        case dict():
            for each in value.values():
                yield from references(each)
        case list():
            for each in value:
                yield from references(each)


def dictionaries(value: Value) -> Iterator[Mapping[str, Value]]:
    """Every dictionary in a value, the value itself among them."""
    match value:
        case dict():
            yield value
            for each in value.values():
                yield from dictionaries(each)
        case list():
            for each in value:
                yield from dictionaries(each)


def name_of(value: Value | None) -> str:
    """A name's text, or nothing."""
    match value:
        case Token(Sort.NAME, raw):
            return raw.decode("latin-1")
    return ""


@dataclass(slots=True)
class ObjectReader:
    """Strings and names of objects; each distinct name is handed out once for the whole file."""

    names: set[bytes]

    def read(self, value: Value, number: int, page: int | None) -> Iterator[Surface]:
        """The surfaces of one object. `page` is the page that the object belongs to, when it is known."""
        yield from self._strings(value, f"object:{number}", page, "", {})

    def _strings(
        self, value: Value, place: str, page: int | None, key: str, owner: Mapping[str, Value]
    ) -> Iterator[Surface]:
        match value:
            case dict():
                for inner_key, each in value.items():
                    yield from self._name(inner_key.encode("latin-1"), place)
                    yield from self._strings(each, place, page, inner_key, value)
            case list():
                for each in value:
                    yield from self._strings(each, place, page, key, owner)
                numbers = [each.value for each in value if isinstance(each, Token) and each.value.isdigit()]
                if len(numbers) >= _FEWEST:
                    spelled = letters_of_numbers(numbers)
                    yield Surface("objects.numbers", f"{place}:numbers", spelled, depth=Depth.BINARY)
            case Token(Sort.NAME, raw):
                yield from self._name(raw, place)
            case Token(Sort.STRING, raw) if raw not in COLLECTION.get(key, ()):
                where = f"{place}:{key}" if key in words.KNOWN_KEYS else place
                kinds = _kinds(key, owner)
                for number, text in enumerate(readings_of(raw)):
                    yield Surface(f"objects.{number}", where, text, kinds, page)

    def _name(self, raw: bytes, place: str) -> Iterator[Surface]:
        if raw not in self.names:
            self.names.add(raw)
            text = raw.decode("utf-8", "replace")
            if raw not in STANDARD_NAMES and fold(text) not in words.VOCABULARY:
                yield Surface("objects.names", f"{place}:name", text, depth=Depth.NAMES)


def _kinds(key: str, owner: Mapping[str, Value]) -> tuple[StoryKind, ...]:
    """The story a string belongs to; a string outside all stories is never excused."""
    if key in _STRUCTURE_KEYS and "S" in owner and "P" in owner:
        return (StoryKind.STRUCTURE_TEXT, StoryKind.ALT_TEXT)
    if key == "Title" and "Parent" in owner:
        return (StoryKind.BOOKMARK,)
    if key == "URI":
        return (StoryKind.LINK_TARGET, StoryKind.ANNOTATION)
    if key == "Contents" and "Subtype" in owner:
        return (StoryKind.ANNOTATION,)
    if key == "P" and owner.keys() <= {"P", "S", "St", "Type"}:
        return (StoryKind.PAGE_LABEL,)
    return ANYWHERE
