# SPDX-License-Identifier: MIT
"""More of text boxes and shapes: where they stand, how they nest, what else in them bears words."""

from __future__ import annotations

from tests.corpus.docx.case import Case, Outcome, Surface, Words, in_body, maker
from tests.corpus.docx.graphics import WPS, box, inline, vml
from tests.corpus.docx.pack import Rel, line, package, para, part, run, table

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def _box_of(blocks: str) -> str:
    return f"<wps:wsp><wps:cNvSpPr/><wps:spPr/><wps:txbx><w:txbxContent>{blocks}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"


@maker(Surface.TEXT_BOXES, numbers=True)
def box_with_letters(words: Words) -> Case:
    letters = "".join(run(letter) for letter in words.secret)
    return in_body("box_with_letters", words, para(inline(_box_of(para(letters)), WPS)), kind="text_box")


@maker(Surface.TEXT_BOXES)
def box_with_table(words: Words) -> Case:
    blocks = table([line(words.first), line(words.last)]) + para("")
    return in_body("box_with_table", words, para(inline(_box_of(blocks), WPS)), kind="text_box")


@maker(Surface.TEXT_BOXES)
def box_in_table(words: Words) -> Case:
    content = table([line("x"), para(inline(box(words.secret), WPS))])
    return in_body("box_in_table", words, content, kind="text_box")


@maker(Surface.TEXT_BOXES)
def anchored_box(words: Words) -> Case:
    drawing = (
        '<w:r><w:drawing><wp:anchor behindDoc="1" relativeHeight="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page">'
        '<wp:posOffset>99999999</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>5</wp:posOffset>'
        f'</wp:positionV><wp:extent cx="914400" cy="914400"/><wp:wrapNone/><wp:docPr id="1" name="{words.last}"/><a:graphic>'
        f'<a:graphicData uri="{WPS}">{box(words.secret)}</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>'
    )
    return in_body("anchored_box", words, para(drawing), kind="text_box")


@maker(Surface.TEXT_BOXES)
def box_in_a_note(words: Words) -> Case:
    notes = part(
        "footnotes", f'<w:footnote w:id="2">{para(run("n") + inline(box(words.secret), WPS))}</w:footnote>'
    )
    data = package(
        words.kept + para('<w:r><w:footnoteReference w:id="2"/></w:r>'),
        rels=[Rel("rId3", "footnotes", "footnotes.xml")],
        parts={"word/footnotes.xml": notes},
    )
    return Case("box_in_a_note", words, data, kind="text_box")


@maker(Surface.TEXT_BOXES)
def group_in_group(words: Words) -> Case:
    inner = f"<wpg:grpSp><wpg:cNvPr id='3' name='{words.last}'/><wpg:cNvGrpSpPr/><wpg:grpSpPr/>{box(words.secret)}</wpg:grpSp>"
    content = inline(f"<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr/>{inner}</wpg:wgp>", "urn:group")
    return in_body("group_in_group", words, para(content), kind="text_box")


@maker(Surface.TEXT_BOXES)
def drawn_group(words: Words) -> Case:
    """A VML group with a box and a line of WordArt in it."""
    shapes = (
        f"<v:shape><v:textbox><w:txbxContent>{line(words.first + ' ' + words.last)}</w:txbxContent></v:textbox></v:shape>"
        f'<v:rect><v:textpath string="{words.secret}"/></v:rect>'
    )
    content = f'<w:r><w:pict><v:group alt="group" id="{words.last}">{shapes}</v:group></w:pict></w:r>'
    return in_body("drawn_group", words, para(content), kind="text_box")


@maker(Surface.TEXT_BOXES, numbers=True)
def word_art_in_pieces(words: Words) -> Case:
    shapes = "".join(
        f'<v:shape><v:textpath string="{each}"/></v:shape>' for each in (words.secret, words.secret)
    )
    return in_body(
        "word_art_in_pieces", words, para(f"<w:r><w:pict>{shapes}</w:pict></w:r>"), kind="text_box"
    )


@maker(Surface.TEXT_BOXES)
def linked_boxes(words: Words) -> Case:
    """Text that flows from one box into another: the second has no text of its own."""
    first = _box_of(line(words.secret)).replace("<wps:txbx>", '<wps:txbx id="4">')
    second = '<wps:wsp><wps:cNvSpPr/><wps:spPr/><wps:linkedTxbx id="4" seq="1"/><wps:bodyPr/></wps:wsp>'
    return in_body("linked_boxes", words, para(inline(first, WPS) + inline(second, WPS)), kind="text_box")


@maker(Surface.ALT_TEXT)
def names_of_shapes(words: Words) -> Case:
    shape = box("inside").replace(
        "<wps:cNvSpPr/>", f'<wps:cNvPr id="9" name="{words.secret}"/><wps:cNvSpPr/>'
    )
    content = para(inline(shape, WPS, f'id="1" name="{words.secret}"'))
    return in_body("names_of_shapes", words, content, outcome=Outcome.DROPPED, keep=("inside",))


@maker(Surface.ALT_TEXT, numbers=True)
def alt_text_of_a_shape(words: Words) -> Case:
    content = para(
        inline(box("inside"), WPS, f'id="1" name="n" descr="Photo of {words.secret}" title="{words.secret}"')
    )
    return in_body("alt_text_of_a_shape", words, content, kind="alt_text", keep=("inside",))


@maker(Surface.ALT_TEXT)
def alt_text_of_a_drawn_shape(words: Words) -> Case:
    content = para(f"<w:r>{vml('inside')}</w:r>".replace("<v:shape ", f'<v:shape alt="{words.secret}" '))
    return in_body("alt_text_of_a_drawn_shape", words, content, kind="alt_text", keep=("inside",))


@maker(Surface.ALT_TEXT)
def decorative_mark(words: Words) -> Case:
    extension = (
        f'<wp:docPr id="1" name="n" descr="{words.secret}"><a:extLst><a:ext uri="{{C183D7F6}}"><adec:decorative '
        f'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="{words.last}"/></a:ext></a:extLst></wp:docPr>'
    )
    content = inline(box("inside"), WPS).replace('<wp:docPr id="1" name="n"/>', extension)
    return in_body("decorative_mark", words, para(content), kind="alt_text", keep=("inside",))


@maker(Surface.HIDDEN)
def text_behind_a_shape(words: Words) -> Case:
    """A white box over the words: whoever copies the text reads them."""
    cover = inline(box(""), WPS).replace(
        "<wps:spPr/>", '<wps:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></wps:spPr>'
    )
    return in_body("text_behind_a_shape", words, para(run(words.secret) + cover))


@maker(Surface.HIDDEN)
def hidden_box(words: Words) -> Case:
    shape = '<v:shape style="visibility:hidden;width:9pt"><v:textbox><w:txbxContent>'
    content = f"<w:r><w:pict>{shape}{line(words.secret)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    return in_body("hidden_box", words, para(content), kind="hidden")
