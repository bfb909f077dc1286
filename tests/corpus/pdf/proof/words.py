# SPDX-License-Identifier: MIT
"""Which words and letters of the original are still in the copy, as PDFium and pdfminer read both."""

from __future__ import annotations

import io
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pypdfium2
from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LAParams, LTChar, LTContainer, LTItem
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

from tests.corpus.pdf.proof.affected import Affected, Pair
from tests.corpus.pdf.proof.dots import FAINT, Drawn, drawn
from tests.corpus.pdf.proof.signs import LABELS, Rect, Sign, folded, pages_of

_NEAR = 1.0
"""Points that a letter may have moved on a line that lost nothing."""
_SEEN = 24
"""Levels of 255 between the darkest and the lightest dot of letters that can be seen."""
_TINY = 1.0
_LINES = 1.6
"""So many heights of a letter away from a line that lost something, another line is the one beside it."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of one page as a reader tells it, with the places of its letters, in points."""

    text: str
    places: tuple[Rect, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """Words of a file outside what was withheld, and those that the copy has no more; letters of other lines lost.

    `unseen` words stand where no dot can be told from another: out of view they are no part of the page. `beside`
    counts the letters on the lines next to one that lost something, `letters` those of all other lines.
    """

    words: int
    lost: tuple[str, ...]
    letters_lost: int
    unseen: int = 0
    letters: int = 0
    beside: int = 0
    beside_lost: int = 0

    @property
    def share(self) -> float:
        """The share of words that the copy kept."""
        return 1 - len(self.lost) / self.words if self.words else 1.0


def compare_words(original: bytes, copy: bytes, secrets: Sequence[str], *, first: int = 0) -> Kept:
    """What PDFium reads of both, page by page; `first` pages of the copy come before (a reader's note)."""
    pair = Pair(original, copy, secrets, first)
    return kept(pair, pair.losses())


def kept(pair: Pair, losses: Sequence[Affected], pages: Iterable[int] | None = None) -> Kept:
    """What PDFium reads of both, on some pages (from 0) or on all."""
    before, after = pages_of(pair.original), pages_of(pair.copy)[pair.first :]
    document = pypdfium2.PdfDocument(pair.copy)
    total = unseen = letters = lost_letters = beside = lost_beside = 0
    lost: Counter[str] = Counter()
    try:
        for number in range(len(before)) if pages is None else pages:
            loss = losses[number]
            wanted, dark = _wanted(spelled(before[number]), loss)
            lost += missing(wanted, words_of(spelled(after[number])))
            total, unseen = total + wanted.total(), unseen + dark
            copied = drawn(document, pair.first + number)
            others = [each for each in before[number] if _stays(each, loss)]
            gone = list(letters_lost(others, after[number], loss.page, copied))
            near = [each for each in others if _is_near(each, loss)]
            letters, lost_letters = letters + len(others), lost_letters + len(gone)
            beside, lost_beside = beside + len(near), lost_beside + sum(each in near for each in gone)
    finally:
        document.close()
    return Kept(total, tuple(sorted(lost.elements())), lost_letters, unseen, letters, beside, lost_beside)


def spelled(signs: Sequence[Sign]) -> Iterator[Word]:
    """The words that PDFium reads."""
    text, places = "", []
    for sign in (*signs, Sign(" ", 0, 0, 0, 0)):
        if not sign.text.isspace():
            text += sign.text
            places += [] if sign.blank else [(sign.x0, sign.y0, sign.x1, sign.y1)]
        elif text:
            yield Word(text, tuple(places))
            text, places = "", []


def words_of(words: Iterable[Word]) -> Counter[str]:
    """The words as they are compared: without labels, case and accents."""
    text = LABELS.sub(" ", unicodedata.normalize("NFKC", " ".join(each.text for each in words)))
    return Counter(each for each in map(folded, text.split()) if each)


def _wanted(words: Iterable[Word], loss: Affected) -> tuple[Counter[str], int]:
    """The words that must stay, and how many nobody can see: under a picture that was left out, or without ink."""
    others = [each for each in words if "(cid:" not in each.text and not any(map(loss.is_hit, each.places))]
    seen = [
        each
        for each in others
        if any(is_seen(place, loss.page) and not loss.is_under(place) for place in each.places)
    ]
    return words_of(seen), len(others) - len(seen)


def is_seen(place: Rect, page: Drawn) -> bool:
    """Whether the dots at half the height of a letter differ from one another (accents may look out from a cover)."""
    x0, y0, x1, y1 = place
    quarter = (y1 - y0) / 4
    dots = page.under((x0, y0 + quarter, x1, y1 - quarter))
    return y1 - y0 >= _TINY and dots.size > 0 and int(np.ptp(dots, axis=(0, 1)).max()) >= _SEEN


def missing(wanted: Counter[str], there: Counter[str]) -> Counter[str]:
    """The words that are not there, neither as they were read nor from their other end."""
    lost = wanted - there
    turned = Counter({word[::-1]: count for word, count in (there - wanted).items()})
    return lost - turned


def _stays(sign: Sign, loss: Affected) -> bool:
    place = (sign.x0, sign.y0, sign.x1, sign.y1)
    return not sign.blank and not loss.is_beside(place) and is_seen(place, loss.page)


def _is_near(sign: Sign, loss: Affected) -> bool:
    """Whether a letter stands on the line next to one that lost something."""
    far = _LINES * (sign.y1 - sign.y0)
    x = (sign.x0 + sign.x1) / 2
    return bool(loss.page.under((x, sign.y0 - far, x, sign.y1 + far), loss.lines).any())


def letters_lost(one: Iterable[Sign], other: Sequence[Sign], page: Drawn, copied: Drawn) -> Iterator[Sign]:
    """The letters which the copy does not show in their places: neither read there nor drawn."""
    places: dict[tuple[str, int, int], list[Sign]] = {}
    for sign in other:
        places.setdefault((sign.text, round(sign.x0), round(sign.y0)), []).append(sign)
    for sign in one:
        x, y = round(sign.x0), round(sign.y0)
        near = (
            each
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
            for each in places.get((sign.text, x + dx, y + dy), ())
        )
        still = any(abs(each.x0 - sign.x0) < _NEAR and abs(each.y0 - sign.y0) < _NEAR for each in near)
        if not still and not _is_drawn(sign, page, copied):
            yield sign


def _is_drawn(sign: Sign, page: Drawn, copied: Drawn) -> bool:
    """Whether the copy has the same dots there: what PDFium took the letter for is of no account then."""
    place = (sign.x0, sign.y0, sign.x1, sign.y1)
    one, other = page.under(place), copied.under(place)
    return one.shape == other.shape and bool((np.abs(one - other) < FAINT).all())


# pdfminer


def miner_lost(
    original: bytes, copy: bytes, secrets: Sequence[str], *, first: int = 0
) -> tuple[int, list[str]]:
    """How many words pdfminer reads of the original, and those that it does not read of the copy."""
    pair = Pair(original, copy, secrets, first)
    total, lost, _unseen = miner_kept(pair, pair.losses())
    return total, lost


def miner_kept(
    pair: Pair, losses: Sequence[Affected], pages: Iterable[int] | None = None
) -> tuple[int, list[str], int]:
    """The words that pdfminer reads of the original, those that it does not read of the copy, and those out of view."""
    before, after = _mined(pair.original), _mined(pair.copy)[pair.first :]
    total, lost, unseen = 0, [], 0
    for number in range(len(before)) if pages is None else pages:
        wanted, dark = _wanted(before[number], losses[number])
        total, unseen = total + wanted.total(), unseen + dark
        lost += list(missing(wanted, words_of(after[number])).elements())
    return total, lost, unseen


def _mined(data: bytes) -> list[list[Word]]:
    """The words of each page as pdfminer reads them."""
    manager = PDFResourceManager()
    device = PDFPageAggregator(manager, laparams=LAParams(boxes_flow=None, all_texts=True))
    interpreter = PDFPageInterpreter(manager, device)
    found = []
    for page in PDFPage.get_pages(io.BytesIO(data)):
        interpreter.process_page(page)
        back = _turned_back(page)
        found.append(list(_words(_letters(device.get_result()), back)))
    return found


def _letters(item: LTItem) -> Iterator[tuple[str, Rect | None]]:
    """Letters with their middle parts (their boxes are as high as the line); what parts them, without a place."""
    if isinstance(item, LTChar):
        low, high = item.y0 + 0.35 * item.height, item.y1 - 0.35 * item.height
        yield item.get_text(), (item.x0, low, item.x1, high)
    elif isinstance(item, LTContainer):
        for each in item:
            yield from _letters(each)
        yield " ", None
    else:
        yield (item.get_text() if hasattr(item, "get_text") else " "), None


def _words(letters: Iterable[tuple[str, Rect | None]], back: tuple[float, ...]) -> Iterator[Word]:
    text, places = "", []
    for said, place in (*letters, (" ", None)):
        if not said.isspace():
            text += said
            places += [_placed(place, back)] if place is not None else []
        elif text:
            yield Word(text, tuple(places))
            text, places = "", []


def _placed(rect: Rect, back: tuple[float, ...]) -> Rect:
    a, b, c, d, e, f = back
    ends = [(a * x + c * y + e, b * x + d * y + f) for x, y in (rect[:2], rect[2:])]
    (x0, x1), (y0, y1) = (sorted(each) for each in zip(*ends, strict=True))
    return x0, y0, x1, y1


def _turned_back(page: PDFPage) -> tuple[float, ...]:
    """From the places that pdfminer tells, turned upright and from the corner of the page, to those of the page."""
    x0, y0, x1, y1 = page.mediabox
    return {
        90: (0, 1, -1, 0, x1, y0), 180: (-1, 0, 0, -1, x1, y1), 270: (0, -1, 1, 0, x0, y1),
    }.get(page.rotate % 360, (1, 0, 0, 1, x0, y0))  # fmt: skip
