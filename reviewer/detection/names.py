# SPDX-License-Identifier: MIT
"""People's names by cue and shape: titles, labels, tables, kin, verbs, and what the models say of a capitalised run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from reviewer.detection import boundaries, namechat, namejoins, nameletters
from reviewer.detection import nameshapes as shapes
from reviewer.detection.candidate import Candidate
from reviewer.detection.models import Entity
from reviewer.detection.namedoubts import NameDoubts, is_dated
from reviewer.detection.nameevidence import NameEvidence, heads_people
from reviewer.detection.nameinverted import InvertedNames
from reviewer.detection.nameordinary import OrdinaryWords
from reviewer.detection.namewords import RUN, fold, words
from reviewer.detection.reading import Reading
from reviewer.model.finding import Category, Evidence, EvidenceKind, Role

THRESHOLD = 0.55
_SURE = 0.7
"""From this chance on a model is believed of names in small letters."""
_SMALL = re.compile(r"[^\W\d_A-Z]{3,}(?: [^\W\d_A-Z]{3,}){0,2}")
_CERTAIN = 0.9
"""From this chance on a model's name of several words is no thing, though one of its words may be: "Hyun-woo Park"."""
_MODEL = 0.85
"""A model by itself makes nothing sure, however sure it is."""


class NameRecognizer:
    """Weighs all that speaks for and against each capitalised run of a reading."""

    def __init__(self, reading: Reading, entities: Sequence[Entity]) -> None:
        self.reading = reading
        self.text = reading.text
        self._evidence = NameEvidence(reading, entities)
        self._doubts = NameDoubts(reading)
        self._inverted = InvertedNames(reading, self._evidence)
        self._ordinary = OrdinaryWords(reading)

    def find(self) -> Iterator[Candidate]:
        """The names, each with every source that speaks for it, whole."""
        return namejoins.joined(self.reading, self._found())

    def _found(self) -> Iterator[Candidate]:
        places = {
            *self._runs(),
            *self._inverted.places(),
            *self._cells(),
            *self._by_model(),
            *self._nicknamed(),
        }
        last: Candidate | None = None
        plural = False
        yield from nameletters.find(self.reading)
        yield from namechat.find(self.reading)
        for start, end in sorted(places):
            follows = last is not None and shapes.LIST.fullmatch(self.text[last.end : start]) is not None
            plural = last is not None and (
                shapes.PLURAL.match(self.text, last.start) is not None or (follows and plural)
            )
            listed = follows and (plural or self._is_listed(last, start, end))
            found = self._weigh(start, end, follows=listed)
            if found is not None:
                last = found
                yield found

    def _is_listed(self, last: Candidate | None, start: int, end: int) -> bool:
        """Whether a run after a name goes on with its list: "A, B et C"."""
        if last is None:
            return False
        if self.text[last.end : start] == ", " and self._ends_line(end) and self._begins_line(last.start):
            # "Marc Pageau, Oproma" alone in its line is a person and a place of work.
            return words().is_name(fold(self.text[start:end].split(maxsplit=1)[0]))
        return bool(shapes.LISTED.match(self.reading.after(end, 5)))

    def _begins_line(self, start: int) -> bool:
        line = self.reading.line_at(start)
        return line is not None and not any(sign.isalpha() for sign in self.text[line.start : start])

    def _ends_line(self, end: int) -> bool:
        line = self.reading.line_at(end)
        return line is not None and not any(sign.isalnum() for sign in self.text[end : line.end])

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

    def _nicknamed(self) -> Iterator[tuple[int, int]]:
        for match in shapes.NICKNAME.finditer(self.text):
            start = boundaries.without_title(self.text, *match.span())[0]
            parts = [fold(part) for part in re.findall(r"[^\W\d_][\w-]*", match.group())]
            if match.group().startswith("("):
                continue
            known = parts[0] in words().given
            if (
                known
                or not any(
                    words().is_word(part) or part in words().ordinary for part in (parts[0], parts[-1])
                )
                or (match.group().startswith('"') and not words().is_word(parts[-1]))
            ):
                yield start, match.end()

    def _cells(self) -> Iterator[tuple[int, int]]:
        """The content of a cell in a column of people, when it has the shape of a name."""
        for line in self.reading.lines:
            for cell in line.cells:
                start = cell.end - len(self.text[cell.start : cell.end].lstrip('"« '))
                if heads_people(cell.header) and (match := shapes.CELL.match(self.text, start, cell.end)):
                    yield boundaries.without_title(self.text, *match.span())

    def _by_model(self) -> Iterator[tuple[int, int]]:
        for entity in self._evidence.entities:
            place = boundaries.repair(self.text, entity.start, entity.end)
            if place is not None:
                yield place
            elif entity.score >= _SURE and _SMALL.fullmatch(self.text, entity.start, entity.end):
                yield entity.start, entity.end

    def _weigh(self, start: int, end: int, *, follows: bool) -> Candidate | None:
        text = self.text[start:end]
        before, after = self.reading.before(start, 60), self.reading.after(end, 60)
        sources = list(self._evidence.sources(start, end, text, before, after))
        if follows:
            sources.append(Evidence(EvidenceKind.CONTEXT, "name_in_list", 0.56))
        if not sources:
            return None
        named = any(source.kind in {EvidenceKind.TITLE, EvidenceKind.LABEL} for source in sources)
        kin = any(source.rule in shapes.PERSONAL for source in sources)
        listed = follows and shapes.AND_BEFORE.search(before) is not None
        certain = " " in text and _chance(sources) >= _CERTAIN
        named = named or kin or listed or "," in text
        if self._doubts.is_thing(start, end, text, before, after, named=named, certain=certain) or is_dated(
            text, before, after
        ):
            return None
        if self._doubts.is_label(text):
            return None
        titled = (
            any(source.kind is EvidenceKind.TITLE for source in sources)
            or "," in text
            or self._evidence.in_name_cell(start, end)
        )
        if not titled and (
            self._doubts.is_placed(start, text, {source.rule for source in sources})
            or self._ordinary.is_ordinary(start, text, sources)
        ):
            return None
        confidence = _confidence(sources)
        if confidence < THRESHOLD:
            return None
        public = any(source.detail == "public" for source in sources)
        start -= boundaries.title_length(before) or self._couple(before, text)
        end += boundaries.suffix_length(after) if " " in text or named else 0
        best = max(sources, key=attrgetter("score"))
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
            or shapes.OPENED.search(before[: first.start()])
            or " " not in text
            or fold(first.group(1)) in words().ordinary | words().things | words().places
        ):
            return 0
        return len(first.group()) if fold(text.split(maxsplit=1)[0]) in words().given else 0


def _chance(sources: Sequence[Evidence]) -> float:
    """How sure the model is; nothing where it does not see a name."""
    return max((source.score for source in sources if source.kind is EvidenceKind.MODEL), default=0.0)


def _confidence(sources: Iterable[Evidence]) -> float:
    """The best source of each kind counts, as if each were wrong by itself."""
    miss = 1.0
    for kind, score in {
        source.kind: source.score for source in sorted(sources, key=attrgetter("score"))
    }.items():
        miss *= 1 - (min(score, _MODEL) if kind is EvidenceKind.MODEL else score)
    return round(1 - miss, 2)
