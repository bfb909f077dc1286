# SPDX-License-Identifier: MIT
"""What detection says: a span that may have to be withheld, and every reason for saying so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reviewer.model.document import Span


class Category(StrEnum):
    """Types of sensitive text: those of the annotated corpus, or OTHER_ID."""

    PERSON = "PERSON"
    EMAIL = "EMAIL"
    PHONE = "PHONE"
    ADDRESS = "ADDRESS"
    POSTAL_CODE = "POSTAL_CODE"
    DATE_OF_BIRTH = "DATE_OF_BIRTH"
    AGE = "AGE"
    SIN = "SIN"
    PRI = "PRI"
    UCI = "UCI"
    HEALTH_CARD = "HEALTH_CARD"
    DRIVER_LICENCE = "DRIVER_LICENCE"
    PASSPORT = "PASSPORT"
    BANK_ACCOUNT = "BANK_ACCOUNT"
    CREDIT_CARD = "CREDIT_CARD"
    BUSINESS_NUMBER = "BUSINESS_NUMBER"
    STATUS_CARD = "STATUS_CARD"
    FILE_NUMBER = "FILE_NUMBER"
    IP_ADDRESS = "IP_ADDRESS"
    COORDINATES = "COORDINATES"
    SALARY = "SALARY"
    VEHICLE_PLATE = "VEHICLE_PLATE"
    USERNAME_OR_PASSWORD = "USERNAME_OR_PASSWORD"  # noqa: S105 - a category's name, not a password
    ACCESS_CODE = "ACCESS_CODE"
    MARKING = "MARKING"
    HEALTH_INFO = "HEALTH_INFO"
    EMPLOYMENT_INFO = "EMPLOYMENT_INFO"
    PRIVILEGE = "PRIVILEGE"
    CABINET = "CABINET"
    THIRD_PARTY = "THIRD_PARTY"
    ADVICE = "ADVICE"
    SECURITY = "SECURITY"
    SENSITIVE_SITE = "SENSITIVE_SITE"
    OPINION_ABOUT_PERSON = "OPINION_ABOUT_PERSON"
    OTHER_ID = "OTHER_ID"


PASSAGES = frozenset(
    {
        Category.HEALTH_INFO,
        Category.EMPLOYMENT_INFO,
        Category.PRIVILEGE,
        Category.CABINET,
        Category.THIRD_PARTY,
        Category.ADVICE,
        Category.SECURITY,
        Category.SENSITIVE_SITE,
        Category.OPINION_ABOUT_PERSON,
    }
)
"""Categories whose spans are sentences; they may hold findings of other categories."""


class Tier(StrEnum):
    """How sure: two sources, a checksum or a title; or one source."""

    SURE = "sure"
    CHECK = "check"


class Role(StrEnum):
    """Whose information: Privacy Act s. 3, with (j) official and (j.1)–(m) public."""

    PRIVATE = "private"
    OFFICIAL = "official"
    PUBLIC = "public"


class Suggestion(StrEnum):
    """What Parvis proposes; a person decides."""

    WITHHOLD = "withhold"
    DISCLOSE = "disclose"
    GENERALISE = "generalise"
    STRIKE = "strike"
    LEAVE_OUT = "leave_out"


class EvidenceKind(StrEnum):
    """How a source came to its finding."""

    PATTERN = "pattern"
    CHECKSUM = "checksum"
    LABEL = "label"
    CONTEXT = "context"
    MODEL = "model"
    TITLE = "title"
    LEXICON = "lexicon"
    PROPAGATION = "propagation"
    PASSAGE = "passage"
    MEMORY = "memory"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason. `rule` is the recognizer's id; `detail` names a check or a cue of the rule, never document text."""

    kind: EvidenceKind
    rule: str
    score: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A span that may have to be withheld.

    `ground` is an ATIA section such as 19(1); `entity` groups one person's mentions.
    """

    span: Span
    category: Category
    rule: str
    tier: Tier
    confidence: float
    suggestion: Suggestion
    sources: tuple[Evidence, ...]
    role: Role | None = None
    ground: str | None = None
    entity: str | None = None

    @property
    def id(self) -> str:
        """Stable for the same document and rules."""
        return f"{self.span.story}@{self.span.start}-{self.span.end}:{self.category}"

    @property
    def is_passage(self) -> bool:
        """Whether the span is a sentence that may hold other findings."""
        return self.category in PASSAGES
