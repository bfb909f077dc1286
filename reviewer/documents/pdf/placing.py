# SPDX-License-Identifier: MIT
"""Where a page, a Form and the appearance of a form field lie: the boxes that bound what they show."""

from __future__ import annotations

from typing import Any

import pikepdf

from reviewer.documents.pdf.geometry import IDENTITY, Matrix, Rect, area, matrix_of, normal, place
from reviewer.documents.pdf.states import State


def page_box(page: Any, key: str, default: Rect) -> Rect:
    """A page box, inherited from the page tree; a box without area is no box."""
    node, depth = page.obj, 0
    while isinstance(node, pikepdf.Dictionary) and depth < 100:
        if key in node:
            try:
                rect = normal(node[key])
            except (ValueError, TypeError):
                return default
            return rect if area(rect) else default
        node, depth = node.get("/Parent"), depth + 1
    return default


def clip_to_box(obj: Any, state: State) -> None:
    """Nothing of a Form or a pattern is shown outside its box."""
    try:
        state.clip_to(place(state.ctm, normal(obj["/BBox"])))
    except (KeyError, ValueError, TypeError):
        return


def appearance_of(annotation: Any) -> Any:
    """The normal appearance stream of an annotation, by its state."""
    appearance = annotation.get("/AP")
    normal_one = appearance.get("/N") if isinstance(appearance, pikepdf.Dictionary) else None
    if isinstance(normal_one, pikepdf.Stream):
        return normal_one
    if isinstance(normal_one, pikepdf.Dictionary) and "/AS" in annotation:
        chosen = normal_one.get(str(annotation["/AS"]))
        return chosen if isinstance(chosen, pikepdf.Stream) else None
    return None


def appearance_matrix(stream: Any, rect: Rect) -> Matrix:
    """What places an appearance's (already transformed) box in the annotation's rectangle (ISO 32000-1, 12.5.5)."""
    matrix = matrix_of(stream["/Matrix"]) if "/Matrix" in stream else IDENTITY
    box = place(matrix, normal(stream["/BBox"]))
    width, height = box[2] - box[0], box[3] - box[1]
    sx = (rect[2] - rect[0]) / width if width else 1.0
    sy = (rect[3] - rect[1]) / height if height else 1.0
    return (sx, 0.0, 0.0, sy, rect[0] - box[0] * sx, rect[1] - box[1] * sy)
