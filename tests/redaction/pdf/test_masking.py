# SPDX-License-Identifier: MIT
"""Words in pictures leave no trace of their width: for every surname of a list the copy is the same."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image, ImageChops, ImageDraw, ImageFont

from reviewer.model.document import Box
from reviewer.redaction.pdf.ink import Hit
from reviewer.redaction.pdf.masking import Masked, masked
from reviewer.redaction.pdf.upright import standing
from reviewer.redaction.pdf.writer import write_pdf
from reviewer.redaction.plan import BoxRemoval
from tests.corpus.pdf.sheets import add_page, helvetica, image_object, new_pdf, saved, text
from tests.redaction.pdf.plans import LABEL, plan_for, read

pytestmark = pytest.mark.usefixtures("without_tesseract")

NAMES = (
    "Quillfeather", "Oxtoby", "Li", "Nguyen", "Wu", "Tranchemontagne", "Gagnon", "Roy", "Pelletier", "Fortin", "Jiminy",
    "Yggdrasil", "Archambault", "Vu", "Mills", "William", "Illing", "Wawawa", "Fitzgibbon-Smythe", "Zed",
)  # fmt: skip
SIZE, GAP = 33, 11
FONT = ImageFont.load_default(SIZE)
FIRST, LAST = "Minutes of the orchard meeting held in June", "objected to the plan of the marsh"
ROWS = {
    "within": (FIRST, "The chair was @ again and nobody", LAST),
    "at the end": (FIRST, "The chair was @", LAST),
    "at the start": (FIRST, "@ was the chair now", LAST),
    "alone": (FIRST, "@", LAST),
    "beside low letters": (FIRST, "we saw @ as we were", LAST),
    "twice": (FIRST, "now @ and then @ came", LAST),
    "on two rows": (FIRST, "The chair was @ again", "and @ said so", LAST),
    "nothing else": ("The chair was @ again and nobody",),
    "French": ("Compte rendu de la réunion", "Absence signalée de @ hier à midi", "Rien de plus n’a été décidé"),
}  # fmt: skip


def painted(name: str, rows: tuple[str, ...], *, centred: bool) -> tuple[Image.Image, list[Hit]]:
    """A page with its words at whole pixels, and where the name stands in it."""
    image = Image.new("L", (1700, 500), 255)
    draw, hits = ImageDraw.Draw(image), []
    for number, row in enumerate(rows):
        words = [name if word == "@" else word for word in row.split()]
        widths = [round(FONT.getlength(word)) for word in words]
        x = (1700 - sum(widths) - GAP * (len(words) - 1)) // 2 if centred else 150
        for word, width in zip(words, widths, strict=True):
            place = (x, 80 + number * round(1.4 * SIZE))
            draw.text(place, word, font=FONT, fill=0)
            if word == name:
                hits.append(Hit(*map(round, draw.textbbox(place, word, font=FONT)), LABEL))
            x += width + GAP
    return image, hits


def without(image: Image.Image, hits: list[Hit], *, smeared: bool = False) -> Masked:
    stand = standing((612.0, 0.0, 0.0, 180.0, 0.0, 0.0), image.size, 0)
    assert stand is not None
    return masked(image, stand, hits, smeared=smeared)


@pytest.mark.parametrize("centred", [False, True], ids=["left", "centred"])
@pytest.mark.parametrize("rows", ROWS)
def test_every_name_leaves_the_same_picture(rows: str, *, centred: bool) -> None:
    made = [without(*painted(name, ROWS[rows], centred=centred)) for name in NAMES]
    assert len({each.boxes for each in made}) == 1
    assert len({each.image.tobytes() for each in made}) == 1


def test_the_words_that_stay_are_all_there() -> None:
    image, hits = painted("Quillfeather", ROWS["within"], centred=False)
    made = without(image, hits)
    dark = [sum(each.convert("L").histogram()[:128]) for each in (image, made.image)]
    word, boxed = Image.new("L", (700, 80), 255), made.boxes[0].rect
    ImageDraw.Draw(word).text((10, 10), "Quillfeather", font=FONT, fill=0)
    box = round((boxed[2] - boxed[0]) * 1700 / 612) * round((boxed[3] - boxed[1]) * 500 / 180)
    assert dark[0] - sum(word.histogram()[:128]) + box == pytest.approx(dark[1], abs=20)


def test_words_over_a_rule_move_and_the_rule_stays() -> None:
    pictures = set()
    for name in NAMES[:6]:
        image, hits = painted(name, ROWS["within"], centred=False)
        ImageDraw.Draw(image).line((100, 163, 1500, 163), fill=0, width=2)
        pictures.add(without(image, hits).image.tobytes())
    assert len(pictures) == 1
    rule = Image.frombytes("L", (1700, 500), pictures.pop()).crop((100, 163, 1500, 164))
    assert rule.getextrema() == (0, 0)


def test_a_rule_under_the_name_alone_goes_with_it() -> None:
    pictures = set()
    for name in NAMES:
        image, hits = painted(name, ROWS["within"], centred=False)
        hit = hits[0]
        ImageDraw.Draw(image).line((hit.left, hit.bottom + 3, hit.right, hit.bottom + 3), fill=0, width=2)
        pictures.add(without(image, hits).image.tobytes())
    assert len(pictures) == 1


def test_nothing_moves_over_a_column_or_an_upright_rule() -> None:
    pictures = set()
    for name in NAMES:
        image, hits = painted(name, ROWS["within"], centred=False)
        draw = ImageDraw.Draw(image)
        draw.line((1150, 20, 1150, 480), fill=0, width=3)
        draw.text((1180, 126), "second column", font=FONT, fill=0)
        pictures.add(without(image, hits).image.tobytes())
    assert len(pictures) == 1
    beside = Image.frombytes("L", (1700, 500), pictures.pop()).crop((1140, 0, 1700, 500))
    expected = image.crop((1140, 0, 1700, 500))
    assert ImageChops.difference(beside, expected).getbbox() is None


def test_rows_that_hang_together_are_covered_up_to_the_next_word() -> None:
    image, hits = painted("Quillfeather", ROWS["within"], centred=False)
    draw = ImageDraw.Draw(image)
    for x in range(100, 1500, 37):  # a slanted pattern that runs through all rows
        draw.line((x, 60, x + 60, 260), fill=0, width=2)
    (hit,) = hits
    made = without(image, hits).image
    assert made.crop((hit.left, hit.top, hit.right, hit.bottom)).getextrema() == (0, 0)
    assert made.crop((100, 200, 1500, 500)).tobytes() == image.crop((100, 200, 1500, 500)).tobytes()


def test_a_word_that_stands_on_its_side_is_covered_in_coarse_steps() -> None:
    image, hits = painted("Quillfeather", ROWS["within"], centred=False)
    (hit,) = hits
    stand = standing((180.0, 0.0, 0.0, 612.0, 0.0, 0.0), (500, 1700), 0)
    assert stand is not None
    side = Hit(hit.top, 1700 - hit.right, hit.bottom, 1700 - hit.left, LABEL)
    turned = image.transpose(Image.Transpose.ROTATE_90)
    made = masked(turned, stand, [side], smeared=False)
    assert made.image.crop((side.left, side.top, side.right, side.bottom)).getextrema() == (0, 0)
    _x0, y0, _x1, y1 = made.boxes[0].rect
    assert abs((y1 - y0 + 18) % 36 - 18) < 1
    assert made.image.crop((0, 1600, 500, 1700)).tobytes() == turned.crop((0, 1600, 500, 1700)).tobytes()


def test_a_photograph_keeps_the_places_and_little_grain() -> None:
    made = []
    for name in NAMES:
        image, hits = painted(name, ROWS["within"], centred=False)
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=75)
        with Image.open(buffer) as again:
            made.append(without(again.convert("L"), hits, smeared=True))
    assert len({each.boxes for each in made}) == 1
    for each in made[1:]:
        changed = ImageChops.difference(made[0].image, each.image)
        assert sum(changed.histogram()[65:]) < 12  # dots that are more than a level apart


# Whole files


def pictured_page(name: str, rotation: int) -> bytes:
    pdf = new_pdf()
    state = Dictionary(Type=Name.ExtGState, Font=Array([pdf.make_indirect(helvetica()), 12]))
    rows = (
        "Wetland survey of the marsh in spring",
        f"Call {name} today about it",
        f"{name} will come",
        f"Ask {name}, please, and wait",
    )
    matrix = {0: "1 0 0 1 72 700", 90: "0 1 -1 0 100 72", 180: "-1 0 0 -1 540 100", 270: "0 -1 1 0 500 700"}[
        rotation
    ]
    lines = b" 0 -16 Td ".join(b"(" + row.encode("ascii") + b") Tj" for row in rows)
    page = add_page(
        pdf, f"/G1 gs BT {matrix} Tm ".encode() + lines + b" ET", ExtGState=Dictionary({"/G1": state})
    )
    page["/Rotate"] = rotation
    return saved(pdf)


def copy_of(data: bytes, name: str) -> bytes:
    source = read(data)
    answers = {each.id: "keep" for each in source.document.problems}
    return write_pdf(source, plan_for(source.document, (name,), answers=answers)).data


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_page_that_became_a_picture_is_the_same_for_every_name(rotation: int) -> None:
    names = NAMES[:3] if rotation else NAMES[:10]
    assert len({copy_of(pictured_page(name, rotation), name) for name in names}) == 1


def fax(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "TIFF", compression="group4", tiffinfo={278: image.height})
    with Image.open(io.BytesIO(buffer.getvalue())) as again:
        start, length = again.tag_v2[273][0], again.tag_v2[279][0]  # type: ignore[attr-defined]
    return buffer.getvalue()[start : start + length]


def scan(name: str, coding: str) -> tuple[bytes, list[Hit]]:
    """A scan with its words set invisibly over it, in the coding of a PNG or of a fax."""
    image, hits = painted(name, ROWS["within"], centred=False)
    pdf = new_pdf()
    if coding == "fax":
        dots = image.convert("1", dither=Image.Dither.NONE)
        values = Dictionary(
            Type=Name.XObject, Subtype=Name.Image, Width=1700, Height=500, BitsPerComponent=1,
            ColorSpace=Name.DeviceGray, Filter=Name.CCITTFaxDecode,
            DecodeParms=Dictionary(K=-1, Columns=1700, Rows=500),
        )  # fmt: skip
        made = pdf.make_indirect(Stream(pdf, fax(dots), values))
    else:
        made = image_object(pdf, image.convert("RGB"))
    x, layer = 150.0, b""
    for word in ROWS["within"][1].replace("@", name).split():
        layer += text(round(x * 0.36, 3), 124.2, word, before="3 Tr")
        x += round(FONT.getlength(word)) + GAP
    add_page(
        pdf, b"q 612 0 0 180 0 0 cm /I1 Do Q\n" + layer, size=(612, 180), XObject=Dictionary({"/I1": made})
    )
    return saved(pdf), hits


@pytest.mark.parametrize("coding", ["plain", "fax"])
def test_a_scan_and_the_words_over_it_are_the_same_for_every_name(coding: str) -> None:
    assert len({copy_of(scan(name, coding)[0], name) for name in NAMES[:10]}) == 1


def test_a_box_drawn_around_a_word_is_no_wider_than_its_label() -> None:
    """The hand drew it as wide as the word; the copy does not say so."""
    copies = set()
    for name in NAMES[:10]:
        image, (hit,) = painted(name, ROWS["within"], centred=False)
        pdf = new_pdf()
        made = image_object(pdf, image.convert("RGB"))
        content = b"q 612 0 0 180 0 200 cm /I1 Do Q " + text(72, 100, "A line of text")
        add_page(pdf, content, size=(612, 400), XObject=Dictionary({"/I1": made}))
        source = read(saved(pdf))
        answers = {each.id: "keep" for each in source.document.problems}
        box = Box(
            1,
            hit.left * 0.36 - 0.7,
            380 - hit.bottom * 0.36 - 2,
            hit.right * 0.36 + 0.7,
            380 - hit.top * 0.36 + 1,
        )
        plan = plan_for(source.document, answers=answers, boxes=(BoxRemoval(box, LABEL),))
        copies.add(write_pdf(source, plan).data)
    assert len(copies) == 1
    with pikepdf.open(io.BytesIO(copies.pop())) as pdf:
        assert pdf.pages[0].Contents.read_bytes().count(b" re f") == 2


def test_words_between_two_names_that_were_far_apart_are_set_once() -> None:
    """Each of three hits that stand side by side opens the row to the next: the last one is met first."""
    image, hits = painted("Tranchemontagne", ("@ there: @ @", LAST), centred=False)
    first, *others, last = hits
    made = without(image, [first, *others, Hit(last.left, last.top - 6, last.right, last.bottom, LABEL)])
    assert len(made.boxes) == 2
    kept, _none = painted("Tranchemontagne", ("there:", LAST), centred=False)
    black = sum(
        round((box.rect[2] - box.rect[0]) * 1700 / 612) * round((box.rect[3] - box.rect[1]) * 500 / 180)
        for box in made.boxes
    )
    dark = [sum(each.convert("L").histogram()[:128]) for each in (kept, made.image)]
    assert dark[0] + black == pytest.approx(dark[1], abs=40)


@pytest.mark.parametrize("decode", [(0, 1), (1, 0)])
def test_a_stencil_loses_the_dots_of_what_goes_and_keeps_the_others(decode: tuple[int, int]) -> None:
    image, _hits = painted("Quillfeather", (FIRST, "The chair was @", LAST), centred=False)
    dots = image.point(lambda level: 255 * ((level > 127) == (decode[0] == 0))).convert("1")
    pdf = new_pdf()
    values = Dictionary(Type=Name.XObject, Subtype=Name.Image, Width=1700, Height=500, ImageMask=True)
    values["/BitsPerComponent"], values["/Decode"] = 1, Array([*decode])
    stencil = pdf.make_indirect(Stream(pdf, dots.tobytes(), values))
    content = text(20, 10, "Survey of the marsh") + b"612 0 0 180 0 0 cm /I Do"
    add_page(pdf, content, size=(612, 180), XObject=Dictionary({"/I": stencil}))
    source = read(saved(pdf))
    box = BoxRemoval(Box(1, 140, 117, 612, 129), LABEL)
    answers = {"image:p1:1": "keep"}
    copy = write_pdf(source, plan_for(source.document, answers=answers, boxes=[box]))
    assert not [each for each in copy.losses if each.startswith("image")]
    with pikepdf.open(io.BytesIO(copy.data)) as made:
        (shown,) = made.pages[0].obj.Resources.XObject.values()
        left = Image.frombytes("1", (1700, 500), shown.read_bytes()).convert("L")
    if decode[0]:
        left = ImageChops.invert(left)
    assert left.crop((420, 131, 1700, 185)).getextrema() == (255, 255)
    for area in ((0, 0, 1700, 126), (0, 0, 340, 500), (0, 190, 1700, 500)):
        assert (
            left.crop(area).tobytes() == image.crop(area).point(lambda level: 255 * (level > 127)).tobytes()
        )
