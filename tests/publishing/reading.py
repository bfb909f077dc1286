# SPDX-License-Identifier: MIT
"""Reads the pages that publishing writes as a strict reader would: balanced, with languages, captions and headers."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise

VOID = frozenset({"meta", "br", "hr", "img", "link", "input"})
HEADINGS = ("h1", "h2", "h3")


@dataclass
class Table:
    caption: str = ""
    head: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    language: str = ""


class Page(HTMLParser):
    """One page, taken apart; `faults` is empty when it is well made."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.tables: list[Table] = []
        self.headings: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.languages: list[str] = []
        self.tags: set[str] = set()
        self._open: list[tuple[str, dict[str, str | None]]] = []
        self._text = ""
        assert html.startswith("<!DOCTYPE html>\n")
        self.feed(html)
        self.close()
        self.faults += [f"not closed: {tag}" for tag, _ in self._open]

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        self.tags.add(tag)
        self._text = ""
        if len(given) != len(attributes):
            self.faults.append(f"attribute twice: {tag}")
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if str(given.get("href", "")).startswith("#"):
            self.targets.append(str(given["href"])[1:])
        if tag in {"html", "section"}:
            self.languages.append(str(given.get("lang")))
        if tag == "th" and given.get("scope") not in {"col", "row"}:
            self.faults.append("th without scope")
        if tag == "table":
            self.tables.append(Table(language=self.languages[-1]))
        if tag == "tr" and self._inside("tbody"):
            self.tables[-1].rows.append([])
        if tag not in VOID:
            self._open.append((tag, given))

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1][0] != tag:
            self.faults.append(f"closed out of order: {tag}")
            return
        self._open.pop()
        if tag in HEADINGS:
            self.headings.append((tag, self._text))
        elif tag == "caption":
            self.tables[-1].caption = self._text
        elif tag in {"th", "td"} and self._inside("tbody"):
            self.tables[-1].rows[-1].append(self._text)
        elif tag == "th":
            self.tables[-1].head.append(self._text)

    def handle_data(self, data: str) -> None:
        self._text += data

    def _inside(self, tag: str) -> bool:
        return any(each == tag for each, _ in self._open)

    def check(self) -> None:
        """Fail when the page is not well made."""
        assert self.faults == []
        assert len(set(self.ids)) == len(self.ids)
        assert set(self.targets) <= set(self.ids)
        assert self.languages == ["en", "en", "fr"]
        assert self.tags.isdisjoint({"script", "iframe", "img", "link", "a1"})
        for table in self.tables:
            assert table.caption
            assert {len(row) for row in table.rows} == {len(table.head)}
        levels = [int(tag[1]) for tag, _ in self.headings]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
