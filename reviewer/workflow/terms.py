# SPDX-License-Identifier: MIT
"""What the gate must search for: every withheld string, and how often it was explicitly disclosed, by story."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from reviewer.documents.folding import fold
from reviewer.model.cover import Cover
from reviewer.model.decision import Decision, Decisions, Verdict
from reviewer.model.document import Document, Format, Language, Span, Story, StoryKind
from reviewer.model.finding import PASSAGES, Category, Finding
from reviewer.redaction.labels import separator_of, wording
from reviewer.redaction.plan import Plan
from reviewer.verification.request import GateRequest, Term
from reviewer.workflow.boxed import LETTERS
from reviewer.workflow.shown import Shown, Visible

_DROPPED = frozenset(
    {
        StoryKind.COMMENT,
        StoryKind.DELETION,
        StoryKind.HIDDEN,
        StoryKind.ANNOTATION,
        StoryKind.ATTACHMENT,
        StoryKind.SCRIPT,
        StoryKind.REVISION,
        StoryKind.DIAGRAM,
        StoryKind.EMBEDDED,
    }
)
"""Stories that no copy holds: the answers to their problems are to leave them out."""
_REWRITTEN = frozenset({StoryKind.PROPERTY})
"""Stories that no copy holds either, but whose words (a title) may rightly stand in what replaces them."""
_TOO_SHORT = 3
"""A term of fewer folded characters is met everywhere: it warns and does not block."""
_LONG = 40
"""A passage of more folded characters is searched in pieces too: half a sentence is a leak as well."""
_PIECE_WORDS = 6
_PIECE_LETTERS = 24
_LINE_LETTERS = 20
_STRETCH = 30
_NAME_TOKEN = 3
_LOOSE = frozenset({Category.PERSON, Category.AGE, Category.MARKING}) | PASSAGES


def gate_request(
    document: Document,
    plan: Plan,
    decisions: Decisions,
    found: Iterable[Finding] = (),
    *,
    format_: Format,
    also: Iterable[str] = (),
    boxed: Collection[Span] = (),
    halves: Collection[tuple[Span, Span]] = (),
) -> GateRequest:
    """All the gate must search for, with what was explicitly disclosed counted by story.

    `also` are words that a person withholds and that no story holds: then the copy must not hold them either.
    `boxed` is the text under boxes: a box takes a place, so the same words may stand elsewhere, but no more often.
    `halves` are the places of terms that a page end cuts: the whole is withheld, each half only where it stood.
    """
    known = tuple(found)
    parts = frozenset(span for pair in halves for span in pair)
    wholes = (" ".join(map(document.text_of, pair)) for pair in halves)
    withheld = (*_withheld(document, plan, decisions.decisions, known, parts), *wholes, *also)
    in_place = (document.text_of(span) for span in (*boxed, *sorted(parts)))
    long_enough = (text for text in in_place if len(fold(text).text) >= LETTERS)
    pieces = (*_pieces(document, plan, decisions.decisions), *long_enough)
    tokens = tuple(_tokens(document, decisions.decisions, known))
    needles = frozenset(fold(text).text for text in (*withheld, *pieces, *tokens))
    note = _note(plan, format_)
    left = [Visible(story, _kept(story, plan, boxed)) for story in document.stories if _is_kept(story, plan)]
    kept = Shown([*left, *note], needles)
    disclosed = Shown([*_disclosed(document, decisions.decisions, plan), *note], needles)
    terms: dict[str, Term] = {}
    _add(terms, withheld, disclosed)
    _add(terms, pieces, kept)
    _add(terms, tokens, disclosed, token=True)
    _add(terms, tuple(kept.glued(terms)), disclosed, token=True)
    # What a person wrote to generalise is text of the copy like any other: only the mark after it separates.
    separators = tuple(sorted({separator_of(label, plan.language) for label in plan.labels}))
    return GateRequest(
        format_,
        tuple(terms.values()),
        separators,
        plan.language,
        plan.title,
        document.pages,
        _placeholders(plan.language) if format_ is Format.DOCX else (),
    )


def _add(terms: dict[str, Term], texts: Iterable[str], shown: Shown, *, token: bool = False) -> None:
    """List texts that are not listed yet; what folds alike is one term, and the first way of writing it counts."""
    for text in texts:
        key = fold(text).text
        if key and key not in terms:
            terms[key] = Term(text, token=token or len(key) < _TOO_SHORT, allowed=shown.allow(text))


def _placeholders(language: Language) -> tuple[str, ...]:
    """What stands in the place of a picture or an object that was dropped; "object" may be withheld elsewhere."""
    return tuple(text for key, text in sorted(wording()[language].items()) if key.endswith("_removed"))


def _note(plan: Plan, format_: Format) -> list[Visible]:
    """The reader's note, whose words are ours: "Access to Information Act" may be withheld elsewhere.

    In a PDF it is the page before the source's first one: page 0 as the gate counts.
    """
    if plan.note is None:
        return []
    paged = format_ is Format.PDF
    kind, page = (StoryKind.PAGE, 0) if paged else (StoryKind.BODY, None)
    text = plan.note.text
    return [Visible(Story("note", kind, text, page=page), ((0, len(text)),))]


def _is_kept(story: Story, plan: Plan) -> bool:
    return story.kind not in _DROPPED | _REWRITTEN and story.id not in plan.left_out


def _kept(story: Story, plan: Plan, boxed: Collection[Span]) -> tuple[tuple[int, int], ...]:
    """What is left of a story's text between the removals and the boxes."""
    cuts = [(each.start, each.end) for each in plan.removals.get(story.id, ())]
    cuts += [(each.start, each.end) for each in boxed if each.story == story.id]
    runs: list[tuple[int, int]] = []
    at = 0
    for start, end in sorted(cuts):
        if at < start:
            runs.append((at, start))
        at = max(at, end)
    return (*runs, (at, len(story.text)))


