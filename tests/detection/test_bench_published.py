# SPDX-License-Identifier: MIT
"""How published pages given by path are read: as a person sees them, from a git clone at one commit."""

from __future__ import annotations

import hashlib
import importlib
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.corpus.published.read import FOLDER, here

PACKAGING = Path(__file__).parent.parent.parent / "packaging"
STATUTE = (
    '<Statute><Identification><ShortTitle>Out</ShortTitle></Identification><Body a="1"><Heading level="1"><TitleText>'
    "Short Title</TitleText></Heading><Section><MarginalNote>Short title</MarginalNote><Label>1</Label><Text>This Act "
    "may be cited as the <XRefExternal>Tea &amp; Coffee Act</XRefExternal>.</Text><HistoricalNote>"
    "<HistoricalNoteSubItem>1990, c. 1</HistoricalNoteSubItem></HistoricalNote></Section></Body>"
    "<Schedule>Out</Schedule></Statute>"
)
POST = """---
title: Out
author: Nobody
---

## Why **tea**

{% include out.html %}Read [the guide]({{ site.out }}) first.<br>Then &ldquo;ask&rdquo;.
<script>out()</script>
* One
- Two
"""


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.setattr(sys, "path", [str(PACKAGING), *sys.path])
    return importlib.import_module("bench_published")


def test_a_statute_has_a_line_for_each_provision(bench: ModuleType) -> None:
    assert bench.statute(STATUTE) == (
        "Short Title\nShort title\n1 This Act may be cited as the Tea & Coffee Act.\n1990, c. 1"
    )


def test_a_post_is_read_without_what_is_said_to_the_machine(bench: ModuleType) -> None:
    assert bench.post(POST) == "Why tea\nRead the guide first.\nThen “ask”.\nOne\nTwo"


def test_pages_come_from_a_clone_at_their_commit(
    bench: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone, folder = tmp_path / "clone", tmp_path / "published"
    (clone / "en").mkdir(parents=True)
    (clone / "en" / "tea.md").write_text("Ask Halver.\n", encoding="utf-8")
    git = [
        "git",
        "-C",
        str(clone),
        "-c",
        "user.name=x",
        "-c",
        "user.email=x@example.org",
        "-c",
        "commit.gpgsign=false",
    ]
    for command in (["init", "-q"], ["add", "en"], ["commit", "-q", "-m", "tea"]):
        subprocess.run([*git, *command], check=True)
    commit = subprocess.run([*git, "rev-parse", "HEAD"], check=True, capture_output=True, text=True)
    (clone / "en" / "tea.md").write_text("Later.\n", encoding="utf-8")
    folder.mkdir()
    word = hashlib.sha256(b"Halver").hexdigest()[:12]
    (folder / "elsewhere.toml").write_text(
        f'[[set]]\ntitle = "tea en"\ncommit = "{commit.stdout.strip()}"\nlanguage = "en"\n'
        f'allowed = ["{word}"]\npaths = ["en/tea.md", "en/coffee.md"]\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(bench, "FOLDER", folder)
    (page,) = bench.pages(clone)["tea en"]
    assert (page.id, page.language, page.text) == ("en/tea.md", "en", "Ask Halver.")
    assert [page.text[slice(*place)] for place in page.allowed] == ["Halver"]
    assert "tea en" not in bench.pages()


def test_every_page_here_is_accounted_for() -> None:
    listed = {page.id for pages in here().values() for page in pages}
    assert listed == {path.stem for path in FOLDER.rglob("*.txt")}
    told = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert all(f"`{folder.name}/`" in told for folder in FOLDER.iterdir() if any(folder.glob("*.txt")))
