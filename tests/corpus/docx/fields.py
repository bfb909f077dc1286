# SPDX-License-Identifier: MIT
"""Secrets in fields: in results, in instructions, in the data of old forms."""

from __future__ import annotations

from tests.corpus.docx.case import Case, Outcome, Surface, Words, in_body, maker
from tests.corpus.docx.pack import (
    complex_field,
    line,
    para,
    run,
)


@maker(Surface.FIELDS, numbers=True)
def simple_field(words: Words) -> Case:
    return in_body(
        "simple_field", words, para(f'<w:fldSimple w:instr="AUTHOR">{run(words.secret)}</w:fldSimple>')
    )


@maker(Surface.FIELDS, numbers=True)
def nested_field(words: Words) -> Case:
    inner = complex_field(" MERGEFIELD x ", run(words.first))
    return in_body("nested_field", words, para(complex_field(' QUOTE "a" ', inner + run(f" {words.last}"))))


@maker(Surface.FIELDS, numbers=True)
def field_over_paragraphs(words: Words) -> Case:
    start = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return in_body("field_over_paragraphs", words, para(start + run("A")) + line(words.secret) + para(end))


@maker(Surface.FIELDS, numbers=True)
def field_instruction(words: Words) -> Case:
    content = para(complex_field(f' INCLUDETEXT "C:\\\\{words.secret}.docx" ', run("x")))
    return in_body("field_instruction", words, content, outcome=Outcome.DROPPED)


@maker(Surface.FIELDS)
def nested_instruction(words: Words) -> Case:
    inner = complex_field(" MERGEFIELD x ", run(words.secret))
    content = para(
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>{inner}'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>yes</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return in_body("nested_instruction", words, content, outcome=Outcome.DROPPED, keep=("yes",))


@maker(Surface.FIELDS, numbers=True)
def page_field(words: Words) -> Case:
    return in_body(
        "page_field", words, para(complex_field(f' PAGE \\* "{words.secret}" ', run(words.secret)))
    )


@maker(Surface.FORMS, numbers=True)
def drop_down(words: Words) -> Case:
    data = (
        '<w:ffData><w:name w:val="n"/><w:ddList><w:result w:val="1"/><w:listEntry w:val="other"/>'
        f'<w:listEntry w:val="{words.secret}"/></w:ddList></w:ffData>'
    )
    content = (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return in_body("drop_down", words, para(content))


@maker(Surface.FORMS, numbers=True)
def form_defaults(words: Words) -> Case:
    data = (
        f'<w:ffData><w:name w:val="{words.last}"/><w:helpText w:type="text" w:val="{words.secret}"/>'
        f'<w:statusText w:type="text" w:val="{words.secret}"/><w:textInput><w:default w:val="{words.secret}"/></w:textInput></w:ffData>'
    )
    content = (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r><w:r><w:instrText> FORMTEXT </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("x")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return in_body("form_defaults", words, para(content), outcome=Outcome.DROPPED)


@maker(Surface.FIELDS)
def endless_field(words: Words) -> Case:
    content = para(f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{run(words.secret)}')
    return in_body("endless_field", words, content, outcome=Outcome.REFUSED, error="UnsupportedContent")