def _disclosed(document: Document, decisions: Iterable[Decision], plan: Plan) -> list[Visible]:
    """Only the characters that somebody explicitly disclosed and nobody removed, each once, by story."""
    shown: dict[str, bytearray] = {}
    for each in decisions:
        span = each.target
        if each.ruling.verdict is Verdict.DISCLOSE and isinstance(span, Span):
            mask = shown.setdefault(span.story, bytearray(len(document.story(span.story).text)))
            mask[span.start : span.end] = b"\1" * (span.end - span.start)
    visible: list[Visible] = []
    for story_id, mask in shown.items():
        story = document.story(story_id)
        for cut in plan.removals.get(story_id, ()):
            mask[cut.start : cut.end] = bytes(cut.end - cut.start)
        if _is_kept(story, plan):
            visible.append(Visible(story, tuple(match.span() for match in re.finditer(rb"\x01+", mask))))
    return visible


def _withheld(
    document: Document,
    plan: Plan,
    decisions: Iterable[Decision],
    found: tuple[Finding, ...],
    halves: frozenset[Span],
) -> Iterator[str]:
    """Every string that was withheld: each stretch, each decision's own place, each identifier inside a passage."""
    removed = [each.target for each in decisions if each.removes and isinstance(each.target, Span)]
    stretches = (
        Span(story, removal.start, removal.end)
        for story, removals in plan.removals.items()
        for removal in removals
    )
    own = (span for span in removed if span.story not in plan.left_out)
    yield from (document.text_of(span) for span in (*stretches, *own) if span not in halves)
    cover = Cover(removed)
    for finding in found:
        if finding.category not in _LOOSE and cover.holds(finding.span):
            yield document.text_of(finding.span)


def _pieces(document: Document, plan: Plan, decisions: Iterable[Decision]) -> Iterator[str]:
    """Pieces of long passages, and the lines of stories that no copy holds."""
    for each in decisions:
        if each.removes and isinstance(each.target, Span):
            text = document.text_of(each.target)
            if len(text) > _LONG:
                yield from _windows(text)
    for story in document.stories:
        if story.kind not in _REWRITTEN and not _is_kept(story, plan):
            for line in story.text.splitlines():
                if len(fold(line).text) >= _LINE_LETTERS:
                    yield from _stretches(line)


def _stretches(line: str) -> Iterator[str]:
    """A line that no copy holds, cut where the gate would cut it: what it moved to or became may repeat any stretch.

    Each stretch is counted on its own in what stays; the gate itself cuts no term as short as these.
    """
    words, gathered = line.split(), 0
    left = sum(len(fold(word).text) for word in words)
    start = 0
    for at, word in enumerate(words):
        if gathered >= _STRETCH and left >= _STRETCH:
            yield " ".join(words[start:at])
            start, gathered = at, 0
        gathered += (letters := len(fold(word).text))
        left -= letters
    yield " ".join(words[start:])


def _windows(text: str) -> Iterator[str]:
    words = text.split()
    for at in range(0, len(words), _PIECE_WORDS):
        piece = " ".join(words[at : at + _PIECE_WORDS])
        if len(fold(piece).text) >= _PIECE_LETTERS:
            yield piece


def _tokens(document: Document, decisions: Iterable[Decision], found: tuple[Finding, ...]) -> Iterator[str]:
    """The single words of withheld names: elsewhere they may be another's, so they only warn."""
    names = {finding.span for finding in found if finding.category is Category.PERSON}
    for each in decisions:
        if each.ruling.verdict is Verdict.WITHHOLD and each.target in names and isinstance(each.target, Span):
            words = document.text_of(each.target).split()
            if len(words) > 1:
                yield from (word for word in words if len(fold(word).text) >= _NAME_TOKEN)
