# SPDX-License-Identifier: MIT
"""Sensitive sentences (health, employment, advice, privilege …): by trained weights, which the cues of our list feed.

A sentence is judged by what it says, by whom it names, by the heading above it and by the sentence before it, which a
pronoun takes up. It does not understand irony, nor what is said without its words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from reviewer.detection import passagecues, passageweights, sentencemodel, wordings
from reviewer.detection.blocks import Line, Sentence
from reviewer.detection.candidate import Candidate
from reviewer.detection.context import PERSON_WORDS, SOMEONE
from reviewer.detection.passagecues import Matches, grammars, phrases
from reviewer.detection.reading import Reading
from reviewer.model.document import Language
from reviewer.model.finding import Category, Evidence, EvidenceKind

_LIKELY = 0.42
"""From here the weights flag a sentence by themselves."""
_WITH_CUES, _OF_A_PERSON = 0.3, 0.05
"""From here a sentence is flagged that the cues by themselves speak for; the second where it names a person."""
_WITH_A_PHRASE = 0.1
"""The same for a phrase of the markings file."""
_DOUBT, _NO_DOUBT = 0.2, 0.55
"""From the one to the other the sentence model is asked: it takes a hundred times as long as the weights."""
_ALONE = 0.85
"""The same, of an opinion in a sentence that speaks of nobody; until here the model is asked about it."""
_LIKELIER = 0.3
"""The same, where the sentence before in the same line was flagged, or the sentence model was asked: it errs less."""
_CERTAIN = 0.95
_PERSON, _SOMEBODY = 0.35, 0.2
"""A name, a pronoun or kin; a word for anybody (employee, client, who)."""
_MOST_CITED = 4
_PRONOUN = re.compile(
    r"\W*(?:he|she|they|it|his|her|their|its|this|that|these|both|il|elle|ils|elles|son|sa|ses|leurs?|ce|cela|ceci|celui|celle|on|l'avis)\b",
    re.IGNORECASE,
)
_HEADING = 60
_SAYS_WHAT = 6
"""A heading of more words is a title: it does not say what kind of thing its sentences are."""
_SPECIES = re.compile(
    r"\b(?:nests?|nids?|dens?|tani[èe]re|roost\w*|burrows?|chicks?|spawning|fray[èe]re\w*|hibernac\w+|colon(?:y|ie)|cluster|gr[èe]bes?)\b",
    re.IGNORECASE,
)


class PassageRecognizer:
    """Weighs every sentence of a reading; `people` are the names found in it."""

    def __init__(self, reading: Reading, people: Sequence[Candidate], *, deep: bool = False) -> None:
        """With `deep`, the sentence model is asked about every sentence that is not plainly ordinary."""
        self.reading = reading
        self._deep = deep
        self.people = sorted(people, key=lambda item: item.start)
        self._starts = [item.start for item in self.people]
        places = [sought.places(reading.starts) for _, _, sought in phrases()]
        self._anywhere = [number for number, found in enumerate(places) if found is None]
        self._hints = sorted((at, number) for number, found in enumerate(places) for at in found or ())
        self._languages: dict[int, Language] = {}

    def find(self) -> Iterator[Candidate]:
        """The sensitive sentences, each under the category that fits best."""
        spoken = [
            (sentence, grammars().cues.matches(self._text(sentence)))
            for sentence in self.reading.sentences
            if not self.says_nothing(sentence)
        ]
        said = [self.said(sentence, matches) for sentence, matches in spoken]
        judged = passageweights.judge(said)
        by_weights = judged[:, passageweights.weights().classes.index(passageweights.NONE)].copy()
        asked = self._ask([sentence for sentence, _ in spoken], said, judged) if self._deep else frozenset()
        before: tuple[int, int, Category] | None = None
        for number, ((sentence, matches), each) in enumerate(zip(spoken, said, strict=True)):
            follows = before is not None and before[0] == sentence.line and before[1] >= sentence.start - 3
            after = before[2] if before is not None and follows else None
            plain = 1 - by_weights[number].item()
            found = self._judge(sentence, each, matches, judged[number], after, plain, asked=number in asked)
            if found is not None and number in asked:
                found = _confirmed(found, judged[number])
            if found is not None:
                before = sentence.line, sentence.end, found.category
                yield found

    def _ask(
        self, sentences: Sequence[Sentence], said: Sequence[wordings.Said], judged: passageweights.Floats
    ) -> frozenset[int]:
        """Put the sentence model's shares in the place of those of the weights where these leave a doubt; say where."""
        none = passageweights.weights().classes.index(passageweights.NONE)
        doubted = [
            number
            for number, (each, shares) in enumerate(zip(said, judged, strict=True))
            if _DOUBT <= 1 - shares[none] < (_ALONE if _is_nobodys(_likeliest(shares), each) else _NO_DOUBT)
        ]
        if not doubted:
            return frozenset()
        model = sentencemodel.model()
        columns = [model.classes.index(name) for name in passageweights.weights().classes]
        place = {sentence.start: number for number, sentence in enumerate(self.reading.sentences)}
        asked: dict[str, list[int]] = {}
        for number in doubted:
            asked.setdefault(self._text(sentences[number]), []).append(number)
        pairs = [(self._before(place[sentences[same[0]].start]), text) for text, same in asked.items()]
        for shares, same in zip(model.judge(pairs)[:, columns], asked.values(), strict=True):
            judged[same] = shares
        return frozenset(doubted)

    def said(self, sentence: Sentence, matches: Matches) -> wordings.Said:
        """A sentence with what stands around it, as the weights judge it."""
        first = bisect_left(self._starts, sentence.start)
        names = tuple(
            (item.start - sentence.start, item.end - sentence.start)
            for item in self.people[first : bisect_left(self._starts, sentence.end, first)]
        )
        text, line = self._text(sentence), self.reading.lines[sentence.line]
        return wordings.Said(
            text=text,
            language=self._language(sentence.line),
            names=names,
            heading=self._heading(sentence),
            cues=passagecues.sums(matches),
            someone=bool(names) or SOMEONE.within(text) or self._row_has_person(line),
            in_row=line.is_row,
        )

    def _judge(
        self,
        sentence: Sentence,
        said: wordings.Said,
        matches: Matches,
        shares: passageweights.Floats,
        after: Category | None,
        plain: float,
        *,
        asked: bool,
    ) -> Candidate | None:
        """`plain`: how likely the weights by themselves hold it; cues and weights that agree need no model."""
        classes = passageweights.weights().classes
        likely = 1 - shares[classes.index(passageweights.NONE)].item()
        if said.someone:
            person = _PERSON
        else:
            person = _SOMEBODY if PERSON_WORDS.within(said.text) else 0.0
        taken_up = after if _PRONOUN.match(said.text) else None
        by_cues = passagecues.best(matches, person=person, continued=taken_up)
        if by_cues is not None and max(likely, plain) >= (_OF_A_PERSON if said.names else _WITH_CUES):
            return self._found(sentence, said, matches, by_cues.category, max(likely, 0.6))
        if likely >= (_LIKELIER if asked or after is not None else _LIKELY):
            category = _likeliest(shares)
            if _is_nobodys(category, said) and not asked and likely < _ALONE:
                return None
            return self._found(sentence, said, matches, category, likely)
        if likely < _WITH_A_PHRASE:
            return None
        return self._by_phrase(sentence, said.text, matches, person=person)

    @staticmethod
    def _found(
        sentence: Sentence, said: wordings.Said, matches: Matches, category: Category, likely: float
    ) -> Candidate:
        """A finding with the cues that counted; a species' place says only that, for it is suggested otherwise."""
        confidence = round(min(_CERTAIN, likely), 2)
        if category is Category.SENSITIVE_SITE and _SPECIES.search(said.text):
            detail = "species"
        else:
            cited = [
                *passagecues.cited(category, matches),
                *passageweights.speaking(said, category, _MOST_CITED),
            ]
            detail = ", ".join(list(dict.fromkeys(cited))[:_MOST_CITED])
        rule = f"passage_{category.lower()}"
        sources = (Evidence(EvidenceKind.PASSAGE, rule, confidence, detail),)
        return Candidate(sentence.start, sentence.end, category, rule, confidence, sources)

    def _by_phrase(self, sentence: Sentence, text: str, said: Matches, *, person: float) -> Candidate | None:
        """A phrase of the markings file, alone: one weak source."""
        first = bisect_left(self._hints, (sentence.start, -1))
        last = bisect_left(self._hints, (sentence.end, -1), first)
        for number in sorted({*self._anywhere, *(number for _, number in self._hints[first:last])}):
            category, rule, sought = phrases()[number]
            if sought.regex.search(text) and (person or category is not Category.OPINION_ABOUT_PERSON):
                if said.get(f"{category}:veto"):
                    continue
                sources = (Evidence(EvidenceKind.PASSAGE, rule, 0.5),)
                return Candidate(sentence.start, sentence.end, category, rule, 0.5, sources)
        return None

    def _before(self, number: int) -> str:
        """The sentence before one of the reading's."""
        return self._text(self.reading.sentences[number - 1]) if number else ""

    def _text(self, sentence: Sentence) -> str:
        return self.reading.text[sentence.start : sentence.end]

    def _language(self, line: int) -> Language:
        if line not in self._languages:
            of = self.reading.lines[line]
            self._languages[line] = wordings.likely_language(self.reading.text[of.start : of.end])
        return self._languages[line]

    @cached_property
    def _headings(self) -> tuple[str, ...]:
        """The heading that each line stands under, empty where there is none."""
        above, found = "", []
        for line in self.reading.lines:
            text = self.reading.text[line.start : line.end].strip()
            found.append(above)
            if not line.is_row and text and len(text) < _HEADING and text[-1] not in ".!?;":
                above = text if len(text.split()) <= _SAYS_WHAT else ""
        return tuple(found)

    def _heading(self, sentence: Sentence) -> str:
        """The column's heading of a cell; for other sentences the heading above."""
        line = self.reading.lines[sentence.line]
        if line.is_row:
            return next(cell.header for cell in line.cells if cell.start <= sentence.start <= cell.end)
        return self._headings[sentence.line]

    def says_nothing(self, sentence: Sentence) -> bool:
        """A question, a heading, or a word alone outside a table."""
        text, line = self._text(sentence), self.reading.lines[sentence.line]
        if text.rstrip().endswith("?"):
            return True
        if line.is_row:
            return len(text) < 5
        if len(text.split()) < 3:
            return True
        return (
            sentence.end - line.start < _HEADING
            and text[-1] not in '.!;:")'
            and line.end - line.start < _HEADING
        )

    def _row_has_person(self, line: Line) -> bool:
        return line.is_row and bisect_left(self._starts, line.start) < bisect_left(self._starts, line.end)


def _likeliest(shares: passageweights.Floats) -> Category:
    """The kind of passage that a sentence is most likely, if it is one."""
    ranked = sorted(zip(shares.tolist(), passageweights.weights().classes, strict=True), reverse=True)
    return next(Category(name) for _, name in ranked if name != passageweights.NONE)


def _speaks_of_somebody(said: wordings.Said) -> bool:
    return said.someone or bool(PERSON_WORDS.within(said.text))


def _is_nobodys(category: Category, said: wordings.Said) -> bool:
    """Whether it would be an opinion about nobody: "The well is limestone too"."""
    return category is Category.OPINION_ABOUT_PERSON and not _speaks_of_somebody(said)


def _confirmed(found: Candidate, shares: passageweights.Floats) -> Candidate:
    """The same with what the sentence model said, which was asked, if it speaks for it."""
    none = passageweights.weights().classes.index(passageweights.NONE)
    said = round(1 - shares[none].item(), 2)
    if said < _LIKELIER:
        return found
    source = Evidence(EvidenceKind.MODEL, "sentence_model", said, sentencemodel.model().name)
    return replace(found, sources=(*found.sources, source))
