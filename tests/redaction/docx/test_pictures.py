# SPDX-License-Identifier: MIT
"""Names in pictures, in the pixels and beside them: found where they show, and nowhere in the copy.

Every copy is read again here with the real program, and its pictures are compared with what must be left.
"""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from reviewer.documents.docx.reader import DocxSource
from reviewer.documents.folding import find_all
from reviewer.errors import CannotRedact
from reviewer.model.document import Choice, ProblemKind, Region, StoryKind
from reviewer.redaction.docx.writer import write_docx
from reviewer.redaction.plan import Plan, RegionRemoval
from reviewer.redaction.result import Copy
from tests.corpus.docx.graphics import inline, picture
from tests.corpus.docx.pack import Rel, line, package, para, part, rels_xml
from tests.corpus.painted import EN_LINES, EN_NAME, LINES, NAMES, jpeg, painted, png
from tests.redaction.docx.checks import LABEL, entries, plan_for, read, shown_texts

WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"


@pytest.fixture(autouse=True)
def _no_tesseract() -> None:
    """Here the machine reads pictures."""


def document(*pictures: str, parts: Mapping[str, bytes], keep: str = "It stays.") -> bytes:
    rels = [Rel(f"rId{number}", "image", f"media/{name}") for number, name in enumerate(parts, 11)]
    body = line(keep) + "".join(para(each) for each in pictures)
    return package(body, rels=rels, parts={f"word/media/{name}": data for name, data in parts.items()})


def copy_of(data: bytes, *terms: str, choice: Choice = Choice.MASK) -> tuple[DocxSource, Copy]:
    source = read(data)
    return source, write_docx(source, masked_plan(source, *terms, choice=choice))


def masked_plan(source: DocxSource, *terms: str, choice: Choice = Choice.MASK) -> Plan:
    images = [each for each in source.document.problems if each.kind is ProblemKind.IMAGE]
    return plan_for(source, terms, choices={each.id: choice for each in images if choice in each.choices})


def images_of(data: bytes) -> list[Image.Image]:
    media = (content for name, content in entries(data) if name.startswith("word/media/"))
    return [Image.open(io.BytesIO(content)) for content in media]


def said_in(image: Image.Image) -> str:
    """What the program reads in a picture at twice its size, without any code of the product."""
    buffer = io.BytesIO()
    image.resize((image.width * 2, image.height * 2)).save(buffer, format="PNG")
    done = subprocess.run(
        ["tesseract", "-", "-", "-l", "eng+fra"], input=buffer.getvalue(), capture_output=True, check=True
    )
    return done.stdout.decode()


def raw_leaks(data: bytes, secret: str) -> list[str]:
    coded = [secret.encode(coding) for coding in ("utf-8", "utf-16-le", "utf-16-be")]
    return [name for name, content in entries(data) if any(each in content for each in coded)]


def plain_png(language: str) -> bytes:
    return png(painted(LINES[language]))


def with_text_chunk(language: str) -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", NAMES[language])
    return png(painted(LINES[language]), pnginfo=info)


def after_the_end(language: str) -> bytes:
    return png(painted(LINES[language])) + NAMES[language].encode()


def with_place(language: str) -> bytes:
    exif = Image.Exif()
    exif[0x010E] = NAMES[language]
    exif.get_ifd(0x8825)[0x001D] = NAMES[language]
    return jpeg(painted(LINES[language]), exif=exif)


def with_thumbnail(language: str) -> bytes:
    """A small JPEG of the whole picture inside the EXIF of the picture (its second directory)."""
    small = jpeg(painted(LINES[language]).resize((160, 60)), comment=NAMES[language].encode())
    head = b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\x0e\0\x02\x02\x01\0\x04\0\0\0\x01\0\0\0\x2c\x02\x02\0\x04\0\0\0\x01"
    exif = head + len(small).to_bytes(4, "big") + b"\0\0\0\0" + small
    return jpeg(painted(LINES[language]), exif=exif)


def as_tiff(language: str) -> bytes:
    buffer = io.BytesIO()
    other = painted([f"Second page of {NAMES[language]}"])
    painted(LINES[language]).save(
        buffer, format="TIFF", save_all=True, append_images=[other], description=NAMES[language]
    )
    return buffer.getvalue()


