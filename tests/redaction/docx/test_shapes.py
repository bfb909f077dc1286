# SPDX-License-Identifier: MIT
"""Drawings in a copy: places, sizes and fills from checked values; pictures of every origin; groups, VML, equations."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from reviewer.documents.docx.names import WP, WPS, A, M
from reviewer.documents.docx.working_copy import working_copy
from reviewer.documents.pictures import recoded
from reviewer.model.document import Choice, ProblemKind, StoryKind
from reviewer.redaction.docx.writer import write_docx
from tests.corpus.docx.case import EN
from tests.corpus.docx.graphics import png
from tests.corpus.docx.pack import Rel, line, package, para, run
from tests.redaction.docx.checks import entries, plan_for, read, shown_texts

PICTURE = (
    '<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="n"/></pic:nvPicPr><pic:blipFill>'
    '<a:blip r:embed="rId1"/>{crop}</pic:blipFill>'
    "<pic:spPr>{transform}</pic:spPr></pic:pic>"
)
RELS = [Rel("rId1", "image", "media/a.png")]


def copy_of(content: str, *, image: bytes | None = None, rels: list[Rel] | None = None) -> bytes:
    data = package(content, rels=RELS if rels is None else rels, parts={"word/media/a.png": image or png(EN)})
    source = read(data)
    keep = {each.id: Choice.KEEP for each in source.document.problems if each.kind is ProblemKind.IMAGE}
    return write_docx(source, plan_for(source, (), choices=keep)).data


def document(data: bytes) -> etree._Element:
    return etree.fromstring(dict(entries(data))["word/document.xml"])


def media(data: bytes) -> list[bytes]:
    return [content for name, content in entries(data) if name.startswith("word/media/")]


def anchor(inner: str, *, attributes: str = "", extra: str = "", uri: str = "urn:x") -> str:
    return (
        "<w:p><w:r><w:drawing>"
        f'<wp:anchor {attributes}>{extra}<wp:extent cx="1828800" cy="914400"/>'
        '<wp:docPr id="9" name="n"/>'
        f'<a:graphic><a:graphicData uri="{uri}">{inner}</a:graphicData></a:graphic></wp:anchor>'
        "</w:drawing></w:r></w:p>"
    )


def drawn_anchor(**options: str) -> etree._Element:
    picture = PICTURE.format(crop="", transform="")
    [found] = document(copy_of(anchor(picture, **options))).iter(f"{{{WP}}}anchor")
    return found


def test_a_floating_picture_keeps_its_place() -> None:
    extra = (
        '<wp:simplePos x="7" y="7"/><wp:positionH relativeFrom="page">'
        "<wp:posOffset>-457200</wp:posOffset></wp:positionH>"
        '<wp:positionV relativeFrom="topMargin"><wp:align>bottom</wp:align></wp:positionV>'
        '<wp:wrapTight wrapText="left"><wp:wrapPolygon/></wp:wrapTight>'
    )
    found = drawn_anchor(
        attributes='behindDoc="true" relativeHeight="251658240" distL="114300" distT="x"', extra=extra
    )
    assert (found.get("behindDoc"), found.get("relativeHeight")) == ("1", "251658240")
    assert (found.get("distL"), found.get("distT")) == ("114300", "0")
    assert found.findtext(f"{{{WP}}}positionH/{{{WP}}}posOffset") == "-457200"
    assert found.find(f"{{{WP}}}positionH").get("relativeFrom") == "page"
    assert found.findtext(f"{{{WP}}}positionV/{{{WP}}}align") == "bottom"
    assert found.find(f"{{{WP}}}wrapSquare").get("wrapText") == "left"


def test_a_place_that_is_no_place_becomes_the_usual_one() -> None:
    extra = (
        '<wp:positionH relativeFrom="Harriet"><wp:align>Quillfeather</wp:align></wp:positionH>'
        '<wp:wrapSquare wrapText="Harriet"/>'
    )
    found = drawn_anchor(attributes='behindDoc="Harriet"', extra=extra)
    assert found.get("behindDoc") == "0"
    assert found.find(f"{{{WP}}}positionH").get("relativeFrom") == "column"
    assert found.findtext(f"{{{WP}}}positionH/{{{WP}}}posOffset") == "0"
    assert found.find(f"{{{WP}}}wrapSquare").get("wrapText") == "bothSides"


@pytest.mark.parametrize("wrap", ["wrapNone", "wrapTopAndBottom"])
def test_wrapping(wrap: str) -> None:
    assert drawn_anchor(extra=f"<wp:{wrap}/>").find(f"{{{WP}}}{wrap}") is not None


def test_a_turned_and_mirrored_picture_stays_so() -> None:
    transform = (
        '<a:xfrm rot="5400000" flipH="1" flipV="no"><a:off x="1" y="1"/><a:ext cx="5" cy="5"/></a:xfrm>'
    )
    root = document(copy_of(anchor(PICTURE.format(crop="", transform=transform))))
    [found] = root.iter(f"{{{A}}}xfrm")
    assert dict(found.attrib) == {"rot": "5400000", "flipH": "1"}
    assert dict(found.find(f"{{{A}}}ext").attrib) == {"cx": "1828800", "cy": "914400"}


def test_a_text_box_keeps_fill_outline_and_margins() -> None:
    shape = (
        '<wps:wsp><wps:cNvSpPr/><wps:spPr><a:solidFill><a:schemeClr val="accent1">'
        '<a:lumMod val="9"/></a:schemeClr></a:solidFill>'
        '<a:ln w="9525"><a:solidFill><a:srgbClr val="Quill"/></a:solidFill></a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{line('inside')}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr lIns="91440" tIns="x" anchor="ctr"><a:spAutoFit/></wps:bodyPr></wps:wsp>'
    )
    data = copy_of(anchor(shape))
    root = document(data)
    [properties] = root.iter(f"{{{WPS}}}spPr")
    assert properties.find(f"{{{A}}}solidFill/{{{A}}}schemeClr").get("val") == "accent1"
    assert properties.find(f"{{{A}}}ln/{{{A}}}noFill") is not None
    [margins] = root.iter(f"{{{WPS}}}bodyPr")
    assert dict(margins.attrib) == {"lIns": "91440", "anchor": "ctr"}
    assert [text for _kind, text in shown_texts(data)] == ["", "inside"]


def test_a_group_becomes_its_members() -> None:
    transform = '<a:xfrm><a:ext cx="300000" cy="200000"/></a:xfrm>'
    picture = PICTURE.format(crop="", transform=transform)
    shape = "<wps:wsp><wps:spPr/></wps:wsp>"
    group = f"<wpg:wgp><wpg:grpSpPr/>{picture}<wpg:grpSp>{shape}</wpg:grpSp></wpg:wgp>"
    data = package(anchor(group), rels=RELS, parts={"word/media/a.png": png(EN)})
    source = read(data)
    copy = write_docx(source, plan_for(source, (), choices={"image:1": Choice.KEEP}))
    assert copy.losses == ("group:2", "shape:1")
    member, room = document(copy.data).iter(f"{{{WP}}}extent")
    assert dict(member.attrib) == {"cx": "300000", "cy": "200000"}
    assert dict(room.attrib) == {"cx": "1828800", "cy": "914400"}


def test_a_picture_without_a_size_gets_one() -> None:
    content = anchor(PICTURE.format(crop="", transform="")).replace(
        'cx="1828800" cy="914400"', 'cx="a" cy="99999999999"'
    )
    [size] = document(copy_of(content)).iter(f"{{{WP}}}extent")
    assert int(size.get("cx")) > 0


@pytest.mark.parametrize(
    ("crop", "size"),
    [
        ('<a:srcRect l="50%"/>', (20, 20)),
        ('<a:srcRect t="x" r="-5000"/>', (40, 20)),
        ('<a:srcRect b="50000"/>', (40, 10)),
    ],
)
def test_crops(crop: str, size: tuple[int, int]) -> None:
    [stored] = media(copy_of(anchor(PICTURE.format(crop=crop, transform=""))))
    assert Image.open(io.BytesIO(stored)).size == size


def _vml(inner: str, style: str = "width:100pt;height:1in") -> str:
    return f'<w:p><w:r><w:pict><v:shape style="{style}" alt="A map">{inner}</v:shape></w:pict></w:r></w:p>'


def test_a_vml_picture_is_kept_with_size_crop_and_description() -> None:
    data = copy_of(
        _vml('<v:imagedata r:id="rId1" cropleft="32768f" croptop=".5" cropright="x" o:title="Quill"/>')
    )
    [stored] = media(data)
    assert Image.open(io.BytesIO(stored)).size == (20, 10)
    [size] = document(data).iter(f"{{{WP}}}extent")
    assert dict(size.attrib) == {"cx": "1270000", "cy": "914400"}
    [about] = document(data).iter(f"{{{WP}}}docPr")
    assert about.get("descr") == "A map"


def test_vml_with_a_control_is_an_object() -> None:
    data = copy_of(_vml('<w:control w:name="x"/>'))
    assert [text for _kind, text in shown_texts(data)] == ["[object removed]"]


def test_a_picture_in_a_vml_text_box_belongs_to_the_box() -> None:
    inner = '<w:p><w:r><w:pict><v:shape><v:imagedata r:id="rId1"/></v:shape></w:pict></w:r></w:p>'
    data = copy_of(_vml(f"<v:textbox><w:txbxContent>{inner}{line('box')}</w:txbxContent></v:textbox>"))
    assert len(media(data)) == 1
    assert [text for _kind, text in shown_texts(data)] == ["", "\nbox"]


def test_picture_fills_and_ink_go() -> None:
    shape = (
        '<wps:wsp><wps:spPr><a:blipFill><a:blip r:embed="rId1"/></a:blipFill></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{line('t')}</w:txbxContent></wps:txbx></wps:wsp>"
    )
    source = read(package(anchor(shape) + para("<w:r><w:contentPart r:id='rId9'/></w:r>"), rels=RELS))
    copy = write_docx(source, plan_for(source, ()))
    assert "picture_fill:1" in copy.losses
    assert [text for _kind, text in shown_texts(copy.data)] == ["\n[handwriting removed]", "t"]


def test_a_whole_cropped_away_picture_and_a_broken_one_become_placeholders() -> None:
    for content, image in (
        ('<a:srcRect l="60000" r="60000"/>', None),
        ("", b"\x89PNG\r\n\x1a\n broken"),
        ("", png(EN)[:60]),
    ):
        data = copy_of(anchor(PICTURE.format(crop=content, transform="")), image=image)
        assert [text for _kind, text in shown_texts(data)] == ["[image removed]"]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP", "TIFF"])
def test_every_bitmap_becomes_a_plain_png(kind: str) -> None:
    buffer = io.BytesIO()
    Image.new("P" if kind == "GIF" else "RGB", (8, 6), 1).save(buffer, format=kind)
    result = recoded(buffer.getvalue(), (0, 0, 0, 0))
    assert result is not None
    made = Image.open(io.BytesIO(result))
    assert (made.format, made.mode, made.size, made.info) == ("PNG", "RGB", (8, 6), {})


def test_what_is_under_a_transparent_area_is_gone() -> None:
    buffer = io.BytesIO()
    Image.new("RGBA", (4, 4), (1, 2, 3, 0)).save(buffer, format="PNG")
    result = recoded(buffer.getvalue(), (0, 0, 0, 0))
    assert result is not None
    assert Image.open(io.BytesIO(result)).getcolors() == [(16, (255, 255, 255))]


def test_other_formats_are_never_opened() -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (4, 4)).save(buffer, format="PPM")
    assert recoded(buffer.getvalue(), (0, 0, 0, 0)) is None
    assert recoded(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 1 1\n", (0, 0, 0, 0)) is None


def test_a_picture_of_too_many_pixels_is_not_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reviewer.documents.pictures.MAX_PIXELS", 100)
    assert recoded(png(EN), (0, 0, 0, 0)) is None


READER = """#!{python}
import sys
sys.stdin.buffer.read()
print("level\\t" * 11 + "text")
print("\\t".join(["5", "1", "1", "1", "1", "1", "0", "0", "9", "9", "96", "Harriet"]))
"""


@pytest.mark.parametrize(("terms", "kept"), [((), True), (("Harriet",), False)])
def test_a_picture_that_was_read_is_kept_unless_a_word_in_it_is_withheld(
    terms: tuple[str, ...], kept: bool, tmp_path: Path
) -> None:
    (tmp_path / "tesseract").write_text(READER.format(python=sys.executable), "utf-8")
    (tmp_path / "tesseract").chmod(0o755)
    content = anchor(PICTURE.format(crop="", transform=""))
    source = read(package(content, rels=RELS, parts={"word/media/a.png": png(EN)}))
    [problem] = source.document.problems
    assert (problem.safe, problem.story) == (Choice.KEEP, "image_text:1")
    assert source.document.story("image_text:1").text == "Harriet"
    data = write_docx(source, plan_for(source, terms)).data
    assert len(media(data)) == kept
    assert [text for _kind, text in shown_texts(data)] == ["" if kept else "[image removed]"]


def test_a_picture_that_cannot_be_decoded_cannot_be_kept() -> None:
    content = anchor(PICTURE.format(crop="", transform=""))
    source = read(package(content, rels=RELS, parts={"word/media/a.png": b"\x01\0\0\0 EMF"}))
    [problem] = source.document.problems
    assert problem.choices == (Choice.REMOVE,)


def _equation(data: bytes) -> etree._Element:
    [found] = document(data).iter(f"{{{M}}}oMath")
    return found


def test_an_untouched_equation_keeps_its_structure() -> None:
    content = (
        '<m:oMathPara><m:oMathParaPr><m:jc m:val="left"/></m:oMathParaPr><m:oMath><m:f><m:fPr>'
        '<m:type m:val="lin"/><m:ctrlPr/></m:fPr>'
        "<m:num><m:r><m:rPr><m:sty m:val='p'/><m:nor/></m:rPr><w:rPr><w:b/></w:rPr><m:t>a</m:t>"
        "</m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f>"
        "<m:d><m:dPr><m:begChr m:val='['/><m:endChr m:val='Q'/><m:sepChr/><m:grow m:val='1'/>"
        "</m:dPr><m:e/></m:d>"
        "<m:m><m:mPr><m:mcs><m:mc><m:mcPr><m:count m:val='2'/><m:mcJc m:val='Quill'/></m:mcPr>"
        "</m:mc></m:mcs></m:mPr></m:m></m:oMath></m:oMathPara>"
    )
    data = copy_of(para(content))
    text = etree.tostring(_equation(data)).decode()
    assert [each.text for each in _equation(data).iter(f"{{{M}}}t")] == ["a", "b"]
    assert 'm:type m:val="lin"' in text
    assert 'm:begChr m:val="["' in text
    assert "<m:nor/>" in text
    assert 'm:count m:val="2"' in text
    for gone in ("Q", "ctrlPr", "sepChr", "mcJc"):
        assert gone not in text


def test_an_equation_of_unknown_parts_is_flattened() -> None:
    content = para(f"<m:oMath><m:new><m:r><m:t>x+y</m:t></m:r></m:new>{run('z')}</m:oMath>")
    source = read(package(content))
    copy = write_docx(source, plan_for(source, ()))
    assert copy.losses == ("equation:1",)
    assert shown_texts(copy.data) == [("body", "x+yz")]


def _box(text: str) -> str:
    return f"<w:txbxContent>{line(text)}</w:txbxContent>"


HIDDEN_VML = (
    '<w:p><w:r><w:pict><v:group style="width:200pt;height:90pt">'
    '<v:shape style="width:9pt; Visibility : hidden">'
    f"<v:textbox>{_box('Gone box')}</v:textbox></v:shape>"
    f'<v:shape style="width:9pt;visibility:visible"><v:textbox>{_box("Seen box")}</v:textbox></v:shape>'
    '<v:shape style="visibility:hidden"><v:textpath string="Gone art"/><v:imagedata r:id="rId1"/></v:shape>'
    "</v:group></w:pict></w:r></w:p>"
)
HIDDEN_MEMBERS = anchor(
    f'<wpg:wgp><wps:wsp><wps:cNvPr id="2" name="n" hidden="1"/><wps:txbx>{_box("Gone box")}</wps:txbx></wps:wsp>'
    + PICTURE.format(crop="", transform="").replace('name="n"', 'name="n" hidden="true"')
    + f"<wps:wsp><wps:txbx>{_box('Seen box')}</wps:txbx></wps:wsp></wpg:wgp>"
)


@pytest.mark.parametrize(("content", "gone"), [(HIDDEN_VML, 2), (HIDDEN_MEMBERS, 1)])
def test_hidden_shapes_are_shown_to_the_person_and_in_no_copy(content: str, gone: int) -> None:
    source = read(package(line("It stays.") + content, rels=RELS, parts={"word/media/a.png": png(EN)}))
    hidden = [each.text for each in source.document.stories if each.kind is StoryKind.HIDDEN]
    assert hidden == ["Gone box", "Gone art"][:gone]
    assert [each.id for each in source.document.problems] == ["hidden_text"]
    drawn = working_copy(source).data
    made = write_docx(read(package(line("It stays.") + content, rels=RELS)), plan_for(source, ())).data
    assert [text for _kind, text in shown_texts(made)] == ["It stays.\n", "Seen box"]
    assert not [name for name, each in [*entries(made), *entries(drawn)] if b"Gone" in each]
