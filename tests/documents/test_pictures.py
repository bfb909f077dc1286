# SPDX-License-Identifier: MIT
"""Pictures are decoded as they are seen: finer greys stay greys, what is transparent is white."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from reviewer.documents.pictures import visible


def _greys(mode: str, levels: tuple[float, ...], kind: str) -> list[tuple[int, int, int]]:
    picture = Image.new(mode, (len(levels), 1))
    for at, level in enumerate(levels):
        picture.putpixel((at, 0), level)
    buffer = io.BytesIO()
    picture.save(buffer, kind)
    seen = visible(buffer.getvalue())
    assert seen is not None
    return [seen.getpixel((at, 0)) for at in range(len(levels))]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("mode", "levels", "kind"),
    [
        ("I;16", (0, 32768, 65535), "PNG"),
        ("I;16", (0, 32768, 65535), "TIFF"),
        ("I", (-70000, 0, 70000), "TIFF"),
        ("F", (0.0, 0.5, 1.0), "TIFF"),
    ],
)
def test_finer_greys_stay_greys(mode: str, levels: tuple[float, ...], kind: str) -> None:
    black, grey, white = _greys(mode, levels, kind)
    assert black == (0, 0, 0)
    assert white == (255, 255, 255)
    assert all(abs(channel - 128) <= 1 for channel in grey)


def test_one_flat_level_is_no_error() -> None:
    assert _greys("F", (3.0, 3.0), "TIFF")[0] in {(0, 0, 0), (1, 1, 1)}
