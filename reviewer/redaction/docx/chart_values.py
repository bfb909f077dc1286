# SPDX-License-Identifier: MIT
"""Values in a chart that may be copied: words of the format, numbers of the drawing, number formats without words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from reviewer.redaction.docx.values import integer, on_off, words

_ENUMERATIONS = {
    "side": "b t l r tr",
    "tick": "cross in none out",
    "label_place": "high low nextTo none",
    "crosses": "autoZero max min",
    "place": "bestFit b ctr inBase inEnd l outEnd r t",
    "blanks": "gap span zero",
    "grouping": "clustered percentStacked stacked standard",
    "direction": "bar col",
    "solid": "box cone coneToMax cylinder pyramid pyramidToMax",
    "radar": "filled marker standard",
    "scatter": "line lineMarker marker none smooth smoothMarker",
    "of_pie": "bar pie",
    "split": "auto percent pos val",
    "bubble": "area w",
    "symbol": "auto circle dash diamond dot none plus square star triangle x",
    "trend": "exp linear log movingAvg poly power",
    "orientation": "maxMin minMax",
    "between": "between midCat",
    "alignment": "ctr l r",
    "time": "days months years",
    "unit": (
        "hundreds thousands tenThousands hundredThousands millions tenMillions hundredMillions billions trillions"
    ),
    "target": "inner outer",
    "mode": "edge factor",
}
_FORMAT = re.compile(
    r"(?:General|E[+-]|AM/PM|d{1,4}|m{1,5}|yy(?:yy)?|hh?|ss?"
    r"|\[(?:Red|Blue|Black|Green|White|Yellow|Cyan|Magenta)\]|\[\$[$€£]?-[0-9A-Fa-f]{1,6}\]"
    r'|"[$€£% ]{1,3}"|\\[-$€£% (),./:]|[0#?.,%/ $€£+\-()_*;:@])+'
)
_LONGEST_FORMAT = 80
_NUMBER = re.compile(r"[+-]?\d{1,15}(?:\.\d{1,20})?(?:[eE][+-]?\d{1,3})?")


def number_format(text: str) -> str | None:
    """A number format without words of its own."""
    return text if len(text) <= _LONGEST_FORMAT and _FORMAT.fullmatch(text) else None


def number(text: str) -> str | None:
    """A measure of the drawing, to four places: more says nothing to the eye."""
    return f"{float(text):.4f}".rstrip("0").rstrip(".") if _NUMBER.fullmatch(text.strip()) else None


def is_number(text: str) -> bool:
    """Whether a cached value is a number, and not an error such as #N/A."""
    return _NUMBER.fullmatch(text.strip()) is not None


def _one_of(listed: str) -> Callable[[str], str | None]:
    known = words(listed)
    return lambda text: text if text in known else None


CHART_VALUES: Mapping[str, Callable[[str], str | None]] = {
    "on": on_off,
    "small": integer(-31_680, 31_680),
    "number": number,
    "format": number_format,
    **{name: _one_of(listed) for name, listed in _ENUMERATIONS.items()},
}
"""Checks by name: each gives the value to write, or None. Axes are numbered anew by the writer."""
