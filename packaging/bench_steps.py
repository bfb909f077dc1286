# SPDX-License-Identifier: MIT
"""Measures one document in this process: loading, open, detect, redact, gate; prints JSON. `bench_docx.py` starts it.

    python packaging/bench_steps.py PAGES [--fast]

Times are wall and processor time (the gate's own process included); memory is the largest sum of the resident memory of
this process and of those that it started, looked at every tenth of a second.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import resource
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from bench_document import Made, make

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
_TICK = 0.1
"""Looking costs: a hundred times a second it took a third of the processor from what is measured."""
_MEBIBYTE = 2**20


@dataclass
class Meter:
    """Times steps, and watches the memory of this process and its children meanwhile."""

    steps: dict[str, dict[str, float]] = field(default_factory=dict)
    _peak: int = 0

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Measure what happens inside."""
        stop = threading.Event()
        watcher = threading.Thread(target=self._watch, args=(stop,), daemon=True)
        self._peak = 0
        watcher.start()
        wall, cpu = time.perf_counter(), _processor_time()
        yield
        wall, cpu = time.perf_counter() - wall, _processor_time() - cpu
        stop.set()
        watcher.join()
        self.steps[name] = {"wall": wall, "cpu": cpu, "peak": self._peak / _MEBIBYTE}

    def _watch(self, stop: threading.Event) -> None:
        process = psutil.Process()
        while True:
            self._peak = max(self._peak, _resident(process))
            if stop.wait(_TICK):
                return


def _resident(process: psutil.Process) -> int:
    total, command = process.memory_info().rss, process.cmdline()
    for each in process.children(recursive=True):
        with suppress(psutil.Error):  # it may end while we look
            # Until it runs its own program a new process only shares our memory.
            total += each.memory_info().rss if each.cmdline() != command else 0
    return total


def _processor_time() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def measure(made: Made, path: Path, *, fast: bool) -> dict[str, object]:
    """The whole way of one document, without window and store: everything found or planted is withheld."""
    meter = Meter()
    with meter.step("load"):
        from reviewer.detection.engine import Engine
        from reviewer.documents.language import language_of
        from reviewer.documents.searching import Needles
        from reviewer.model.decision import Answer, Decision, Decisions, Ruling, Verdict
        from reviewer.model.document import Document, Format, Span, Story, StoryKind
        from reviewer.model.finding import Suggestion
        from reviewer.workflow import detect
        from reviewer.workflow import open as opening
        from reviewer.workflow.redact import redact
        from reviewer.workflow.verify import verify

        language_of("The minutes were read.")
        engine = Engine(fast=fast)
        words = "Mrs. Alice Halver wrote to us. Mme Alice Halver nous a écrit au sujet de la réunion du mois de mai."
        tiny = (
            Story("body", StoryKind.BODY, words),
            Story("note", StoryKind.FOOTNOTE, words.partition(". M")[2]),
        )
        detect.scan(Document("0" * 64, Format.DOCX, "0", None, tiny, ()), engine=engine)
    with meter.step("open"):
        source = opening.read(path)
    with meter.step("detect"):
        found = detect.scan(source.document, engine=engine)
    now = dt.datetime.fromtimestamp(0, dt.UTC)
    ruling = Ruling(Verdict.WITHHOLD, ("19(1)",))
    needles = Needles(made.secrets)
    targets = {each.span for each in found if each.suggestion is Suggestion.WITHHOLD}
    known = len(targets)
    for story in source.document.stories:
        targets |= {Span(story.id, at, at + len(secret)) for at, secret in needles.places(story.text)}
    decisions = Decisions(
        tuple(Decision(target, ruling, "bench", now, "bench") for target in sorted(targets)),
        tuple(Answer(each.id, each.safe, "bench", now, "bench") for each in source.document.problems),
    )
    with meter.step("redact"):
        draft = redact(source, decisions, title="Bench", with_note=True)
    with meter.step("gate"):
        verify(draft, decisions, found)
    return {
        "steps": meter.steps,
        "characters": sum(len(story.text) for story in source.document.stories),
        "words": sum(len(story.text.split()) for story in source.document.stories),
        "found": known,
        "withheld": sum(map(len, draft.plan.removals.values())),
        "bytes": len(made.data),
    }


def main() -> None:
    """Make the document, measure it, print what came of it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("pages", type=int)
    parser.add_argument("--fast", action="store_true")
    given = parser.parse_args()
    made = make(given.pages)
    with tempfile.TemporaryDirectory(prefix="parvis-bench-") as folder:
        path = Path(folder) / "minutes.docx"
        path.write_bytes(made.data)
        print(json.dumps(measure(made, path, fast=given.fast)))


if __name__ == "__main__":
    main()
