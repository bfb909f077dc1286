# SPDX-License-Identifier: MIT
"""Whether a part of a known person's name, met by itself, is that person or only a word, a place, a firm."""

from __future__ import annotations

import re

from reviewer.detection.nameshapes import GEOGRAPHIC, MONTHS, RUN_BEFORE, SAINT, THING_BEFORE
from reviewer.detection.namewords import TOKEN, fold, words
from reviewer.detection.reading import Reading

_TOKEN_BEFORE = re.compile(rf"(?<![\w.'-])({TOKEN}) $")
_TOKEN_AFTER = re.compile(rf" (?:& )?({TOKEN})")
_OWNED = re.compile(rf"'s ({TOKEN})")
_FIRM_AFTER = re.compile(r" (?:&|inc\b|ltée|Ltd)|'s (?:pipit|sparrow|snipe|hawk)")
_CITED_AFTER = re.compile(r"(?: \([^)]*\))? (?:v|c|vs)\. ")
_DATE_NEAR = re.compile(
    r"(?:\d(?:st|nd|rd|th|er)?|\b(?:mon|tue|wed|thu|fri|sat|sun|in|last|next|since|until|by|early|late|mid)\w*)[ -]$",
    re.IGNORECASE,
)
_IS = re.compile(
    r"^(?:'s)? (?:is|was|has|had|will|would|can|could|may|does|did|est|était|sera|aura|avait|peut|doit|pourra)\b"
)
_CUED = re.compile(
    r"\b(?:by|with|from|to|for|and|per|call|tell|ask|of|who is|named|Mr|Mrs|Ms|M|Mme|Dr|Me|chez|par|avec|pour|de|d'|à|et|selon|appeler|que)\.? ?$",
    re.IGNORECASE,
)
_ALONE_AFTER = re.compile(r"'s |, \d|\)|,|\.$|\n|\t|$| \(")


def may_stand_alone(reading: Reading, start: int, end: int, text: str, *, borne: bool) -> bool:
    """A name that is also a word or a place needs a cue; a part of something else is no mention.

    `borne` says that one of those who bear it has a given name or a title too, so that even a plain word may be a name.
    """
    after = reading.after(end, 40)
    if _is_part(reading, start, after, borne=borne):
        return False
    cues, folded = words(), fold(text)
    known = (
        folded in cues.ambiguous or folded in cues.places or folded in cues.ordinary or folded in cues.common
    )
    if not known or folded in cues.firsts:
        return not SAINT.search(reading.before(start, 12))
    before = reading.before(start, 30)
    acts = cues.verb_after.search(after) or _IS.match(after)
    if not cues.is_name(folded):
        titled = cues.title_before.search(before)
        return bool(titled or (borne and acts and not _writes(reading, text.lower())))
    if folded in MONTHS and (_DATE_NEAR.search(before) or re.match(r" \d|, \d", after)):
        return False
    return bool(
        acts
        or cues.title_before.search(before)
        or _CUED.search(before)
        or (_ALONE_AFTER.match(after) and not reading.writes(text.lower()))
    )


def _is_part(reading: Reading, start: int, after: str, *, borne: bool) -> bool:
    """Whether the word belongs to a thing, a firm, a place or a cited case of strangers."""
    cues, before = words(), reading.before(start, 40)
    following, owned = _TOKEN_AFTER.match(after), _OWNED.match(after)
    preceding = _TOKEN_BEFORE.search(before)
    return bool(
        (following and fold(following.group(1)) in cues.things)
        or (owned and cues.is_word(fold(owned.group(1))))
        or _FIRM_AFTER.match(after)
        or (not borne and _CITED_AFTER.match(after))
        or (preceding and fold(preceding.group(1)) in cues.things)
        or GEOGRAPHIC.search(before)
        or THING_BEFORE.search(before)
        or THING_BEFORE.search(RUN_BEFORE.sub("", before))
    )


def _writes(reading: Reading, word: str) -> bool:
    """Whether the text has the word in small letters, by itself and not in an address."""
    alone = rf"(?<![\w.@'-]){re.escape(word)}(?![\w@'-]|\.\w)"
    return reading.writes(word) and re.search(alone, reading.text) is not None
