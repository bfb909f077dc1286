# SPDX-License-Identifier: MIT
"""Which streams of a PDF draw text, on which page, with which fonts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from reviewer.verification.extractors.pdf_fonts import Font, read_font

_MAX_DEPTH = 40


@dataclass(frozen=True, slots=True)
class Content:
    """One unit of drawing: the streams that make it up, in order, its fonts and pictures by resource name."""

    streams: tuple[Object, ...]
    fonts: Mapping[str, Font]
    page: int
    pictures: Mapping[str, int]

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers of its streams."""
        return frozenset(stream.objgen[0] for stream in self.streams)


class ContentFinder:
    """Walks pages and whatever they draw; each form, pattern and glyph procedure once, on its first page."""

    def __init__(self) -> None:
        self.fonts: dict[int, Font] = {}
        self._visited: set[int] = set()

    def of_page(self, pdf: Pdf, number: int) -> Iterator[Content]:
        """The contents of one page, from 1."""
        page = pdf.pages[number - 1].obj
        contents = page.get("/Contents")
        streams = tuple(contents) if isinstance(contents, Array) else (contents,)
        resources = _inherited(page, "/Resources")
        fonts = self._fonts(resources)
        yield Content(
            tuple(each for each in streams if isinstance(each, Stream)), fonts, number, _pictures(resources)
        )
        yield from self._inside(resources, fonts, number, 0)
        for annotation in page.get("/Annots") or ():
            yield from self._appearances(annotation.get("/AP"), fonts, number, 0)

    def _appearances(
        self, value: Object | None, fonts: Mapping[str, Font], number: int, depth: int
    ) -> Iterator[Content]:
        if isinstance(value, Stream):
            yield from self._form(value, fonts, number, depth)
        elif isinstance(value, Dictionary) and depth < 3:
            for each in value.values():
                yield from self._appearances(each, fonts, number, depth + 1)

    def _inside(
        self, resources: Object | None, fonts: Mapping[str, Font], number: int, depth: int
    ) -> Iterator[Content]:
        """Everything that the resources can draw."""
        for value in _drawing(resources):
            yield from self._form(value, fonts, number, depth)

    def _form(self, stream: Object, outer: Mapping[str, Font], number: int, depth: int) -> Iterator[Content]:
        if stream.objgen[0] in self._visited or depth > _MAX_DEPTH:
            return
        self._visited.add(stream.objgen[0])
        resources = stream.get("/Resources")
        fonts = {**outer, **self._fonts(resources)}
        yield Content((stream,), fonts, number, _pictures(resources))
        yield from self._inside(resources, fonts, number, depth + 1)

    def _fonts(self, resources: Object | None) -> dict[str, Font]:
        found: dict[str, Font] = {}
        for key, font in _entries(resources, "/Font"):
            number = font.objgen[0]
            if number not in self.fonts or not number:
                self.fonts[number] = read_font(font)
            found[key] = self.fonts[number]
        return found


def _inherited(page: Object, key: str) -> Object | None:
    """A page's own value, else that of the nearest node above it."""
    node: Object | None = page
    seen: set[tuple[int, int]] = set()
    while node is not None and node.objgen not in seen and key not in node:
        seen.add(node.objgen)
        node = node.get("/Parent")
    return None if node is None else node.get(key)


def _entries(resources: Object | None, key: str) -> Iterator[tuple[str, Object]]:
    group = resources.get(key) if isinstance(resources, Dictionary) else None
    for name, value in group.items() if isinstance(group, Dictionary) else ():
        if isinstance(value, Dictionary | Stream):
            yield name, value


def _pictures(resources: Object | None) -> dict[str, int]:
    """The numbers of the images of a resource dictionary."""
    return {
        name: value.objgen[0]
        for name, value in _entries(resources, "/XObject")
        if value.get("/Subtype") == Name.Image
    }


def _drawing(resources: Object | None) -> Iterator[Object]:
    """Forms, tiling patterns, soft masks and glyph procedures of a resource dictionary."""
    candidates = [
        *(value for _, value in _entries(resources, "/XObject") if value.get("/Subtype") == Name("/Form")),
        *(value for _, value in _entries(resources, "/Pattern")),
        *(mask.get("/G") for _, state in _entries(resources, "/ExtGState") for mask in _masks(state)),
        *(value for _, font in _entries(resources, "/Font") for _, value in _entries(font, "/CharProcs")),
    ]
    return (each for each in candidates if isinstance(each, Stream))


def _masks(state: Object) -> Iterator[Object]:
    return (each for each in (state.get("/SMask"),) if isinstance(each, Dictionary))
