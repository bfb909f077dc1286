# SPDX-License-Identifier: MIT
"""Documents torn and patched at random: each is refused with one of our errors, or its copy holds no secret.

The mutations are drawn from a fixed seed, so that a failure comes back.
"""

from __future__ import annotations

import copy
import io
import random
import zipfile

import pytest
from lxml import etree

from reviewer.errors import ReviewerError
from reviewer.model.document import Choice, ProblemKind
from reviewer.redaction.docx.writer import write_docx
from tests.corpus.docx.case import Case, Outcome
from tests.corpus.docx.make import cases
from tests.redaction.docx.checks import entries, leaks, plan_for, read

READABLE = [case for case in cases() if case.outcome is not Outcome.REFUSED]
MAIN = "word/document.xml"


def _elements(case: Case) -> list[etree._Element]:
    return list(etree.fromstring(dict(entries(case.data))[MAIN]).iter(etree.Element))


def _mutate(root: etree._Element, others: list[etree._Element], rnd: random.Random) -> None:
    """Move, copy, rename, remove, wrap or graft one element."""
    elements = list(root.iter(etree.Element))
    one, place = rnd.choice(elements[1:] or elements), rnd.choice(elements)
    parent = one.getparent()
    match rnd.randrange(6):
        case 0 if all(each is not one for each in (place, *place.iterancestors())):
            place.insert(rnd.randint(0, len(place)), one)
        case 1:
            place.insert(rnd.randint(0, len(place)), copy.deepcopy(one))
        case 2:
            one.tag = rnd.choice(others).tag
        case 3 if parent is not None:
            parent.remove(one)
        case 4 if parent is not None:
            wrapper = etree.Element(rnd.choice(others).tag)
            parent.replace(one, wrapper)
            wrapper.append(one)
        case _:
            place.insert(rnd.randint(0, len(place)), copy.deepcopy(rnd.choice(others)))


def _torn(case: Case, other: Case, rnd: random.Random) -> bytes:
    parts = dict(entries(case.data))
    root = etree.fromstring(parts[MAIN])
    others = _elements(other)
    for _ in range(rnd.randint(1, 4)):
        _mutate(root, others, rnd)
    parts[MAIN] = etree.tostring(root)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize("seed", range(40))
def test_a_torn_document_leaks_nothing(seed: int) -> None:
    rnd = random.Random(seed)
    for _ in range(8):
        case, other = rnd.choice(READABLE), rnd.choice(READABLE)
        data = _torn(case, other, rnd)
        secrets = (*case.hidden, *other.hidden)
        try:
            source = read(data)
            keep = {
                each.id: Choice.KEEP
                for each in source.document.problems
                if each.kind in {ProblemKind.LINKS, ProblemKind.IMAGE} and Choice.KEEP in each.choices
            }
            written = write_docx(source, plan_for(source, secrets, choices=keep)).data
        except ReviewerError:
            continue
        assert leaks(written, secrets) == []
