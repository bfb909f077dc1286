# SPDX-License-Identifier: MIT
"""Secrets in text boxes, shapes and WordArt."""

from __future__ import annotations

from tests.corpus.docx.case import Case, Outcome, Surface, Words, maker
from tests.corpus.docx.graphics import WPS, box, inline, vml
from tests.corpus.docx.pack import (
    package,
    para,
)


@maker(Surface.TEXT_BOXES, numbers=True)
def text_box_both_branches(words: Words) -> Case:
    choice = inline(box(words.secret), WPS).removeprefix("<w:r>").removesuffix("</w:r>")
    content = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice><mc:Fallback>{vml(words.secret)}</mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )
    return Case("text_box", words, package(words.kept + para(content)), kind="text_box")


@maker(Surface.TEXT_BOXES)
def fallback_only(words: Words) -> Case:
    choice = inline(box("other"), WPS).removeprefix("<w:r>").removesuffix("</w:r>")
    content = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice><mc:Fallback>{vml(words.secret)}</mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )
    return Case("fallback_only", words, package(words.kept + para(content)), Outcome.DROPPED)


@maker(Surface.TEXT_BOXES)
def unknown_choice(words: Words) -> Case:
    content = (
        f'<w:r><mc:AlternateContent xmlns:zz="urn:zz"><mc:Choice Requires="zz"><zz:x/></mc:Choice><mc:Fallback>{vml(words.secret)}'
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    return Case("unknown_choice", words, package(words.kept + para(content)), kind="text_box")


@maker(Surface.TEXT_BOXES, numbers=True)
def vml_box(words: Words) -> Case:
    return Case(
        "vml_box", words, package(words.kept + para(f"<w:r>{vml(words.secret)}</w:r>")), kind="text_box"
    )


@maker(Surface.TEXT_BOXES)
def box_in_box(words: Words) -> Case:
    inner = inline(box(words.secret), WPS, f'id="2" name="n" descr="{words.secret}"')
    outer = box("x").replace("<w:t ", f"<w:t/></w:r>{inner}<w:r><w:t ", 1)
    return Case("box_in_box", words, package(words.kept + para(inline(outer, WPS))), kind="text_box")


@maker(Surface.TEXT_BOXES)
def canvas(words: Words) -> Case:
    content = (
        "<wpc:wpc><wpc:bg/><wpc:whole/>"
        f"<mc:AlternateContent><mc:Choice Requires='wps'>{box(words.secret)}</mc:Choice></mc:AlternateContent></wpc:wpc>"
    )
    return Case("canvas", words, package(words.kept + para(inline(content, "urn:canvas"))), kind="text_box")


@maker(Surface.TEXT_BOXES)
def group(words: Words) -> Case:
    content = inline(f"<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr/>{box(words.secret)}</wpg:wgp>", "urn:group")
    return Case("group", words, package(words.kept + para(content)), kind="text_box")


@maker(Surface.TEXT_BOXES)
def box_in_deletion(words: Words) -> Case:
    content = f'<w:del w:id="1">{inline(box(words.secret), WPS)}</w:del>'
    return Case("box_in_deletion", words, package(words.kept + para(content)), kind="deletion")


@maker(Surface.HIDDEN)
def hidden_drawing(words: Words) -> Case:
    content = inline(box(words.secret), WPS, 'id="1" name="n" hidden="1"')
    return Case("hidden_drawing", words, package(words.kept + para(content)), kind="hidden")


@maker(Surface.TEXT_BOXES, numbers=True)
def word_art(words: Words) -> Case:
    content = f'<w:r><w:pict><v:shape id="{words.last}" style="width:9pt;height:9pt"><v:textpath string="{words.secret}"/></v:shape></w:pict></w:r>'
    return Case("word_art", words, package(words.kept + para(content)), kind="text_box")
