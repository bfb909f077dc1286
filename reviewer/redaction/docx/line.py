# SPDX-License-Identifier: MIT
"""Runs as they are written: neighbours of one formatting become one run, a label always looks the same."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element

from reviewer.documents.docx import names
from reviewer.documents.docx.names import w
from reviewer.model.document import Language
from reviewer.redaction.docx.properties import element
from reviewer.redaction.docx.work import REGION

SPACE = f"{{{names.XML}}}space"


class Line:
    """Adds inline content to a paragraph or a link.

    Joining neighbours hides where the source's runs were cut, so that a copy does not tell of what was between.
    """

    def __init__(self, parent: Element, language: Language) -> None:
        self.parent = parent
        self._language = language
        self._last: tuple[Element, bytes] | None = None

    def text(self, properties: Element | None, text: str) -> None:
        """Characters in a formatting."""
        run = self._run(properties)
        last = run[-1] if len(run) else None
        if last is not None and last.tag == names.TEXT:
            last.text = (last.text or "") + text
            return
        node = etree.SubElement(run, w("t"))
        node.set(SPACE, "preserve")
        node.text = text

    def put(self, properties: Element | None, child: Element) -> None:
        """An element of a run: a tab, a break, a drawing …"""
        self._run(properties).append(child)

    def beside(self, child: Element) -> None:
        """An element beside runs: an equation, a bookmark, a link."""
        self.parent.append(child)
        self._last = None

    def label(self, text: str) -> None:
        """The label of a removal: white on black whatever was there, real characters, in its own language."""
        self._last = None
        run = etree.SubElement(self.parent, w("r"))
        run.append(label_properties(self._language))
        node = etree.SubElement(run, w("t"))
        node.set(SPACE, "preserve")
        node.text = text

    def aside(self, text: str) -> None:
        """A placeholder for what could not be copied."""
        properties = element("rPr")
        properties.append(element("i"))
        properties.append(element("lang", val=REGION[self._language]))
        self._last = None
        self.text(properties, text)

    def _run(self, properties: Element | None) -> Element:
        key = b"" if properties is None else etree.tostring(properties, method="c14n")
        if self._last is not None and self._last[1] == key:
            return self._last[0]
        run = etree.SubElement(self.parent, w("r"))
        if properties is not None:
            run.append(_copied(properties))
        self._last = (run, key)
        return run


def _copied(properties: Element) -> Element:
    """One set of properties may format several runs; an element has one parent only."""
    made = etree.Element(properties.tag, nsmap={"w": names.W})
    for each in properties.iterchildren():
        inner = etree.SubElement(made, each.tag)
        for key, content in each.attrib.items():
            inner.set(key, content)
    return made


def label_properties(language: Language) -> Element:
    """The constant formatting of a label."""
    properties = element("rPr")
    for name in ("b", "i", "caps", "smallCaps", "strike"):
        properties.append(element(name, val="0"))
    properties.append(element("color", val="FFFFFF"))
    properties.append(element("u", val="none"))
    properties.append(element("shd", val="clear", color="auto", fill="000000"))
    properties.append(element("vertAlign", val="baseline"))
    properties.append(element("lang", val=REGION[language]))
    return properties
