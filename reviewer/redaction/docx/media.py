# SPDX-License-Identifier: MIT
"""The pictures of a copy: decoded, cropped, painted over, read again and encoded anew; else taken away.

A picture goes when the person said so, when it cannot be decoded, or when something withheld in it can still be read
after its masks were made larger.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from PIL import Image as Pixels

from reviewer.documents import ocr, pictures
from reviewer.documents.docx.drafts import Image
from reviewer.documents.docx.images import words_of
from reviewer.documents.folding import find_in, fold
from reviewer.errors import CannotRedact
from reviewer.model.document import Choice
from reviewer.redaction.docx.masks import Mask, masks_over, painted
from reviewer.redaction.docx.work import Work
from reviewer.redaction.plan import Removal

_TRIES = 3
_FRAGMENT = 3
"""Letters of a withheld word that, beside its mask, still tell of it."""
_STAYS = frozenset({Choice.KEEP, Choice.MASK})


def image_part(work: Work, image: Image) -> str | None:
    """The name of the image in the copy, or None when it must not or cannot be kept."""
    if image.problem not in work.images:
        work.images[image.problem] = _image_part(work, image)
    return work.images[image.problem]


def _image_part(work: Work, image: Image) -> str | None:
    if work.plan.choices.get(image.problem) not in _STAYS or image.story in work.plan.left_out:
        return None
    data = work.reading.package.bytes_of(image.part)
    picture = pictures.visible(data, image.crop)
    if picture is None:
        return None
    cleaned = _cleaned(work, image, picture, pictures.grain(data, image.crop))
    if cleaned is None:
        work.losses["image_not_masked"] += 1
        return None
    return _stored(work, pictures.encoded(cleaned))


def _stored(work: Work, data: bytes) -> str:
    """The name under which these bytes are in the copy; equal pictures are there once."""
    for name, known in work.media.items():
        if known == data:
            return name
    name = f"word/media/image{len(work.media) + 1}.png"
    work.media[name] = data
    return name


def _cleaned(work: Work, image: Image, picture: Pixels.Image, grain: pictures.Grain) -> Pixels.Image | None:
    """The picture without what is withheld in it; None when that cannot be made sure."""
    drawn = list(_regions(work, image, picture))
    removals = work.plan.removals.get(image.story or "", ())
    if not removals and not drawn:
        # Whoever asked for masks must hear that there is none.
        work.losses["image_nothing_masked"] += work.plan.choices.get(image.problem) is Choice.MASK
        return picture
    if not removals:
        return painted(picture, drawn)
    for attempt in range(_TRIES):
        masks = masks_over(picture, image.words, removals, grain, wider=attempt)
        made = painted(picture, [*masks, *drawn])
        if _is_gone(image, made, masks, removals):
            work.losses["image_words_masked"] += len(masks)
            return made
    return None


def _regions(work: Work, image: Image, picture: Pixels.Image) -> Iterator[Mask]:
    """What a person drew, to whole pixels. Raises CannotRedact for a region that takes nothing of the picture."""
    for each in work.plan.regions:
        region = each.region
        if region.problem == image.problem:
            x0, y0 = math.floor(region.x0), math.floor(region.y0)
            x1, y1 = min(picture.width, math.ceil(region.x1)), min(picture.height, math.ceil(region.y1))
            if x0 >= x1 or y0 >= y1:
                raise CannotRedact(story=image.story, page=None, detail="a region outside its picture")
            yield Mask(x0, y0, x1, y1, each.label)


def _is_gone(image: Image, made: Pixels.Image, masks: Sequence[Mask], removals: Sequence[Removal]) -> bool:
    """Whether the new picture, read again, says no withheld word more often than what stays of it does."""
    found = words_of(made, tuple(image.turns))
    if found is None:
        return False
    text, placed = ocr.laid_out(found)
    before = image.text
    folded, folded_before = fold(text), fold(before)
    for removal in removals:
        withheld = before[removal.start : removal.end]
        kept = sum(
            not any(start < each.end and each.start < end for each in removals)
            for start, end in find_in(before, folded_before, withheld)
        )
        if fold(withheld).text and len(find_in(text, folded, withheld)) > kept:
            return False
        if any(_tells(word, text, masks, withheld, image.words) for word in placed):
            return False
    return True


def _tells(
    word: ocr.PlacedWord,
    text: str,
    masks: Sequence[Mask],
    withheld: str,
    known: Sequence[ocr.PlacedWord],
) -> bool:
    """Whether a word right beside a mask, that did not stand there before, is a piece of what was withheld."""
    piece = fold(text[word.start : word.end]).text
    if len(piece) < _FRAGMENT or piece not in fold(withheld).text:
        return False
    near = (word.y1 - word.y0) / 2
    beside = any(mask.meets(word.x0 - near, word.y0, word.x1 + near, word.y1) for mask in masks)
    was_there = any(
        other.x0 <= word.x0 + near
        and word.x1 - near <= other.x1
        and other.y0 < word.y1
        and word.y0 < other.y1
        for other in known
        if not any(mask.meets(*other[2:]) for mask in masks)
    )
    return beside and not was_there
