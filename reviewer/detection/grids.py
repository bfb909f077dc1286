# SPDX-License-Identifier: MIT
"""Coordinates as people write them in Canada, read as degrees north and west: decimal, degrees and minutes, UTM, MGRS.

Good to some ten metres: enough to say to which tenth of a degree a place belongs, not to find it.
"""

from __future__ import annotations

import math
import re

Place = tuple[float | None, float | None]
"""Degrees north and degrees west; None for the one that is not written."""

_DECIMAL = re.compile(r"(?<![\d.,])-?\d{1,3}[.,]\d+(?!\d)")
_DEGREES = re.compile(
    r"(\d{1,3}) ?[°º] ?(?:(\d{1,2}(?:[.,]\d+)?) ?['′’] ?(?:(\d{1,2}(?:[.,]\d+)?) ?(?:\"|″|”|'')?)?)? ?([NWO])?",
    re.IGNORECASE,
)
_ZONE = re.compile(r"\b(?:zone|fuseau|UTM)? ?(\d{1,2}) ?[A-Z]?\b", re.IGNORECASE)
_METRES = re.compile(
    r"(?<!\d)(?:E ?)?0?(\d{3} ?\d{3})(?:[.,]\d+)?(?: ?m)? ?E?\b,?[^\d]{0,6}(\d ?\d{3} ?\d{3})(?!\d)"
)
_MGRS = re.compile(
    r"\b(\d{1,2})([C-X]) ?([A-HJ-NP-Z])([A-HJ-NP-V]) ?(\d{5} ?\d{5}|\d{4} ?\d{4}|\d{3} ?\d{3})\b"
)
_COLUMNS = ("STUVWXYZ", "ABCDEFGH", "JKLMNPQR")
_ROWS = "ABCDEFGHJKLMNPQRSTUV"
_BANDS = "CDEFGHJKLMNPQRSTUVWX"


def place(text: str) -> Place | None:
    """The degrees of a coordinate or of a pair; None when the writing is not known."""
    if match := _MGRS.search(text):
        return _from_mgrs(match)
    if _DEGREES.search(text) and re.search(r"[°º] ?\d", text):
        return _from_degrees(text)
    if match := _METRES.search(text):
        zone = _ZONE.search(text[: match.start()])
        if zone is None:
            return None
        east, north = (float(part.replace(" ", "")) for part in match.groups())
        return _from_utm(int(zone.group(1)), east, north)
    return _pair([abs(float(one.replace(",", "."))) for one in _DECIMAL.findall(text)], text)


def _pair(numbers: list[float], text: str) -> Place | None:
    """North and west told apart by their letter or, in Canada, by their size: north ends at 84, west begins at 52."""
    if len(numbers) == 2:
        return (numbers[0], numbers[1]) if numbers[0] <= 84 else None
    if len(numbers) != 1:
        return None
    if re.search(r"\b[WO]\b|-|long", text, re.IGNORECASE) or numbers[0] > 84:
        return None, numbers[0]
    return numbers[0], None


def _from_degrees(text: str) -> Place | None:
    numbers = []
    for degrees, minutes, seconds, _ in _DEGREES.findall(text):
        parts = [float(part.replace(",", ".")) for part in (degrees, minutes or "0", seconds or "0")]
        numbers.append(parts[0] + parts[1] / 60 + parts[2] / 3600)
    return _pair(numbers, text)


def _from_mgrs(match: re.Match[str]) -> Place | None:
    zone, band, column, row = int(match[1]), match[2], match[3], match[4]
    letters = _COLUMNS[zone % 3]
    if column not in letters or band not in _BANDS:
        return None
    digits = match[5].replace(" ", "")
    half = len(digits) // 2
    scale = 10 ** (5 - half)
    east = (letters.index(column) + 1) * 100_000 + int(digits[:half]) * scale
    north = (_ROWS.index(row) - (5 if zone % 2 == 0 else 0)) % 20 * 100_000 + int(digits[half:]) * scale
    floor = _northing(-80 + 8 * _BANDS.index(band)) - 50_000
    while north < floor:
        north += 2_000_000
    return _from_utm(zone, float(east), float(north))


def _northing(degrees: float) -> float:
    return degrees * 110_950.0


def _from_utm(zone: int, east: float, north: float) -> Place | None:
    """Inverse transverse Mercator on the WGS 84 ellipsoid (Snyder, USGS Professional Paper 1395, p. 63)."""
    if not 7 <= zone <= 22:
        return None
    radius, squared, factor = 6_378_137.0, 0.006_694_38, 0.9996
    mu = north / factor / (radius * (1 - squared / 4 - 3 * squared**2 / 64))
    ratio = (1 - math.sqrt(1 - squared)) / (1 + math.sqrt(1 - squared))
    foot = mu + 1.5 * ratio * math.sin(2 * mu) + 21 / 16 * ratio**2 * math.sin(4 * mu)
    prime = squared / (1 - squared)
    tangent, curved = math.tan(foot) ** 2, prime * math.cos(foot) ** 2
    across = radius / math.sqrt(1 - squared * math.sin(foot) ** 2)
    along = radius * (1 - squared) / (1 - squared * math.sin(foot) ** 2) ** 1.5
    d = (east - 500_000) / (across * factor)
    latitude = foot - across * math.tan(foot) / along * (
        d**2 / 2 - (5 + 3 * tangent + 10 * curved - 4 * curved**2 - 9 * prime) * d**4 / 24
    )
    longitude = (d - (1 + 2 * tangent + curved) * d**3 / 6) / math.cos(foot)
    return math.degrees(latitude), -(zone * 6 - 183 + math.degrees(longitude))
