# SPDX-License-Identifier: MIT
"""Markings to strike, and documents that must not be taken in."""

from __future__ import annotations

import pytest

from reviewer.detection.engine import Engine
from reviewer.detection.intake import marking_that_stops
from reviewer.model.document import Document, Format, StoryKind
from reviewer.model.finding import Category, Suggestion
from tests.detection.conftest import document


def _marked(header: str) -> Document:
    return document(
        "Minutes of the meeting\nThe agenda was adopted.", header, kinds=(StoryKind.BODY, StoryKind.HEADER)
    )


@pytest.mark.parametrize(
    ("header", "text"),
    [
        ("PROTECTED A - draft minutes", "PROTECTED A"),
        ("Ébauche - PROTÉGÉ B - v2", "PROTÉGÉ B"),
        ("PROTÉGÉ B / PROTECTED B", "PROTÉGÉ B / PROTECTED B"),
        ("SOLICITOR-CLIENT PRIVILEGE", "SOLICITOR-CLIENT PRIVILEGE"),
        ("SECRET PROFESSIONNEL DE L'AVOCAT", "SECRET PROFESSIONNEL DE L'AVOCAT"),
    ],
)
def test_a_marking_is_struck_and_has_no_ground(rules_only: Engine, header: str, text: str) -> None:
    doc = _marked(header)
    (finding,) = [item for item in rules_only.detect(doc) if item.category is Category.MARKING]
    assert doc.text_of(finding.span) == text
    assert finding.suggestion is Suggestion.STRIKE
    assert finding.ground is None


@pytest.mark.parametrize(
    "text",
    [
        "The protected areas network grew.",
        "aires protégées",
        "It is a secret of success.",
        "The trade secret is theirs.",
    ],
)
def test_prose_is_no_marking(rules_only: Engine, text: str) -> None:
    doc = document(f"Title\nOne\nTwo\nThree\n{text}\nFour\nFive\nSix")
    assert [item for item in rules_only.detect(doc) if item.category is Category.MARKING] == []


@pytest.mark.parametrize(
    "header",
    [
        "CONFIDENTIAL",
        "SECRET",
        "TOP SECRET // SI",
        "TRÈS SECRET",
        "PROTECTED C",
        "PROTÉGÉ C",
        "CONFIDENCE OF THE KING'S PRIVY COUNCIL",
        "Confidentiel du Cabinet",
    ],
)
def test_a_classified_document_is_not_taken_in(header: str) -> None:
    assert marking_that_stops(_marked(header)) is not None


@pytest.mark.parametrize(
    "header",
    [
        "PROTECTED A",
        "PROTECTED B",
        "UNCLASSIFIED",
        "DRAFT",
        "COMMERCIAL - CONFIDENTIAL",
        "SOLICITOR-CLIENT PRIVILEGE",
    ],
)
def test_what_may_be_taken_in(header: str) -> None:
    assert marking_that_stops(_marked(header)) is None


def test_the_first_lines_count_and_the_body_does_not() -> None:
    assert marking_that_stops(document("SECRET\nBriefing note\nText")) is not None
    assert marking_that_stops(document("Note\nOne\nTwo\nThree\nSECRET\nFour\nFive")) is None


def test_the_foot_of_each_page_of_a_pdf_counts() -> None:
    doc = document(
        "First\nSecond\nThird\nFourth\nFifth\nTOP SECRET", kinds=(StoryKind.PAGE,), form=Format.PDF
    )
    assert marking_that_stops(doc) is not None


def test_a_property_counts() -> None:
    doc = document("Text of the note.", "SECRET", kinds=(StoryKind.BODY, StoryKind.PROPERTY))
    assert marking_that_stops(doc) is not None


@pytest.mark.parametrize(
    ("name", "stops"),
    [
        ("TOP_SECRET memo.docx", True),
        ("SECRET-note.pdf", True),
        ("secret-sauce.docx", False),
        ("minutes.docx", False),
    ],
)
def test_the_name_of_the_file_counts(name: str, *, stops: bool) -> None:
    assert (marking_that_stops(document("Text."), name=name) is not None) is stops
