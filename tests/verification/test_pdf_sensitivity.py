# SPDX-License-Identifier: MIT
"""The gate handed PDF files nobody redacted: it finds every secret that can be read; and copies raise no alarm."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from reviewer.model.document import Format, Language
from reviewer.verification.examine import examine
from reviewer.verification.report import GateReport, HitKind
from reviewer.verification.request import GateRequest, Term
from reviewer.workflow.preview import drafted
from tests.corpus.docx.benign import SECRETS
from tests.corpus.pdf.make import entries
from tests.corpus.pdf.recipes import CLEAN, Entry
from tests.corpus.pdf.run import decisions
from tests.samples.reading import SAMPLES

UNREAD = {
    "a_file_in_a_file_in_a_file": "a file in a file; no copy may hold a file",
    "comments_between_objects": "the file needs a repair; no copy may need one",
    "ends_twice": "the file needs a repair; no copy may need one",
    "locked_for_everybody": "encrypted; no copy may be",
    "composite_unknown": "letters without a meaning; no copy may hold such a page",
    "a_map_with_holes": "letters without a meaning; no copy may hold such a page",
    "identity_without_a_map": "letters without a meaning; no copy may hold such a page",
    "a_map_into_private_use": "letters with a private meaning; no copy may hold such a page",
    "with_a_note_between": "a note stands between the halves; what is withheld there is asked half by half",
    "numbers_without_a_map": "letters without a meaning; no copy may hold such a page",
}
"""Where the words themselves are not found; the file is refused for another reason, and why."""

IN_PICTURES = [
    "a_photograph_in_a_stream",
    "a_stencil",
    "cut_into_strips",
    "greys_turned_over",
    "one_bit_a_dot",
    "printing_inks",
    "read_by_nobody",
    "sixteen_bits",
    "turned_and_mirrored",
    "within_the_line",
    "words_in_the_mask",
    "words_in_the_stencil",
    "a_mask_that_is_read",
    "a_picture_that_is_painted",
    "a_picture_that_is_read",
    "a_scan_that_is_read",
    "scan_without_text",
    "a_map_of_other_words",
    "a_map_that_lies",
    "one_picture_on_two_pages",
]
"""What only an eye reads, or tesseract: pictures, and letters of fonts that draw others than they say."""

NOT_SHOWN = {
    "inline_image": "the picture is cut at the edge of the page",
    "outlines_only": "the outlines are no letters but triangles",
    "letters_out_of_order-fr": "the file has seven letters of the line and not the name",
}
"""Where the name is not in the file for any reader, and why."""


def _look(data: bytes, *terms: str, language: str = "en", title: str = "") -> GateReport:
    request = GateRequest(Format.PDF, tuple(map(Term, terms)), (), Language(language), title)
    return examine(data, request, lambda done, total: None)


def _is_one_of(each: Entry, names: Iterable[str]) -> bool:
    return any(each.name == name or each.name.rpartition("-")[0] == name for name in names)


@pytest.mark.usefixtures("without_tesseract")
@pytest.mark.parametrize("surface", sorted({each.surface for each in entries()}))
def test_a_secret_in_the_source_is_found(surface: str) -> None:
    for each in entries():
        if each.surface != surface or each.ocr or _is_one_of(each, (*IN_PICTURES, *NOT_SHOWN)):
            continue
        hits = _look(each.data, *each.secrets, language=each.language).hits
        assert hits, each.name
        found = {hit.term for hit in hits if hit.kind in {HitKind.LEAK, HitKind.DIGITS}}
        assert _is_one_of(each, UNREAD) or found == set(range(len(each.secrets))), each.name


SEEN = [*(f"{name}-en" for name in IN_PICTURES[::5]), *(f"{name}-fr" for name in IN_PICTURES[1::4])]
"""Some of them, in one language or the other: reading pictures takes long."""


@pytest.mark.parametrize("name", SEEN)
def test_a_secret_that_is_only_seen_is_found(name: str) -> None:
    each = next(each for each in entries() if each.name == name)
    hits = _look(each.data, *each.secrets).hits
    assert {hit.kind for hit in hits} >= {HitKind.LEAK}


def test_the_lists_of_exceptions_are_short_and_needed() -> None:
    for name in (*UNREAD, *IN_PICTURES, *NOT_SHOWN):
        assert any(_is_one_of(each, [name]) for each in entries()), name
    assert len(UNREAD) + len(NOT_SHOWN) < len(entries()) / 40


def _copies(folder: Path) -> Iterator[bytes]:
    """Copies of every tenth file, with its own secrets withheld, and of the samples with nothing withheld."""
    for each in [each for each in entries() if each.expect == CLEAN and not each.ocr][::10]:
        path = folder / f"{each.name}.pdf"
        path.write_bytes(each.data)
        yield drafted(path, decisions(each.row()), safe_defaults=True).draft.copy.data
    for path in sorted(SAMPLES.glob("*.pdf")):
        yield drafted(path, {}, safe_defaults=True).draft.copy.data


@pytest.mark.usefixtures("without_tesseract")
def test_copies_raise_no_alarm(tmp_path: Path) -> None:
    """Everyday names and numbers that are not in them: not one search in a hundred may find anything."""
    reports = [_look(data, *SECRETS) for data in _copies(tmp_path)]
    alarms = [
        (number, hit) for number, report in enumerate(reports) for hit in report.hits if hit.term is not None
    ]
    assert len(reports) >= 40
    assert len(alarms) * 100 < len(reports) * len(SECRETS), alarms[:10]
