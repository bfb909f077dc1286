# SPDX-License-Identifier: MIT
"""The whole way on the bundled samples: three demonstration persons, scripted decisions, one release."""

from __future__ import annotations

import json
import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import keyring
from keyring.backends import fail

from reviewer import paths
from reviewer.documents.folding import find_all
from reviewer.errors import TargetExists
from reviewer.model.decision import Ruling, Verdict
from reviewer.model.document import Document, Span, Target
from reviewer.model.finding import Category, Finding, Suggestion
from reviewer.model.ground import DiscloseReason, Obligation, grounds
from reviewer.model.review import Person, PersonRole
from reviewer.progress import Report, silent
from reviewer.publishing.files import translated
from reviewer.publishing.record import strings
from reviewer.signoff import checklist
from reviewer.store.secrets import KEY_FILE_VARIABLE
from reviewer.workflow import decide, decision_file, publish, sign_off, verify
from reviewer.workflow.detect import detect
from reviewer.workflow.open import open_review
from reviewer.workflow.people import add_person
from reviewer.workflow.scope import everywhere
from reviewer.workflow.session import Session, open_session

_MARK = ".parvis-demo"
_WRITTEN = frozenset({_MARK, "home", "key", "release", "release-internal"})
"""All that a demonstration writes into its folder."""
_AUTHORITY = "Demonstration: written downgrade by the originator"
_DEFAULT_GROUND = "19(1)"
_SHOWN = Ruling(
    Verdict.DISCLOSE,
    reason=DiscloseReason.NOT_SENSITIVE,
    note="Demonstration: public, or all that is sensitive in it is withheld by itself",
)


