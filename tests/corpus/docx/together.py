# SPDX-License-Identifier: MIT
"""The secret on several surfaces of one file at once, as it happens in real documents."""

from __future__ import annotations

import unicodedata
from urllib.parse import quote

from tests.corpus.docx.case import Case, Surface, Words, in_body, maker
from tests.corpus.docx.graphics import WPS, box, inline
from tests.corpus.docx.pack import PACKAGE_RELS, Rel, complex_field, line, package, para, part, run, table

_WHO = 'w:id="1" w:author="X" w:date="2026-01-01T00:00:00Z"'


@maker(Surface.TOGETHER, numbers=True)
def everywhere(words: Words) -> Case:
    """Body, table, note, header, box, link, comment, deletion and property."""
    deleted = f"<w:del {_WHO}><w:r><w:delText>{words.secret}</w:delText></w:r></w:del>"
    body = (
        words.kept
        + line(f"Met {words.secret}.")
        + table([line(words.first), line(words.last)])
        + para(
            run("note")
            + '<w:r><w:footnoteReference w:id="2"/></w:r>'
            + '<w:r><w:commentReference w:id="0"/></w:r>'
        )
        + para(inline(box(words.secret), WPS, f'id="1" name="n" descr="{words.secret}"'))
        + para(f'<w:hyperlink r:id="rId5">{run(words.secret)}</w:hyperlink>{deleted}')
    )
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{words.secret}</dc:title></cp:coreProperties>'
    )
    data = package(
        body,
        rels=[
            Rel("rId1", "header", "header1.xml"),
            Rel("rId2", "footnotes", "footnotes.xml"),
            Rel("rId3", "comments", "comments.xml"),
            Rel("rId5", "hyperlink", f"mailto:a@mail.example?subject={quote(words.secret)}", external=True),
        ],
        root_rels=[Rel("rId2", f"{PACKAGE_RELS}/metadata/core-properties", "docProps/core.xml")],
        parts={
            "word/header1.xml": part("hdr", line(words.secret)),
            "word/footnotes.xml": part(
                "footnotes", f'<w:footnote w:id="2">{line(words.secret)}</w:footnote>'
            ),
            "word/comments.xml": part(
                "comments", f'<w:comment w:id="0" w:author="{words.secret}">{line(words.secret)}</w:comment>'
            ),
            "docProps/core.xml": core,
        },
        section='<w:headerReference w:type="default" r:id="rId1"/>',
    )
    return Case("everywhere", words, data, kind="footnote", keep=("note",))


@maker(Surface.TOGETHER, numbers=True)
def cut_in_every_way(words: Words) -> Case:
    """One occurrence over a control, an insertion, a field, a link and a symbol."""
    text = words.secret
    sign = f'<w:r><w:sym w:font="Arial" w:char="{ord(text[5]):04X}"/></w:r>'
    content = (
        run(text[0])
        + f"<w:sdt><w:sdtContent>{run(text[1])}</w:sdtContent></w:sdt>"
        + f"<w:ins {_WHO}>{run(text[2])}</w:ins>"
        + complex_field(" REF a ", run(text[3]))
        + f'<w:hyperlink w:anchor="b">{run(text[4])}</w:hyperlink>'
        + sign
        + f"<w:smartTag>{run(text[6:])}</w:smartTag>"
    )
    return in_body("cut_in_every_way", words, para(content))


@maker(Surface.TOGETHER)
def deleted_cell_in_a_nested_table(words: Words) -> Case:
    cell = f"<w:tc><w:tcPr><w:cellDel {_WHO}/></w:tcPr>{line(words.secret)}</w:tc>"
    inner = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='9'/></w:tblGrid><w:tr><w:tc><w:tcPr/>{line('a')}</w:tc>{cell}</w:tr></w:tbl>"
    return in_body("deleted_cell_in_a_nested_table", words, table([inner + para("")]), kind="deletion")


@maker(Surface.TOGETHER)
def hidden_and_deleted(words: Words) -> Case:
    content = (
        f"<w:del {_WHO}><w:r><w:rPr><w:vanish/></w:rPr><w:delText>{words.secret}</w:delText></w:r></w:del>"
    )
    return in_body("hidden_and_deleted", words, para(run("x") + content), kind="deletion")


@maker(Surface.TOGETHER, numbers=True)
def disguised_over_cells(words: Words) -> Case:
    cells = [line("\u200b".join(unicodedata.normalize("NFD", each))) for each in (words.first, words.last)]
    return in_body("disguised_over_cells", words, table(cells))


@maker(Surface.TOGETHER)
def field_in_a_box_in_a_table(words: Words) -> Case:
    blocks = para(complex_field(" AUTHOR ", run(words.first) + run(f" {words.last}")))
    shape = box("x").replace(line("x"), blocks)
    return in_body("field_in_a_box_in_a_table", words, table([para(inline(shape, WPS))]), kind="text_box")


@maker(Surface.TOGETHER, numbers=True)
def list_word_and_text(words: Words) -> Case:
    numbering = part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="{words.secret} %1"/>'
        '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    )
    body = para(run(words.secret), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    data = package(
        words.kept + body,
        rels=[Rel("rId3", "numbering", "numbering.xml")],
        parts={"word/numbering.xml": numbering},
    )
    return Case("list_word_and_text", words, data, kind="body")


@maker(Surface.TOGETHER)
def two_secrets_in_a_row(words: Words) -> Case:
    other = "613-555-0199"
    content = line(f"{words.secret} {other} {words.secret}, {other}")
    return in_body("two_secrets_in_a_row", words, content, secrets=(words.secret, other))


@maker(Surface.TOGETHER)
def overlapping_secrets(words: Words) -> Case:
    longer = f"{words.secret} of Thornbury"
    return in_body("overlapping_secrets", words, line(f"Met {longer} today."), secrets=(words.secret, longer))
