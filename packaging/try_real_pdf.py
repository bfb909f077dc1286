# SPDX-License-Identifier: MIT
"""Tries the product on folders of real PDF files: one word is withheld in each, and other code checks the copies.

python packaging/try_real_pdf.py FOLDER… --out build/real_pdf.json [--secret frequent|random] [--seed 1] [--jobs 2]
    [--limit-seconds 120] [--minutes 60] [--no-ocr] [--keep FOLDER]

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
from dataclasses import asdict, dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

import pdf_apart as apart  # noqa: E402 - the path comes first
from measure_tags import elements  # noqa: E402

from reviewer.documents.language import language_of  # noqa: E402
from reviewer.errors import ReviewerError  # noqa: E402
from reviewer.redaction.labels import withheld_label, wording  # noqa: E402
from reviewer.workflow.preview import preview  # noqa: E402
from reviewer.workflow.titles import preview_title  # noqa: E402

GROUND = "19(1)"
MEMORY = 4 * 2**30
SAMPLE = 3
"""Pages of a copy that are compared by their pixels."""
MOST_PAGES = 400
"""Of longer files the structure is not counted."""
LANGUAGES = tuple(wording())
OURS = (
    *(withheld_label([GROUND], language) for language in LANGUAGES),  # type: ignore[arg-type]
    *(words for table in wording().values() for words in table.values()),
    *(preview_title(language) for language in LANGUAGES),  # type: ignore[arg-type]
)


@dataclass
class Row:
    """What came of one file."""

    path: str
    sha256: str
    result: str = "written"
    reason: str = ""
    pages: int = 0
    secret_letters: int = 0
    unmatched: int = 0
    removed: int = 0
    leaks: list[str] = field(default_factory=list)
    pages_of_copy: int = 0
    pictured: dict[int, str] = field(default_factory=dict)
    losses: list[str] = field(default_factory=list)
    words: int = 0
    words_kept: int = 0
    pixels: dict[int, float | None] = field(default_factory=dict)
    tags: int = 0
    tags_of_copy: int = 0
    cpu: float = 0.0
    memory: int = 0


def tried(path: Path, row: Row, *, how: str, seed: int, keep: Path | None) -> None:
    """Withhold a word of one file, and look at the copy with other code; what is found goes into the row."""
    data = path.read_bytes()
    try:
        before = apart.opened(data)
    except apart.Unopened:
        row.result = "unopened"
        return
    texts = apart.page_texts(before)
    row.pages = len(texts)
    secret = apart.chosen_word(texts, how, f"{seed}:{row.sha256}", OURS)
    row.secret_letters = len(secret or "")
    terms = {"withhold": [{"term": secret}]} if secret else {}
    with tempfile.TemporaryDirectory() as folder:
        start = _cpu()
        try:
            made = preview(path, terms, Path(folder) / "out", ground=GROUND, safe_defaults=True)
        finally:
            row.cpu = _cpu() - start
        copy = made.path.read_bytes()
    if keep is not None:
        (keep / f"{path.stem}.copy.pdf").write_bytes(copy)
    row.unmatched, row.removed, row.losses = made.unmatched, made.removed, list(made.offers.losses)
    row.pictured = dict(made.offers.pictured)
    _compare(row, before, texts, copy, secret)
    tags = elements(data, MOST_PAGES) or Counter()
    row.tags = tags.total()
    row.tags_of_copy = (tags & (elements(copy, MOST_PAGES) or Counter())).total() if tags else 0


def _compare(row: Row, before: Any, texts: list[str], copy: bytes, secret: str | None) -> None:
    after = apart.opened(copy)
    row.pages_of_copy = len(after)
    if secret:
        row.leaks = apart.leaks(copy, secret, OURS)
    gone = {int(each.split(":")[1]) for each in row.losses if each.startswith("page_removed")}
    skipped = gone | row.pictured.keys()
    row.words, row.words_kept = apart.words_kept(texts, apart.page_texts(after), secret or "", skipped)
    numbers = (number for number in range(1, row.pages + 1) if number not in skipped)
    plain = [number for number in numbers if not apart.has_notes(before[number - 1])]
    drawn = random.Random(row.sha256).sample(plain, min(SAMPLE, len(plain)))  # noqa: S311 - the same ones each time
    if not any(each.startswith(("image", "field")) for each in row.losses):
        row.pixels = {number: apart.differing(before, after, number, secret or "") for number in drawn}


def _cpu() -> float:
    used = (resource.getrusage(each) for each in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def _child(pipe: Connection, path: Path, how: str, seed: int, keep: Path | None) -> None:
    """The process of one file: whatever happens becomes a row."""
    os.setsid()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    row = Row(str(path), hashlib.sha256(path.read_bytes()).hexdigest())
    try:
        tried(path, row, how=how, seed=seed, keep=keep)
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


def rows_of(
    files: list[Path], *, how: str, seed: int, keep: Path | None, jobs: int, seconds: float
) -> Iterator[Row]:
    """A row for each file; a process that takes too long, or dies, is one too."""
    context = multiprocessing.get_context("fork")
    waiting = list(reversed(files))
    running: dict[Connection, _Running] = {}
    while waiting or running:
        while waiting and len(running) < jobs:
            path = waiting.pop()
            ours, theirs = context.Pipe(duplex=False)
            process = context.Process(target=_child, args=(theirs, path, how, seed, keep))
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
    return Row(str(path), hashlib.sha256(path.read_bytes()).hexdigest(), result, reason)


def files_in(folders: Iterable[Path]) -> list[Path]:
    """Every PDF file once: a second one of the same bytes is left out."""
    seen: dict[str, Path] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*") if folder.is_dir() else [folder]):
            if path.is_file() and path.suffix.lower() == ".pdf":
                seen.setdefault(hashlib.sha256(path.read_bytes()).hexdigest(), path)
    return list(seen.values())


def figures(rows: list[Row]) -> dict[str, object]:
    """The counts that a person asks for."""
    written = [row for row in rows if row.result == "written"]
    words = sum(row.words for row in written)
    compared = [share for row in written for share in row.pixels.values()]
    tagged = [row for row in written if row.tags]
    pages = sum(row.pages for row in written)
    cpu = sorted(row.cpu for row in rows)
    same = sum(share is not None and share <= apart.TOLERATED for share in compared)
    return {
        "files": len(rows),
        "results": dict(Counter(row.result for row in rows)),
        "reasons": dict(
            Counter(
                _short(row.reason) for row in rows if row.result != "written" and row.reason
            ).most_common()
        ),
        "copies_with_a_word_withheld": sum(row.removed > 0 for row in written),
        "copies_whose_word_the_product_did_not_see": sum(bool(row.unmatched) for row in written),
        "files_with_leaks": sum(bool(row.leaks) for row in written),
        "pages": pages,
        "files_with_all_pages": sum(row.pages == row.pages_of_copy for row in written),
        "pages_pictured": sum(len(row.pictured) for row in written),
        "files_with_pictured_pages": sum(bool(row.pictured) for row in written),
        "reasons_of_pictures": dict(Counter(each for row in written for each in row.pictured.values())),
        "words_elsewhere": words,
        "words_kept_share": round(sum(row.words_kept for row in written) / words, 5) if words else None,
        "files_with_lost_words": sum(row.words_kept < row.words for row in written),
        "pages_compared": len(compared),
        "pages_alike": same,
        "tagged_files": len(tagged),
        "tags_kept_share": _share(sum(r.tags_of_copy for r in tagged), sum(r.tags for r in tagged)),
        "cpu_median": cpu[len(cpu) // 2] if cpu else 0,
        "cpu_95th": cpu[len(cpu) * 95 // 100] if cpu else 0,
        "cpu_longest": cpu[-1] if cpu else 0,
        "memory_longest_mb": max((row.memory for row in rows), default=0),
    }


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 5) if whole else None


def _short(reason: str) -> str:
    """A reason without what differs from file to file."""
    last = reason.strip().splitlines()[-1] if reason.strip() else ""
    head, _, facts = last.partition(" ")
    try:
        detail = json.loads(facts).get("detail") or json.loads(facts).get("limit") or ""
    except (ValueError, AttributeError):
        return last[:120]
    return f"{head} {detail}".strip()


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
        made = rows_of(
            files, how=arguments.secret, seed=arguments.seed, keep=arguments.keep,
            jobs=arguments.jobs, seconds=arguments.limit_seconds,
        )  # fmt: skip
        for row in made:
            rows.append(row)
            if len(rows) % 25 == 0 or time.monotonic() > end:
                _save(arguments.out, rows)
            if time.monotonic() > end:
                break
    _save(arguments.out, rows)
    print(json.dumps(figures(rows), indent=2, ensure_ascii=False))
    return 0


def _save(out: Path, rows: list[Row]) -> None:
    out.parent.mkdir(parents=True, exist_ok=True)
    content = {"figures": figures(rows), "files": [asdict(row) for row in rows]}
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
