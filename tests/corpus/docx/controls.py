# SPDX-License-Identifier: MIT
"""Secrets in content controls, smart tags and permissions."""

from __future__ import annotations

from tests.corpus.docx.case import Case, Outcome, Surface, Words, in_body, maker
from tests.corpus.docx.pack import (
    line,
    para,
    run,
)


@maker(Surface.CONTROLS, numbers=True)
def content_control(words: Words) -> Case:
    properties = (
        f'<w:alias w:val="{words.secret}"/><w:tag w:val="{words.secret}"/><w:dropDownList><w:listItem '
        f'w:displayText="{words.secret}" w:value="1"/></w:dropDownList>'
    )
    content = para(
        f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{run('chosen')}</w:sdtContent></w:sdt>"
    )
    return in_body("control_properties", words, content, outcome=Outcome.DROPPED, keep=("chosen",))


@maker(Surface.CONTROLS, numbers=True)
def control_content(words: Words) -> Case:
    row = f"<w:sdt><w:sdtContent><w:tc><w:tcPr/>{line(words.secret)}</w:tc></w:sdtContent></w:sdt>"
    content = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{line('one')}<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='9'/></w:tblGrid><w:tr>{row}</w:tr>"
        "</w:tbl></w:sdtContent></w:sdt>"
    )
    return in_body("control_content", words, content)


@maker(Surface.FORMS)
def smart_tag(words: Words) -> Case:
    content = para(
        f'<w:smartTag w:uri="u" w:element="e"><w:smartTagPr><w:attr w:name="n" w:val="{words.secret}"/></w:smartTagPr>'
        f'{run(words.first)}</w:smartTag><w:customXml w:element="x">{run(" " + words.last)}</w:customXml>'
    )
    return in_body("smart_tag", words, content)


@maker(Surface.FORMS)
def permissions(words: Words) -> Case:
    content = para(f'<w:permStart w:id="1" w:ed="{words.last}"/>{run("x")}<w:permEnd w:id="1"/>')
    return in_body("permissions", words, content, outcome=Outcome.DROPPED, secrets=(words.last,))
