# SPDX-License-Identifier: MIT
"""Whether a place where a folded term stands is the term, or ordinary words that only fold alike.

The rules, in one line each (tests/verification/test_matching.py shows each at work):
- a term counts where words begin and end around it; capitals and digits inside an identifier also part words;
- glued text counts for several words from 8 folded characters when much is glued on, for one word when very much is;
- a word may be cut by hyphens, line ends, letter spacing; "du bois" is not "Dubois", "Du Bois" is;
- up to four letters: whole words only, cut by nothing but a hyphen at a line's end or regular letter spacing;
- digits: whole numbers; from six, grouped differently; from nine, inside a longer run of digits too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from reviewer.verification.common_words import ARTICLES, ELISIONS, PREFIXES, TWO_WORDS
from reviewer.verification.folding import fold, separates
from reviewer.verification.needles import Needle, letters_of
from reviewer.verification.surface import Depth

_SHORT = 5
_MEDIUM = 8
_LONG_NUMBER = 9
_GLUE_LIMIT = 16
_GLUED = 5
"""How much must be glued on before a term of several words counts inside a longer word; a suffix is shorter."""
_RUN = 16
"""The same for one word, on both sides together: "national" is in "internationalisation", and that is no leak."""
_EDGE_WORD = 4
"""A shorter word at the end of a term is everybody's beginning: "Protected A" is not in "protected areas"."""
_INITIAL_SIGNS = frozenset(".-\u2010\u2011'’")
_APOSTROPHES = frozenset("'’")
_LINE_SIGNS = frozenset("\t\n\v\f\r")
_HYPHENS = frozenset("-\x02\u00ad\u2010\u2011\u2012\u2013")


class Border(IntEnum):
    """What stands between two neighbouring folded characters."""

    NONE = 0
    SOFT = 1
    HARD = 2


@dataclass(frozen=True, slots=True)
class Place:
    """A needle's place in one text: folded characters `start` to `end`, with the map back to the text."""

    text: str
    folded: str
    index: Sequence[int]
    start: int
    end: int

    def between(self, offset: int) -> str:
        """What stands in the text between a folded character and the one before."""
        return self.text[self.index[offset - 1] + 1 : self.index[offset]]

    def border(self, offset: int) -> Border:
        """What parts a folded character from the one before."""
        if offset in {0, len(self.index)} or separates(self.between(offset)):
            return Border.HARD
        left, right = self.index[offset - 1], self.index[offset]
        if left == right:
            return Border.NONE
        before, after = self.text[left], self.text[right]
        if before.isdigit() != after.isdigit() or (before.islower() and after.isupper()):
            return Border.SOFT
        next_word = before.isupper() and after.isupper() and self.text[right + 1 : right + 2].islower()
        return Border.SOFT if next_word else Border.NONE

    def original(self) -> str:
        """The place as it is written."""
        return self.text[self.index[self.start] : self.index[self.end - 1] + 1]

    def around(self) -> tuple[str, str]:
        """The character before and the character after, empty at the text's borders."""
        first, last = self.index[self.start], self.index[self.end - 1]
        return self.text[max(first - 1, 0) : first], self.text[last + 1 : last + 2]


def counts(needle: Needle, place: Place, depth: Depth) -> bool:
    """Whether this place is the term."""
    cuts = [at for at in range(place.start + 1, place.end) if place.border(at) is Border.HARD]
    foreign = [at for at in cuts if at - place.start not in needle.breaks]
    if depth >= Depth.STREAM and (foreign or len(needle.folded) <= _SHORT):
        return False
    if needle.digits:
        return _number_counts(needle, place, foreign, depth)
    if depth is Depth.BINARY:
        return True  # what stands beside it is noise: words do not end there
    if needle.exact:
        return depth is Depth.PROSE and _initials_count(needle, place, cuts) and _whole(place, soft=False)
    if len(needle.folded) < _SHORT:
        return _whole(place, soft=False) and _short_cuts(place, foreign)
    if not _ends_well(needle, place, cuts):
        return False
    return not (needle.single and foreign and _is_phrase(needle, place, foreign))


def is_everyday_word(needle: Needle, place: Place) -> bool:
    """Whether a name that is also a word stands in small letters in a sentence ("the grant was paid")."""
    before, after = place.around()
    in_sentence = (not before or before.isspace() or before in "([«“‘'’\"") and (
        not after or after.isspace() or after in ",.;:!?)]»”’'\""
    )
    return needle.wordlike and in_sentence and place.original().islower()


