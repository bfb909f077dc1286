# SPDX-License-Identifier: MIT
"""Rebuilds property elements: only allowed names, checked values, canonical order."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree
from lxml.etree import _Element as Element

from reviewer.documents.docx import names
from reviewer.documents.docx.markup import unwrapped
from reviewer.documents.docx.names import w
from reviewer.redaction.docx.grammar import Rule, rules
from reviewer.redaction.docx.namebook import NameBook
from reviewer.redaction.docx.values import CUSTOM, VALUES


def element(tag: str, **attributes: str) -> Element:
    """A new WordprocessingML element whose attributes are in the same namespace."""
    made = etree.Element(w(tag), nsmap={"w": names.W})
    for key, content in attributes.items():
        made.set(w(key), content)
    return made


def rebuilt(source: Element | None, table: str, book: NameBook) -> Element | None:
    """A new element with what the table allows of the source; None when nothing remains."""
    if source is None:
        return None
    made = etree.Element(source.tag, nsmap={"w": names.W})
    fill(made, source, table, book)
    return made if len(made) or made.attrib else None


def fill(made: Element, source: Element, table: str, book: NameBook) -> None:
    """Add the allowed children of the source to an element."""
    by_tag: dict[str, list[Element]] = {}
    for each, _mode in unwrapped(source):
        by_tag.setdefault(str(each.tag), []).append(each)
    for rule in rules(table):
        found = by_tag.get(w(rule.name), [])
        for each in found if rule.repeats else found[:1]:
            copy = one(each, rule, book)
            if copy is not None:
                made.append(copy)


def one(source: Element, rule: Rule, book: NameBook) -> Element | None:
    """One allowed element."""
    made = element(rule.name)
    copy_attributes(made, source, rule.attributes.items(), book)
    for key in (names.VAL, w("fmt")):
        if made.get(key) == CUSTOM and made.get(w("format")) is None:
            made.set(key, "decimal")
    if rule.children:
        fill(made, source, rule.children, book)
    bare = not made.attrib and not len(made)
    if bare and (source.get(names.VAL) is not None or rule.attributes.get("val") != "on"):
        return None
    if any(made.get(w(attribute)) is None for attribute in rule.needed):
        return None
    for attribute, value in rule.instead.items():
        if made.get(w(attribute)) is None:
            made.set(w(attribute), value)
    return made


def copy_attributes(
    made: Element, source: Element, allowed: Iterable[tuple[str, str]], book: NameBook
) -> None:
    """Set the attributes whose values pass their check."""
    for attribute, kind in allowed:
        untrusted_value = source.get(w(attribute))
        if untrusted_value is None:
            continue
        checked = checked_value(untrusted_value, kind, book)
        if checked is not None:
            made.set(w(attribute), checked)


def checked_value(untrusted_value: str, kind: str, book: NameBook) -> str | None:
    """The value to write for an attribute of that kind, or None.

    A word of the format that is also a withheld word goes: formatting is worth less than a copy that proves clean.
    """
    if kind == "style":
        return book.style(untrusted_value)
    if kind == "number_id":
        return book.list_id(untrusted_value)
    if kind == "font":
        return book.font(untrusted_value)
    checked = VALUES[kind](untrusted_value)
    return None if checked is None or book.withheld(checked) else checked
