# SPDX-License-Identifier: MIT
"""Secrets in the markup itself: attributes, XML comments, text out of place, other namespaces and encodings."""

from __future__ import annotations

from tests.corpus.docx.case import Case, Outcome, Surface, Words, in_body, maker
from tests.corpus.docx.pack import (
    line,
    package,
    para,
    part,
    run,
)


@maker(Surface.BOOKMARKS)
def bookmark_names(words: Words) -> Case:
    name = words.secret.replace(" ", "_")
    content = para(
        f'<w:bookmarkStart w:id="1" w:name="{name}"/>{run("Part one")}<w:bookmarkEnd w:id="1"/>'
        f'<w:hyperlink w:anchor="{name}" w:tooltip="{words.secret}">{run("go")}</w:hyperlink>'
    )
    return in_body("bookmark_names", words, content, outcome=Outcome.DROPPED, keep=("Part one", "go"))


@maker(Surface.XML)
def attributes(words: Words) -> Case:
    """Attributes of allowed elements with values that are no values of the format."""
    bad = words.last
    content = para(
        run(
            "x",
            f'<w:rFonts w:ascii="{bad}" w:hAnsi="{bad}"/><w:color w:val="{bad}"/><w:lang w:val="{bad}"/><w:u w:val="{bad}"/>',
        ),
        f'<w:pStyle w:val="{bad}"/><w:jc w:val="{bad}"/><w:framePr w:wrap="{bad}" w:w="{bad}"/><w:ind w:left="{bad}" w:foo="{bad}"/>',
    )
    start = f'<w:p w:rsidR="00AA" w14:paraId="1234ABCD" w:foo="{bad}"><w:r w:rsidR="{bad}"><w:t>y</w:t></w:r></w:p>'
    return in_body("attributes", words, content + start, outcome=Outcome.DROPPED, secrets=(bad,))


@maker(Surface.XML, numbers=True)
def comments_and_instructions(words: Words) -> Case:
    document = f"<!-- {words.secret} --><?word {words.secret}?>" + words.kept
    return in_body("xml_comments", words, document, outcome=Outcome.DROPPED)


@maker(Surface.XML, numbers=True)
def comment_inside_text(words: Words) -> Case:
    content = f"<w:p><w:r><w:t>{words.first[:2]}<!-- x -->{words.first[2:]} <![CDATA[{words.last}]]></w:t></w:r></w:p>"
    return in_body("comment_inside_text", words, content)


@maker(Surface.XML)
def out_of_place(words: Words) -> Case:
    content = f"<w:p><w:pPr><w:r><w:t>{words.secret}</w:t></w:r></w:pPr></w:p>"
    return in_body("out_of_place", words, content, outcome=Outcome.REFUSED, error="UnsupportedContent")


@maker(Surface.XML)
def unknown_element(words: Words) -> Case:
    content = f'<w:p><x:new xmlns:x="urn:x"><x:t>{words.secret}</x:t></x:new></w:p>'
    return in_body("unknown_element", words, content, outcome=Outcome.REFUSED, error="UnsupportedContent")


@maker(Surface.XML)
def unknown_without_text(words: Words) -> Case:
    content = f'<w:p><x:new xmlns:x="urn:x" name="{words.secret}"/></w:p>'
    return in_body("unknown_without_text", words, content, outcome=Outcome.DROPPED)


@maker(Surface.XML)
def stray_text(words: Words) -> Case:
    return in_body(
        "stray_text", words, f"<w:p>{words.secret}</w:p>", outcome=Outcome.REFUSED, error="UnsupportedContent"
    )


@maker(Surface.XML)
def tail_text(words: Words) -> Case:
    return in_body(
        "tail_text", words, f"<w:p/>{words.secret}<w:p/>", outcome=Outcome.REFUSED, error="UnsupportedContent"
    )


@maker(Surface.XML)
def strict(words: Words) -> Case:
    document = part("document", f"<w:body>{words.kept}{line(words.secret)}<w:sectPr/></w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    return Case("strict", words, package("", parts={"word/document.xml": document}), kind="body")


@maker(Surface.XML, numbers=True)
def utf16(words: Words) -> Case:
    document = part("document", f"<w:body>{words.kept}{line(words.secret)}<w:sectPr/></w:body>")
    data = document.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")
    return Case("utf16", words, package("", parts={"word/document.xml": data}), kind="body")
