# SPDX-License-Identifier: MIT
"""Whether what stands beside a name says that this person works for a federal institution.

The institution must stand in the same bracket, apposition, row, list or signature block; a name that merely shares a
sentence with one says nothing, nor does one of somebody who has left, or is there against or on behalf of others.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from reviewer.detection import institutions
from reviewer.detection.mailboxes import MAILBOX, shares
from reviewer.detection.namewords import UPPER
from reviewer.detection.posts import (
    BARE,
    LINK,
    OTHER_SIDE,
    OUTSIDE,
    POST,
    POSTS,
    RANK,
    SHORT,
    TAIL,
    is_post,
    is_workplace,
    leads,
)
from reviewer.detection.reading import Reading

Place = tuple[int, int]

_BRACKET = re.compile(r"^,? ?\(([^()\n\t]{1,90})\)")
_APPOSED = re.compile(r"^, ?([^.;:()\n\t]{1,110})")
_AT = re.compile(r"^ (of|from|at|chez|du|de la|de l'|des|d') ?(?:the |l[ea] |l')?", re.IGNORECASE)
_TOWARD = re.compile(
    r"\b(?:to|for|met|meet|saw|see|visit\w*|against|about|à|aux?|pour|contre|rencontr\w+)(?: \w+\.?)?$",
    re.IGNORECASE,
)
_MET = re.compile(
    r"\b(?:met|meet|meeting|saw|see|seen|visit\w*|found|rencontr\w+|vue?|trouvée?)(?: (?:with|avec))?(?: \w+\.?)?$",
    re.IGNORECASE,
)
_AFTER_AT = re.compile(
    r"(?: [A-ZÀ-Þ]\w+){0,2}(?:$|[.,;:)\n\t]| :| (?!(?:on|in|at|with|last|yesterday|this|that|next|offices?|headquarters|buildings?|meetings?|for|to|about|when|where|before|after|during|since|until|by|from|as|le|la|au|en|dans|pour|lors|avant|après|depuis|hier|lundi"
    r"|mardi|mercredi|jeudi|vendredi|par|comme|sur|regarding|concerning|clients?|licen[cs]es?|complaints?|contracts?)\b)[a-zà-ÿ])"
)
_AFTER_MAILBOX = re.compile(rf"^,? ?(?:[<(\[]|: ?|mailto:)?{MAILBOX.pattern}")
_NOTES_BY = re.compile(
    r"(?:.*\n)?[#* ]*([^\n\t:]{2,100}?) ?[-–|] ?(?:notes? (?:de|d'|by|of)|prepared by|written by|by|author:|(?:préparé|rédigé|compte rendu) par|par|auteure? :) ?$",
    re.IGNORECASE,
)
_BARRED = re.compile(
    r"\b(?:former|formerly|ex|retired|ancien(?:ne)?|late|feu)\b[^.;:,\n\t]{0,50}$|\b(?:between|among|entre|parmi)\b[^.;:\n\t]{0,80}$",
    re.IGNORECASE,
)
"""One who has left, or one of several parties that are listed: "between X, DFO and ECCC"."""
_FILLER = re.compile(r"\([^()]*\)")
_WORKS = re.compile(rf"(?:{POST})(?: [\w'-]+){{0,3}}$", re.IGNORECASE)


def within(people: Sequence[Place], start: int, end: int) -> Sequence[Place]:
    """Those of the names, which are in order, that begin between two places."""
    return people[bisect.bisect_left(people, (start, 0)) : bisect.bisect_left(people, (end, 0))]


def beside(reading: Reading, place: Place, name: str, people: Sequence[Place]) -> bool:
    """Whether the sentence says where this person works; `people` are all the names of the story, in order."""
    start, end = place
    inside = re.search(r"(?: \(|, )([^(),]+)\)?$", name)
    after = reading.after(end, 130)
    before = reading.before(start, 240)
    bracket = _BRACKET.match(after)
    if bracket and OUTSIDE.search(bracket.group(1)):
        return False
    if _BARRED.search(before):
        return False
    if inside and is_post(inside.group(1)):
        return True
    if bracket and any(
        is_post(each) for each in (bracket.group(1), *re.split(r" ?[,;] ?", bracket.group(1)))
    ):
        return True
    mailbox = _AFTER_MAILBOX.match(after)
    if mailbox and institutions.is_federal(mailbox.group(2)) and shares(mailbox.group(1), name):
        return True
    return (
        _apposed(end, after, people)
        or _works_at(before, after)
        or _introduced(before, after, name)
        or _titled(before)
        or _led(reading, start, before, after, people)
    )


def _apposed(end: int, after: str, people: Sequence[Place]) -> bool:
    """As in "X, Director, Habitat, DFO": each piece a post or a unit until the institution."""
    found = _APPOSED.match(after)
    if found is None:
        return False
    reach = end + found.end()
    nearest = min((start for start, _ in within(people, end, reach)), default=reach)
    text = found.group(1)[: max(0, nearest - end - found.start(1))]
    pieces = [piece.strip() for piece in re.split(r", ?| [–-] ", text)][:5]
    for number, piece in enumerate(pieces):
        if OUTSIDE.search(piece):
            return False
        if is_post(piece) or is_workplace(piece):
            return True
        if number and not re.match(rf"[{UPPER}]", piece) and not POSTS.search(piece):
            return False
        if re.search(r"\b(?:who|qui|which|that|said|says|a dit)\b", piece):
            return False
    return False


def _works_at(before: str, after: str) -> bool:
    """As in "X of DFO", "X chez Justice"; what comes to X from DFO, or meets X at DFO, says nothing."""
    link = _AT.match(after)
    if link is None:
        return False
    kind = link.group(1).lower()
    barred = {"at": _MET, "chez": _MET, "of": None}.get(kind, _TOWARD)
    if barred is not None and barred.search(before.rstrip()):
        return False
    rest = after[link.end() :]
    bare = BARE.match(rest)
    place = bare.span() if bare else next(institutions.places(rest), None)
    return place is not None and place[0] == 0 and bool(_AFTER_AT.match(rest[place[1] :]))


def _introduced(before: str, after: str, name: str) -> bool:
    """As in "DFO biologist X", "la biologiste du MPO, X", "RCMP Rosthern, Cpl. X"."""
    tail = re.split(r"[.;:()\n\t](?= |$)", before)[-1]
    if OUTSIDE.search(tail[-60:]):
        return False
    found = list(institutions.places(tail))
    if not found:
        return False
    start, end = found[-1]
    lead, rest = tail[:start], tail[end:]
    if re.fullmatch(rf"(?:'s)?(?: [\w'-]+){{0,2}} {POST} ", rest, re.IGNORECASE):
        return True
    if not re.fullmatch(rf"(?: [{UPPER}][\w'&-]*){{0,3}},? ", rest):
        return False
    if RANK.match(name):
        return True
    link = LINK.search(lead)
    posted = bool(link and _WORKS.search(lead[: link.start()].rstrip()))
    return posted and (not rest.endswith(", ") or bool(re.match(r"[,.;:)\n]| ?$| \(", after)))


def _titled(before: str) -> bool:
    """As in "PCH - Arts Branch - notes by X": a title line that opens with the institution and ends with its author."""
    found = _NOTES_BY.match(before)
    place = next(institutions.places(found.group(1)), None) if found else None
    return (
        found is not None
        and place is not None
        and place[0] == 0
        and bool(re.match(r" ?(?:[-–|,/]|$)", found.group(1)[place[1] :]))
    )


def _led(reading: Reading, start: int, before: str, after: str, people: Sequence[Place]) -> bool:
    """As in "For DFO: X (chair), Y": a label governs those who follow it in its sentence; "DFO (X, Y)" likewise."""
    colon = max((match.end() for match in re.finditer(r":(?=\s)", before)), default=-1)
    opened = before.rfind("(") + 1 if before.rfind("(") > before.rfind(")") else 0
    if opened and not _between(start, before[opened:], people).strip(" ,;&/"):
        lead = re.split(r"[.;:,\n\t](?= |$)", before[: opened - 1])[-1]
        if BARE.fullmatch(lead.strip()):
            return True
        place = next(iter([*institutions.places(lead)][-1:]), None)
        if place and TAIL.match(lead[place[1] :]) and not OUTSIDE.search(lead):
            return True
    if colon < 0:
        return False
    sentence = reading.sentence_at(start)
    if sentence is not None and sentence.start > start - (len(before) - colon):
        return False
    left = _between(start, before[colon:], people)
    if re.search(r"[.;]\s", left) or OTHER_SIDE.search(left) or OUTSIDE.search(left) or len(left) > 3 * SHORT:
        return False
    own = _FILLER.match(after.lstrip(" ,"))
    if own and OUTSIDE.search(own.group()):
        return False
    return leads(re.split(r"[.;\n\t](?= |$)|(?<=\S)  ", before[: colon - 1])[-1])


def _between(start: int, text: str, people: Sequence[Place]) -> str:
    """A text that ends where a name begins, less the other names, brackets and words of lists."""
    first = start - len(text)
    for low, high in reversed(within(people, first, start)):
        if high <= start:
            text = text[: low - first] + text[high - first :]
    text = _FILLER.sub("", text)
    return re.sub(r"\b(?:and|et|Mr|Mrs|Ms|Dr|Dre|M|Mme|MM|Mmes|Me)\b\.?", "", text)
