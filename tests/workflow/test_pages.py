# SPDX-License-Identifier: MIT
"""Page images and the places of spans, as the screen asks for them."""

from __future__ import annotations

import pytest

from reviewer.errors import DamagedFile
from reviewer.model.document import Span
from reviewer.workflow.pages import on_image, page_count, page_image, page_size, quads, visible_area
from tests.corpus.pdf.cases import MAKERS, SECRET
from tests.redaction.pdf.plans import read


@pytest.mark.parametrize("name", ["plain_tj", "rotated_page", "outside_the_crop_box"])
def test_a_span_is_where_the_image_shows_ink(name: str) -> None:
    data = MAKERS[name]().data
    source = read(data)
    story = source.document.story("page:1")
    word = SECRET if SECRET in story.text else "northern"
    start = story.text.index(word)
    (box,) = quads(source, Span(story.id, start, start + len(word)))
    image = page_image(data, 1, scale=2.0)
    visible, rotation = visible_area(source, 1)
    left, top, right, bottom = on_image(box, page_size(data, 1), 2.0, visible=visible, rotation=rotation)
    assert 0 <= left < right <= image.width
    assert 0 <= top < bottom <= image.height
    inside = [
        image.rgba[y * image.stride + x * 4]
        for y in range(int(top), int(bottom))
        for x in range(int(left), int(right))
    ]
    assert min(inside) < 100
    assert sum(value < 128 for value in inside) > 0.05 * len(inside)


def test_the_size_of_a_turned_page() -> None:
    assert page_size(MAKERS["rotated_page"]().data, 1) == (792.0, 612.0)


def test_pages_are_counted() -> None:
    assert page_count(read(MAKERS["form_on_two_pages"]().data)) == 2


def test_a_page_that_is_not_there() -> None:
    with pytest.raises(DamagedFile):
        page_image(MAKERS["plain_tj"]().data, 7, scale=1.0)


def test_rubbish_has_no_image() -> None:
    with pytest.raises(DamagedFile):
        page_size(b"not a file", 1)
