# SPDX-License-Identifier: MIT
"""What a copy looks like: labels, note, properties, what is kept, what a withheld passage must not change."""

from __future__ import annotations

import dataclasses
import io
import re
import zipfile

import docx
import pytest
from lxml import etree
from PIL import Image

from reviewer.documents.docx.names import W
from reviewer.errors import CannotRedact, UnansweredProblem
from reviewer.model.document import Choice, Format, Language
from reviewer.redaction.docx.writer import write_docx
from reviewer.redaction.note import ReaderNote
from reviewer.redaction.plan import Removal
from tests.corpus.docx.case import EN
from tests.corpus.docx.graphics import png
from tests.corpus.docx.pack import Rel, line, package, para, part, run, table
from tests.redaction.docx.checks import LABEL, entries, plan_for, read, shown_texts

_NS = {"w": W}


def written(data: bytes, *terms: str, **options: object) -> bytes:
    source = read(data)
    return write_docx(source, plan_for(source, terms, **options)).data  # type: ignore[arg-type]


def xml(data: bytes, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(dict(entries(data))[name])


def markup(data: bytes, name: str = "word/document.xml") -> str:
    return dict(entries(data))[name].decode("utf-8")


def body(data: bytes) -> str:
    return next(text for kind, text in shown_texts(data) if kind == "body")


def test_the_copy_is_a_docx_with_labels_in_place() -> None:
    source = read(package(line("Met Ann Example at noon.") + line("Ann Example left.")))
    copy = write_docx(source, plan_for(source, ["Ann Example"]))
    assert copy.format is Format.DOCX
    assert copy.losses == ()
    assert body(copy.data) == f"Met {LABEL} at noon.\n{LABEL} left."


def test_a_label_looks_the_same_whatever_was_there() -> None:
    looks = ("", "<w:b/><w:i/><w:sz w:val='72'/>", "<w:color w:val='FF0000'/><w:caps/>")
    runs = set()
    for look in looks:
        root = xml(written(package(para(run("Met ") + run("Ann Example", look) + run("."))), "Ann Example"))
        [label] = [each for each in root.iter(f"{{{W}}}r") if "".join(each.itertext()) == LABEL]
        runs.add(etree.tostring(label))
    assert len(runs) == 1
    [properties] = xml(written(package(line("Ann Example")), "Ann Example")).iter(f"{{{W}}}rPr")
    assert properties.find("w:shd", _NS).get(f"{{{W}}}fill") == "000000"
    assert properties.find("w:color", _NS).get(f"{{{W}}}val") == "FFFFFF"
    assert properties.find("w:lang", _NS).get(f"{{{W}}}val") == "en-CA"


def test_a_french_copy_has_french_labels_and_settings() -> None:
    text = "Le comité a entendu Anne Exemple avant de lever la séance et de remercier les participants."
    data = written(package(line(text)), "Anne Exemple", label="[par. 19(1)]")
    assert "[par. 19(1)]" in body(data)
    assert 'w:lang w:val="fr-CA"' in markup(data)
    assert "fr-CA" in markup(data, "docProps/core.xml")


def _variants(secret: str) -> list[str]:
    half = len(secret) // 2
    return [
        line(f"Met {secret} at noon."),
        para(run("Met ") + run(secret[:half], "<w:b/>") + run(secret[half:], "<w:i/>") + run(" at noon.")),
        para(run("Met ") + "".join(map(run, secret)) + run(" at noon.")),
        para(run("Met ") + f"<w:smartTag>{run(secret)}</w:smartTag>" + run(" at noon.")),
        para(run("Met ") + f'<w:r><w:t>{secret[:half]}</w:t><w:softHyphen/><w:t>{secret[half:]} at noon.</w:t></w:r>'),
    ]  # fmt: skip


def test_a_copy_does_not_tell_what_was_withheld() -> None:
    copies = {
        written(package(line("First.") + content + line("Last.")), secret)
        for secret in ("Ann Example", "Maximilian-Theodore Exampleton-Sampleworth", "Bo")
        for content in _variants(secret)
    }
    assert len(copies) == 1


def test_neighbouring_runs_of_one_look_become_one() -> None:
    copy = xml(written(package(para(run("a") + run("b") + run("c", "<w:b/>") + run("d")))))
    assert ["".join(each.itertext()) for each in copy.iter(f"{{{W}}}r")] == ["ab", "c", "d"]


def test_one_label_for_a_span_over_paragraphs_and_cells() -> None:
    content = table([line("Ann"), line("Example")]) + line("Ann") + line("Example")
    assert body(written(package(content), "Ann Example")) == f"{LABEL}\t\n{LABEL}\n"


def test_structure_and_formatting_are_kept() -> None:
    made = docx.Document()
    made.add_heading("Plan", level=1)
    made.add_paragraph("First", style="List Number")
    paragraph = made.add_paragraph("Some ")
    paragraph.add_run("bold").bold = True
    grid = made.add_table(2, 2, style="Table Grid")
    grid.cell(0, 0).text = "Ann Example"
    made.sections[0].header.paragraphs[0].text = "PROTECTED A"
    buffer = io.BytesIO()
    made.save(buffer)
    copy = docx.Document(io.BytesIO(written(buffer.getvalue(), "Ann Example")))
    assert [each.style.name for each in copy.paragraphs] == ["Heading 1", "List Number", "Normal"]
    assert [each.text for each in copy.paragraphs[2].runs if each.bold] == ["bold"]
    assert copy.tables[0].style.name == "Table Grid"
    assert copy.tables[0].cell(0, 0).text == LABEL
    assert copy.sections[0].header.paragraphs[0].text == "PROTECTED A"
    assert copy.sections[0].page_width == made.sections[0].page_width


def test_the_note_stands_first_and_takes_no_number() -> None:
    note = ReaderNote(
        Language.FR, "Note aux lecteurs", ("Ébauche.", "[par. 19(1)] – Renseignements personnels")
    )
    data = written(package(line("Text.")), note=note)
    paragraphs = docx.Document(io.BytesIO(data)).paragraphs
    assert [each.text for each in paragraphs] == [note.heading, *note.paragraphs, "Text."]
    assert paragraphs[0].style.name == "Heading 1"
    assert 'w:numId w:val="0"' in markup(data)
    assert body(data).startswith(note.heading)


def test_only_the_chosen_title_and_the_language_are_properties() -> None:
    root = xml(written(package(line("x"))), "docProps/core.xml")
    assert [(etree.QName(each).localname, each.text) for each in root] == [
        ("title", "A title"),
        ("language", "en-CA"),
    ]
    source = read(package(line("x")))
    untitled = write_docx(source, dataclasses.replace(plan_for(source, ()), title="")).data
    assert "title" not in markup(untitled, "docProps/core.xml")


def _page_field(*, result: str = "3", instruction: str = " PAGE \\* MERGEFORMAT ") -> str:
    return para(
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        (_page_field(), True),
        (_page_field(instruction="numpages"), True),
        (_page_field(result="Ann"), False),
        (_page_field(instruction=" REF Ann "), False),
        (para(f'<w:fldSimple w:instr=" PAGE ">{run("3")}</w:fldSimple>'), True),
        (para(f'<w:fldSimple w:instr=" PAGE ">{run("see Ann")}</w:fldSimple>'), False),
    ],
)
def test_only_page_numbers_stay_fields(content: str, kept: bool) -> None:
    data = written(package(content))
    instructions = [each.text for each in xml(data).iter(f"{{{W}}}instrText")]
    assert bool(instructions) is kept
    assert set(instructions) <= {" PAGE ", " NUMPAGES "}
    assert body(data) == body(package(content))


