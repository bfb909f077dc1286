# SPDX-License-Identifier: MIT
"""The bytes of a copy tell nothing: not of the machine that wrote it, nor of how long the withheld words were.

The language of a document is judged over all its text: each case has a sentence that stays, as documents do.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.model.document import Choice, ProblemKind
from reviewer.redaction.docx.writer import write_docx
from tests.corpus.docx.case import EN, Outcome
from tests.corpus.docx.graphics import WPS, box, inline
from tests.corpus.docx.make import cases
from tests.corpus.docx.pack import PACKAGE_RELS, Rel, line, package, para, part, run, table
from tests.redaction.docx.checks import plan_for, read

ROOT = Path(__file__).parents[3]
SHORT, LONG = "Aldous", "Wilhelmina-Theodora Oakenshaw"
_PROGRAM = "from tests.redaction.docx.test_identity import digests; print(digests())"


def digests() -> str:
    """The digests of copies of the corpus, one case in four."""
    made = []
    for case in cases()[::4]:
        if case.outcome is not Outcome.REFUSED:
            source = read(case.data)
            made.append(hashlib.sha256(write_docx(source, plan_for(source, case.hidden)).data).hexdigest())
    return " ".join(made)


def test_two_processes_on_two_machines_write_the_same_bytes() -> None:
    """Another seed of hashes, another time zone, another language of the system."""
    answers = [
        subprocess.run(
            [sys.executable, "-c", _PROGRAM],
            cwd=ROOT,
            env={"PATH": "", "HOME": os.environ.get("HOME", ""), **machine},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for machine in (
            {"PYTHONHASHSEED": "1", "TZ": "America/St_Johns", "LC_ALL": "C", "LANG": "C"},
            {"PYTHONHASHSEED": "77", "TZ": "Asia/Tokyo", "LC_ALL": "fr_CA.UTF-8", "LANG": "fr_CA.UTF-8"},
        )
    ]
    assert len(answers[0].split()) > 200
    assert answers[0] == answers[1]


def _core(secret: str) -> bytes:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>About {secret} again</dc:title></cp:coreProperties>'
    )
    kind = f"{PACKAGE_RELS}/metadata/core-properties"
    return package(
        EN.kept, root_rels=[Rel("rId2", kind, "docProps/core.xml")], parts={"docProps/core.xml": core}
    )


def _margin(kind: str) -> Callable[[str], bytes]:
    root = {"header": "hdr", "footer": "ftr"}[kind]
    return lambda secret: package(
        EN.kept,
        rels=[Rel("rId9", kind, f"{kind}1.xml")],
        parts={f"word/{kind}1.xml": part(root, line(f"About {secret} again"))},
        section=f'<w:{kind}Reference w:type="default" r:id="rId9"/>',
    )


def _note(secret: str) -> bytes:
    notes = part("footnotes", f'<w:footnote w:id="2">{line(f"By {secret}.")}</w:footnote>')
    body = EN.kept + para(run("x") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    return package(
        body, rels=[Rel("rId1", "footnotes", "footnotes.xml")], parts={"word/footnotes.xml": notes}
    )


def _link(secret: str) -> bytes:
    body = EN.kept + para(f'<w:hyperlink r:id="rId9">{run(f"Write to {secret} today")}</w:hyperlink>')
    address = f"https://www.example.org/{secret.replace(' ', '%20')}"
    return package(body, rels=[Rel("rId9", "hyperlink", address, external=True)])


def _chart(secret: str) -> bytes:
    space = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    points = f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{secret}</c:v></c:pt></c:strCache>'
    numbers = '<c:numCache><c:ptCount val="1"/><c:pt idx="0"><c:v>4</c:v></c:pt></c:numCache>'
    chart = (
        f'<c:chartSpace xmlns:c="{space}"><c:chart><c:plotArea><c:barChart><c:barDir val="col"/><c:ser><c:idx val="0"/>'
        f'<c:order val="0"/><c:cat><c:strRef><c:f>A1</c:f>{points}</c:strRef></c:cat><c:val><c:numRef><c:f>B1</c:f>'
        f'{numbers}</c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/>'
        '<c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:crossAx val="1"/></c:valAx>'
        "</c:plotArea></c:chart></c:chartSpace>"
    )
    body = EN.kept + para(inline('<c:chart r:id="rId9"/>', space))
    return package(
        body, rels=[Rel("rId9", "chart", "charts/chart1.xml")], parts={"word/charts/chart1.xml": chart}
    )


PLACES: dict[str, Callable[[str], bytes]] = {
    "body": lambda secret: package(EN.kept + line(f"Met {secret} again.")),
    "runs": lambda secret: package(EN.kept + para(run("Met ") + "".join(map(run, secret)) + run(" again."))),
    "cell": lambda secret: package(EN.kept + table([line("x"), line(secret)])),
    "box": lambda secret: package(EN.kept + para(inline(box(f"Call {secret}"), WPS))),
    "alternative text": lambda secret: package(
        EN.kept + para(inline(box("x"), WPS, f'id="1" name="{secret}" descr="Photo of {secret} outside"'))
    ),
    "header": _margin("header"),
    "footer": _margin("footer"),
    "note": _note,
    "link": _link,
    "property": _core,
    "chart": _chart,
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("keep", [False, True], ids=["safe", "kept"])
def test_words_of_six_and_of_many_letters_leave_the_same_bytes(place: str, *, keep: bool) -> None:
    copies = [_copy(PLACES[place](secret), secret, keep=keep) for secret in (SHORT, LONG)]
    assert copies[0] == copies[1]


def _copy(data: bytes, secret: str, *, keep: bool) -> bytes:
    source = read(data)
    assert any(secret in story.text for story in source.document.stories)
    kinds = {ProblemKind.LINKS, ProblemKind.OBJECT} if keep else set()
    chosen = {
        problem.id: Choice.KEEP
        for problem in source.document.problems
        if problem.kind in kinds and Choice.KEEP in problem.choices
    }
    return write_docx(source, plan_for(source, (secret,), choices=chosen)).data
