# SPDX-License-Identifier: MIT
"""Text that is shown and that hardly anybody sees: in the colour of its ground, under 3 points, or off the page.

It knows fills and shadings. What a picture or another shape behind the text does to it, it does not know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from reviewer.documents.docx import names
from reviewer.documents.docx.colours import WHITE, Colour, Theme, alike, named, shading
from reviewer.documents.docx.markup import child, switched_on, value, whole_number
from reviewer.documents.docx.names import w

_LOOKS = frozenset(w(name) for name in ("rStyle", "color", "sz", "w", "highlight", "shd"))
"""Properties of a run that change how well it is seen."""
_TINIEST = 6
"""Half-points: 3 points."""
_NARROWEST = 10
"""Per cent of the usual width of letters."""
_LONGEST_CHAIN = 64
_BLACK: Colour = (0, 0, 0)
_LETTER = (12_240, 15_840)
Grounds = tuple[Colour, ...]
"""The colours that may lie behind text; none when it is not known."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds around a run: its paragraph's and table's styles, the ground, whether all of it is off the page."""

    style: str | None = None
    table: str | None = None
    shade: Colour | None = None
    grounds: Grounds = (WHITE,)
    away: bool = False


@dataclass
class Eye:
    """Says which text of one document can hardly be seen."""

    styles: Element | None
    theme: Theme
    pages: Sequence[tuple[int, int]] = (_LETTER,)
    paper: Colour = WHITE
    _rows: dict[str, Element] = field(default_factory=dict)
    _default: str | None = None
    _plain: dict[Setting, bool] = field(default_factory=dict)
    _found: dict[tuple[str, str | None, str | None, str | None], Element | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for style in () if self.styles is None else self.styles.iterchildren(w("style")):
            name = style.get(w("styleId"), "")
            self._rows[name] = style
            if style.get(w("type")) == "paragraph" and style.get(w("default"), "0") in {"1", "true", "on"}:
                self._default = name

    @property
    def width(self) -> int:
        """The widest page, in twentieths of a point."""
        return max(page[0] for page in self.pages)

    @property
    def height(self) -> int:
        """The highest page."""
        return max(page[1] for page in self.pages)

    def hardly_sees(self, run: Element, setting: Setting) -> bool:
        """Whether the text of a run can hardly be seen."""
        if setting.away:
            return True
        properties = child(run, names.RPR)
        own = {} if properties is None else {str(each.tag): each for each in properties if each.tag in _LOOKS}
        if own:
            return self._judges(own, setting)
        # most runs have no look of their own
        if setting not in self._plain:
            self._plain[setting] = self._judges(own, setting)
        return self._plain[setting]

    def _judges(self, own: dict[str, Element], setting: Setting) -> bool:
        def find(name: str) -> Element | None:
            found = own.get(w(name))
            return self._styled(name, value(own.get(w("rStyle"))), setting) if found is None else found

        return self._tiny(find) or self._blends(find, setting)

    def shade_of(self, paragraph: Element | None, style: str | None) -> Colour | None:
        """The shading of a paragraph, its own or its style's."""
        own = child(paragraph, w("shd"))
        if own is None:
            own = self._in_chain(style or self._default, names.PPR, w("shd"))
        return shading(own, self.theme)

    def is_away(self, paragraph: Element | None) -> bool:
        """Whether a paragraph is indented, or its frame placed, off the page."""
        indent, frame = child(paragraph, w("ind")), child(paragraph, w("framePr"))
        across = [_twips(indent, side) for side in ("left", "start")] + [_twips(frame, "x")]
        return any(abs(each) >= self.width for each in across) or abs(_twips(frame, "y")) >= self.height

    def cell_grounds(
        self, cell: Element, table: Element, around: Grounds, place: tuple[int, int, int, int]
    ) -> Grounds:
        """What lies behind the text of a cell; `place` is its row and column and how many there are of each."""
        own = shading(child(cell, names.TCPR, w("shd")), self.theme)
        if own is not None:
            return (own,)
        style = value(child(table, names.TBLPR), w("tblStyle"))
        fills = [shading(each, self.theme) for each in self._table_fills(style, place)]
        found = tuple(each for each in fills if each is not None)
        whole = shading(child(table, names.TBLPR, w("shd")), self.theme)
        return found or ((whole,) if whole is not None else around)

    def _styled(self, name: str, run_style: str | None, setting: Setting) -> Element | None:
        key = (name, run_style, setting.style, setting.table)
        if key not in self._found:
            styles = (run_style, setting.style or self._default, setting.table)
            found = (self._in_chain(each, names.RPR, w(name)) for each in styles)
            defaults = child(self.styles, w("docDefaults"), w("rPrDefault"), names.RPR, w(name))
            self._found[key] = next((each for each in found if each is not None), defaults)
        return self._found[key]

    def _in_chain(self, style: str | None, *path: str) -> Element | None:
        for row in self._chain(style):
            found = child(row, *path)
            if found is not None:
                return found
        return None

    def _chain(self, style: str | None) -> Iterator[Element]:
        for _ in range(_LONGEST_CHAIN):
            row = self._rows.get(style or "")
            if row is None:
                return
            yield row
            style = value(row, w("basedOn"))

    def _table_fills(self, style: str | None, place: tuple[int, int, int, int]) -> Iterator[Element]:
        """Every shading that a table's style may give to a cell in that place."""
        row, column, rows, columns = place
        parts = {"wholeTable", "band1Horz", "band2Horz", "band1Vert", "band2Vert"}
        parts |= {"firstRow"} if row == 0 else set()
        parts |= {"lastRow"} if row == rows - 1 else set()
        parts |= {"firstCol"} if column == 0 else set()
        parts |= {"lastCol"} if column == columns - 1 else set()
        for each in self._chain(style):
            holders = [each, *(p for p in each.iterchildren(w("tblStylePr")) if p.get(w("type")) in parts)]
            for holder in holders:
                for path in ((names.TCPR, w("shd")), (names.TBLPR, w("shd"))):
                    found = child(holder, *path)
                    if found is not None:
                        yield found

    @staticmethod
    def _tiny(find: Callable[[str], Element | None]) -> bool:
        size, scale = find("sz"), find("w")
        return 0 < _amount(size, _TINIEST) < _TINIEST or 0 < _amount(scale, 100) < _NARROWEST

    def _blends(self, find: Callable[[str], Element | None], setting: Setting) -> bool:
        colour = self.theme.of(find("color"), "val", "themeColor")
        highlight = named(value(find("highlight")))
        if highlight is not None:
            # Word does not change the colour of text for a highlight, as it does for a shading.
            return alike(colour or _BLACK, highlight)
        if colour is None:
            return False
        own = shading(find("shd"), self.theme)
        behind = own if own is not None else setting.shade
        grounds = setting.grounds if behind is None else (behind,)
        return bool(grounds) and all(alike(colour, each) for each in grounds)


def _amount(element: Element | None, usual: int) -> float:
    text = value(element) or ""
    try:
        return float(text.removesuffix("%").removesuffix("pt")) * (2 if text.endswith("pt") else 1)
    except ValueError:
        return usual


def _twips(element: Element | None, name: str) -> int:
    return (None if element is None else whole_number(element.get(w(name)))) or 0


def paper_of(document: Element, settings: Element | None, theme: Theme) -> Colour:
    """The colour of the pages, when the document says that it is shown."""
    shown = switched_on(child(settings, w("displayBackgroundShape")))
    colour = theme.of(child(document, w("background")), "color", "themeColor")
    return colour if shown and colour is not None else WHITE


def page_sizes(body: Element) -> tuple[tuple[int, int], ...]:
    """The sizes of the pages of all sections."""
    sizes = [(_twips(each, "w"), _twips(each, "h")) for each in body.iter(w("pgSz"))]
    return tuple((across, down) for across, down in sizes if across > 0 and down > 0) or (_LETTER,)
