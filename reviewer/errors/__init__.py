# SPDX-License-Identifier: MIT
"""Every error Parvis raises on purpose: facts and an exit code, never a sentence and never document text.

The tree (exit code in brackets); the sentences are in resources/wording/errors.{en,fr}.toml:

ReviewerError
├── Cancelled (130)
├── UsageError (2)
│   ├── UnknownId, InvalidDecisions, InvalidRecognizer, UnknownPerson, PersonExists, WeakPassphrase
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
│   ├── WrongPassphrase (46), StoreTooNew (47), KeyFileUnsafe (48), MemoryFileInvalid (49)
├── DiskError (50)
│   ├── NoSpace (51), NotWritable (52), TargetExists (53), BrokenInstallation (54)
└── PortalError (60)
    ├── RecordInvalid (61), PortalRefused (62), PortalUnreachable (63), TokenMissing (64)
"""

from __future__ import annotations

from reviewer.errors.base import (
    Cancelled,
    Fact,
    ReviewerError,
)
from reviewer.errors.gate import (
    CannotRedact,
    GateError,
    GateFailed,
    GateTimeout,
    LeakFound,
    ReleaseAltered,
    SealBroken,
    SignatureInvalid,
    UnsafeStructure,
)
from reviewer.errors.outside import (
    BrokenInstallation,
    DiskError,
    NoSpace,
    NotWritable,
    PortalError,
    PortalRefused,
    PortalUnreachable,
    RecordInvalid,
    TargetExists,
    TokenMissing,
)
from reviewer.errors.policy import (
    ChecklistIncomplete,
    ConflictingDecisions,
    InvalidDecision,
    NotApproved,
    NothingToUndo,
    NotReady,
    PolicyError,
    SamePerson,
    UnansweredProblem,
    WrongRole,
    WrongState,
)
from reviewer.errors.store import (
    JournalAltered,
    KeyFileUnsafe,
    KeyMissing,
    MemoryFileInvalid,
    StoreDamaged,
    StoreError,
    StoreLocked,
    StoreTooNew,
    WrongKey,
    WrongPassphrase,
)
from reviewer.errors.taking_in import (
    DamagedFile,
    EmptyFile,
    EncryptedFile,
    HostileContent,
    InputError,
    LimitExceeded,
    MarkedTooHigh,
    OfficeError,
    OfficeFailed,
    OfficeMissing,
    OfficeTimeout,
    SourceChanged,
    UnreadableFile,
    UnsupportedContent,
    UnsupportedFormat,
)
from reviewer.errors.usage import (
    InvalidDecisions,
    InvalidRecognizer,
    PersonExists,
    UnknownId,
    UnknownPerson,
    UsageError,
    WeakPassphrase,
)

__all__ = [
    "BrokenInstallation",
    "Cancelled",
    "CannotRedact",
    "ChecklistIncomplete",
    "ConflictingDecisions",
    "DamagedFile",
    "DiskError",
    "EmptyFile",
    "EncryptedFile",
    "Fact",
    "GateError",
    "GateFailed",
    "GateTimeout",
    "HostileContent",
    "InputError",
    "InvalidDecision",
    "InvalidDecisions",
    "InvalidRecognizer",
    "JournalAltered",
    "KeyFileUnsafe",
    "KeyMissing",
    "LeakFound",
    "LimitExceeded",
    "MarkedTooHigh",
    "MemoryFileInvalid",
    "NoSpace",
    "NotApproved",
    "NotReady",
    "NotWritable",
    "NothingToUndo",
    "OfficeError",
    "OfficeFailed",
    "OfficeMissing",
    "OfficeTimeout",
    "PersonExists",
    "PolicyError",
    "PortalError",
    "PortalRefused",
    "PortalUnreachable",
    "RecordInvalid",
    "ReleaseAltered",
    "ReviewerError",
    "SamePerson",
    "SealBroken",
    "SignatureInvalid",
    "SourceChanged",
    "StoreDamaged",
    "StoreError",
    "StoreLocked",
    "StoreTooNew",
    "TargetExists",
    "TokenMissing",
    "UnansweredProblem",
    "UnknownId",
    "UnknownPerson",
    "UnreadableFile",
    "UnsafeStructure",
    "UnsupportedContent",
    "UnsupportedFormat",
    "UsageError",
    "WeakPassphrase",
    "WrongKey",
    "WrongPassphrase",
    "WrongRole",
    "WrongState",
]
