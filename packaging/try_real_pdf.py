# SPDX-License-Identifier: MIT
"""Tries the product on folders of real PDF files: one word is withheld in each, and other code checks the copies.

python packaging/try_real_pdf.py FOLDER… --out build/real_pdf.json [--secret frequent|random] [--seed 1] [--jobs 2]
    [--limit-seconds 120] [--minutes 60] [--no-ocr] [--answers] [--keep FOLDER]

Each file is tried in a process of its own, with an end to its time and memory. The report names files, reasons and
counts; it holds no text. Nothing here passes or fails: docs/real-documents.md says how to read the figures.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import logging
import multiprocessing
import os
import random
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

import pdf_apart as apart  # noqa: E402 - the path comes first
from measure_tags import elements  # noqa: E402
from pdf_figures import Row, both  # noqa: E402
from pdf_ordinary import is_ordinary  # noqa: E402
from pdf_pixels import differing, has_notes  # noqa: E402
from pdf_words import certain_words, words_kept  # noqa: E402

from reviewer.documents.language import language_of  # noqa: E402
from reviewer.errors import ReviewerError, UnansweredProblem  # noqa: E402
from reviewer.redaction.labels import withheld_label, wording  # noqa: E402
from reviewer.workflow.preview import Preview, preview  # noqa: E402
from reviewer.workflow.titles import preview_title  # noqa: E402

GROUND = "19(1)"
MEMORY = 4 * 2**30
SAMPLE = 3
"""Pages of a copy that are compared by their pixels."""
MOST_PAGES = 400
"""Of longer files the structure is not counted."""
LANGUAGES = tuple(wording())
LABELS = tuple(withheld_label([GROUND], language) for language in LANGUAGES)  # type: ignore[arg-type]
_PAGES = ("unreadable_page", "untrusted_text")
"""Problems that stop a copy until a person says what becomes of a page."""
OURS = (
    *LABELS,
    *(words for table in wording().values() for words in table.values()),
    *(preview_title(language) for language in LANGUAGES),  # type: ignore[arg-type]
)


@dataclass(frozen=True)
class How:
    """What is asked of each file."""

    secret: str
    seed: int
    keep: Path | None
    answers: bool


def tried(path: Path, row: Row, how: How) -> None:
    """Withhold a word of one file, and look at the copy with other code; what is found goes into the row."""
    data = path.read_bytes()
    try:
        before = apart.opened(data)
    except apart.Unopened:
        row.result = "unopened"
        return
    texts = apart.page_texts(before)
    row.pages = len(texts)
    secret = apart.chosen_word(texts, how.secret, f"{how.seed}:{row.sha256}", OURS)
    row.ordinary = is_ordinary(path, data, texts)
    row.secret_letters = len(secret or "")
    terms = {"withhold": [{"term": secret}]} if secret else {}
    with tempfile.TemporaryDirectory() as folder:
        start = _cpu()
        try:
            made = _made(path, terms, Path(folder) / "out", row, answers=how.answers)
        finally:
            row.cpu = _cpu() - start
        copy = made.path.read_bytes()
    if how.keep is not None:
        (how.keep / f"{path.stem}.copy.pdf").write_bytes(copy)
    row.unmatched, row.removed, row.losses = made.unmatched, made.removed, list(made.offers.losses)
    row.pictured = dict(made.offers.pictured)
    _compare(row, before, data, copy, secret)
    tags = elements(data, MOST_PAGES) or Counter()
    row.tags = tags.total()
    row.tags_of_copy = (tags & (elements(copy, MOST_PAGES) or Counter())).total() if tags else 0


def _made(path: Path, terms: dict[str, Any], out: Path, row: Row, *, answers: bool) -> Preview:
    """A copy; where it is refused for want of an answer about a page, the page is left out, or kept as a picture."""
    try:
        return preview(path, terms, out, ground=GROUND, safe_defaults=True)
    except UnansweredProblem as error:
        pages = [each for each in error.facts["problems"] if each.startswith(_PAGES)]  # type: ignore[attr-defined]
        if not answers or not pages:
            raise
    row.answered = {each: "keep" if each.startswith("untrusted") else "remove" for each in pages}
    return preview(path, terms | {"answers": row.answered}, out, ground=GROUND, safe_defaults=True)


def _compare(row: Row, before: Any, data: bytes, copy: bytes, secret: str | None) -> None:
    texts = apart.page_texts(before)
    after = apart.opened(copy)
    row.pages_of_copy = len(after)
    if secret:
        row.leaks = apart.leaks(copy, secret, OURS)
    gone = {int(each.split(":")[1]) for each in row.losses if each.startswith("page_removed")}
    skipped = gone | row.pictured.keys()
    words = certain_words(before, texts, data)
    row.words, row.words_kept = words_kept(words, apart.page_texts(after), secret or "", skipped)
    numbers = (number for number in range(1, row.pages + 1) if number not in skipped)
    plain = [number for number in numbers if not has_notes(before[number - 1])]
    drawn = random.Random(row.sha256).sample(plain, min(SAMPLE, len(plain)))  # noqa: S311 - the same ones each time
    if not any(each.startswith(("image", "field")) for each in row.losses):
        row.pixels = {number: differing(before, after, number, secret or "", LABELS) for number in drawn}


def _cpu() -> float:
    used = (resource.getrusage(each) for each in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def _child(pipe: Connection, path: Path, how: How) -> None:
    """The process of one file: whatever happens becomes a row."""
    os.setsid()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    row = Row(str(path), hashlib.sha256(path.read_bytes()).hexdigest())
    try:
        tried(path, row, how)
    except ReviewerError as error:
        facts = {key: value for key, value in error.facts.items() if key != "path"}
        row.result, row.reason = "refused", f"{type(error).__name__} {json.dumps(facts, default=str)}"
    except Exception:  # noqa: BLE001 - whatever is no refusal is a crash, and is what we look for
        row.result, row.reason = "crashed", traceback.format_exc(limit=-6)
    row.memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    pipe.send(row)


@dataclass
class _Running:
    process: BaseProcess
    path: Path
    end: float


def rows_of(files: list[Path], how: How, *, jobs: int, seconds: float) -> Iterator[Row]:
    """A row for each file; a process that takes too long, or dies, is one too."""
    context = multiprocessing.get_context("fork")
    waiting = list(reversed(files))
    running: dict[Connection, _Running] = {}
    while waiting or running:
        while waiting and len(running) < jobs:
            path = waiting.pop()
            ours, theirs = context.Pipe(duplex=False)
            process = context.Process(target=_child, args=(theirs, path, how))
            process.start()
            theirs.close()
            running[ours] = _Running(process, path, time.monotonic() + seconds)
        ready = wait(list(running), timeout=1.0)
        for pipe in [each for each in running if each in ready]:
            yield _heard(pipe, running.pop(pipe))
        for pipe, each in list(running.items()):
            if time.monotonic() > each.end:
                del running[pipe]
                _end(each.process)
                yield _without_answer(each.path, "timeout", f"{seconds:g} s")


def _heard(pipe: Connection, each: _Running) -> Row:
    try:
        row: Row = pipe.recv()
    except EOFError:
        each.process.join()
        return _without_answer(each.path, "died", f"exit {each.process.exitcode}")
    each.process.join()
    return row


def _end(process: BaseProcess) -> None:
    """End a process of ours and all that it started."""
    with contextlib.suppress(OSError):
        os.killpg(process.pid or 0, signal.SIGKILL)
    process.kill()
    process.join()


def _without_answer(path: Path, result: str, reason: str) -> Row:
    return Row(str(path), hashlib.sha256(path.read_bytes()).hexdigest(), result=result, reason=reason)


def files_in(folders: Iterable[Path]) -> list[Path]:
    """Every PDF file once: a second one of the same bytes is left out."""
    seen: dict[str, Path] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*") if folder.is_dir() else [folder]):
            if path.is_file() and path.suffix.lower() == ".pdf":
                seen.setdefault(hashlib.sha256(path.read_bytes()).hexdigest(), path)
    return list(seen.values())


def main() -> int:
    """Try every file, show the figures, keep the report."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "real_pdf.json")
    parser.add_argument("--secret", choices=["frequent", "random"], default="frequent")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--limit-seconds", type=float, default=120)
    parser.add_argument("--minutes", type=float, default=1e6, help="look at no further file after that time")
    parser.add_argument("--no-ocr", action="store_true", help="as on a machine without tesseract")
    parser.add_argument(
        "--answers", action="store_true", help="answer what is asked about pages, and try again"
    )
    parser.add_argument("--keep", type=Path, help="a folder for the copies")
    arguments = parser.parse_args()
    logging.disable(logging.CRITICAL)
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    files = files_in(arguments.folders)
    random.Random(arguments.seed).shuffle(files)  # noqa: S311 - an order that tells nothing and comes again
    if arguments.keep:
        arguments.keep.mkdir(parents=True, exist_ok=True)
    language_of("Read once here, not in the process of each file.")
    rows: list[Row] = []
    end = time.monotonic() + 60 * arguments.minutes
    with _without_tesseract() if arguments.no_ocr else contextlib.nullcontext():
        how = How(arguments.secret, arguments.seed, arguments.keep, arguments.answers)
        for row in rows_of(files, how, jobs=arguments.jobs, seconds=arguments.limit_seconds):
            rows.append(row)
            if len(rows) % 25 == 0 or time.monotonic() > end:
                _save(arguments.out, rows)
            if time.monotonic() > end:
                break
    _save(arguments.out, rows)
    print(json.dumps(both(rows), indent=2, ensure_ascii=False))
    return 0


def _save(out: Path, rows: list[Row]) -> None:
    out.parent.mkdir(parents=True, exist_ok=True)
    content = {"figures": both(rows), "files": [asdict(row) for row in rows]}
    out.write_text(json.dumps(content, indent=1, ensure_ascii=False), encoding="utf-8")


@contextlib.contextmanager
def _without_tesseract() -> Iterator[None]:
    """A search path with every program but that one."""
    with tempfile.TemporaryDirectory() as folder:
        for place in reversed(os.environ.get("PATH", "").split(os.pathsep)):
            for program in Path(place).iterdir() if Path(place).is_dir() else ():
                link = Path(folder) / program.name
                link.unlink(missing_ok=True)
                if program.name != "tesseract":
                    link.symlink_to(program)
        before, os.environ["PATH"] = os.environ["PATH"], folder
        try:
            yield
        finally:
            os.environ["PATH"] = before


if __name__ == "__main__":
    sys.exit(main())
