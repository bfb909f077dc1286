# SPDX-License-Identifier: MIT
"""Every error Parvis raises on purpose: facts and an exit code, never a sentence and never document text.

The tree (exit code in brackets); the sentences are in resources/wording/errors.{en,fr}.toml:

ReviewerError
├── Cancelled (130)
├── UsageError (2)
│   ├── UnknownId, InvalidDecisions, UnknownPerson, PersonExists, WeakPassphrase
├── InputError (10)                    the file cannot be taken in
│   ├── UnreadableFile (10), EmptyFile (11), DamagedFile (12), EncryptedFile (13), UnsupportedFormat (14)
│   ├── LimitExceeded (15), HostileContent (16), UnsupportedContent (17), MarkedTooHigh (18), SourceChanged (19)
├── OfficeError (10)                   the pages of a Word document cannot be drawn; its text is not touched by that
│   ├── OfficeMissing, OfficeFailed, OfficeTimeout
├── PolicyError (20)                   a decision is missing or the policy refuses
│   ├── NotReady (20), UnansweredProblem (21), InvalidDecision (22), SamePerson (23), WrongRole (24)
│   ├── WrongState (25), ChecklistIncomplete (26), NothingToUndo (27), NotApproved (28), ConflictingDecisions (29)
├── GateError (30)                     a copy could not be proved clean
│   ├── LeakFound (30), GateFailed (31), GateTimeout (32), UnsafeStructure (33), SealBroken (34)
│   ├── SignatureInvalid (35), ReleaseAltered (36), CannotRedact (37)
├── StoreError (40)
│   ├── StoreLocked (41), WrongKey (42), KeyMissing (43), JournalAltered (44), StoreDamaged (45)
│   ├── WrongPassphrase (46), StoreTooNew (47), KeyFileUnsafe (48)
├── DiskError (50)
│   ├── NoSpace (51), NotWritable (52), TargetExists (53)
└── PortalError (60)
    ├── RecordInvalid (61), PortalRefused (62), PortalUnreachable (63), TokenMissing (64)
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import ClassVar

Fact = str | int | float | Path | tuple[str, ...] | None


class ReviewerError(Exception):
    """The root: carries named facts (path, page, limit …) for a sentence said elsewhere."""

    exit_code: ClassVar[int] = 1

    def __init__(self, **facts: Fact) -> None:
        self.facts: Mapping[str, Fact] = MappingProxyType(facts)
        super().__init__(type(self).__name__, facts)

    def __reduce__(self) -> tuple[object, tuple[type[ReviewerError], dict[str, Fact]]]:
        """Cross the border of a process without losing a fact."""
        return _rebuild, (type(self), dict(self.facts))

    def __str__(self) -> str:
        """The name and the facts, for a developer's eye."""
        facts = ", ".join(f"{key}={value}" for key, value in self.facts.items())
        return f"{type(self).__name__}({facts})"


def _rebuild(kind: type[ReviewerError], facts: dict[str, Fact]) -> ReviewerError:
    return kind(**facts)


class Cancelled(ReviewerError):
    """The person stopped the work; nothing was written."""

    exit_code = 130


class UsageError(ReviewerError):
    """The command or the call is not of the right form. Facts: detail."""

    exit_code = 2


class UnknownId(UsageError):
    """No such story, finding, problem, review … Facts: kind, id."""


class UnknownPerson(UsageError):
    """Nobody of that name. Facts: person."""


class PersonExists(UsageError):
    """Somebody of that name, or of one that reads alike, is there already. Facts: person."""


class WeakPassphrase(UsageError):
    """A passphrase too short to protect a signing key. Facts: minimum."""


class InvalidDecisions(UsageError):
    """A file of decisions is not of the documented form. Facts: path, detail."""


class InputError(ReviewerError):
    """A file cannot be taken in. Facts of the family: path."""

    exit_code = 10


class UnreadableFile(InputError):
    """The system does not let us read it. Facts: path, detail."""


class EmptyFile(InputError):
    """No byte, no page or no text in it. Facts: path."""

    exit_code = 11


class DamagedFile(InputError):
    """Truncated or not of the form its first bytes promise. Facts: path, detail."""

    exit_code = 12


class EncryptedFile(InputError):
    """A password or rights management keeps it closed. Facts: path."""

    exit_code = 13


class UnsupportedFormat(InputError):
    """A format that is known but not yet read, or not known. Facts: path, format."""

    exit_code = 14


class LimitExceeded(InputError):
    """Larger than a safe reader accepts. Facts: path, limit (its name), value, maximum."""

    exit_code = 15


class HostileContent(InputError):
    """DOCTYPE, entities, cycles: content made to harm a reader. Facts: path, detail, place."""

    exit_code = 16


class UnsupportedContent(InputError):
    """Text-bearing content that no writer treats safely yet. Facts: path, content, place."""

    exit_code = 17


class MarkedTooHigh(InputError):
    """The header bears a marking this program must not take in. Facts: path, marking, contact."""

    exit_code = 18


