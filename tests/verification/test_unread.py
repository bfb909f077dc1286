# SPDX-License-Identifier: MIT
"""What was read for sure is not looked at again; what lies on its side or stands on its head among it is."""

from __future__ import annotations

import pytest
from PIL import Image

from reviewer.verification.extractors.unread import unread
from tests.corpus.painted import EN_LINES, EN_NAME, NAVY, WHITE, painted, png
from tests.verification.test_pixels import seen_in
from tests.verification.test_tools import HEADER

LEVEL = ("The orchard was planted in the spring", "and watered by everybody who came there", *EN_LINES[::2])
PAPER, INK = 200, 10


def _word(left: int, text: str, confidence: float = 95, *, width: int = 60, height: int = 20) -> str:
    return f"5\t1\t1\t1\t1\t1\t{left}\t20\t{width}\t{height}\t{confidence}\t{text}"


def _left(*rows: str) -> list[int]:
    """Where ink is left of a blot in the middle of each word's place."""
    picture = Image.new("L", (400, 60), PAPER)
    for at in (20, 120, 220):
        picture.paste(INK, (at + 20, 25, at + 30, 35))
    left = unread(picture, "\n".join([HEADER, *rows]), 1)
    assert {level for _, level in left.getcolors() or ()} <= {PAPER, INK}
    return [at for at in (20, 120, 220) if left.getpixel((at + 25, 30)) == INK]


def test_paper_takes_the_place_of_a_line_that_was_read_for_sure() -> None:
    assert _left(_word(20, "three"), _word(120, "more"), _word(220, "words")) == []
    assert _left(_word(20, "three"), _word(120, "10"), _word(220, "words")) == []


@pytest.mark.parametrize(
    "rows",
    [
        (_word(20, "pood", 60), _word(120, "noun"), _word(220, "xaqey", 50)),
        (_word(20, "on"), _word(120, "no"), _word(220, "un")),
        (_word(20, "SOS"),),
        (_word(20, "1961"), _word(120, "6891"), _word(220, "1086")),
    ],
    ids=["doubtful", "short words", "a short line", "digits"],
)
def test_a_line_that_may_be_something_else_stays(rows: tuple[str, ...]) -> None:
    assert _left(*rows) == [20, 120, 220]


def test_of_a_sure_line_stays_what_is_doubtful_or_holds_something_else_and_what_is_beside_it() -> None:
    sure = (_word(20, "plainly"), _word(120, "written"))
    assert _left(*sure, _word(220, "werds", 70)) == [120, 220]
    assert _left(*sure, _word(220, "is", width=90)) == [120, 220]
    assert _left(*sure, _word(220, "words", width=15)) == [120, 220]


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_turned_name_beside_level_lines_is_seen(degrees: int) -> None:
    turned = painted([f"Chair was {EN_NAME}"], 20).rotate(degrees, expand=True)
    level = painted(LEVEL, 22, least=(760, 480))
    level.paste(turned, (level.width - turned.width - 5, level.height - turned.height - 5))
    seen = {each.reader: each.text for each in seen_in(png(level))}
    assert any(EN_NAME in text for text in seen.values())
    assert all(line in seen["tesseract"] for line in LEVEL)


def test_a_light_name_among_dark_lines_is_seen_inverted() -> None:
    level = painted(LEVEL, 22, least=(700, 300))
    level.paste(painted([f"Chair was {EN_NAME}"], 22, ink=WHITE, paper=NAVY), (20, 220))
    seen = {each.reader: each.text for each in seen_in(png(level))}
    assert any(EN_NAME in text for text in seen.values())
    assert LEVEL[0] in seen["tesseract"]
    assert LEVEL[0] not in seen.get("tesseract.inverted", "")
