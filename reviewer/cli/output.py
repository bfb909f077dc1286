# SPDX-License-Identifier: MIT
"""How commands speak: JSON on stdout, everything else on stderr, errors as sentences with their exit code."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
from rich.progress import Progress as Bar

from reviewer.cli.words import phrase
from reviewer.errors import ReviewerError
from reviewer.model.document import Language
from reviewer.progress import Progress, Report
from reviewer.workflow.offers import Offers
from reviewer.workflow.words import clean, of_loss, say


@dataclass(frozen=True)
class Speaker:
    """The language of messages and whether stdout is one JSON document."""

    language: Language
    as_json: bool

    @property
    def console(self) -> Console:
        """Where a person reads: stderr."""
        return Console(stderr=True, highlight=False, soft_wrap=True)

    def tell(self, key: str, **facts: object) -> None:
        """A sentence to the person."""
        self.console.print(phrase(key, self.language, **facts), markup=False)

    def tell_offers(self, offers: Offers) -> None:
        """What a copy gives its readers: what is lost, which pages are pictures, what was counted."""
        for loss in offers.losses:
            self.tell("loss", loss=of_loss(loss, self.language))
        for sentence in offers.sentences(self.language):
            self.console.print(sentence, markup=False)
        said = "; ".join(f"{name} – {value}" for name, value in offers.rows(self.language))
        if said:
            self.tell("accessibility", said=said)

    def line(self, text: str) -> None:
        """A line of result for a person, on stdout; with --json nothing."""
        if not self.as_json:
            print(text)  # noqa: T201 - the result of a command

    def columns(self, key: str) -> None:
        """What the cells of the rows that follow are, for a person, on stderr; with --json nothing."""
        if not self.as_json:
            self.tell(key)

    def row(self, *untrusted_cells: object) -> None:
        """A row of result: a file's name can neither begin another row nor speak to the terminal."""
        self.line("\t".join(clean(str(cell)) for cell in untrusted_cells))

    def result(self, content: object) -> None:
        """The one JSON document on stdout; without --json nothing."""
        if self.as_json:
            json.dump(content, sys.stdout, ensure_ascii=False, indent=2, default=plain)
            sys.stdout.write("\n")

    def item(self, content: object) -> None:
        """One of several JSON documents on stdout, each in a line that is sent at once."""
        sys.stdout.write(json.dumps(content, ensure_ascii=False, default=plain) + "\n")
        sys.stdout.flush()

    def error(self, error: ReviewerError) -> None:
        """What went wrong and what to do, on stderr."""
        self.console.print(say(error, self.language), markup=False, style="bold")

    @contextmanager
    def progress(self) -> Iterator[Report]:
        """A bar on stderr while the block lasts, when a person is watching."""
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        with Bar(*columns, console=self.console, transient=True, disable=not sys.stderr.isatty()) as bar:
            task = bar.add_task("", total=None)

            def report(progress: Progress) -> None:
                words = phrase(f"stage_{progress.stage}", self.language)
                bar.update(task, description=words, completed=progress.done, total=progress.total)

            yield report


def plain(value: object) -> object:
    """A value of ours as JSON knows it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, tuple | set | frozenset):
        return list(value)
    return str(value)


def error_facts(error: ReviewerError) -> dict[str, object]:
    """An error as JSON: its name, its exit code, its facts."""
    return {"error": type(error).__name__, "exit_code": error.exit_code, "facts": dict(error.facts)}


Row = Mapping[str, object]


def each(
    paths: list[Path],
    work: Callable[[Path], Row],
    speaker: Speaker,
    *,
    told: Callable[[Row], None] | None = None,
) -> tuple[list[Row], int]:
    """Do the same for each file; a refusal is told and the next file goes on. Gives the results and the worst code.

    `told` is given each result as it comes.
    """
    results: list[Row] = []
    worst = 0
    for path in paths:
        try:
            results.append(work(path))
        except ReviewerError as error:
            speaker.error(error)
            results.append({"path": str(path), **error_facts(error)})
            worst = max(worst, error.exit_code)
        if told is not None:
            told(results[-1])
    return results, worst