def _linked(target: str, text: str = "site") -> bytes:
    content = para(f'<w:hyperlink r:id="rId1">{run(text)}</w:hyperlink>')
    return package(content, rels=[Rel("rId1", "hyperlink", target, external=True)])


@pytest.mark.parametrize(
    ("target", "terms", "kept"),
    [
        ("https://www.example.org/report", (), True),
        ("https://www.example.org/report", ("report",), False),
        ("https://www.example.org/%72eport", ("report",), False),
        ("https://www.example.org/ex%61mple-ann", ("Ann Example", "example ann"), False),
        ("https://ann@www.example.org/", (), False),
        ("mailto:ann@mail.example", (), False),
        ("file:///C:/a.docx", (), False),
        ("javascript:alert(1)", (), False),
        ("https://www.example.org/a b", (), False),
    ],
)
def test_only_clean_web_links_are_kept(target: str, terms: tuple[str, ...], kept: bool) -> None:
    data = written(_linked(target), *terms, choices={"links": Choice.KEEP})
    targets = [
        row.get("Target") for row in xml(data, "word/_rels/document.xml.rels") if row.get("TargetMode")
    ]
    assert targets == ([target] if kept else [])
    assert body(data) == "site"


def test_links_go_unless_asked_for() -> None:
    assert "TargetMode" not in markup(
        written(_linked("https://www.example.org/")), "word/_rels/document.xml.rels"
    )


def test_a_link_whose_text_is_withheld_loses_an_address_that_repeats_a_word() -> None:
    data = written(
        _linked("https://www.example.org/example", "Ann Example"),
        "Ann Example",
        choices={"links": Choice.KEEP},
    )
    assert "example.org/example" not in markup(data, "word/_rels/document.xml.rels")


def test_internal_links_and_their_bookmarks_get_new_names() -> None:
    content = (
        para(f'<w:bookmarkStart w:id="7" w:name="Ann_Example"/>{run("Part")}<w:bookmarkEnd w:id="7"/>')
        + '<w:bookmarkStart w:id="8" w:name="unused"/>'
        + para(f'<w:hyperlink w:anchor="Ann_Example">{run("go")}</w:hyperlink>')
    )
    text = markup(written(package(content)))
    assert 'w:name="b1"' in text
    assert 'w:anchor="b1"' in text
    assert "unused" not in text


