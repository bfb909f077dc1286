# SPDX-License-Identifier: MIT
"""Boxes and pictures of groups and VML shapes stand in the copy where they stood."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element

from reviewer.documents.docx.names import WP
from reviewer.redaction.docx.writer import write_docx
from tests.corpus.docx.pack import line, package, para
from tests.redaction.docx.checks import entries, plan_for, read

POINT = 12_700
BOX = f"<v:textbox><w:txbxContent>{line('in a box')}</w:txbxContent></v:textbox>"
FLOATING = "position:absolute;margin-left:36pt;margin-top:.5in;width:200pt;height:100pt;z-index:-3"


def frames_of(run: str) -> list[Element]:
    source = read(package(para(run) + line("after")))
    written = dict(entries(write_docx(source, plan_for(source, ())).data))["word/document.xml"]
    return list(etree.fromstring(written).iter(f"{{{WP}}}anchor", f"{{{WP}}}inline"))


def place(frame: Element) -> tuple[str, int, str, int]:
    [across], [down] = (list(frame.iter(f"{{{WP}}}{axis}")) for axis in ("positionH", "positionV"))
    offsets = [int(each.findtext(f"{{{WP}}}posOffset", "-1")) // POINT for each in (across, down)]
    return across.get("relativeFrom", ""), offsets[0], down.get("relativeFrom", ""), offsets[1]


def size(frame: Element) -> tuple[int, int]:
    [extent] = frame.iter(f"{{{WP}}}extent")
    return int(extent.get("cx", "0")) // POINT, int(extent.get("cy", "0")) // POINT


def test_a_floating_shape_floats_where_its_style_says() -> None:
    wrap = '<w10:wrap xmlns:w10="urn:schemas-microsoft-com:office:word" type="square"/>'
    style = f"{FLOATING};mso-position-vertical-relative:page;mso-position-horizontal:center"
    [frame] = frames_of(f'<w:r><w:pict><v:shape style="{style}">{BOX}{wrap}</v:shape></w:pict></w:r>')
    assert place(frame) == ("column", -1, "page", 36)
    assert frame.findtext(f"{{{WP}}}positionH/{{{WP}}}align") == "center"
    assert size(frame) == (200, 100)
    assert frame.get("behindDoc") == "1"
    assert frame.find(f"{{{WP}}}wrapSquare") is not None


def test_a_shape_in_the_line_stays_there() -> None:
    [frame] = frames_of(f'<w:r><w:pict><v:shape style="width:2in;height:bad">{BOX}</v:shape></w:pict></w:r>')
    assert frame.tag == f"{{{WP}}}inline"


def test_members_of_a_vml_group_are_placed_in_its_own_units() -> None:
    member = f'<v:shape style="left:500;top:100;width:250;height:400">{BOX}</v:shape>'
    deep = f'<v:shape style="left:5;top:0;width:5;height:10">{BOX}</v:shape>'
    inner = f'<v:group style="left:0;top:500;width:500;height:500" coordsize="10,10">{deep}</v:group>'
    group = f'<v:group style="{FLOATING}" coordsize="1000,1000" coordorigin="0,0">{member}{inner}</v:group>'
    boxes = frames_of(f"<w:r><w:pict>{group}</w:pict></w:r>")
    assert [(place(each), size(each)) for each in boxes] == [
        (("column", 36 + 100, "paragraph", 36 + 10), (50, 40)),
        (("column", 36 + 50, "paragraph", 36 + 50), (50, 50)),
        (("column", 36, "paragraph", 36), (200, 100)),
    ]


def drawn(frame: str, content: str) -> str:
    start = f'<wp:{frame}><wp:extent cx="{100 * POINT}" cy="{80 * POINT}"/>'
    if frame == "anchor":
        start += (
            f'<wp:positionH relativeFrom="page"><wp:posOffset>{7 * POINT}</wp:posOffset></wp:positionH>'
            f'<wp:positionV relativeFrom="page"><wp:posOffset>{9 * POINT}</wp:posOffset></wp:positionV>'
            "<wp:wrapTopAndBottom/>"
        )
    return (
        f'<w:r><w:drawing>{start}<wp:docPr id="1" name="n"/><a:graphic><a:graphicData uri="urn:x">'
        f"{content}</a:graphicData></a:graphic></wp:{frame}></w:drawing></w:r>"
    )


def transform(x: int, y: int, width: int, height: int, inner: str = "") -> str:
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/>{inner}</a:xfrm>'


def group_of(content: str) -> str:
    inside = '<a:chOff x="1000" y="1000"/><a:chExt cx="200" cy="160"/>'
    return f"<wpg:wgp><wpg:grpSpPr>{transform(0, 0, 100, 80, inside)}</wpg:grpSpPr>{content}</wpg:wgp>"


def member(x: int, y: int, width: int, height: int) -> str:
    box = f"<wps:txbx><w:txbxContent>{line('in a box')}</w:txbxContent></wps:txbx>"
    return f"<wps:wsp><wps:spPr>{transform(x, y, width, height)}</wps:spPr>{box}</wps:wsp>"


def test_members_of_a_floating_group_are_placed_in_its_own_units() -> None:
    box, room = frames_of(drawn("anchor", group_of(member(1100, 1020, 20, 40))))
    assert (place(box), size(box)) == (("page", 7 + 50, "page", 9 + 10), (10, 20))
    assert box.find(f"{{{WP}}}wrapNone") is not None
    assert (place(room), size(room)) == (("page", 7, "page", 9), (100, 80))
    assert room.find(f"{{{WP}}}wrapTopAndBottom") is not None


def test_members_of_a_group_in_the_line_stand_over_its_room() -> None:
    box, room = frames_of(drawn("inline", group_of(member(1000, 1000, 200, 160))))
    assert (place(box), size(box)) == (("character", 0, "line", 0), (100, 80))
    assert room.tag == f"{{{WP}}}inline"
    assert size(room) == (100, 80)


def test_a_removed_drawing_leaves_its_room() -> None:
    [floating] = frames_of(drawn("anchor", "<c:chart/>"))
    [inline] = frames_of(drawn("inline", "<c:chart/>"))
    assert size(floating) == (100, 80)
    assert size(inline) == (1, 80)


def test_a_removed_object_leaves_its_height() -> None:
    shape = '<v:shape style="width:100pt;height:50pt"><v:imagedata r:id="rId9"/></v:shape>'
    [frame] = frames_of(f"<w:r><w:object>{shape}<o:OLEObject/></w:object></w:r>")
    assert size(frame) == (1, 50)
