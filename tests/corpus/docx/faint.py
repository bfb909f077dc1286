# SPDX-License-Identifier: MIT
"""Secrets that a reader does not see: hidden, white, tiny."""

from __future__ import annotations

from tests.corpus.docx.case import Case, Surface, Words, in_body, maker
from tests.corpus.docx.pack import (
    Rel,
    line,
    package,
    para,
    part,
    run,
)


@maker(Surface.HIDDEN, numbers=True)
def hidden(words: Words) -> Case:
    return in_body("hidden", words, para(run("x") + run(words.secret, "<w:vanish/>")), kind="hidden")


@maker(Surface.HIDDEN)
def white(words: Words) -> Case:
    look = '<w:color w:val="FFFFFF"/><w:sz w:val="2"/>'
    return in_body("white", words, para(run(words.secret, look)))


@maker(Surface.HIDDEN)
def hidden_row(words: Words) -> Case:
    row = f"<w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:tcPr/>{line(words.secret)}</w:tc></w:tr>"
    content = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='9'/></w:tblGrid><w:tr><w:tc><w:tcPr/>{line('a')}</w:tc></w:tr>{row}</w:tbl>"
    return in_body("hidden_row", words, content, kind="hidden")


@maker(Surface.HIDDEN)
def hidden_by_style(words: Words) -> Case:
    styles = part(
        "styles",
        '<w:style w:type="character" w:styleId="A"><w:name w:val="a"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="B"><w:name w:val="b"/><w:basedOn w:val="A"/></w:style>',
    )
    body = words.kept + para(run(words.secret, '<w:rStyle w:val="B"/>'))
    data = package(body, rels=[Rel("rId3", "styles", "styles.xml")], parts={"word/styles.xml": styles})
    return Case("hidden_by_style", words, data, kind="hidden")


@maker(Surface.HIDDEN)
def hidden_by_default(words: Words) -> Case:
    styles = part(
        "styles", "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>"
    )
    shown = para(run(words.keep, '<w:vanish w:val="0"/>'))
    data = package(
        shown + line(words.secret),
        rels=[Rel("rId3", "styles", "styles.xml")],
        parts={"word/styles.xml": styles},
    )
    return Case("hidden_by_default", words, data, kind="hidden")
