# SPDX-License-Identifier: MIT
"""Whether nothing but its capital makes a run look like a name: words of the language, headings, products, orders."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from functools import cached_property

from reviewer.detection import nameshapes as shapes
from reviewer.detection.namewords import fold, words
from reviewer.detection.reading import Reading
from reviewer.model.finding import Evidence, EvidenceKind

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


_SURE_WORD = 0.9
_SURE = 0.7
"""From these chances on a model is believed of a word, of several words."""
_EVEN = 0.5
"""From this chance on it is believed of a word that speaks: "Bride said"."""


class OrdinaryWords:
    """The words of a reading that a capital does not make a name."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.text

    @cached_property
    def _lower_words(self) -> frozenset[str]:
        """Words the document also writes in small letters: a capital at a sentence's start says nothing of them."""
        return frozenset(re.findall(r"(?<![\w.@'-])[a-zà-ÿ]{3,}(?![\w@'-])", self.text))

    def is_ordinary(self, start: int, text: str, sources: Iterable[Evidence]) -> bool:
        """Whether nothing but its capital makes a run look like a name. A model that is sure enough is believed."""
        tokens = [token for token in re.split(r"[ ,]+", text) if token]
        sources = tuple(sources)
        cues = {source.rule for source in sources}
        chance = max((source.score for source in sources if source.kind is EvidenceKind.MODEL), default=0.0)
        if len(tokens) > 1:
            return self._are_words(start, tokens, cues, chance)
        if self._has_shape_of_thing(start, text, cues):
            return True
        if cues & shapes.PERSONAL:
            return False
        if chance >= _SURE_WORD:
            return False
        if fold(text) in words().places and not self._goes_on(start, cues):
            return True
        if text.lower() in self._lower_words and fold(text) not in words().firsts:
            return True
        if self._is_word(start, text, cues, chance):
            return True
        return cues <= shapes.WEAK and bool(shapes.PLACE_BEFORE.search(self.reading.before(start, 20)))

    def _goes_on(self, start: int, cues: Set[str]) -> bool:
        """Whether the word goes on with a list of people after "and" or "then"."""
        return "name_in_list" in cues and bool(shapes.AND_BEFORE.search(self.reading.before(start, 8)))

    def _has_shape_of_thing(self, start: int, text: str, cues: Set[str]) -> bool:
        """Whether an acronym, an order, a place or a species is written so."""
        return bool(
            (shapes.CAPITALS.match(text) and len(text) < 6)
            or shapes.IMPERATIVE.search(text)
            or (cues == {"name_model"} and shapes.ABBREVIATED.match(self.reading.after(start + len(text), 3)))
            or (shapes.PLACE_SHAPE.search(text) and not cues & shapes.PERSONAL)
            or shapes.LATIN.match(self.reading.after(start + len(text), 30))
            or shapes.is_camel(text)
        )

    def _are_words(self, start: int, tokens: Sequence[str], cues: Set[str], chance: float) -> bool:
        """Whether a run of several words is a heading or a product: words of the language, no given name, no cue."""
        if "name_verb" in cues and all(
            words().is_word(fold(token)) for token in tokens if token[0].isupper()
        ):
            return not cues & (_STRONG - {"name_verb"})
        if cues & _STRONG - {"name_label"}:
            return False
        if "name_label" in cues:
            return all(
                words().is_word(fold(token)) or (token.isupper() and len(token) < 4) for token in tokens
            )
        if any(shapes.is_camel(token) for token in tokens):
            return True
        if (
            chance < _SURE
            and len(tokens) == 2
            and all(token.lower() in self._lower_words for token in tokens)
        ):
            return True
        whole = [fold(token.rstrip(".")) for token in tokens if len(token.rstrip(".")) > 1]
        cue = words()
        if not whole or chance >= _SURE_WORD:
            return False
        named = whole[0] in cue.firsts or (whole[0] in cue.given and whole[-1] in cue.surnames)
        if all(word in cue.common or word in cue.places for word in whole):
            agent = "name_initial" in cues and bool(cues & {"name_by", "name_apposition"})
            return not named and not agent and ("name_initial" not in cues or cue.is_word(whole[-1]))
        if chance >= _SURE:
            return False
        if any(cue.is_name(word) for word in whole):
            plain = all(cue.is_word(word) for word in whole[1:])
            return len(whole) > 1 and plain and cues <= shapes.SHAPED
        return cues <= shapes.SHAPED | shapes.WEAK and (cue.is_word(whole[-1]) or self._heads_section(start))

    def _heads_section(self, start: int) -> bool:
        """Whether the place is in a heading as Markdown marks one."""
        line = self.reading.line_at(start)
        return line is not None and self.text.startswith("#", line.start)

    def _is_word(self, start: int, text: str, cues: Set[str], chance: float) -> bool:
        """Whether a single word is one of the language rather than a name."""
        cue, folded = words(), fold(text)
        if "name_speaks" in cues:
            return False
        if cue.is_word(folded):
            return "name_case" not in cues and not ("name_verb" in cues and chance >= _EVEN)
        quoted = self.text[start - 1 : start] in {'"', "«", "“"}
        if folded in cue.common and folded not in cue.firsts:
            return cues == {"name_model"} and (quoted or self._opens(start))
        orders = shapes.ORDERS.search(text) and not cue.is_name(folded)
        return bool(orders and cues == {"name_model"} and self._opens(start))

    def _opens(self, start: int) -> bool:
        """Whether the place opens a sentence."""
        sentence = self.reading.sentence_at(start)
        return sentence is not None and self.text[sentence.start : start].strip(" \"'(-:.0123456789*#>") == ""
