# SPDX-License-Identifier: MIT
"""Pictures on the way of a document: shown, decided on by words and by areas, painted over, proved clean."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from PIL import Image

from reviewer.documents.opener import open_path
from reviewer.errors import InvalidDecisions, LeakFound, UnknownId
from reviewer.model.document import Choice, Region, Span
from reviewer.store import candidates
from reviewer.workflow import decide, decision_file, publish, sign_off, verify
from reviewer.workflow.boxed import boxed
from reviewer.workflow.marks import marks
from reviewer.workflow.pictures import picture_of, region_of
from reviewer.workflow.preview import preview
from reviewer.workflow.redact import redact
from tests.corpus.painted import EN_LINES, EN_NAME, painted, place_of, png
from tests.workflow import way
from tests.workflow.way import SHOW, WITHHOLD, Desk

NAME_AREA = [float(side) for side in place_of(EN_LINES, 1, EN_NAME)]
AREA = Region("image:1", NAME_AREA[0] - 4, NAME_AREA[1] - 4, NAME_AREA[2] + 4, NAME_AREA[3] + 6)


def written(folder: Path, body: str = "The minutes are below.") -> Path:
    """A Word document with a scan of minutes."""
    document = docx.Document()
    document.add_paragraph(body)
    document.add_picture(io.BytesIO(png(painted(EN_LINES))))
    path = folder / "scan.docx"
    document.save(str(path))
    return path


def pictures_in(data: bytes) -> list[Image.Image]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.startswith("word/media/")]
        return [Image.open(io.BytesIO(archive.read(name))) for name in names]


def test_a_picture_and_its_words_are_there_for_the_screen(tmp_path: Path) -> None:
    source = open_path(written(tmp_path))
    view = picture_of(source, "image:1")
    assert view is not None
    assert Image.open(io.BytesIO(view.png)).size == (view.width, view.height) == painted(EN_LINES).size
    text = source.document.story("image_text:1").text
    start = text.index(EN_NAME)
    region = region_of(view, "image:1", Span("image_text:1", start, start + len(EN_NAME)))
    assert region is not None
    sides = (region.x0, region.y0, region.x1, region.y1)
    assert max(abs(one - other) for one, other in zip(sides, NAME_AREA, strict=True)) <= 3
    assert region_of(view, "image:1", Span("image_text:1", len(text), len(text))) is None
    assert picture_of(source, "image:2") is None
    assert picture_of(open_path(way.write(tmp_path)), "image:1") is None


@pytest.mark.parametrize("answer", ["keep", "mask"])
def test_a_term_is_painted_over_in_a_preview(tmp_path: Path, answer: str) -> None:
    path = written(tmp_path, f"{EN_NAME} took the chair.")
    made = preview(path, {"withhold": [{"term": EN_NAME}], "answers": {"image:1": answer}}, tmp_path / "out")
    assert made.removed == 2
    assert "image_words_masked:1" in made.offers.dropped
    [picture] = pictures_in(made.path.read_bytes())
    assert picture.getpixel((int(NAME_AREA[0]) + 100, int(NAME_AREA[3]) - 1)) == (0, 0, 0)


def test_whoever_asks_for_masks_hears_that_there_is_none(tmp_path: Path) -> None:
    path = written(tmp_path)
    masked, kept = (
        preview(path, {"answers": {"image:1": choice}}, tmp_path / choice).offers.dropped
        for choice in ("mask", "keep")
    )
    assert "image_nothing_masked:1" in masked
    assert not any("masked" in loss for loss in kept)


def test_the_safe_answer_takes_away_a_picture_with_a_withheld_term_or_area(tmp_path: Path) -> None:
    path = written(tmp_path)
    area = {"image": "image:1", "box": NAME_AREA}
    for row in ({"term": EN_NAME}, area):
        made = preview(path, {"withhold": [row]}, tmp_path / "out", safe_defaults=True)
        assert made.safe == {"image:1": Choice.REMOVE}
        assert pictures_in(made.path.read_bytes()) == []
    made = preview(path, {}, tmp_path / "out", safe_defaults=True)
    assert made.safe == {"image:1": Choice.KEEP}
    assert len(pictures_in(made.path.read_bytes())) == 1


def test_a_name_withheld_in_the_text_alone_is_found_in_the_picture_by_the_gate(tmp_path: Path) -> None:
    path = written(tmp_path, f"{EN_NAME} took the chair.")
    rows = {"withhold": [{"story": "body", "start": 0, "end": len(EN_NAME)}], "answers": {"image:1": "keep"}}
    with pytest.raises(LeakFound) as caught:
        preview(path, rows, tmp_path / "out")
    assert caught.value.facts["places"] == ("word/media/image1.png:pixels",)
    # Shown on purpose it may stay there.
    text = open_path(path).document.story("image_text:1").text
    start = text.index(EN_NAME)
    shown = [{"story": "image_text:1", "start": start, "end": start + len(EN_NAME)}]
    made = preview(path, {**rows, "disclose": shown}, tmp_path / "out")
    assert len(pictures_in(made.path.read_bytes())) == 1


def test_an_area_takes_the_words_under_it_and_the_gate_knows_them(tmp_path: Path) -> None:
    path = written(tmp_path)
    box = [AREA.x1, AREA.y1, AREA.x0, AREA.y0]
    rows = {"withhold": [{"image": "image:1", "box": box}], "answers": {"image:1": "mask"}}
    made = preview(path, rows, tmp_path / "out")
    assert made.removed == 1
    [picture] = pictures_in(made.path.read_bytes())
    corners = (AREA.x0 + 1, AREA.y0 + 1), (AREA.x1 - 2, AREA.y1 - 2)
    assert [picture.getpixel((int(x), int(y))) for x, y in corners] == [(0, 0, 0)] * 2
    source = open_path(path)
    resolved = decision_file.resolve(rows, source.document)
    assert [target for target, _ in resolved.rulings] == [AREA]


@pytest.mark.parametrize(
    ("row", "error"),
    [
        ({"image": "image:2", "box": NAME_AREA}, UnknownId),
        ({"image": "image:1", "box": [1, 2, 3]}, InvalidDecisions),
        ({"image": "image:1", "box": [1, 2, 1, 9]}, InvalidDecisions),
        ({"image": "image:1", "box": [-1, 2, 5, 9]}, InvalidDecisions),
        ({"image": "image:1", "box": [1, 2, 5, float("nan")]}, InvalidDecisions),
        ({"image": 1, "box": NAME_AREA}, InvalidDecisions),
    ],
)
def test_an_area_that_is_none_is_an_error(
    tmp_path: Path, row: dict[str, object], error: type[Exception]
) -> None:
    document = open_path(written(tmp_path)).document
    with pytest.raises(error):
        decision_file.resolve({"withhold": [row]}, document)


def test_the_way_of_a_scan_with_an_area_and_a_word(desk: Desk) -> None:
    path = written(desk.folder)
    review = way.opened(desk, path)
    session, author = desk.session, desk.author
    case = session.case(review)
    decide.decide_each(session, review, [(each.span, SHOW) for each in case.findings], author)
    text = case.document.story("image_text:1").text
    word = Span("image_text:1", text.index("orchard"), text.index("orchard") + 7)
    decide.decide(session, review, [word], WITHHOLD, author)
    decide.decide(session, review, [AREA], WITHHOLD, author)
    for wrong in (Region("image:9", 0, 0, 1, 1), Region("image:1", 5, 5, 5, 9)):
        with pytest.raises(UnknownId):
            decide.decide(session, review, [wrong], WITHHOLD, author)
    decide.undo(session, review, author)
    assert AREA not in {each.target for each in session.case(review).decisions.decisions}
    decide.redo(session, review, author)
    assert AREA in {each.target for each in marks(session.case(review))}
    decide.answer(session, review, {"image:1": Choice.MASK}, author)
    draft = redact(open_path(path), session.case(review).decisions, title="t", with_note=False)
    name = text.index(EN_NAME)
    assert boxed(draft.source, draft.plan) == (Span("image_text:1", name, name + len(EN_NAME)),)
    decide.see_all(session, review, author)
    publish.set_record(session, review, way.record(), author)
    verify.prepare(session, review, author)
    held = candidates.get(session.store, review)
    assert held is not None
    [picture] = pictures_in(held.data)
    assert picture.getpixel((int(AREA.x1) - 2, int(AREA.y1) - 2)) == (0, 0, 0)
    assert all(each.problem != "image:1" for each in sign_off.sheet(session, review).blockers)
