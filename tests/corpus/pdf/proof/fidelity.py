# SPDX-License-Identifier: MIT
"""All that a copy keeps, in one count: how its pages look, its words and letters, its gaps, its structure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import pypdfium2
from pdfminer.pdfexceptions import PDFException

from tests.corpus.pdf.proof.affected import Affected, Pair
from tests.corpus.pdf.proof.emptied import emptied
from tests.corpus.pdf.proof.gaps import readings
from tests.corpus.pdf.proof.pixels import looks
from tests.corpus.pdf.proof.signs import pages_of
from tests.corpus.pdf.proof.tags import elements
from tests.corpus.pdf.proof.words import kept, miner_kept

LEAST: Mapping[str, tuple[str, str, float]] = {
    "pages that look the same": ("pages", "pages that differ", 0.98),
    "words kept, as PDFium reads": ("words", "words lost", 0.998),
    "words kept, as pdfminer reads": ("pdfminer words", "pdfminer words lost", 0.998),
    "letters kept on the lines beside": ("letters beside", "letters beside lost", 1.0),
    "spans whose width cannot be read": ("spans", "spans readable", 1.0),
    "elements of the structure kept": ("elements", "elements lost", 0.99),
}
"""What is asked of a copy: how many there are, how many of them are lost, the least share that is kept."""


@dataclass(slots=True)
class Fidelity:
    """The counts of one file or of many, and what was lost, in words."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def shares(self) -> dict[str, float]:
        """Each share that is asked for, of what there was."""
        found = self.counts
        return {
            name: 1 - found[lost] / found[total]
            for name, (total, lost, _least) in LEAST.items()
            if found[total]
        }

    def missed(self) -> list[str]:
        """The shares that are under what is asked for."""
        return [
            f"{name}: {share:.4%} of {LEAST[name][2]:.1%}"
            for name, share in self.shares().items()
            if share < LEAST[name][2]
        ]


def fidelity(pair: Pair, *, pictured: Collection[int] = ()) -> Fidelity:
    """Measure one copy; `pictured` pages (from 0) became pictures: how they look is compared, and not their words."""
    losses = pair.losses()
    found = Fidelity(Counter({"files": 1, "pages as pictures": len(pictured)}))
    _pages(found, pair, losses)
    _words(found, pair, losses, [number for number in range(len(losses)) if number not in pictured])
    try:
        _by_pdfminer(found, pair, losses, pictured)
    except (PDFException, ValueError, KeyError):
        found.counts["files that pdfminer cannot read"] += 1
    _elements(found, pair, losses)
    return found


def _pages(found: Fidelity, pair: Pair, losses: Sequence[Affected]) -> None:
    for look in looks(pair, losses):
        found.counts.update({"pages": 1, "pages that differ": not look.same})
        found.counts.update(f"pages the same but for {each}" for each in look.but_for if look.same)
        if not look.same:
            found.faults.append(f"page {look.page}: {look.different} dots")


def _words(found: Fidelity, pair: Pair, losses: Sequence[Affected], pages: list[int]) -> None:
    one = kept(pair, losses, pages)
    found.counts.update(
        {
            "words": one.words, "words lost": len(one.lost), "words out of view": one.unseen,
            "letters of other lines": one.letters, "letters of other lines lost": one.letters_lost,
            "letters beside": one.beside, "letters beside lost": one.beside_lost,
        }
    )  # fmt: skip
    found.faults += [f"word {each!r}" for each in one.lost]
    if one.letters_lost:
        found.faults.append(f"letters {one.letters_lost}, beside {one.beside_lost}")


def _elements(found: Fidelity, pair: Pair, losses: Sequence[Affected]) -> None:
    whole = elements(pair.original, 10_000)
    if whole is None:
        return
    document, texts = pypdfium2.PdfDocument(pair.original), pages_of(pair.original)
    try:
        without = {
            number: emptied(document, number, texts[number], loss, without_pictures=pair.without_pictures)
            for number, loss in enumerate(losses)
        }
    finally:
        document.close()
    before = elements(pair.original, 10_000, without) or Counter()
    gone = before - (elements(pair.copy, 10_000) or Counter())
    found.counts.update(
        {
            "elements": before.total(), "elements lost": gone.total(),
            "elements without anything left": (whole - before).total(),
        }
    )  # fmt: skip
    found.faults += [f"element {kind} of page {page + 1}" for kind, page in gone]


def _by_pdfminer(found: Fidelity, pair: Pair, losses: Sequence[Affected], pictured: Collection[int]) -> None:
    pages = [number for number in range(len(losses)) if number not in pictured]
    total, lost, unseen = miner_kept(pair, losses, pages)
    found.counts.update(
        {"pdfminer words": total, "pdfminer words lost": len(lost), "pdfminer words out of view": unseen}
    )
    found.faults += [f"pdfminer word {each!r}" for each in lost]
    for each in readings(pair.original, pair.copy, pair.secrets, first=pair.first):
        how = "in a picture" if each.page - 1 in pictured else each.unmeasured
        found.counts.update({f"spans not measured: {how}": 1} if how else {"spans": 1})
        if each.how and not how:
            found.counts["spans readable"] += 1
            found.faults.append(f"width by {each.how} on page {each.page}")
