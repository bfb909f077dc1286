# SPDX-License-Identifier: MIT
"""More of hidden text: by several styles at once, in marks, in tables; and words too small or too pale to see."""

from __future__ import annotations

from tests.corpus.docx.case import Case, Surface, Words, in_body, maker
from tests.corpus.docx.pack import Rel, line, package, para, part, run, table


def _styled(name: str, words: Words, styles: str, content: str, **options: object) -> Case:
    data = package(
        words.kept + content,
        rels=[Rel("rId3", "styles", "styles.xml")],
        parts={"word/styles.xml": part("styles", styles)},
    )
    return Case(name, words, data, **{"kind": "hidden", **options})  # type: ignore[arg-type]


@maker(Surface.HIDDEN, numbers=True)
def hidden_letters(words: Words) -> Case:
    letters = "".join(run(letter, "<w:vanish/>") for letter in words.secret)
    return in_body("hidden_letters", words, para(run("x ") + letters), kind="hidden")


@maker(Surface.HIDDEN)
def hidden_by_paragraph_style(words: Words) -> Case:
    style = (
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    return _styled(
        "hidden_by_paragraph_style", words, style, para(run(words.secret), '<w:pStyle w:val="H"/>')
    )


@maker(Surface.HIDDEN)
def hidden_for_ever(words: Words) -> Case:
    return in_body(
        "hidden_for_ever", words, para(run(words.secret, "<w:vanish/><w:specVanish/>")), kind="hidden"
    )


@maker(Surface.HIDDEN)
def hidden_in_a_header(words: Words) -> Case:
    data = package(
        words.kept,
        rels=[Rel("rId9", "header", "header1.xml")],
        parts={"word/header1.xml": part("hdr", para(run("x") + run(words.secret, "<w:vanish/>")))},
        section='<w:headerReference w:type="default" r:id="rId9"/>',
    )
    return Case("hidden_in_a_header", words, data, kind="hidden")


@maker(Surface.HIDDEN)
def hidden_in_a_link(words: Words) -> Case:
    content = f'<w:hyperlink w:anchor="a">{run("go")}{run(words.secret, "<w:vanish/>")}</w:hyperlink>'
    return in_body("hidden_in_a_link", words, para(content), kind="hidden", keep=("go",))


@maker(Surface.HIDDEN)
def shown_by_two_styles(words: Words) -> Case:
    """Hidden in the paragraph's style and in the character's: the two cancel out (ISO 29500-1, 17.7.3)."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="C"><w:name w:val="c"/><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    content = para(run(words.secret, '<w:rStyle w:val="C"/>'), '<w:pStyle w:val="H"/>')
    return _styled("shown_by_two_styles", words, styles, content, kind="body")


@maker(Surface.HIDDEN, numbers=True)
def one_point(words: Words) -> Case:
    return in_body("one_point", words, para(run("x ") + run(words.secret, '<w:sz w:val="2"/>')))


@maker(Surface.HIDDEN)
def white_on_white_by_style(words: Words) -> Case:
    style = '<w:style w:type="character" w:styleId="W"><w:name w:val="w"/><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>'
    content = para(run(words.secret, '<w:rStyle w:val="W"/>'))
    return _styled("white_on_white_by_style", words, style, content, kind="body")


@maker(Surface.HIDDEN)
def colour_of_the_cell(words: Words) -> Case:
    cell = line(words.secret).replace("<w:r>", '<w:r><w:rPr><w:color w:val="1F3864"/></w:rPr>')
    content = table([line("x"), cell]).replace(
        "<w:tcPr/>", '<w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr>'
    )
    return in_body("colour_of_the_cell", words, content)


@maker(Surface.HIDDEN)
def outside_the_page(words: Words) -> Case:
    frame = '<w:framePr w:w="900" w:x="31000" w:y="31000" w:hAnchor="page" w:vAnchor="page"/>'
    return in_body("outside_the_page", words, para(run(words.secret), frame))


@maker(Surface.HIDDEN)
def struck_out(words: Words) -> Case:
    return in_body("struck_out", words, para(run(words.secret, '<w:dstrike/><w:highlight w:val="black"/>')))
