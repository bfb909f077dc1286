# SPDX-License-Identifier: MIT
"""Writes docs/bench.md and docs/bench-docx.svg from what the other benches measured under build/."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from bench_docx import OUT as DOCX
from bench_docx import ROOT, STEPS, peak, total
from bench_pdf import OUT as PDF
from bench_pdf import STEPS as PDF_STEPS
from bench_pdf import flatness, redacting
from bench_peers import OUT as PEERS
from bench_plot import slope, svg

PAGE = ROOT / "docs" / "bench.md"
PLOT = ROOT / "docs" / "bench-docx.svg"
_HEAD = """# What a document costs

`make bench` measures and writes this page. Nothing here passes or fails: seconds differ between machines, slopes and ratios
should not. The document is made by `packaging/bench_document.py`: minutes in English and French, with headings, lists, tables,
links, a header, a footer and a footnote on each page; about 415 words and eighteen private passages on a page, and
LibreOffice sets one hundred of them on a hundred pages. Everything that detection proposes to withhold, and everything
planted, is withheld; so the number of different things that are looked for grows with the pages too.

- **load**: modules, rules, the language identifier and the two language models; once for a process, however many documents it reads.
- **open, detect, redact, gate**: the steps of `reviewer/workflow`; the gate starts a process of its own and is counted with it.
- Seconds are of processor time, the gate's process included; wall time depends on what else the machine does meanwhile.
- A load average above the number of cores says that others were at work: two busy threads of one core slow each other, so
  such figures are too high, up to twice. The figure to hold (100 pages in 10 s and 500 MiB) is to be read on an idle machine.
