# SPDX-License-Identifier: MIT
"""Small real documents and the way they go, shared by the tests of the workflow and of the command line."""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from reviewer import paths
from reviewer.model.decision import Ruling, Verdict
from reviewer.model.document import Span
from reviewer.model.ground import DiscloseReason
from reviewer.model.review import Person
from reviewer.signoff import checklist
from reviewer.workflow import decide, publish, sign_off, verify
from reviewer.workflow.detect import detect
from reviewer.workflow.open import open_review
from reviewer.workflow.session import Session

NOW = dt.datetime(2026, 11, 21, 14, 0, tzinfo=dt.UTC)
PHRASES = {
    "author": "sept oies grises au lac",
    "officer": "eight herons by the weir",
    "imso": "neuf bernaches en juin",
}
NAME = "Berthe Ouellet-Kaplan"
PHONE = "613-555-0142"
SIN = "046 454 286"
SECRETS = (NAME, PHONE, SIN)
LINES = (
    "Field visit, 3 June 2026",
    f"{NAME} met us at the gate. Call her at {PHONE}.",
    f"Her SIN is {SIN}. The water stood at 12 cm near Gravel Wharf.",
    "The sedge at Gravel Wharf was dry.",
)
WITHHOLD = Ruling(Verdict.WITHHOLD, ("19(1)",))
SHOW = Ruling(Verdict.DISCLOSE, reason=DiscloseReason.NOT_SENSITIVE)


@dataclass(frozen=True)
class Desk:
    """A session with everybody who acts in it, and a folder for files."""

    session: Session
    author: Person
    officer: Person
    imso: Person
    folder: Path

    def state(self, review_id: str) -> str:
        return self.session.case(review_id).review.state.value

    def actions(self, review_id: str) -> list[str]:
        from reviewer.workflow.listing import entries

        return [entry.action.value for entry in entries(self.session, review=review_id)]


At = Callable[[str], Desk]
"""Opens a copy of the store as it was at a stage."""


def text_bytes() -> bytes:
    return ("\n".join(LINES) + "\n").encode()


def docx_bytes() -> bytes:
    """The lines as a Word document with a header and a table."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Geological field office"
    for line in LINES:
        document.add_paragraph(line)
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "Contact"
    table.rows[0].cells[1].text = NAME
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def pdf_bytes(pages: int = 1, lines: tuple[str, ...] = LINES) -> bytes:
    """The lines on each page of a PDF."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    )
    drawn = b"".join(
        b"BT /F1 12 Tf 72 %d Td (%s) Tj ET\n" % (720 - 20 * at, line.encode("cp1252"))
        for at, line in enumerate(lines)
    )
    for _ in range(pages):
        page = Dictionary(
            Type=Name.Page,
            MediaBox=Array([0, 0, 612, 792]),
            Resources=Dictionary(Font=Dictionary(F1=font)),
            Contents=pdf.make_indirect(Stream(pdf, drawn)),
        )
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


MAKERS = {"visit.txt": text_bytes, "visit.md": text_bytes, "visit.docx": docx_bytes, "visit.pdf": pdf_bytes}


def write(folder: Path, name: str = "visit.txt") -> Path:
    """One of the documents as a file."""
    path = folder / name
    path.write_bytes(MAKERS[name]())
    return path


def record(**changes: Any) -> dict[str, Any]:
    """A right portal record about nobody."""
    kept = json.loads(paths.resource("samples", "records", "flash-report-fr.json").read_text("utf-8"))
    return {**kept, **changes}


def confirmed(**changes: str) -> dict[str, str]:
    """The checklist with every statement confirmed that a person must confirm."""
    return {**{item.id: "yes" for item in checklist.items() if item.by_hand}, **changes}


def places(session: Session, review_id: str, words: str) -> list[Span]:
    """Every place of these words in a review's document."""
    found = []
    for story in session.case(review_id).document.stories:
        at = story.text.find(words)
        while at >= 0:
            found.append(Span(story.id, at, at + len(words)))
            at = story.text.find(words, at + 1)
    return found


def opened(desk: Desk, path: Path) -> str:
    """Steps 1 and 2."""
    review = open_review(desk.session, path, desk.author)
    detect(desk.session, review.id, desk.author)
    return review.id


def decided(desk: Desk, path: Path) -> str:
    """Steps 1 to 3, with the record: ready to be prepared."""
    review_id = opened(desk, path)
    case = desk.session.case(review_id)
    # Whatever else the rules may come to find in these lines is harmless.
    rulings = [
        (each.span, WITHHOLD if case.document.text_of(each.span) in SECRETS else SHOW)
        for each in case.findings
    ]
    decide.decide_each(desk.session, review_id, rulings, desk.author)
    if case.document.problems:
        safe = {problem.id: problem.safe for problem in case.document.problems}
        decide.answer(desk.session, review_id, safe, desk.author)
    decide.see_all(desk.session, review_id, desk.author)
    publish.set_record(desk.session, review_id, record(), desk.author)
    return review_id


def sign(desk: Desk, review_id: str) -> None:
    """Step 6, by the officer, with every warning looked at."""
    sheet = sign_off.sheet(desk.session, review_id)
    words = sheet.candidate.warnings if sheet.candidate else ()
    sign_off.sign(desk.session, review_id, desk.officer, PHRASES["officer"], confirmed(), words=words)


def approve(desk: Desk, review_id: str) -> None:
    """What the IMSO says before a release."""
    sign_off.approve(
        desk.session, review_id, desk.imso, name="Imani Okafor-Lund", date=NOW.date(), reference="IM-2026-7"
    )


def signed(desk: Desk, path: Path) -> str:
    """Steps 1 to 6 and the approval."""
    review_id = decided(desk, path)
    verify.prepare(desk.session, review_id, desk.author)
    sign(desk, review_id)
    approve(desk, review_id)
    return review_id
