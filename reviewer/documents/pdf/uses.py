# SPDX-License-Identifier: MIT
"""Follows the names of a content stream into its resources: objects, parameters, patterns, properties of marks."""

from __future__ import annotations

from typing import Any

import pikepdf

from reviewer.documents.pdf.drawing import Drawing
from reviewer.documents.pdf.geometry import number, place
from reviewer.documents.pdf.records import ActualText, CanvasKind, PaintKind
from reviewer.documents.pdf.states import State
from reviewer.documents.pdf.text_pen import TextPen


def draw(drawing: Drawing, index: int, name: str) -> None:
    """Draw an object: record a picture, walk a Form."""
    obj = drawing.resource("/XObject", name)
    if not isinstance(obj, pikepdf.Stream):
        return
    if str(obj.get("/Subtype")) == "/Image":
        hidden_layer = drawing.walker.layer_hides(obj.get("/OC"))
        drawing.paint(
            PaintKind.IMAGE, index, index, place(drawing.state.ctm, (0, 0, 1, 1)), obj, hidden=hidden_layer
        )
    elif str(obj.get("/Subtype")) == "/Form":
        canvas = drawing.walker.enter(
            CanvasKind.FORM, obj, drawing.state, drawing.chain, drawing.canvas, hidden=drawing.hidden
        )
        if canvas is not None:
            drawing.canvas.forms[index] = canvas.number
    else:
        drawing.walk.distrust("xobject")


def set_parameters(drawing: Drawing, text: TextPen, name: str) -> None:
    """Take what a dictionary of parameters sets; a soft mask among them is walked."""
    parameters = drawing.resource("/ExtGState", name)
    if not isinstance(parameters, pikepdf.Dictionary):
        return
    if "/Font" in parameters:
        text.set_font("", parameters["/Font"][0], number(parameters["/Font"][1]))
        drawing.walk.distrust("font_by_parameters")
    if "/ca" in parameters:
        alpha = number(parameters["/ca"])
        drawing.state.faint, drawing.state.opaque = alpha < 0.05, alpha > 0.95
    if "/BM" in parameters:
        drawing.state.blended = str(parameters["/BM"]) not in {"/Normal", "/Compatible"}
    mask = parameters.get("/SMask")
    if mask is not None:
        drawing.state.masked = isinstance(mask, pikepdf.Dictionary)
    if (
        isinstance(mask, pikepdf.Dictionary)
        and isinstance(mask.get("/G"), pikepdf.Stream)
        and name not in drawing.canvas.masks
    ):
        canvas = drawing.walker.enter(
            CanvasKind.SOFT_MASK,
            mask["/G"],
            State(ctm=drawing.state.ctm),
            drawing.chain,
            drawing.canvas,
            hidden=drawing.hidden,
        )
        if canvas is not None:
            drawing.canvas.masks[name] = canvas.number


def walk_pattern(drawing: Drawing, name: str) -> None:
    """Walk a pattern that is chosen as a colour: it may hold text."""
    if not name or name in drawing.canvas.patterns:
        return
    pattern = drawing.resource("/Pattern", name)
    if isinstance(pattern, pikepdf.Stream):
        canvas = drawing.walker.enter(
            CanvasKind.PATTERN, pattern, State(), drawing.chain, drawing.canvas, hidden=drawing.hidden
        )
        if canvas is not None:
            drawing.canvas.patterns[name] = canvas.number


def begin_marked(drawing: Drawing, index: int, operands: list[Any]) -> None:
    """Begin marked content: it may have a number in the tree of tags, and lie in a layer that is switched off."""
    properties = operands[1] if len(operands) > 1 else None
    if isinstance(properties, pikepdf.Name):
        properties = drawing.resource("/Properties", str(properties))
    mcid, hidden = None, False
    if isinstance(properties, pikepdf.Dictionary):
        mcid = int(properties["/MCID"]) if "/MCID" in properties else None
        hidden = str(operands[0]) == "/OC" and drawing.walker.layer_hides(properties)
    drawing.marks.append((mcid, hidden))
    keep_texts(drawing, index, properties)


def keep_texts(drawing: Drawing, index: int, properties: Any) -> None:
    """Record the texts that stand beside marked content or in its place."""
    if isinstance(properties, pikepdf.Dictionary):
        for key in ("/ActualText", "/Alt", "/E"):
            if isinstance(properties.get(key), pikepdf.String):
                drawing.walk.actual_texts.append(
                    ActualText(drawing.canvas.number, index, key, str(properties[key]))
                )
