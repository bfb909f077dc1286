# SPDX-License-Identifier: MIT
"""Masks: every trace of a word goes, the neighbours stay to the pixel, the width does not tell the length."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from reviewer.documents import pictures
from reviewer.documents.ocr import PlacedWord
from reviewer.documents.pictures import Grain
from reviewer.redaction.docx.masks import Mask, masks_over, painted
from reviewer.redaction.plan import Removal
from tests.corpus.painted import BLACK, WHITE, jpeg, place_of
from tests.corpus.painted import painted as written

LABEL = "[s. 19(1)]"
LINE = "Chair was Harriet Quillfeather again today"


def word(text: str, number: int = 0, lines: tuple[str, ...] = (LINE,), size: int = 24) -> PlacedWord:
    start = lines[number].index(text)
    return PlacedWord(start, start + len(text), *map(float, place_of(lines, number, text, size)))


WORDS = tuple(word(each) for each in LINE.split())
NAME = Removal(LINE.index("Harriet"), LINE.index(" again"), LABEL)


def difference(one: Image.Image, other: Image.Image) -> tuple[int, int, int, int]:
    found = ImageChops.difference(one, other).getbbox()
    assert found is not None
    return found


def test_neighbouring_words_are_one_mask_and_nothing_else_changes() -> None:
    plain = written([LINE])
    masks = masks_over(plain, WORDS, [NAME], Grain())
    assert len(masks) == 1
    made = painted(plain, masks)
    was, again = word("was"), word("again")
    left, _top, right, _bottom = difference(plain, made)
    assert was.x1 <= left
    assert right <= again.x0
    for other in ("Chair", "was", "again", "today"):
        box = tuple(map(int, word(other)[2:]))
        assert made.crop(box).tobytes() == plain.crop(box).tobytes()


def test_no_ink_of_the_word_is_left() -> None:
    """What the name alone brings into the picture, letter edges included, is under the mask."""
    blank = LINE.replace("Harriet Quillfeather", "")
    plain, masks = written([LINE]), masks_over(written([LINE]), WORDS, [NAME], Grain())
    bare = Image.new("RGB", plain.size, WHITE)
    bare.paste(plain.crop(tuple(map(int, word("Chair")[2:]))), (0, 0))
    ink = ImageChops.difference(plain, Image.new("RGB", plain.size, WHITE)).convert("L")
    # Of all ink right of "was" and left of "again", none is outside of the mask.
    gap = (int(word("was").x1) + 1, 0, int(word("again").x0) - 1, plain.height)
    [mask] = masks
    ink.paste(0, (mask.x0, mask.y0, mask.x1, mask.y1))
    assert ink.crop(gap).getbbox() is None
    assert blank


def test_a_box_that_cuts_its_letters_grows_over_them() -> None:
    lines = ("Agathe Jolygrype",)
    plain = written(lines)
    left, top, right, bottom = place_of(lines, 0, lines[0])
    cut = PlacedWord(0, 16, left + 4, top + 5, right - 4, bottom - 6)
    masks = masks_over(plain, [cut], [Removal(0, 16, "")], Grain())
    made = painted(plain, masks)
    made.paste(WHITE, (masks[0].x0, masks[0].y0, masks[0].x1, masks[0].y1))
    assert made.getcolors() == [(plain.width * plain.height, WHITE)]


@pytest.mark.parametrize("removal", [Removal(0, 3, LABEL), Removal(2, 5, LABEL), Removal(0, 5, LABEL)])
def test_a_word_goes_whole(removal: Removal) -> None:
    plain = written(["Chair"])
    [mask] = masks_over(plain, [word("Chair", lines=("Chair",))], [removal], Grain())
    made = painted(plain, [Mask(mask.x0, mask.y0, mask.x1, mask.y1, "")])
    made.paste(WHITE, (mask.x0, mask.y0, mask.x1, mask.y1))
    assert made.getcolors() == [(plain.width * plain.height, WHITE)]


def test_lines_have_masks_of_their_own() -> None:
    lines = ("Report of Harriet", "Quillfeather on trees")
    plain = written(lines)
    first, second = word("Harriet", 0, lines), word("Quillfeather", 1, lines)
    words = [first, second._replace(start=first.end + 1, end=first.end + 13)]
    masks = masks_over(plain, words, [Removal(first.start, first.end + 13, LABEL)], Grain())
    assert len(masks) == 2
    assert masks[0].y1 <= masks[1].y0 or masks[1].x1 <= masks[0].x0


def test_where_there_is_room_short_and_long_names_have_masks_of_one_width() -> None:
    widths = set()
    for name in ("Li Wu", "Ana Roy", "Max Tran"):
        lines = (name,)
        plain = written(lines, least=(900, 0))
        place = PlacedWord(0, len(name), *map(float, place_of(lines, 0, name)))
        [mask] = masks_over(plain, [place], [Removal(0, len(name), LABEL)], Grain())
        widths.add((mask.x1 - mask.x0) // 12)
    assert len(widths) == 1


def test_a_table_border_stops_the_mask() -> None:
    lines = ("Roy",)
    plain = written(lines, least=(600, 0))
    plain.paste(BLACK, (200, 0, 202, plain.height))
    place = PlacedWord(0, 3, *map(float, place_of(lines, 0, "Roy")))
    [mask] = masks_over(plain, [place], [Removal(0, 3, LABEL)], Grain())
    assert place.x1 < mask.x1 <= 200


def test_a_jpeg_is_covered_to_the_borders_of_its_squares() -> None:
    plain = written([LINE], least=(0, 200))
    data = jpeg(plain, quality=10)
    grain = pictures.grain(data, (2_000, 1_000, 0, 0))
    shown = pictures.visible(data, (2_000, 1_000, 0, 0))
    assert shown is not None
    assert grain.step == 16
    dx, dy = plain.width - shown.width, plain.height - shown.height
    assert grain.offset == (dx, dy)
    moved = [
        each._replace(x0=each.x0 - dx, x1=each.x1 - dx, y0=each.y0 - dy, y1=each.y1 - dy) for each in WORDS
    ]
    [mask] = masks_over(shown, moved, [NAME], grain)
    assert ((mask.y0 + dy) % 16, (mask.y1 + dy) % 16) == (0, 0)
    # The same picture without the name differs from the one with it nowhere beside the mask.
    blank = plain.copy()
    left, top, right, bottom = place_of((LINE,), 0, "Harriet Quillfeather")
    blank.paste(WHITE, (left - 1, top - 1, right + 1, bottom + 1))
    other = pictures.visible(jpeg(blank, quality=10), (2_000, 1_000, 0, 0))
    assert other is not None
    black = (mask.x0, mask.y0, mask.x1, mask.y1)
    seen, without = painted(shown, [mask]), painted(other, [mask])
    kept = (0, mask.y1, shown.width, shown.height)
    assert seen.crop(kept).tobytes() == without.crop(kept).tobytes()
    assert seen.crop(black).tobytes() == without.crop(black).tobytes()


@pytest.mark.parametrize(
    ("data", "step"),
    [(jpeg(written(["a"]), subsampling=0), 8), (jpeg(written(["a"]).convert("L")), 8), (b"GIF89a", 1)],
)
def test_how_coarse_a_picture_is(data: bytes, step: int) -> None:
    assert pictures.grain(data).step == step
    assert pictures.grain(data[:4]).step == 1


def test_a_label_is_written_where_it_fits_and_can_be() -> None:
    paper = Image.new("RGB", (400, 100), WHITE)
    wide, low, accented = (
        Mask(10, 10, 300, 40, LABEL),
        Mask(10, 50, 300, 60, LABEL),
        Mask(10, 70, 300, 99, "[caviardé]"),
    )
    narrow = Mask(310, 10, 330, 40, LABEL)
    made = painted(paper, [wide, low, accented, narrow])
    colours = [
        made.crop((mask.x0, mask.y0, mask.x1, mask.y1)).getcolors() for mask in (wide, low, accented, narrow)
    ]
    assert [colour is None or len(colour) > 1 for colour in colours] == [True, False, False, False]
    assert paper.getcolors() == [(40_000, WHITE)]


box = st.tuples(st.integers(0, 180), st.integers(0, 80), st.integers(4, 60), st.integers(4, 20))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(box, min_size=1, max_size=6), st.integers(0, 5), st.sampled_from([1, 8, 16]), st.integers(0, 2)
)
def test_masks_cover_their_word_and_stay_in_the_picture(
    boxes: list[tuple[int, int, int, int]], hidden: int, step: int, wider: int
) -> None:
    picture = Image.effect_noise((240, 100), 40).convert("RGB")
    words = [
        PlacedWord(at * 5, at * 5 + 4, float(x), float(y), float(min(240, x + w)), float(min(100, y + h)))
        for at, (x, y, w, h) in enumerate(boxes)
    ]
    at = hidden % len(words)
    [mask] = masks_over(
        picture, words, [Removal(at * 5, at * 5 + 2, LABEL)], Grain(step, (3, 5)), wider=wider
    )
    place = words[at]
    assert mask.x0 <= place.x0 <= place.x1 <= mask.x1
    assert mask.y0 <= place.y0 <= place.y1 <= mask.y1
    assert 0 <= mask.x0 < mask.x1 <= 240
    assert 0 <= mask.y0 < mask.y1 <= 100


def test_the_same_picture_is_painted_to_the_same_bytes() -> None:
    plain = written([LINE])
    masks = masks_over(plain, WORDS, [NAME], Grain())
    once, twice = (pictures.encoded(painted(plain, masks)) for _ in range(2))
    assert once == twice
    made = Image.open(io.BytesIO(once))
    assert (made.format, made.mode, made.info) == ("PNG", "RGB", {})
