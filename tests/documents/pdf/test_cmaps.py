# SPDX-License-Identifier: MIT
"""CMaps as programs write them, and as attackers do."""

from __future__ import annotations

import pytest

from reviewer.documents.pdf.cmaps import parse_cmap


@pytest.mark.parametrize(
    ("body", "code", "expected"),
    [
        (b"1 beginbfchar <0041> <0051> endbfchar", (2, 0x41), "Q"),
        (b"1 beginbfchar <01> <00660069> endbfchar", (1, 1), "fi"),
        (b"1 beginbfrange <0010> <0012> <0061> endbfrange", (2, 0x12), "c"),
        (b"1 beginbfrange <0010> <0012> [<0061> <0078> <0079>] endbfrange", (2, 0x11), "x"),
        (b"1 beginbfrange <0000> <FFFF> <0000> endbfrange", (2, 0xE9), "é"),
        (b"1 beginbfrange <0000> <FFFF> <0000> endbfrange", (2, 0), ""),
        (b"1 beginbfchar <0001> <D83DDE00> endbfchar", (2, 1), "\U0001f600"),
        (b"% beginbfchar <01> <0041> endbfchar\n1 beginbfchar <01> <0042> endbfchar", (1, 1), "B"),
        (b"1 beginbfchar <0 0 4 1> <00\n51> endbfchar", (2, 0x41), "Q"),
    ],
)
def test_unicode_of_a_code(body: bytes, code: tuple[int, int], expected: str) -> None:
    assert parse_cmap(body).unicode[code] == expected


def test_a_range_that_is_too_long_is_not_followed() -> None:
    cmap = parse_cmap(b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange")
    assert cmap.unsafe
    assert cmap.unicode == {}


@pytest.mark.parametrize("kind", [b"bf", b"cid"])
def test_ranges_that_overlap_without_end_are_not_followed(kind: bytes) -> None:
    """Each was spelled out again: minutes for a small file."""
    rows = b"<0000> <ffff> " + (b"<0041> " if kind == b"bf" else b"1 ")
    assert parse_cmap(b"9 begin%brange %b end%brange" % (kind, rows * 13, kind)).unsafe
    assert not parse_cmap(b"9 begin%brange %b end%brange" % (kind, rows * 2, kind)).unsafe


def test_another_map_is_not_trusted() -> None:
    assert parse_cmap(b"/Adobe-Japan1-UCS2 usecmap").unsafe


def test_code_spaces_and_character_ids() -> None:
    spaces = b"/WMode 1 def 2 begincodespacerange <00> <80> <8140> <9FFC> endcodespacerange "
    cmap = parse_cmap(spaces + b"1 begincidrange <20> <7e> 1 endcidrange")
    assert cmap.spaces == [(1, 0, 0x80), (2, 0x8140, 0x9FFC)]
    assert cmap.cids[1, 0x7E] == 0x7E - 0x20 + 1
    assert cmap.vertical