def _whole(place: Place, *, soft: bool) -> bool:
    lowest = Border.SOFT if soft else Border.HARD
    return place.border(place.start) >= lowest and place.border(place.end) >= lowest


def _initials_count(needle: Needle, place: Place, cuts: Sequence[int]) -> bool:
    """Two letters, written as they were: "A.B." is neither "a b" nor the province "AB"."""
    dotted = all(
        place.between(at)[0] in _INITIAL_SIGNS and not set(place.between(at)) & _LINE_SIGNS for at in cuts
    )
    same = needle.exact == letters_of(place.original()) and {at - place.start for at in cuts} == needle.breaks
    return dotted and same


def _short_cuts(place: Place, foreign: Sequence[int]) -> bool:
    if not foreign:
        return True
    if all(_hyphenated(place.between(at)) for at in foreign):
        return True
    spaced = len(foreign) == place.end - place.start - 1 >= 2
    return (
        spaced and len({place.between(at) for at in foreign}) == 1 and not place.between(foreign[0]).strip()
    )


def _hyphenated(between: str) -> bool:
    return between[:1] in _HYPHENS and ("\n" in between or not between[1:])


def _ends_well(needle: Needle, place: Place, cuts: Sequence[int]) -> bool:
    before, after = _glue(place, place.start, -1), _glue(place, place.end, 1)
    if not before and not after:
        return True
    if needle.single:
        return not cuts and before + after >= _RUN
    length = len(needle.folded)
    if length >= _MEDIUM:
        first, last = min(needle.breaks), length - max(needle.breaks)
        return all(
            not glue or (glue >= _GLUED and word >= _EDGE_WORD)
            for glue, word in ((before, first), (after, last))
        )
    return not cuts and before + after >= _RUN


def _glue(place: Place, offset: int, step: int) -> int:
    """How many folded characters are stuck to an end, up to the next border; none after a prefix of a surname."""
    count = 0
    at = offset
    while count < _GLUE_LIMIT:
        border = place.border(at)
        if border is Border.HARD or (border is Border.SOFT and not _inside_surname(place, at)):
            return count
        count += 1
        at += step
    return count


def _inside_surname(place: Place, offset: int) -> bool:
    """Whether a capital inside a word follows the beginning of a surname, as in "McDonald"."""
    start = offset - 1
    while start > 0 and place.border(start) is Border.NONE:
        start -= 1
    return place.folded[start:offset] in PREFIXES


def _is_phrase(needle: Needle, place: Place, cuts: Sequence[int]) -> bool:
    """Whether a word cut by blanks or an apostrophe is a phrase: "du bois", "de la rue", "l'heureux", "in to"."""
    signs = {place.between(at).strip() for at in cuts}
    edges = [place.start, *cuts, place.end]
    pieces = [place.text[place.index[a] : place.index[b - 1] + 1] for a, b in pairwise(edges)]
    first = fold(pieces[0])
    two_words = len(cuts) == 1 and needle.folded in TWO_WORDS
    phrase = (not any(signs) and (two_words or first in ARTICLES)) or (
        signs <= _APOSTROPHES and first in ELISIONS
    )
    return phrase and pieces[-1].islower() and len(fold(pieces[-1])) > 1


def _number_counts(needle: Needle, place: Place, foreign: Sequence[int], depth: Depth) -> bool:
    length = len(needle.folded)
    if depth is not Depth.PROSE and (length <= 6 or foreign):
        return False
    before, after = place.around()
    whole = not before.isdigit() and not after.isdigit()
    if not whole and length < _LONG_NUMBER:
        return False
    if length < 6 and _decimal(place):
        return False
    return all(_groups(place, at, foreign, length) for at in foreign)


def _decimal(place: Place) -> bool:
    """Whether a short number is a part of a longer one: 5.25, 1,200."""
    first, last = place.index[place.start], place.index[place.end - 1]
    left, right = place.text[max(first - 2, 0) : first], place.text[last + 1 : last + 3]
    return (left[-1:] in {".", ","} and left[:1].isdigit()) or (
        right[:1] in {".", ","} and right[1:].isdigit()
    )


def _groups(place: Place, at: int, foreign: Sequence[int], length: int) -> bool:
    """Whether a separator inside a number groups it: short, on one line, and by threes when the number is short."""
    between = place.between(at)
    if len(between) > 2 or set(between) & _LINE_SIGNS:
        return False
    if length >= _MEDIUM:
        return True
    edges = [*foreign, place.end]
    by_threes = all(b - a == 3 for a, b in pairwise(edges))
    return len(between) == 1 and (by_threes or between in _HYPHENS)
