# SPDX-License-Identifier: MIT
"""Text that nobody sees, and layers."""

from __future__ import annotations

from typing import Any

from pikepdf import Array, Dictionary, Name, Stream, String

from tests.corpus.pdf.places import width
from tests.corpus.pdf.recipes import Made, Surface, Words, line, maker, opened, sheet
from tests.corpus.pdf.sheets import form, image_object, picture, saved, text
from tests.corpus.pdf.turned import fonts


@maker(Surface.HIDDEN)
def white_on_white(words: Words) -> bytes:
    inks = (b"1 g ", b"1 1 1 rg ", b"0 0 0 0 k ", b"/DeviceRGB cs 1 1 1 scn ")
    return sheet(words, b"".join(ink + line(words, y=600 - 30 * at) for at, ink in enumerate(inks)) + b"0 g")


@maker(Surface.HIDDEN)
def without_ink(words: Words) -> bytes:
    return sheet(words, line(words, before="3 Tr") + line(words, y=560, before="3 Tr 5 Tc"))


@maker(Surface.HIDDEN)
def transparent_ink(words: Words) -> bytes:
    state = Dictionary(Type=Name.ExtGState, ca=0, CA=0)
    return sheet(words, b"q /G1 gs " + line(words) + b"Q", ExtGState=Dictionary({"/G1": state}))


@maker(Surface.HIDDEN)
def too_small(words: Words) -> bytes:
    return sheet(words, line(words, size=0.3) + b"q 0.01 0 0 0.01 72 500 cm " + text(0, 0, words.full) + b"Q")


@maker(Surface.HIDDEN)
def beyond_every_edge(words: Words) -> bytes:
    spots = ((-500, 600), (700, 600), (72, -200), (72, 1200), (72, 20_000))
    return sheet(words, b"".join(text(x, y, words.full) for x, y in spots))


@maker(Surface.HIDDEN)
def outside_the_crop(words: Words) -> bytes:
    pdf, page = opened(words, text(72, 30, words.full))
    page["/CropBox"] = Array([0, 60, 612, 792])
    return saved(pdf)


@maker(Surface.HIDDEN)
def under_a_black_box(words: Words) -> Made:
    """As people "redact" with a drawing tool: the name is under the box."""
    start, end = 72 + width(f"{words.before} "), width(words.full)
    return sheet(words, line(words) + f"0 g {start} 597 {end} 12 re f".encode()), {"also": (words.after,)}


@maker(Surface.HIDDEN)
def under_a_white_box(words: Words) -> Made:
    start, end = 72 + width(f"{words.before} "), width(words.full)
    return sheet(words, line(words) + f"1 g {start} 597 {end} 12 re f 0 g".encode()), {"also": (words.after,)}


@maker(Surface.HIDDEN)
def under_a_picture(words: Words) -> Made:
    pdf, page = opened(words, line(words) + b"q 400 0 0 60 60 570 cm /I1 Do Q " + text(72, 540, words.after))
    page.Resources["/XObject"] = Dictionary({"/I1": image_object(pdf, picture("orchard"))})
    return saved(pdf), {"also": (words.after,)}


@maker(Surface.HIDDEN)
def clipped_away(words: Words) -> Made:
    content = b"q 0 0 1 1 re W n " + line(words) + b"Q " + text(72, 560, words.after)
    return sheet(words, content), {"also": (words.after,)}


@maker(Surface.HIDDEN)
def the_box_stops_in_the_name(words: Words) -> Made:
    """A Form whose box shows half of the line."""
    pdf, page = opened(words, text(72, 560, words.after))
    cut = round(width(f"{words.before} {words.first} ") + 20)
    run = form(pdf, text(0, 4, words.line), fonts(pdf), (0, 0, cut, 16))
    page.Resources["/XObject"] = Dictionary({"/X1": run})
    page.Contents = Array([page.Contents, pdf.make_indirect(Stream(pdf, b"q 1 0 0 1 72 600 cm /X1 Do Q"))])
    return saved(pdf), {"also": (words.after,)}


def _layered(words: Words, content: bytes, properties: Any, **config: Any) -> bytes:
    pdf, page = opened(words, content)
    groups = [
        pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(name), Usage=Dictionary(
            CreatorInfo=Dictionary(Creator=String(words.full)), User=Dictionary(Type=Name.Ind, Name=String(words.last)),
        )))
        for name in (words.last, words.full)
    ]  # fmt: skip
    page.Resources["/Properties"] = Dictionary(properties(groups))
    default = {
        key: [groups[each] for each in value] if isinstance(value, tuple) else value
        for key, value in config.items()
    }
    values = Dictionary(
        {f"/{key}": Array(each) if isinstance(each, list) else each for key, each in default.items()}
    )
    values["/Name"], values["/Creator"] = String(words.last), String(words.full)
    values["/Order"] = Array([String(words.full), Array(groups)])
    pdf.Root["/OCProperties"] = Dictionary(
        OCGs=Array(groups), D=values, Configs=Array([Dictionary(Name=String(words.full))])
    )
    return saved(pdf)


def _inside(words: Words, group: str = "/L1") -> bytes:
    return f"/OC {group} BDC ".encode() + line(words) + b"EMC\n" + text(72, 560, words.after)


@maker(Surface.LAYERS)
def a_layer_that_is_off(words: Words) -> Made:
    made = _layered(words, _inside(words), lambda groups: {"/L1": groups[0]}, OFF=(0,))
    return made, {"also": (words.after,)}


@maker(Surface.LAYERS)
def all_layers_off_but_some(words: Words) -> Made:
    made = _layered(words, _inside(words), lambda groups: {"/L1": groups[0]}, BaseState=Name.OFF, ON=(1,))
    return made, {"also": (words.after,)}


@maker(Surface.LAYERS)
def a_layer_that_is_on(words: Words) -> Made:
    made = _layered(words, _inside(words), lambda groups: {"/L1": groups[0]}, OFF=(1,))
    return made, {"also": (words.after,)}


def _membership(groups: list[Any], policy: str) -> dict[str, Any]:
    return {"/L1": Dictionary(Type=Name.OCMD, OCGs=Array(groups), P=Name(policy))}


@maker(Surface.LAYERS)
def hidden_by_membership(words: Words) -> Made:
    made = _layered(words, _inside(words), lambda groups: _membership(groups, "/AllOn"), OFF=(0,))
    return made, {"also": (words.after,)}


@maker(Surface.LAYERS)
def hidden_when_something_is_shown(words: Words) -> Made:
    made = _layered(words, _inside(words), lambda groups: _membership(groups, "/AllOff"), OFF=(0,))
    return made, {"also": (words.after,)}


@maker(Surface.LAYERS)
def hidden_by_an_expression(words: Words) -> Made:
    def expressed(groups: list[Any]) -> dict[str, Any]:
        return {"/L1": Dictionary(Type=Name.OCMD, VE=Array([Name.Not, Array([Name.Or, *groups])]))}

    return _layered(words, _inside(words), expressed, OFF=(0,)), {"also": (words.after,)}


@maker(Surface.LAYERS)
def a_form_and_a_picture_in_layers(words: Words) -> Made:
    pdf, page = opened(words, b"/X1 Do /I1 Do " + text(72, 540, words.after))
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(words.last)))
    run = form(pdf, line(words), fonts(pdf))
    image = image_object(pdf, picture(words.last))
    run["/OC"] = image["/OC"] = group
    page.Resources["/XObject"] = Dictionary({"/X1": run, "/I1": image})
    pdf.Root["/OCProperties"] = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))
    return saved(pdf), {"also": (words.after,)}