@dataclass(frozen=True, slots=True)
class Row:
    """One document of the demonstration's table."""

    name: str
    findings: int
    withheld: int
    disclosed: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the demonstration made."""

    rows: tuple[Row, ...]
    release: publish.Released


def run(
    out: Path, names: Mapping[PersonRole, str], *, tell: Callable[[str, str], None], report: Report = silent
) -> Outcome:
    """Take every sample through the seven steps, into `out`: the store, the key, the release, the internal file.

    A folder made by an earlier demonstration is replaced; any other folder that is not empty is left alone
    (TargetExists).
    """
    _clear(out)
    with _key_file(out), open_session(out / "home") as session:
        phrases = {role: secrets.token_urlsafe(24) for role in names}
        who = {role: add_person(session, name, role, phrases[role]) for role, name in names.items()}
        samples = _samples()
        rows, ids = [], []
        for name in samples:
            tell(name, "open")
            review_id, row = _decide(session, name, who[PersonRole.AUTHOR], report)
            tell(name, "verify")
            candidate = verify.prepare(session, review_id, who[PersonRole.AUTHOR], report=report)
            officer, phrase = who[PersonRole.OFFICER], phrases[PersonRole.OFFICER]
            sign_off.sign(session, review_id, officer, phrase, _confirmed(), words=candidate.warnings)
            imso = who[PersonRole.IMSO]
            today = session.clock().date()
            sign_off.approve(session, review_id, imso, name=imso.name, date=today, reference="DEMO-0001")
            rows.append(row)
            ids.append(review_id)
        made = publish.release(session, ids, out / "release", who[PersonRole.OFFICER], report=report)
        publish.verify_release(made.folder, signer=publish.release_fingerprint(session))
    return Outcome(tuple(rows), made)


def _samples() -> tuple[str, ...]:
    manifest = json.loads(paths.resource("samples", "manifest.json").read_text("utf-8"))
    return tuple(manifest)


def _decide(session: Session, name: str, author: Person, report: Report) -> tuple[str, Row]:
    """Steps 1 to 3 for one sample: what a careful author would do, written down beforehand."""
    review = open_review(session, paths.resource("samples", name), author, report=report)
    found = detect(session, review.id, author, report=report)
    document = session.case(review.id).document
    stem = Path(name).stem
    script = decision_file.load(paths.resource("samples", "decisions", f"{stem}.json"))
    record = json.loads(paths.resource("samples", "records", f"{stem}.json").read_text("utf-8"))
    rulings = dict(decision_file.resolve(script, document).rulings)
    _follow(document, found, rulings, "\n".join(strings(record)))
    decide.decide_each(session, review.id, tuple(rulings.items()), author)
    if document.problems:
        safe = {problem.id: problem.safe for problem in document.problems}
        decide.answer(session, review.id, safe, author)
    decide.see_all(session, review.id, author)
    publish.set_record(session, review.id, record, author)
    removed = sum(ruling.verdict is not Verdict.DISCLOSE for ruling in rulings.values())
    return review.id, Row(name, len(found), removed, len(rulings) - removed)


def _follow(
    document: Document, found: tuple[Finding, ...], rulings: dict[Target, Ruling], public: str
) -> None:
    """Add the detector's suggestions; where one says to withhold, the same words are withheld everywhere.

    What the script shows stays visible, and so does what the portal record itself says. A passage in which the script
    withholds something smaller is not withheld whole: the smallest span that does the job.
    """
    scripted = {target: ruling for target, ruling in rulings.items() if isinstance(target, Span)}
    shown = [_to_the_ends(document, span) for span, ruling in scripted.items() if not _removes(ruling)]
    cut = [span for span, ruling in scripted.items() if _removes(ruling)]
    for finding in found:
        inside = any(span.contains(finding.span) for span in shown)
        if inside or _narrower(finding, cut) or find_all(public, document.text_of(finding.span)):
            rulings.setdefault(finding.span, _SHOWN)
            continue
        ruling = _suggested(finding)
        if _removes(ruling):
            for span in everywhere(document, (finding.span,)):
                if not any(each.contains(span) for each in shown):
                    rulings.setdefault(span, ruling)
    removed = [target for target in rulings if isinstance(target, Span)]
    for finding in found:
        if finding.span not in rulings and not any(span.contains(finding.span) for span in removed):
            overlapped = next((span for span in removed if span.overlaps(finding.span)), None)
            half = overlapped is not None and not finding.span.contains(overlapped)
            rulings[finding.span] = rulings[overlapped] if half and overlapped else _suggested(finding)
    for target, ruling in rulings.items():
        if ruling.verdict is Verdict.STRIKE and isinstance(target, Span):
            rulings[target] = _strike(target, ruling, found)


def _strike(target: Span, ruling: Ruling, found: tuple[Finding, ...]) -> Ruling:
    """A strike takes a marking and nothing else; other words that go with it go on their own ground."""
    others = (each for each in found if each.category is not Category.MARKING and each.span.overlaps(target))
    other = next(others, None)
    return ruling if other is None else Ruling(Verdict.WITHHOLD, (other.ground or _DEFAULT_GROUND,))


def _removes(ruling: Ruling) -> bool:
    return ruling.verdict is not Verdict.DISCLOSE


def _to_the_ends(document: Document, span: Span) -> Span:
    """The span with the punctuation around it: terms are found by their letters alone."""
    text, start, end = document.story(span.story).text, span.start, span.end
    while start > 0 and not text[start - 1].isalnum():
        start -= 1
    while end < len(text) and not text[end].isalnum():
        end += 1
    return Span(span.story, start, end)


def _narrower(finding: Finding, cut: Iterable[Span]) -> bool:
    """Whether the script withholds parts of a passage; a confidence of the Cabinet is no matter of parts."""
    ground = grounds().get(finding.ground or _DEFAULT_GROUND)
    overlapping = [span for span in cut if span.overlaps(finding.span)]
    return (
        finding.is_passage
        and ground is not None
        and ground.obligation is not Obligation.EXCLUSION
        and bool(overlapping)
        and all(finding.span.contains(span) and span != finding.span for span in overlapping)
    )


def _suggested(finding: Finding) -> Ruling:
    match finding.suggestion:
        case Suggestion.DISCLOSE:
            return Ruling(Verdict.DISCLOSE, reason=DiscloseReason.OFFICIAL_3J)
        case Suggestion.STRIKE:
            return Ruling(Verdict.STRIKE, authority=_AUTHORITY)
        case _:
            return Ruling(Verdict.WITHHOLD, (finding.ground or _DEFAULT_GROUND,))


def _confirmed() -> dict[str, str]:
    return {item.id: "yes" for item in checklist.items() if item.by_hand}


def _clear(out: Path) -> None:
    """Take away what an earlier demonstration wrote, and nothing that it did not write."""
    with translated(out):
        out.mkdir(parents=True, exist_ok=True)
        there = {each.name: each for each in out.iterdir()}
        if there and (_MARK not in there or not there.keys() <= _WRITTEN):
            raise TargetExists(path=out)
        for each in there.values():
            if each.is_dir() and not each.is_symlink():
                shutil.rmtree(each)
            else:
                each.unlink()
        (out / _MARK).touch()


@contextmanager
def _key_file(out: Path) -> Iterator[None]:
    """A key of the demonstration's own: it works where no keyring is, and leaves the person's keyring alone."""
    path = out / "key"
    path.touch(mode=0o600)
    path.write_text(secrets.token_hex(32), "ascii")
    before, keyring_before = os.environ.get(KEY_FILE_VARIABLE), keyring.get_keyring()
    os.environ[KEY_FILE_VARIABLE] = str(path)
    # A key that the keyring holds would come before the file's. The backend's constructor has no annotations.
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]
    try:
        yield
    finally:
        keyring.set_keyring(keyring_before)
        if before is None:
            del os.environ[KEY_FILE_VARIABLE]
        else:
            os.environ[KEY_FILE_VARIABLE] = before