class SourceChanged(InputError):
    """The file is no longer the one that was opened. Facts: path."""

    exit_code = 19


class OfficeError(ReviewerError):
    """The pages of a Word document cannot be drawn. The text view needs no pages."""

    exit_code = 10


class OfficeMissing(OfficeError):
    """LibreOffice, which draws the pages, is not on this machine."""


class OfficeFailed(OfficeError):
    """LibreOffice could not draw the document. Facts: detail."""


class OfficeTimeout(OfficeError):
    """LibreOffice took too long and was stopped. Facts: seconds."""


class PolicyError(ReviewerError):
    """A decision is missing or the policy refuses."""

    exit_code = 20


class NotReady(PolicyError):
    """Blockers stand. Facts: blockers (tuple of 'kind:count')."""


class UnansweredProblem(PolicyError):
    """The document asks for an answer that nobody gave. Facts: problems (tuple of ids)."""

    exit_code = 21


class InvalidDecision(PolicyError):
    """A verdict without its ground, reason or authority. Facts: detail, ground."""

    exit_code = 22


class SamePerson(PolicyError):
    """Nobody signs an own review. Facts: person."""

    exit_code = 23


class WrongRole(PolicyError):
    """The person's role does not allow this. Facts: person, role, needed."""

    exit_code = 24


class WrongState(PolicyError):
    """The review is not in a state that allows this. Facts: review, state, needed."""

    exit_code = 25


class ChecklistIncomplete(PolicyError):
    """Statements of the checklist are not confirmed. Facts: items (tuple of ids)."""

    exit_code = 26


class NothingToUndo(PolicyError):
    """No act is left to undo. Facts: review."""

    exit_code = 27


class NotApproved(PolicyError):
    """The IMSO's approval is not recorded. Facts: review."""

    exit_code = 28


class ConflictingDecisions(PolicyError):
    """Two decisions on the same characters disagree. Facts: places (tuple of 'story:start-end')."""

    exit_code = 29


class GateError(ReviewerError):
    """A copy could not be proved clean; it was not written."""

    exit_code = 30


class LeakFound(GateError):
    """Something withheld is still in the bytes. Facts: places (tuple), count."""


class GateFailed(GateError):
    """The verifier crashed or could not read the copy. Facts: detail."""

    exit_code = 31


class GateTimeout(GateError):
    """The verifier took too long. Facts: seconds."""

    exit_code = 32


class UnsafeStructure(GateError):
    """The copy holds a part, key or action that no cleaned copy may hold. Facts: places (tuple)."""

    exit_code = 33


class SealBroken(GateError):
    """What was signed is not what is there. Facts: review, detail."""

    exit_code = 34


class SignatureInvalid(GateError):
    """The signature does not fit the content or the signer. Facts: path, detail."""

    exit_code = 35


class ReleaseAltered(GateError):
    """A release folder is not the one that was signed. Facts: path, files (tuple of names and what is wrong)."""

    exit_code = 36


class CannotRedact(GateError):
    """The writer cannot remove a passage safely. Facts: story, page, detail."""

    exit_code = 37


class StoreError(ReviewerError):
    """The encrypted store or a key."""

    exit_code = 40


class StoreLocked(StoreError):
    """Another window or command holds the store. Facts: path."""

    exit_code = 41


class WrongKey(StoreError):
    """The key does not open the store. Facts: path."""

    exit_code = 42


class KeyMissing(StoreError):
    """No keyring and no key file. Facts: variable."""

    exit_code = 43


class JournalAltered(StoreError):
    """The chain of the journal is broken. Facts: entry."""

    exit_code = 44


class StoreDamaged(StoreError):
    """The store is not readable as a store. Facts: path, detail."""

    exit_code = 45


class WrongPassphrase(StoreError):
    """The passphrase does not open the person's signing key. Facts: person."""

    exit_code = 46


class StoreTooNew(StoreError):
    """A newer Parvis wrote this store. Facts: path, migration."""

    exit_code = 47


class KeyFileUnsafe(StoreError):
    """The key file is readable by others or not 64 hex digits. Facts: path, detail."""

    exit_code = 48


class DiskError(ReviewerError):
    """The disk did not take what was written; nothing is half there. Facts: path, detail."""

    exit_code = 50


class NoSpace(DiskError):
    """The disk is full. Facts: path."""

    exit_code = 51


class NotWritable(DiskError):
    """The folder does not let us write. Facts: path."""

    exit_code = 52


class TargetExists(DiskError):
    """The target is there already and is never overwritten. Facts: path."""

    exit_code = 53


class PortalError(ReviewerError):
    """The portal or its record."""

    exit_code = 60


class RecordInvalid(PortalError):
    """The record does not fit the profile. Facts: fields (tuple of 'field: rule')."""

    exit_code = 61


class PortalRefused(PortalError):
    """The portal answered no. Facts: status, fields."""

    exit_code = 62


class PortalUnreachable(PortalError):
    """No answer from the portal. Facts: detail."""

    exit_code = 63


class TokenMissing(PortalError):
    """No portal token is kept. Facts: none."""

    exit_code = 64
