# SPDX-License-Identifier: MIT
"""The engine as a whole: order, progress, stopping, no network, no model when fast, no text that hangs it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reviewer import detection
from reviewer.detection.engine import Engine
from reviewer.errors import Cancelled
from reviewer.model.finding import Category
from reviewer.progress import Progress, Stage
from tests.detection.conftest import document

ROOT = Path(__file__).resolve().parents[2]
TEXT = (
    "Mr. Kowalczyk, SIN 046 454 286, has cancer.\\nLe conseil a entendu Kevin Chilton hier soir à la salle."
)


def _python(code: str, *, seconds: float) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=seconds, check=False
    )


def test_findings_come_in_reading_order_and_stories_keep_theirs(rules_only: Engine) -> None:
    doc = document("SIN 046 454 286 and PIN 60931", "Call 613-555-0123")
    found = rules_only.detect(doc)
    assert [item.span for item in found] == sorted(item.span for item in found)
    assert {item.span.story for item in found} == {"body", "comment:1"}


def test_the_same_document_gives_the_same_findings(rules_only: Engine) -> None:
    doc = document("Mr. Roy met Ms. Okafor. Roy called Okafor at 613-555-0123.")
    assert rules_only.detect(doc) == Engine(fast=True).detect(doc)


def test_stories_are_judged_by_the_models_as_if_each_were_alone(engine: Engine) -> None:
    texts = (
        "Kevin Chilton agreed with Anita Szabo.",
        "Le greffier a reçu Élodie Vachon hier.",
        "",
        "Then Oakes left.",
    )
    together = engine.detect(document(*texts))
    assert together == Engine().detect(document(*texts))
    people = {(item.span.story, item.span.start) for item in together if item.category is Category.PERSON}
    for number, text in enumerate(texts):
        alone = [item for item in engine.detect(document(text)) if item.category is Category.PERSON]
        story = f"comment:{number}" if number else "body"
        assert {(story, item.span.start) for item in alone} <= people
    assert len(people) == 4


def test_it_says_where_it_stands_and_stops_when_told(rules_only: Engine) -> None:
    doc = document("One", "Two", "Three")
    seen: list[Progress] = []
    rules_only.detect(doc, report=seen.append)
    places = [(item.done, item.total) for item in seen]
    # On a slow machine it may say twice where it stands.
    assert list(dict.fromkeys(places)) == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert {item.stage for item in seen} == {Stage.DETECTING}

    def stop(progress: Progress) -> None:
        if progress.done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        rules_only.detect(doc, report=stop)


def test_it_stops_in_the_middle_of_a_long_story(engine: Engine) -> None:
    told = 0

    def stop(progress: Progress) -> None:
        nonlocal told
        told += 1
        if told > 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        engine.detect(document("Ms. Anita Szabo met Kevin Chilton.\n" * 9_000), report=stop)
    assert told == 3


def test_an_empty_story_holds_nothing(rules_only: Engine) -> None:
    assert rules_only.detect(document("", " \n\t")) == ()


def test_the_version_of_the_rules_is_a_digest() -> None:
    assert len(detection.RULES_VERSION) >= 16
    assert detection.RULES_VERSION.isascii()


def test_nothing_opens_a_socket() -> None:
    code = f"""
import socket
def refuse(*args, **kwargs):
    raise AssertionError("a socket was opened")
socket.socket.__init__ = socket.create_connection = socket.getaddrinfo = refuse
from reviewer.detection.engine import Engine
from reviewer.model.document import Document, Format, Story, StoryKind
text = "{TEXT}"
found = Engine().detect(Document("0" * 64, Format.TEXT, "1", None, (Story("body", StoryKind.BODY, text),)))
assert {{"SIN", "PERSON", "HEALTH_INFO"}} <= {{item.category.value for item in found}}, found
"""
    done = _python(code, seconds=300)
    assert done.returncode == 0, done.stderr


def test_rules_alone_import_no_model() -> None:
    code = f"""
import sys
from reviewer.detection.engine import Engine
from reviewer.model.document import Document, Format, Story, StoryKind
text = "{TEXT}"
assert Engine(fast=True).detect(Document("0" * 64, Format.TEXT, "1", None, (Story("body", StoryKind.BODY, text),)))
assert not {{"spacy", "thinc"}} & set(sys.modules)
"""
    done = _python(code, seconds=300)
    assert done.returncode == 0, done.stderr


def test_no_text_makes_a_pattern_run_wild() -> None:
    """Twenty thousand signs of each hostile text: a pattern that backtracks would need hours."""
    code = """
from reviewer.detection.engine import Engine
from reviewer.model.document import Document, Format, Story, StoryKind
from tests.detection.hostile import TEXTS
engine = Engine(fast=True)
for text in TEXTS:
    engine.detect(Document("0" * 64, Format.TEXT, "1", None, (Story("body", StoryKind.BODY, text),)))
"""
    assert _python(code, seconds=500).returncode == 0