KINDS: dict[str, Callable[[str], bytes]] = {
    "png": plain_png,
    "png text chunk": with_text_chunk,
    "after the end": after_the_end,
    "jpeg with place": with_place,
    "jpeg with thumbnail": with_thumbnail,
    "tiff of two pages": as_tiff,
}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_name_in_the_pixels_is_found_and_painted_over(kind: str, language: str) -> None:
    lines, name = LINES[language], NAMES[language]
    data = KINDS[kind](language)
    source, copy = copy_of(document(picture("rId11"), parts={"a.bin": data}), name)
    [problem] = source.document.problems
    assert problem.choices == (Choice.KEEP, Choice.MASK, Choice.REMOVE)
    assert find_all(source.document.story("image_text:1").text, name)
    [image] = images_of(copy.data)
    assert (image.format, image.info, image.size) == ("PNG", {}, painted(lines).size)
    said = said_in(image)
    assert not find_all(said, name)
    assert not any(find_all(said, word) for word in name.split())
    assert find_all(said, lines[0])
    assert find_all(said, lines[2])
    assert raw_leaks(copy.data, name) == []
    assert "image_words_masked:1" in copy.losses


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_name_in_the_cropped_away_part_is_nowhere(language: str) -> None:
    lines, name = LINES[language], NAMES[language]
    whole = painted([*lines, "", f"Secret of {name}"])
    crop = '<a:srcRect b="45000"/>'
    data = document(picture("rId11", crop=crop), parts={"a.png": png(whole)})
    source, copy = copy_of(data, choice=Choice.KEEP)
    text = source.document.story("image_text:1").text
    assert len(find_all(text, name)) == 1
    [image] = images_of(copy.data)
    assert image.size == (whole.width, whole.height * 55 // 100)
    assert len(find_all(said_in(image), name)) == 1


def test_two_crops_of_one_part_are_two_questions_with_words_of_their_own() -> None:
    whole = painted(
        [f"Above: {EN_NAME}", "Plain words on this line", "", "", "Below: Odile Marchetti", "More words"]
    )
    data = document(
        picture("rId11", crop='<a:srcRect b="55000"/>'),
        picture("rId11", crop='<a:srcRect t="55000"/>'),
        picture("rId11", crop='<a:srcRect t="55000"/>'),
        parts={"a.png": png(whole)},
    )
    source = read(data)
    assert [(each.id, each.count) for each in source.document.problems] == [("image:1", 1), ("image:2", 2)]
    first, second = (source.document.story(f"image_text:{number}").text for number in (1, 2))
    assert find_all(first, EN_NAME)
    assert not find_all(second, EN_NAME)
    assert find_all(second, "Odile Marchetti")
    copy = write_docx(source, masked_plan(source, EN_NAME))
    images = images_of(copy.data)
    assert len(images) == 2
    assert not any(find_all(said_in(image), EN_NAME) for image in images)
    assert any(find_all(said_in(image), "Odile Marchetti") for image in images)


def test_what_is_transparent_is_neither_read_nor_copied() -> None:
    shown = painted(EN_LINES).convert("RGBA")
    hidden = painted([f"Under: {EN_NAME}"] * 3).resize(shown.size).convert("RGBA")
    hidden.putalpha(0)
    both = Image.new("RGBA", (shown.width, shown.height * 2))
    both.paste(shown, (0, 0))
    both.paste(hidden, (0, shown.height))
    data = document(picture("rId11"), parts={"a.png": png(both)})
    source, copy = copy_of(data, choice=Choice.KEEP)
    assert len(find_all(source.document.story("image_text:1").text, EN_NAME)) == 1
    [image] = images_of(copy.data)
    lower = image.crop((0, shown.height, shown.width, shown.height * 2))
    assert lower.getcolors() == [(lower.width * lower.height, (255, 255, 255))]


def in_header() -> bytes:
    header = part("hdr", para(picture("rId1")))
    return package(
        line("It stays."),
        section='<w:headerReference w:type="default" r:id="rId9"/>',
        rels=[Rel("rId9", "header", "header1.xml")],
        parts={
            "word/header1.xml": header,
            "word/_rels/header1.xml.rels": rels_xml([Rel("rId1", "image", "media/a.png")]),
            "word/media/a.png": plain_png("en"),
        },
    )


def in_vml() -> bytes:
    shape = '<w:r><w:pict><v:shape style="width:300pt"><v:imagedata r:id="rId11"/></v:shape></w:pict></w:r>'
    return document(shape, parts={"a.png": plain_png("en")})


def in_group() -> bytes:
    member = (
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="2" name="n"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        '<a:blip r:embed="rId11"/></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="500000"/>'
        "</a:xfrm></pic:spPr></pic:pic>"
    )
    group = f"<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr/>{member}</wpg:wgp>"
    return document(inline(group, WPG), parts={"a.png": plain_png("en")})


def as_fill() -> bytes:
    shape = (
        '<wps:wsp><wps:cNvSpPr/><wps:spPr><a:blipFill><a:blip r:embed="rId11"/></a:blipFill></wps:spPr>'
        "<wps:bodyPr/></wps:wsp>"
    )
    uri = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    return document(inline(shape, uri), parts={"a.png": plain_png("en")})


@pytest.mark.parametrize("made", [in_header, in_vml, in_group, as_fill], ids=lambda made: made.__name__)
def test_wherever_the_picture_stands(made: Callable[[], bytes]) -> None:
    source, copy = copy_of(made(), EN_NAME)
    assert find_all(source.document.story("image_text:1").text, EN_NAME)
    [image] = images_of(copy.data)
    said = said_in(image)
    assert not find_all(said, EN_NAME)
    assert find_all(said, EN_LINES[0])


def test_the_original_beside_a_vector_picture_is_what_is_kept() -> None:
    """`asvg:svgBlip` names a drawing beside the picture: the picture is read and kept, the drawing never."""
    extension = (
        '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip '
        'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="rId12"/></a:ext></a:extLst>'
    )
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg"><text>{EN_NAME}</text></svg>'.encode()
    content = picture("rId11").replace(
        '<a:blip r:embed="rId11"/>', f'<a:blip r:embed="rId11">{extension}</a:blip>'
    )
    data = document(content, parts={"a.png": png(painted(["Nobody is named here"])), "a.svg": drawing})
    source, copy = copy_of(data, choice=Choice.KEEP)
    assert source.document.story("image_text:1").text == "Nobody is named here"
    assert len(images_of(copy.data)) == 1
    assert raw_leaks(copy.data, EN_NAME) == []
    assert b"svgBlip" not in dict(entries(copy.data))["word/document.xml"]


def test_words_of_a_drawing_that_cannot_be_kept_are_a_story() -> None:
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg"><text>Map by <tspan>{EN_NAME}</tspan></text></svg>'.encode()
    )
    source, copy = copy_of(document(picture("rId11"), parts={"a.svg": drawing}), EN_NAME)
    [problem] = source.document.problems
    assert (problem.choices, problem.safe, problem.story) == ((Choice.REMOVE,), Choice.REMOVE, "image_text:1")
    story = source.document.story("image_text:1")
    assert (story.kind, story.text) == (StoryKind.IMAGE_TEXT, f"Map by {EN_NAME}")
    assert images_of(copy.data) == []
    assert any("[image removed]" in text for _kind, text in shown_texts(copy.data))


