# SPDX-License-Identifier: MIT
"""Writes the measured part of docs/detection.md, and docs/bench-detection.svg, from build/bench-detection.json.

python packaging/bench_detection_report.py
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bench_detection_all import OUT, ROOT
from bench_detection_goals import goals
from bench_plot_bars import bars
from bench_report import machine_line, table

from reviewer.model.finding import PASSAGES, Category

PAGE = ROOT / "docs" / "detection.md"
PLOT = ROOT / "docs" / "bench-detection.svg"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
_PERSONS = ("P", "precision"), ("R", "recall"), ("F1", "f1"), ("F2", "f2"), ("exact F1", "exact_f1")

Kept = Mapping[str, Any]


def annotated(kept: Kept) -> Iterator[str]:
    """Totals on the annotated documents, then our recall and precision by group."""
    head = (
        "set",
        "tool",
        "required recall",
        "all values",
        "passages",
        "precision",
        "traps",
        "false flags / 1,000 words",
    )
    rows = [
        (
            stem,
            name,
            *(f"{each[key]:.3f}" for key in ("required", "all", "passages", "precision")),
            f"{each['traps'][0]}/{each['traps'][1]}",
            f"{each['false per 1000 words']:.1f}",
        )
        for stem in _first(kept)["annotated"]
        for name, system in kept["systems"].items()
        for each in (system["annotated"][stem],)
    ]  # fmt: skip
    yield from table(head, rows)
    ours = _first(kept)["annotated"]
    yield ""
    yield from table(
        ("recall / precision of Parvis", *(f"{stem} {language}" for stem in ours for language in ("en", "fr"))),
        (
            (group, *(_share(each["groups"][group][language]) for each in ours.values() for language in ("en", "fr")))
            for group in next(iter(ours.values()))["groups"]
        ),
    )  # fmt: skip


def _share(counts: tuple[int, int, int, int]) -> str:
    gold, hit, false, flagged = counts
    recall = f"{hit / gold:.3f}" if gold else "–"
    precision = f"{1 - false / flagged:.3f}" if flagged else "–"
    return f"{recall} / {precision} ({gold})"


def persons(kept: Kept) -> Iterator[str]:
    """People's names on the public sets."""
    parts = _first(kept)["names"]
    if not parts:
        return
    rows = (
        (part, f"{each['marked']:.0f}", name, *(f"{each[key]:.3f}" for _, key in _PERSONS))
        for part in parts
        for name, system in kept["systems"].items()
        if not name.endswith("all kinds")  # of names it says the same
        for each in (system["names"][part],)
    )
    yield from table(("set", "names", "tool", *(title for title, _ in _PERSONS)), rows)


def published(kept: Kept) -> Iterator[str]:
    """False flags on published pages for 1,000 words: in all, then persons + other values + passages."""
    systems = kept["systems"]
    sets = _first(kept)["published"]
    rows = [
        (title, f"{sets[title]['words']:,}", *(_false([system["published"][title]]) for system in systems.values()))
        for title in sets
    ]  # fmt: skip
    words = sum(each["words"] for each in sets.values())
    rows.append(
        ("in all", f"{words:,}", *(_false(system["published"].values()) for system in systems.values()))
    )
    yield from table(("false flags on published pages", "words", *systems), rows)


def _false(sets: Iterable[Kept]) -> str:
    words, kinds = 0, {"persons": 0, "values": 0, "passages": 0}
    for each in sets:
        words += each["words"]
        for category, number in each["false"].items():
            person = category == Category.PERSON
            kinds["persons" if person else "passages" if category in PASSAGES else "values"] += number
    rates = [1000 * number / words for number in (sum(kinds.values()), *kinds.values())]
    return "**{:.2f}** ({:.2f} + {:.2f} + {:.2f})".format(*rates)


def cost(kept: Kept) -> Iterator[str]:
    """Speed as a ratio to the peer, load time, memory; then a long document and a batch."""
    systems = kept["systems"]
    peer = next((each for name, each in systems.items() if name.startswith("presidio")), None)
    head = (
        "tool",
        "thousand signs / s, English",
        "French",
        "all",
        "of presidio's",
        "load, processor",
        "load, wall",
        "peak memory",
        "load average",
    )
    yield from table(
        head,
        (
            (
                name,
                *(f"{each['speed'][language]:.0f}" for language in ("en", "fr", "all")),
                f"{each['speed']['all'] / peer['speed']['all']:.1f} ×" if peer else "–",
                f"{each['load']['cpu']:.1f} s",
                f"{each['load']['wall']:.1f} s",
                f"{each['peak']:.0f} MiB",
                f"{each['load_average']:.1f}",
            )
            for name, each in systems.items()
        ),
    )  # fmt: skip
    fast, whole = systems["Parvis --fast"]["speed"]["all"], systems["Parvis"]["speed"]["all"]
    yield ""
    yield f"`--fast` is {fast / whole:.1f} times as fast as the whole, and goes through {fast / 3:.0f} pages of 3,000 signs in a second."
    if "long" in kept:
        yield from _long(kept["long"], kept["batch"])


def _long(long: Kept, many: Kept) -> Iterator[str]:
    yield (
        f"A Word document of {long['pages']} pages ({long['characters']:,} signs, {long['findings']:,} findings), once the "
        f"models are loaded: first findings after {long['first, processor']:.2f} s of processor time ({long['first, wall']:.2f} s of "
        f"wall time), all after {long['cpu']:.1f} s ({long['wall']:.1f} s; load average {long['load_average']:.1f})."
    )
    yield (
        f"{many['files']} files of {many['pages']} pages: {many['one process']:.1f} s of wall time in one process "
        f"({many['one process, processor']:.1f} s of processor time), {many['all cores']:.1f} s in a batch on {many['cores']} cores "
        f"({many['all cores, processor']:.1f} s of processor time, the loading of the models in each process included; load average "
        f"{many['load_average']:.1f}); the findings are {'the same' if many['same findings'] else '**not the same**'}."
    )


def plot(kept: Kept) -> str:
    """Recall and precision side by side."""
    systems = {name: each for name, each in kept["systems"].items() if not name.endswith("all kinds")}
    groups: dict[str, dict[str, float]] = {}
    for stem in _first(kept)["annotated"]:
        for key, title in (("required", "recall"), ("precision", "precision")):
            groups[f"{stem}: {title}"] = {n: each["annotated"][stem][key] for n, each in systems.items()}
    for part in (part for part in _first(kept)["names"] if part.endswith("test")):
        for key in ("recall", "precision"):
            groups[f"{part}: {key}"] = {n: each["names"][part][key] for n, each in systems.items()}
    return bars("Required recall and precision on annotated documents, and on names of people", groups)


def _first(kept: Kept) -> Any:
    return next(iter(kept["systems"].values()))


def _page(kept: Kept) -> Iterable[str]:
    yield from (
        BEGIN,
        machine_line(kept["machine"]) + f" Rules {kept['rules']}. Beside it {kept['presidio']}.",
        "",
    )
    for part in (goals, annotated, persons, published, cost):
        yield from (*part(kept), "")
    yield from ("![recall and precision](bench-detection.svg)", END)


def main() -> int:
    """Put the tables between the marks of the page."""
    kept = json.loads(OUT.read_text(encoding="utf-8"))
    before, begin, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        print(f"{PAGE.name}: the marks {BEGIN} and {END} are not there", file=sys.stderr)
        return 1
    PAGE.write_text(before + "\n".join(_page(kept)) + after, encoding="utf-8")
    PLOT.write_text(plot(kept), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
