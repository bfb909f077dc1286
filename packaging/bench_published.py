# SPDX-License-Identifier: MIT
"""False flags on ordinary published pages: those in tests/corpus/published, and others that are given by path.

    python packaging/bench_published.py [CLONE …] [--fast] [--show]

tests/corpus/published/README.md says which pages are in the repository; elsewhere.toml beside it names pages of public
repositories of the Government of Canada (statutes, a blog), which are read from git clones given by path at the commit
that the marks were made on. A finding is false unless it touches a place that was marked by hand as truly a person or a
contact, although a public one.
"""

from __future__ import annotations

import argparse
import hashlib
import html
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.corpus.published.read import FOLDER, Page, false_flags, here  # noqa: E402 - runs from anywhere
from tests.detection.measure import detect  # noqa: E402

_PROVISION = re.compile(r"</(?:Text|MarginalNote|TitleText|LongTitle|ShortTitle|HistoricalNoteSubItem)>")
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_MACHINE = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1>|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_LINK = re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)")
_BLOCK = re.compile(r"</?(?:p|li|h\d|div|section|td|th|tr|dt|dd|br|figcaption|blockquote)\b[^>]*>")
_MARKS = re.compile(r"^#+ |^[*-] |\*\*", re.MULTILINE)
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"\w[\w@.-]*\w")


def pages(*clones: Path) -> dict[str, tuple[Page, ...]]:
    """Pages by kind and language: those here, and those of the clones that hold them."""
    listed = here()
    manifest = tomllib.loads((FOLDER / "elsewhere.toml").read_text(encoding="utf-8"))
    for entry in manifest["set"]:
        found = tuple(_elsewhere(clones, entry))
        if found:
            listed[entry["title"]] = found
    return listed


def _elsewhere(clones: Iterable[Path], entry: dict[str, Any]) -> Iterator[Page]:
    allowed = frozenset(entry.get("allowed", ()))
    for clone in clones:
        for path in entry["paths"]:
            git = ["git", "-C", str(clone), "show", f"{entry['commit']}:{path}"]
            shown = subprocess.run(git, check=False, capture_output=True)
            if shown.returncode == 0:
                source = shown.stdout.decode("utf-8")
                text = statute(source) if path.endswith(".xml") else post(source)
                yield Page(path, str(entry["language"]), text, tuple(_named(text, allowed)))


def _named(text: str, allowed: frozenset[str]) -> Iterator[tuple[int, int]]:
    for word in _WORD.finditer(text):
        if hashlib.sha256(word.group().encode()).hexdigest()[:12] in allowed:
            yield word.span()


def statute(xml: str) -> str:
    """The words of a statute as its web page has them: a line for each provision, title and note."""
    body = xml.partition("<Body")[2].partition("</Body>")[0]
    return _lines(_PROVISION.sub("\n", body.replace("</Label>", " ")).partition(">")[2])


def post(markdown: str) -> str:
    """The words of a page of a blog, without what its source says to the machine that makes the page."""
    text = _FRONT.sub("", markdown, count=1)
    text = _BLOCK.sub("\n", _LINK.sub(r"\1", _MACHINE.sub(" ", text)))
    return _lines(_MARKS.sub("", text))


def _lines(markup: str) -> str:
    text = html.unescape(_TAG.sub("", markup))
    return "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())


def main() -> None:
    """Print false flags for 1,000 words by kind, then by category, and with --show each with its words."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("clones", nargs="*", type=Path, help="git clones that hold pages of elsewhere.toml")
    parser.add_argument("--fast", action="store_true", help="the rules alone")
    parser.add_argument("--show", action="store_true", help="list the false flags, and where they are")
    given = parser.parse_args()
    from reviewer.detection.engine import Engine

    engine = Engine(fast=given.fast)
    all_words = all_false = 0
    for title, listed in pages(*given.clones).items():
        counted: dict[str, int] = {}
        shown = []
        for page in listed:
            for flag in false_flags(page, detect(page.text, engine)):
                counted[str(flag.category)] = counted.get(str(flag.category), 0) + 1
                start, end = flag.span.start, flag.span.end
                around = page.text[max(0, start - 60) : start], page.text[end : end + 40]
                words = f"{around[0]}[[{page.text[start:end]}]]{around[1]}".replace("\n", "⏎")
                shown.append(f"  {page.id} {start} {end} {flag.category}: {words}")
        words = sum(page.words for page in listed)
        false = sum(counted.values())
        all_words, all_false = all_words + words, all_false + false
        print(f"{title:36}{words:7} words {1000 * false / words:6.2f}  {counted}")
        shown = [] if title.startswith("held") else shown
        print(*(shown if given.show else ()), sep="\n", end="\n" if given.show and shown else "")
    print(f"{'in all':36}{all_words:7} words {1000 * all_false / max(1, all_words):6.2f}")


if __name__ == "__main__":
    main()
