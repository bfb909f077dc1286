# SPDX-License-Identifier: MIT
"""Reduce Unicode's confusables.txt to resources/lexicons/confusables.json: python packaging/confusables.py FILE.

Kept are the single code points beyond ASCII whose look-alike is made of plain Latin letters and digits and that
normalisation (NFKD, case, marks) does not bring there by itself; and letters that are written as an apostrophe, which
fold to nothing. docs/decisions/0008 says why the rest is left out.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "resources" / "lexicons" / "confusables.json"
_ROW = re.compile(r"^([0-9A-F]{4,6}) ;\s*([0-9A-F ]+?) ;\s*MA\s*#(\*?) \( .* \) (.*?) → ")
_VERSION = re.compile(r"^# Version: ([\d.]+)$", re.MULTILINE)
_SAYS_LETTER = re.compile(r" (?:LETTER|DIGIT) ")
_LETTER_NAME = re.compile(
    r"(?:LETTER SMALL CAPITAL|NEGATIVE (?:CIRCLED|SQUARED) LATIN CAPITAL LETTER"
    r"|REGIONAL INDICATOR SYMBOL LETTER) ([A-Z])"
)
_DIGIT_NAME = re.compile(r" DIGIT (ZERO|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE)$")
_DIGITS = ("ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE")
_BY_HAND = {
    **dict.fromkeys("ÐðĐđ", "d"), **dict.fromkeys("Þþ", "th"), **dict.fromkeys("Øø", "o"), **dict.fromkeys("Łł", "l"),
    **dict.fromkeys("Ææ", "ae"), **dict.fromkeys("Œœ", "oe"), **dict.fromkeys("Ħħ", "h"), **dict.fromkeys("Ŧŧ", "t"),
    "ƒ": "f", "ĸ": "k", "ɐ": "a", "ɛ": "e", "ɯ": "w", "ꞓ": "c", "℮": "e", "⍺": "a", "⍳": "i", "⍴": "p", "⍵": "w",
    "β": "b", "ε": "e", "ζ": "z", "κ": "k", "μ": "u", "τ": "t", "χ": "x", "ω": "w", "Ι": "i",
    "І": "i", "Ї": "i", "ї": "i", "Ё": "e", "ё": "e", "в": "b", "з": "3", "к": "k", "м": "m", "н": "h", "т": "t",
    "ь": "b", "Ԁ": "d", "Ӏ": "l", "ⱥ": "a",
}  # fmt: skip
"""Letters that transliterate or that TR39 leaves out because only one of the two cases looks alike."""


_APOSTROPHES = "ʹʺʻʼʽʾʿˈˊˋˮꞋꞌ"
"""Letters for Unicode, apostrophes for who types and who reads: they part and join words as an apostrophe does."""


def plain(text: str) -> str:
    """A text as normalisation alone folds it."""
    lower = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(each for each in lower if each.isalnum())


def _is_plain(text: str) -> bool:
    return bool(text) and all(each.isascii() and each.isalnum() for each in text)


def _rows(untrusted: str) -> Iterator[tuple[str, str, str]]:
    """Source, look-alike and name of each row about a letter or a digit; signs stay what they are, separators."""
    for line in untrusted.splitlines():
        match = _ROW.match(line)
        if match and (not match[3] or _SAYS_LETTER.search(match[4])):
            source = chr(int(match[1], 16))
            if not source.isascii():
                yield source, "".join(chr(int(code, 16)) for code in match[2].split()), match[4]


def _by_name() -> Iterator[tuple[str, str]]:
    """Letters in a small, boxed or circled dress that normalisation does not take off."""
    for code in range(0x80, 0x20000):
        match = _LETTER_NAME.search(unicodedata.name(chr(code), ""))
        whole = match and unicodedata.name(chr(code)).endswith(match[0])
        if match and whole and unicodedata.category(chr(code)) != "Mn":
            yield chr(code), match[1].lower()


def _folded(source: str, alike: str, name: str, known: dict[str, str]) -> str:
    digit = _DIGIT_NAME.search(name)
    if digit:
        return str(_DIGITS.index(digit[1]))
    # What looks like rn is an m for TR39; here m stays m.
    folded = plain("".join(known.get(each, each) for each in alike)).replace("rn", "m")
    # Of what looks like l, 1 and I alike, a capital is an I.
    return "i" if alike == "l" and source.isupper() else folded


def reduced(untrusted: str) -> dict[str, str]:
    """The table, by code point."""
    known = {**dict(_by_name()), **_BY_HAND}
    table = {
        source: _folded(source, alike, name, known)
        for source, alike, name in _rows(untrusted)
        if not unicodedata.category(source).startswith(("M", "Nd"))
    }
    table |= known
    _join_cases(table)
    letters = {
        source: folded
        for source, folded in table.items()
        if _is_plain(folded) and (source in _BY_HAND or not _is_plain(plain(source)))
    }
    return dict(sorted((letters | dict.fromkeys(_APOSTROPHES, "")).items()))


def _join_cases(table: dict[str, str]) -> None:
    """A word in capitals must fold as in small letters; a Greek or Cyrillic pair of two shapes keeps both."""
    for upper in [each for each in table if each.isupper() and len(each.lower()) == 1]:
        lower = upper.lower()
        if lower not in table and not _is_plain(plain(lower)):
            table[lower] = table[upper]
        elif unicodedata.name(upper, "").startswith("LATIN"):
            table[upper] = table.get(lower, plain(lower))


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    untrusted = parser.parse_args().file.read_text("utf-8-sig")
    version = _VERSION.search(untrusted)
    if version is None:
        sys.exit("no version in the file: is this confusables.txt of Unicode TR39?")
    content = {
        "source": "Unicode Technical Standard 39, confusables.txt, reduced, with letters added by hand",
        "notice": "Copyright © 1991-2026 Unicode, Inc. Modified. notices-licences/unicode-Unicode-3.0.txt",
        "version": version[1],
        "map": reduced(untrusted),
    }
    TARGET.write_text(json.dumps(content, ensure_ascii=False, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main()
