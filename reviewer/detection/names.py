# SPDX-License-Identifier: MIT
"""People's names by cue and shape: titles, labels, tables, kin, verbs, and what the models say of a capitalised run."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from reviewer.detection import boundaries, institutions
from reviewer.detection import nameshapes as shapes
from reviewer.detection.candidate import Candidate
from reviewer.detection.models import Entity
from reviewer.detection.namewords import RUN, UPPER, fold, words
from reviewer.detection.reading import Reading
from reviewer.model.document import StoryKind
from reviewer.model.finding import Category, Evidence, EvidenceKind, Role

THRESHOLD = 0.55
_NER = 0.6


class NameRecognizer:
    """Weighs all that speaks for and against each capitalised run of a reading."""

    def __init__(self, reading: Reading, entities: Sequence[Entity]) -> None:
        self.reading = reading
        self.text = reading.text
        self.entities = sorted(entities, key=lambda one: one.start)
        self._entity_starts = [entity.start for entity in self.entities]

    def find(self) -> Iterator[Candidate]:
        """The names, each with every source that speaks for it."""
        places = {*self._runs(), *self._inverted(), *self._cells(), *self._by_model()}
        last: Candidate | None = None
        for start, end in sorted(places):
            follows = last is not None and shapes.LIST.fullmatch(self.text[last.end : start]) is not None
            listed = follows and self._is_listed(last, end)
            found = self._weigh(start, end, follows=listed)
            if found is not None:
                last = found
                yield found

    def _is_listed(self, last: Candidate | None, end: int) -> bool:
        """Whether a run after a name goes on with its list: "A, B et C" or "MM. A et B"."""
        plural = last is not None and shapes.PLURAL.match(self.text, last.start)
        return bool(plural or shapes.LISTED.match(self.reading.after(end, 5)))

    def _runs(self) -> Iterator[tuple[int, int]]:
        interview = bool(re.search(r"(?m)^Q\. ", self.text))
        for match in RUN.finditer(self.text):
            if (
                interview
                and re.match(r"[QAR]\. ", match.group())
                and self.reading.before(match.start()) == ""
            ):
                yield from boundaries.split_run(self.text, match.start() + 3, match.end())
                continue
            yield from boundaries.split_run(self.text, *match.span())

    def _inverted(self) -> Iterator[tuple[int, int]]:
        """LAST, First; and Last, First in a column of names or before a unit in brackets."""
        for match in shapes.INVERTED.finditer(self.text):
            last = match.group().split(",")[0]
            unit = shapes.UNIT.match(self.text, match.end())
            first = match.group().split(", ")[1].split()[0]
            capitals = shapes.CAPITALS.match(last) and len(last) > 4 and not shapes.CAPITALS.match(first)
            given = (
                fold(first) in words().given
                and fold(last) not in words().places
                and not shapes.CAPITALS.match(last)
            )
            if not (capitals or unit or given or self._in_name_cell(*match.span())):
                continue
            if not any(
                fold(part) in words().things | words().ordinary for part in re.split(r"[ ,]+", match.group())
            ):
                yield match.start(), unit.end() if unit else match.end()

    def _cells(self) -> Iterator[tuple[int, int]]:
        """The content of a cell in a column of people, when it has the shape of a name."""
        for line in self.reading.lines:
            for cell in line.cells:
                if self._heads_people(cell.header) and (
                    match := shapes.CELL.match(self.text, cell.start, cell.end)
                ):
                    yield boundaries.without_title(self.text, *match.span())

    def _by_model(self) -> Iterator[tuple[int, int]]:
        for entity in self.entities:
            place = boundaries.repair(self.text, entity.start, entity.end)
            if place is not None:
                yield place

    @cached_property
    def _lower_words(self) -> frozenset[str]:
        """Words the document also writes in small letters: a capital at a sentence's start says nothing of them."""
        return frozenset(re.findall(r"(?<![\w.@'-])[a-zà-ÿ]{3,}(?![\w@'-])", self.text))

    def _weigh(self, start: int, end: int, *, follows: bool) -> Candidate | None:
        text = self.text[start:end]
        before, after = self.reading.before(start, 60), self.reading.after(end, 60)
        sources = list(self._sources(start, end, text, before, after))
        if follows:
            sources.append(Evidence(EvidenceKind.CONTEXT, "name_in_list", 0.56))
        if not sources:
            return None
        named = any(source.kind in {EvidenceKind.TITLE, EvidenceKind.LABEL} for source in sources)
        kin = any(source.rule in shapes.PERSONAL for source in sources)
        if self._is_thing(start, end, text, before, after, named=named or kin) or _dated(text, before, after):
            return None
        if self._is_label(text):
            return None
        titled = (
            any(source.kind is EvidenceKind.TITLE for source in sources)
            or "," in text
            or self._in_name_cell(start, end)
        )
        if not titled and self._is_ordinary(start, text, sources):
            return None
        miss = 1.0
        for score in {source.kind: source.score for source in sources}.values():
            miss *= 1 - score
        confidence = round(1 - miss, 2)
        if confidence < THRESHOLD:
            return None
        public = any(source.detail == "public" for source in sources)
        start -= boundaries.title_length(before) or self._couple(before, text)
        best = max(sources, key=lambda source: source.score)
        return Candidate(
            start,
            end,
            Category.PERSON,
            best.rule,
            confidence,
            tuple(sources),
            Role.PUBLIC if public else None,
        )

    @staticmethod
    def _couple(before: str, text: str) -> int:
        """The signs of a first given name: "Lyle and Bernadette Hrynkiw" is one place."""
        first = shapes.COUPLE.search(before)
        if (
            first is None
            or " " not in text
            or fold(first.group(1)) in words().ordinary | words().things | words().places
        ):
            return 0
        return len(first.group()) if fold(text.split(maxsplit=1)[0]) in words().given else 0

    def _sources(self, start: int, end: int, text: str, before: str, after: str) -> Iterator[Evidence]:
        cues = words()
        several = " " in text
        if cues.public_before.search(before) or cues.public_after.search(after):
            yield Evidence(EvidenceKind.TITLE, "name_public", 0.9, "public")
        elif cues.title_before.search(before):
            yield Evidence(EvidenceKind.TITLE, "name_title", 0.92)
        if self._in_name_cell(start, end):
            yield Evidence(EvidenceKind.LABEL, "name_column", 0.85)
        elif self._is_author(start, end):
            yield Evidence(EvidenceKind.LABEL, "name_author", 0.85)
        elif cues.label_before.search(self._segment(start)):
            yield Evidence(EvidenceKind.LABEL, "name_label", 0.8)
        yield from self._shapes(start, end, text, after, several=several)
        yield from self._said_of(start, text, before, after, several=several)
        if several and shapes.BY.search(before):
            yield Evidence(EvidenceKind.CONTEXT, "name_by", 0.45)
        yield from self._models(start, end, several=several)

    def _said_of(
        self, start: int, text: str, before: str, after: str, *, several: bool
    ) -> Iterator[Evidence]:
        cues = words()
        if cues.kin_before.search(before) and fold(text) not in words().ordinary:
            yield Evidence(EvidenceKind.CONTEXT, "name_kin", 0.7)
        if shapes.NAMED.search(before) and fold(text) not in words().ordinary:
            yield Evidence(EvidenceKind.CONTEXT, "name_named", 0.65)
        if shapes.AGED.match(after):
            yield Evidence(EvidenceKind.CONTEXT, "name_aged", 0.7)
        if cues.verb_after.search(after) or shapes.SPEAKS.match(after):
            plural = text.endswith("s") and fold(text) not in cues.given | cues.surnames
            if several or not self._opens(start):
                yield Evidence(EvidenceKind.CONTEXT, "name_verb", 0.6)
            elif not plural:
                yield Evidence(EvidenceKind.CONTEXT, "name_verb", 0.56)

    def _shapes(self, start: int, end: int, text: str, after: str, *, several: bool) -> Iterator[Evidence]:
        cues = words()
        tokens = text.split()
        if "," in text:
            yield Evidence(EvidenceKind.PATTERN, "name_inverted", 0.8)
        elif shapes.INITIAL_AND_NAME.match(text):
            yield Evidence(EvidenceKind.PATTERN, "name_initial", 0.62)
        elif several and 2 <= len(tokens) <= 4 and not shapes.CAPITALS.match(text):
            yield Evidence(EvidenceKind.PATTERN, "name_shape", 0.3)
        if several and any(fold(part) in cues.given for part in tokens[0].split("-")):
            yield Evidence(EvidenceKind.LEXICON, "name_given", 0.55)
        if several and shapes.APPOSITION.match(after):
            yield Evidence(EvidenceKind.CONTEXT, "name_apposition", 0.5)
        if shapes.DEFINES_INITIALS.match(after) and several:
            yield Evidence(EvidenceKind.CONTEXT, "name_defines_initials", 0.6)

    def _models(self, start: int, end: int, *, several: bool) -> Iterator[Evidence]:
        index = bisect.bisect_left(self._entity_starts, end) - 1
        if index >= 0 and self.entities[index].end > start:
            score = _NER if several or not self._opens(start) else 0.4
            yield Evidence(EvidenceKind.MODEL, "name_model", score, self.entities[index].language.value)

    def _segment(self, start: int) -> str:
        """What stands before in the same list after a label: "Présents : A, B (x), C" all follow the label."""
        before = self.reading.before(start, 240)
        cut = re.split(r"\n|\t|(?<=[a-zà-ÿ)])\. ", before)[-1]
        return re.sub(rf"(?<=: )(?:[{UPPER}][^.;:\n]{{1,60}}(?:[,;] | and | et ))+$", "", cut)

    def _in_name_cell(self, start: int, end: int) -> bool:
        """Whether the run opens a cell of a column of people, alone or before a bracket or a comma."""
        cell = self.reading.cell_at(start)
        if cell is None or not self._heads_people(cell.header):
            return False
        lead = self.text[cell.start : start].strip()
        rest = self.text[end : cell.end].strip()
        return (not lead or bool(words().title_start.match(lead + " A"))) and (not rest or rest[0] in "(,;/")

    def _heads_line(self, start: int) -> bool:
        """Whether the place opens a short line that may be a numbered heading."""
        line = self.reading.line_at(start)
        return line is not None and line.start == start and not line.is_row and line.end - line.start < 60

    def _is_author(self, start: int, end: int) -> bool:
        """Whether the run is all that a property for the author says."""
        story = self.reading.story
        if story.kind is not StoryKind.PROPERTY or not shapes.AUTHOR.search(story.id):
            return False
        return self.text[:start].strip() == self.text[end:].strip() == ""

    @staticmethod
    def _heads_people(header: str) -> bool:
        return re.sub(r"[^\w' -]", "", header).strip().lower() in words().headings

    def _opens(self, start: int) -> bool:
        """Whether the place opens a sentence."""
        sentence = self.reading.sentence_at(start)
        return sentence is not None and self.text[sentence.start : start].strip(" \"'(-:.0123456789") == ""

    @staticmethod
    def _is_label(text: str) -> bool:
        """Whether nothing in it can be a name: words of forms, or an acronym."""
        tokens = [token for token in re.split(r"[ ,]+", text) if token]
        if all(fold(token.rstrip(".")) in words().ordinary for token in tokens if len(token.rstrip(".")) > 1):
            return any(len(token.rstrip(".")) > 1 for token in tokens)
        return len(tokens) == 1 and text in institutions.acronyms()

    def _is_ordinary(self, start: int, text: str, sources: Iterable[Evidence]) -> bool:
        tokens = [token for token in re.split(r"[ ,]+", text) if token]
        if len(tokens) > 1:
            return len(tokens) == 2 and all(token.lower() in self._lower_words for token in tokens)
        cues = {source.rule for source in sources}
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
        if text.lower() in self._lower_words and not cues & shapes.PERSONAL:
            return True
        return cues == {"name_model"} and bool(shapes.PLACE_BEFORE.search(self.reading.before(start, 20)))

    def _is_thing(self, start: int, end: int, text: str, before: str, after: str, *, named: bool) -> bool:
        tokens = [token for token in re.split(r"[ ,]+", text) if token]
        thing = any(fold(token.rstrip(".")) in words().things for token in tokens)
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


def _dated(text: str, before: str, after: str) -> bool:
    """Whether a month that is also a given name is a month here."""
    return fold(text) in shapes.MONTHS and bool(
        re.search(r"\d(?:st|nd|rd|th|er)? $", before) or re.match(r" \d|, \d", after)
    )
