# SPDX-License-Identifier: MIT
"""What fields show: results, captions of buttons, symbols; and what of them is an instruction that nobody sees."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.documents.docx.reader import read_docx
from tests.corpus.docx.pack import package, para, run


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def said(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def field(*instruction: str, result: str | None = None) -> str:
    shown = "" if result is None else mark("separate") + result
    return mark("begin") + "".join(map(said, instruction)) + shown + mark("end")


def body(content: str) -> str:
    data = package(para(run("a") + content + run("z")))
    return read_docx(data, path=Path("a.docx")).document.story("body").text


@pytest.mark.parametrize(
    ("instruction", "shown"),
    [
        ((" MACROBUTTON NoMacro [Click here] ",), "[Click here]"),
        ((' MACROBUTTON "No Macro" Click',), "Click"),
        ((" MACROBUTTON No", "Macro [Cli", "ck] "), "[Click]"),
        ((" gotobutton mark page two ",), "page two"),
        ((" EQ \\f(1,2) ",), "\\f(1,2)"),
        ((' SYMBOL 72 \\f "Arial" ',), "H"),
        ((" SYMBOL 0x48 ",), "H"),
        ((" SYMBOL 61512 \\f Arial ",), "H"),
        ((" SYMBOL 3 ",), ""),
        ((" SYMBOL 55300 ",), ""),
        ((" MACROBUTTON NoMacro ",), ""),
        ((" ADVANCE \\r 5 ",), ""),
        ((" EQUATION x ",), ""),
        ((' XE "index entry" ',), ""),
    ],
)
def test_fields_without_a_result(instruction: tuple[str, ...], shown: str) -> None:
    assert body(field(*instruction)) == f"a{shown}z"


def test_a_result_goes_before_the_instruction() -> None:
    assert body(field(" MACROBUTTON NoMacro caption ", result=run("result"))) == "aresultz"


def test_fields_in_a_result_and_in_an_instruction() -> None:
    inner = field(" PAGE ", result=run("3"))
    assert body(field(" QUOTE x ", result=inner + run(" of 9"))) == "a3 of 9z"
    nested = (
        mark("begin") + said(" IF ") + inner + said(" = 1 ") + mark("separate") + run("yes") + mark("end")
    )
    assert body(nested) == "ayesz"
    button = (
        mark("begin")
        + said(" IF ")
        + field(" MACROBUTTON m caption ")
        + mark("separate")
        + run("no")
        + mark("end")
    )
    assert body(button) == "anoz"
