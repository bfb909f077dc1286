# SPDX-License-Identifier: MIT
"""Measures one PDF file in this process: first page, open, redact, gate; prints JSON. `bench_pdf.py` starts it.

    python packaging/bench_pdf_steps.py FILE.pdf FILE.json [--no-gate]

FILE.json has the passages of each page, as `bench_pdf_document.py` writes them. The exact secrets are given, so no detection is measured. Times and memory are as in `bench_steps.py`; looking for the planted passages in the text is
not counted.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from pathlib import Path

from bench_steps import Meter


def measure(path: Path, by_page: list[list[str]], *, gate: bool) -> dict[str, object]:
    """The way of one file, without window, store and detection: everything planted is withheld."""
    meter = Meter()
    with meter.step("load"):
        from reviewer.documents.language import language_of
        from reviewer.model.decision import Answer, Decision, Decisions, Ruling, Verdict
        from reviewer.model.document import Span, StoryKind
        from reviewer.workflow import open as opening
        from reviewer.workflow.peek import peek
        from reviewer.workflow.redact import redact
        from reviewer.workflow.verify import verify

        language_of("The minutes were read.")
    with meter.step("first page"):
        peek(path)
    with meter.step("open"):
        source = opening.read(path)
    now = dt.datetime.fromtimestamp(0, dt.UTC)
    targets = [
        Span(story.id, at, at + len(secret))
        for story in source.document.stories
        if story.kind is StoryKind.PAGE and story.page is not None
        for secret in by_page[story.page - 1]
        if (at := story.text.find(secret)) >= 0
    ]
    ruling = Ruling(Verdict.WITHHOLD, ("19(1)",))
    decisions = Decisions(
        tuple(Decision(target, ruling, "bench", now, "bench") for target in sorted(targets)),
        tuple(Answer(each.id, each.safe, "bench", now, "bench") for each in source.document.problems),
    )
    with meter.step("redact"):
        draft = redact(source, decisions, title="Bench", with_note=False)
    if gate:
        with meter.step("gate"):
            verify(draft, decisions)
    return {
        "steps": meter.steps,
        "pages": source.document.pages,
        "characters": sum(len(story.text) for story in source.document.stories),
        "planted": sum(map(len, by_page)),
        "withheld": sum(map(len, draft.plan.removals.values())),
        "losses": draft.copy.losses,
        "bytes": path.stat().st_size,
        "copy": len(draft.copy.data),
    }


def main() -> None:
    """Measure a file, print what came of it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("path", type=Path)
    parser.add_argument("passages", type=Path)
    parser.add_argument("--no-gate", action="store_true")
    given = parser.parse_args()
    by_page = json.loads(given.passages.read_text(encoding="utf-8"))
    print(json.dumps(measure(given.path, by_page, gate=not given.no_gate)))


if __name__ == "__main__":
    main()
