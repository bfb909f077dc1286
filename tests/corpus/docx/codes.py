# SPDX-License-Identifier: MIT
"""More of fields: caches that repeat a heading, instructions that bear words, fields in fields."""

from __future__ import annotations

import base64
from urllib.parse import quote

from tests.corpus.docx.case import Case, Outcome, Surface, Words, in_body, maker
from tests.corpus.docx.pack import complex_field, line, para, run


def _result(name: str, words: Words, instruction: str, surface_kind: str = "body") -> Case:
    return in_body(name, words, para(complex_field(instruction, run(words.secret))), kind=surface_kind)


def _instruction(name: str, words: Words, instruction: str, *secrets: str) -> Case:
    content = para(complex_field(instruction, run("shown")))
    return in_body(name, words, content, outcome=Outcome.DROPPED, keep=("shown",), secrets=secrets)


@maker(Surface.FIELDS)
def merge_field(words: Words) -> Case:
    return _result("merge_field", words, f' MERGEFIELD "{words.last}" \\* MERGEFORMAT ')


@maker(Surface.FIELDS, numbers=True)
def result_letter_by_letter(words: Words) -> Case:
    letters = "".join(run(letter, "<w:noProof/>") for letter in words.secret)
    return in_body("result_letter_by_letter", words, para(complex_field(" DOCPROPERTY Subject ", letters)))


@maker(Surface.FIELDS, numbers=True)
def result_over_the_border(words: Words) -> Case:
    """The first word is a field's result, the second stands after the field."""
    content = para(complex_field(" REF a ", run(words.first)) + run(f" {words.last}"))
    return in_body("result_over_the_border", words, content)


@maker(Surface.FIELDS)
def three_fields_deep(words: Words) -> Case:
    inner = complex_field(" REF x ", run(words.first))
    middle = complex_field(" QUOTE ", inner + run(" "))
    return in_body("three_fields_deep", words, para(complex_field(" QUOTE ", middle + run(words.last))))