def _drawn(crop: str = "") -> bytes:
    drawing = (
        '<w:r><w:drawing><wp:inline><wp:extent cx="914400" cy="914400"/><wp:docPr id="1" name="Ann" '
        'descr="Ann Example on site"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId1"/>'
        f"{crop}</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )  # fmt: skip
    rels = [Rel("rId1", "image", "media/ann.png")]
    return package(para(drawing), rels=rels, parts={"word/media/ann.png": png(EN)})


def test_a_kept_picture_is_pixels_only_and_cropped() -> None:
    data = written(
        _drawn('<a:srcRect l="25000" b="50000"/>'), "Ann Example", choices={"image:1": Choice.KEEP}
    )
    stored = dict(entries(data))
    assert [name for name in stored if name.startswith("word/media/")] == ["word/media/image1.png"]
    picture = Image.open(io.BytesIO(stored["word/media/image1.png"]))
    assert (picture.size, picture.mode, picture.info) == ((30, 10), "RGB", {})
    assert f'descr="{LABEL} on site"' in markup(data)


def test_a_picture_leaves_a_placeholder() -> None:
    source = read(_drawn())
    copy = write_docx(source, plan_for(source, ()))
    assert body(copy.data) == "[image removed]"
    assert "image:1" in copy.losses
    assert not [name for name, _content in entries(copy.data) if "media" in name]


def test_the_same_picture_is_stored_once() -> None:
    data = _drawn()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        document = archive.read("word/document.xml").decode()
    twice = re.sub(r"(<w:p>.*?</w:p>)", r"\1\1", document, count=1)
    data = package(
        "", rels=[Rel("rId1", "image", "m.png")], parts={"word/document.xml": twice, "word/m.png": png(EN)}
    )
    copy = written(data, choices={"image:1": Choice.KEEP})
    assert len([name for name, _content in entries(copy) if "media" in name]) == 1
    assert markup(copy).count("r:embed") == 2


def test_losses_are_counted() -> None:
    content = para(run("x", "<w:b/><w:rPrChange w:id='1' w:author='Ann'><w:rPr/></w:rPrChange>")) + para(
        '<w:r><w:object><o:OLEObject/></w:object></w:r><w:del w:id="2"><w:r><w:delText>y</w:delText></w:r></w:del>'
    )
    source = read(package(content))
    assert write_docx(source, plan_for(source, ())).losses == (
        "deletion:1",
        "formatting_change:1",
        "object:1",
    )


def test_a_story_left_out_is_not_in_the_copy() -> None:
    notes = part("footnotes", f'<w:footnote w:id="2">{line("Ann said so.")}</w:footnote>')
    content = para(run("Text") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    rels = [Rel("rId1", "footnotes", "footnotes.xml")]
    source = read(package(content, rels=rels, parts={"word/footnotes.xml": notes}))
    plan = dataclasses.replace(plan_for(source, ()), left_out=frozenset({"footnote:1"}))
    data = write_docx(source, plan).data
    assert "Ann" not in markup(data, "word/footnotes.xml")
    assert body(data) == "Text"


def test_nothing_is_written_without_an_answer() -> None:
    deleted = '<w:del w:id="1"><w:r><w:delText>x</w:delText></w:r></w:del>'
    source = read(package(para(deleted)))
    plan = plan_for(source, ())
    for answers in ({}, {"tracked_changes": Choice.STOP}):
        with pytest.raises(UnansweredProblem) as caught:
            write_docx(source, dataclasses.replace(plan, choices=answers))
        assert caught.value.facts["problems"] == ("tracked_changes",)


def test_a_source_that_reads_otherwise_is_not_redacted() -> None:
    source = read(package(line("one")))
    other = dataclasses.replace(source, data=package(line("two")))
    with pytest.raises(CannotRedact):
        write_docx(other, plan_for(source, ()))


@pytest.mark.parametrize(
    "removals",
    [(Removal(0, 99, LABEL),), (Removal(2, 2, LABEL),), (Removal(0, 2, LABEL), Removal(1, 3, LABEL))],
)
def test_removals_out_of_range_or_order_are_refused(removals: tuple[Removal, ...]) -> None:
    source = read(package(line("text")))
    with pytest.raises(CannotRedact):
        write_docx(source, dataclasses.replace(plan_for(source, ()), removals={"body": removals}))


def test_a_removal_takes_the_marks_that_cling_to_its_last_letter() -> None:
    source = read(package(line("Rene\u0301 came")))
    plan = dataclasses.replace(plan_for(source, ()), removals={"body": (Removal(0, 4, LABEL),)})
    assert body(write_docx(source, plan).data) == f"{LABEL} came"
