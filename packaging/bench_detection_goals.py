# SPDX-License-Identifier: MIT
"""What detection has to reach, and whether it did in build/bench-detection.json: a table that flatters nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bench_report import table

Kept = Mapping[str, Any]
Row = tuple[str, float, float]
"""What, the figure, and the goal: negative where less is better."""


def goals(kept: Kept) -> Iterator[str]:
    """A line for each goal."""
    yield from table(
        ("goal", "at least / at most", "reached", ""),
        ((what, _shown(goal), f"{figure:.3g}", _verdict(figure, goal)) for what, figure, goal in _rows(kept)),
    )


def _shown(goal: float) -> str:
    return f"≥ {goal:g}" if goal > 0 else f"≤ {-goal:g}"


def _verdict(figure: float, goal: float) -> str:
    met = figure >= goal if goal > 0 else figure <= -goal
    return "met" if met else "**not met**"


def _rows(kept: Kept) -> Iterator[Row]:
    ours = kept["systems"]["Parvis"]
    for stem, each in ours["annotated"].items():
        yield f"{stem}: required recall", each["required"], 0.98
        yield f"{stem}: passages, recall", each["passages"], 0.90
        yield f"{stem}: precision", each["precision"], 0.88
        yield f"{stem}: traps hit, share", each["traps"][0] / max(1, each["traps"][1]), -0.10
        yield f"{stem}: false flags for 1,000 words", each["false per 1000 words"], -6
    for part, recall, precision, exact in (
        ("ECHR-FR test", 0.97, 0.83, 0.85),
        ("UNER-EWT test", 0.90, 0.72, 0),
    ):
        if part in ours["names"]:
            each = ours["names"][part]
            yield f"{part}: persons, recall", each["recall"], recall
            yield f"{part}: persons, precision", each["precision"], precision
            if exact:
                yield f"{part}: persons, exact F1", each["exact_f1"], exact
    pages = ours["published"].values()
    false = sum(sum(each["false"].values()) for each in pages)
    yield (
        "published pages: false flags for 1,000 words",
        1000 * false / sum(each["words"] for each in pages),
        -3,
    )
    yield from _costs(kept)


def _costs(kept: Kept) -> Iterator[Row]:
    systems = kept["systems"]
    ours, fast = systems["Parvis"], systems["Parvis --fast"]
    if "presidio" in systems:
        yield "speed beside presidio, ratio", ours["speed"]["all"] / systems["presidio"]["speed"]["all"], 1
    yield "speed of `--fast` beside the whole, ratio", fast["speed"]["all"] / ours["speed"]["all"], 2
    yield "rules alone, pages of 3,000 signs for a second", fast["speed"]["all"] / 3, 300
    yield "load, processor seconds", ours["load"]["cpu"], -5
    yield "peak memory, MiB", ours["peak"], -900
    if "long" in kept:
        yield "first findings of 300 pages, processor seconds", kept["long"]["first, processor"], -2
    if "batch" in kept:
        many = kept["batch"]
        yield (
            f"a batch on {many['cores']} cores, times as fast as one process",
            many["one process"] / many["all cores"],
            1.3,
        )