@maker(Surface.FIELDS)
def instruction_in_pieces(words: Words) -> Case:
    pieces = "".join(f"<w:r><w:instrText>{letter}</w:instrText></w:r>" for letter in f"ASK {words.secret}")
    content = (
        f'<w:r><w:fldChar w:fldCharType="begin" w:dirty="1"/></w:r>{pieces}<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run("shown")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return in_body("instruction_in_pieces", words, para(content), outcome=Outcome.DROPPED, keep=("shown",))


@maker(Surface.FIELDS)
def index_entry(words: Words) -> Case:
    content = para(run("shown") + complex_field(f' XE "{words.secret}:{words.last}" \\t "see" ', ""))
    return in_body("index_entry", words, content, outcome=Outcome.DROPPED, keep=("shown",))


@maker(Surface.FIELDS)
def contents_entry(words: Words) -> Case:
    content = para(
        complex_field(f' TC "{words.secret}" \\l 1 ', "") + complex_field(f' TA \\l "{words.secret}" ', "")
    )
    return in_body("contents_entry", words, content, outcome=Outcome.DROPPED)


@maker(Surface.LINKED)
def included_picture(words: Words) -> Case:
    address = f"https://www.example.org/{quote(words.secret)}.png"
    return _instruction(
        "included_picture", words, f' INCLUDEPICTURE "{address}" \\d ', words.secret, words.last
    )


@maker(Surface.FIELDS)
def reference_data(words: Words) -> Case:
    """Data that a program of citations keeps in a field, in base64."""
    hidden = base64.b64encode(f"<author>{words.secret}</author>".encode()).decode()
    content = (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:fldData xml:space="preserve">{hidden}</w:fldData></w:fldChar></w:r>'
        f"<w:r><w:instrText> ADDIN EN.CITE {words.last} </w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("(12)")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return in_body("reference_data", words, para(content), outcome=Outcome.DROPPED, keep=("(12)",))


@maker(Surface.FIELDS)
def simple_field_instruction(words: Words) -> Case:
    content = para(
        f'<w:fldSimple w:instr=" USERNAME &quot;{words.secret}&quot; ">{run("shown")}</w:fldSimple>'
    )
    return in_body("simple_field_instruction", words, content, outcome=Outcome.DROPPED, keep=("shown",))


@maker(Surface.FIELDS)
def simple_field_in_a_field(words: Words) -> Case:
    inner = f'<w:fldSimple w:instr=" AUTHOR ">{run(words.first)}</w:fldSimple>'
    return in_body(
        "simple_field_in_a_field", words, para(complex_field(" QUOTE ", inner + run(f" {words.last}")))
    )


@maker(Surface.BOOKMARKS, numbers=True)
def table_of_contents(words: Words) -> Case:
    """A heading with the secret, and the cached contents that repeat it, in a link to a bookmark named like it."""
    name = f"_Toc_{words.secret.replace(' ', '_').replace('-', '_')}"
    heading = para(
        f'<w:bookmarkStart w:id="3" w:name="{name}"/>{run("About " + words.secret)}<w:bookmarkEnd w:id="3"/>'
    )
    page = complex_field(f" PAGEREF {name} \\h ", run("4"))
    entry = f'<w:hyperlink w:anchor="{name}" w:history="1">{run("About " + words.secret)}<w:r><w:tab/></w:r>{page}</w:hyperlink>'
    return in_body("table_of_contents", words, para(complex_field(' TOC \\o "1-3" \\h ', entry)) + heading)


@maker(Surface.BOOKMARKS)
def caption_and_its_reference(words: Words) -> Case:
    caption = para(run("Figure ") + complex_field(" SEQ Figure ", run("1")) + run(f": {words.secret}"))
    reference = para(
        run("see ") + complex_field(f" REF _Ref{words.last} \\h ", run(f"Figure 1: {words.secret}"))
    )
    return in_body("caption_and_its_reference", words, caption + reference)


@maker(Surface.BOOKMARKS)
def index_cache(words: Words) -> Case:
    content = para(complex_field(' INDEX \\c "2" ', run(f"{words.last}, {words.first}")))
    return in_body("index_cache", words, content, secrets=(f"{words.last}, {words.first}",))


@maker(Surface.BOOKMARKS)
def bookmark_over_columns(words: Words) -> Case:
    name = words.secret.replace(" ", "").replace("-", "")
    content = para(
        f'<w:bookmarkStart w:id="1" w:name="{name}" w:colFirst="0" w:colLast="1" w:displacedByCustomXml="next"/>'
        f'{run("shown")}<w:bookmarkEnd w:id="1"/>'
    )
    return in_body(
        "bookmark_over_columns", words, content, outcome=Outcome.DROPPED, secrets=(words.secret, name)
    )


@maker(Surface.FORMS, numbers=True)
def typed_form_field(words: Words) -> Case:
    data = f'<w:ffData><w:name w:val="Text1"/><w:textInput><w:default w:val="{words.secret}"/></w:textInput></w:ffData>'
    content = (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r><w:r><w:instrText> FORMTEXT </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(words.secret)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return in_body("typed_form_field", words, para(content))


@maker(Surface.FORMS)
def tick_box_macros(words: Words) -> Case:
    data = (
        f'<w:ffData><w:name w:val="{words.last}"/><w:entryMacro w:val="{words.last}"/><w:exitMacro w:val="{words.last}"/>'
        "<w:checkBox><w:sizeAuto/><w:checked/></w:checkBox></w:ffData>"
    )
    content = (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    case = in_body(
        "tick_box_macros", words, para(content) + line("ticked"), outcome=Outcome.DROPPED, keep=("ticked",)
    )
    return Case(case.name, words, case.data, case.outcome, "", (words.last,), ("ticked", "☒"))
