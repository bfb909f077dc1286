# SPDX-License-Identifier: MIT
"""Secrets in the text itself: runs, tables, fields, tracked changes, characters in disguise."""

from __future__ import annotations

from tests.corpus.docx.case import Case, Outcome, Words, maker
from tests.corpus.docx.pack import line, package, para, part, run, table


def _body(name: str, words: Words, content: str, **options: object) -> Case:
    options.setdefault("kind", "body")
    return Case(name, words, package(words.kept + content + line("...")), **options)  # type: ignore[arg-type]


def _field(instruction: str, result: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@maker
def plain(words: Words) -> Case:
    return _body("plain", words, line(f"Met with {words.secret} again."))


@maker
def split_runs(words: Words) -> Case:
    letters = "".join(
        f'<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="{n}" w:name="m{n}"/><w:bookmarkEnd w:id="{n}"/>'
        f"{run(letter, '<w:b/>' if n % 2 else '')}<w:r><w:lastRenderedPageBreak/></w:r>"
        for n, letter in enumerate(words.secret)
    )
    return _body("split_runs", words, para(run("Met ") + letters + run(" again.")))


@maker
def across_paragraphs(words: Words) -> Case:
    return _body("across_paragraphs", words, line(f"Met {words.first}") + line(f"{words.last} again."))


@maker
def across_cells(words: Words) -> Case:
    return _body("across_cells", words, table([line(words.first), line(words.last)]))


@maker
def cell_in_nested_table(words: Words) -> Case:
    inner = table([line("a"), line(words.secret)]) + para("")
    return _body("nested_table", words, table([line("x"), inner]))


@maker
def merged_cell(words: Words) -> Case:
    rows = "<w:tr><w:tc><w:tcPr><w:vMerge{}/></w:tcPr>{}</w:tc></w:tr>"
    content = (
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='3000'/></w:tblGrid>"
        + rows.format(' w:val="restart"', line("top"))
        + rows.format("", line(words.secret))
        + "</w:tbl>"
    )
    return _body("merged_cell", words, content)


@maker
def insertion(words: Words) -> Case:
    content = para(
        run("Met ")
        + f'<w:ins w:id="1" w:author="X" w:date="2026-01-01T00:00:00Z">{run(words.secret)}</w:ins>'
    )
    return _body("insertion", words, content)


@maker
def deletion(words: Words) -> Case:
    deleted = f'<w:del w:id="1" w:author="X"><w:r><w:delText>{words.secret}</w:delText></w:r></w:del>'
    return _body("deletion", words, para(run("Met ") + deleted), kind="deletion")


@maker
def moved(words: Words) -> Case:
    away = f'<w:moveFromRangeStart w:id="1" w:name="mv"/><w:moveFrom w:id="2">{run(words.secret)}</w:moveFrom><w:moveFromRangeEnd w:id="1"/>'
    to = f'<w:moveToRangeStart w:id="3" w:name="mv"/><w:moveTo w:id="4">{run(words.secret)}</w:moveTo><w:moveToRangeEnd w:id="3"/>'
    return _body("moved", words, para(away) + para(to))


@maker
def deleted_row(words: Words) -> Case:
    rows = (
        f"<w:tr><w:tc><w:tcPr/>{line('a')}</w:tc></w:tr>"
        f'<w:tr><w:trPr><w:del w:id="1" w:author="X"/></w:trPr><w:tc><w:tcPr/>{line(words.secret)}</w:tc></w:tr>'
    )
    content = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='3000'/></w:tblGrid>{rows}</w:tbl>"
    return _body("deleted_row", words, content, kind="deletion")


@maker
def deleted_cell(words: Words) -> Case:
    cells = (
        f"<w:tc><w:tcPr/>{line('a')}</w:tc>"
        f'<w:tc><w:tcPr><w:cellDel w:id="1" w:author="X"/></w:tcPr>{line(words.secret)}</w:tc>'
    )
    content = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='3000'/></w:tblGrid><w:tr>{cells}</w:tr></w:tbl>"
    return _body("deleted_cell", words, content, kind="deletion")


@maker
def deleted_mark(words: Words) -> Case:
    first = para(run(words.first[:3]), '<w:rPr><w:del w:id="1" w:author="X"/></w:rPr>')
    return _body("deleted_mark", words, first + line(f"{words.first[3:]} {words.last}"))


@maker
def formatting_change(words: Words) -> Case:
    change = f'<w:b/><w:rPrChange w:id="1" w:author="{words.secret}" w:date="2026-01-01T00:00:00Z"><w:rPr/></w:rPrChange>'
    mark = f'<w:pPrChange w:id="2" w:author="{words.secret}"><w:pPr/></w:pPrChange>'
    return _body("formatting_change", words, para(run("x", change), mark), outcome=Outcome.DROPPED)


@maker
def simple_field(words: Words) -> Case:
    return _body(
        "simple_field", words, para(f'<w:fldSimple w:instr="AUTHOR">{run(words.secret)}</w:fldSimple>')
    )


@maker
def nested_field(words: Words) -> Case:
    inner = _field(" MERGEFIELD x ", run(words.first))
    return _body("nested_field", words, para(_field(' QUOTE "a" ', inner + run(f" {words.last}"))))


@maker
def field_over_paragraphs(words: Words) -> Case:
    start = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return _body("field_over_paragraphs", words, para(start + run("A")) + line(words.secret) + para(end))


@maker
def field_instruction(words: Words) -> Case:
    content = para(_field(f' INCLUDETEXT "C:\\\\{words.secret}.docx" ', run("x")))
    return _body("field_instruction", words, content, outcome=Outcome.DROPPED)


@maker
def nested_instruction(words: Words) -> Case:
    inner = _field(" MERGEFIELD x ", run(words.secret))
    content = para(
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>{inner}'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>yes</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return _body("nested_instruction", words, content, outcome=Outcome.DROPPED, keep=("yes",))


@maker
def page_field(words: Words) -> Case:
    return _body("page_field", words, para(_field(f' PAGE \\* "{words.secret}" ', run(words.secret))))


@maker
def drop_down(words: Words) -> Case:
    data = (
        '<w:ffData><w:name w:val="n"/><w:ddList><w:result w:val="1"/><w:listEntry w:val="other"/>'
        f'<w:listEntry w:val="{words.secret}"/></w:ddList></w:ffData>'
    )
    content = (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return _body("drop_down", words, para(content))


@maker
def form_defaults(words: Words) -> Case:
    data = (
        f'<w:ffData><w:name w:val="{words.last}"/><w:helpText w:type="text" w:val="{words.secret}"/>'
        f'<w:statusText w:type="text" w:val="{words.secret}"/><w:textInput><w:default w:val="{words.secret}"/></w:textInput></w:ffData>'
    )
    content = (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r><w:r><w:instrText> FORMTEXT </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("x")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return _body("form_defaults", words, para(content), outcome=Outcome.DROPPED)


@maker
def content_control(words: Words) -> Case:
    properties = (
        f'<w:alias w:val="{words.secret}"/><w:tag w:val="{words.secret}"/><w:dropDownList><w:listItem '
        f'w:displayText="{words.secret}" w:value="1"/></w:dropDownList>'
    )
    content = para(
        f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{run('chosen')}</w:sdtContent></w:sdt>"
    )
    return _body("control_properties", words, content, outcome=Outcome.DROPPED, keep=("chosen",))


@maker
def control_content(words: Words) -> Case:
    row = f"<w:sdt><w:sdtContent><w:tc><w:tcPr/>{line(words.secret)}</w:tc></w:sdtContent></w:sdt>"
    content = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{line('one')}<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='9'/></w:tblGrid><w:tr>{row}</w:tr>"
        "</w:tbl></w:sdtContent></w:sdt>"
    )
    return _body("control_content", words, content)


@maker
def smart_tag(words: Words) -> Case:
    content = para(
        f'<w:smartTag w:uri="u" w:element="e"><w:smartTagPr><w:attr w:name="n" w:val="{words.secret}"/></w:smartTagPr>'
        f'{run(words.first)}</w:smartTag><w:customXml w:element="x">{run(" " + words.last)}</w:customXml>'
    )
    return _body("smart_tag", words, content)


@maker
def permissions(words: Words) -> Case:
    content = para(f'<w:permStart w:id="1" w:ed="{words.last}"/>{run("x")}<w:permEnd w:id="1"/>')
    return _body("permissions", words, content, outcome=Outcome.DROPPED, secrets=(words.last,))


@maker
def equation(words: Words) -> Case:
    content = para(
        f"<m:oMath><m:f><m:num><m:r><m:t>{words.first}</m:t></m:r></m:num><m:den><m:r><m:t>{words.last}</m:t></m:r></m:den></m:f></m:oMath>"
    )
    return _body("equation", words, content)


@maker
def equation_kept(words: Words) -> Case:
    content = para(
        '<m:oMath><m:d><m:dPr><m:begChr m:val="Q"/><m:ctrlPr><w:rPr/></m:ctrlPr></m:dPr><m:e><m:r><m:t>E=mc</m:t></m:r></m:e></m:d></m:oMath>'
    )
    return _body("equation_kept", words, content + line(words.secret), keep=("E=mc",))


@maker
def symbols(words: Words) -> Case:
    content = "".join(
        f'<w:r><w:sym w:font="Arial" w:char="F0{ord(letter):02X}"/></w:r>' for letter in words.secret
    )
    return _body("symbols", words, para(run("Met ") + content))


@maker
def ruby(words: Words) -> Case:
    content = f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('ab')}</w:rt><w:rubyBase>{run(words.secret)}</w:rubyBase></w:ruby></w:r>"
    return _body("ruby", words, para(content))


@maker
def breaks_inside(words: Words) -> Case:
    content = (
        f"<w:r><w:t>{words.first[:2]}</w:t><w:softHyphen/><w:t>{words.first[2:]}</w:t><w:tab/><w:t>{words.last[:4]}</w:t>"
        f"<w:noBreakHyphen/><w:t>{words.last[4:]}</w:t><w:br/></w:r>"
    )
    return _body("breaks_inside", words, para(content))


@maker
def disguises(words: Words) -> Case:
    import unicodedata

    apart = unicodedata.normalize("NFD", words.secret)
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in words.secret)
    zero = "\u200b".join(words.secret)
    spaced = words.secret.replace(" ", "\u00a0")
    cyrillic = words.secret.replace("e", "\u0435").replace("a", "\u0430")
    return _body("disguises", words, "".join(line(each) for each in (apart, wide, zero, spaced, cyrillic)))


@maker
def hidden(words: Words) -> Case:
    return _body("hidden", words, para(run("x") + run(words.secret, "<w:vanish/>")), kind="hidden")


@maker
def white(words: Words) -> Case:
    look = '<w:color w:val="FFFFFF"/><w:sz w:val="2"/>'
    return _body("white", words, para(run(words.secret, look)))


@maker
def hidden_row(words: Words) -> Case:
    row = f"<w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:tcPr/>{line(words.secret)}</w:tc></w:tr>"
    content = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='9'/></w:tblGrid><w:tr><w:tc><w:tcPr/>{line('a')}</w:tc></w:tr>{row}</w:tbl>"
    return _body("hidden_row", words, content, kind="hidden")


@maker
def bookmark_names(words: Words) -> Case:
    name = words.secret.replace(" ", "_")
    content = para(
        f'<w:bookmarkStart w:id="1" w:name="{name}"/>{run("Part one")}<w:bookmarkEnd w:id="1"/>'
        f'<w:hyperlink w:anchor="{name}" w:tooltip="{words.secret}">{run("go")}</w:hyperlink>'
    )
    return _body("bookmark_names", words, content, outcome=Outcome.DROPPED, keep=("Part one", "go"))


@maker
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
    return _body("attributes", words, content + start, outcome=Outcome.DROPPED, secrets=(bad,))


@maker
def comments_and_instructions(words: Words) -> Case:
    document = f"<!-- {words.secret} --><?word {words.secret}?>" + words.kept
    return _body("xml_comments", words, document, outcome=Outcome.DROPPED)


@maker
def comment_inside_text(words: Words) -> Case:
    content = f"<w:p><w:r><w:t>{words.first[:2]}<!-- x -->{words.first[2:]} <![CDATA[{words.last}]]></w:t></w:r></w:p>"
    return _body("comment_inside_text", words, content)


@maker
def out_of_place(words: Words) -> Case:
    content = f"<w:p><w:pPr><w:r><w:t>{words.secret}</w:t></w:r></w:pPr></w:p>"
    return _body("out_of_place", words, content, outcome=Outcome.REFUSED)


@maker
def unknown_element(words: Words) -> Case:
    content = f'<w:p><x:new xmlns:x="urn:x"><x:t>{words.secret}</x:t></x:new></w:p>'
    return _body("unknown_element", words, content, outcome=Outcome.REFUSED)


@maker
def unknown_without_text(words: Words) -> Case:
    content = f'<w:p><x:new xmlns:x="urn:x" name="{words.secret}"/></w:p>'
    return _body("unknown_without_text", words, content, outcome=Outcome.DROPPED)


@maker
def stray_text(words: Words) -> Case:
    return _body("stray_text", words, f"<w:p>{words.secret}</w:p>", outcome=Outcome.REFUSED)


@maker
def tail_text(words: Words) -> Case:
    return _body("tail_text", words, f"<w:p/>{words.secret}<w:p/>", outcome=Outcome.REFUSED)


@maker
def endless_field(words: Words) -> Case:
    content = para(f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{run(words.secret)}')
    return _body("endless_field", words, content, outcome=Outcome.REFUSED)


@maker
def caption_of_table(words: Words) -> Case:
    properties = f'<w:tblCaption w:val="{words.secret}"/><w:tblDescription w:val="about {words.secret}"/>'
    return _body("table_caption", words, table([line("a")], properties=properties), kind="alt_text")


@maker
def strict(words: Words) -> Case:
    document = part("document", f"<w:body>{words.kept}{line(words.secret)}<w:sectPr/></w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    return Case("strict", words, package("", parts={"word/document.xml": document}), kind="body")


@maker
def utf16(words: Words) -> Case:
    document = part("document", f"<w:body>{words.kept}{line(words.secret)}<w:sectPr/></w:body>")
    data = document.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")
    return Case("utf16", words, package("", parts={"word/document.xml": data}), kind="body")
