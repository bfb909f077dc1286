# SPDX-License-Identifier: MIT
"""Side by side in one run: Parvis, a script on python-docx, docs-anonymizer, on hard files and on 100 pages.

    python packaging/bench_peers.py [--every N]

Each is handed the exact secrets, so that nobody's detection is measured. The two peers live in an environment of their own
under build/peers, which the product never sees. The copies are judged by the code of tests/corpus/docx/proof, which shares
nothing with any of the three. Keeps build/bench-peers.json.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from io import BytesIO
from pathlib import Path
from typing import TypeVar

import docx
from bench_document import make

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.corpus.docx.make import main as make_corpus  # noqa: E402 - the script runs from anywhere
from tests.corpus.docx.proof import integrity, leaks  # noqa: E402
from tests.corpus.docx.proof.folding import fold  # noqa: E402

OUT = ROOT / "build" / "bench-peers.json"
PLACE = ROOT / "build" / "peers"
ENVIRONMENT = PLACE / "env"
PACKAGES = ("docs-anonymizer==0.8.1", "python-docx==1.2.0")
NEEDS = ("pydantic", "lxml", "openpyxl", "packaging")
"""What docs-anonymizer's way of a DOCX imports; its language models and its reader of PDF are left out."""
_PAGES = 100
_MANY = 50
"""The judge folds the copy anew for each secret: more than so many are searched in the parts, which is quicker."""
_BROKEN = (
    "dangling",
    "not well-formed",
    "no content type",
    "two entries",
    "relationships of no part",
    "id twice",
)


Value = TypeVar("Value")


@dataclass
class Score:
    """What came of one tool's copies."""

    name: str
    files: int = 0
    refused: int = 0
    crashed: int = 0
    leaking: int = 0
    secrets: int = 0
    leaked: int = 0
    lost: int = 0
    broken: int = 0
    cpu: float = 0.0
    wall: float = 0.0
    errors: dict[str, int] = field(default_factory=dict)


def environment() -> Path | None:
    """The peers' Python, made when it is not there; None without a registry."""
    python = ENVIRONMENT / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    uv = shutil.which("uv") or str(Path(sys.executable).with_name("uv"))
    commands = (
        [uv, "venv", "--quiet", "--python", sys.executable, str(ENVIRONMENT)],
        [uv, "pip", "install", "--quiet", "--python", str(python), "--no-deps", *PACKAGES],
        [uv, "pip", "install", "--quiet", "--python", str(python), *NEEDS],
    )
    probe = [str(python), "-c", "import anonymizer, docx, pydantic, openpyxl"]
    if python.exists() and subprocess.run(probe, check=False, capture_output=True).returncode == 0:
        return python
    for command in commands:
        if subprocess.run(command, check=False).returncode:
            print(
                "peers: left out, their packages could not be installed (no way to the registry?)",
                file=sys.stderr,
            )
            return None
    return python


def works(every: int) -> dict[str, list[dict[str, object]]]:
    """Every nth adversarial file that has a copy, and the long one."""
    folder = PLACE / "files"
    shutil.rmtree(folder, ignore_errors=True)
    make_corpus(folder)
    rows = [
        row for row in json.loads((folder / "manifest.json").read_text("utf-8")) if row["expect"] == "clean"
    ]
    hard = [{**row, "in": str(folder / row["file"])} for row in rows[::every]]
    made = make(_PAGES)
    (folder / "minutes.docx").write_bytes(made.data)
    plain = {"in": str(folder / "minutes.docx"), "file": "minutes.docx", "secrets": made.secrets, "keep": []}
    return {"adversarial": hard, "100 pages": [plain]}


def run(name: str, python: Path, script: str, listed: Sequence[Mapping[str, object]]) -> Score:
    """One tool over a list of files."""
    out = PLACE / name
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    given = [
        {"in": row["in"], "out": str(out / str(row["file"])), "secrets": row["secrets"]} for row in listed
    ]
    command = [str(python), str(ROOT / "packaging" / script)]
    ran = subprocess.run(command, input=json.dumps(given), capture_output=True, text=True, check=False)
    results = [json.loads(line) for line in ran.stdout.splitlines()]
    if len(results) != len(given):
        print(f"{name}: ended early: {ran.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
    score = Score(name)
    for work, row, result in zip(given, listed, results, strict=False):
        _judge(score, Path(str(work["out"])), row, result)
    return score


def _judge(score: Score, copy: Path, row: Mapping[str, object], result: Mapping[str, object]) -> None:
    secrets, keep = _texts(row["secrets"]), _texts(row["keep"])
    score.files += 1
    score.secrets += len(secrets)
    score.cpu += float(str(result["cpu"]))
    score.wall += float(str(result["wall"]))
    if result["error"]:
        # A refusal says why and writes nothing; anything else that ends a tool is a crash.
        refused = score.name == "parvis"
        score.refused += refused
        score.crashed += not refused
        name = str(result["error"])
        score.errors[name] = score.errors.get(name, 0) + 1
        return
    data = copy.read_bytes()
    found = _safely(lambda: leaks.leaks(data, secrets), None) if len(secrets) <= _MANY else None
    found = _in_the_parts(data, secrets) if found is None else found
    leaked = {each.rpartition("secret ")[2] for each in found}
    score.leaking += bool(leaked)
    score.leaked += len(leaked)
    text = _safely(lambda: leaks.shown_text(data), "")
    score.lost += sum(words not in text for words in keep)
    score.broken += _is_broken(data) and not _is_broken(Path(str(row["in"])).read_bytes())


def _in_the_parts(data: bytes, secrets: Sequence[str]) -> list[str]:
    """The plainest search, for copies that the judge cannot open as Word documents, and for very many secrets."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        text = "".join(archive.read(info).decode("utf-8", "replace") for info in archive.infolist())
    text = leaks.LABELS.sub("\0", text)
    bare = "\0".join(fold(each) for each in (re.sub(r"<[^>]*>", "", text), text))
    return [f"parts, secret {number}" for number, secret in enumerate(secrets) if fold(secret) in bare]


def _is_broken(data: bytes) -> bool:
    """Whether python-docx cannot open it, or the package refers to what is not there."""
    opened = _safely(lambda: bool(docx.Document(BytesIO(data))), fallback=False)
    listed = _safely(lambda: integrity.faults(data), ["not well-formed"])
    return not opened or any(mark in fault for fault in listed for mark in _BROKEN)


def _safely(work: Callable[[], Value], fallback: Value) -> Value:
    try:
        return work()
    except Exception:  # noqa: BLE001 - a copy that cannot be read is a result
        return fallback


def _texts(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list | tuple) else []


def main() -> int:
    """Run the three over both sets and keep the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--every", type=int, default=1, help="take every nth adversarial file")
    given = parser.parse_args()
    python = environment()
    tools = [("parvis", Path(sys.executable), "bench_peer_parvis.py")]
    if python is not None:
        tools.append(("python-docx script", python, "bench_peer_python_docx.py"))
        tools.append(("docs-anonymizer", python, "bench_peer_docs_anonymizer.py"))
    table = {}
    for kind, listed in works(given.every).items():
        scores = [run(*tool, listed) for tool in tools]
        table[kind] = [asdict(score) for score in scores]
        for score in scores:
            print(f"{kind}: {score}", flush=True)
    OUT.write_text(json.dumps({"packages": PACKAGES, "table": table}, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
