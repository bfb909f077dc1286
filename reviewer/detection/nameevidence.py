# SPDX-License-Identifier: MIT
"""What speaks for a capitalised run being somebody's name: titles, labels, kin, verbs, shapes, the models."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence

from reviewer.detection import namehints
from reviewer.detection import nameshapes as shapes
from reviewer.detection.models import Entity
from reviewer.detection.namewords import UPPER, cue_in, fold, words
from reviewer.detection.reading import Reading
from reviewer.model.document import StoryKind
from reviewer.model.finding import Evidence, EvidenceKind


class NameEvidence:
    """The sources of a reading, with what the models said of it."""

    def __init__(self, reading: Reading, entities: Sequence[Entity]) -> None:
        self.reading = reading
        self.text = reading.text
        self.entities = sorted(entities, key=lambda one: one.start)
        self._entity_starts = [entity.start for entity in self.entities]

    def sources(self, start: int, end: int, text: str, before: str, after: str) -> Iterator[Evidence]:
        """Every source that speaks for a run between what stands before and after it."""
        cues = words()
        several = " " in text
        if cues.public_before.search(before) or cues.public_after.search(after):
            yield Evidence(EvidenceKind.TITLE, "name_public", 0.9, "public")
        elif title := cues.title_before.search(before):
            yield Evidence(EvidenceKind.TITLE, "name_title", 0.92, cue_in("title", title.group()))
        if self.in_name_cell(start, end):
            cell = self.reading.cell_at(start)
            header = cue_in("label", cell.header) if cell is not None else ""
            yield Evidence(EvidenceKind.LABEL, "name_column", 0.85, header)
        elif self._is_author(start, end):
            yield Evidence(EvidenceKind.LABEL, "name_author", 0.85)
        elif label := cues.label_before.search(self._segment(start)):
            yield Evidence(EvidenceKind.LABEL, "name_label", 0.8, cue_in("label", label.group()))
        yield from self._shapes(start, end, text, after, several=several)
        yield from self._said_of(start, text, before, after, several=several)
        if not several and shapes.CASE.search(before) and not shapes.CITED.match(after):
            yield Evidence(EvidenceKind.CONTEXT, "name_case", 0.56)
        if (
            not several
            and shapes.BY.search(before)
            and fold(text) in (cues.surnames | cues.given) - cues.common - cues.places
        ):
            yield Evidence(EvidenceKind.CONTEXT, "name_by", 0.4)
        if several and shapes.BY.search(before):
            yield Evidence(EvidenceKind.CONTEXT, "name_by", 0.45)
        elif several and shapes.BESIDE.search(before):
            yield Evidence(EvidenceKind.CONTEXT, "name_by", 0.35)
        last = fold(text.rsplit(maxsplit=1)[-1])
        if several and last in cues.surnames and last not in cues.common:
            yield Evidence(EvidenceKind.LEXICON, "name_family", 0.4, "surnames")
        yield from namehints.said(self.reading, start, text, before, after)
        yield from self._models(start, end)

    def _said_of(
        self, start: int, text: str, before: str, after: str, *, several: bool
    ) -> Iterator[Evidence]:
        cues = words()
        kin = cues.kin_before.search(before)
        if (
            kin
            and fold(text) not in words().ordinary
            and not shapes.CALLED_THING.search(before)
            and not (shapes.POST.search(before) and fold(text) in cues.places)
        ):
            yield Evidence(EvidenceKind.CONTEXT, "name_kin", 0.7, cue_in("kin", kin.group()))
        role = shapes.ROLE.search(before)
        if (
            role
            and fold(text) not in cues.ordinary | cues.places
            and not (role.group()[0].isupper() and any(cues.is_word(fold(part)) for part in text.split()))
        ):
            yield Evidence(EvidenceKind.CONTEXT, "name_role", 0.6)
        if shapes.NAMED.search(before) and fold(text) not in words().ordinary:
            yield Evidence(EvidenceKind.CONTEXT, "name_named", 0.65)
        if shapes.AGED.match(after):
            yield Evidence(EvidenceKind.CONTEXT, "name_aged", 0.7)
        if shapes.SPEAKS.match(after):
            yield Evidence(EvidenceKind.CONTEXT, "name_speaks", 0.6)
        elif verb := cues.verb_after.search(after):
            cue = cue_in("verb", verb.group())
            plural = text.endswith("s") and not cues.is_name(fold(text))
            if several or not self._opens(start):
                yield Evidence(EvidenceKind.CONTEXT, "name_verb", 0.6, cue)
            elif not plural:
                yield Evidence(EvidenceKind.CONTEXT, "name_verb", 0.56, cue)

    def _shapes(self, start: int, end: int, text: str, after: str, *, several: bool) -> Iterator[Evidence]:
        cues = words()
        tokens = text.split()
        if "," in text:
            yield Evidence(EvidenceKind.PATTERN, "name_inverted", 0.8)
        elif '"' in text or "(" in text:
            yield Evidence(EvidenceKind.PATTERN, "name_nickname", 0.75)
        elif shapes.INITIAL_AND_NAME.match(text):
            yield Evidence(EvidenceKind.PATTERN, "name_initial", 0.62)
        elif several and 2 <= len(tokens) <= 4 and not shapes.CAPITALS.match(text):
            yield Evidence(EvidenceKind.PATTERN, "name_shape", 0.3)
        if several and any(fold(part) in cues.given for part in tokens[0].split("-")):
            yield Evidence(EvidenceKind.LEXICON, "name_given", 0.55, "given_names")
        elif not several:
            yield from self._alone(start, end, fold(text))
        if several and shapes.APPOSITION.match(after):
            yield Evidence(EvidenceKind.CONTEXT, "name_apposition", 0.5)
        defined = shapes.DEFINES_INITIALS.match(after)
        if defined and several and len(defined.group(1)) == len(tokens):
            yield Evidence(EvidenceKind.CONTEXT, "name_defines_initials", 0.6)

    def _alone(self, start: int, end: int, folded: str) -> Iterator[Evidence]:
        """What a list, or the place in a letter, says of a single word."""
        cues = words()
        if folded in cues.firsts:
            yield Evidence(EvidenceKind.LEXICON, "name_first", 0.56, "given_names")
        elif folded in cues.rarer and folded not in cues.surnames:
            yield Evidence(EvidenceKind.LEXICON, "name_first", 0.5, "given_names")
        elif folded in cues.surnames and folded not in cues.common:
            yield Evidence(EvidenceKind.LEXICON, "name_family", 0.3, "surnames")
        elif folded in cues.given and not namehints.is_else(folded) and folded not in cues.ambiguous:
            yield Evidence(EvidenceKind.LEXICON, "name_first", 0.45, "given_names")
        if folded in cues.ordinary or (folded in cues.common and not cues.is_name(folded)):
            return
        line = self.reading.line_at(start)
        if line is None or line.is_row:
            return
        rest = self.text[end : line.end].strip()
        if self.text[line.start : start].strip(" -") == "" and rest in {"", ",", ".", "!", " -", ":"}:
            after = self.reading.after_line(line)
            if (
                rest == ","
                or shapes.SIGN_OFF.search(self.reading.line_before(line))
                or (not rest and shapes.POST_LINE.match(after))
            ):
                yield Evidence(EvidenceKind.CONTEXT, "name_greeted", 0.6)
        elif rest[:1] in {",", "!", ":", "-"} and shapes.GREETED.search(self.text[line.start : start]):
            yield Evidence(EvidenceKind.CONTEXT, "name_greeted", 0.56)

    def _models(self, start: int, end: int) -> Iterator[Evidence]:
        index = bisect.bisect_left(self._entity_starts, end) - 1
        if index >= 0 and self.entities[index].end > start:
            entity = self.entities[index]
            yield Evidence(EvidenceKind.MODEL, "name_model", entity.score, entity.model)

    def is_labelled(self, start: int) -> bool:
        """Whether a label that people follow stands before, or before the list that leads here."""
        return words().label_before.search(self._segment(start)) is not None

    def _segment(self, start: int) -> str:
        """What stands before in the same list after a label: "Présents : A, B (x), C" all follow the label."""
        before = self.reading.before(start, 240)
        cut = re.split(r"\n|\t|(?<=[a-zà-ÿ)])\. ", before)[-1]
        return re.sub(rf"(?<=: )(?:[{UPPER}][^.;:\n]{{1,60}}(?:[,;] | and | et ))+$", "", cut)

    def in_name_cell(self, start: int, end: int) -> bool:
        """Whether the run opens a cell of a column of people, alone or before a bracket or a comma."""
        cell = self.reading.cell_at(start)
        if cell is None or not heads_people(cell.header):
            return False
        lead = self.text[cell.start : start].strip(' "«')
        rest = self.text[end : cell.end].strip(' "»')
        return (not lead or bool(words().title_start.match(lead + " A"))) and (not rest or rest[0] in "(,;/")

    def _is_author(self, start: int, end: int) -> bool:
        """Whether the run is all that a property for the author says."""
        story = self.reading.story
        if story.kind is not StoryKind.PROPERTY or not shapes.AUTHOR.search(story.id):
            return False
        return self.text[:start].strip() == self.text[end:].strip() == ""

    def _opens(self, start: int) -> bool:
        """Whether the place opens a sentence."""
        sentence = self.reading.sentence_at(start)
        return sentence is not None and self.text[sentence.start : start].strip(" \"'(-:.0123456789") == ""


def heads_people(header: str) -> bool:
    """Whether a column of this heading holds people."""
    return re.sub(r"[^\w' -]", "", header).strip().lower() in words().headings
