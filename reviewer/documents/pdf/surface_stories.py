# SPDX-License-Identifier: MIT
"""Makes a story of each text that a PDF file carries beside its pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewer.documents.pdf import carried, surfaces
from reviewer.documents.pdf.source import PdfSource
from reviewer.documents.pdf.surface import Surface
from reviewer.model.document import Story, StoryKind


def surfaces_of(source: PdfSource) -> Iterator[Surface]:
    """All of them, one by one, in the order in which they are numbered."""
    path = source.path
    for number, page in enumerate(source.pages(), 1):
        yield from surfaces.notes_and_links(page.obj, number)
    yield from surfaces.fields(source.pdf.Root, path)
    yield from surfaces.outline_texts(source.pdf.Root, path)
    yield from surfaces.names(source.pdf.Root, path)
    yield from carried.attachments(source.pdf.Root, source.pages(), path)
    yield from carried.properties(source.pdf)
    yield from surfaces.structure_texts(source.handle, path)
    yield from carried.scripts(source.pdf.Root, source.pages(), path)
    for index, name in enumerate(source.layers.names):
        yield Surface(StoryKind.LAYER, name, ("layer", index))


def surface_stories(source: PdfSource, found: Iterable[Surface]) -> Iterator[Story]:
    """Ids: the kind, the page or part, and a number within them."""
    counts: dict[str, int] = {}
    for surface in found:
        part = surface.part or (f"p{surface.page}" if surface.page else "")
        stem = f"{surface.kind}:{part}" if part else str(surface.kind)
        counts[stem] = counts.get(stem, 0) + 1
        identity = stem if surface.part and counts[stem] == 1 else f"{stem}:{counts[stem]}"
        source.stories_of[surface.reference] = identity
        visible = surface.kind in {StoryKind.BOOKMARK, StoryKind.ANNOTATION, StoryKind.FORM_FIELD}
        yield Story(identity, surface.kind, surface.text, surface.page, visible=visible)
