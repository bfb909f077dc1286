# SPDX-License-Identifier: MIT
"""The gate on plain text, and the disguises that a text can wear."""

from __future__ import annotations

import base64
import quopri
import unicodedata
from urllib.parse import quote

import pytest

from reviewer.model.document import Format
from reviewer.verification.report import HitKind
from tests.verification.builders import NUMBER, SECRET, look

PLAIN = unicodedata.normalize("NFD", SECRET).encode("ascii", "ignore")

DISGUISES = {
    "plain": SECRET,
    "percent": quote(SECRET),
    "tag characters": "A flag " + "".join(chr(0xE0000 + each) for each in PLAIN),
    "percent everywhere": "".join(f"%{byte:02x}" for byte in SECRET.encode()),
    "entities": "".join(f"&#x{ord(each):x};" for each in SECRET),
    "named entities": "Ghislaine&nbsp;Th&eacute;riault&#45;Moreau",
    "escapes": "".join(f"\\u{ord(each):04X}" for each in SECRET),
    "byte escapes": "".join(f"\\x{ord(each):02x}" for each in SECRET),
    "quoted-printable": quopri.encodestring(SECRET.encode()).decode(),
    "base64": base64.b64encode(SECRET.encode()).decode(),
    "base64 over lines": base64.encodebytes((SECRET * 4).encode()).decode(),
    "base64 for addresses": base64.urlsafe_b64encode(SECRET.encode()).decode(),
    "base64 of UTF-16": base64.b64encode(SECRET.encode("utf-16-le")).decode(),
    "base64 of Latin": base64.b64encode(SECRET.encode("latin-1")).decode(),
    "hexadecimal": SECRET.encode().hex(),
    "hexadecimal with blanks": SECRET.encode().hex(" "),
    "reversed": SECRET[::-1],
    "with zeros between": "\x00".join(SECRET),
}


@pytest.mark.parametrize("disguise", DISGUISES)
@pytest.mark.parametrize("format_", [Format.TEXT, Format.MARKDOWN])
def test_finds_a_name_in_disguise(disguise: str, format_: Format) -> None:
    report = look(f"As {DISGUISES[disguise]} said.".encode(), format_, SECRET)
    assert [hit.kind for hit in report.hits] == [HitKind.LEAK]


def test_short_base64_is_read() -> None:
    assert look(base64.b64encode(b"Dubois"), Format.TEXT, "Dubois").hits


def test_a_clean_text_passes() -> None:
    text = b"Le bois royal; 46 454 286 %ZZ &x; \\u{110000ff} &#99999999; cafebabe1234 aGVsbG8gd29ybGQhIQ 100%"
    assert look(text, Format.TEXT, SECRET, NUMBER, "Roy").clean


def test_an_impossible_escape_is_left_as_it_is() -> None:
    assert look(rb"\u{FFFFFF} Dubois \u0044ubois", Format.TEXT, "Dubois").hits[0].count == 2


def test_other_encodings_are_refused() -> None:
    report = look(f"Réunion {SECRET}".encode("latin-1"), Format.TEXT, "Ghislaine")
    assert {hit.kind for hit in report.hits} == {HitKind.LEAK, HitKind.UNREADABLE}
