# SPDX-License-Identifier: MIT
"""Rebuilds equations (OMML) that nothing was taken from; the others are flattened by the caller."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element

from reviewer.documents.docx import names
from reviewer.documents.docx.names import MATH_TEXT
from reviewer.redaction.docx.ink import Ink
from reviewer.redaction.docx.namebook import NameBook
from reviewer.redaction.docx.properties import rebuilt
from reviewer.redaction.docx.values import words

_PARTS = words(
    "oMath oMathPara r t f num den sSup sSub sSubSup sPre sup sub e rad deg nary d func fName limLow "
    "limUpp lim m mr eqArr acc bar box borderBox groupChr phant"
)
_PROPERTIES = words(
    "oMathParaPr rPr fPr sSupPr sSubPr sSubSupPr sPrePr radPr naryPr dPr funcPr limLowPr limUppPr mPr "
    "eqArrPr accPr barPr boxPr borderBoxPr groupChrPr mcs mc mcPr"
)
_VALUES = {
    "sty": words("p b i bi"),
    "scr": words("roman script fraktur double-struck sans-serif monospace"),
    "type": words("bar skw lin noBar"),
    "pos": words("top bot"),
    "vertJc": words("top bot"),
    "limLoc": words("undOvr subSup"),
    "jc": words("left right center centerGroup"),
    "mcJc": words("left center right"),
    "baseJc": words("top center bot inline"),
    "shp": words("centered match"),
    **dict.fromkeys(
        ("degHide", "subHide", "supHide", "grow", "nor", "lit", "aln", "plcHide", "opEmu", "noBreak", "diff"),
        words("0 1 on off true false"),
    ),
    "count": frozenset(str(each) for each in range(1, 65)),
}
_SIGNS = frozenset({"chr", "begChr", "endChr", "sepChr"})


def rebuildable(equation: Element) -> bool:
    """Whether it holds nothing but the parts that are known here."""
    return all(
        _is_part(each) or _in_properties(each, equation) or each.tag == names.RPR for each in equation.iter()
    )


def _is_part(element: Element) -> bool:
    return str(element.tag).startswith(f"{{{names.M}}}") and names.local(str(element.tag)) in _PARTS


def _in_properties(element: Element, equation: Element) -> bool:
    node: Element | None = element
    while node is not None and node is not equation:
        if node.tag == names.RPR or names.local(str(node.tag)).endswith("Pr"):
            return True
        node = node.getparent()
    return False


def equation_copy(source: Element, ink: Ink, book: NameBook) -> Element:
    """The same structure, with checked properties and the characters that remain."""
    made = etree.Element(source.tag, nsmap={"m": names.M})
    for each in source.iterchildren():
        name = names.local(str(each.tag))
        if each.tag == MATH_TEXT:
            node = etree.SubElement(made, MATH_TEXT)
            node.set(f"{{{names.XML}}}space", "preserve")
            node.text = ink.text(each)
        elif each.tag == names.RPR:
            properties = rebuilt(each, "rPr", book)
            if properties is not None:
                made.append(properties)
        elif each.tag.startswith(f"{{{names.M}}}") and name in _PROPERTIES:
            made.append(_properties(each))
        elif _is_part(each):
            made.append(equation_copy(each, ink, book))
    return made


def _properties(source: Element) -> Element:
    made = etree.Element(source.tag, nsmap={"m": names.M})
    for each in source.iterchildren():
        name = names.local(str(each.tag))
        if name in _PROPERTIES:
            made.append(_properties(each))
            continue
        value = each.get(f"{{{names.M}}}val")
        allowed = value in _VALUES.get(name, ()) or (name in _SIGNS and _is_sign(value))
        if name in _VALUES.keys() | _SIGNS and (allowed or (value is None and name not in _SIGNS)):
            copy = etree.SubElement(made, each.tag)
            if value is not None:
                copy.set(f"{{{names.M}}}val", value)
    return made


def _is_sign(value: str | None) -> bool:
    """One character that is neither letter nor digit, or none at all (an open bracket left out)."""
    return value is not None and len(value) <= 1 and not value.isalnum()
