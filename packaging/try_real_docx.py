# SPDX-License-Identifier: MIT
"""Tries the product on folders of real Word documents: random words are withheld, and other code checks the copies.

python packaging/try_real_docx.py FOLDER… --secrets 5 --seed 1 --report build/real.json [--pages] [--keep FOLDER]

The report names files, reasons and counts; it holds no text but attributes in which a word was found. Nothing here
passes or fails: docs/real-documents.md says how to read the figures.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
import random
import re
import sys
import tempfile
import time
import traceback
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

from docx_apart import leaks, texts_of_copy, words_in_view  # noqa: E402 - the path comes first
from page_counts import page_counts  # noqa: E402

from reviewer.documents.docx.reader import read_docx  # noqa: E402
from reviewer.errors import ReviewerError  # noqa: E402
from reviewer.model.document import Document, Span, StoryKind  # noqa: E402
from reviewer.redaction.labels import withheld_label, wording  # noqa: E402
from reviewer.workflow.decision_file import resolve  # noqa: E402
from reviewer.workflow.preview import preview  # noqa: E402
from reviewer.workflow.titles import preview_title  # noqa: E402

SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".dotm"})
GROUND = "19(1)"
MARK = "\ue000"
KINDS = {
    "body": {StoryKind.BODY},
    "text_box": {StoryKind.TEXT_BOX},
    "header": {StoryKind.HEADER, StoryKind.FOOTER},
    "note": {StoryKind.FOOTNOTE, StoryKind.ENDNOTE},
}
LANGUAGES = tuple(wording())
LABELS = tuple(withheld_label([GROUND], language) for language in LANGUAGES)  # type: ignore[arg-type]
PLACEHOLDERS = tuple(
    words for table in wording().values() for key, words in table.items() if key.endswith("_removed")
)
OURS = (*LABELS, *PLACEHOLDERS, *(preview_title(language) for language in LANGUAGES))  # type: ignore[arg-type]


@dataclass
class Row:
    """What came of one file."""

    path: str
    sha256: str
    result: str = "written"
    reason: str = ""
    secrets: int = 0
    unmatched: int = 0
    removed: int = 0
    seconds: float = 0.0
    leaks: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()
    losses: tuple[str, ...] = ()
    pages: int | None = None
    pages_of_copy: int | None = None


def tried(path: Path, *, secrets: int, seed: int, keep: Path) -> Row:
    """Withhold random words of one file, and look at the copy with other code."""
    data = path.read_bytes()
    row = Row(str(path), hashlib.sha256(data).hexdigest())
    known = words_in_view(data)
    # a test's choice of words needs no cryptography, but the same one each time
    chosen = random.Random(f"{seed}:{row.sha256}").sample(known, min(secrets, len(known)))  # noqa: S311
    row.secrets = len(chosen)
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        try:
            terms = {"withhold": [{"term": each} for each in chosen]}
            made = preview(path, terms, Path(folder) / "out", ground=GROUND, safe_defaults=True)
            row.seconds = time.perf_counter() - start
            copy = made.path.read_bytes()
            row.unmatched, row.removed, row.losses = made.unmatched, made.removed, made.losses
            (keep / f"{row.sha256}.docx").write_bytes(copy)
            row.leaks = tuple(leaks(copy, chosen, OURS))
            document = read_docx(data, path=path, words_in_images=False).document
            row.differing = tuple(_differing(document, terms, texts_of_copy(copy)))
        except ReviewerError as error:
            row.seconds = time.perf_counter() - start
            facts = {key: value for key, value in error.facts.items() if key != "path"}
            row.result, row.reason = "refused", f"{type(error).__name__} {json.dumps(facts, default=str)}"
        except Exception:  # noqa: BLE001 - whatever is no refusal is a crash, and is what we look for
            row.result, row.reason = "crashed", traceback.format_exc(limit=-3)
    return row


def _differing(
    document: Document, terms: dict[str, list[dict[str, str]]], copy: dict[str, list[str]]
) -> list[str]:
    """Kinds of text that do not stand in the copy as they stood in the document, but for the labels."""
    spans: dict[str, list[Span]] = {}
    for target, _ruling in resolve(terms, document, ground=GROUND).rulings:
        if isinstance(target, Span):
            spans.setdefault(target.story, []).append(target)
    found = []
    for kind, sorts in KINDS.items():
        stories = [each for each in document.stories if each.kind in sorts]
        expected = _settled(_cut(each.text, spans.get(each.id, ())) for each in stories)
        if expected != _settled(copy[kind]):
            found.append(kind)
    return found


def _cut(text: str, spans: Iterable[Span]) -> str:
    """The text with one sign for each stretch that goes; spans that overlap are one, clinging marks go too."""
    gone = bytearray(len(text))
    for span in spans:
        end = span.end
        while end < len(text) and unicodedata.category(text[end]) in {"Mn", "Mc", "Me", "Cf"}:
            end += 1
        gone[span.start : end] = b"\1" * (end - span.start)
    starts = {span.start for span in spans if not span.start or not gone[span.start - 1]}
    return "".join(MARK if at in starts else "" if gone[at] else sign for at, sign in enumerate(text))


def _settled(texts: Iterable[str]) -> list[str]:
    """Texts with one sign for a label, one for any number of separators, in an order of their own."""
    settled = []
    for text in texts:
        for label in LABELS:
            text = text.replace(label, MARK)
        for placeholder in PLACEHOLDERS:
            text = text.replace(placeholder, "")
        text = re.sub(f"{MARK}(?:[ \u00a0\u202f]?{MARK})+", MARK, text)
        settled.append(re.sub(r"[\n\t]+", "\n", text).strip("\n"))
    return sorted(filter(None, settled))


def files_in(folders: Iterable[Path]) -> list[Path]:
    """Every Word file once: a second one of the same bytes is left out."""
    seen: dict[str, Path] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*") if folder.is_dir() else [folder]):
            if path.is_file() and path.suffix.lower() in SUFFIXES:
                seen.setdefault(hashlib.sha256(path.read_bytes()).hexdigest(), path)
    return list(seen.values())


def count_pages(rows: list[Row], keep: Path) -> None:
    """Pages of each original and its copy; those of an original are counted once for a folder that is kept."""
    written = [row for row in rows if row.result == "written"]
    cache = keep / "pages.json"
    known: dict[str, int] = json.loads(cache.read_text()) if cache.is_file() else {}
    wanted = {row.sha256: Path(row.path) for row in written if row.sha256 not in known}
    known |= dict.fromkeys(wanted, 0) | page_counts(wanted, keep / "originals")
    cache.write_text(json.dumps(known))
    copies = page_counts({row.sha256: keep / f"{row.sha256}.docx" for row in written}, keep / "copies")
    for row in written:
        row.pages, row.pages_of_copy = known[row.sha256] or None, copies.get(row.sha256)


def figures(rows: list[Row]) -> dict[str, object]:
    """The counts that a person asks for."""
    written = [row for row in rows if row.result == "written"]
    paged = [row for row in written if row.pages]
    seconds = sorted(row.seconds for row in rows)
    return {
        "files": len(rows),
        "results": dict(Counter(row.result for row in rows)),
        "reasons": dict(Counter(row.reason for row in rows if row.result != "written").most_common()),
        "copies_by_words": dict(sorted(Counter(row.secrets for row in written).items())),
        "words_withheld": sum(row.secrets for row in written),
        "words_not_found": sum(row.unmatched for row in written),
        "files_with_leaks": sum(bool(row.leaks) for row in written),
        "files_with_other_text": sum(bool(row.differing) for row in written),
        "files_with_pages": len(paged),
        "same_pages": sum(row.pages == row.pages_of_copy for row in paged),
        "seconds_median": seconds[len(seconds) // 2] if seconds else 0,
        "seconds_95th": seconds[len(seconds) * 95 // 100] if seconds else 0,
        "seconds_longest": seconds[-1] if seconds else 0,
    }


def _in_time(rows: Iterable[Row], minutes: float) -> Iterator[Row]:
    """Rows as they come; a file that is being tried when the time is over is waited for and not counted."""
    end = time.monotonic() + 60 * minutes
    for row in rows:
        yield row
        if time.monotonic() > end:
            return


def main() -> int:
    """Try every file, show the figures, keep the report."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--secrets", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--report", type=Path, default=ROOT / "build" / "real_docx.json")
    parser.add_argument("--pages", action="store_true", help="count pages with LibreOffice")
    parser.add_argument("--keep", type=Path, help="a folder for the copies and their PDFs")
    parser.add_argument("--minutes", type=float, default=1e6, help="look at no further file after that time")
    parser.add_argument("--processes", type=int, default=2)
    arguments = parser.parse_args()
    logging.disable(logging.WARNING)
    with tempfile.TemporaryDirectory() as made:
        keep = arguments.keep or Path(made)
        keep.mkdir(parents=True, exist_ok=True)
        work = partial(tried, secrets=arguments.secrets, seed=arguments.seed, keep=keep)
        files = files_in(arguments.folders)
        random.Random(arguments.seed).shuffle(files)  # noqa: S311 - an order that tells nothing and comes again
        with ProcessPoolExecutor(arguments.processes) as pool:
            rows = list(_in_time(pool.map(work, files), arguments.minutes))
            pool.shutdown(wait=False, cancel_futures=True)
        if arguments.pages:
            count_pages(rows, keep)
    found = figures(rows)
    arguments.report.parent.mkdir(parents=True, exist_ok=True)
    content = {"figures": found, "files": [asdict(row) for row in rows]}
    arguments.report.write_text(json.dumps(content, indent=1, ensure_ascii=False), encoding="utf-8")
    print(json.dumps(found, indent=2, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
