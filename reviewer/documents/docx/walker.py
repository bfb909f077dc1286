# SPDX-License-Identifier: MIT
"""Walks blocks and tables, paragraph after paragraph; what stands in a paragraph is read by `runs`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from lxml.etree import _Element as Element

from reviewer.documents.docx import graphics, names
from reviewer.documents.docx.boxes import box_grounds
from reviewer.documents.docx.drafts import Draft, Reading
from reviewer.documents.docx.faint import Eye, Setting
from reviewer.documents.docx.flow import OUT, Flow, unsupported
from reviewer.documents.docx.markup import (
    Mode,
    cell_mode,
    child,
    drops_cap,
    joins_next,
    row_mode,
    shown_blocks,
    unwrapped,
    value,
)
from reviewer.documents.docx.names import w
from reviewer.documents.docx.objects import read_chunk
from reviewer.documents.docx.runs import RunReader
from reviewer.documents.docx.styles import StyleSheet
from reviewer.model.document import StoryKind


class Walker:
    """Fills a Reading from the block content of parts."""

    def __init__(self, reading: Reading, styles: StyleSheet, eye: Eye) -> None:
        self._reading = reading
        self._eye = eye
        self._runs = RunReader(reading, styles, eye, self._box)

    def story(
        self,
        container: Element,
        draft: Draft,
        place: str,
        mode: Mode = Mode.VISIBLE,
        setting: Setting | None = None,
    ) -> None:
        """Read one container of blocks as a story. Raises UnsupportedContent for what no writer treats safely."""
        flow = Flow(draft.part, place, draft, mode, setting or Setting(grounds=(self._eye.paper,)))
        self._blocks(container, flow)
        if flow.fields.open or flow.deleted_fields.open:
            raise unsupported(self._reading, "field without end", flow)

    def _blocks(self, container: Element, flow: Flow) -> None:
        listed = shown_blocks(container, flow.mode)
        places = {block: index for index, (block, _mode) in enumerate(listed)}
        for block, mode in unwrapped(container, flow.mode):
            index = places.get(block, 0)
            if index and not (joins_next(listed, index - 1) or drops_cap(listed[index - 1][0])):
                flow.draft.separate("\n")
            inner = flow.within(mode)
            if block.tag == names.P:
                self._paragraph(block, inner)
            elif block.tag == names.TABLE:
                self._table(block, inner)
            elif block.tag in {w("altChunk"), w("subDoc")}:
                read_chunk(self._reading, block, inner)
            elif block.tag not in names.UNSEEN:
                self._runs.inline(block, inner)

    def _paragraph(self, paragraph: Element, flow: Flow) -> None:
        properties = child(paragraph, names.PPR)
        style = value(properties, w("pStyle"))
        shade = self._eye.shade_of(properties, style)
        away = flow.setting.away or self._eye.is_away(properties)
        setting = replace(flow.setting, style=style, shade=shade, away=away)
        self._runs.children(paragraph, replace(flow, setting=setting))

    def _table(self, table: Element, flow: Flow) -> None:
        properties = child(table, names.TBLPR)
        for name in ("tblCaption", "tblDescription"):
            text = child(properties, w(name))
            if text is not None and (text.get(names.VAL) or "").strip() and flow.mode is Mode.VISIBLE:
                graphics.alternative_text(self._reading, text, names.VAL, flow)
        setting = replace(flow.setting, table=value(properties, w("tblStyle")), shade=None)
        rows = len(list(table.iterchildren(names.ROW)))
        listed = self._members(table, names.ROW, replace(flow, setting=setting), row_mode, "\n")
        for at, (row, where) in enumerate(listed):
            cells = len(list(row.iterchildren(names.CELL)))
            for column, (cell, place) in enumerate(self._members(row, names.CELL, where, cell_mode, "\t")):
                size = (at, column, rows, cells)
                grounds = self._eye.cell_grounds(cell, table, flow.setting.grounds, size)
                self._blocks(cell, replace(place, setting=replace(setting, grounds=grounds)))

    def _members(
        self,
        container: Element,
        tag: str,
        flow: Flow,
        mode_of: Callable[[Element, Mode], Mode],
        separator: str,
    ) -> Iterator[tuple[Element, Flow]]:
        """The rows of a table or the cells of a row, each with its place; what is not shown has a story of its own."""
        written = False
        for member, mode in unwrapped(container, flow.mode):
            if member.tag in names.UNSEEN:
                continue
            if member.tag != tag:
                self._runs.unknown(member, flow)
                continue
            shown = mode_of(member, mode)
            if shown is not flow.mode:
                yield member, self._aside(member, flow, shown)
                continue
            if written:
                flow.draft.separate(separator)
            written = True
            yield member, flow

    def _aside(self, element: Element, flow: Flow, mode: Mode) -> Flow:
        """A story of its own for a whole row or cell that is not shown."""
        self._reading.dropped.add(element)
        draft = self._reading.begin(OUT[mode], flow.part, flow.place, visible=False)
        return replace(flow, draft=draft, mode=mode)

    def _box(self, content: Element, where: Flow) -> None:
        kind = OUT.get(where.mode, StoryKind.TEXT_BOX)
        draft = self._reading.begin(kind, where.part, where.place, visible=kind is StoryKind.TEXT_BOX)
        grounds = box_grounds(content, where.setting.grounds, self._eye.theme)
        self.story(content, draft, where.place, where.mode, Setting(grounds=grounds, away=where.setting.away))
