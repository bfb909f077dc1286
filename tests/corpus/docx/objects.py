# SPDX-License-Identifier: MIT
"""Secrets in charts, diagrams and embedded objects."""

from __future__ import annotations

from tests.corpus.docx.case import Case, Outcome, Surface, Words, maker
from tests.corpus.docx.graphics import inline
from tests.corpus.docx.pack import (
    Rel,
    package,
    para,
)


@maker(Surface.OBJECTS)
def chart(words: Words) -> Case:
    content = inline('<c:chart r:id="rId9"/>', "http://schemas.openxmlformats.org/drawingml/2006/chart")
    data = package(
        words.kept + para(content),
        rels=[Rel("rId9", "chart", "charts/chart1.xml")],
        parts={
            "word/charts/chart1.xml": f"<c>{words.secret}</c>",
            "word/embeddings/book.xlsx": words.secret.encode(),
        },
    )
    return Case("chart", words, data, Outcome.DROPPED)


@maker(Surface.OBJECTS)
def diagram(words: Words) -> Case:
    content = inline('<dgm:relIds r:dm="rId9"/>', "http://schemas.openxmlformats.org/drawingml/2006/diagram")
    data = package(
        words.kept + para(content),
        rels=[Rel("rId9", "diagramData", "diagrams/data1.xml")],
        parts={"word/diagrams/data1.xml": f"<d>{words.secret}</d>"},
    )
    return Case("diagram", words, data, Outcome.DROPPED)


@maker(Surface.OBJECTS)
def ole(words: Words) -> Case:
    content = (
        f'<w:r><w:object><v:shape alt="{words.secret}"><v:imagedata r:id="rId8" o:title="{words.secret}"/></v:shape>'
        '<o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" r:id="rId9"/></w:object></w:r>'
    )
    data = package(
        words.kept + para(content),
        rels=[Rel("rId8", "image", "media/image1.emf"), Rel("rId9", "package", "embeddings/book.xlsx")],
        parts={
            "word/media/image1.emf": words.secret.encode("utf-16-le"),
            "word/embeddings/book.xlsx": words.secret.encode(),
        },
    )
    return Case("ole", words, data, Outcome.DROPPED)


@maker(Surface.OBJECTS)
def locked_canvas(words: Words) -> Case:
    canvas = (
        '<lc:lockedCanvas xmlns:lc="http://schemas.openxmlformats.org/drawingml/2006/lockedCanvas"><a:sp><a:txBody><a:p><a:r>'
        f"<a:t>{words.secret}</a:t></a:r></a:p></a:txBody></a:sp></lc:lockedCanvas>"
    )
    content = inline(canvas, "http://schemas.openxmlformats.org/drawingml/2006/lockedCanvas")
    return Case("locked_canvas", words, package(words.kept + para(content)), Outcome.DROPPED)
