# SPDX-License-Identifier: MIT
"""The check that nothing was overlooked: text that is in no story, and is not knowingly left, refuses the document."""

from __future__ import annotations

from lxml.etree import _Element as Element

from reviewer.documents.docx import names
from reviewer.documents.docx.drafts import Reading
from reviewer.documents.docx.markup import branch
from reviewer.documents.docx.names import w
from reviewer.documents.docx.package import Part
from reviewer.errors import UnsupportedContent

_HOLDERS = frozenset(
    {names.TEXT, names.DELETED_TEXT, names.INSTRUCTION, names.DELETED_INSTRUCTION, names.MATH_TEXT}
)
_PLACEMENT = frozenset({"posOffset", "align", "pctWidth", "pctHeight", "pctPosHOffset", "pctPosVOffset"})
"""Elements of DrawingML whose text is a number or one word of the format."""
_PROPERTIES_OF_WRAPPERS = frozenset(
    {w("sdtPr"), w("sdtEndPr"), w("smartTagPr"), w("customXmlPr"), w("fldData")}
)


def check_complete(reading: Reading, part: Part, read: set[Element]) -> None:
    """Every text node must be in a story, or in something that is knowingly never copied. Else: refuse."""
    for element in part.nodes:
        if (element.tail or "").strip() and not _knowingly_left(reading, element.getparent()):
            raise UnsupportedContent(path=reading.package.path, content="stray text", place=_place(part))
        if not (element.text or "").strip() or element in read:
            continue
        if element.tag not in _HOLDERS and names.local(str(element.tag)) in _PLACEMENT:
            continue
        if not _knowingly_left(reading, element):
            raise UnsupportedContent(
                path=reading.package.path, content="text out of place", place=_place(part)
            )


def _knowingly_left(reading: Reading, element: Element | None) -> bool:
    below: Element | None = None
    node = element
    while node is not None:
        if node in reading.passed_over or node in reading.objects or node.tag in _PROPERTIES_OF_WRAPPERS:
            return True
        if node.tag == names.ALTERNATE and below is not branch(node):
            return True
        below, node = node, node.getparent()
    return False


def _place(part: Part) -> str:
    return names.local(str(part.root.tag))
