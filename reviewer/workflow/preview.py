# SPDX-License-Identifier: MIT
"""A redacted copy that passed the gate, without a store or a key; its name says that nobody approved it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reviewer.documents.folding import find_all
from reviewer.documents.source import Source
from reviewer.errors import InvalidDecision, ReviewerError, TargetExists
from reviewer.model.decision import REMOVES, Answer, Decision, Decisions, Verdict
from reviewer.model.document import ENCODINGS, Choice, Document, Language, Region, Span, StoryKind
from reviewer.progress import Report, silent
from reviewer.publishing.files import write_files
from reviewer.signoff import policy
from reviewer.verification.report import GateReport
from reviewer.workflow.decision_file import Resolved, Untrusted, resolve
from reviewer.workflow.offers import Offers
from reviewer.workflow.open import read
from reviewer.workflow.redact import Draft, redact
from reviewer.workflow.titles import preview_title
from reviewer.workflow.verify import proved

_NOBODY = "preview"
REPORT_NAME = "report.json"
_NEUTRAL_STEM = "document"
_SUFFIX = {Language.EN: "preview-not-approved", Language.FR: "aperçu-non-approuvé"}


@dataclass(frozen=True)
class Preview:
    """What came of a preview: the file, the choices taken by default, what the copy gives its readers."""

    path: Path
    safe: Mapping[str, Choice]
    gate: GateReport
    unmatched: int
    removed: int
    offers: Offers


def preview(
    path: Path,
    untrusted: Untrusted,
    out: Path,
    *,
    ground: str = "19(1)",
    language: Language | None = None,
    safe_defaults: bool = False,
    report: Report = silent,
) -> Preview:
    """Write one copy and its report into `out`. On a refusal only the report is written.

    Raises what reading, redaction and the gate raise; a report that names the error, without text, is then in `out`.
    TargetExists when `out` holds a report that is not ours: nothing is written.
    """
    _check_report(out / REPORT_NAME)
    try:
        return _preview(path, untrusted, out, ground, language, safe_defaults=safe_defaults, report=report)
    except ReviewerError as error:
        write_files(out, {REPORT_NAME: _refusal(error)}, replace_existing=True)
        raise


@dataclass(frozen=True)
class Unchecked:
    """A copy that no gate has seen, and what it was made of; `missing` are withheld words that no story holds."""

    draft: Draft
    decisions: Decisions
    resolved: Resolved
    safe: Mapping[str, Choice]
    missing: tuple[str, ...]
    language: Language


def drafted(
    path: Path,
    untrusted: Untrusted,
    *,
    ground: str = "19(1)",
    language: Language | None = None,
    safe_defaults: bool = False,
    report: Report = silent,
) -> Unchecked:
    """Make the copy in memory and check nothing. Raises what reading and redaction raise."""
    source = _read(path, untrusted, report)
    document = source.document
    resolved = resolve(untrusted, document, ground=ground, path=path)
    safe = _safe(document, resolved) if safe_defaults else {}
    for target, ruling in resolved.rulings:
        if ruling.verdict is Verdict.STRIKE:
            policy.validate(ruling)
        if fault := policy.reach_fault(target, ruling, document, ()):
            raise InvalidDecision(detail=fault.value)
    decisions = _decisions(resolved, safe)
    spoken = language or document.language or Language.EN
    title = _title(spoken, document, resolved)
    also = tuple(resolved.sought.items())
    draft = redact(source, decisions, title=title, language=spoken, with_note=False, also=also, report=report)
    # Our own words say that nobody approved the copy: a term of the person's may be among them.
    missing = tuple(term for term in resolved.missing if not find_all(title, term))
    return Unchecked(draft, decisions, resolved, safe, missing, spoken)


def _preview(
    path: Path,
    untrusted: Untrusted,
    out: Path,
    ground: str,
    language: Language | None,
    *,
    safe_defaults: bool,
    report: Report,
) -> Preview:
    made = drafted(
        path, untrusted, ground=ground, language=language, safe_defaults=safe_defaults, report=report
    )
    resolved = made.resolved
    draft, gate = proved(made.draft, made.decisions, also=made.missing, halves=resolved.halves, report=report)
    stem = _telling_nothing(_safe_stem(path), draft.source.document, resolved)
    name = f"{stem}.{_SUFFIX[made.language]}.{draft.copy.format}"
    areas = len(draft.plan.boxes) + len(draft.plan.regions)
    removed = sum(len(each) for each in draft.plan.removals.values()) + areas
    offers = Offers(draft.copy.losses, draft.copy.pictured, gate.accessibility, draft.source.document.pages)
    result = Preview(out / name, made.safe, gate, resolved.unmatched, removed, offers)
    write_files(out, {name: draft.copy.data, REPORT_NAME: _success(result)}, replace_existing=True)
    return result


def _read(path: Path, untrusted: Untrusted, report: Report) -> Source:
    answers = untrusted.get("answers")
    named = answers.get("encoding") if isinstance(answers, Mapping) else None
    encoding = str(named) if named in ENCODINGS else None
    return read(path, encoding=encoding, report=report)


def _safe(document: Document, resolved: Resolved) -> dict[str, Choice]:
    """The safe choice of each problem without an answer; an image stays only where nothing in it is withheld."""
    touched = {target.story for target, ruling in resolved.rulings if isinstance(target, Span)}
    drawn = {target.problem for target, ruling in resolved.rulings if isinstance(target, Region)}
    safe: dict[str, Choice] = {}
    for problem in document.problems:
        if problem.id not in resolved.answers:
            words = (
                problem.story in touched and document.story(str(problem.story)).kind is StoryKind.IMAGE_TEXT
            )
            hit = words or problem.id in drawn
            safe[problem.id] = Choice.REMOVE if hit and Choice.REMOVE in problem.choices else problem.safe
    return safe


def _decisions(resolved: Resolved, safe: Mapping[str, Choice]) -> Decisions:
    now = dt.datetime.fromtimestamp(0, dt.UTC)
    made = tuple(Decision(target, ruling, _NOBODY, now, _NOBODY) for target, ruling in resolved.rulings)
    answers = {**resolved.answers, **safe}
    return Decisions(
        made, tuple(Answer(problem, choice, _NOBODY, now, _NOBODY) for problem, choice in answers.items())
    )


def _title(language: Language, document: Document, resolved: Resolved) -> str:
    """The words that nobody approved the copy, or none when the person withholds one of them: the name says so too."""
    title = preview_title(language)
    return "" if any(find_all(title, each) for each in _withheld(document, resolved)) else title


def _check_report(path: Path) -> None:
    """Only a report of an earlier preview is ever replaced: another file of that name may be the only copy."""
    if not path.exists():
        return
    try:
        content = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        content = None
    if not isinstance(content, dict) or content.get("result") not in {"written", "refused"}:
        raise TargetExists(path=path)


def _withheld(document: Document, resolved: Resolved) -> set[str]:
    return {
        document.text_of(target)
        for target, ruling in resolved.rulings
        if isinstance(target, Span) and ruling.verdict in REMOVES
    }


def _telling_nothing(stem: str, document: Document, resolved: Resolved) -> str:
    """The stem, or a neutral one when it bears words that this copy withholds."""
    words = stem.replace("_", " ")
    withheld = _withheld(document, resolved)
    told = any(find_all(words, each) for each in (*withheld, *resolved.missing) if len(each) <= len(words))
    return _NEUTRAL_STEM if told else stem


def _safe_stem(path: Path) -> str:
    """The stem without control characters, short enough for every file system."""
    stem = "".join(
        character for character in path.stem if character.isprintable() and character not in '/\\:*?"<>|'
    )
    encoded = stem.encode("utf-8")[:150]
    return encoded.decode("utf-8", errors="ignore").strip(" .") or _NEUTRAL_STEM


def _success(result: Preview) -> bytes:
    return _json(
        {
            "result": "written",
            "file": result.path.name,
            "removed": result.removed,
            "unmatched_terms": result.unmatched,
            "safe_defaults": {problem: str(choice) for problem, choice in result.safe.items()},
            **result.offers.facts(),
            "gate": json.loads(result.gate.to_json()),
        }
    )


def _refusal(error: ReviewerError) -> bytes:
    facts = {
        key: list(value) if isinstance(value, tuple) else str(value) if isinstance(value, Path) else value
        for key, value in error.facts.items()
    }
    return _json(
        {"result": "refused", "error": type(error).__name__, "exit_code": error.exit_code, "facts": facts}
    )


def _json(content: Mapping[str, object]) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=2).encode("utf-8") + b"\n"
