# SPDX-License-Identifier: MIT
"""Decides for each page whether its text is what it shows, with OCR where there is a reason to doubt it.

Only doubtful pages are looked at, and no more than a ceiling of them: a font is believed once enough of its words were
seen to be right. Each letter and digit of an embedded font is compared with what its sign looks like elsewhere; a digit
that is plainly another one needs no OCR. What it does not promise: letters of one shape (C and c, l and I) that are
swapped are not noticed, nor is any letter where tesseract is not installed, save what the fonts themselves contradict.
"""

from __future__ import annotations

from typing import Any

from reviewer.documents import ocr
from reviewer.documents.pdf.doubts import Doubt, Why, doubts
from reviewer.documents.pdf.geometry import Rect
from reviewer.documents.pdf.layout import PageText
from reviewer.documents.pdf.looking import Seen, compare, letters, look, told_apart
from reviewer.documents.pdf.shapes import Shapes
from reviewer.documents.pdf.views import PageView

MOST_LOOKS = 24
"""Pages of one document that are looked at because of a mere doubt; of one that lied before, MOST_READ more."""
MOST_READ = 120
"""Pages of one document that are read by OCR because nothing else reads them, or because others of it lied."""
_PROSE = 3
_SURE = 60.0
_WORD = 3

Letters = list[tuple[str, Rect | None]]


class Trust:
    """What is known of the pages and fonts of one file so far; pages are asked about in their order."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._shapes = Shapes()
        self._believed: list[Any] = []
        self._known: set[tuple[int, int]] = set()
        self._prose = self._looks = self._reads = 0
        self._lies = False
        self.distrusted: set[int] = set()
        """Pages with digits that are plainly others than they say, or doubtful ones of a file that lied before, where
        nothing can read the page or too many were looked at.
        """
        self._available = ocr.available()

    def reading(self, view: PageView, rotation: int) -> Letters | None:
        """What a page shows, where its text says another thing or nothing; None for a page that can be believed."""
        found = [each for each in doubts(view, self._shapes) if not self._is_settled(each)]
        if not found:
            return None
        may_look = self._available and self._may_look(found)
        seen = look(self._data, view, rotation) if may_look else None
        if seen is None:
            if self._lies or any(_is_certain(each) for each in found):
                self.distrusted.add(view.number)
            return None
        if found[0].why is Why.UNREADABLE:
            return letters(seen) if _says_something(seen) else None
        denied = self._is_denied(view, found, seen)
        self._lies |= denied
        return letters(seen) if denied else None

    def _is_settled(self, doubt: Doubt) -> bool:
        if doubt.why is Why.LETTERS:
            return all((id(doubt.font), code) in self._known for code in doubt.odd)
        if doubt.why is Why.WORDS:
            return self._prose >= _PROSE
        return doubt.font is not None and any(doubt.font is each for each in self._believed)

    def _may_look(self, found: list[Doubt]) -> bool:
        if found[0].why is Why.UNREADABLE or (self._lies and self._looks >= MOST_LOOKS):
            self._reads += 1
            return self._reads <= MOST_READ
        self._looks += 1
        return self._looks <= MOST_LOOKS

    def _is_denied(self, view: PageView, found: list[Doubt], seen: tuple[Seen, ...]) -> bool:
        if any(self._tells_apart(view, each, seen) for each in found if each.why is Why.LETTERS):
            return True
        agreement = compare(view, seen)
        fonts = [each.font for each in found if each.font is not None and each.why is Why.FONT]
        whys = {each.why for each in found}
        if agreement.denies(fonts, outlines=Why.OUTLINES in whys):
            return True
        self._believed += [font for font in fonts if agreement.confirms(font)]
        self._prose += Why.WORDS in whys
        return False

    def _tells_apart(self, view: PageView, doubt: Doubt, seen: tuple[Seen, ...]) -> bool:
        """Whether OCR reads other signs; those that it cannot make out are taken for what they plainly look like."""
        if doubt.font is None:
            return False
        confirmed, denied = told_apart(view, seen, doubt.font, doubt.odd)
        denied |= {code for code, odd in doubt.odd.items() if odd.is_certain and code not in confirmed}
        self._known |= {(id(doubt.font), code) for code in doubt.odd if code not in denied}
        return bool(denied)


def _is_certain(doubt: Doubt) -> bool:
    return any(each.is_certain for each in doubt.odd.values())


def shown_instead(view: PageView, read: Letters) -> None:
    """Put what was seen in the place of a page's text; the page itself can only be published as a picture."""
    view.raster = view.raster or ("no_unicode" if view.walk.unknown else "untrusted")
    view.untrusted = view.wordless = False
    view.looked_at = True
    view.text = PageText("".join(each for each, _box in read), [None] * len(read), [])
    view.boxes = [box or (0.0, 0.0, 0.0, 0.0) for _each, box in read]
    view.hidden = PageText()


def _says_something(seen: tuple[Seen, ...]) -> bool:
    """Whether OCR is sure of half of the words it made out; else it read a drawing or an alphabet it does not know."""
    words = [each for each in seen if sum(letter.isalnum() for letter in each.text) >= _WORD]
    return 2 * sum(each.confidence >= _SURE for each in words) >= max(len(words), 1)
