# SPDX-License-Identifier: MIT
"""Text strings of a PDF are read as the format says: the chosen title must be recognised, whatever signs it has."""

from __future__ import annotations

import io

import pikepdf
import pytest

from reviewer.verification.extractors.pdf_syntax import readings_of, text_of

TITLES = [
    "Preview – not approved for release",
    "Compte rendu de l’atelier « Forêts »",
    "Œuvre – 5 € – naïve façade",
    "Plan • étape ﬁnale … “draft”",
    "ᓄᓇᕗᑦ 2026",
    "plain",
]


def _stored(title: str) -> bytes:
    pdf = pikepdf.new()
    pdf.docinfo["/Title"] = title
    out = io.BytesIO()
    pdf.save(out)
    with pikepdf.open(io.BytesIO(out.getvalue())) as again:
        return bytes(again.docinfo["/Title"])


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_read_as_it_was_written(title: str) -> None:
    assert text_of(_stored(title)) == title


def test_a_string_in_windows_encoding_is_searched_too() -> None:
    assert "D’Amours" in tuple(readings_of("D’Amours".encode("cp1252")))