def test_keep_acts_as_mask_and_remove_takes_the_picture_away() -> None:
    data = document(picture("rId11"), parts={"a.png": plain_png("en")})
    kept, masked = (copy_of(data, EN_NAME, choice=choice)[1].data for choice in (Choice.KEEP, Choice.MASK))
    assert kept == masked
    removed = copy_of(data, EN_NAME, choice=Choice.REMOVE)[1]
    assert images_of(removed.data) == []
    assert "image:1" in removed.losses


def test_a_region_that_a_person_drew_is_painted_to_the_pixel() -> None:
    data = document(picture("rId11"), parts={"a.png": plain_png("en")})
    source = read(data)
    plan = masked_plan(source)
    region = RegionRemoval(Region("image:1", 30.2, 40.0, 120.7, 60.5), LABEL)
    made = write_docx(
        source, Plan(plan.language, plan.title, {}, (), plan.choices, frozenset(), None, (region,))
    )
    [image] = images_of(made.data)
    plain = painted(EN_LINES)
    assert image.crop((0, 61, *plain.size)).tobytes() == plain.crop((0, 61, *plain.size)).tobytes()
    assert image.getpixel((30, 40)) == image.getpixel((120, 60)) == (0, 0, 0)
    assert [image.getpixel(at) for at in ((29, 40), (121, 60))] == [
        plain.getpixel(at) for at in ((29, 40), (121, 60))
    ]
    outside = RegionRemoval(Region("image:1", 9_000.0, 0.0, 9_010.0, 5.0), LABEL)
    with pytest.raises(CannotRedact):
        write_docx(
            source, Plan(plan.language, plan.title, {}, (), plan.choices, frozenset(), None, (outside,))
        )


def test_where_nothing_can_be_read_again_the_picture_goes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    source = read(document(picture("rId11"), parts={"a.png": plain_png("en")}))
    monkeypatch.setenv("PATH", str(tmp_path))
    copy = write_docx(source, masked_plan(source, EN_NAME))
    assert images_of(copy.data) == []
    assert "image_not_masked:1" in copy.losses
    # With nothing withheld in it there is nothing to read again.
    assert len(images_of(write_docx(source, masked_plan(source)).data)) == 1


def test_a_turned_picture_is_masked_where_the_name_stands() -> None:
    turned = painted(EN_LINES).transpose(Image.Transpose.ROTATE_90)
    content = picture("rId11").replace(
        "<pic:spPr/>", '<pic:spPr><a:xfrm rot="5400000"><a:ext cx="9" cy="9"/></a:xfrm></pic:spPr>'
    )
    _source, copy = copy_of(document(content, parts={"a.png": png(turned)}), EN_NAME)
    [image] = images_of(copy.data)
    upright = image.transpose(Image.Transpose.ROTATE_270)
    assert not find_all(said_in(upright), EN_NAME)
    assert find_all(said_in(upright), EN_LINES[2])


def test_copies_are_the_same_bytes_each_time() -> None:
    data = document(picture("rId11"), parts={"a.jpg": with_place("fr")})
    once, twice = (copy_of(data, NAMES["fr"])[1].data for _ in range(2))
    assert once == twice
