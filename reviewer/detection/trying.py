# SPDX-License-Identifier: MIT
"""Tries a department's recognizers: each example found, each counter-example left alone, no pattern slow on hostile texts.

It runs in a process of its own that is ended when it takes too long, for nothing else stops a pattern at work.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from reviewer.detection.own import Own, load
from reviewer.detection.reading import Reading, read
from reviewer.errors import InvalidRecognizer
from reviewer.model.document import Story, StoryKind

_SECONDS_EACH = 5.0
"""How long one entry may take in all before its process is ended."""
_START = 60.0
"""How long the process may take to start, on a busy machine."""
_SLOW = 1.0
"""Seconds of the processor that one pattern may take for one hostile text."""
_LENGTH = 4_000
_BEGINNINGS, _AFTER = 60, 400
"""How much of an example may be the beginning, and how long one sign follows it."""
Fault = tuple[str, str, str]
"""Id of the entry, code of the fault, what it is about."""


def tried(paths: tuple[Path, ...], *, seconds: float = _SECONDS_EACH) -> tuple[Own, ...]:
    """Every entry of the files, all of them tried. Raises InvalidRecognizer for the first that fails."""
    entries = load(paths)
    if not entries:
        return ()
    context = get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(there, paths), daemon=True)
    process.start()
    there.close()
    try:
        _hear(here, entries, seconds)
    finally:
        process.kill()
        process.join()
        here.close()
    return entries


def _hear(pipe: Connection, entries: tuple[Own, ...], seconds: float) -> None:
    """Wait until the process has started, then for one answer for each entry."""
    if pipe.poll(_START):
        pipe.recv()
    for entry in entries:
        fault: Fault | None
        try:
            fault = pipe.recv() if pipe.poll(seconds) else _too_slow(entry)
        except EOFError:
            fault = _too_slow(entry)
        if fault is not None:
            raise InvalidRecognizer(path=entry.path, entry=fault[0], detail=fault[1], what=fault[2])


def _too_slow(entry: Own) -> Fault:
    return entry.recognizer.id, "slow_regex", "patterns"


def _work(pipe: Connection, paths: tuple[Path, ...]) -> None:
    """In the other process: try each entry and say what is wrong with it, None when nothing is."""
    entries = load(paths)
    pipe.send(None)
    for entry in entries:
        pipe.send(next(faults(entry), None))


def faults(entry: Own, clock: Callable[[], float] = time.process_time) -> Iterator[Fault]:
    """What is wrong with an entry, by trying it."""
    recognizer = entry.recognizer
    for number, text in enumerate(entry.examples, 1):
        if next(recognizer.find(_reading(text)), None) is None:
            yield recognizer.id, "example", str(number)
    for number, text in enumerate(entry.counter_examples, 1):
        if next(recognizer.find(_reading(text)), None) is not None:
            yield recognizer.id, "counter_example", str(number)
    for place, pattern in enumerate(recognizer.patterns, 1):
        for text in _hostile(entry.examples):
            begun = clock()
            sum(1 for _ in pattern.sought.regex.finditer(text))
            if clock() - begun > _SLOW:
                yield recognizer.id, "slow_regex", f"patterns {place}"
                break


def _reading(text: str) -> Reading:
    return read(Story("body", StoryKind.BODY, text))


def _hostile(examples: tuple[str, ...]) -> Iterator[str]:
    """Long texts of one sign or of pieces of the examples, with an end that does not fit.

    What runs on for years often does so only after a beginning that fits: each beginning of an example comes first, too.
    """
    for piece in ("1", "1 ", "a", "a ", "A-", " ", "A1", "1-", "a@", "."):
        yield (piece * _LENGTH)[:_LENGTH] + "\x00"
    for example in examples[:5]:
        for piece in {example, example[:-1], example[-1], example[:3]}:
            if piece:
                yield (piece * (_LENGTH // len(piece) + 1))[:_LENGTH] + "\x00"
    for example in examples[:5]:
        for end in range(1, min(len(example), _BEGINNINGS) + 1):
            for sign in sorted({example[end - 1], "1", "a", "A", " "}):
                yield example[:end] + sign * _AFTER + "\x00"
