# SPDX-License-Identifier: MIT
"""What stands around the pages of a copy: bookmarks and links that are clean, title, language, nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

import pikepdf

from reviewer.documents.pdf.geometry import Rect, normal, touches
from reviewer.documents.pdf.source import PdfSource
from reviewer.documents.pdf.strings import link_uri, string_of
from reviewer.documents.pdf.trees import bookmarks, listed, name_tree
from reviewer.documents.uris import in_ascii
from reviewer.redaction.pdf.resources import Unsupported, plain_value
from reviewer.redaction.plan import Plan

_WEB = re.compile(r"https?://[^\s<>\"\\^`{|}\x00-\x20\x7f-\U0010ffff]{1,2000}$")
_FITS = {"/XYZ", "/Fit", "/FitH", "/FitV", "/FitB", "/FitBH", "/FitBV", "/FitR"}
Pages = dict[tuple[int, int], Any]


def cleaned(plan: Plan, story: str | None, text: str) -> str | None:
    """A text with its removals replaced by their labels; None when it must not be in the copy or was never decided."""
    if story is None or story in plan.left_out:
        return None
    pieces: list[str] = []
    at = 0
    for removal in plan.removals.get(story, ()):
        pieces += [text[at : removal.start], removal.label]
        at = removal.end
    return "".join([*pieces, text[at:]])


class _Place(NamedTuple):
    """A page of the source by its id, how it is shown, and the numbers that go with that."""

    page: tuple[int, int]
    fit: str
    given: list[Any]


class Destinations:
    """Leads a destination of the source to a page of the copy."""

    def __init__(self, source: PdfSource, pages: Pages) -> None:
        root = source.pdf.Root
        self._pages = pages
        self._names: dict[str, _Place] = {}
        group = root.get("/Names")
        if isinstance(group, pikepdf.Dictionary):
            for name, value in name_tree(group.get("/Dests"), source.path):
                self._name(name, value)
        if isinstance(root.get("/Dests"), pikepdf.Dictionary):
            for name, value in root.Dests.items():
                self._name(name[1:], value)

    def _name(self, name: str, value: Any) -> None:
        """Keep what a name stands for: the objects that say it live no longer than the handle of the source."""
        self._names.pop(name, None)
        place = _place(value)
        if place is not None:
            self._names[name] = place

    def of(self, holder: Any) -> Any:
        """The destination of a bookmark or a link, or None."""
        action = holder.get("/A")
        value = holder.get("/Dest")
        if value is None and isinstance(action, pikepdf.Dictionary) and str(action.get("/S")) == "/GoTo":
            value = action.get("/D")
        if isinstance(value, pikepdf.String):
            place = self._names.get(string_of(value))
        elif isinstance(value, pikepdf.Name):
            place = self._names.get(str(value)[1:])
        else:
            place = _place(value)
        page = self._pages.get(place.page) if place is not None else None
        if place is None or page is None:
            return None
        return pikepdf.Array([page, *_shown(place.fit, place.given)])


def _place(value: Any) -> _Place | None:
    """What a destination says; None where it is not of the form that it should be."""
    if isinstance(value, pikepdf.Dictionary):
        value = value.get("/D")
    if not isinstance(value, pikepdf.Array) or len(value) < 2 or not isinstance(value[0], pikepdf.Dictionary):
        return None
    fit = str(value[1])
    if fit not in _FITS:
        return None
    try:
        items: list[Any] = list(value)[2:6]
        return _Place(value[0].objgen, fit, [None if each is None else plain_value(each) for each in items])
    except Unsupported:
        return _Place(value[0].objgen, fit, [])


def _shown(fit: str, given: list[Any]) -> list[Any]:
    """How a destination is shown, without its places across the page: they tell where in its line a word began."""
    match fit:
        case "/XYZ":
            return [pikepdf.Name.XYZ, None, *(given[1:3] if len(given) > 2 else (None, None))]
        case "/FitR":
            return [pikepdf.Name.XYZ, None, given[3] if len(given) > 3 else None, None]
        case "/FitH" | "/FitBH":
            return [pikepdf.Name(fit), given[0] if given else None]
        case "/FitV":
            return [pikepdf.Name.Fit]
        case "/FitBV":
            return [pikepdf.Name.FitB]
        case _:
            return [pikepdf.Name(fit)]


def write_outline(source: PdfSource, plan: Plan, new: pikepdf.Pdf, destinations: Destinations) -> None:
    """The bookmarks with their decided titles."""
    root = new.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Outlines))
    path: list[tuple[int, Any]] = [(-1, root)]
    last: dict[int, Any] = {}
    count = 0
    for index, (item, depth) in enumerate(bookmarks(source.pdf.Root, source.path)):
        title = cleaned(plan, source.stories_of.get(("bookmark", index)), string_of(item.get("/Title")))
        if not title:
            continue
        while path[-1][0] >= depth:
            path.pop()
        parent = path[-1][1]
        entry = new.make_indirect(pikepdf.Dictionary(Title=pikepdf.String(title), Parent=parent))
        target = destinations.of(item)
        if target is not None:
            entry["/Dest"] = target
        key = parent.objgen[0]
        if key in last:
            last[key]["/Next"], entry["/Prev"] = entry, last[key]
        else:
            parent["/First"] = entry
        parent["/Last"] = last[key] = entry
        path.append((depth, entry))
        count += 1
    if count:
        _count_open(root)
        new.Root["/Outlines"] = root


def _count_open(root: Any) -> None:
    """All levels below the first are closed."""
    stack = [(root, True)]
    while stack:
        node, is_root = stack.pop()
        kids, child = 0, node.get("/First")
        while child is not None:
            kids += 1
            stack.append((child, False))
            child = child.get("/Next")
        if kids:
            node["/Count"] = kids if is_root else -kids


def write_links(
    source: PdfSource, plan: Plan, new: pikepdf.Pdf, destinations: Destinations, number: int, avoid: Sequence[Rect],
) -> tuple[list[Any], dict[tuple[int, int], Any], int]:  # fmt: skip
    """The links of a page that are clean: new annotations, by the old ones' ids, and how many were lost.

    A link over a line that was set anew goes: its rectangle would tell how wide the old text was.
    """
    made: list[Any] = []
    by_old: dict[tuple[int, int], Any] = {}
    lost = 0
    for index, annotation in enumerate(listed(source.page(number).obj.get("/Annots"))):
        if str(annotation.get("/Subtype", "")) != "/Link":
            continue
        values = _link_values(source, plan, annotation, destinations, number, index)
        rect = _rect(annotation)
        if values is None or rect is None or any(touches(rect, each) for each in avoid):
            lost += 1
            continue
        values["/Type"], values["/Subtype"] = pikepdf.Name.Annot, pikepdf.Name.Link
        values["/Rect"], values["/Border"] = pikepdf.Array([*rect]), pikepdf.Array([0, 0, 0])
        values["/F"] = 4
        link = new.make_indirect(values)
        made.append(link)
        if annotation.objgen != (0, 0):
            by_old[annotation.objgen] = link
    return made, by_old, lost


def _rect(annotation: Any) -> Rect | None:
    try:
        return normal(annotation["/Rect"])
    except (ValueError, KeyError, TypeError):
        return None


def _link_values(
    source: PdfSource, plan: Plan, annotation: Any, destinations: Destinations, number: int, index: int
) -> Any:
    uri = link_uri(annotation)
    if uri:
        story = source.stories_of.get(("link", number, index))
        if story is None or story in plan.left_out or plan.removals.get(story) or not _WEB.match(uri):
            return None
        return pikepdf.Dictionary(A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(in_ascii(uri))))
    target = destinations.of(annotation)
    return None if target is None else pikepdf.Dictionary(Dest=target)


def write_properties(plan: Plan, new: pikepdf.Pdf) -> None:
    """The only properties of a copy: the title and the language that a person set."""
    new.Root["/Lang"] = pikepdf.String(f"{plan.language}-CA")
    new.Root["/ViewerPreferences"] = pikepdf.Dictionary(DisplayDocTitle=True)
    new.trailer["/Info"] = new.make_indirect(pikepdf.Dictionary(Title=pikepdf.String(plan.title)))
    packet = _PACKET.format(title=escape(plan.title), language=f"{plan.language}-CA")
    metadata = pikepdf.Stream(new, packet.encode())
    metadata["/Type"], metadata["/Subtype"] = pikepdf.Name.Metadata, pikepdf.Name.XML
    new.Root["/Metadata"] = new.make_indirect(metadata)


_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
