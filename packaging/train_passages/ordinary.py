# SPDX-License-Identifier: MIT
"""Writes the ordinary pages that the weights learn from, out of git clones: none of them is in this repository.

    python packaging/train_passages/ordinary.py --laws CLONE --blog CLONE [--out build/ordinary]

Federal acts of justicecanada/laws-lois-xml (Open Government Licence - Canada), as many provisions of each, and
the pages of canada-ca/blogue-canada-ca-blog (MIT) that tests/corpus/published/elsewhere.toml does not call held.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from bench_published import post, statute  # noqa: E402 - the script runs from anywhere

from tests.corpus.published.read import FOLDER  # noqa: E402 - the same

OUT = ROOT / "build" / "ordinary"
ACTS = (
    "A-0.6", "A-1", "A-2", "B-9.01", "C-8", "E-5.6", "F-14", "P-36", "O-3.01", "C-42", "L-2", "H-6", "N-14.01",
    "S-14.3", "C-15.31", "P-33.01", "I-2.5", "F-11", "C-44", "M-13", "A-11.3", "C-24.5", "W-11",
)  # fmt: skip
PROVISIONS = 44
"""So many of each act, spread over it."""
SHORTEST, LONGEST = 40, 400
FOLDERS = {"en": "eng/acts", "fr": "fra/lois"}


def main() -> None:
    """Write acts.en.txt, acts.fr.txt, blog.en.txt and blog.fr.txt."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--laws", type=Path, required=True)
    parser.add_argument("--blog", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    for language, folder in FOLDERS.items():
        _write(given.out / f"acts.{language}.txt", acts(given.laws, folder))
        _write(given.out / f"blog.{language}.txt", blog(given.blog, language))


def acts(clone: Path, folder: str) -> Iterator[str]:
    """Provisions of the acts, the same number of each, spread evenly."""
    for act in ACTS:
        lines = [
            line
            for line in statute(_git(clone, "show", f"HEAD:{folder}/{act}.xml")).splitlines()
            if SHORTEST <= len(line) <= LONGEST
        ]
        yield from lines[:: max(1, len(lines) // PROVISIONS)][:PROVISIONS]


def blog(clone: Path, language: str) -> Iterator[str]:
    """The pages of a language, without those that only measure."""
    manifest = tomllib.loads((FOLDER / "elsewhere.toml").read_text(encoding="utf-8"))
    held = {path for entry in manifest["set"] if "held" in entry["title"] for path in entry["paths"]}
    for path in _git(clone, "ls-tree", "-r", "--name-only", "HEAD").splitlines():
        parts = path.replace("_", "/").split("/")
        if path.endswith(".md") and path not in held and language in (*parts, path[-5:-3]):
            yield from post(_git(clone, "show", f"HEAD:{path}")).splitlines()


def _git(clone: Path, *command: str) -> str:
    done = subprocess.run(["git", "-C", str(clone), *command], check=True, capture_output=True)
    return done.stdout.decode("utf-8")


def _write(path: Path, lines: Iterable[str]) -> None:
    text = "\n\n".join(dict.fromkeys(lines)) + "\n"
    path.write_text(text, encoding="utf-8")
    print(f"{path.name}: {len(text.split())} words")


if __name__ == "__main__":
    main()