- Peak memory is the sum of the resident memory of all processes, looked at every tenth of a second.
"""


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """A Markdown table."""
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    yield from (f"| {' | '.join(map(str, row))} |" for row in rows)


def machine_line(facts: dict[str, Any]) -> str:
    """Where and with what figures were made, in a line."""
    versions = ", ".join(f"{name} {number}" for name, number in facts["versions"].items())
    return (
        f"{facts['date']}; {facts['processor']}, {facts['cores']} cores, {facts['system']}, "
        f"Python {facts['python']}, {versions}."
    )


def _sizes(rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    head = ("pages", "withheld", "load", *STEPS, "all steps", "wall", "peak memory", "load average")
    yield from table(
        head,
        (
            (
                row["pages"],
                row["withheld"],
                *(f"{row['steps'][step]['cpu']:.1f} s" for step in ("load", *STEPS)),
                f"**{total(row, 'cpu'):.1f} s**",
                f"{total(row, 'wall'):.1f} s",
                f"{peak(row):.0f} MiB",
                f"{row['load_average']:.1f}",
            )
            for row in rows
        ),
    )


def _lines(rows: Sequence[dict[str, Any]]) -> dict[str, list[tuple[float, float]]]:
    steps = {step: [(row["pages"], row["steps"][step]["cpu"]) for row in rows] for step in STEPS}
    return {**steps, "all steps": [(row["pages"], total(row, "cpu")) for row in rows]}


def _docx(measured: dict[str, Any]) -> Iterator[str]:
    yield from ("", "## From 10 to 1,000 pages", "", machine_line(measured["machine"]), "")
    whole = [row for row in measured["rows"] if not row["fast"]]
    fast = [row for row in measured["rows"] if row["fast"]]
    for title, rows in (("With both language models", whole), ("Rules alone (`--fast`)", fast)):
        if rows:
            yield from (f"{title}:", "", *_sizes(rows), "")
    if len(whole) > 1:
        lines = _lines(whole)
        PLOT.write_text(svg("A Word document, step by step (both axes logarithmic)", lines), encoding="utf-8")
        growth = ", ".join(f"{name} {slope(points):.2f}" for name, points in lines.items())
        yield "![Processor time by pages, both axes logarithmic](bench-docx.svg)"
        yield from ("", f"Exponent of growth (1 is linear, 2 quadratic): {growth}.")


def _peers(measured: dict[str, Any]) -> Iterator[str]:
    yield from ("", "## Beside others", "")
    yield (
        "Each tool was handed the exact secrets, so nobody's detection is measured. *python-docx script* is what most scripts do "
        "(`packaging/bench_peer_python_docx.py`: runs, else the whole paragraph, in body, tables, headers and footers); "
        "*docs-anonymizer* is driven by its library: its own search for every occurrence, its writer, its metadata cleaner. "
        "The copies are judged by `tests/corpus/docx/proof`, which shares no code with any of them. A file is broken when the "
        "source was whole and the copy is not. Parvis's time holds its gate in a process of its own; the others prove nothing."
    )
    yield from ("", f"Packages: {', '.join(measured['packages'])}, in an environment of their own.", "")
    head = (
        "tool",
        "files",
        "refused",
        "crashed",
        "files that leak",
        "secrets leaked",
        "passages lost",
        "broken",
        "processor time",
    )
    for kind, scores in measured["table"].items():
        yield from (f"{kind}:", "")
        yield from table(
            head,
            (
                (
                    each["name"],
                    each["files"],
                    each["refused"],
                    each["crashed"],
                    each["leaking"],
                    f"{each['leaked']} of {each['secrets']}",
                    each["lost"] if kind == "adversarial" else "not judged",
                    each["broken"],
                    f"{each['cpu']:.1f} s",
                )
                for each in scores
            ),
        )
        ended = {name: count for each in scores for name, count in each["errors"].items()}
        if ended:
            yield from (
                "",
                f"What ended a tool: {', '.join(f'{name} ({count})' for name, count in ended.items())}.",
            )
        yield ""


def _pdf(measured: dict[str, Any]) -> Iterator[str]:
    yield from ("", "## A PDF file, and PyMuPDF on the same file", "", machine_line(measured["machine"]), "")
    yield (
        "The file is made by `packaging/bench_pdf_document.py`: tagged minutes, about 2,500 letters and four private passages on "
        "a page, in a composite subset, a simple subset and a standard font. Both tools are handed the exact passages. *PyMuPDF* "
        "opens, searches each page for its own passages only, applies the redactions and saves (`packaging/bench_peer_pymupdf.py`); "
        "*redact* reads each page anew, removes, sets the lines anew, rebuilds fonts, tags and everything else by allow-list, and "
        "saves. The gate is measured without the programs it calls when they are there (tesseract, poppler); beyond 100 pages it "
        "is left out. *First page* is `workflow.peek`, what it loads for the first time included."
    )
    yield ""
    head = (
        "pages",
        "withheld",
        *PDF_STEPS,
        "redacted",
        "PyMuPDF",
        "ratio",
        "memory, open",
        "memory, redact",
        "memory, gate",
        "load average",
    )
    yield from table(head, (_pdf_row(row) for row in measured["rows"]))
    rows = measured["rows"]
    if len(rows) > 1:
        growth = slope([(row["pages"], redacting(row)) for row in rows])
        yield from ("", f"Exponent of growth of *redact* (1 is linear): {growth:.2f}.")
    flat = [(step, found) for step in ("open", "redact") if (found := flatness(rows, step))]
    if flat:
        said = ", ".join(f"*{step}* {ratio:.2f} ({pages:,} pages)" for step, (pages, ratio) in flat)
        yield from ("", f"Peak memory over that of 300 pages (1 is flat): {said}.")


def _pdf_row(row: dict[str, Any]) -> Iterator[object]:
    steps, theirs = row["ours"]["steps"], row["theirs"]
    yield from (row["pages"], row["ours"]["withheld"])
    yield from (f"{steps[name]['cpu']:.1f} s" if name in steps else "" for name in PDF_STEPS)
    yield f"{row['pages'] / redacting(row):.0f} pages/s"
    yield from (
        (f"{theirs['cpu']:.1f} s", f"**{redacting(row) / theirs['cpu']:.1f}**") if theirs else ("", "")
    )
    memory = ("open", "redact", "gate")
    yield from (f"{steps[name]['peak']:.0f} MiB" if name in steps else "" for name in memory)
    yield f"{row['ours']['load_average']:.1f}"


def main() -> None:
    """Write what has been measured."""
    parts = [_HEAD.rstrip()]
    if DOCX.exists():
        parts.extend(_docx(json.loads(DOCX.read_text(encoding="utf-8"))))
    if PEERS.exists():
        parts.extend(_peers(json.loads(PEERS.read_text(encoding="utf-8"))))
    if PDF.exists():
        parts.extend(_pdf(json.loads(PDF.read_text(encoding="utf-8"))))
    PAGE.write_text("\n".join(parts).rstrip() + "\n", encoding="utf-8")
    print(f"wrote {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
