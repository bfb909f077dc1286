# SPDX-License-Identifier: MIT
"""What speaks against a capitalised run being somebody's name: things, places, ordinary words, months."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from reviewer.detection import institutions
from reviewer.detection import nameshapes as shapes
from reviewer.detection.namewords import UPPER, bare, fold, words
from reviewer.detection.reading import Reading


class NameDoubts:
    """The doubts about runs of a reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.text

    def _heads_line(self, start: int) -> bool:
        """Whether the place opens a short line that may be a numbered heading."""
        line = self.reading.line_at(start)
        return line is not None and line.start == start and not line.is_row and line.end - line.start < 60

    @staticmethod
    def is_label(text: str) -> bool:
        """Whether nothing in it can be a name: words of forms, or an acronym."""
        tokens = [token for token in re.split(r"[ ,]+", text) if token]
        if all(fold(token.rstrip(".")) in words().ordinary for token in tokens if len(token.rstrip(".")) > 1):
            return any(len(token.rstrip(".")) > 1 for token in tokens)
        return len(tokens) == 1 and text in institutions.acronyms()

    def is_placed(self, start: int, text: str, rules: Set[str]) -> bool:
        """Whether what stands before makes it a place, a ship, a building: "in", "the", "prison de", "St."."""
        if rules & shapes.PERSONAL:
            return False
        before = self.reading.before(start, 40)
        if shapes.GEOGRAPHIC.search(before) or shapes.VESSEL.search(before):
            return True
        if " " in text:
            return rules <= shapes.UNSURE and bool(shapes.ARTICLE.search(before))
        if rules <= shapes.UNSURE and shapes.THE_ALONE.search(before):
            return True
        if self._completes_place(before, text) or shapes.CALLED_THING.search(before):
            return True
        return rules <= shapes.WEAK and bool(shapes.SAINT.search(before))

    @staticmethod
    def _completes_place(before: str, text: str) -> bool:
        """Whether the word before makes it a place of the list: "Prince Rupert"."""
        word = re.search(r"([^\W\d_][\w-]*) $", before)
        return word is not None and fold(f"{word.group(1)} {text}") in words().places

    @staticmethod
    def _names_thing(text: str, tokens: Sequence[str], *, named: bool) -> bool:
        """Whether a word for a thing stands in the run; a surname may be one ("E. Winter", "Hyun-woo Park")."""
        cue = words()
        if not any(bare(fold(token.rstrip("."))) in cue.things for token in tokens):
            return False
        if shapes.KOREAN.match(tokens[0]) and not cue.is_word(fold(tokens[0])):
            return False
        surname = fold(tokens[0] if "," in text else tokens[-1])
        if bare(fold(tokens[0])) in cue.things and "," not in text:
            return True
        borne = (named and len(tokens) > 1) or shapes.INITIAL_AND_NAME.match(text)
        return not (borne and surname in cue.surnames)

    def is_thing(
        self, start: int, end: int, text: str, before: str, after: str, *, named: bool, certain: bool
    ) -> bool:
        """Whether the run, or what it belongs to, is a thing, a place or an organisation."""
        tokens = [token for token in re.split(r"[ ,]+", text) if token]
        following = re.match(r"(?:,? (?:&|and|et) | )([^\W\d_][\w-]+)", after)
        preceding = re.search(r"([^\W\d_][\w-]+) (?:[A-Z]\w+ )?$", before)
        if self._names_thing(text, tokens, named=named or certain):
            return True
        thing = following is not None and fold(following.group(1)) in words().things - shapes.VERB_LIKE
        if following and thing and not named:
            acts = words().verb_after.match(after) or (certain and following.group(1).islower())
            if not acts:
                return True
        if (
            preceding
            and (not named or shapes.HONOUR.search(before))
            and preceding.group(1)[0].isupper()
            and fold(preceding.group(1)) in words().things
        ):
            return True
        if not named and re.search(r"\d\w* $", before) and re.search(rf"\b[{UPPER}]+-?\d+ $", before):
            return True
        if (
            shapes.ENUMERATED.match(text)
            and not after.startswith((",", ";", " ("))
            and self._heads_line(start)
            and fold(tokens[1]) not in words().surnames
        ):
            return True
        if re.match(r" (?:& )", after) or re.search(r"& $", before):
            return True
        if _owns_thing(after, named=named):
            return True
        if shapes.FIRM.search(fold(tokens[0])) and not named:
            return True
        if shapes.CITED.match(after) or _belongs_to_thing(before):
            return True
        if not named and (shapes.DIGITS_AFTER.match(after) or fold(text) in words().places):
            return True
        return (
            not named
            and len(tokens) > 1
            and bool(shapes.PLACE_BEFORE.search(before))
            and fold(tokens[0]) not in words().given
        )


def _belongs_to_thing(before: str) -> bool:
    """Whether a law, a ship, a building or a firm stands before, at once or before other capitalised words."""
    led = shapes.RUN_BEFORE.sub("", before)
    return bool(shapes.THING_BEFORE.search(before) or shapes.THING_BEFORE.search(led))


def _owns_thing(after: str, *, named: bool) -> bool:
    """Whether a thing follows that bears somebody's name: "Ray's Pizza", "Sprague's pipit"."""
    owned = re.match(rf"'s ([{UPPER}][^\W\d_]+)", after)
    if owned and not named and words().is_word(fold(owned.group(1))):
        return True
    species = re.match(r"'s (\w[\w-]*(?: \w+)?)", after)
    return species is not None and any(
        part in words().species for part in (species.group(1), *species.group(1).split())
    )


def is_dated(text: str, before: str, after: str) -> bool:
    """Whether a month that is also a given name is a month here."""
    return fold(text) in shapes.MONTHS and bool(
        re.search(r"\d(?:st|nd|rd|th|er)? $", before) or re.match(r" \d|, \d", after)
    )
