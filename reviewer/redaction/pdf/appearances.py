# SPDX-License-Identifier: MIT
"""Flattens the drawn values of form fields into the page; one whose value was decided against is left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from reviewer.documents.pdf.geometry import normal
from reviewer.documents.pdf.placing import appearance_matrix
from reviewer.documents.pdf.records import CanvasKind
from reviewer.documents.pdf.surfaces import field_reference
from reviewer.documents.pdf.trees import listed
from reviewer.model.document import Choice
from reviewer.redaction.pdf.canvases import form_object
from reviewer.redaction.pdf.content import PageContent
from reviewer.redaction.pdf.lettering import number
from reviewer.redaction.plan import Plan

_MAX_DEPTH = 20


def flattened(content: PageContent, plan: Plan, resources: Any) -> Iterator[bytes]:
    """The operators that draw the values of a page's fields; what they draw is added to its resources."""
    view = content.view
    annotations = listed(content.source.page(view.number).obj.get("/Annots"))
    for canvas in view.walk.canvases:
        if canvas.kind is not CanvasKind.APPEARANCE or canvas.annotation is None or canvas.hidden:
            continue
        annotation = annotations[canvas.annotation]
        if plan.choices.get("form") is not Choice.KEEP or _is_decided_against(content, plan, annotation):
            content.losses.add("field")
            continue
        matrix = appearance_matrix(canvas.obj, normal(annotation["/Rect"]))
        if "/XObject" not in resources:
            resources["/XObject"] = pikepdf.Dictionary()
        name = f"/A{canvas.number}"
        resources["/XObject"][name] = form_object(content, canvas)
        drawn = f"q {' '.join(number(each) for each in matrix)} cm {name} Do Q"
        if content.tagged is not None and annotation.objgen != (0, 0):
            mcid = content.marked.add_field(annotation.objgen)
            drawn = f"/Form <</MCID {mcid}>> BDC\n{drawn}\nEMC"
        yield drawn.encode()


def _is_decided_against(content: PageContent, plan: Plan, annotation: Any) -> bool:
    node, depth = annotation, 0
    while isinstance(node, pikepdf.Dictionary) and depth < _MAX_DEPTH:
        story = content.source.stories_of.get(field_reference(node))
        if story is not None and (story in plan.left_out or plan.removals.get(story)):
            return True
        node, depth = node.get("/Parent"), depth + 1
    return False
