# SPDX-License-Identifier: MIT
"""What speaks against a capitalised run being somebody's name: things, places, ordinary words, months."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from functools import cached_property

from reviewer.detection import institutions
from reviewer.detection import nameshapes as shapes
from reviewer.detection.namewords import UPPER, fold, words
from reviewer.detection.reading import Reading
from reviewer.model.finding import Evidence

_STRONG = shapes.PERSONAL | {
    "name_title",
    "name_public",
    "name_label",
    "name_column",
    "name_author",
    "name_verb",
    "name_speaks",
    "name_in_list",
    "name_role",
    "name_nickname",
}
"""Cues that outweigh a name made of ordinary words."""


_SHAPED = frozenset({"name_shape", "name_given", "name_family", "name_by"})
_WEAK = frozenset({"name_model", "name_first", "name_family", "name_shape"})
"""What may be said of a place or of a product too."""


class NameDoubts:
    """The doubts about runs of a reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.text

    @cached_property
    def _lower_words(self) -> frozenset[str]:
        """Words the document also writes in small letters: a capital at a sentence's start says nothing of them."""
        return frozenset(re.findall(r"(?<![\w.@'-])[a-zà-ÿ]{3,}(?![\w@'-])", self.text))

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

    def is_ordinary(self, start: int, text: str, sources: Iterable[Evidence]) -> bool:
        """Whether nothing but its capital makes a run look like a name."""
        tokens = [token for token in re.split(r"[ ,]+", text) if token]
        cues = {source.rule for source in sources}
        if len(tokens) > 1:
            return self._are_words(start, tokens, cues)
        if fold(text) in words().places and not cues & shapes.PERSONAL:
            return True
        if shapes.CAPITALS.match(text) and len(text) < 6:
            return True
        if shapes.IMPERATIVE.search(text):
            return True
        if shapes.PLACE_SHAPE.match(text):
            return not cues & shapes.PERSONAL
        if shapes.LATIN.match(self.reading.after(start + len(text), 30)):
            return True
        if (
            text.lower() in self._lower_words
            and not cues & shapes.PERSONAL
            and fold(text) not in words().firsts
        ):
            return True
        if self._completes_place(start, text):
            return True
        if not cues & shapes.PERSONAL and shapes.GEOGRAPHIC.search(self.reading.before(start, 40)):
            return True
        if cues <= _WEAK and shapes.SAINT.search(self.reading.before(start, 12)):
            return True
        if self._is_word(start, text, cues):
            return True
        return cues <= _WEAK and bool(shapes.PLACE_BEFORE.search(self.reading.before(start, 20)))

    def _are_words(self, start: int, tokens: Sequence[str], cues: Set[str]) -> bool:
        """Whether a run of several words is a heading or a product: words of the language, no given name, no cue."""
        if len(tokens) == 2 and all(token.lower() in self._lower_words for token in tokens):
            return True
        if cues & _STRONG - {"name_verb", "name_label"}:
            return False
        if "name_label" in cues:
            return all(
                words().is_word(fold(token)) or (token.isupper() and len(token) < 4) for token in tokens
            )
        if shapes.GEOGRAPHIC.search(self.reading.before(start, 40)):
            return True
        if cues <= _SHAPED | _WEAK | {"name_verb"} and shapes.ARTICLE.search(self.reading.before(start, 14)):
            return True
        if "name_verb" in cues:
            return False
        whole = [fold(token.rstrip(".")) for token in tokens if len(token.rstrip(".")) > 1]
        cue = words()
        if not whole or any(shapes.is_camel(token) for token in tokens):
            return bool(whole)
        named = whole[0] in cue.firsts or (whole[0] in cue.given and whole[-1] in cue.surnames)
        if all(word in cue.common or word in cue.places for word in whole):
            agent = "name_initial" in cues and bool(cues & {"name_by", "name_apposition"})
            return not named and not agent and ("name_initial" not in cues or cue.is_word(whole[-1]))
        if any(cue.is_name(word) for word in whole):
            plain = all(cue.is_word(word) for word in whole[1:])
            return len(whole) > 1 and plain and cues <= _SHAPED
        return cues <= _SHAPED | _WEAK and (cue.is_word(whole[-1]) or self.heads_section(start))

    def _completes_place(self, start: int, text: str) -> bool:
        """Whether the word before makes it a place of the list: "Prince Rupert"."""
        before = re.search(r"([^\W\d_][\w-]*) $", self.reading.before(start, 20))
        return before is not None and fold(f"{before.group(1)} {text}") in words().places

    def heads_section(self, start: int) -> bool:
        """Whether the place is in a heading as Markdown marks one."""
        line = self.reading.line_at(start)
        return line is not None and self.text.startswith("#", line.start)

    def _is_word(self, start: int, text: str, cues: Set[str]) -> bool:
        """Whether a single word is one of the language rather than a name."""
        cue, folded = words(), fold(text)
        if shapes.is_camel(text):
            return True
        if cues & (shapes.PERSONAL | {"name_speaks"}):
            return False
        if cue.is_word(folded):
            return "name_case" not in cues
        quoted = self.text[start - 1 : start] in {'"', "«", "“"}
        if folded in cue.common and folded not in cue.firsts:
            return cues == {"name_model"} and (quoted or self.opens(start))
        orders = shapes.ORDERS.search(text) and not cue.is_name(folded)
        return bool(orders and cues == {"name_model"} and self.opens(start))

    def opens(self, start: int) -> bool:
        """Whether the place opens a sentence."""
        sentence = self.reading.sentence_at(start)
        return sentence is not None and self.text[sentence.start : start].strip(" \"'(-:.0123456789*#>") == ""

    def is_thing(self, start: int, end: int, text: str, before: str, after: str, *, named: bool) -> bool:
        """Whether the run, or what it belongs to, is a thing, a place or an organisation."""
        tokens = [token for token in re.split(r"[ ,]+", text) if token]
        thing = any(fold(token.rstrip(".")) in words().things for token in tokens)
        if thing and shapes.INITIAL_AND_NAME.match(text) and fold(tokens[-1]) in words().surnames:
            thing = False
        following = re.match(r"(?:,? (?:&|and|et) | )([^\W\d_][\w-]+)", after)
        preceding = re.search(r"([^\W\d_][\w-]+) (?:[A-Z]\w+ )?$", before)
        if thing and not (named and len(tokens) > 1 and fold(tokens[-1]) in words().surnames):
            return True
        if following and not named and fold(following.group(1)) in words().things - shapes.VERB_LIKE:
            return True
        if (
            preceding
            and not named
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
        owned = re.match(rf"'s ([{UPPER}][^\W\d_]+)", after)
        if owned and not named and words().is_word(fold(owned.group(1))):
            return True
        species = re.match(r"'s (\w[\w-]*(?: \w+)?)", after)
        if species and any(part in words().species for part in (species.group(1), *species.group(1).split())):
            return True
        if shapes.CITED.match(after) or shapes.THING_BEFORE.search(before):
            return True
        if not named and (shapes.DIGITS_AFTER.match(after) or fold(text) in words().places):
            return True
        return (
            not named
            and len(tokens) > 1
            and bool(shapes.PLACE_BEFORE.search(before))
            and fold(tokens[0]) not in words().given
        )


def is_dated(text: str, before: str, after: str) -> bool:
    """Whether a month that is also a given name is a month here."""
    return fold(text) in shapes.MONTHS and bool(
        re.search(r"\d(?:st|nd|rd|th|er)? $", before) or re.match(r" \d|, \d", after)
    )
