# SPDX-License-Identifier: MIT
"""Secrets in pictures: beside the pixels, in alternative texts, in other kinds of image."""

from __future__ import annotations

import zlib

from tests.corpus.docx.case import Case, Outcome, Surface, Words, maker
from tests.corpus.docx.graphics import WPS, box, inline, picture, png
from tests.corpus.docx.pack import (
    Rel,
    package,
    para,
)


@maker(Surface.ALT_TEXT)
def picture_in_box(words: Words) -> Case:
    inner = picture("rId9", f'id="2" name="n" descr="{words.secret}"')
    outer = box("x").replace("<w:t ", f"<w:t/></w:r>{inner}<w:r><w:t ", 1)
    data = package(
        words.kept + para(inline(outer, WPS)),
        rels=[Rel("rId9", "image", "media/a.png")],
        parts={"word/media/a.png": png(words)},
    )
    return Case("picture_in_box", words, data, kind="alt_text", keep_images=True)


@maker(Surface.IMAGES)
def picture_metadata(words: Words) -> Case:
    data = package(
        words.kept + para(picture("rId9")),
        rels=[Rel("rId9", "image", f"media/{words.first}.png")],
        parts={f"word/media/{words.first}.png": png(words)},
    )
    return Case(
        "picture_metadata",
        words,
        data,
        Outcome.DROPPED,
        keep_images=True,
        secrets=(words.secret, words.first),
    )


@maker(Surface.IMAGES)
def picture_not_kept(words: Words) -> Case:
    data = package(
        words.kept + para(picture("rId9")),
        rels=[Rel("rId9", "image", "media/a.png")],
        parts={"word/media/a.png": png(words)},
    )
    return Case("picture_not_kept", words, data, Outcome.DROPPED)


@maker(Surface.VECTOR)
def picture_of_another_kind(words: Words) -> Case:
    """Vector pictures cannot be kept, whatever the person answers."""
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg"><text>{words.secret}</text></svg>'
    data = package(
        words.kept + para(picture("rId9")),
        rels=[Rel("rId9", "image", "media/a.svg")],
        parts={"word/media/a.svg": drawing},
    )
    return Case("picture_svg", words, data, Outcome.DROPPED, keep_images=True)


@maker(Surface.LINKED)
def picture_linked(words: Words) -> Case:
    data = package(
        words.kept + para(picture("rId9", embed="link")),
        rels=[Rel("rId9", "image", f"file:///C:/{words.last}.png", external=True)],
    )
    return Case("picture_linked", words, data, Outcome.DROPPED, keep_images=True, secrets=(words.last,))


@maker(Surface.IMAGES)
def picture_with_original(words: Words) -> Case:
    """An uncropped original beside the shown picture, as `extLst` keeps it."""
    extension = '<a:srcRect l="10000" r="10000"/>'
    data = package(
        words.kept + para(picture("rId9", crop=extension)),
        rels=[Rel("rId9", "image", "media/a.png"), Rel("rId8", "image", "media/original.wdp")],
        parts={"word/media/a.png": png(words), "word/media/original.wdp": words.secret.encode()},
    )
    return Case("picture_original", words, data, Outcome.DROPPED, keep_images=True)


@maker(Surface.ALT_TEXT, numbers=True)
def alternative_text(words: Words) -> Case:
    properties = (
        f'id="1" name="{words.last}.png" title="{words.secret}" descr="A photo of {words.secret} outside"'
    )
    data = package(
        words.kept + para(picture("rId9", properties)),
        rels=[Rel("rId9", "image", "media/a.png")],
        parts={"word/media/a.png": png(words)},
    )
    return Case("alt_text", words, data, kind="alt_text", keep_images=True)


@maker(Surface.IMAGES)
def drawn_in_compressed(words: Words) -> Case:
    """A deflated stream in a part of an unknown kind."""
    data = package(words.kept, parts={"word/media/x.bin": zlib.compress(words.secret.encode())})
    return Case("compressed", words, data, Outcome.DROPPED)
