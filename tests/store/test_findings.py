# SPDX-License-Identifier: MIT
"""Findings come back exactly, in order, and a new detection takes the place of the old one."""

from __future__ import annotations

from reviewer.model.document import Span
from reviewer.model.finding import Category, Evidence, EvidenceKind, Finding, Role, Suggestion, Tier
from reviewer.model.journal import Action
from reviewer.store import findings, journal
from reviewer.store.connection import Store
from tests.store.facts import NAME, PHONE, REVIEW, entry

FULL = Finding(
    span=NAME,
    category=Category.PERSON,
    rule="name-fr",
    tier=Tier.SURE,
    confidence=0.1 + 0.2,
    suggestion=Suggestion.DISCLOSE,
    sources=(
        Evidence(EvidenceKind.MODEL, "fr_core_news_md", 0.85, "PER"),
        Evidence(EvidenceKind.TITLE, "honorific", 1.0),
    ),
    role=Role.OFFICIAL,
    ground="19(1)",
    entity="person:1",
)
BARE = Finding(PHONE, Category.PHONE, "phone", Tier.CHECK, 0.5, Suggestion.WITHHOLD, ())


def test_findings_come_back_in_their_order(store: Store) -> None:
    findings.replace(store, REVIEW.id, [BARE, FULL], entry(Action.FINDINGS_RECORDED))
    assert findings.of(store, REVIEW.id) == (BARE, FULL)
    assert journal.entries(store)[-1].action is Action.FINDINGS_RECORDED
    assert findings.of(store, "nowhere") == ()


def test_a_new_detection_takes_the_place_of_the_old_one(store: Store) -> None:
    findings.replace(store, REVIEW.id, [BARE, FULL], entry())
    findings.replace(store, REVIEW.id, [FULL], entry())
    assert findings.of(store, REVIEW.id) == (FULL,)
    findings.replace(store, REVIEW.id, [], entry())
    assert findings.of(store, REVIEW.id) == ()


def test_thousands(store: Store) -> None:
    many = tuple(
        Finding(Span("body", n, n + 1), Category.OTHER_ID, "x", Tier.CHECK, 0.5, Suggestion.WITHHOLD, ())
        for n in range(3000)
    )
    findings.replace(store, REVIEW.id, many, entry())
    assert findings.of(store, REVIEW.id) == many
